"""Which of several cities of one name is meant: 'the one in Minnesota'."""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.dialogue import census
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State, city_name
from assistant.dialogue.substitution import in_language, put
from assistant.dialogue.turns import Said, means_others
from assistant.dialogue.wording import CITY_NOUNS, plain_words
from assistant.geography import area_name

_ASKING = frozenset(
    """what how why when where who which que como por cuando donde quien cual cuanto cuantos quando
    onde quem qual quanto quantos""".split()
)


def chosen(said: Said, state: State, finder: SlotFinder) -> str | None:
    """Which of several cities of one name is meant: 'the one in Minnesota'.

    A state alone, right after a city in it, is said of that city.
    """
    named = () if said.joined else tuple(c for slot in state.slots for c in slot.cities)
    unlisted = [slot for slot in state.slots if slot.kind == "place" and not slot.cities]
    if unlisted and not named:  # 'the Arizona one', after one of Glendale, California
        shared = finder.find(unlisted[0].value.split(",")[0])
        named = tuple(c for slot in shared for c in slot.cities)
    choices = state.choices or (named if len(named) == 1 else ())
    most = 4 if state.choices and said.joined else 2
    if not choices or len(said.content) > most or means_others(said):
        return None
    told = set(said.plain)
    for slot in said.slots:  # 'the Argentine one'
        if slot.kind == "area":
            told.update(plain_words(area_name(slot.value, "en")))
    where = {city.id: plain_words(city.state or city.country) for city in choices}
    fits = [city for city in choices if set(where[city.id]) <= told]
    fits = fits or [city for city in choices if set(plain_words(city.country)) <= told]
    if len(fits) != 1:
        return None
    name = plain_words(fits[0].name)
    rest = {w.plain for w in said.content} - set(where[fits[0].id]) - set(name)
    if state.choices and said.joined and not set(said.plain) & _ASKING:
        rest = set()  # 'sorry, Minnesota, the one with the clinic'
    if rest - CITY_NOUNS - {"state", "estado", "provincia"}:
        return None
    meant = (s for s in state.slots if any(c in choices for c in s.cities))
    slot = next(meant, None) or unlisted[0]
    text = put(state.question, slot, city_name(fits[0], finder))
    return in_language(text, said.language, state, finder)


_ONLY = re.compile(
    r"^\W*(?:is|was|are|were) (?:it|they|that) (?:really |still )?the only\b"
    r"|^\W*(?:es|e|fue|foi) (?:ell?a |acaso )?(?:la|el|a|o) unic[ao]\b"
)


def only_one(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Is it the only Canadian city?': which cities there are there."""
    areas = [slot.value for slot in said.slots if slot.kind == "area"]
    alone = not said.names("place", "date") and not set(said.own) - CITY_NOUNS - _CERTIFIED
    if not (_ONLY.search(said.folded) and len(areas) == 1 and alone and state.places):
        return None
    level = next((slot.value for slot in said.slots if slot.kind == "level"), "")
    all_there = census.Inquiry(wanted="list", areas=tuple(areas), level=level, cities=True)
    return census.restate(all_there, said.language)


_CERTIFIED = frozenset("only certified unica unico certificada certificado".split())


_THE_ONE_THERE = re.compile(
    r"(?:the|la|el|a|o)(?: (?:one|city|ciudad|cidade))?"
    r"(?: (?:in|from|of|del?|d[aeo]|en|em|n[ao]))?(?: the)? @(?: (?:one|city))?\W*"
)


def namesake(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'I meant the Californian one', after a city that lies elsewhere: the namesake there."""
    named = [slot for slot in state.slots if slot.kind == "place" and len(slot.cities) == 1]
    if len(named) != 1 or len(said.slots) != 1 or not said.names("area"):
        return None
    (area,), (slot,) = said.slots, named
    cut = f"{said.folded[: area.start]}@{said.folded[area.end :]}"
    if "corrects" not in said.kinds or not _THE_ONE_THERE.fullmatch(cut):
        return None
    written = f"{slot.cities[0].name}, {area_name(area.value, said.language)}"
    return in_language(put(state.question, slot, written), said.language, state, finder)


_STATES: Mapping[str, str] = {
    "state": "Which cities in the state of {} are certified?",
    "province": "Which cities in the province of {} are certified?",
    "estado": "¿Qué ciudades del estado de {} están certificadas?",
    "provincia": "¿Qué ciudades de la provincia de {} están certificadas?",
}
_IN_PORTUGUESE: Mapping[str, str] = {
    "estado": "Quais cidades do estado de {} são certificadas?",
    "provincia": "Quais cidades da província de {} são certificadas?",
}


def the_state(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'No, I meant the state', where the name asked about is a city's and a state's."""
    kind = next((word for word in said.plain if word in _STATES), None)
    named = [slot.value.split(",")[0] for slot in state.slots if slot.kind in ("place", "area")]
    alone = not said.slots and len(said.content) <= 1
    if not (kind and alone and named and state.asked_back):
        return None
    language: Language = said.language
    texts = _IN_PORTUGUESE if language == "pt" else _STATES
    return texts.get(kind, _STATES[kind]).format(named[0])
