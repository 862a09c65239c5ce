"""Work in a process of its own that is killed, as by a power cut, at a certain point.

Processes are forked from one that has imported what they need, so that they begin at once.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from pkgutil import resolve_name
from typing import Literal

Task = Callable[[], object]
"""A module's function or a `partial` of one: it must be sent to another process."""

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["pytest", "llama_index.core.ingestion"])


def killed(task: Task, when: Literal["before", "after"], owner: str, name: str) -> None:
    """Do a task in a process that is killed before or after it calls what an owner has.

    Args:
        owner: as `module:Class`, or `module`.
    """
    child = CONTEXT.Process(target=_die, args=(task, when, owner, name))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    child.close()


def _die(task: Task, when: str, owner: str, name: str) -> None:
    place = resolve_name(owner)
    real = getattr(place, name)

    def last(*given: object, **named: object) -> None:
        if when == "after":
            real(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(place, name, last)
    task()
