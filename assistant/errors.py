"""Errors of answering, below `corpus.errors.ProgrammeAssistantError`.

AnsweringError
├── InvalidQuestionError   the question cannot be taken as one
├── SettingsError          a setting has a value that cannot be used
├── NoStandardError        the programme has no standard to reckon with
├── SuggestionsMissingError  no questions were tried with this index, code and settings
├── UnknownDocumentError   no document has this id
├── UnsupportedRecordError a record names a sentence that its document does not hold
├── ImpossibleInputError   no city can meet so many criteria (assistant.tools.tiers)
├── NoTierBandsError       levels went by another rule than a share (assistant.tools.tiers)
└── UnknownVersionError    no version of the standard has this id (assistant.tools.tiers)
"""

import difflib
from collections.abc import Sequence

from corpus.errors import ProgrammeAssistantError


class AnsweringError(ProgrammeAssistantError):
    """An answer cannot be given for a reason that is not in the documents."""


class InvalidQuestionError(AnsweringError):
    """The question is empty, too long, or not text."""


class SettingsError(AnsweringError):
    """A setting cannot be used.

    Attributes:
        key: the setting's name.
        origin: where its value comes from.
    """

    def __init__(self, key: str, value: object, origin: str, reason: str) -> None:
        super().__init__(f"The setting {key} = {value!r} (from {origin}) is wrong: {reason}")
        self.key = key
        self.origin = origin


class NoStandardError(AnsweringError):
    """The programme has no records of a standard, so no levels can be worked out."""

    def __init__(self, programme: str) -> None:
        super().__init__(f"The programme {programme} has no standard, so there are no levels.")


class NoDirectoryError(AnsweringError):
    """The programme has no records of cities."""

    def __init__(self, programme: str) -> None:
        super().__init__(f"The programme {programme} has no directory of cities.")


class SuggestionsMissingError(AnsweringError):
    """No questions were tried with this index, this code and these settings."""

    def __init__(self) -> None:
        super().__init__(
            "No suggested questions were made for this index. Make them: assistant index build"
        )


class UnknownDocumentError(AnsweringError):
    """No document of the index has this id.

    Attributes:
        id: what was asked for.
        near: ids that are written much like it.
    """

    def __init__(self, id_: str, known: Sequence[str]) -> None:
        self.id = id_
        self.near = difflib.get_close_matches(id_, known, n=3)
        hint = f" Did you mean {', '.join(self.near)}?" if self.near else ""
        super().__init__(f"There is no document '{id_}'.{hint}")


class UnsupportedRecordError(AnsweringError):
    """A record names a sentence as its evidence that the document does not hold."""

    def __init__(self, document: str, quote: str) -> None:
        super().__init__(
            f"A record cites '{quote}', which the document {document} does not hold. "
            "Run `assistant index verify` to see all such records."
        )
        self.document = document
        self.quote = quote
