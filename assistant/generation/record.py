"""What happened while a language model wrote, and what it cost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.generation.errors import Fault
from assistant.verifier import Dropped

Use = Literal["write", "translate", "condense", "split", "tools", "follow_up"]
"""What a model is asked for, as the settings name it; `translate` is writing across languages."""


@dataclass
class Usage:
    """What a question has cost so far; filled in as models are asked for it.

    Attributes:
        calls: to the model, those tried again included.
        read, written: tokens, as the model counts them or else estimated from characters.
        first_ms: milliseconds to the first word of the first call.
        ms: milliseconds of all calls.
        cached: whether anything was taken from what was written before.
    """

    calls: int = 0
    read: int = 0
    written: int = 0
    first_ms: float = 0.0
    ms: float = 0.0
    cached: bool = False


@dataclass
class Record:
    """What happened while a model wrote; filled in as it does.

    Attributes:
        dropped: sentences that did not stand, and why.
        repaired: those in whose place a document's own words were put.
        written: sentences of the model's that stand.
        fault: why the model said nothing, or no more; None if it came to its end.
        completed: whether something was added in the documents' own words.
        asked, helped: what it was asked for, and which of it is in the answer.
    """

    model: str
    usage: Usage = field(default_factory=Usage)
    dropped: list[Dropped] = field(default_factory=list)
    repaired: list[Dropped] = field(default_factory=list)
    written: int = 0
    fault: Fault | None = None
    completed: bool = False
    asked: list[Use] = field(default_factory=list)
    helped: list[Use] = field(default_factory=list)

    def withhold(self, texts: Sequence[str]) -> None:
        """Count sentences that stand, but are not shown, as dropped."""
        self.dropped += [Dropped(text, "the main point is missing before it") for text in texts]
        self.written = 0

    @property
    def fallback(self) -> str:
        """Why our own answer was given, whole or in part; empty if the model's was enough."""
        if self.fault:
            return self.fault
        if not self.completed:
            return ""
        return "incomplete" if self.written or self.repaired else "unsupported"
