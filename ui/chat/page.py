"""The page at /chat: a Gradio page with the conversation in its first tab.

What a reader sees is our own HTML in two `gr.HTML` frames, since citations, their quotes and a log
that a screen reader follows have no component of Gradio's. Gradio carries the questions and the
answer's steps, keeps the conversations in the browser, and holds the tabs.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import asdict
from typing import Any, TypeVar

import gradio as gr
from pydantic import BaseModel, ValidationError

from assistant.tools.directory_dates import written
from ui.calculator.tab import calculator_tab
from ui.chat import handlers
from ui.chat.handlers import Asked, Exported, Rated, Update, Wanted
from ui.chat.secret import chat_secret
from ui.chat.starters import starters
from ui.chat.theme import assistant_theme
from ui.desk import Desk
from ui.guards.leaving import while_there
from ui.guards.limits import Allowance
from ui.markup.templates import Templates
from ui.texts import LANGUAGES, OWN_NAMES, Texts, keys

MAX_AT_ONCE = 32
"""So many readers are told an answer at the same time; the desk decides how many are worked out."""

PATIENCE_S = 60.0
"""A reader waits for an answer of our own no longer than this."""

CHAT_THEME = assistant_theme()
_STORE = "assistant.conversations"
_BEGIN = """(stored) => {
    window.assistantChat = { ...window.assistantChat, stored };
    document.dispatchEvent(new Event("assistant-stored"));
}"""
_KEEP = "() => [[...window.assistantChat.conversations()]]"  # a list of one output
_FAILED = '() => { document.dispatchEvent(new Event("assistant-failed")); }'

Sent = TypeVar("Sent", bound=BaseModel)


def chat_page(desk: Desk, templates: Templates, allowance: Allowance) -> gr.Blocks:
    """The page: what stands above, and the tabs with the chat first.

    Raises:
        SecretError: the secret of the readers' conversations cannot be kept.
    """
    page: gr.Blocks = gr.Blocks(title=desk.programme.name, analytics_enabled=False)
    with page:
        masthead = _masthead(desk, templates)
        tabs = {}
        with gr.Tabs(elem_classes="sections"):
            with gr.Tab(Texts("en")("chat.tab"), id="chat") as tabs["chat.tab"]:
                _chat(page, desk, templates, allowance)
            if desk.has_levels:
                key = "page.calculator"
                with gr.Tab(Texts("en")(key), id="calculator") as tabs[key]:
                    calculator_tab(desk, templates, on_language=masthead.language)

        def relabel(event: gr.EventData) -> list[Any]:
            return tab_labels(event._data.get("language"), tabs)

        masthead.language(
            relabel, None, [*tabs.values()], show_progress="hidden", api_visibility="private"
        )
    page.queue(default_concurrency_limit=MAX_AT_ONCE)
    return page


def tab_labels(language: object, names: Iterable[str]) -> list[Any]:
    """The tabs' names in the language that was chosen."""
    texts = Texts(next((own for own in LANGUAGES if own == language), "en"))
    return [gr.Tab(label=texts(name)) for name in names]


def _masthead(desk: Desk, templates: Templates) -> gr.HTML:
    frame = templates.render(
        "_chat_masthead.html.jinja",
        texts=Texts("en"),
        programme=desk.programme,
        languages=OWN_NAMES,
    )
    return gr.HTML(
        html_template=frame,
        js_on_load=_script("masthead", "trigger, props", events=("language",)),
        apply_default_css=False,
        words=keys("chat"),
    )


def _chat(page: gr.Blocks, desk: Desk, templates: Templates, allowance: Allowance) -> None:
    """The conversation, and its handlers in the plain signatures that Gradio reads."""
    counted: Any = {"desk": desk, "templates": templates, "allowance": allowance}

    async def ask(event: gr.EventData, request: gr.Request) -> AsyncIterator[Update]:
        sent = checked(Asked, event._data)
        if sent is None:
            yield _unreadable(event._data)
            return
        # Gradio ends this when Stop is pressed, and at the next update once the page is gone.
        updates = handlers.ask(sent, client_name(request), **counted)
        pulse: Update = {"key": sent.key, "stage": "partial"}
        async with aclosing(while_there(updates, pulse=pulse)) as told:
            async for update in told:
                yield update

    def why(sent: Any, request: gr.Request) -> Update | None:  # noqa: ANN401  (what comes)
        asked = checked(Asked, sent)
        return handlers.why(asked, client_name(request), **counted) if asked else None

    def restore(sent: Any) -> list[Update] | None:  # noqa: ANN401
        wanted = checked(Wanted, sent)
        return handlers.restore(wanted, desk=desk, templates=templates) if wanted else None

    def rate(sent: Any) -> Update | None:  # noqa: ANN401
        rated = checked(Rated, sent)
        return handlers.rate(rated, desk=desk) if rated else None

    def export(sent: Any) -> Update | None:  # noqa: ANN401
        exported = checked(Exported, sent)
        return handlers.export(exported, desk=desk) if exported else None

    def greet(_: Any) -> Mapping[str, Any]:  # noqa: ANN401
        return greeting(desk)

    store = gr.BrowserState([], storage_key=_STORE, secret=chat_secret(desk.settings.data_dir))
    board = gr.HTML(
        html_template=templates.render("chat.html.jinja", texts=Texts("en")),
        js_on_load=_script("chat", "trigger, props, server, watch", events=("ask", "stop", "keep")),
        apply_default_css=False,
        server_functions=[restore, why, rate, export, greet],
        words=keys("chat"),
        greeting=greeting(desk),
        patience=patience_s(desk),
    )
    asking = board.ask(
        ask,
        None,
        board,
        show_progress="hidden",
        concurrency_limit=MAX_AT_ONCE,
        trigger_mode="multiple",
        api_visibility="private",
    )
    asking.failure(None, None, None, js=_FAILED, api_visibility="private")
    board.stop(None, None, None, cancels=[asking], api_visibility="private")
    board.keep(None, None, store, js=_KEEP, api_visibility="private")
    page.load(None, store, None, js=_BEGIN, api_visibility="private")


def patience_s(desk: Desk) -> float:
    """Seconds for which the page waits for an answer: what a language model may take is added."""
    return PATIENCE_S + (desk.settings.generation.answer_s if desk.assistant.is_fluent else 0)


def greeting(desk: Desk) -> Mapping[str, Any]:
    """What depends on the documents: the page is made when the service starts, and asks anew."""
    return {"welcome": welcome(desk), "documents": desk.assistant.index.documents}


def welcome(desk: Desk) -> Mapping[str, Any]:
    """What a new conversation begins with, by language."""
    return {
        language: {
            "programme": desk.programme.description_in(language),
            "knows": Texts(language)(
                "chat.knows" if desk.newest else "chat.knows_plain",
                documents=desk.assistant.index.documents,
                newest=written(desk.newest, language) if desk.newest else "",
            ),
            "starters": [asdict(starter) for starter in starters(desk, language)],
        }
        for language in LANGUAGES
    }


def checked(kind: type[Sent], sent: object) -> Sent | None:
    """What a browser sent, as what it should be; None if it is something else."""
    try:
        return kind.model_validate(sent)
    except ValidationError:
        return None


def client_name(request: gr.Request) -> str:
    """Who asks, by address, as `ui.guards.limits.client_of` has it."""
    client = getattr(request, "client", None)
    return client.host if client else "unknown"


def _unreadable(sent: object) -> Update:
    """What a page is told whose question could not be read; only a page not of ours sends one."""
    key = sent.get("key") if isinstance(sent, dict) else None
    return {"key": key, "stage": "failed", "message": Texts("en")("chat.not_text")}


def _script(name: str, arguments: str, *, events: Sequence[str]) -> str:
    """Starts a script of ours on a frame; Gradio takes the events that may come from its text."""
    listed = ", ".join(f"'{event}'" for event in events)
    return (
        f"/* sends {listed} */ "
        f'import("/static/chat/{name}.js").then((m) => m.start(element, {{ {arguments} }}));'
    )
