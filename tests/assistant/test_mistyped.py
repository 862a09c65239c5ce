import pytest

from assistant.answers import Language
from assistant.mistyped import well_typed


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("wich level is Cali", "en", "which level is Cali"),
        ("Whats the fee?", "en", "What is the fee?"),
        ("hwo runs it", "en", "who runs it"),
        ("hwo many cities", "en", "how many cities"),
        ("witch city was first", "en", "which city was first"),
        ("the witch of Cali", "en", "the witch of Cali"),
        ("level of Cali + who runs it", "en", "level of Cali and who runs it"),
        ("the flood app, whats that", "en", "What is the flood app?"),
        ("la app de aguas, ¿qué es eso?", "es", "¿Qué es la app de aguas?"),
        ("o app de vacinas, o que é isso?", "pt", "O que é o app de vacinas?"),
        ("what did they say what it is", "en", "what did they say what it is"),
        ("Which level is Cali?", "en", "Which level is Cali?"),
        ("when did it begin & what's COMPAZ", "en", "when did it begin and what's COMPAZ"),
        ("who moved up in Januray 2024", "en", "who moved up in January 2024"),
        ("¿quién en septembre de 2021?", "es", "¿quién en septiembre de 2021?"),
        ("how many by Feb. 2025", "en", "how many by February 2025"),
        ("the gap of 2024", "en", "the gap of 2024"),
        ("the parade of 2024", "en", "the parade of 2024"),
    ],
)
def test_question_words_are_spelt_out_and_put_first(
    typed: str, language: Language, meant: str
) -> None:
    assert well_typed(typed, language) == meant
