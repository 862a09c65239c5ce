"""Saying what the criteria are, each sentence with the one that its record names as evidence.

What a criterion asks is quoted from its document; in Spanish and Portuguese its title and area are
told in the reader's language before. The wording is left to `criteria_texts`.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.answers import Draft, DraftSentence, Language, Quote, Status, ToolCall
from assistant.phrases import FOREIGN, LANGUAGE_NAMES
from assistant.tools.criteria_grammar import CriteriaQuestion
from assistant.tools.criteria_texts import TEXTS
from assistant.tools.dates import month_name
from assistant.tools.level_names import level_words
from assistant.tools.tiers import version_by_id
from corpus.records import Criterion, Evidence, PracticeArea, Standard, StandardVersion

DOCUMENTS_LANGUAGE = "en"


def phrase_criteria(
    asked: CriteriaQuestion,
    standard: Standard,
    *,
    language: Language,
    quote_of: Callable[[Evidence], Quote],
) -> Draft:
    """The answer to a question on the criteria, with the tool call that it rests on.

    Args:
        quote_of: finds the place of a record's evidence in its document.

    Returns:
        A draft that is `invalid` if only ids are asked about that do not exist, `partial` if some
        are.
    """
    speaker = _Speaker(asked, standard, language, quote_of)
    sentences = tuple(speaker.sentences())
    status: Status = "answered"
    if asked.unknown:
        status = "partial" if asked.criteria else "invalid"
    return Draft(
        status=status,
        sentences=sentences,
        tools=(ToolCall("criteria", _arguments(asked), speaker.facts()),),
        missing=asked.unknown,
        followups=tuple(dict.fromkeys(speaker.next_questions()))[:3],
    )


@dataclass(frozen=True)
class _Speaker:
    """What is known while an answer is put into words."""

    asked: CriteriaQuestion
    standard: Standard
    language: Language
    quote_of: Callable[[Evidence], Quote]

    @property
    def version(self) -> StandardVersion:
        return version_by_id(self.asked.version, self.standard)

    @property
    def is_current(self) -> bool:
        return self.version == self.standard.current

    def say(self, key: str, **values: object) -> str:
        """A text of the language with its slots filled, those of the version among them."""
        version = self.version
        slots: dict[str, object] = {
            "criteria": version.criteria,
            "areas": version.practice_areas,
            "year": version.in_force_from.year,
        }
        return TEXTS[self.language][key].format(**(slots | values))

    def sentence(self, text: str, *evidence: Evidence | None, item: bool = False) -> DraftSentence:
        """A sentence that rests on the evidence there is."""
        quotes = tuple(dict.fromkeys(self.quote_of(said) for said in evidence if said))
        return DraftSentence(text, quotes, origin="tool", list_item=item)

    def title(self, criterion: Criterion) -> str:
        return criterion.titles.get(self.language, criterion.title)

    def name(self, area: PracticeArea) -> str:
        """An area's name, with the name the documents use in brackets if it is another."""
        own = area.names.get(self.language, area.name)
        return own if own == area.name else f"{own} ({area.name})"

    def both_names(self, area: PracticeArea) -> str:
        """An area's name, and the one that the documents use if it is another."""
        return ", ".join(dict.fromkeys((area.names.get(self.language, area.name), area.name)))

    def areas(self) -> Sequence[PracticeArea]:
        """The areas asked about, or all, as the standard orders them."""
        every = self.standard.practice_areas
        return [area for area in every if area.id in self.asked.areas] or every

    def criteria_of(self, area: PracticeArea) -> Sequence[Criterion]:
        return [c for c in self.standard.criteria if c.practice_area == area.id]

    def area_of(self, id_: str) -> PracticeArea | None:
        """The area whose ids begin as this one does."""
        prefix = id_.rstrip("0123456789")
        return next((area for area in self.standard.practice_areas if area.id == prefix), None)

    def facts(self) -> Mapping[str, Any]:
        """What the records hold of what is asked, as plain JSON values."""
        asked = self.asked
        wanted = [c for c in self.standard.criteria if self.is_asked(c)]
        return {
            "versions": {
                version.id: {
                    "from": version.in_force_from.isoformat(),
                    "until": version.in_force_until.isoformat() if version.in_force_until else None,
                    "criteria": version.criteria,
                    "practice_areas": version.practice_areas,
                }
                for version in self.standard.versions
            },
            "practice_areas": {
                area.id: {
                    "name": self.name(area),
                    "criteria": area.criteria,
                    "ids": [criterion.id for criterion in self.criteria_of(area)],
                }
                for area in self.standard.practice_areas
            },
            "criteria": {
                criterion.id: {"title": self.title(criterion), "confirmed": criterion.confirmed}
                for criterion in wanted
            },
            "unknown": list(asked.unknown),
        }

    def is_asked(self, criterion: Criterion) -> bool:
        """Whether a criterion is one of those that the answer names."""
        asked = self.asked
        listed = asked.kind == "area" and criterion.practice_area in asked.areas
        named = criterion.id in (*asked.criteria, *asked.beside)
        return named or listed or asked.kind == "all"

    # What is said

    def sentences(self) -> Iterator[DraftSentence]:
        """Everything that is said, the answer first."""
        said: Mapping[str, Callable[[], Iterator[DraftSentence]]] = {
            "criterion": self.criteria,
            "unknown": self.unknown,
            "area": self.lists,
            "areas": self.list_of_areas,
            "all": self.everything,
            "count": self.count,
            "history": self.history,
            "extreme": self.extreme,
            "edition": self.edition,
            "term": self.term,
            "changes": self.changes,
        }
        yield from said[self.asked.kind]()

    def criteria(self) -> Iterator[DraftSentence]:
        """What criteria ask, and how firmly that is known."""
        wanted = [c for c in self.standard.criteria if c.id in self.asked.criteria]
        wanted.sort(key=lambda criterion: self.asked.criteria.index(criterion.id))
        for criterion in wanted:
            yield from self.one(criterion, first=criterion == wanted[0])
        unconfirmed = {c.practice_area for c in wanted if not c.confirmed}
        areas = [a for a in self.standard.practice_areas if a.id in unconfirmed]
        sourcing = [a.sourcing for a in areas if a.sourcing]
        if sourcing:
            yield self.sentence(self.say("unconfirmed"), *sourcing)
        yield from self.unknown()

    def one(self, criterion: Criterion, *, first: bool) -> Iterator[DraftSentence]:
        """What one criterion asks: its title, then its document's sentence."""
        area = next(a for a in self.standard.practice_areas if a.id == criterion.practice_area)
        key = "one"
        if self.asked.nearest:
            key = "nearest_one" if first else "near_one"
        elif first and self.asked.found and self.asked.yes_or_no:
            # None is needed by itself for an award: a level takes a share of them.
            key = "counts_one" if self.asked.for_award else "yes_one"
        text = self.say(
            key, id=criterion.id, title=self.title(criterion), area=self.both_names(area)
        )
        if self.language != DOCUMENTS_LANGUAGE and first:
            known_as = LANGUAGE_NAMES[self.language][DOCUMENTS_LANGUAGE]
            text += " " + FOREIGN[self.language].format(language=known_as)
        quote = self.quote_of(criterion.evidence)
        yield DraftSentence(text, (quote,), origin="tool", starts_paragraph=True)
        yield DraftSentence(criterion.evidence.quote, (quote,), origin="document")
        lowest = next(iter(self.version.tiers), None)
        if first and self.asked.for_award and lowest and lowest.min_percent:
            level = level_words(lowest.name, self.language, self.standard).name
            text = self.say("one_of_all", level=level, least=lowest.min_percent)
            yield self.sentence(text[:1].upper() + text[1:], lowest.evidence)

    def unknown(self) -> Iterator[DraftSentence]:
        """That some ids do not exist, and which do."""
        for id_ in self.asked.unknown:
            area = self.area_of(id_)
            if area is None:
                prefixes = ", ".join(own.id for own in self.standard.practice_areas)
                text = self.say("unknown_prefix", id=id_, prefixes=prefixes)
                yield self.sentence(text, self.version.areas_evidence)
                continue
            ids = [criterion.id for criterion in self.criteria_of(area)]
            values = {"n": area.criteria, "first": ids[0], "last": ids[-1]}
            text = self.say("unknown", id=id_, area=self.name(area), **values)
            yield self.sentence(text, area.evidence)

    def lists(self) -> Iterator[DraftSentence]:
        """The criteria of the areas asked about, an item each."""
        for area in self.areas():
            text = self.say("area", area=self.name(area), n=area.criteria)
            yield self.sentence(text, area.evidence)
            for own in self.criteria_of(area):
                text = self.say("item", id=own.id, title=self.title(own))
                yield self.sentence(text, own.evidence, item=True)
            if area.sourcing and not all(own.confirmed for own in self.criteria_of(area)):
                yield self.sentence(self.say("unconfirmed"), area.sourcing)
        if beside := [c for c in self.standard.criteria if c.id in self.asked.beside]:
            named = "; ".join(
                self.say("beside_item", id=own.id, title=self.title(own), area=self.name(other))
                for own in beside
                if (other := self.area_of(own.id))
            )
            evidence = (own.evidence for own in beside)
            told = self.sentence(self.say("beside", named=named), *evidence)
            yield replace(told, starts_paragraph=True)

    def list_of_areas(self) -> Iterator[DraftSentence]:
        """The practice areas of a version, an item each where the records list them."""
        evidence = self.version.areas_evidence
        if not self.is_current:
            if evidence:
                text = self.say("count_areas_then")
                yield self.sentence(text, self.version.evidence)
                yield DraftSentence(evidence.quote, (self.quote_of(evidence),), origin="document")
            return
        yield self.sentence(self.say("areas"), evidence or self.version.evidence)
        for area in self.standard.practice_areas:
            text = self.say("area_item", area=self.name(area), id=area.id, n=area.criteria)
            yield self.sentence(text, area.evidence, item=True)

    def everything(self) -> Iterator[DraftSentence]:
        """Every criterion's title, an item for each area."""
        yield self.sentence(self.say("all"), self.version.evidence)
        for area in self.standard.practice_areas:
            own = self.criteria_of(area)
            titles = "; ".join(f"**{c.id}** {self.title(c)}" for c in own)
            text = self.say("all_item", area=self.name(area), titles=titles)
            yield self.sentence(text, area.evidence, item=True)
        unconfirmed = sum(not criterion.confirmed for criterion in self.standard.criteria)
        if unconfirmed and self.version.sourcing_evidence:
            text = self.say("unconfirmed_of", n=unconfirmed)
            yield self.sentence(text, self.version.sourcing_evidence)

    def count(self) -> Iterator[DraftSentence]:
        """How many criteria or areas there are, against the number the question gives."""
        if self.asked.areas:
            for area in self.areas():
                ids = [criterion.id for criterion in self.criteria_of(area)]
                values = {"n": area.criteria, "first": ids[0], "last": ids[-1]}
                text = self.say("count_area", area=self.name(area), **values)
                yield self.sentence(text, area.evidence)
            return
        version, counts_areas = self.version, self.asked.counts_areas
        if self.asked.claim is not None:
            yield from self.claimed(version.practice_areas if counts_areas else version.criteria)
            return
        key = "count_areas" if counts_areas else "count"
        key += "" if self.is_current else "_then"
        yield self.sentence(self.say(key), version.evidence, version.areas_evidence)
        if not self.is_current and not counts_areas:
            yield self.now()

    def edition(self) -> Iterator[DraftSentence]:
        """Which version is in force or was then, and what it counts."""
        version = self.version
        key = "edition" if self.is_current else "edition_then"
        yield self.sentence(self.say(key), version.evidence, version.areas_evidence)
        if not self.is_current:
            yield self.now()

    def term(self) -> Iterator[DraftSentence]:
        """From when to when a version is or was in force."""
        values = self.times(self.version)
        key = "term" if self.version.in_force_until else "term_now"
        yield self.sentence(self.say(key, **values), self.version.evidence)

    def changes(self) -> Iterator[DraftSentence]:
        """What a version changed, as its document says."""
        if changes := self.version.changes:
            quote = self.quote_of(changes)
            yield DraftSentence(changes.quote, (quote,), origin="document")

    def now(self) -> DraftSentence:
        """How many criteria there are since the version in force."""
        current = self.standard.current
        values = {"year": current.in_force_from.year, "criteria": current.criteria}
        return self.sentence(self.say("current", **values), current.evidence)

    def claimed(self, n: int) -> Iterator[DraftSentence]:
        """Whether the number that the question gives is right."""
        right = self.asked.claim == n
        key = "claim_right" if right else "claim_wrong"
        key += "_then" if right and not self.is_current else ""
        yield self.sentence(self.say(key, n=n), self.version.evidence)
        others = [v for v in self.standard.versions if v != self.version]
        for other in others:
            if not right and not self.asked.counts_areas and other.criteria == self.asked.claim:
                values = {"year": other.in_force_from.year, "n": other.criteria}
                yield self.sentence(self.say("claim_old", **values), other.evidence)

    def history(self) -> Iterator[DraftSentence]:
        """How many criteria each version had."""
        yield self.sentence(self.say("history"), self.standard.current.evidence)
        for version in self.standard.versions:
            values = {"criteria": version.criteria, **self.times(version)}
            key = "history_item" if version.in_force_until else "history_now"
            yield self.sentence(self.say(key, **values), version.evidence, item=True)

    def times(self, version: StandardVersion) -> Mapping[str, str]:
        """The months since when and, if it is no longer in force, until when a version applied."""
        since = month_name(version.in_force_from, self.language)
        if not version.in_force_until:
            return {"since": since}
        end = version.in_force_until + dt.timedelta(days=1)
        return {"since": since, "until": month_name(end, self.language)}

    def extreme(self) -> Iterator[DraftSentence]:
        """The practice area, or areas, with the most or the fewest criteria."""
        areas = self.standard.practice_areas
        pick = min if self.asked.smallest else max
        n = pick(area.criteria for area in areas)
        found = [area for area in areas if area.criteria == n]
        names = self.say("and").join(self.name(area) for area in found)
        key = "largest" if not self.asked.smallest else "smallest"
        key = "smallest_one" if key == "smallest" and len(found) == 1 else key
        text = self.say(key, area=names, n=n)
        yield self.sentence(text, *(area.evidence for area in found))

    def next_questions(self) -> Iterator[str]:
        """Questions to go on with."""
        ids = self.asked.criteria
        areas = [area for area in map(self.area_of, ids) if area] or (
            self.areas() if self.asked.areas else ()
        )
        ask = TEXTS[self.language]
        if self.asked.kind == "criterion" and areas:
            own = areas[0].names.get(self.language, areas[0].name)
            yield ask["ask_area"].format(area=own)
        elif areas:
            yield ask["ask_one"].format(id=self.criteria_of(areas[0])[0].id)
        if self.asked.kind not in ("areas", "all"):
            yield ask["ask_areas"]
        if self.asked.kind not in ("count", "history"):
            yield ask["ask_count"]
        yield ask["ask_one"].format(id=self.standard.criteria[-1].id)


def _arguments(asked: CriteriaQuestion) -> Mapping[str, Any]:
    """The question as plain JSON values, without what it does not say."""
    given: dict[str, Any] = {"ask": asked.kind, "standard": asked.version}
    for name in ("criteria", "unknown", "areas"):
        if values := getattr(asked, name):
            given[name] = list(values)
    if asked.claim is not None:
        given["claim"] = asked.claim
    return given
