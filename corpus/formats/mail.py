"""E-mail: subject, sender and date, the text, and what is attached as files of their own."""

import email
import email.policy
import email.utils
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePosixPath

from corpus.formats import html, plain_text
from corpus.formats.dates import day
from corpus.formats.drafts import Draft, Parcel, Part, Refusal
from corpus.formats.encodings import decoded
from corpus.formats.manuscript import Manuscript
from corpus.formats.sniffing import KINDS
from corpus.limits import Limits


def read(content: bytes, limits: Limits) -> Parcel:
    """A message and its attachments; pictures and the like are named, not read.

    Raises:
        Refusal: it has neither text nor attachments that are read.
    """
    message = email.message_from_bytes(content, policy=email.policy.default)
    if not message.keys():
        raise Refusal("is no e-mail: it has no header")
    attached = list(_attachments(message))
    if len(attached) > limits.members:
        raise Refusal(f"holds {len(attached):,} files; at most {limits.members:,} are read")
    draft = _draft(message, limits)
    tried = [part for part in attached if PurePosixPath(part.name).suffix.lower() in KINDS]
    if not draft.text and not tried:
        raise Refusal("is an e-mail without text")
    skipped = [part.name for part in attached if part not in tried]
    return Parcel(tried, draft if draft.text else None, skipped)


def _draft(message: EmailMessage, limits: Limits) -> Draft:
    subject = str(message.get("subject", "")).strip()
    sent = _sent(message)
    manuscript = Manuscript(limits)
    _write_body(manuscript, message)
    if not manuscript.has_text:
        return Draft("")
    whole = Manuscript(limits)
    whole.heading(subject, 1)
    whole.statement(["From", "Date"], [str(message.get("from", "")), sent])
    _write_body(whole, message)
    text, places = whole.finished()
    return Draft(text, title=subject, published=sent, places=places)


def _sent(message: EmailMessage) -> str:
    try:
        return day(email.utils.parsedate_to_datetime(str(message.get("date", ""))))
    except ValueError:
        return ""


def _write_body(manuscript: Manuscript, message: EmailMessage) -> None:
    """The text as its sender wrote it, plain if there is both."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return
    if body.get_content_type() == "text/html":
        html.write_whole(manuscript, content)
    else:
        text, _ = decoded(content, body.get_content_charset(""))
        plain_text.write(manuscript, text)


def _attachments(message: EmailMessage) -> Iterator[Part]:
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            yield Part(name or f"message {number}.eml", inner.as_bytes())
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield Part(name or f"attachment {number}", content, part.get_content_type())
