from pathlib import Path

import pytest

from assistant.suggestions.articles import MAX_BYTES, read_article, read_questions
from corpus.errors import UnreadableFileError

STORY = """Harbour officials in Gdynia counted the salt in the water. They were surprised.
Why does it matter? Salt eats steel, says the port's engineer.

Why not ask our machine? (It is an experiment.)
How many sensors are there?What do they cost?Who reads them every day?"""
LISTED = [
    "How many sensors are there?",
    "What do they cost?",
    "Who reads them every day?",
]

PAGE = """<!DOCTYPE html>
<html lang="pt-BR"><head><title>Porto</title><style>p {color: red}</style></head>
<body><nav><ul><li>Home page and other news</li></ul></nav>
<p>Leia também a coluna de ontem sobre o mar.</p>
<article><h1>Sal na água</h1>
<p>O porto de Gdynia mede o sal <b>todos</b> os dias desde&nbsp;2022.<script>var p = "um dois
três quatro";</script>
<p>Uma linha<br>e mais outra linha de texto aqui.
</article>
<ol><li>1. Quantos sensores existem?</li><li>Quem paga os sensores?</li></ol>
<footer>Todos os direitos reservados ao jornal.</footer></body></html>"""


def test_only_questions_in_a_row_are_the_publishers_list() -> None:
    article = read_article(Path("story.txt"), STORY.encode())
    assert article.language == "en"
    assert list(article.questions) == LISTED
    assert "Salt eats steel, says the port's engineer." in article.sentences
    assert not set(LISTED) & set(article.sentences)


def test_a_page_is_read_without_its_menus() -> None:
    article = read_article(Path("page"), PAGE.encode())
    assert article.language == "pt"
    assert article.sentences == [
        "O porto de Gdynia mede o sal todos os dias desde 2022.",
        "e mais outra linha de texto aqui.",
    ]
    assert list(article.questions) == ["Quantos sensores existem?", "Quem paga os sensores?"]


def test_markdown_is_read_without_its_marks() -> None:
    text = (
        "---\ntitle: Salt\n---\n# Salt\n\nThe **port** of [Gdynia](https://x.org) counts\nsalt.\n"
    )
    article = read_article(Path("story.md"), text.encode())
    assert article.sentences == ["The port of Gdynia counts salt."]


def test_a_wrapped_line_is_part_of_its_paragraph() -> None:
    article = read_article(Path("-"), b"The port of Gdynia counts the\nsalt of the sea.\n\nEnd")
    assert article.sentences == ["The port of Gdynia counts the salt of the sea."]


SPANISH = (
    "La ciudad de Medellín midió la contaminación del aire durante tres años. "
    "Según la alcaldía, los niños de los barrios más pobres respiran mejor que antes. "
    "¿Qué pasará mañana? Nadie lo sabe todavía."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_any_encoding_is_read(encoding: str) -> None:
    article = read_article(Path("nota.txt"), SPANISH.encode(encoding))
    assert article.language == "es"
    assert article.sentences[0] == SPANISH.split(". ")[0] + "."


def test_a_page_may_declare_its_encoding() -> None:
    page = f'<html><meta charset="windows-1252"><p>{SPANISH}</p></html>'
    article = read_article(Path("nota.html"), page.encode("cp1252"))
    assert "años" in article.sentences[0]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "holds no sentence"),
        (b"<html><body><nav>One two three four five.</nav></body></html>", "holds no sentence"),
        (b"%PDF-1.7 and so on", "is a PDF"),
        (b"PK\x03\x04\x14\x00", "is a Word file or another archive"),
        (b"\x00\x01\x02\x03" * 50, "is not text"),
        (b"a" * (MAX_BYTES + 1), "5,000,001 bytes"),
    ],
)
def test_what_is_no_article_is_named(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        read_article(Path("file"), raw)


def test_a_list_has_a_question_a_line() -> None:
    raw = b"1. Who pays?\r\n\r\n- How  many?\n2024 was good, why?\n"
    assert read_questions(Path("list"), raw) == ["Who pays?", "How many?", "2024 was good, why?"]
    with pytest.raises(UnreadableFileError, match="holds no question"):
        read_questions(Path("list"), b" \n\n")
