import numpy as np

from assistant.evaluation.calibration import curve, fit, held_out, supports
from assistant.evaluation.examples import Example
from assistant.signs import SIGNS


def examples() -> list[Example]:
    """Answers are near and hold what is asked, near misses are as near and do not."""
    chance = np.random.default_rng(3)
    made = []
    for n in range(240):
        answers = n % 3 == 0
        signs = np.zeros(len(SIGNS))
        signs[SIGNS.index("nearness")] = chance.normal(0.5, 0.1)
        signs[SIGNS.index("unheld")] = chance.normal(0.2 if answers else 0.6, 0.1)
        made.append(
            Example(
                source="cases",
                group=f"city-{n % 20}",
                answers=answers,
                refused=False,
                made="" if answers else "asked",
                signs=signs,
            )
        )
    return made


def test_the_sign_that_tells_answers_from_near_misses_gets_the_weight() -> None:
    weights = fit(examples())
    assert weights.unheld < -5
    assert abs(weights.nearness) < 2
    assert weights.rank == 0  # it never varied


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit(examples()) == fit(examples())


def test_groups_held_out_are_told_apart_too() -> None:
    taught = examples()
    rates = curve(taught, held_out(taught), "cases")[-1]
    assert rates.false_refusals <= 0.1
    assert rates.refused["cases, asked"] > 0.9


def test_what_is_refused_anyway_teaches_nothing_and_has_no_support() -> None:
    taught = examples()
    silent = Example("cases", "city-1", False, True, "asked", np.full(len(SIGNS), 9.0))
    assert fit([*taught, silent]) == fit(taught)
    assert supports([silent], fit(taught)).tolist() == [0.0]
