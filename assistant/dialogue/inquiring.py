"""A part of a question to the directory, made whole from the question before: 'and since when?'."""

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.answers import Language
from assistant.dialogue import census
from assistant.dialogue.dates import dates_in, is_relative, moved
from assistant.dialogue.former import is_on_former
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State, first_told, place_name
from assistant.dialogue.turns import Said, has_pronoun, is_fragment, means_others, means_several
from assistant.dialogue.wording import CITY_NOUNS
from assistant.folding import fold
from assistant.tools.directory import LEVELS

OF_CITIES = ("level", "since", "certified")
"""What is asked of single cities."""
_MOST_PLACES = 10


def inquired(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The question to the directory that a turn asks with what it lacks; None if it is not one."""
    if (before := state.inquiry) and _asks_for_later(said) and (before.cities or before.areas):
        others = replace(before, wanted="list", order="", date="", cities=True, places=())
        return census.restate(others, said.language)
    if is_fragment(said) and said.names("place") and is_on_former(state.question):
        return None  # the same of that place
    if census.TO_COME.search(said.folded):
        return _still_to_come(said, state)
    of_that_time = before and before.date and _THEN.search(said.folded)
    leans = has_pronoun(said) or is_fragment(said) or bool(of_that_time)
    part = _part(said, state, finder, leans=leans)
    if part is None:
        return None
    of_places = bool(state.inquiry and state.inquiry.places)
    two = state.recent[:2][::-1] if state.inquiry and of_places else ()
    two = state.shown if len(state.shown) == 2 else two
    named = part.places or part.areas or part.cities
    if len(two) == 2 and not named and _asks_first(said, part):
        level = part.level or (state.inquiry.level if state.inquiry else "")
        return census.which_first(two, level, said.language)
    if not (leans or said.joined or state.asked_back or (part.wanted and not part.is_whole)):
        return None
    several = state.shown if means_several(said) and len(state.shown) > 1 else ()
    if not several and _WHICH_OF_THEM.search(said.folded):
        several = state.recent[:2][::-1]  # two cities asked about in turn
    if state.inquiry and not (state.inquiry.date or state.inquiry.places):
        part = replace(part, date=_counted_from(part.date, state.answer, said.language))
    whole = _whole(said, part, state, of_several=bool(several))
    if whole and whole.wanted in OF_CITIES and not whole.places:
        whole = replace(whole, places=(several or state.places)[:_MOST_PLACES])
    return census.restate(whole, said.language) if whole else None


def _part(said: Said, state: State, finder: SlotFinder, *, leans: bool) -> census.Inquiry | None:
    """What the turn says of an inquiry; None if that is nothing, or all there is to say."""
    part = None if _DEED.search(said.folded) else census.read_inquiry(said.text, said.slots)
    shortened = any(s.kind == "place" and s.end - s.start < len(s.value) for s in said.slots)
    of_places = bool(state.inquiry and state.inquiry.places)
    if part and of_places and _WHAT_THEN.fullmatch(said.folded):
        return replace(part, wanted="level")
    if part is None or part.is_empty:
        return None
    goes_on = leans or shortened or (said.joined and of_places and part.wanted == "since")
    if part.is_whole and not goes_on:
        return None
    if part.cities and has_pronoun(said) and of_places:
        return None  # 'who was certified with them?'
    named = tuple(place_name(s, finder) for s in said.slots if s.kind == "place")
    part = replace(part, places=named)
    if named and state.inquiry and not part.date and _THEN.search(said.folded):
        part = replace(part, date=state.inquiry.date)
    if means_others(said) and part.areas and not (named or part.wanted):
        return replace(part, wanted="list", cities=True)  # 'are there others in Colombia?'
    return part


def _counted_from(date: str, answer: str, language: Language) -> str:
    """'A year earlier' than the day that an answer gives its number for."""
    told = first_told(answer)
    days = [told[start:end] for start, end in dates_in(told)]
    if not is_relative(date) or not days:
        return date
    return _AS_OF[language].format(moved(date, days[0], language=language))


_AS_OF: Mapping[Language, str] = {"en": "as of {}", "es": "hasta el {}", "pt": "até {}"}


def _still_to_come(said: Said, state: State) -> str | None:
    """'¿Llegará al oro?', which names no subject, of the city spoken of."""
    left_out = _VERB_FIRST.match(said.text) if len(state.places) == 1 else None
    if not left_out or said.names("place", "area") or said.language == "en":
        return None
    return f"{left_out[0]} {state.places[0]}{said.text[left_out.end() :]}"


_VERB_FIRST = re.compile(r"\W*(?:[ye]\W+)?\w+(?:á|án|ão|ara|era)\b", re.IGNORECASE)


def counted_of_cities(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'How many applied?' after a count of cities: how many of them did."""
    before = state.inquiry
    counts = before and before.wanted in ("count", "list") and not before.places
    found = _HOW_MANY_DID.match(said.folded) if counts else None
    if not found or said.names("place"):
        return None
    return f"{said.text[: found.end()]} {_CITIES[said.language]}{said.text[found.end() :]}"


_HOW_MANY_DID = re.compile(
    r"\W*how many(?= (?:\w+ed|were|have|had|got|did|made|fell|lost|went|took)\b)"
    r"|\W*cuant[oa]s(?= (?:se )?(?:\w+[ai]ron|ha[nbiy]\w*|estan|estaban)\b)"
    r"|\W*quant[oa]s(?= (?:se )?(?:\w+[aei]ram|tem|tinham|estao|estavam)\b)"
)
_CITIES: Mapping[Language, str] = {"en": "cities", "es": "ciudades", "pt": "cidades"}


def _whole(
    said: Said, part: census.Inquiry, state: State, *, of_several: bool
) -> census.Inquiry | None:
    """The part with what it lacks from the inquiry before, if there was one."""
    before = state.inquiry
    if means_several(said) and part.wanted in ("list", "count") and state.listing:
        before = state.listing  # 'which of these …' after a question on one of them
    if before and not part.wanted and state.listing and _OF_A_KIND.match(said.folded):
        before = replace(state.listing, order="")  # '¿y las de plata?' after the first with gold
    if of_several and part.wanted in OF_CITIES:
        return part
    if before and len(before.places) == 1 and _asks_its_first(said, part):
        return replace(part, wanted="since", places=before.places, order="")
    if part.is_whole and part.areas and part.level:
        return part  # 'and which ones from Argentina have gold?'
    if before:
        return census.merge(part, before, language=said.language)
    return part if _of_a_city(said, part) and not state.reckoning else None


def of_those_listed(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Who was first?', 'who is higher?' after the cities of an area or a level: of these."""
    asked = next((own for own, form in _OF_THOSE if form.fullmatch(said.folded)), None)
    question = fold(state.question)
    if asked is None or said.slots or not _FOR_CITIES.search(question):
        return None
    certified = census.speaks_of_certification(question) or _MADE_IT.search(question)
    if not (state.inquiry or certified):
        return None  # of cities that did some thing
    areas = tuple(dict.fromkeys(slot.value for slot in state.slots if slot.kind == "area"))
    listed = state.inquiry or census.Inquiry(areas=areas)
    if listed.places or listed.date or listed.outside or not (listed.areas or listed.level):
        return None
    if any(slot.kind in ("place", "date") for slot in state.slots):
        return None
    those = census.Inquiry(wanted="list", areas=listed.areas, cities=True)
    if asked in ("first", "last"):
        return census.restate(replace(those, order=asked, level=listed.level), said.language)
    if not listed.areas:
        return None
    level = LEVELS[-1] if asked == "higher" else ""  # where none is there, the highest is told
    return census.restate(replace(those, level=level), said.language)


_FOR_CITIES = re.compile(
    r"\b(?:cities|towns|municipalities|places|ciudades|municipios|cidades|prefeituras)\b"
)
_MADE_IT = re.compile(
    r"\b(?:(?:made|make|got|get|did|have|has|earned|won) it"
    r"|(?:got|get|came|are|is) in(?: it)?(?=\W*$)"
    r"|entraron|ingresaron|lo (?:lograron|obtuvieron|tienen)|entraram|conseguiram)\b"
)
_OF_THEM = (
    r"(?: (?:of|among) (?:them|these|those)| de (?:ell[ao]s|est[ao]s|es[ao]s)|d(?:el|ess|est)[ae]s"
    r"|entre (?:ell?[ae]s))?"
)
_WHO = (
    rf"\W*(?:and |y |e )?(?:who|which(?: one| city)?|quien|cual|que ciudad|quem|qual(?: cidade)?)"
    rf"{_OF_THEM}(?:'s| is| are| was| were| came| got| made| went| has| sits| stands| (?:se )?"
    r"(?:fue|es|esta|llego|entro|lo obtuvo|la obtuvo|foi|e|chegou|entrou|tiene|tem))*"
)
_OF_THOSE = (
    *(
        (order, re.compile(
            rf"{_WHO}(?: (?:it|in|there|certified|el|la|lo|o|a|the))*(?: very)? (?:{words})"
            rf"(?: (?:one|in|there|to))*{_OF_THEM}"
            r"(?: (?:get|join|be|make|en|em|a|certified|it|in|entrar|obtenerla|llegar|ser"
            r"|certificad[ao]|consegui-la|chegar))*\W*"))
        for order, words in (
            ("first", "first|earliest|primer[oa]?|primeir[oa]"),
            ("last", "last|latest|newest|(?:the )?most recent|ultim[oa]|(?:mas|mais) reci?ente"),
        )
    ),
    ("higher", re.compile(
        rf"{_WHO}(?: (?:the|el|la|o|a|at))*"
        r" (?:high(?:er|est)(?: up)?|ahead|in (?:the )?(?:lead|front)|furthest|farthest"
        r"|further(?: up| along| ahead)?|best|top|leading"
        r"|mas (?:alt[oa]|arriba|avanzad[oa]|lejos)|adelante|por delante"
        r"|mais (?:alt[oa]|acima|avancad[oa]|longe)|na frente)"
        rf"(?: (?:level|tier|rank|nivel(?: mas alto| mais alto)?))?{_OF_THEM}\W*")),
    ("levels", re.compile(
        r"\W*(?:and |y |e )?(?:how (?:far|high)(?: up)?(?: (?:did|have|has|do|are))? "
        r"(?:they|these|those|each|it)(?: (?:all|each|of them))?"
        r"(?: (?:got|gotten|get|go|gone|come|came|reach|reached|made|make|are|is|it|rank|stand))*"
        r"|(?:what|which|at what|at which) (?:levels?|tiers?) (?:(?:do|did|have|are|is|does) )?"
        r"(?:they|these|those|each)(?: (?:have|hold|at|got|get|reach|reached|on|of them))*"
        r"|(?:hasta (?:donde|que nivel)|a que nivel|que nivel(?:es)?|con que nivel)"
        r" (?:han )?(?:llegaron|llegado|tienen|alcanzaron|estan)"
        r"|(?:ate onde|a que nivel|que niveis|que nivel|em que nivel)"
        r" (?:elas )?(?:chegaram|tem|alcancaram|estao))\W*")),
)  # fmt: skip
"""What may be asked of cities that were asked for, in few words and without naming them."""


def _asks_its_first(said: Said, part: census.Inquiry) -> bool:
    """Whether 'first' is said of the city spoken of, not of all: 'when did it first get in?'."""
    named = part.cities or not CITY_NOUNS.isdisjoint(said.plain)
    return part.order == "first" and part.wanted in OF_CITIES and not named


def _of_a_city(said: Said, part: census.Inquiry) -> bool:
    """Whether a part is about one city's certification by its own words."""
    certified = part.level or census.speaks_of_certification(said.text)
    return part.wanted in ("level", "certified") or (part.wanted == "since" and bool(certified))


_WHICH_OF_THEM = re.compile(
    r"\bwh(?:ich|o) of (?:them|these|those|the two)\b"
    r"|\bcual de (?:ell[ao]s|las dos|est[ao]s|es[ao]s)\b"
    r"|\bqual (?:delas|deles|das duas|dessas|destas)\b"
)
_OF_A_KIND = re.compile(r"\W*(?:the (?:\w+ ){1,3}ones\b|(?:l[ao]s|[ao]s) (?:d[aeo]s? )?\w+)")
"""All of a kind: 'the silver ones'."""
_DEED = re.compile(r"\b(?:hizo|hicieron|hace|fez|fizeram|faz)\b(?! (?:cuanto|quanto)\b)")
"""'¿Y la de Mendoza qué hizo?' asks for no level."""
_THEN = re.compile(
    r"\b(?:at|around|by) (?:that|the same) time\b|\b(?:back )?then(?=\W*$)"
    r"|\ben (?:ese|aquel|el mismo) (?:momento|entonces|tiempo)\b|\bentonces(?=\W*$)"
    r"|\bn(?:aquel|ess|a mesm)[ea] (?:momento|altura|epoca)\b"
    r"|\b(?:afterwards?|despues(?: de eso)?|depois(?: disso)?)(?=\W*$)"
)
"""The time that the question before was on."""
_WHAT_THEN = re.compile(
    r"\W*(?:what|which|que|cual|qual)(?: (?:is|are|es|e) (?:it|they))?(?: (?:then|instead|entonces"
    r"|entao))?\W*"
)
_WHICH_ONE = re.compile(
    r"^\W*(?:and |y |e )?(?:which(?: one| of)?|who|cual|quien|qual|quem)\b(?! (?:city|cities)\b)"
    r"|^\W*(?:la|el|a|o) primer\w+ (?:fue |foi |es |e )?(?:cual|quien|qual|quem)\b"
)
_EARLIER = re.compile(r"\b(?:earlier|sooner|before|antes|mais cedo)\b")


_JOINED_SINCE = re.compile(
    r"\b(?:joined|been (?:added|certified|named)|followed|come in|since"
    r"|(?:han|ha) (?:sumado|unido|entrado)|sumaron|sumo|entr(?:o|aron|ou|aram)|desde entonces)\b"
)


def _asks_for_later(said: Said) -> bool:
    """Whether a turn asks if others came after the first: 'has any other joined since?'."""
    return means_others(said) and not said.slots and bool(_JOINED_SINCE.search(said.folded))


def _asks_first(said: Said, part: census.Inquiry) -> bool:
    """Whether a turn asks which of those spoken of came first."""
    first = part.order == "first" or bool(_EARLIER.search(said.folded))
    return first and bool(_WHICH_ONE.search(said.folded))
