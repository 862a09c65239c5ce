"""What is indexed and asked: an outside set, or the shipped programme with its own questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assistant.evaluation.cases import read_cases
from assistant.evaluation.outside.programme import write_programme
from assistant.evaluation.outside.sets import OutsideSet, read_outside
from corpus.chunker import ChunkerSettings, chunk
from corpus.programme import SHIPPED, read_programme
from tests.benchmarks.peers.jobs import Text

MOST_PASSAGES = 2000

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class BenchSet:
    """Passages and questions, the same for every system.

    Attributes:
        passages: with their titles as a first line.
        gold: question id to ids of what should be found.
        named: id of a passage to the id that gold is told by; `ours` the same for our documents.
        programme: folder that our own system indexes.
        limit: how many passages are asked for, so that ten different golds can be among them.
        source: in words, what it is.
    """

    name: str
    source: str
    passages: Sequence[Text]
    questions: Sequence[Text]
    gold: Mapping[str, Sequence[str]]
    named: Mapping[str, str]
    ours: Mapping[str, str]
    programme: Path
    limit: int


def outside(folder: Path, workshop: Path, *, limit: int) -> BenchSet:
    """An outside set; a passage is a unit, and a question its published rewrite if it has one.

    Args:
        workshop: where a programme folder of its passages is written.
        limit: at most so many questions, of those that have gold, spread evenly.
    """
    read = _cut(read_outside(folder), limit)
    programme = workshop / "programme"
    ours = write_programme(read, programme)
    kept = set(ours.values())
    passages = [
        Text(id=passage.id, text=f"{passage.title}\n{passage.text}")
        for passage in read.passages
        if passage.id in kept
    ]
    return BenchSet(
        name=read.name,
        source="passages and questions by others",
        passages=passages,
        questions=[Text(id=q.id, text=q.rewrite or q.question) for q in read.questions],
        gold={q.id: q.gold_passage_ids for q in read.questions},
        named={passage.id: passage.id for passage in passages},
        ours=ours,
        programme=programme,
        limit=10,
    )


def shipped(chunker: ChunkerSettings, *, limit: int) -> BenchSet:
    """The shipped programme, in our own passages; gold are the documents that state the answer."""
    cases = [
        case
        for case in read_cases(SHIPPED / "questions" / "development.yaml")
        if case.src and case.tool is None and not case.h
    ]
    documents = read_programme(SHIPPED).documents
    cut = [(document, piece) for document in documents for piece in chunk(document, chunker)]
    chosen = spread(cases, limit)
    return BenchSet(
        name="shipped programme",
        source="its documents in our passages, development questions that no tool answers",
        passages=[
            Text(id=p.id, text=f"{d.title}\n{d.text[p.span.start : p.span.end]}") for d, p in cut
        ],
        questions=[Text(id=case.id, text=case.q) for case in chosen],
        gold={case.id: case.src for case in chosen},
        named={piece.id: document.id for document, piece in cut},
        ours={document.id: document.id for document in documents},
        programme=SHIPPED,
        limit=30,
    )


def spread(items: Sequence[_Item], limit: int) -> list[_Item]:
    """At most so many, evenly from first to last."""
    count = min(limit, len(items))
    return [items[n * len(items) // count] for n in range(count)]


def _cut(read: OutsideSet, limit: int) -> OutsideSet:
    """A sample: questions that have gold, their gold, and other passages beside it."""
    questions = spread([q for q in read.questions if q.gold_passage_ids], limit)
    gold = {id_ for question in questions for id_ in question.gold_passage_ids}
    others = spread([p.id for p in read.passages if p.id not in gold], MOST_PASSAGES - len(gold))
    kept = gold.union(others)
    return OutsideSet(
        name=read.name,
        folder=read.folder,
        language=read.language,
        passages=[passage for passage in read.passages if passage.id in kept],
        questions=questions,
        withheld=None,
    )
