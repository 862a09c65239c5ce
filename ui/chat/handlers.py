"""What the chat does: it asks, tells by the sentence, finds again, explains, rates and exports.

Each handler is given what the browser sent, checked by its type, and can be called without one. No
handler raises: what goes wrong comes back as a message in the reader's language.
"""

import logging
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Answer, Language
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.generation.leaving import ReaderLeftError
from assistant.questions import MAX_CHARS
from assistant.streaming import Piece, Told, last
from assistant.trace import Trace
from ui.archive import MAX_REASON, ArchiveError, Kept, UnknownAnswerError, Verdict
from ui.chat.export import conversation_json, conversation_markdown, exchange_markdown
from ui.chat.trail import trail
from ui.desk import Desk
from ui.guards.limits import Allowance
from ui.markup.templates import Templates
from ui.texts import Texts

log = logging.getLogger(__name__)

MAX_STEPS = 12
"""An answer is told in so many steps at most; a long list takes several items at once."""
PAUSE_S = 0.04
"""Between two steps, so that the eye and a screen reader can follow."""
MAX_BEFORE = 20
"""So many exchanges before a question are taken into account, the latest."""
MAX_EXPORTED = 500

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]{1,24}$")]

Update = dict[str, Any]
"""What the page is told of an exchange, JSON values: `key` and `stage`, then what goes with it."""


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Language = "en"


class Asked(_Sent):
    """A question, with the ids of the answers before it.

    Attributes:
        key: names the exchange on the page and is not known elsewhere.
    """

    key: Key
    question: str
    before: tuple[Id, ...] = ()


class Wanted(_Sent):
    """Exchanges whose kept answers are wanted again: keys and ids."""

    exchanges: Annotated[tuple[tuple[Key, Id], ...], Field(max_length=MAX_EXPORTED)]


class Rated(_Sent):
    """What a reader thinks of an answer."""

    id: Id
    verdict: Verdict
    reason: Annotated[str, Field(max_length=MAX_REASON)] = ""


class Exported(_Sent):
    """The answers of a conversation, to be taken along."""

    ids: Annotated[tuple[Id, ...], Field(max_length=MAX_EXPORTED)]
    form: Literal["markdown", "json"]


def ask(
    asked: Asked, client: str, *, desk: Desk, templates: Templates, allowance: Allowance
) -> Generator[Update, None, None]:
    """Answer a question: the answer so far, step by step, and then all that belongs to it."""
    try:
        told, trace = _explained(asked, client, desk, allowance)
        with closing(told):
            for step in _steps(told):
                if isinstance(step, Answer):
                    why = trail(step, trace, templates, Texts(asked.language))
                    yield exchange(step, asked.key, templates) | {"trail": why}
                elif step.so_far:
                    html = _article(step.so_far, asked.key, templates)
                    yield {"key": asked.key, "stage": "partial", "html": html}
    except Exception as error:  # noqa: BLE001  (the reader must see a plain sentence)
        yield {"key": asked.key, "stage": "failed", "message": _said_of(error, asked)}


def exchange(answer: Answer, key: str, templates: Templates) -> Update:
    """An exchange as the page shows it when the answer is whole."""
    return {
        "key": key,
        "stage": "done",
        "html": _article(answer, key, templates),
        "id": answer.id,
        "question": answer.question,
        "status": answer.status,
        "language": answer.language,
        "text": answer.text,
        "followups": list(answer.followups),
        "markdown": exchange_markdown(answer),
    }


def restore(wanted: Wanted, *, desk: Desk, templates: Templates) -> list[Update]:
    """The exchanges with the answers that are still kept; the others are `missing`."""
    shown: list[Update] = []
    for key, id_ in wanted.exchanges:
        kept = _found(desk, id_)
        if kept is None:
            shown.append({"key": key, "stage": "missing"})
        else:
            shown.append(exchange(kept.answer, key, templates))
    return shown


def why(
    asked: Asked, client: str, *, desk: Desk, templates: Templates, allowance: Allowance
) -> Update:
    """The evidence trail of a question asked earlier, by going the same way again."""
    try:
        told, trace = _explained(asked, client, desk, allowance)
        answer = last(told)
    except Exception as error:  # noqa: BLE001  (as above)
        return {"key": asked.key, "stage": "failed", "message": _said_of(error, asked)}
    shown = trail(answer, trace, templates, Texts(asked.language))
    return {"key": asked.key, "stage": "done", "id": answer.id, "trail": shown}


def rate(rated: Rated, *, desk: Desk) -> Update:
    """Keep what a reader thinks of an answer."""
    try:
        desk.archive.rate(rated.id, rated.verdict, rated.reason)
    except UnknownAnswerError:
        return {"stage": "failed", "message": Texts(rated.language)("chat.unknown_answer")}
    except ArchiveError as error:
        log.error("%s", error)
        return {"stage": "failed", "message": Texts(rated.language)("chat.not_kept")}
    return {"stage": "done"}


def export(exported: Exported, *, desk: Desk) -> Update:
    """A conversation as a file: its text, name and media type."""
    found = (_found(desk, id_) for id_ in exported.ids)
    kept = [one for one in found if one is not None]
    name = desk.programme.name
    file = f"{desk.programme.id}-{max((one.given[:10] for one in kept), default='')}"
    if exported.form == "json":
        text = conversation_json(name, kept)
        return {"stage": "done", "text": text, "name": f"{file}.json", "type": "application/json"}
    text = conversation_markdown(name, kept, Texts(exported.language))
    return {"stage": "done", "text": text, "name": f"{file}.md", "type": "text/markdown"}


def _explained(asked: Asked, client: str, desk: Desk, allowance: Allowance) -> tuple[Told, Trace]:
    """The answer as it comes, and how it comes about.

    Raises:
        _TooManyError: the client has asked too often.
        Exception: as `Desk.explain`.
    """
    if problem := allowance.take(client):
        raise _TooManyError(problem.retry_after_s or 60)
    earlier = _earlier(desk, asked.before)
    after = earlier[-1].answer.id if earlier else ""
    return desk.explain(asked.question, _turns(earlier), after=after)


class _TooManyError(Exception):
    """A client has asked too often, and may again after so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def _said_of(error: Exception, asked: Asked) -> str:
    """What the reader is told of what went wrong."""
    texts = Texts(asked.language)
    match error:
        case _TooManyError():
            return texts("chat.too_many", seconds=error.seconds)
        case InvalidQuestionError():
            return _unusable(asked.question, texts)
        case ArchiveError():
            log.error("%s", error)
            return texts("chat.not_kept")
        case ReaderLeftError():  # who is not told any more
            return texts("chat.stopped")
        case _:
            log.error("An answer failed", exc_info=error)
            return texts("chat.broken")


def _unusable(question: str, texts: Texts) -> str:
    if len(question) > MAX_CHARS:
        return texts("chat.too_long", length=f"{len(question)}", most=f"{MAX_CHARS}")
    if not any(character.isalnum() for character in question):
        return texts("chat.empty_question")
    return texts("chat.not_text")


def _earlier(desk: Desk, before: Sequence[str]) -> list[Kept]:
    """The answers before a question, as far as they are still kept."""
    found = (_found(desk, id_) for id_ in before[-MAX_BEFORE:])
    return [kept for kept in found if kept]


def _turns(earlier: Sequence[Kept]) -> list[Turn]:
    """What was said before, without what was offered to ask next.

    The first answer may have followed others, where the conversation goes on from a page.
    """
    turns = list(earlier[0].history) if earlier else []
    for kept in earlier:
        turns.append(Turn(role="user", content=kept.answer.question))
        turns.append(Turn(role="assistant", content=kept.answer.text))
    return turns


def _found(desk: Desk, id_: str) -> Kept | None:
    try:
        return desk.kept(id_)
    except UnknownAnswerError:
        return None
    except ArchiveError as error:
        log.error("%s", error)
        return None


def _steps(told: Told) -> Iterator[Piece | Answer]:
    """The pieces at whose end the page is told, and the whole answer.

    What a language model writes is told as it comes. An answer that is there already grows a little
    at a time, in few steps.
    """
    for one in told:
        if isinstance(one, Piece) and one.so_far and one.so_far.id:
            yield from _paced([one, *told])
        elif isinstance(one, Answer) or one.text:
            yield one


def _paced(rest: Sequence[Piece | Answer]) -> Iterator[Piece | Answer]:
    *told, answer = rest
    at_once = -(-len(told) // MAX_STEPS)
    for place, piece in enumerate(told[at_once - 1 : -1 : at_once or 1]):
        if place:
            time.sleep(PAUSE_S)
        yield piece
    yield answer


def _article(answer: Answer, key: str, templates: Templates) -> str:
    return templates.answer(answer, Texts(answer.language), anchor=f"source-{key}", heading="h3")
