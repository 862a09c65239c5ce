"""Saying what the directory found: short sentences in three languages, each with its evidence.

Named cities are left to `directory_cities`, lists to `directory_lists`, totals over time to
`directory_totals`, the wording to `directory_texts`.
"""

from collections.abc import Callable, Mapping

from assistant.answers import Draft, Language, Quote
from assistant.tools.directory import Directory
from assistant.tools.directory_cities import (
    ask_back,
    speak_of_absent,
    speak_of_cities,
    speak_of_inside,
)
from assistant.tools.directory_lies import speak_of_whereabouts
from assistant.tools.directory_lists import (
    speak_of_areas,
    speak_of_companions,
    speak_of_count,
    speak_of_countries,
    speak_of_ends,
    speak_of_list,
    speak_of_unproven,
)
from assistant.tools.directory_pace import speak_of_pace
from assistant.tools.directory_question import DirectoryQuestion, Kind
from assistant.tools.directory_related import (
    speak_of_levels,
    speak_of_moved,
    speak_of_related,
    speak_of_split,
)
from assistant.tools.directory_totals import (
    speak_of_added,
    speak_of_busiest,
    speak_of_growth,
    speak_of_reached,
    speak_of_total,
)
from assistant.tools.directory_voice import Voice
from corpus.records import Evidence

_SPEAKERS: Mapping[Kind, Callable[[Voice], Draft]] = {
    "level": speak_of_cities,
    "since": speak_of_cities,
    "history": speak_of_cities,
    "certified": speak_of_cities,
    "order": speak_of_cities,
    "which_one": ask_back,
    "absent": speak_of_absent,
    "list": speak_of_list,
    "first": speak_of_ends,
    "latest": speak_of_ends,
    "countries": speak_of_countries,
    "count": speak_of_count,
    "total": speak_of_total,
    "added": speak_of_added,
    "companions": speak_of_companions,
    "growth": speak_of_growth,
    "related": speak_of_related,
    "no_level": speak_of_levels,
    "moved": speak_of_moved,
    "split": speak_of_split,
    "reached": speak_of_reached,
    "busiest": speak_of_busiest,
    "inside": speak_of_inside,
    "pace": speak_of_pace,
    "areas": speak_of_areas,
    "lies": speak_of_whereabouts,
    "unproven": speak_of_unproven,
}


def phrase_directory(
    asked: DirectoryQuestion,
    directory: Directory,
    *,
    language: Language,
    quote_of: Callable[[Evidence], Quote],
) -> Draft:
    """The answer to a question about cities, with the tool call its figures come from.

    Args:
        quote_of: finds the place of a record's evidence in its document.

    Returns:
        A draft that is `clarify` if several places may be meant, `refused` for a place the
        directory lacks, `partial` if a level, date or award asked for is not in the documents.
    """
    return _SPEAKERS[asked.kind](Voice(asked, directory, language, quote_of))
