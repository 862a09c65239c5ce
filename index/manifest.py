"""What an index was built from and holds, so that a mismatch can be named."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.chunker import ChunkerSettings
from index.sentence_vectors import count_unread
from index.sums import mean_cosine

FORMAT = 6
FILE = "inputs.json"


class Inputs(BaseModel):
    """What decides, besides the documents, what an index holds; stands in it as `inputs.json`.

    Attributes:
        programme: the programme's id.
        model: name of the embedding model; `model_digest` stands for its exact weights.
        code: SHA-256 over this project's code that reads, cuts and indexes documents.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int = FORMAT
    programme: str
    model: str
    model_digest: str
    chunker: ChunkerSettings
    code: str

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits that name this combination."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]

    @classmethod
    def read(cls, folder: Path) -> "Inputs | None":
        """Those of the index in a folder; None if there is none or it is of another format."""
        try:
            return cls.model_validate_json((folder / FILE).read_bytes())
        except (OSError, ValidationError):
            return None


class Manifest(BaseModel):
    """What an index holds, as it is now.

    Attributes:
        id: twelve hexadecimal digits that stand for everything an answer can come from.
        corpus: SHA-256 over the documents, the programme's description and its records.
        built: when something in it last changed, ISO 8601 in UTC.
        unread: how many passages have sentences whose vectors are still to come.
        languages: how many passages are in each.
        cosine_floor: mean cosine of two sentences taken at random; what 'unrelated' looks like
            to the model.
        failures: what could not be read, and the reason why it was left out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    inputs: Inputs
    id: str
    corpus: str
    built: str
    documents: int
    passages: int
    sentences: int
    unread: int = 0
    languages: Mapping[str, int]
    cosine_floor: float
    failures: Mapping[str, str] = {}

    @classmethod
    def of(cls, inputs: Inputs, database: sqlite3.Connection) -> "Manifest":
        """That of a state of an index."""
        facts = dict(database.execute("SELECT name, value FROM facts"))
        corpus = hashlib.sha256()
        for name in ("programme", "records", "adapter"):
            corpus.update(str(facts.get(name, "")).encode() + b"\0")
        documents = database.execute("SELECT id, digest FROM documents ORDER BY id").fetchall()
        for row in documents:
            corpus.update("\0".join(row).encode() + b"\0")
        spoken = database.execute(
            "SELECT language, count(*), sum(sentences) FROM passages GROUP BY language"
        ).fetchall()
        failures = database.execute(
            "SELECT failures FROM files WHERE failures <> '{}' ORDER BY name"
        )
        return cls(
            inputs=inputs,
            id=hashlib.sha256((inputs.id + corpus.hexdigest()).encode()).hexdigest()[:12],
            corpus=corpus.hexdigest(),
            built=str(facts.get("built", "")),
            documents=len(documents),
            passages=sum(count for _, count, _ in spoken),
            sentences=sum(count for *_, count in spoken),
            unread=count_unread(database),
            languages={language: count for language, count, _ in spoken},
            cosine_floor=mean_cosine(database),
            failures={k: v for (one,) in failures for k, v in json.loads(one).items()},
        )


def code_digest() -> str:
    """SHA-256 over the modules that decide what an index holds."""
    here = Path(__file__).parent
    modules = sorted([*here.glob("*.py"), *(here.parent / "corpus").rglob("*.py")])
    whole = hashlib.sha256()
    for module in modules:
        whole.update(module.name.encode() + b"\0" + module.read_bytes())
    return whole.hexdigest()


def differences(built: Inputs, wanted: Inputs) -> list[str]:
    """What has changed since an index was built, one plain sentence each; empty if nothing."""
    found: list[str] = []
    if (built.model, built.model_digest) != (wanted.model, wanted.model_digest):
        found.append(
            f"It was built with the embedding model {built.model} ({built.model_digest}); "
            f"the settings ask for {wanted.model} ({wanted.model_digest})."
        )
    if built.chunker != wanted.chunker:
        found.append("It was built with other settings for cutting documents into passages.")
    if (built.code, built.format) != (wanted.code, wanted.format):
        found.append("It was built by another version of this program.")
    return found
