"""The service's one way to an answer: every door asks here, and what is answered is kept."""

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.answers import Answer
from assistant.assembly import open_assistant, open_catalogue, open_records, open_suggestions
from assistant.conversation import Turn
from assistant.errors import UnknownDocumentError
from assistant.pipeline import Assistant
from assistant.places import Gazetteer
from assistant.settings import Settings
from assistant.suggestions.leads import Suggestions
from assistant.trace import Trace
from corpus.documents import Document
from corpus.programme import ProgrammeDescription, read_description
from corpus.records import Records
from index.catalogue import Catalogue
from ui.archive import Archive, Kept, UnknownAnswerError, open_archive

if TYPE_CHECKING:  # only for articles, whose readers are not needed to answer
    from assistant.suggestions.advice import Adviser


class Desk:
    """What the doors share: the assistant, the documents as indexed, and the archive.

    Attributes:
        records: None where the programme has none; then there is no calculator.
    """

    def __init__(
        self,
        *,
        settings: Settings,
        programme: ProgrammeDescription,
        assistant: Assistant,
        catalogue: Catalogue,
        records: Records | None,
        suggestions: Suggestions,
        archive: Archive,
    ) -> None:
        self.settings = settings
        self.programme = programme
        self.assistant = assistant
        self.catalogue = catalogue
        self.records = records
        self.suggestions = suggestions
        self.archive = archive
        self._turns = threading.BoundedSemaphore(settings.service.answers_at_once)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question and keep the answer.

        Raises:
            InvalidQuestionError: the question or its history cannot be taken.
            ArchiveError: the answer cannot be kept.
        """
        return self._ask(question, history)

    def follow(self, question: str, after: str) -> Answer:
        """Answer a question that follows a kept answer; otherwise as `ask`.

        Raises:
            UnknownAnswerError: no answer has this id.
        """
        earlier = self.kept(after)
        return self._ask(question, earlier.conversation(), after=earlier.answer.id)

    def kept(self, id_: str) -> Kept:
        """An answer by its id, as it was given; that of a suggested question is given now.

        Raises:
            UnknownAnswerError: no answer has this id.
            ArchiveError: the database cannot be used.
        """
        try:
            return self.archive.find(id_)
        except UnknownAnswerError:
            suggested = self.assistant.suggested(id_)
            if suggested is None:
                raise
        self.archive.keep(suggested)
        return self.archive.find(id_)

    def _ask(self, question: str, history: Sequence[Turn], *, after: str = "") -> Answer:
        # More answers at once than there are cores would only slow each other down.
        with self._turns:
            answer = self.assistant.ask(question, history)
        self.archive.keep(answer, history, after=after)
        return answer

    def explain(self, question: str, history: Sequence[Turn] = ()) -> tuple[Answer, Trace]:
        """As `ask`, with what happened on the way: the answer is worked out, even a stored one."""
        with self._turns:
            answer, trace = self.assistant.explain(question, history)
        self.archive.keep(answer, history)
        return answer, trace

    def document(self, id_: str) -> Document:
        """A document as it was indexed.

        Raises:
            UnknownDocumentError: none has this id.
        """
        found = self.catalogue.document(id_)
        if found is None:
            raise UnknownDocumentError(id_, self.catalogue.document_ids())
        return found

    @cached_property
    def adviser(self) -> "Adviser":
        """What finds questions for an article; with the assistant's own parts, not others."""
        from assistant.suggestions.advice import Adviser

        return Adviser(
            self.suggestions,
            embed=self.assistant.embed,
            gazetteer=Gazetteer(self.records.cities if self.records else ()),
            ask=self.assistant.ask,
        )

    @cached_property
    def newest(self) -> str:
        """Date of the newest fact in the documents: YYYY, YYYY-MM or YYYY-MM-DD."""
        return max((d.published for d in self.catalogue.documents()), default="")

    def close(self) -> None:
        """Let go of what is open."""
        self.archive.close()


def open_desk(settings: Settings) -> Desk:
    """The desk over the index and database that the settings name.

    Raises:
        ArchiveError: the database cannot be used.
        ProgrammeAssistantError: as `open_assistant`.
    """
    return Desk(
        settings=settings,
        programme=read_description(settings.programme),
        assistant=open_assistant(settings),
        catalogue=open_catalogue(settings),
        records=open_records(settings),
        suggestions=open_suggestions(settings),
        archive=open_archive(settings),
    )
