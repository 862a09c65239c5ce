"""Two conversations with the local model, as Markdown: python -m tests.local_model.converse."""

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.assembly import open_assistant
from assistant.conversation import Turn
from assistant.pipeline import Assistant
from assistant.settings import read_settings
from tests.local_model.server import model_server

ENGLISH = (
    "What did Boulder find out about its eviction help?",
    "and what did it do with the result?",
    "Since when has Boulder been gold?",
    "How does Charleston use data against flooding?",
    "since when is it certified?",
    "How many criteria would it need for gold?",
)
SPANISH = (
    "¿Qué hace Recife con sus datos?",
    "¿desde cuándo está certificada?",
    "¿Qué cambió la ayuda contra desalojos en Boulder?",
)


def converse(assistant: Assistant, questions: Sequence[str]) -> Iterator[str]:
    """Each question with its answer, what became of the model's sentences, and the seconds."""
    history: list[Turn] = []
    for question in questions:
        began = time.monotonic()
        answer = assistant.ask(question, history)
        seconds = time.monotonic() - began
        history += [Turn(role="user", content=question)]
        history += [Turn(role="assistant", content=answer.text)]
        happened = f"{answer.engine}, {seconds:.1f} s"
        for what, reasons in (("dropped", answer.dropped), ("repaired", answer.repaired)):
            happened += f", {what}: {'; '.join(reasons)}" if reasons else ""
        text = answer.text.replace("\n", "\n> ").replace("> \n", ">\n")
        yield f"**{question}**\n\n> {text}\n\n<sub>{happened}</sub>\n"


def main() -> None:
    """Print both conversations."""
    with tempfile.TemporaryDirectory() as folder, model_server(Path(folder) / "server.log") as llm:
        assistant = open_assistant(read_settings(llm=llm))
        for questions in (ENGLISH, SPANISH):
            for turn in converse(assistant, questions):
                sys.stdout.write(f"{turn}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
