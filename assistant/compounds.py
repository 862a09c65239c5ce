"""Questions that ask several things, taken apart; each part stands alone.

Two cuts are made. Where two questions are joined ('Which level is Boise, and what did it do about
water?'), each becomes a part. Where one thing is asked of several places ('How do Boulder and
Alexandria deal with evictions?'), each place becomes a part of its own. Pronouns of a later part
are left to the condenser.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from assistant.answers import Language
from assistant.folding import fold
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

MAX_SUBJECT_WORDS = 14
"""A longer text is not just two things named."""

MAX_PARTS = 4
"""More parts than this are not taken apart: the whole is searched for as it is."""


class PlaceSpan(Protocol):
    """A place named in a text, at characters `start` to `end`, its state included."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


PlaceSpans = Callable[[str], Sequence[PlaceSpan]]
"""Finds the directory's cities in a text, in order."""

_ASKS: Mapping[Language, str] = {
    # A verb asks only with its subject behind it: 'but did not get certified' asks nothing.
    "en": r"what|which|who|whose|when|where|why|how|since when|by how much|(?:did|does|do|is|are"
    r"|was|were|can|could|has|have|will|would|should) (?:it|they|there|the|this|that|these|we|you"
    r"|he|she|i|any|an?|our|its|their|my|(?-i:[A-Z]\w+))",
    "es": r"(?:de |en |a |por |desde |para )?(?:qué|que|quién|quien|cuál|cual|cuáles|cuándo|cuando"
    r"|cuánto|cuanto|cuántos|cuantos|cuántas|cuantas|cuánta|cuanta|dónde|donde|cómo|como)|hay",
    "pt": r"(?:de |em |por |desde |para )?(?:o que|que|quem|qual|quais|quando|quanto|quantos"
    r"|quantas|quanta|onde|como)|há",
}
_ASKS_ANEW: Mapping[Language, str] = {
    "en": r"(?:when|where|why|how|what) (?:did|does|do|is|are|was|were|will|has|have)"
    r"|how (?:many|much|long|big|often)",
    "es": r"cu[aá]ndo|cu[aá]nt[oa]s?",
    "pt": r"quando (?:foi|e|é|vai|abriu|comecou|começou)|quant[oa]s?",
}
"""Asks after a mere comma, where other words would only tell more of what was named."""
_LEAD_IN = r"[^,:;?]{1,40}[,:]\s+[¿]?"
"""Says what a question is on before it is asked: 'In Monterrey, how many voted?'."""
_NAMED = re.compile(r"(?<!^)\b[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ]\w")
_AND: Mapping[Language, str] = {"en": "and|but|also|plus", "es": "y|e|pero|además", "pt": "e|mas"}
_BETWEEN = re.compile(
    r"[\s,]*(?:(?:and|or|y|o|u|e|ou|vs\.?|versus|with|to|than|against|con|com|contra|que|from)\s+)?"
    r"(?:(?:that|those|el|la|lo|los|las|o|a|os|as) (?:of|in|de|en|em|da|do)\s+)?"
    r"(?:(?:in|en|em|no|na|de|of)\s+)?(?:the )?(?:city of )?",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"^\W*(?:please )?(?:can you |could you |i want to |i'd like to )?(?:compar\w*|contrast"
    r"|(?:what(?:'s| is| are) )?(?:the )?differences? between"
    r"|(?:cu[aá]l(?:es)? (?:es|son) |qual (?:é )?|quais (?:são )?)?(?:(?:las?|as?) )?"
    r"(?:diferencias?|diferenças?) entre"
    r"|en qué se (?:diferencian?|parecen?)|em que (?:se )?difere[mn]?)\s+",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both(?! of)|each(?! of)|ambas?|ambos?|cada una?(?! de)|cada uma)\b,?\s*", re.IGNORECASE
)
_EACH = re.compile(
    r"\b(?:(?:each|both|either)(?: of (?:them|these|those|the two))?(?: place| city| case| one)?"
    r"|they|them|the two|the cities|cada una?(?: de ell[ao]s)?|cada uma?(?: delas| deles)?"
    r"|amb[ao]s|ell[ao]s|el[ae]s)\b",
    re.IGNORECASE,
)
"""Stands for each of the places named before."""
_DEED = re.compile(
    r"\W*(?:what|o que|lo que|que|qué)?\W*(?:did|do|does|have done|has done|are doing|hizo"
    r"|hicieron|hacen|fez|fizeram|fazem)\W*",
    re.IGNORECASE,
)
_ABOUT_PLACE: Mapping[Language, str] = {
    "en": "What did {place} do with data, and with what result?",
    "es": "¿Qué hizo {place} con los datos y con qué resultado?",
    "pt": "O que {place} fez com os dados e com que resultado?",
}

_LEVELS_OF: Mapping[Language, str] = {
    "en": "What level do {places} hold?",
    "es": "¿Qué nivel tienen {places}?",
    "pt": "Que nível têm {places}?",
}
_AND_WORD: Mapping[Language, str] = {"en": "and", "es": "y", "pt": "e"}


def joined_questions(text: str, language: Language) -> list[str]:
    """The questions that a text joins, in order; the text alone if it is but one.

    What is said around a question to explain it stays with it, and what the first is said to be
    on ('In Cali, how many voted?') is said of each that names nothing of its own.
    """
    opening = re.match(
        rf"(?!\W*(?:{_ASKS[language]})\b)({_LEAD_IN})(?:{_ASKS[language]})\b", text, re.IGNORECASE
    )
    lead_in = opening[1] if opening else ""
    asks = re.compile(
        rf"\W*(?:{_AND[language]})?\W*(?:{_LEAD_IN})?(?:{_ASKS[language]})\b", re.IGNORECASE
    )
    asks_alone = re.compile(rf"^\W*(?:{_AND[language]})\W+", re.IGNORECASE)
    join = rf",?\s+(?:{_AND[language]})\s+(?=¿?(?:{_ASKS[language]})\b)"
    join = rf"{join}|,\s+(?=¿?(?:{_ASKS_ANEW[language]})\b)"
    # A point after two letters shortens a name, as in 'St. Paul'.
    cut = re.compile(rf"(?<=[?;!])\s+|(?<=\w\w\w\.)\s+|{join}", re.IGNORECASE)
    parts: list[str] = []
    asked = False  # whether the last part asks something yet
    for piece in filter(None, (piece.strip(" ,;") for piece in cut.split(text[len(lead_in) :]))):
        is_question = bool(piece.endswith("?") or asks.match(piece))
        whole = is_question and _asks_something(lead_in + piece, language)
        if parts and (not whole or not asked):
            # 'What happened, and why?', or a sentence that only explains.
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
            asked = False
        asked = asked or whole
    if not 1 < len(parts) <= MAX_PARTS:
        return [text]
    told = [asks_alone.sub("", part) if lead_in else part for part in parts]
    parts = [part if n and _NAMED.search(part) else lead_in + part for n, part in enumerate(told)]
    return [part if part[-1] in ".?!" else f"{part}?" for part in parts]


def _asks_something(piece: str, language: Language) -> bool:
    """Whether a piece has something that it is about, and not only a question word."""
    known = FUNCTION_WORDS[language]
    told = [word for word in words(piece) if word.lower() not in known]
    return len(told) > 1 or (len(told) == 1 and len(words(piece)) > 2)


def joined_subjects(text: str, language: Language) -> list[tuple[str, str]]:
    """The ways to take a short text apart at an 'and', without a question word between the two."""
    if len(text.split()) > MAX_SUBJECT_WORDS:
        return []
    joins = re.finditer(rf",?\s+(?:{_AND[language]})\s+", text, re.IGNORECASE)
    return [(text[: m.start()].strip(), text[m.end() :].strip()) for m in joins]


def questions_of_places(text: str, language: Language, places_in: PlaceSpans) -> list[str]:
    """The question asked of each place that it joins; the text alone if there is but one."""
    places = places_in(text)
    if parts := _asked_of_each(text, places):
        return parts
    run = _coordinated(text, places)
    if not 1 < len(run) <= MAX_PARTS:
        return [text]
    compares = _COMPARE.match(text)
    before = _BOTH.sub("", text[compares.end() if compares else 0 : run[0].start])
    after = _BOTH.sub("", text[run[-1].end :])
    names = [text[place.start : place.end] for place in run]
    about = [_ABOUT_PLACE[language].format(place=name) for name in names]
    if compares and _DEED.fullmatch(f"{before} {after}"):
        return about
    if not _asks_something(f"{before} {after}", language):
        levels = _LEVELS_OF[language].format(places=f" {_AND_WORD[language]} ".join(names))
        return [levels, *about]
    return [_EACH.sub(name, f"{before}{name}{after}").strip() for name in names]


def _asked_of_each(text: str, places: Sequence[PlaceSpan]) -> list[str]:
    """'Cali and Newark both say so. By how much in each?': told of places, then asked of each."""
    cut = re.search(r"(?<=[.!?;:])\s+(?=[^.!?;:]+[.?!]*$)", text)
    if not cut or not 1 < len(places) <= MAX_PARTS or places[-1].end > cut.start():
        return []
    told, asked = text[: cut.start()], text[cut.end() :]
    run = _coordinated(told, places)
    names = [told[place.start : place.end] for place in places]
    plain = [fold(name) for name in names]
    if any(one.startswith(other) for n, one in enumerate(plain) for other in plain[:n]):
        return []
    if _AWARD.search(told) and not _EACH.search(asked):
        return []
    if len(run) == len(places):
        before, after = told[: run[0].start], told[run[-1].end :]
        each = [_BOTH.sub("", f"{before}{name}{after}") for name in names]
    else:
        ends = [_clause_end(told, one.end, two.start) for one, two in pairwise(places)]
        starts = [0, *ends]
        each = [
            told[start:end].strip(" ,;:.") + "."
            for start, end in zip(starts, [*ends, len(told)], strict=True)
        ]
        each = [_LEADING_AND.sub("", piece) for piece in each]
    # What a level was for is not told by when it was given.
    kept = [""] * len(names) if _AWARD.search(told) else [f"{piece} " for piece in each]
    return [f"{piece}{_EACH.sub(name, asked)}" for piece, name in zip(kept, names, strict=True)]


_LEADING_AND = re.compile(r"^(?:and|while|but|y|e|mientras|enquanto)\s+", re.IGNORECASE)
_AWARD = re.compile(
    r"\b(?:certifi\w+|gold|silver|platinum|oro|plata|platino|ouro|prata|platina)\b", re.IGNORECASE
)


def _clause_end(text: str, start: int, end: int) -> int:
    """Where what is told of one place ends and of the next begins: at the last comma or 'and'."""
    breaks = [m.start() for m in _CLAUSE.finditer(text, start, end)]
    return breaks[-1] if breaks else start


_CLAUSE = re.compile(r"[,;]|\s(?=(?:and|while|but|y|e|mientras|enquanto)\s)", re.IGNORECASE)


def _coordinated(text: str, places: Sequence[PlaceSpan]) -> list[PlaceSpan]:
    """The longest run of different places with nothing but 'and' and commas between them."""
    best: list[PlaceSpan] = []
    run: list[PlaceSpan] = []
    for place in places:
        between = run and _BETWEEN.fullmatch(text[run[-1].end : place.start])
        run = [*run, place] if between else [place]
        names = {fold(text[p.start : p.end]) for p in run}
        if len(run) > len(best) and len(names) == len(run):
            best = run
    return best
