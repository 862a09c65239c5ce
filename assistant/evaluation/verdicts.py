"""Whether an answer is right, and if not, why.

An answer is right if it has the status it should have, holds one of each group's strings and none
of the forbidden ones, and cites one of the documents it should. Strings are compared without case,
accents and thousands separators.
"""

import re
import unicodedata
from collections.abc import Sequence

from assistant.answers import Answer
from assistant.evaluation.cases import Case


def faults(case: Case, answer: Answer) -> list[str]:
    """What is wrong with an answer, a short phrase each; empty if it is right."""
    found = []
    if answer.status not in case.wanted:
        found.append(f"status {answer.status}, not {' or '.join(case.wanted)}")
    text = comparable(answer.text)
    found += [f"lacks {group[0]!r}" for group in case.all if not holds_one(text, group)]
    found += [f"holds {banned!r}" for banned in case.none if comparable(banned) in text]
    cited = {citation.document for citation in answer.citations}
    if case.src and not cited & set(case.src):
        found.append(f"cites {', '.join(sorted(cited)) or 'nothing'}")
    if len(cited) < case.min_sources:
        found.append(f"cites {len(cited)} documents, not {case.min_sources}")
    if case.tool and case.tool not in {tool.name for tool in answer.tools}:
        found.append(f"does not use the {case.tool} tool")
    return found


def holds_one(text: str, group: Sequence[str]) -> bool:
    """Whether `text`, which is `comparable` already, holds one of the strings."""
    return any(comparable(alternative) in text for alternative in group)


def comparable(text: str) -> str:
    """Without case, accents, emphasis, citation marks and thousands separators."""
    plain = re.sub(r"\*\*| ?\[\d+\]", "", text)
    plain = re.sub("(?<=\\d)[.,\u00a0\u202f](?=\\d{3}\\b)", "", plain)
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
