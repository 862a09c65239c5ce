"""The MCP door: the tools ask, search, tier and cities, over HTTP at `/mcp` and over stdio.

Each request over HTTP stands alone, so that any process can take any of them. What a tool takes
and gives is described by the same models as REST's; what it cannot take is a tool error in a
sentence, which a model can read and mend.
"""

import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import anyio
import anyio.to_thread
from mcp import types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from mcp.shared.exceptions import MCPError
from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.answers import Answer, to_json
from assistant.settings import Settings
from ui.cities import CitiesQuery, CityList
from ui.desk import Desk, open_desk
from ui.guards.errors import faults, problem_of
from ui.guards.problems import Problem, as_rpc
from ui.levels import TierQuery
from ui.passages import PassageList, SearchQuery, passage_list, stated
from ui.rendering import sources_markdown
from ui.renewal import kept_up_to_date
from ui.rest.bodies import AskBody

log = logging.getLogger(__name__)

ANY_HOST = ("0.0.0.0", "::", "")  # noqa: S104  (compared with, not listened at)
"""Where a server listens that any name may stand for."""

Given = tuple[str, Mapping[str, Any]]
"""What a tool gives: as text for a model, and as JSON values."""


@dataclass(frozen=True, slots=True)
class _Tool:
    name: str
    title: str
    description: str
    takes: type[BaseModel]
    gives: Mapping[str, Any]
    use: Callable[[Desk, Any], Given]
    serves: Callable[[Desk], bool] = lambda _: True


def _ask(desk: Desk, body: AskBody) -> Given:
    return _answered(desk.ask(body.question, body.history))


def _tier(desk: Desk, query: TierQuery) -> Given:
    return _answered(desk.level(query))


def _search(desk: Desk, query: SearchQuery) -> Given:
    found = passage_list(desk.search(query))
    text = "\n\n".join(stated(passage) for passage in found.passages)
    return text or "Nothing was found.", found.model_dump(mode="json")


def _cities(desk: Desk, query: CitiesQuery) -> Given:
    found = desk.cities(query)
    lines = [
        f"{', '.join(part for part in (c.city, c.state, c.country_name) if part)}: "
        f"{c.level or 'level not stated'}, {c.date or 'date not stated'}"
        for c in found.cities
    ]
    notes = [note.text for note in found.completeness]
    return "\n".join([f"{found.count} cities.", *lines, *notes]), found.model_dump(mode="json")


def _answered(answer: Answer) -> Given:
    text = "\n\n".join(part for part in (answer.text, sources_markdown(answer)) if part)
    return text, json.loads(json.dumps(to_json(answer)))


_ANSWER = TypeAdapter(Answer).json_schema()

TOOLS = (
    _Tool(
        "ask",
        "Ask the documents",
        "Answers a question about the programme from its own documents. Every sentence is "
        "verified and cites its quote; what the documents do not say is refused (status refused).",
        AskBody,
        _ANSWER,
        _ask,
    ),
    _Tool(
        "search",
        "Search the documents",
        "The passages nearest to a question, best first, with their place and scores.",
        SearchQuery,
        PassageList.model_json_schema(),
        _search,
    ),
    _Tool(
        "tier",
        "Work out a level",
        "The level for a number of criteria met, or a percentage of them, exactly; and how many "
        "more each higher level takes.",
        TierQuery,
        _ANSWER,
        _tier,
        lambda desk: desk.has_levels,
    ),
    _Tool(
        "cities",
        "List certified cities",
        "Certified cities by country, region, level and date, with sources; the list says what it "
        "lacks.",
        CitiesQuery,
        CityList.model_json_schema(),
        _cities,
        lambda desk: desk.has_cities,
    ),
)


def mcp_server(desk: Desk) -> Server[Any]:
    """The server of the tools over a desk, whatever the transport."""
    tools = {tool.name: tool for tool in TOOLS if tool.serves(desk)}
    shown = types.ListToolsResult(tools=[_shown(tool) for tool in tools.values()])

    async def list_tools(
        _: ServerRequestContext[Any], _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return shown

    async def call_tool(
        _: ServerRequestContext[Any], params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        tool = tools.get(params.name)
        if tool is None:
            raise MCPError(
                code=types.INVALID_PARAMS,
                message=f"There is no tool '{params.name[:80]}'; there are {', '.join(tools)}.",
            )
        return await anyio.to_thread.run_sync(use, desk, tool, params.arguments or {})

    return Server(
        name="programme-assistant",
        title=desk.programme.name,
        instructions=f"{desk.programme.description_in('en')} Answers come with quotes; cite them.",
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def use(desk: Desk, tool: _Tool, arguments: Mapping[str, Any]) -> types.CallToolResult:
    """What a tool gives for its arguments; a fault is told in its result."""
    try:
        text, values = tool.use(desk, tool.takes.model_validate(arguments))
    except ValidationError as error:
        return _told(faults(error.errors()), is_error=True)
    except Exception as error:  # noqa: BLE001  (our own faults are logged there, never shown)
        return _told(problem_of(error).detail, is_error=True)
    return _told(text, values)


def _told(
    text: str, values: Mapping[str, Any] | None = None, *, is_error: bool = False
) -> types.CallToolResult:
    # What a client sent may be quoted in it, and need not be text.
    plain = text.encode(errors="replace").decode()
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=plain)],
        structured_content=None if values is None else dict(values),
        is_error=is_error,
    )


def _shown(tool: _Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.takes.model_json_schema(),
        output_schema=dict(tool.gives),
        annotations=types.ToolAnnotations(
            read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
    )


def serve_stdio(settings: Settings) -> None:
    """Serve the tools over standard input and output until the client leaves.

    Raises:
        ProgrammeAssistantError: as `open_desk`.
    """
    desk = open_desk(settings)

    async def serve() -> None:
        server = mcp_server(desk)
        async with stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())

    try:
        with kept_up_to_date(desk):
            anyio.run(serve)
    finally:
        desk.close()


class McpDoor:
    """The door over HTTP: an ASGI application, to be run within the service's lifespan."""

    def __init__(self, desk: Desk) -> None:
        self._server = mcp_server(desk)
        self._security = security(desk.settings)
        self._serve: ASGIApp | None = None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Take requests as long as the context lasts."""
        manager = StreamableHTTPSessionManager(
            self._server, json_response=True, stateless=True, security_settings=self._security
        )
        async with manager.run():
            self._serve = manager.handle_request
            yield
            self._serve = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; whatever is refused is told as an error of JSON-RPC."""
        if self._serve is None:
            raise RuntimeError("The MCP door takes requests only while it is open.")
        started: list[Message] = []
        body = bytearray()

        async def pass_on(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400:
                started.append(message)
            elif not started:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    response = as_rpc(*_refusal(started[0]["status"], bytes(body)))
                    await response(scope, receive, send)

        await self._serve(scope, receive, pass_on)


def _refusal(status: int, body: bytes) -> tuple[Problem, int | None, Any]:
    """The problem, the code and the request's id of a response that refuses."""
    try:
        told = json.loads(body)
        error, id_ = told["error"], told.get("id")
        message, code = str(error["message"]), int(error["code"])
    except (ValueError, TypeError, KeyError):
        message, code, id_ = body.decode(errors="replace"), None, None
    if message.startswith("Validation error"):
        message = "The body is not a message of JSON-RPC 2.0."
    elif message.startswith("Parse error"):
        message = "The body is not valid JSON."
    return Problem(status, message), code, id_


def security(settings: Settings) -> TransportSecuritySettings:
    """Which names the service may be asked by, so that no page can reach a local one by its own.

    A server that listens everywhere without an address told is open to all names.
    """
    public = urlsplit(settings.service.public_address)
    if settings.host in ANY_HOST and not public.netloc:
        return TransportSecuritySettings(enable_dns_rebinding_protection=False)
    own = f"[{settings.host}]" if ":" in settings.host else settings.host
    names = ["127.0.0.1", "localhost", "[::1]", own, *([public.netloc] if public.netloc else [])]
    hosts = [form for name in dict.fromkeys(names) for form in (name, f"{name}:*")]
    return TransportSecuritySettings(
        allowed_hosts=hosts, allowed_origins=[*_with_schemes(hosts), *settings.service.origins]
    )


def _with_schemes(hosts: Sequence[str]) -> list[str]:
    return [f"{scheme}://{host}" for scheme in ("http", "https") for host in hosts]
