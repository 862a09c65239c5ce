"""Which questions stand under an article: by the documents it rests on, or by its own text."""

from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from assistant.answers import Language
from assistant.suggestions.leads import MAX_TWINS, Suggestions
from assistant.suggestions.likeness import content
from assistant.suggestions.store import Suggestion
from corpus.documents import Document
from ui.desk import Desk
from ui.suggested import ArticleBody, BusyError, UnreadableArticleError

MOST = 10
"""So many questions are given at most."""

_FAR = 4


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


def for_article(desk: Desk, raw: bytes, *, language: Language, count: int) -> list[str]:
    """The best questions of that language for an article's text, UTF-8.

    Questions to begin with if it says nothing, or if others are read first for too long: a page is
    better off with those than with a wait.
    """
    try:
        body = ArticleBody(
            article=raw.decode("utf-8", errors="replace"), language=language, count=count
        )
        found = [advice.question for advice in desk.advise(body).suggestions]
    except (ValidationError, UnreadableArticleError, BusyError):
        found = []
    return found or starters(desk.suggestions, language, count)


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
