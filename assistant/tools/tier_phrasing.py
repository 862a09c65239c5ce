"""Saying what the tier calculator found: short sentences in three languages, each with its rule.

Every number in a sentence stands in the tool call's result or in a quoted tier of the record. The
wording is left to `tier_texts`, the tool call to `tier_facts`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assistant.answers import Draft, DraftSentence, Language, Quote, Status, ToolCall
from assistant.tools.tier_facts import arguments_of, facts_of, facts_of_levels, plain, results_of
from assistant.tools.tier_grammar import TierQuestion
from assistant.tools.tier_texts import LEVELS, Voice
from assistant.tools.tiers import (
    Band,
    ImpossibleInputError,
    TierResult,
    assess_percent,
    decimal,
    version_by_id,
)
from corpus.records import Evidence, Standard

_CLARIFIED = ("ask_count", "wrong_total")


def phrase(
    question: TierQuestion,
    standard: Standard,
    *,
    language: Language,
    quote_of: Callable[[Evidence], Quote],
) -> Draft:
    """The answer to a tier question, with the tool call that its figures come from.

    Args:
        quote_of: finds the place of a record's evidence in its document.

    Returns:
        A draft that is `invalid` for impossible input, `clarify` if a count is missing or is
        counted out of another total, `partial` if the version has no level for a count.
    """
    version = version_by_id(question.version, standard)
    speaker = _Speaker(standard, version, language, question, quote_of)
    if question.kind == "wrong_total":
        return speaker.draft("clarify", speaker.other_total(), {"criteria": version.criteria})
    if not version.tiers:
        return speaker.ruled()
    try:
        result, before = results_of(question, version)
    except ImpossibleInputError as error:
        return speaker.impossible(error)
    return speaker.computed(result, before)


@dataclass(frozen=True)
class _Speaker(Voice):
    """What is known while an answer is put into words."""

    question: TierQuestion
    quote_of: Callable[[Evidence], Quote]

    # The parts of a draft

    def draft(
        self,
        status: Status,
        sentences: Iterator[DraftSentence],
        result: Mapping[str, Any],
        *,
        missing: tuple[str, ...] = (),
        met: int | None = None,
    ) -> Draft:
        """A draft with its tool call, closing question and next questions."""
        facts = {"version": self.version.id, "year": self.year, **result}
        return Draft(
            status=status,
            sentences=tuple(sentences),
            tools=(ToolCall("tier", arguments_of(self.question), facts),),
            closing=self.say("ask") if status in ("clarify", "invalid") else "",
            missing=missing,
            followups=tuple(dict.fromkeys(self.next_questions(self.question, met)))[:3],
        )

    def sentence(self, text: str, *tiers: Band | None, item: bool = False) -> DraftSentence:
        """A sentence that rests on the tiers it states, a derived one also on the one below."""
        names = {band.tier for band in tiers if band}
        below = {
            low.tier
            for low, band in zip(self.bands, self.bands[1:], strict=False)
            if band.derived and band.tier in names
        }
        evidence = [t.evidence for t in self.version.tiers if t.name in names | below]
        quotes = tuple(self.quote_of(e) for e in evidence or [self.version.evidence])
        return DraftSentence(text, quotes, origin="tool", list_item=item)

    # What is said of a result

    def computed(self, result: TierResult | None, before: TierResult | None) -> Draft:
        """The draft of everything that could be computed."""
        facts = facts_of_levels(self.bands, self.version) | (facts_of(result) if result else {})
        if before:
            facts["before"] = facts_of(before)
        kind = self.question.kind
        if result is None:
            said = {"needed": self.needed, "thresholds": self.table}.get(kind, self.ask)()
        elif kind == "distance":
            said = self.distances(result)
        elif kind == "spare" and result.level:
            said = self.spare(result)
        else:
            said = self.level(result)
        sentences = list(said)
        if before and result:
            sentences[2 if result.between else 1 :] = [self.compared(before, result)]
        older = self.older(result) if kind == "level" and result else None
        if older:
            sentences.append(older[0])
            facts["older"] = older[1]
        status: Status = "clarify" if kind in _CLARIFIED else "answered"
        if status == "answered" and self.is_current and self.version.extra:
            quote = self.quote_of(self.version.extra)
            extra = self.say("extra")
            sentences.append(DraftSentence(extra, (quote,), origin="tool", starts_paragraph=True))
        return self.draft(status, iter(sentences), facts, met=result.met if result else None)

    def level(self, result: TierResult) -> Iterator[DraftSentence]:
        """Level, why, what the next one takes, how far this one holds."""
        band, above = self.place(result)
        if band and above and result.between and not above.derived:
            text = self.say(
                "between", band, share=self.share(result), min=above.min_percent,
                next=LEVELS[self.language][above.tier][1], reach=self.reach(result, above),
            )  # fmt: skip
            yield self.sentence(text, band, above)
            yield self.sentence(self.say("rounding"), band, above)
            return
        yield self.lead(result, band, above)
        if above:
            yield self.start(above, result)
        if band and result.between:
            yield self.sentence(self.say("rounding"), band)
        if band and result.met is not None:
            yield self.holding(result, band)

    def place(self, result: TierResult) -> tuple[Band | None, Band | None]:
        """The band of a result's level and the one above it."""
        names = [band.tier for band in self.bands]
        at = names.index(result.level) if result.level else -1
        above = self.bands[at + 1] if at + 1 < len(names) else None
        return (self.bands[at] if at >= 0 else None), above

    def lead(self, result: TierResult, band: Band | None, above: Band | None) -> DraftSentence:
        """The level and the band that gives it."""
        share = self.share(result)
        if not band:
            return self.sentence(self.say("below", above, share=share), above)
        key = "range_derived" if band.derived else "range" if band.max_percent else "range_top"
        extent = self.say(key, band)
        return self.sentence(self.say("lead", band, share=share, range=extent), band)

    def share(self, result: TierResult) -> str:
        """A count and its share, or the share that was given."""
        key = "share_percent" if result.met is None else "share_one" if result.met == 1 else "share"
        return self.say(key, met=result.met, percent=self.number(result.percent))

    def reach(self, result: TierResult, above: Band) -> str:
        """What is still missing to the level above."""
        more = result.distance(above.tier).more
        if more is None:
            return self.say("reach_percent", above)
        return self.say("reach_one" if more == 1 else "reach", n=more)

    def start(self, band: Band, result: TierResult | None = None, lead: str = "") -> DraftSentence:
        """Where a level starts and, unless the lead says it, how many criteria are missing."""
        missing = result.distance(band.tier).more if result and not lead else None
        more = self.say("more", n=missing) if missing else ""
        key = "start_derived" if band.derived else "start"
        return self.sentence(lead + self.say(key, band, more=more, under=""), band)

    def holding(self, result: TierResult, band: Band) -> DraftSentence:
        """How far the level holds."""
        if result.distance(band.tier).spare:
            return self.sentence(self.say("holds", band), band)
        lower = self.bands[: self.bands.index(band)]
        at = self.say("at", lower[-1]) if lower else self.say("at_below", band)
        return self.sentence(self.say("edge", at=at), band)

    def standing(self, key: str, result: TierResult) -> DraftSentence:
        """Where a count stands: the text `key` with the count, its share and its level."""
        band, _ = self.place(result)
        at = self.say("at", band) if band else self.say("at_below", self.bands[0])
        percent = self.number(result.percent)
        text = self.say(key, met=result.met, percent=percent, at=at)
        return self.sentence(text, band or self.bands[0])

    def distances(self, result: TierResult) -> Iterator[DraftSentence]:
        """How far it is to the levels named, or to the next."""
        band, above = self.place(result)
        named = [b for b in self.bands if b.tier in self.question.tiers]
        wanted = named or [above or self.bands[-1]]
        farther = [b for b in wanted if result.share * 100 < b.min_percent]
        if not farther or result.met is None:
            yield from self.attained(result, wanted, band)
            yield from (self.start(b) for b in farther)
            return
        for target in farther:
            more = result.distance(target.tier).more
            lead = self.say("missing_one" if more == 1 else "missing", n=more)
            yield self.start(target, result, lead)
        yield self.standing("stands", result)

    def attained(
        self, result: TierResult, wanted: list[Band], band: Band | None
    ) -> Iterator[DraftSentence]:
        """That the highest of the levels asked about is reached, or what level is."""
        target = wanted[-1]
        higher = band and band != target and result.share * 100 >= target.min_percent
        if higher and not target.derived and result.met is not None:
            yield self.sentence(self.say("reached", target, share=self.share(result)), target)
            yield self.standing("stands", result)
            return
        yield self.lead(result, band, self.place(result)[1])
        if band and result.met is not None:
            yield self.holding(result, band)

    def spare(self, result: TierResult) -> Iterator[DraftSentence]:
        """How many criteria could be lost with the level kept."""
        band, _ = self.place(result)
        assert band
        assert result.level
        values = {"met": result.met, "percent": self.number(result.percent)}
        spare = result.distance(result.level).spare
        yield self.sentence(self.say("spare", band, n=spare, **values), band)

    def compared(self, before: TierResult, after: TierResult) -> DraftSentence:
        """Whether the level before a change was another."""
        return self.standing("stays" if before.level == after.level else "changes", before)

    def older(self, result: TierResult) -> tuple[DraftSentence, Mapping[str, Any]] | None:
        """What a percentage was under the version before, if that was another level."""
        earlier = [v for v in self.standard.versions if v.tiers and v != self.version]
        if result.met is not None or self.question.named or not earlier:
            return None
        then = replace(self, version=earlier[-1])
        was = assess_percent(result.share * 100, then.version)
        band, _ = then.place(was)
        if was.level == result.level or was.between or not band or band.derived:
            return None
        text = then.say("older", band, percent=self.number(result.percent))
        extent = [band.min_percent, band.max_percent]
        return then.sentence(text, band), {"year": then.year, "bands": {band.tier: extent}}

    # What is said without a result

    def needed(self) -> Iterator[DraftSentence]:
        """What the levels named take."""
        for band in self.bands:
            if band.tier not in self.question.tiers:
                continue
            if band.derived:
                yield self.sentence(self.say("start_derived", band, more=""), band)
            elif self.question.asks_percent:
                yield self.start(band, lead=self.say("needs_percent", band))
            else:
                yield self.sentence(self.say("needs", band), band)

    def table(self) -> Iterator[DraftSentence]:
        """The levels named, or all, a row each."""
        wanted = [b for b in self.bands if b.tier in self.question.tiers] or self.bands
        yield self.sentence(self.say("table"))
        for band in wanted:
            top = "row" if band.max_percent else "row_top"
            text = self.say("row_derived" if band.derived else top, band)
            yield self.sentence(text, band, item=True)

    def ask(self) -> Iterator[DraftSentence]:
        """What the level depends on, before the number is asked for."""
        wanted = [b for b in self.bands if b.tier in self.question.tiers]
        yield from (self.start(band) for band in wanted)
        if not wanted:
            yield self.sentence(self.say("depends"))

    def other_total(self) -> Iterator[DraftSentence]:
        """That the version has another number of criteria than the one counted out of."""
        name = self.say("current" if self.is_current else "earlier")
        yield self.sentence(self.say("wrong_total", standard=name, total=self.question.total))

    def impossible(self, error: ImpossibleInputError) -> Draft:
        """What is wrong with a count or percentage."""
        name = self.say("current" if self.is_current else "earlier")
        given = self.number(decimal(error.given))
        text = self.say(error.fault, standard=name, given=given, most=100)
        facts = {"error": error.fault, "given": plain(error.given), "from": 0, "to_percent": 100}
        facts["criteria"] = self.version.criteria
        return self.draft("invalid", iter([self.sentence(text)]), facts)

    def ruled(self) -> Draft:
        """How levels were given in a version without percentage bands."""
        rule = self.version.rule or self.version.evidence
        quotes = tuple(self.quote_of(e) for e in dict.fromkeys((rule, self.version.evidence)))
        sentence = DraftSentence(self.say("rule"), quotes, origin="tool")
        counted = self.question.met is not None or self.question.percent is not None
        missing = (self.say("no_level"),) if counted else ()
        status: Status = "partial" if counted else "answered"
        facts = {"criteria": self.version.criteria, "level": None}
        return self.draft(status, iter([sentence]), facts, missing=missing)
