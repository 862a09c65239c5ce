"""Fitting the weights by which evidence is found to be enough: `make calibrate`.

A logistic regression over the signs of best sentences (see `examples`), drawn towards no effect.
What it is worth is told from folds that hold out whole cities, documents and articles. The same
examples give the same weights to the last digit that is printed. Those in force stand in
`assistant.signs`; a fit that does better on questions as people ask them is to be copied there.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.assembly import open_assistant, open_catalogue, open_records
from assistant.evaluation.cases import read_cases
from assistant.evaluation.examples import (
    Example,
    of_cases,
    of_lists,
    of_near_misses,
    of_outside,
)
from assistant.evaluation.near_misses import near_misses
from assistant.evaluation.outside.programme import opened
from assistant.evaluation.outside.sets import read_outside
from assistant.evaluation.outside.vectors import RememberingEncoder
from assistant.evaluation.run import VECTORS
from assistant.places import Gazetteer
from assistant.settings import Settings, read_settings
from assistant.signs import SIGNS, SignWeights
from index.models import prepared

OWN = ("cases", "lists", "near misses")
"""Sources that are of the programme itself."""

OUTSIDE_WEIGHT = 0.15
"""What an example of another programme counts, of which there may be many more."""

SHRINKAGE = 3.0
"""Pull of each weight towards none, in examples."""

FOLDS = 8
FALSE_REFUSALS = (0.02, 0.03, 0.05, 0.1)
STEPS = 50


@dataclass(frozen=True, slots=True)
class Rates:
    """What a least support does to examples.

    Attributes:
        refused: share of those without an answer, by how they came to be so.
    """

    false_refusals: float
    least: float
    refused: dict[str, float]


def fit(examples: Sequence[Example]) -> SignWeights:
    """The weights that make the examples most likely; those refused whatever they are left out."""
    taught = [example for example in examples if not example.refused]
    signs = np.stack([example.signs for example in taught])
    answers = np.array([example.answers for example in taught], float)
    counts = np.array([1.0 if example.source in OWN else OUTSIDE_WEIGHT for example in taught])
    # Questions with an answer and without one count the same, however many of each were made.
    counts[answers > 0] *= counts[answers == 0].sum() / counts[answers > 0].sum()
    mean, spread = signs.mean(axis=0), signs.std(axis=0)
    varies = spread > 0
    scaled = (signs - mean)[:, varies] / spread[varies]
    found = _newton(np.column_stack([np.ones(len(scaled)), scaled]), answers, counts)
    weights = np.zeros(len(SIGNS))
    weights[varies] = found[1:] / spread[varies]
    named = {name: round(float(w), 3) for name, w in zip(SIGNS, weights, strict=True)}
    return SignWeights(**named, constant=round(float(found[0] - weights @ mean), 3))


def _newton(
    columns: NDArray[np.float64], answers: NDArray[np.float64], counts: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Logistic regression by Newton's method; the first column, a constant, is not shrunk."""
    weights = np.zeros(columns.shape[1])
    shrink = np.full(len(weights), SHRINKAGE)
    shrink[0] = 0.0
    for _ in range(STEPS):
        sure = 1.0 / (1.0 + np.exp(-(columns @ weights)))
        slope = columns.T @ (counts * (answers - sure)) - shrink * weights
        bend = (columns * (counts * sure * (1.0 - sure))[:, None]).T @ columns + np.diag(shrink)
        step = np.linalg.solve(bend, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights


def held_out(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Each example's support by weights fitted without its group's."""
    groups = sorted({example.group for example in examples})
    fold = {group: n % FOLDS for n, group in enumerate(groups)}
    folds = np.array([fold[example.group] for example in examples])
    support = np.zeros(len(examples))
    for n in range(FOLDS):
        weights = fit([e for e, own in zip(examples, folds, strict=True) if own != n])
        support[folds == n] = supports([e for e in examples if fold[e.group] == n], weights)
    return support


def supports(examples: Sequence[Example], weights: SignWeights) -> NDArray[np.float64]:
    """Each example's support; 0 for one that is refused whatever its signs."""
    log_odds = weights.weigh(np.stack([example.signs for example in examples]))
    refused = np.array([example.refused for example in examples])
    support: NDArray[np.float64] = np.where(refused, 0.0, 1.0 / (1.0 + np.exp(-log_odds)))
    return support


def curve(examples: Sequence[Example], support: NDArray[np.float64], source: str) -> list[Rates]:
    """What would be refused of a source's questions for some shares of false refusals."""
    own = [source] if source != "cases" else list(OWN)
    answered = np.array([e.source == source and e.answers for e in examples])
    made = np.array([e.made if e.source in own else "" for e in examples])
    where = np.array([e.source for e in examples])
    rates = []
    for share in FALSE_REFUSALS:
        least = float(np.quantile(support[answered], share, method="lower"))
        refused = {}
        for origin in own:
            for how in sorted(set(made[where == origin]) - {""}):
                chosen = (where == origin) & (made == how)
                refused[f"{origin}, {how}"] = float((support[chosen] < least).mean())
        rates.append(Rates(float((support[answered] < least).mean()), least, refused))
    return rates


def collect(settings: Settings, *, cases: Path, outside: Sequence[Path] = ()) -> Iterator[Example]:
    """All examples there are: of a question set, the programme's documents and outside sets.

    Raises:
        IndexMissingError: no index was built.
        ModelUnavailableError: the model was not prepared on this machine.
    """
    assistant = open_assistant(settings)
    documents, records = open_catalogue(settings).documents(), open_records(settings)
    yield from of_cases(assistant, read_cases(cases))
    yield from of_lists(assistant, documents)
    gazetteer = Gazetteer(records.cities if records else ())
    made = near_misses(documents, gazetteer, assistant.reader)
    yield from of_near_misses(assistant, made)
    model = prepared(settings.model, settings.cache_dir)
    if model is None or not outside:
        return
    from index.embedder import Embedder

    path = settings.cache_dir / VECTORS
    with RememberingEncoder(Embedder(model), model_digest=model.digest, path=path) as encoder:
        for folder in outside:
            own = read_outside(folder)
            with opened(own, settings=settings, encoder=encoder, progress=_silent) as programme:
                yield from of_outside(own, programme)


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def report(examples: Sequence[Example], in_force: SignWeights) -> str:
    """The fitted weights beside those in force, and what both are worth."""
    fitted = fit(examples)
    names = [*SIGNS, "constant"]
    lines = [f"{len(examples)} examples", f"{'sign':<16}{'fitted':>9}{'in force':>10}"]
    lines += [f"{n:<16}{getattr(fitted, n):>9.3f}{getattr(in_force, n):>10.3f}" for n in names]
    held, standing = held_out(examples), supports(examples, in_force)
    for source in dict.fromkeys(e.source for e in examples if e.answers):
        for word, support in (("held out", held), ("in force", standing)):
            lines.append(f"{source}, {word}")
            for rates in curve(examples, support, source):
                told = "; ".join(f"{how} {share:.3f}" for how, share in rates.refused.items())
                lines.append(f"  {rates.false_refusals:.3f} false at {rates.least:.3f}: {told}")
    return "\n".join(lines)


def main() -> None:
    """Print the fitted weights and what they are worth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--questions", type=Path, required=True, help="a question set in YAML")
    parser.add_argument("--outside", type=Path, action="append", default=[], help="a set's folder")
    asked = parser.parse_args()
    settings = read_settings()
    examples = list(collect(settings, cases=asked.questions, outside=asked.outside))
    sys.stdout.write(report(examples, settings.evidence.enough) + "\n")


if __name__ == "__main__":
    main()
