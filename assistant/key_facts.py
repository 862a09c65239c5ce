"""The key facts of an English sentence in the reader's language: place, level, figures, dates.

A quote stays in its own language; beside it stands what can be said of it without translating it.
Nothing is added: every number, month, level and name is one of the sentence, and what the
sentence denies is left out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.answers import DraftSentence, Language, Quote
from assistant.facts.amounts import DATE_MARK, find_amounts
from assistant.facts.dates import find_dates
from assistant.facts.found import Fact
from assistant.facts.levels import find_levels
from assistant.facts.places import PlaceNames

SOURCE_LANGUAGE: Language = "en"
"""The language of the sentences that can be read."""

MOST_PLACES = 4
"""A sentence that names more places is a list of them, which reads the same in any language."""

_LABELS: Mapping[Language, str] = {"es": "Datos clave:", "pt": "Dados principais:"}
_DENIAL = re.compile(r"\b(?:not|no|nobody|none|never|nor|neither)\b|n[’']t\b", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:instead of|rather than)\b")
_CLAUSE_END = re.compile(r"[,;:]\s|\b(?:but|although|while|whereas)\b")
_OF: Mapping[Language, str] = {"es": "de", "pt": "de"}
_FOR: Mapping[Language, str] = {"es": "para", "pt": "para"}
_BETWEEN: Mapping[Language, tuple[str, str]] = {"es": ("entre", "y"), "pt": ("entre", "e")}


class KeyFacts:
    """States the key facts of sentences.

    Args:
        cities: names of the programme's cities.
    """

    def __init__(self, cities: Iterable[str] = ()) -> None:
        self._places = PlaceNames(cities)

    def of(self, text: str, language: Language, *, dates_alone: bool = True) -> str:
        """The key facts of an English sentence; empty if it has none, or in English.

        A place alone is none, since whoever asked named it; nor is the date of a source.

        Args:
            dates_alone: whether dates tell something by themselves, as where one asks for them.
        """
        if language == SOURCE_LANGUAGE:
            return ""
        facts = _facts(text, language)
        if all(fact.of_source for fact in facts):
            return ""
        stated = list(dict.fromkeys(fact.said for fact in facts))
        places = self._places.find(text, language)
        if not (dates_alone or places) and all(fact.kind == "date" for fact in facts):
            return ""
        shown = [*places, *stated] if len(places) <= MOST_PLACES else stated
        return f"{_LABELS[language]} {' · '.join(shown)}"

    def sentence(
        self, text: str, quote: Quote, language: Language, *, dates_alone: bool = True
    ) -> DraftSentence | None:
        """The key facts of a quoted sentence as a sentence of an answer; None if it has none."""
        facts = self.of(text, language, dates_alone=dates_alone)
        if not facts:
            return None
        return DraftSentence(facts, (quote,), origin="tool", starts_paragraph=True)


def _facts(text: str, language: Language) -> Sequence[Fact]:
    """What a sentence states, in order, with what belongs together put together."""
    dates = list(find_dates(text, language))
    undated = _without(text, dates)
    others = [*find_amounts(undated, language), *find_levels(undated, language)]
    free = [fact for fact in others if not any(_overlap(fact, date) for date in dates)]
    found = sorted([*dates, *free], key=lambda fact: fact.start)
    stated = [fact for fact in found if not _is_denied(text, fact)]
    joined: list[Fact] = []
    for fact in stated:
        while joined and (both := _joined(text, joined[-1], fact, language)):
            joined.pop()
            fact = both
        joined.append(fact)
    return joined


def _overlap(one: Fact, other: Fact) -> bool:
    return one.start < other.end and other.start < one.end


def _without(text: str, dates: Sequence[Fact]) -> str:
    """A text with a mark for each character of its dates."""
    for date in dates:
        text = f"{text[: date.start]}{DATE_MARK * (date.end - date.start)}{text[date.end :]}"
    return text


def _is_denied(text: str, fact: Fact) -> bool:
    """Whether the clause that a fact stands in says no, or names it as what was not chosen."""
    before = [*_CLAUSE_END.finditer(text, 0, fact.start)]
    after = _CLAUSE_END.search(text, fact.end)
    start, end = before[-1].end() if before else 0, after.start() if after else len(text)
    return bool(_DENIAL.search(text, start, end) or _INSTEAD.search(text, start, fact.start))


def _joined(text: str, one: Fact, other: Fact, language: Language) -> Fact | None:
    """Two facts as one, where the words between them say how they belong together."""
    gap = text[one.end : other.start]
    before = text[: one.start]
    said = None
    if other.kind == "date" and one.kind != "date":
        said = _dated(gap, one, other, language)
    elif gap in (" to ", " down to ") and before.endswith("from ") and _ends_alike(one, other):
        said = f"de {one.said} a {other.said}"
    elif gap == " and " and before.endswith("between ") and _ends_alike(one, other):
        first, last = _BETWEEN[language]
        said = f"{first} {one.said} {last} {other.said}"
    elif one.kind == "amount" and other.kind == "level" and gap == " for ":
        said = f"{one.said} {_FOR[language]} {other.said}"
    elif one.kind == "level" and other.kind == "amount" and gap == " is ":
        said = f"{one.said}: {other.said}"
    return replace(one, end=other.end, said=said, placed=said) if said else None


def _dated(gap: str, one: Fact, date: Fact, language: Language) -> str | None:
    if date.labelled:
        return None
    if gap == " ":
        return f"{one.said} {date.placed}"
    if gap == " of ":
        return f"{one.said} {_OF[language]} {date.said}"
    return None


def _ends_alike(one: Fact, other: Fact) -> bool:
    return one.kind == other.kind
