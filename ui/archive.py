"""What the service keeps: every answer as it was given, and what readers thought of it.

An answer's id stands for what was asked and what was said, so the same answer is kept once, the
first time. It can be read when the index it came from is long gone: its quotes are in it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import JSON, ForeignKey, Index, String, Text, create_engine, event, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

from assistant.answers import Answer, to_json
from assistant.conversation import Turn
from assistant.settings import Settings
from corpus.errors import ProgrammeAssistantError

FILE = "answers.sqlite"
MAX_TURNS = 6
"""So many of the latest turns before a question are kept with its answer."""
MAX_REASON = 2000
"""Longest reason for a rating that is kept, in characters."""

Verdict = Literal["helpful", "unhelpful"]
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_TURNS: TypeAdapter[tuple[Turn, ...]] = TypeAdapter(tuple[Turn, ...])
_VERDICT: TypeAdapter[Verdict] = TypeAdapter(Verdict)


class ArchiveError(ProgrammeAssistantError):
    """The database cannot be used."""

    def __init__(self, address: URL | str, reason: object) -> None:
        shown = address.render_as_string() if isinstance(address, URL) else address
        super().__init__(f"The database {shown} cannot be used: {reason}")


class UnknownAnswerError(ProgrammeAssistantError):
    """No answer with this id was ever given here."""

    def __init__(self, id_: str) -> None:
        super().__init__(f"There is no answer '{id_}' here.")
        self.id = id_


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was given.

    Attributes:
        given: when: ISO 8601 in UTC, to the second.
        history: the latest turns before its question.
        after: id of the answer that the question followed; empty if it followed none kept.
    """

    answer: Answer
    given: str
    history: Sequence[Turn] = ()
    after: str = ""

    def conversation(self) -> list[Turn]:
        """The latest turns before a question that follows this answer."""
        asked = Turn(role="user", content=self.answer.question)
        said = Turn(role="assistant", content=self.answer.text)
        return [*self.history, asked, said][-MAX_TURNS:]


class _Base(DeclarativeBase):
    pass


class _AnswerRow(_Base):
    __tablename__ = "answers"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    given: Mapped[datetime]
    question: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    status: Mapped[str] = mapped_column(String(16))
    index_id: Mapped[str] = mapped_column(String(64))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)

    __table_args__ = (Index("answers_by_status", "status", "given"),)


class _HistoryRow(_Base):
    """What an answer followed; most follow nothing."""

    __tablename__ = "histories"

    answer: Mapped[str] = mapped_column(ForeignKey("answers.id"), primary_key=True)
    after: Mapped[str] = mapped_column(String(64))
    turns: Mapped[list[dict[str, str]]] = mapped_column(JSON)


class _RatingRow(_Base):
    __tablename__ = "ratings"

    id: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(ForeignKey("answers.id"), index=True)
    given: Mapped[datetime]
    verdict: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text)


class Archive:
    """Answers and ratings in a database; safe to use from several threads."""

    def __init__(self, address: URL | str) -> None:
        """Open the database, and make its tables where they are missing.

        Raises:
            ArchiveError: the address is not one, or the database cannot be reached or written to.
        """
        try:
            self._address = make_url(address)
            self._engine = create_engine(self._address)
            if self._address.get_backend_name() == "sqlite":
                event.listen(self._engine, "connect", _write_ahead)
            _Base.metadata.create_all(self._engine)
        except (ArgumentError, ImportError, OSError, SQLAlchemyError) as error:
            raise ArchiveError(address, _reason(error)) from error
        self._sessions = sessionmaker(self._engine)

    def keep(self, answer: Answer, history: Sequence[Turn] = (), *, after: str = "") -> None:
        """Keep an answer unless it is kept already; its times are not part of it.

        Args:
            history: the turns before its question, of which the latest are kept.
            after: id of the kept answer that the question followed.

        Raises:
            ArchiveError: it cannot be written.
        """
        row = _AnswerRow(
            id=answer.id,
            given=_now(),
            question=answer.question,
            language=answer.language,
            status=answer.status,
            index_id=answer.index.id,
            body={**to_json(answer), "timings_ms": {}},
        )
        with self._session() as session:
            if session.get(_AnswerRow, answer.id) is not None:
                return
            session.add(row)
            try:
                session.flush()
                if history:
                    turns = [turn.model_dump() for turn in history[-MAX_TURNS:]]
                    session.add(_HistoryRow(answer=answer.id, after=after, turns=turns))
                session.commit()
            except IntegrityError:  # another thread or process has just kept the same
                session.rollback()

    def find(self, id_: str) -> Kept:
        """An answer as it was given.

        Raises:
            UnknownAnswerError: none has this id.
            ArchiveError: the database cannot be read.
        """
        with self._session() as session:
            row = session.get(_AnswerRow, id_)
            before = session.get(_HistoryRow, id_)
        if row is None:
            raise UnknownAnswerError(id_)
        return Kept(
            _ANSWER.validate_python(row.body),
            row.given.isoformat() + "Z",
            _TURNS.validate_python(before.turns) if before else (),
            before.after if before else "",
        )

    def rate(self, id_: str, verdict: Verdict, reason: str = "") -> None:
        """Keep what a reader thought of an answer.

        Raises:
            UnknownAnswerError: none has this id.
            ArchiveError: it cannot be written.
        """
        with self._session() as session:
            if session.get(_AnswerRow, id_) is None:
                raise UnknownAnswerError(id_)
            session.add(
                _RatingRow(answer=id_, given=_now(), verdict=verdict, reason=reason[:MAX_REASON])
            )
            session.commit()

    def ratings(self, id_: str) -> list[tuple[Verdict, str]]:
        """What readers thought of an answer: verdicts and reasons, oldest first."""
        wanted = select(_RatingRow).where(_RatingRow.answer == id_).order_by(_RatingRow.id)
        with self._session() as session:
            rows = session.scalars(wanted).all()
        return [(_VERDICT.validate_python(row.verdict), row.reason) for row in rows]

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with self._sessions(expire_on_commit=False) as session:
                yield session
        except SQLAlchemyError as error:
            raise ArchiveError(self._address, _reason(error)) from error


def open_archive(settings: Settings) -> Archive:
    """The archive that the settings name.

    Raises:
        ArchiveError: it cannot be used.
    """
    if settings.service.database:
        return Archive(settings.service.database)
    path = settings.data_dir / FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(str(path), error.strerror or error) from error
    return Archive(URL.create("sqlite", database=str(path)))


def _write_ahead(connection: Any, _record: object) -> None:  # noqa: ANN401  (the driver's own)
    """Readers do not wait for a writer, and a kill between two commits loses neither."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA busy_timeout=10000")
    cursor.close()


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None)


def _reason(error: Exception) -> object:
    """What the driver says, without SQLAlchemy's wrapping."""
    return getattr(error, "orig", None) or error
