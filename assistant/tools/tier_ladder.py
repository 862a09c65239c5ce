"""The level above or below another, asked for without its name: 'what comes after silver?'.

A line is what `tier_words` makes of a question; what the level found there takes is left to
`tier_grammar`.
"""

import re

from assistant.tools.level_names import ANY_TIER, TIERS, Scale
from assistant.tools.tier_words import has

_TAKES = r"WHICH|HOWMANY|MINIMUM|PERCENTAGE|CRITERIA|NEED|REACH|BEGIN|MEET|FOR|OF|WE|THE|ERA\d|;"
_BESIDE = (
    rf"(?:{_TAKES}|NEXT|ONE|LEVELS?|CERTIFIED|NOW|CURRENT|STANDARD|UNDER|COMPARE|HAVE|IF|comes?|sits?"
    r"|anything|something|exists?|viene|sigue|vem|existe)"
)
_STEP = re.compile(
    rf"(?:{_BESIDE} )*(?P<step>HIGHER|LOWER)(?: OF)? (?P<tier>{ANY_TIER})(?: {_BESIDE})*"
)
_STEP_ON = re.compile(rf"(?:{_BESIDE} )*(?P<step>HIGHER|LOWER|NEXT)(?: {_BESIDE})*")


def beside_the_named(line: str, scale: Scale) -> tuple[str, str] | None:
    """The level asked for by the one that it is next to, and that one, by their tokens.

    The first is empty where there is none: nothing comes after the highest. None if the line asks
    for no such level.
    """
    found = _STEP.fullmatch(line)
    if not found or len(scale.tiers_in(line)) != 1:
        return None
    return next_to(found["tier"], found["step"], scale), found["tier"]


def step_on(line: str) -> str:
    """The step, `HIGHER` or `LOWER`, that a line takes from a level named before it, if it does."""
    found = None if has(line, *TIERS) else _STEP_ON.fullmatch(line)
    return "" if not found else "LOWER" if found["step"] == "LOWER" else "HIGHER"


def only_asks_what_it_takes(line: str) -> bool:
    """Whether a line asks nothing but what a level named before it takes."""
    return bool(re.fullmatch(rf"(?:(?:{_TAKES})(?: |$))+", line))


def next_to(token: str, step: str, scale: Scale) -> str:
    """The token of the level one step from another; empty where the ladder of today ends."""
    at = TIERS.index(token) + (1 if step == "HIGHER" else -1)
    return TIERS[at] if 0 <= at < scale.current else ""
