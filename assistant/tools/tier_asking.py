"""What a line without an amount asks: what levels take, or a level that it gives no count for.

A line is what `tier_grammar` makes of a question, its version and total taken out.
"""

import re

from assistant.tools.level_names import ANY_TIER
from assistant.tools.tier_words import has, strange


def asks_levels(line: str, named: int) -> bool:
    """Whether it asks what several levels take, or all.

    Args:
        named: how many levels it names.
    """
    how_many = has(line, "HOWMANY") and has(line, "CRITERIA")
    if named > 1:
        about = how_many or has(
            line, "COMPARE", "THRESHOLD", "PERCENTAGE", "NEED", "REACH", "BEGIN"
        )
        return about and strange(line) <= 1
    if named and has(line, "BAND", "MAXIMUM") and strange(line) <= 1:
        return True
    every = has(line, "LEVELS") or (has(line, "LEVEL") and has(line, "EACH"))
    if named or strange(line) > 1:
        return False
    bare = has(line, "THRESHOLD") and not strange(line)
    bare = bare or bool(re.fullmatch(r"(?:(?:WHICH|HOWMANY|THE|CERTIFIED|OF|;) )*LEVELS", line))
    return (
        bare
        or (has(line, "LEVEL") and has(line, "THRESHOLD"))
        or (every and (how_many or has(line, "THRESHOLD", "PERCENTAGE", "MINIMUM")))
    )


def lacks_count(line: str, tiers: tuple[str, ...]) -> bool:
    """Whether it asks for a level, or what is missing to one, without a count to tell it from."""
    if re.fullmatch(r"(?:; )?(?:IF )?WE REACH CERTIFIED", line):
        return True  # 'do we get anything?'
    if strange(line) or has(line, "CERTIFIED"):
        return False
    if tiers or has(line, "NEXT"):
        more = has(line, "MORE") and has(line, "HOWMANY", "NEED")
        ours = re.fullmatch(rf"(?:; )?WE (?:HAVE |REACH )?{ANY_TIER}", line)
        return more or bool(ours) or has(line, "MISSING", "HOWFAR")
    at = re.search(r"LEVEL (?:\S+ )?WE(?!\S)|WE (?:\S+ )?LEVEL(?!\S)|STAND .*LEVEL", line)
    return bool(at) and not has(line, "HOWMANY", "CRITERIA")


def asks_tier(line: str) -> bool:
    """Whether it asks what one level takes, judged by what it asks for and how plainly."""
    if has(line, "LOSE", "ADD"):
        return False
    unknown = strange(line)
    if has(line, "THRESHOLD", "BEGIN") and unknown <= 2:
        return True
    if has(line, "COMPARE") and not unknown:
        return True  # 'which is harder, gold in 2019 or gold today'
    if has(line, "PERCENTAGE") or (has(line, "HOWMANY") and has(line, "CRITERIA")):
        return unknown <= (0 if has(line, "MEET", "HAVE") else 1)
    to_it = re.search(rf"(?:FOR|NEED)(?: OF| REACH)* {ANY_TIER}", line)
    to_it = to_it or re.search(rf"{ANY_TIER} NEED(?!\S)", line)
    takes = has(line, "NEED", "REACH") and has(line, "WHICH", "HOWMANY")
    counted = has(line, "HOWMANY", "CRITERIA") and bool(to_it)
    needs = bool(to_it) and has(line, "NEED")
    return not unknown and (takes or counted or needs or has(line, "MINIMUM"))
