"""What is kept of an asked case: all that a reader, a summary or a later run needs of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Citation, Status, ToolCall
from assistant.conversation import Turn
from assistant.evaluation.asking import Exchange
from assistant.evaluation.citations import CitationScores, citation_scores
from assistant.evaluation.grounding import misquoted, unfounded
from assistant.evaluation.refusal import confidence
from assistant.evaluation.retrieval import retrieval_scores
from assistant.evaluation.verdicts import faults
from corpus.documents import Document


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, without what its document tells of itself."""

    n: int
    document: str
    title: str
    section: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case came out; holds no times.

    Attributes:
        set: name of the question set.
        wanted: every status that is right.
        looked_for: groups of strings; the text must hold one of each.
        sources: documents that may be cited.
        faults: what is wrong, a short phrase each; empty if the answer is right.
        misquoted: quotes that are not in their document, to the letter.
        unfounded: numbers that are in nothing the answer rests on.
        confidence: of the answer, 0 to 1.
        retrieval: measures of the documents considered; None where none were looked for.
        stands_alone: whether the standalone question, asked without the conversation, is answered
            rightly; None without a conversation.
    """

    id: str
    set: str
    kind: str
    lang: str
    question: str
    history: Sequence[Turn]
    standalone: str
    wanted: Sequence[Status]
    looked_for: Sequence[Sequence[str]]
    sources: Sequence[str]
    status: Status
    text: str
    citations: Sequence[Cited]
    tools: Sequence[ToolCall]
    missing: Sequence[str]
    followups: Sequence[str]
    route: str
    found: Sequence[str]
    faults: Sequence[str]
    misquoted: Sequence[str]
    unfounded: Sequence[str]
    confidence: float
    citing: CitationScores
    retrieval: Mapping[str, float] | None
    stands_alone: bool | None

    @property
    def right(self) -> bool:
        """Whether the answer is right."""
        return not self.faults


def outcome(
    exchange: Exchange, *, set_name: str, document: Callable[[str], Document | None]
) -> Outcome:
    """Score an exchange; `document` gives the indexed document of an id."""
    case, answer = exchange.case, exchange.answer
    return Outcome(
        id=case.id,
        set=set_name,
        kind=case.kind,
        lang=case.lang,
        question=case.q,
        history=exchange.history,
        standalone=answer.standalone_question,
        wanted=case.wanted,
        looked_for=case.all,
        sources=case.src,
        status=answer.status,
        text=answer.text,
        citations=[_cited(citation) for citation in answer.citations],
        tools=answer.tools,
        missing=answer.missing,
        followups=answer.followups,
        route=exchange.route,
        found=exchange.found,
        faults=faults(case, answer),
        misquoted=misquoted(answer, document),
        unfounded=unfounded(answer, exchange.history),
        confidence=confidence(answer),
        citing=citation_scores(case, answer),
        retrieval=_retrieval(exchange),
        stands_alone=None if exchange.alone is None else not faults(case, exchange.alone),
    )


def _retrieval(exchange: Exchange) -> Mapping[str, float] | None:
    """Gold are the documents that may be cited; nothing is measured where none were looked for."""
    if not exchange.found or not exchange.case.src:
        return None
    id_ = exchange.case.id
    return retrieval_scores({id_: exchange.case.src}, {id_: exchange.found})[id_]


def _cited(citation: Citation) -> Cited:
    return Cited(
        n=citation.n,
        document=citation.document,
        title=citation.title,
        section=citation.section,
        quote=citation.quote,
        start=citation.start,
        end=citation.end,
    )
