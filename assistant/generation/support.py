"""Whether a sentence that a model wrote is carried by the evidence it was shown.

A sentence is carried by an exhibit that states each of its values and names, in their places, that
says yes, all, more and will where it does, and that holds its words or their like. If none carries
it whole, each of its parts must be carried by one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Language
from assistant.generation.agents import exchanged
from assistant.generation.appeals import appeal
from assistant.generation.binding import swapped
from assistant.generation.certainty import cause, uncaused, uncertain
from assistant.generation.copying import altered
from assistant.generation.exhibits import Checked, Exhibit, Fault
from assistant.generation.holding import Holder, Holding
from assistant.generation.naming import cities, own_names, unknown_name
from assistant.generation.negation import negated
from assistant.generation.opposition import misdirected, opposed
from assistant.generation.quantities import misquantified
from assistant.generation.reading import Reading, Token, plain, read, sentence_ends
from assistant.generation.stating import misstated
from assistant.languages import detect
from assistant.places import Gazetteer
from index.lexicon import Lexicon
from index.retriever import Vector
from index.word_vectors import WordVectors

LEAST_SHARE = 0.68
"""Share of its words that evidence must hold, in its language."""

LEAST_SHARE_ACROSS = 0.58
"""The same across languages, where fewer words meet."""

MADE_UP = 0.12
"""How much less words may do where the sentence as a whole is as near as this cosine:"""

NEAR, NEAR_ACROSS = 0.92, 0.87
MADE_UP_RUN = 0.2
"""The same for the weight of words in a row; not across languages, where more may lack anyway."""

LEAST_INSIDE = 0.34
"""Share of its words that the evidence itself must hold, titles and headings apart."""

LONGEST_RUN, LONGEST_RUN_ACROSS = 1.0, 1.3
"""Weight of words in a row that evidence may lack."""

LEAST_SHARE_UNCITED, LONGEST_RUN_UNCITED = 0.8, 0.8
"""The same for evidence that the sentence does not cite."""

_SILENT = re.compile(
    r"^(?:The )?(?:documents|sources consulted) (?:do not|cannot|give no)\b[^;:]*$"
    r"|^[^,;:]*\b(?:is|are) not (?:stated|given|named|told|published)\b[^,;:]*$",
    re.I,
)
_SAYS_SILENT = re.compile(
    r"\b(?:documents?|sources?|evidence|stated?|sa(?:y|id)|given?|known?|published?|disclosed?|told|told"
    r"|name[sd]?|specif\w+|mention\w*|report\w*|confirm\w*|unknown|unclear|unavailable|found"
    r"|documentos?|fuentes?|fontes?|consta\w*|indica\w*|dice\w?|diz\w*|publica\w*|menciona\w*|conoce"
    r"|sabe|inform\w+|figura\w*)\b",
    re.I,
)
"""Sentences that say that something is not told, and words by which another may say so too."""

_SPLIT = re.compile(
    r"[;:—]\s|,\s|\s[—–-]\s"
    r"|\s(?=(?:and|but|while|whereas|although|which|who|y|e|pero|mas|mientras|enquanto|aunque|embora)\s)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Carried:
    """How an exhibit carries a sentence, or a part of one."""

    exhibit: Exhibit
    holding: Holding
    fault: Fault | None
    detail: str


class SupportChecker:
    """Checks written sentences one by one.

    Args:
        embed: the vector of a text, by the index's model with its prompt for questions.
        words: tells which words mean nearly the same.
        lexicon: tells how rare a word is in the documents.
        gazetteer: knows the names that a city goes by.
    """

    def __init__(
        self,
        *,
        embed: Callable[[str], Vector],
        words: WordVectors,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
    ) -> None:
        self._embed = embed
        self._holder = Holder(words, lexicon)
        self._gazetteer = gazetteer
        self._ids = lru_cache(maxsize=4096)(self._city_ids)

    def check(
        self,
        text: str,
        cited: Sequence[int],
        exhibits: Sequence[Exhibit],
        *,
        language: Language,
    ) -> Checked:
        """What the sentence rests on, or what is wrong with it.

        Args:
            text: without its markers; may have light Markdown.
            cited: the numbers of its markers, also those that no exhibit has.
            language: of the text.
        """
        every = " \n".join(exhibit.text for exhibit in exhibits)
        if found := appeal(text, every):
            return Checked((), 0.0, *found, nearest=None)
        sentence = read(own_names(plain(text)), language)
        if word_for_word := [e for e in exhibits if _is_sentence_of(sentence.text, e)]:
            chosen = [e for e in word_for_word if e.n in cited] or word_for_word[:1]
            return Checked(tuple(e.n for e in chosen), 1.0, None, "", chosen[0].n)
        if not any(t.role in ("content", "name", "value") for t in sentence.tokens):
            return Checked((), 1.0, None, "", None)
        own = [exhibit for exhibit in exhibits if exhibit.n in cited]
        others = [exhibit for exhibit in exhibits if exhibit.n not in cited]
        tried: list[_Carried] = []
        for chosen in (own, others):
            whole = [self._carried(sentence, exhibit, exhibits) for exhibit in chosen]
            tried += whole
            good = [one for one in whole if one.fault is None]
            if chosen is others:
                good = [one for one in good if _may_replace(one, tried)][:1]
            if good:
                return _stands(good)
            together = [*own, *others] if chosen is others else own
            divided = bool(chosen) and len(exhibits) > 1 and not _contradicted(tried)
            if divided and (parts := self._in_parts(sentence, together)):
                return _stands(parts)
        if not tried:
            return Checked((), 0.0, "citation", "there is no evidence", None)
        best = max(tried, key=lambda one: one.holding.share + 0.2 * (one.exhibit.n in cited))
        if best.fault is None:
            told = "no evidence that it cites carries it"
            return Checked((), round(best.holding.share, 3), "citation", told, best.exhibit.n)
        nearest = best.exhibit.n if best.holding.share > 0.4 else None
        return Checked((), round(best.holding.share, 3), best.fault, best.detail, nearest)

    def share_told(self, own: str, told: str, *, asked: str, language: Language) -> float:
        """Share of what a sentence of the documents says that a text tells, by weight of words.

        Args:
            asked: the question; what it holds need not be said again.
            language: of the text and the question.
        """
        sentence, _ = _evidence(own, "")
        said, question = read(plain(told), language), read(plain(asked), language)
        return self._holder.held(sentence, said, question).share

    def _carried(
        self, sentence: Reading, exhibit: Exhibit, exhibits: Sequence[Exhibit] = ()
    ) -> _Carried:
        elsewhere = frozenset(
            mark
            for other in exhibits
            if other.n != exhibit.n
            for token in _evidence(other.text, other.subject)[0].tokens
            for mark in token.concepts
            if mark[0] != "~"
        )
        evidence, subject = _evidence(exhibit.text, exhibit.subject)
        # What words mean costs more than all else: it is asked only where nothing else is wrong.
        if found := self._fault(sentence, evidence, subject):
            holding = self._holder.held(sentence, evidence, subject, by_meaning=False)
            return _Carried(exhibit, holding, *found)
        holding = self._holder.held(sentence, evidence, subject, elsewhere=elsewhere)
        found = self._unheld_cause(sentence, evidence, subject)
        if not found and (unheld := _unheld(sentence, evidence, holding)):
            found = None if self._is_near(sentence, exhibit, evidence, holding) else unheld
        return _Carried(exhibit, holding, *(found or (None, "")))

    def _fault(
        self, sentence: Reading, evidence: Reading, subject: Reading
    ) -> tuple[Fault, str] | None:
        rarity = self._holder.rarity
        if _SILENT.search(evidence.text) and not _SAYS_SILENT.search(sentence.text):
            return "negation", "the evidence says that this is not told"
        return (
            altered(sentence, evidence, rarity)
            or misstated(sentence, evidence, nearly=self._holder.nearly)
            or unknown_name(sentence, evidence, subject, self._gazetteer)
            or swapped(sentence, evidence, rarity=_flatter(rarity))
            or opposed(sentence, evidence, rarity)
            or misdirected(sentence, evidence)
            or negated(sentence, evidence, rarity)
            or misquantified(sentence, evidence, subject)
            or uncertain(sentence, evidence)
            or uncaused(sentence, evidence)
            or exchanged(sentence, evidence, rarity)
        )

    def _is_near(
        self, sentence: Reading, exhibit: Exhibit, evidence: Reading, holding: Holding
    ) -> bool:
        """Whether meaning as a whole makes up for a few words that the evidence lacks."""
        least, longest, near = _limits(sentence, evidence)
        if sentence.language == evidence.language:
            longest += MADE_UP_RUN
        if holding.share < least - MADE_UP or holding.run > longest or exhibit.vector is None:
            return False
        cosine = float(self._embed(_text(sentence)) @ exhibit.vector)
        return cosine >= near

    def _unheld_cause(
        self, sentence: Reading, evidence: Reading, subject: Reading
    ) -> tuple[Fault, str] | None:
        given = cause(sentence)
        if given is None or not given.tokens:
            return None
        held = self._holder.held(given, evidence, subject)
        if held.share < LEAST_SHARE:
            return "cause", f"'{_text(given)}' is not given as the cause in the evidence"
        return None

    def _in_parts(self, sentence: Reading, exhibits: Sequence[Exhibit]) -> list[_Carried]:
        """Exhibits that carry a sentence part by part; empty if a part is left."""
        parts = list(_parts(sentence))
        if len(parts) < 2 or not exhibits:
            return []
        found: list[_Carried] = []
        places: frozenset[str] = frozenset()
        for part in parts:
            ids = self._ids(_text(part))
            subject = places if places and _LEANS.match(_text(part)) else ids or places
            places = ids or places
            good = [
                one
                for exhibit in exhibits
                if not subject or subject & self._ids(f"{exhibit.text} \n{exhibit.subject}")
                for one in [self._carried(part, exhibit, exhibits)]
                if one.fault is None
            ]
            if not good:
                return []
            before = {one.exhibit.n for one in found}
            found.append(next((one for one in good if one.exhibit.n in before), good[0]))
        return found

    def _city_ids(self, text: str) -> frozenset[str]:
        return frozenset(id_ for own in cities(text, self._gazetteer).values() for id_ in own)


def _flatter(rarity: Callable[[Token], float]) -> Callable[[Token], float]:
    """Rarity for telling which of two places a value stands in: there each word counts."""
    return lambda token: 0.4 + 0.6 * rarity(token)


def _is_sentence_of(text: str, exhibit: Exhibit) -> bool:
    """Whether a text is one or more whole sentences of an exhibit, to the letter."""
    whole = plain(exhibit.text)
    at = whole.find(text)
    if at < 0 or (len(text) < len(whole) and text[-1:] not in ".!?"):
        return False
    return at == 0 or at in sentence_ends(whole)


def _stands(carried: Sequence[_Carried]) -> Checked:
    numbers = tuple(dict.fromkeys(one.exhibit.n for one in carried))
    support = min(one.holding.share for one in carried)
    return Checked(tuple(sorted(numbers)), round(support, 3), None, "", numbers[0])


_CONTRADICTIONS = frozenset(
    "unit bound swapped negation quantity direction hedge agent cause".split()
)


def _contradicted(tried: Sequence[_Carried]) -> bool:
    """Whether an exhibit that says nearly the same says it otherwise."""
    return any(one.fault in _CONTRADICTIONS and one.holding.share > 0.85 for one in tried)


def _may_replace(one: _Carried, tried: Sequence[_Carried]) -> bool:
    """Whether an exhibit that was not cited carries a sentence beyond doubt."""
    against = [o.holding.share for o in tried if o.fault in _CONTRADICTIONS]
    return (
        one.holding.share >= max([LEAST_SHARE_UNCITED, *(share - 0.05 for share in against)])
        and one.holding.run < LONGEST_RUN_UNCITED
    )


def _limits(sentence: Reading, evidence: Reading) -> tuple[float, float, float]:
    """Least share, longest run and least cosine, within a language or across."""
    if sentence.language != evidence.language:
        return LEAST_SHARE_ACROSS, LONGEST_RUN_ACROSS, NEAR_ACROSS
    return LEAST_SHARE, LONGEST_RUN, NEAR


def _unheld(sentence: Reading, evidence: Reading, holding: Holding) -> tuple[Fault, str] | None:
    least, longest, _ = _limits(sentence, evidence)
    if holding.share < least or holding.run > longest or holding.inside < LEAST_INSIDE:
        return "unsupported", f"the evidence does not speak of '{holding.word}'"
    return None


@lru_cache(maxsize=2048)
def _evidence(text: str, subject: str) -> tuple[Reading, Reading]:
    text, subject = plain(text), plain(subject)
    return read(text, detect(text)), read(subject, detect(subject))


def _text(part: Reading) -> str:
    return part.text[part.tokens[0].start : part.tokens[-1].end]


_LEANS = re.compile(
    r"\W*(?:(?:and|but|y|e|pero|mas)\s)?(?:also\s|then\s|later\s)?"
    r"(?:was|is|were|are|has|had|have|can|will|did|does|may|holds?|held|\w+ed|rose|fell|went|won|got"
    r"|grew|took|gave|made|put|cut|set|ran|built|found|became|met|saw|led|fue|tiene|tuvo|obtuvo"
    r"|\w+(?:ó|aron|ieron|ou|aram|eram|iu|eu))\b",
    re.I,
)
"""A part of a sentence that begins with what is done: the doer is that of the part before."""

_LEAST_WORDS = 3


def _parts(sentence: Reading) -> Iterator[Reading]:
    """A sentence cut at its clauses, those of a word or two with the next."""
    cuts = [match.start() for match in _SPLIT.finditer(sentence.text)]
    start = 0
    for cut in [*cuts, len(sentence.text)]:
        part, rest = sentence.part(start, cut), sentence.part(cut, len(sentence.text))
        if _words(part) >= _LEAST_WORDS and (_words(rest) >= _LEAST_WORDS or not rest.tokens):
            yield part
            start = cut
    if (last := sentence.part(start, len(sentence.text))).tokens:
        yield last


def _words(part: Reading) -> int:
    return sum(t.role in ("content", "name", "value") for t in part.tokens)
