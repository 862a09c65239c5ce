"""'That day', 'that city', 'that level', 'the next one': what they point at, put in words."""

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.answers import Language
from assistant.dialogue import census
from assistant.dialogue.items import ORDINALS, WHAT_ASKS
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State, criteria_in, level_told, told_besides
from assistant.dialogue.substitution import AND, IN, put
from assistant.dialogue.supposing import on_joining
from assistant.dialogue.turns import Said, has_pronoun, is_fragment
from assistant.dialogue.wording import PROGRAMME
from assistant.folding import fold
from assistant.geography import area_name, find_areas
from assistant.tools.directory_texts import within
from assistant.tools.level_names import level_words

_ON: Mapping[Language, str] = {"en": "on", "es": "el", "pt": "em"}

# Patterns are compared with folded text: lower case, no accents.
_THAT_DAY = re.compile(
    r"\b(?:(?:on|in|at|en|em|around|about|por|hacia) )?"
    r"(?:that|the same|ese|esse|aquel|aquele|el mismo|o mesmo|nesse"
    r"|neste|no mesmo) (?:day|date|month|year|time|round|announcement|dia|fecha|mes"
    r"|ano|data|ronda|rodada|anuncio)\b"
)
_THAT_AREA = re.compile(r"\b(?:that|this|the same|esa|essa|la misma|a mesma) (?:practice )?area\b")
_NOUN = r"(?:city|town|place|municipality|ciudad|municipio|lugar|cidade|cities|ciudades|cidades)"
_THAT_PLACE = re.compile(
    rf"\b(?:(?:that|this|those|these|esa|ese|esta|este|esas|essa|esse|dicha|aquella|the same) "
    rf"{_NOUN}|(?P<there>(?:(?<=cities )|(?<=ones )|(?<=towns )|(?<=places ))there"
    r"|(?<!get )(?<!got )(?<!getting )(?<!is )(?<!are )(?<!was )(?<!were )there"
    r"(?! (?:is|are|was|were|any|a)\b)(?!['’]s)|alli|ahi))\b"
)
_LA = re.compile(r"(?<!\w)(?:por )?(?P<there>lá)\b", re.IGNORECASE)
_THE_CITY = re.compile(
    r"\b(?:the|la|a|(?P<of>da)) (?:city|ciudad|cidade)\b(?! (?:to|has to|must|needs?)\b)"
)


_COUNTS = frozenset("criteria criterion percent percentage share criterios criterio".split())


def of_level(said: Said, state: State) -> str | None:
    """'How many criteria does that take?', 'does anyone have it?': of the level asked about."""
    levels = [slot.value for slot in state.slots if slot.kind == "level"]
    area = said.slots[0] if len(said.slots) == 1 and said.names("area") else None
    if not levels or (said.slots and not area):
        return None
    plain = {w.plain for w in said.words if not area or not area.start <= w.start < area.end}
    anyone = plain & _ANYONE and plain & _HOLDING and len(plain) > _LEAST_HELD
    if anyone and not state.inquiry and not plain - _ANYONE - _HOLDING - _AROUND_HOLDING:
        wanted: census.Wanted = "count" if "many" in plain else "list"
        where = (area.value,) if area else ()
        held = census.Inquiry(wanted=wanted, level=levels[-1], areas=where, cities=True)
        return census.restate(held, said.language)
    if area or state.reckoning or _COUNTS.isdisjoint(said.plain) or not has_pronoun(said):
        return None
    level = level_words(levels[-1], said.language).name
    return f"{said.text.rstrip(' ?!.')} {_FOR[said.language]} {level}?"


def already_in(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Which ones already have?' after whether cities of a country may take part."""
    areas = [slot.value for slot in state.slots if slot.kind == "area"]
    if len(areas) != 1 or said.slots or not on_joining(state.question, state.slots):
        return None
    plain = set(said.plain)
    if not plain & _ANYONE or plain - _ANYONE - _HOLDING - _AROUND_HOLDING - _TAKING_PART:
        return None
    wanted: census.Wanted = "count" if plain & _HOW_MANY else "list"
    held = census.Inquiry(wanted=wanted, areas=tuple(areas), cities=True)
    return census.restate(held, said.language)


_HOW_MANY = frozenset("many cuantas cuantos quantas quantos".split())
_TAKING_PART = frozenset(
    """ones taken part joined certified certification taking participan participado certificadas
    certificados estan participam participaram cuales cuantas cuantos quais quantas
    quantos esta in been from""".split()
)
_LEAST_HELD = 2
_ANYONE = frozenset(
    """who anyone anybody someone many which any quien quienes alguien quem cuales cuantas cuantos
    quais quantas quantos""".split()
)
_HOLDING = frozenset(
    """has have had got hold holds reach reached made achieved there tiene tienen alcanzo llego tem
    alcancou chegou""".split()
)
_AROUND_HOLDING = frozenset(
    """how of them city cities is are does did do ever already yet so far level to at the in it that
    this one else lo la eso ese nivel ya isso esse ja alguna alguma ciudad cidade en em""".split()
)
_FOR: Mapping[Language, str] = {"en": "for", "es": "para", "pt": "para"}


def pointed(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The turn with 'that day', 'that area', 'that city' or 'that country' put in words."""
    where = _that_country(said, state, finder)
    said = replace(said, text=where) if where else said
    for point in (_that_day, _that_area, _that_level, _that_place):
        if text := point(said, state, finder):
            return text
    return where


_THAT_COUNTRY = re.compile(
    r"\b(?:that|this|the same|its|ese|este|el mismo|esse|deste|desse|o mesmo) "
    r"(?P<what>country|nation|state|province|pais|estado|provincia)\b"
)


def _that_country(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The country, or the state, of the place spoken of."""
    found = _THAT_COUNTRY.search(said.folded)
    if not found or len(state.places) != 1:
        return None
    cities = (city for slot in finder.find(state.places[0]) for city in slot.cities)
    wide = found["what"] in ("country", "nation", "pais")
    named = next((city.country if wide else city.state for city in cities), "")
    areas = find_areas(named or "")
    if not areas:
        return None
    name = area_name(areas[0].code, said.language)
    return f"{said.text[: found.start()]}{name}{said.text[found.end() :]}"


def _that_day(said: Said, state: State, finder: SlotFinder) -> str | None:
    found = _THAT_DAY.search(said.folded)
    if not found:
        return None
    said_before = (state.question, state.answer)
    date = next((s.value for t in said_before for s in finder.find(t) if s.kind == "date"), "")
    if not date:
        return None
    if re.search(r"\byear|ano$|^(?:around|about|por|hacia)", found.group()):
        date = date[-4:]
    is_day = date[:1].isdigit() and " " in date
    before = _ON[said.language] if is_day else IN[said.language]
    return f"{said.text[: found.start()]}{before} {date}{said.text[found.end() :]}"


def _that_area(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The practice area of the criterion spoken of."""
    found = _THAT_AREA.search(said.folded)
    named = [s for t in (state.question, state.answer) for s in finder.find(t)]
    named = [s for s in named if s.kind in ("criterion", "practice")]
    if not found or not named:
        return None
    area = finder.practice_of.get(named[0].value, named[0].value)
    return f"{said.text[: found.start()]}{area}{said.text[found.end() :]}"


_THAT_LEVEL = re.compile(
    r"\b(?:that|this|the same|ese|este|el mismo|esse|este|o mesmo|nesse|neste) "
    r"(?:level|tier|rank|nivel)\b(?! (?:as|than|que|como|do que)\b)"
)


def _that_level(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The level that the last answer gave, or that was asked about."""
    found = _THAT_LEVEL.search(said.folded)
    if not found or said.names("level"):
        return None
    named = [slot.value for slot in state.slots if slot.kind == "level"]
    level = level_told(state.answer, finder) or (named[-1] if named else "")
    if not level:
        return None
    written = level_words(level, said.language).name
    return f"{said.text[: found.start()]}{written}{said.text[found.end() :]}"


_NEIGHBOUR = re.compile(
    r"\b(?:the |el |o |la |a )?(?:(?P<next>next|following|siguiente|seguinte|proxim[oa]"
    r"|one (?:right )?after|que sigue|que vem depois)"
    r"|(?P<before>previous|preceding|anterior|one (?:right )?before))"
    r"(?: one| criterion| criterio)?(?: (?:down|up|along|in line|on the list))?"
    r"(?:(?: after| before)? (?:that|it|this))?"
    r"(?=\W*$| (?:ask|say|require|want|about|pide|dice|pede|diz)s?\b)"
)
_NTH_THERE = re.compile(
    r"\W*(?:(?:and|y|e) )?(?:(?:what|which|how|que|o que|cual|qual)\b(?:['’]s\b)?"
    r"(?: (?:about|is|was|does|asks?|pide|dice|pede|diz|es|e))*)?\W*"
    r"(?:(?:the|that|el|la|o|a) )?(?P<n>" + "|".join(ORDINALS) + r")"
    r"(?: (?:one|criterion|criterio))?"
    r"(?P<there> (?:there|here|alli|ahi|(?:(?:in|of|from|under|within|en|de) )?(?:that|this|the"
    r"|the same|d?es[at]a|d?ess?a|d?esta|n?essa|n?esta|d?a mesma|la misma)(?: practice)? area"
    r"(?: de prac?tica)?))?(?: (?:ask|say|want|about|pide|dice|pede|diz)s?(?: for)?)?\W*"
)
"""Names a criterion by its place in the practice area of the one spoken of."""
_NUMBERED = re.compile(
    r"(?:what (?:about|does)|how about)?\W*(?:the )?(?:number|numero|no|nr|criterion|criterio)?\W*"
    r"(?P<n>\d)(?: (?:ask|say|want)(?: for)?)?\W*"
)


_ONE_ON = re.compile(
    r"\W*(?:(?:is|are) there|do they have|hay|existe|ha|tem)"
    r" (?:one|any|another|another one|something|uno|alguno|otro|um|algum|outro)"
    r" (?:on|about|for|that covers|covering|sobre|acerca de|para) (?P<topic>[^?!.]+?)\W*"
)
_ANY_ON: Mapping[Language, str] = {
    "en": "Is there a criterion on {}?",
    "es": "¿Hay algún criterio sobre {}?",
    "pt": "Há algum critério sobre {}?",
}


_HOW_MANY_LIKE_IT = re.compile(
    r"\W*(?:how many (?:of (?:those|them|these)|are there|like (?:it|that))"
    r"|cuantos (?:de esos|hay|son)|quantos (?:desses|ha|sao))"
    r"(?: (?:are|is) there| hay| ha)?(?: (?:in total|in all|altogether|in (?:that|this|the) area"
    r"|en total|no total|ao todo|en esa area|nessa area))?\W*"
)
_HOW_MANY_IN: Mapping[Language, str] = {
    "en": "How many criteria does {} have?",
    "es": "¿Cuántos criterios tiene {}?",
    "pt": "Quantos critérios tem {}?",
}


def next_criterion(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'And the next one?', 'and number 2?': a criterion near the one spoken of, in its order.

    'Is there one on privacy?' is asked of all criteria.
    """
    named = [s.value for s in state.slots if s.kind == "criterion"]
    if named and (asked := _ONE_ON.fullmatch(said.folded)):
        return _ANY_ON[said.language].format(said.text[slice(*asked.span("topic"))])
    if not named or said.names("place", "area", "criterion", "practice"):
        return None
    if numbered := _NUMBERED.fullmatch(said.folded):
        other = f"{named[-1].rstrip('0123456789')}{numbered['n']}"
        return WHAT_ASKS[said.language].format(other) if other in finder.practice_of else None
    if _HOW_MANY_LIKE_IT.fullmatch(said.folded):
        return _HOW_MANY_IN[said.language].format(finder.practice_of[named[-1]])
    order = list(finder.practice_of)
    if nth := _NTH_THERE.fullmatch(said.folded):
        if not nth["there"] and len(state.criteria) > 1:
            return None  # one of those shown
        own = [id_ for id_ in order if finder.practice_of[id_] == finder.practice_of[named[-1]]]
        number = ORDINALS[nth["n"]]
        return WHAT_ASKS[said.language].format(own[number]) if number < len(own) else None
    found = _NEIGHBOUR.search(said.folded)
    if not found:
        return None
    at = order.index(named[-1]) + (1 if found["next"] else -1)
    if not 0 <= at < len(order):
        return None
    text = f"{said.text[: found.start()]}{order[at]}{said.text[found.end() :]}"
    return text if set(said.plain) & _ASKING else WHAT_ASKS[said.language].format(order[at])


_IS_THERE = re.compile(
    r"(?P<head>\W*(?:(?:is|are) there|do(?:es)? (?:it|they)|any|hay|existe|ha|tem)\b[^?.!]*?"
    r" (?:on|about|for|sobre|acerca de|para)) (?P<topic>[^?!.]+?)\W*"
)
_ALSO_ON = re.compile(
    r"(?:(?:what|how) )?(?:about|on|for|sobre|acerca de)"
    r" (?P<topic>(?!how|what|which|who|when|where|why|que|cu|qu)[^?!.]+?)\W*"
)


def also_on(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'And about AI?' after 'Is there anything about cyber attacks?': the same on that."""
    folded = fold(state.question)
    asked, other = _IS_THERE.fullmatch(folded), _ALSO_ON.fullmatch(said.folded)
    if not asked or not other or len(folded) != len(state.question):
        return None
    if said.names("place", "area", "criterion", "practice"):
        return None
    head = state.question[slice(*asked.span("head"))]
    return f"{head} {said.text[slice(*other.span('topic'))]}?"


_OF_MOVES = re.compile(
    r"\b(?:kept|keep|mov\w+|rose|risen|climb\w+|upgrad\w+|mantuv\w+|mantienen|subi\w+|mantiver\w+"
    r"|mantev\w+|conserv\w+)\b"
)
_AT_LEVEL: Mapping[Language, str] = {
    "en": "{} at {}?",
    "es": "¿{} de {}?",
    "pt": "{} de {}?",
}


def narrowed(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Only the silver ones' after those who kept their level: those at that level."""
    alone = len(said.slots) == 1 and said.names("level") and not said.own
    if not (alone and "narrows" in said.kinds and _OF_MOVES.search(fold(state.question))):
        return None
    before = state.question.strip("¿? .!")
    level = level_words(said.slots[0].value, said.language).name
    return _AT_LEVEL[said.language].format(before, level)


_AMONG_THEM = re.compile(
    r"(?:is|are|was|esta|es|fica|e) (?P<named>[^?!.,]{2,40}?) (?:also |too )?"
    r"(?:among|one of|part of|in|on|entre|dentro de|n[ao])"
    r" (?:them|these|those|it|there|the list|that list|ellas|esas|elas|essas|la lista|lista)\W*"
)


def among_them(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Is Saint Paul among them?' of cities listed: whether it is at their level, or certified.

    Of a list by place or time, it is asked for its level, which a yes or a no would not tell.
    """
    found = _AMONG_THEM.fullmatch(said.folded)
    if not found or not state.listed or said.names("area"):
        return None
    named = said.text[slice(*found.span("named"))]
    known, listing = said.names("place"), state.listing if state.inquiry else None
    if not (listing if known else named[:1].isupper()):
        return None
    if not listing:
        return census.restate(census.Inquiry(wanted="level", places=(named,)), said.language)
    narrowed = listing.areas or listing.date or listing.order
    wanted: census.Wanted = "level" if known and narrowed else "certified"
    level = "" if narrowed else listing.level
    asked = census.Inquiry(wanted=wanted, places=(named,), level=level)
    return census.restate(asked, said.language)


_ALSO_ABOUT = re.compile(
    r"\W*(?:(?:and|or|y|e|o|ou) )?(?:(?:what|which|any)(?: ones?| criteria)?(?: is| are)? )?"
    r"(?:about|on|sobre|acerca de)(?: the)? (?=\w)"
)
_SUBJECT = re.compile(r"^(?P<asks>.*\b(?:about|on|for|sobre|acerca de) )[^?]+", re.IGNORECASE)


def criteria_about(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'And about open data?' after 'Which criteria are about contracts?': the same of that."""
    also, before = _ALSO_ABOUT.match(said.folded), _SUBJECT.match(state.question)
    if not (also and before and is_fragment(said) and criteria_in(state.answer, finder)):
        return None
    if said.language != state.language or said.names("place", "area", "level"):
        return None
    return f"{before['asks']}{said.text[also.end() :].rstrip(' ?.!')}?"


_THE_ONE_FOR = re.compile(
    r"\W*(?:(?:the|that) (?:one|criterion) (?:(?:that|which) )?"
    r"(?P<en>(?:for|on|about|of|with|when|where|is|(?<=hat |ich )\w+s)\b.*)"
    r"|(?:el|cual es el)(?: (?:criterio|que (?:trata|habla)))? (?P<es>(?:de|sobre|para)\b.*)"
    r"|(?:o|qual e o)(?: (?:criterio|que (?:trata|fala)))? (?P<pt>(?:d[aeo]s?|sobre|para)\b.*))"
)
_CRITERION_FOR: Mapping[Language, str] = {
    "en": "Which criterion is {}?",
    "es": "¿Qué criterio trata {}?",
    "pt": "Que critério trata {}?",
}
_DOES = re.compile(r"is\b|\w+s (?!.*\?)(?<!this )")
_ONE_CRITERION = re.compile(r"\b(?:criterion|criterio)\b")


def criterion_for(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'And the one for private data?' after a criterion: which criterion is on that."""
    found = _THE_ONE_FOR.fullmatch(said.folded.rstrip(" ?!."))
    if not found or not found[said.language] or not _ONE_CRITERION.search(fold(state.question)):
        return None
    shown = any(slot.kind == "criterion" for slot in finder.find(state.answer))
    if not shown or said.names("place", "area", "level", "criterion"):
        return None
    start, end = found.span(said.language)
    if _DOES.match(found[0], start):
        return f"Which criterion {said.text[start:end]}?"
    return _CRITERION_FOR[said.language].format(said.text[start:end])


_EXTREME = re.compile(
    r"\W*(?:and |y |e )?(?:which|what|who|cual(?:es)?|qua(?:l|is))?(?: one| ones)?"
    r"(?: (?:is|are|has|have|of them|es|son|tiene|e|sao|tem))*(?: ?(?:the|las?|el|los"
    r"|as?|os?))?"
    r"(?: (?:two|three|dos|tres|duas|dois|tres))? ?"
    r"(?:(?P<most>biggest|largest|most(?: criteria)?|mas grandes?|mayor(?:es)?|maior(?:es)?)"
    r"|(?P<least>smallest|fewest(?: criteria)?|least|mas pequen[oa]s?|menor(?:es)?))"
    r"(?: (?:one|ones|area|areas|of them|of these|of those))*\W*"
)
_OF_AREAS = re.compile(r"\bpractice areas?\b|\bareas? de pr")
_EXTREME_AREA: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "most": "Which practice area has the most criteria?",
        "least": "Which practice area has the fewest criteria?",
    },
    "es": {
        "most": "¿Qué área de práctica tiene más criterios?",
        "least": "¿Qué área de práctica tiene menos criterios?",
    },
    "pt": {
        "most": "Que área de prática tem mais critérios?",
        "least": "Que área de prática tem menos critérios?",
    },
}


def extreme_area(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'Which is the biggest?' after practice areas: the one with the most criteria."""
    found = _EXTREME.fullmatch(said.folded)
    shown = {s.value for s in finder.find(state.answer) if s.kind == "practice"}
    on_areas = len(shown) > 1 or _OF_AREAS.search(fold(state.question))
    if not found or said.slots or state.places or not on_areas:
        return None
    return _EXTREME_AREA[said.language]["most" if found["most"] else "least"]


_ASKING = frozenset("what which does que cual qual pide pede".split())
_OTHER_LEVEL = re.compile(
    r"(?:what(?:'s| is| would be)|in|for|at|to|on|para|en|em|cual es|qual e)?\W*"
    r"(?:the |el |la |o |a )?(?:very )?(?:"
    r"(?P<top>top|highest|best|maximum|max|mas alt[oa]|maxim[oa]|mais alt[oa])"
    r"|(?P<bottom>lowest|bottom|entry|basic|mas baj[oa]|mais baix[oa])"
    r"|(?P<middle>middle|intermedi[oa]|del medio|do meio)"
    r"|(?P<up>next|higher|siguiente|seguinte|proxim[oa]|one above|level above|step up|one up"
    r"|de arriba|de cima)"
    r"|(?P<down>lower|previous|anterior|one below|level below|one under|step down|one down"
    r"|de abajo|de baixo))(?: (?:one|level|tier|rank|medal|nivel))?(?: (?:up|down|after that))?\W*"
)


def other_level(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'And the top one?' after a question on gold: the same, asked of another level."""
    found = _OTHER_LEVEL.fullmatch(said.folded)
    named = [slot for slot in state.slots if slot.kind == "level"]
    level = named[-1].value if named else level_told(state.answer, finder)
    levels = finder.levels
    if not found or level not in levels or said.language != state.language:
        return None
    last, top = levels.index(level), len(levels) - 1
    at = {"bottom": 0, "middle": top // 2, "top": top, "up": last + 1, "down": last - 1}
    number = at[next(way for way in at if found[way])]
    if not 0 <= number <= top:
        return None
    written = level_words(levels[number], said.language).name
    return (
        put(state.question, named[-1], written) if named else _NEEDS[said.language].format(written)
    )


_NEEDS: Mapping[Language, str] = {
    "en": "How many criteria are needed for {}?",
    "es": "¿Cuántos criterios se necesitan para {}?",
    "pt": "Quantos critérios são necessários para {}?",
}


_LIES_IN = re.compile(
    r"\W*(?:is|was|are) (?:it|that|this|they|(?:that|the) (?:city|town|place))"
    r"(?: (?:located|situated|also))? in (?:the (?:us )?(?:state|country|province) of )?"
    r"(?:the )?@\W*"
    r"|\W*(?:eso |esa ciudad |la ciudad |ella )?(?:queda|esta|se encuentra) en @\W*"
    r"|\W*(?:isso |essa cidade |a cidade |ela )?(?:fica|esta) (?:em|n[oa]s?) @\W*"
)
_LIES: Mapping[Language, str] = {
    "en": "Does {} lie {}?",
    "es": "¿Queda {} {}?",
    "pt": "{} fica {}?",
}


def lies_in(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Is that in Texas?': whether the city spoken of lies there."""
    if len(said.slots) != 1 or len(state.places) != 1 or state.choices or state.asked_back:
        return None
    (slot,) = said.slots
    name = said.text[slot.start : slot.end]
    areas = [own for own in find_areas(name) if own.end - own.start == len(name)]
    marked = f"{said.folded[: slot.start]}@{said.folded[slot.end :]}"
    if len(areas) != 1 or not _LIES_IN.fullmatch(marked):
        return None
    where = within(areas[0].code, said.language)
    return _LIES[said.language].format(state.places[0], where)


_FIRST_TO_DO = re.compile(
    r"\W*(?:and |y |e )?(?:(?:who|which (?:one|city)|what city)(?:'s| has)?"
    r" (?:did|done|made|managed) (?:it|that|this|so)(?: the)?"
    r" (?P<en>fastest|quickest|soonest|slowest)"
    r"|(?:quien|que ciudad|cual) (?:lo )?(?:hizo|logro|consiguio)(?: eso)?"
    r" (?P<es>mas rapido|mas lento)"
    r"|(?:quem|que cidade|qual) (?:o )?(?:fez|conseguiu)(?: isso)?"
    r" (?P<pt>mais rapido|mais lento))\W*"
)
_RISE = re.compile(
    r"\b(?:mov\w+ up|go(?:ing)? up|r[io]se|rising|climb\w*|upgrad\w+|mov\w+ (?:from|to)"
    r"|(?:higher|next) level|from (?:silver|gold)|subir|subi\w+|pasar de|passar de|ascender"
    r"|(?:siguiente|proximo) nivel)\b"
)
_MOVED_UP: Mapping[Language, str] = {
    "en": "Who moved up {}?",
    "es": "¿Quién subió de plata a oro {}?",
    "pt": "Quem subiu de prata para ouro {}?",
}


_WHICH_IS_THAT = re.compile(
    r"\W*(?:(?:and|so|y|e) )?(?:(?:which|what) (?:criterion|number|code|item)(?: number)?"
    r" (?:is|was|would) (?:that|this|it)(?: be)?"
    r"|¿?(?:que|cual) (?:criterio|numero|codigo) es(?: (?:ese|este|eso))?"
    r"|(?:que|qual) (?:criterio|numero|codigo) e(?: (?:esse|este|isso))?)\W*"
)
_WHAT_IT_ASKS: Mapping[Language, str] = {
    "en": "What does {} ask for?",
    "es": "¿Qué pide {}?",
    "pt": "O que pede {}?",
}


def criterion_told(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'Which criterion is that?' after an answer that names one first: that one."""
    if not _WHICH_IS_THAT.fullmatch(said.folded):
        return None
    told = [slot.value for slot in finder.find(state.answer) if slot.kind == "criterion"]
    return _WHAT_IT_ASKS[said.language].format(told[0]) if told else None


_CAME_EARLIER = re.compile(
    r"\W*(?:and |but |so )?(?:(?:did|has|had|was|were|is|are)(?: there)? )?"
    r"(?:any(?:one|body|where)?|who|which)"
    r"(?: (?:other|else|one|city|town|cities|place|in|of|from))*"
    r" @(?: (?:that|who|which|get|got|gotten|in|come|came|join|joined|be|been|was|were|certified"
    r"|there|make|made|it|to|do))* (?:earlier|sooner|before|first)"
    r"(?: (?:than )?(?:it|that|them))?\W*"
    r"|\W*(?:y |e )?¿?(?:alguien|alguna|alguma|alguem|quien|quem)(?: (?:otra|outra|mas|mais|ciudad"
    r"|cidade|de|em|en))* @(?: (?:se|entro|entrou|certifico|certificou|fue|foi|certificada|llego"
    r"|chegou))* (?:antes|primero|primeiro)\W*"
)


_ANOTHER_THERE = re.compile(
    r"\b(?:another|an?other|(?:a|the) (?:second|third|other)|one more|any other)"
    r"(?: (?:one|city|town|place))? (?:certified )?(?:in|from|of) @"
    r"|\b(?:otra|una segunda|outra|uma segunda)(?: (?:ciudad|cidade))? (?:en|de|em|d[aeo]) @"
)


_OF_RECORDS = frozenset(
    """another second third other more city town place right join joined enter entered certified
    rank level tier medal otra segunda outra ciudad cidade""".split()
)


def another_there(said: Said) -> str | None:
    """'There's a second one in Virginia, right? Which level has it?': the cities there.

    'It' is that other one, whose level the list tells.
    """
    areas = [slot for slot in said.slots if slot.kind == "area"]
    if len(areas) != 1 or len(said.slots) != 1 or not set(said.own) <= _OF_RECORDS:
        return None
    if not _ANOTHER_THERE.search(put(said.folded, areas[0], "@")):
        return None
    there = census.Inquiry(wanted="list", areas=(areas[0].value,), cities=True)
    return census.restate(there, said.language)


def earliest_there(said: Said) -> str | None:
    """'Did anyone else in Virginia get in earlier?': which city there was the first."""
    areas = [slot for slot in said.slots if slot.kind == "area"]
    if len(areas) != 1 or len(said.slots) != 1:
        return None
    if not _CAME_EARLIER.fullmatch(put(said.folded, areas[0], "@")):
        return None
    first = census.Inquiry(wanted="list", areas=(areas[0].value,), order="first", cities=True)
    return census.restate(first, said.language)


def first_to_rise(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Who did that fastest?' after whether one can move up: of all cities."""
    found = _FIRST_TO_DO.fullmatch(said.folded)
    if not found or not _RISE.search(fold(state.question)):
        return None
    how = next(name for name, own in found.groupdict().items() if own)
    return _MOVED_UP[said.language].format(said.text[slice(*found.span(how))])


_FAILED = re.compile(
    r"\W*(?:and |but |so )?(?:who|which (?:ones?|cities)|did anyone|has anyone)(?: else)?"
    r"(?: (?:has|have|ever|was|were|got|been|did))*"
    r" (?:fail\w*|f[ae]ll short|rejected|refused|turned down|(?:did ?n.?t|did not|never)"
    r" (?:make it|get in|pass|succeed|get (?:it|there))|miss(?:ed)? out)\W*"
    r"|\W*(?:y )?¿?(?:quien(?:es)?|que ciudades|cuales|alguien|alguna)(?: ha| han| fue| fueron)?"
    r" (?:fallo|fallaron|fracaso|fracasaron|fracasado|rechazad[oa]s?|no (?:lo )?"
    r"(?:logro|lograron|consiguio|consiguieron|paso|pasaron|entro|entraron)"
    r"|(?:se )?qued(?:o|aron) fuera)\W*"
    r"|\W*(?:e )?(?:quem|que cidades|quais|alguem|alguma)(?: foi| foram)? (?:falhou|falharam"
    r"|fracassou|fracassaram|rejeitad[oa]s?|nao (?:conseguiu|conseguiram|passou|passaram|entrou"
    r"|entraram)|fic(?:ou|aram) de fora)\W*"
)
_WHO_FAILED: Mapping[Language, str] = {
    "en": "Which cities applied and failed?",
    "es": "¿Qué ciudades se postularon y no lo lograron?",
    "pt": "Quais cidades se candidataram e não conseguiram?",
}


def those_who_failed(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'And who failed?': of the cities that wanted the certification, whichever was told of."""
    of_work = any(slot.kind == "place" for slot in state.slots) and not state.inquiry
    if said.slots or of_work or not _FAILED.fullmatch(said.folded):
        return None
    return _WHO_FAILED[said.language]


_ASKS_WHERE = re.compile(
    r"\b(?:where|(?:which|what|whose|que|qual|cual) (?:other )?(?:city|ciudad|cidade)"
    r"|donde|onde|de quien|de quem)\b"
)


def answered_place(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'What level is that city?' once it was asked from where Recife took an idea."""
    found = _THAT_PLACE.search(said.folded)
    if not found or found["there"] or not _ASKS_WHERE.search(fold(state.question)):
        return None
    besides = told_besides(state, finder)
    if len(besides) != 1 or said.names("place"):
        return None
    return f"{said.text[: found.start()]}{besides[0]}{said.text[found.end() :]}"


_WHO_TO = re.compile(r"\W*(?:who|whom|which \w+|what)\b")


def _that_place(said: Said, state: State, _finder: SlotFinder) -> str | None:
    found = _THAT_PLACE.search(said.folded)
    if not found and said.language == "pt":
        found = _LA.search(said.text)
    if not found and not has_pronoun(said) and not set(said.plain) & PROGRAMME:
        found = _THE_CITY.search(said.folded)
    there = found.groupdict().get("there") if found else None
    areas = [area_name(s.value, said.language) for s in state.slots if there and s.kind == "area"]
    named = state.places if state.places or said.names("area") else tuple(areas[:1])
    if not found or not named or said.names("place"):
        return None
    there = f"{IN[said.language]} " if there else ""
    there = "de " if found.groupdict().get("of") else there
    before = said.folded[: found.start()]
    if re.search(r"\b(?:from|to|de|desde|para|hasta|ate|until) $", before):
        # 'from there', but 'who do they talk to there?'
        there = there if before.endswith("to ") and _WHO_TO.match(before) else ""
    places = AND[said.language].join(named)
    return f"{said.text[: found.start()]}{there}{places}{said.text[found.end() :]}"
