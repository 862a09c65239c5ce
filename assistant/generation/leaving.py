"""Whether whoever asked is still there, told across threads.

A generator cannot be closed while a thread of it waits for a model. So the one who runs it sets an
event when the reader has left, and what waits looks at it.
"""

import contextvars
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.generation.errors import GenerationError

_left: contextvars.ContextVar[threading.Event | None] = contextvars.ContextVar("left", default=None)


class ReaderLeftError(GenerationError):
    """Nobody is there any more to read what a model would write."""

    def __init__(self) -> None:
        super().__init__("Whoever asked has left.")


def context_of(left: threading.Event) -> contextvars.Context:
    """A context to ask in: once the event is set, waiting for a model there is at an end."""
    context = contextvars.copy_context()
    context.run(_left.set, left)
    return context


@contextmanager
def heeding(left: threading.Event) -> Iterator[None]:
    """While in here, and in what is begun from here, waiting for a model ends once it is set."""
    before = _left.set(left)
    try:
        yield
    finally:
        _left.reset(before)


def departure() -> threading.Event:
    """What is set once whoever asks here has left; never, where nobody tells."""
    return _left.get() or threading.Event()
