import pytest

from assistant.answers import Language
from assistant.tools.former_names import as_former_name
from corpus.records import Standard


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("What did Open Data use to be called?", "en", "What was Open Data called before?"),
        (
            "what was the old name of the area leadership and capacity",
            "en",
            "What was Leadership and Capacity called before?",
        ),
        (
            "¿De qué área salió Gestión de datos?",
            "es",
            "¿Cómo se llamaba antes Data Management?",
        ),
        (
            "Qual era o nome antigo de Liderança e capacidade?",
            "pt",
            "Como se chamava antes Leadership and Capacity?",
        ),
        # A thing of that name is none, nor is its reason or time a name.
        ("What was Boulder's open data portal called before?", "en", ""),
        ("Why did Data Management get a name other than before?", "en", ""),
        ("Which replaced General Management?", "en", ""),
        ("Which criteria are in Open Data?", "en", ""),
    ],
)
def test_a_former_name_is_asked_for_in_one_way(
    text: str, language: Language, asked: str, shipped_standard: Standard
) -> None:
    assert as_former_name(text, shipped_standard.practice_areas, language) == (asked or text)
