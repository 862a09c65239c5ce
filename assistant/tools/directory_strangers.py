"""Places that a question asks about and the directory lacks, as 'Is Toronto certified?'.

Nothing tells a city's name from another unknown word but how it is written and where it stands, so
that both are looked at: a question of that shape has no other unknown words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.folding import fold
from assistant.tools.directory_places import Mention
from assistant.tools.directory_words import Line
from assistant.tools.level_names import NO_LEVELS
from assistant.tools.tier_words import line_of

_MOST_WORDS = 4
_LEVELS = ("SILVER", "GOLD", "PLATINUM")
# The words that may stand around a name where its level or certification is asked about.
_FRAME = frozenset(
    """WHICH LEVEL CERTIFIED CERTIFICATION PROGRAMME PART SILVER GOLD PLATINUM TOP WHEN SINCE
    HOWLONG GET HOLD EVER CITY AREA AND""".split()
)
_YES_OR_NO = r"\W*(?:is|was|has|does|did|esta|es|fue|foi|e) (?:the city of )?"
# Words that names of cities begin with, and that fall away elsewhere.
_BEGINNINGS = "sao|los|las|la|el"
_ASKS_OTHERWISE = re.compile(
    r"\W*(?:(?:how|what)(?! about)|why|como|(?:cada )?cuant[oa]|(?:de )?quant[oa]"
    r"|(?:con |com )?que|o que|por que)\b"
)
_BODY = re.compile(
    r"\S.* (?:foundations?|institutes?|universit(?:y|ies)|cent(?:er|re)s?|labs?|agenc(?:y|ies)"
    r"|associations?|compan(?:y|ies)|councils?|partners|philanthropies|network)"
    r"|(?:fundacion|fundacao|instituto|universidade?|asociacion|associacao|empresa) .*\S"
)
"""The name of a body that is no city: 'Ford Foundation', 'Fundación Ford'."""
_TO_CERTIFY = re.compile(r"\bcertificar(?:se|nos|me)?\b")
_TO_ITS_AREA = re.compile(r"[\s,(]+(?P<link>(?:in|en|em|de|do|da)\s+)?")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A place that is not in the directory, as it was written, and the area it is put in."""

    name: str
    area: str = ""


def unknown_place(line: Line, text: str, *, is_word: Callable[[str], bool]) -> Stranger | None:
    """The place that the unknown words of a line name; None if they are something else.

    Args:
        text: what the line was read from.
        is_word: whether the documents use a word, so that in lower case it is no place's name.
    """
    at = [n for n, token in enumerate(line.tokens) if not token.isupper()]
    together = at[-1] - at[0] == len(at) - 1 and len(at) <= _MOST_WORDS
    if not together or line.when or not _asks_of_a_place(line, text):
        return None
    name = _written(line, text)
    if name is None:
        return None
    area, linked = _area_after(name, line, text)
    if line.has("AREA") and not area:
        return None
    if not (area and not linked) and not _is_a_name(name[0], line, text, is_word):
        return None
    if area:
        return Stranger(text[name.start() : area.end], area.area)
    return Stranger(text[name.start() : name.end()])


def unknown_name(line: Line, text: str, *, is_word: Callable[[str], bool]) -> str | None:
    """The name of a place that is joined by 'and' to one of the directory: 'Boise and Houston'."""
    told = " ".join(token if token.isupper() else "?" for token in line.tokens)
    framed = set(line.tokens) - set(line.strange) <= _FRAME | {"PLACE"}
    if not framed or line.when or not re.search(r"PLACE AND \?(?! AND)|\? AND PLACE", told):
        return None
    name = _written(line, text)
    if name is None or re.search(r"\? \S+ \?", told.replace("? ?", "?")):
        return None
    written = text[name.start() : name.end()]
    capital = written[0].isupper() and not text.isupper() and name.start() > 0
    return written if capital or not any(is_word(word) for word in line.strange) else None


def _asks_of_a_place(line: Line, text: str) -> bool:
    """Whether all but the unknown words asks for a level or a certification."""
    known = set(line.tokens) - set(line.strange)
    if known <= {"EVER", "GET", "HOLD"} and line.has("GET") and re.match(_YES_OR_NO, fold(text)):
        return True  # 'did Houston ever get it'
    asks = line.has("LEVEL", "CERTIFIED", "PART", "PROGRAMME", *_LEVELS)
    return known <= _FRAME and (asks or {"HOLD", "CERTIFICATION"} <= known)


def _written(line: Line, text: str) -> re.Match[str] | None:
    """Where the unknown words stand in the text, with the small words that belong to them."""
    folded = fold(text)
    if len(folded) != len(text):
        return None
    between = r"[\W_]+(?:\w{1,3}[\W_]+){0,2}?"
    words = between.join(re.escape(word) for word in line.strange)
    pattern = rf"(?:\b(?:{_BEGINNINGS}) )?\b{words}\b"
    city = re.search(rf"{pattern} city\b", folded)  # 'Salt Lake City', but 'Reno city'
    return city if city and " City" in text[: city.end()] else re.search(pattern, folded)


def _area_after(name: re.Match[str], line: Line, text: str) -> tuple[Mention | None, bool]:
    """The area named right after a name, and whether a word such as 'in' stands between."""
    gap = _TO_ITS_AREA.match(text, name.end())
    if gap is None:
        return None, False
    area = next((m for m in line.mentions if m.area and m.start == gap.end()), None)
    return area, bool(gap["link"])


def _is_a_name(name: str, line: Line, text: str, is_word: Callable[[str], bool]) -> bool:
    """Whether words are a place's name: written as one, or at least no words in use."""
    words = line.strange
    start = fold(text).index(name)
    written = text[start : start + len(name)]
    if not all(word.isalpha() for word in words) or _BODY.fullmatch(" ".join(words)):
        return False
    if written[0].isupper() and not text.isupper() and start > 0:
        return True
    if _TO_CERTIFY.search(fold(text)):
        return False
    if any(line_of(word, NO_LEVELS) != word for word in words):
        return False  # a word of the calculator's
    if len(words) > 1 and line.has("WHEN", "SINCE", "HOWLONG"):
        return False
    asked_of = re.match(_YES_OR_NO + re.escape(name), fold(text))
    if asked_of and line.has("CERTIFIED", "PART", "PROGRAMME"):
        return True
    if asked_of and line.has(*_LEVELS):
        return not any(is_word(word) for word in words)
    return _stands_as_one(line, fold(text)) and not any(is_word(word) for word in words)


def _stands_as_one(line: Line, text: str) -> bool:
    """Whether the unknown words stand where only what is certified can."""
    if line.has("LEVEL"):
        return True
    if _ASKS_OTHERWISE.match(text):
        return False
    if line.has("CERTIFIED"):
        return True
    tokens = list(line.tokens)
    if not line.has("HOLD") or not line.has("CERTIFICATION"):
        return False
    return tokens.index(line.strange[0]) < tokens.index("HOLD") < tokens.index("CERTIFICATION")
