from collections import Counter

from assistant.suggestions.candidates import LANGUAGES, candidates
from assistant.suggestions.record_questions import record_questions
from assistant.suggestions.wordings import WORDINGS, country_of, month_name, people
from corpus.programme import SHIPPED, read_programme

PROGRAMME = read_programme(SHIPPED)


def test_all_sources_of_questions_are_drawn_on() -> None:
    assert PROGRAMME.records is not None
    found = candidates(PROGRAMME.description, PROGRAMME.documents, PROGRAMME.records)
    questions = [candidate.question for candidate in found]
    assert len(set(questions)) == len(questions)
    assert {q for document in PROGRAMME.documents for q in document.questions} <= set(questions)
    origins = Counter(candidate.origin for candidate in found)
    assert origins["starter"] == 3 * len(LANGUAGES)
    asked = {candidate.template for candidate in found if candidate.origin == "record"}
    assert asked == set(WORDINGS)


def test_a_question_from_a_document_wants_that_document_cited() -> None:
    listed = candidates(PROGRAMME.description, PROGRAMME.documents, None)
    for candidate in listed:
        if candidate.origin == "document":
            assert candidate.template == f"document:{candidate.documents[0]}"


def test_each_language_asks_the_same_of_the_records() -> None:
    assert PROGRAMME.records is not None
    counts = {
        language: Counter(asked.template for asked in record_questions(PROGRAMME.records, language))
        for language in LANGUAGES
    }
    # Portuguese states would want an article, so they are left out.
    states = counts["en"]["country_cities"] - counts["pt"]["country_cities"]
    assert states > 0
    for template in ("country_cities", "country_count"):
        counts["pt"][template] += states
    assert counts["en"] == counts["es"] == counts["pt"]


def test_namesakes_are_told_apart_by_their_states() -> None:
    assert PROGRAMME.records is not None
    questions = [asked.question for asked in record_questions(PROGRAMME.records, "en")]
    assert "Since when has Rochester, Minnesota been certified?" in questions
    assert not any("has Rochester been" in question for question in questions)


def test_countries_have_the_words_before_them_that_they_want() -> None:
    assert country_of("US", "en") == "in the United States"
    assert country_of("US", "pt") == "dos Estados Unidos"
    assert country_of("AR", "pt") == "da Argentina"
    assert country_of("BR", "pt") == "do Brasil"
    assert country_of("CA", "pt") == "do Canadá"
    assert country_of("CU", "pt") == "de Cuba"
    assert country_of("MX", "es") == "de México"


def test_dates_and_counts_are_written_as_the_language_does() -> None:
    assert month_name("2024-01-23", "en") == "January 2024"
    assert month_name("2024-01", "es") == "enero de 2024"
    assert month_name("2024-01", "pt") == "janeiro de 2024"
    assert month_name("2024", "pt") == "2024"
    assert (people(30_000, "en"), people(30_000, "pt")) == ("30,000", "30.000")
