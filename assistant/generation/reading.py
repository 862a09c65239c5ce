"""A text read for checking: its words with what they may mean, its values, its clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.answers import Language
from assistant.figures import LEVELS
from assistant.generation.concepts import (
    Pole,
    concepts,
    is_function_word,
    is_light,
    phrases,
    poles,
)
from assistant.generation.negation_words import NEGATORS, NO_NEGATION
from assistant.generation.values import (
    Amount,
    Date,
    Level,
    find_amounts,
    find_dates,
    find_levels,
)
from assistant.geography import find_areas

Role = Literal["content", "light", "function", "name", "value"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or value of a text.

    Attributes:
        clause: number of the clause it stands in, over the whole text.
        sentence: number of its sentence.
        at: its place among the tokens that are no words of grammar.
    """

    text: str
    start: int
    end: int
    role: Role
    concepts: frozenset[str]
    poles: frozenset[Pole]
    negates: bool
    clause: int
    sentence: int
    at: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is compared."""

    text: str
    language: Language
    tokens: Sequence[Token]
    amounts: Sequence[Amount]
    dates: Sequence[Date]
    levels: Sequence[Level]

    @property
    def told(self) -> list[Token]:
        """The tokens that are no words of grammar."""
        return [token for token in self.tokens if token.role != "function"]

    def part(self, start: int, end: int) -> "Reading":
        """What stands between two characters, places unchanged."""
        return replace(
            self,
            tokens=[t for t in self.tokens if start <= t.start and t.end <= end],
            amounts=[a for a in self.amounts if start <= a.start and a.end <= end],
            dates=[d for d in self.dates if start <= d.start and d.end <= end],
            levels=[v for v in self.levels if start <= v.start and v.end <= end],
        )


_MARKUP = re.compile(
    r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=[\w.])[*_](?!\w)|^\s*(?:[-*+•]|\d+[.)])\s+|^#+\s+|^>\s+", re.M
)
_PHRASES = "|".join(map(re.escape, phrases()))
_TOKEN = re.compile(rf"\b(?:{_PHRASES})\b|[^\W_]+(?:[.&'’-][^\W_]+)*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?;])[\"”’)]?\s+(?=[^\W_a-z]|[\"“¿¡(])")
_CLAUSE = re.compile(
    r"[;:—–(),]\s|\s[—–-]\s"
    r"|\b(?:and|but|while|whereas|although|though|which|who|whom|whose|so|because|when|after|before"
    r"|y|e|pero|mas|mientras|enquanto|aunque|embora|porque|cuando|quando|quienes)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:St|No|Dr|Mr|Ms|U\.S|D\.C|approx|vs|etc)\.$")


def plain(text: str) -> str:
    """`text` without Markdown, white space in single spaces."""
    return " ".join(_MARKUP.sub(" ", text).replace("’", "'").split())


@lru_cache(maxsize=4096)
def read(text: str, language: Language) -> Reading:
    """A text, already plain, read in its language."""
    amounts, dates, levels = find_amounts(text, language), find_dates(text), find_levels(text)
    values = sorted([*((a.start, a.end) for a in amounts), *((d.start, d.end) for d in dates)])
    return Reading(text, language, _tokens(text, language, values), amounts, dates, levels)


def _tokens(text: str, language: Language, values: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    areas = {(a.start, a.end): a.code for a in find_areas(text)}
    ends = sentence_ends(text)
    free = [match.span() for match in NO_NEGATION.finditer(text)]
    marks = sorted(
        m.start()
        for m in _CLAUSE.finditer(text)
        if not _within(m.start(), values) and not _beside_place(m, text, list(areas))
    )
    breaks = [b for n, b in enumerate(marks) if not n or b - marks[n - 1] > _ONE_BREAK]
    found: list[Token] = []
    at = 0
    for start, end, word, value_marks, is_value in _pieces(text, values):
        low = word.lower()
        area = next((code for (a, b), code in areas.items() if a <= start and end <= b), None)
        function = not is_value and is_function_word(word, language)
        capital = word[:1].isupper() or (any(c.isdigit() for c in word) and not is_value)
        opens = start == 0 or start in ends or text[:start].rstrip()[-1:] in '.!?:;¿¡"“('
        before_name = re.match(r" [^\W\d_a-z]", text[end : end + 2]) and not is_light(
            word, language
        )
        coded = any(c.isupper() for c in word[1:]) and not word.isupper()  # 'DataKC'
        named = capital and (not opens or before_name or coded) and low not in LEVELS
        negates = low in _negators(language) or low.endswith("n't") or low.startswith("non-")
        negates = negates and not any(a <= start < b for a, b in free)
        role: Role = (
            "value" if is_value
            else "light" if negates and not low.startswith("non-")
            else "name" if area or (named and not function)
            else "function" if function
            else "light" if is_light(word, language)
            else "content"
        )  # fmt: skip
        own = value_marks or concepts(word.replace(" ", "_"), language)
        if area:
            own |= {f"area:{area}"}
        if low in LEVELS:
            own |= {f"level:{LEVELS[low]}"}
        at += role != "function"
        found.append(
            Token(
                word, start, end, role, own,
                frozenset() if is_value else poles(word, language),
                negates, sum(b <= start for b in breaks), sum(e <= start for e in ends), at,
            )
        )  # fmt: skip
    return tuple(found)


@lru_cache(maxsize=3)
def _negators(language: Language) -> frozenset[str]:
    return NEGATORS - (frozenset({"no"}) if language == "pt" else frozenset())


def _beside_place(match: re.Match[str], text: str, areas: Sequence[tuple[int, int]]) -> bool:
    """Whether a comma sets off a state or country: 'Niterói, Brazil, for 2033'."""
    if text[match.start()] != ",":
        return False
    return any(
        start - 2 <= match.start() <= start or match.start() == end for start, end in areas
    ) and not re.match(r",\s(?:and|but|while|which|who)\b", text[match.start() :])


_ONE_BREAK = 2
"""Characters between a comma and a word that begins the same clause."""


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _pieces(
    text: str, values: Sequence[tuple[int, int]]
) -> list[tuple[int, int, str, frozenset[str], bool]]:
    """Words, and values as wholes with marks for their number, in order."""
    found = [
        (m.start(), m.end(), m[0], frozenset[str](), False)
        for m in _TOKEN.finditer(text)
        if not any(m.start() < end and start < m.end() for start, end in values)
    ]
    for start, end in dict.fromkeys(values):
        found.append((start, end, text[start:end], frozenset({f"v:{text[start:end]}"}), True))
    return sorted(found)


def sentence_ends(text: str) -> list[int]:
    """Where sentences after the first one start."""
    return [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if not _ABBREVIATED.search(text[: match.start()])
    ]


def meet(a: Token, b: Token, sentence: Reading, evidence: Reading) -> bool:
    """Whether two words, or values, of two texts say the same."""
    if a.role == "value" or b.role == "value":
        return sentence.text[a.start : a.end] == evidence.text[b.start : b.end]
    return bool(a.concepts & b.concepts or a.poles & b.poles)
