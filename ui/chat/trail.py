"""The evidence trail of an answer: how it was understood, what was considered, how long it took."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Answer
from assistant.trace import Trace
from assistant.verifier import Dropped, normalised
from index.retriever import Found
from ui.markup.templates import Templates
from ui.texts import Texts, keys

MAX_PASSAGES = 12


@dataclass(frozen=True, slots=True)
class Considered:
    """A passage that was looked at.

    Attributes:
        score: how near it is to the question, 0 to 1, within this ranking.
        cited: whether the answer quotes from it.
    """

    title: str
    section: str
    place: str
    document: str
    start: int
    end: int
    score: float
    cited: bool


def considered(answer: Answer, trace: Trace) -> list[Considered]:
    """The passages that were looked at, best first, each once."""
    best = {found.passage.id: found for found in reversed(trace.passages)}
    ordered = sorted(best.values(), key=lambda found: -found.hit.score)
    return [_considered(found, answer) for found in ordered[:MAX_PASSAGES]]


def trail(answer: Answer, trace: Trace, templates: Templates, texts: Texts) -> str:
    """The trail as HTML."""
    return templates.render(
        "_trail.html.jinja",
        texts=texts,
        answer=answer,
        way=[_in_words(name, "way", texts) for name in trace.route.split(", ") if name],
        passages=considered(answer, trace),
        dropped=[
            (normalised(d.text), _in_words(d.reason, "dropped", texts)) for d in _dropped(trace)
        ],
        made=trace.generation,
        stages=_stages(trace.timings_ms, texts),
        total_ms=trace.total_ms,
    )


def _considered(found: Found, answer: Answer) -> Considered:
    span = found.passage.span
    place = found.document.place_at(span.start)
    return Considered(
        title=found.document.title,
        section=" › ".join(found.passage.headings[1:]),
        place=place.label if place else "",
        document=found.document.id,
        start=span.start,
        end=span.end,
        score=found.hit.score,
        cited=any(
            citation.document == found.document.id and span.start <= citation.start < span.end
            for citation in answer.citations
        ),
    )


def _dropped(trace: Trace) -> Iterator[Dropped]:
    """What was not shown: of ours, and of what a language model wrote."""
    yield from trace.dropped
    if made := trace.generation:
        yield from made.dropped
        yield from made.repaired


def _stages(timings_ms: Mapping[str, float], texts: Texts) -> Sequence[tuple[str, float]]:
    return [(_in_words(stage, "stage", texts), ms) for stage, ms in timings_ms.items()]


def _in_words(name: str, kind: str, texts: Texts) -> str:
    """What the engine calls something, in the reader's words where there are some."""
    key = f"{kind}_{name}"
    return texts(f"chat.{key}") if key in keys("chat") else name
