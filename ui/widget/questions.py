"""Which questions stand under an article: by the documents it rests on, or by its own text."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.answers import Language
from assistant.suggestions.leads import MAX_TWINS, Suggestions
from assistant.suggestions.likeness import content
from assistant.suggestions.store import Suggestion
from corpus.documents import Document
from corpus.errors import UnreadableFileError

if TYPE_CHECKING:  # readers of articles are only needed once one comes
    from assistant.suggestions.advice import Advice
    from assistant.suggestions.articles import Article

MOST = 10
"""So many questions are given at most."""

WAIT_S = 5.0
"""So long an article waits for others that are read before it."""

_FAR = 4


class FindsQuestions(Protocol):
    """What an `Adviser` does for articles."""

    def questions_for(
        self, article: "Article", *, language: Language, count: int
    ) -> "Sequence[Advice]":
        """The best questions of that language, best first."""
        ...


def for_documents(
    documents: Sequence[Document], suggestions: Suggestions, *, language: Language, count: int
) -> list[str]:
    """The questions of that language that these documents answer, best first.

    First those that a document lists itself, then those whose answer cites one first, then those
    about the city of a document that is about one, then those that cite a document at all. Where
    there is none, questions to begin with.
    """
    ids = {document.id for document in documents}
    cities = {document.cities[0] for document in documents if len(document.cities) == 1}

    def rank(suggestion: Suggestion) -> int:
        first = suggestion.documents[:1]
        if first and first[0] in ids:
            return 0 if suggestion.origin == "document" else 1
        if cities & set(suggestion.cities):
            return 2
        return 3 if ids & set(suggestion.documents) else _FAR

    spoken = [s for s in suggestions.all if s.language == language]
    near = sorted((s for s in spoken if rank(s) < _FAR), key=rank)
    return _varied(near, suggestions, language, count) or starters(suggestions, language, count)


def starters(suggestions: Suggestions, language: Language, count: int) -> list[str]:
    """Questions to begin with, whatever the page is about."""
    first = [s for s in suggestions.all if s.origin == "starter" and s.language == language]
    return [suggestion.question for suggestion in first[:count]]


class ArticleQuestions:
    """Questions for the texts of articles; the same text is looked at once.

    Args:
        adviser: gives what finds them.
        kept: how many texts' questions are remembered.
    """

    def __init__(self, adviser: Callable[[], FindsQuestions], *, kept: int = 512) -> None:
        self._adviser = adviser
        self._kept = kept
        self._known: OrderedDict[str, list[str]] = OrderedDict()
        self._lock = threading.Lock()
        self._reading = threading.Lock()

    def find(self, raw: bytes, *, language: Language, count: int) -> list[str]:
        """The best questions of that language for an article's text.

        None if it says nothing, and none if others are read first for too long: a page is better
        off with questions to begin with than with a wait.
        """
        key = hashlib.sha256(b"%s %d " % (language.encode(), count) + raw).hexdigest()
        if (found := self._recall(key)) is not None:
            return found
        # An article is worth a hundred questions: one at a time leaves room for those.
        if not self._reading.acquire(timeout=WAIT_S):
            return []
        try:
            # A page that has just been published is opened by many at once.
            found = self._recall(key)
            return self._keep(key, self._find(raw, language, count)) if found is None else found
        finally:
            self._reading.release()

    def _recall(self, key: str) -> list[str] | None:
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
            return self._known.get(key)

    def _keep(self, key: str, found: list[str]) -> list[str]:
        with self._lock:
            self._known[key] = found
            if len(self._known) > self._kept:
                self._known.popitem(last=False)
        return found

    def _find(self, raw: bytes, language: Language, count: int) -> list[str]:
        from assistant.suggestions.articles import read_article

        try:
            article = read_article(Path("article.txt"), raw)
        except UnreadableFileError:
            return []
        found = self._adviser().questions_for(article, language=language, count=count)
        return [advice.suggestion.question for advice in found]


def _varied(
    near: Iterable[Suggestion], suggestions: Suggestions, language: Language, count: int
) -> list[str]:
    """The first so many that are not alike, and no three of one template."""
    chosen: list[Suggestion] = []
    contents: list[frozenset[str]] = []
    for suggestion in near:
        own = content(suggestion.question, language)
        twins = sum(suggestion.template == other.template for other in chosen)
        # All questions that a document lists share a template.
        if twins >= MAX_TWINS and suggestion.origin != "document":
            continue
        if any(suggestions.likeness.alike(own, other) for other in contents):
            continue
        chosen.append(suggestion)
        contents.append(own)
        if len(chosen) == count:
            break
    return [suggestion.question for suggestion in chosen]
