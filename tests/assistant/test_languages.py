import pytest

from assistant.answers import Language
from assistant.languages import detect


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "who's platinum?"),
        ("en", "33 of 43"),
        ("en", "What did Bogotá do with data?"),
        ("en", "Recife violence COMPAZ"),
        ("es", "hola"),
        ("es", "¿Qué nivel tiene Recife?"),
        ("es", "que ciudades son platino"),
        ("es", "cumplimos 34, cuanto falta"),
        ("es", "Monterrey presupuesto participativo"),
        ("pt", "quantos critérios para ouro?"),
        ("pt", "quem é platina?"),
        ("pt", "e para platina?"),
        ("pt", "O que Recife fez contra a violência?"),
        ("pt", "obrigada"),
        ("es", "poblacion minima"),
        ("es", "ultima ronda"),
        ("pt", "populacao minima"),
        ("pt", "criterios de dados abertos"),
        ("pt", "o que pede DM8"),
        ("pt", "que cargo assumiu Rochelle Haynes"),
        ("pt", "que cidades entraram"),
        ("en", "you too"),
        ("pt", "Quem da Bahia entrou?"),
        ("es", "Quién de la Patagonia está"),
        ("pt", "desde quando?"),
        ("pt", "orcamento"),
        ("pt", "charleston, moradias acessiveis perto do transporte"),
        ("en", "Luján de Cuyo flood families"),
        ("en", "los angeles platinum?"),
        ("en", "is Rio de Janeiro gold"),
        ("en", "Do Niterói's buses count people's trips?"),
    ],
)
def test_a_short_question_gives_its_language_away(language: Language, question: str) -> None:
    assert detect(question) == language
