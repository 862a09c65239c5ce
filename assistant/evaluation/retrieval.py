"""Retrieval measures, from ir-measures (the reckoning is trec_eval's)."""

from collections.abc import Mapping, Sequence

RECALL, GAIN, RECIPROCAL_RANK, SUCCESS = "R@5", "nDCG@10", "RR", "Success@5"
MEASURES = (RECALL, GAIN, RECIPROCAL_RANK, SUCCESS)
"""Share of the gold found in the first five; gain of the first ten; reciprocal rank of the first
gold; whether any gold is in the first five."""

Scores = Mapping[str, float]
"""A measure's name to its value, 0 to 1."""


def retrieval_scores(
    gold: Mapping[str, Sequence[str]], rankings: Mapping[str, Sequence[str]]
) -> dict[str, Scores]:
    """The measures of each question that has gold.

    Args:
        gold: question id to ids of what should be found; all count alike.
        rankings: question id to ids of what was found, best first, without repeats; a question
            without a ranking found nothing.
    """
    import ir_measures  # an extra; only where something is measured

    qrels = {question: dict.fromkeys(ids, 1) for question, ids in gold.items() if ids}
    # Scores that fall by one a place keep our order; equal ones would be put in order of id.
    found = {
        question: {id_: float(len(ids) - place) for place, id_ in enumerate(ids)}
        for question, ids in rankings.items()
        if question in qrels and ids
    }
    scores: dict[str, dict[str, float]] = {q: dict.fromkeys(MEASURES, 0.0) for q in qrels}
    if found:
        measures = [ir_measures.parse_measure(name) for name in MEASURES]
        for metric in ir_measures.iter_calc(measures, qrels, found):
            scores[metric.query_id][str(metric.measure)] = round(float(metric.value), 6)
    return {question: dict(own) for question, own in scores.items()}


def mean_scores(scores: Sequence[Scores]) -> Scores:
    """The mean of each measure; empty without questions."""
    if not scores:
        return {}
    return {name: round(sum(own[name] for own in scores) / len(scores), 4) for name in MEASURES}
