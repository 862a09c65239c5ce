"""How well an answer's citations point at what a case asks for."""

from dataclasses import dataclass

from assistant.answers import Answer
from assistant.evaluation.cases import Case
from assistant.evaluation.grounding import tool_text
from assistant.evaluation.verdicts import comparable, holds_one


@dataclass(frozen=True, slots=True)
class CitationScores:
    """Shares from 0 to 1; None where there is nothing to take a share of.

    Attributes:
        documents: of the citations, those of a document that may be cited.
        spans: of the citations, those whose quote holds one of the strings looked for.
        recall: of the groups of strings, those that a quote or a tool result holds.
        figures: of the groups that ask for a figure, those that the answer's text holds.
    """

    documents: float | None
    spans: float | None
    recall: float | None
    figures: float | None


def citation_scores(case: Case, answer: Answer) -> CitationScores:
    """The scores of one answer."""
    quotes = [comparable(citation.quote) for citation in answer.citations]
    evidence = [*quotes, comparable(tool_text(answer.tools))]
    text = comparable(answer.text)
    asked = [group for group in case.all if any(c.isdigit() for s in group for c in s)]
    return CitationScores(
        documents=_share([c.document in case.src for c in answer.citations] if case.src else []),
        spans=_share([any(holds_one(q, g) for g in case.all) for q in quotes] if case.all else []),
        recall=_share([any(holds_one(text, group) for text in evidence) for group in case.all]),
        figures=_share([holds_one(text, group) for group in asked]),
    )


def _share(held: list[bool]) -> float | None:
    return round(sum(held) / len(held), 6) if held else None
