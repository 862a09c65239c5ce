"""The words of the interface in its three languages, one YAML file for each part of it.

A key is written as `part.key` and holds the text in every language; `{name}` is filled in.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from assistant.answers import Language
from corpus.yaml_files import read_yaml

LANGUAGES: tuple[Language, ...] = ("en", "es", "pt")
OWN_NAMES: Mapping[Language, str] = {"en": "English", "es": "Español", "pt": "Português"}

_PART: TypeAdapter[dict[str, dict[Language, str]]] = TypeAdapter(dict[str, dict[Language, str]])


class Texts:
    """The interface's words in one language; `texts("page.ask", n=3)` gives one of them."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key.

        Raises:
            KeyError: there is none, or a value it needs was not given.
        """
        part, _, name = key.partition(".")
        return _part(part)[name][self.language].format(**values)


@cache
def _part(name: str) -> Mapping[str, Mapping[Language, str]]:
    return read_yaml(Path(__file__).parent / f"{name}.yaml", _PART)


def parts() -> list[str]:
    """Names of all parts."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.yaml"))


def keys(part: str) -> Mapping[str, Mapping[Language, str]]:
    """Every key of a part with its texts."""
    return _part(part)
