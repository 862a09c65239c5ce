"""What is said of many cities: lists, firsts and latest, counts by name."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answers import Draft, DraftSentence
from assistant.geography import area_name
from assistant.tools.directory import (
    LEVELS,
    Count,
    Directory,
    Held,
    Standing,
    earliest,
    first_at,
    history,
    latest,
)
from assistant.tools.directory_cities import disputes, speak_of_cities, unconfirmed
from assistant.tools.directory_dates import When, span_of
from assistant.tools.directory_evidence import covering
from assistant.tools.directory_facts import row_of, sources_of, total_of
from assistant.tools.directory_texts import (
    brief_name,
    country_name,
    joined,
    level_name,
    noun,
    place_name,
    state_name,
    with_article,
    within,
)
from assistant.tools.directory_voice import Voice
from corpus.records import AreaAdditions, City, Evidence, LevelTotal

MOST_PLACED = 12
"""Cities shown each with its state or country; a longer list has the names alone."""
_MOST_IN_A_SENTENCE = 4
_A_YEAR = dt.timedelta(days=366)
_MOST_AREAS = 4
MOST_RANKED = 6
"""So many countries or states are shown where the one with the most cities is asked for."""

_CHANGES = ("new", "raised", "kept", "again")


def speak_of_list(voice: Voice) -> Draft:
    """The draft on the cities that meet a question's bounds."""
    asked, directory = voice.asked, voice.directory
    if asked.event and not asked.levels and asked.when and asked.when.relation == "from":
        asked = replace(asked, change=asked.change or "new")
        voice = replace(voice, asked=asked)
    by_award = (
        asked.change is not None
        or bool(asked.risen_from)
        or (asked.event and asked.when is not None)
    )
    if by_award and asked.when and asked.when.relation in ("by", "before") and not asked.change:
        by_award = False
    if by_award:
        rows = directory.awarded(asked)
        if asked.change is None and asked.risen_from:  # a level kept is not held anew
            rows = list({row.city.id: row for row in reversed(rows)}.values())[::-1]
        return _listed(voice, rows, list(_by_change(voice, rows)))
    standings = directory.once(asked) if asked.ever else directory.standing_then(asked)
    rows = [s.held for s in standings if s.held]
    return _listed(voice, rows, list(_by_level(voice, standings)))


def speak_of_unproven(voice: Voice) -> Draft:
    """The draft on the places of which no award is confirmed."""
    found = _unproven(voice)
    said = voice.say("unproven", n=len(found)) if found else voice.say("all_proven")
    items = [
        voice.sentence(f"**{place_name(city, voice.language)}**", [city.evidence], item=True)
        for city in found
        if city.evidence
    ]
    sentences = [voice.sentence(said, new=True), *items]
    result = {"count": len(found), "cities": [city.name for city in found]}
    return voice.draft("answered", sentences, result)


def _unproven(voice: Voice) -> list[City]:
    """The places in the areas asked about of which no award is confirmed."""
    directory = voice.directory
    within = [city for city in directory.records.cities if directory.fits(city, voice.asked)]
    return [city for city in within if not city.awards]


def speak_of_ends(voice: Voice) -> Draft:
    """The draft on the first or latest cities that meet a question's bounds."""
    asked, directory = voice.asked, voice.directory
    rows = [h for h in directory.awarded(asked) if h.change != "again"]
    if asked.levels:
        rows = [h for h in rows if h.change != "kept"]
    rows = earliest(rows) if asked.kind == "first" else latest(rows)
    dates = {row.award.date for row in rows}
    if not rows or len(rows) > _MOST_IN_A_SENTENCE or len(dates) > 1:
        return _listed(voice, rows, list(_by_change(voice, rows, dates=True)))
    (date,) = dates
    text = voice.say(
        f"{asked.kind}_{'is' if len(rows) == 1 else 'are'}",
        cities=names_of(voice, rows), what=_what(voice, len(rows)), on=voice.on(date or ""),
    )  # fmt: skip
    return _listed(voice, rows, [], lead=voice.sentence(text, covering(rows, directory)))


def speak_of_companions(voice: Voice) -> Draft:
    """The draft on the cities that got their award when a city got its, with its own."""
    asked, directory = voice.asked, voice.directory
    (city,) = directory.cities(asked.cities[:1])
    held = first_at(city, asked.levels[-1] if asked.levels else None)
    if asked.when:
        span = asked.when.span
        dated = [h for h in history(city) if h.award.date and span.holds(span_of(h.award.date))]
        held = dated[0] if dated else None
    if held is None or held.award.date is None:
        return speak_of_cities(replace(voice, asked=replace(asked, kind="since")))
    on = When("in", held.award.date)
    change = held.change if held.change in ("new", "raised", "kept") else None
    levels = asked.levels if change == "raised" else ()
    together = replace(asked, kind="list", levels=levels, when=on, change=change, event=True)
    return speak_of_list(replace(voice, asked=together))


def speak_of_countries(voice: Voice) -> Draft:
    """The draft on the countries or states that cities are in, with the cities of each."""
    rows = _held(voice.directory.standing_then(voice.asked))
    by_state = voice.asked.by == "state"
    name_of = state_name if by_state else country_name
    countries: dict[str, list[Held]] = {}
    for held in rows:
        if name := name_of(held.city, voice.language):
            countries.setdefault(name, []).append(held)
    if by_state and not countries:
        return speak_of_list(replace(voice, asked=replace(voice.asked, kind="list")))
    key = "states" if by_state else "countries"
    what = noun("certified", voice.asked.levels, n=2, language=voice.language)
    if (least := voice.asked.number) > 1:
        what = voice.fragment("or_more", n=least, what=what)
        countries = {name: own for name, own in countries.items() if len(own) >= least}
    ranked = sorted(countries.items(), key=lambda entry: -len(entry[1]))
    key = f"{key}_one" if len(countries) == 1 else key
    sentences = [voice.sentence(voice.say(key, n=len(countries), what=what))]
    if voice.asked.compares and ranked:
        most = len(ranked[0][1])
        names = voice.list([name for name, own in ranked if len(own) == most])
        sentences = [voice.sentence(voice.say("most", places=names, n=most, what=what))]
        ranked = ranked[:MOST_RANKED]
    for name, own in ranked:
        few = ": " + voice.list([h.city.name for h in own]) if len(own) <= MOST_PLACED else ""
        text = f"**{name}** ({len(own)}){few}"
        sentences.append(voice.sentence(text, covering(own, voice.directory)[:3], item=True))
    sentences += _gaps(voice)
    result = {
        "count": len(countries),
        "countries": {name: len(own) for name, own in countries.items()},
        **({"at_least": least} if least > 1 else {}),
        "rows": [row_of(held, voice.directory, voice.language) for held in rows],
        **_area_facts(voice),
    }
    return voice.draft("answered", sentences, result, followups=next_questions(voice))


def speak_of_areas(voice: Voice) -> Draft:
    """The draft on how several areas stand to each other: the cities of each, by level."""
    language, directory = voice.language, voice.directory
    of_area = {
        code: _held(directory.standing_then(replace(voice.asked, areas=(code,))))
        for code in voice.asked.areas
    }
    counts = [f"**{len(own)}** {within(code, language)}" for code, own in of_area.items()]
    sentences = [voice.sentence(voice.say("in_areas", list=voice.list(counts)))]
    for code, own in of_area.items():
        by_level = [
            f"{voice.level(level)} ({voice.list(names)})"
            for level in (*reversed(LEVELS), None)
            if (names := [held.city.name for held in own if held.award.level == level])
        ]
        text = f"**{area_name(code, language)}** ({len(own)})"
        text = f"{text}: {', '.join(by_level)}" if own else text
        sentences.append(voice.sentence(text, covering(own, directory), item=True))
    sentences += _gaps(voice)
    result = {
        "areas": {area_name(code, language): len(own) for code, own in of_area.items()},
        "rows": [row_of(held, directory, language) for own in of_area.values() for held in own],
    }
    return voice.draft("answered", sentences, result, followups=next_questions(voice))


def speak_of_count(voice: Voice) -> Draft:
    """The draft on how many cities meet a question's bounds: counted by a source, then by name."""
    listed = speak_of_list(voice)
    counted = _counted(voice)
    named = listed.tools[0].result["rows"]
    if counted is None or (not voice.asked.when and counted.total < len(named)):
        return listed  # an older count than what is known by name
    first = voice.sentence(_count_of(voice, counted), [counted.evidence])
    rest = listed.sentences[: None if named else 1] if counted.total else ()
    return replace(listed, sentences=(first, *rest))


# Lists


def _held(standings: Sequence[Standing]) -> list[Held]:
    return [s.held for s in standings if s.held]


def _listed(
    voice: Voice,
    rows: Sequence[Held],
    items: Sequence[DraftSentence],
    *,
    lead: DraftSentence | None = None,
) -> Draft:
    """A list with its lead, and what is to be known beside it."""
    opening = [lead] if lead else [_lead(voice, rows)] if rows else list(_nobody(voice))
    opening = [*_total_then(voice), *(_area_gaps(voice) if _is_area_count(voice) else ()), *opening]
    called = voice.directory.called(voice.asked)
    firsts = [] if rows else [*_first_rows(voice), *_there(voice)]
    result = {
        "count": len({row.city.id for row in rows}),
        "rows": [row_of(held, voice.directory, voice.language) for held in rows],
        "announced": [
            {**total_of(c.row, c.added, voice.directory), "named": _named(rows, c)}
            for c in _announced(voice, rows)
        ],
        "first": [row_of(held, voice.directory, voice.language) for held in firsts],
        "counted": _counted_row(voice),
        **({"after": voice.asked.risen_from} if voice.asked.risen_from else {}),
        "called": [row_of(held, voice.directory, voice.language) for held in called],
        **_area_facts(voice),
    }
    counted = bool(voice.asked.when and _area_additions(voice))
    nowhere = not (rows or firsts or counted) and bool(voice.asked.areas)
    return voice.draft(
        "refused" if nowhere else "answered",
        [*opening, *items, *_beside(voice, rows)],
        result,
        missing=[_what(voice, 2)] if nowhere else (),
        followups=next_questions(voice),
    )


def _lead(voice: Voice, rows: Sequence[Held]) -> DraftSentence:
    n = len({row.city.id for row in rows})
    kind = voice.asked.kind
    key = f"{kind}_list" if kind in ("first", "latest") else "named"
    return voice.sentence(voice.say(key, n=n, what=_what(voice, n)))


def _what(voice: Voice, n: int) -> str:
    """What is listed, in words, with the time where one is asked about."""
    asked = voice.asked
    kind: str = asked.change or "certified"
    if asked.kind in ("first", "latest") and kind == "new":
        kind = "certified"
    time = f" {voice.time(asked.when)}" if asked.when else ""
    where = _where(voice, other=not n)
    if asked.risen_from and not asked.change:
        where = f" {voice.fragment('after_level', level=voice.level(asked.risen_from))}{where}"
    what = noun(kind, asked.levels, n=n, language=voice.language)
    if asked.but:
        what = voice.fragment("other_many" if n > 1 else "other_one", what=what)
    return what + where + time


def _where(voice: Voice, *, other: bool = False) -> str:
    """The areas asked about, as words; with an 'or' between them if `other`."""
    codes = voice.asked.areas
    inside = [within(code, voice.language) for code in codes]
    if len(codes) > _MOST_AREAS:
        inside = [voice.fragment("region")]
    named = [with_article(code, voice.language) for code in voice.asked.outside]
    outside = voice.fragment("outside", area=voice.list(named)) if named else ""
    inside_all = joined(inside, voice.language, other=other)
    return "".join(f" {part}" for part in (inside_all, outside) if part)


def _nobody(voice: Voice) -> Iterator[DraftSentence]:
    """That no city is named, which came first, and which others are in the areas asked about.

    Nothing where new cities are counted there at that time, which is told beside.
    """
    if voice.asked.when and _area_additions(voice):
        return
    yield voice.sentence(voice.say("none", what=_what(voice, 0)), _none_counted(voice))
    if voice.asked.areas and not (voice.asked.levels or voice.asked.when):
        for city in _unproven(voice):
            yield from unconfirmed(voice, city).sentences
    for key, rows in (("the_first", _first_rows(voice)), ("there", _there(voice))):
        if rows:
            named = rows[0].award.level
            key = "highest_there" if key == "there" and named else key
            text = voice.say(key, list=_dated_groups(voice, rows), level=voice.level(named))
            yield voice.sentence(text, covering(rows, voice.directory))


def _there(voice: Voice) -> list[Held]:
    """The cities of the highest level in the areas asked about, if none is at that asked about."""
    if not voice.asked.areas or not voice.asked.levels or _first_rows(voice):
        return []
    wider = replace(voice.asked, levels=(), when=None, change=None)
    rows = _held(voice.directory.standing_then(wider))
    held = {row.award.level for row in rows}
    highest = next((level for level in reversed(LEVELS) if level in held), None)
    top = [row for row in rows if row.award.level == highest]
    return sorted(top, key=lambda row: row.award.date or "9")


def _none_counted(voice: Voice) -> list[Evidence]:
    """The sentence that counts no city at the level asked about, if a source does."""
    asked = voice.asked
    if len(asked.levels) != 1 or asked.areas or not asked.when:
        return []
    row = voice.directory.level_total(asked.levels[0], asked.when)
    return [row.evidence] if row and row.total == 0 else []


def _first_rows(voice: Voice) -> list[Held]:
    """The first cities at the levels and in the areas asked about, whatever the time."""
    if voice.asked.change in ("raised", "kept") and not voice.asked.areas:
        return []  # those first certified at all say nothing of a round
    if voice.asked.when and _area_additions(voice):
        return []
    wider = replace(voice.asked, when=None, change=None)
    return earliest(voice.directory.awarded(wider))


def _dated_groups(voice: Voice, rows: Sequence[Held]) -> str:
    groups = groupby(rows, key=lambda held: held.award.date)
    return "; ".join(
        voice.fragment("those", cities=names_of(voice, list(own)), date=voice.date(date))
        for date, own in groups
    )


def names_of(voice: Voice, rows: Sequence[Held], *, brief: bool = True) -> str:
    """Cities in a row, with their state or country where that helps and they are few."""
    unplaced = bool(voice.asked.areas) or not brief
    places = voice.directory.places
    names = [
        held.city.name
        if unplaced and not places.is_ambiguous(held.city.name)
        else brief_name(held.city, voice.language)
        for held in rows
    ]
    return voice.list(names)


def _by_level(voice: Voice, standings: Sequence[Standing]) -> Iterator[DraftSentence]:
    """Standings as items: by date for one level, else by level, the highest first."""
    rows = _held(standings)
    brief = len(rows) <= MOST_PLACED
    if len(voice.asked.levels) == 1:
        rows = sorted(rows, key=lambda held: held.award.date or "9")
        for date, group in groupby(rows, key=lambda held: held.award.date):
            own = list(group)
            text = f"**{voice.date(date)}**: {names_of(voice, own, brief=brief)}"
            yield voice.sentence(text, covering(own, voice.directory), item=True)
        return
    order = {level: position for position, level in enumerate((None, *LEVELS))}
    rows = sorted(rows, key=lambda held: (-order[held.award.level], held.award.date or "9"))
    for level, group in groupby(rows, key=lambda held: held.award.level):
        own = list(group)
        head = level_name(level, voice.language)
        names = _dated_groups(voice, own) if brief else names_of(voice, own, brief=False)
        text = f"**{head[:1].upper()}{head[1:]}**: {names}"
        yield voice.sentence(text, covering(own, voice.directory)[:8], item=True)


def _by_change(
    voice: Voice, rows: Sequence[Held], *, dates: bool = False
) -> Iterator[DraftSentence]:
    """Awards as items: those new, those raised, those that kept their level."""
    brief = len(rows) <= MOST_PLACED
    dates = dates or len({held.award.date for held in rows}) > 1
    several = len({held.change for held in rows}) > 1
    ordered = sorted(rows, key=lambda held: _group(held, dates=dates))
    for _, group in groupby(ordered, key=lambda held: _group(held, dates=dates)):
        own = list(group)
        head = _heading(voice, own[0], dates=dates, change=several or voice.asked.change is None)
        text = f"**{head}**: {names_of(voice, own, brief=brief)}"
        yield voice.sentence(text, covering(own, voice.directory), item=True)


def _group(held: Held, *, dates: bool) -> tuple[str, int, int]:
    level = LEVELS.index(held.award.level) if held.award.level else -1
    return ((held.award.date or "") if dates else "", _CHANGES.index(held.change), -level)


def _heading(voice: Voice, held: Held, *, dates: bool, change: bool) -> str:
    level = voice.level(held.award.level)
    head = voice.fragment(held.change, level=level)
    if held.change in ("new", "again"):
        head = voice.fragment("of_level", head=head, level=level)
    date = voice.date(held.award.date)
    text = ", ".join([*([date] if dates else []), *([head] if change or not dates else [level])])
    return text[:1].upper() + text[1:]


# What is to be known beside a list


def _beside(voice: Voice, rows: Sequence[Held]) -> Iterator[DraftSentence]:
    asked, directory = voice.asked, voice.directory
    yield from _disputed(voice, rows)
    announced = _announced(voice, rows)
    for count in announced:
        named = [h for h in rows if h.change == "new" and in_round(h, count)]
        on = voice.on(count.row.date)
        text = voice.say("of_added", added=count.added, on=on, n=len(named))
        evidence = count.row.added_evidence or count.row.evidence
        yield voice.sentence(text, [evidence], new=count is announced[0])
    if not asked.when or (directory.is_newest(asked.when) and not asked.event):
        for held in directory.called(asked):
            level = voice.level(held.award.level)
            text = voice.say("called_too", places=held.city.name, level=level)
            yield voice.sentence(text, [held.award.evidence], new=True)
    if asked.kind == "count":
        if not _is_area_count(voice):
            yield from _area_gaps(voice)
        yield from _incomplete(voice)
        return
    counted = _counted(voice)
    if counted and counted.total > len(rows):
        yield voice.sentence(_count_of(voice, counted), [counted.evidence], new=True)
    unnamed = list(_moved_besides(voice))
    yield from unnamed
    whole = bool(unnamed) or (counted is not None and counted.total == len(rows))
    of_all = asked.kind == "first" and rows and not asked.areas and not asked.levels
    if not announced and not whole and not of_all:
        yield from _gaps(voice)


def _disputed(voice: Voice, rows: Sequence[Held]) -> Iterator[DraftSentence]:
    """Where sources differ on the dates of a list of the awards of a time, a year at the most."""
    when = voice.asked.when
    if not when or voice.asked.kind == "count" or when.span.last - when.span.first > _A_YEAR:
        return
    for position, sentence in enumerate(disputes(voice, rows)):
        yield replace(sentence, starts_paragraph=not position)


def _is_area_count(voice: Voice) -> bool:
    """Whether it is counted how many of an area were new at the time asked about."""
    return voice.asked.kind == "count" and bool(voice.asked.when and _area_additions(voice))


def _moved_besides(voice: Voice) -> Iterator[DraftSentence]:
    """How many rose, or kept their level, where a source counts more than are named."""
    asked = voice.asked
    if asked.change not in _OLD or asked.areas or asked.outside or asked.but or asked.cohort:
        return
    for row in voice.directory.moved(asked):
        round_ = replace(asked, levels=(), risen_from="", when=When("in", row.date))
        if row.change == asked.change and row.total > len(voice.directory.awarded(round_)):
            yield replace(voice.lifted(row.evidence), starts_paragraph=True)


def _counted(voice: Voice) -> LevelTotal | None:
    """The newest count that a source gives of the cities at the level a list is of."""
    asked = voice.asked
    elsewhere = asked.areas or asked.outside or asked.cohort or asked.but or asked.risen_from
    if (
        len(asked.levels) != 1
        or elsewhere
        or asked.change
        or (asked.event and asked.when)
        or asked.kind in ("first", "latest")
    ):
        return None
    return voice.directory.level_total(asked.levels[0], asked.when)


def _total_then(voice: Voice) -> Iterator[DraftSentence]:
    """How many cities a source counted at the time of a list of them all."""
    asked, when = voice.asked, voice.asked.when
    bounds = (asked.levels, asked.areas, asked.outside, asked.but, asked.cohort, asked.change)
    if asked.kind != "list" or any(bounds) or not when:
        return
    if when.relation == "from" or (asked.event and when.relation not in ("by", "before")):
        return
    count = voice.directory.total_by(when.span.last)
    if count:
        text = voice.say("total", total=count.row.total, as_of=voice.as_of(count.row.date))
        yield voice.sentence(text, [count.row.evidence])


def _counted_row(voice: Voice) -> Mapping[str, object] | None:
    counted = _counted(voice)
    if counted is None:
        return None
    return {
        "level": counted.level,
        "date": counted.date,
        "total": counted.total,
        "sources": sources_of(counted.sources, voice.directory),
    }


def _count_of(voice: Voice, counted: LevelTotal) -> str:
    key = "level_count" if counted.total else "zero_count"
    as_of, level = voice.as_of(counted.date), voice.level(counted.level)
    return voice.say(key, total=counted.total, level=level, as_of=as_of)


def _announced(voice: Voice, rows: Sequence[Held]) -> list[Count]:
    """Announcements within the time asked about that had more new cities than are named."""
    asked = voice.asked
    if asked.areas or asked.outside or asked.levels or asked.change in ("raised", "kept"):
        return []
    if asked.kind == "latest" or (asked.when and asked.when.relation in ("in", "of", "from")):
        counts = voice.directory.counts(asked.when) if asked.when else voice.directory.counts(None)
        if asked.kind == "latest" and not asked.when:
            counts = counts[-1:]
        more = [c for c in counts if c.added and not c.derived and _named(rows, c) < c.added]
        # Of the latest of a year, another round of that year is not asked for.
        ends = asked.when and asked.kind in ("first", "latest")
        return [c for c in more if _named(rows, c)] if ends else more
    return []


def _named(rows: Sequence[Held], count: Count) -> int:
    return sum(held.change == "new" and in_round(held, count) for held in rows)


def in_round(held: Held, count: Count) -> bool:
    """Whether an award was announced in the month of a total."""
    return span_of(count.row.date[:7]).holds(span_of(held.award.date or "0001"))


def _gaps(voice: Voice) -> Iterator[DraftSentence]:
    """That the directory is not complete, where the documents say so."""
    yield from _area_gaps(voice)
    yield from _incomplete(voice)


def _area_gaps(voice: Voice) -> Iterator[DraftSentence]:
    """How many were new in the area asked about, and how many of those are not named."""
    for own in _area_additions(voice):
        where, on = within(own.area, voice.language), voice.on(own.date)
        unnamed = own.added - _named_of(own, voice.directory)
        key = "area_gap_all" if unnamed == own.added else "area_gap"
        text = voice.say(key, n=own.added, unnamed=unnamed, within=where, on=on)
        yield voice.sentence(text, [own.evidence], new=True)


def _incomplete(voice: Voice) -> Iterator[DraftSentence]:
    complete = voice.directory.records.completeness
    if complete and not _is_complete(voice):
        yield voice.sentence(voice.say("gaps"), [complete.missing], new=True)


_OLD = ("raised", "kept")
"""What cities do that were certified before."""


def _area_additions(voice: Voice) -> list[AreaAdditions]:
    """The counts of new cities of the area asked about that are not all named.

    None where only cities at some level, or certified before, are meant.
    """
    asked = voice.asked
    if asked.levels or asked.outside or asked.but or asked.cohort or asked.change in _OLD:
        return []
    return [
        own
        for own in voice.directory.records.area_additions
        if asked.areas == (own.area,)
        and own.added > _named_of(own, voice.directory)
        and (asked.when is None or asked.when.span.meets(span_of(own.date)))
    ]


def _named_of(own: AreaAdditions, directory: Directory) -> int:
    """How many of the new cities that were counted of an area the directory names."""
    return sum(
        held.change == "new"
        and held.award.date == own.date
        and directory.places.is_inside(held.city.id, own.area)
        for held in first_awards(directory)
    )


def _area_facts(voice: Voice) -> Mapping[str, object]:
    """Those counts as plain JSON values; nothing where there is none."""
    rows = [
        {
            "area": area_name(own.area, voice.language),
            "date": own.date,
            "added": own.added,
            "unnamed": own.added - _named_of(own, voice.directory),
            "sources": sources_of(own.sources, voice.directory),
        }
        for own in _area_additions(voice)
    ]
    return {"area_additions": rows} if rows else {}


def _is_complete(voice: Voice) -> bool:
    """Whether all cities announced in the time asked about are named."""
    asked = voice.asked
    if not asked.when or asked.when.relation not in ("in", "of") or not asked.event:
        return False
    if asked.change in ("raised", "kept"):
        return False
    counts = voice.directory.counts(asked.when)
    first = first_awards(voice.directory)
    return bool(counts) and all(c.added == _named(first, c) for c in counts)


def first_awards(directory: Directory) -> list[Held]:
    """The dated first award of each city."""
    found = [first_at(city, None) for city in directory.records.cities]
    return [held for held in found if held and held.award.date]


def next_questions(voice: Voice) -> Iterator[str]:
    """Questions that lead on from a list or a number."""
    asked = voice.asked
    others = [level for level in reversed(LEVELS) if level not in asked.levels] or list(LEVELS)
    yield voice.say("ask_at", level=voice.level(others[0]))
    if asked.kind != "total":
        yield voice.say("ask_total")
    if asked.kind != "latest":
        yield voice.say("ask_latest")
    yield voice.say("ask_at", level=voice.level(others[-1]))
