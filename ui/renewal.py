"""Keeping a service's answers at what the index holds, without a restart.

Whatever process writes to the index, this one sees it within a moment, opens the new state beside
the old one, and answers from it as soon as it is open.
"""

import gc
import logging
import threading

from assistant.assembly import index_folder
from corpus.errors import ProgrammeAssistantError
from index.changes import ChangeWatch
from ui.desk import Desk
from ui.library import open_library

log = logging.getLogger(__name__)

PAUSE_S = 0.2
"""How long a change may go unseen: looking costs some microseconds."""


class Renewal:
    """A thread that renews a desk when its index has changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._stopped = threading.Event()
        self._watch = ChangeWatch(index_folder(desk.settings))
        self._thread = threading.Thread(target=self._run, name="renewal", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._stopped.set()
        self._thread.join()
        self._watch.close()

    def _run(self) -> None:
        while not self._stopped.wait(PAUSE_S):
            if self._watch.has_changed():
                self._renew()

    def _renew(self) -> None:
        try:
            library = open_library(self._desk.settings)
        except ProgrammeAssistantError as error:
            log.warning(
                "The index has changed and cannot be opened, so the state before it answers on: %s",
                error,
            )
            return
        self._desk.renew(library)
        # Answers under way hold on to the state before; with the last of them it must go, or
        # what was erased would stay readable.
        gc.collect()
