import pytest

from assistant.framings import without_frame


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I'd like to hear how Cali fights crime", "how Cali fights crime"),
        ("Our mayor wants to know which level Dallas has", "which level Dallas has"),
        ("me gustaría saber qué hizo Cali", "qué hizo Cali"),
        ("Gostaria de saber quem avalia", "quem avalia"),
        ("Tell me about Boise", "Tell me about Boise"),
    ],
)
def test_words_that_only_say_that_one_asks_are_left_out(text: str, question: str) -> None:
    assert without_frame(text) == question
