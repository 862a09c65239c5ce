"""The MCP door, by the official client: over HTTP and over stdio."""

import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import httpx
import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from assistant.settings import ServiceSettings, Settings
from tests.conftest import awaited
from ui.mcp_door import security

pytestmark = pytest.mark.model

Given = TypeVar("Given")


def through(
    server: str | StdioServerParameters, use: Callable[[Client], Awaitable[Given]]
) -> Given:
    """What comes of using a client of a server."""

    async def run() -> Given:
        async with Client(server, read_timeout_seconds=120) as client:
            return await use(client)

    return awaited(run)


async def every_tool(client: Client) -> dict[str, CallToolResult]:
    """A result of each tool, by name."""
    calls: dict[str, dict[str, Any]] = {
        "ask": {
            "question": "and for platinum?",
            "history": [{"role": "user", "content": "How many criteria for gold?"}],
        },
        "search": {"q": "evictions in Boulder", "limit": 2},
        "tier": {"met": 33},
        "cities": {"country": "Canada"},
    }
    listed = await client.list_tools()
    assert {tool.name for tool in listed.tools} == set(calls)
    assert all(tool.output_schema and tool.description for tool in listed.tools)
    return {name: await client.call_tool(name, own) for name, own in calls.items()}


def text_of(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def check(results: dict[str, CallToolResult]) -> None:
    assert not any(result.is_error for result in results.values())
    values = {name: result.structured_content or {} for name, result in results.items()}
    assert "37" in values["ask"]["text"]
    assert "[1]" in text_of(results["ask"])
    assert len(values["search"]["passages"]) == 2
    assert values["tier"]["tools"][0]["result"]["level"] == "gold"
    assert {row["city"] for row in values["cities"]["cities"]} == {"Hamilton", "Winnipeg"}
    assert "may still be certified" in text_of(results["cities"])


def test_every_tool_gives_structured_values_over_http(address: str) -> None:
    check(through(f"{address}/mcp", every_tool))


def test_the_same_over_stdio(environment: dict[str, str]) -> None:
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "ui.cli", "mcp"], env=environment
    )
    check(through(server, every_tool))


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("ask", {}, "question: Field required."),
        ("ask", {"question": "?"}, "The question is empty."),
        ("ask", {"question": "x" * 2001}, "2,001 characters"),
        ("ask", {"question": "what?", "mood": "good"}, "mood: Extra inputs"),
        ("tier", {"met": "x"}, "met: Input should be a valid integer"),
        ("tier", {"met": 3, "standard": "v1"}, "no version 'v1'"),
        ("cities", {"country": "Atlantis"}, "'Atlantis' is not one we know"),
        ("search", {"q": "gold", "limit": 0}, "limit: "),
    ],
)
def test_what_a_tool_cannot_take_is_said_in_its_result(
    address: str, tool: str, arguments: dict[str, Any], said: str
) -> None:
    result = through(f"{address}/mcp", lambda client: client.call_tool(tool, arguments))

    assert result.is_error
    assert said in text_of(result)
    assert "Traceback" not in text_of(result)


def test_an_unknown_tool_is_an_error_of_the_protocol(address: str) -> None:
    async def lie(client: Client) -> str:
        with pytest.raises(MCPError) as caught:
            await client.call_tool("lie", {})
        return str(caught.value)

    assert "no tool 'lie'" in through(f"{address}/mcp", lie)


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        (None, None, 200),
        ("localhost:1", "http://localhost:1", 200),
        ("evil.example", None, 421),
        (None, "https://evil.example", 403),
    ],
)
def test_a_page_elsewhere_cannot_reach_a_local_server_by_a_name_of_its_own(
    address: str, host: str | None, origin: str | None, status: int
) -> None:
    given = {"host": host, "origin": origin}
    headers = {name: value for name, value in given.items() if value}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    response = httpx.post(
        f"{address}/mcp", json=body, headers={"accept": "application/json", **headers}
    )

    assert response.status_code == status
    assert ("error" in response.json()) == (status != 200)


def test_the_public_address_may_be_asked_by() -> None:
    public = ServiceSettings(public_address="https://ask.example/help", origins=("https://a.b",))
    named = security(Settings(service=public, host="0.0.0.0"))
    unnamed = security(Settings(host="0.0.0.0"))

    assert "ask.example" in named.allowed_hosts
    assert "https://ask.example" in named.allowed_origins
    assert "https://a.b" in named.allowed_origins
    assert named.enable_dns_rebinding_protection
    assert not unnamed.enable_dns_rebinding_protection
