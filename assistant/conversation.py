"""The conversation so far, as doors hand it over."""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from assistant.errors import InvalidHistoryError


class Turn(BaseModel):
    """One thing said."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Literal["user", "assistant"]
    content: str


_TURNS = TypeAdapter(tuple[Turn, ...])


def read_history(turns: object) -> Sequence[Turn]:
    """Turns from outside, oldest first.

    Raises:
        InvalidHistoryError: it is not a list of `{"role": "user"|"assistant", "content": text}`.
    """
    try:
        return _TURNS.validate_python(turns)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidHistoryError(
            f"The history is wrong at {place or 'top'}: {first['msg']}"
        ) from error
