"""What a city was before: 'and before that?', '¿y qué tenía antes?' after one on its level."""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State, level_told, place_name
from assistant.dialogue.turns import Said
from assistant.dialogue.wording import CITY_NOUNS, OWN, PRONOUNS, SMALL, VAGUE
from assistant.folding import fold
from assistant.tools.level_names import level_words

_BEFORE = re.compile(
    r"\b(?:before(?: that| this| it| then)?|beforehand|previously|earlier|prior(?: to (?:that|it))?"
    r"|formerly|used to|antes(?: d(?:e eso|e esto|e ello|isso|isto))?|anteriormente|previamente)"
    r"(?=\W*$|,| (?:and|y|e)\b| (?:from|since|desde|that|what|which)\b)"
)
_ALWAYS = re.compile(r"\b(?:always|ever been|siempre|sempre)\b")
_START = re.compile(
    r"\b(?:(?:start|began|begin|enter|came in|come in|join)\w*(?: off| out)? (?:with|at|as|on|from)"
    r"|first level|empez\w+ (?:con|en)|comenz\w+ (?:con|en)|entr(?:o|aron|ou|aram) con"
    r"|comec\w+ (?:com|em))\b"
)
_DATED = re.compile(
    r"\b(?:since when|when|(?:what|which) (?:date|year)|how long|desde (?:cuando|quando|que)|cuando"
    r"|quando|que (?:fecha|data|ano))\b"
)
_OF_LEVELS = frozenset(
    """level levels tier rank rating status medal award certification certified hold held holds
    before beforehand previously earlier prior formerly used always ever start started starting
    begin began beginning with enter entered entering join joined higher lower different another
    other else date dates year first same
    nivel niveles niveis categoria tenia tenian tuvo tinha tinham teve antes anteriormente
    previamente siempre sempre empezo empezaron comenzo comenzaron entro entraron comecou comecaram
    disso disto ello
    entrou entraram era eran eram fecha data ano otro outro otra outra""".split()
)


def former_level(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The question which level the city spoken of held before, or at first."""
    asked = state.inquiry
    named = [slot for slot in said.slots if slot.kind == "place"]
    if not asked or len(named) < len(said.slots) or len(named) > 1:
        return None
    of_city = asked.wanted in ("level", "since", "certified") and len(state.places) == 1
    if not (of_city or (named and asked.level)):
        return None
    starts = bool(_START.search(said.folded))
    before = _BEFORE.search(said.folded) or _ALWAYS.search(said.folded)
    known = _OF_LEVELS | SMALL | PRONOUNS | OWN | CITY_NOUNS | VAGUE
    around = {w.plain for w in said.words if not any(s.start <= w.start < s.end for s in named)}
    if not (starts or before) or around - known:
        return None
    place = place_name(named[0], finder) if named else state.places[0]
    texts = _TEXTS[said.language]
    told = texts["start"] if starts else texts["level"]
    told_level = level_told(state.answer, finder) if place in state.places else ""
    level = "" if starts else told_level or asked.level
    text = told.format(
        place=place,
        before=texts["of"].format(level_words(level, said.language).name) if level else "",
    )
    return text + (texts["since"] if _DATED.search(said.folded) else "") + "?"


def is_on_former(question: str) -> bool:
    """Whether a question asks for the level before another, or the first of all."""
    return bool(_FORMER.search(fold(question)))


_FORMER = re.compile(
    r"\b(?:what level did|que nivel tenia|que nivel .+ tinha)\b.* (?:before|at first|antes"
    r"|al principio|no inicio)\b"
)
_TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "level": "What level did {place} hold before{before}",
        "start": "What level did {place} hold at first",
        "of": " {}",
        "since": ", and since when",
    },
    "es": {
        "level": "¿Qué nivel tenía {place} antes{before}",
        "start": "¿Qué nivel tenía {place} al principio",
        "of": " de {}",
        "since": ", y desde cuándo",
    },
    "pt": {
        "level": "Que nível {place} tinha antes{before}",
        "start": "Que nível {place} tinha no início",
        "of": " de {}",
        "since": ", e desde quando",
    },
}
