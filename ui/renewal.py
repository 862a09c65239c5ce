"""Keeping a service's answers at what the index holds, without a restart.

Whatever process writes to the index, this one sees it within a moment, opens the new state beside
the old one, and answers from it as soon as it is open.
"""

import gc
import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

from assistant.assembly import index_folder
from corpus.errors import ProgrammeAssistantError
from index.changes import ChangeWatch
from ui.desk import Desk
from ui.library import open_library
from ui.watching import Watching

log = logging.getLogger(__name__)

PAUSE_S = 0.2
"""How long a change may go unseen: looking costs some microseconds."""


class Renewal(threading.Thread):
    """Looks whether a desk's index has changed, and renews the desk when it has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name="renewal", daemon=True)
        self._desk = desk
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until ended; what was written since the desk was opened is seen too."""
        seen = self._desk.library.state.manifest.id
        with closing(ChangeWatch(index_folder(self._desk.settings))) as watch:
            self._renew(seen)
            while not self._ended.wait(PAUSE_S):
                if watch.has_changed():
                    self._renew()

    def end(self) -> None:
        """Look no more; returns when it has stopped."""
        self._ended.set()
        self.join()

    def _renew(self, seen: str = "") -> None:
        try:
            library = open_library(self._desk.settings, self._desk.library)
        except (ProgrammeAssistantError, sqlite3.Error) as error:
            log.warning(
                "The index has changed and cannot be opened, so the state before it answers on: %s",
                error,
            )
            return
        if library.state.manifest.id == seen:
            return
        self._desk.renew(library)
        # Answers under way hold on to the state before. With the last of them it must go, or what
        # was erased would stay readable.
        del library
        gc.collect()


@contextmanager
def kept_up_to_date(desk: Desk) -> Iterator[None]:
    """Renew a desk whenever its index changes; where it is set, watch its documents too."""
    threads: list[Renewal | Watching] = [Renewal(desk)]
    if desk.settings.service.watch:
        threads.append(Watching(desk.settings))
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in reversed(threads):
            thread.end()
