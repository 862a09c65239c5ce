"""Learning the programme's adapter from questions with known answers: `make adapter`.

Each question is put to the assistant as it stands. Where it goes to the documents whole, the
sentences that were found are its lesson: those that hold what a right answer holds answer it, those
that hold some of it teach nothing, and for a question without an answer none does. What the adapter
is worth is told first, by lessons that it has not seen.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.assembly import open_assistant, open_catalogue, prepared_model
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.evaluation.cases import Case, read_cases
from assistant.evaluation.verdicts import comparable, holds_one
from assistant.evidence import Candidate
from assistant.pipeline import Assistant
from assistant.questions import QuestionReader
from assistant.settings import read_settings
from assistant.silences import is_silence
from assistant.trace import Trace
from corpus.documents import Document
from index.adapter import FILE, Adapter
from index.adapter_training import Lesson, learn, learn_gathering
from index.catalogue import Catalogue
from index.embedder import Embedder

LOOKED_AT = 16
"""Sentences of each question's, the likeliest."""

ASKED = 3
"""What a question counts that was asked as people ask, beside one written for learning."""

LISTED_FROM = 0.3
"""Least support of the sentence that answers a question which its document lists."""

HELD_OUT = 5
"""One lesson in so many is held out to tell what the adapter is worth."""


SEVERAL = ("list", "multi", "lingual")
"""Kinds of questions that may ask for whoever did a thing."""


Vectors = Callable[[str], NDArray[np.float32]]
"""Gives a sentence its vectors, shape (2, dimensions)."""


def lessons(
    assistant: Assistant, cases: Sequence[Case], *, weight: int, vectors: Vectors
) -> Iterator[Lesson]:
    """What a question set teaches; what goes to tools, or is answered in parts, teaches nothing."""
    for case in cases:
        refused = case.wanted == ("refused",)
        if case.kind == "multi" or not (refused or (case.all and case.wanted == ("answered",))):
            continue
        trace = _traced(assistant, case)
        if trace is None or trace.questions[0].asking.gathers:
            continue
        told = [(c, not refused and _answers(case, c)) for c in _likeliest(trace.candidates)]
        known = [(c, answer) for c, answer in told if answer is not None]
        if not known or not (refused or any(answer for _, answer in known)):
            continue
        yield _lesson(trace, known, vectors=vectors, weight=weight)


def listed(
    assistant: Assistant, documents: Sequence[Document], *, vectors: Vectors
) -> Iterator[Lesson]:
    """What the questions teach that documents list: the likeliest sentence of each answers."""
    for document in documents:
        for question in document.questions:
            trace = _traced(assistant, Case(id="", kind="fact", q=question))
            if trace is None or trace.questions[0].asking.gathers:
                continue
            own = [c for c in _likeliest(trace.candidates) if c.found.document.id == document.id]
            if own and own[0].support >= LISTED_FROM:
                yield _lesson(trace, [(own[0], True)], vectors=vectors)


def _lesson(
    trace: Trace, told: Sequence[tuple[Candidate, bool]], *, vectors: Vectors, weight: int = 1
) -> Lesson:
    (asked, *_) = trace.vectors
    texts = [candidate.sentence.text for candidate, _ in told]
    return Lesson(
        np.stack([asked.last, asked.halfway]),
        texts,
        np.stack([vectors(text) for text in texts]),
        np.array([candidate.unlearned for candidate, _ in told]),
        np.array([answer for _, answer in told]),
        weight,
    )


def _traced(assistant: Assistant, case: Case) -> Trace | None:
    history: list[Turn] = []
    try:
        for earlier in case.h:
            reply, _ = assistant.work_out(earlier, history)
            history += [Turn(role="user", content=earlier)]
            history += [Turn(role="assistant", content=reply.text)]
        _, trace = assistant.work_out(case.q, history)
    except InvalidQuestionError:
        return None
    whole = trace.route == "documents" and len(trace.questions) == 1 and trace.candidates
    return trace if whole else None


def _likeliest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that may well answer; of what is not known the documents tell by rules of their own."""
    spoken = [c for c in candidates if not is_silence(c.sentence.text)]
    return sorted(spoken, key=lambda c: -c.support)[:LOOKED_AT]


def _answers(case: Case, candidate: Candidate) -> bool | None:
    """Whether a sentence answers; None if it tells some of it."""
    text = comparable(candidate.sentence.text)
    held = [holds_one(text, group) for group in case.all]
    return all(held) if all(held) or not any(held) else None


def forms(
    gatherings: Sequence[Case],
    asked: Sequence[Case],
    written: Sequence[Case],
    *,
    reader: QuestionReader,
    vectors: Vectors,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Vectors of questions for whoever did a thing, and of those on one thing.

    Shape (questions, 2, dimensions). The first are the gatherings, and those of the `asked` that
    show it by their words; the others are of the `written`, which ask for one thing each.

    Args:
        vectors: gives a question its vectors.
    """

    def shows_it(case: Case) -> bool:
        read = reader.read(case.q, case.lang)
        return read.asking.gathers and not read.places

    several = [*gatherings, *(c for c in asked if c.kind in SEVERAL and not c.h and shows_it(c))]
    single = [c for c in written if not shows_it(c)]
    gathered, others = (np.stack([vectors(c.q) for c in some]) for some in (several, single))
    return gathered, others


def worth(taught: Sequence[Lesson], adapter: Adapter | None) -> str:
    """How often the likeliest sentence answers, and how often it is rightly taken or refused."""
    first, right, answered = 0, 0, 0
    for lesson in taught:
        sure = lesson.log_odds
        if adapter:
            adapted = adapter.adapt(*lesson.question)
            sure = sure + adapter.log_odds(adapted, lesson.texts, lesson.cosines.tolist())
        best = int(np.argmax(sure))
        answered += bool(lesson.answers.any())
        first += bool(lesson.answers[best])
        taken = sure[best] > 0.0
        right += bool(lesson.answers[best]) if taken else not lesson.answers.any()
    share = right / len(taught)
    return f"first sentence right {first / answered:.3f}, taken or refused right {share:.3f}"


def own_documents(catalogue: Catalogue) -> list[Document]:
    """A programme's documents, without what was added to its index on one machine."""
    return [d for d in catalogue.documents() if d.id not in catalogue.added]


def sentences(catalogue: Catalogue) -> Iterator[str]:
    """The texts of all sentences of the programme's own documents, as they are found."""
    for document in own_documents(catalogue):
        for entry in catalogue.passages_of(document.id):
            for span in entry.passage.sentences:
                yield document.text[span.start : span.end]


def main() -> None:
    """Learn from question sets, say what it is worth, and write the adapter."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--written", type=Path, required=True, help="questions written for this")
    parser.add_argument("--asked", type=Path, action="append", default=[], help="as people ask")
    parser.add_argument("--gatherings", type=Path, required=True, help="for whoever did a thing")
    given = parser.parse_args()
    settings = read_settings()
    model = prepared_model(settings)
    assistant = open_assistant(settings)
    catalogue = open_catalogue(settings)
    embedder = Embedder(model)
    vectors = cache(embedder.read_passage)
    written = read_cases(given.written)
    asked = [case for path in given.asked for case in read_cases(path)]
    taught = list(lessons(assistant, written, weight=1, vectors=vectors))
    taught += listed(assistant, own_documents(catalogue), vectors=vectors)
    taught += lessons(assistant, asked, weight=ASKED, vectors=vectors)
    gathering = learn_gathering(
        *forms(
            read_cases(given.gatherings),
            asked,
            written,
            reader=assistant.reader,
            vectors=embedder.read_query,
        )
    )
    known = {text: vectors(text) for text in sentences(catalogue)}
    held = taught[::HELD_OUT]
    seen = [lesson for n, lesson in enumerate(taught) if n % HELD_OUT]
    learned = partial(learn, model_digest=model.digest, sentences=known, gathering=gathering)
    trial = learned(seen)
    sys.stdout.write(
        f"{len(taught)} lessons; of {len(held)} held out:\n"
        f"  without an adapter: {worth(held, None)}\n  with one: {worth(held, trial)}\n"
    )
    made = learned(taught)
    path = settings.programme / FILE
    path.write_bytes(made.to_bytes())
    sys.stdout.write(f"Written to {path}. Bring the index up to date: assistant index build\n")


if __name__ == "__main__":
    main()
