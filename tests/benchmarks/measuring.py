"""Measuring, and saying what was measured beside its limit."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

KILOBYTE = 1024


def timed(work: Callable[[str], object], argument: str) -> float:
    """Seconds that `work(argument)` takes."""
    start = time.perf_counter()
    work(argument)
    return time.perf_counter() - start


def seconds(code: str) -> float:
    """Seconds that a new interpreter takes for `code`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak_mb(code: str, environment: Mapping[str, str] | None = None) -> float:
    """Peak resident memory of a new interpreter that runs `code`, in MB; Linux only.

    Read from /proc: a child's ru_maxrss starts from what its parent had.
    """
    wrapped = (
        f"try:\n    exec({code!r})\nexcept SystemExit:\n    pass\n"
        "import re, pathlib\n"
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(re.search(r'VmHWM:\\s+(\\d+) kB', status)[1])"
    )
    command = [sys.executable, "-c", wrapped]
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    return int(done.stdout.split()[-1]) / 1024


def memory_mb(field: Literal["VmRSS", "VmHWM"], pid: int | str = "self") -> float:
    """Memory of a process that is resident, or was at most, in MB; Linux only."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(rf"{field}:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / KILOBYTE


def report(what: str, figure: float, limit: float) -> None:
    """One line: the figure, its limit, and whether it holds."""
    write(f"{what:<60}{figure:8.2f}  (limit {limit:g}) {'ok' if figure <= limit else 'OVER'}")


def write(line: str) -> None:
    """To standard output at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
