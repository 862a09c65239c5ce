"""What is told to a reader over a connection, and stops being made when the reader goes.

A stream is closed by the server when its reader has left, which `while_there` heeds. Where an
answer is told whole, nothing is sent before it is there, so `WatchReaders` looks at the connection.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator
from functools import partial
from typing import Generic, TypeVar

import anyio.to_thread
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.generation.leaving import context_of, heeding

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


class WatchReaders:
    """Middleware by which whatever answers a request stops waiting for a model if the reader goes.

    A connection is only seen to be closed by whoever receives from it, which no door does once it
    has the question. So this receives, and hands on what comes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        left = threading.Event()
        connection = _Connection(receive, left)
        listening = asyncio.create_task(connection.listen())
        try:
            with heeding(left):
                await self._app(scope, connection.receive, send)
        finally:
            listening.cancel()


class _Connection:
    """Receives a request piece by piece, never further ahead than is asked for, and then its end.

    Args:
        left: set once the reader has closed the connection.
    """

    def __init__(self, receive: Receive, left: threading.Event) -> None:
        self._receive = receive
        self._left = left
        self._received = asyncio.Queue[Message](maxsize=1)

    async def receive(self) -> Message:
        message = await self._received.get()
        if message["type"] == "http.disconnect":
            self._received.put_nowait(message)  # told to each who asks
        return message

    async def listen(self) -> None:
        while (message := await self._receive())["type"] != "http.disconnect":
            await self._received.put(message)
        self._left.set()
        await self._received.put(message)
