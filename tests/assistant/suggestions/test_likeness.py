import pytest

from assistant.suggestions.likeness import Likeness, content

ASKED = [
    "Which cities are platinum?",
    "Which cities are gold?",
    "Which cities used data for housing?",
    "How did cities use data for water?",
    "How many cities are certified?",
]
LIKENESS = Likeness((question, "en") for question in ASKED)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Which cities are platinum?", "who's platinum", True),
        ("Which cities are platinum?", "Which cities are gold?", False),
        ("What did Boulder do for housing?", "what boulder did about housing", True),
        ("What did Boulder do for housing?", "What did Denver do for housing?", False),
    ],
)
def test_what_all_ask_tells_little(one: str, other: str, expected: bool) -> None:
    assert LIKENESS.alike(content(one, "en"), content(other, "en")) is expected
