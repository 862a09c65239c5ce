"""What is said of many cities: lists, firsts, counts and totals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answers import Draft, DraftSentence
from assistant.tools.directory import (
    LEVELS,
    Count,
    Directory,
    Held,
    Standing,
    earliest,
    first_at,
    latest,
)
from assistant.tools.directory_dates import span_of
from assistant.tools.directory_evidence import covering
from assistant.tools.directory_facts import row_of, sources_of, total_of
from assistant.tools.directory_texts import (
    brief_name,
    country_name,
    level_name,
    noun,
    with_article,
    within,
)
from assistant.tools.directory_voice import Voice
from corpus.records import Evidence, LevelTotal

_MOST_PLACED = 12
"""Cities shown each with its state or country; a longer list has the names alone."""
_MOST_IN_A_SENTENCE = 4
_CHANGES = ("new", "raised", "kept", "again")


def speak_of_list(voice: Voice) -> Draft:
    """The draft on the cities that meet a question's bounds."""
    asked, directory = voice.asked, voice.directory
    if asked.event and not asked.levels and asked.when and asked.when.relation == "from":
        asked = replace(asked, change=asked.change or "new")
        voice = replace(voice, asked=asked)
    by_award = asked.change is not None or (asked.event and asked.when is not None)
    if by_award and asked.when and asked.when.relation in ("by", "before") and not asked.change:
        by_award = False
    if by_award:
        rows = directory.awarded(asked)
        return _listed(voice, rows, list(_by_change(voice, rows)))
    standings = directory.once(asked) if asked.ever else directory.standing_then(asked)
    rows = [s.held for s in standings if s.held]
    return _listed(voice, rows, list(_by_level(voice, standings)))


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
        cities=_names(voice, rows), what=_what(voice, len(rows)), on=voice.on(date or ""),
    )  # fmt: skip
    return _listed(voice, rows, [], lead=voice.sentence(text, covering(rows, directory)))


def speak_of_countries(voice: Voice) -> Draft:
    """The draft on the countries that cities are in, with the cities of each."""
    rows = _held(voice.directory.standing_then(voice.asked))
    countries: dict[str, list[Held]] = {}
    for held in rows:
        countries.setdefault(country_name(held.city, voice.language), []).append(held)
    sentences = [voice.sentence(voice.say("countries", n=len(countries)))]
    for name, own in sorted(countries.items(), key=lambda entry: -len(entry[1])):
        few = ": " + voice.list([h.city.name for h in own]) if len(own) <= _MOST_PLACED else ""
        text = f"**{name}** ({len(own)}){few}"
        sentences.append(voice.sentence(text, covering(own, voice.directory)[:3], item=True))
    sentences += _gaps(voice)
    result = {
        "count": len(countries),
        "countries": {name: len(own) for name, own in countries.items()},
        "rows": [row_of(held, voice.directory, voice.language) for held in rows],
    }
    return voice.draft("answered", sentences, result, followups=_next_questions(voice))


def speak_of_count(voice: Voice) -> Draft:
    """The draft on how many cities meet a question's bounds: counted by a source, then by name."""
    listed = speak_of_list(voice)
    counted = _counted(voice)
    if counted is None:
        return listed
    first = voice.sentence(_count_of(voice, counted), [counted.evidence])
    named = bool(listed.tools[0].result["rows"])
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
        "called": [row_of(held, voice.directory, voice.language) for held in called],
    }
    nowhere = not rows and bool(voice.asked.areas) and not firsts
    return voice.draft(
        "refused" if nowhere else "answered",
        [*opening, *items, *_beside(voice, rows)],
        result,
        missing=[_what(voice, 2)] if nowhere else (),
        followups=_next_questions(voice),
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
    return noun(kind, asked.levels, n=n, language=voice.language) + _where(voice) + time


def _where(voice: Voice) -> str:
    """The areas asked about, as words."""
    inside = [within(code, voice.language) for code in voice.asked.areas]
    outside = [
        voice.fragment("outside", area=with_article(code, voice.language))
        for code in voice.asked.outside
    ]
    return "".join(f" {part}" for part in (voice.list(inside), *outside) if part)


def _nobody(voice: Voice) -> Iterator[DraftSentence]:
    """That no city is named, which came first, and which others are in the areas asked about."""
    yield voice.sentence(voice.say("none", what=_what(voice, 0)), _none_counted(voice))
    for key, rows in (("the_first", _first_rows(voice)), ("there", _there(voice))):
        if rows:
            text = voice.say(key, list=_dated_groups(voice, rows))
            yield voice.sentence(text, covering(rows, voice.directory))


def _there(voice: Voice) -> list[Held]:
    """Cities in the areas asked about, at whatever level, where none is at those asked about."""
    if not voice.asked.areas or not voice.asked.levels or _first_rows(voice):
        return []
    wider = replace(voice.asked, levels=(), when=None, change=None)
    return _held(voice.directory.standing_then(wider))[:_MOST_PLACED]


def _none_counted(voice: Voice) -> list[Evidence]:
    """The sentence that counts no city at the level asked about, if a source does."""
    asked = voice.asked
    if len(asked.levels) != 1 or asked.areas or not asked.when:
        return []
    row = voice.directory.level_total(asked.levels[0], asked.when)
    return [row.evidence] if row and row.total == 0 else []


def _first_rows(voice: Voice) -> list[Held]:
    """The first cities at the levels and in the areas asked about, whatever the time."""
    wider = replace(voice.asked, when=None, change=None)
    return earliest(voice.directory.awarded(wider))


def _dated_groups(voice: Voice, rows: Sequence[Held]) -> str:
    groups = groupby(rows, key=lambda held: held.award.date)
    return "; ".join(
        voice.fragment("those", cities=_names(voice, list(own)), date=voice.date(date))
        for date, own in groups
    )


def _names(voice: Voice, rows: Sequence[Held], *, brief: bool = True) -> str:
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
    brief = len(rows) <= _MOST_PLACED
    if len(voice.asked.levels) == 1:
        rows = sorted(rows, key=lambda held: held.award.date or "9")
        for date, group in groupby(rows, key=lambda held: held.award.date):
            own = list(group)
            text = f"**{voice.date(date)}**: {_names(voice, own, brief=brief)}"
            yield voice.sentence(text, covering(own, voice.directory), item=True)
        return
    order = {level: position for position, level in enumerate((None, *LEVELS))}
    rows = sorted(rows, key=lambda held: (-order[held.award.level], held.award.date or "9"))
    for level, group in groupby(rows, key=lambda held: held.award.level):
        own = list(group)
        head = level_name(level, voice.language)
        names = _dated_groups(voice, own) if brief else _names(voice, own, brief=False)
        text = f"**{head[:1].upper()}{head[1:]}**: {names}"
        yield voice.sentence(text, covering(own, voice.directory)[:8], item=True)


def _by_change(
    voice: Voice, rows: Sequence[Held], *, dates: bool = False
) -> Iterator[DraftSentence]:
    """Awards as items: those new, those raised, those that kept their level."""
    brief = len(rows) <= _MOST_PLACED
    dates = dates or len({held.award.date for held in rows}) > 1
    several = len({held.change for held in rows}) > 1
    ordered = sorted(rows, key=lambda held: _group(held, dates=dates))
    for _, group in groupby(ordered, key=lambda held: _group(held, dates=dates)):
        own = list(group)
        head = _heading(voice, own[0], dates=dates, change=several or voice.asked.change is None)
        text = f"**{head}**: {_names(voice, own, brief=brief)}"
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
    announced = _announced(voice, rows)
    for count in announced:
        named = [h for h in rows if h.change == "new" and _in_round(h, count)]
        on = voice.on(count.row.date)
        text = voice.say("of_added", added=count.added, on=on, n=len(named))
        evidence = count.row.added_evidence or count.row.evidence
        yield voice.sentence(text, [evidence], new=count is announced[0])
    if not asked.when:
        for held in directory.called(asked):
            level = voice.level(held.award.level)
            text = voice.say("called_too", places=held.city.name, level=level)
            yield voice.sentence(text, [held.award.evidence], new=True)
    if asked.kind == "count":
        yield from _gaps(voice)
        return
    counted = _counted(voice)
    if counted and counted.total > len(rows):
        yield voice.sentence(_count_of(voice, counted), [counted.evidence], new=True)
    whole = counted is not None and counted.total == len(rows)
    of_all = asked.kind == "first" and rows and not asked.areas and not asked.levels
    if not announced and not whole and not of_all:
        yield from _gaps(voice)


def _counted(voice: Voice) -> LevelTotal | None:
    """The newest count that a source gives of the cities at the level a list is of."""
    asked = voice.asked
    elsewhere = asked.areas or asked.outside
    if (
        len(asked.levels) != 1
        or elsewhere
        or (asked.event and asked.when)
        or asked.kind in ("first", "latest")
    ):
        return None
    return voice.directory.level_total(asked.levels[0], asked.when)


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
        return [c for c in counts if c.added and not c.derived and _named(rows, c) < c.added]
    return []


def _named(rows: Sequence[Held], count: Count) -> int:
    return sum(held.change == "new" and _in_round(held, count) for held in rows)


def _in_round(held: Held, count: Count) -> bool:
    return span_of(count.row.date[:7]).holds(span_of(held.award.date or "0001"))


def _gaps(voice: Voice) -> Iterator[DraftSentence]:
    """That the directory is not complete, where the documents say so."""
    complete = voice.directory.records.completeness
    if complete and not _is_complete(voice):
        yield voice.sentence(voice.say("gaps"), [complete.missing], new=True)


def _is_complete(voice: Voice) -> bool:
    """Whether all cities announced in the time asked about are named."""
    asked = voice.asked
    if not asked.when or asked.when.relation not in ("in", "of") or not asked.event:
        return False
    if asked.change in ("raised", "kept"):
        return False
    counts = voice.directory.counts(asked.when)
    first = _firsts(voice.directory)
    return bool(counts) and all(c.added == _named(first, c) for c in counts)


def _firsts(directory: Directory) -> list[Held]:
    """The dated first award of each city."""
    found = [first_at(city, None) for city in directory.records.cities]
    return [held for held in found if held and held.award.date]


# Totals


def speak_of_total(voice: Voice) -> Draft:
    """The draft on how many cities were certified at a time."""
    asked, directory = voice.asked, voice.directory
    said: list[DraftSentence] = []
    used: list[Count] = []
    extra: dict[str, object] = {}
    if asked.at_award:
        said, used = _at_award(voice)
    elif asked.ends == "first":
        used = list(directory.counts(None)[:1])
        said = [_total(voice, used[0])]
    elif asked.when is None or asked.when.relation == "from" or _beyond(voice):
        used = [directory.latest_total, *directory.after_latest]
        said, extra = _newest(voice)
    else:
        for when in (asked.when, *asked.also_when):
            own, counts = _at(replace(voice, asked=replace(asked, when=when)))
            said, used = [*said, *own], [*used, *counts]
    rows = [total_of(c.row, c.added, directory) for c in used]
    result: Mapping[str, object] = {"totals": rows, **extra}
    return voice.draft("answered", said, result, followups=_next_questions(voice))


def _beyond(voice: Voice) -> bool:
    """Whether the time asked about reaches past the newest printed total."""
    when = voice.asked.when
    newest = span_of(voice.directory.latest_total.row.date)
    return bool(when and when.relation == "by" and when.span.last > newest.last)


def _total(voice: Voice, count: Count, *, new: bool = False) -> DraftSentence:
    text = voice.say("total", total=count.row.total, as_of=voice.as_of(count.row.date))
    return voice.sentence(text, [count.row.evidence], new=new)


def _newest(voice: Voice) -> tuple[list[DraftSentence], dict[str, object]]:
    """The newest printed total, and what was announced since."""
    last = voice.directory.latest_total
    sentences = [_total(voice, last)]
    total = last.row.total or 0
    for count in voice.directory.after_latest:
        added = count.added or 0
        text = voice.say(
            "another", added=added, on=voice.on(count.row.date), total=total, sum=total + added
        )
        sentences.append(voice.sentence(text, [count.row.evidence]))
        total += added
    return sentences, {"sum": total}


def _at(voice: Voice) -> tuple[list[DraftSentence], list[Count]]:
    """The totals printed within a time, the last of them first; else those around it."""
    when, directory = voice.asked.when, voice.directory
    assert when
    before = directory.total_by(when.span.last)
    if before is None:
        first = directory.counts(None)[0]
        text = voice.say("no_total", total=first.row.total, as_of=voice.as_of(first.row.date))
        return [voice.sentence(text, [first.row.evidence])], [first]
    within = [c for c in directory.counts(when) if c.row.total is not None]
    within = within if when.relation in ("in", "of") else []
    if when.relation in ("in", "of") and not within:
        text = voice.say(
            "last_total", date=voice.date(when.date.split("/")[-1]), total=before.row.total,
            as_of=voice.as_of(before.row.date),
        )  # fmt: skip
        sentences = [voice.sentence(text, [before.row.evidence])]
        return _around(voice, sentences, before)
    sentences = [_total(voice, before)]
    if (
        len(within) == 1
        and before.added
        and not before.derived
        and before.added != before.row.total
    ):
        evidence = before.row.added_evidence or before.row.evidence
        sentences.append(voice.sentence(voice.say("of_them_new", added=before.added), [evidence]))
    earlier = within[:-1]
    if earlier:
        parts = [f"{c.row.total} {voice.as_of(c.row.date)}" for c in reversed(earlier)]
        text = voice.say("earlier_total", list=voice.list(parts))
        sentences.append(voice.sentence(text, [c.row.evidence for c in reversed(earlier)]))
    return sentences, [*earlier, before]


def _around(
    voice: Voice, sentences: list[DraftSentence], before: Count
) -> tuple[list[DraftSentence], list[Count]]:
    """The sentences with what was printed or announced next."""
    following = voice.directory.counts(None)
    after = next(iter(following[following.index(before) + 1 :]), None)
    if after is None:
        return sentences, [before]
    if after.row.total is None:
        text = voice.say("added", added=after.added, on=voice.on(after.row.date))
    else:
        as_of = voice.as_of(after.row.date)
        text = voice.say("next_total", total=after.row.total, as_of=as_of)
    return [*sentences, voice.sentence(text, [after.row.evidence])], [before, after]


def _at_award(voice: Voice) -> tuple[list[DraftSentence], list[Count]]:
    """The total on the day that a city got a level."""
    (city,) = voice.directory.cities(voice.asked.cities[:1])
    levels = voice.asked.levels
    held = first_at(city, levels[-1] if levels else None) or first_at(city, None)
    date = held.award.date if held else None
    count = voice.directory.total_by(span_of(date).last) if date else None
    if held is None or date is None or count is None:
        return _newest(voice)[0], [voice.directory.latest_total, *voice.directory.after_latest]
    text = voice.say(
        "at_award", place=city.name, level=voice.level(held.award.level), on=voice.on(date)
    )
    return [_total(voice, count), voice.sentence(text, [held.award.evidence])], [count]


def speak_of_added(voice: Voice) -> Draft:
    """The draft on how many cities were new in a time."""
    asked, directory = voice.asked, voice.directory
    counts = [c for c in directory.counts(asked.when) if c.added]
    if asked.when is None:
        counts = counts[:1] if asked.ends == "first" else counts[-1:]
    if not counts:
        return speak_of_total(voice)
    first = [held for held in _firsts(directory) if held.change == "new"]
    rows = [held for c in counts if not c.derived for held in first if _in_round(held, c)]
    added = sum(c.added or 0 for c in counts)
    evidence = [c.row.added_evidence or c.row.evidence for c in counts]
    if len(counts) == 1:
        key = "risen" if counts[0].derived else "added"
        text = voice.say(key, added=added, on=voice.on(counts[0].row.date))
    else:
        when = voice.time(asked.when) if asked.when else ""
        parts = voice.list([f"{c.added} {voice.on(c.row.date)}" for c in counts])
        text = voice.say("added_in_all", sum=added, when=when, list=parts)
    sentences = [voice.sentence(text, evidence)]
    if rows and len(rows) <= 2 * _MOST_PLACED:
        names = _names(voice, rows, brief=len(rows) <= _MOST_PLACED)
        text = voice.say("some_named", n=len(rows), cities=names)
        sentences.append(voice.sentence(text, covering(rows, directory)))
    result = {
        "added": added,
        "totals": [total_of(c.row, c.added, directory) for c in counts],
        "named": len(rows),
        "rows": [row_of(held, directory, voice.language) for held in rows],
    }
    return voice.draft("answered", sentences, result, followups=_next_questions(voice))


def _next_questions(voice: Voice) -> Iterator[str]:
    """Questions that lead on from a list or a number."""
    asked = voice.asked
    others = [level for level in reversed(LEVELS) if level not in asked.levels]
    yield voice.say("ask_at", level=voice.level(others[0]))
    if asked.kind != "total":
        yield voice.say("ask_total")
    if asked.kind != "latest":
        yield voice.say("ask_latest")
    yield voice.say("ask_at", level=voice.level(others[-1]))
