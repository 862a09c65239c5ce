"""Small answers, cases and outcomes, to be changed where a test is about the change."""

from dataclasses import replace
from typing import Any

from assistant.answers import Answer, AnswerSentence, Citation, IndexInfo
from assistant.evaluation.cases import Case
from assistant.evaluation.citations import CitationScores
from assistant.evaluation.outcomes import Outcome

BOISE = "Boise holds silver since 2024."
CITATION = Citation(1, "city-boise", "Boise", "", None, "", "", BOISE, 0, len(BOISE), ())
ANSWER = Answer(
    id="1",
    question="q",
    standalone_question="q",
    language="en",
    status="answered",
    text="**Boise** holds silver since 2024 [1].",
    sentences=[AnswerSentence("**Boise** holds silver since 2024.", [1], "document", 0.9)],
    citations=[CITATION],
    tools=[],
    missing=[],
    followups=[],
    engine="extractive",
    index=IndexInfo("i", "2026", 1, 1),
)
OUTCOME = Outcome(
    id="c",
    set="development",
    kind="fact",
    lang="en",
    question="q",
    history=(),
    standalone="q",
    wanted=("answered",),
    looked_for=(),
    sources=(),
    status="answered",
    text="Silver.",
    citations=(),
    tools=(),
    missing=(),
    followups=(),
    route="documents",
    found=(),
    faults=(),
    misquoted=(),
    unfounded=(),
    confidence=1.0,
    citing=CitationScores(1.0, 1.0, 1.0, None),
    retrieval=None,
    stands_alone=None,
)


def case(**fields: Any) -> Case:  # noqa: ANN401  (checked by the type)
    return Case.model_validate({"id": "c", "kind": "fact", "q": "q", **fields})


def answer(**changes: Any) -> Answer:  # noqa: ANN401
    return replace(ANSWER, **changes)


def outcome(**changes: Any) -> Outcome:  # noqa: ANN401
    return replace(OUTCOME, **changes)
