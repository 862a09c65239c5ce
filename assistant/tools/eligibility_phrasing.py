"""Saying who may take part: the verdict first, then the rule, each sentence with its evidence.

The wording is left to `eligibility_texts`, the verdict to `eligibility`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from assistant.answers import Draft, DraftSentence, Language, Quote, Status, ToolCall
from assistant.geography import area_name, find_areas, is_within
from assistant.tools.dates import month_name
from assistant.tools.eligibility import Verdict, judge, locate, reaches_beyond, rule_on
from assistant.tools.eligibility_grammar import EligibilityQuestion
from assistant.tools.eligibility_texts import SHUT_OUT, TEXTS, WITH_ARTICLE
from corpus.records import City, EligibilityRule, Evidence, Records

_LEAST_OF_NEARLY = Fraction(9, 10)
"""Share of a number that what is nearly that number surely reaches."""


def phrase_eligibility(
    asked: EligibilityQuestion,
    records: Records,
    *,
    language: Language,
    quote_of: Callable[[Evidence], Quote],
) -> Draft:
    """The answer to a question on taking part, with the tool call that it rests on.

    Args:
        quote_of: finds the place of a record's evidence in its document.

    Returns:
        A draft that is `invalid` for an impossible population, `refused` for bodies that the rule
        says nothing of, else `answered`.
    """
    speaker = _Speaker(asked, records, language, quote_of)
    status: Status = "invalid" if any(n < 0 for n in asked.populations) else "answered"
    if asked.kind in ("other", "measure"):
        status = "partial" if asked.kind == "other" and asked.county else "refused"
    sentences = tuple(speaker.negative() if status == "invalid" else speaker.sentences())
    return Draft(
        status=status,
        sentences=sentences,
        tools=(ToolCall("eligibility", _arguments(asked), speaker.result),),
        closing=speaker.say("ask_people") if status == "invalid" else "",
        missing=() if status == "answered" or status == "invalid" else (speaker.left_open(),),
        followups=speaker.followups(),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that is asked about: what it is called, and the area it is in."""

    name: str
    area: str
    city: City | None = None


@dataclass(frozen=True)
class _Speaker:
    """What is known while an answer is put into words.

    Attributes:
        result: what the tool call found, filled as it is said.
    """

    asked: EligibilityQuestion
    records: Records
    language: Language
    quote_of: Callable[[Evidence], Quote]
    result: dict[str, Any] = field(default_factory=dict)

    @property
    def rules(self) -> Sequence[EligibilityRule]:
        return self.records.eligibility

    def say(self, key: str, rule: EligibilityRule | None = None, **values: object) -> str:
        """A text of the language with its slots filled, those of a rule among them."""
        slots: dict[str, object] = {}
        if rule:
            slots = {"least": self.number(rule.min_population), "area": self.area(rule)}
        text = TEXTS[self.language][key].format(**(slots | values))
        if self.asked.shut_out:
            for yes_or_no, told in SHUT_OUT[self.language].items():
                text = told + text.removeprefix(yes_or_no) if text.startswith(yes_or_no) else text
        return re.sub(r"^\w|(?<=\.\*\* )\w", lambda first: first[0].upper(), text)

    def number(self, value: int) -> str:
        """A number of people as the language groups it."""
        grouped = f"{value:,}"
        return grouped if self.language == "en" else grouped.replace(",", ".")

    def area(self, rule: EligibilityRule) -> str:
        """What the countries of a rule are called together."""
        return rule.area_names.get(self.language, rule.area)

    def month(self, day: dt.date) -> str:
        """A month as the language writes it."""
        return month_name(day, self.language)

    def sentence(self, text: str, *evidence: Evidence | None, item: bool = False) -> DraftSentence:
        """A sentence that rests on the evidence there is."""
        quotes = tuple(dict.fromkeys(self.quote_of(said) for said in evidence if said))
        return DraftSentence(text, quotes, origin="tool", list_item=item)

    # What is said

    def sentences(self) -> Iterator[DraftSentence]:
        """Everything that is said, the verdict first."""
        rule = rule_on(self.asked.on, self.rules)
        self.note(rule)
        if rule is None:
            yield self.before_the_first()
        elif self.asked.kind == "place":
            no_cap = self.sentence(self.say("no_cap", rule), rule.population_evidence)
            if self.asked.capped:
                yield no_cap
            yield from self.about_places(rule)
            if self.asked.too_big and not self.asked.capped:
                yield no_cap
        elif self.asked.kind == "beyond":
            yield from self.beyond(rule)
        elif self.asked.kind == "since":
            yield from self.since()
        elif self.asked.kind == "other":
            if self.asked.county:
                yield from self.county(rule)
            yield self.sentence(self.say("other", rule), rule.evidence)
        elif self.asked.kind == "member":
            yield self.sentence(self.say("member", rule), rule.evidence)
        elif self.asked.kind == "measure":
            yield self.sentence(self.say("measure", rule), rule.population_evidence)
        elif self.asked.kind == "always":
            yield self.always()
        elif self.asked.kind == "everywhere" and rule.everywhere_evidence:
            yield self.sentence(self.say("everywhere", rule), rule.everywhere_evidence)
        elif self.asked.kind == "maximum":
            yield self.sentence(self.say("no_cap", rule), rule.population_evidence)
        elif self.asked.kind in ("threshold", "everywhere"):
            yield from self.threshold(rule)
        else:
            yield self.general(rule)

    def left_open(self) -> str:
        """What the documents do not say of what is asked."""
        return self.say("of_measures" if self.asked.kind == "measure" else "of_others")

    def note(self, rule: EligibilityRule | None) -> None:
        """Put the rules that may be spoken of into the result."""
        self.result["rule"] = rule.id if rule else None
        self.result["rules"] = {
            own.id: {
                "from": own.in_force_from.isoformat(),
                "until": own.in_force_until.isoformat() if own.in_force_until else None,
                "min_population": own.min_population,
                "area": self.area(own),
            }
            for own in self.rules
        }

    def negative(self) -> Iterator[DraftSentence]:
        """That a population below 0 can't be."""
        rule = self.rules[-1]
        self.note(rule)
        people = self.number(min(self.asked.populations))
        yield self.sentence(self.say("negative", rule, people=people), rule.population_evidence)

    def before_the_first(self) -> DraftSentence:
        """That no rule is known for so early a day."""
        first = self.rules[0]
        since = self.month(first.in_force_from)
        return self.sentence(self.say("none_then", first, since=since), first.evidence)

    def general(self, rule: EligibilityRule) -> DraftSentence:
        """The whole rule."""
        if rule.in_force_until is None:
            quotes = (rule.evidence, rule.population_evidence)
            return self.sentence(self.say("rule", rule), *quotes)
        times = {"since": self.month(rule.in_force_from), "until": self.end(rule)}
        return self.sentence(self.say("rule_then", rule, **times), rule.evidence)

    def end(self, rule: EligibilityRule) -> str:
        """The month in which the next rule took a rule's place."""
        assert rule.in_force_until
        return self.month(rule.in_force_until + dt.timedelta(days=1))

    def threshold(self, rule: EligibilityRule) -> Iterator[DraftSentence]:
        """How many people it takes, against what the question takes it for."""
        claims = self.asked.claims
        key = "threshold"
        if len(claims) == 1:
            key = "claim_right" if claims[0] == rule.min_population else "claim_wrong"
        claim = self.number(claims[0]) if claims else ""
        yield self.sentence(self.say(key, rule, claim=claim), rule.population_evidence)
        yield self.sentence(self.say("where", rule), rule.evidence)

    def always(self) -> DraftSentence:
        """That the threshold was the same under every rule, and what was not."""
        first, now = self.rules[0], self.rules[-1]
        since = self.month(now.in_force_from)
        text = self.say("always", now, before=self.area(first), since=since)
        return self.sentence(text, first.population_evidence, first.evidence, now.evidence)

    def since(self) -> Iterator[DraftSentence]:
        """From when on places of an area may take part."""
        first, now = self.rules[0], self.rules[-1]
        area = self.asked.areas[0] if self.asked.areas else None
        if area and locate(area, now) == "out":
            yield from self.about_places(now)
            return
        times = {"since": self.month(now.in_force_from), "first": self.month(first.in_force_from)}
        if area and locate(area, first) == "in":
            yield self.sentence(self.say("since_first", first, **times), first.evidence)
            return
        text = self.say("since", now, before=self.area(first), **times)
        yield self.sentence(text, first.evidence, first.elsewhere_evidence)

    def beyond(self, rule: EligibilityRule) -> Iterator[DraftSentence]:
        """Whether places outside an area may take part."""
        if any(n < rule.min_population for n in self.asked.populations):
            yield from self.about_places(rule)
            return
        if not self.asked.beyond:
            yield self.sentence(self.say("anywhere", rule), rule.evidence, rule.elsewhere_evidence)
            return
        wider = reaches_beyond(rule, self.asked.beyond)
        key = ("not_only" if wider else "only") if self.asked.only else ""
        key = key or ("beyond" if wider else "not_beyond")
        quotes = (rule.evidence,) if wider else (rule.evidence, rule.elsewhere_evidence)
        yield self.sentence(self.say(key, rule), *quotes)
        yield from self.today(rule, wider=wider)

    def today(self, rule: EligibilityRule, *, wider: bool) -> Iterator[DraftSentence]:
        """What the rule in force says, where an older one was asked about and said no."""
        now = self.rules[-1]
        if rule != now and not wider:
            since = self.month(now.in_force_from)
            text = self.say("now", now, since=since)
            yield self.sentence(text, rule.elsewhere_evidence, now.evidence)

    # Places

    def places(self) -> list[_Place]:
        """The places asked about, each with its area."""
        cities = [city for city in self.records.cities if city.id in self.asked.cities]
        near = [city for city in self.records.cities if city.id in self.asked.beside]
        said_in = dict(self.asked.said_in)
        strangers = {
            city.name: said_in[city.id]
            for city in cities
            if city.id in said_in and not _overlap(_country(city), said_in[city.id])
        }
        found = [_Place(c.name, _country(c), c) for c in cities if c.name not in strangers]
        found += [_Place(f"{n} ({self.area_name(code)})", code) for n, code in strangers.items()]
        if not (found or self.asked.areas):
            codes = dict.fromkeys(map(_country, near))
            found = [_Place(self.area_name(code), code) for code in codes]
        countries = {place.area for place in found} | set(map(_country, cities))
        for code in self.asked.areas:
            if code not in countries and code.split("-")[0] not in countries:
                found.append(_Place(self.area_name(code), code))
        if self.asked.elsewhere:
            name, country = self.asked.elsewhere
            found.append(_Place(f"{name} ({area_name(country, self.language)})", country))
        return found

    def area_name(self, code: str) -> str:
        name = area_name(code, self.language)
        return f"the {name}" if self.language == "en" and code in WITH_ARTICLE else name

    def about_places(self, rule: EligibilityRule) -> Iterator[DraftSentence]:
        """The verdict on each place or population that is asked about."""
        places, populations = self.places(), self.asked.populations
        self.result["places"] = {place.name: place.area for place in places}
        self.result["populations"] = [self.number(n) for n in populations]
        small = populations and min(populations) < rule.min_population
        outside = bool(places) and all(locate(p.area, rule) == "out" for p in places)
        if self.asked.county and not (small or outside):
            yield from self.county(rule)
        elif len(places) > 1:
            yield from self.several_places(rule, places)
        elif len(populations) > 1:
            yield from self.several_sizes(rule)
        elif places or populations:
            place = places[0] if places else None
            yield from self.verdict(rule, place, populations[0] if populations else None)
        else:
            yield self.general(rule)

    def county(self, rule: EligibilityRule) -> Iterator[DraftSentence]:
        """What is known of counties; never a verdict, for there is no rule."""
        now = self.rules[-1]
        quotes = (now.county_evidence, now.county_rule_evidence, rule.evidence)
        told = now.county_evidence.quote if now.county_evidence else ""
        named = next((city.name for city in self.records.cities if city.name in told), "")
        one = self.say("county_one", place=named) if named else ""
        yield self.sentence(self.say("county", rule, one=one), *quotes)
        for people in self.asked.populations[:1]:
            text = self.say("county_yes", rule, people=self.number(people))
            yield self.sentence(text, rule.population_evidence)

    def several_places(
        self, rule: EligibilityRule, places: Sequence[_Place]
    ) -> Iterator[DraftSentence]:
        """An item for each place, after a population that is too small for any."""
        for people in self.asked.populations[:1]:
            if people < rule.min_population:
                yield from self.verdict(rule, None, people)
                return
        for place in places:
            position = locate(place.area, rule)
            key = {"in": "item_yes", "out": "item_no"}.get(position, "item_open")
            quote = (position == "out" and rule.elsewhere_evidence) or rule.evidence
            yield self.sentence(self.say(key, rule, place=place.name), quote, item=True)

    def several_sizes(self, rule: EligibilityRule) -> Iterator[DraftSentence]:
        """An item for each population."""
        for people in self.asked.populations:
            key = "size_item_yes" if people >= rule.min_population else "size_item_no"
            text = self.say(key, rule, people=self.number(people))
            yield self.sentence(text, rule.population_evidence, rule.evidence, item=True)

    def verdict(
        self, rule: EligibilityRule, place: _Place | None, population: int | None
    ) -> Iterator[DraftSentence]:
        """Whether one place may take part, and why."""
        if population is not None and self.asked.bound and (said := self.bounded(rule, population)):
            yield said
            return
        found = judge(rule, population=population, area=place.area if place else None)
        self.result["may"] = found.may
        if found.enough is False:
            yield from self.too_small(found, place)
        elif found.position in ("unnamed", "partly"):
            assert place
            unnamed = found.position == "unnamed"
            key = "unnamed_enough" if unnamed and found.enough else found.position
            text = self.say(key, rule, place=place.name)
            yield self.sentence(text, rule.evidence, rule.inferred_evidence if unnamed else None)
            if found.enough:
                text = self.say("size_does", rule, people=self.number(found.population or 0))
                yield self.sentence(text, rule.population_evidence)
        elif found.position == "out":
            assert place
            yield from self.outside(found, place)
        else:
            yield self.accepted(found, place)
        yield from self.then_and_now(found)
        if place and place.city and self.language == "en":
            yield from self.certified(place.city)

    def certified(self, city: City) -> Iterator[DraftSentence]:
        """That a city of the directory has been certified, as its document says."""
        for award in [own for own in city.awards if own.level and own.date][-1:]:
            quote = self.quote_of(award.evidence)
            yield DraftSentence(award.evidence.quote, (quote,), origin="document")

    def bounded(self, rule: EligibilityRule, number: int) -> DraftSentence | None:
        """What can be said of a population below or above a number; None if that settles it."""
        quotes = (rule.population_evidence, rule.evidence)
        bound = self.asked.bound
        if bound == "nearly" and number * _LEAST_OF_NEARLY >= rule.min_population:
            return None
        if bound in ("below", "nearly") and number <= rule.min_population:
            return self.sentence(self.say("no_below", rule), *quotes)
        if bound != "above" or number < rule.min_population:
            return self.sentence(self.say("depends", rule), *quotes)
        return None

    def too_small(self, found: Verdict, place: _Place | None) -> Iterator[DraftSentence]:
        rule = found.rule
        people = self.number(found.population or 0)
        wrong = [claim for claim in self.asked.claims if claim != rule.min_population]
        key = "no_size_claim" if wrong else "no_size"
        claim = self.number(wrong[0]) if wrong else ""
        text = self.say(key, rule, people=people, claim=claim)
        yield self.sentence(text, rule.population_evidence)
        if place and found.position == "out":
            text = self.say("also_outside", rule, place=place.name)
            yield self.sentence(text, rule.elsewhere_evidence or rule.evidence)

    def outside(self, found: Verdict, place: _Place) -> Iterator[DraftSentence]:
        rule = found.rule
        if rule.in_force_until:
            year = self.say("in_year", year=self.asked.told) if self.asked.told else ""
            yield self.sentence(self.say("no_place_then", rule, year=year), rule.evidence)
            return
        quotes = (rule.elsewhere_evidence, rule.evidence)
        yield self.sentence(self.say("no_place", rule, place=place.name), *quotes)
        if found.enough:
            people = self.number(found.population or 0)
            text = self.say("size_would_do", rule, people=people)
            yield self.sentence(text, rule.population_evidence)

    def accepted(self, found: Verdict, place: _Place | None) -> DraftSentence:
        """That a place may take part, as far as it is known."""
        rule, people = found.rule, found.population
        # 'The United States is within the United States' says nothing.
        there = "_there" if [found.area] == list(rule.countries) else ""
        if people is None:
            assert place
            text = self.say(f"yes_place{there}", rule, place=place.name)
            return self.sentence(text, rule.evidence)
        exact = "_exact" if people == rule.min_population and not there else ""
        key = f"yes{there}{exact}" if place else f"yes_size{exact}"
        name = place.name if place else ""
        text = self.say(key, rule, people=self.number(people), place=name)
        return self.sentence(text, rule.population_evidence, rule.evidence)

    def then_and_now(self, found: Verdict) -> Iterator[DraftSentence]:
        """What another rule of the same year, or the one in force, makes of the place."""
        rule, now = found.rule, self.rules[-1]
        same = judge(now, population=found.population, area=found.area)
        if rule != now and found.position == "out" and same.may:
            yield from self.today(rule, wider=False)
        before = [own for own in self.rules if own.in_force_until and own != rule]
        changed = self.asked.told == str(now.in_force_from.year) and rule == now
        if changed and before and found.enough is not False:
            since = self.month(now.in_force_from)
            text = self.say("opened", before[-1], since=since)
            yield self.sentence(text, before[-1].evidence)

    def followups(self) -> tuple[str, ...]:
        """Three questions to go on with, not the one that was asked."""
        asked = "county" if self.asked.county else self.asked.kind
        done = "before" if self.asked.on else asked
        others = [key for key in ("threshold", "rule", "before", "county") if key != done]
        return tuple(self.say(f"next_{key}") for key in others[:3])


def _overlap(one: str, other: str) -> bool:
    """Whether one of two areas lies in the other."""
    return is_within(one, other) or is_within(other, one)


def _country(city: City) -> str:
    """The ISO code of a city's country."""
    return next((area.code for area in find_areas(city.country)), "")


def _arguments(asked: EligibilityQuestion) -> Mapping[str, Any]:
    """The question as plain JSON values, without what it does not say."""
    given: dict[str, Any] = {"ask": asked.kind}
    for name in ("populations", "claims", "areas", "cities"):
        if values := getattr(asked, name):
            given[name] = list(values)
    if asked.on:
        given["on"] = asked.on.isoformat()
    if asked.elsewhere:
        given["elsewhere"] = list(asked.elsewhere)
    if asked.beyond:
        given |= {"beyond": asked.beyond, "only": asked.only}
    if asked.county:
        given["county"] = True
    return given
