"""An answer as it is told: piece by piece, each of them verified before it is given."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answers import Answer, AnswerSentence
from assistant.citations import marked


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer's text; all pieces together are the text, character for character.

    Attributes:
        sentence: the verified sentence it holds; None for words that state nothing.
    """

    text: str
    sentence: AnswerSentence | None = None


def pieces(answer: Answer) -> Iterator[Piece]:
    """The answer's text, a sentence at a time, with what stands before each."""
    done = 0
    for sentence in answer.sentences:
        written = marked(sentence.text, sentence.citations)
        start = answer.text.find(written, done)
        if start < 0:  # not laid out as a sentence of its own: it comes with what follows
            continue
        end = start + len(written)
        yield Piece(answer.text[done:end], sentence)
        done = end
    if done < len(answer.text):
        yield Piece(answer.text[done:])
