"""The chat's layout."""

import gradio as gr

from ui.chat.handlers import responder
from ui.desk import Desk
from ui.guards.limits import Allowance
from ui.markup.templates import Templates

MAX_ANSWERS_AT_ONCE = 4

CHAT_THEME = gr.themes.Base(
    primary_hue="teal",
    neutral_hue="slate",
    font=["system-ui", "sans-serif"],
    font_mono=["ui-monospace", "monospace"],
)
# A column of reading width, at reading size.
CHAT_CSS = """
.gradio-container { max-width: 50rem !important; margin: 0 auto; font-size: 17px; }
.gradio-container .message { font-size: 17px; line-height: 1.5; }
"""


def chat_page(desk: Desk, templates: Templates, allowance: Allowance) -> gr.Blocks:
    """The chat: a title, a line of what it knows, starters, and the conversation."""
    programme, info = desk.programme, desk.assistant.index
    knows = f"It answers from {info.documents} documents; index of {info.built[:10]}."
    page: gr.Blocks = gr.Blocks(title=programme.name, analytics_enabled=False, fill_height=True)
    with page:
        gr.ChatInterface(
            responder(desk),
            chatbot=gr.Chatbot(label="Conversation", show_label=False, buttons=["copy"], scale=1),
            textbox=gr.Textbox(
                placeholder="Ask a question", label="Question", show_label=False, submit_btn=True
            ),
            title=programme.name,
            description=f"{programme.description_in(programme.language)} {knows}",
            examples=[*programme.starters.get(programme.language, ())],
            cache_examples=False,
            concurrency_limit=MAX_ANSWERS_AT_ONCE,
            api_visibility="private",
            fill_height=True,
        )
    return page
