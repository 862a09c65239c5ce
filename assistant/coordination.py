"""Questions on several places, or on several things of one, taken apart by place.

Where one thing is asked of several places ('How do Boulder and Alexandria deal with evictions?'),
each place becomes a part of its own; so does each thing of a place ('Cali's fund and Newark's
crime', 'Buffalo: level and date').
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from assistant.answers import Language
from assistant.compounds import AND, ASKS, LEVELS_OF, MAX_PARTS
from assistant.dialogue.wording import opening
from assistant.exclusions import EXCEPT, PlaceSpan
from assistant.figures import LEVELS
from assistant.folding import fold
from assistant.geography import find_areas
from assistant.tools.directory_texts import joined, with_article
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

PlaceSpans = Callable[[str], Sequence[PlaceSpan]]
"""Finds the directory's cities in a text, in order."""
_BETWEEN = re.compile(
    r"(?:['’]s?)?[\s,]*(?:(?:as well as|along with|(?:and|or) also|and|or|&"
    r"|y|o|u|e|ou|vs\.?|versus|with|to|than|against|con|com|contra|que|from)\s+)?"
    r"(?:(?:that|those|el|la|lo|los|las|o|a|os|as) (?:of|in|de|en|em|da|do)\s+)?"
    r"(?:(?:in|en|em|no|na|de|of|from|by|about|for)\s+)?(?:the )?(?:city of )?",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"^\W*(?:please |por favor,? )?(?:can you |could you |i want to |i'd like to "
    r"|(?:me )?(?:puedes?|podr[ií]as?|pode|poderia|quiero|quisiera|quero|queria) (?:me )?)?"
    r"(?:(?:(?:make|do|give|draw up)(?: me| us)?|haz(?:me|nos)?|haga(?:me|nos)?"
    r"|(?:me |nos )?fa[zç]a?|(?:me |nos )?d[eê]|dame) (?:a|an|una?|uma)?(?: \w+)? ?"
    r"(?=comparison|comparaci[oó]n|comparação))?"
    r"(?:(?:a |una |uma )?(?:comparison|comparaci[oó]n|comparação)(?: \w+)? (?:of|between|entre|de)"
    r"|comp[aá]r\w*|contrast"
    r"|(?:what(?:'s| is| are) )?(?:the )?(?:\w+ )?differences? between"
    r"|(?:cu[aá]l(?:es)? (?:es|son) |qual (?:é )?|quais (?:são )?)?(?:(?:las?|as?) )?"
    r"(?:diferencias?|diferenças?) entre"
    r"|(?:(?:y |e )?(?:en|em) qu[eé] (?:se )?(?:diferencian?|parecen?|difere[mn]?"
    r"|parece[mn]?)\s*)+)\s+",
    re.IGNORECASE,
)
_COMPARE_WITHIN = re.compile(
    r"^.*?[.,:;!?–-]\s+(?=(?:please )?(?:compar(?:e|a|ar|en)|contrast)\s)", re.IGNORECASE
)
"""Says something before it asks to compare places that it names only then."""
_COMPARED_AT_END = re.compile(
    r"\W*\b(?:please )?(?:compar(?:e|a|ar|en)|contrast)\b(?: them| the two)?", re.IGNORECASE
)
_TOPIC_IN = re.compile(r"\W*(?P<on>[\w' -]+?),? (?:in|at|en|em)\W*", re.IGNORECASE)
"""Names a topic of the places after it: 'Homelessness in Cali and Recife: compare'."""
_BOTH = re.compile(
    r"\b(?:both(?! of)|each(?! of)|ambas?|ambos?|cada una?(?! de)|cada uma)\b,?\s*", re.IGNORECASE
)
_EACH_ONES = re.compile(r"\b(?:each|either) (?:one|city|place|town)['’]s\b", re.IGNORECASE)
"""What is of each, which is its own once one of them is named."""
_EACH = re.compile(
    r"\b(?:their (?:projects?|work|efforts?|schemes?|initiatives?)"
    r"(?= (?!(?:on|about|for|in|with|against|and|or)\b)[a-z])"
    r"|(?:each|both|either)(?: of (?:them|these|those|the two))?(?: places?| city| cities"
    r"| cases?| ones?)?"
    r"|they|them|their|the two|the cities|cada una?(?: de ell[ao]s)?|cada uma?(?: delas| deles)?"
    r"|amb[ao]s|ell[ao]s|el[ae]s)\b",
    re.IGNORECASE,
)
"""Stands for each of the places named before."""
_DEED = re.compile(
    r"\W*(?:what|o que|lo que|que|qué)?\W*(?:did|do|does|have done|has done|are doing|hizo"
    r"|hicieron|hacen|fez|fizeram|fazem)(?:\W+(?:do|done))?\W*",
    re.IGNORECASE,
)
_VAGUE = frozenset(
    """known famous special notable interesting remarkable unique outstanding story stories stand
    stands out makes make example examples featured about tell work works working city cities doing
    going happening happened behind data use uses used project projects approach approaches result
    results outcome outcomes compare differ differs different differently difference similar alike
    papers documents sources best place earn earned deserve deserved conocida conocido destaca
    destacan historia especial ejemplo
    ejemplos ciudad ciudades interesante hace conhecida conhecido destaque historia exemplo exemplos
    cidade cidades especial both each ambas ambos main principal key proyecto proyectos projeto
    projetos""".split()
)
"""Asks what there is to tell of a place, without a word for it."""
ABOUT_PLACE: Mapping[Language, str] = {
    "en": "What did {place} do with data, and with what result?",
    "es": "¿Qué hizo {place} con los datos y con qué resultado?",
    "pt": "O que {place} fez com os dados e com que resultado?",
}
_AND_WORD: Mapping[Language, str] = {"en": "and", "es": "y", "pt": "e"}


def _told_of(text: str, places: Sequence[PlaceSpan], language: Language) -> list[str]:
    """'Buffalo: level, date and how much money': several things said to be of one; else empty."""
    found = re.match(r"(?P<on>[^,:;?]{1,40})(?:: | [-–] )(?P<rest>[^:;?]+)\W*$", text)
    if not found or len(places) != 1 or places[0].end > found.end("on"):
        return []
    pieces = _split(found["rest"], language)
    if not 1 < len(pieces) <= MAX_PARTS or any(not 0 < len(p.split()) <= 6 for p in pieces):
        return []
    return [f"{found['on']}: {piece}?" for piece in pieces]


def _things_of(text: str, places: Sequence[PlaceSpan], language: Language) -> list[str]:
    """'Give me the mayor, the level and the year for Tempe': each of them; else empty."""
    if len(places) != 1 or text[places[0].end :].strip(" ?.!"):
        return []
    found = re.fullmatch(
        r"(?:(?:give|tell|send|show) (?:me|us) |(?:i|we) need |what(?:'s|s| is| are) |dame "
        r"|diga |me d[eê] )?"
        r"(?P<things>[^:;?.]+) (?P<of>of|for|in|de|del|do|da|em|en|para) ",
        text[: places[0].start],
        re.IGNORECASE,
    )
    if not found:
        return []
    things = _split(found["things"], language)
    if opening(things[0]).start == len(things[0]):
        return []  # 'Hm, and the year before in Monterrey?'
    if not 1 < len(things) <= MAX_PARTS or any(not 0 < len(one.split()) <= 5 for one in things):
        return []
    if any(re.match(rf"(?:{ASKS[language]})\b", one, re.IGNORECASE) for one in things):
        return []
    return [f"{one} {found['of']} {text[places[0].start : places[0].end]}?" for one in things]


def _split(listed: str, language: Language) -> list[str]:
    """The things of a list with commas and 'and'."""
    return re.split(rf"\s*,\s*(?:(?:{AND[language]})\s+)?|\s+(?:{AND[language]})\s+", listed)


def of_any_city(text: str, place: PlaceSpan, language: Language) -> str:
    """A question on the certification of one city, asked of any; how much it met is its score."""
    if _SCORE.search(text):
        return _ANY_SCORE[language]
    city, award = _ANY_CITY[language]
    before, after = (_LEVEL.sub(award, part) for part in (text[: place.start], text[place.end :]))
    return f"{before}{city}{after}"


_ANY_CITY: Mapping[Language, tuple[str, str]] = {
    "en": ("a city", "certification"),
    "es": ("una ciudad", "certificación"),
    "pt": ("uma cidade", "certificação"),
}
_ANY_SCORE: Mapping[Language, str] = {
    "en": "What score did a city get?",
    "es": "¿Qué puntaje obtuvo una ciudad?",
    "pt": "Que pontuação uma cidade obteve?",
}
_SCORE = re.compile(
    r"\b(?:(?:how many|number of|which|what|share of|percentage of)(?: of (?:the|its))?(?: \d+)?"
    r" (?:points|criteria)|(?:cu[aá]nt[oa]s|quantos|n[uú]mero de|qu[eé]) (?:puntos|criterios|pontos"
    r"|crit[eé]rios)|scores?|scored|puntaje|puntuaci[oó]n|pontua[cç][aã]o)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(rf"\b(?:{'|'.join(LEVELS)})\b", re.IGNORECASE)


def questions_of_places(text: str, language: Language, places_in: PlaceSpans) -> list[str]:
    """The question asked of each place that it joins; the text alone if there is but one."""
    within = _COMPARE_WITHIN.search(text)
    if within and not places_in(told := text[: within.end()]):
        parts = questions_of_places(text[within.end() :], language, places_in)
        # What a level was for is not told by when it was given.
        kept = "" if _AWARD.search(told) else told
        return [text] if len(parts) == 1 else [f"{kept}{part}" for part in parts]
    places = places_in(text)
    if parts := _asked_of_each(text, places, language):
        return parts
    for way in (_set_beside, _each_its_own, _told_of, _things_of):
        if listed := way(text, places, language):
            return listed
    run = _coordinated(text, places)
    if len(places) == 1 and _is_vague(_around(text, places), language):
        return [ABOUT_PLACE[language].format(place=text[places[0].start : places[0].end])]
    if not 1 < len(run) <= MAX_PARTS or EXCEPT.search(text[: run[0].start]):
        return [text]
    compares = _COMPARE.match(text)
    before = _BOTH.sub("", text[compares.end() if compares else 0 : run[0].start])
    before = _WHICH_OF.sub("", before)
    after = _BOTH.sub("", _EACH_ONES.sub("its", text[run[-1].end :]))
    after = _COMPARED_AT_END.sub(":", after)
    about_what = {*words(before.lower())} - FUNCTION_WORDS[language]
    if (asked := _WHO_OF_THEM.search(after)) and about_what:
        after = after[: asked.start()]
    names = [text[place.start : place.end] for place in run]
    if topic := _CHOOSES.fullmatch(f"{before.strip()} {after.strip()}"):
        return [f"What did {name} do {topic['on'].strip(' ,')}?" for name in names]
    on = _COMPARED_ON.fullmatch(f"{before} {after}") if compares else None
    if on and not _OF_RECORDS.search(on["on"]):
        return [f"What did {name} do about {on['on']}?" for name in names]
    about = [ABOUT_PLACE[language].format(place=name) for name in names]
    if _DEED.fullmatch(f"{before} {after}"):
        return about
    if _is_vague(f"{before} {after}", language):
        return about
    if not {*words(f"{before} {after}".lower())} - FUNCTION_WORDS[language] - _NO_TOPIC:
        levels = LEVELS_OF[language].format(places=f" {_AND_WORD[language]} ".join(names))
        return [levels, *about]
    return [_of_each(name, f"{before}{name}{after}").strip() for name in names]


_COMPARED_ON = re.compile(r"\W*(?:on|about|regarding|when it comes to) (?P<on>[^?:;]+?)\W*", re.I)
"""In what cities are compared, which is what each did about it: 'compare A and B on water'."""
_OF_RECORDS = re.compile(
    r"\b(?:levels?|tiers?|awards?|certif\w+|dates?|years?|population|size|inhabitants|figures"
    r"|numbers|criteria|mayors?|results?)\b",
    re.IGNORECASE,
)
"""What is so of a city, and no matter in which it did something."""

_WHICH_OF = re.compile(
    r"^\W*(?:and |y |e )?(?:which|who|what|cu[aá]l(?:es)?|qua(?:l|is)) (?:of|de|d[ao]s?) $",
    re.IGNORECASE,
)
"""'Which of Cali and Recife published figures?' is asked of each without it."""
_NO_TOPIC = frozenset(
    """please certification programme program certificación programa certificação favor me mim pra
    short shortly brief briefly quick quickly brevemente rápido resumido""".split()
)
"""Words beside two places that are compared in all there is to tell."""

_WHO_OF_THEM = re.compile(
    r"\W*\b(?:who|which|what)(?: one| city| of them)?(?:'s|s| is| has| have| did| does"
    r"| are)?(?: got)?"
    r"(?: the)?(?: better| best| more| any| good)? (?:numbers|figures|evidence|results?|data"
    r"|proof)\W*$",
    re.IGNORECASE,
)
"""Asks which of several has more to show, which each of them answers for itself."""


_CHOOSES = re.compile(
    r"\W*(?:so |and )?(?:who|which|what)(?:'s)?(?: one| city| place| town"
    r"| of (?:the|these|those|them)(?: two| three| cities| places)?)?\W+"
    r"(?:(?:has|have|had|is|are|was|were|does|do|did|done|got|gets?|went|made|makes|shows?|reports?"
    r"|reported|achieved) )*(?:the )?(?:more|most|better|best|further|farther|bigger|biggest|larger"
    r"|stronger|greater|good)(?: results?| evidence| figures| numbers| progress| success| work"
    r"| to show)? (?P<on>(?:about|for|on|with|in|against|at|to|when it comes to|regarding) [^?]*?)"
    r"[\s,?!.]*",
    re.IGNORECASE,
)
"""Asks which of several did more about a thing, which is told by what each did."""


_DIFFER = re.compile(r"\b(?:differ\w*|diferen\w+|difere[mn]?)\b", re.IGNORECASE)
"""Asks to tell apart, of which the levels are a part."""


def _around(text: str, places: Sequence[PlaceSpan]) -> str:
    """A text without the places that it names."""
    for place in reversed(places):
        text = f"{text[: place.start]} {text[place.end :]}"
    return text


def _is_vague(text: str, language: Language) -> bool:
    """Whether a question, its places left out, asks only what there is to tell."""
    known = FUNCTION_WORDS[language]
    told = {fold(word) for word in words(text) if word.lower() not in known}
    return bool(told) and told <= _VAGUE and not _PARTICULAR.match(text)


_PARTICULAR = re.compile(
    r"\W*(?:and |y |e )?(?:who|when|where|how (?:many|much|long|often)|qui[eé]n(?:es)?|cu[aá]ndo"
    r"|d[oó]nde|cu[aá]nt[oa]s?|quem|quando|onde|quant[oa]s?)\b"
    r"(?! (?:has|have|is|are) (?:the )?(?:more|most|better|best))",
    re.IGNORECASE,
)
"""Asks for one particular of what was done."""


def _asked_of_each(text: str, places: Sequence[PlaceSpan], language: Language) -> list[str]:
    """'Cali and Newark both say so. By how much in each?': told of places, then asked of each."""
    cut = re.search(r"(?:(?<=[.!?;:])\s+|\s[-–—]\s)(?=[^.!?;:]+[.?!]*$)", text)
    if not cut or not 1 < len(places) <= MAX_PARTS or places[-1].end > cut.start():
        return []
    told, asked = text[: cut.start()], text[cut.end() :]
    if told.endswith("?") and _COMPARED_AT_END.fullmatch(asked.strip(" .!")):
        return []  # what is compared was asked before it
    if last := re.search(rf",\s+(?:{AND[language]})?\s*(?=¿?(?:{ASKS[language]})\b)", asked):
        asked = asked[last.end() :]  # 'both on the coast, but what is each known for?'
    run = _coordinated(told, places)
    names = [told[place.start : place.end] for place in places]
    plain = [fold(name) for name in names]
    if any(one.startswith(other) for n, one in enumerate(plain) for other in plain[:n]):
        return []
    if _AWARD.search(told) and not _EACH.search(asked):
        return []
    if _is_vague(asked, language):
        topic = run == [*places] and _TOPIC_IN.fullmatch(told[: run[0].start])
        if topic and language == "en":
            return [f"What did {name} do about {topic['on']}?" for name in names]
        about = [ABOUT_PLACE[language].format(place=name) for name in names]
        levels = LEVELS_OF[language].format(places=f" {_AND_WORD[language]} ".join(names))
        return [levels, *about] if _DIFFER.search(asked) else about
    if len(run) == len(places):
        before, after = told[: run[0].start], told[run[-1].end :]
        each = [_BOTH.sub("", f"{before}{name}{after}") for name in names]
    else:
        ends = [_clause_end(told, one.end, two.start) for one, two in pairwise(places)]
        starts = [0, *ends]
        each = [
            told[start:end].strip(" ,;:.") + "."
            for start, end in zip(starts, [*ends, len(told)], strict=True)
        ]
        each = [_LEADING_AND.sub("", piece) for piece in each]
    # What a level was for is not told by when it was given.
    kept = [""] * len(names) if _AWARD.search(told) else [f"{piece} " for piece in each]
    return [f"{piece}{_of_each(name, asked)}" for piece, name in zip(kept, names, strict=True)]


def asked_of_those(piece: str, told: str, language: Language, places_in: PlaceSpans) -> list[str]:
    """'What did each do about traffic?' asked of each of the places told of before it.

    Empty if it names a place itself, or none of them, or but one was told of.
    """
    names = list(dict.fromkeys(told[p.start : p.end] for p in places_in(told)))
    if not (1 < len(names) <= MAX_PARTS and _EACH.search(piece)) or places_in(piece):
        return []
    if _is_vague(piece, language):
        return [ABOUT_PLACE[language].format(place=name) for name in names]
    return [_of_each(name, piece) for name in names]


def _of_each(name: str, text: str) -> str:
    """What is said of each of several, said of one."""
    whole = _SHORTENED.sub(lambda found: f"{found[1]} {_IN_FULL[found[2]]}", text)
    one = re.compile(
        rf"(?P<before>\b(?:how|what|where|when|why|who) )"
        rf"(?P<verb>do|have|are|were)(?= {re.escape(name)}\b)",
        re.I,
    )
    whole = one.sub(lambda found: f"{found['before']}{_OF_ONE[found['verb'].lower()]}", whole)
    theirs = _THEIR_OWN.search(whole)

    def named(found: re.Match[str]) -> str:
        if theirs and found.start() > theirs.end() and found[0].lower() in ("they", "them"):
            return found[0]  # those people
        if found[0].lower() != "their":
            return name
        return "its" if name in whole or _EACH.search(whole, endpos=found.start()) else f"{name}'s"

    return _EACH.sub(named, whole)


_OF_ONE: Mapping[str, str] = {"do": "does", "have": "has", "are": "is", "were": "was"}
_THEIR_OWN = re.compile(
    r"\btheir (?:residents|people|citizens|staff|employees|voters|vendors|suppliers|neighbou?rs"
    r"|businesses|departments|children|students|tenants)\b",
    re.IGNORECASE,
)
"""People of several places, whom 'they' means from there on: 'what their staff think'."""
_IN_FULL: Mapping[str, str] = {"d": "had", "re": "are", "ve": "have", "ll": "will"}
_SHORTENED = re.compile(rf"\b(they)['’]({'|'.join(_IN_FULL)})\b", re.IGNORECASE)


def names_only(text: str, places_in: PlaceSpans, language: Language) -> bool:
    """Whether a text says nothing but the names of places: 'Boise and Port St. Lucie'."""
    if re.match(rf"\W*(?:{ASKS[language]})\b", text, re.IGNORECASE):
        return False  # 'What did Boise and Cali each do?'
    around = words(_around(text, places_in(text)).lower())
    return all(word in FUNCTION_WORDS[language] for word in around)


def _set_beside(text: str, places: Sequence[PlaceSpan], language: Language) -> list[str]:
    """'How does Cali's fund compare with Boise's?': what is compared, of each; else empty."""
    if len(places) != 2 or language != "en":
        return []
    one, two = places
    opening = _HOW_DOES.fullmatch(text[: one.start])
    between = _BESIDE.fullmatch(text[one.end : two.start])
    if not opening or not between:
        return []
    tail = re.sub(r"^['’]s?\b", "", text[two.end :]).strip(" ?.!")
    topic = f"{between['what'].strip()} {tail}".strip()
    if not topic or _is_vague(topic, language):
        return [ABOUT_PLACE[language].format(place=text[p.start : p.end]) for p in places]
    owns = "'s" if between["owns"] else ""
    return [f"{text[p.start : p.end]}{owns} {topic}?" for p in places]


_HOW_DOES = re.compile(r"\W*(?:and |so )?(?:how|in what ways?) (?:does|do|did|is|are) ", re.I)
_BESIDE = re.compile(
    r"(?P<owns>['’]s)?(?P<what>.*?)\s*\b(?:compar\w+|differ\w*|stacks? up|measures? up|ahead)"
    r" (?:with|to|from|against|of|than) (?:(?:that|those|the one) (?:of|in) )?",
    re.IGNORECASE,
)


def without_results(text: str, places_in: PlaceSpans) -> str:
    """'What did Cali and Newark do, and with what result?' without the end.

    Where several did a thing, each is told of with what came of it.
    """
    end = _AND_RESULTS.search(text)
    if not end or len(places_in(text)) == 1 or len(text[: end.start()].split()) < LEAST_ASKED:
        return text
    return f"{text[: end.start()]}?"


LEAST_ASKED = 4
"""Words that a question has at the least which ends in asking what came of a thing."""
_AND_RESULTS = re.compile(
    r",?\s+and (?:with )?(?:what|which)(?! (?:did|does|do) (?:it|they|each|these|cities) do\b)"
    r"(?: (?:did|do|does|have|has|had|it|they|each|these|cities"
    r"|came|come|comes|was|were|is|are|of|it|this|that|the|achieved?|reported|report|get|got|out|see"
    r"|results?|effects?|outcomes?|impact|difference|make|made))+\W*$",
    re.IGNORECASE,
)


def without_data(text: str, language: Language, places_in: PlaceSpans) -> str:
    """'Tell me what Boulder did with data' as what it did: all that is told of a city is on data.

    Else what says the very word 'data' would be told before what the city did.
    """
    found = _DID_WITH_DATA[language].fullmatch(text)
    who = next(filter(None, found.groups())) if found else ""
    return _WHAT_DID[language].format(who=who) if who and places_in(who) else text


_DID_WITH_DATA: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\W*(?:(?:(?:can|could) you |please )*(?:tell|show) me )?(?:about )?"
        r"what (?:(?:did|does|has|have|do) (?P<who>.{3,60}?) (?:do|done)"
        r"|(?P<him>.{3,60}?) (?:did|does|has done|do))"
        r" (?:with|using) (?:(?:its|their|the|all the) )?data\W*",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\W*(?:(?:dime|cu[eé]nt[ae]me) )?¿?qu[eé] (?:hizo|hicieron|hace|hacen|ha hecho|han hecho) "
        r"(?P<who>.{3,60}?) (?:con|usando) (?:(?:los|sus) )?datos\W*",
        re.IGNORECASE,
    ),
    "pt": re.compile(
        r"\W*(?:(?:diga|conte)(?: me|-me)? )?o que (?P<who>.{3,60}?) (?:fez|fizeram|faz|fazem)"
        r" (?:com|usando) (?:(?:os|seus) )?dados\W*",
        re.IGNORECASE,
    ),
}
_WHAT_DID: Mapping[Language, str] = {
    "en": "What did {who} do?",
    "es": "¿Qué hizo {who}?",
    "pt": "O que {who} fez?",
}


def done_in_area(text: str, language: Language) -> str:
    """'What has happened in Canadian cities?' as what cities there have done with data.

    Which cities there are is another question, and so is what they did in one matter.
    """
    areas = find_areas(text)
    if not areas or not _DONE.search(fold(text)):
        return text
    around = text
    for area in reversed(areas):
        around = f"{around[: area.start]} {around[area.end :]}"
    told = {fold(word) for word in words(around) if word.lower() not in FUNCTION_WORDS[language]}
    if not told <= _VAGUE | _DEEDS:
        return text
    names = [with_article(code, language) for code in dict.fromkeys(a.code for a in areas)]
    return _DONE_IN[language].format(areas=joined(names, language))


_DONE = re.compile(
    r"\b(?:happen\w*|did|does|done|doing|achiev\w*|going on|hizo|hicieron|hacen|hecho|pasado|paso"
    r"|logrado|fez|fizeram|fazem|feito|aconteceu)\b"
)
_DEEDS = frozenset(
    """achieve achieved there places towns municipalities numbers figures few numeros cifras
    municipios lugares prefeituras hecho hizo hicieron hacen pasado paso logrado datos resultado
    resultados feito fez fizeram fazem aconteceu dados""".split()
)
_DONE_IN: Mapping[Language, str] = {
    "en": "What have cities in {areas} done with data?",
    "es": "¿Qué ciudades de {areas} usaron datos?",
    "pt": "Quais cidades de {areas} usaram dados?",
}


def who_of_two(text: str, places_in: PlaceSpans) -> str:
    """'Who has more parks, Cali or Recife?' as asked of which city, since no person is meant."""
    found = _WHO_OF_TWO.match(text)
    return f"Which city{text[found.end() :]}" if found and places_in(text) else text


_WHO_OF_TWO = re.compile(
    r"\W*(?:and |so )?who(?= (?:[\w'’-]+ )*?(?:more|most|fewer|less|better|best|bigger|larger"
    r"|higher|further)\b[^?]*,[^?,]* or [^?,]*\W*$)",
    re.IGNORECASE,
)


def _each_its_own(text: str, places: Sequence[PlaceSpan], language: Language) -> list[str]:
    """'Cali's fund, Newark's crime and the size of Boise's bond': a thing asked of each place."""
    names = [fold(text[place.start : place.end]) for place in places]
    if not 1 < len(places) <= MAX_PARTS or len({*names}) < len(names) or _WHEREAS.match(text):
        return []
    ends = [_clause_end(text, one.end, two.start) for one, two in pairwise(places)]
    if len(_coordinated(text, places)) > 1 or not all(_CLAUSE.match(text, end) for end in ends):
        return []
    tail = _FOR_EACH.search(text, places[-1].end)
    if not tail and _BOTH.search(text):
        return []  # 'How many did the one in Cali and the one in Newark each reach?'
    end = tail.start() if tail else len(text)
    asked = f": {_EACH.sub('', tail[1]).strip()}" if tail else ""
    begun = _COMPARE.match(text) or re.match(r"[^,;:]{1,40}:\s+", text[: places[0].start])
    bounds = list(pairwise([begun.end() if begun else 0, *ends, end]))
    known = FUNCTION_WORDS[language] | _VAGUE
    for (start, stop), place in zip(bounds, places, strict=True):
        told = words(f"{text[start : place.start]} {text[place.end : stop]}")
        if all(word.lower() in known for word in told):
            return []  # 'Cali, Newark and Boise'
    pieces = [_LEADING_AND.sub("", text[a:b].strip(" ,;:.?!")) for a, b in bounds]
    lead = _TELLS_ABOUT.match(text)
    pieces = [lead[0] + piece if lead and _ON.match(piece) else piece for piece in pieces]
    if head := _HEAD.match(pieces[0]):
        # 'Figures for Cali (the rate) and for Newark (the fall)': of each the same is asked.
        pieces = [head["what"] + piece if _OF_IT.match(piece) else piece for piece in pieces]
    return [f"{piece}{asked}?" for piece in pieces]


_TELLS_ABOUT = re.compile(
    r"\W*(?:tell|h[aá]blame|cu[eé]ntame|fale|conte)(?: me)? (?=about|de|sobre)", re.I
)
_ON = re.compile(r"(?:about|de|del|sobre|d[ao]s?) ", re.IGNORECASE)
_HEAD = re.compile(
    r"\W*(?P<what>(?!(?:tell|h[aá]blame|cu[eé]ntame|fale|conte)\b)[^,;:]{3,60}? )"
    r"(?:for|in|of|at|from|en|de|em|para|n[oa]|d[oa]) ",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"(?:for|in|of|at|from|en|de|em|para|n[oa]|d[oa]) ", re.IGNORECASE)
_WHEREAS = re.compile(
    r"\W*(?:after|because|since|when|if|while|although|once|despues|porque|cuando|si|aunque|depois"
    r"|quando|se|embora)\b",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(
    r"\s*[:,–-]\s*([^:,?]*\b(?:each|apiece|cada una?|cada uma?)\b[^:,?]*)\??$", re.IGNORECASE
)
_LEADING_AND = re.compile(r"^(?:and|while|but|y|e|mientras|enquanto)\s+", re.IGNORECASE)
_AWARD = re.compile(
    r"\b(?:certifi\w+|gold|silver|platinum|oro|plata|platino|ouro|prata|platina|batch|round|cohort"
    r"|tanda|ronda|rodada|leva)\b",
    re.IGNORECASE,
)


def _clause_end(text: str, start: int, end: int) -> int:
    """Where what is told of one place ends and of the next begins: at the last comma or 'and'."""
    breaks = [m.start() for m in _CLAUSE.finditer(text, start, end)]
    return breaks[-1] if breaks else start


_CLAUSE = re.compile(r"[,;]|\s(?=(?:and|while|but|y|e|mientras|enquanto)\s)", re.IGNORECASE)


def _coordinated(text: str, places: Sequence[PlaceSpan]) -> list[PlaceSpan]:
    """The longest run of different places with nothing but 'and' and commas between them."""
    best: list[PlaceSpan] = []
    run: list[PlaceSpan] = []
    for place in places:
        between = run and _BETWEEN.fullmatch(text[run[-1].end : place.start])
        run = [*run, place] if between else [place]
        names = {fold(text[p.start : p.end]) for p in run}
        if len(run) > len(best) and len(names) == len(run):
            best = run
    return best
