"""What a question is on, put where it asks for it, and questions on topics put in one way.

'I'm writing about heat. Who did something about it?', 'Boise, Recife: which of these is gold?'
"""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.geography import area_name, find_areas

_ON_A_TOPIC = re.compile(
    r"^\W*(?:(?:so|ok|hi|hello|hola|oi|ol[aá])\W+)?(?:(?:i|we)(?:'m| am|'re| are|'ve| have)?"
    r"(?: \w+){0,2}? (?:writ\w+|report\w*|research\w*|work\w*|do|doing|prepar\w+|interested"
    r"|look\w*|cover\w*|study|studying|planning|curious|struggl\w+|trouble|problems?)(?: \w+){0,4}?"
    r" (?:about|on|into|in|for|with)"
    r"|(?:estoy|estamos|escribo|investigo|preparo|trabajo)(?: \w+){0,4}? (?:sobre|de|en)"
    r"|(?:estou|estamos|escrevo|pesquiso|preparo|trabalho)(?: \w+){0,4}? (?:sobre|de|em|com))"
    r" (?P<topic>[^.?!,;]{3,60})[.!;] (?P<asked>[^.?!]+\?)\W*$",
    re.IGNORECASE,
)
_GOOD_EXAMPLES = re.compile(
    r"^\W*(?P<topic>[^?.:;]{3,60})(?:,| ?[:–—]| -) (?P<ask>which|what)"
    r" (?P<cities>(?:certified )?cities|places) (?:are|have been|would be|set|give|make)"
    r" (?:the |an? )?(?:best |good |great |nice )?"
    r"examples?\W*$",
    re.IGNORECASE,
)
_FOR_THAT = re.compile(
    r"\b(?P<link>(?:for|on|in|about|with|para|sobre|en|em|com|de) )?"
    r"(?P<that>that|this|it|(?<!are )(?<!is )there|eso|esto|ello|ah[ií]|isso|isto|a[ií])"
    r"(?=\W*(?:\?|with\b|con\b|com\b))",
    re.IGNORECASE,
)


def with_topic(text: str) -> str:
    """A text whose question says 'that' of what is said before it, with the topic in its place.

    'I'm writing about clean air. Which cities have used data for that?'
    """
    if named := _GOOD_EXAMPLES.match(text):
        return f"{named['ask']} {named['cities']} used data for {named['topic']}?"
    found = _ON_A_TOPIC.match(text)
    that = found and _FOR_THAT.search(found["asked"])
    if not found or not that:
        return text
    asked, begins, ends = found["asked"], *that.span()
    link = that["link"] or ("on " if that["that"].lower() == "there" else "")
    return f"{asked[:begins]}{link}{found['topic']}{asked[ends:]}"


_OUR_AREA = re.compile(
    r"\b(?:our|my|that|this|the same|nuestr[oa]|mi|es[ea]|este|noss[oa]|meu|minha|esse|essa)"
    r" (?P<what>state|province|country|pa[ií]s|estado|prov[ií]ncia)\b",
    re.IGNORECASE,
)


def with_area_named(text: str, language: Language) -> str:
    """'We're a county in Ohio. Is any city in our state certified?' asked of Ohio."""
    told, _, asked = text.rpartition(". ")
    found = _OUR_AREA.search(asked)
    if not told or not found:
        return text
    wide = found["what"].lower() in ("country", "país", "pais")
    areas = {a.code for a in find_areas(told) if (a.kind == "country") == wide}
    if len(areas) != 1:
        return text
    name = area_name(areas.pop(), language)
    return f"{asked[: found.start()]}{name}{asked[found.end() :]}"


_TOPIC = (
    r"(?P<topic>(?!(?:it|that|this|them|data|the money|eso|ello|ellas|isso|elas)\b)[^?.]{3,80}?)"
)
_DID_SOMETHING: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^\W*(?:and |so )?(?:give me |any )?"
        r"(?:(?:(?:did|has|have|does) (?:any|some) (?:certified )?(?:city|cities) (?:do|done|doing)"
        r"|what (?:have|did|are|do) (?:the )?(?:certified )?cities (?:do|done|doing)"
        r"|(?:which|what) (?:certified )?(?:city|cities|towns?)"
        r" (?:did|do|does|have done|has done|are doing|worked|work|are working)"
        r"|who(?: has| have|'s)? (?:done|did|does|is doing|worked|works)"
        r"|(?:examples of )?(?:certified )?cities (?:that|who|which)"
        r" (?:did|do|have done|worked|work|have worked)"
        r"|(?:examples of )?(?:certified )?cities (?:working|using data))"
        r"(?: (?:something|anything|work|stuff|much))?(?: with (?:\w+ )?data)?"
        r" (?:about|against|on|for|(?<=thing )with)"
        r"|(?:which|what) (?:certified )?cities (?:have )?(?:tackled?|address(?:ed)?"
        rf"|(?:deal|dealt) with|(?:fight|fought))) {_TOPIC}"
        r"(?: (?:with|using) (?:the help of )?data)?\W*$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"^\W*(?:y )?(?:(?:alguna|qu[eé]|cu[aá]les) (?:de las )?ciudad(?:es)?(?: certificadas?)?"
        r"|ciudades que)"
        r" (?:hizo|hicieron|ha hecho|han hecho|hacen|trabajaron|trabaja|trabajan|trabaj[oó])"
        rf"(?: algo| cosas)? (?:sobre|por|contra|en|con) {_TOPIC}(?: con (?:los )?datos)?\W*$",
        re.IGNORECASE,
    ),
    "pt": re.compile(
        r"^\W*(?:e )?(?:(?:alguma|que|quais) cidades?(?: certificadas?)?|cidades que)"
        r" (?:fez|fizeram|faz|fazem|trabalhou|trabalharam|trabalham)"
        rf"(?: algo| alguma coisa)? (?:sobre|por|contra|em|com) {_TOPIC}"
        r"(?: com (?:os )?dados)?\W*$",
        re.IGNORECASE,
    ),
}
_USED_DATA: Mapping[Language, str] = {
    "en": "Which cities used data for {topic}?",
    "es": "¿Qué ciudades usaron datos sobre {topic}?",
    "pt": "Quais cidades usaram dados sobre {topic}?",
}


_EXAMPLES_PLEASE = re.compile(
    r"(?P<end>[?.!])\s+(?:(?:any |some |give (?:me |us )?|with )?examples?,?(?: please)?"
    r"|(?:alg[uú]n(?:os)? |con )?ejemplos?(?: por favor)?"
    r"|(?:algum |alguns |com )?exemplos?(?: por favor)?)\W*$",
    re.IGNORECASE,
)
_DOES_ANY = re.compile(
    r"^\W*(?:and |so )?(?:does|do|is|are) any(?:body|one|thing| of the)? ?(?:certified )?"
    r"(?:city|cities|town|towns) (?P<do>use|using) (?P<what>[^?.]{2,80}?)\W*$",
    re.IGNORECASE,
)


_WHO_HAS = re.compile(
    r"^\W*(?:and |so )?who(?:(?:['’]s| has) got|(?:['’]s| is) using) (?:also )?"
    r"(?!the |it\b|this |that |to )(?P<what>[^?.]{4,80}?)\W*$",
    re.IGNORECASE,
)
"""Of a thing that is no office, cities have it: 'who's got smart meters?'."""


def as_gathering(text: str, language: Language) -> str:
    """'Did any city do something about flooding?' as which cities used data for it."""
    text = _EXAMPLES_PLEASE.sub(r"\g<end>", text)
    if found := _DOES_ANY.match(text):
        return f"Which cities {found['do']} {found['what']}?"
    if found := _WHO_HAS.match(text):
        return f"Which cities have {found['what']}?"
    found = _DID_SOMETHING[language].match(text)
    return _USED_DATA[language].format(topic=found["topic"]) if found else text


_WAS_THERE = re.compile(
    r"^(?P<before>\W*(?:(?:ok|okay|thanks|thank you|great|nice|cool)\W+)*(?:and |so |but )?)"
    r"(?P<place>in [A-ZÀ-Ý][^?,]*?,? )?"
    r"(?:wasn['’]t|isn['’]t|weren['’]t|was|is) there (?:also )?(?:something|anything"
    r"|a (?:thing|story))"
    r" (?:with|about|on) (?P<topic>[^?]+?)[?.!\s]*$",
    re.IGNORECASE,
)


def without_doubt(text: str) -> str:
    """'In Buffalo, wasn't there something with lead?' as what was done about it there."""
    found = _WAS_THERE.match(text)
    if not found:
        return text
    if found["place"]:
        place = found["place"].strip(" ,").split(" ", 1)[1]
        return f"{found['before']}what did {place} do about {found['topic']}?"
    return f"{found['before']}what about {found['topic']}?"


_NAMED_FIRST = re.compile(
    r"^(?P<named>[A-ZÀ-Ý][^?:;]{3,120}?) ?[:–—-] ?(?P<ask>which|who|what|how many|cu[aá]l(?:es)?"
    r"|qua(?:l|is)) (?P<of>of|de|d)"
    r"(?: ?(?:these|those|them|estas|esas|ellas|est[ao]s|elas|essas))\b"
    r"(?P<rest>[^?]*\?)\W*$",
    re.IGNORECASE,
)
_PRONOUN_AFTER = re.compile(
    r"^(?P<named>[A-ZÀ-Ý][^?:;]{2,60}?) ?(?:[:–—?]| -) ?(?P<ask>[Hh]ave|[Hh]as|[Ii]s|[Aa]re|[Dd]id"
    r"|[Dd]oes|[Dd]o|[Ww]as|[Cc]an|[Cc]ould|[Mm]ay|[Mm]ight|[Ww]ould)"
    r" (?:they|it)\b(?P<rest>[^?]*)\??\W*$"
)


_GET_IT = re.compile(r" (?:ever |also )?(?:get|earn|have|win|do) (?:it|one|that)(?: too)?")
_GOT_IT = re.compile(r" (?:got|have|has|hold|made) (?:it|one|that)(?: yet| too)?")


def with_names_in(text: str) -> str:
    """'Boise, Recife: which of these is gold?' with the names where the question points at them."""
    if found := _NAMED_FIRST.match(text):
        of = "de" if found["of"] == "d" else found["of"]
        return f"{found['ask']} {of} {found['named']}{found['rest']}"
    if found := _PRONOUN_AFTER.match(text):
        if _GOT_IT.fullmatch(found["rest"]):
            return f"Is {found['named']} certified?"
        asked = found["ask"].lower()
        if asked in _ABLE and _GET_IT.fullmatch(found["rest"]):
            return f"Can {found['named']} be certified?"
        ask = {"have": "Has", "are": "Is", "do": "Does"}.get(asked, asked.title())
        return f"{ask} {found['named']}{found['rest']}?"
    return text


_ABLE = ("can", "could", "may", "might", "would")

_BESIDES = re.compile(
    r",? (?:besides|other than|apart from|aside from|in addition to|adem[aá]s de|aparte de"
    r"|al[eé]m d[aeo]s?) (?:the |la |el |a |o )?[A-ZÀ-Ý][\w&]*"
    r"(?: (?:(?:for|of|de|do|da) )?[A-ZÀ-Ý][\w&]*)*(?=[ ,?.!])"
)


def without_the_known(text: str) -> str:
    """'Which partners are there besides RIL?' without the one that is not asked for."""
    return _BESIDES.sub("", text, count=1)


_A_HUNDRED = re.compile(r"\b(?:(?:a|one) hundred|cien|cem)\b(?= [^\W\d])", re.IGNORECASE)


def with_figures(text: str) -> str:
    """'A hundred cities' as documents write it, in figures."""
    return _A_HUNDRED.sub("100", text)


_TIME_FIRST = re.compile(
    r"^(?P<before>\W*(?:(?:and|but|e|y|mas|pero) )?)"
    r"(?P<time>before(?: that)?|earlier|previously|antes(?: d(?:e eso|isso))?),"
    r" (?P<asked>[^?]+?)(?P<end>\W*)$",
    re.IGNORECASE,
)


_DATE_FIRST = re.compile(
    r"^(?P<before>\W*(?:and|but|e|y|mas|pero) )"
    r"(?P<time>(?:in|at|by|until|as of|en|em|a|hasta|at[eé]) [^,?.]{0,32}\b(?:19|20)\d\d),"
    r" (?P<asked>¿?(?:how|which|what|who|cu[aá]nt|qu[eé]|cu[aá]l|quant|quais|qual|quem)[^?]+?)"
    r"(?P<end>\W*)$",
    re.IGNORECASE,
)
"""A date between 'and' and the question, which would look like two questions."""


def with_time_last(text: str) -> str:
    """'And before, how much was it?' as 'and how much was it before?', so that it is one."""
    text = _TIME_FIRST.sub(r"\g<before>\g<asked> \g<time>\g<end>", text)
    return _DATE_FIRST.sub(r"\g<before>\g<asked> \g<time>\g<end>", text)


_THING = re.compile(r"\b(?:[A-Z]{3,}|[A-Z][a-z]+(?:[A-Z][a-z]*)+)\b")
_THE_FIRST = re.compile(
    r"\b(?P<nth>(?:the|el|la|o|a) (?:first|last|primer[oa]?|primeir[oa]|[uú]ltim[oa]))(?: one)?"
    r"(?= (?:open|start|begin|was|is|were|abri|fue|foi|empez|come[cç])|\W*$)",
    re.IGNORECASE,
)


def with_first_named(piece: str, told: str) -> str:
    """'When did the first one open?' beside a question on COMPAZ: 'the first COMPAZ'."""
    things = set(_THING.findall(told))
    if len(things) != 1:
        return piece
    return _THE_FIRST.sub(rf"\g<nth> {things.pop()}", piece)
