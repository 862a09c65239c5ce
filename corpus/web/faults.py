"""What goes wrong between us and a server, in words."""

import ssl
from collections.abc import Mapping

import httpcore2

from corpus.web.addresses import Address
from corpus.web.errors import FetchError, GoneError, PassingError, UnreachableError

_GONE = frozenset({404, 410})
_CLOSED = frozenset({401, 402, 403, 407, 451})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


def check_passing(address: Address, status: int, headers: Mapping[str, str]) -> None:
    """Raise PassingError for a status that another try may change; header names in lower case."""
    if status in _PASSING:
        # A date is allowed here, too, but it is for longer than anybody waits.
        asked = headers.get("retry-after", "")
        raise PassingError(
            str(address),
            f"its server cannot answer just now (status {status})",
            wait_s=float(asked) if asked.isdecimal() else 0.0,
        )


def status_error(address: str, status: int) -> FetchError:
    """The error of an answer that is no document."""
    if status in _GONE:
        return GoneError(address, f"there is no such document (status {status})")
    if status in _CLOSED:
        return FetchError(address, f"it is not open to everybody (status {status})")
    return FetchError(address, f"its server answers with status {status} and no document")


def connection_error(address: Address, error: Exception) -> FetchError:
    """The error of what the HTTP library raised, timeouts apart."""
    cause = error.args[0] if error.args else None  # which the library drops as `__cause__`
    if isinstance(cause, ssl.SSLCertVerificationError):
        reason = f"its certificate is not to be trusted ({cause.verify_message})"
        return UnreachableError(str(address), reason)
    if isinstance(cause, ssl.SSLError):
        reason = f"no safe connection can be made ({cause.reason or cause})"
        return UnreachableError(str(address), reason)
    if isinstance(error, httpcore2.ConnectError):
        return UnreachableError(str(address), f"its host cannot be reached ({error})")
    if isinstance(error, httpcore2.LocalProtocolError):
        return FetchError(str(address), f"it cannot be asked for ({error})")
    if isinstance(error, httpcore2.RemoteProtocolError):
        return PassingError(str(address), f"it was cut off, or is not of the web ({error})")
    return PassingError(str(address), f"the connection broke ({error})")
