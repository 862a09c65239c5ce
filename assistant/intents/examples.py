"""The labelled examples: questions in our own words with what each is for.

They stand in `examples.yaml`. A slot in braces stands for any value of its kind; for the vector it
is filled with an ordinary one, so that an example reads like a question that someone asked.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

import yaml

_FILE = files(__package__) / "examples.yaml"
_ORDINARY = {
    "count": "30",
    "change": "3",
    "total": "43",
    "share": "70 %",
    "level": "gold",
    "place": "Boise",
    "country": "Peru",
    "people": "40,000",
    "year": "2019",
    "criterion": "DM3",
}
SLOTS = tuple(_ORDINARY)
"""Kinds of values that differ from question to question."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question and what it is for.

    Attributes:
        intent: such as `tier.level`: a tool and what is asked of it, or what is for no tool.
        kind: what is asked of the tool, told finer: `kept` of `directory.list.kept`, or as the
            intent tells it.
        template: with slots in braces.
        group: the number of its line; those of one line say much the same.
    """

    intent: str
    kind: str
    template: str
    group: int

    @property
    def text(self) -> str:
        """The question with ordinary values in its slots."""
        return self.template.format_map(_ORDINARY)


@lru_cache(maxsize=1)
def read_examples() -> Sequence[Example]:
    """All examples, in the order of the file."""
    found: list[Example] = []
    group = 0
    for name, lines in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items():
        parts = name.split(".")
        intent, kind = ".".join(parts[:2]), parts[-1]
        for line in lines.splitlines():
            group += 1
            found += [Example(intent, kind, one.strip(), group) for one in line.split(" | ")]
    return tuple(found)


def examples_of_kinds(tool: str) -> Sequence[tuple[int, Example]]:
    """The examples of a tool, each with its place among all, their kinds as their intents."""
    return [
        (at, replace(one, intent=one.kind))
        for at, one in enumerate(read_examples())
        if one.intent.startswith(f"{tool}.")
    ]


def examples_digest() -> str:
    """Stands for what the examples say and how they are read."""
    code = (files(__package__) / name for name in ("examples.py", "signs.py", "head.py"))
    digest = hashlib.sha256(_FILE.read_bytes())
    for file in code:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
