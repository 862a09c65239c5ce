"""Questions about which cities are certified, at which level and since when, and follow-ups to them.

Such a question is read into an `Inquiry` only where it holds nothing else, so that 'which cities
use data against floods' stays a question to the documents. A follow-up that lacks a part takes it
from the inquiry before, and the whole is written out again in the follow-up's language.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answers import Language
from assistant.dialogue.dates import moved, preposition
from assistant.dialogue.slots import Slot
from assistant.dialogue.wording import CITY_NOUNS, DEMONSTRATIVES, OWN, PRONOUNS, SMALL, words_of
from assistant.geography import area_name
from assistant.tools.tier_texts import LEVELS

Wanted = Literal["level", "since", "certified", "list", "count"]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked of the directory, or the part of it that a turn says.

    Attributes:
        wanted: a city's level, since when it is certified or holds `level`, whether it is; or the
            cities of an area, level and date, or their number. None if the turn does not say.
        places: as they are to be written.
        area: area code, or empty.
        date: with its preposition, as written; empty if none.
    """

    wanted: Wanted | None = None
    places: tuple[str, ...] = ()
    area: str = ""
    level: str = ""
    date: str = ""
    cities: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it says what it is about."""
        return bool(self.wanted and (self.places or self.cities))


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MANY = re.compile(r"\b(?:how many|number of|cuant[oa]s|quant[oa]s|numero de)\b")
_SINCE = re.compile(
    r"\b(?:since when|when|since|how long|what (?:year|date)|which year|desde cuando|cuando"
    r"|desde quando|quando|ha quanto tempo|hace cuanto|que (?:ano|fecha|data))\b"
)
_WHICH = re.compile(
    r"\b(?:which|who|what are|list|name|names|quien(?:es)?|cuales|quem|quais|que ciudades"
    r"|que cidades|what (?:cities|towns))\b"
)
_CITIES = _set("cities towns places municipalities ciudades municipios cidades who quem quienes")
_LEVEL = _set("level lvl tier rank rating status nivel categoria")
_CERTIFIED = _set(
    """certified certificada certificado certificadas certificados certify wwc member members in"""
)
_HOLDS = _set(
    """hold holds held reach reached earn earned became become got achieve achieved tiene tienen
    tem esta estan estao fue fueron foi foram alcanzo alcanzaron alcancou alcancaram obtuvo obteve
    ganho ganhou logro conseguiu son sao list name names year date since current currently
    first new newly long time status award awarded announced recognised recognized anunciada
    level cities ones right anything any tempo ano fecha data numero number part
    tuvo teve era eran eram hay existem ficou quedo subio subiu moved announcement rank"""
)
_WHEN_ABOUT = re.compile(
    r"\b(?:at first|originally|initially|before that|al principio|al inicio|originalmente"
    r"|no inicio|inicialmente)\b"
)


def read_inquiry(text: str, slots: Sequence[Slot]) -> Inquiry | None:
    """What a text asks of the directory, or part of it; None if it holds anything else."""
    if any(slot.kind in ("count", "percent", "criterion", "practice") for slot in slots):
        return None
    plain = [word.plain for word in words_of(_outside(text, slots))]
    folded = " ".join(plain)
    when = _WHEN_ABOUT.search(folded)
    known = SMALL | _CITIES | _LEVEL | _CERTIFIED | _HOLDS | CITY_NOUNS | PRONOUNS | OWN
    if set((_WHEN_ABOUT.sub(" ", folded)).split()) - known - DEMONSTRATIVES:
        return None
    return Inquiry(
        wanted=_wanted(folded, slots),
        places=tuple(_written(slot) for slot in slots if slot.kind == "place"),
        area=next((slot.value for slot in slots if slot.kind == "area"), ""),
        level=next((slot.value for slot in slots if slot.kind == "level"), ""),
        date=_date(text, slots) or (when.group() if when else ""),
        cities=bool(set(plain) & _CITIES) or bool(_MANY.search(folded) and "of" in plain),
    )


def _outside(text: str, slots: Sequence[Slot]) -> str:
    for slot in slots:
        text = text[: slot.start] + " " * (slot.end - slot.start) + text[slot.end :]
    return text


def _wanted(folded: str, slots: Sequence[Slot]) -> Wanted | None:
    words = set(folded.split())
    if _MANY.search(folded):
        return "count"
    if words & _CITIES:
        return "list"
    if _SINCE.search(folded):
        return "since"
    if words & _LEVEL:
        return "level"
    if _WHICH.search(folded):
        return "list"
    placed = any(slot.kind == "place" for slot in slots)
    certified = words & _CERTIFIED - {"in"} or any(slot.kind == "level" for slot in slots)
    return "certified" if certified and (placed or words & (PRONOUNS | CITY_NOUNS)) else None


def _written(slot: Slot) -> str:
    """A place as it is to be written: by its own name, with its state where the name is shared."""
    if len(slot.cities) == 1 and "," not in slot.value and "(" not in slot.value:
        return slot.cities[0].name
    return slot.value


def _date(text: str, slots: Sequence[Slot]) -> str:
    for slot in slots:
        if slot.kind == "date":
            return preposition(text, slot.start) + slot.value
    return ""


def merge(part: Inquiry, whole: Inquiry, *, language: Language = "en") -> Inquiry:
    """The inquiry before with what a follow-up says put in."""
    merged = replace(
        whole,
        wanted=part.wanted or whole.wanted,
        places=part.places or whole.places,
        area=part.area or whole.area,
        level=part.level or whole.level,
        date=_dated(part.date, whole.date, language),
        cities=part.cities or whole.cities,
    )
    if part.places:
        # One city: what was asked of all becomes what there is to know of it.
        wanted = part.wanted or (whole.wanted if whole.places else "level")
        return replace(merged, wanted=wanted, area="", cities=False, level=part.level or "")
    if part.area or part.cities or part.wanted in ("list", "count"):
        listed: Wanted = "count" if "count" in (part.wanted, whole.wanted) else "list"
        listed = part.wanted if part.wanted in ("list", "count") else listed
        return replace(merged, wanted=listed, places=(), cities=True)
    if whole.places and part.level and not part.wanted:
        return replace(merged, wanted="since" if whole.wanted == "since" else "certified")
    return merged


def _dated(new: str, old: str, language: Language) -> str:
    """The new date; without a preposition of its own it gets that of the old one."""
    if not new or not old:
        return new or old
    bare = not re.match(r"(?:as|by|in|on|at|en|em|a|ate|até|hasta|before|antes|el)\b", new)
    before = re.match(r"(?:as of|by|in|on|at|en|em|até|ate|hasta|before|antes de|el)\s", old)
    date = moved(new, old, language=language)
    return f"{before.group()}{date}" if bare and before and not date.startswith(before.group()) else date


def about(places: Sequence[str]) -> Inquiry:
    """An inquiry that says only which places it is about."""
    return Inquiry(places=tuple(places))


_TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "level": "What level does {places} hold?",
        "level_dated": "What level did {places} hold {date}?",
        "levels": "What level do {places} hold?",
        "since": "Since when has {places} been certified?",
        "since_level": "Since when has {places} been {level}?",
        "certified": "Is {places} certified?",
        "certified_level": "Is {places} {level}?",
        "certified_dated": "Was {places} certified {date}?",
        "certified_level_dated": "Was {places} {level} {date}?",
        "list": "Which cities{area} are certified?",
        "list_level": "Which cities{area} are {level}?",
        "list_dated": "Which cities{area} were certified {date}?",
        "list_level_dated": "Which cities{area} became {level} {date}?",
        "count": "How many cities{area} are certified?",
        "count_level": "How many cities{area} are {level}?",
        "count_dated": "How many cities{area} were certified {date}?",
        "count_level_dated": "How many cities{area} were {level} {date}?",
        "area": " in {area}",
        "in": "in",
        "and": " and ",
    },
    "es": {
        "level": "¿Qué nivel tiene {places}?",
        "level_dated": "¿Qué nivel tenía {places} {date}?",
        "levels": "¿Qué nivel tienen {places}?",
        "since": "¿Desde cuándo está certificada {places}?",
        "since_level": "¿Desde cuándo es {level} {places}?",
        "certified": "¿Está certificada {places}?",
        "certified_level": "¿Es {level} {places}?",
        "certified_dated": "¿Estaba certificada {places} {date}?",
        "certified_level_dated": "¿Era {level} {places} {date}?",
        "list": "¿Qué ciudades{area} están certificadas?",
        "list_level": "¿Qué ciudades{area} son {level}?",
        "list_dated": "¿Qué ciudades{area} fueron certificadas {date}?",
        "list_level_dated": "¿Qué ciudades{area} alcanzaron {level} {date}?",
        "count": "¿Cuántas ciudades{area} están certificadas?",
        "count_level": "¿Cuántas ciudades{area} son {level}?",
        "count_dated": "¿Cuántas ciudades{area} estaban certificadas {date}?",
        "count_level_dated": "¿Cuántas ciudades{area} eran {level} {date}?",
        "area": " de {area}",
        "in": "en",
        "and": " y ",
    },
    "pt": {
        "level": "Qual é o nível de {places}?",
        "level_dated": "Qual era o nível de {places} {date}?",
        "levels": "Qual é o nível de {places}?",
        "since": "Desde quando {places} é certificada?",
        "since_level": "Desde quando {places} é {level}?",
        "certified": "A cidade de {places} é certificada?",
        "certified_level": "A cidade de {places} é {level}?",
        "certified_dated": "A cidade de {places} era certificada {date}?",
        "certified_level_dated": "A cidade de {places} era {level} {date}?",
        "list": "Quais cidades{area} são certificadas?",
        "list_level": "Quais cidades{area} são {level}?",
        "list_dated": "Quais cidades{area} foram certificadas {date}?",
        "list_level_dated": "Quais cidades{area} alcançaram {level} {date}?",
        "count": "Quantas cidades{area} são certificadas?",
        "count_level": "Quantas cidades{area} são {level}?",
        "count_dated": "Quantas cidades{area} eram certificadas {date}?",
        "count_level_dated": "Quantas cidades{area} eram {level} {date}?",
        "area": " de {area}",
        "in": "em",
        "and": " e ",
    },
}


def restate(inquiry: Inquiry, language: Language) -> str | None:
    """A whole inquiry written out; None if it is not whole."""
    if not inquiry.is_whole or inquiry.wanted is None:
        return None
    texts = _TEXTS[language]
    about_places = inquiry.wanted in ("level", "since", "certified")
    if about_places and not inquiry.places:
        return None
    form: str = inquiry.wanted
    if inquiry.level and form != "level":
        form += "_level"
    if inquiry.date and f"{form}_dated" in texts:
        form += "_dated"
    if form == "level" and len(inquiry.places) > 1:
        form = "levels"
    date = inquiry.date if " " in inquiry.date.strip() else f"{texts['in']} {inquiry.date}"
    if inquiry.date and re.match(r"\d|(?:19|20)", inquiry.date):
        date = f"{texts['in']} {inquiry.date}"
    return texts[form].format(
        places=texts["and"].join(inquiry.places),
        area=texts["area"].format(area=_the(area_name(inquiry.area, language), language))
        if inquiry.area
        else "",
        level=LEVELS[language][inquiry.level][0] if inquiry.level else "",
        date=date,
    )


def _the(area: str, language: Language) -> str:
    """An area's name with the article English wants."""
    takes = language == "en" and re.match(r"(?:United|Dominican|Caribbean|Americas)", area)
    return f"the {area}" if takes else area
