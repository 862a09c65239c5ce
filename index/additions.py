"""What was added to a programme's own documents: files, folders and web addresses.

It lies beside the generations of the index, in `additions.json`, so that it outlives them all.
"""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import SourceError, UnreadableAdditionsError
from index.swapping import swap_text

_FILE = "additions.json"


class Additions(BaseModel):
    """Sources by absolute path or canonical address, in order.

    Attributes:
        left_out: what is below a source and was taken out all the same.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def plus(self, places: Iterable[str]) -> "Additions":
        """With these; what was left out of them, or is one of them, is left out no more."""
        sources, left_out = set(self.sources), set(self.left_out)
        for place in places:
            again = {name for name in left_out if is_below(name, [place])}
            left_out -= again
            if place not in again:
                sources.add(place)
        return Additions(sources=tuple(sorted(sources)), left_out=tuple(sorted(left_out)))

    def minus(self, places: Iterable[str]) -> "Additions":
        """Without these: sources are forgotten, and what is below one is left out.

        Raises:
            SourceError: one was never added.
        """
        sources, left_out = set(self.sources), set(self.left_out)
        for place in places:
            if not is_below(place, sources):
                reason = "was not added to this index, so it cannot be removed."
                raise SourceError(place, reason)
            sources.discard(place)
            if is_below(place, sources):  # it was added twice, by itself and with its folder
                left_out.add(place)
        still = {name for name in left_out if is_below(name, sources)}
        return Additions(sources=tuple(sorted(sources)), left_out=tuple(sorted(still)))

    def leaves_out(self, name: str, source: str) -> bool:
        """Whether a file of a source was taken out of it: it may be in another one all the same."""
        parts = [one for one in self.left_out if source and is_below(one, [source])]
        return is_below(name, parts)

    @classmethod
    def read(cls, index_folder: Path) -> "Additions":
        """Those of an index.

        Raises:
            UnreadableAdditionsError: they are there and cannot be read: to go on without them
                would take out all that was added.
        """
        path = index_folder / _FILE
        try:
            return cls.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return cls()
        except (OSError, ValidationError) as error:
            raise UnreadableAdditionsError(path) from error

    def write(self, index_folder: Path) -> None:
        """Put them in the place of what is there, in one step."""
        swap_text(index_folder / _FILE, self.model_dump_json(indent=2))


def is_address(source: str) -> bool:
    """Whether a source is a web address."""
    return source.lower().startswith(("http://", "https://"))


def is_below(name: str, places: Iterable[str]) -> bool:
    """Whether a file is one of these places, or in one of them."""
    return any(name == place or name.startswith(f"{place.rstrip('/')}/") for place in places)
