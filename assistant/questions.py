"""Reading a question: its language, what it is about, and what kind of thing it asks for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from assistant.answers import Language
from assistant.asking import GATES, Asking, asks_whom, read_asking
from assistant.asking_words import SIZES_EN
from assistant.errors import InvalidQuestionError
from assistant.folding import fold
from assistant.framings import without_aside
from assistant.geography import find_areas, regions_around
from assistant.places import Gazetteer, nearest
from corpus.programme import ProgrammeDescription
from index.function_words import is_function_word
from index.glossary import TARGET, in_english, meanings, translated, with_phrases
from index.lexicon import Lexicon, term, terms, words
from index.synonyms import LANGUAGE, plain_spoken, synonyms

MAX_CHARS = 2000
"""Longest question taken, in characters."""

_GENERIC = re.compile(
    r"\b(?:(?:the|this|your) (?:programme|program|scheme|certification)"
    r"|(?<!is )(?<!was )(?:all this|this thing|it)(?! (?:true|possible|that)\b)"
    r"|(?:el|este|ese|del|al) (?:programa|esquema|sello)|(?:la|esta|esa) certificación"
    r"|(?:n?o|pelo|[dn]?este|[dn]?esse|do|ao) (?:programa|selo)"
    r"|(?:[dn]?a|[dn]?esta|[dn]?essa) certificação)\b",
    re.IGNORECASE,
)
"""What a programme is called by those who do not use its name."""

_GATHERED = frozenset(
    """example examples case cases story stories city cities place places town towns project
    projects data use used uses using do did done doing something anything actually instance
    certified winning against contra programme programmes program programs initiative initiatives
    scheme schemes tell give name show list find recommend suggest mention two three four couple few
    several talk speak ask contact deal deals dealing dos tres cuatro proyecto proyectos projeto
    projetos
    ejemplo ejemplos caso casos ciudad ciudades exemplo exemplos cidade cidades""".split()
)
"""What a question gathers, which says nothing of what it is about."""

LIGHT: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        """get gets getting got gotten take takes taking took taken put puts set sets go goes going
        went gone become becomes became come comes came end ended make makes made happen happens
        happened happening nowadays lately actually really currently today please story stuff thing
        things sort bit lot ever yet one ones ok okay true days folks someone guys want wants like
        try there say says said now exactly roughly approximately supposedly apparently reportedly
        portion percentage proportion fraction quantity amount sum dollar dollars seem seems wonder
        wondering believe""".split()
    ),
    "es": frozenset(
        """cuentame cuentanos hablame hablanos explicame
        acerca actual actuales actualmente ahora ambito area asunto busca buscar busco conseguir
        consigue consiguieron consiguio cosa cosas da daba dame dan den dice dicen dieron dijo dime
        hacer hecho materia
        dio entonces estas favor forma fuera habla hablan hablar he hoy iban igual ir llega
        llegan llegar llegaron llego logra lograr lograron logro manera modo pasa pasar paso
        pon pone poner pusieron puso queda quedan quedar quedaron quedo quiere quieren
        quiero quisiera saber sabes sale salen salieron salio salir saque sea sepa sigue
        siguen tema tipo va vamos van vaya ve veces ver verdad vez viene vienen vinieron
        vino volver voy vuelve""".split()
    ),
    "pt": frozenset(
        """agora atuais atual atualmente chega chegam chegar chegaram chegou coisa coisas
        colocar colocaram colocou consegue conseguem conseguir conseguiram conseguiu da dao
        dar deram deu diga disse diz dizem dizer fala falam falar favor fica ficam ficar
        ficaram ficou hoje ia iam ir jeito maneira me modo oi passa passam passar passou poe
        feito area assunto por procura procurar procuro quer querem queria quero sabe sabem saber
        saem sai sair
        sairam saiu segue seguem seria tema tipo trata vamos vao veio vem ver verdade vez
        vezes vieram vir vira virar viraram virou voltar vou""".split()
    ),
}
"""What goes with any subject, and is left out beside words that tell one."""

_SIZE = re.compile(rf"\bhow (?:{SIZES_EN}|long|far|soon|quickly)\b", re.IGNORECASE)
"""Asks for a number: the adjective says nothing of what it is about."""

ASIDE = 0.5
"""What a word counts that says who asks and why, beside one of the question itself."""

UNTRANSLATED = 0.5
"""Most that a word counts which could not be put into the documents' language."""

_OPENING = re.compile(r"(?:^|[.!?:;¿¡])\W*(\w[\w'’]*)")
"""The first word of a sentence, whose capital says nothing."""
_DOER = re.compile(r"(?:who|quien(?:es)?|quem)\b[^.?!]*\W*$")
_STAND_IN = "it"
"""Put for the programme's name, which may hold words such as 'what' and 'cities'."""


@dataclass(frozen=True, slots=True)
class ContentTerm:
    """A word of the question that says what it is about.

    Attributes:
        rarity: 0 (in every passage) to 1 (in none).
        known: whether any passage holds it.
        is_name: whether it is written as a name.
        is_focus: whether it names what is asked for; see `asking`.
        is_beside: whether it stands in what is only said before or after what is asked.
        also: terms of documents that it may stand for.
    """

    word: str
    term: str
    rarity: float
    known: bool
    is_name: bool
    is_focus: bool = False
    is_beside: bool = False
    also: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it was understood.

    Attributes:
        text: white space put in order, nothing else changed.
        asked: that without what is only said before or after what is asked, which is `beside`.
        told: `asked` in the documents' language, as far as its words can be put into it.
        sought: what is searched for: the text, with the programme's name where it is meant.
        terms: content terms, without repeats and without the names of places.
        places: directory cities it names, with the words that named each.
        asking: what kind of thing an answer must hold, and the words that name it.
    """

    text: str
    asked: str
    told: str
    beside: str
    sought: str
    language: Language
    terms: Sequence[ContentTerm]
    places: Mapping[str, str]
    asking: Asking


class QuestionReader:
    """Reads questions against a programme's places, and words of its documents in a language."""

    def __init__(
        self,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
        programme: ProgrammeDescription,
        corpus_language: str,
    ) -> None:
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._language = corpus_language
        self._name = programme.name
        # The longest first, so that no part of a name is left over.
        names = sorted({programme.name, *programme.other_names}, key=len, reverse=True)
        self._named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)

    @cached_property
    def _vocabulary(self) -> Sequence[str]:
        """The documents' terms, read when a word is none of them."""
        return self._lexicon.vocabulary(self._language)

    def read(self, text: str, language: Language, *, gathers: bool = False) -> ReadQuestion:
        """Read a checked question; see `clean`.

        Args:
            gathers: whether it is known to ask for whoever did a thing.
        """
        # The programme's own name says nothing about what is asked of it.
        bare = self._named.sub(" ", text)
        spelt = " ".join(self._place_word(word, language) for word in words(bare))
        places = self._gazetteer.find(spelt)
        asked, beside = without_aside(text)
        aside = frozenset(words(beside)) - frozenset(words(asked))
        openings = frozenset(found[1] for found in _OPENING.finditer(bare))
        asking = read_asking(self._named.sub(_STAND_IN, asked), language)
        told = self._told(asked, language)
        if told != asked and asking.kind is None:
            # Fewer forms are known of other languages.
            other = read_asking(told, "en")
            if other.kind:
                asking = replace(asking, kind=other.kind, focus=asking.focus | other.focus)
        if asking.kind == "thing" and asking.focus & set(" ".join(places.values()).split()):
            asking = replace(asking, kind=None)  # 'in what Boise worked'
        if beside and asking.kind == "definition":
            asking = replace(asking, kind=None)  # 'what are the choices?' is not what they are
        if gathers and asking.kind not in GATES and not asks_whom(asking.given):
            asking = replace(asking, gathers=True, kind=None)
        if places and asking.gathers and _DOER.match(asking.given):
            # Whoever did a thing in a place that is named is no place.
            asking = replace(asking, kind="agent", gathers=False)
        return ReadQuestion(
            text=text,
            asked=asked,
            told=told,
            beside=beside,
            sought=self._sought(text, named=bare != text, places=places),
            language=language,
            terms=_without_light(
                [
                    _weighed(t, openings, aside)
                    for t in self._terms(spelt, language, places.values(), asking)
                ],
                language,
            ),
            places=places,
            asking=asking,
        )

    def places(self, text: str) -> Mapping[str, str]:
        """Ids of the directory's cities that a text names, with the names they go by there."""
        return self._gazetteer.find(self._named.sub(" ", text))

    def _told(self, asked: str, language: Language) -> str:
        """What is asked, in the documents' language."""
        if language == self._language or self._language != TARGET:
            return asked
        bare = self._named.sub(_STAND_IN, asked)
        return in_english(bare, language, known=partial(self._lexicon.knows, language=TARGET))

    def _sought(self, text: str, *, named: bool, places: Mapping[str, str]) -> str:
        """The question for the search, with the name where 'the programme' stands for it."""
        return text if named or places else _GENERIC.sub(self._name, text)

    def _place_word(self, word: str, language: Language) -> str:
        """The word of a place's name that this is a slip of; else the word itself."""
        if self._lexicon.knows(term(word, self._language), self._language):
            return word
        if language != self._language == TARGET and self._english(word.lower(), language):
            return word  # 'tempo' is no slip of Tempe
        return self._gazetteer.correct(fold(word)) or word

    def _terms(
        self, text: str, language: Language, places: Iterable[str], asking: Asking
    ) -> Iterator[ContentTerm]:
        named = {word for name in places for word in name.split()}
        seen: set[str] = set()
        asked_for = {word for focus in asking.focus for word in words(focus)}
        foreign = language != self._language == TARGET
        if asking.gathers:
            # An area narrows who is gathered; it is not what they did.
            for area in reversed(find_areas(text)):
                text = f"{text[: area.start]} {text[area.end :]}"
        around = self._areas_around(text)
        said = with_phrases(text, language) if foreign else _SIZE.sub("how many", text)
        if language == LANGUAGE:
            said = plain_spoken(said)
        for position, word in enumerate(words(said)):
            plain = word.lower().replace("’", "'")
            if asking.gathers and fold(plain) in _GATHERED:
                continue
            if is_function_word(plain, language) or fold(plain).removesuffix("'s") in named:
                continue
            # Names and figures are compared across languages, so in the documents' one.
            own = term(word, self._language)
            known = self._lexicon.knows(own, self._language)
            focus = fold(word)
            others: frozenset[str] = frozenset()
            if foreign and is_function_word(plain, TARGET):
                continue  # of an expression that was put into English
            if foreign and focus in LIGHT[language]:
                known = False
            elif foreign and not word[0].isdigit() and (english := self._english(word, language)):
                others = meanings(word, language) - {english}
                word, own = english, term(english, self._language)
                known = self._lexicon.knows(own, self._language)
            elif not known and not synonyms(word) and language == self._language:
                own = nearest(own, self._vocabulary) or own
                known = self._lexicon.knows(own, self._language)
            if own in seen or (foreign and asking.gathers and word in _GATHERED):
                continue
            seen.add(own)
            is_name = position > 0 and word[0].isupper() and not word.isupper()
            # What is not put into the documents' language meets their words by chance.
            strange = foreign and not (known or is_name or word[0].isdigit())
            most = UNTRANSLATED if strange else 1.0
            also = around.get(word, frozenset()) if is_name else self._also(word, others)
            if also and not known:
                most = min(most, max(self._lexicon.rarity(t, self._language) for t in also))
            yield ContentTerm(
                word=word,
                term=own,
                rarity=min(self._lexicon.rarity(own, self._language), most),
                known=known,
                is_name=is_name,
                is_focus=focus in asked_for or word.lower() in asked_for,
                also=also,
            )

    def _areas_around(self, text: str) -> Mapping[str, frozenset[str]]:
        """The terms of the regions that a country lies in, for the words that name it."""
        if self._language != LANGUAGE:
            return {}
        return {
            word: frozenset(terms(" ".join(regions_around(a.code)), LANGUAGE))
            for a in find_areas(text)
            if a.kind == "country"
            for word in words(text[a.start : a.end])
        }

    def _also(self, word: str, others: frozenset[str]) -> frozenset[str]:
        """The terms of documents that a word may stand for, besides `others` of its meanings."""
        if self._language != LANGUAGE:
            return frozenset()
        meant = (term(other, LANGUAGE) for other in {*synonyms(word), *others})
        return frozenset(t for t in meant if self._lexicon.knows(t, LANGUAGE))

    def _english(self, word: str, language: Language) -> str | None:
        """What a word of another language is in English, as far as the documents hold it."""
        return translated(
            word, language, known=lambda own: self._lexicon.knows(own, self._language)
        )


def _weighed(one: ContentTerm, openings: frozenset[str], aside: frozenset[str]) -> ContentTerm:
    """A term as it stands in a text: at the start of a sentence, or beside what is asked."""
    if one.word in openings:
        one = replace(one, is_name=False)
    if one.word not in aside:
        return one
    return replace(one, is_beside=True, rarity=one.rarity if one.is_name else ASIDE * one.rarity)


def _without_light(terms: Sequence[ContentTerm], language: Language) -> tuple[ContentTerm, ...]:
    telling = tuple(t for t in terms if not is_light(t, language))
    return telling or tuple(terms)


def is_light(one: ContentTerm, language: Language) -> bool:
    """Whether a word goes with any subject, in the question's language or put into English."""
    return one.word.lower() in LIGHT["en"] or (not one.known and fold(one.word) in LIGHT[language])


def clean(text: str) -> str:
    """A question with its white space put in order.

    Raises:
        InvalidQuestionError: it is empty, too long, or holds characters that are not text.
    """
    if not isinstance(text, str):
        raise InvalidQuestionError("The question must be text.")
    if len(text) > MAX_CHARS:
        raise InvalidQuestionError(
            f"The question has {len(text):,} characters; at most {MAX_CHARS:,} can be taken."
        )
    if any(unicodedata.category(c) in {"Cs", "Co", "Cn"} or _control(c) for c in text):
        raise InvalidQuestionError("The question holds bytes that are not text.")
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if not any(character.isalnum() for character in plain):
        raise InvalidQuestionError("The question is empty. Ask something in a few words.")
    return plain


def _control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in "\t\n\r\x0b\x0c"
