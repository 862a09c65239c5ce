"""What an answer has shown: its list, its place, whether it asked back."""

import pytest

from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import asks_back, listed_in, spoken_of
from assistant.settings import Settings
from corpus.records import read_records


@pytest.fixture(scope="module")
def finder() -> SlotFinder:
    records = read_records(Settings().programme / "records")
    return SlotFinder(records.cities, records.standard)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("- **Boise**, Idaho [1]\n- Recife, like Cali, cut violence [2].", ("Boise", "Recife")),
        ("1. Miami\n2. Tempe", ("Miami", "Tempe")),
        (
            "| City | Since |\n|---|---|\n| Phoenix, Tempe | 2024 [1] |\n| Miami | 2021 |",
            ("Phoenix", "Tempe", "Miami"),
        ),
        ("- **DM8**: a catalogue [1]\n- **DM9**: standards", ("DM8", "DM9")),
        ("Five: Hamilton and Winnipeg are in Canada [1].", ("Hamilton", "Winnipeg")),
        ("Boise holds silver [1].", ()),
        (
            "- **2025**: Boise and Tempe [1]\n- **New, silver**: Rochester (New York)",
            ("Boise", "Tempe", "Rochester, New York"),
        ),
        ("- The count is known up to a day in the winter of 2025 [1]\n- Another", ()),
        (
            "- **Rochester, Minnesota**\n- **Rochester (New York)**",
            ("Rochester, Minnesota", "Rochester, New York"),
        ),
    ],
)
def test_the_items_of_a_list(finder: SlotFinder, answer: str, expected: tuple[str, ...]) -> None:
    assert listed_in(answer, finder) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("**San Pedro Garza García**, Mexico, before Mérida [1].", ("San Pedro Garza García",)),
        ("Mendoza, Argentina, flies drones, as Recife does [1].", ("Mendoza, Argentina",)),
        ("- **Boise** [1]\n- **Tempe** [2]", ("Boise", "Tempe")),
        ("The documents don't say.", ()),
    ],
)
def test_the_place_an_answer_is_about(
    finder: SlotFinder, answer: str, expected: tuple[str, ...]
) -> None:
    assert spoken_of(answer, finder) == expected


def test_an_answer_that_ends_in_a_question_asks_back() -> None:
    assert asks_back("Two Rochesters are certified [1]. Which do you mean?")
    assert not asks_back("Boise holds silver [1].")
    assert not asks_back("You could ask:\n- What level does Boise hold?")
