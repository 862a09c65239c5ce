"""Questions that might be suggested: those that documents list or suggest, and of the records.

Whether they are answered is found out by `trials`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from assistant.answers import Language, ToolName
from assistant.languages import detect
from assistant.suggestions.heading_questions import heading_questions
from assistant.suggestions.record_questions import record_questions, topic_questions
from assistant.suggestions.store import Origin
from corpus.documents import Document
from corpus.programme import ProgrammeDescription
from corpus.records import Records

LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, and what an answer must be like for it to be suggested.

    Attributes:
        template: questions with the same one are alike; a document's list counts as one.
        documents: one of them must be cited, if there are any and no tool answers.
        tool: it must have been used, if it is named.
        topics: what the question is about, where its template tells.
    """

    question: str
    language: Language
    origin: Origin
    template: str
    documents: Sequence[str] = ()
    tool: ToolName | None = None
    topics: Sequence[str] = ()


def candidates(
    description: ProgrammeDescription, documents: Sequence[Document], records: Records | None
) -> list[Candidate]:
    """All questions to try, starters first; one that comes twice is tried once."""
    found: dict[str, Candidate] = {}
    for candidate in _all(description, documents, records):
        found.setdefault(candidate.question, candidate)
    return list(found.values())


def _all(
    description: ProgrammeDescription, documents: Sequence[Document], records: Records | None
) -> Iterator[Candidate]:
    spoken = [language for language in LANGUAGES if language in description.languages]
    for language in spoken:
        for n, question in enumerate(description.starters.get(language, ())):
            yield Candidate(question, language, "starter", f"starter:{n}")
    for document in documents:
        for question in document.questions:
            language = detect(question, default=_spoken(document.language))
            template = f"document:{document.id}"
            yield Candidate(
                question, language, "document", template, (document.id,), topics=document.topics
            )
    for document, question in heading_questions(documents):
        language = detect(question, default=_spoken(document.language))
        template = f"document:{document.id}"
        yield Candidate(
            question, language, "heading", template, (document.id,), topics=document.topics
        )
    if records is None:
        return
    for language in spoken:
        for asked in record_questions(records, language):
            yield Candidate(
                asked.question, language, "record", asked.template, tool=asked.tool,
                topics=asked.topics,
            )  # fmt: skip
        for asked in topic_questions(records, documents, language):
            yield Candidate(
                asked.question, language, "record", asked.template, asked.documents,
                topics=asked.topics,
            )  # fmt: skip


def _spoken(language: str) -> Language:
    return next((known for known in LANGUAGES if known == language), "en")
