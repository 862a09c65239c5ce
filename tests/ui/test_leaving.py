"""What is told over a connection ends when the reader goes, even in the middle of a step."""

import threading
import time
from collections.abc import Generator

import anyio
import pytest

from assistant.generation.leaving import departure
from tests.conftest import awaited
from ui.guards.leaving import PULSE_S, while_there

pytestmark = pytest.mark.timed


def test_items_come_in_order_and_the_generator_is_closed() -> None:
    closed = []

    def told() -> Generator[int, None, None]:
        try:
            yield from range(3)
        finally:
            closed.append(True)

    async def use() -> list[int]:
        return [item async for item in while_there(told())]

    assert awaited(use) == [0, 1, 2]
    assert closed == [True]


def test_whoever_leaves_waits_for_nothing_and_ends_what_waits_for_a_model() -> None:
    ended = threading.Event()

    def told() -> Generator[int, None, None]:
        try:
            yield 1
            departure().wait(30)
            yield 2
        finally:
            ended.set()

    async def use() -> tuple[list[int], float]:
        heard, began = [], time.monotonic()
        with anyio.move_on_after(0.3):
            async for item in while_there(told()):
                heard.append(item)
        return heard, time.monotonic() - began

    heard, took_s = awaited(use)
    assert heard == [1]
    assert took_s < 5
    assert ended.wait(5)


def test_one_reader_who_leaves_ends_nobody_elses() -> None:
    async def use() -> bool:
        with anyio.move_on_after(0.2):
            async for _ in while_there(waiting()):
                pass
        return departure().is_set()

    def waiting() -> Generator[int, None, None]:
        departure().wait(30)
        yield 1

    assert not awaited(use)


def test_a_failure_is_the_callers() -> None:
    def told() -> Generator[int, None, None]:
        yield 1
        raise LookupError("gone")

    async def use() -> str:
        try:
            async for _ in while_there(told()):
                pass
        except LookupError as error:
            return str(error)
        return ""

    assert awaited(use) == "gone"


def test_a_pulse_is_given_while_there_is_nothing() -> None:
    def told() -> Generator[str, None, None]:
        time.sleep(2.5 * PULSE_S)
        yield "word"

    async def use() -> list[str]:
        return [item async for item in while_there(told(), pulse="pulse")]

    assert awaited(use) == ["pulse", "pulse", "word"]
