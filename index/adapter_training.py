"""Learning an adapter: from questions, what was found for them, and which of it answers.

Needs the extra `prepare` (torch, imported inside functions only).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.adapter import Adapter, digest_of

if TYPE_CHECKING:
    import torch

RANK = 128
"""Width of the product of matrices."""

ROUNDS = 30
"""Times that each question is seen."""

RATE, DECAY, BATCH = 2e-3, 0.1, 32
LEAST_RATE = 0.05
"""Share of the rate that is left in the end."""

SMALL = 0.05
"""Spread of the matrices to begin with."""

DROPPED, NOISE = 0.3, 0.3
"""Share of the product's width left out at random, and length of what is added to a question's
vector at random, beside its own of 1: both keep it from learning questions by heart."""

START = 5.0
"""What nearness weighs to begin with, in log-odds."""

UNRELATED = 0.85
"""Cosine of vectors that have little to do with each other."""

PENALTY = 1e-4
"""Of the squared weights that tell gatherings."""

GATHERED_SHARE = 0.3
"""What all gatherings count beside all other questions."""

MISTAKEN = 0.005
"""Share of other questions that may be taken for gatherings."""

_SPREAD = 20.0
"""By which products of vectors, which are small, become log-odds."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with sentences that were found for it.

    Attributes:
        question: its vectors, shape (2, dimensions): of the last layer and of the halfway one.
        texts: of the sentences.
        sentences: their vectors, shape (sentences, 2, dimensions).
        log_odds: by all other signs, that each answers; shape (sentences,).
        answers: whether each does; all are False if nothing answers the question.
        weight: how many times it counts.
    """

    question: NDArray[np.float32]
    texts: Sequence[str]
    sentences: NDArray[np.float32]
    log_odds: NDArray[np.float64]
    answers: NDArray[np.bool_]
    weight: int = 1

    @property
    def cosines(self) -> NDArray[np.float32]:
        """Of the sentences to the question, by the last layer; shape (sentences,)."""
        found: NDArray[np.float32] = np.einsum("ij,j->i", self.sentences[:, 0], self.question[0])
        return found


def learn(
    lessons: Sequence[Lesson],
    *,
    model_digest: str,
    sentences: Mapping[str, NDArray[np.float32]],
    gathering: NDArray[np.float32],
) -> Adapter:
    """The adapter that makes these lessons most likely; the same lessons give the same adapter.

    Two things are asked of it at once: that what answers comes before what does not, and that the
    best of what was found tells by its log-odds whether it answers.

    Args:
        model_digest: of the embedding model whose vectors these are.
        sentences: vectors, shape (2, dimensions), of all that the documents hold, by text.
        gathering: from `learn_gathering`.
    """
    import torch
    from torch.nn import functional

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # more give sums in another order
    try:
        chance = torch.Generator().manual_seed(0)
        every = [lesson for lesson in lessons for _ in range(lesson.weight)]
        packed = _Packed.of(every)
        width = packed.question.shape[-1]
        left, right = (
            (torch.randn((width, RANK), generator=chance) * SMALL).requires_grad_()
            for _ in range(2)
        )
        nearness = torch.tensor(START, requires_grad=True)
        constant = torch.zeros(1, requires_grad=True)
        optimiser = torch.optim.AdamW(
            [
                {"params": [left, right], "weight_decay": DECAY},
                {"params": [nearness, constant], "weight_decay": 0.0},
            ],
            lr=RATE,
        )
        batches = [
            some
            for _ in range(ROUNDS)
            for some in torch.randperm(len(every), generator=chance).split(BATCH)  # type: ignore[no-untyped-call]
        ]
        for step, rows in enumerate(batches):
            some = packed.take(rows)
            noise = torch.randn(some.question.shape, generator=chance) * NOISE / width**0.5
            asked = functional.normalize(some.question + noise, dim=-1)
            narrow = (some.sentences @ right) * (asked @ left)[:, None]
            kept = (torch.rand(narrow.shape, generator=chance) >= DROPPED) / (1.0 - DROPPED)
            found = (
                some.log_odds
                + nearness * (some.cosines - UNRELATED)
                + _SPREAD * (narrow * kept).sum(-1)
                + constant
            )
            loss = _loss(found, some)
            for group in optimiser.param_groups:
                group["lr"] = RATE * max(LEAST_RATE, 1.0 - step / len(batches))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    finally:
        torch.set_num_threads(threads)
    by_digest = {digest_of(text): vectors for text, vectors in sentences.items()}
    digests = sorted(by_digest)
    known = torch.tensor(np.stack([_joined(by_digest[digest]) for digest in digests]))
    near = float(nearness.detach())
    return Adapter(
        model_digest=model_digest,
        question=(_SPREAD * left.detach()).numpy() * _UNIT,
        digests=np.array(digests, np.uint64),
        sentences=(known @ right.detach()).numpy(),
        nearness=near,
        constant=float(constant.detach()) - UNRELATED * near,
        gathering=gathering,
    )


def learn_gathering(
    gathered: NDArray[np.float32], single: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Weights that tell questions for whoever did a thing from those on one thing.

    Ridge regression in closed form. Of the questions on one thing, `MISTAKEN` are taken for the
    other kind where they were not learned from.

    Args:
        gathered, single: the questions' vectors of both layers, shape (questions, 2, dimensions).

    Returns:
        As `Adapter.gathering`.
    """
    halves = [
        (_told(gathered, single[n::2]), _with_one(single[1 - n :: 2]))  # learned from, held back
        for n in (0, 1)
    ]
    held_back = np.concatenate([others @ weights for weights, others in halves])
    weights = _told(gathered, single)
    weights[-1] -= np.quantile(held_back, 1.0 - MISTAKEN)
    return weights.astype(np.float32)


def _told(gathered: NDArray[np.float32], single: NDArray[np.float32]) -> NDArray[np.float64]:
    rows = np.concatenate([_with_one(gathered), _with_one(single)])
    wanted = np.repeat([1.0, -1.0], [len(gathered), len(single)])
    # Both kinds count, though there are far more of the one.
    shares = [GATHERED_SHARE / len(gathered), 1.0 / len(single)]
    weight = np.repeat(shares, [len(gathered), len(single)])
    square = rows.T @ (rows * weight[:, None]) + PENALTY * np.eye(rows.shape[1])
    told: NDArray[np.float64] = np.linalg.solve(square, rows.T @ (weight * wanted))
    return told


def _with_one(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    both = vectors.reshape(len(vectors), -1).astype(np.float64)
    return np.concatenate([both, np.ones((len(both), 1))], axis=1)


_UNIT = np.float32(0.5**0.5)
"""By which two unit vectors, joined, make one of unit length."""


def _joined(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vectors of two layers as one: shape (…, 2, dimensions) to (…, 2 * dimensions)."""
    return vectors.reshape(*vectors.shape[:-2], -1) * _UNIT


@dataclass(frozen=True, slots=True)
class _Packed:
    """Lessons as tensors; those with fewer sentences are filled up with some that do not count."""

    question: "torch.Tensor"
    sentences: "torch.Tensor"
    cosines: "torch.Tensor"
    log_odds: "torch.Tensor"
    answers: "torch.Tensor"
    counts: "torch.Tensor"

    @classmethod
    def of(cls, lessons: Sequence[Lesson]) -> "_Packed":
        import torch

        most = max(len(lesson.answers) for lesson in lessons)
        question = torch.tensor(np.stack([_joined(lesson.question) for lesson in lessons]))
        sentences = torch.zeros(len(lessons), most, question.shape[1])
        cosines, log_odds, answers, counts = (torch.zeros(len(lessons), most) for _ in range(4))
        for n, lesson in enumerate(lessons):
            size = len(lesson.answers)
            sentences[n, :size] = torch.tensor(_joined(lesson.sentences))
            cosines[n, :size] = torch.tensor(lesson.cosines)
            log_odds[n, :size] = torch.tensor(lesson.log_odds)
            answers[n, :size] = torch.tensor(lesson.answers)
            counts[n, :size] = 1.0
        return cls(question, sentences, cosines, log_odds, answers, counts)

    def take(self, rows: "torch.Tensor") -> "_Packed":
        return _Packed(*(getattr(self, field.name)[rows] for field in fields(self)))


_NEVER = -30.0
"""Log-odds of what does not count."""

_EACH = 4.0
"""What it counts that each sentence is told right, beside that the best one is."""


def _loss(found: "torch.Tensor", some: _Packed) -> "torch.Tensor":
    import torch
    from torch.nn import functional

    single = functional.binary_cross_entropy_with_logits(found, some.answers, reduction="none")
    each = _EACH * (single * some.counts).sum(1) / some.counts.sum(1)
    open_ = found.masked_fill(some.counts == 0, _NEVER)
    right = torch.logsumexp(open_.masked_fill(some.answers == 0, _NEVER), 1)
    ranked = torch.logsumexp(open_, 1) - right + functional.softplus(-right)
    silent = functional.softplus(open_.max(1).values)
    is_answered = (some.answers.sum(1) > 0).float()
    return (each + is_answered * ranked + (1.0 - is_answered) * silent).mean()
