"""Which of several cities of one name is meant: 'the one in Minnesota'."""

from collections.abc import Mapping

from assistant.answers import Language
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
