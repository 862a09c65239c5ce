"""Which questions ask about the criteria and practice areas, and what they ask of them.

Which words mean what is left to `criteria_words`; which criterion a topic is of to
`criteria_matching`. What level a number of criteria gives is a tier question, and what cities did
about a criterion is left to the documents.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answers import Language
from assistant.folding import fold
from assistant.geography import find_areas
from assistant.tools.criteria_frames import asks_which, plain, topic_of
from assistant.tools.criteria_lines import Line, read_line, version_of
from assistant.tools.criteria_matching import CriterionFinder
from assistant.tools.criteria_words import AREAS, WORDS, YES_OR_NO
from assistant.tools.former_names import asks_former_name
from assistant.tools.numerals import numerals
from assistant.tools.sentences import sentences
from assistant.tools.tiers import version_of_year, version_with
from assistant.tools.vocabulary import joined
from corpus.records import Standard

Kind = Literal[
    "criterion", "unknown", "area", "areas", "all", "count", "history", "extreme",
    "edition", "term", "changes",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CriteriaQuestion:
    """What is asked about the criteria.

    Attributes:
        kind: `criterion`: what one or several ask; `unknown`: only ids that do not exist; `area`:
            the criteria of practice areas; `areas`: the practice areas; `all`: every criterion;
            `count`: how many criteria or areas; `history`: how many at every time; `extreme`: the
            largest or smallest area; `edition`: which version is or was in force; `term`: since when
            or until when one was; `changes`: what a version changed.
        version: id of the version of the standard.
        named: whether the question names that version.
        criteria: ids asked about, or found by what they are about.
        unknown: ids that do not exist.
        areas: ids of practice areas.
        beside: ids of criteria of other areas that are on the same by their titles.
        found: whether the criteria were found by topic, not named.
        nearest: whether those found are only the nearest there are to what is sought.
        counts_areas: whether practice areas are counted, not criteria.
        claim: the number that the question takes for right.
        smallest: for `extreme`.
        yes_or_no: whether a yes or a no is wanted.
        for_award: whether it is asked if that is needed for a certification or a level.
    """

    kind: Kind
    version: str
    named: bool = False
    criteria: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    found: bool = False
    nearest: bool = False
    counts_areas: bool = False
    claim: int | None = None
    smallest: bool = False
    yes_or_no: bool = False
    for_award: bool = False


_IS_NEEDED = re.compile(
    r"\W*(?:(?:do|does|must|should|is|are) (?!.*\b\d)|(?:tenemos que|necesitamos|hace falta|debemos"
    r"|precisamos|temos que|devemos|e preciso) )"
)
_WHAT_FOR = re.compile(
    r" (?:(?:in order )?to (?:be|become|get|reach|earn|obtain|win|achieve)"
    r" (?:an? |the |our )?(?:certified|certification|certificate|silver|gold|platinum)"
    r"|for (?:an? |the |our )?(?:certification|certificate|silver|gold|platinum)"
    r"|para (?:certificar(?:se|nos)|(?:obtener|lograr|obter|conseguir|ser|la|a) "
    r"(?:la |a |o |el )?(?:certificaci[oó]n|certifica[cç][aã]o|plata|prata|oro|ouro|platino|platina)))"
    r"(?=\W*$)",
    re.IGNORECASE,
)
"""What a thing is asked to be needed for, which all criteria are: '… to be certified?'."""


_OF_PLACES = re.compile(
    r"\b(?:how many|number of|cuant[ao]s|quant[ao]s) (?:\w+ ){0,2}"
    r"(?:cities|places|towns|municipalities|ciudades|municipios|cidades)\b"
)
"""Counts places, whatever they went through: no criteria."""


def read_criteria_question(
    question: str,
    *,
    standard: Standard,
    finder: CriterionFinder,
    language: Language,
    intent: str = "",
) -> CriteriaQuestion | None:
    """What a question asks about the criteria; None if it asks something else.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        finder: finds criteria of the same standard by topic, in the question's language.
        intent: what it is known to ask, such as `topic`.
    """
    bare = _WHAT_FOR.sub("", question) if _IS_NEEDED.match(fold(question)) else question
    for_award, question = bare != question, bare
    text = re.sub(r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b", " ", numerals(question.lower()))
    version, named, text = version_of(text, standard)
    if version is None:
        return None
    line = read_line(text, question, standard)
    asked = CriteriaQuestion(
        "criterion",
        version=version.id,
        named=named,
        criteria=tuple(line.ids),
        unknown=tuple(line.unknown),
        areas=tuple(area.id for area in line.areas),
        yes_or_no=bool(YES_OR_NO.match(" ".join(fold(question).strip(" ¿¡").split()))),
        for_award=for_award,
    )
    if line.areas and asks_former_name(question):
        return None  # which the documents tell, and no list of what an area holds
    if term := _how_long(asked, line, standard):
        return term
    if timed := _every_timed(asked, line, finder):
        return timed
    if framed := _framed(asked, line, standard, finder, question=question, language=language):
        return framed
    if _is_other(line):
        return None
    if line.ids or line.unknown:
        return _named(asked, line, finder, question=question, language=language)
    if line.reading.has("HOW OFTEN"):
        return _timed(asked, line, finder, topic=plain(question), language=language)
    if intent == "topic":
        if version != standard.current:
            return None  # whose criteria are not known one by one
        topic = _topic(line, question)
        found = finder.find(topic, question=question, language=language, sure=False, several=True)
        if found:
            return replace(asked, criteria=found, areas=(), found=True)
        if _SEVERAL.search(line.text):
            return None  # which ones, their words tell
        return _nearest_to(asked, topic_of(question), finder, language=language)
    if intent and _OF_PLACES.search(fold(question)):
        return None
    if intent == "count" and line.reading.unknown and line.reading.has("ABOUT"):
        return None  # of what it is about, there is no count
    if intent:
        line = replace(line, reading=replace(line.reading, unknown=()))
        current = version == standard.current  # whose criteria alone are known one by one
        listed = intent == "area" and line.areas and current
        return (
            _counted(asked, line, standard)
            or _listed(asked, line, standard)
            or (replace(asked, kind="area") if listed else None)
        )
    asked = replace(asked, beside=_beside(line, finder, language=language))
    return (
        _which_version(asked, line)
        or _changes(asked, line, standard, years=re.findall(r"\b20\d\d\b", question))
        or _counted(asked, line, standard)
        or _listed(asked, line, standard)
        or _by_topic(asked, line, finder, question=question, language=language)
    )


def _framed(
    asked: CriteriaQuestion,
    line: Line,
    standard: Standard,
    finder: CriterionFinder,
    *,
    question: str,
    language: Language,
) -> CriteriaQuestion | None:
    """The question which criterion something is of, in whatever words people have for one."""
    if line.ids or line.unknown or asked.named or not asks_which(question):
        return None
    if any((of := version_with(n, standard)) and of != standard.current for n in line.numbers):
        return None
    topic = topic_of(question)
    reading = WORDS.read(topic)
    several = _SEVERAL.search(line.text)  # which ones, their words tell
    if not reading.unknown or several or _ELSEWHERE.search(topic):
        return None
    if reading.has("CITIES", "LEVEL"):
        return None
    return _nearest_to(asked, topic, finder, language=language)


_SEVERAL = re.compile(r"\b(?:criteria|criterios)\b")
"""Asks for more than one criterion."""
_ELSEWHERE = re.compile(
    r"\b(?:how many|how much|appl(?:y|ies|ied|ying)|join\w*|tak(?:e|ing) part|participat\w+"
    r"|eligib\w+|deadlines?|inhabitants|populations?|worth|weigh\w*|benchmarks?|percent\w*"
    r"|(?:what|which) (?:share|proportion|year)|used to|changed (?:in|since)"
    r"|(?:is|was|were|been|got) (?:new|added|removed|dropped|changed)"
    r"|cuant[oa]s?|postular\w*|inscri\w+|elegib\w+|plazos?|habitantes|poblacion|porcentajes?"
    r"|primer[oa]|(?:en|em) que ano"
    r"|anadi\w+|agreg\w+|eliminad\w+|adicionad\w+|acrescentad\w+|removid\w+|cambiado|mudou"
    r"|quant[oa]s?|inscrev\w+|elegiv\w+|prazos?|populacao|porcentage(?:m|ns)|percentua(?:l|is)"
    r"|primeir[oa])\b"
)
"""Asks of taking part, for a number or for what changed when: of that no criterion is."""


def _nearest_to(
    asked: CriteriaQuestion, topic: str, finder: CriterionFinder, *, language: Language
) -> CriteriaQuestion | None:
    near = finder.near(topic, language=language)
    if not near.ids:
        return None
    return replace(asked, criteria=near.ids, nearest=not near.sure, areas=(), found=True)


def speaks_of_criteria(question: str) -> bool:
    """Whether a question has a word for criteria or for a part of the standard."""
    return WORDS.read(numerals(question.lower())).has("CRITERION", "PIECE", "AREA")


def _is_other(line: Line) -> bool:
    """Whether it asks for a level, for cities, or how, when and why."""
    reading = line.reading
    divided = reading.has("GROUPED") and reading.has("CRITERION", "PROGRAMME")
    known = divided or (reading.has("CALLED") and reading.has("AREA"))
    if reading.has("CITIES", "LEVEL") or (reading.has("OTHER") and not known):
        return True
    compares = reading.has("AREA") and reading.has("BIGGEST", "SMALLEST")
    return reading.has("MEET") and not (line.ids or line.unknown or compares)


def _named(
    asked: CriteriaQuestion,
    line: Line,
    finder: CriterionFinder,
    *,
    question: str,
    language: Language,
) -> CriteriaQuestion | None:
    """The question about criteria it names by id.

    What is said before the question may tell how one came to it; other words have to be of what
    the criterion asks.
    """
    if line.numbers or _ASKS_MONEY.search(fold(question)):
        return None
    beside = [word for word in line.reading.unknown if not _HOW_FIRM.fullmatch(word)]
    if len(beside) <= _MOST_BESIDE:
        return asked if asked.criteria else replace(asked, kind="unknown")
    if len(asked.criteria) != 1 or asked.unknown:
        return None
    *said, last = sentences(question)
    rest = WORDS.read(numerals(last.lower()))
    if said and not rest.unknown and _TAKEN_UP.search(fold(last)):
        return asked
    own = finder.is_on(asked.criteria[0], line.reading.unknown, language=language)
    return asked if own and len(line.reading.unknown) <= _MOST_OF_NAMED else None


_HOW_FIRM = re.compile(
    r"(?:un)?(?:reliab|trustworth|accura|authentic|certain|confirm|verif|quot|cit(?:e|ed|ation)|word"
    r"|sourc|text|offici|fiab|confia|texto|fuente|fonte|redac|oficial|cierto|certo|segur)\w*"
)
"""Asks how firmly it is known what a criterion asks, which is told with it."""

_ASKS_MONEY = re.compile(
    r"\b(?:dollars?|usd|amounts?|how much|price|dolares|montos?|cuanto (?:dinero|cuesta)"
    r"|quanto (?:custa|dinheiro))\b"
)
"""Asks for a sum, of which no criterion tells one."""

_TAKEN_UP = re.compile(r"\b(?:it|that|this|one|eso|esto|ese|este|isso|isto|esse|ele|pide|pede)\b")
"""Stands for what was named before."""

_MOST_OF_NAMED = 5
"""So many words may tell what is asked of a criterion that is named."""


def _counted(asked: CriteriaQuestion, line: Line, standard: Standard) -> CriteriaQuestion | None:
    """The question how many there are, at some time, or which area has most."""
    reading = line.reading
    speaks = reading.has("CRITERION", "AREA")
    told = bool(line.areas) and reading.has("CRITERION")  # another word for an area may stand by
    if not speaks or len(reading.unknown) > told or len(line.numbers) > 1:
        return None
    current = asked.version == standard.current.id
    if reading.has("BIGGEST", "SMALLEST") and reading.has("AREA") and current:
        return replace(asked, kind="extreme", smallest=not reading.has("BIGGEST"))
    claim = line.numbers[0] if line.numbers else None
    counts_areas = reading.has("AREA") and not line.areas and _counts_areas(line.text)
    right = version_with(claim, standard) if claim and not counts_areas else None
    if reading.has("CHANGED") and (reading.has("HOWMANY") or right):
        return replace(asked, kind="history") if not (asked.named or line.areas) else None
    if reading.has("HOWMANY") and not reading.has("NEED"):
        if reading.has("EACH") and current:
            return replace(asked, kind="areas")
        if (claim is None or right) and (current or not line.areas):
            return replace(asked, kind="count", counts_areas=counts_areas)
    if claim and asked.yes_or_no and claim > 3 and not reading.has("NEED"):
        return replace(asked, kind="count", counts_areas=counts_areas, claim=claim)
    return None


def _which_version(asked: CriteriaQuestion, line: Line) -> CriteriaQuestion | None:
    """The question which version of the standard is or was in force, told by what it counts."""
    reading = line.reading
    applied = reading.has("IN FORCE") or (reading.has("JUDGED") and asked.named)
    asks = reading.has("EDITION") and applied and reading.has("WHICH")
    other = line.areas or line.numbers or reading.unknown or reading.has("NEED", "CHANGED")
    ours = reading.has("WE") and not reading.has("JUDGED")  # those judged are cities
    if not asks or other or ours or asked.yes_or_no:
        return None
    return replace(asked, kind="edition", named=True)


def _how_long(asked: CriteriaQuestion, line: Line, standard: Standard) -> CriteriaQuestion | None:
    """The question since when, or until when, a version was in force; it may go by its number."""
    reading = line.reading
    counted = version_with(line.numbers[0], standard) if len(line.numbers) == 1 else None
    version = counted.id if counted else asked.version
    named = asked.named or counted or reading.has("CURRENT")
    asks = reading.has("HOW LONG") and reading.has("IN FORCE")
    speaks = reading.has("EDITION", "CRITERION") and not (line.ids or line.unknown or line.areas)
    other = reading.unknown or (line.numbers and not counted)
    if not (asks and speaks and named) or other:
        return None
    if reading.has("NEED", "CHANGED", "WE", "LEVEL", "CITIES", "MEET"):
        return None
    return replace(asked, kind="term", version=version, named=True)


_HOW_OR_DIFFERENCE = re.compile(
    r"\W*(?:how|como|(?:the |la |las |a |as )?(?:differences?|diferen[cç]i?as?))\b"
)


def _changes(
    asked: CriteriaQuestion, line: Line, standard: Standard, *, years: Sequence[str]
) -> CriteriaQuestion | None:
    """The question what a version of the standard changed, that of a year if any is named.

    What differs between the version before and the current one is what that changed.
    """
    reading = line.reading
    version = next(own for own in standard.versions if own.id == asked.version)
    about = asked.named or reading.has("EDITION")
    asked_what = reading.has("WHICH") or bool(_HOW_OR_DIFFERENCE.match(line.text))
    asks = reading.has("CHANGED") and asked_what and not reading.has("HOWMANY", "WE", "CRITERION")
    named = {found.id for year in years if (found := version_of_year(int(year), standard))}
    named |= {standard.current.id} if reading.has("CURRENT") else set()
    named |= {own.id for own in standard.versions[-2:-1]} if reading.has("OLD") else set()
    if named == {own.id for own in standard.versions[-2:]}:
        version, asked = standard.current, replace(asked, version=standard.current.id)
    elif str(version.in_force_from.year) not in (years or [str(version.in_force_from.year)]):
        return None
    if not (asks and about and version.changes) or line.areas or line.numbers or reading.unknown:
        return None
    return replace(asked, kind="changes")


def _counts_areas(text: str) -> bool:
    """Whether it is areas that are counted: 'how many areas', '8 practice areas'."""
    counted = (
        r"\b(?:many|number of|\d+|cuant[oa]s|quant[oa]s|numero de) (?:\w+ ){0,2}?"
        rf"(?:{'|'.join(joined(names) for names in AREAS)})\b"
    )
    return bool(re.search(counted, text))


def _listed(asked: CriteriaQuestion, line: Line, standard: Standard) -> CriteriaQuestion | None:
    """The question for a list: the areas, the criteria of some, or all."""
    reading = line.reading
    if _asks_how_grouped(asked, line, standard):
        return replace(asked, kind="areas")
    asks_what = reading.has("WHICH") and not asked.yes_or_no
    needs = asks_what if reading.has("NEED") else reading.has("EXISTS")
    needed = line.areas and (needs or _asks_of_area(line))
    speaks = reading.has("CRITERION", "AREA") or needed
    if reading.unknown or reading.has("CHANGED") or not speaks:
        return None
    version = next(own for own in standard.versions if own.id == asked.version)
    known = {version.criteria, version.practice_areas, *(a.criteria for a in line.areas)}
    if reading.has("AREA"):
        known |= {area.criteria for area in standard.practice_areas}
    if not known.issuperset(line.numbers):
        return None
    asks_names = reading.has("WHICH", "EXISTS", "ABOUT", "CALLED")
    if reading.has("AREA") and not line.areas and asks_names:
        return replace(asked, kind="areas")
    if version != standard.current:
        return None
    if line.areas:
        return replace(asked, kind="area")
    wants_all = reading.has("WHICH") and reading.has("CRITERION") and not reading.has("NEED")
    return replace(asked, kind="all") if wants_all and not asked.yes_or_no else None


_ON_A_SUBJECT = re.compile(
    r"\b(?:about|on|deal\w*|concern\w*|cover\w*|relat\w+|regard\w*|address\w*|touch\w*|to do with"
    r"|mention\w*|sobre|acerca|trata\w*|abord\w+|relacionad\w+|ver co[nm]|refier\w+"
    r"|referem)\b"
)
"""Asks what is on a subject, and not what belongs to a practice area of that name."""


def _beside(line: Line, finder: CriterionFinder, *, language: Language) -> tuple[str, ...]:
    """Criteria on the subject by which an area is called that belong to other areas."""
    if len(line.areas) != 1 or not _ON_A_SUBJECT.search(line.text):
        return ()
    return finder.titled(line.area_words, language=language, besides=line.areas[0].id)


def _asks_how_grouped(asked: CriteriaQuestion, line: Line, standard: Standard) -> bool:
    """Whether it asks into what the criteria, or those of a version, are divided."""
    reading = line.reading
    version = next(own for own in standard.versions if own.id == asked.version)
    if line.areas or not {version.criteria, version.practice_areas}.issuperset(line.numbers):
        return False
    asks = reading.has("WHICH") or re.match(
        r"\W*(?:how|into|como|en|em|(?:i|we) (?:need|want)|necesit\w+|quier\w+|precis\w+|quer\w+)\b",
        line.text,
    )
    divided = reading.has("GROUPED") and reading.has("CRITERION", "PROGRAMME")
    return divided and bool(asks) and len(reading.unknown) <= (1 if reading.has("AREA") else 0)


def _asks_of_area(line: Line) -> bool:
    """Whether it asks what a practice area is about, or what is in it."""
    asks = re.match(r"[\W]*(?:what|whats|que|o que)\b", line.text)
    lists = re.match(
        r"[\W]*(?:list|name|show|give|enumerate|every|lista|nombr|dame|liste)", line.text
    )
    return bool(lists) or (bool(asks) and line.reading.has("ABOUT"))


def _timed(
    asked: CriteriaQuestion, line: Line, finder: CriterionFinder, *, topic: str, language: Language
) -> CriteriaQuestion | None:
    """The question how often a city must do something, or how far back it counts."""
    reading = line.reading
    if not reading.has("NEED", "PROGRAMME", "CRITERION") or asked.named or line.numbers:
        return None
    if reading.has("CHANGED") and reading.has("EDITION"):
        return None  # 'how often do they rework the standard?'
    near = finder.timed(topic, language=language)
    if not near.ids:
        return None
    return replace(asked, criteria=near.ids, nearest=not near.sure, areas=(), found=True)


_A_TIME = re.compile(
    r"\b(?:(?:sets?|fix(?:es)?|states?|gives?|fijan?|marcan?|fixam?|define[mn]?) )?(?:(?:an?|any|un|uma?"
    r"|una) )?(?:deadlines?|frequenc(?:y|ies)|rhythms?|cadences?|intervals?|schedules?|periodicity"
    r"|time ?(?:limits?|windows?|frames?|periods?)|plazos?|frecuencias?|periodicidad(?:e|es)?"
    r"|ritmos?|intervalos?|prazos?|frequencias?)\b"
)
"""Says of criteria that they tell how often, by when or how far back, whatever they are on."""


def _every_timed(
    asked: CriteriaQuestion, line: Line, finder: CriterionFinder
) -> CriteriaQuestion | None:
    """The question which of all criteria set a time for something."""
    rest, said = _A_TIME.subn(" ", line.text)
    reading = WORDS.read(rest)
    asks = reading.has("CRITERION") and reading.has("WHICH", "EXISTS")
    else_ = reading.unknown or reading.has("OTHER", "CITIES", "LEVEL", "MEET", "CHANGED", "HOWMANY")
    if not (said and asks) or else_ or line.ids or line.unknown or line.areas or line.numbers:
        return None
    found = () if asked.named else finder.every_timed()
    return replace(asked, criteria=found, found=True) if found else None


def _by_topic(
    asked: CriteriaQuestion,
    line: Line,
    finder: CriterionFinder,
    *,
    question: str,
    language: Language,
) -> CriteriaQuestion | None:
    """The question which criteria are about something, if it is clear which are."""
    reading = line.reading
    needs = reading.has("NEED", "EXISTS")
    speaks = (
        reading.has("CRITERION") or (needs and reading.has("THAT ONE")) or _asks_the_standard(line)
    )
    wants = needs or (reading.has("ABOUT") and reading.has("PROGRAMME"))
    if not (speaks and reading.has("WHICH", "ABOUT", "EXISTS", "NEED")) and not wants:
        return None
    if line.numbers or asked.named or reading.has("CHANGED", "HOWMANY"):
        return None
    topic = _topic(line, question)
    if not topic or not reading.unknown:
        return None
    several = bool(_SEVERAL.search(line.text))
    found = finder.find(
        topic, question=question, language=language, sure=not speaks, several=several
    )
    if not found and line.areas and reading.has("EXISTS") and len(reading.unknown) <= _MOST_BESIDE:
        return replace(
            asked, kind="area", found=True
        )  # 'our bus contracts …, is there anything on that'
    if len(found) > 1 and not (reading.has("CRITERION") or needs):
        return None  # what is asked for is not said to be criteria, nor is it one of them
    return replace(asked, kind="criterion", criteria=found, areas=(), found=True) if found else None


def _topic(line: Line, question: str) -> Sequence[str]:
    """The words that tell what a criterion is sought by; not the name of where one asks from."""
    # 'The programme' is this one; programmes are what cities run.
    own = re.findall(r"\bprogram(?:me)?s\b|\bprogramas\b", line.text)
    unknown = line.reading.unknown
    if re.search(r"\bin charge\b", line.text):  # who is so is called a lead
        unknown = ["lead" if word == "charge" else word for word in unknown]
    named = " ".join(question[area.start : area.end] for area in find_areas(question))
    where = set(fold(named).split())  # 'Central America' is no central portal
    return [*(word for word in unknown if word not in where), *line.area_words, *own]


_MOST_BESIDE = 2
"""So many words may stand beside a practice area's name that tell of no criterion."""


def _asks_the_standard(line: Line) -> bool:
    """Whether it asks if or where the standard speaks of something, without naming criteria."""
    reading = line.reading
    if reading.has("PIECE") and reading.has("ABOUT") and reading.has("WHICH", "EXISTS"):
        return True
    if reading.has("PROGRAMME") and reading.has("ABOUT", "EXISTS"):
        return True
    begins = re.match(r"[\W]*(?:does|do|is|are) (?:anything|something|there|any of)\b", line.text)
    return bool(begins) and reading.has("ABOUT") and reading.has("EXISTS")
