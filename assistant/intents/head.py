"""A linear head over a question's vector and signs: how near it is to the examples of each intent.

Ridge regression onto one column an intent, solved in closed form, so that the same examples and
the same model give the same weights. Small numbers of examples and many dimensions: the penalty
was chosen by leaving out one line of examples at a time, and grew with their number, so that what
the others weigh stayed as it was.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.intents.examples import Example
from assistant.intents.signs import signs_of_template

PENALTY = 2.4
"""Of the squared weights."""

SIGNS_SHARE = 0.8
"""Length of the signs' part beside a vector's, whose part has about length 1."""

_CONSTANT = 0.3
_FEWEST = 2
"""So many examples must have a sign for it to count."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
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

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {sign: row for row, sign in enumerate(self.signs)}

    def by_signs(self, signs: frozenset[str]) -> Numbers:
        """What the signs alone add to each intent's score."""
        known = sorted(self._rows[sign] for sign in signs if sign in self._rows)
        part = self.rarities[known]
        part = part * SIGNS_SHARE / (np.linalg.norm(part) or 1)
        own = self.weights[len(self.mean) :]
        scores: Numbers = part @ own[known] + _CONSTANT * own[-1]
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
    constant = np.full((len(examples), 1), _CONSTANT)
    rows = np.hstack([centred / scale, _sign_rows(bags, signs, rarities), constant])
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
    rows = np.array([[sign in bag for sign in signs] for bag in bags]) * rarities
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Numbers = rows * SIGNS_SHARE / np.where(lengths, lengths, 1)
    return scaled
