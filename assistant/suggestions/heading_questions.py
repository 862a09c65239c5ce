"""Questions to documents that list none: what their headings and definitions suggest.

Whether they are answered is found out by `trials`, so they may be bold.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from assistant.answers import Language
from assistant.folding import fold
from corpus.chunker import ChunkerSettings, chunk
from corpus.documents import Document

MOST_OF_ONE = 6
"""So many questions to one document."""

MOST_OF_ALL = 400
"""So many in all, so that trying them ends soon; the first of each document come first."""

_NUMBERED = re.compile(r"^[\d.()]+\s+")
_ASKING = frozenset(
    """what which who whose when where why how if whether que quien cual cuando donde como si quem
    qual quando onde se there it this that these those introduction contents summary appendix
    introduccion indice resumen anexo introducao sumario resumo""".split()
)
"""Words that a heading begins with that names no thing, or one that every document has."""

_SAYING = frozenset(
    """is are was were be can may must should will has have had does do es son fue fueron puede
    pueden debe deben tiene tienen hay sao foi pode podem deve devem tem ha""".split()
)
"""Words by which a heading is a sentence of its own."""

_LONGEST = 70
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a language asks what something is, and what is said about a heading's subject."""

    defined: re.Pattern[str]
    one: str
    several: str
    about: str


_WORDINGS: Mapping[Language, _Wording] = {
    "en": _Wording(
        re.compile(
            r"(?P<article>An? |The )?(?P<what>[A-Z][\w&'’ -]{2,50}?) (?P<verb>is|are)"
            r" (?:an?|the|one|those|all)\b"
        ),
        "What is {what}?",
        "What are {what}?",
        "Tell me about {what}.",
    ),
    "es": _Wording(
        re.compile(
            r"(?P<article>El |La |Los |Las |Una? )?(?P<what>[^\W\d_][\w&'’ -]{2,50}?)"
            r" (?P<verb>es|son) (?:una?|el|la|los|las|aquell[oa]s)\b"
        ),
        "¿Qué es {what}?",
        "¿Qué son {what}?",
        "Hábleme de {what}.",
    ),
    "pt": _Wording(
        re.compile(
            r"(?P<article>O |A |Os |As |Uma? )?(?P<what>[^\W\d_][\w&'’ -]{2,50}?) (?P<verb>é|são)"
            r" (?:uma?|o|a|os|as|aquel[ea]s)\b"
        ),
        "O que é {what}?",
        "O que são {what}?",
        "Fale sobre {what}.",
    ),
}


def heading_questions(documents: Sequence[Document]) -> Iterator[tuple[Document, str]]:
    """Questions to those documents that list none themselves, each with its document."""
    silent = [document for document in documents if not document.questions]
    columns = zip_longest(*(_questions_to(document) for document in silent))
    found = [
        (document, question)
        for column in columns
        for document, question in zip(silent, column, strict=True)
        if question
    ]
    yield from found[:MOST_OF_ALL]


def _questions_to(document: Document) -> list[str]:
    """Its headings that are questions, what it defines, and what its headings are about."""
    wording = next((own for code, own in _WORDINGS.items() if code == document.language), None)
    if wording is None:
        return []
    passages = chunk(document, ChunkerSettings())
    headings = [title for passage in passages for title in passage.headings[-1:]]
    asked = [title for title in headings if title.rstrip().endswith("?")]
    told = [subject for title in headings if title not in asked and (subject := _subject(title))]
    first = [document.text[span.start : span.end] for p in passages for span in p.sentences[:1]]
    defined = [question for text in first if (question := _definition(text, wording))]
    about = [wording.about.format(what=_within(title)) for title in told]
    return list(dict.fromkeys((*asked, *defined, *about)))[:MOST_OF_ONE]


def _definition(text: str, wording: _Wording) -> str:
    """'What is a prerequisite?' of 'A prerequisite is a …'; empty of another sentence."""
    found = wording.defined.match(" ".join(text.split()))
    if found is None or not _subject(found["what"]):
        return ""
    article = (found["article"] or "").lower()
    several = found["verb"] in ("are", "son", "são")
    what = article + (_within(found["what"]) if not article else found["what"])
    return (wording.several if several else wording.one).format(what=what)


def _subject(title: str) -> str:
    """What a heading is about, before any colon or comma; empty if it is no name of a thing."""
    subject = re.split(r"\s*(?:[:;,–—]|\s-\s)", _NUMBERED.sub("", title))[0].strip()
    words = fold(subject).split()
    short = 0 < len(words) <= _MOST_WORDS and len(subject) <= _LONGEST
    told = short and not subject.endswith((".", "!", "?")) and any(map(str.isalpha, subject))
    return subject if told and words[0] not in _ASKING and _SAYING.isdisjoint(words) else ""


def _within(title: str) -> str:
    """A heading within a sentence: without its first capital, unless that is part of a name."""
    first, *rest = title.split()
    name = any(c.isupper() for c in first[1:]) or any(word[0].isupper() for word in rest)
    return title if name else title[:1].lower() + title[1:]
