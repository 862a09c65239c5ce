"""What stands before the doors, on a tiny application of its own."""

import json
from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from ui.guards.errors import Responder, handle_errors
from ui.guards.headers import SecureHeaders
from ui.guards.limits import Allowance, LimitBodies, LimitRates
from ui.guards.problems import Problem

DOORS = {
    "/api/ask": "application/problem+json",
    "/v1/chat/completions": "application/json",
    "/mcp": "application/json",
    "/ask": "text/plain; charset=utf-8",
}


def page(_: Request, problem: Problem) -> Response:
    return PlainTextResponse(problem.detail, problem.status, problem.headers)


@pytest.fixture
def client() -> Iterator[TestClient]:
    service = FastAPI()
    respond = Responder(page)
    handle_errors(service, respond)
    service.add_middleware(LimitRates, allowance=Allowance(5), asking=list(DOORS), respond=respond)
    service.add_middleware(LimitBodies, max_bytes=100, respond=respond)
    service.add_middleware(SecureHeaders, origins=["https://news.example"])

    async def said(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    async def broken(_: Request) -> Response:
        raise RuntimeError("the disk is gone")

    for path in DOORS:
        service.add_api_route(path, said, methods=["POST"])
        service.add_api_route(f"{path}/broken", broken)
    service.add_api_route("/chat", said, methods=["POST"])
    with TestClient(service, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("path", DOORS)
def test_so_many_questions_a_minute_then_the_door_says_when_to_ask_again(
    client: TestClient, path: str
) -> None:
    answers = [client.post(path, content=b"x") for _ in range(7)]

    assert [a.status_code for a in answers] == [200] * 5 + [429] * 2
    assert answers[-1].headers["content-type"] == DOORS[path]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert "more than 5 questions in a minute" in answers[-1].text


@pytest.mark.parametrize("path", DOORS)
def test_a_body_that_is_too_long_is_not_read(client: TestClient, path: str) -> None:
    told = client.post(path, content=b"x" * 101)
    untold = client.post(path, content=iter([b"x" * 60, b"x" * 60]))

    for answer in (told, untold):
        assert answer.status_code == 413
        assert answer.headers["content-type"] == DOORS[path]
        assert "longer than 100 bytes" in answer.text


def test_a_body_within_the_limit_arrives_whole(client: TestClient) -> None:
    assert client.post("/ask", content=iter([b"x" * 60, b"x" * 40])).text == "100"


@pytest.mark.parametrize("path", DOORS)
def test_a_fault_of_ours_is_logged_and_not_shown(
    client: TestClient, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get(f"{path}/broken")

    assert answer.status_code == 500
    assert answer.headers["content-type"] == DOORS[path]
    assert "disk" not in answer.text
    assert "the disk is gone" in caplog.text


def test_problem_json_has_the_members_of_its_rfc(client: TestClient) -> None:
    body = json.loads(client.get("/api/nothing").text)

    assert set(body) == {"type", "title", "status", "detail"}
    assert body["status"] == 404


def test_only_the_chat_may_be_framed_and_only_where_allowed(client: TestClient) -> None:
    framed = client.post("/chat", content=b"x").headers["content-security-policy"]
    page = client.post("/ask", content=b"x").headers["content-security-policy"]

    assert "frame-ancestors 'self' https://news.example" in framed
    assert "frame-ancestors 'none'" in page
    assert "unsafe" not in page
