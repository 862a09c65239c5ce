"""Whether an answer stands on what it cites: each quote to the letter, each number in evidence.

The verifier keeps these promises sentence by sentence before anything is shown; here they are
checked once more on the finished answer, with its openings and closings.
"""

import re
from collections.abc import Callable, Sequence

from assistant.answers import Answer, ToolCall
from assistant.conversation import Turn
from assistant.figures import numbers, plain_values
from corpus.documents import Document

_MARK = re.compile(r" ?\[\d+\]")


def misquoted(answer: Answer, document: Callable[[str], Document | None]) -> list[str]:
    """Quotes that are not what their document says at their place."""
    found = []
    for citation in answer.citations:
        source = document(citation.document)
        if source is None or source.text[citation.start : citation.end] != citation.quote:
            found.append(citation.quote)
    return found


def unfounded(answer: Answer, history: Sequence[Turn] = ()) -> list[str]:
    """Numbers of an answer that are in nothing it may take them from, as they are written.

    A sentence may take them from the quotes it cites and from tool results; the words around the
    sentences from tool results too, and from what the reader said.
    """
    computed = tool_text(answer.tools)
    quotes = {citation.n: citation.quote for citation in answer.citations}
    found: list[str] = []
    frame = _MARK.sub("", answer.text)
    for sentence in answer.sentences:
        cited = [quotes.get(n, "") for n in sentence.citations]
        found += _strangers(sentence.text, " \n".join([*cited, computed]))
        frame = frame.replace(sentence.text.rstrip("."), " ", 1)
    if answer.status != "invalid" or answer.tools:
        said = [answer.question, *(turn.content for turn in history), *answer.missing]
        found += _strangers(frame, " \n".join([*said, computed]))
    return found


def tool_text(tools: Sequence[ToolCall]) -> str:
    """Every value that tools were given and gave back, as text."""
    return " \n".join(
        value for tool in tools for value in plain_values([tool.arguments, tool.result])
    )


def _strangers(text: str, evidence: str) -> list[str]:
    known = {value for readings in numbers(evidence) for value in readings}
    return [str(min(readings)) for readings in numbers(text) if not readings & known]
