"""The service: one FastAPI process, every door of it, with the Gradio chat mounted in it."""

import os
import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from index import telemetry

telemetry.switch_off()

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.routing import Route

from assistant.settings import Settings
from corpus.errors import ProgrammeAssistantError
from ui.calculator.pages import calculator_pages
from ui.chat.frame import ChatFrame
from ui.chat.page import CHAT_THEME, chat_page
from ui.desk import Desk, open_desk
from ui.guards.errors import Responder, handle_errors
from ui.guards.headers import CHAT, SecureHeaders
from ui.guards.leaving import WatchReaders
from ui.guards.limits import Allowance, LimitBodies, LimitRates
from ui.guards.problems import MCP
from ui.markup.templates import Templates
from ui.mcp_door import McpDoor
from ui.openai_door import openai_door
from ui.pages.answering import answer_pages
from ui.pages.machines import machine_pages
from ui.pages.reading import reading_pages
from ui.pages.site import Site
from ui.renewal import kept_up_to_date
from ui.rest.documentation import documentation
from ui.rest.routes import rest
from ui.widget.door import widget_door
from ui.widget.origins import GuardOrigins

STATIC = Path(__file__).parent / "static"

ASKING = (
    "/ask", "/api/search", "/api/tier", "/v1/chat/completions", "/mcp",
    "/widget/answer", "/widget/article",
)  # fmt: skip
"""Paths where a request is a question, for the allowance of each client; so is a POST to REST."""


def create_app(settings: Settings) -> FastAPI:
    """The service over the index that the settings name.

    Raises:
        ProgrammeAssistantError: as `open_desk`.
    """
    return serve_desk(open_desk(settings))


def serve_desk(desk: Desk) -> FastAPI:
    """The service of a desk: its doors, and what stands before them."""
    limits = desk.settings.service
    mcp = McpDoor(desk)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with kept_up_to_date(desk):
            async with mcp.open():
                yield
        desk.close()

    service = FastAPI(
        title=desk.programme.name,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lifespan,
    )
    allowance = Allowance(limits.asked_per_minute)
    templates = Templates()
    site = Site(desk, templates)
    respond = Responder(site.error)
    handle_errors(service, respond)
    # The last one added stands outermost.
    service.add_middleware(WatchReaders)
    service.add_middleware(LimitRates, allowance=allowance, asking=ASKING, respond=respond)
    service.add_middleware(LimitBodies, max_bytes=limits.max_body_bytes, respond=respond)
    service.add_middleware(
        GuardOrigins,
        origins=limits.origins,
        public_address=limits.public_address,
        respond=respond,
    )
    about = desk.programme.description_in("en")
    service.add_middleware(ChatFrame, name=desk.programme.name, description=about)
    service.add_middleware(SecureHeaders, origins=limits.origins)

    @service.get("/favicon.ico", include_in_schema=False)
    def icon() -> FileResponse:
        return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")

    @service.get("/manifest.json", include_in_schema=False)
    def manifest() -> dict[str, object]:
        # Gradio's page asks for it at the root.
        icons = [{"src": "/static/icon.svg", "sizes": "any", "type": "image/svg+xml"}]
        return {"name": desk.programme.name, "start_url": "/chat", "icons": icons}

    @service.get("/healthz", include_in_schema=False)
    def health() -> dict[str, str]:
        return {"status": "ok", "index": desk.assistant.index.id}

    for pages in (reading_pages, answer_pages, machine_pages, calculator_pages):
        service.include_router(pages(site))
    service.include_router(widget_door(site, templates))
    service.include_router(rest(desk))
    service.include_router(documentation(service, site))
    service.include_router(openai_door(desk))
    service.routes.append(Route(MCP, mcp, methods=["POST"], include_in_schema=False))
    service.mount("/static", StaticFiles(directory=STATIC), name="static")
    gr.mount_gradio_app(
        service,
        chat_page(desk, templates, allowance),
        path=CHAT,
        run_history=False,
        footer_links=[],
        theme=CHAT_THEME,
    )
    return service


class AddressError(ProgrammeAssistantError):
    """The server cannot listen where it was asked to."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"The server cannot listen at {host}, port {port}: {reason}. "
            "Choose another port, or 0 for a free one: assistant serve --port 0"
        )
        self.host = host
        self.port = port


def run(settings: Settings, *, open_browser: bool) -> None:
    """Serve until stopped; prints the address.

    Raises:
        AddressError: the address is taken or not of this machine.
        ProgrammeAssistantError: as `open_desk`.
    """
    listener = _listen(settings.host, settings.port)
    service = create_app(settings)
    host, port = listener.getsockname()[:2]
    address = f"http://{host}:{port}/"
    sys.stdout.write(f"The assistant is at {address}\n")
    sys.stdout.flush()
    if open_browser and _has_screen():
        threading.Timer(1.0, webbrowser.open, args=[address]).start()
    uvicorn.Server(uvicorn.Config(service, log_level="warning")).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        raise AddressError(host, port, error.strerror or str(error)) from error


def _has_screen() -> bool:
    """Whether a browser would show; on a server it might take over the terminal instead."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
