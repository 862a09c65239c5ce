"""How long cities took from one level to another, and which was the fastest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Draft, DraftSentence
from assistant.tools.directory import Held, first_at
from assistant.tools.directory_cities import speak_of_cities
from assistant.tools.directory_dates import span_of
from assistant.tools.directory_facts import row_of
from assistant.tools.directory_lists import speak_of_list
from assistant.tools.directory_texts import place_name
from assistant.tools.directory_voice import Voice
from corpus.records import City

_MOST_SHOWN = 3
"""Cities told where the fastest or slowest is asked for; ties with the last are told too."""


@dataclass(frozen=True, slots=True)
class _Climb:
    """A city's way from one award to a higher one, both dated to a month at least."""

    start: Held
    end: Held

    @property
    def months(self) -> int:
        """How long it took, from the month of the one to that of the other."""
        return _month(self.end) - _month(self.start)


def _month(held: Held) -> int:
    """The month of an award, counted from the year 0."""
    first = span_of(held.award.date or "").first
    return 12 * first.year + first.month


def _climb_of(city: City, levels: Sequence[str]) -> _Climb | None:
    """The way of a city to the last of the levels, from the first of them or its first award."""
    start, end = first_at(city, levels[0] if len(levels) > 1 else None), first_at(city, levels[-1])
    if start is None or end is None or start == end or start.award.level is None:
        return None
    to_a_month = all((held.award.date or "").count("-") for held in (start, end))
    return _Climb(start, end) if to_a_month and _month(start) < _month(end) else None


def speak_of_pace(voice: Voice) -> Draft:
    """The draft on how long cities took; without any named, on the fastest or slowest of all.

    Where no dates tell it, the awards are told.
    """
    asked, directory = voice.asked, voice.directory
    cities = directory.cities(asked.cities) or [
        city for city in directory.records.cities if directory.fits(city, asked)
    ]
    climb_of = {city.id: climb for city in cities if (climb := _climb_of(city, asked.levels))}
    untold = tuple(id_ for id_ in asked.cities if id_ not in climb_of)
    if not climb_of and not untold:
        return speak_of_list(replace(voice, asked=replace(asked, kind="list")))
    history = replace(voice, asked=replace(asked, kind="history", cities=untold))
    if not climb_of:
        return speak_of_cities(history)
    climbs = list(climb_of.values())
    if asked.cities:
        said = [_took(voice, climb) for climb in climbs]
        said += speak_of_cities(history).sentences if untold else ()
    else:
        slowest = asked.ends == "latest"
        climbs.sort(key=lambda climb: climb.months, reverse=slowest)
        bound = climbs[:_MOST_SHOWN][-1].months
        climbs = [c for c in climbs if (c.months >= bound if slowest else c.months <= bound)]
        said = list(_ranked(voice, climbs))
    rows = [row_of(h, directory, voice.language) for c in climbs for h in (c.start, c.end)]
    spans = [{"city": c.end.city.name, "months": c.months, **_parts(c.months)} for c in climbs]
    following = [voice.say("ask_since", place=place_name(c.end.city, voice.language))
                 for c in climbs[:1]]  # fmt: skip
    following += [voice.say("ask_at", level=voice.level(asked.levels[-1])), voice.say("ask_latest")]
    return voice.draft("answered", said, {"durations": spans, "awards": rows}, followups=following)


def _parts(months: int) -> dict[str, int]:
    return {"years": months // 12, "further_months": months % 12}


def _duration(voice: Voice, months: int) -> str:
    """A duration in words, in months up to two years."""
    years, rest = divmod(months, 12)
    if years < 2 and rest:
        return voice.fragment("months" if months > 1 else "month", n=months)
    told = voice.fragment("years" if years > 1 else "year", n=years)
    further = voice.fragment("months" if rest > 1 else "month", n=rest)
    return voice.list([told, further]) if rest else told


def _took(voice: Voice, climb: _Climb) -> DraftSentence:
    text = voice.say(
        "took", place=place_name(climb.end.city, voice.language), **_slots(voice, climb)
    )
    return voice.sentence(text, [climb.start.award.evidence, climb.end.award.evidence])


def _ranked(voice: Voice, climbs: Sequence[_Climb]) -> Iterator[DraftSentence]:
    """Those that took the least or the most time, and then the next."""
    key = "slowest" if voice.asked.ends == "latest" else "fastest"
    top = [climb for climb in climbs if climb.months == climbs[0].months]
    places = voice.list([climb.end.city.name for climb in top])
    duration = _duration(voice, top[0].months)
    evidence = [held.award.evidence for climb in top for held in (climb.start, climb.end)]
    levels = _levels(voice, climbs[0])
    yield voice.sentence(voice.say(key, places=places, duration=duration, **levels), evidence)
    for climb in climbs:
        text = f"{place_name(climb.end.city, voice.language)}: {_span(voice, climb)}"
        own = [climb.start.award.evidence, climb.end.award.evidence]
        yield voice.sentence(text, own, item=True)
    yield voice.sentence(voice.say("only_dated"), new=True)


def _levels(voice: Voice, climb: _Climb) -> dict[str, str]:
    low, level = climb.start.award.level, climb.end.award.level
    first = voice.fragment("first_award") if len(voice.asked.levels) == 1 else voice.level(low)
    return {"low": first, "level": voice.level(level)}


def _span(voice: Voice, climb: _Climb) -> str:
    return voice.fragment("climbed", **_slots(voice, climb))


def _slots(voice: Voice, climb: _Climb) -> dict[str, str]:
    start, end = climb.start.award, climb.end.award
    return {
        "duration": _duration(voice, climb.months),
        "low": voice.level(start.level),
        "level": voice.level(end.level),
        "start": voice.date(start.date),
        "end": voice.date(end.date),
    }
