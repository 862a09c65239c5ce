"""What can be wrong with a language model.

GenerationError
├── ModelPackageError  the packages of its provider are not installed
├── ModelKeyError      the environment holds no key for it
├── ModelMissingError  its file is not there or is no model
└── ModelFaultError    it was asked and did not answer as it should; carries which `Fault`
"""

from pathlib import Path
from typing import Literal

from corpus.errors import ProgrammeAssistantError

Fault = Literal["down", "slow", "limited", "refused", "too_long", "garbled", "empty", "looping"]
"""Why nothing of use came.

down: it cannot be reached, broke off, or was left alone after it failed several times.
slow: the time was up. limited: too many calls for its provider. refused: the key or the name is
wrong. too_long: the evidence does not fit. garbled: what it wrote cannot be read as text. empty:
it wrote nothing. looping: it said the same again and again, or called tools without end.
"""


class GenerationError(ProgrammeAssistantError):
    """A language model cannot be used."""


class ModelPackageError(GenerationError):
    """The packages of a provider are not installed."""

    def __init__(self, provider: str, module: str) -> None:
        super().__init__(
            f"The language model needs packages that are not here ({module}): "
            f"pip install 'programme-assistant[{provider}]'"
        )
        self.provider = provider


class ModelKeyError(GenerationError):
    """The environment holds no key for a model."""

    def __init__(self, variable: str) -> None:
        super().__init__(
            f"The language model needs a key: set the environment variable {variable}."
        )
        self.variable = variable


class ModelMissingError(GenerationError):
    """A model's file cannot be used."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"The language model {file} cannot be opened: {reason}.")
        self.file = file


class ModelFaultError(GenerationError):
    """A model did not answer as it should."""

    def __init__(self, fault: Fault, reason: str = "") -> None:
        super().__init__(f"The language model is {fault}. {reason}".strip())
        self.fault = fault
        self.reason = reason
