"""The time that is left for what a thread is fetching.

A socket's timeout starts again with every byte, so a server that drips would hold us for ever. All
that waits on the network asks here how long it may.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_until: ContextVar[float] = ContextVar("until")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Give what is done inside `seconds`; an outer deadline stands still meanwhile."""
    start = time.monotonic()
    outer = _until.set(start + seconds)
    try:
        yield
    finally:
        _until.reset(outer)
        _grant(time.monotonic() - start)


def left() -> float:
    """Seconds that are left, negative if the time is up; without end outside of `within`."""
    return _until.get(float("inf")) - time.monotonic()


def pause(seconds: float) -> None:
    """Wait, for somebody else's sake: the deadline moves on by as much."""
    if seconds > 0:
        time.sleep(seconds)
        _grant(seconds)


def _grant(seconds: float) -> None:
    until = _until.get(None)
    if until is not None:
        _until.set(until + seconds)
