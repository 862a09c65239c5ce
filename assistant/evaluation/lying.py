"""A model that lies on purpose over real evidence: what of it reaches a reader.

It is served over HTTP, so that a lie goes the whole way of a real model's words. For each question
it says the true sentences of the evidence, and lies made of them between.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.assembly import open_assistant, open_catalogue, open_records
from assistant.evaluation.cases import Case
from assistant.evaluation.falsehoods import Planted, planted
from assistant.evaluation.scripted_model import scripted_model
from assistant.generation.cutting import Cutter
from assistant.generation.presenting import exhibits_for
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.verifier import normalised
from index.catalogue import Catalogue
from index.parts import Progress

AT_ONCE = 16
"""Sentences that are said in one answer; a model that goes on for longer is stopped."""


@dataclass(frozen=True, slots=True)
class Lot:
    """What became of the planted sentences of one kind.

    Attributes:
        told: of a lie: it stood in an answer; of a true sentence: it did.
        repaired: put in a document's own words.
        dropped: left out.
    """

    kind: str
    planted: int
    told: int
    repaired: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Lying:
    """What became of everything that the lying model said.

    Attributes:
        questions: that it was asked for.
        lies, truths: by kind.
        leaked: each lie that stood in an answer, with its kind.
        lost: each true sentence that was left out, with its kind.
    """

    questions: int
    lies: Sequence[Lot]
    truths: Sequence[Lot]
    leaked: Sequence[tuple[str, str]]
    lost: Sequence[tuple[str, str]]

    @property
    def stopped(self) -> float:
        """Share of the lies that reached no reader."""
        return 1 - _sum(self.lies, "told") / max(1, _sum(self.lies, "planted"))

    @property
    def lost_share(self) -> float:
        """Share of the true sentences that were left out."""
        return _sum(self.truths, "dropped") / max(1, _sum(self.truths, "planted"))


@dataclass(frozen=True, slots=True)
class _Said:
    """A planted sentence and what became of it."""

    sentence: Planted
    fate: str


def tell_lies(
    cases: Sequence[Case], settings: Settings, *, progress: Progress
) -> tuple[Lying, float]:
    """Have a model lie over the evidence of each English question that documents answer.

    Args:
        settings: whose programme is asked; its language model is left alone.

    Returns:
        What became of it, and the milliseconds a sentence took from the wire to the check.

    Raises:
        IndexMissingError: no index was built.
        ModelUnavailableError: the embedding model was not prepared on this machine.
    """
    asked = [case.q for case in cases if case.lang == "en" and not case.h]
    speech: list[str] = [""]
    said: list[_Said] = []
    questions, ms = 0, 0.0
    how = settings.generation.model_copy(update={"cache": False, "follow_up": False})
    records = open_records(settings)
    places = [city.name for city in records.cities] if records else []
    with scripted_model(lambda system, user: speech[0]) as model:
        own = settings.model_copy(update={"llm": model, "generation": how})
        assistant, catalogue = open_assistant(own), open_catalogue(own)
        for done, question in enumerate(asked, start=1):
            sentences = _planted(assistant, catalogue, question, places, most=how.exhibits)
            heard = False
            for start in range(0, len(sentences), AT_ONCE):
                batch = sentences[start : start + AT_ONCE]
                speech[0] = "\n".join(f"{s.text} {_markers(s)}" for s in batch)
                fates, spent = _fates(assistant, question, batch)
                said += fates
                ms += spent
                heard = heard or bool(fates)
            questions += heard
            progress("Lying", done, len(asked))
    return _lying(questions, said), round(ms / max(1, len(said)), 2)


def lying_line(found: Lying) -> str:
    """The figures in one line."""
    return (
        f"lies: {100 * found.stopped:.1f} % of {_sum(found.lies, 'planted')} stopped, "
        f"{100 * found.lost_share:.1f} % of {_sum(found.truths, 'planted')} true sentences lost"
    )


def _planted(
    assistant: Assistant, catalogue: Catalogue, question: str, places: Sequence[str], *, most: int
) -> list[Planted]:
    """What is said to a question, each sentence once; nothing where a tool answers."""
    drafted = assistant.draft(question)
    if drafted.draft.status not in {"answered", "partial"} or not drafted.documentary:
        return []
    exhibits = exhibits_for(
        drafted.draft.sentences, drafted.trace.candidates, catalogue=catalogue, most=most
    )
    shown = [exhibit for exhibit in exhibits if exhibit.origin == "document"]
    every = planted(shown, places=places)
    carried = {normalised(exhibit.text) for exhibit in shown}
    # A lie that some other evidence says to the letter is none.
    fit = [s for s in every if s.true or normalised(s.text) not in carried]
    return list({normalised(s.text): s for s in reversed(fit)}.values())[::-1]


def _fates(
    assistant: Assistant, question: str, batch: Sequence[Planted]
) -> tuple[list[_Said], float]:
    """What became of each sentence; nothing if the model was not asked to write."""
    answer, trace = assistant.explain(question)
    record = trace.generation
    if record is None or not record.usage.calls:
        return [], 0.0
    told = {normalised(s.text) for s in answer.sentences}
    repaired = {normalised(d.text) for d in record.repaired}
    dropped = {normalised(d.text) for d in record.dropped}

    def fate(sentence: Planted) -> str:
        pieces = set(_cut(sentence.text))
        if pieces & dropped:
            return "dropped"
        if pieces & repaired:
            return "repaired"
        if pieces <= told or sentence.true:  # of a true one, what was said before is not repeated
            return "told"
        return "dropped"

    return [_Said(sentence, fate(sentence)) for sentence in batch], record.usage.ms


def _cut(text: str) -> Iterator[str]:
    cutter = Cutter("en")
    for written in (*cutter.feed(text), *cutter.end()):
        yield normalised(written.text)


def _markers(sentence: Planted) -> str:
    return "".join(f"[{n}]" for n in sentence.cited)


def _lying(questions: int, said: Sequence[_Said]) -> Lying:
    lies = [one for one in said if not one.sentence.true]
    truths = [one for one in said if one.sentence.true]
    return Lying(
        questions=questions,
        lies=_lots(lies),
        truths=_lots(truths),
        leaked=[(s.sentence.kind, s.sentence.text) for s in lies if s.fate == "told"],
        lost=[(s.sentence.kind, s.sentence.text) for s in truths if s.fate == "dropped"],
    )


def _lots(said: Sequence[_Said]) -> list[Lot]:
    counts: Mapping[tuple[str, str], int] = Counter((s.sentence.kind, s.fate) for s in said)
    kinds = sorted({s.sentence.kind for s in said})
    return [
        Lot(
            kind,
            planted=sum(s.sentence.kind == kind for s in said),
            told=counts.get((kind, "told"), 0),
            repaired=counts.get((kind, "repaired"), 0),
            dropped=counts.get((kind, "dropped"), 0),
        )
        for kind in kinds
    ]


def _sum(lots: Sequence[Lot], name: str) -> int:
    return sum(getattr(lot, name) for lot in lots)
