"""Our deterministic tools, as tools that a model can call.

A call is turned into a question that the tool's own grammar takes, so that there is one way to an
answer; what it says then is the tool's, to the letter. Numbers and places must be the reader's.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.answers import Draft, Language
from assistant.figures import numbers, plain_values
from assistant.generation.client import Call
from assistant.router import Route
from index.lexicon import terms

if TYPE_CHECKING:  # importing it takes half a second
    from llama_index.core.tools import BaseTool

RouteTo = Callable[[str, Language], Route]
"""Which tool takes a question, by grammar."""


def tier(met: int | None = None, percent: float | None = None) -> str:
    """Level that a city reaches with a number of criteria met, or with a percentage of them."""
    given = f"{percent:g} %" if met is None and percent is not None else f"{met} criteria"
    return f"What level is {given}?"


def eligibility(population: int | None = None, country: str = "", year: int | None = None) -> str:
    """Whether a city of a population and country can take part, now or in an earlier year."""
    people = f" with {population} people" if population is not None else ""
    place = f" in {country}" if country else ""
    when = f" in {year}" if year is not None else ""
    return f"Is a city{people}{place} eligible{when}?"


def directory(question: str) -> str:
    """Which cities are certified: level, country, dates, lists, counts; takes a full question."""
    return question


def criteria(question: str) -> str:
    """What a criterion asks, and which there are, by id, area or subject; takes a full question."""
    return question


_TOOLS = {tool.__name__: tool for tool in (tier, eligibility, directory, criteria)}


class ProgrammeTools:
    """The tools of a programme.

    Args:
        route: by grammar alone.
    """

    def __init__(self, route: RouteTo) -> None:
        self._route = route

    @staticmethod
    def offered() -> "Sequence[BaseTool]":
        """The tools as LlamaIndex has them; calling one gives the question that it stands for."""
        from llama_index.core.tools import FunctionTool

        return [FunctionTool.from_defaults(fn=tool) for tool in _TOOLS.values()]

    def question(self, call: Call) -> str:
        """The question that a call stands for; empty if there is no such tool or argument."""
        tool: Callable[..., str] | None = _TOOLS.get(call.tool)
        if tool is None:
            return ""
        try:
            question = tool(**_plain(call.arguments))
        except (TypeError, ValueError):
            return ""
        return question if isinstance(question, str) else ""

    def run(self, call: Call, asked: str, language: Language) -> Draft | None:
        """A tool's answer to a call; None if it has none, or the call is not of what was asked."""
        question = self.question(call)
        if not question or not _is_of(call.arguments, asked, language):
            return None
        route = self._route(question, language)
        return route.draft if route.name == call.tool else None


def _plain(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments without those that say nothing."""
    return {name: value for name, value in arguments.items() if value not in (None, "")}


def _is_of(arguments: Mapping[str, Any], asked: str, language: Language) -> bool:
    """Whether each number and word of the arguments is the reader's own."""
    given = " ".join(plain_values([*arguments.values()]))
    known = {value for readings in numbers(asked) for value in readings}
    if any(not readings & known for readings in numbers(given)):
        return False
    return {*terms(given, language)} <= {*terms(asked, language)} or _is_question(arguments)


def _is_question(arguments: Mapping[str, Any]) -> bool:
    return set(arguments) == {"question"}
