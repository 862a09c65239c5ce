"""The service's one way to an answer: every door asks here, and what is answered is kept."""

import threading
from collections.abc import Sequence
from contextlib import closing

from assistant.answers import Answer
from assistant.conversation import Turn
from assistant.errors import NoDirectoryError, NoStandardError, UnknownDocumentError
from assistant.pipeline import Assistant
from assistant.settings import Settings
from assistant.streaming import Piece, Told, last
from assistant.suggestions.leads import Suggestions
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from corpus.documents import Document
from corpus.programme import ProgrammeDescription
from corpus.records import Records
from index.catalogue import Catalogue
from index.retriever import Found
from ui.archive import Archive, Kept, UnknownAnswerError, open_archive
from ui.cities import CitiesQuery, CityList
from ui.levels import TierQuery, level_answer
from ui.library import Library, open_library
from ui.passages import SearchQuery
from ui.suggested import AdviceList, ArticleBody


class Desk:
    """What the doors share: the assistant, the documents as indexed, and the archive."""

    def __init__(self, settings: Settings, library: Library, archive: Archive) -> None:
        self.settings = settings
        self.archive = archive
        self._library = library
        self._turns = threading.BoundedSemaphore(settings.service.answers_at_once)

    @property
    def library(self) -> Library:
        """The state of the index that is answered from, and all that is opened from it."""
        return self._library

    def renew(self, library: Library) -> None:
        """Answer from another state from now on; answers under way end as they began."""
        self._library = library

    @property
    def programme(self) -> ProgrammeDescription:
        """How the programme presents itself."""
        return self._library.state.programme

    @property
    def assistant(self) -> Assistant:
        """What answers."""
        return self._library.assistant

    @property
    def catalogue(self) -> Catalogue:
        """The documents as indexed."""
        return self._library.catalogue

    @property
    def records(self) -> Records | None:
        """The programme's records; None where it has none; then there is no calculator."""
        return self._library.records

    @property
    def suggestions(self) -> Suggestions:
        """The questions found to be answered."""
        return self._library.suggestions

    @property
    def newest(self) -> str:
        """Date of the newest fact in the documents: YYYY, YYYY-MM or YYYY-MM-DD."""
        return self._library.newest

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question and keep the answer.

        Raises:
            InvalidQuestionError: the question or its history cannot be taken.
            ArchiveError: the answer cannot be kept.
        """
        return last(self.tell(question, history))

    def tell(self, question: str, history: Sequence[Turn] = (), *, after: str = "") -> Told:
        """The answer to a question as it comes; it is kept when it has come.

        Our own answer is worked out before this returns. Closing the iterator ends what a language
        model is still writing, and then nothing is kept.

        Args:
            after: id of the kept answer that the question follows.

        Raises:
            InvalidQuestionError: the question or its history cannot be taken.
            ArchiveError: the answer cannot be kept.
        """
        # More answers at once than there are cores would only slow each other down. A language
        # model has a limit of its own, and whoever waits for it keeps no one else waiting.
        with self._turns:
            told = self.assistant.tell(question, history)
        return self._keeping(told, history, after)

    def follow(self, question: str, after: str) -> Answer:
        """Answer a question that follows a kept answer; otherwise as `ask`.

        Raises:
            UnknownAnswerError: no answer has this id.
        """
        earlier = self.kept(after)
        return last(self.tell(question, earlier.conversation(), after=earlier.answer.id))

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

    def explain(
        self, question: str, history: Sequence[Turn] = (), *, after: str = ""
    ) -> tuple[Told, Trace]:
        """As `tell`, with what happens on the way: the answer is worked out, even a stored one."""
        with self._turns:
            told, trace = self.assistant.recount(question, history)
        return self._keeping(told, history, after), trace

    def _keeping(self, told: Told, history: Sequence[Turn], after: str) -> Told:
        """What is told, with the answer kept: before any of it is told if it is there."""
        if self.assistant.is_fluent:
            return self._kept_at_last(told, history, after)
        whole = [*told]
        self._keep(whole[-1], history, after)
        return _again(whole)

    def _kept_at_last(self, told: Told, history: Sequence[Turn], after: str) -> Told:
        with closing(told):
            for one in told:
                self._keep(one, history, after)
                yield one

    def _keep(self, one: Piece | Answer, history: Sequence[Turn], after: str) -> None:
        if isinstance(one, Answer):
            self.archive.keep(one, history, after=after)

    def document(self, id_: str) -> Document:
        """A document as it was indexed.

        Raises:
            UnknownDocumentError: none has this id.
        """
        found = self.catalogue.document(id_)
        if found is None:
            raise UnknownDocumentError(id_, self.catalogue.document_ids())
        return found

    @property
    def has_levels(self) -> bool:
        """Whether the programme has a standard, and so a calculator."""
        return self.records is not None and self.records.standard is not None

    @property
    def has_cities(self) -> bool:
        """Whether the programme has a directory of cities."""
        return self.records is not None and bool(self.records.cities)

    @property
    def has_sources(self) -> bool:
        """Whether every document names what it was written from."""
        return self._library.has_sources

    def level(self, query: TierQuery) -> Answer:
        """The level of a number of criteria, kept like every answer.

        Raises:
            NoStandardError: the programme has no standard to reckon with.
            UnreadableCountError: it is no count and no share.
            UnknownVersionError: the standard has no such version.
            ArchiveError: the answer cannot be kept.
        """
        library = self._library  # one state for all of the answer
        if library.records is None or library.records.standard is None:
            raise NoStandardError(self.programme.id)
        answer = level_answer(
            query.given,
            standard=library.records.standard,
            writer=AnswerWriter(library.assistant.index, library.catalogue),
            version=query.standard,
            language=query.language,
        )
        self.archive.keep(answer, ())
        return answer

    def search(self, query: SearchQuery) -> Sequence[Found]:
        """The passages nearest to a question, best first.

        Raises:
            InvalidQuestionError: the question cannot be taken.
        """
        with self._turns:
            return self.assistant.search(query.q, limit=query.limit, language=query.language)

    def cities(self, query: CitiesQuery) -> CityList:
        """The cities of the directory that are wanted.

        Raises:
            NoDirectoryError: the programme has no cities.
            UnknownAreaError: an area is none we know.
        """
        if self._library.register is None:
            raise NoDirectoryError(self.programme.id)
        return self._library.register.find(query)

    def advise(self, body: ArticleBody) -> AdviceList:
        """The best questions for an article that the documents answer.

        Raises:
            UnreadableArticleError: the article cannot be read.
            BusyError: others are read first.
        """
        return self._library.articles.advise(body)

    def close(self) -> None:
        """Let go of what is open."""
        self.archive.close()


def _again(whole: Sequence[Piece | Answer]) -> Told:
    yield from whole


def open_desk(settings: Settings) -> Desk:
    """The desk over the index and database that the settings name.

    Raises:
        ArchiveError: the database cannot be used.
        ProgrammeAssistantError: as `open_assistant`.
    """
    return Desk(settings, open_library(settings), open_archive(settings))
