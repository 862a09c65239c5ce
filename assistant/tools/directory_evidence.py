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
    """The fewest sentences, or nearly, that name every city of some awards and their levels."""
    carried = _carried(rows, directory)
    left = set(range(len(rows)))
    chosen: list[Evidence] = []
    while left:
        best = max(carried, key=lambda own: len(carried[own] & left))
        chosen.append(best)
        left -= carried[best]
    return [*chosen, *_levels_stated(rows, chosen, directory)]


def _carried(rows: Sequence[Held], directory: Directory) -> Mapping[Evidence, set[int]]:
    """Sentences on some awards, each with the numbers of the awards it carries.

    Those that list an announcement's cities come first, before them those that state levels too.
    """
    dates = {row.award.date for row in rows} | {(row.award.date or "")[:7] for row in rows}
    totals = [total for total in directory.records.totals if total.date in dates]
    named = [own for total in totals for own in total.named]
    named.sort(key=lambda own: not levels(own.quote))
    carried = {own: _named_by(own, rows) for own in named}
    for number, row in enumerate(rows):
        carried.setdefault(row.award.evidence, set()).add(number)
    return carried


def _named_by(evidence: Evidence, rows: Sequence[Held]) -> set[int]:
    """The awards whose city a sentence names without another level than theirs."""
    said, text = levels(evidence.quote), fold(evidence.quote)
    return {
        number
        for number, row in enumerate(rows)
        if (not said or row.award.level in said) and _names(text, row.city)
    }


def _names(text: str, city: City) -> bool:
    """Whether a folded text names a city, and with its own state if any stands beside it."""
    if not any(fold(name) in text for name in (city.name, *city.other_names)):
        return False
    return not city.state or f"{fold(city.name)} (" not in text or fold(city.state) in text


def _levels_stated(
    rows: Sequence[Held], chosen: Sequence[Evidence], directory: Directory
) -> Iterator[Evidence]:
    """A sentence that says at which level all of an announcement were, where none chosen does."""
    wanted = {row.award.level for row in rows if row.award.level}
    if wanted - {level for own in chosen for level in levels(own.quote)}:
        dates = {row.award.date for row in rows}
        for total in directory.records.totals:
            if total.date in dates:
                yield from (own for own in total.named if levels(own.quote) == wanted)
