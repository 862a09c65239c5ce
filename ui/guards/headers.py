"""Headers that tell a browser what a page of ours may do, and who may show it."""

from collections.abc import Mapping, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.guards.problems import is_at

CHAT = "/chat"

_COMMON = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
}
# Gradio writes scripts and styles into its page, and compiles templates in the browser.
_GRADIO = {
    "base-uri": "'self'",
    "default-src": "'self'",
    "img-src": "'self' data: blob:",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "worker-src": "'self' blob:",
}


class SecureHeaders:
    """Middleware that adds the headers to every response that does not set its own."""

    def __init__(self, app: ASGIApp, *, origins: Sequence[str]) -> None:
        self._app = app
        framed = {"frame-ancestors": " ".join(["'self'", *origins])}
        self._chat = _policy({**_COMMON, **_GRADIO, **framed})
        self._page = _policy({**_COMMON, "frame-ancestors": "'none'"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add headers to what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = self._chat if is_at(scope["path"], CHAT) else self._page

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", policy)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
                headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
            await send(message)

        await self._app(scope, receive, add)


def _policy(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())
