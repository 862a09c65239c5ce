"""Planted sentences: the same for the same seed, lies that differ from their evidence."""

from assistant.evaluation.falsehoods import planted
from assistant.generation.exhibits import Exhibit

EVIDENCE = [
    Exhibit(
        1,
        "Boise, Idaho, held over 50 community meetings before the bond vote of November 2021, as"
        " reported in 2024.",
        (),
        "document",
        "Boise",
    ),
    Exhibit(
        2,
        "Newark's homicides fell by 25 % from 2023 to 2024.",
        (),
        "document",
        "Newark, New Jersey",
    ),
]
PLACES = ["Boise", "Newark", "Tempe"]


def test_the_same_seed_plants_the_same() -> None:
    assert planted(EVIDENCE, seed=1, places=PLACES) == planted(EVIDENCE, seed=1, places=PLACES)
    assert planted(EVIDENCE, seed=1, places=PLACES) != planted(EVIDENCE, seed=2, places=PLACES)


def test_true_sentences_have_lies_between_them() -> None:
    told = [own.true for own in planted(EVIDENCE, places=PLACES)]
    assert told[:4] == [True, False, True, False]


def test_no_lie_is_its_evidence() -> None:
    texts = {exhibit.text for exhibit in EVIDENCE}
    lies = [o for seed in range(20) for o in planted(EVIDENCE, seed=seed, places=PLACES)]
    assert not texts & {own.text for own in lies if not own.true}


def test_each_kind_is_made_sooner_or_later() -> None:
    kinds = {own.kind for seed in range(60) for own in planted(EVIDENCE, seed=seed, places=PLACES)}
    assert {"number", "date", "swapped", "city", "cause", "continuation", "appeal"} <= kinds
