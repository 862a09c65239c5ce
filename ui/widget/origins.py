"""Which sites may show the widget: told to browsers, and refused here as well."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.guards.limits import Respond
from ui.guards.problems import WIDGET, Problem, is_at

_ELSEWHERE = {"cross-site", "same-site"}
"""What a browser says of a request from another origin, even where it names none."""


class GuardOrigins:
    """Middleware before the widget's paths: only our own pages and the sites on the list pass.

    A site that is not on the list gets no header that would let its scripts read a response, and
    nothing is answered for it either, so that it cannot spend its readers' allowance. A client
    that is no browser names no origin, and is only counted.
    """

    def __init__(
        self, app: ASGIApp, *, origins: Sequence[str], public_address: str, respond: Respond
    ) -> None:
        self._app = app
        self._respond = respond
        self._allowed = frozenset(origin_of(a) for a in [*origins, public_address] if a)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, with what lets its site read the response, or refuse it."""
        if scope["type"] != "http" or not is_at(scope["path"], WIDGET):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        origin = request.headers.get("origin", "")
        if not self._may_show(request, origin):
            where = origin if origin not in {"", "null"} else "This site"
            problem = Problem(
                403,
                f"{where} is not on the list of sites that may show answers. Whoever runs the "
                "service can add it to the setting service.origins.",
            )
            await self._respond(request, problem)(scope, receive, send)
            return

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Origin")
                if origin:
                    headers["Access-Control-Allow-Origin"] = origin
            await send(message)

        await self._app(scope, receive, add)

    def _may_show(self, request: Request, origin: str) -> bool:
        if not origin:
            return request.headers.get("sec-fetch-site", "") not in _ELSEWHERE
        return origin in self._allowed or origin == origin_of(str(request.base_url))


def origin_of(address: str) -> str:
    """Scheme, host and port of an address as browsers write them: small, default port left out."""
    parts = urlsplit(address.lower())
    default = {"http": ":80", "https": ":443"}.get(parts.scheme, "")
    return f"{parts.scheme}://{parts.netloc.removesuffix(default) if default else parts.netloc}"
