"""`/api/docs`: the REST door described on a page of our own, read from its OpenAPI description."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse

from ui.pages.site import Site

Schema = Mapping[str, Any]
_MANY = ("array", "list")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a member of a body or an object."""

    name: str
    kind: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A method of an address.

    Attributes:
        anchor: names it on the page.
        takes: parameters, or the members of the body.
        example: a request for a terminal.
        gives: an example of what comes back; empty if there is none.
        problems: statuses and what they mean.
    """

    method: str
    path: str
    anchor: str
    tag: str
    summary: str
    description: Sequence[str]
    takes: Sequence[Field]
    example: str
    gives: str
    problems: Sequence[tuple[str, str]]


def documentation(service: FastAPI, site: Site) -> APIRouter:
    """The page's route."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/api/docs")
    def docs(request: Request) -> HTMLResponse:
        described = service.openapi()
        groups: dict[str, list[Operation]] = {}
        for operation in operations(described, site.address(request, "")):
            groups.setdefault(operation.tag, []).append(operation)
        return site.page(
            request,
            "api.html.jinja",
            groups=groups,
            objects=objects(described),
            limit=site.desk.settings.service.asked_per_minute,
        )

    return pages


def operations(described: Schema, address: str) -> Iterator[Operation]:
    """Every operation of an OpenAPI description, in its order."""
    schemas = described["components"]["schemas"]
    for path, methods in described["paths"].items():
        for method, own in methods.items():
            body = _body(own, schemas)
            yield Operation(
                method=method.upper(),
                path=path,
                anchor=own["operationId"],
                tag=own["tags"][0],
                summary=own["summary"],
                description=[" ".join(p.split()) for p in own.get("description", "").split("\n\n")],
                takes=[*map(_parameter, own.get("parameters", ())), *_members(body)],
                example=_request(method.upper(), address + path, own, body),
                gives=_given(own),
                problems=[
                    (status, response["description"])
                    for status, response in own["responses"].items()
                    if status >= "400"
                ],
            )


def objects(described: Schema) -> Iterator[tuple[str, str, Sequence[Field]]]:
    """Every object of an OpenAPI description: its name, what it is, and its members."""
    for name, schema in sorted(described["components"]["schemas"].items()):
        if "properties" in schema:
            yield (
                name,
                " ".join(schema.get("description", "").split("Attributes:")[0].split()),
                [*_members(schema)],
            )


def _body(operation: Schema, schemas: Schema) -> Schema:
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    found: Schema = schemas[schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema
    return found


def _members(schema: Schema) -> Iterator[Field]:
    required = schema.get("required", ())
    told = _told(schema.get("description", ""))
    for name, own in schema.get("properties", {}).items():
        said = own.get("description") or told.get(name, "")
        yield Field(name, kind_of(own), name in required, " ".join(said.split()))


def _told(description: str) -> Mapping[str, str]:
    """What a docstring's `Attributes:` says of each member."""
    _, _, listed = description.partition("Attributes:")
    told: dict[str, str] = {}
    name = ""
    for line in listed.split("\n"):
        words = line.strip()
        head, colon, rest = words.partition(": ")
        if colon and line.startswith("    ") and not line.startswith("     "):
            name = head
            told |= {part.strip(): rest for part in head.split(",")}
        elif words and name:
            told |= {part.strip(): f"{told[part.strip()]} {words}" for part in name.split(",")}
    return told


def _parameter(own: Schema) -> Field:
    said = " ".join(own.get("description", "").split())
    return Field(own["name"], kind_of(own["schema"]), own["required"], said)


def kind_of(schema: Schema) -> str:
    """A schema in a few words, such as `integer, 1 to 20` or `list of Turn`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "const" in schema:
        return f'"{schema["const"]}"'
    if "enum" in schema:
        return " | ".join(f'"{value}"' for value in schema["enum"])
    if "anyOf" in schema:
        kinds = dict.fromkeys(map(kind_of, schema["anyOf"]))
        return " | ".join(kind for kind in kinds if kind != "null" or len(kinds) == 1)
    kind = str(schema.get("type", "any"))
    if kind in _MANY:
        return f"list of {kind_of(schema.get('items', {}))}"
    if "minimum" in schema and "maximum" in schema:
        return f"{kind}, {int(schema['minimum']):,} to {int(schema['maximum']):,}"
    return kind


def _request(method: str, address: str, operation: Schema, body: Schema) -> str:
    """A request as `curl` sends it."""
    if examples := body.get("examples"):
        data = json.dumps(examples[0], ensure_ascii=False)
        return f"curl {address} \\\n  -H 'Content-Type: application/json' \\\n  -d '{data}'"
    named = {
        own["name"]: examples[0]
        for own in operation.get("parameters", ())
        if own["in"] == "query" and (examples := _examples(own["schema"]))
    }
    query = "".join(f" \\\n  --data-urlencode '{name}={own}'" for name, own in named.items())
    return f"curl -G {address}{query}" if method == "GET" and query else f"curl {address}"


def _examples(schema: Schema) -> Sequence[object]:
    found: Sequence[object] = schema.get("examples", ())
    return found


def _given(operation: Schema) -> str:
    for status in ("200", "201"):
        for content in operation["responses"].get(status, {}).get("content", {}).values():
            if "example" in content:
                example = content["example"]
                if isinstance(example, str):
                    return example
                return json.dumps(example, ensure_ascii=False, indent=2)
    return ""
