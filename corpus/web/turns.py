"""Taking turns: two documents of one host are asked for some time apart."""

import threading
import time

from corpus.web.deadlines import pause


class Turns:
    """When each host may be asked again; threads that share it queue up."""

    def __init__(self) -> None:
        self._free: dict[str, float] = {}
        self._lock = threading.Lock()

    def take(self, host: str, *, pause_s: float) -> None:
        """Wait until `host` may be asked, and leave it alone for `pause_s` seconds after that."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + pause_s
        pause(turn - now)
