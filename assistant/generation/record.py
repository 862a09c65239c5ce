"""What happened while a language model wrote, and what it cost."""

from dataclasses import dataclass, field

from assistant.generation.errors import Fault
from assistant.verifier import Dropped


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
    """

    model: str
    usage: Usage = field(default_factory=Usage)
    dropped: list[Dropped] = field(default_factory=list)
    repaired: list[Dropped] = field(default_factory=list)
    written: int = 0
    fault: Fault | None = None
    completed: bool = False

    @property
    def fallback(self) -> str:
        """Why our own answer was given, whole or in part; empty if the model's was enough."""
        if self.fault:
            return self.fault
        return "unsupported" if self.completed else ""
