"""The conversation so far, as doors hand it over."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Turn(BaseModel):
    """One thing said."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Literal["user", "assistant"]
    content: str
