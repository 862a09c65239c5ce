"""What no sentence of an answer may hold: links, markup, appeals to the reader, talk of itself."""

from assistant.generation.appeals_words import APPEAL, LINK, SELF, VERDICT
from assistant.generation.exhibits import Fault


def appeal(text: str, evidence: str) -> tuple[Fault, str] | None:
    """What in a text must not be shown; a link that stands to the letter in the evidence may."""
    for link in LINK.finditer(text):
        if link[0] not in evidence or "](" in link[0] or link[0][0] in "<`":
            return "link", f"{link[0]!r} is not in the evidence"
    if found := APPEAL.search(text):
        return "instruction", f"{found[0]!r} tells the reader what to do"
    if found := SELF.search(text):
        return "instruction", f"{found[0]!r} speaks of the assistant"
    if VERDICT.match(text):
        return "unsupported", "a bare yes or no is a claim of its own"
    return None
