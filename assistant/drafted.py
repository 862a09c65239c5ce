"""An answer of our own before it is verified and written, with what it was made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answers import Draft, DraftSentence, Language
from assistant.conversation import Turn
from assistant.parts import Part, put_together
from assistant.trace import Trace


@dataclass(frozen=True)  # without slots, for what is reckoned once
class Drafted:
    """What would be said to a question, and how it came to that.

    Attributes:
        standalone: the question as it was answered.
        parts: what was answered one by one.
    """

    question: str
    history: Sequence[Turn]
    standalone: str
    language: Language
    parts: Sequence[Part]
    trace: Trace

    @cached_property
    def draft(self) -> Draft:
        """The answers to the parts, put together."""
        return put_together(self.parts, self.language)

    @cached_property
    def documentary(self) -> Sequence[DraftSentence]:
        """The sentences of the draft that the documents gave, and not a tool."""
        own = {
            (sentence.text, tuple(sentence.quotes))
            for part in self.parts
            if part.evidence
            for sentence in part.draft.sentences
        }
        return [s for s in self.draft.sentences if (s.text, tuple(s.quotes)) in own]
