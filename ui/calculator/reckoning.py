"""What the calculator page shows: the answer of the tier calculator, and what else would follow."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from assistant.answers import Answer, Language
from assistant.tools.tier_grammar import TierQuestion
from assistant.tools.tier_phrasing import phrase
from assistant.tools.tiers import UnknownVersionError, assess_count, shown_percent
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from corpus.records import Standard, StandardVersion
from ui.calculator.areas import Area, areas_of
from ui.calculator.state import Given, State, UnusableInputError, given_of, version_of
from ui.markup.drawings import level_style, tier_name
from ui.texts import Texts

_MARKUP = re.compile(r" \[\d+\]|\*\*")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Another number of criteria, and the level it would give.

    Attributes:
        change: criteria gained (above 0) or lost.
        level: `none` below the first.
    """

    change: int
    met: int
    level: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a state.

    Attributes:
        answer: the calculator's, with sources; None if the input was no number.
        fault: what is wrong with the input, in the reader's language; empty if nothing is.
        what_ifs: from fewest criteria to most; empty unless a level was worked out from a count.
    """

    state: State
    standard: Standard
    version: StandardVersion
    answer: Answer | None
    fault: str = ""
    what_ifs: Sequence[WhatIf] = ()

    @property
    def facts(self) -> Mapping[str, Any]:
        """The result of the calculation; empty where there is none."""
        return self.answer.tools[0].result if self.answer and self.answer.tools else {}

    @property
    def is_possible(self) -> bool:
        """Whether the input can be: nothing may be called a level otherwise."""
        return not self.fault and self.answer is not None and self.answer.status != "invalid"

    @property
    def said(self) -> str:
        """What came of it as plain text."""
        return self.fault or _MARKUP.sub("", self.answer.text if self.answer else "")

    def percent(self, texts: Texts) -> str:
        """The share of criteria as it is shown; for a state with a level."""
        met, given = self.facts["met"], self.facts["percent"]
        share = Fraction(str(given)) / 100
        if met is not None:
            share = Fraction(str(met)) / self.version.criteria
        shown = str(shown_percent(share, self.version))
        return shown if texts.language == "en" else shown.replace(".", ",")

    def units(self, texts: Texts) -> str:
        """What is counted, in words."""
        return self.standard.unit_in(texts.language).many

    def name(self, level: str, texts: Texts) -> str:
        """A level in the reader's words; `none` is below the first."""
        return tier_name(level, self.facts, texts.language)

    def style(self, level: str) -> str:
        """Names the colour of a level."""
        return level_style(level, self.facts)

    @property
    def level(self) -> str | None:
        """The level reached, `none` below the first; None where none was worked out."""
        if not self.is_possible or "percent" not in self.facts:
            return None
        return self.facts["level"] or "none"


class Calculator:
    """Works out levels, with the words and sources that every door gives."""

    def __init__(self, standard: Standard, writer: AnswerWriter) -> None:
        self.standard = standard
        self._writer = writer

    def work_out(self, state: State, language: Language) -> Outcome:
        """What a state comes to; impossible input comes to a sentence, never to a level."""
        texts = Texts(language)
        try:
            version = version_of(state, self.standard)
        except UnknownVersionError:
            fault = texts("calculator.unknown_version", given=state.standard[:20])
            return Outcome(state, self.standard, self.standard.current, None, fault)
        try:
            given = Given() if state.is_empty else given_of(state, self.standard, texts)
        except UnusableInputError as error:
            return Outcome(state, self.standard, version, None, str(error))
        answer = self._answer(given, state, version, language)
        whole = given.met is not None and given.met.denominator == 1
        possible = answer.status == "answered" and bool(version.tiers) and whole
        what_ifs = _what_ifs(int(given.met), version) if possible and given.met is not None else ()
        return Outcome(state, self.standard, version, answer, "", what_ifs)

    def areas(self, language: Language, met: Collection[str] = ()) -> list[Area]:
        """The practice areas with their criteria; `met` holds ids of those ticked."""
        return areas_of(self.standard, self._writer.quote_of, language=language, met=met)

    def _answer(
        self, given: Given, state: State, version: StandardVersion, language: Language
    ) -> Answer:
        counted = given.met is not None or given.percent is not None
        wrong_total = given.total is not None and given.total != version.criteria
        asked = TierQuestion(
            "wrong_total" if wrong_total else "level" if counted else "thresholds",
            version.id,
            named=bool(state.standard),
            met=given.met,
            percent=given.percent,
            total=given.total,
        )
        draft = phrase(asked, self.standard, language=language, quote_of=self._writer.quote_of)
        question = state.query()
        return self._writer.write(
            draft, question=question, standalone=question, language=language, trace=Trace()
        )


def _what_ifs(met: int, version: StandardVersion) -> list[WhatIf]:
    """One criterion more and fewer, the next level, and the count at which this one is lost."""
    now = assess_count(met, version)
    ahead = [distance.needed for distance in now.distances if distance.more]
    reached = [distance.needed for distance in now.distances if not distance.more]
    # Levels come lowest first: the next is the first ahead, the present the last one reached.
    others = {met - 1, met + 1, *ahead[:1], *(needed - 1 for needed in reached[-1:])}
    return [
        WhatIf(other - met, other, assess_count(other, version).level or "none")
        for other in sorted(others)
        if 0 <= other <= version.criteria
    ]
