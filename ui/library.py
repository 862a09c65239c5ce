"""What the service answers from: one state of the index, and everything opened from it."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.assembly import open_assistant, open_encoder, open_state, open_suggestions
from assistant.pipeline import Assistant
from assistant.places import Gazetteer
from assistant.settings import Settings
from assistant.suggestions.leads import Suggestions
from assistant.suggestions.record_questions import full_name
from assistant.writer import AnswerWriter
from corpus.records import Records
from index.catalogue import Catalogue
from index.state import IndexState
from ui.calculator.reckoning import Calculator
from ui.cities import CityRegister
from ui.suggested import ArticleDesk

if TYPE_CHECKING:  # what is not needed in every process that answers
    from assistant.suggestions.advice import Adviser
    from index.embedder import Embedder


@dataclass(frozen=True)
class Library:
    """One state of an index with its assistant; what comes into the index later is in another."""

    state: IndexState
    encoder: "Embedder"
    assistant: Assistant
    suggestions: Suggestions

    @property
    def catalogue(self) -> Catalogue:
        """The documents as indexed."""
        return self.state.catalogue

    @property
    def records(self) -> Records | None:
        """The programme's records; None where it has none; then there is no calculator."""
        return self.state.records

    @cached_property
    def newest(self) -> str:
        """Date of the newest fact in the programme's documents: YYYY, YYYY-MM or YYYY-MM-DD.

        That of a file that was added may be no more than the day on which it was made.
        """
        own = (d for d in self.catalogue.documents() if d.id not in self.catalogue.added)
        return max((d.published for d in own), default="")

    @cached_property
    def has_sources(self) -> bool:
        """Whether every document names what it was written from."""
        return all(document.sources for document in self.catalogue.documents())

    @cached_property
    def suggested(self) -> frozenset[str]:
        """Ids of the answers to the suggested questions."""
        return frozenset(suggestion.answer for suggestion in self.suggestions.all)

    @cached_property
    def city_names(self) -> dict[str, str]:
        """Cities by id: each with its state where another has the same name."""
        cities = self.records.cities if self.records else ()
        return {city.id: full_name(city, cities) for city in cities}

    @cached_property
    def register(self) -> CityRegister | None:
        """The directory's cities, to be listed; None where it has none."""
        return CityRegister(self.records) if self.records and self.records.cities else None

    @cached_property
    def calculator(self) -> Calculator | None:
        """The level of any number; None where the programme has no standard."""
        standard = self.records.standard if self.records else None
        writer = AnswerWriter(self.assistant.index, self.catalogue)
        return Calculator(standard, writer) if standard else None

    @cached_property
    def articles(self) -> ArticleDesk:
        """What reads articles and finds questions for them."""
        return ArticleDesk(self.adviser)

    @cached_property
    def adviser(self) -> "Adviser":
        """What finds questions for an article; with the assistant's own parts, not others.

        It tries questions by our own answers and waits for no language model.
        """
        from assistant.suggestions.advice import Adviser

        return Adviser(
            self.suggestions,
            embed=self.assistant.embed,
            gazetteer=Gazetteer(self.records.cities if self.records else ()),
            ask=self.assistant.own,
        )


def open_library(settings: Settings, before: Library | None = None) -> Library:
    """The index of these settings as it is now.

    Args:
        before: an earlier state, whose embedding model is used again.

    Raises:
        ProgrammeAssistantError: as `open_assistant`.
    """
    state = open_state(settings)
    encoder = before.encoder if before else open_encoder(settings)
    assistant = open_assistant(settings, state, encoder)
    return Library(state, encoder, assistant, open_suggestions(settings, state))
