"""An answer as server-sent events: each sentence once it was verified, then the whole."""

from collections.abc import Callable, Iterator

from fastapi.sse import ServerSentEvent

from assistant.answers import Answer
from assistant.streaming import pieces
from ui.guards.errors import problem_of
from ui.guards.problems import body_of
from ui.rendering import to_json
from ui.rest.bodies import SentenceEvent, StartEvent


def answer_events(answer: Callable[[], Answer]) -> Iterator[ServerSentEvent]:
    """The events of an answer that is yet to be made.

    Where it fails, the last event is `error` with the problem, as problem+json has it.
    """
    try:
        yield from _events(answer())
    except Exception as error:  # noqa: BLE001  (the status is sent: only the stream can tell)
        yield ServerSentEvent(event="error", data=body_of(problem_of(error)))


def _events(answer: Answer) -> Iterator[ServerSentEvent]:
    start = StartEvent(
        id=answer.id,
        standalone_question=answer.standalone_question,
        language=answer.language,
        status=answer.status,
    )
    yield ServerSentEvent(event="start", data=start)
    for piece in pieces(answer):
        own = piece.sentence
        sentence = SentenceEvent(
            text=piece.text,
            citations=own.citations if own else (),
            origin=own.origin if own else None,
        )
        yield ServerSentEvent(event="sentence", data=sentence)
    whole = to_json(answer)
    yield ServerSentEvent(event="citations", data=whole["citations"])
    yield ServerSentEvent(event="done", data=whole)
