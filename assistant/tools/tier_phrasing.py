"""Saying what the tier calculator found: short sentences in three languages, each with its rule.

Every number in a sentence stands in the tool call's result or in a quoted tier of the record. The
wording is left to `tier_texts`, the tool call to `tier_facts`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, islice
from typing import Any

from assistant.answers import Draft, DraftSentence, Language, Quote, Status, ToolCall
from assistant.phrases import FOREIGN, LANGUAGE_NAMES
from assistant.tools.criteria_phrasing import DOCUMENTS_LANGUAGE
from assistant.tools.directory_texts import joined
from assistant.tools.tier_facts import (
    arguments_of,
    counted,
    distance_to,
    facts_of,
    facts_of_levels,
    facts_of_words,
    plain,
    results_of,
)
from assistant.tools.tier_grammar import TierQuestion
from assistant.tools.tier_texts import Voice, upper
from assistant.tools.tiers import (
    Band,
    ImpossibleInputError,
    TierResult,
    assess_percent,
    decimal,
    version_by_id,
)
from corpus.records import Evidence, PracticeArea, Standard

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
        counted out of another total, `partial` if the version has no level for a count. What is
        asked besides is answered after it, with a tool call of its own, more briefly.
    """
    brief = bool(question.also)
    sentences: list[DraftSentence] = []
    drafts: list[Draft] = []
    besides: list[DraftSentence] = []
    for one in (replace(question, also=()), *question.also):
        version = version_by_id(one.version, standard)
        speaker = _Speaker(standard, version, language, one, quote_of)
        draft = speaker.answer(brief=brief)
        lead, *rest = draft.sentences
        sentences += [replace(lead, starts_paragraph=bool(drafts)), *rest]
        drafts.append(draft)
        besides += speaker.besides(draft)
    return replace(
        drafts[0],
        status=min((draft.status for draft in drafts), key=_STATUSES.index),
        sentences=(*dict.fromkeys(sentences), *dict.fromkeys(besides)),
        tools=tuple(tool for draft in drafts for tool in draft.tools),
        closing=next((draft.closing for draft in drafts if draft.closing), ""),
        missing=tuple(dict.fromkeys(gap for draft in drafts for gap in draft.missing)),
    )


_STATUSES: Sequence[Status] = ("clarify", "invalid", "partial", "answered")
"""What several answers together count as: the first of these that one of them is."""


@dataclass(frozen=True)
class _Speaker(Voice):
    """What is known while an answer is put into words."""

    question: TierQuestion
    quote_of: Callable[[Evidence], Quote]

    def answer(self, *, brief: bool) -> Draft:
        """The draft of the one question, without what holds besides."""
        if self.question.kind == "wrong_total":
            return self.draft("clarify", self.other_total(), {"criteria": self.version.criteria})
        if not self.version.tiers:
            return self.ruled()
        try:
            result, before = results_of(self.question, self.version)
        except ImpossibleInputError as error:
            return self.impossible(error)
        return self.computed(result, before, brief=brief)

    # The parts of a draft

    def draft(
        self,
        status: Status,
        sentences: Iterator[DraftSentence],
        result: Mapping[str, Any],
        *,
        missing: tuple[str, ...] = (),
        met: int | Fraction | None = None,
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

    def computed(
        self, result: TierResult | None, before: TierResult | None, *, brief: bool
    ) -> Draft:
        """The draft of everything that could be computed; if brief, of the level alone."""
        facts = facts_of_levels(self.bands, self.version) | (
            facts_of(result, self.version) if result else {}
        )
        facts |= facts_of_words(self.standard, self.version)
        if before:
            facts["before"] = facts_of(before, self.version)
        kind = self.question.kind
        if result is None:
            known = {
                "needed": self.needed,
                "missable": self.missable,
                "thresholds": self.table,
                "end": self.end,
            }
            said = known.get(kind, self.ask)()
        elif kind == "needed":
            said = self.needed()
        elif kind == "distance":
            said = self.distances(result)
        elif kind == "spare" and self.holds(result):
            said = self.spare(result)
        elif kind == "spare" and self.question.tiers:
            said = self.distances(result)
        elif self.question.nearly and (start := self.start_at(result)):
            said = self.short_of(start)
            facts["level"] = self.below(start)
        elif brief:
            said = islice(self.level(result), 2 if result.between else 1)
        else:
            said = chain(self.level(result), self.named_higher(result))
        sentences = list(said)
        if result and (whether := self.verdict(result)) is not None:
            facts["needs_it" if kind == "needed" else "reached"] = whether
            lead = self.say("yes" if whether else "no", said=_small(sentences[0].text))
            sentences[0] = replace(sentences[0], text=lead)
        if before and result:
            sentences[2 if result.between else 1 :] = [self.compared(before, result)]
        if self.question.areas and result:
            sentences.insert(1, self.summed(result))
            facts["areas"] = {self.area_name(area): area.criteria for area in self.areas()}
        older = self.older(result) if kind == "level" and result else None
        if older:
            sentences.append(older[0])
            facts["older"] = older[1]
        status: Status = "clarify" if kind in _CLARIFIED else "answered"
        return self.draft(status, iter(sentences), facts, met=result.met if result else None)

    def verdict(self, result: TierResult) -> bool | None:
        """Whether the level asked about is reached; None where no yes or no is wanted.

        Enough for no level in particular may be meant for a higher one than is reached; and whether
        a count that is platinum 'is gold' is both.
        """
        named = self.question.tiers
        wanted = [own for own in self.bands if own.tier in named] or self.bands[:1]
        if self.question.kind == "needed":
            # Fewer than a level takes are needed, too: neither a yes nor a no says how many are.
            least = wanted[0].min_percent if result.met is None else wanted[0].needed
            given = result.share * 100 if result.met is None else result.met
            unsaid = given < least or wanted[0].derived
            return None if unsaid else given == least
        # Of a share between two bands it is not known how it is rounded; a count falls short.
        open_ = result.between and (result.met is None or self.question.kind == "level")
        unsure = self.question.nearly or wanted[0].derived or open_
        if not self.question.asks_whether or unsure:
            return None
        reached = result.share * 100 >= wanted[0].min_percent
        beyond = self.question.kind == "level" and result.level != wanted[0].tier
        return None if reached and (beyond or not named) else reached

    def areas(self) -> list[PracticeArea]:
        """The practice areas that the question tells as a whole."""
        return [area for area in self.standard.practice_areas if area.id in self.question.areas]

    def area_name(self, area: PracticeArea) -> str:
        """What a practice area is called in the language."""
        return area.names.get(self.language, area.name)

    def summed(self, result: TierResult) -> DraftSentence:
        """How many criteria those areas hold, or leave."""
        areas = self.areas()
        named = joined([f"{self.area_name(own)} ({own.criteria})" for own in areas], self.language)
        key = "areas_left" if self.question.left_out else "areas_met"
        if len(areas) == 1 and not self.question.left_out:
            named, key = self.area_name(areas[0]), "area_met"
        text = self.say(key, areas=named, n=result.met)
        quotes = tuple(self.quote_of(area.evidence) for area in areas)
        return DraftSentence(text, quotes, origin="tool")

    def besides(self, draft: Draft) -> Iterator[DraftSentence]:
        """What a level takes besides the criteria, after an answer under the version in force."""
        if draft.status == "answered" and self.is_current and self.version.extra:
            extra = self.version.extra
            text = self.say("extra") if self.standard.assesses == "cities" else extra.quote
            quotes = (self.quote_of(extra),)
            yield DraftSentence(text, quotes, origin="tool", starts_paragraph=True)

    def level(self, result: TierResult) -> Iterator[DraftSentence]:
        """Level, why, what the next one takes, how far this one holds."""
        band, above = self.place(result)
        if band and above and result.between and not above.derived:
            text = self.say(
                "between", band, share=self.share(result), min=above.min_percent,
                next=self.level_words(above.tier).the, reach=self.reach(result, above),
            )  # fmt: skip
            yield self.sentence(text, band, above)
            yield self.sentence(self.say("rounding"), band, above)
            return
        yield self.lead(result, band, above)
        if above:
            yield self.start(above, result)
        if band and result.between:
            yield self.sentence(self.say("rounding"), band)
        yield from self.holding(result, band)

    def named_higher(self, result: TierResult) -> Iterator[DraftSentence]:
        """Where the levels that are named begin, if they lie above the next."""
        _, above = self.place(result)
        higher = self.bands[self.bands.index(above) + 1 :] if above else ()
        yield from (self.start(band) for band in higher if band.tier in self.question.tiers)

    def start_at(self, result: TierResult) -> Band | None:
        """The level that starts at just this count or percentage, so that less is not enough."""
        percent = result.share * 100
        for band in self.bands:
            starts = (
                percent == band.min_percent if result.met is None else result.met == band.needed
            )
            if starts and not band.derived:
                return band
        return None

    def below(self, band: Band) -> str | None:
        """The level below one."""
        at = self.bands.index(band)
        return self.bands[at - 1].tier if at else None

    def short_of(self, band: Band) -> Iterator[DraftSentence]:
        """That a level needs all that it needs."""
        below = self.below(band)
        key, level = ("nearly", self.level_words(below).name) if below else ("nearly_below", "")
        yield self.sentence(self.say(key, band, lower=level, Lower=upper(level)), band)

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
        count, whole = counted(result)
        _, above = self.place(result)
        higher = above and whole >= above.needed  # of 43 criteria, 84 % is gold and no count is
        told = self.version.by_count or result.between or count == whole or higher
        takes = "" if told else self.say("takes", n=whole)
        percent = self.number(result.percent)
        return self.say(key, met=result.met, percent=percent, count=count, takes=takes)

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

    def holding(self, result: TierResult, band: Band | None) -> Iterator[DraftSentence]:
        """How far the level holds; where levels go by count, the lead has said so."""
        if not band or result.met is None:
            return
        if result.distance(band.tier).spare:
            if not self.version.by_count:
                yield self.sentence(self.say("holds", band), band)
            return
        lower = self.bands[: self.bands.index(band)]
        at = self.say("at", lower[-1]) if lower else self.say("at_below", band)
        yield self.sentence(self.say("edge", at=at), band)

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
        missing = {band: distance_to(band, result) for band in farther}
        if (
            not farther
            or None in missing.values()
            or (result.met is None and self.version.by_count)
        ):
            yield from self.attained(result, wanted, band)
            yield from (self.start(b) for b in farther)
            return
        for target, more in missing.items():
            lead = self.say("missing_one" if more == 1 else "missing", n=more)
            yield self.start(target, result, lead)
        if result.met is None:
            yield self.lead(result, band, above)
        else:
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
        yield from self.holding(result, band)

    def holds(self, result: TierResult) -> list[Band]:
        """The levels reached, of those named if any are."""
        named = self.question.tiers or [band.tier for band in self.bands]
        reached = (band for band in self.bands if result.distance(band.tier).spare is not None)
        return [band for band in reached if band.tier in named]

    def spare(self, result: TierResult) -> Iterator[DraftSentence]:
        """How many criteria could be lost with the level kept."""
        band = self.holds(result)[-1]
        values = {"met": result.met, "percent": self.number(result.percent)}
        spare = result.distance(band.tier).spare
        if band.tier == result.level:
            yield self.sentence(self.say("spare", band, n=spare, **values), band)
            return
        yield self.sentence(self.say("spare_of", band, n=spare), band)
        yield self.standing("stands", result)

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
        if then.version.by_count:
            return None  # which prints no share
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
            elif self.question.asks_percent and not self.version.by_count:
                yield self.start(band, lead=self.say("needs_percent", band))
            else:
                yield self.sentence(self.say("needs", band), band)
            if not (self.is_current or self.version.by_count) and band.max_percent:
                yield self.sentence(self.say("band_then", band), band)

    def end(self) -> Iterator[DraftSentence]:
        """That a level is the highest, or the lowest, and what it takes."""
        for band in self.bands:
            if band.tier in self.question.tiers:
                yield self.sentence(
                    self.say("highest" if band == self.bands[-1] else "lowest", band), band
                )
        yield from self.needed()

    def missable(self) -> Iterator[DraftSentence]:
        """How many criteria need not be met for the levels named."""
        for band in self.bands:
            if band.tier in self.question.tiers:
                left = self.version.criteria - band.needed
                yield self.sentence(self.say("missable", band, n=left), band)

    def table(self) -> Iterator[DraftSentence]:
        """The levels named, or all, a row each."""
        wanted = [b for b in self.bands if b.tier in self.question.tiers] or self.bands
        yield self.sentence(self.say("table"))
        for band in wanted:
            top = "row" if band.max_percent else "row_top"
            text = self.say("row_derived" if band.derived else top, band)
            yield self.sentence(text, band, item=True)
        if len(wanted) == 2:
            low, high = wanted
            apart = self.say("apart", low, n=high.needed - low.needed, next=high.needed)
            yield replace(self.sentence(apart, low, high), starts_paragraph=True)

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
        sentences = [DraftSentence(rule.quote, quotes, origin="document")]
        if self.standard.assesses == "cities":
            text = self.say("rule")
            if self.language != DOCUMENTS_LANGUAGE:
                known_as = LANGUAGE_NAMES[self.language][DOCUMENTS_LANGUAGE]
                text += " " + FOREIGN[self.language].format(language=known_as)
            sentences.insert(0, DraftSentence(text, quotes, origin="tool"))
        counted = self.question.met is not None or self.question.percent is not None
        missing = (self.say("no_level"),) if counted else ()
        status: Status = "partial" if counted else "answered"
        facts = {"criteria": self.version.criteria, "level": None}
        return self.draft(status, iter(sentences), facts, missing=missing)


def _small(text: str) -> str:
    """A text to be said after a yes or a no: its first letter small, bold or not."""
    at = 2 if text.startswith("**") else 0
    return f"{text[:at]}{text[at].lower()}{text[at + 1 :]}"
