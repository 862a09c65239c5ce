"""Reading an outside set: a folder of files of JSON.

corpus.jsonl      id, doc_id, title, text
questions.jsonl   id, question, history [{role, text}], gold_passage_ids, gold_answers, answerable,
                  lang, meta
withheld.json     doc_ids to leave out, and unanswerable_question_ids that it makes so
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.conversation import Turn
from corpus.errors import InvalidRecordError, UnreadableFileError
from corpus.yaml_files import first_fault


class OutsidePassage(BaseModel):
    """A line of `corpus.jsonl`; what else stands in it is not needed."""

    model_config = ConfigDict(frozen=True)

    id: str
    doc_id: str
    title: str = ""
    text: str


class OutsideTurn(BaseModel):
    """One thing said before a question."""

    model_config = ConfigDict(frozen=True)

    role: Literal["user", "assistant"]
    text: str


class OutsideQuestion(BaseModel):
    """A line of `questions.jsonl`.

    Attributes:
        gold_passage_ids: passages that hold the answer.
        golds: answers, in words of the passages or others.
        meta: `rewrite`, a stand-alone form of the question, and `part`, a subset's name, are read.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    question: str
    history: Sequence[OutsideTurn] = ()
    gold_passage_ids: Sequence[str] = ()
    golds: Sequence[str] = Field(default=(), alias="gold_answers")
    answerable: bool = True
    lang: str = "en"
    meta: Mapping[str, Any] = {}

    @property
    def turns(self) -> list[Turn]:
        """The conversation before the question."""
        return [Turn(role=turn.role, content=turn.text) for turn in self.history]

    @property
    def rewrite(self) -> str | None:
        """The published stand-alone form, if there is one."""
        return self.meta.get("rewrite") or None

    @property
    def part(self) -> str:
        """The subset it belongs to; empty if the set has none."""
        return str(self.meta.get("part", ""))


class Withheld(BaseModel):
    """Documents to leave out, and which questions lose all they could be answered from."""

    model_config = ConfigDict(frozen=True)

    doc_ids: Sequence[str]
    unanswerable_question_ids: Sequence[str]
    partly_withheld_question_ids: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class OutsideSet:
    """A set as it was read; `language` is its passages'."""

    name: str
    folder: Path
    language: str
    passages: Sequence[OutsidePassage]
    questions: Sequence[OutsideQuestion]
    withheld: Withheld | None


_Line = TypeVar("_Line", bound=BaseModel)


def read_outside(folder: Path, *, limit: int | None = None) -> OutsideSet:
    """Read a set.

    Args:
        limit: take at most so many questions, spread evenly over the set.

    Raises:
        UnreadableFileError: a file is missing or not UTF-8.
        InvalidRecordError: a line is not what it should be, or there are none.
    """
    questions = _lines(folder / "questions.jsonl", OutsideQuestion)
    if limit and limit < len(questions):
        questions = [questions[n * len(questions) // limit] for n in range(limit)]
    withheld = folder / "withheld.json"
    return OutsideSet(
        name=folder.resolve().name,
        folder=folder,
        # The set's questions are in its passages' language; those of another set may not be.
        language=questions[0].lang,
        passages=_lines(folder / "corpus.jsonl", OutsidePassage),
        questions=questions,
        withheld=_parse(withheld, _text(withheld), Withheld) if withheld.exists() else None,
    )


def _lines(path: Path, kind: type[_Line]) -> list[_Line]:
    lines = [line for line in _text(path).split("\n") if line.strip()]
    if not lines:
        raise InvalidRecordError(path, "holds no lines")
    return [_parse(path, line, kind, number) for number, line in enumerate(lines, start=1)]


def _parse(path: Path, text: str, kind: type[_Line], number: int | None = None) -> _Line:
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        place = f"line {number}, " if number else ""
        raise InvalidRecordError(path, place + first_fault(error)) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "is not UTF-8 text") from error
    except OSError as error:
        raise UnreadableFileError(path, f"cannot be read ({error.strerror})") from error
