"""The deterministic tools behind one face: each takes a question that is for it, and answers it."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from typing import Protocol

from assistant.answers import Draft, Language, Quote, ToolName
from assistant.intents.nearness import Intent
from assistant.tools.criteria_grammar import read_criteria_question, speaks_of_criteria
from assistant.tools.criteria_matching import CriterionFinder
from assistant.tools.criteria_phrasing import phrase_criteria
from assistant.tools.directory import Directory
from assistant.tools.directory_grammar import read_directory_question
from assistant.tools.directory_nearness import read_near_question as read_near_directory
from assistant.tools.directory_phrasing import phrase_directory
from assistant.tools.directory_question import DirectoryQuestion
from assistant.tools.eligibility_grammar import PlaceFinder, read_eligibility_question
from assistant.tools.eligibility_phrasing import phrase_eligibility
from assistant.tools.tier_grammar import read_tier_question
from assistant.tools.tier_nearness import read_near_question
from assistant.tools.tier_phrasing import phrase
from assistant.tools.tier_ruled import is_of_a_rule
from corpus.records import Evidence, Records, Standard

QuoteOf = Callable[[Evidence], Quote]
"""Finds the sentence of a document that a record rests on."""


class Tool(Protocol):
    """Answers the questions that its grammar takes."""

    name: ToolName

    def draft(
        self, question: str, language: Language, *, intent: Intent | None = None
    ) -> Draft | None:
        """The answer to a question that stands alone; None if it is not for this tool.

        Args:
            intent: what is asked of this tool, where that is known from the question's nearness to
                examples; its grammar then overlooks words that it does not know.
        """
        ...


class TierTool:
    """From criteria met to a level, and back.

    Args:
        names: of the programme, which tell nothing of what is asked.
    """

    name: ToolName = "tier"

    def __init__(self, standard: Standard, quote_of: QuoteOf, *, names: Sequence[str] = ()) -> None:
        self._standard = standard
        self._quote_of = quote_of
        longest_first = sorted(map(re.escape, names), key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first) or '(?!)'})(?!\w)", re.I)

    def draft(
        self, question: str, language: Language, *, intent: Intent | None = None
    ) -> Draft | None:
        """As `Tool.draft`."""
        read = partial(read_near_question, intent=intent.name) if intent else read_tier_question
        asked = read(" ".join(self._names.sub(" ", question).split()), standard=self._standard)
        if asked is None or _is_doubtful(intent, asked.met, asked.percent):
            return None
        if is_of_a_rule(asked, self._standard):
            return None
        return phrase(asked, self._standard, language=language, quote_of=self._quote_of)


class EligibilityTool:
    """Who may take part."""

    name: ToolName = "eligibility"

    def __init__(self, records: Records, places: PlaceFinder, quote_of: QuoteOf) -> None:
        self._records = records
        self._places = places
        self._quote_of = quote_of

    def draft(
        self, question: str, language: Language, *, intent: Intent | None = None
    ) -> Draft | None:
        """As `Tool.draft`."""
        rules = self._records.eligibility
        asked = read_eligibility_question(
            question, rules=rules, places=self._places, intent=intent.name if intent else ""
        )
        if asked is None or _is_doubtful(intent, *asked.populations):
            return None
        return phrase_eligibility(asked, self._records, language=language, quote_of=self._quote_of)


class CriteriaTool:
    """What each criterion asks, and how many there are of what.

    Args:
        names_place: whether a text names a city of the directory, about which the documents tell.
    """

    name: ToolName = "criteria"

    def __init__(
        self,
        standard: Standard,
        finder: CriterionFinder,
        quote_of: QuoteOf,
        *,
        names_place: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._standard = standard
        self._finder = finder
        self._quote_of = quote_of
        self._names_place = names_place

    def draft(
        self, question: str, language: Language, *, intent: Intent | None = None
    ) -> Draft | None:
        """As `Tool.draft`."""
        asked = read_criteria_question(
            question,
            standard=self._standard,
            finder=self._finder,
            language=language,
            intent=intent.name if intent else "",
        )
        if asked is None:
            return None
        speaks = speaks_of_criteria(question)
        of_a_city = (asked.found or not speaks) and self._names_place(question)
        if of_a_city or (_is_doubtful(intent) and not speaks):
            return None
        return phrase_criteria(asked, self._standard, language=language, quote_of=self._quote_of)


class DirectoryTool:
    """Which cities, where, at which level, since when.

    Args:
        is_word: whether the documents use a word, so that in lower case it is no unknown place.
    """

    name: ToolName = "directory"

    def __init__(
        self, directory: Directory, quote_of: QuoteOf, *, is_word: Callable[[str], bool]
    ) -> None:
        self._directory = directory
        self._quote_of = quote_of
        self._is_word = is_word

    def draft(
        self, question: str, language: Language, *, intent: Intent | None = None
    ) -> Draft | None:
        """As `Tool.draft`."""
        places = self._directory.places
        read = (
            partial(read_near_directory, intent=intent)
            if intent
            else partial(read_directory_question)
        )
        asked = read(question, places=places, is_word=self._is_word)
        standard = self._directory.records.standard
        unlisted = not (standard and standard.current.tiers)
        if asked is None or (unlisted and asked.kind == "no_level"):
            return None
        if self._directory.is_to_come(asked.when):
            return None  # which level who will have
        return self.answer(asked, language)

    def answer(self, asked: DirectoryQuestion, language: Language) -> Draft:
        """The answer to a question, however it was understood."""
        return phrase_directory(asked, self._directory, language=language, quote_of=self._quote_of)


def _is_doubtful(intent: Intent | None, *amounts: Fraction | int | None) -> bool:
    """Whether an intent is not sure and the question gives no amount."""
    return intent is not None and not intent.sure and all(amount is None for amount in amounts)


def tool_for(
    tools: Sequence[Tool], question: str, language: Language
) -> tuple[ToolName, Draft] | None:
    """The first tool that takes a question, and its answer; None if none does."""
    for tool in tools:
        if draft := tool.draft(question, language):
            return tool.name, draft
    return None


def near_tool(
    tools: Sequence[Tool], question: str, language: Language, intent: Intent
) -> tuple[ToolName, Draft] | None:
    """The tool that an intent names, and its answer; None if the question lacks what it takes."""
    for tool in tools:
        if tool.name == intent.tool and (draft := tool.draft(question, language, intent=intent)):
            return tool.name, draft
    return None
