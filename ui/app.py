"""The service: one FastAPI process with the Gradio chat mounted in it."""

import os
import socket
import sys
import threading
import webbrowser

from index import telemetry

telemetry.switch_off()

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from assistant.assembly import open_assistant
from assistant.pipeline import Assistant
from assistant.settings import Settings
from corpus.errors import ProgrammeAssistantError
from corpus.programme import ProgrammeDescription, read_description
from ui.chat import responder

CHAT = "/chat"
MAX_ANSWERS_AT_ONCE = 4


THEME = gr.themes.Base(
    primary_hue="teal",
    neutral_hue="slate",
    font=["system-ui", "sans-serif"],
    font_mono=["ui-monospace", "monospace"],
)
# A column of reading width, at reading size.
CSS = """
.gradio-container { max-width: 50rem !important; margin: 0 auto; font-size: 17px; }
.gradio-container .message { font-size: 17px; line-height: 1.5; }
"""


def chat_page(assistant: Assistant, programme: ProgrammeDescription) -> gr.Blocks:
    """The chat: a title, a line of what it knows, starters, and the conversation."""
    info = assistant.index
    knows = f"It answers from {info.documents} documents; index of {info.built[:10]}."
    page: gr.Blocks = gr.Blocks(title=programme.name, analytics_enabled=False, fill_height=True)
    with page:
        gr.ChatInterface(
            responder(assistant),
            chatbot=gr.Chatbot(label="Conversation", show_label=False, buttons=["copy"], scale=1),
            textbox=gr.Textbox(
                placeholder="Ask a question", label="Question", show_label=False, submit_btn=True
            ),
            title=programme.name,
            description=f"{programme.description} {knows}",
            examples=[*programme.starters.get(programme.language, ())],
            cache_examples=False,
            concurrency_limit=MAX_ANSWERS_AT_ONCE,
            api_visibility="private",
            fill_height=True,
        )
    return page


def create_app(settings: Settings) -> FastAPI:
    """The service over the index that the settings name.

    Raises:
        ProgrammeAssistantError: as `open_assistant`.
    """
    programme = read_description(settings.programme)
    assistant = open_assistant(settings)
    service = FastAPI(title=programme.name, docs_url=None, redoc_url=None, openapi_url=None)

    @service.get("/")
    def home() -> RedirectResponse:
        return RedirectResponse(CHAT)

    @service.get("/healthz")
    def health() -> dict[str, str]:
        return {"status": "ok", "index": assistant.index.id}

    page = chat_page(assistant, programme)
    gr.mount_gradio_app(
        service, page, path=CHAT, run_history=False, footer_links=[], theme=THEME, css=CSS
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
        ProgrammeAssistantError: as `open_assistant`.
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
