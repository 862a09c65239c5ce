"""An answer as it is told: piece by piece, each of them verified before it is given."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace

from assistant.answers import Answer, AnswerSentence, Citation, DraftSentence, Quote
from assistant.citations import Numbering, marked


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer's text; all pieces together are the text, character for character.

    Attributes:
        sentence: the verified sentence it holds; None for words that state nothing.
        so_far: the answer as far as it is told with this piece: its text, sentences and quotes.
            Its id is empty as long as more is being written, since it stands for all of the text.
    """

    text: str
    sentence: AnswerSentence | None = None
    so_far: Answer | None = field(default=None, compare=False, repr=False)


Told = Generator[Piece | Answer, None, None]
"""An answer as it comes: pieces of its text, each verified, then all of it.

Closing it ends what is still being written.
"""


def pieces(answer: Answer) -> Iterator[Piece]:
    """The answer's text, a sentence at a time, with what stands before each."""
    done, told, cited = 0, list[AnswerSentence](), set[int]()

    def so_far() -> Answer:
        quotes = tuple(c for c in answer.citations if c.n in cited)
        text = answer.text[:done]
        return replace(answer, text=text, sentences=tuple(told), citations=quotes, tools=())

    for sentence in answer.sentences:
        written = marked(sentence.text, sentence.citations)
        start = answer.text.find(written, done)
        if start < 0:  # not laid out as a sentence of its own: it comes with what follows
            continue
        end = start + len(written)
        before, done = done, end
        told.append(sentence)
        cited.update(sentence.citations)
        yield Piece(answer.text[before:done], sentence, so_far())
    if done < len(answer.text):
        yield Piece(answer.text[done:], so_far=answer)


class Growing:
    """An answer that is being written: gives a piece for each sentence that stands.

    Args:
        begun: the answer with nothing said yet.
        cite: the citation of a quote by its number.
    """

    def __init__(self, begun: Answer, cite: Callable[[Quote, int], Citation]) -> None:
        self._so_far = begun
        self._cite = cite
        self._numbering = Numbering()

    @property
    def text(self) -> str:
        """What was told."""
        return self._so_far.text

    def begin(self) -> Piece:
        """A piece without text, for those who want to know at once what is being answered."""
        return Piece("", so_far=self._so_far)

    def add(self, sentence: DraftSentence, *, opening: str = "") -> Piece:
        """The piece of the next sentence; `opening` stands before it, as it is."""
        added = opening + self._numbering.add(sentence)
        cited = [*self._so_far.citations]
        for quote, n in [*self._numbering.numbers.items()][len(cited) :]:
            cited.append(self._cite(quote, n))
        self._so_far = replace(
            self._so_far,
            text=self._so_far.text + added,
            sentences=tuple(self._numbering.sentences),
            citations=tuple(cited),
        )
        return Piece(added, self._numbering.sentences[-1], self._so_far)


def told_whole(answer: Answer) -> Told:
    """An answer that is whole, as one that comes."""
    yield from pieces(answer)
    yield answer


def last(told: Told) -> Answer:
    """The answer that is told, whole."""
    *_, answer = told
    assert isinstance(answer, Answer)  # what is told ends with it
    return answer
