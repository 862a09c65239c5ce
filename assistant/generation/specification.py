"""Which language model is meant by the one setting that names it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

Provider = Literal["openai-compatible", "openai", "anthropic", "ollama", "gguf"]

FORMS = (
    "http://host:port/v1, NAME@http://host:port/v1, openai:NAME, anthropic:NAME, ollama:NAME, "
    "ollama:NAME@http://host:port, or gguf:/path/to/model.gguf"
)
_ADDRESS = re.compile(r"(?:(?P<name>[^\s@]+)@)?(?P<address>https?://\S+)")
_NAMED = re.compile(
    r"(?P<provider>openai|anthropic|ollama):(?P<name>[^\s@]+)(?:@(?P<address>https?://\S+))?"
)
_FILE = re.compile(r"(?:gguf:)?(?P<file>.+\.gguf)")
_SECRET = re.compile(r"(?<=//)[^/@\s]*@|[?#]\S*")
"""Where an address may hold a key: before its host, or after its path."""


@dataclass(frozen=True, slots=True)
class Specification:
    """A language model and where it is.

    Attributes:
        name: as its provider calls it; empty to take the first that an address offers.
        address: of its server; empty for the provider's own.
        file: of its weights, for `gguf`.
    """

    provider: Provider
    name: str = ""
    address: str = ""
    file: Path | None = None

    def __str__(self) -> str:
        if self.file:
            return f"gguf:{self.file}"
        at = f"{self.name}@{self.address}" if self.name and self.address else ""
        named = at or self.name or self.address
        return named if self.provider == "openai-compatible" else f"{self.provider}:{named}"

    @property
    def model(self) -> str:
        """What the model is called where its answers are shown; empty if that must be asked."""
        return self.file.stem if self.file else self.name


def without_secrets(text: str) -> str:
    """A setting's text as it may be shown: what might be a key in an address is left out."""
    return _SECRET.sub("…", text)


def read_specification(text: str) -> Specification | None:
    """The model that a setting's text names; None for `none` or nothing.

    Raises:
        ValueError: it names none, with the forms there are.
    """
    plain = text.strip()
    if plain in {"", "none"}:
        return None
    if found := _NAMED.fullmatch(plain):
        provider = cast("Provider", found["provider"])  # one of the pattern's
        if found["address"] and provider != "ollama":
            raise ValueError(f"{provider} has its own address; give another as NAME@ADDRESS")
        return Specification(provider, found["name"], _address(found["address"] or ""))
    if found := _ADDRESS.fullmatch(plain):
        return Specification("openai-compatible", found["name"] or "", _address(found["address"]))
    if found := _FILE.fullmatch(plain):
        return Specification("gguf", file=Path(found["file"]).expanduser())
    raise ValueError(f"it names no language model; write {FORMS}")


def _address(text: str) -> str:
    if _SECRET.search(text):
        raise ValueError("an address must not hold a key; name its environment variable")
    return text.rstrip("/")
