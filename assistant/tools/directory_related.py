"""What is said of the cities that stand above, below or beside one, and of the levels there are."""

from dataclasses import replace

from assistant.answers import Draft, DraftSentence
from assistant.tools.directory import LEVELS, first_at, standing
from assistant.tools.directory_cities import speak_of_cities, standing_line
from assistant.tools.directory_dates import When, day_after
from assistant.tools.directory_evidence import covering
from assistant.tools.directory_facts import row_of
from assistant.tools.directory_lists import MOST_PLACED, names_of, next_questions, speak_of_list
from assistant.tools.directory_texts import place_name
from assistant.tools.directory_totals import speak_of_added
from assistant.tools.directory_voice import Voice


def speak_of_related(voice: Voice) -> Draft:
    """The draft on the cities that are above, below or level with one, or came before or after it.

    Where the level or date of that one is not known, it is told what is.
    """
    asked = voice.asked
    (city,) = voice.directory.cities(asked.cities[:1])
    place = place_name(city, voice.language)
    bounds = replace(asked, kind="list", cities=(), but=(city.id,))
    if asked.relation in ("after", "before"):
        first = first_at(city, asked.levels[-1] if asked.levels else None) or first_at(city, None)
        date = first.award.date if first else None
        if first is None or date is None:
            return speak_of_cities(replace(voice, asked=replace(asked, kind="since")))
        when = When("before", date) if asked.relation == "before" else When("from", day_after(date))
        if asked.when and when.span.meets(asked.when.span):  # 'after Boston but before 2020'
            start = max(when.span.first, asked.when.span.first)
            end = min(when.span.last, asked.when.span.last)
            when = When("in", f"{start}/{end}")
        bounds = replace(bounds, when=when, change=None if asked.levels else "new", event=True)
        text = voice.say(
            "got", place=place, level=voice.level(first.award.level), on=voice.on(date)
        )
        lead = voice.sentence(text, [first.award.evidence])
        rows = [first]
    else:
        now = standing(city)
        if now.held is None or now.held.award.level is None:
            return speak_of_cities(replace(voice, asked=replace(asked, kind="level")))
        rank = LEVELS.index(now.held.award.level)
        levels = {"above": LEVELS[rank + 1 :], "below": LEVELS[:rank]}.get(
            str(asked.relation), LEVELS[rank : rank + 1]
        )
        lead = standing_line(voice, city)
        rows = [now.held]
        if not levels:
            key = "nothing_above" if asked.relation == "above" else "nothing_below"
            text = voice.say(key, level=voice.level(now.held.award.level))
            facts = {"rows": [row_of(held, voice.directory, voice.language) for held in rows]}
            return voice.draft("answered", [lead, voice.sentence(text)], facts)
        bounds = replace(bounds, levels=levels)
    listed = speak_of_list(replace(voice, asked=bounds))
    (call,) = listed.tools
    reference = [row_of(held, voice.directory, voice.language) for held in rows]
    call = replace(call, result={**call.result, "reference": reference})
    return replace(listed, sentences=(lead, *listed.sentences), tools=(call,))


def speak_of_moved(voice: Voice) -> Draft:
    """The draft on how many cities rose or kept their level: as sources count, then by name."""
    asked = voice.asked
    if asked.ends:
        newest = voice.directory.counts(None)[-1].row.date
        asked = replace(asked, when=When("in", newest[:7]))
        voice = replace(voice, asked=asked)
    counted = voice.directory.moved(asked)
    listed = speak_of_list(replace(voice, asked=replace(asked, kind="list", event=True)))
    if not counted or asked.areas or asked.outside:
        return listed
    said = [voice.lifted(row.evidence) for row in counted]
    if asked.change is None:
        said = [*speak_of_added(voice).sentences[:1], *said]
    (call,) = listed.tools
    facts = [{"date": r.date, "change": r.change, "total": r.total} for r in counted]
    call = replace(call, result={**call.result, "renewals": facts})
    told = {sentence.text for sentence in said}
    named = [s for s in listed.sentences if call.result["rows"] and s.text not in told]
    return replace(listed, status="answered", sentences=(*said, *named), tools=(call,), missing=())


def speak_of_split(voice: Voice) -> Draft:
    """The draft on how many cities there are at each level: named, and counted by a source."""
    asked, directory = voice.asked, voice.directory
    rows = [s.held for s in directory.standing_then(asked) if s.held]
    by_level = {
        level: [held for held in rows if held.award.level == level]
        for level in (*reversed(LEVELS), None)
    }
    elsewhere = asked.areas or asked.outside
    lead = voice.say("split_some") if asked.levels else voice.say("split", n=len(rows))
    count = directory.total_by(asked.when.span.last) if asked.when and not elsewhere else None
    if count and not asked.levels:
        text = voice.say("total", total=count.row.total, as_of=voice.as_of(count.row.date))
        sentences = [voice.sentence(text, [count.row.evidence]), voice.sentence(lead, new=True)]
    else:
        sentences = [voice.sentence(lead)]
    facts = []
    for level, own in by_level.items():
        wanted = not asked.levels or (level or "unknown") in asked.levels
        counted = directory.level_total(level, asked.when) if level and not elsewhere else None
        if not wanted or not (own or counted):
            continue
        name = voice.level(level)
        text = f"**{name[:1].upper()}{name[1:]}**: {len(own)}"
        evidence = covering(own, directory)[:4]
        counted = counted if counted and counted.total >= len(own) else None  # else out of date
        if counted:
            as_of = voice.as_of(counted.date)
            text += "; " + voice.fragment("split_counted", total=counted.total, as_of=as_of)
            evidence = [counted.evidence, *evidence]
        if 0 < len(own) <= MOST_PLACED:
            text += f" ({names_of(voice, own, brief=False)})"
        facts.append({"level": level, "named": len(own), "counted": counted and counted.total,
                      "date": counted and counted.date})  # fmt: skip
        sentences.append(voice.sentence(text, evidence, item=True))
    result = {"levels": facts, "named": len(rows),
              "rows": [row_of(held, directory, voice.language) for held in rows]}  # fmt: skip
    complete = directory.records.completeness
    if complete:
        sentences.append(voice.sentence(voice.say("gaps"), [complete.missing], new=True))
    return voice.draft("answered", sentences, result, followups=next_questions(voice))


def speak_of_levels(voice: Voice) -> Draft:
    """The draft on which levels there are, where one is named that is not, or the highest asked."""
    asked, standard = voice.asked, voice.directory.records.standard
    sentences: list[DraftSentence] = []
    tiers = standard.current.tiers if standard else ()
    levels = voice.list([voice.level(tier.name) for tier in tiers])
    evidence = [tier.evidence for tier in tiers]
    if asked.name:
        sentences.append(voice.sentence(voice.say("no_such_level", name=asked.name)))
    elif asked.levels:
        top = asked.levels[-1] == tiers[-1].name
        verdict = voice.say("yes" if top else "no")
        text = voice.say("highest_level", level=voice.level(tiers[-1].name))
        sentences.append(voice.sentence(verdict + text, evidence[-1:]))
    sentences.append(voice.sentence(voice.say("levels", levels=levels), evidence))
    cities = [city for city in voice.directory.cities(asked.cities) if city.awards]
    sentences += [standing_line(voice, city, item=True) for city in cities]
    held = [now.held for city in cities if (now := standing(city)).held]
    rows = [row_of(own, voice.directory, voice.language) for own in held if own]
    result = {"levels": [tier.name for tier in tiers], "rows": rows}
    return voice.draft("answered", sentences, result, followups=next_questions(voice))
