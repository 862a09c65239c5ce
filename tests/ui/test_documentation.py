"""How schemas are put into words on the page of the REST door."""

import pytest

from ui.rest.documentation import objects, operations

DESCRIBED = {
    "paths": {
        "/api/ask": {
            "post": {
                "tags": ["Answers"],
                "summary": "Ask",
                "operationId": "ask",
                "description": "One.\n\nTwo\nlines.",
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
                },
                "responses": {
                    "200": {"content": {"application/json": {"example": {"a": 1}}}},
                    "422": {"description": "No."},
                },
            }
        },
        "/api/search": {
            "get": {
                "tags": ["Documents"],
                "summary": "Search",
                "operationId": "search",
                "parameters": [
                    {
                        "name": "q",
                        "in": "query",
                        "required": True,
                        "description": "What.",
                        "schema": {"type": "string", "examples": ["gold level"]},
                    }
                ],
                "responses": {},
            }
        },
    },
    "components": {
        "schemas": {
            "A": {
                "description": "A thing.\n\nAttributes:\n    n: how many\n        of them."
                "\n    x, y: a place.",
                "required": ["n"],
                "examples": [{"n": 1}],
                "properties": {
                    "n": {"type": "integer", "minimum": 1.0, "maximum": 2000.0},
                    "x": {"anyOf": [{"type": "number"}, {"type": "null"}]},
                    "y": {"type": "array", "items": {"$ref": "#/components/schemas/B"}},
                    "z": {"enum": ["a", "b"], "description": "Own."},
                    "w": {"const": "c"},
                },
            },
            "B": {"type": "string"},
        }
    },
}  # fmt: skip


def test_members_are_told_with_kind_and_meaning() -> None:
    ((name, description, members),) = objects(DESCRIBED)

    assert (name, description) == ("A", "A thing.")
    told = {own.name: (own.kind, own.required, own.description) for own in members}
    assert told == {
        "n": ("integer, 1 to 2,000", True, "how many of them."),
        "x": ("number", False, "a place."),
        "y": ("list of B", False, "a place."),
        "z": ('"a" | "b"', False, "Own."),
        "w": ('"c"', False, ""),
    }


@pytest.mark.parametrize(
    ("number", "request_line"),
    [
        (0, "-d '{\"n\": 1}'"),
        (1, "curl -G http://here/api/search \\\n  --data-urlencode 'q=gold level'"),
    ],
)
def test_a_request_is_shown_as_it_is_sent(number: int, request_line: str) -> None:
    assert request_line in list(operations(DESCRIBED, "http://here"))[number].example


def test_an_operation_tells_what_it_gives_and_its_problems() -> None:
    ask, search = operations(DESCRIBED, "http://here")

    assert ask.description == ["One.", "Two lines."]
    assert ask.gives == '{\n  "a": 1\n}'
    assert ask.problems == [("422", "No.")]
    assert [own.name for own in ask.takes] == ["n", "x", "y", "z", "w"]
    assert search.gives == ""
    assert [own.required for own in search.takes] == [True]
