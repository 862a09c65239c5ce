"""Small sets of suggestions with vectors one can check by eye, and the fixture programme's."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.answers import Answer, Citation, IndexInfo, Language, Status, ToolCall
from assistant.settings import Settings
from assistant.suggestions.store import Failure, Suggestion, Trials, Tried
from assistant.upkeep import build_index

HARBOUR_WATCH = Path(__file__).parents[2] / "fixtures" / "programme"


def suggestion(
    question: str,
    *,
    language: Language = "en",
    template: str = "",
    cities: tuple[str, ...] = (),
    documents: tuple[str, ...] = (),
    said: tuple[str, ...] = (),
) -> Suggestion:
    return Suggestion(
        question=question,
        language=language,
        origin="document",
        template=template or question,
        theme="city",
        topics=(),
        cities=cities,
        documents=documents,
        said=said,
        answer="",
    )


def tried(
    rows: Sequence[tuple[Suggestion, tuple[float, float]]], *, failed: Sequence[str] = ()
) -> Tried:
    """Suggestions with directions in the plane.

    Each has a Portuguese counterpart in the opposite direction, so that any two are unlike.
    """
    opposite = [
        (suggestion(f"Pergunta {n}", language="pt"), (-x, -y)) for n, (_, (x, y)) in enumerate(rows)
    ]
    both = [*rows, *opposite]
    failures = [
        Failure(question=q, language="en", origin="tool", document="", reason="not answered")
        for q in failed
    ]
    vectors = np.array([vector for _, vector in both], np.float32)
    return Tried(
        Trials(kept=tuple(row for row, _ in both), failures=tuple(failures), topics={}),
        vectors / np.linalg.norm(vectors, axis=1, keepdims=True),
    )


def answer(
    question: str,
    *,
    language: Language = "en",
    status: Status = "answered",
    documents: Sequence[str] = (),
    tools: Sequence[ToolCall] = (),
    followups: Sequence[str] = (),
    missing: Sequence[str] = (),
) -> Answer:
    citations = tuple(
        Citation(n, id_, id_, "", None, "", "", "", 0, 0, ())
        for n, id_ in enumerate(documents, start=1)
    )
    return Answer(
        id="0" * 16,
        question=question,
        standalone_question=question,
        language=language,
        status=status,
        text="",
        sentences=(),
        citations=citations,
        tools=tools,
        missing=missing,
        followups=followups,
        engine="extractive",
        index=IndexInfo("", "", 0, 0),
    )


@pytest.fixture(scope="session")
def harbour_settings(
    shipped_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    """Another programme, without records, indexed with the model that is prepared already."""
    settings = Settings(
        programme=HARBOUR_WATCH,
        data_dir=tmp_path_factory.mktemp("harbour"),
        cache_dir=shipped_settings.cache_dir,
    )
    build_index(settings, progress=lambda *_: None)
    return settings
