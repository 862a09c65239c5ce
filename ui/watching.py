"""Bringing the index up to date by itself while serving, when a document is put or changed."""

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from watchfiles import watch

from assistant.assembly import index_folder
from assistant.settings import Settings
from assistant.upkeep import update_index
from corpus.errors import ProgrammeAssistantError
from index.additions import Additions, is_address
from index.errors import IndexBusyError
from index.updating import Changes

log = logging.getLogger(__name__)

_SETTLED_MS, _STEP_MS = 300, 50
"""A change is acted on when none has followed it for a step, or so long after the first."""

_LOOK_AGAIN_MS = 2_000
"""How often it is looked whether other folders are to be watched: one may have been added."""


class Watching(threading.Thread):
    """Watches the programme's folder and everything that was added."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(name="watching", daemon=True)
        self._settings = settings
        self._ended = threading.Event()

    def run(self) -> None:
        """Bring the index up to date now, and whenever something changes, until ended."""
        waiting = not self._update()
        while not self._ended.is_set():
            watched = self._watched()
            try:
                waiting = self._watch(watched, waiting=waiting)
            except (
                OSError,
                RuntimeError,
            ) as error:  # a place went, or no watch is left
                log.warning("The documents cannot be watched, so they are looked at: %s", error)
                self._ended.wait(_LOOK_AGAIN_MS / 1000)
                waiting = not self._update()

    def _watch(self, watched: Sequence[Path], *, waiting: bool) -> bool:
        """Act on changes until other places are to be watched; whether to bring up to date then."""
        for changed in watch(
            *watched,
            stop_event=self._ended,
            debounce=_SETTLED_MS,
            step=_STEP_MS,
            rust_timeout=_LOOK_AGAIN_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            if changed or waiting:
                waiting = not self._update()
            # A file that was added by itself, and that another is put in the place of, as editors
            # do, is watched no more: so it is watched anew.
            if changed and any(place.is_file() for place in watched):
                return True
            if self._watched() != watched:
                return waiting
        return waiting

    def end(self) -> None:
        """Watch no more; returns when what is under way is done."""
        self._ended.set()
        self.join()

    def _watched(self) -> list[Path]:
        try:
            added = Additions.read(index_folder(self._settings)).sources
        except ProgrammeAssistantError as error:
            log.warning("%s", error)
            added = ()
        places = [self._settings.programme, *(Path(s) for s in added if not is_address(s))]
        return [place for place in places if place.exists()]

    def _update(self) -> bool:
        """Bring the index up to date; False if it must be tried again, since others write to it."""
        try:
            _, changes = update_index(self._settings, progress=_silent)
        except IndexBusyError:
            return False
        except ProgrammeAssistantError as error:
            log.warning("The documents have changed and cannot be indexed: %s", error)
            return True
        _tell(changes)
        return True


def _tell(changes: Changes) -> None:
    if changes:
        log.warning(
            "Index brought up to date: %d files read, %d taken out.",
            len(changes.put),
            len(changes.removed),
        )
    for name, reason in changes.failures.items():
        log.warning("Left out: %s: %s", name, reason)


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
