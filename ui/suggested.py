"""Questions that are known to be answered: all of them filtered, and the best for an article."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Language
from assistant.errors import AnsweringError
from assistant.suggestions.leads import Suggestions
from corpus.errors import UnreadableFileError

if TYPE_CHECKING:  # only for articles, whose readers are not needed to answer
    from assistant.suggestions.advice import Adviser

REMEMBERED = 512
"""For so many articles the questions found are kept."""

WAIT_S = 3.0
"""So long an article waits for the one that is being read; longer would keep others waiting."""

MAX_COUNT = 200


class UnreadableArticleError(AnsweringError):
    """The article cannot be read."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The article {reason}.")


class BusyError(AnsweringError):
    """Too many articles wait to be read."""

    def __init__(self) -> None:
        super().__init__("Other articles are being read at the moment. Please try again.")


class SuggestionsQuery(BaseModel):
    """Which of the questions are wanted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Annotated[Language | None, Field(description="Of the questions.")] = None
    theme: Annotated[str | None, Field(max_length=80, examples=["city"])] = None
    city: Annotated[
        str | None, Field(max_length=80, description="Id of a city that the question names.")
    ] = None
    document: Annotated[
        str | None, Field(max_length=120, description="Id of a document that its answer cites.")
    ] = None
    count: Annotated[int, Field(ge=1, le=MAX_COUNT, description="At most so many.")] = 20


class ArticleBody(BaseModel):
    """An article for which questions are wanted."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "article": "Recife became the first city in Brazil to reach gold in the "
                    "What Works Cities Certification.",
                    "count": 3,
                }
            ]
        },
    )

    article: Annotated[str, Field(min_length=1, description="Its text, Markdown or HTML.")]
    language: Annotated[
        Language | None, Field(description="Of the questions; the article's if left out.")
    ] = None
    count: Annotated[int, Field(ge=1, le=20, description="At most so many.")] = 5


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)


class SuggestionRow(_Row):
    """A question that was asked and answered.

    Attributes:
        documents: ids of the documents that its answer cites.
        answer: id of its answer.
    """

    question: str
    language: Language
    theme: str
    topics: Sequence[str]
    cities: Sequence[str]
    documents: Sequence[str]
    answer: str


class SuggestionList(_Row):
    """Questions, and how many fit in all."""

    suggestions: Sequence[SuggestionRow]
    count: int
    themes: Sequence[str]


class AdviceRow(_Row):
    """A question for an article, and the sentence of the article that calls for it."""

    question: str
    documents: Sequence[str]
    answer: str
    sentence: str


class AdviceList(_Row):
    """Questions for an article, best first; none where it is on another subject."""

    suggestions: Sequence[AdviceRow]
    language: Language


def suggestion_list(suggestions: Suggestions, query: SuggestionsQuery) -> SuggestionList:
    """The questions wanted, in the order they are stored in."""
    fit = [
        own
        for own in suggestions.all
        if query.language in (None, own.language)
        and query.theme in (None, own.theme)
        and (query.city is None or query.city in own.cities)
        and (query.document is None or query.document in own.documents)
    ]
    rows = [
        SuggestionRow(**own.model_dump(include=set(SuggestionRow.model_fields)))
        for own in fit[: query.count]
    ]
    themes = sorted({own.theme for own in fit if own.theme})
    return SuggestionList(suggestions=rows, count=len(fit), themes=themes)


class ArticleDesk:
    """Finds questions for articles, and remembers what it found."""

    def __init__(self, adviser: "Adviser") -> None:
        self._adviser = adviser
        self._found: OrderedDict[str, AdviceList] = OrderedDict()
        self._lock = threading.Lock()
        self._reading = threading.Lock()

    def advise(self, body: ArticleBody) -> AdviceList:
        """The best questions for an article.

        Raises:
            UnreadableArticleError: it holds no sentence, or is no text.
            BusyError: others are read first.
        """
        key = hashlib.sha256(body.model_dump_json().encode()).hexdigest()
        if (known := self._recall(key)) is not None:
            return known
        # An article is worth a hundred questions: one at a time leaves room for those.
        if not self._reading.acquire(timeout=WAIT_S):
            raise BusyError
        try:
            # A page that has just been published is opened by many at once.
            return self._recall(key) or self._keep(key, self._advise(body))
        finally:
            self._reading.release()

    def _recall(self, key: str) -> AdviceList | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def _keep(self, key: str, found: AdviceList) -> AdviceList:
        with self._lock:
            self._found[key] = found
            if len(self._found) > REMEMBERED:
                self._found.popitem(last=False)
        return found

    def _advise(self, body: ArticleBody) -> AdviceList:
        from assistant.suggestions.articles import read_article

        try:
            article = read_article(Path("article"), body.article.encode())
        except UnreadableFileError as error:
            raise UnreadableArticleError(error.reason) from error
        language = body.language or article.language
        found = self._adviser.questions_for(article, language=language, count=body.count)
        rows = [
            AdviceRow(
                question=own.suggestion.question,
                documents=own.suggestion.documents,
                answer=own.suggestion.answer,
                sentence=own.sentence,
            )
            for own in found
        ]
        return AdviceList(suggestions=rows, language=language)
