"""A turn as it was said, and the signs by which it shows that it lacks something."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answers import Language
from assistant.dialogue import topics
from assistant.dialogue.slots import Slot
from assistant.dialogue.wording import (
    DEMONSTRATIVES,
    ITS,
    LINKS,
    OWN,
    PROGRAMME,
    PRONOUNS,
    SMALL,
    VAGUE,
    Opener,
    Word,
)
from assistant.folding import fold


@dataclass(frozen=True, slots=True)
class Said:
    """A turn as it was said.

    Attributes:
        text: its core, without thanks, 'and' and 'I mean' before it.
        kinds: what stood before the core.
        slots: what the core names.
        content: words of the core that are not small, outside its slots.
    """

    text: str
    kinds: frozenset[Opener]
    words: Sequence[Word]
    slots: Sequence[Slot]
    content: Sequence[Word]
    language: Language

    @property
    def joined(self) -> bool:
        """Whether it goes on, narrows or corrects, by its first words."""
        return bool(self.kinds - {"courtesy", "turns"})

    @property
    def turns(self) -> bool:
        """Whether it says that it is on something else, and what."""
        return "turns" in self.kinds and bool(self.words)

    @property
    def plain(self) -> list[str]:
        """Its words, folded."""
        return [word.plain for word in self.words]

    @property
    def own(self) -> list[str]:
        """Its words that are enough to name a subject."""
        return [word.plain for word in self.content if word.plain not in VAGUE]

    @property
    def folded(self) -> str:
        """Its text in lower case without accents, of the same length."""
        folded = fold(self.text)
        return folded if len(folded) == len(self.text) else self.text.lower()

    def names(self, *kinds: str) -> bool:
        """Whether it has a slot of these kinds."""
        return any(slot.kind in kinds for slot in self.slots)


_MANY_CITIES = frozenset("cities towns ciudades municipios cidades".split())
_SOMEONE = frozenset("someone anyone anybody alguien alguem".split())
_ANY_CITY = _MANY_CITIES | _SOMEONE
_PERSONS = frozenset(
    """who quien quem we i our my us you nosotros nos nosso nossa cumplimos tenemos temos atendemos
    podemos""".split()
)
_WHO = frozenset("who quien quem".split())
_NEEDED = re.compile(r"\bhow (?:much|many) (?:do|would|must|should) (?:we|you|i) (?:need|have)\b")
"""'How many do you need?' lacks what is needed, whoever it is."""
_EXPLETIVE = re.compile(
    r"\b(?:(?:does|did|do|will|would) it (?:take|cost|matter|mean|help|count)\b.* (?:to|for|if)\b"
    r"|(?:is|was|would|isn't) it (?:possible|true|hard|easy|difficult|allowed|worth|ok|okay|enough"
    r"|necessary|known|legal|better|said|correct|right)\b|(?:it is|it's) \w+ (?:that|to)\b"
    r"|that'?s it\b|(?:does|did|do|will|would) it (?:take|cost|matter|hurt|help)\W*$"
    r"|made it\b)"
)
_SURE_OF = re.compile(
    r"\b(?:is|was|isn't|wasn't|has|hasn't) it (?:been |really |actually |already |ever |also )*"
    r"(?:proven|proved|certain|clear|likely|shown|sure|documented|confirmed|established|plausible"
    r"|obvious|evident|thanks|due|because|down to|owing)\b"
)
_CLEFT = re.compile(
    r"\b(?:is|was|isn't|wasn't) it (?:only |just |really |all |mainly |mostly )*"
    r"(?:(?:the|its|their|an?|those|these) )?[\w' -]+ (?:that|who|which) \w+"
)


_DEFINED = re.compile(
    r"^\W*(?:what(?:'s| is| are| does| do)|who(?:'s| is| are)?|which|where|tell me|explain)\b"
)


def points_at_known(said: Said) -> bool:
    """Whether a turn speaks of 'the vote' as of something known, and asks not what that is.

    English only: Spanish and Portuguese have articles before what is not known, too.
    """
    if said.language != "en" or _DEFINED.match(said.folded) or len(said.own) > _MOST_POINTED:
        return False
    known = [noun for word, noun in pairwise(said.plain) if word == "the"]
    return bool(known) and not set(known) & (SMALL | VAGUE | PROGRAMME | _GENERAL)


_MOST_POINTED = 3
_GENERAL = frozenset(
    """first last next best worst most least highest lowest biggest largest latest newest oldest
    world committee documents document website team experts rules application process deadline
    honor honour roll answers form questionnaire reviewers assessors staff points number jury judges
    badge title award prize list data page site seal fee fees announcement round""".split()
)


def is_on_cause(said: Said) -> bool:
    """Whether a turn asks if what was told is so, or what did it: 'was it the sensors that did?'.

    Its 'it' stands for nothing, and what it is about was said before.
    """
    return bool(_SURE_OF.search(said.folded) or _CLEFT.search(said.folded))


_MANY_PLACES = frozenset(
    """cities places towns municipalities ones others ciudades municipios lugares cidades""".split()
)
"""After these, 'that' begins a clause on them."""


def has_pronoun(said: Said) -> bool:
    """Whether a pronoun or 'that …' has nothing before it in the turn that it could mean."""
    expletive = _EXPLETIVE.search(said.folded) or is_on_cause(said)
    empty = _ONE_THING if expletive else frozenset[str]()
    return any(
        word.plain not in empty and _is_pronoun(said, n, word.plain) and not _antecedent(said, n)
        for n, word in enumerate(said.words)
    )


def _is_pronoun(said: Said, n: int, plain: str) -> bool:
    """Whether a word of the turn stands for something said before it or in an earlier turn."""
    after = said.words[n + 1].plain if n + 1 < len(said.words) else ""
    if plain == "there" and (after in _EXISTS or (n and said.plain[n - 1] in _EXISTS)):
        return False
    if n and said.plain[n - 1] == "all" and plain in ("this", "that", "it"):
        return False  # the programme
    if plain in ("one", "ones") and n == 1 and said.plain[0] == "which":
        return True
    possessive = plain in OWN and (plain in ITS or said.language != "en")
    if possessive or plain in PRONOUNS:
        return True
    return plain in DEMONSTRATIVES and _points(said, n, after)


def means_several(said: Said) -> bool:
    """Whether a pronoun of the turn means more than one: 'they', 'which of these'."""
    return not _SEVERAL.isdisjoint(said.plain)


def means_others(said: Said) -> bool:
    """Whether a turn asks for others than those spoken of: 'who else', 'las demás ciudades'."""
    return not _OTHERS.isdisjoint(said.plain)


_OTHERS = frozenset("else other others otra otras otro otros outra outras demas demais".split())
_SEVERAL = frozenset(
    """they them their theirs those these ellas ellos estas estos esas esos elas eles essas esses
    delas deles nelas neles""".split()
)
_ONE_THING = frozenset("it that this isso isto eso esto".split())
_EXISTS = frozenset("is are was were any a isn't aren't".split())
_ARTICLES = frozenset("the a an our my el un una uma um".split())


def _antecedent(said: Said, at: int) -> bool:
    """Whether the words before one name a thing that a pronoun may stand for."""
    if not at:
        return False
    end = said.words[at - 1].end
    if any(s.kind in ("place", "criterion", "practice") and s.end <= end for s in said.slots):
        return True
    before = said.plain[:at]
    is_subject = said.plain[at] in _SUBJECTS and before[-1] in _AUXILIARIES
    if at > 2 and is_subject and before[0] in _ASKED_WITH:
        return _clause_before(said, at)  # 'how many cities did they ask?'
    if len(before) > 2 and before[-1] in _COMPLEMENTS and before[-3] in _ARTICLES:
        before = before[:-3]  # 'what was the reason for it?'
    one = said.plain[at] in _ONE_THING
    takes_part = before[-1:] in (["join"], ["enter"], ["use"], ["get"], ["do"])
    cities = _ANY_CITY if not one else _SOMEONE if takes_part else frozenset[str]()
    if set(before) & cities or _clause_before(said, at):
        return True
    if any(word in _ARTICLES and noun not in SMALL | VAGUE for word, noun in pairwise(before)):
        return True
    name = said.words[at - 1]
    return at > 1 and said.text[name.start].isupper() and name.plain not in SMALL


_SUBJECTS = frozenset("it they he she".split())
_ASKED_WITH = frozenset("how what which".split())
_AUXILIARIES = frozenset("do does did has have had will would can could should".split())
_COMPLEMENTS = frozenset("for of behind about to with on against from in by".split())


def _clause_before(said: Said, at: int) -> bool:
    """Whether a clause that ended before a word names something: 'Speaking of vaccines, …'."""
    breaks = [
        n
        for n in range(1, at + 1)
        if re.search(r"[,;:.?!]", said.text[said.words[n - 1].end : said.words[n].start])
    ]
    return bool(breaks) and any(word not in SMALL | VAGUE for word in said.plain[: breaks[-1]])


_AFTER_POINTING = SMALL | frozenset(("", "too", "also", "again", "exactly"))


_SCHEMES = frozenset("program programme programa practice benchmark assessment".split())
_THAT = frozenset("that ese aquel esse nesse desse aquele naquele".split())


def _points(said: Said, n: int, after: str) -> bool:
    """Whether a demonstrative points back: not 'cities that …', 'this programme' or 'está'."""
    word = said.words[n]
    own = word.plain in _THAT and after in _SCHEMES  # may be the city's own
    if (after in PROGRAMME and not own) or after == "whole":
        return False
    if said.language != "en":
        accented = (
            fold(said.text[word.start : word.end]) != said.text[word.start : word.end].lower()
        )
        verb = after in ("certificada", "certificado", "en", "em", "el", "la", "o", "a")
        return word.plain not in ("that", "this") and not accented and not verb
    if word.plain not in ("that", "this", "those", "these"):
        return False
    before = said.plain[n - 1] if n else ""
    relative = before and before not in SMALL and after not in _AFTER_POINTING
    relative = relative or before in _MANY_PLACES
    return not (relative and word.plain in ("that", "those"))


def is_fragment(said: Said) -> bool:
    """Whether a turn only names something, with small words around it."""
    inside = {w.start for w in said.words for s in said.slots if s.start <= w.start < s.end}
    strange = [w.plain for w in said.words if w.start not in inside and w.plain not in LINKS]
    if not strange:
        return bool(said.slots) or said.joined
    if said.slots:
        return not set(strange) - _SAME
    small = {word for word in strange if word in SMALL | VAGUE} - _names_of(said)
    return said.joined and not small and len(strange) <= 4


def _names_of(said: Said) -> set[str]:
    """Words written as names behind the first, so that the 'São' of 'São Paulo' is one."""
    return {w.plain for w in said.words if said.text[w.start].isupper() and not said.text.isupper()}


_SAME = frozenset(
    """same size question mismo misma tamano pregunta mesmo mesma tamanho pergunta please its their
    neighbour neighbor neighbouring nearby sister twin rival su vecina vecino sua vizinha vizinho
    """.split()
)
QUESTION_WORDS = frozenset(
    """what how why when where who which whom whose is are was were do does did has have can could
    will would should que como por cuando donde quien cual cuales cuanto cuanta cuantos cuantas
    quando onde quem qual quais quanto quanta quantos quantas tell explain""".split()
)


def is_noun_phrase(said: Said) -> bool:
    """Whether a turn is a bare noun phrase of one or two words, and no question of its own."""
    return 0 < len(said.content) <= 2 and not said.slots and not set(said.plain) & QUESTION_WORDS


def lacks_object(said: Said) -> bool:
    """Whether a question holds nothing that could be its subject: 'how many people?', 'who pays?'.

    A turn of a bare verb after 'and who' is one too.
    """
    if said.slots or not set(said.plain) & QUESTION_WORDS:
        return False
    if said.joined and set(said.plain) & {"who", "quien", "quem"}:
        return len(said.content) == 1
    if said.own:
        return False
    persons = set() if _NEEDED.search(said.folded) else _PERSONS - _WHO
    return not set(said.plain) & (persons | _ANY_CITY | PROGRAMME)


def is_settled(said: Said) -> bool:
    """Whether a turn that goes on has a subject of its own all the same."""
    if said.names("place", "area", "criterion", "practice"):
        return True
    if _DEFINED.match(said.folded) and topics.names(said.text):
        return True  # 'No. What is COMPAZ?'
    return bool(set(said.plain) & (_PERSONS | _MANY_CITIES | PROGRAMME))


_OURS = frozenset("i we our us my you your nosotros nuestra nuestro nos nosso nossa yo eu".split())


def is_on_us(said: Said) -> bool:
    """Whether a turn asks what its writer's own city may do: 'can we move up?'.

    A city that the answer names is then an example.
    """
    plain = set(said.plain)
    return bool(plain & _WE) and not said.names("place") and not plain & _FOR_ONE


_WE = frozenset("we us our ours nosotros nuestra nuestro podemos nos nosso nossa".split())
_FOR_ONE = frozenset(
    """which who where whose what city cities example examples near nearest que quien cual donde
    cuales ciudad ciudades ejemplo quem qual quais onde cidade cidades exemplo""".split()
)


def is_on_others(said: Said) -> bool:
    """Whether a turn is by its words on the programme, the speaker, other places or many."""
    if said.names("place", "area", "criterion", "practice", "level"):
        return True
    if ANOTHER_CITY.search(said.folded):
        return True
    return bool(set(said.plain) & (_OURS | _ANY_CITY | PROGRAMME))


def lacks_subject(said: Said) -> bool:
    """Whether a turn names nothing of its own that it could be on: 'who drafted the text?'.

    Its nouns are then parts of what was spoken of. One that asks which places did something, or
    calls a thing by its name, is on that.
    """
    if is_on_others(said) or said.names("count", "percent") or topics.names(said.text):
        return False
    plain = set(said.plain)
    if plain & (_MANY_PLACES | _ONE_OF) or (plain & _WHERE and plain & _DATA):
        return False
    if any(word == "all" and after in _ONE_THING for word, after in pairwise(said.plain)):
        return False  # the programme
    if _WHO_IS.fullmatch(said.folded) or re.search(r"\bcertif", said.folded):
        return False
    return not said.turns and 0 < len(said.own) <= _MOST_PARTS


_MOST_PARTS = 4
_ONE_OF = frozenset("one ones".split())
_WHERE = frozenset("where donde onde".split())
_DATA = frozenset("data datos dados".split())
_WHO_IS = re.compile(
    r"\W*(?:who(?:'?s| is| was)|quien (?:es|fue)|quem (?:e|foi))"
    r"(?: (?!(?:the|an?|el|la|o|os|as)\b)[\w.-]+){2,3}\W*"
)
"""'Who was simone brody': a name, be it written small."""
ANOTHER_CITY = re.compile(
    r"\b(?:any|some|which|what|every|no) other (?:\w+ )?(?:city|town|place)\b"
    r"|\banother (?:\w+ )?(?:city|town|place)\b"
    r"|(?:alguna|ninguna|que|cual|cualquier|hay) otr[ao] (?:ciudad|municipio|lugar)\b"
    r"|\b(?:alguma?|nenhuma?|que|qual|qualquer|ha|tem) outr[ao] (?:cidade|municipio|lugar)\b"
)
"""Any but the one spoken of: 'does any other city do that?'."""
