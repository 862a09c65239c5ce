import pytest

from assistant.pipeline import Assistant
from assistant.streaming import pieces

QUESTIONS = [
    "We pass 33 of 43, what's missing for platinum?",
    "Which cities in Brazil are certified?",
    "What level is Rochester?",
    "How long is a certification valid?",
    "Who won the match last night?",
    "¿Qué hizo Monterrey con el presupuesto participativo?",
    "Which level is Boise and what did it do about water?",
]


@pytest.mark.model
@pytest.mark.parametrize("question", QUESTIONS)
def test_pieces_are_the_text_and_each_sentence_comes_once(
    shipped: Assistant, question: str
) -> None:
    answer = shipped.ask(question)
    told = list(pieces(answer))

    assert "".join(piece.text for piece in told) == answer.text
    assert [p.sentence for p in told if p.sentence] == list(answer.sentences)
    assert all(p.sentence.text.rstrip(".:") in p.text for p in told if p.sentence)
