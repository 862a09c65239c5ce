"""How long answers took, beside what the embedder alone needs."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.evaluation.asking import Exchange


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds an answer.

    Attributes:
        p95: nineteen of twenty answers took at most this.
        searched_median: of the answers that looked into the documents; tools are faster.
        embedding_median: of the embedder alone, for the questions of those answers.
        ratio: of these two.
    """

    median: float
    p95: float
    searched_median: float | None
    embedding_median: float | None
    ratio: float | None


def latencies(exchanges: Sequence[Exchange]) -> Latency:
    """The figures over all exchanges, of which there is one at least."""
    times = [exchange.answer_ms for exchange in exchanges]
    searched = [exchange for exchange in exchanges if exchange.found]
    own = statistics.median([e.answer_ms for e in searched]) if searched else None
    floor = statistics.median([e.embedding_ms for e in searched]) if searched else None
    return Latency(
        median=round(statistics.median(times), 2),
        p95=round(float(np.percentile(times, 95)), 2),
        searched_median=None if own is None else round(own, 2),
        embedding_median=None if floor is None else round(floor, 2),
        ratio=round(own / floor, 2) if own and floor else None,
    )


def latency_line(latency: Latency) -> str:
    """The figures in one line."""
    line = f"median answer {latency.median:.1f} ms, 95 of 100 within {latency.p95:.1f} ms"
    if latency.ratio is None:
        return line
    return f"{line}; from documents {latency.ratio:.1f} times the embedder's own median"
