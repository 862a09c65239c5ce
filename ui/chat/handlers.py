"""What the chat does: it asks, tells by the sentence, finds again, explains, rates and exports.

Each handler is given what the browser sent, checked by its type, and can be called without one. No
handler raises: what goes wrong comes back as a message in the reader's language.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Answer, Language
from assistant.conversation import Turn
from assistant.errors import InvalidQuestionError
from assistant.questions import MAX_CHARS
from assistant.streaming import pieces
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
) -> Iterator[Update]:
    """Answer a question: the answer so far, step by step, and then all that belongs to it."""
    told = _explained(asked, client, desk, allowance)
    if isinstance(told, str):
        yield {"key": asked.key, "stage": "failed", "message": told}
        return
    answer, trace = told
    for number, so_far in enumerate(_growing(answer)):
        if number:
            time.sleep(PAUSE_S)
        yield {"key": asked.key, "stage": "partial", "html": _article(so_far, asked.key, templates)}
    done = exchange(answer, asked.key, templates)
    yield done | {"trail": trail(answer, trace, templates, Texts(asked.language))}


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
    told = _explained(asked, client, desk, allowance)
    if isinstance(told, str):
        return {"key": asked.key, "stage": "failed", "message": told}
    answer, trace = told
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


def _explained(
    asked: Asked, client: str, desk: Desk, allowance: Allowance
) -> tuple[Answer, Trace] | str:
    """The answer and how it came about, or what to tell the reader instead."""
    texts = Texts(asked.language)
    if problem := allowance.take(client):
        return texts("chat.too_many", seconds=problem.retry_after_s or 60)
    try:
        earlier = _earlier(desk, asked.before)
        after = earlier[-1].answer.id if earlier else ""
        return desk.explain(asked.question, _turns(earlier), after=after)
    except InvalidQuestionError:
        return _unusable(asked.question, texts)
    except ArchiveError as error:
        log.error("%s", error)
        return texts("chat.not_kept")
    except Exception:  # the reader must see a plain sentence, whatever broke
        log.exception("An answer failed")
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


def _growing(answer: Answer) -> Iterator[Answer]:
    """The answer as it grows, a sentence at a time, each with its citations."""
    told = list(pieces(answer))
    at_once = -(-len(told) // MAX_STEPS)
    text, cited = "", set[int]()
    for number, piece in enumerate(told, 1):
        text += piece.text
        cited.update(piece.sentence.citations if piece.sentence else ())
        if number % at_once == 0 and number < len(told):
            citations = [c for c in answer.citations if c.n in cited]
            yield replace(answer, text=text, citations=citations, tools=())


def _article(answer: Answer, key: str, templates: Templates) -> str:
    return templates.answer(answer, Texts(answer.language), anchor=f"source-{key}", heading="h3")
