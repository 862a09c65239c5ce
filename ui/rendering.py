"""An answer as plain JSON, as terminal text and as Markdown with its sources."""

from typing import TYPE_CHECKING

from assistant.answers import Answer, Citation
from assistant.phrases import YOU_COULD_ASK
from assistant.trace import Trace
from assistant.verifier import normalised
from assistant.writer import is_written
from corpus.documents import Document
from ui.texts import Texts
from ui.whereabouts import reference

if TYPE_CHECKING:  # it looks at everything, and most commands need little
    from assistant.doctor import Finding

MAX_LINKS = 3
"""How many of a document's sources a chat bubble names."""


def to_terminal(answer: Answer) -> str:
    """The answer, its sources with their quotes, and what to ask next."""
    return terminal_text(answer.text) + terminal_rest(answer)


def terminal_text(text: str) -> str:
    """An answer's text, or a piece of it, for a terminal."""
    return text.replace("**", "")


def terminal_rest(answer: Answer) -> str:
    """What follows the text of an answer in a terminal: sources, what to ask next, who wrote it."""
    parts, texts = [""], Texts(answer.language)
    if answer.citations:
        parts.append("\n".join(_source_lines(one, texts) for one in answer.citations))
    parts += _followups(answer)
    if is_written(answer):
        parts.append(texts("answer.written_by", name=answer.engine))
    return "\n\n".join(parts)


def plain_text(answer: Answer) -> str:
    """What the answer says, in one line without marks and emphasis."""
    said = [sentence.text for sentence in answer.sentences] or [answer.text]
    return normalised(" ".join(said).replace("**", ""))


def sources_markdown(answer: Answer) -> str:
    """The answer's quotes, each with its place, date and address."""
    texts = Texts(answer.language)
    return "\n\n".join(_source_markdown(citation, texts) for citation in answer.citations)


def trace_lines(trace: Trace) -> str:
    """What happened on the way to an answer, a line per stage, passage and sentence."""
    lines = [f"route: {trace.route}"]
    lines += [f"{stage:>10} {ms:9.3f} ms" for stage, ms in trace.timings_ms.items()]
    lines += [f"{'total':>10} {trace.total_ms:9.3f} ms"]
    lines += [
        f"passage {found.hit.score:.3f} cos={_figure(found.hit.cosine)} "
        f"bm25={_figure(found.hit.bm25)} {found.passage.id}"
        for found in trace.passages
    ]
    lines += [
        f"sentence {c.support:.3f} cos={c.sentence.cosine:.3f} {normalised(c.sentence.text)[:110]}"
        for c in trace.candidates[:12]
    ]
    if made := trace.generation:
        used = made.usage
        lines.append(
            f"model {made.model}: {used.calls} calls, {used.read} tokens read, {used.written} "
            f"written, first word {used.first_ms:.0f} ms, all {used.ms:.0f} ms"
            f"{', from what was kept' if used.cached else ''}"
            f"{f', fallback: {made.fallback}' if made.fallback else ''}"
        )
        lines += [f"dropped ({own.reason}): {own.text}" for own in made.dropped]
        lines += [f"repaired ({own.reason}): {own.text}" for own in made.repaired]
    lines += [f"dropped ({dropped.reason}): {dropped.text}" for dropped in trace.dropped]
    return "\n".join(lines)


def finding_lines(finding: "Finding") -> str:
    """What was found of a part of the installation, and beneath it what to do."""
    state = {"fine": "ok", "note": "note", "faulty": "FAULT"}[finding.state]
    line = f"{state:<6} {finding.part}: {finding.told}"
    return f"{line}\n{'':<6} {finding.remedy}" if finding.remedy else line


def document_to_terminal(document: Document) -> str:
    """A document's text with the places of its original, and what it rests on."""
    sources = [
        f"- {source.title}, {source.publisher} ({source.published}). {source.url}"
        for source in document.sources
    ]
    file = [f"File: {document.origin}"] if document.origin else []
    rests_on = ["Sources:", *sources] if sources else file
    return "\n".join([_with_places(document), *(["", *rests_on] if rests_on else [])])


def _with_places(document: Document) -> str:
    """The text, before each block the name of its place where that is another than before."""
    text, pieces, done = document.text, [], 0
    for place in document.places:
        if place.label and text[place.start - 1 : place.start] in ("", "\n"):
            pieces += [text[done : place.start], f"[{place.label}]\n"]
            done = place.start
    return "".join([*pieces, text[done:]]).strip()


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _source_lines(citation: Citation, texts: Texts) -> str:
    quote = f'    "{normalised(citation.quote)}"'
    count = len(citation.sources)
    told = citation.file or (f"{count} sources" if count else "")
    see = f"see: assistant document {citation.document}"
    rests_on = citation.url or "; ".join(filter(None, (told, see)))
    return "\n".join([f"[{citation.n}] {reference(citation, texts)}", quote, f"    {rests_on}"])


def _source_markdown(citation: Citation, texts: Texts) -> str:
    said = f"**[{citation.n}]** “{normalised(citation.quote)}”"
    return "  \n".join(filter(None, [said, reference(citation, texts), _rests_on(citation, texts)]))


def _rests_on(citation: Citation, texts: Texts) -> str:
    """What a document rests on, with addresses; the name of its file if it names nothing."""
    if not citation.sources:
        return texts("answer.file", name=citation.file) if citation.file else ""
    first = citation.sources[:MAX_LINKS]
    links = [f"[{source.title}]({citation.url or source.url})" for source in first]
    more = len(citation.sources) - len(links)
    return f"This document rests on: {', '.join(links)}" + (f" and {more} more" if more > 0 else "")


def _followups(answer: Answer) -> list[str]:
    if not answer.followups:
        return []
    items = "\n".join(f"- {question}" for question in answer.followups)
    return [f"{YOU_COULD_ASK[answer.language]}\n{items}"]
