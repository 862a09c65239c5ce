import math

import pytest

from assistant.evaluation.intervals import Estimate, estimate


def test_an_interval_is_near_the_normal_one_and_always_the_same() -> None:
    values = [1.0] * 80 + [0.0] * 20
    found = estimate(values)
    assert found is not None
    half = 1.96 * math.sqrt(0.8 * 0.2 / 100)
    assert found.mean == 0.8
    assert found.low == pytest.approx(0.8 - half, abs=0.02)
    assert found.high == pytest.approx(0.8 + half, abs=0.02)
    assert estimate(values) == found


def test_certainty_has_no_width_and_nothing_no_mean() -> None:
    assert estimate([1.0, 1.0]) == Estimate(1.0, 1.0, 1.0, 2)
    assert estimate([]) is None
