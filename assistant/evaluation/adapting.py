"""Learning the programme's adapter from questions with known answers: `make adapter`.

Each question is put to the assistant as it stands. Where it goes to the documents whole, the
sentences that were found are its lesson: those that hold what a right answer holds answer it, those
that hold some of it teach nothing, and for a question without an answer none does. What the adapter
is worth is told first, by lessons that it has not seen.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from assistant.assembly import open_assistant, open_catalogue, prepared_model
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.evaluation.cases import Case, read_cases
from assistant.evaluation.verdicts import comparable, holds_one
from assistant.evidence import Candidate
from assistant.pipeline import Assistant
from assistant.settings import read_settings
from assistant.silences import is_silence
from assistant.trace import Trace
from corpus.documents import Document
from index.adapter import FILE, Adapter
from index.adapter_training import Lesson, learn

LOOKED_AT = 16
"""Sentences of each question's, the likeliest."""

ASKED = 3
"""What a question counts that was asked as people ask, beside one written for learning."""

LISTED_FROM = 0.3
"""Least support of the sentence that answers a question which its document lists."""

HELD_OUT = 5
"""One lesson in so many is held out to tell what the adapter is worth."""


def lessons(assistant: Assistant, cases: Sequence[Case], *, weight: int) -> Iterator[Lesson]:
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
        yield Lesson(
            trace.vectors[0],
            np.stack([c.sentence.vector for c, _ in known]),
            np.array([c.unlearned for c, _ in known]),
            np.array([answer for _, answer in known]),
            weight,
        )


def listed(assistant: Assistant, documents: Sequence[Document]) -> Iterator[Lesson]:
    """What the questions teach that documents list: the likeliest sentence of each answers."""
    for document in documents:
        for question in document.questions:
            trace = _traced(assistant, Case(id="", kind="fact", q=question))
            if trace is None or trace.questions[0].asking.gathers:
                continue
            own = [c for c in _likeliest(trace.candidates) if c.found.document.id == document.id]
            if own and own[0].support >= LISTED_FROM:
                yield Lesson(
                    trace.vectors[0],
                    own[0].sentence.vector[None],
                    np.array([own[0].unlearned]),
                    np.array([True]),
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


def worth(taught: Sequence[Lesson], adapter: Adapter | None) -> str:
    """How often the likeliest sentence answers, and how often it is rightly taken or refused."""
    first, right, answered = 0, 0, 0
    for lesson in taught:
        sure = lesson.log_odds
        if adapter:
            sure = sure + adapter.log_odds(adapter.adapt(lesson.question), lesson.sentences)
        best = int(np.argmax(sure))
        answered += bool(lesson.answers.any())
        first += bool(lesson.answers[best])
        taken = sure[best] > 0.0
        right += bool(lesson.answers[best]) if taken else not lesson.answers.any()
    share = right / len(taught)
    return f"first sentence right {first / answered:.3f}, taken or refused right {share:.3f}"


def main() -> None:
    """Learn from question sets, say what it is worth, and write the adapter."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--written", type=Path, required=True, help="questions written for this")
    parser.add_argument("--asked", type=Path, action="append", default=[], help="as people ask")
    given = parser.parse_args()
    settings = read_settings()
    model = prepared_model(settings)
    assistant = open_assistant(settings)
    catalogue = open_catalogue(settings)
    documents = frozenset(catalogue.document_ids())
    taught = list(lessons(assistant, read_cases(given.written), weight=1))
    taught += listed(assistant, catalogue.documents())
    for path in given.asked:
        taught += lessons(assistant, read_cases(path), weight=ASKED)
    held = taught[::HELD_OUT]
    seen = [lesson for n, lesson in enumerate(taught) if n % HELD_OUT]
    trial = learn(seen, model_digest=model.digest, documents=documents)
    sys.stdout.write(
        f"{len(taught)} lessons; of {len(held)} held out:\n"
        f"  without an adapter: {worth(held, None)}\n  with one: {worth(held, trial)}\n"
    )
    made = learn(taught, model_digest=model.digest, documents=documents)
    path = settings.programme / FILE
    path.write_bytes(made.to_bytes())
    sys.stdout.write(f"Written to {path}. Bring the index up to date: assistant index build\n")


if __name__ == "__main__":
    main()
