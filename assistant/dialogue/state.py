"""Where a conversation stands: what was asked last, as a whole question, and what was shown.

The state is made anew from the turns each time; nothing is kept between two questions.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Language
from assistant.conversation import Turn
from assistant.dialogue.census import Inquiry
from assistant.dialogue.dates import dates_in
from assistant.dialogue.slots import Slot, SlotFinder
from assistant.errors import InvalidQuestionError
from assistant.folding import fold
from assistant.questions import clean
from assistant.tools.tier_grammar import TierQuestion
from corpus.records import City

MOST_EXCHANGES = 8
"""How many of the last questions are looked at."""

MOST_SAID = 20_000
"""How much of a turn that answers is looked at, in characters."""


@dataclass(frozen=True, slots=True)
class State:
    """What a follow-up may lean on.

    Attributes:
        question: the last question, standing alone; empty before the first.
        slots: what it names.
        topic: words for what is talked of, those that named it first.
        places: in focus, as they are to be written: those of the question, else of the answer.
        former: the places that were in focus before these.
        recent: all places spoken of, the latest first.
        listed: items of the last list shown, in order.
        rows: items of the last list shown below one another, be others told in a row since.
        criteria: ids of the criteria that the last answer with several showed, in order.
        choices: cities of one name, between which the question left open or has just chosen.
        reckoning: the last question, if it was for the tier calculator.
        reckoned: the last question that was.
        inquiry: the last question, if it was for the directory.
        gathering: the last question which cities did a thing, until a city is named.
        listing: the last question to the directory for cities of a kind, not for named ones.
        shown: the places that the last question named together, else those its answer listed.
        asked_back: whether the answer ended in a question.
    """

    question: str = ""
    language: Language = "en"
    answer: str = ""
    slots: tuple[Slot, ...] = ()
    topic: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    choices: tuple[City, ...] = ()
    reckoning: TierQuestion | None = None
    reckoned: TierQuestion | None = None
    inquiry: Inquiry | None = None
    gathering: str = ""
    listing: Inquiry | None = None
    shown: tuple[str, ...] = ()
    asked_back: bool = False


def exchanges(history: Sequence[Turn]) -> tuple[tuple[str, str], ...]:
    """The last questions with their answers, oldest first; an answer may be empty.

    What could not be taken as a question was none, and what was said to it no answer.
    """
    pairs: list[tuple[str, str]] = []
    taken = False
    for turn in history:
        if turn.role == "user":
            if taken := _is_question(turn.content):
                pairs.append((turn.content, ""))
        elif taken:
            question, answer = pairs[-1]
            more = _NO_TEXT.sub("", turn.content[:MOST_SAID])
            pairs[-1] = question, f"{answer}\n{more}".strip()
    return tuple(pairs[-MOST_EXCHANGES:])


def _is_question(content: str) -> bool:
    try:
        clean(content)
    except InvalidQuestionError:
        return False
    return True


def place_name(slot: Slot, finder: SlotFinder) -> str:
    """How a place is written so that it is no other: with its state where the name is shared."""
    if len(slot.cities) != 1:
        return slot.value
    otherwise = fold(slot.value) != fold(slot.cities[0].name)  # 'DC'
    return city_name(slot.cities[0], finder, shown=otherwise)


def city_name(city: City, finder: SlotFinder, *, shown: bool = False) -> str:
    """A city's name, with its state or country where another city has the same.

    Args:
        shown: whether it is the city beyond doubt, so that a state of its name is told apart too.
    """
    if len(finder.sharing(city)) == 1 and not (shown and finder.is_also_a_state(city)):
        return city.name
    return f"{city.name}, {city.state or city.country}"


_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
_ITEM = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+(.+)$", re.MULTILINE)
_ROW = re.compile(r"^\s*\|(.+)\|\s*$", re.MULTILINE)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_MARKS = re.compile(r"\s*\[\d+\]|\*\*|__")
_LABEL = re.compile(r"\*\*([^*]+)\*\*:")
_HEAD_CHARS = 60
_MOST_ITEM_WORDS = 8


def listed_in(answer: str, finder: SlotFinder) -> tuple[str, ...]:
    """The items of a list or table in an answer, in order; else the places of its first sentence.

    An item stands for the place it begins with, or for all those behind its label ('**2021**: …');
    a row may name several. A list of sentences that begin with no place lists nothing.
    """
    items = [named for found in _ITEM.finditer(answer) for named in _item(found[1], finder)]
    short = all(len(item.split()) <= _MOST_ITEM_WORDS for item in items)
    # A list of dates tells one city's levels.
    if items and short and not all(map(_is_date, items)):
        return tuple(items)
    rows = [row for found in _ROW.finditer(answer) if (row := _cells(found[1]))]
    if len(rows) > 1:
        placed = [_names(row[0], finder) for row in rows[1:]]
        return tuple(name for names in placed for name in names) or tuple(
            row[0] for row in rows[1:]
        )
    for sentence in re.split(r"(?<=[.:;])\s+|\n", answer):
        named = _names(sentence, finder)
        if len(named) > 1:
            return named
    return _enumerated(first_told(answer), finder)


def _is_date(text: str) -> bool:
    return any(end - start == len(text) for start, end in dates_in(text))


_MEMBERS = re.compile(
    r"\b(?:are|son|são) (?P<first>[^,:;]+)(?P<more>(?:, [^,:;]+)*),? (?:and|y|e) "
)


def _enumerated(sentence: str, finder: SlotFinder) -> tuple[str, ...]:
    """What a sentence names in a row: practice areas, or as many things as it says there are.

    'The three outcomes are air pollution, broadband, and a priority of its own.'
    """
    sentence = _MARKS.sub("", sentence)
    areas = tuple(slot.value for slot in finder.find(sentence) if slot.kind == "practice")
    found = _MEMBERS.search(sentence)
    if len(areas) > 1 or not found:
        return areas if len(areas) > 1 else ()
    last = re.split(r"[,;:.]| (?:that|which|que) ", sentence[found.end() :])[0]
    items = (found["first"], *found["more"].split(", ")[1:], last)
    told = re.findall(r"\w+", fold(sentence[: found.start()]))
    return items if NUMBER_WORDS.get(len(items), set()) & set(told) else ()


NUMBER_WORDS: Mapping[int, frozenset[str]] = {
    2: frozenset("two dos dois duas 2".split()),
    3: frozenset("three tres 3".split()),
    4: frozenset("four cuatro quatro 4".split()),
    5: frozenset("five cinco 5".split()),
    6: frozenset("six seis 6".split()),
    7: frozenset("seven siete sete 7".split()),
    8: frozenset("eight ocho oito 8".split()),
}
"""Small numbers, in folded words."""


def criteria_in(answer: str, finder: SlotFinder) -> tuple[str, ...]:
    """Ids of the criteria that an answer shows in bold, in order; none if it is but one."""
    shown = (id_ for id_ in dict.fromkeys(_CRITERION.findall(answer)) if id_ in finder.practice_of)
    return ids if len(ids := tuple(shown)) > 1 else ()


_CRITERION = re.compile(r"\*\*([A-Z]{2,4}\d{1,2})\b")


def has_list(answer: str) -> bool:
    """Whether an answer lists anything below one another."""
    return bool(_ITEM.search(answer) or _ROW.search(answer))


def _cells(row: str) -> list[str]:
    cells = [_MARKS.sub("", cell).strip() for cell in row.split("|")]
    return [] if not cells[0] or set(cells[0]) <= set("-: ") else cells


def _item(item: str, finder: SlotFinder) -> Sequence[str]:
    label = _LABEL.match(item)
    if label and not _names(label[1], finder) and (named := _names(item[label.end() :], finder)):
        return named
    if named := _names(item[:_HEAD_CHARS], finder):
        return named[:1]
    bold = _BOLD.search(item)
    text = bold[1] if bold else re.split(r"[:;.(]", item)[0]
    return (_MARKS.sub("", text).strip(" .:,"),)


def _names(text: str, finder: SlotFinder) -> tuple[str, ...]:
    found = (s for s in finder.find(_MARKS.sub("", text)) if s.kind == "place")
    named = (
        city_name(slot.cities[0], finder, shown=True) if len(slot.cities) == 1 else slot.value
        for slot in found
    )
    return tuple(dict.fromkeys(named))


_REPORTED = re.compile(r"\baccording to [^,.;\n]*|\bthe City of (?:[A-ZÀ-Þ][\w-]+ ?)+")


def spoken_of(answer: str, finder: SlotFinder) -> tuple[str, ...]:
    """The place an answer is about: in bold, or the first it names; all of a list.

    A list below a sentence on one place only adds to it; who reported a thing is not spoken of.
    """
    answer = _REPORTED.sub(" ", answer)
    listed = listed_in(answer, finder) if has_list(answer) else ()
    if item := _ITEM.search(answer):
        led = _names(answer[: item.start()], finder)
        listed = led if len(led) == 1 else listed
    if listed:
        return tuple(item for item in listed if _names(item, finder))
    bold = [name for found in _BOLD.finditer(answer) for name in _names(found[1], finder)]
    # What is told of another place further on is an example.
    return tuple((bold or _names(first_told(answer), finder))[:1])


def told_besides(state: State, finder: SlotFinder) -> tuple[str, ...]:
    """The places that the first sentence of the last answer names besides those spoken of."""
    return tuple(n for n in _names(first_told(state.answer), finder) if n not in state.places)


def first_told(answer: str) -> str:
    """The first sentence of an answer; 'The documents say:' tells nothing."""
    pieces = (piece.strip() for piece in re.split(r"(?<=\])\.?\s|\n", answer))
    return next((piece for piece in pieces if piece and not piece.endswith(":")), "")


def level_told(answer: str, finder: SlotFinder) -> str:
    """The level in bold in an answer, which it gives as the city's; empty if it gives none."""
    for bold in _BOLD.findall(answer):
        for slot in finder.find(bold):
            if slot.kind == "level":
                return slot.value
    return ""


def asks_back(answer: str) -> bool:
    """Whether an answer ends in a question to the reader."""
    text = _MARKS.sub("", answer).strip()
    return text.endswith("?") and not _ITEM.search(text.splitlines()[-1])
