import pytest

from assistant.answers import Language
from assistant.dialogue.counting import with_counted


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
