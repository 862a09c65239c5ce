"""A file of questions, answered in order."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answers import to_json
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.pipeline import Assistant
from corpus.errors import UnreadableFileError
from corpus.yaml_files import first_fault


class BatchQuestion(BaseModel):
    """One line of a batch file."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    id: str
    question: str
    history: Sequence[Turn] = ()


def read_batch(path: Path) -> list[BatchQuestion]:
    """The questions of a file, all checked before the first is answered.

    Raises:
        UnreadableFileError: the file cannot be read, or a line is not such an object.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "is not UTF-8 text") from error
    except OSError as error:
        raise UnreadableFileError(path, f"cannot be read ({error.strerror})") from error
    return [_question(path, n, line) for n, line in enumerate(lines, start=1) if line.strip()]


def _question(path: Path, number: int, line: str) -> BatchQuestion:
    try:
        return BatchQuestion.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise UnreadableFileError(path, f"line {number} is not JSON ({error.msg})") from error
    except ValidationError as error:
        raise UnreadableFileError(path, f"line {number}, {first_fault(error)}") from error
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, endless nesting
        raise UnreadableFileError(path, f"line {number} cannot be read ({error})") from error


def answer_batch(
    assistant: Assistant, cases: Sequence[BatchQuestion]
) -> Iterator[tuple[dict[str, Any], bool]]:
    """The answer object of each question with the question's own id, and whether it was taken."""
    for case in cases:
        try:
            answer = assistant.ask(case.question, case.history)
            taken = True
        except InvalidQuestionError as error:
            answer = assistant.invalid(case.question, str(error))
            taken = False
        yield {**to_json(answer), "id": case.id}, taken
