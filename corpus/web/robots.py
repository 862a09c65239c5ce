"""What a site's robots.txt lets us read, as RFC 9309 has it.

Protego reads the file: the standard library's parser knows neither wildcards nor that the longest
rule wins, both of which the RFC asks for, so it would read what sites refuse and the reverse.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from protego import Protego

from corpus.web.addresses import Address
from corpus.web.errors import FetchError, PassingError, UnreachableError
from corpus.web.rules import WebRules

MAX_BYTES = 512_000
"""What is read of a robots.txt; RFC 9309, section 2.5, asks for 500 kibibytes at least."""


@dataclass(frozen=True, slots=True)
class _Site:
    """What is known of one origin: its rules, or why they could not be read."""

    rules: Protego
    failure: FetchError | None = None


class Robots:
    """The robots.txt of every site that was met in this run, each read once.

    Args:
        read: gives the text of a robots.txt, empty if the site has none; raises FetchError.
    """

    def __init__(self, rules: WebRules, read: Callable[[Address], str]) -> None:
        self._rules = rules
        self._read = read
        self._sites: dict[str, _Site] = {}

    def check(self, address: Address) -> float:
        """Seconds that the site wants between two documents; 0 if it does not say.

        Raises:
            FetchError: the site refuses the address.
            UnreachableError: its host cannot be read, whatever its robots.txt says.
            PassingError: its robots.txt is there but cannot be read, which counts as refusing
                everything for now (RFC 9309, section 2.3.1.4).
        """
        if not self._rules.respect_robots:
            return 0.0
        # Two threads may ask at once; both then read the same file, and nothing is wrong.
        if address.origin not in self._sites:
            self._sites[address.origin] = self._site(address)
        site = self._sites[address.origin]
        if site.failure:
            raise _told_of(address, site.failure)
        if not site.rules.can_fetch(str(address), self._rules.robot):
            raise FetchError(str(address), f"{address.origin}/robots.txt asks us not to read it")
        asked = site.rules.crawl_delay(self._rules.robot) or 0.0
        return min(asked, self._rules.max_pause_s)

    def _site(self, address: Address) -> _Site:
        try:
            return _Site(Protego.parse(self._read(replace(address, target="/robots.txt"))))
        except FetchError as error:
            return _Site(Protego.parse(""), failure=error)


def _told_of(address: Address, failure: FetchError) -> FetchError:
    robots = f"{address.origin}/robots.txt"
    if isinstance(failure, UnreachableError) and failure.address == robots:
        return UnreachableError(str(address), failure.reason)
    where = "" if failure.address == robots else f"it leads to {failure.address}, and there "
    reason = f"{robots} cannot be read, so nothing there may be for now: {where}{failure.reason}"
    return PassingError(str(address), reason)
