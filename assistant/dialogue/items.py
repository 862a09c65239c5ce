"""Items of what was listed or compared, put in words: 'the first one', 'both', 'which of them'."""

import re
from collections.abc import Mapping
from itertools import takewhile

from assistant.answers import Language
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import NUMBER_WORDS, State, city_name, criteria_in
from assistant.dialogue.substitution import AND, IN, listing
from assistant.dialogue.turns import Said
from assistant.dialogue.wording import SMALL, plain_words
from assistant.folding import fold
from assistant.geography import area_name
from assistant.tools.level_names import level_words

# Patterns are compared with folded text: lower case, no accents.
ORDINALS: Mapping[str, int] = {
    word: number
    for number, words in (
        (0, "first 1st primera primero primer primeira primeiro"),
        (1, "second 2nd segunda segundo"),
        (2, "third 3rd tercera tercero tercer terceira terceiro"),
        (3, "fourth 4th cuarta cuarto quarta quarto"),
        (4, "fifth 5th quinta quinto"),
        (5, "sixth 6th sexta sexto"),
        (6, "seventh 7th septima septimo setima setimo"),
        (7, "eighth 8th octava octavo oitava oitavo"),
        (8, "ninth 9th novena noveno nona nono"),
        (-1, "last ultima ultimo"),
    )
    for word in words.split()
}
_OF_THEM = (
    r"(?:(?: one| city| cidade| ciudad)?(?: (?:of|among|on|in) (?:them|these|those|the list"
    r"|that list)| (?:de|en|n?d?a|dos?) (?:ellas|ellos|esas|estas|la lista|lista))"
    r"| one| city| cidade| ciudad| d?(?:elas|eles|essas|estas))"
)
_ON_THE_LIST = re.compile(r"\b(?:list|lista)\b")
_THE_NTH = rf"\b(?:the|la|el|a|o) (?:very )?(?P<n>{'|'.join(ORDINALS)})"
_SINCE = re.compile(r"\W*(?:and |y |e )?(?:since when|desde cuando|desde quando)\b")
_NTH_SINCE = re.compile(rf"{_THE_NTH}{_OF_THEM}\b")
_ORDINAL = re.compile(
    rf"{_THE_NTH}(?:{_OF_THEM}\b(?! (?:to|that|certified|certificad\w+|que|a ser|en|em|in)\b)"
    r"|(?=\W*$|,| (?:do|did|done|have|has|hold|get|achieve|hizo|hace|tiene|fez|faz|tem|logro"
    r"|conseguiu)\b)|(?P<asked>(?= (?:que|o que) (?:hizo|hace|logro|fez|faz|conseguiu)\b)))"
)
_ASKS_WHICH = re.compile(
    r"\W*(?:which|who|what|when|cual|quien|que|qual|quem|quando|cuando)\b(?: (?:of|de))?(?: \w+)? "
    r"(?:was|is|were|fue|es|foi|e)\b"
)
_POINTED = re.compile(r" (?:of|among|on|in|de|d?e[lsu][ale]s|d?essas|d?estas)\b")
_ASKS_OF_IT = re.compile(r"\W*(?:(?:what|which) level|que nivel|qual (?:e )?o nivel)\b")
_OTHER = re.compile(
    r"\b(?:the other(?: one| city)?|la otra(?: ciudad)?|el otro|a outra(?: cidade)?|o outro)\b"
    r"(?:(?=\W*$|,| (?:do|does|did|done|have|has|had|hold|get|got|take|took|use|save)\b)"
    r"| (?P<name>[\w .'-]+)(?=\W*$))"
)
_COUNTED: Mapping[str, int] = {
    word: number for number, words in NUMBER_WORDS.items() for word in sorted(words) if number < 5
}
_THE_REST = re.compile(
    rf"\b(?:the other|las otras|los otros|as outras|os outros) (?P<n>{'|'.join(_COUNTED)})"
    r"(?: ones| cities| ciudades| cidades)?(?=\W*$|,| (?:do|did|done|have|had|hold|get|got)\b)"
)
_TOGETHER = re.compile(
    rf"\b(?:(?:they )?both(?: of them)?(?: cities)?|them both|amb[ao]s"
    rf"|(?:the|those|these|las|los|esas|estas|d?[ao]s|d?essas) (?P<n>{'|'.join(_COUNTED)})"
    r"(?: of them| cities| ciudades| cidades)?)\b"
    r"(?! (?:\d|percent|levels?|criteria|years?|\w+ ones?|(?:gold|silver|platinum) \w"
    r"|(?:outcomes|results|benchmarks|areas|choices|options|parts|components|groups|ways|goals"
    r"|plans|programmes|programs|projects|steps|resultados|opciones|opcoes|partes|planes|planos"
    r"|proyectos|projetos|pasos|passos)\b))"
)


_FIRST_FEW = re.compile(
    rf"\b(?:the|las|los|as|os) (?P<n>first|last|primer[ao]s|primeir[ao]s|ultim[ao]s) "
    rf"(?P<count>{'|'.join(_COUNTED)})(?:{_OF_THEM})?(?=\W*$|,| (?:do|did|have|has|hold)\b)"
)


def ordinal(said: Said, state: State, finder: SlotFinder) -> tuple[str, str] | None:
    """The turn with 'the first of them' replaced by that item of the last list, and the item."""
    if few := _FIRST_FEW.search(said.folded):
        count = _COUNTED[few["count"]]
        own = state.listed[-count:] if few["n"][0] in "lu" else state.listed[:count]
        return _replaced(said, few, AND[said.language].join(own)) if own else None
    form = _NTH_SINCE if _SINCE.match(said.folded) else _ORDINAL
    found = form.search(said.folded)
    on_list = found and _ON_THE_LIST.search(found[0])
    listed = (on_list and state.rows) or state.listed or state.shown
    if not found or not listed:
        return None
    asked = found.groupdict().get("asked") is not None
    if asked and not _WHAT_IT_DID.match(said.text[found.end() :]):
        return None  # 'la tercera que hizo algo'
    # 'Who was the first one?' asks for a first; 'what level is the first of them?' has one.
    pointed = _POINTED.search(found[0]) or _ASKS_OF_IT.match(said.folded)
    if _ASKS_WHICH.match(said.folded) and not pointed:
        return None
    number = ORDINALS[found["n"]]
    if number >= len(listed):
        return None
    text, item = _replaced(said, found, listed[number])
    if item in finder.practice_of.values():
        text = _ITS_ONES.sub("the criteria", text, count=1)
    return text, item


_WHAT_IT_DID = re.compile(r" (?:qué|o qu[eê]) ", re.IGNORECASE)
_ITS_ONES = re.compile(r"\bthe ones\b(?= (?:in|of|for|under)\b)", re.IGNORECASE)
"""What a practice area holds."""


def criterion_shown(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'What does the second one ask for?' after criteria: that criterion of those shown."""
    found = _ORDINAL.search(said.folded)
    on_them = any(slot.kind in ("criterion", "practice") for slot in state.slots)
    shown = state.criteria if on_them or criteria_in(state.answer, finder) else ()
    if not found or said.slots or not shown or ORDINALS[found["n"]] >= len(shown):
        return None
    own = shown[ORDINALS[found["n"]]]
    alone = set(said.plain) <= _AROUND_ORDINAL | set(ORDINALS)
    if alone:
        return WHAT_ASKS[said.language].format(own)
    return f"{said.text[: found.start()]}{own}{said.text[found.end() :]}"


_AROUND_ORDINAL = frozenset("and the one of them what about y e la el a o las los de".split())
WHAT_ASKS: Mapping[Language, str] = {
    "en": "What does {} ask?",
    "es": "¿Qué pide {}?",
    "pt": "O que pede {}?",
}


def together(said: Said, state: State, finder: SlotFinder) -> tuple[str, str] | None:
    """The turn with 'both', 'those three' or 'the other one' replaced by places spoken of."""
    if len(state.recent) < 2 and len(state.choices) < 2:
        return None
    found = _OTHER.search(said.folded)
    shares = found and any(fold(city.name) == found["name"] for city in state.choices)
    if found and (not found["name"] or shares):
        return _replaced(said, found, _other(state, finder))
    if found := _THE_REST.search(said.folded):
        rest = [name for name in state.listed if name not in state.places]
        whole = len(rest) == _COUNTED[found["n"]] and not _ASKS_WHICH.match(said.folded)
        return _replaced(said, found, listing(rest, said.language)) if whole else None
    if found := _THE_OTHERS.search(said.folded):
        rest = [name for name in state.rows if name not in state.places]
        whole = bool(state.places) and set(state.places) < set(state.rows)
        return _replaced(said, found, listing(rest, said.language)) if whole else None
    found = _TOGETHER.search(said.folded) or _WHICH_HAS.match(said.folded)
    if not found or said.names("place", "area"):
        return None
    if found.re is _WHICH_HAS and (len(state.places) > 2 or len(state.rows) > 2):
        return None
    number = _COUNTED[found["n"]] if found.groupdict().get("n") else 2
    shared = tuple(city_name(city, finder) for city in state.choices)
    among = next((own for own in (state.places, shared) if len(own) == number), ())
    among = among or state.recent[:number][::-1]
    if len(among) < number:
        return None
    named = listing(among, said.language)
    if found.re is _WHICH_HAS:
        asked = said.text[found.start("which") : found.end("which")]
        return f"{asked} {_OF[said.language]} {named}{said.text[found.end('which') :]}", named
    contracted = found[0].startswith("d")  # 'qual das duas'
    return _replaced(said, found, f"{_OF[said.language]} {named}" if contracted else named)


_THE_OTHERS = re.compile(
    r"\b(?:the (?:others|rest|other ones)|l[ao]s (?:otr[ao]s|demas)|[ao]s (?:outr[ao]s|demais))"
    r"(?=\W*$)"
)
_WHICH_HAS = re.compile(
    r"\W*(?:(?:and|so|y|e) )?(?P<which>which|who|cual|qual)(?: one| city| ciudad| cidade)?"
    r" (?:has|holds|is at|is|tiene|esta en|es|tem|e) (?:the |an? |el |la |un |o |a |um )?"
    r"(?:(?:better|best|higher|highest) (?:level|tier|rank)|higher|(?:mejor|melhor) nivel"
    r"|nivel (?:mas|mais) alto)\W*"
)
"""'Which has the better level?', of the two cities that were spoken of."""
_THE_ONE = re.compile(
    r"\b(?:the (?:one|city|other one|place)(?: (?:out|up|over|down|that.?s))? (?:in|from) (?:the )?"
    r"|(?:la|el|a|o) d[eao] )$"
)


def one_in(said: Said, state: State, finder: SlotFinder) -> tuple[str, str] | None:
    """The turn with 'the one in Manitoba' replaced by the place spoken of that lies there."""
    for slot in said.slots:
        found = _THE_ONE.search(said.folded[: slot.start]) if slot.kind == "area" else None
        if not found:
            continue
        area = plain_words(area_name(slot.value, "en"))
        names = dict.fromkeys((*state.listed, *state.recent))
        fits = [name for name in names if area in _lies_in(name, finder)]
        if len(fits) == 1:
            return f"{said.text[: found.start()]}{fits[0]}{said.text[slot.end :]}", fits[0]
    return None


def _lies_in(name: str, finder: SlotFinder) -> list[list[str]]:
    """The state and the country of a place, each in folded words."""
    cities = [city for slot in finder.find(name) for city in slot.cities]
    return [plain_words(where) for city in cities for where in (city.state, city.country) if where]


_WHICH_N = re.compile(
    r"\W*(?:which|what|who|cuales|quais)(?: are| were| son| sao| eram)?"
    r"(?: the| those| these| l[ao]s| es[ao]s| [ao]s| ess[ae]s)?"
    rf" (?P<n>{'|'.join(word for words in NUMBER_WORDS.values() for word in sorted(words))})"
    r"(?: ones| (?P<kind>[a-z-]+s))?\W*"
)
_COUNTED_NOUN = r"\b(?:{}) (?P<noun>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){{0,3}})"


def counted(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Which three?': those that the last answer counts, by what it calls them."""
    found = _WHICH_N.fullmatch(said.folded)
    if not found or said.language != state.language:
        return None
    words = next(words for words in NUMBER_WORDS.values() if found["n"] in words)
    for told in re.finditer(_COUNTED_NOUN.format("|".join(sorted(words))), state.answer, re.I):
        kept = list(takewhile(lambda word: fold(word) not in _ENDS_NOUN, told["noun"].split()))
        while len(kept) > 1 and not kept[-1].endswith("s"):
            kept.pop()
        meant = not found["kind"] or found["kind"] in map(fold, kept)
        if meant and kept and kept[-1].endswith("s") and fold(kept[-1]) not in _OTHER_COUNTS:
            return _WHAT_ARE[said.language].format(f"{found['n']} {' '.join(kept)}")
    return None


_ENDS_NOUN = SMALL - {"de"}
_OTHER_COUNTS = frozenset(
    "cities criteria points years months ciudades criterios puntos cidades anos meses".split()
)
"""What is listed by the directory, or by the tools, or by nobody."""
_WHAT_ARE: Mapping[Language, str] = {
    "en": "What are the {}?",
    "es": "¿Cuáles son {}?",
    "pt": "Quais são {}?",
}
_WHICH_OF_THEM = re.compile(
    r"\b(?:which|who|what|any|one|all|most|some|none|each|many|either|two) "
    r"(?P<of>of (?:them|these|those|the two|the new (?:ones|cities)|the newcomers))\b"
    r"|\b(?P<de_them>de (?:ell[ao]s|est[ao]s|es[ao]s)),? (?=cual|quien|cuant)"
    r"|\b(?P<d_them>d(?:el[ae]s|est[ae]s|ess[ae]s)),? (?=qua|quem)"
    r"|\b(?:cual(?:es)?|alguna?|ningun[ao]?|todas?|quien|cuant[ao]s) "
    r"(?P<de>de (?:ell[ao]s|est[ao]s|es[ao]s|l[ao]s dos))\b"
    r"|\b(?:qua(?:l|is)|alguma?|nenhum[a]?|todas?|quem|quant[ao]s) "
    r"(?P<d>d(?:el[ae]s|[eo]st[ae]s|ess[ae]s|[ao]s du?[oa]is?))\b"
)
_OF = {"en": "of", "es": "de", "pt": "de"}


def which_of_them(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Which of them is in Canada?': of the places shown."""
    found = _WHICH_OF_THEM.search(said.folded)
    if not found or len(state.shown) < 2 or said.names("place"):
        return None
    asked = state.listing if said.language in _STRAIGHT_TO else None
    if asked and asked.level and _STRAIGHT_THERE.search(said.folded):
        area = listing([area_name(a, said.language) for a in asked.areas], said.language)
        return _STRAIGHT_TO[said.language].format(
            where=f" {IN[said.language]} {area}" if area else "",
            level=level_words(asked.level, said.language).name,
        )
    start, end = next(found.span(name) for name, own in found.groupdict().items() if own)
    among = f"{_OF[said.language]} {listing(state.shown[:_MOST_NAMED], said.language)}"
    return f"{said.text[:start]}{among}{said.text[end:]}"


_STRAIGHT_THERE = re.compile(
    r"\b(?:straight|directly|right) (?:there|to (?:it|that(?: level)?))(?=\W*$)"
    r"|\bdirect(?:o|amente) (?:alli|ahi|a (?:ese nivel|eso))(?=\W*$)"
)
"""To the level that those listed hold, without one before it."""
_STRAIGHT_TO: Mapping[Language, str] = {
    "en": "Which cities{where} went straight to {level}?",
    "es": "¿Qué ciudades{where} fueron directo a {level}?",
}
_MOST_NAMED = 10

_HIGHEST_OF_THEM = re.compile(
    r"\W*(?:and |y |e )?(?:which|who|cual|quien|qual|quem)(?: one)?"
    r" (?:of (?:them|these|those)|de (?:ell[ao]s|est[ao]s|es[ao]s)|d(?:el[ae]s|est[ae]s|ess[ae]s))"
    r" (?:(?:is|are|has|stands|ranks|got|es|esta|tiene|e|tem|at|the|la|el|a|o|en|in|certified) )*"
    r"(?:very )?(?:highest|top|best|mas alt[ao]|mayor|mejor|mais alt[ao]|maior|melhor)"
    r"(?: (?:ranked|rated|level|tier|rank|one|nivel))*\W*"
)
_HIGHEST: Mapping[Language, str] = {
    "en": "Which of {} has the highest level?",
    "es": "¿Cuál de {} tiene el nivel más alto?",
    "pt": "Qual de {} tem o nível mais alto?",
}


def highest_of_them(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Which of those is the highest?' after a list: of the cities in it, at the highest level."""
    if len(state.shown) < 2 or said.slots or not _HIGHEST_OF_THEM.fullmatch(said.folded):
        return None
    among = listing(state.shown[:_MOST_NAMED], said.language)
    return _HIGHEST[said.language].format(among)


def _replaced(said: Said, found: re.Match[str], item: str) -> tuple[str, str]:
    return f"{said.text[: found.start()]}{item}{said.text[found.end() :]}", item


def _other(state: State, finder: SlotFinder) -> str:
    """Of two cities of one name, or two listed, the one not spoken of; else the one before."""
    names = [city_name(city, finder) for city in state.choices]
    if len(names) == 2:
        return next((name for name in names if name not in state.places[:1]), names[0])
    new = [name for name in state.shown if name not in state.former]
    if len(state.shown) == 2 and len(new) == 1:
        return new[0]
    return state.recent[-1] if len(state.recent) < 2 else state.recent[1]
