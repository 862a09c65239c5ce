"""Whoever asks for more is told what was not told yet."""

import pytest

from assistant.conversation import Turn
from assistant.dialogue.requests import asks_for_more
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("first", "then", "told", "untold"),
    [
        ("Tell me about Love My Air.", "what else did they do there?", "impact bond", "Love"),
        ("Quanto tempo leva para abrir uma empresa em Porto Alegre?", "e o que mais fizeram lá?",
         "paper", "7 hours"),
        ("¿Qué nivel tiene Tempe?", "¿qué más hicieron?", "Vision Zero", "holds platinum"),
    ],
)  # fmt: skip
@pytest.mark.model
def test_more_is_something_else(
    shipped: Assistant, first: str, then: str, told: str, untold: str
) -> None:
    said = shipped.ask(first)
    history = [Turn(role="user", content=first), Turn(role="assistant", content=said.text)]

    more = shipped.ask(then, history)

    assert more.status == "answered"
    assert told in more.text
    assert untold not in more.text


@pytest.mark.parametrize(
    "text", ["What else has Boise done?", "¿Qué más hizo Cali?", "Mais sobre Recife"]
)
def test_a_question_for_more_is_known(text: str) -> None:
    assert asks_for_more(text)


@pytest.mark.parametrize(
    "text", ["What has Boise done?", "Who else did that?", "How many more for gold?"]
)
def test_any_other_is_not(text: str) -> None:
    assert not asks_for_more(text)
