"""Which sentences of the documents carry a row or a list of the directory.

A city's award has a sentence of its own; an announcement may have one that lists all its cities,
which spares a reader a citation for each.
"""

from collections.abc import Iterator, Sequence

from assistant.figures import levels
from assistant.folding import fold
from assistant.tools.directory import Directory, Held
from corpus.records import City, Evidence


def covering(rows: Sequence[Held], directory: Directory) -> list[Evidence]:
    """The fewest sentences, or nearly, that name every city of some awards and their levels."""
    candidates = list(dict.fromkeys(_candidates(rows, directory)))
    left = list(rows)
    chosen: list[Evidence] = []
    while left:
        best = max(candidates, key=lambda own: sum(_states(own, row) for row in left))
        stated = [row for row in left if _states(best, row)] or left[:1]
        chosen.append(best if _states(best, left[0]) or len(stated) > 1 else left[0].award.evidence)
        left = [row for row in left if row not in stated]
    return [*chosen, *_levels_stated(rows, chosen, directory)]


def _candidates(rows: Sequence[Held], directory: Directory) -> Iterator[Evidence]:
    """Sentences on the announcements of the rows, those that state levels first, then their own."""
    dates = {row.award.date for row in rows} | {(row.award.date or "")[:7] for row in rows}
    named = [own for total in directory.records.totals if total.date in dates
             for own in total.named]  # fmt: skip
    yield from (own for own in named if levels(own.quote))
    yield from named
    yield from (row.award.evidence for row in rows)


def _states(evidence: Evidence, row: Held) -> bool:
    """Whether a sentence names a row's city and no other level than its own."""
    if evidence == row.award.evidence:
        return True
    said = levels(evidence.quote)
    return _names(evidence, row.city) and (not said or row.award.level in said)


def _names(evidence: Evidence, city: City) -> bool:
    """Whether a sentence names a city; one whose name others share with its state."""
    text = fold(evidence.quote)
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
