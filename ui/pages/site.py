"""What every page has in common: the layout's values, and the address of the service."""

from functools import partial

from fastapi import Request
from fastapi.responses import HTMLResponse

from assistant.answers import Language
from ui.desk import Desk
from ui.guards.problems import Problem
from ui.markup.templates import Templates
from ui.pages.languages import language_of
from ui.texts import OWN_NAMES, Texts


class Site:
    """Renders pages in the layout of all."""

    def __init__(self, desk: Desk, templates: Templates) -> None:
        self.desk = desk
        self._templates = templates

    def page(
        self,
        request: Request,
        template: str,
        /,
        *,
        language: Language | None = None,
        status: int = 200,
        **values: object,
    ) -> HTMLResponse:
        """A page from a template; its language is the request's unless it is given."""
        return HTMLResponse(
            self._templates.render(
                template,
                texts=Texts(language or language_of(request)),
                programme=self.desk.programme,
                index=self.desk.assistant.index,
                languages=OWN_NAMES,
                address_in=partial(_address_in, request),
                **values,
            ),
            status,
        )

    def error(self, request: Request, problem: Problem) -> HTMLResponse:
        """A problem as a page that says what to do."""
        page = self.page(request, "error.html.jinja", status=problem.status, problem=problem)
        page.headers.update(problem.headers)
        return page

    def address(self, request: Request, path: str) -> str:
        """A path of ours as readers elsewhere reach it."""
        base = self.desk.settings.service.public_address or str(request.base_url).rstrip("/")
        return base + path


def _address_in(request: Request, language: Language) -> str:
    """The page of a request in another language."""
    return str(request.url.include_query_params(lang=language).replace(scheme="", netloc=""))
