"""Which sentences of the documents carry a row or a list of the directory.

A city's award has a sentence of its own; an announcement may have one that lists all its cities,
which spares a reader a citation for each.
"""

from collections.abc import Iterator, Mapping, Sequence

from assistant.figures import levels
from assistant.folding import fold
from assistant.tools.directory import Directory, Held
from corpus.records import City, Evidence


def covering(rows: Sequence[Held], directory: Directory) -> list[Evidence]:
    """The fewest sentences, or nearly, that name every city of some awards and their levels.

    A list of names carries a level where another sentence on that announcement gives it to all.
    """
    carried = _carried(rows, directory)
    left = set(range(len(rows)))
    chosen: list[Evidence] = []
    while left:
        best = max(carried, key=lambda own: len(carried[own] & left))
        chosen.append(best)
        left -= carried[best]
    return [*chosen, *_given_to_all(rows, chosen, directory)]


def _carried(rows: Sequence[Held], directory: Directory) -> Mapping[Evidence, set[int]]:
    """Sentences on some awards, each with the numbers of the awards it carries.

    Those that list an announcement's cities come first, before them those that state levels too.
    """
    carried: dict[Evidence, set[int]] = {}
    for own, date in _listing(rows, directory):
        carried.setdefault(own, set()).update(_named_by(own, date, rows, directory))
    for number, row in enumerate(rows):
        carried.setdefault(row.award.evidence, set()).add(number)
    return carried


def _listing(rows: Sequence[Held], directory: Directory) -> list[tuple[Evidence, str]]:
    """Sentences on the cities of the awards' announcements, with the day of these."""
    dates = {row.award.date for row in rows} | {(row.award.date or "")[:7] for row in rows}
    totals = [total for total in directory.records.totals if total.date in dates]
    named = [(own, total.date) for total in totals for own in total.named]
    return sorted(named, key=lambda own: not levels(own[0].quote))


def _named_by(
    evidence: Evidence, date: str, rows: Sequence[Held], directory: Directory
) -> set[int]:
    """The awards of a day whose city a sentence names, with their level or where all have one."""
    said, text = levels(evidence.quote), fold(evidence.quote)
    given = said or {None, _level_of_all(evidence, directory)}
    return {
        number
        for number, row in enumerate(rows)
        if (row.award.date or "").startswith(date)
        and row.award.level in given
        and _names(text, row.city)
    }


def _level_of_all(names: Evidence, directory: Directory) -> str | None:
    """The level that an announcement's cities, listed by a sentence, got without exception."""
    told = [own for t in directory.records.totals if names in t.named for own in t.named]
    given = {level for own in told if _is_on_all(own, directory) for level in levels(own.quote)}
    return given.pop() if len(given) == 1 else None


def _is_on_all(evidence: Evidence, directory: Directory) -> bool:
    """Whether a sentence gives a level, and names no city that it is given to."""
    text = fold(evidence.quote)
    return bool(levels(evidence.quote)) and not any(
        _names(text, city) for city in directory.records.cities
    )


def _names(text: str, city: City) -> bool:
    """Whether a folded text names a city, and with its own state if any stands beside it."""
    if not any(fold(name) in text for name in (city.name, *city.other_names)):
        return False
    return not city.state or f"{fold(city.name)} (" not in text or fold(city.state) in text


def _given_to_all(
    rows: Sequence[Held], chosen: Sequence[Evidence], directory: Directory
) -> Iterator[Evidence]:
    """What gives their level to the cities of the lists that are chosen."""
    leveled = any(row.award.level for row in rows)
    for names in chosen if leveled else ():
        if not levels(names.quote) and _level_of_all(names, directory):
            named = (t.named for t in directory.records.totals if names in t.named)
            yield from (own for some in named for own in some if _is_on_all(own, directory))
