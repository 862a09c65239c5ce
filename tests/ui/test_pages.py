"""The pages over HTTP, as a browser without scripts, a search engine or a cache gets them."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, quote_plus

import pytest
from starlette.testclient import TestClient

from assistant.suggestions.store import Suggestion
from tests.ui.conftest import pages_of
from ui.desk import Desk

pytestmark = pytest.mark.model

PLATINUM = "What criteria determine platinum level in What Works Cities Certification?"


@pytest.fixture(scope="module")
def client(desk: Desk) -> TestClient:
    return TestClient(pages_of(desk), headers={"accept-language": "en"})


def suggested(desk: Desk, language: str) -> list[Suggestion]:
    return [s for s in desk.suggestions.all if s.language == language]


def asked_on(page: str) -> list[str]:
    """The questions that a page links to below its head."""
    return [
        parse_qs(unescape(query))["q"][0]
        for query in re.findall(r'href="/ask\?([^"]+)"', page.partition("<main")[2])
    ]


def canonical(page: str) -> str:
    found = re.search(r'<link rel="canonical" href="([^"]+)">', page)
    assert found
    return found.group(1)


# The start and the questions.


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ("recognises city halls", "Suggested questions", "United States", "Level not stated"),
        ),
        (
            "es",
            ("reconoce a los gobiernos", "Preguntas sugeridas", "Estados Unidos", "no indicado"),
        ),
        ("pt", ("reconhece prefeituras", "Perguntas sugeridas", "Estados Unidos", "não informado")),
    ],
)
def test_the_start_says_what_it_is_and_what_to_ask(
    client: TestClient, desk: Desk, language: str, words: tuple[str, ...]
) -> None:
    page = client.get("/", params={"lang": language}).text
    assert f'<html lang="{language}">' in page
    for word in words:
        assert word in page
    questions = asked_on(page)
    assert len(questions) >= 18
    assert set(questions) <= {s.question for s in suggested(desk, language)}
    assert desk.records
    certified = [city for city in desk.records.cities if city.awards]
    assert page.count('<th scope="row"') == len(certified)


def test_the_language_is_the_browsers_unless_the_address_says_so(client: TestClient) -> None:
    header = {"accept-language": "fr, pt-BR;q=0.9, en;q=0.8"}
    assert '<html lang="pt">' in client.get("/", headers=header).text
    assert '<html lang="es">' in client.get("/?lang=es", headers=header).text


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_every_suggested_question_is_a_link(client: TestClient, desk: Desk, language: str) -> None:
    page = client.get("/questions", params={"lang": language}).text
    assert sorted(asked_on(page)) == sorted(s.question for s in suggested(desk, language))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))
    assert len(page.encode()) < 250_000


# Answers.


def test_an_answer_is_a_document_of_its_own(client: TestClient, desk: Desk) -> None:
    page = client.get("/ask", params={"q": PLATINUM}).text
    answer = desk.ask(PLATINUM)
    assert f"<title>{PLATINUM}" in page
    assert f'<h1 lang="en">{PLATINUM}</h1>' in page
    for citation in answer.citations:
        assert citation.quote in page
    assert canonical(page) == f"http://testserver/answers/{answer.id}"
    assert '<meta name="description" content="Platinum needs 37 criteria' in page
    assert '<meta property="og:title" content="What criteria determine' in page
    assert asked_on(page) == list(answer.followups)
    assert f'href="/chat?answer={answer.id}&amp;lang=en"' in page
    assert "newest source quoted: 15 January 2026" in page
    assert answer.index.id in page


def test_quotes_are_said_to_be_in_their_own_language(client: TestClient) -> None:
    page = client.get(
        "/ask", params={"q": "¿Cuántos criterios hacen falta para el nivel oro?"}
    ).text
    assert '<html lang="es">' in page
    assert '<blockquote lang="en"><p>Gold, the second level' in page


def test_machines_read_question_answer_and_quotes(client: TestClient) -> None:
    page = client.get("/ask", params={"q": "Is <b>gold</b> 30 of 43? </script><script>x"}).text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    data = json.loads(found.group(1))
    assert data["@type"] == "QAPage"
    assert data["mainEntity"]["name"] == "Is <b>gold</b> 30 of 43? </script><script>x"
    assert data["mainEntity"]["acceptedAnswer"]["text"]
    assert "<b>gold" not in page
    assert "<script>x" not in page


def test_the_permanent_address_shows_the_same(client: TestClient) -> None:
    asked = client.get("/ask", params={"q": "how many criteria for gold?"})
    address = canonical(asked.text)
    assert client.get(address).text == asked.text.replace(
        address_of_languages(asked.text), address_of_languages(client.get(address).text)
    )


def address_of_languages(page: str) -> str:
    found = re.search(r'<div class="languages".*?</div>', page, re.DOTALL)
    assert found
    return found.group()


def test_the_answer_to_a_suggested_question_has_its_address_before_it_is_asked(
    client: TestClient, desk: Desk
) -> None:
    kept = suggested(desk, "pt")[-1]
    page = client.get(f"/answers/{kept.answer}")
    assert page.status_code == 200
    assert kept.question in unescape(page.text)
    assert '<html lang="pt">' in page.text


def test_a_follow_up_is_answered_with_what_was_said(client: TestClient, desk: Desk) -> None:
    first = canonical(client.get("/ask", params={"q": "how many criteria for gold?"}).text)
    id_ = first.rsplit("/", 1)[1]
    second = client.get("/ask", params={"q": "and for platinum?", "after": id_})
    assert "Platinum needs 37 criteria" in second.text.replace("<strong>", "")
    assert f'href="/answers/{id_}"' in second.text
    again = canonical(second.text).rsplit("/", 1)[1]
    assert client.get(f"/answers/{again}").text.count("how many criteria for gold?") == 1
    third = client.get("/ask", params={"q": "and for silver?", "after": again})
    kept = desk.kept(canonical(third.text).rsplit("/", 1)[1])
    assert [turn.role for turn in kept.history] == ["user", "assistant"] * 2
    assert kept.after == again
    assert kept.answer.standalone_question == "How many criteria are needed for silver?"


def test_a_long_chain_keeps_its_latest_turns(client: TestClient, desk: Desk) -> None:
    after = desk.ask("which level is Boise?").id
    for n in range(5):
        after = desk.follow(f"and {20 + n} of 43 criteria?", after).id
    kept = desk.kept(after)
    assert len(kept.history) == 6
    assert kept.history[0].content == "and 21 of 43 criteria?"


def test_only_current_answers_to_suggested_questions_are_for_search_engines(
    client: TestClient,
) -> None:
    index = '<meta name="robots" content="index, follow">'
    noindex = '<meta name="robots" content="noindex">'
    assert index in client.get("/ask", params={"q": PLATINUM}).text
    assert noindex in client.get("/ask", params={"q": "which level is boise please?"}).text


def test_an_answer_that_is_none_looks_like_neither_answer_nor_error(client: TestClient) -> None:
    page = client.get("/ask", params={"q": "who won the match last night?"})
    assert page.status_code == 200
    assert "Not in the documents" in page.text
    assert 'class="wrong"' not in page.text
    assert "Cite this answer" not in page.text
    assert len(asked_on(page.text)) == 3


def test_a_question_asked_back_offers_its_choices_before_the_sources(
    client: TestClient, desk: Desk
) -> None:
    page = client.get("/ask", params={"q": "which level is Rochester?"}).text
    assert asked_on(page) == list(desk.ask("which level is Rochester?").followups)
    assert page.index('<nav aria-label="Which one do you mean?">') < page.index('id="source-1"')


def test_nothing_asked_leads_to_where_to_ask(client: TestClient, desk: Desk) -> None:
    found = client.get("/ask?q=%20&lang=es", follow_redirects=False)
    assert (found.status_code, found.headers["location"]) == (303, "/?lang=es")
    id_ = desk.ask(PLATINUM).id
    found = client.get(f"/ask?q=&after={id_}", follow_redirects=False)
    assert found.headers["location"] == f"/answers/{id_}"


# Errors.


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing?lang=es", 404, ("No hay nada en esta dirección", "Volver al inicio")),
        ("/answers/none?lang=pt", 404, ("Não há nada", "no answer 'none' here")),
        ("/documents/city-bois", 404, ("Did you mean city-boise",)),
        ("/ask?q=and+gold%3F&after=none", 404, ("no answer 'none'", 'value="and gold?"')),
        ("/ask?q=%3F%21", 422, ("cannot be taken", "Ask something in a few words")),
        ("/ask?q=a%00b", 422, ("bytes that are not text",)),
        (f"/ask?q={'x' * 2001}", 422, ("2,001 characters",)),
        ("/documents/city-boise?start=a&end=b", 422, ("start:",)),
        (f"/ask?q=hi&after={'9' * 65}", 422, ("after:",)),
        ("/documents/..%2F..%2Fetc%2Fpasswd", 404, ("nothing at this address",)),
    ],
)
def test_what_went_wrong_is_said_on_a_page(
    client: TestClient, path: str, status: int, words: tuple[str, ...]
) -> None:
    page = client.get(path)
    assert page.status_code == status
    assert page.headers["cache-control"] == "no-store"
    assert 'class="wrong"' in page.text
    for word in words:
        assert word in unescape(page.text)
    assert "Traceback" not in page.text


# Documents.


def test_every_document_is_listed_and_opens(client: TestClient, desk: Desk) -> None:
    page = client.get("/documents").text
    listed = re.findall(r'href="/documents/([^"?]+)\?lang=en"', page)
    assert sorted(listed) == desk.catalogue.document_ids()
    for id_ in listed[::20]:
        shown = unescape(client.get(f"/documents/{id_}").text)
        document = desk.document(id_)
        assert shown.count(f">{document.title}</h1>") == 1
        assert f"># {document.title}" not in shown
        assert all(source.title in shown for source in document.sources)


def test_a_quote_is_marked_with_its_headings_and_a_way_back(client: TestClient, desk: Desk) -> None:
    answer = desk.ask(PLATINUM)
    page = client.get("/ask", params={"q": PLATINUM}).text
    address = re.findall(r'class="open-document" href="([^"]+)"', page)[0]
    shown = client.get(unescape(address)).text
    assert f'<mark id="quote" tabindex="-1">{answer.citations[0].quote}</mark>' in shown
    assert answer.citations[0].section in shown
    assert f'href="/answers/{answer.id}#source-1"' in shown
    assert 'href="#section-how-scoring-works"' in shown
    assert '<h3 id="section-how-scoring-works">' in shown


@pytest.mark.parametrize(
    "place", ["start=5", "start=9&end=3", "start=-4&end=4", "start=0&end=999999", "answer=x&n=1"]
)
def test_a_place_that_is_none_marks_nothing(client: TestClient, place: str) -> None:
    shown = client.get(f"/documents/city-boise?{place}")
    assert shown.status_code == 200
    assert "<mark" not in shown.text


# Machines and caches.


def test_the_sitemap_names_every_suggested_answer(client: TestClient, desk: Desk) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text
    found = client.get("/sitemap.xml")
    assert found.headers["content-type"] == "application/xml"
    places = set(re.findall(r"<loc>([^<]+)</loc>", found.text))
    answers = {f"http://testserver/answers/{s.answer}" for s in desk.suggestions.all}
    assert answers <= places
    assert "http://testserver/documents/city-boise" in places


@pytest.mark.parametrize("path", ["/", "/questions", "/documents", "/documents/city-boise"])
def test_a_page_seen_again_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    assert first.headers["cache-control"] == "public, max-age=300"
    assert "Accept-Language" in first.headers["vary"]
    again = client.get(path, headers={"if-none-match": f'W/{first.headers["etag"]}, "x"'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.get(path, headers={"if-none-match": '"x"'}).status_code == 200


def test_what_a_reader_asked_is_not_for_shared_caches(client: TestClient) -> None:
    asked = client.get("/ask", params={"q": "which level is Boise?"})
    assert asked.headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize("path", ["/", f"/ask?q={quote_plus(PLATINUM)}", "/sitemap.xml"])
def test_a_link_can_be_checked_by_its_head(client: TestClient, path: str) -> None:
    found = client.head(path)
    assert (found.status_code, found.content) == (200, b"")


def test_no_page_has_a_script_or_style_of_its_own(client: TestClient) -> None:
    for path in ("/", "/questions", f"/ask?q={quote_plus(PLATINUM)}", "/documents/city-boise"):
        page = client.get(path)
        assert "'unsafe-inline'" not in page.headers["content-security-policy"]
        own = re.findall(r"<script(?![^>]*(?:src=|ld\+json))[^>]*>", page.text)
        assert own == []
        assert "<style" not in page.text
        assert not re.search(r"\s(?:on\w+|style)=", page.text)
