"""A conversation to take along: as Markdown to read, as JSON to work with, both with the quotes."""

import json
from collections.abc import Sequence
from typing import Any

from assistant.answers import Answer, Citation, to_json
from assistant.verifier import normalised
from assistant.writer import is_written
from ui.archive import Kept
from ui.texts import Texts
from ui.whereabouts import reference


def exchange_markdown(answer: Answer) -> str:
    """An answer with its sources and their quotes; addresses are the sources' own."""
    texts = Texts(answer.language)
    parts = [answer.text]
    if answer.citations:
        parts += [
            f"### {texts('answer.sources')}",
            *(_source(one, texts) for one in answer.citations),
        ]
    if is_written(answer):
        parts.append(f"_{texts('answer.written_by', name=answer.engine)}_")
    return "\n\n".join(parts)


def conversation_markdown(name: str, kept: Sequence[Kept], texts: Texts) -> str:
    """A conversation, a heading for each question.

    Args:
        name: what was asked about.
    """
    parts = [f"# {name}"]
    for one in kept:
        answer = one.answer
        asked = normalised(answer.question).lstrip("# ")
        note = texts("chat.exported", day=one.given[:10], id=answer.id, index=answer.index.id)
        parts += [f"## {asked}", exchange_markdown(answer), f"_{note}_"]
    return "\n\n".join(parts) + "\n"


def conversation_json(name: str, kept: Sequence[Kept]) -> str:
    """A conversation with every answer as the other doors give it."""
    exchanges: list[dict[str, Any]] = [
        {"given": one.given, "answer": to_json(one.answer)} for one in kept
    ]
    return json.dumps({"programme": name, "exchanges": exchanges}, ensure_ascii=False, indent=2)


def _source(citation: Citation, texts: Texts) -> str:
    origins = [
        f"- {source.publisher}: [{source.title}](<{citation.url or source.url}>)"
        if source.url
        else source.title
        for source in citation.sources
    ]
    if citation.file:
        origins = [f"- {texts('answer.file', name=citation.file)}"]
    quote = f"**[{citation.n}]** {reference(citation, texts)}\n\n> {normalised(citation.quote)}"
    return "\n\n".join([quote, "\n".join(origins)] if origins else [quote])
