"""The calculator's pages: with forms, to print, and as a table."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, Response

from assistant.errors import NoStandardError
from ui.calculator.reckoning import Calculator
from ui.calculator.state import state_of
from ui.calculator.table import calculation_csv
from ui.desk import Desk
from ui.pages.languages import language_of
from ui.pages.site import Site
from ui.texts import Texts

Words = Annotated[list[str], Query(default_factory=list, max_length=200)]


def calculator_of(desk: Desk) -> Calculator:
    """The calculator of a desk's programme as the index has it now.

    Raises:
        NoStandardError: it has no standard.
    """
    calculator = desk.library.calculator
    if calculator is None:
        raise NoStandardError(desk.programme.id)
    return calculator


def calculator_pages(site: Site) -> APIRouter:
    """Their routes; none if the programme has no standard."""
    pages = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
    if not site.desk.has_levels:
        return pages

    @pages.get("/calculator")
    def page(
        request: Request,
        c: Words,
        met: str = "",
        standard: str = "",
        part: str = "",
        printed: Annotated[str, Query(alias="print")] = "",
    ) -> HTMLResponse:
        calculator = calculator_of(site.desk)
        language, state = language_of(request), state_of(met, c, standard)
        name = "calculator_print" if printed else "calculator"
        # An impossible number was understood, so the page is as good as any other.
        return site.page(
            request,
            f"{'calculator_result' if part == 'result' else name}.html.jinja",
            outcome=calculator.work_out(state, language),
            areas=calculator.areas(language, state.chosen),
            units=calculator.standard.unit_in(language).many,
            units_are_met=calculator.standard.unit == "criteria",
            of_cities=calculator.standard.assesses == "cities",
            versions=[*reversed(calculator.standard.versions)],
            link=site.address(request, f"/calculator?{state.query(lang=language)}"),
            day=datetime.now(UTC).date().isoformat(),
            newest=site.desk.newest,
        )

    @pages.get("/calculator.csv")
    def table(request: Request, c: Words, met: str = "", standard: str = "") -> Response:
        calculator = calculator_of(site.desk)
        texts = Texts(language_of(request))
        outcome = calculator.work_out(state_of(met, c, standard), texts.language)
        if not outcome.is_possible:
            raise HTTPException(422, outcome.said)
        areas = calculator.areas(texts.language, outcome.state.chosen)
        written = calculation_csv(outcome, areas, texts)
        headers = {"Content-Disposition": 'attachment; filename="level.csv"'}
        return Response(written, media_type="text/csv; charset=utf-8", headers=headers)

    return pages
