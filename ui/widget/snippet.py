"""What a publisher puts under an article: plain links, and the script that opens them in place."""

from collections.abc import Sequence

from assistant.answers import Language
from ui.markup.templates import Templates
from ui.texts import Texts


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
