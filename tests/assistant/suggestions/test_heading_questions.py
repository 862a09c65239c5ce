from collections.abc import Sequence

from assistant.suggestions.heading_questions import MOST_OF_ONE, heading_questions
from corpus.documents import Document


def document(
    text: str, *, id_: str = "d", language: str = "en", listed: Sequence[str] = ()
) -> Document:
    return Document(
        id=id_, title="T", kind="document", text=text, language=language, questions=tuple(listed)
    )


def asked(text: str, language: str = "en") -> list[str]:
    return [question for _, question in heading_questions([document(text, language=language)])]


def test_headings_and_definitions_become_questions() -> None:
    text = (
        "# Registration fees\n\nThere is a fee of 30 euros.\n\n"
        "## Who may apply?\n\nSchools may apply.\n\n"
        "## 2.1 Review by GBCI\n\nA review is a look at what was sent in.\n\n"
        "## Which documents are needed\n\nA plan is needed.\n\n## Introduction\n\nWelcome to it.\n"
    )
    assert asked(text) == [
        "Who may apply?",
        "What is a review?",
        "Tell me about registration fees.",
        "Tell me about Review by GBCI.",
    ]


def test_they_are_asked_in_the_documents_language() -> None:
    assert asked("# Tarifas\n\nLa tarifa es una suma que se paga.\n", "es") == [
        "¿Qué es la tarifa?",
        "Hábleme de tarifas.",
    ]
    assert asked("# Tarifas\n\nA tarifa é uma soma que se paga.\n", "pt") == [
        "O que é a tarifa?",
        "Fale sobre tarifas.",
    ]
    assert asked("# Gebühren\n\nEine Gebühr ist fällig.\n", "de") == []


def test_a_document_that_lists_questions_is_asked_nothing_else() -> None:
    listed = document("# Fees\n\nThere is a fee.\n", listed=["Is there a fee?"])
    assert list(heading_questions([listed])) == []


def test_each_document_comes_to_its_turn_and_none_is_asked_without_end() -> None:
    long = document(
        "".join(f"## Part {n} of it\n\nThere is a part.\n\n" for n in range(20)), id_="a"
    )
    short = document("# Fees\n\nThere is a fee.\n", id_="b")
    found = list(heading_questions([long, short]))
    assert [own.id for own, _ in found[:2]] == ["a", "b"]
    assert len(found) == MOST_OF_ONE + 1
