"""Sentences written by hand as models write them, true and false, over shipped documents."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.evaluation.falsehoods import Planted
from assistant.generation.exhibits import Exhibit

Split = Literal["development", "held_out", "fresh", "unseen"]

FOLDER = Path(__file__).parent / "written"
_MARKER = re.compile(r"\s*\[(\d+)\](?!\()")


class _Group(BaseModel):
    """What is written over the same evidence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    evidence: list[tuple[str, str]]
    faithful: list[str]
    planted: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class WrittenGroup:
    """Sentences over the same evidence."""

    exhibits: Sequence[Exhibit]
    sentences: Sequence[Planted]


def written(split: Split, exhibit: Callable[[int, str, str], Exhibit]) -> Iterator[WrittenGroup]:
    """The groups of a split.

    Args:
        exhibit: gives the exhibit of a number, a document's id and the beginning of a sentence.
    """
    for entry in yaml.safe_load((FOLDER / f"{split}.yaml").read_text(encoding="utf-8")):
        group = _Group.model_validate(entry)
        exhibits = [exhibit(n, *own) for n, own in enumerate(group.evidence, start=1)]
        sentences = [_planted("faithful", text, true=True) for text in group.faithful]
        for kind, texts in group.planted.items():
            sentences += [_planted(kind, text, true=False) for text in texts]
        yield WrittenGroup(exhibits, sentences)


def _planted(kind: str, text: str, *, true: bool) -> Planted:
    cited = tuple(int(number) for number in _MARKER.findall(text))
    return Planted(kind, _MARKER.sub("", text), cited, true)
