"""What `assistant suggest` says: stored questions, questions for an article, a publisher's own."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.answers import Language
from assistant.settings import Settings
from assistant.suggestions.advice import Advice, Checked
from assistant.suggestions.store import Suggestion, Trials
from corpus.errors import UnreadableFileError

_MARKS = {"answered": "yes", "partly": "partly", "not answered": "no"}


@dataclass(frozen=True, slots=True)
class Advised:
    """Questions for an article, and what became of the publisher's own."""

    language: Language
    suggestions: Sequence[Advice] = ()
    questions: Sequence[Checked] = ()

    @property
    def all_answered(self) -> bool:
        """Whether each of the publisher's own questions is answered in full."""
        return all(checked.outcome == "answered" for checked in self.questions)


def advise(
    settings: Settings,
    *,
    article: Path | None,
    questions: Path | None,
    language: Language | None,
    count: int,
) -> Advised:
    """Find questions for an article, and try the publisher's own.

    Args:
        article: a file, or `-` for standard input; None to try questions only.
        questions: a file with one a line; None to try those that the article lists.
        language: to suggest in; the article's if it is None.

    Raises:
        UnreadableFileError: a file cannot be used.
        SuggestionsMissingError: no questions were tried with this index.
    """
    from assistant.assembly import open_adviser
    from assistant.suggestions.articles import read_article, read_questions

    # Files are read before anything is loaded for them.
    read = read_article(article, _content(article)) if article else None
    listed = read_questions(questions, _content(questions)) if questions else None
    adviser = open_adviser(settings)
    spoken = language or (read.language if read else "en")
    own = listed if listed is not None else read.questions if read else ()
    return Advised(
        spoken,
        adviser.questions_for(read, language=spoken, count=count) if read else (),
        adviser.check(own),
    )


def advised_json(advised: Advised) -> dict[str, Any]:
    """The same as JSON values."""
    suggestions = [
        {
            "question": advice.suggestion.question,
            "documents": list(advice.suggestion.documents),
            "answer": advice.suggestion.answer,
            "sentence": advice.sentence,
        }
        for advice in advised.suggestions
    ]
    questions = [asdict(checked) for checked in advised.questions]
    return {"language": advised.language, "suggestions": suggestions, "questions": questions}


def advised_text(advised: Advised, *, for_article: bool) -> str:
    """The same for a terminal."""
    parts = []
    if advised.suggestions:
        items = "\n".join(f"- {advice.suggestion.question}" for advice in advised.suggestions)
        parts.append(f"Questions for this article that the documents answer:\n{items}")
    elif for_article:
        parts.append("The documents have nothing to do with this article.")
    if advised.questions:
        items = "\n".join(_checked_text(checked) for checked in advised.questions)
        parts.append(f"{summary(advised.questions)}\n{items}")
    return "\n\n".join(parts)


def summary(questions: Sequence[Checked]) -> str:
    """How many of a publisher's questions are answered, in a sentence or two."""
    outcomes = Counter(checked.outcome for checked in questions)
    none, part, whole = outcomes["not answered"], outcomes["partly"], len(questions)
    partly = f" {part} {'is' if part == 1 else 'are'} answered in part only." if part else ""
    if none == 0:
        return partly.strip() or f"All {whole} of your questions are answered by these documents."
    verb = "is" if none == 1 else "are"
    return f"{none} of your {whole} questions {verb} not answered by these documents.{partly}"


def by_theme(suggestions: Sequence[Suggestion]) -> dict[str, list[Suggestion]]:
    """Suggestions under their themes, in order of theme; each theme's as they came."""
    themes: dict[str, list[Suggestion]] = {}
    for suggestion in suggestions:
        themes.setdefault(suggestion.theme, []).append(suggestion)
    return dict(sorted(themes.items()))


def themes_text(suggestions: Sequence[Suggestion]) -> str:
    """Suggestions for a terminal, a heading for each theme."""
    groups = by_theme(suggestions).items()
    return "\n\n".join(
        "\n".join([f"{theme} ({len(group)})", *(f"- {s.question}" for s in group)])
        for theme, group in groups
    )


def failures_text(trials: Trials) -> str:
    """What was tried and is not suggested, with the reason, under the documents that list it."""
    lines = [trials_line(trials)]
    home = ""
    for failure in sorted(trials.failures, key=lambda f: (not f.document, f.document)):
        if failure.document != home or len(lines) == 1:
            home = failure.document
            lines += ["", home or "from records"]
        lines.append(f"- {failure.question} ({failure.reason})")
    return "\n".join(lines)


def trials_line(trials: Trials) -> str:
    """How many questions were tried and kept, in a line."""
    kept, failed = len(trials.kept), len(trials.failures)
    listed = sum(bool(failure.document) for failure in trials.failures)
    return (
        f"{kept} of {kept + failed} questions are answered and suggested; "
        f"{listed} of the rest are listed by documents."
    )


def _checked_text(checked: Checked) -> str:
    lines = [f"- {_MARKS[checked.outcome]:<7} {checked.question}"]
    if checked.missing:
        lines.append(f"{'':<10}not in the documents: {', '.join(checked.missing)}")
    if checked.nearest:
        lines.append(f"{'':<10}they do answer: {checked.nearest}")
    return "\n".join(lines)


def _content(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path, f"cannot be read ({error.strerror})") from error
