"""What is said of how many cities were certified as of a date, and how many were new."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from assistant.answers import Draft, DraftSentence
from assistant.geography import area_name
from assistant.tools.directory import Count, first_at
from assistant.tools.directory_dates import span_of
from assistant.tools.directory_evidence import covering
from assistant.tools.directory_facts import row_of, total_of
from assistant.tools.directory_lists import (
    MOST_PLACED,
    first_awards,
    in_round,
    names_of,
    next_questions,
)
from assistant.tools.directory_texts import within
from assistant.tools.directory_voice import Voice


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
    added = sum(count.added or 0 for count in used)
    result: Mapping[str, object] = {"totals": rows, "added": added, **extra}
    return voice.draft("answered", said, result, followups=next_questions(voice))


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
            "last_total", when=voice.time(when), total=before.row.total,
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
    elif len(within) == 1 and before.derived and voice.asked.change == "new":
        text = voice.say("risen", added=before.added, on=voice.on(before.row.date))
        sentences.append(voice.sentence(text, [before.row.evidence]))
    earlier = within[:-1]
    added = [c for c in within if c.added]
    if earlier and len(added) == len(within):
        parts = [f"{c.added} {voice.on(c.row.date)}" for c in added]
        text = voice.say(
            "added_in_all", sum=sum(c.added or 0 for c in added), when=voice.time(when),
            list=voice.list(parts),
        )  # fmt: skip
        own = [c.row.added_evidence or c.row.evidence for c in added]
        sentences.append(voice.sentence(text, own))
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


def speak_of_growth(voice: Voice) -> Draft:
    """The draft on how the total went up: every printed one within the time asked about."""
    counts = [c for c in voice.directory.counts(voice.asked.when) if c.row.total is not None]
    when = voice.asked.when
    if when and when.relation in ("in", "of") and "/" not in when.date:
        before = voice.directory.total_by(when.span.first - dt.timedelta(days=1))
        counts = [*([before] if before else []), *counts]
    if len(counts) < 2:
        return speak_of_total(voice)
    ends = {"first": counts[0].row.total, "last": counts[-1].row.total}
    sentences = [
        voice.sentence(voice.say("grew", **ends), [counts[0].row.evidence, counts[-1].row.evidence])
    ]
    difference = (counts[-1].row.total or 0) - (counts[0].row.total or 0)
    for count in counts:
        text = f"{voice.date(count.row.date)}: {count.row.total}"
        sentences.append(
            voice.sentence(text[:1].upper() + text[1:], [count.row.evidence], item=True)
        )
    sentences.insert(1, voice.sentence(voice.say("grew_by", difference=difference)))
    result: dict[str, object] = {
        "difference": difference,
        "totals": [total_of(c.row, c.added, voice.directory) for c in counts],
    }
    if voice.asked.when is None or voice.asked.when.relation == "from":
        for count in voice.directory.after_latest:
            text = voice.say("added", added=count.added, on=voice.on(count.row.date))
            sentences.append(voice.sentence(text, [count.row.evidence], new=True))
        result["later"] = [
            total_of(c.row, c.added, voice.directory) for c in voice.directory.after_latest
        ]
    return voice.draft("answered", sentences, result, followups=next_questions(voice))


def speak_of_added(voice: Voice) -> Draft:
    """The draft on how many cities were new in a time."""
    asked, directory = voice.asked, voice.directory
    counts = [c for c in directory.counts(asked.when) if c.added]
    if asked.when is None:
        counts = counts[:1] if asked.ends == "first" else counts[-1:]
    if not counts:
        return speak_of_total(voice)
    first = [held for held in first_awards(directory) if held.change == "new"]
    rows = [held for c in counts if not c.derived for held in first if in_round(held, c)]
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
    if len(counts) == 1 and (by_area := _added_by_area(voice, counts[0])):
        sentences.append(by_area)
    if rows and len(rows) <= 2 * MOST_PLACED:
        names = names_of(voice, rows, brief=len(rows) <= MOST_PLACED)
        text = voice.say("some_named", n=len(rows), cities=names)
        sentences.append(voice.sentence(text, covering(rows, directory)))
    result = {
        "added": added,
        "totals": [total_of(c.row, c.added, directory) for c in counts],
        "areas": [
            {"area": area_name(one.area, voice.language), "date": one.date, "added": one.added}
            for one in directory.records.area_additions
            if one.date in {c.row.date for c in counts}
        ],
        "named": len(rows),
        "rows": [row_of(held, directory, voice.language) for held in rows],
    }
    return voice.draft("answered", sentences, result, followups=next_questions(voice))


def _added_by_area(voice: Voice, count: Count) -> DraftSentence | None:
    """How many of the new cities lie where, if counts of areas come to all of them."""
    own = [one for one in voice.directory.records.area_additions if one.date == count.row.date]
    if sum(one.added for one in own) != count.added:
        return None
    own = sorted(own, key=lambda one: -one.added)
    parts = [f"{one.added} {within(one.area, voice.language)}" for one in own]
    text = voice.say("added_by_area", list=voice.list(parts))
    return voice.sentence(text, [count.row.added_evidence or count.row.evidence])


def speak_of_reached(voice: Voice) -> Draft:
    """The draft on when there were so many cities: the totals before and after."""
    directory, number = voice.directory, voice.asked.number
    printed = [c for c in directory.counts(None) if c.row.total is not None]
    after = next((c for c in printed if (c.row.total or 0) >= number), None)
    if after is None:
        return speak_of_total(voice)
    said, used = [_total(voice, after)], [after]
    if before := printed[: printed.index(after)]:
        last = before[-1]
        part = f"{last.row.total} {voice.as_of(last.row.date)}"
        said.append(voice.sentence(voice.say("earlier_total", list=part), [last.row.evidence]))
        used = [last, after]
    rows = [total_of(c.row, c.added, directory) for c in used]
    return voice.draft("answered", said, {"totals": rows}, followups=next_questions(voice))


def speak_of_busiest(voice: Voice) -> Draft:
    """The draft on the round, or the year, in which the most cities were new."""
    directory = voice.directory
    rounds: dict[str, list[Count]] = {}
    for count in directory.counts(None):
        date = count.row.date if voice.asked.by == "round" else count.row.date[:4]
        if count.added and not (count.derived and voice.asked.by == "round"):
            rounds.setdefault(date, []).append(count)
    added = {date: sum(c.added or 0 for c in own) for date, own in rounds.items()}
    said = [
        voice.sentence(
            voice.say("most_added", added=n, on=voice.on(date)),
            [c.row.added_evidence or c.row.evidence for c in rounds[date]],
        )
        for date, n in added.items()
        if n == max(added.values())
    ]
    for date, own in rounds.items():
        text = f"{voice.date(date)}: {added[date]}"
        evidence = [c.row.added_evidence or c.row.evidence for c in own]
        said.append(voice.sentence(text[:1].upper() + text[1:], evidence, item=True))
    rows = [total_of(c.row, c.added, directory) for own in rounds.values() for c in own]
    result = {"added": added, "totals": rows}
    return voice.draft("answered", said, result, followups=next_questions(voice))
