"""Which language a page is in: what its address says, else what the reader's browser asks for."""

from fastapi import Request

from assistant.answers import Language
from ui.texts import LANGUAGES


def language_of(request: Request) -> Language:
    """The language of a request, English where it wants none that we speak."""
    wanted = [request.query_params.get("lang", "")]
    for part in request.headers.get("accept-language", "").split(","):
        name, _, weight = part.partition(";")
        if weight.strip() != "q=0":
            wanted.append(name)
    for name in wanted:
        short = name.strip().lower().partition("-")[0]
        for language in LANGUAGES:
            if short == language:
                return language
    return "en"
