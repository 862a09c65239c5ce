"""The practice areas and their criteria as the reader sees them: titles, counts, how known."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from assistant.answers import Language, Quote
from corpus.records import Criterion, Evidence, PracticeArea, Standard

QuoteOf = Callable[[Evidence], Quote]


@dataclass(frozen=True, slots=True)
class Item:
    """A criterion to tick.

    Attributes:
        language: of the title; English where it has none in the reader's.
    """

    id: str
    title: str
    language: str
    confirmed: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A practice area with its criteria.

    Attributes:
        known: `confirmed`, `partly_confirmed` or `single_source`.
        sourcing: the sentence that tells how its criteria are known, by its place; None if none.
    """

    id: str
    name: str
    language: str
    items: Sequence[Item]
    known: str
    sourcing: Quote | None

    @property
    def met(self) -> int:
        """How many of its criteria are met."""
        return sum(item.met for item in self.items)


def areas_of(
    standard: Standard, quote_of: QuoteOf, *, language: Language, met: Collection[str] = ()
) -> list[Area]:
    """All practice areas in the standard's order; `met` holds ids of criteria.

    None where the standard does not list all that it counts.
    """
    if not standard.is_itemised:
        return []
    return [_area(area, standard, quote_of, language, met) for area in standard.practice_areas]


def _area(
    area: PracticeArea,
    standard: Standard,
    quote_of: QuoteOf,
    language: Language,
    met: Collection[str],
) -> Area:
    own = [c for c in standard.criteria if c.practice_area == area.id]
    items = [_item(criterion, language, met) for criterion in own]
    confirmed = sum(item.confirmed for item in items)
    known = "confirmed" if confirmed == len(items) else "partly_confirmed"
    return Area(
        id=area.id,
        name=area.names.get(language, area.name),
        language=language if language in area.names else "en",
        items=items,
        known=known if confirmed else "single_source",
        sourcing=quote_of(area.sourcing) if area.sourcing else None,
    )


def _item(criterion: Criterion, language: Language, met: Collection[str]) -> Item:
    return Item(
        id=criterion.id,
        title=criterion.titles.get(language, criterion.title),
        language=language if language in criterion.titles else "en",
        confirmed=criterion.confirmed,
        met=criterion.id in met,
    )
