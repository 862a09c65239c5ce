"""The calculation as CSV, for a council paper: result, levels, areas, criteria and sources."""

import csv
import io
from collections.abc import Iterator, Sequence

from ui.calculator.areas import Area
from ui.calculator.reckoning import Outcome
from ui.texts import Texts

Row = tuple[str, str, str, str]


def calculation_csv(outcome: Outcome, areas: Sequence[Area], texts: Texts) -> str:
    """One table with a header in the reader's language: part, name, description, value.

    Starts with a byte order mark, by which spreadsheets know UTF-8.
    """
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    columns = ("csv_part", "csv_name", "csv_text", "csv_value")
    table.writerow([texts(f"calculator.{column}") for column in columns])
    table.writerows(_rows(outcome, areas, texts))
    return "\ufeff" + written.getvalue()


def _rows(outcome: Outcome, areas: Sequence[Area], texts: Texts) -> Iterator[Row]:
    facts, result, units = outcome.facts, texts("calculator.result"), outcome.units(texts)
    met, total = facts.get("met"), outcome.version.criteria
    if outcome.level:
        yield result, texts("calculator.level"), "", outcome.name(outcome.level, texts)
        yield result, texts("calculator.share", units=units), "", f"{outcome.percent(texts)} %"
    if met is not None:
        counted = texts("calculator.of_criteria", met=met, total=total, units=units)
        yield result, texts("calculator.met"), counted, str(met)
    for tier, needed in facts.get("needed", {}).items():
        name = outcome.name(tier, texts)
        described = texts("calculator.criteria_unit", n=needed, units=units)
        more = facts.get("more", {}).get(tier)
        value = "" if more is None else str(more) if more else texts("calculator.reached")
        yield texts("calculator.to_go"), name, described, value
    if outcome.state.chosen:
        yield from _criteria(areas, texts)
    for citation in outcome.answer.citations if outcome.answer else ():
        place = f"{citation.title}, {citation.section}"
        yield texts("calculator.source"), place, citation.quote, citation.published


def _criteria(areas: Sequence[Area], texts: Texts) -> Iterator[Row]:
    for area in areas:
        counted = texts("calculator.area_count", met=area.met, total=len(area.items))
        yield texts("calculator.area"), area.id, area.name, counted
    for area in areas:
        for item in area.items:
            value = texts("calculator.met" if item.met else "calculator.not_met")
            yield texts("calculator.criterion"), item.id, item.title, value
