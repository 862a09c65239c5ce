"""Addresses that open at a quote."""

import pytest

from assistant.deep_links import address_of
from corpus.documents import Place

PAGE = "https://city.example/plan"


def test_a_pdf_opens_at_its_page() -> None:
    place = Place(120, "page 3", 3)
    assert address_of("Gold.", "https://city.example/plan.pdf", place).endswith("plan.pdf#page=3")


def test_what_has_rows_or_slides_opens_as_it_is() -> None:
    for place in (Place(0, "row 4"), Place(0, "slide 2", 2), Place(0, "table 1, row 2")):
        assert address_of("A: b.", PAGE, place) == PAGE


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("Gold needs 30.", "Gold%20needs%2030."),
        ("**Gold**, first-rate & more", "Gold%2C%20first%2Drate%20%26%20more"),
        ("1985\\. was  warm", "1985.%20was%20warm"),
        ("a b c d e f g h i j k l", "a%20b%20c%20d%20e,h%20i%20j%20k%20l"),
    ],
)
def test_a_page_opens_with_the_quote_in_view(quote: str, fragment: str) -> None:
    assert address_of(quote, f"{PAGE}#top", None) == f"{PAGE}#:~:text={fragment}"
