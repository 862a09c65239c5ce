import pytest

from assistant.answers import Language
from assistant.dialogue.counting import with_counted, with_unit


@pytest.mark.parametrize(
    ("before", "question", "language", "told"),
    [
        (
            "How many parks has Cali?",
            "and how many has Recife?",
            "en",
            "and how many parks has Recife?",
        ),
        (
            "How many young people did they train?",
            "how many have a job?",
            "en",
            "how many young people have a job?",
        ),
        ("How many parks has Cali?", "How many in Newark?", "en", "How many parks in Newark?"),
        ("How many parks are in A?", "how many under water?", "en", "how many parks under water?"),
        ("How many parks has Cali?", "How many in total?", "en", ""),
        ("¿Cuántas casas hizo Cali?", "¿y cuántas hay hoy?", "es", "¿y cuántas casas hay hoy?"),
        ("Quantos alunos são?", "quantos têm emprego?", "pt", "quantos alunos têm emprego?"),
        # What has its own noun, or may be of another, stays.
        ("How many parks has Cali?", "how many trees has Recife?", "en", ""),
        ("How many parks has Cali?", "how many of them are new?", "en", ""),
        ("¿Cuántas casas hizo Cali?", "¿y cuántos hay hoy?", "es", ""),
        ("Which parks has Cali?", "how many has Recife?", "en", ""),
    ],
)
def test_what_is_counted_is_taken_from_before(
    before: str, question: str, language: Language, told: str
) -> None:
    assert with_counted(question, before, language) == (told or question)


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("Which criterion is on AI?", "which on security?", "which criterion on security?"),
        ("¿Qué criterios tratan de IA?", "cuáles sobre datos?", "cuáles criterios sobre datos?"),
        ("Which city is gold?", "which is silver?", "which is silver?"),
        ("Which criterion is on AI?", "which level is Cali?", "which level is Cali?"),
    ],
)
def test_the_unit_is_taken_from_before(before: str, question: str, told: str) -> None:
    assert with_unit(question, before) == told
