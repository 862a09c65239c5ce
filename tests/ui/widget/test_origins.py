"""Which sites may ask through the widget, on a tiny application of its own."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from ui.guards.errors import Responder
from ui.guards.limits import Allowance, LimitRates
from ui.guards.problems import Problem
from ui.widget.origins import GuardOrigins, origin_of

NEWS = "https://news.example"


def page(_: Request, problem: Problem) -> Response:
    return PlainTextResponse(problem.detail, problem.status)


@pytest.fixture
def client() -> Iterator[TestClient]:
    service = FastAPI()
    respond = Responder(page)
    asking = ["/widget/answer"]
    service.add_middleware(LimitRates, allowance=Allowance(2), asking=asking, respond=respond)
    service.add_middleware(
        GuardOrigins,
        origins=["https://News.example:443"],
        public_address="https://ask.example/here",
        respond=respond,
    )

    async def said() -> PlainTextResponse:
        return PlainTextResponse("said")

    for path in ("/widget/answer", "/widget/article", "/ask"):
        service.add_api_route(path, said, methods=["GET", "POST"])
    with TestClient(service, base_url="http://ours.example:8000") as client:
        yield client


@pytest.mark.parametrize("origin", [NEWS, "https://ask.example", "http://ours.example:8000"])
def test_a_site_on_the_list_and_our_own_may_read(client: TestClient, origin: str) -> None:
    answer = client.get("/widget/answer", headers={"Origin": origin})

    assert (answer.status_code, answer.text) == (200, "said")
    assert answer.headers["access-control-allow-origin"] == origin
    assert "Origin" in answer.headers["vary"]
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://news.example",
        "https://news.example:8443",
        "https://news.example.evil.example",
        "null",
    ],
)
def test_another_site_is_told_no_and_may_not_read_it(client: TestClient, origin: str) -> None:
    for method in ("GET", "POST", "OPTIONS"):
        answer = client.request(method, "/widget/article", headers={"Origin": origin})

        assert answer.status_code == 403
        assert "not on the list of sites" in answer.text
        assert "access-control-allow-origin" not in answer.headers


def test_what_is_refused_does_not_count_against_the_readers_allowance(client: TestClient) -> None:
    for _ in range(5):
        client.get("/widget/answer", headers={"Origin": "https://evil.example"})

    assert client.get("/widget/answer", headers={"Origin": NEWS}).status_code == 200


def test_a_site_on_the_list_may_read_that_it_asked_too_often(client: TestClient) -> None:
    answers = [client.get("/widget/answer", headers={"Origin": NEWS}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["access-control-allow-origin"] == NEWS
    assert answers[-1].headers["content-type"] == "text/html; charset=utf-8"
    assert answers[-1].text.startswith('<p class="wrong" lang="en">That is more than 2 questions')


def test_a_request_that_a_foreign_page_makes_without_naming_itself_is_refused(
    client: TestClient,
) -> None:
    foreign = client.get("/widget/answer", headers={"Sec-Fetch-Site": "cross-site"})
    own = client.get("/widget/answer", headers={"Sec-Fetch-Site": "same-origin"})

    assert (foreign.status_code, own.status_code) == (403, 200)


def test_other_doors_are_left_alone(client: TestClient) -> None:
    answer = client.get("/ask", headers={"Origin": "https://evil.example"})

    assert (answer.status_code, answer.text) == (200, "said")
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://News.Example:443/a?b", "https://news.example"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://localhost:8080/", "http://localhost:8080"),
    ],
)
def test_an_origin_is_written_as_browsers_write_it(address: str, origin: str) -> None:
    assert origin_of(address) == origin
