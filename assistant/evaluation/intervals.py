"""Bootstrap intervals: how far a mean over so many questions may be off.

The seed is fixed, so that the same run gives the same interval.

Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13 (percentiles).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
LEVEL = 0.95
_SEED = 20260101


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean, with the bounds that hold `LEVEL` of its resamples.

    Attributes:
        count: how many values it is the mean of.
    """

    mean: float
    low: float
    high: float
    count: int


def estimate(values: Sequence[float]) -> Estimate | None:
    """The mean of the values and its interval; None without values.

    For a paired comparison, give the differences of the pairs.
    """
    if not values:
        return None
    sample = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(_SEED).integers(0, len(sample), (RESAMPLES, len(sample)))
    tail = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(sample[drawn].mean(axis=1), [tail, 100 - tail])
    mean, low, high = (round(float(x), 4) for x in (sample.mean(), low, high))
    return Estimate(mean, low, high, len(sample))
