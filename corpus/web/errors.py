"""Why a web address was not read, for the person who gave it.

FetchError                  it will not be read as it is: refused by its site, by us or by its form
├── GoneError               its document was taken away; what was made of it should go too
├── UnreachableError        its host: unknown, off limits, silent or not to be trusted
└── PassingError            a fault of the moment; what was read before may be kept
"""

from typing import Self

from corpus.errors import ProgrammeAssistantError


class FetchError(ProgrammeAssistantError):
    """A web address cannot be read.

    Attributes:
        address: as it was asked for.
        reason: what is wrong with it, in one plain sentence without a full stop.
    """

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason

    def behind(self, address: str) -> Self:
        """The same, told of the address that led to this one."""
        return type(self)(address, f"it redirects to {self.address}, and there {self.reason}")


class GoneError(FetchError):
    """The site says that there is no such document, or no longer."""


class UnreachableError(FetchError):
    """The host is unknown, off limits, silent or not to be trusted."""


class PassingError(FetchError):
    """A fault that may be over at another time.

    Attributes:
        wait_s: seconds that the server asks us to wait; 0 if it does not say.
    """

    def __init__(self, address: str, reason: str, *, wait_s: float = 0.0) -> None:
        super().__init__(address, reason)
        self.wait_s = wait_s
