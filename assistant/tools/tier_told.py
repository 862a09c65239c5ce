"""An amount told before it is asked about, as in '26 of the 43 held up. Where are we?'.

What else is told there does not matter to the calculator; that the amount is one of criteria must
be plain from what it is counted out of, or in.
"""

import re
from collections.abc import Sequence

from assistant.tools.numerals import numerals
from assistant.tools.sentences import sentences
from assistant.tools.tier_scale import scale_of
from assistant.tools.tier_words import has, line_of
from corpus.records import Standard

_AMOUNT = r"(?<!\S)(\d+(?:\.\d+)?%?)(?!\S)"
_CHANGED = (
    *("NOT", "LOSE", "ALLBUT", "MINUS", "LESS", "NEED", "ADD", "NEARLY", "SOME", "CITIES"),
    *("MORE", "IF"),
)
"""What makes an amount another than that of the criteria met."""
_ELSEWHERE = re.compile(
    r"(?<!\S)(?:they|their|theirs|them|neighbou?rs?|neighbou?ring|rival|vecin[oa]s?|vizinh[oa]s?)(?!\S)"
)


def asked_of_the_told(question: str, standard: Standard) -> str | None:
    """A question with what is told before it cut down to the amount; None if it tells none."""
    parts = sentences(question)
    asking = next((n for n, part in enumerate(parts) if part.rstrip().endswith("?")), 0)
    said, asked = parts[:asking], " ".join(parts[asking:])
    if not said or re.search(r"\d", numerals(asked.lower())):
        return None
    amounts = {amount for part in said for amount in _amounts(part, standard)}
    if len(amounts) != 1:
        return None
    return f"{amounts.pop()}. {asked}"


def _amounts(part: str, standard: Standard) -> Sequence[str]:
    """The amounts of met criteria that a sentence gives; nothing if any may be something else."""
    line = line_of(numerals(part.lower()), scale_of(standard))
    if has(line, *_CHANGED) or _ELSEWHERE.search(line):
        return ()
    told = "We miss" if has(line, "MISS", "MISSING") else "We meet"
    totals = "|".join(str(version.criteria) for version in standard.versions)
    out_of = re.findall(
        rf"{_AMOUNT} (?:CRITERIA |MEET |HAVE )*OF (?:THE |EACH |WE )*({totals})(?!\S)", line
    )
    if out_of:
        return [f"{told} {met} of {total}" for met, total in out_of]
    counted = re.findall(rf"{_AMOUNT} (?:OF (?:THE |EACH |WE )*)?CRITERIA", line)
    if not has(line, "WE", "MEET", "HAVE"):  # 'a page speaks of 45 criteria'
        counted = [met for met in counted if met not in totals.split("|")]
    return [f"{told} {met}{' of the' if '%' in met else ''} criteria" for met in counted]
