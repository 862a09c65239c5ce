"""What kind of thing a question asks for, which words name it, and whether a sentence holds it.

A sentence holds an answer only if it has something of that kind that the question has not: 'how
many of the 46,000 found a job?' is not answered by a sentence whose one number is 46,000.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.answers import Language
from assistant.asking_words import (
    BY_NUMBER,
    COST_EN,
    CRITERION,
    DEEDS,
    FOCUS,
    GATHERS,
    KINDS,
    MAKER_EN,
    NO_VERB_FIRST,
    PAST_ES,
    PAST_PT,
    Kind,
)
from assistant.figures import DATE, MONTHS, numbers
from assistant.folding import fold
from index.function_words import is_function_word


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked for.

    Attributes:
        kind: of thing, where the wording tells.
        focus: the words right after the question word, folded: 'bike lanes' of 'how many bike
            lanes does it have'; without words for the kind of thing, such as 'company'.
        given: the question, folded; what stands in it is no answer to it.
        gathers: whether it asks for whoever did a thing, wherever that is told.
        which_city: whether it asks for the one city of which a thing is told.
        deeds: whether it asks what was done.
        ahead: whether it asks for what is still to come.
        criterion: whether it asks which criterion is on something.
        merits: whether it asks what an award was given for, and nothing else.
    """

    kind: Kind | None
    focus: frozenset[str]
    given: str
    gathers: bool = False
    which_city: bool = False
    deeds: bool = False
    ahead: bool = False
    criterion: bool = False
    merits: bool = False


_AWARD_EN = (
    r"(?:(?:the|its|their|that|this|a|an) )?(?:(?:silver|gold|platinum)(?: (?:level|certification"
    r"|award|medal|status))?|certified|certification|award(?:ed)?|medal|level|it|that)"
)
_MERITS = re.compile(
    r"^(?!.*\b(?:lose|loses|lost|losing|denied|stripped|miss(?:ed)?|fail(?:ed)?|not|never)\b)"
    r"\W*(?:(?:ok|okay|and|so|but|then|also)\W+)*(?:"
    r"(?:why|how come|what for|for what|(?:do you know|tell me|any idea) why)"
    rf" (?:(?:is|was|were|are|did|does|has|have|do) )?[^,;?]{{2,40}}?"
    rf"(?: (?:get|gets|got|given|earn|earned|receive|received|hold|holds|been|be|made|at|reach))*"
    rf" {_AWARD_EN}(?: (?:in|on) [\w ,]+)?"
    rf"|what (?:did|has|have|does) [^,;?]{{2,40}}? (?:do|done)(?: with (?:its |their )?data)? to"
    rf" (?:get|be|become|earn|reach|win|receive|achieve|deserve|obtain|merit)(?: to)? {_AWARD_EN}"
    r")\W*$"
)
"""Asks what an award was given for: 'Why was Boise certified?', 'What did it do to get gold?'."""

_CREDITS = re.compile(
    r"^(?!.*\b(?:no source|not be taken|whether)\b).*\b(?:credit\w*|because|reasons?"
    r"|earned (?:it|its|the)|in recognition|thanks to|owes?|for its work"
    r"|helped .* (?:get|reach|earn)|was (?:certified|recognised) for)\b",
    re.IGNORECASE,
)
_LEAVES_OPEN = re.compile(
    r"\b(?:why|what) .*\b(?:certified|certification|did)\b|\bwhich project\b", re.IGNORECASE
)


def credits_award(text: str, *, silent: bool) -> bool:
    """Whether a sentence says what an award was given for, or, if silent, leaves that open."""
    return bool((_LEAVES_OPEN if silent else _CREDITS).search(text))


_AT_WORK = re.compile(
    r"\bwho(?:'s| is| are| has)(?: else| currently| already)? (?:work|us|do|tackl|fight|help|deal"
    r"|try|look|measur|improv|experiment|map|track)(?:ing|ed|ne|ied)\b"
)
"""Asks for all who do a thing, by no name."""
_TOLD_DEED = re.compile(
    r"^what (?:[\w.'-]+ ){1,4}(?:did|does|do)(?:\W*$| (?:about|with|for|on|to|in|against|when)\b)"
)
"""What someone did, as it is asked within a sentence."""
_STOP = frozenset(
    """a about and are as at by can de did do does e el em en for from had has have in is la na no o
    of on or que se that the to was were will with would y""".split()
)
_KIND_WORD = re.compile(
    rf"(?:{MAKER_EN}|{COST_EN}|person|people|name|names?|number|share|percentage|proportion|rate"
    r"|empresa|organizacion|organizacao|companhia|compania|fundacion|fundacao|proveedor|fornecedor"
    r"|headcount|tally|quantity|size|totals?|averages?|frequency|validity|reasons?|motive|turnout"
    r"|point|part|odds|chances?"
    r"|portion|fraction|bill|price tag|slice|chunk|times?|extent|degree|drop|fall|rise|increase"
    r"|decrease"
    r"|reduction|decline|growth|gain|improvement"
    r"|proporcion|proporcao|porcentaje|porcentagem|percentagem|parte|dinero|dinheiro|money|year"
    r"|date|month|ano|fecha"
    r"|data|cities|city|places?|towns?|ciudad(?:es)?|cidades?|municipios?"
    r"|ppl|residents?|citizens?|inhabitants?|locals|folks|habitantes?|residentes?|vecin[oa]s"
    r"|moradores"
    r"|numero|cifra|cantidad|tamano|tamanho|quantidade|valor|monto|ciudadanos|personas?|pessoas?"
    r"|gente)"
)
_PEOPLE = re.compile(r"people|ppl|persons?|residents?|citizens?|inhabitants?|locals|folks")
_PEOPLE_FIRST = re.compile(r"gente|personas?|pessoas?|habitantes?|residentes?|moradores|vecin[oa]s")
"""Behind which Spanish and Portuguese have what they did."""
_NOT_COUNTED = re.compile(
    r"\w{2,}[^aeiou]ed|bec[ao]mes?|\w{2,}(?:aron|ieron|aram|eram|iram)|\w+ied|took|taken|came|went|got|gave"
    r"|won|lost|fell|rose|chose|joined|uses?|used"
    r"|sa(?:y|ys|id)|decides?|runs?|ran|leads?|led|stands?|sits?|behind|should|made|makes?"
    r"|more|less|fewer|cheaper|faster|quicker|higher|lower|bigger|larger|smaller|longer|shorter"
    r"|now|today|currently|exactly|already|altogether|so|still|total|ahora|hoy|hoje|agora|ya|ja"
    rf"|{PAST_ES}|{PAST_PT}|better|worse|safer|older|younger|votaron|participaron|votaram"
    rf"|participaram|mas|menos|mais"
)
"""What those who are counted did, or how things compare: told in too many ways to insist on."""
MAX_FOCUS = 2
"""Words after the question word that name what is asked for, at most."""

COUNT_FORMS = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|half(?!-)|thirds?|twice|double[ds]?|quarter(?:ly)?|dos|tres|cuatro|cinco|seis"
    r"|siete"
    r"|ocho|nueve|diez|mitad|duas|dois|quatro|sete|oito|nove|dez|metade)\b"
)
_COUNT_WORDS = re.compile(COUNT_FORMS, re.IGNORECASE)
_MONEY = re.compile(r"[$€£]|\b(?:dollars?|pesos?|reais|reales|euros?|USD|dólares)\b")
_FREE = re.compile(
    r"\bfree(?: of charge\b| to \w+|\b(?=[,.;]))|\bat no (?:cost|charge)\b", re.IGNORECASE
)
"""That nothing is to be paid is an answer too."""
_CLOCK = re.compile(r"\d{1,2}(?::\d\d)|\b\d{1,2} ?(?:am|pm|o'clock|h)\b")
_DATE = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"(?:\d|{COUNT_FORMS}|\b(?:an?|each|every|per|once|several|un|una|cada|por|um|uma))"
    r"[ -](?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|años?|mes(?:es)?|semanas?"
    r"|d[ií]as?|horas?|minutos?|anos?|m[êe]s|quarter)\b|\b(?:annual(?:ly)?|(?:year|quarter|month"
    r"|week|dai)ly)\b|\btwice\b(?! as\b)"
    r"|\b(?:\d+|two|three|four|five|six|seven) times\b(?! (?:as|more|the|larger|higher|less)\b)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|so that|in order to|due to|reasons?|therefore|after|lets?|led|to help|to make"
    r"|to (?!about|almost|close|over|more|nearly|less|fewer|under|the|an?\b)[a-z]{3,}|since(?! \d)"
    r"|porque|debido|para|devido)\b",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"^[^,;]{0,70}\b(?:is|are|es|son|é|são) (?:a|an|the|one|called|un|una|la|el|um|uma|o)\b"
)
_ROLE = re.compile(r"\b(?:mayor|director|manager|officer|team|head|alcalde|prefeito|chief)\b", re.I)
_NAME = re.compile(r"(?<!^)(?<![.;:] )\b[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][\w'’&-]+")


def read_asking(text: str, language: Language) -> Asking:
    """What a question asks for; the programme's name should have been taken out of `text`."""
    folded = fold(text)
    first_asked = _AND_WHY.sub("", folded)
    tried = ((kind, form.search(first_asked)) for kind, form in _forms(language))
    fitting = ((kind, at) for kind, at in tried if at and not _is_conjunction(at))
    kind, (first, last) = next(((kind, at.span()) for kind, at in fitting), (None, (0, 0)))
    gathers = bool(_whole(GATHERS[language]).search(folded)) and not asks_whom(folded)
    if gathers and (kind == "agent" or (kind == "person" and _AT_WORK.search(folded))):
        kind = None  # whoever did it is told with what was done
    deeds = bool(_begun(DEEDS[language]).search(folded))
    if kind == "thing" and _TOLD_DEED.search(folded):
        kind = None  # 'what Boise did about water' asks for no thing
    which_city = bool(_WHICH_CITY.search(folded))
    if kind in ("thing", "names", "definition") and which_city:
        kind = None  # 'which Canadian city' asks for no thing that is Canadian
    ahead = bool(_AHEAD.search(folded))
    criterion = bool(_whole(CRITERION[language]).search(folded))
    if criterion and (
        _whole(BY_NUMBER[language]).search(folded) or _HAS_A_DATE.search(folded[:last])
    ):
        kind = None  # 'what number is the one on meetings', 'which criteria have a deadline'
    focus = frozenset() if which_city and kind is None else _focus(folded, first, last, language)
    merits = bool(_MERITS.search(folded))
    return Asking(kind, focus, folded, gathers, which_city, deeds, ahead, criterion, merits)


_AND_WHY = re.compile(r"(?<=\w),? (?:and|y|e) (?:what for|why|how come|por que|para que)\W*$")
"""Asks at the end for the reason too, which is told where what comes first is told, if at all."""
_HAS_A_DATE = re.compile(
    r"\b(?:ha(?:s|ve)|with|mentions?|states?|sets?|gives?|names?|tienen?|tiene|con|fijan?|tem|com"
    r"|fixam?) (?:an?|any|un|um|algun) (?:deadline|plazo|prazo)$"
)
"""A deadline that a criterion has, which is not asked for."""
_WHICH_CITY = re.compile(
    r"\bnames? of (?:the|that|a) (?:\w+ )?(?:city|town)\b(?! (?:manager|council|hall))"
    r"|\b(?:which|what) "
    r"(?:(?!(?:is|are|was|were|does|did|do|has|have|can|in|of|at|for|from)\b)[\w-]+ ){0,3}?"
    r"(?:city|town|municipality|place)\b"
    r"(?! (?:halls?|councils?|governments?|managers?|departments?)\b)"
    r"|(?<!lo )\b(?:que|cual|qual) (?:\w+ )?(?:ciudad|municipio|cidade)\b"
    r"|\b(?:cual|qual) (?:es|e|fue|foi|era) (?:la|el|a|o) (?:\w+ )?(?:ciudad|municipio|cidade)\b"
    r"|\bse (?:llama|chama)(?:ba|va)? (?:la|el|a|o|esa|essa) (?:\w+ )?(?:ciudad|municipio|cidade)\b"
)
"""Asks which one city it is; 'which city hall' asks for no city."""


def asks_whom(folded: str) -> bool:
    """Whether it is asked to whom something is done, not who did a thing: 'who do we write to?'."""
    return bool(_WHOM.search(folded))


_WHOM = re.compile(
    r"\bwhom?(?: else)? (?:do|does|did|should|can|could|must|would|shall|may) "
    r"(?:we|i|you|one|they|he|she|it|my|our|your|an?|the)\b"
    r"|\b(?:a|con|para|com|de) (?:quien|quem) (?:debemos|debo|podemos|puedo|hay que|tenemos que"
    r"|devemos|devo|posso|temos que|falo|falamos|escribo|escribimos|contact\w+)\b"
)


def _is_conjunction(found: re.Match[str]) -> bool:
    """Whether it is a 'when' that only says at which time what is asked for came about."""
    if found[0] not in ("when", "cuando", "quando"):
        return False
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(_ASKED_BEFORE.search(before) or _ASKED_AFTER.match(after))


_ASKED_BEFORE = re.compile(
    r"(?:\b(?:how|what|which|who|whose|why|where|names? of)\b"
    r"|^(?:is|are|was|were|do|does|did|has|have|can)\b)[^?.;]*"
    r"(?<!\band)(?<!\bor)(?<!,)(?<!\bsay)(?<!\bknow)(?<!\bof) $"
)
_ASKED_AFTER = re.compile(
    rf" {NO_VERB_FIRST}[^?,;]{{3,80}},"
    r"\W+(?:and )?(?:how|what|which|who|whose|where|why|cuant|que|cual|quien|donde|quant|qual|quem"
    r"|onde)"
)
"""'When covid hit, how many …': what is asked follows the clause."""


@lru_cache(maxsize=3)
def _forms(language: Language) -> Sequence[tuple[Kind, re.Pattern[str]]]:
    """The forms of each kind; more of them than `re` keeps by itself are in use."""
    return [(kind, _whole(form)) for kind, form in KINDS[language]]


@lru_cache(maxsize=256)
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{form})(?!\w)")


@lru_cache(maxsize=8)
def _begun(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{form})")


def _focus(folded: str, first: int, last: int, language: Language) -> frozenset[str]:
    """The words that name what is asked for, after the words of the kind, from `first` to `last`.

    A 'who' or 'que' before or after those may stand for what is spoken of.
    """
    form = _whole_focus(language)
    found = form.search(folded, first)
    if found and last and found.start() > last:
        found = None
    words: list[str] = []
    for word in found[1].split() if found else ():
        if (
            word in _STOP
            or is_function_word(word, language)
            or _NOT_COUNTED.fullmatch(word)
            or len(words) == MAX_FOCUS
        ):
            break
        if language == "en" and words and _PEOPLE.fullmatch(word):
            return frozenset()  # 'homeless people' are people
        words.append(word)
        if _PEOPLE_FIRST.fullmatch(word):
            break
    if language == "en" and (owned := _OWNED_SIZE.search(folded)):
        words = [owned[1]]
    return frozenset(word for word in words if not _KIND_WORD.fullmatch(word))


@lru_cache(maxsize=3)
def _whole_focus(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){FOCUS[language]}((?: [\w'-]+){{1,4}})")


_EXPANSION = re.compile(
    r"\b(?:stands? for|short for|abbreviat\w+|acronym|initials)\b|\w \([A-Z][A-Za-z]*[A-Z]\w*\)"
    r"|\b[A-Z]{2,}\w*,? (?:the|or|that is,?) [A-Z]\w+ \w+"
)
"""Tells what letters stand for: 'the high council for technology (ICT)'."""
_OWNED_SIZE = re.compile(
    r"^how (?:big|large|small|high|fast|tall|wide|deep|heavy) (?:is|are|was|were|will|did|does)"
    r" [\w -]+'s (?:[\w-]+ )??([\w-]+)\W*"
    r"(?:$|(?:in|at|by|when|go|get|be|become|since|after|before)\b)"
)
"""How big something of someone's is: 'how high will the city's water bills go'."""
_AHEAD = re.compile(
    r"\b(?:tomorrow(?!['’]s)|upcoming|the coming|next (?:round|year|month|week|assessment|call"
    r"|deadline|award)|tonight|will (?:\w+ ){1,3}(?:keep|lose|hold|get|become|reach|rise|fall)"
    r"|when do(?:es)? .*\b(?:expire|run out|lapse|end)|(?:cuando|quando) (?:vence|caduca|expira)"
    r"|proxim[oa]s?|manana|amanha|when (?:will|is) .*\b(?:open|start|begin|due|deadline)\w*"
    r"|when will|by (?:what|which) (?:year|date|day|month)|in how many (?:years|months) will)\b"
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|plans?|planned|due|scheduled|is to|are to|upcoming|until 20\d\d|through 20\d\d"
    r"|20(?:2[7-9]|[3-9]\d)|prev[eé]\w*|planea\w*)\b"
)


def looks_ahead(text: str) -> bool:
    """Whether a sentence speaks of what was still to come."""
    return bool(_LOOKS_AHEAD.search(text))


def without_reports(text: str) -> str:
    """A sentence without the words that say when and by whom it was told."""
    return _REPORTED.sub(" ", text)


_AWARD_WORD = re.compile(
    r"certif\w+|awards?|awarded|levels?|silver|gold|platinum|announced|received|earned|holds?|held"
    r"|reached|belonged|joined|brought|took|number|count|total|every|which|first|new|newly|one"
    r"|group|round|among|reported|according|since|cities|city|works?|second|third|reports?|calls?"
    r"|called|follows"
)


@lru_cache(maxsize=16384)
def is_award(text: str) -> bool:
    """Whether a sentence does no more than to say who was certified, when and at what level."""
    told = [w for w in re.findall(r"(?<![\w.])[a-z][a-z-]{3,}", text) if w not in _STOP]
    award = [word for word in told if _AWARD_WORD.fullmatch(word)]
    is_on_one = not set(award) <= _OF_ANY_LIST
    return is_on_one and len(award) > 1 and len(told) - len(award) <= 2


_OF_ANY_LIST = frozenset("city cities number which work works".split())
"""Words of awards that alone make none: 'Five cities … have an app'."""


@lru_cache(maxsize=16384)
def tells_deed(text: str) -> bool:
    """Whether a sentence may tell what was done, not only how things are."""
    return bool(_DEED_TOLD.search(text))


_DEED_TOLD = re.compile(
    r"\b(?:\w{3,}ed|took|drew|built|made|set|began|put|cut|gave|ran|won|found|brought|held|sent|bought"
    r"|taught|wrote|rose|fell|grew|went|led|met|kept|chose|spent|us(?:es|ing)|data)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def defines(text: str) -> bool:
    """Whether a sentence says what a thing is."""
    return bool(_DEFINITION.search(text))


def holds(asking: Asking, text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence holds the kind of thing asked for, and not only what the question gave.

    Args:
        known: names, folded, that are no news in this programme: its own and those of places.
    """
    match asking.kind:
        case None | "thing" | "quality":
            return True
        case "number" | "share" if _CHANGED.search(asking.given) and not _CHANGE.search(text):
            return False
        case "number" | "share" if _BEFOREHAND.search(asking.given) and not _FORMER.search(text):
            return False
        case "number" if _HOW_MANY.search(asking.given) and _SUM.search(text):
            counts = _SUM.sub(" ", text)
            return _new_number(asking, counts) or bool(_COUNT_WORDS.search(counts))
        case "number" | "share":
            return _new_number(asking, text) or bool(_COUNT_WORDS.search(text))
        case "money":
            paid = bool(_MONEY.search(text)) and _new_number(asking, text)
            return paid or bool(_FREE.search(text))
        case "date":
            told = without_reports(text)
            return any(fold(m[0]) not in asking.given for m in _DATE.finditer(told))
        case "duration":
            still = _SO_FAR.search(asking.given) and _SINCE.search(text)
            between = _HOW_LONG.search(asking.given) and _BETWEEN.search(text)
            return bool(still or between or _SPAN.search(text))
        case "person":
            if (who := _WHO_IS.fullmatch(asking.given)) and who["name"] in fold(text):
                return True  # who somebody is, is what is told of them
            # Whoever asks for the holder of an office is not told by another office.
            by_office = not _ROLE.search(asking.given) and _ROLE.search(text)
            names = len(_new_names(asking, text, known))
            # The first word of a sentence is written large, name or not.
            opens = bool(_FULL_NAME.match(text)) and bool(_ROLE.search(text))
            return names + opens > 1 or bool(by_office)
        case "agent":
            return bool(_ACTOR.search(text)) or bool(_new_names(asking, text, known))
        case "names" if _LISTING.search(text):
            return True
        case "organisation" | "names":
            return bool(_new_names(asking, text, known))
        case "expansion":
            return bool(_EXPANSION.search(text))
        case "cities":
            return bool(_NAME.search(text))
        case _:
            return bool(_OTHERS[asking.kind].search(text))


def expands(asking: Asking, text: str) -> bool:
    """Whether a sentence has letters that are asked about, in brackets after their words."""
    told = re.findall(r"\w \(([A-Z][A-Za-z]*[A-Z]\w*)\)", text)
    return any(re.search(rf"\b{re.escape(fold(own))}\b", asking.given) for own in told)


_WHO_IS = re.compile(
    r"\W*(?:and )?(?:who(?:'s|’s| is| was)|quien (?:es|era|fue)|quem (?:e|era|foi))"
    r" (?P<name>[\w.'’-]+(?: [\w.'’-]+)+?)\W*"
)
"""Asks who somebody is that is named in full."""
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Þ](?!\w*['’]s )[\w’'.-]+ ){2,3}[a-z]")
"""Begins with two or three words that are written as names: 'Simone Brody was …'."""
_SO_FAR = re.compile(
    r"\b(?:how long (?:has|have|is|are)|(?:desde )?hace cuanto|ha quanto"
    r"|cuanto tiempo (?:hace|lleva)|quanto tempo (?:faz|ha))\b"
)
_HOW_LONG = re.compile(r"\bhow long\b|\bcuanto (?:tiempo|dur)|\bquanto (?:tempo|dur)")
_A_MONTH = rf"(?:{'|'.join(MONTHS)})"
_BETWEEN = re.compile(
    r"\b(?:19|20)\d\d\b[^.;]*\b(?:until|till|to)\b[^.;]*\b(?:19|20)\d\d\b"
    rf"|\bfrom \d{{1,2}}(?: {_A_MONTH})? (?:until|till|to) \d{{1,2}} {_A_MONTH}\b",
    re.IGNORECASE,
)
"""A time told by its two ends: 'from 2018 until August 2022', 'from 4 to 9 May'."""
_SINCE = re.compile(r"\bsince (?:\w+ ){0,3}(?:19|20)\d\d\b")
"""How long a thing has been so: 'since 2019'."""
_CHANGED = re.compile(
    r"\b(?:how (?:much|far|many) (?:did|has|have|do|does) .*\b(?:f[ae]ll(?:en)?|drop(?:ped)?"
    r"|declined?|decreased?|narrow(?:ed)?|widen(?:ed)?"
    r"|clos(?:e|ed) the|ris(?:e|en)|gr[eo]wn?|go(?:ne)? (?:up|down)|c[ao]me down|improved?"
    r"|increased?|shr[iu]nk)"
    r"|cuanto (?:ha |han )?(?:baj|ca[iy]|sub|crec|aument|disminu|reduj|mejor)\w+"
    r"|quanto (?:cai|sub|cresc|aument|diminu|reduz|melhor)\w*)"
)
_CHANGE = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|ris(?:e|es|en|ing)|rose|gr[eo]w\w*"
    r"|went"
    r"|cut|came down|down|up|increas\w*|reduc\w*|from|less|fewer|more|lower\w*|higher|than|gained?"
    r"|improv\w*|doubled?|tripled?|times|baj\w*|ca[iíy]\w*|sub\w*|aument\w*)\b",
    re.IGNORECASE,
)
"""A number that tells of a change, where the question asks how much something changed."""
_BEFOREHAND = re.compile(
    r"\b(?:before(?:hand)?|previously|earlier|antes|anteriormente)\W*$", re.IGNORECASE
)
_FORMER = re.compile(
    r"\b(?:before|from|earlier|previous(?:ly)?|former(?:ly)?|used to|had been|against|where"
    r"|replac\w+|instead|once|until|compared|antes)\b",
    re.IGNORECASE,
)
"""Tells of a time before, which a figure of today does not."""
_HOW_MANY = re.compile(r"\b(?:how many|cuant[oa]s|quant[oa]s)\b")
_SUM = re.compile(
    r"(?:US\$|[$€£]) ?\d[\d.,]*(?: (?:million|billion))?"
    r"|\d[\d.,]* (?:(?:million|billion|thousand) )?(?:US )?(?:dollars|pesos|reais|euros)\b",
    re.IGNORECASE,
)
"""An amount of money, which is no count of anything else."""
_ACTOR = re.compile(
    r"\b(?:experts?|officials?|residents?|voters?|students?|committee|council|staff|mayors?"
    r"|managers?|directors?|officers?|teams?|partners?|certifiers|foundations?|universit(?:y|ies)"
    r"|departments?|offices?|units?|task force|governments?"
    r"|cit(?:y|ies) itself|the public)\b",
    re.IGNORECASE,
)
"""Those who do things without being named."""
_LISTING = re.compile(r": \w|“|(?:\b[a-z]+(?: [a-z]+)?, ){2}")
"""Names may be words that have no capital: 'commit, measure, take stock and act'."""
_AGE = re.compile(r"\b(?:aged? \d|\d+ years? old|years of age|ages)", re.IGNORECASE)
_CONTACT = re.compile(
    r"@|\b(?:e-?mail|(?:tele)?phone|contact (?:person|point)|talk to|counterpart|write to"
    r"|[\w-]+\.(?:org|gov|com|net|info|mx|br|ar|co|ca|us))\b",
    re.IGNORECASE,
)
_OTHERS = {
    "clock": _CLOCK,
    "contact": _CONTACT,
    "age": _AGE,
    "reason": _REASON,
    "definition": _DEFINITION,
}
_REPORTER = re.compile(
    r"\b(?:according to|as reported (?:by|in)|reported by|as told by|per) [^,;]*"
    r"|(?:^|(?<=[,;]))[^,;]*\b(?:reported|wrote|says?|said|reports?|writes?)\b"
    r"(?= (?:on|in|of|that)\b|[,.])"
)
"""Who told it, which is not what is told."""
_REPORTED = re.compile(
    r",? (?:as )?(?:reported|told|named|described|said)\b[^,;.]*|,? according to [^,;]*"
    r"|,? as [^,;.]* (?:describes?|says?|reports?|tells?|shows?)\b"
    r"|\b(?:papers?|pages?|items?|reports?|notices?|articles?|news) (?:of|from|with) [^,;.]*?\d{4}"
)
"""When it was told, which is not when it was."""
_CURRENCIES = frozenset({"us", "usd", "eur"})
GATES: frozenset[Kind] = frozenset(
    {
        "number",
        "share",
        "money",
        "date",
        "clock",
        "contact",
        "duration",
        "age",
        "person",
        "agent",
        "organisation",
        "names",
    }
)
"""Kinds that a sentence must hold to answer; the others are told too freely to insist."""
FOCUSED: frozenset[Kind] = frozenset(
    {"number", "share", "money", "names", "person", "thing", "quality"}
)
"""Kinds of which a sentence must also hold a word that names the thing asked for, if one does."""


def _new_number(asking: Asking, text: str) -> bool:
    """Whether a text has a number, not of a date, that the question does not have."""
    given = {value for readings in numbers(asking.given) for value in readings}
    return any(not readings & given for readings in _numbers_of(text))


@lru_cache(maxsize=16384)
def _numbers_of(sentence: str) -> Sequence[frozenset[Decimal]]:
    """The numbers of a sentence that are not of a date."""
    return tuple(numbers(_AGES.sub(" ", DATE.sub(" ", sentence))))


_AGES = re.compile(r"\baged? \d+(?:\s?(?:-|to|and)\s?\d+)?")
"""Whom a thing is for, which is no count of anything."""


def _new_names(asking: Asking, text: str, known: frozenset[str]) -> list[str]:
    """Capitalised words within a text that the question does not have and nobody asks for."""
    told = _NAME_RUN.sub(
        lambda run: " " if _is_mostly_given(run[0], asking.given) else run[0],
        _REPORTER.sub(" ", text),
    )
    folded = (fold(name).removesuffix("'s").removesuffix("’s") for name in _NAME.findall(told))
    return [
        n
        for n in folded
        if n not in asking.given
        and n not in known | _CURRENCIES
        and n not in MONTHS
        and not any(map(str.isdigit, n))  # a thing's, as in 'MyH2O'
    ]


_NAME_RUN = re.compile(r"(?<!^)(?<![.;:] )\b[A-ZÀ-Þ][\w'’&-]+(?: [A-ZÀ-Þ][\w'’&-]+){2,}")


def _is_mostly_given(run: str, given: str) -> bool:
    """Whether a name of several words is the one in the question, told more fully."""
    own = fold(run).split()
    return sum(word in given for word in own) * 2 > len(own)
