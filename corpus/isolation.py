"""Reading strangers' files in a process of its own, which a bad file may take with it.

A library that hangs, crashes or eats memory on a file must not do so to the assistant. One child
reads file after file; when one takes too long or kills it, that file has failed with a plain
reason, and the next one gets a new child. Text and Markdown are read at once, in this process.
"""

import multiprocessing
import signal
import sys
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType

from corpus.errors import UnreadableFileError
from corpus.formats.sniffing import is_plain
from corpus.limits import USUAL, Limits
from corpus.reading import Reading, read_content, read_file

_AT_ONCE = frozenset({".md", ".markdown", ".txt", ".text"})
"""Endings of files whose reading can do no harm: no library parses them."""
_START = 60
"""Seconds within which a child is ready for its first file, on the busiest machine."""
_GRACE = 5
"""Seconds past its time after which a child that nobody waits for any more ends itself."""

_Task = tuple[Path | bytes, str, str, str]
"""A file's path or content, its name, its media type, and the language expected."""


class IsolatedReader:
    """Reads files as `corpus.reading` does, each within the limits on time and memory.

    Not to be shared between threads: each file is waited for. The child starts with the first
    file that needs it, and ends with the context.
    """

    def __init__(self, limits: Limits = USUAL) -> None:
        self._limits = limits
        self._child: SpawnProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> "IsolatedReader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: Path, *, name: str, language: str) -> Reading:
        """What `read_file` gives; a file that overruns a limit is a failure at `path`."""
        if path.suffix.lower() in _AT_ONCE and _is_plain(path):
            return read_file(path, name=name, language=language, limits=self._limits)
        return self._read((path, name, "", language), path)

    def read_content(
        self, content: bytes, *, name: str, language: str, media_type: str = ""
    ) -> Reading:
        """What `read_content` gives, within the limits on time and memory."""
        return self._read((content, name, media_type, language), Path(name))

    def close(self) -> None:
        """End the child, whatever it does."""
        if self._line is not None:
            self._line.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child.close()
        self._child = self._line = None

    def _read(self, task: _Task, path: Path) -> Reading:
        try:
            line = self._started()
            line.send(task)
            if not line.poll(self._limits.seconds):
                self.close()
                return _failed(path, f"takes longer than {self._limits.seconds:g} s to read")
            answer = line.recv()
        except (EOFError, OSError):
            self.close()
            return _failed(path, "is damaged: the program that reads it broke down over it")
        if isinstance(answer, Reading):
            return answer
        self.close()  # what it could not get rid of would be missing for the next file
        most = self._limits.memory_bytes / 1e9
        return _failed(path, f"needs more than {most:.3g} GB of memory to be read")

    def _started(self) -> Connection:
        if self._line is None or self._child is None or not self._child.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._child = context.Process(
                target=_serve, args=(theirs, self._limits), name="reader", daemon=True
            )
            self._child.start()
            theirs.close()
            if not self._line.poll(_START):
                raise EOFError
            self._line.recv()  # from here on a file's time counts
        return self._line


def _is_plain(path: Path) -> bool:
    """Whether a file called text is text; what cannot be opened harms nobody either."""
    try:
        with path.open("rb") as file:
            return is_plain(file.read(4096))
    except OSError:
        return True


def _failed(path: Path, reason: str) -> Reading:
    return Reading((), (UnreadableFileError(path, reason),))


def _serve(line: Connection, limits: Limits) -> None:
    """The child: reads what it is sent until the line is closed; answers None for want of memory.

    It ends itself if the process that waits for it is gone while it hangs.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and closes us
    _bound_memory(limits.memory_bytes)
    line.send("ready")
    while True:
        try:
            given, name, media_type, language = line.recv()
        except (EOFError, OSError):
            return
        _wake_up_after(limits.seconds + _GRACE)
        answer: Reading | None
        try:
            if isinstance(given, Path):
                answer = read_file(given, name=name, language=language, limits=limits)
            else:
                answer = read_content(
                    given, name=name, media_type=media_type, language=language, limits=limits
                )
        except MemoryError:
            answer = None
        _wake_up_after(0)
        line.send(answer)


def _wake_up_after(seconds: float) -> None:
    """End this process unless called again in time; 0 calls it off. Not to be had on Windows."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory(most: int) -> None:
    """Limit this process's address space where the system has such limits."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
