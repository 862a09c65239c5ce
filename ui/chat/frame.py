"""Gradio's page before its scripts run: our head and language, and words for who has no scripts.

Gradio adds a head of ours only once it runs, so that the page would flash unstyled, and it leaves
readers without scripts before an empty page.
"""

import re

from markupsafe import escape
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.guards.headers import CHAT
from ui.texts import LANGUAGES, Texts

_OF_GRADIO = re.compile(rb'<meta\s+(?:property="og:|name="twitter:)[^>]*>')
_BODY = re.compile(rb"<body[^>]*>")
_STYLES = ("tokens", "answer", "calculator", "chat")


class ChatFrame:
    """Middleware that completes the HTML of the page at /chat."""

    def __init__(self, app: ASGIApp, *, name: str, description: str) -> None:
        self._app = app
        self._head = _head(name, description)
        self._without_scripts = _without_scripts(name)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; what comes back for the page itself is completed."""
        if not _is_page(scope):
            await self._app(scope, receive, send)
            return
        # What is compressed could not be completed.
        headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        start: Message = {}
        body = b""

        async def collect(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            if Headers(raw=start["headers"]).get("content-type", "").startswith("text/html"):
                body = self._completed(body)
                MutableHeaders(scope=start)["content-length"] = str(len(body))
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self._app({**scope, "headers": headers}, receive, collect)

    def _completed(self, page: bytes) -> bytes:
        page = _OF_GRADIO.sub(b"", page).replace(b"</head>", self._head + b"</head>", 1)
        return _BODY.sub(lambda body: body.group() + self._without_scripts, page, count=1)


def _is_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path: str = scope["path"]
    return path.rstrip("/") == CHAT


def _head(name: str, description: str) -> bytes:
    styles = "".join(f'<link rel="stylesheet" href="/static/{style}.css">' for style in _STYLES)
    icon = '<link rel="icon" href="/static/icon.svg" type="image/svg+xml">'
    about = f'<meta name="description" content="{escape(description)}">'
    return f"<title>{escape(name)}</title>{about}{icon}{styles}".encode()


def _without_scripts(name: str) -> bytes:
    said = "".join(
        f'<p lang="{language}">{escape(Texts(language)("chat.no_script"))} '
        f'<a href="/?lang={language}">{escape(Texts(language)("chat.home"))}</a></p>'
        for language in LANGUAGES
    )
    page = f'<main class="no-script"><h1>{escape(name)}</h1>{said}</main>'
    return f"<noscript>{page}</noscript>".encode()
