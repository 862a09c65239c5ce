"""What a publisher puts under an article: plain links, and the script that opens them in place."""

from collections.abc import Sequence
from pathlib import Path

from assistant.answers import Language
from assistant.assembly import open_catalogue, open_suggestions
from assistant.errors import SuggestionsMissingError, UnknownDocumentError
from assistant.settings import Settings
from corpus.errors import ProgrammeAssistantError
from ui.markup.templates import Templates
from ui.suggesting import advise
from ui.texts import Texts
from ui.widget.questions import for_documents


class NoQuestionsError(ProgrammeAssistantError):
    """There is nothing to put under an article."""

    def __init__(self) -> None:
        super().__init__("The documents have nothing to do with this article.")


def snippet(
    questions: Sequence[str],
    *,
    address: str,
    language: Language,
    templates: Templates,
    documents: Sequence[str] = (),
) -> str:
    """The HTML for these questions.

    Args:
        address: of the service, as readers reach it, without a slash at its end.
        documents: ids of those that the article rests on; none if it is known by its text.
    """
    data = {"document": " ".join(documents)} if documents else {"article": "article"}
    return templates.render(
        "_snippet.html.jinja",
        questions=questions,
        address=address,
        texts=Texts(language),
        data={**data, "count": str(len(questions)), "language": language},
    )


def snippet_for(
    settings: Settings,
    *,
    article: Path | None,
    documents: Sequence[str],
    count: int,
    language: Language | None,
    address: str,
) -> str:
    """The HTML for an article in a file, or for one that rests on documents.

    Args:
        article: a file, or `-` for standard input; None where documents are given.
        language: of the questions; the article's own, or English, if it is None.

    Raises:
        UnreadableFileError: the file cannot be used.
        UnknownDocumentError: there is no such document.
        NoQuestionsError: the article is about something else.
        SuggestionsMissingError: no questions were tried with this index.
    """
    if article is not None:
        advised = advise(settings, article=article, questions=None, language=language, count=count)
        language = advised.language
        questions = [advice.suggestion.question for advice in advised.suggestions]
    else:
        catalogue, language = open_catalogue(settings), language or "en"
        found = []
        for id_ in documents:
            document = catalogue.document(id_)
            if document is None:
                raise UnknownDocumentError(id_, catalogue.document_ids())
            found.append(document)
        suggestions = open_suggestions(settings)
        if not suggestions.all:
            raise SuggestionsMissingError
        questions = for_documents(found, suggestions, language=language, count=count)
    if not questions:
        raise NoQuestionsError
    return snippet(
        questions, address=address, language=language, templates=Templates(), documents=documents
    )
