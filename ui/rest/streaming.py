"""An answer as server-sent events: each sentence once it was verified, then the whole."""

from collections.abc import Callable, Generator
from contextlib import closing

from fastapi.sse import ServerSentEvent

from assistant.answers import Answer, to_json
from assistant.streaming import Piece, Told
from ui.guards.errors import problem_of
from ui.guards.problems import body_of
from ui.rest.bodies import SentenceEvent, StartEvent

Events = Generator[ServerSentEvent, None, None]


def answer_events(told: Callable[[], Told]) -> Events:
    """The events of an answer that is yet to be made.

    Where it fails, the last event is `error` with the problem, as problem+json has it.
    """
    try:
        with closing(told()) as pieces:
            yield from _events(pieces)
    except Exception as error:  # noqa: BLE001  (the status is sent: only the stream can tell)
        yield ServerSentEvent(event="error", data=body_of(problem_of(error)))


def _events(told: Told) -> Events:
    started = False
    for one in told:
        if not started and (begun := one if isinstance(one, Answer) else one.so_far):
            started = True
            yield _start(begun)
        if isinstance(one, Answer):
            whole = to_json(one)
            yield ServerSentEvent(event="citations", data=whole["citations"])
            yield ServerSentEvent(event="done", data=whole)
        elif one.text:
            yield _sentence(one)


def _start(begun: Answer) -> ServerSentEvent:
    start = StartEvent(
        id=begun.id,
        standalone_question=begun.standalone_question,
        language=begun.language,
        status=begun.status,
    )
    return ServerSentEvent(event="start", data=start)


def _sentence(piece: Piece) -> ServerSentEvent:
    own = piece.sentence
    sentence = SentenceEvent(
        text=piece.text,
        citations=own.citations if own else (),
        origin=own.origin if own else None,
    )
    return ServerSentEvent(event="sentence", data=sentence)
