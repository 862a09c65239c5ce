"""Four answering processes on one Chroma server while a writer changes documents: `make soak`.

The documents are berths, each with a number that changes. An answer is stale if it tells a number
that had left the index more than two seconds before it was asked for; a document is lost if it is
not answered from though it has been there for two seconds, or at the end.
"""

import argparse
import http.client
import json
import math
import random
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from assistant.assembly import open_encoder
from assistant.settings import Settings, read_settings
from assistant.upkeep import update_index
from index.chroma import ChromaSettings
from tests.benchmarks.measuring import memory_mb, report, write
from tests.benchmarks.serving import serving
from tests.chroma_server import ChromaServer

PROGRAMME = Path(__file__).parents[1] / "fixtures" / "programme"
PROCESSES = 4
GRACE_S = 2.0
PAUSE_S = 0.5
"""Between two changes."""

THOUGHT_S = 0.05
"""Between an answer and the next question of one reader."""

FEWEST, MOST = 8, 120
"""Documents that there are at a time."""

_SYLLABLES = ("al", "bor", "cun", "dre", "fis", "gor", "hal", "jov", "kel", "lum", "mar", "nes")


@dataclass(slots=True)
class Version:
    """A number that a berth's document told, and until when; seconds of `time.monotonic`."""

    number: int
    since: float
    until: float = math.inf


@dataclass(slots=True)
class Berth:
    """A document, and all it ever told."""

    name: str
    path: Path
    versions: list[Version] = field(default_factory=list)

    @property
    def is_there(self) -> bool:
        return bool(self.versions) and self.versions[-1].until == math.inf


@dataclass(slots=True)
class Outcome:
    """What came of it."""

    taken_s: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    oldest_s: float = 0.0
    """The longest that a number had left the index when it was asked for and told all the same."""
    changes_s: list[float] = field(default_factory=list)
    memory_mb: list[float] = field(default_factory=list)
    berths: int = 0

    @property
    def is_sound(self) -> bool:
        return not (self.errors or self.stale or self.lost)


class Harbour:
    """The berths, and the one who writes about them."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        self._encoder = open_encoder(settings)
        self._chance = random.Random(1)
        self._turn = threading.Lock()
        self._berths: list[Berth] = []
        self._last = 100
        folder.mkdir()
        for _ in range(FEWEST):
            self._tell(self._new())
        update_index(settings, add=[str(folder)], encoder=self._encoder, progress=_silent)
        self._settle()

    def berths(self) -> list[Berth]:
        """Those that are there."""
        with self._turn:
            return [berth for berth in self._berths if berth.is_there]

    def change(self) -> float:
        """Add, change or remove a document; gives the seconds until the index had it."""
        there = self.berths()
        what = self._chance.choices(["add", "change", "remove"], [4, 4, 2])[0]
        start = time.monotonic()
        if what == "remove" and len(there) > FEWEST:
            berth = self._chance.choice(there)
            berth.path.unlink()
            self._update(berth)
            with self._turn:
                berth.versions[-1].until = time.monotonic()
            return time.monotonic() - start
        berth = self._new() if what == "add" and len(there) < MOST else self._chance.choice(there)
        self._tell(berth)
        self._update(berth)
        self._settle()
        return time.monotonic() - start

    def _new(self) -> Berth:
        while True:
            parts = self._chance.choices(_SYLLABLES, k=4)
            name = "".join(parts).capitalize()
            if name not in {berth.name for berth in self._berths}:
                berth = Berth(name, self._folder / f"{name.lower()}.md")
                self._berths.append(berth)
                return berth

    def _tell(self, berth: Berth) -> None:
        self._last += self._chance.randrange(1, 9)
        text = (
            f"# Berth {berth.name}\n\nBerth {berth.name} has {self._last} bollards. "
            f"It lies at the southern mole, and ferries call at it every day.\n"
        )
        pending = berth.path.with_suffix(".pending")
        pending.write_text(text, "utf-8")
        pending.replace(berth.path)
        with self._turn:
            berth.versions.append(Version(self._last, since=math.inf))

    def _update(self, berth: Berth) -> None:
        update_index(
            self._settings, only=[str(berth.path)], encoder=self._encoder, progress=_silent
        )

    def _settle(self) -> None:
        """Note that what was told last is in the index, and what was told before is not."""
        now = time.monotonic()
        with self._turn:
            for berth in self._berths:
                if berth.versions and berth.versions[-1].since == math.inf:
                    berth.versions[-1].since = now
                    for earlier in berth.versions[:-1]:
                        earlier.until = min(earlier.until, now)


def soak(seconds: float, settings: Settings, home: Path) -> Outcome:
    """Ask and write for so long, then ask every process for every document."""
    chroma = ChromaServer(home / "chroma")
    outcome = Outcome()
    with ExitStack() as stack:
        stack.callback(chroma.stop)
        chroma.start()
        settings = settings.model_copy(
            update={
                "programme": PROGRAMME,
                "data_dir": home / "data",
                "chroma": ChromaSettings(address=chroma.address),
            }
        )
        harbour = Harbour(home / "berths", settings)
        environment = {
            "ASSISTANT_PROGRAMME": str(PROGRAMME),
            "ASSISTANT_DATA_DIR": str(settings.data_dir),
            "ASSISTANT_CACHE_DIR": str(settings.cache_dir),
            "ASSISTANT_CHROMA__ADDRESS": chroma.address,
        }
        servers = [stack.enter_context(serving(environment)) for _ in range(PROCESSES)]
        end = time.monotonic() + seconds
        clients = [
            threading.Thread(target=_ask_on, args=(server.port, harbour, outcome, end, n))
            for n, server in enumerate(servers)
        ]
        for client in clients:
            client.start()
        while time.monotonic() < end:
            outcome.changes_s.append(harbour.change())
            time.sleep(PAUSE_S)
        for client in clients:
            client.join()
        time.sleep(GRACE_S)
        there = harbour.berths()
        outcome.berths = len(there)
        for server in servers:
            for berth in there:
                _ask(server.port, berth, outcome)
        outcome.memory_mb = [memory_mb("VmRSS", server.pid) for server in servers]
        outcome.memory_mb.append(memory_mb("VmRSS", chroma.pid))
    return outcome


def _ask_on(port: int, harbour: Harbour, outcome: Outcome, end: float, seed: int) -> None:
    chance = random.Random(seed)
    while time.monotonic() < end:
        _ask(port, chance.choice(harbour.berths()), outcome)
        time.sleep(THOUGHT_S)


def _ask(port: int, berth: Berth, outcome: Outcome) -> None:
    """Ask for a berth's number, and judge the answer by what the index held when it was asked."""
    asked = time.monotonic()
    try:
        told = _answer(port, f"How many bollards does berth {berth.name} have?")
    except (OSError, RuntimeError, http.client.HTTPException) as error:
        outcome.errors.append(str(error) or type(error).__name__)
        return
    outcome.taken_s.append(time.monotonic() - asked)
    numbers = {int(n) for n in re.findall(r"\b\d{3,}\b", told)}
    versions = list(berth.versions)
    known = [version for version in versions if version.number in numbers]
    for version in known:
        outcome.oldest_s = max(outcome.oldest_s, asked - version.until)
        if version.until < asked - GRACE_S:
            outcome.stale.append(f"{berth.name}: {version.number} left {asked - version.until:.1f}")
    steady = [v for v in versions if v.since < asked - GRACE_S and v.until == math.inf]
    if steady and not known and berth.is_there:
        age = asked - steady[0].since
        outcome.lost.append(f"{berth.name}, there for {age:.1f} s: {told[:200]}")


def _answer(port: int, question: str) -> str:
    """An answer's text.

    Raises:
        RuntimeError: the status is not 200.
    """
    body = json.dumps({"question": question})
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as link:
        link.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
        response = link.getresponse()
        content = response.read()
    if response.status != http.client.OK:
        raise RuntimeError(f"{response.status}: {content[:200]!r}")
    return str(json.loads(content)["text"])


def tell(outcome: Outcome) -> None:
    """Print each figure beside its limit."""
    taken = sorted(outcome.taken_s)
    changes = sorted(outcome.changes_s)
    write(f"{len(taken)} answers of {PROCESSES} processes, {len(changes)} changes,")
    write(f"{outcome.berths} documents at the end, each asked of every process")
    write(f"answer, median and 95th of 100, ms: {_spread(taken)}")
    write(f"change until the index has it, median and 95th of 100, ms: {_spread(changes)}")
    write(f"oldest text answered from, s after it was replaced: {outcome.oldest_s:.2f}")
    memory = ", ".join(f"{mb:.0f}" for mb in outcome.memory_mb)
    write(f"resident memory of the processes, and of Chroma, MB: {memory}")
    report("errors", len(outcome.errors), 0)
    report("stale answers", len(outcome.stale), 0)
    report("lost documents", len(outcome.lost), 0)
    for line in [*outcome.errors[:5], *outcome.stale[:5], *outcome.lost[:5]]:
        write(line)


def _spread(seconds: Sequence[float]) -> str:
    if not seconds:
        return "none"
    return (
        f"{statistics.median(seconds) * 1000:.0f}, {seconds[int(0.95 * len(seconds))] * 1000:.0f}"
    )


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def main() -> None:
    """Soak for as many minutes as are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    minutes = parser.parse_args().minutes
    with tempfile.TemporaryDirectory() as folder:
        tell(soak(60 * minutes, read_settings(), Path(folder)))


if __name__ == "__main__":
    main()
