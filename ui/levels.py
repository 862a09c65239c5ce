"""The level for a number of criteria met, for every door that asks without a sentence."""

from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from assistant.answers import Answer, Language
from assistant.errors import AnsweringError
from assistant.questions import clean
from assistant.tools.tier_grammar import read_tier_question
from assistant.tools.tier_phrasing import phrase
from assistant.tools.tiers import version_by_id
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from corpus.records import Standard

MOST = 1_000_000
"""Larger counts are no answer's business, whatever the standard."""


class UnreadableCountError(AnsweringError):
    """What was given is no number of criteria and no share of them."""

    def __init__(self, given: str, standard: Standard) -> None:
        units, total = standard.unit_in("en").many, standard.current.criteria
        super().__init__(
            f"'{given}' is not a number of {units} or a share. Try 30, 30/{total} or 70%."
        )


class TierQuery(BaseModel):
    """A number of criteria met, or a percentage of them; exactly one of the two."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_extra={"examples": [{"met": 33}]}
    )

    met: Annotated[
        int | None, Field(ge=-MOST, le=MOST, description="Criteria met.", examples=[33])
    ] = None
    percent: Annotated[
        Decimal | None,
        Field(max_digits=12, ge=-MOST, le=MOST, description="Per cent of the criteria met."),
    ] = None
    standard: Annotated[
        str | None,
        Field(max_length=50, description="Id of a version of the standard; the current one."),
    ] = None
    language: Annotated[Language, Field(description="Of the answer.")] = "en"

    @field_validator("met", "percent", mode="before")
    @classmethod
    def _is_number(cls, given: Any) -> Any:  # noqa: ANN401  (whatever a client sends)
        if isinstance(given, bool):
            raise ValueError("true and false are no numbers")
        return given

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.met is None) == (self.percent is None):
            raise ValueError("give either met or percent")
        return self

    @property
    def given(self) -> str:
        """What was given, as one writes it."""
        return f"{self.percent:f}%" if self.percent is not None else str(self.met)


def level_answer(
    given: str,
    *,
    standard: Standard,
    writer: AnswerWriter,
    version: str | None = None,
    language: Language = "en",
) -> Answer:
    """The answer to what level a count or share reaches; of an impossible one, an `invalid` one.

    Args:
        given: such as `30`, `30/43` or `70%`.
        version: id of a version of the standard; None for the one in force.

    Raises:
        InvalidQuestionError: it is not text.
        UnreadableCountError: it is no count and no share.
        UnknownVersionError: there is no such version.
    """
    asked = read_tier_question(clean(f"we meet {given[:50]} criteria"), standard=standard)
    if asked is None:
        raise UnreadableCountError(given, standard)
    if version:
        asked = replace(asked, version=version_by_id(version, standard).id, named=True)
    draft = phrase(asked, standard, language=language, quote_of=writer.quote_of)
    return writer.write(draft, question=given, standalone=given, language=language, trace=Trace())
