"""What is said of cities that a question names, and of places the directory lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Draft, DraftSentence
from assistant.geography import area_name
from assistant.metropolises import country_of_city
from assistant.tools.directory import LEVELS, Held, Standing, first_at, history, standing
from assistant.tools.directory_dates import span_of
from assistant.tools.directory_evidence import covering
from assistant.tools.directory_facts import row_of
from assistant.tools.directory_question import Relation
from assistant.tools.directory_texts import place_name, with_article, within
from assistant.tools.directory_voice import Voice
from assistant.tools.eligibility import locate, rule_on
from corpus.records import City

_MOST_NEAR = 8
"""Cities named as the nearest thing, at most."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Sentences on one city, and what of the question they leave unsaid."""

    sentences: Sequence[DraftSentence]
    missing: Sequence[str] = ()


def speak_of_cities(voice: Voice) -> Draft:
    """The draft on the cities a question names, each in turn."""
    asked = voice.asked
    cities = voice.directory.cities(asked.cities)
    if asked.kind == "order" and all(history(city) for city in cities):
        said = [_Said(list(_order(voice, cities)))]
    else:
        several = len(cities) > 1 or bool(asked.name)
        said = [_of_city(voice, city, several=several) for city in cities]
        if asked.compares and len(cities) > 1:
            said = [_Said(list(_compared(voice, cities))), *said]
        elif asked.kind == "history" and asked.change == "raised" and len(cities) > 1:
            said = [_Said(list(_which_rose(voice, cities))), *said]
        elif asked.kind == "level" and len(cities) > 1 and len(asked.levels) == 1:
            said = [_Said(list(_at_level(voice, cities))), *said]
        if asked.name:
            said.append(_absent(voice))
        if asked.areas and len(cities) == 1:
            said.append(_Said(list(_also_in(voice, cities[0], asked.areas[0]))))
    missing = [text for part in said for text in part.missing]
    near = voice.directory.cities(
        own for code in asked.areas for own in voice.directory.places.within(code)
    )
    rows = [
        row_of(held, voice.directory, voice.language)
        for own in dict.fromkeys((*asked.cities, *(c.id for c in near)))
        for held in history(voice.directory.cities([own])[0])
    ]
    named = [
        {"id": c.id, "city": c.name, "state": c.state, "place": place_name(c, voice.language),
         "status": c.status, "note": c.note}
        for c in cities
    ]  # fmt: skip
    # 'Since when?' has no other half that could be answered.
    undated = asked.kind == "since" and all(part.missing for part in said)
    return voice.draft(
        "refused" if undated else "partial" if missing else "answered",
        [sentence for part in said for sentence in part.sentences],
        {"cities": named, "awards": rows},
        missing=missing,
        followups=_next_questions(voice, cities),
    )


def speak_of_inside(voice: Voice) -> Draft:
    """Which of some cities lie in the areas asked about, or outside, and where those stand."""
    asked, places = voice.asked, voice.directory.places
    cities = voice.directory.cities(asked.cities)
    codes = asked.areas or asked.outside
    lying = [c for c in cities if any(places.is_inside(c.id, code) for code in codes)]
    inside = lying if asked.areas else [c for c in cities if c not in lying]
    where = within(codes[0], voice.language) if len(codes) == 1 else voice.fragment("region")
    if not asked.areas:
        named = voice.list([with_article(code, voice.language) for code in codes])
        where = voice.fragment("outside", area=named)
    named = voice.list([city.name for city in inside])
    text = voice.say("these_inside" if inside else "none_inside", within=where, places=named)
    held = {city.id: standing(city).held for city in cities if city.awards}
    proofs = [own.award.evidence if (own := held.get(c.id)) else c.evidence for c in cities]
    told = [proof for c, proof in zip(cities, proofs, strict=True) if c in (inside or cities)]
    lead = voice.sentence(text, [proof for proof in told if proof])
    said = [_of_city(voice, city, several=True) for city in inside]
    rows = [row_of(own, voice.directory, voice.language) for own in held.values() if own]
    return voice.draft(
        "answered",
        [lead, *(sentence for part in said for sentence in part.sentences)],
        {"cities": [city.name for city in inside], "awards": rows},
        followups=_next_questions(voice, inside or cities),
    )


def _of_city(voice: Voice, city: City, *, several: bool) -> _Said:
    """What a question asks of one city; in a line where several are asked about."""
    place = place_name(city, voice.language)
    if not city.awards:
        return unconfirmed(voice, city)
    if several and voice.asked.kind == "history" and len(history(city)) > 1:
        awards = history(city)
        text = f"**{place}**: {voice.awards(awards, changes=True)}"
        return _Said([voice.sentence(text, [h.award.evidence for h in awards], item=True)])
    if several and voice.asked.kind == "since":
        return _Said([_since_line(voice, city)])
    if several:
        held = standing(city).held
        asks_level = voice.asked.kind == "level" and not voice.asked.levels
        unknown = asks_level and held is not None and held.award.level is None
        missing = [voice.fragment("missing_level", place=place)] if unknown else []
        return _Said([standing_line(voice, city, item=True)], missing)
    match voice.asked.kind:
        case "since":
            return _since(voice, city, place)
        case "history":
            return _Said(list(_history(voice, city, place)))
        case _ if voice.asked.also_when:
            return _Said(list(_at_times(voice, city, place)))
        case _ if voice.asked.when:
            return _Said(list(_then(voice, city, place)))
        case _:
            return _now(voice, city, place)


def _compared(voice: Voice, cities: Sequence[City]) -> Iterator[DraftSentence]:
    """Which of some cities stands highest, if the level of each is known and without question."""
    found = [standing(city) for city in cities]
    held = [own.held for own in found if own.held and own.held.award.level and not own.called]
    if len(held) < len(cities):
        return
    rank = max(LEVELS.index(own.award.level or "") for own in held)
    top = [own for own in held if own.award.level == LEVELS[rank]]
    key = "same_level" if len(top) == len(held) else "highest_of"
    places = voice.list([place_name(own.city, voice.language) for own in top])
    text = voice.say(key, level=voice.level(LEVELS[rank]), places=places)
    so = _is_so(voice.asked.relation, [LEVELS.index(own.award.level or "") for own in held])
    verdict = "" if so is None else voice.say("yes" if so else "no")
    yield voice.sentence(f"{verdict}{text}", [own.award.evidence for own in held])


def _is_so(relation: Relation | None, ranks: Sequence[int]) -> bool | None:
    """Whether the first of two levels stands to the other as it is said to; None if nothing is."""
    first, other = ranks[0], ranks[-1]
    match relation:
        case "above":
            return first > other
        case "below":
            return first < other
        case "same":
            return first == other
    return None


def _which_rose(voice: Voice, cities: Sequence[City]) -> Iterator[DraftSentence]:
    """Which of some cities rose from one level to another, by what is told of them."""
    held = {city.id: [own for own in history(city) if own.award.level] for city in cities}
    rose = [c for c in cities if len({own.award.level for own in held[c.id]}) > 1]
    places = voice.list([city.name for city in rose])
    text = voice.say("these_rose" if rose else "none_rose", places=places)
    told = [own for city in rose or cities for own in held[city.id]]
    yield voice.sentence(text, [own.award.evidence for own in told])


def _at_level(voice: Voice, cities: Sequence[City]) -> Iterator[DraftSentence]:
    """Which of some cities are at the level that is asked about, if that of each is known."""
    found = [standing(city) for city in cities]
    held = [own.held for own in found if own.held and not own.called]
    if len(held) < len(cities) or voice.asked.when:
        return
    (level,) = voice.asked.levels
    once = [city for city in cities if first_at(city, level)]
    top = [own for own in held if own.award.level == level]
    if level not in LEVELS or (voice.asked.ever and len(once) > len(top)):
        return  # 'which of them got silver' may mean those, too, that have gold now
    if not top and any(own.award.level is None for own in held):
        return
    places = voice.list([place_name(own.city, voice.language) for own in top])
    text = voice.say("at_level" if top else "none_at", level=voice.level(level), places=places)
    yield voice.sentence(text, [own.award.evidence for own in top or held])


def _also_in(voice: Voice, city: City, area: str) -> Iterator[DraftSentence]:
    """The other certified cities of the state that shares a city's name."""
    others = voice.directory.cities(voice.directory.places.within(area))
    held = [now.held for own in others if own != city and (now := standing(own)).held]
    rows = [row for row in held if row]
    if rows:
        texts = [f"{row.city.name} {_bracketed(voice, row)}" for row in rows]
        name = area_name(area, voice.language)
        text = voice.say("also_in", area=name, list=voice.list(texts))
        yield voice.sentence(text, [row.award.evidence for row in rows], new=True)


def _absent(voice: Voice) -> _Said:
    """That a place asked about beside others is not in the directory."""
    name = voice.asked.name if voice.asked.name[0].isupper() else voice.asked.name.title()
    complete = voice.directory.records.completeness
    sentences = [voice.sentence(voice.say("absent", name=name), new=True)]
    if complete:
        sentences.append(voice.sentence(voice.say("incomplete"), [complete.absent]))
    return _Said(sentences, [voice.fragment("missing_city", name=name)])


def unconfirmed(voice: Voice, city: City) -> _Said:
    """A city that the documents speak of without a proof that it is certified."""
    place = place_name(city, voice.language)
    assert city.evidence
    sentences = [voice.sentence(voice.say("unconfirmed", place=place), [city.evidence])]
    sentences.append(voice.lifted(city.evidence))
    asks_more = voice.asked.kind in ("level", "since", "history")
    missing = [voice.fragment("missing_award", place=place)] if asks_more else []
    return _Said(sentences, missing)


def standing_line(voice: Voice, city: City, *, item: bool = False) -> DraftSentence:
    """Where a city stands, in a line; as an item of a list if told so."""
    now = standing(city)
    held = now.held
    assert held
    text = f"**{place_name(city, voice.language)}**: {voice.awards([held])}"
    if now.called:
        text += (
            f"; {voice.say('called', place=city.name, level=voice.level(now.called.award.level))}"
        )
    evidence = [h.award.evidence for h in (held, now.called) if h]
    return voice.sentence(text.rstrip(".") + ("" if item else "."), evidence, item=item)


# Where a city stands


def _now(voice: Voice, city: City, place: str) -> _Said:
    """The level a city holds, and whether that is what was put forward."""
    now = standing(city)
    held = now.held
    assert held
    sentences = [_leading(voice, now, place)]
    if now.renewed:
        text = voice.say("renewed", on=voice.on(now.renewed.award.date or ""))
        sentences.append(voice.sentence(text, [now.renewed.award.evidence]))
    if now.called:
        text = voice.say("called", place=city.name, level=voice.level(now.called.award.level))
        sentences.append(voice.sentence(text, [now.called.award.evidence]))
    if city.status == "secondary":
        sentences.append(voice.sentence(voice.say("press"), [held.award.evidence]))
    before = _risen_through(city, held)
    if before and voice.asked.kind == "level":
        text = voice.say("before", list=voice.awards(before))
        sentences.append(voice.sentence(text, [h.award.evidence for h in before]))
    unknown = voice.asked.kind == "level" and held.award.level is None
    return _Said(sentences, [voice.fragment("missing_level", place=place)] if unknown else [])


def _leading(voice: Voice, now: Standing, place: str) -> DraftSentence:
    """The sentence that states a standing, after a yes or no where one was asked for."""
    held = now.held
    assert held
    award = held.award
    if award.level is None:
        text = voice.say("no_level", place=place, on=voice.on(award.date or ""))
    elif award.date is None:
        text = voice.say("holds_undated", place=place, level=voice.level(award.level))
    else:
        first = first_at(held.city, award.level) or held
        dated_first = first if first.award.date else held
        on = voice.on(dated_first.award.date or "")
        text = voice.say("holds", place=place, level=voice.level(award.level), on=on)
        award = dated_first.award
    return voice.sentence(_verdict(voice, now) + text, [award.evidence])


def _verdict(voice: Voice, now: Standing) -> str:
    """Yes or no to a level or a certification that was put forward; nothing if open."""
    asked, held = voice.asked, now.held
    assert held
    if asked.kind == "certified":
        return voice.say("yes")
    if not asked.claimed or held.award.level is None or now.called or now.renewed:
        return ""
    (level,) = asked.levels
    if held.award.level == level:
        return voice.say("yes")
    once = first_at(held.city, level)
    if once and asked.ever:
        return voice.say("yes")
    return voice.say("no_longer" if once else "no")


def _risen_through(city: City, held: Held) -> list[Held]:
    """The first award at each level a city held before its present one."""
    found: dict[str, Held] = {}
    for own in history(city):
        if own.award.level and own.award.level != held.award.level:
            found.setdefault(own.award.level, own)
    low = LEVELS.index(held.award.level) if held.award.level else 0
    return [own for level, own in found.items() if LEVELS.index(level) < low]


def _then(voice: Voice, city: City, place: str) -> Iterator[DraftSentence]:
    """Where a city stood at the time asked about, and what came since."""
    when = voice.asked.when
    assert when
    day = when.span.last
    then = standing(city, day)
    held = then.held
    awards = [h for h in history(city) if h.award.date]
    if held is None:
        first = awards[0] if awards else None
        if first is None:
            yield from _now(voice, city, place).sentences
            return
        verdict = voice.say("no") if voice.asked.claimed or voice.asked.kind == "certified" else ""
        text = voice.say(
            "not_yet", place=place, then=voice.time(when), date=voice.date(first.award.date)
        )
        yield voice.sentence(verdict + text, [first.award.evidence])
        return
    at_that_time = replace(voice, asked=replace(voice.asked, ever=False))
    verdict = _verdict(at_that_time, Standing(city, held))
    verdict = voice.say("no") if verdict == voice.say("no_longer") else verdict
    key = "held_then" if held.award.level else "no_level"
    text = voice.say(
        key, place=place, level=voice.level(held.award.level), then=voice.time(when),
        on=voice.on(held.award.date or ""),
    )  # fmt: skip
    yield voice.sentence(verdict + text, [held.award.evidence])
    if then.renewed:
        text = voice.say("renewed", on=voice.on(then.renewed.award.date or ""))
        yield voice.sentence(text, [then.renewed.award.evidence])
    later = [h for h in awards if span_of(h.award.date or "").first > day and h.award.level]
    later = [h for h in later if h.change != "kept"]
    if later:
        yield voice.sentence(
            voice.say("later", list=voice.awards(later)), [h.award.evidence for h in later]
        )
    yield from disputes(voice, [held])


def _at_times(voice: Voice, city: City, place: str) -> Iterator[DraftSentence]:
    """Where a city stood at each of several times."""
    asked = voice.asked
    for when in sorted(filter(None, (asked.when, *asked.also_when)), key=lambda own: own.date):
        at_one = replace(voice, asked=replace(asked, when=when, also_when=()))
        yield next(_then(at_one, city, place))
    yield from disputes(voice, history(city))


# Since when, and on which way


def _since(voice: Voice, city: City, place: str) -> _Said:
    """When a city got a level, or was first certified."""
    level = voice.asked.levels[-1] if voice.asked.levels else None
    held = first_at(city, level)
    if held is None:
        now = _now(voice, city, place)
        never = voice.say("never", level=voice.level(level), place=place)
        return _Said([voice.sentence(never, [_latest(city).award.evidence]), *now.sentences])
    if held.award.date is None or (level is None and held.change != "new"):
        return _undated(voice, held, place, level)
    on = voice.on(held.award.date)
    if level:
        text = voice.say("got", place=place, level=voice.level(level), on=on)
    else:
        key = "first" if held.award.level else "first_no_level"
        text = voice.say(key, place=place, on=on, level=voice.level(held.award.level))
    sentences = [voice.sentence(text, [held.award.evidence])]
    later = [h for h in _after(city, held) if h.change != "kept"]
    if later:
        text = voice.say("followed", list=voice.awards(later))
        sentences.append(voice.sentence(text, [h.award.evidence for h in later]))
    return _Said([*sentences, *disputes(voice, [held])])


def _since_line(voice: Voice, city: City) -> DraftSentence:
    """When a city got a level, and what came later; all its awards where that is not known."""
    level = voice.asked.levels[-1] if voice.asked.levels else None
    held = first_at(city, level)
    known = held and held.award.date and (level or held.change == "new")
    later = [own for own in _after(city, held) if _is_news(own)] if held else []
    awards = [held, *later] if held and known else history(city)
    text = f"**{place_name(city, voice.language)}**: {voice.awards(awards, changes=True)}"
    return voice.sentence(text, [own.award.evidence for own in awards], item=True)


def _is_news(held: Held) -> bool:
    """Whether an award is more than a level kept, or the first that is told of its level."""
    return held.change != "kept" or first_at(held.city, held.award.level) == held


def _latest(city: City) -> Held:
    return history(city)[-1]


def _after(city: City, held: Held) -> list[Held]:
    awards = history(city)
    return list(awards[awards.index(held) + 1 :])


def _undated(voice: Voice, held: Held, place: str, level: str | None) -> _Said:
    """That a date is not in the documents, and what is."""
    dated = [h for h in history(held.city) if h.award.date]
    if level or not dated:
        named = voice.level(level or held.award.level)
        text = voice.say("got_missing", level=named, place=place)
        missing = voice.fragment("missing_date", level=named, place=place)
        evidence = [held.award.evidence]
    else:
        first = dated[0]
        named = voice.level(first.award.level)
        date = voice.date(first.award.date)
        text = voice.say("first_missing", place=place, level=named, date=date)
        missing = voice.fragment("missing_first", place=place)
        evidence = [first.award.evidence]
    sentences = [voice.sentence(text, evidence)]
    later = [h for h in dated if h.award.level and h.change == "raised"]
    if later:
        text = voice.say("followed", list=voice.awards(later))
        sentences.append(voice.sentence(text, [h.award.evidence for h in later]))
    return _Said([*sentences, *disputes(voice, [held])], [missing])


def _history(voice: Voice, city: City, place: str) -> Iterator[DraftSentence]:
    """Whether a city rose, then each of its awards."""
    awards = history(city)
    if voice.asked.relation == "before" and (former := _before_level(voice, awards)):
        level = voice.level(voice.asked.levels[-1])
        text = voice.say("former", place=place, level=level, list=voice.awards([former]))
        yield voice.sentence(text, [former.award.evidence])
        yield from disputes(voice, [former])
        return
    risen = [held for held in awards if held.change == "raised" and held.award.date]
    yield from _risen(voice, risen[-1], place) if risen else _unrisen(voice, awards[-1], place)
    if len(awards) > 1:
        for held in awards:
            kept = voice.fragment("also") if held.change == "kept" else ""
            text = f"{voice.date(held.award.date)}: {voice.level(held.award.level)}{kept}"
            yield voice.sentence(text[:1].upper() + text[1:], [held.award.evidence], item=True)
    yield from disputes(voice, awards)


def _before_level(voice: Voice, awards: Sequence[Held]) -> Held | None:
    """The first award at the level that a city had before it got the one asked about."""
    level = voice.asked.levels[-1]
    at = next((n for n, held in enumerate(awards) if held.award.level == level), 0)
    below = [held for held in awards[:at] if held.award.level]
    return first_at(below[-1].city, below[-1].award.level) if below else None


def _risen(voice: Voice, last: Held, place: str) -> Iterator[DraftSentence]:
    """From which level to which a city rose last; the lower one may not be known."""
    awards = history(last.city)
    below = [held for held in awards[: awards.index(last)] if held.award.level]
    key = "rose" if below else "got"
    low = voice.level(below[-1].award.level) if below else ""
    level, on = voice.level(last.award.level), voice.on(last.award.date or "")
    text = voice.say(key, place=place, low=low, level=level, on=on)
    yield voice.sentence(text, [last.award.evidence])


def _unrisen(voice: Voice, last: Held, place: str) -> Iterator[DraftSentence]:
    """That no rise of a city is recorded, and where it stands."""
    if last.change == "kept" and last.award.date:
        level, on = voice.level(last.award.level), voice.on(last.award.date)
        yield voice.sentence(
            voice.say("kept_it", place=place, level=level, on=on), [last.award.evidence]
        )
    else:
        yield _leading(voice, standing(last.city), place)
    if called := standing(last.city).called:  # which may be a rise
        text = voice.say("called", place=last.city.name, level=voice.level(called.award.level))
        yield voice.sentence(text, [called.award.evidence])
        return
    yield voice.sentence(voice.say("no_rise", place=place), [last.award.evidence])


def disputes(voice: Voice, awards: Sequence[Held]) -> Iterator[DraftSentence]:
    """What other sources say of awards, where they differ."""
    disputed = [own for held in awards for own in held.award.disputed]
    for position, evidence in enumerate(dict.fromkeys(disputed)):
        if position == 0 and voice.language != "en":
            yield voice.sentence(voice.say("differ"), new=True)
        yield voice.lifted(evidence)


def _order(voice: Voice, cities: Sequence[City]) -> Iterator[DraftSentence]:
    """Which of several cities was certified first, or first got a level."""
    level = voice.asked.levels[-1] if voice.asked.levels else None
    firsts = [held for city in cities if (held := first_at(city, level))]
    found = [held for held in firsts if held.award.date]
    if undated := [held for held in firsts if not held.award.date]:
        places = voice.list([place_name(h.city, voice.language) for h in undated])
        text = voice.say("order_open", places=places)
        yield voice.sentence(text, [held.award.evidence for held in undated])
        yield from (standing_line(voice, city, item=True) for city in cities)
        return
    found.sort(key=lambda held: span_of(held.award.date or "").first)
    dates = {held.award.date for held in found}
    together = len(dates) == 1 and len(found) > 1
    verdict = voice.say("yes" if together else "no") if voice.asked.relation == "same" else ""
    if together:
        places = voice.list([place_name(h.city, voice.language) for h in found])
        on, key = voice.on(dates.pop() or ""), "same_day_at" if level else "same_day"
        text = voice.say(key, places=places, level=voice.level(level), on=on)
        yield voice.sentence(f"{verdict}{text}", covering(found, voice.directory))
        return
    if voice.asked.ends == "latest":
        last = [held for held in found if held.award.date == found[-1].award.date]
        places = voice.list([place_name(h.city, voice.language) for h in last])
        key = "last_at" if level else "last_of"
        text = voice.say(
            key, places=places, level=voice.level(level), on=voice.on(last[0].award.date or "")
        )
        yield voice.sentence(text, covering(last, voice.directory))
        others = [city for city in cities if city not in [h.city for h in last]]
        yield from (standing_line(voice, city, item=True) for city in others)
        return
    for position, held in enumerate(found):
        came_first = "first_at" if level else "first_of"
        key = came_first if position == 0 else "then_came"
        place, on = place_name(held.city, voice.language), voice.on(held.award.date or "")
        text = voice.say(key, place=place, level=voice.level(level), on=on)
        lead = "" if position else verdict
        yield voice.sentence(f"{lead}{text}", [held.award.evidence])
    yield from (
        standing_line(voice, city, item=True)
        for city in cities
        if city not in [h.city for h in found]
    )


# Which one, and not there


def ask_back(voice: Voice) -> Draft:
    """The places that a name may mean, each with its level, and the question which one."""
    asked = voice.asked
    area = asked.areas[0] if asked.areas else ""
    cities = [c for c in voice.directory.cities(asked.cities) if c.awards]
    alike = [c for c in cities if not area or c.name.casefold() == asked.name.casefold()]
    inside = [c for c in cities if c not in alike]
    sentences = [voice.sentence(voice.say("may_be", name=asked.name))]
    sentences += [standing_line(voice, city, item=True) for city in alike]
    rows = [standing(city).held for city in inside]
    held = [row for row in rows if row]
    if held:
        texts = [f"{row.city.name} {_bracketed(voice, row)}" for row in held]
        head = voice.fragment("state", area=area_name(area, voice.language))
        text = f"**{head}**: {voice.list(texts)}"
        sentences.append(voice.sentence(text, [row.award.evidence for row in held], item=True))
    questions = [
        voice.say("ask_level", place=place_name(city, voice.language)) for city in alike
    ] + ([voice.say("ask_area", within=within(area, voice.language))] if area else [])
    awards = [row_of(h, voice.directory, voice.language) for c in cities for h in history(c)]
    places = [place_name(city, voice.language) for city in cities]
    return voice.draft(
        "clarify", sentences, {"places": places, "awards": awards},
        closing=voice.say("which"), followups=questions,
    )  # fmt: skip


def _bracketed(voice: Voice, held: Held) -> str:
    return f"({voice.level(held.award.level)}, {voice.date(held.award.date)})"


def _outside_rule(voice: Voice, name: str) -> tuple[DraftSentence, dict[str, str]] | None:
    """That a large city lies where none may take part, and where; None if nobody knows."""
    known, rules = country_of_city(name), voice.directory.records.eligibility
    rule = rule_on(None, rules) if rules else None
    if voice.asked.areas or not (known and rule and rule.elsewhere_evidence):
        return None
    shown, country = known
    if locate(country, rule) != "out":
        return None
    area = rule.area_names.get(voice.language, rule.area)
    names = {"name": shown, "country": area_name(country, voice.language), "area": area}
    return voice.sentence(voice.say("outside_rule", **names), [rule.elsewhere_evidence]), names


def speak_of_absent(voice: Voice) -> Draft:
    """That the documents name no certification of a place, and the nearest thing they do."""
    asked, directory = voice.asked, voice.directory
    complete = directory.records.completeness
    name = asked.name if asked.name != asked.name.lower() else asked.name.title()
    sentences = [voice.sentence(voice.say("absent", name=name))]
    result: dict[str, object] = {"found": False}
    if outside := _outside_rule(voice, name):
        sentences.append(outside[0])
        result["outside"] = outside[1]
    elif complete:
        sentences.append(voice.sentence(voice.say("incomplete"), [complete.absent]))
    others = directory.cities(asked.others)
    for city in others:
        now = standing(city).held
        if now:
            level = voice.level(now.award.level)
            text = voice.say("namesake", place=place_name(city, voice.language), level=level)
            sentences.append(voice.sentence(text, [now.award.evidence]))
    near = [s.held for s in directory.standing_then(asked) if s.held] if asked.areas else []
    if near:
        shown = near[:_MOST_NEAR]
        cities = voice.list([row.city.name for row in shown])
        where = within(asked.areas[0], voice.language)
        text = voice.say("nearest", within=where, cities=cities)
        sentences.append(voice.sentence(text, covering(shown, directory)))
    shown_rows = [row for row in (*(standing(c).held for c in others), *near) if row]
    places = [place_name(row.city, voice.language) for row in shown_rows]
    rows = [row_of(row, directory, voice.language) for row in shown_rows]
    following = [voice.say("ask_level", place=place) for place in places[:1]]
    following += [
        voice.say("ask_area", within=within(code, voice.language)) for code in asked.areas if near
    ]
    return voice.draft(
        "refused", sentences, {**result, "places": places, "awards": rows},
        missing=[voice.fragment("missing_city", name=name)],
        followups=[*following, voice.say("ask_latest"), voice.say("ask_total")],
    )  # fmt: skip


def _next_questions(voice: Voice, cities: Sequence[City]) -> Iterator[str]:
    """Questions that lead on from a city: since when, its neighbours, its level's cities."""
    city = cities[0]
    place = place_name(city, voice.language)
    if city.awards:
        yield voice.say("ask_level" if voice.asked.kind == "since" else "ask_since", place=place)
    area = _neighbourhood(voice, city)
    if area:
        yield voice.say("ask_area", within=within(area, voice.language))
    now = standing(city).held
    if now and now.award.level:
        yield voice.say("ask_at", level=voice.level(now.award.level))
    yield voice.say("ask_latest")


def _neighbourhood(voice: Voice, city: City) -> str:
    """The state of a city, or its country, whichever is the smallest with another certified."""
    state = voice.directory.places.area_of[city.id]
    for area in dict.fromkeys((state, state.split("-")[0])):
        inside = voice.directory.cities(voice.directory.places.within(area))
        if any(own.awards and own != city for own in inside):
            return area
    return ""
