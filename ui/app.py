"""The service: one FastAPI process with the Gradio chat mounted in it."""

import os
import socket
import sys
import threading
import webbrowser

# Gradio and the libraries below it look outside unless told not to, before they are imported.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from assistant.assembly import open_assistant
from assistant.pipeline import Assistant
from assistant.settings import Settings
from corpus.programme import ProgrammeDescription, read_description
from ui.chat import responder

CHAT = "/chat"
MAX_ANSWERS_AT_ONCE = 4


def chat_page(assistant: Assistant, programme: ProgrammeDescription) -> gr.Blocks:
    """The chat: a title, a line of what it knows, starters, and the conversation."""
    info = assistant.index
    knows = f"{info.documents} documents, as of {info.built[:10]}."
    page: gr.Blocks = gr.Blocks(title=programme.name, analytics_enabled=False)
    with page:
        gr.ChatInterface(
            responder(assistant),
            title=programme.name,
            description=f"{programme.description} This assistant answers from {knows}",
            examples=[*programme.starters.get(programme.language, ())],
            cache_examples=False,
            concurrency_limit=MAX_ANSWERS_AT_ONCE,
            api_visibility="private",
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
    gr.mount_gradio_app(service, page, path=CHAT, run_history=False, footer_links=[])
    return service


def run(settings: Settings, *, open_browser: bool) -> None:
    """Serve until stopped; prints the address once it answers."""
    service = create_app(settings)
    listener = _listen(settings.host, settings.port)
    host, port = listener.getsockname()[:2]
    address = f"http://{host}:{port}/"
    sys.stdout.write(f"The assistant is at {address}\n")
    sys.stdout.flush()
    if open_browser:
        threading.Timer(1.0, webbrowser.open, args=[address]).start()
    uvicorn.Server(uvicorn.Config(service, log_level="warning")).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(128)
    return listener
