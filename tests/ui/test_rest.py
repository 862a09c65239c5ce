"""The REST door of a running service."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from pydantic import TypeAdapter

from assistant.answers import Answer
from assistant.streaming import Told
from ui.archive import ArchiveError
from ui.guards.errors import problem_of
from ui.guards.problems import Problem
from ui.rest import examples
from ui.rest.streaming import answer_events

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address + "/api", timeout=60) as client:
        yield client


def events(text: str) -> list[tuple[str, Any]]:
    """The events of a stream: names and data."""
    found = []
    for block in text.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        found.append((lines["event"], json.loads(lines["data"])))
    return found


def test_a_question_is_answered_with_its_quotes(client: httpx.Client) -> None:
    answer = client.post("/ask", json={"question": "we pass 33 of 43. where are we?"}).json()

    assert answer["status"] == "answered"
    assert "76.7 %" in answer["text"]
    cited = answer["citations"][0]
    document = client.get(f"/documents/{cited['document']}").json()
    assert document["text"][cited["start"] : cited["end"]] == cited["quote"]


def test_a_follow_up_is_understood_by_its_history(client: httpx.Client) -> None:
    body = {
        "question": "and for platinum?",
        "history": [{"role": "user", "content": "How many criteria for gold?"}],
    }
    answer = client.post("/ask", json=body).json()

    assert "37" in answer["text"]
    assert answer["standalone_question"] != body["question"]


def test_a_stream_tells_an_answer_piece_by_piece(client: httpx.Client) -> None:
    response = client.post("/ask/stream", json={"question": "Who is gold in Canada and Brazil?"})

    assert response.headers["content-type"].startswith("text/event-stream")
    told = events(response.text)
    names = [name for name, _ in told]
    sentences = [data for name, data in told if name == "sentence"]
    whole = told[-1][1]
    assert names == ["start", *["sentence"] * len(sentences), "citations", "done"]
    assert "".join(data["text"] for data in sentences) == whole["text"]
    assert told[0][1] == {
        name: whole[name] for name in ("id", "standalone_question", "language", "status")
    }
    assert told[-2][1] == whole["citations"]


def test_a_question_that_cannot_be_taken_is_refused_before_a_stream_begins(
    client: httpx.Client,
) -> None:
    response = client.post("/ask/stream", json={"question": "?!"})

    assert response.status_code == 422
    assert response.json()["detail"].startswith("The question is empty.")


def test_what_fails_within_a_stream_is_told_there(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Told:
        raise RuntimeError("the disk is gone")

    (event,) = answer_events(broken)

    assert event.event == "error"
    assert event.data["status"] == 500
    assert "disk" not in event.data["detail"]
    assert "the disk is gone" in caplog.text


def test_an_answer_is_found_again_and_can_be_rated(client: httpx.Client) -> None:
    asked = client.post("/ask", json={"question": "what is gold?"}).json()
    kept = client.get(f"/answers/{asked['id']}").json()

    assert kept["answer"] == {**asked, "timings_ms": {}}
    assert kept["given"].endswith("Z")
    rating = {"verdict": "unhelpful", "reason": "It lacks the date."}
    assert client.post(f"/answers/{asked['id']}/rating", json=rating).status_code == 204
    assert client.post("/answers/nothing/rating", json=rating).status_code == 404
    assert client.post(f"/answers/{asked['id']}/rating", json={"verdict": "so-so"}).is_client_error


def test_the_answer_of_a_suggestion_is_found_though_nobody_has_asked(client: httpx.Client) -> None:
    row = client.get("/suggestions", params={"language": "pt", "count": 1}).json()
    (suggestion,) = row["suggestions"]

    kept = client.get(f"/answers/{suggestion['answer']}").json()

    assert kept["answer"]["question"] == suggestion["question"]
    assert kept["answer"]["status"] == "answered"


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({"met": 33}, "answered", "Gold."),
        ({"percent": "70.5", "language": "es"}, "answered", "Oro."),
        ({"met": 31, "standard": "v2018"}, "answered", "31 of 45"),
        ({"met": 44}, "invalid", "44 can't be right"),
        ({"met": -1}, "invalid", "-1"),
    ],
)
def test_a_level_is_worked_out(
    client: httpx.Client, asked: dict[str, Any], status: str, said: str
) -> None:
    by_query = client.get("/tier", params=asked)
    by_body = client.post("/tier", json=asked)

    assert by_query.status_code == by_body.status_code == 200
    assert by_query.json()["status"] == status
    assert said in by_query.json()["text"].replace("*", "")
    assert by_query.json()["id"] == by_body.json()["id"]
    assert client.get(f"/answers/{by_query.json()['id']}").status_code == 200


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "give either met or percent"),
        ({"met": 1, "percent": 2}, "give either met or percent"),
        ({"met": "many"}, "met: Input should be a valid integer"),
        ({"met": 10**9}, "met: Input should be less than or equal to"),
        ({"percent": "NaN"}, "percent: "),
        ({"met": 3, "speed": 3}, "speed: Extra inputs are not permitted"),
        ({"met": 3, "standard": "v1"}, "no version 'v1' of the standard"),
    ],
)
def test_a_level_of_nothing_is_a_problem(
    client: httpx.Client, asked: dict[str, Any], said: str
) -> None:
    response = client.get("/tier", params=asked)

    assert response.is_client_error
    assert response.headers["content-type"] == "application/problem+json"
    assert said in response.json()["detail"]


def test_cities_are_listed_with_sources_and_what_is_not_known(client: httpx.Client) -> None:
    brazil = client.get("/cities", params={"country": "BR"}).json()

    assert {row["country"] for row in brazil["cities"]} == {"BR"}
    assert brazil["count"] == len(brazil["cities"])
    assert all(row["sources"] for row in brazil["cities"])
    unstated = [row for row in brazil["cities"] if row["level"] is None]
    unknown = client.get("/cities", params={"country": "brasil", "level": "unknown"}).json()
    assert unknown["cities"] == unstated != []
    assert "may still be certified" in brazil["completeness"][1]["text"]
    assert brazil["as_of"] >= "2026"
    assert brazil["total"]["total"] >= 100


def test_cities_are_filtered_by_region_level_and_time(client: httpx.Client) -> None:
    every = client.get("/cities").json()
    south = client.get("/cities", params={"region": "Latin America", "level": "gold"}).json()
    in_2024 = client.get("/cities", params={"since": "2024", "until": "2024-12-31"}).json()
    florida = client.get("/cities", params={"region": "Florida"}).json()

    assert 0 < south["count"] < every["count"]
    assert {row["level"] for row in south["cities"]} == {"gold"}
    assert in_2024["count"] > 0
    assert all(row["date"].startswith("2024") for row in in_2024["cities"])
    assert {row["state"] for row in florida["cities"]} == {"Florida"}
    for wrong in ({"country": "Atlantis"}, {"level": "bronze"}, {"since": "soon"}):
        assert client.get("/cities", params=wrong).is_client_error


def test_a_search_gives_passages_with_scores(client: httpx.Client) -> None:
    found = client.get("/search", params={"q": "evictions in Boulder", "limit": 3}).json()

    assert len(found["passages"]) == 3
    first = found["passages"][0]
    document = client.get(f"/documents/{first['document']}").json()
    assert document["text"][first["start"] : first["end"]] == first["text"]
    scores = [passage["score"] for passage in found["passages"]]
    assert scores == sorted(scores, reverse=True)


def test_suggestions_are_filtered(client: httpx.Client) -> None:
    found = client.get(
        "/suggestions", params={"language": "en", "city": "recife", "count": 3}
    ).json()

    assert 0 < len(found["suggestions"]) <= 3
    assert all("recife" in row["cities"] for row in found["suggestions"])
    assert found["count"] >= len(found["suggestions"])
    assert client.get("/suggestions", params={"theme": "no such theme"}).json()["count"] == 0


@pytest.mark.parametrize("form", ["{}", "<html lang='en'><main><p>{}</p></main></html>"])
def test_questions_are_found_for_an_article(client: httpx.Client, form: str) -> None:
    text = "Recife became the first city in Brazil to reach gold in the certification in 2024."
    body = {"article": form.format(text), "count": 3}
    found = client.post("/suggestions", json=body).json()

    assert 0 < len(found["suggestions"]) <= 3
    assert "Recife" in found["suggestions"][0]["question"]
    assert found["suggestions"][0]["sentence"] == text
    assert client.post("/suggestions", json=body).json() == found


def test_an_article_that_says_nothing_is_a_problem(client: httpx.Client) -> None:
    response = client.post("/suggestions", json={"article": "<p></p>"})

    assert response.is_client_error
    assert response.json()["detail"] == "The article holds no sentence."


def test_documents_are_listed_and_unknown_ones_are_hinted_at(client: httpx.Client) -> None:
    listed = client.get("/documents").json()

    assert listed["count"] == len(listed["documents"]) > 100
    assert (
        client.get("/documents/city-recif")
        .json()["detail"]
        .endswith("Did you mean city-recife, city-phoenix, city-seattle?")
        or "city-recife" in client.get("/documents/city-recif").json()["detail"]
    )


def test_the_description_is_complete_and_its_examples_are_true_to_form(
    client: httpx.Client,
) -> None:
    described = client.get("/openapi.json").json()

    paths = {path for path in described["paths"] if path.startswith("/api/")}
    assert {"/api/ask", "/api/ask/stream", "/api/tier", "/api/cities", "/api/search"} <= paths
    for methods in described["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]
            assert operation["tags"]
    answer: TypeAdapter[Answer] = TypeAdapter(Answer)
    for example in (examples.ANSWER, examples.TIER):
        assert answer.validate_python(example).status == "answered"
    told = events(examples.STREAM)
    assert told[-1] == ("done", examples.ANSWER)
    assert set(examples.PROBLEM) == {"type", "title", "status", "detail"}


def test_the_examples_of_requests_can_be_sent(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    for path, methods in described["paths"].items():
        schema = (
            methods.get("post", {})
            .get("requestBody", {})
            .get("content", {})
            .get("application/json", {})
            .get("schema", {})
        )
        if path.startswith("/api/") and "{" not in path and "$ref" in schema:
            own = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
            for example in own.get("examples", ()):
                assert client.post(path.removeprefix("/api"), json=example).is_success, path


def test_the_page_that_describes_it_names_every_operation(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    for language in ("en", "es", "pt"):
        page = client.get("/docs", params={"lang": language})
        assert page.headers["content-type"].startswith("text/html")
        assert "unsafe" not in page.headers["content-security-policy"]
        assert "<script>" not in page.text
        for path in described["paths"]:
            assert path in page.text


def test_answers_that_cannot_be_kept_are_no_fault_of_the_client() -> None:
    problem = problem_of(ArchiveError("sqlite://", "the disk is full"))

    assert problem == Problem(503, "Answers cannot be kept at the moment. Please try again later.")
