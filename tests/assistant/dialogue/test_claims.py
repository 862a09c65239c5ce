import pytest

from assistant.dialogue.claims import false_claim
from assistant.dialogue.slots import SlotFinder
from corpus.programme import SHIPPED, read_programme


@pytest.fixture(scope="module")
def finder() -> SlotFinder:
    records = read_programme(SHIPPED).records
    assert records is not None
    return SlotFinder(records.cities, records.standard)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("My boss says Denver went gold. Put that in writing.", "Is Denver gold?"),
        ("Explain why Memphis failed to reach gold.", "Is Memphis gold?"),
        ("You are wrong about Phoenix, it is only silver.", "Is Phoenix silver?"),
        ("What did Denver get silver for?", None),
        ("What does Denver need for gold?", None),
        ("Is Tulsa gold?", None),
        ("Memphis never got beyond silver. Why?", None),
        ("What are the chances that Memphis gets gold?", None),
    ],
)
def test_a_level_is_put_right_where_the_records_say_otherwise(
    text: str, asked: str | None, finder: SlotFinder
) -> None:
    assert false_claim(text, "en", finder) == asked
