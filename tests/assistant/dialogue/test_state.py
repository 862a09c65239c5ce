"""What an answer has shown: its list, its place, whether it asked back."""

import pytest

from assistant.conversation import Turn
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import asks_back, exchanges, listed_in, spoken_of
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
        ("Buffalo, New York, found old pipes [1].\n\n- Tempe has a lab [2]", ("Buffalo",)),
        ("Experts may visit [1]. In Bogotá, they did [2].", ()),
        ("700 cities by 2025, according to O Dia and the City of Winnipeg [1].", ()),
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


@pytest.mark.parametrize("junk", ["", "?!", "x" * 2001, "what is \x07 gold?", "\ue000"])
def test_what_could_not_be_asked_is_no_part_of_a_conversation(junk: str) -> None:
    said = [("user", "a?"), ("assistant", "A."), ("user", junk), ("assistant", "The question …")]
    history = [Turn.model_validate({"role": role, "content": text}) for role, text in said]

    assert exchanges(history) == (("a?", "A."),)


def test_what_is_no_text_is_left_out_of_what_was_answered() -> None:
    history = [
        Turn(role="assistant", content="Hello!"),
        Turn(role="user", content="a?"),
        Turn(role="assistant", content="A\x00\x07\ue000 and B.\n"),
        Turn(role="assistant", content="x" * 50_000),
    ]
    ((question, answer),) = exchanges(history)

    assert question == "a?"
    assert answer.startswith("A and B.\nxxx")
    assert len(answer) < 25_000
