"""A programme folder: what it is about, its documents and its records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from corpus.documents import Document
from corpus.errors import CorpusError
from corpus.loaders import read_documents
from corpus.records import Records, read_records
from corpus.yaml_files import read_yaml

SHIPPED = Path(__file__).parent / "what_works_cities"
"""The programme that comes with the project."""


class ProgrammeDescription(BaseModel):
    """`programme.yaml`: how a programme presents itself.

    Attributes:
        id: names its index; lower-case words joined by hyphens.
        other_names: what people call it besides.
        description: what it is, in two sentences, by language.
        subject: completes 'I answer questions about …', by language.
        languages: ISO 639-1 codes that questions may come in.
        starters: questions to begin with, by language.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str
    other_names: Sequence[str] = ()
    description: Mapping[str, str]
    contact: str = ""
    language: str = Field(default="en", pattern="^[a-z]{2}$", description="of the documents")
    languages: Sequence[str] = ("en",)
    subject: Mapping[str, str]
    starters: Mapping[str, Sequence[str]] = {}

    @model_validator(mode="after")
    def _speaks_its_own_language(self) -> "ProgrammeDescription":
        for name in ("description", "subject"):
            if self.language not in getattr(self, name):
                raise ValueError(f"{name} lacks the documents' language, '{self.language}'")
        return self

    def description_in(self, language: str) -> str:
        """The description in that language, or else in the documents'."""
        return self.description.get(language, self.description[self.language])

    def subject_in(self, language: str) -> str:
        """The subject in that language, or else in the documents'."""
        return self.subject.get(language, self.subject[self.language])


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as it was read.

    Attributes:
        records: None if the folder has no `records/`.
        failures: document files that could not be read, each with its reason.
    """

    folder: Path
    description: ProgrammeDescription
    documents: Sequence[Document]
    records: Records | None
    failures: Sequence[CorpusError]


def read_description(folder: Path) -> ProgrammeDescription:
    """Read `programme.yaml` of a programme folder.

    Raises:
        UnreadableFileError: it is missing or not UTF-8; a programme folder needs one.
        InvalidRecordError: it does not hold what `ProgrammeDescription` asks for.
    """
    return read_yaml(folder / "programme.yaml", TypeAdapter(ProgrammeDescription))


def read_programme(folder: Path) -> Programme:
    """Read a programme folder whole; unreadable documents are listed, not fatal."""
    description = read_description(folder)
    reading = read_documents(folder / "documents", language=description.language)
    records = folder / "records"
    return Programme(
        folder=folder,
        description=description,
        documents=reading.documents,
        records=read_records(records) if records.is_dir() else None,
        failures=reading.failures,
    )
