"""Merging a dense and a lexical ranking of the same question."""

from collections.abc import Container, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question.

    Attributes:
        score: fused, 0 to 1; compares only within one ranking.
        cosine: similarity of question and passage, -1 to 1; None if the dense ranking lacks it.
        bm25: lexical score, above 0; None if the lexical ranking lacks it.
    """

    passage_id: str
    score: float
    cosine: float | None
    bm25: float | None


def fuse(
    dense: Sequence[tuple[str, float]],
    lexical: Sequence[tuple[str, float]],
    *,
    spoken: Container[str],
    dense_weight: float = 0.5,
) -> list[Hit]:
    """Merge rankings by normalised scores, best first, ties in order of passage id.

    Cosines are scaled so that the best is 1 and the worst 0, BM25 scores so that the best is 1;
    a passage missing from a ranking gets 0 there. Where words cannot meet, since nothing shares
    any with the question or the passage is in another language, the dense score decides alone.

    Args:
        dense: passage id and cosine.
        lexical: passage id and BM25 score.
        spoken: ids of the passages in the question's language.
        dense_weight: share of the dense score, 0 to 1.

    Source: linear fusion as measured best in same-language retrieval (see DECISIONS.md).
    """
    cosines, scores = dict(dense), dict(lexical)
    low, high = min(cosines.values(), default=0.0), max(cosines.values(), default=0.0)
    spread = (high - low) or 1.0
    top = max(scores.values(), default=0.0) or 1.0
    hits = []
    for passage_id in cosines.keys() | scores.keys():
        cosine, bm25 = cosines.get(passage_id), scores.get(passage_id)
        dense_part = 0.0 if cosine is None else (cosine - low) / spread
        lexical_part = 0.0 if bm25 is None else bm25 / top
        weight = dense_weight if lexical and passage_id in spoken else 1.0
        score = weight * dense_part + (1 - weight) * lexical_part
        hits.append(Hit(passage_id, score, cosine, bm25))
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))
