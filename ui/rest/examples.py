"""Examples for the description of the REST door: real answers, their sources shortened."""

import json

_QUOTE = (
    "Recife, Brazil, holds gold in the What Works Cities Certification, announced on "
    "23 January 2024."
)
_SAID = "Recife, Brazil, was first certified **on 23 January 2024**, at gold"
_SOURCE = {
    "title": "Recife gold certification",
    "publisher": "City of Recife",
    "url": "https://desenvolvimentoeconomico.recife.pe.gov.br/prefeitura-do-recife-74",
    "published": "2024-01",
}
_INDEX = {
    "id": "8f718b324c8b",
    "built": "2026-11-25T12:00:00Z",
    "documents": 115,
    "passages": 1054,
}

ANSWER: dict[str, object] = {
    "id": "b159e5af65b32fe8",
    "question": "since when is Recife certified?",
    "standalone_question": "since when is Recife certified?",
    "language": "en",
    "status": "answered",
    "text": f"{_SAID} [1].",
    "sentences": [{"text": f"{_SAID}.", "citations": [1], "origin": "record", "support": 1.0}],
    "citations": [
        {
            "n": 1,
            "document": "city-recife",
            "title": "Recife, Brazil: COMPAZ peace centres in violent neighbourhoods",
            "section": "Recife's certification level: gold",
            "page": None,
            "url": "",
            "published": "2024-02",
            "quote": _QUOTE,
            "start": 106,
            "end": 106 + len(_QUOTE),
            "sources": [_SOURCE],
        }
    ],
    "tools": [
        {
            "name": "directory",
            "arguments": {"ask": "since", "cities": ["recife"]},
            "result": {"awards": [{"id": "recife", "level": "gold", "date": "2024-01-23"}]},
        }
    ],
    "missing": [],
    "followups": ["What did Recife do to get gold?"],
    "engine": "extractive",
    "index": _INDEX,
    "timings_ms": {"condense": 0.4, "route": 6.1, "verify": 0.3, "cite": 0.2, "suggest": 1.2},
}
"""To a question about a city."""

_RULE = (
    "Gold, the second level of What Works Cities Certification, goes to a city that meets 68-84 % "
    "of the 43 criteria in the standard of 2022."
)
_REACHED = "**Gold.** 33 of 43 criteria is 76.7 %; gold runs from 68 to 84 %"

TIER: dict[str, object] = {
    "id": "506d41e953dcdc45",
    "question": "33",
    "standalone_question": "33",
    "language": "en",
    "status": "answered",
    "text": f"{_REACHED} [1].",
    "sentences": [{"text": f"{_REACHED}.", "citations": [1], "origin": "tool", "support": 1.0}],
    "citations": [
        {
            "n": 1,
            "document": "standard-current",
            "title": "The current standard (2022): 43 criteria, eight practice areas and three "
            "levels",
            "section": "Thresholds for platinum, gold and silver",
            "page": None,
            "url": "",
            "published": "2026-01-15",
            "quote": _RULE,
            "start": 424,
            "end": 424 + len(_RULE),
            "sources": [_SOURCE],
        }
    ],
    "tools": [
        {
            "name": "tier",
            "arguments": {"ask": "level", "standard": "v2022", "met": 33},
            "result": {"met": 33, "share": "33/43", "percent": 76.7, "level": "gold"},
        }
    ],
    "missing": [],
    "followups": ["How many more for platinum?"],
    "engine": "extractive",
    "index": _INDEX,
    "timings_ms": {"verify": 0.4, "cite": 0.3},
}
"""Of 33 criteria."""

_EVENTS: tuple[tuple[str, object], ...] = (
    ("start", {k: ANSWER[k] for k in ("id", "standalone_question", "language", "status")}),
    ("sentence", {"text": ANSWER["text"], "citations": [1], "origin": "record"}),
    ("citations", ANSWER["citations"]),
    ("done", ANSWER),
)
STREAM = "".join(f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in _EVENTS)
"""The same answer as server-sent events."""

PROBLEM: dict[str, object] = {
    "type": "about:blank",
    "title": "Unprocessable Entity",
    "status": 422,
    "detail": "The question is empty. Ask something in a few words.",
}
