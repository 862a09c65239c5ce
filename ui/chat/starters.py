"""What to begin with: a few questions that show how broad the ground is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answers import Language
from assistant.suggestions.store import Suggestion
from ui.desk import Desk
from ui.texts import Texts, keys

COUNT = 6

# What the programme's own starters leave room for: first kinds of question that show what can be
# asked at all, then themes.
_TEMPLATES = ("country_cities", "topic_cities", "total_now", "min_population", "city_topic")
_THEMES = ("standard", "city", "topic", "practice", "programme", "question", "announcement")


@dataclass(frozen=True, slots=True)
class Starter:
    """A question to begin with; `theme` in the reader's words."""

    theme: str
    question: str


def starters(desk: Desk, language: Language) -> list[Starter]:
    """Up to six questions, the programme's own first, then one of each kind and theme left out."""
    texts = Texts(language)
    own = [s for s in desk.suggestions.all if s.language == language]
    themes = {s.question: s.theme for s in own}
    chosen = {q: themes.get(q, "") for q in desk.programme.starters.get(language, ())}
    for suggestion in _broad(own, set(chosen.values())):
        if len(chosen) >= COUNT:
            break
        chosen.setdefault(suggestion.question, suggestion.theme)
    return [Starter(theme_name(theme, texts), q) for q, theme in list(chosen.items())[:COUNT]]


def theme_name(theme: str, texts: Texts) -> str:
    """A theme in the reader's language; empty for one that has no name."""
    key = f"theme_{theme}"
    return texts(f"chat.{key}") if key in keys("chat") else ""


def _broad(suggestions: Sequence[Suggestion], taken: set[str]) -> Iterator[Suggestion]:
    """One suggestion of each kind, the one with most to say; then of each theme, a short one."""
    for template in _TEMPLATES:
        kind = [s for s in suggestions if s.template == template]
        if kind:
            yield max(kind, key=lambda s: (s.theme not in taken, len(s.said), s.question))
    for theme in sorted(_THEMES, key=lambda theme: theme in taken):
        group = [s for s in suggestions if s.theme == theme and s.origin != "tool"]
        if group:
            yield min(group, key=lambda s: (s.origin != "document", len(s.question), s.question))
