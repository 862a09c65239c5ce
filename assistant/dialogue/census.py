"""Questions on which cities are certified, at which level and since when, and follow-ups to them.

Such a question is read into an `Inquiry` only where it holds nothing else, so that 'which cities
use data against floods' stays a question to the documents. A follow-up that lacks a part takes it
from the inquiry before, and the whole is written out again in the follow-up's language.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answers import Language
from assistant.dialogue.census_texts import INQUIRY_TEXTS
from assistant.dialogue.dates import moved, preposition
from assistant.dialogue.slots import Slot
from assistant.dialogue.wording import (
    CITY_NOUNS,
    DEMONSTRATIVES,
    OWN,
    PRONOUNS,
    SMALL,
    THERE,
    words_of,
)
from assistant.folding import fold
from assistant.geography import area_name
from assistant.tools.directory import LEVELS
from assistant.tools.level_names import level_words

Wanted = Literal["level", "since", "certified", "list", "count"]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked of the directory, or the part of it that a turn says.

    Attributes:
        wanted: a city's level, since when it is certified or holds `level`, whether it is; or the
            cities of an area, level and date, or their number. None if the turn does not say.
        places: as they are to be written.
        areas: area codes; more than one where they are named in one breath.
        outside: whether the cities are those outside of `areas`.
        date: with its preposition, as written; empty if none.
        everywhere: whether it asks about all areas: 'in total'.
        order: `first` or `last` of the cities asked for; empty for all.
        cities: whether it asks for cities.
        now: whether it asks about today, whatever time was spoken of before.
        new: whether the cities are those that were new at that date.
        lacks: whether the cities are those that are not at `level`: 'which ones aren't gold?'.
    """

    wanted: Wanted | None = None
    places: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    outside: bool = False
    level: str = ""
    date: str = ""
    order: str = ""
    everywhere: bool = False
    cities: bool = False
    now: bool = False
    new: bool = False
    lacks: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it says what it is about."""
        return bool(self.wanted and (self.places or self.cities))

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing that could be asked or put in."""
        return self == Inquiry()


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MANY = re.compile(
    r"\b(?:how many|number of|cuant[oa]s|quant[oa]s|numero de"
    r"|(?:what|cual|qual) (?:is|was|were|es|era|fue|e|foi) (?:the|el|o) total)\b"
)
_SINCE = re.compile(
    r"\b(?:since when|when|since|how long|what (?:year|date)|which year|desde cuando|cuando"
    r"|desde quando|quando|ha quanto tempo|hace cuanto|que (?:ano|fecha|data))\b"
)
_WHICH = re.compile(
    r"\b(?:which|who|what are|list|name|names|qual|cual|quien(?:es)?|cuales|quem|quais|que ciudades"
    r"|que cidades|que (?:ciudad|cidade)(?= (?:de|da|do|d[ao]s|en|em|fue|foi)\b)"
    r"|what (?:cities|towns)|what (?:is|was)(?= the (?:very )?(?:first|latest|newest)))\b"
)
_ANY_OF = re.compile(
    r"\b(?:any|some|none) of (?:them|these|those)\b|\b(?:alguna|ninguna) de (?:ellas|esas|estas)\b"
    r"|\b(?:alguma|nenhuma) (?:delas|dessas|destas)\b"
)
_CITIES = _set("cities towns places municipalities ciudades municipios cidades who quem quienes")
_ROUNDS = _set("round rounds ronda rodada")
_LEVEL = _set("level lvl tier rank rating status nivel categoria")
_CERTIFIED = _set(
    """certified certificada certificado certificadas certificados certify wwc member members
    certificaron certifico certificaram certificou"""
)
_HOLDS = _set(
    """hold holds held reach reached earn earned became become got achieve achieved tiene tienen
    tem esta estan estao fue fueron foi foram alcanzo alcanzaron alcancou alcancaram obtuvo obteve
    ganho ganhou logro conseguiu son sao list name names year date since current currently
    show muestra muestrame lista listame dame nombra nombrame mostre mostra mostrame diga dime give
    long time status award awarded announced recognised recognized anunciada
    level cities ones right anything any tempo ano fecha numero number part
    tuvo teve era eran eram hay existem ficou quedo subio subiu moved announcement rank
    entered came entraron ingresaron entraram share
    question pregunta pergunta neighbour neighbor nearby sister twin rival vecina vecino vizinha
    vizinho higher highest better best mayor alto alta maior new newly nuevas nuevos novas novos
    brand back joined virou viraram tornou
    tornaram passou passaron paso pasaron llego llegaron chegou chegaram
    went go gone became turned
    estavam estava estaban estaba round rounds ronda rodada happened
    participan participam participate participates participating"""
)
_NEW = _set("new newly nuevas nuevos novas novos")
_ENTERED = _set("entered joined entraron ingresaron entraram ingressaram")
_OTHERS = _set("other others otra otras otro otros outra outras outro outros demas demais")
_TOTAL = _set("total overall altogether worldwide")
_IN_ALL = re.compile(r"\b(?:in all|all told|ao todo)\b(?! (?:of|the)\b)")
_HAS_IT = re.compile(
    r"\b(?:has|have|had|get|got|tem|tiene|tienen|obtuvo|obteve|recibio|recebeu)"
    r"(?: (?:a|la|the|its|their|su|sua))? certifica(?:tion|cion|cao)\b"
)
_OUTSIDE = re.compile(
    r"\b(?:outside(?: of)?|not in|fuera de|fora d[eao]s?|no estan? en"
    r"|nao est(?:a|ao) (?:em|n[oa]s?))\b"
)
_BARE_COPULA = re.compile(
    r"(?:es|e|son|sao|era|fue|foi|esta|estan|estao)(?: ya| ja| certificad\w+)*"
)
_ORDERS: Mapping[str, frozenset[str]] = {
    "first": _set("first earliest oldest primera primero primeira primeiro"),
    "last": _set("last latest newest recent ultima ultimo recente reciente"),
}
_NOW = re.compile(
    r"\b(?:now|today|currently|nowadays|at present|these days|ahora|hoy|actualmente|agora|hoje"
    r"|atualmente)\b"
)
_RISEN = re.compile(
    r"\b(?:(?:moved?|went|go|gone|going) (?:up|down)|rose|climbed|subi(?:o|eron|u|ram)"
    r"|ascendi(?:o|eron)|(?:paso|pasaron) de nivel)\b"
)
_LAST_COUNT = re.compile(
    r"\b(?:(?:at|by|in|as of|per|with|after|from) )?(?:the |its )?"
    r"(?:last|latest|most recent|newest) (?:official |published |known |printed )*"
    r"(?:count|tally|figure|number|total|announcement|update|news|report)s?\b"
    r"|\b(?:en |segun |con )?(?:el |la )?(?:ultim[oa]|mas reciente) (?:recuento|conteo|cifra|dato"
    r"|numero|cuenta|anuncio)(?: (?:oficial|publicad[oa]))?\b"
    r"|\b(?:n[oa] |segundo |com )?(?:o |a )?(?:ultim[oa]|mais recente) (?:contagem|numero|dado"
    r"|cifra|balanco|anuncio)(?: (?:oficial|publicad[oa]))?\b"
)
"""The time of the last count is now: 'at the last official count'."""
_TOP_LEVEL = re.compile(
    r"\b(?:highest|top|best) (?:level|tier|rank)\b|\bnivel (?:mas|mais) alto\b|\bmaximo nivel\b"
    r"|\bnivel maximo\b"
)
_NEGATED = re.compile(r"\b(?:not|no|nao)\b|n['’]t\b")
"""Once 'not in' an area is left out."""
_WHY = re.compile(r"\b(?:why|how come|por que|porque)\b")
_THOSE_AT = re.compile(r"(?:and |y |e )?(?:the ones|(?:l[ao]s|[ao]s) de)")
"""Several at a level, which is left out: 'and the silver ones', 'y las de plata'."""
_WHEN_ABOUT = re.compile(
    r"\b(?:at first|originally|initially|before that|al principio|al inicio|originalmente"
    r"|no inicio|inicialmente)\b"
)


def read_inquiry(text: str, slots: Sequence[Slot]) -> Inquiry | None:
    """What a text asks of the directory, or part of it; None if it holds anything else."""
    if any(slot.kind in ("count", "percent", "criterion", "practice") for slot in slots):
        return None
    bare = " ".join(word.plain for word in words_of(_outside(text, slots)))
    bare = _IN_ALL.sub(" total ", _LAST_COUNT.sub(" now ", bare))
    folded = _OUTSIDE.sub(" ", _HAS_IT.sub("certified", bare))
    plain = folded.split()
    if _RISEN.search(folded) and not any(slot.kind == "level" for slot in slots):
        return None  # who rose is not who was certified
    if _WHY.search(folded):
        return None
    several = _WHICH.search(folded) or not _CITIES.isdisjoint(plain)
    when = _WHEN_ABOUT.search(folded)
    known = SMALL | _CITIES | _LEVEL | _CERTIFIED | _HOLDS | CITY_NOUNS | PRONOUNS | OWN
    ordered = {order: words & set(plain) for order, words in _ORDERS.items()}
    known = known.union(_TOTAL, _OTHERS, DEMONSTRATIVES, *ordered.values())
    if set(_NOW.sub(" ", _WHEN_ABOUT.sub(" ", folded)).split()) - known:
        return None
    return Inquiry(
        wanted=_wanted(folded, slots),
        places=tuple(_written(slot) for slot in slots if slot.kind == "place"),
        areas=_areas(text, slots),
        outside=bool(_OUTSIDE.search(bare)) and any(slot.kind == "area" for slot in slots),
        level=next((slot.value for slot in slots if slot.kind == "level"), "")
        or (LEVELS[-1] if several and _TOP_LEVEL.search(folded) else ""),
        date=_date(text, slots) or (when.group() if when else ""),
        everywhere=bool(set(plain) & _TOTAL),
        now=bool(_NOW.search(folded)),
        lacks=bool(several and _NEGATED.search(folded)),
        new=bool(set(plain) & (_NEW | _ENTERED)),
        order=next((order for order, words in ordered.items() if words and not when), ""),
        cities=bool(set(plain) & (_CITIES | _ROUNDS))
        or ("ones" in plain and any(slot.kind == "area" for slot in slots))
        or (bool(_THOSE_AT.fullmatch(folded.strip())) and any(s.kind == "level" for s in slots))
        or bool(_MANY.search(folded) and {"of", *_NEW} & set(plain))
        or (bool(set(plain) & CITY_NOUNS) and bool(_WHICH.search(folded) or "que" in plain)),
    )


def _areas(text: str, slots: Sequence[Slot]) -> tuple[str, ...]:
    """The first area that a text names, and those that it joins to it."""
    found = [slot for slot in slots if slot.kind == "area"]
    joined = found[:1]
    for slot in found[1:]:
        between = fold(text[joined[-1].end : slot.start])
        if not (_JOINED.fullmatch(between) or (between.strip() == "," and found[2:])):
            break
        joined.append(slot)
    return tuple(dict.fromkeys(slot.value for slot in joined))


_JOINED = re.compile(
    r"(?: side)?,? (?:and|or|y|e|o|ou|&) (?:(?:in|from|of|en|em|de|the|n[oa]s?|d[oa]s?|la|el) )*"
)
"""What may stand between two areas that are both meant; 'Georgia, United States' is one."""


def asks_for_new(text: str) -> bool:
    """Whether a text asks for the cities that were new at a time, or for their number."""
    plain = [word.plain for word in words_of(text)]
    asks = _MANY.search(" ".join(plain)) or _WHICH.search(" ".join(plain))
    return bool(asks) and not _NEW.isdisjoint(plain)


TO_COME = re.compile(
    r"(?:\bwill\b|['’]ll\b|\b(?:going|gonna|likely|expected|bound|about|set) to\b"
    r"|\b(?:va|van|vai|vao)\b[^,;?]{1,30}?\b(?:ser|estar|llegar|alcanzar|lograr|conseguir|obtener|ganar"
    r"|subir|certificar\w*|chegar|alcancar|obter|ganhar|receber)\b"
    r"|\b(?:llegar|alcanzar|lograr|conseguir|obtendr|ganar|subir|tendr|ser|estar|chegar|alcancar"
    r"|obter|ganhar|receber|ter)(?:a|an|ao)\b)"
)
"""Speaks of what is to come, in folded text; 'sera' is of a future, 'llegara' may be of one."""


def is_on_today(folded: str) -> bool:
    """Whether a text asks about today, whatever time was spoken of before."""
    return bool(_NOW.search(folded))


def is_outside(folded: str) -> bool:
    """Whether a text says 'outside of' an area."""
    return bool(_OUTSIDE.search(folded))


def speaks_of_certification(text: str) -> bool:
    """Whether a text says 'certified' or 'has the certification'."""
    plain = [word.plain for word in words_of(text)]
    return not _CERTIFIED.isdisjoint(plain) or bool(_HAS_IT.search(" ".join(plain)))


def _outside(text: str, slots: Sequence[Slot]) -> str:
    for slot in slots:
        own = re.match(r"['’]s\b", text[slot.end :]) if slot.kind == "place" else None
        end = slot.end + (own.end() if own else 0)
        text = text[: slot.start] + " " * (end - slot.start) + text[end:]
    return text


def _wanted(folded: str, slots: Sequence[Slot]) -> Wanted | None:
    words = set(folded.split())
    if _MANY.search(folded):
        return "count"
    if (
        _ANY_OF.search(folded)
        or words & (_CITIES | _ROUNDS)
        or (words & CITY_NOUNS and re.search(r"\b(?:which|que|qual|cual)\b", folded))
    ):
        return "list"
    if _SINCE.search(folded):
        return "since"
    if words & _LEVEL:
        return "level"
    if _WHICH.search(folded):
        return "list"
    placed = any(slot.kind == "place" for slot in slots)
    certified = words & _CERTIFIED or any(slot.kind == "level" for slot in slots)
    told = placed or words & (PRONOUNS - THERE | CITY_NOUNS) or _BARE_COPULA.fullmatch(folded)
    return "certified" if certified and told else None


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
        areas=part.areas or (() if part.everywhere else whole.areas),
        outside=part.outside if part.areas else whole.outside,
        # 'Which of them got gold?', after the first ones.
        order=part.order or (whole.order if part.level and part.wanted == "list" else ""),
        level=part.level or whole.level,
        date=_dated(part.date, "" if part.now else whole.date, language),
        cities=part.cities or whole.cities,
        new=part.new or (whole.new and not (part.date or part.everywhere)),
        lacks=part.lacks,
    )
    if len(part.places) > 1 and whole.places and whole.order == "first":
        return replace(whole, places=part.places)  # 'and between Seattle and Boston?'
    if part.places:
        # One city: what was asked of all becomes what there is to know of it.
        of_one = whole.wanted if whole.wanted not in ("list", "count") else None
        wanted = part.wanted or of_one or "level"
        level = whole.level if wanted == "since" else ""
        level = part.level or level
        return replace(merged, wanted=wanted, areas=(), cities=False, level=level, date=part.date)
    if part.areas or part.cities or part.order or part.wanted in ("list", "count"):
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
    bare = not re.match(
        r"(?:as|by|in|on|at|en|em|a(?! year\b)|ate|até|hasta|before|antes|el)\b", new
    )
    before = re.match(r"(?:as of|by|in|on|at|en|em|até|ate|hasta|before|antes de|el)\s", old)
    date = moved(new, old, language=language)
    return (
        f"{before.group()}{date}"
        if bare and before and not date.startswith(before.group())
        else date
    )


def restate(inquiry: Inquiry, language: Language) -> str | None:
    """A whole inquiry written out; None if it is not whole."""
    if inquiry.order == "first" and len(inquiry.places) == 2:
        return which_first(inquiry.places, inquiry.level, language)
    about_places = inquiry.wanted in ("level", "since", "certified")
    if not inquiry.is_whole or (about_places and not inquiry.places):
        return None
    texts = INQUIRY_TEXTS[language]
    date = inquiry.date
    if date and (date[:1].isdigit() or (" " not in date and date.isalpha())):
        date = f"{texts['in']} {date}"
    area = _together([_the(area_name(a, language), language) for a in inquiry.areas], texts["and"])
    written = texts[_form(inquiry, texts)].format(
        places=_together(inquiry.places, texts["and"]),
        area=texts["outside" if inquiry.outside else "area"].format(area=area) if area else "",
        level=level_words(inquiry.level, language).name if inquiry.level else "",
        date=date,
    )
    return written.replace(" de el ", " del ")


def which_first(places: Sequence[str], level: str, language: Language) -> str:
    """The question which of two cities was certified, or reached a level, first."""
    form = "which_first_level" if level else "which_first"
    named = level_words(level, language).name if level else ""
    return INQUIRY_TEXTS[language][form].format(one=places[0], other=places[1], level=named)


def why(places: Sequence[str], language: Language, *, lacks: str | None = None) -> str:
    """The question why some cities are certified, or why not.

    Args:
        lacks: the level that they do not hold; empty for any, None if they are certified.
    """
    texts = INQUIRY_TEXTS[language]
    form = "why" if lacks is None else "why_not_level" if lacks else "why_not"
    level = level_words(lacks, language).name if lacks else ""
    return texts[form].format(places=_together(places, texts["and"]), level=level)


def _form(inquiry: Inquiry, texts: Mapping[str, str]) -> str:
    """Which of the texts an inquiry is written with."""
    form: str = inquiry.wanted or ""
    if form == "list" and inquiry.level and inquiry.lacks:
        return "list_without"
    if form == "list" and inquiry.order:
        form = inquiry.order
    if inquiry.new and inquiry.date and not inquiry.level and f"{form}_new" in texts:
        return f"{form}_new"
    if len(inquiry.places) > 1 and f"{form}s" in texts:
        form += "s"
    if inquiry.level and f"{form}_level" in texts:
        form += "_level"
    return f"{form}_dated" if inquiry.date and f"{form}_dated" in texts else form


def _together(places: Sequence[str], joint: str) -> str:
    return joint.join([", ".join(places[:-1]), places[-1]]) if len(places) > 1 else "".join(places)


def _the(area: str, language: Language) -> str:
    """An area's name as the texts want it: with an article in English, contracted in Portuguese."""
    if language == "en":
        return f"the {area}" if re.match(r"United|Dominican|Caribbean|Americas", area) else area
    if language == "es":
        return area
    if area.startswith(("do ", "da ", "das ", "dos ")):
        return area
    if area in ("Portugal", "Cuba", "El Salvador", "Honduras", "Porto Rico"):
        return f"de {area}"
    feminine = area.split()[0].endswith("a")
    return f"{'dos' if area.startswith('Estados') else 'da' if feminine else 'do'} {area}"
