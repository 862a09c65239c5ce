"""What is told to a reader over a connection, and stops being made when the reader goes."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator
from functools import partial
from typing import Generic, TypeVar

import anyio.to_thread

from assistant.generation.leaving import context_of

Item = TypeVar("Item")

PULSE_S = 1.0
"""Between two pulses, while there is nothing."""


async def while_there(
    told: Generator[Item, None, None], *, pulse: Item | None = None
) -> AsyncGenerator[Item, None]:
    """The items of a generator, made in threads.

    Whoever leaves, and so cancels this, waits for nothing: the thread that is making an item stops
    waiting for a language model, and the generator is closed.

    Args:
        pulse: given each second in which there is no item, to a caller who looks only then whether
            the reader is there.
    """
    left = threading.Event()
    context = context_of(left)
    step = _Steps(told)
    try:
        while True:
            make = partial(context.run, step.next)
            making = asyncio.ensure_future(anyio.to_thread.run_sync(make, abandon_on_cancel=True))
            try:
                while not (await asyncio.wait({making}, timeout=PULSE_S))[0]:
                    if pulse is not None:
                        yield pulse
            finally:
                making.cancel()  # changes nothing where it is done
            made = making.result()
            if not made:
                return
            yield made[0]
    finally:
        left.set()
        step.close()


class _Steps(Generic[Item]):
    """A generator that one thread runs and another may close, even in the middle of a step."""

    def __init__(self, told: Generator[Item, None, None]) -> None:
        self._told = told
        self._lock = threading.Lock()
        self._closed = False

    def next(self) -> list[Item]:
        """The next item, alone; nothing at the end."""
        try:
            with self._lock:
                return [] if self._closed else [next(self._told)]
        except StopIteration:
            return []
        finally:
            if self._closed:
                self.close()

    def close(self) -> None:
        """Have it end, now or after the step that is on its way."""
        self._closed = True
        if self._lock.acquire(blocking=False):  # else whoever holds it closes it after its step
            try:
                self._told.close()
            finally:
                self._lock.release()
