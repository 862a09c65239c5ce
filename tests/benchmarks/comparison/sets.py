"""What is indexed and asked: an outside set, or the shipped programme with its own questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assistant.evaluation.cases import read_cases
from assistant.evaluation.outside.programme import write_programme
from assistant.evaluation.outside.sets import (
    OutsidePassage,
    OutsideQuestion,
    OutsideSet,
    read_outside,
)
from corpus.chunker import ChunkerSettings, chunk
from corpus.programme import SHIPPED, read_programme
from tests.benchmarks.peers.jobs import Text

MOST_PASSAGES = 2000
"""Of an outside set."""

FEW_PASSAGES, MOST_SOURCES = 150, 3
"""Of the shipped programme, which is indexed where no outside set is given, to be quick; documents
that answer one of its questions."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class BenchSet:
    """Passages and questions, the same for every system.

    Attributes:
        passages: with their titles as a first line.
        gold: question id to ids of what should be found.
        named: id of a passage to the id that gold is told by.
        ours: id of the document that our programme has for a passage to the passage's.
        programme: folder that our own system indexes; `read` the same as it was read.
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
    read: OutsideSet
    limit: int


def outside(folder: Path, workshop: Path, *, limit: int, passages: int) -> BenchSet:
    """An outside set; a passage is a unit, and a question its published rewrite if it has one.

    Args:
        workshop: where a programme folder of its passages is written.
        limit: at most so many questions, of those that have gold, spread evenly.
        passages: at most so many, the gold first.
    """
    read = _cut(read_outside(folder), limit, passages)
    return _bench_set(
        read,
        workshop,
        source="passages and questions by others",
        named={passage.id: passage.id for passage in read.passages},
        limit=10,
    )


def shipped(chunker: ChunkerSettings, workshop: Path, *, limit: int) -> BenchSet:
    """Some documents of the shipped programme, in passages; gold are the documents.

    Questions that a tool answers are left out, and those that many documents answer.

    Args:
        workshop, limit: as for `outside`.
    """
    cut = {
        document.id: [
            OutsidePassage(
                id=piece.id,
                doc_id=document.id,
                title=document.title,
                text=document.text[piece.span.start : piece.span.end],
            )
            for piece in chunk(document, chunker)
        ]
        for document in read_programme(SHIPPED).documents
    }
    asked, kept = [], dict[str, list[OutsidePassage]]()
    for case in read_cases(SHIPPED / "questions" / "development.yaml"):
        if case.tool or case.h or not 1 <= len(case.src) <= MOST_SOURCES:
            continue
        wider = kept | {id_: cut[id_] for id_ in case.src}
        if sum(map(len, wider.values())) <= FEW_PASSAGES:
            kept = wider
            asked.append(case)
    passages = [passage for pieces in kept.values() for passage in pieces]
    read = OutsideSet(
        name="shipped programme",
        folder=SHIPPED,
        language="en",
        passages=passages,
        questions=[
            OutsideQuestion(id=case.id, question=case.q, gold_passage_ids=case.src)
            for case in spread(asked, limit)
        ],
        withheld=None,
    )
    return _bench_set(
        read,
        workshop,
        source="some of its documents, and development questions that they answer",
        named={passage.id: passage.doc_id for passage in passages},
        limit=30,
    )


def _bench_set(
    read: OutsideSet, workshop: Path, *, source: str, named: Mapping[str, str], limit: int
) -> BenchSet:
    programme = workshop / "programme"
    own = write_programme(read, programme)
    kept = set(own.values())  # a passage without text is none
    return BenchSet(
        name=read.name,
        source=source,
        passages=[
            Text(id=passage.id, text=f"{passage.title}\n{passage.text}")
            for passage in read.passages
            if passage.id in kept
        ],
        questions=[Text(id=q.id, text=q.rewrite or q.question) for q in read.questions],
        gold={q.id: q.gold_passage_ids for q in read.questions},
        named=named,
        ours=own,
        programme=programme,
        read=read,
        limit=limit,
    )


def spread(items: Sequence[_Item], limit: int) -> list[_Item]:
    """At most so many, evenly from first to last."""
    count = min(limit, len(items))
    return [items[n * len(items) // count] for n in range(count)]


def _cut(read: OutsideSet, limit: int, passages: int) -> OutsideSet:
    """A sample: questions that have gold, their gold, and other passages beside it."""
    questions = spread([q for q in read.questions if q.gold_passage_ids], limit)
    gold = {id_ for question in questions for id_ in question.gold_passage_ids}
    others = spread([p.id for p in read.passages if p.id not in gold], max(0, passages - len(gold)))
    kept = gold.union(others)
    return OutsideSet(
        name=read.name,
        folder=read.folder,
        language=read.language,
        passages=[passage for passage in read.passages if passage.id in kept],
        questions=questions,
        withheld=None,
    )
