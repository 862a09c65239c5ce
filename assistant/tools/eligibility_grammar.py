"""Which questions ask who may take part, and what they tell of the place.

Which words mean what is left to `eligibility_words`; the verdict to `eligibility`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from assistant.folding import fold
from assistant.geography import Area, find_areas, is_within
from assistant.metropolises import country_of_city
from assistant.tools.eligibility_words import ELIGIBLE_FOR, JOINTLY, OTHER_APPLICANT, WORDS
from assistant.tools.populations import plain_amounts
from assistant.tools.revisions import with_dates
from assistant.tools.tier_words import MONTH_NUMBERS
from assistant.tools.vocabulary import Reading, joined
from corpus.records import EligibilityRule

Kind = Literal["place", "beyond", "rule", "threshold", "maximum", "everywhere", "always", "since",
               "measure", "member", "other"]  # fmt: skip
Bound = Literal["", "below", "nearly", "above"]


class PlaceFinder(Protocol):
    """Finds the directory's cities in a text: ids, each with the folded name it goes by there."""

    def find(self, text: str) -> Mapping[str, str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class EligibilityQuestion:
    """What is asked about taking part.

    Attributes:
        kind: `place`: may such a place take part; `beyond`: may places outside an area, or is it
            for that area only; `rule`: who may; `threshold`: how many people it takes;
            `maximum`: how many it may have at most; `everywhere`: whether that differs between
            countries; `always`: whether it was another once; `since`: from when on places of an
            area may; `measure`: which count of the people decides; `member`: whether it
            takes belonging to something else; `other`: may others than cities.
        on: the day it is asked about; None for today.
        told: how the question tells the day: a year, or empty.
        populations: numbers of people, as given, possible or not.
        bound: whether the population is only said to lie `below`, `nearly` at or `above` that
            number.
        claims: numbers of people that the question takes for the threshold.
        areas: codes of the areas that it names; see `assistant.geography`.
        cities: ids of the directory's cities that it names.
        beside: ids of the directory's cities that it names as near the place that is meant.
        said_in: ids of the directory's cities, each with the code of the area that it is said to
            lie in, of which it may be no more than a namesake there.
        elsewhere: a city outside the directory, by its name, and its country's code.
        beyond: the area outside which places are asked about; empty for anywhere in the world.
        only: whether it asks if taking part is for that area only.
        county: whether the place is a county.
        shut_out: whether it asks if the place is shut out, so that a 'yes' would mislead.
        too_big: whether it asks if a place has too many people.
        capped: whether it asks if there is a number of people that no place may exceed.
    """

    kind: Kind
    on: dt.date | None = None
    told: str = ""
    populations: tuple[int, ...] = ()
    bound: Bound = ""
    claims: tuple[int, ...] = ()
    areas: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    said_in: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[str, str] | None = None
    beyond: str = ""
    only: bool = False
    county: bool = False
    shut_out: bool = False
    too_big: bool = False
    capped: bool = False


def read_eligibility_question(
    question: str, *, rules: Sequence[EligibilityRule], places: PlaceFinder, intent: str = ""
) -> EligibilityQuestion | None:
    """What a question asks about taking part; None if it asks something else.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        rules: oldest first; they decide which day 'originally' is.
        intent: what it is known to ask, such as `place`; unknown words are then overlooked.
    """
    question = _ONLY_CITIES.sub(" ", _SUCH_AS.sub(", ", _NAMESAKE.sub("it", question)))
    areas = find_areas(question)
    cities = {id_: name for id_, name in places.find(question).items() if _is_named(name, areas)}
    text = _without_names(question, areas, cities.values())
    if cities:
        text = _PART_OF_CITY.sub(_IN_CITY, text)
    own_areas = _own_areas(question, areas, is_known=bool(cities))
    counted = plain_amounts(re.sub(r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b", " ", text))
    counted = with_dates(counted, [rule.in_force_from for rule in rules])
    counted = _of_the_city(counted)
    text, claims, populations = _amounts(counted)
    reading = WORDS.read(text)
    if any(_asks_for_another_body(part, WORDS.read(part)) for part in (text, *_CLAUSE.split(text))):
        return EligibilityQuestion("other", county=reading.has("COUNTY"))
    # A place may also be where someone asks from: 'we are in Peru, who helps us?'
    named = _IN_SOMETHING.search(question)
    if named and not (find_areas(named["what"]) or places.find(named["what"])):
        return None  # a city's youth scheme
    if _JOINTLY.search(text) or _WERE_ADMITTED.search(fold(question)):
        return None
    if _MEMBER.search(text):
        asks = reading.has("NEED") and reading.has("PART", "CERTIFY", "ELIGIBLE")
        return EligibilityQuestion("member") if asks and not cities else None
    if _is_other(text, reading) or (intent == "place" and _ASKS_ELSE.search(text)):
        return None
    on, told = _day(text, reading, rules)
    beside = tuple(id_ for id_, name in cities.items() if _is_beside(name, question))
    asked = EligibilityQuestion(
        "place",
        on=on,
        told=told,
        populations=populations,
        bound=_bound(counted) if populations else "",
        claims=claims,
        areas=_narrowest(own_areas),
        cities=tuple(id_ for id_ in cities if id_ not in beside),
        beside=beside,
        said_in=tuple(_said_in(question, areas, cities)),
        county=reading.has("COUNTY"),
        shut_out=reading.has("SHUT OUT"),
        too_big=bool(_TOO_BIG.search(text)),
        capped=bool(_UPPER_LIMIT.search(text)),
    )
    asked = _with_elsewhere(_with_bounds(asked, text, reading), question)
    if _MEASURE.search(text) and _is_of_people(asked, reading):
        return replace(asked, kind="measure")
    kind = _kind(asked, replace(reading, unknown=()) if intent else reading, text)
    kind = kind or _kind_of_intent(intent, asked, reading)
    return replace(asked, kind=kind) if kind else None


_IN_SOMETHING = re.compile(
    r"\b(?i:tak(?:e|ing) part in|join|enter|participate in|participar (?:d[aoe]l?|en|n[ao]))"
    r" (?:(?i:the|el|la|o|a) )?"
    r"(?!Bloomberg|(?i:certif|program|wwc|what works))(?P<what>[A-ZÀ-Þ][\w-]*[a-zà-ÿ])"
)
"""Asks who may take part in something that has a name of its own."""
_JOINTLY = re.compile(rf"\b(?:{JOINTLY})\b")
_MEMBER = re.compile(
    r"\b(?:a |an )?(?:member|partner)s?(?:hip)? (?:of|in|with)\b"
    r"|\b(?:miembro|socio|membro|parceir[oa])s? d[aeo]l?\b"
)
"""Belonging to something else, of which the rule says nothing."""
_WERE_ADMITTED = re.compile(
    r"\b(?:(?:were|was|got) (?:let in|admitted|accepted|taken in|brought in)"
    r"|(?:fueron|foram) \w+[ai]d[ao]s"
    r")\b[^?]*\b(?:in|on|en|em) (?:\w+ (?:de |of )?)?20\d\d"
)
"""Who came in on a day, and not who may."""
_TOO_BIG = re.compile(
    r"\b(?:too|demasiado|muy|muito) (?:big|large|populous|grandes?)\b|\bgrandes? demais\b"
)
_UPPER_LIMIT = re.compile(
    r"\b(?:upper (?:limit|bound)|maximum|max|cap|ceiling|limite superior|maxim[oa]|tope|techo|teto)\b"
)
_SUCH_AS = re.compile(r"(?<=[a-zà-ü]) (?:tal como|igual que|assim como|como)(?= [A-ZÀ-Þ])")
"""Before an example, where elsewhere it asks how: 'una ciudad española como Valencia'."""

_NAMESAKE = re.compile(
    r"\b(?:its|their|our) (?:[A-Z]\w+ ){1,2}(?:namesake|sister(?: city)?|twin(?: city)?)\b"
    r"|\b(?:su|nuestra) (?:hom[oó]nima|tocaya) (?:de|en) [A-Z]\w+(?: [A-Z]\w+)?"
    r"|\b(?:(?:a )?sua|nossa) (?:hom[oô]nima|xar[aá]) (?:d[aeo]|em|n[ao]) [A-Z]\w+(?: [A-Z]\w+)?"
)
"""Another city of the name, which is none of the place that asks: 'like its Alabama namesake'."""

_ONLY_CITIES = re.compile(
    r"[(,]? ?\b(?:not|no|não|rather than) (?:the|la|el|a|o) (?:city|capital|ciudad|cidade)"
    r"(?: itself| proper)?\b\)?"
    r"|,? (?:or|o|ou) (?:is (?:it|this) )?(?:only|just|s[oó]lo|solamente|s[oó]|somente|apenas)"
    r"(?: for| para)? (?:(?:its|the|sus|suas|las|as|los|os) )?(?:cities|towns|municipalities|ciudades|municipios|munic[ií]pios|cidades)\b",
    re.IGNORECASE,
)
"""Names cities as what is not meant: 'the province, not the city', 'or only cities'."""
_PART_OF_CITY = re.compile(
    r"\b(?:boroughs?|wards?|neighbou?rhoods?|quarters?|districts?|barrios?|bairros?)"
    r" (?:of|in|inside|within|del?|en|d[aeo]|em|n[ao])(?: the city of)? +@"
)
"""A part of a city of the directory; 'a borough in New Jersey' is a town of a state."""
_IN_CITY = " neighbourhood of a city "
_IN_A_CITY = re.compile(rf"\b{_IN_CITY.strip()}\b")


_CLAUSE = re.compile(r"[.,;:?!] ")
"""Parts what someone tells of themselves from what is asked: 'I run a school, can it be certified?'."""


# The place

_BESIDE = (
    r"(?:near|outside|next to|close to|beside|(?:north|south|east|west) of|cerca de|junto a"
    r"|al lado de|fuera de|perto de|ao lado de|fora de)(?: the)?(?: city of)?"
)


def _is_beside(name: str, question: str) -> bool:
    """Whether a city is named as one that the place meant lies near."""
    return bool(re.search(rf"\b{_BESIDE} {re.escape(name)}\b", fold(question)))


def _said_in(
    question: str, areas: Sequence[Area], cities: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Cities, each with the area that is said right after it to hold it: 'Córdoba, Spain'."""
    for area in areas:
        before = fold(question[: area.start])
        for id_, name in cities.items():
            if re.search(rf"\b{re.escape(name)}(?:,| in| en| em)(?: \w+,)? (?:the )?$", before):
                yield id_, area.code


def _own_areas(question: str, areas: Sequence[Area], *, is_known: bool) -> Sequence[Area]:
    """The areas without those that a place named is only said to count as, or asked about as."""
    own = [
        area
        for area in areas
        if area.kind not in ("continent", "region")
        or not _COUNTS_AS.search(fold(question[: area.start]))
    ]
    return own if own or is_known or country_of_city(question) else areas


_COUNTS_AS = re.compile(
    r"\b(?:count|consider|class|regard|belong|cuent|considera|clasific|pertenec|cont|classific|pertenc)"
    r"\w*(?: (?:as|to|in|a|como|part|parte|of|de|em|com))*(?: (?:the|la|el|a|o))? ?$"
)


def _is_named(name: str, areas: Sequence[Area]) -> bool:
    """Whether a city's name is meant as the city, not as its state or country."""
    return not any(area.kind != "state" and fold(area.code) == name for area in areas)


def _narrowest(areas: Sequence[Area]) -> tuple[str, ...]:
    """Codes of the areas, without those that another of them lies in: 'Pernambuco, Brazil'."""
    codes = dict.fromkeys(area.code for area in areas)
    return tuple(
        code
        for code in codes
        if not any(other != code and is_within(other, code) for other in codes)
    )


# One area is spoken of by what is outside it, or asked whether it is the only one.
_OUTSIDE = re.compile(
    r"\b(?:outside|beyond|non|not (?:in|from)|other than|fuera|fora)\b-?"
    r"(?: of| de| del| d[ao]s?)?(?: the| los| las| el| la)? @"
)
_ONLY = re.compile(
    r"\b(?:only|just|limited|restricted|reserved|exclusive|solo|solamente|unicamente|somente"
    r"|apenas|so)\b[^.?!@\d]{0,25}@|@ (?:\w+ )?only\b"
)


def _with_bounds(asked: EligibilityQuestion, text: str, reading: Reading) -> EligibilityQuestion:
    """The question with the area it looks beyond, if it does."""
    bound = asked.areas[0] if asked.areas else ""
    if bound and _OUTSIDE.search(text):
        left = asked.areas[1:]
        return replace(asked, areas=left, kind="place" if left else "beyond", beyond=bound)
    if bound and _ONLY.search(text) and not asked.populations:
        return replace(asked, areas=(), kind="beyond", beyond=bound, only=True)
    bare = not (asked.areas or asked.cities or asked.populations)
    return replace(asked, kind="beyond") if bare and reading.has("OUTSIDE") else asked


def _with_elsewhere(asked: EligibilityQuestion, question: str) -> EligibilityQuestion:
    """The question with a city outside the directory, if it names one and nothing else."""
    named = asked.areas or asked.cities or asked.beyond
    return asked if named else replace(asked, elsewhere=country_of_city(question))


def _without_names(question: str, areas: Sequence[Area], cities: Iterable[str]) -> str:
    """A question with '@' for each area and city that it names."""
    for area in sorted(areas, key=lambda area: -area.start):
        unit = _UNIT.search(question[area.start : area.end]) if area.kind == "state" else None
        sign = f" @ {unit[0] if unit else ''} "
        question = question[: area.start] + sign + question[area.end :]
    text = fold(question)
    for name in cities:
        text = re.sub(rf"\b{re.escape(name)}\b", " @ ", text)
    return text


_UNIT = re.compile(r"(?i:state|province|provincia|estado)$")
"""Says of a name that it is not the city's: 'New York State'."""


# The numbers

_N = r"(?<![\w.@-])(-?\d+)(?![\w%]|\.\d)"
_PEOPLE = (
    r"(?:(?: or more| or fewer|\+)? (?:people|inhabitants?|residents?|persons?|citizens|souls|pop"
    r"|population|strong|de )? ?(?:habitantes?|hab|personas|pessoas|moradores|vecinos|almas|people"
    r"|inhabitants?|residents?|persons?|citizens|souls|pop|population)(?!\w))"
)
_LEAST = r"(?: (?:at least|al menos|por lo menos|pelo menos|ao menos))?"
_CLAIMS = tuple(
    re.compile(joined(pattern).replace("NUMBER", _N).replace("LEAST", _LEAST))
    for pattern in (
        r"NUMBER (?:or|o|ou) (?:(?:more|over|mas|mais)(?: than| de| do que)? )?NUMBER",
        r"""\b(?:threshold|minimum|min|limit|cut ?off|requirement|floor|bar|umbral|minim[oa]
        |limite|limiar|requisito|piso)s?\b
        (?:(?! (?:with|we|has|have|con|com|tenemos|temos)\b)[^.;?!\d]){0,45}? ?NUMBER""",
        r"""\b(?:lowered|raised|changed|reduced|cut|dropped|baj\w+|subi\w+|reduj\w+|cambi\w+
        |baix\w+|reduz\w+|aument\w+|mud\w+)\b[^.;?!\d]{0,25}? NUMBER""",
        r"""\b(?:needs?|must have|(?:have|has) to have|requires?|debe\w* tener|necesit\w+
        |hay que tener|tiene que tener|hacen? falta|pide[n]?|exige[mn]?|tem que ter
        |precisa\w*(?: (?:de|ter))?|deve\w* ter)LEAST NUMBER""",
        r"""NUMBER(?: \w+)? (?:is |be |e |es |sao |son )?(?:the |an? |el |la |o |a |um |un )*
        (?:official |hard |strict |fixed |absolute )?(?:threshold|minimum|min\b|limit|cut ?off|requirement|rule|umbral|minimo
        |limite|limiar|requisito|regla|regra)""",
        r"""\b(?:regla|norma|regra) d[eoa]s? (?:los |las )?NUMBER""",
    )
)


_AROUND = re.compile(
    r"\b(?:(?:and|but|y|pero|e|mas) )?(?:(?:the|our|its|my|la|nuestra|el|[ao]|nossa) )?"
    r"(?:whole |entire |wider |greater )?(?:metro(?:politan)?(?: (?:areas?|regions?|zone))?"
    r"|agglomeration|urban area|conurbation|(?:zona|area|regia?on?|regiao) metropolitana)\b"
    rf"(?!\W+of\b)[^\d.;?!@]{{0,25}}\d{{4,}}{_PEOPLE}?"
)


def _of_the_city(text: str) -> str:
    """A text without the people of a whole metropolitan area, where those of the city are told.

    The rule counts a city's own; 'the metro has 210,000, the city 24,000' is on the 24,000.
    """
    left = _AROUND.sub(" ", text)
    return left if re.search(r"(?<!\d)\d{4,}", left) else text


def _amounts(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """A text with '#' for its numbers of people; the thresholds it claims; its populations."""
    claims: list[int] = []
    for pattern in _CLAIMS:
        for found in pattern.finditer(text):
            numbers = [int(number) for number in found.groups()]
            if any(abs(number) < 100 or 1990 <= number <= 2099 for number in numbers):
                continue  # a year, or a number of something else
            claims += numbers
            text = text.replace(found[0], re.sub(_N, " # ", found[0]))
    with_unit = [int(n) for n in re.findall(_N + _PEOPLE, text)]
    with_unit += [
        int(n)
        for n in re.findall(rf"(?:population|poblacion|populacao)[^\d]{{0,9}}{_N}", text)
        if not 1990 <= int(n) <= 2099
    ]
    plain = [int(n) for n in re.findall(_N, text)]
    large = [n for n in plain if abs(n) >= 1000 and not 1990 <= n <= 2099]
    populations = tuple(dict.fromkeys(with_unit + large))
    became = _BECAME.search(text)
    for number in populations:
        text = re.sub(rf"(?<!\d){number}(?!\d)", " # ", text)
    if became and len(populations) == 2 and int(became[1]) in populations:
        populations = (int(became[1]),)
    return text, tuple(claims), populations


_BECAME = re.compile(
    r"\b(?:grow|grew|ris|rose|increas|shr[aiu]nk|f[ae]ll|drop|declin|went|gone|put|down|crec|cresc|aument|subi"
    r"|baj|ca[iy])\w*\b[^.?!;]{0,40}?\b(?:to|a|para)\b[^\d.?!;]{0,15}" + _N
)
"""The number of people that there are after a change."""


_BELOW = re.compile(
    r"\b(?:under|below|(?:less|fewer|smaller) than|menos de|(?:por )?debajo de"
    rf"|inferior a|menor (?:que|a)|abaixo de) {_N}"
)
_NEARLY = re.compile(
    r"\b(?:almost|nearly|not quite|close to|(?:just|slightly|a little|a bit) (?:under|below"
    r"|short of|shy of)|casi|poco menos de|cerca de|quase|pouco menos de|perto de)"
    rf" (?:l[oa]s )?{_N}"
)
_ABOVE = re.compile(
    rf"\b(?:over|above|(?:more|larger|bigger) than|mas de|(?:por )?encima de|superior a|mais de"
    rf"|acima de|maior que|mayor (?:que|a)) {_N}"
)


def _bound(text: str) -> Bound:
    """Whether a population is only said to lie below or above a number, or just short of it."""
    if _NEARLY.search(text):
        return "nearly"
    if _BELOW.search(text):
        return "below"
    return "above" if _ABOVE.search(text) else ""


# The time

_YEAR = re.compile(
    r"(?P<before>\b(?:before|until|till|prior to|up to|antes del?|hasta|ate|antes de) )?"
    r"(?P<early>\b(?:early|inicios de|principios de|inicio de|comeco de) )?"
    rf"(?:(?P<month>{'|'.join(MONTH_NUMBERS)}),? (?:of |del? )?)?(?<![\w.-])(?P<year>20\d\d)(?!\d)"
)


def _day(
    text: str, reading: Reading, rules: Sequence[EligibilityRule]
) -> tuple[dt.date | None, str]:
    """The day a question is about, and the year it names; None for today."""
    if found := _YEAR.search(text):
        year, month = int(found["year"]), found["month"]
        first = dt.date(year, MONTH_NUMBERS[month] if month else 1, 1)
        if found["before"]:
            return first - dt.timedelta(days=1), ""
        last = first if found["early"] else dt.date(year, first.month if month else 12, 28)
        return last, found["year"]
    if reading.has("EARLY") and rules:
        return rules[0].in_force_from, ""
    return None, ""


# What is asked


_ASKS_ELSE = re.compile(
    r"\b(?:who|which|how (?:many|much)|when|why|quien(?:es)?|cual(?:es)?|cuando|cuant[oa]s?|quem"
    r"|qua(?:l|is)|quando|quant[oa]s?)\b|\balready (?:been )?certified\b"
)


_WHICH = re.compile(
    r"\b(?:which|what|who|cual(?:es)?|qua(?:l|is)|quien(?:es)?|quem) (?!(?:is|are|can|may|was|were|es"
    r"|son|sao|e|pued\w*|pode\w*|qualif\w+) )[\w@-]+"
)
"""Asks for some of several."""
_COUNTS = re.compile(rf"{_WHICH.pattern}|{_ASKS_ELSE.pattern}|\bwhos\b|\bany \w+s\b")
"""The same, or how many of something there are: 'quantas novas o jornal conta?'."""

_INCLUDES = re.compile(r"\b(?:do|does)\b.*\binclude (?!@|us\b)[a-z]")
"""Asks whom a number of people counts."""


_EXTREME = re.compile(
    r"\b(?:smallest|largest|biggest|tiniest|least populous|most populous) (?:\w+ )?certified\b"
    r"|\bcertified (?:city|town|place) (?:with|that has|having) the\b"
    r"|\b(?:mas (?:pequena|chica|grande)|menor|maior) (?:ciudad|cidade)? ?(?:ya |ja )?certificada\b"
    r"|\b(?:ciudad|cidade) certificada (?:mas |menor|maior)"
)
"""Asks which of the certified cities is so, or how many people that one has."""


_CITIES = r"(?:cit(?:y|ies)|towns?|municipalit(?:y|ies)|ones?|ciudad(?:es)?|municipios?|cidades?)"
_FIRST_CITIES = re.compile(
    rf"\bfirst (?:few |ever )?(?:@ )?{_CITIES}\b(?! (?:could|can|may|might|were (?:able|allowed))\b)"
    rf"|\bprimer[ao]?s? (?:{_CITIES}|@)|\bprimeir[ao]s? (?:{_CITIES}|@)"
)
"""Certified cities: 'when did the first @ cities get in?' is not since when they may."""


def _is_other(text: str, reading: Reading) -> bool:
    """Whether it asks how one takes part, what cities did, or about another kind of applicant."""
    if (
        _INCLUDES.search(text)
        or (_FIRST_CITIES.search(text) and not reading.has("CAN", "ALLOW", "ELIGIBLE"))
        or _EXTREME.search(text)
        or ELIGIBLE_FOR.search(text)
        or OTHER_APPLICANT.search(text)
        or reading.has("OTHER")
    ):
        return True
    if reading.has("LEVEL") and not reading.has("POPULATION"):
        return True
    if reading.has("PROCESS") and not reading.has("HOWSIZE"):
        return True
    return reading.has("PAST") and not reading.has("CAN", "MINIMUM")


def _asks_for_another_body(text: str, reading: Reading) -> bool:
    """Whether it asks if a state, a university or the like may take part, and nothing more."""
    may = reading.has("CAN") and reading.has("PART", "CERTIFY", "ELIGIBLE")
    may = may or reading.has("ELIGIBLE", "ALLOW")
    plain = may and not reading.has("PROCESS", "PAST", "LEVEL")
    # How many people there are is told of a place, and not of a company.
    plain = plain and bool(_IN_A_CITY.search(text) or not reading.has("POPULATION"))
    plain = plain and not WORDS.read(OTHER_APPLICANT.sub(" ", text)).has("PLACE")
    plain = plain and not _HELPS.search(text)
    strange = WORDS.read(OTHER_APPLICANT.sub(" ", text)).unknown
    return bool(plain and OTHER_APPLICANT.search(text)) and not (
        _COUNTS.search(text) or ELIGIBLE_FOR.search(text) or len(strange) > _MOST_OF_BODY
    )


_HELPS = re.compile(r"\b(?:help|fund|pay|require|force|ayud|apoy|ajud|apoi)\w*\b")
"""What a body does for a city, or to it."""
_MOST_OF_BODY = 3
"""Words by which a body that is no city is called: 'our state's transport agency'."""


def _kind(asked: EligibilityQuestion, reading: Reading, text: str) -> Kind | None:
    """What is asked for, judged by its words; None if it is not about taking part."""
    given = bool(
        asked.areas or asked.cities or asked.elsewhere or asked.populations or asked.county
    )
    beyond = asked.kind == "beyond"
    strange = len(reading.unknown) - bool(asked.elsewhere)
    joins = _is_about_joining(reading, text, given=given or beyond)
    sized = bool(asked.claims) or _is_about_size(reading, given=bool(asked.areas))
    if reading.has("SINCE"):
        opened = asked.areas or beyond
        limited = asked.only or reading.has("OPEN", "OUTSIDE")
        if opened and limited and reading.has("CHANGED") and strange <= _MOST_TOLD:
            return "since"  # 'it was for Americans only, when did that change?'
        if (
            not (opened or asked.cities)
            and strange <= 1
            and (asked.claims or reading.has("MINIMUM", "POPULATION"))
        ):
            return "always"
        able = joins or reading.has("PART") or (reading.has("CAN") and not strange)
        return "since" if opened and strange <= 1 and able else None
    bare = sized and not asked.populations and strange <= 2
    if bare and (kind := _threshold_kind(asked, reading)):
        return kind
    if beyond and reading.has("CHANGED") and strange <= 1:
        return "since"  # 'were cities of other countries always allowed?'
    if beyond:
        return "beyond" if (joins or asked.only) and strange <= 2 else None
    if asked.populations and _tells_size(asked, reading):
        if joins or sized:
            return "place" if strange <= 3 else None
        # Nothing but a place and its size: 'a town of 40,000 in Ohio?'
        plain = strange <= 1 and not asked.cities and not reading.has("ASKS", "CERTIFIED")
        return "place" if plain else None
    if given and joins:
        # 'When does the plant open in Boise?' holds a word of joining, and is on something else.
        by_chance = asked.cities and not reading.has("CAN", "ELIGIBLE", "PART", "CERTIFY", "WE")
        return "place" if strange <= (0 if by_chance else 3) else None
    general = reading.has("WHO", "PLACE", "WE", "PROGRAMME") or not reading.unknown
    return "rule" if joins and general and strange <= 1 else None


_MEASURE = re.compile(
    r"\b(?:which|what|whose)(?: \w+)? (?:census|counts?|numbers?|figures?|estimates?)(?! of)\b"
    r".*\b(?:counts?|used?|uses|taken?|appl(?:y|ies)|decides?|matters?|go(?:es)? by|look at|valid)\b"
    r"|\b(?:census|estimates?)\b[^.?!]* or [^.?!]*\b(?:census|estimates?|counts?|registers?)\b"
    r"|\b(?:que|cual|qual)(?: es el| e o)? (?:censo|cifra|numero|dato|conteo|recuento|estimacion|dado"
    r"|contagem|estimativa)\b.*\b(?:cuenta|vale|valido|us\w+|tom\w+|rige|conta|considera\w*)\b"
)


def _is_of_people(asked: EligibilityQuestion, reading: Reading) -> bool:
    """Whether the count spoken of is that of a place that would take part."""
    sized = bool(asked.populations or asked.claims) and reading.has("PLACE", "WE", "POPULATION")
    needed = reading.has("MINIMUM", "CAN", "PART", "ELIGIBLE") and reading.has("POPULATION")
    return (sized or needed) and not (asked.cities or reading.has("LEVEL", "CERTIFIED"))


_MOST_TOLD = 4
"""So many words may tell how one came to ask when a limit fell."""


def _kind_of_intent(intent: str, asked: EligibilityQuestion, reading: Reading) -> Kind | None:
    """What is asked where the words do not tell, but the intent and what is given do."""
    given = bool(asked.areas or asked.populations or asked.county or asked.elsewhere)
    if asked.cities or asked.beyond:
        return None
    if given and (intent == "place" or (intent == "threshold" and asked.populations)):
        return "place"
    sized = reading.has("POPULATION", "HOWSIZE")
    if intent == "threshold" and not sized and len(reading.unknown) > 1:
        return None  # a limit, but of something else: 'the air pollution limit'
    if intent == "threshold" and not given:
        return "maximum" if reading.has("MAXIMUM") else "threshold"
    return "rule" if intent == "rule" and not given else None


def _is_about_joining(reading: Reading, text: str, *, given: bool) -> bool:
    """Whether it speaks of taking part, and not of having taken part."""
    # 'Which street was closed to cars?' and 'who of Mexico only?' ask for something else.
    opens = reading.has("OPEN") and (given or reading.has("PLACE")) and not _WHICH.search(text)
    able = reading.has("CAN") and reading.has("PART", "CERTIFY")
    named = given or (reading.has("WHO") and not reading.unknown)
    included = reading.has("INCLUDE") and named and not _COUNTS.search(text)
    needs = reading.has("NEED") and reading.has("PART", "CERTIFY") and given
    return reading.has("ELIGIBLE", "ALLOW") or opens or able or needs or included


def _is_about_size(reading: Reading, *, given: bool) -> bool:
    """Whether it asks how many people a place must have."""
    asks = reading.has("NEED", "CAN", "MINIMUM", "PART", "ELIGIBLE", "CERTIFY")
    least = reading.has("MINIMUM") and reading.has("POPULATION")
    sized = reading.has("MINIMUM") or (reading.has("NEED") and reading.has("POPULATION"))
    varies = (sized and reading.has("SAME")) or (reading.has("NEED") and reading.has("BIGGER"))
    return (reading.has("HOWSIZE") and asks) or least or (varies and given)


def _threshold_kind(asked: EligibilityQuestion, reading: Reading) -> Kind | None:
    """Which question about the threshold it is; None if it is about a place."""
    if reading.has("MAXIMUM"):
        return "maximum"
    if reading.has("CHANGED") and not (asked.areas or asked.cities):
        return "always"
    if reading.has("SAME", "BIGGER"):
        return "everywhere"
    if asked.areas and not reading.has("HOWSIZE", "POPULATION"):
        return None
    return None if asked.cities or asked.elsewhere or asked.county else "threshold"


def _tells_size(asked: EligibilityQuestion, reading: Reading) -> bool:
    """Whether its numbers are plainly those of a place that would take part."""
    return reading.has(
        "POPULATION", "PLACE", "WE", "COUNTY", "ELIGIBLE", "PART", "MINIMUM"
    ) or bool(asked.areas or asked.cities or asked.elsewhere)
