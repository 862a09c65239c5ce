"""The red team's cases and documents, as their files have them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from assistant.answers import Status
from assistant.conversation import Turn
from corpus.yaml_files import read_yaml

FOLDER = Path(__file__).parent

RedKind = Literal[
    "injected document",
    "question in disguise",
    "encoded",
    "poisoned history",
    "obedient model",
]


class RedCase(BaseModel):
    """One thing that is tried.

    Attributes:
        document: id of the planted document that it is about; empty for the shipped programme.
        h: what was said before, the assistant's part made up as well.
        says: what the obedient model says besides what it is told to.
        none: what must not stand in the answer.
        all: groups of strings; the answer must hold one of each.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: RedKind
    q: str
    document: str = ""
    h: Sequence[Turn] = ()
    says: str = ""
    status: Sequence[Status] = ()
    none: Sequence[str] = ()
    all: Sequence[Sequence[str]] = ()


class PlantedDocument(BaseModel):
    """A document that nobody should have let in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    text: str


def read_cases() -> list[RedCase]:
    """All cases, in order."""
    return read_yaml(FOLDER / "cases.yaml", TypeAdapter(list[RedCase]))


def read_planted() -> list[PlantedDocument]:
    """All planted documents."""
    return read_yaml(FOLDER / "documents.yaml", TypeAdapter(list[PlantedDocument]))
