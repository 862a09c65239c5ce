"""Question sets: what is asked, and what a right answer must be like."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from assistant.answers import Language, Status, ToolName
from corpus.errors import InvalidRecordError
from corpus.yaml_files import read_yaml

Kind = Literal[
    "tier",
    "eligibility",
    "fact",
    "list",
    "time",
    "multi",
    "followup",
    "lingual",
    "unanswerable",
    "unsafe",
]


class Case(BaseModel):
    """One question and what its answer must be like.

    Attributes:
        q: the question; `h` holds the questions before it.
        status: what the answer's must be; a list where more than one is right.
        all: groups of strings; the text must hold one of each.
        none: strings the text must not hold.
        src: document ids, one of which must be cited.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Kind
    lang: Language = "en"
    q: str
    h: Sequence[str] = ()
    status: Status | Sequence[Status] = "answered"
    all: Sequence[Annotated[Sequence[str], Field(min_length=1)]] = ()
    none: Sequence[str] = ()
    src: Sequence[str] = ()
    min_sources: int = 0
    tool: ToolName | None = None

    @property
    def wanted(self) -> Sequence[Status]:
        """Every status that is right."""
        return (self.status,) if isinstance(self.status, str) else tuple(self.status)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The cases of one file; `name` is the file's, without its ending."""

    name: str
    path: Path
    cases: Sequence[Case]


_CASES = TypeAdapter(list[Case])


def read_cases(path: Path) -> list[Case]:
    """The cases of a question set.

    Raises:
        UnreadableFileError: the file cannot be read.
        InvalidRecordError: it is not a YAML list of cases with ids of their own.
    """
    cases = read_yaml(path, _CASES)
    ids = [case.id for case in cases]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise InvalidRecordError(path, f"the id '{twice[0]}' stands twice")
    if not cases:
        raise InvalidRecordError(path, "holds no cases")
    return cases


def read_sets(paths: Sequence[Path]) -> list[QuestionSet]:
    """Several question sets, in the order given; raises as `read_cases`.

    Raises:
        InvalidRecordError: two files have the same name, or the same case id.
    """
    sets: list[QuestionSet] = []
    for path in paths:
        own = QuestionSet(path.stem, path, tuple(read_cases(path)))
        for other in sets:
            if other.name == own.name:
                raise InvalidRecordError(path, f"another set is called '{own.name}' too")
            if both := sorted({c.id for c in own.cases} & {c.id for c in other.cases}):
                raise InvalidRecordError(path, f"the id '{both[0]}' stands in {other.path} too")
        sets.append(own)
    return sets
