"""A linear head over a question's vector and signs: how near it is to the examples of each intent.

Ridge regression onto one column an intent, solved in closed form, so that the same examples and
the same model give the same weights. Small numbers of examples and many dimensions: the penalty
was chosen by leaving out one line of examples at a time.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.intents.examples import Example
from assistant.intents.signs import signs_of_template

PENALTY = 2.0
"""Of the squared weights."""

SIGNS_SHARE = 0.8
"""Length of the signs' part beside a vector's, whose part has about length 1."""

_CONSTANT = 0.3
_FEWEST = 2
"""So many examples must have a sign for it to count."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Head:
    """Weights of one model's vectors and of signs.

    Attributes:
        intents: one a column of the weights.
        signs: one a row, after those of the vector's dimensions and before the constant's.
        rarities: of the signs.
        mean: of the examples' vectors; shape (dimensions,).
        scale: the mean length of an example's vector less the mean.
        weights: shape (dimensions + signs + 1, intents).
    """

    intents: Sequence[str]
    signs: Sequence[str]
    rarities: Numbers
    mean: Numbers
    scale: float
    weights: Numbers

    def by_signs(self, signs: frozenset[str]) -> Numbers:
        """What the signs alone add to each intent's score."""
        first = len(self.mean)
        part = _sign_rows([signs], self.signs, self.rarities)[0]
        scores: Numbers = _constant(part) @ self.weights[first:]
        return scores

    def by_vector(self, vector: NDArray[np.float32]) -> Numbers:
        """What the vector adds to each intent's score."""
        own = (vector.astype(np.float64) - self.mean) / self.scale
        scores: Numbers = own @ self.weights[: len(self.mean)]
        return scores


def fit(examples: Sequence[Example], vectors: NDArray[np.float32]) -> Head:
    """The head of these examples; `vectors` has a row for each."""
    intents = tuple(dict.fromkeys(example.intent for example in examples))
    column = np.array([intents.index(example.intent) for example in examples])
    bags = [signs_of_template(example.template) for example in examples]
    having = Counter(sign for bag in bags for sign in bag)
    signs = tuple(sorted(sign for sign, count in having.items() if count >= _FEWEST))
    rarities = np.array([1 + math.log(len(bags) / having[sign]) for sign in signs])
    mean = vectors.astype(np.float64).mean(axis=0)
    centred = vectors.astype(np.float64) - mean
    scale = float(np.linalg.norm(centred, axis=1).mean())
    rows = np.hstack([centred / scale, _constant(_sign_rows(bags, signs, rarities))])
    wanted = np.zeros((len(examples), len(intents)))
    wanted[np.arange(len(examples)), column] = 1
    # An intent with few examples is not to drown, nor to count as much as one with many.
    weight = 1 / np.sqrt(np.bincount(column)[column])
    weight /= weight.mean()
    weighted = rows * weight[:, None]
    square = rows.T @ weighted + PENALTY * np.eye(rows.shape[1])
    return Head(intents, signs, rarities, mean, scale, np.linalg.solve(square, weighted.T @ wanted))


def _sign_rows(bags: Sequence[frozenset[str]], signs: Sequence[str], rarities: Numbers) -> Numbers:
    """A row for each bag of signs, weighted by how rare they are, of length `SIGNS_SHARE`."""
    place = {sign: n for n, sign in enumerate(signs)}
    rows = np.zeros((len(bags), len(signs)))
    for row, bag in zip(rows, bags, strict=True):
        known = [place[sign] for sign in bag if sign in place]
        row[known] = rarities[known]
        row *= SIGNS_SHARE / (np.linalg.norm(row) or 1)
    return rows


def _constant(part: Numbers) -> Numbers:
    wide = np.full((*part.shape[:-1], 1), _CONSTANT)
    return np.concatenate([part, wide], axis=-1)
