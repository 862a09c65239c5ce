"""What an answer must tell besides the kind of thing asked for: of whom, how often, and of when.

'How many people' is not told by minutes, 'how much a year' not by a sum of no time, and a share of
2023 is none of 2020. Each of these holds for any question of its form, and so rules a sentence out.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.asking import COUNT_FORMS, GATES
from assistant.asking_words import Kind
from assistant.coverage import RELATED, SAME, term_set
from assistant.figures import DATE
from assistant.folding import fold
from assistant.framings import leans
from assistant.questions import ContentTerm, ReadQuestion
from index.function_words import FUNCTION_WORDS
from index.lexicon import term, words
from index.synonyms import LANGUAGE, plain_spoken
from index.word_vectors import WordVectors

_PEOPLE_ASKED = re.compile(
    r"\bhow many (?:of the |of its |of their )?(?:[\w-]+ )?(?:people|ppl|persons|folks|residents"
    r"|citizens|inhabitants|locals|voters)\b"
    r"|\bhow many (?:[\w']+ ){0,8}?(?:turned? (?:up|out)|voted?|took part|showed up"
    r"|went to the polls)\b",
    re.IGNORECASE,
)
_CITIES_ASKED = re.compile(
    r"\bhow many (?:of the |other |more )?(?:[\w-]+ ){0,3}?"
    r"(?:cities|municipalit(?:y|ies)|towns|places|local governments)\b",
    re.IGNORECASE,
)
_OPINION_ASKED = re.compile(
    r"\bhow many (?:of the |of its )?(?:people|residents|citizens|inhabitants|locals)\b.*"
    r"\b(?:feel|felt|think|thought|say|said|believed?|trust(?:ed)?)\b",
    re.IGNORECASE,
)
"""Asks of a population what a share of it tells as well: 'how many people feel safe?'."""
GENERAL = frozenset(
    """people ppl persons folks residents citizens inhabitants locals year years date month day
    number amount share percentage cost costs pay paid money price less""".split()
)
"""What is counted or asked for, which says nothing of whose it is."""
_FINDING_ASKED = re.compile(
    r"^what (?:did|do|does|have|has) .*"
    r"\b(?:say|said|find|found|show|shown|answer|reveal|tell|think|learn)\b",
    re.IGNORECASE,
)
_SAYER = re.compile(
    r"^(?:what|how) (?:did|does|do|has|have) (?:the |its |their )?([\w-]+)(?: (?:of|in|at) .*)?"
    r" (?:say|said|think|feel|comment|tell|react|respond)\b",
    re.IGNORECASE,
)
"""Asks what one sort of people said, which others' words do not tell."""
_FINDING = re.compile(
    r"\b(?:sa(?:y|ys|id)|f(?:i|ou)nds?|show(?:s|ed|n)?|saw|learn\w*|told|answered|reveal\w*|credit\w*"
    r"|went|rose|fell|better|more|less|fewer)\b|%",
    re.IGNORECASE,
)
"""What was found or said, and not only that it was looked for."""
_VOTES_ASKED = re.compile(
    r"\bhow many (?:of the |of its )?(?:\w+ )?(?:felt|thought|say|said|voted (?:for|against|yes|no"
    r"|in favou?r))\b",
    re.IGNORECASE,
)
"""The same of those who are not named: 'how many said yes?'."""
_FEW_ASKED = re.compile(
    r"^(?:which|what(?:'s| is| are| was| were)?(?: the)?)"
    r" (?:two|three|four|five|six|seven|eight|nine|ten|\d+) ",
    re.IGNORECASE,
)
_EXTREME_ASKED = re.compile(
    r"\b(?:which|who)\b(?:(?! (?:level|city|cities|place|places)\b)[^,.;?]){1,60}?"
    r"\b(?:gets?|got|has|have|had|is|are|was|were|saw|sees|took|takes|receives?d?) (?:the )?"
    r"(?:very )?(?:most|least|fewest|biggest|largest|smallest|highest|lowest|greatest|worst"
    r"|best)\b",
    re.IGNORECASE,
)
"""Asks which of several comes first or last: 'which commune gets the most?'."""
_MODEL_ASKED = re.compile(r"\W*whose (?:example|model|lead|footsteps)\b", re.IGNORECASE)
_MODEL = re.compile(
    r"\b(?:ideas?|examples?|models?|modell?ed|inspir\w+|follow\w*|learn\w*|cop(?:y|ied)"
    r"|based on)\b",
    re.IGNORECASE,
)
"""Says from whom a thing was taken over."""
_EXTREME = re.compile(
    r"\b(?:most|least|fewest|top|first|last|lead\w*|rank\w*|more|less|fewer|than|\w{3,}est|worst"
    r"|highly|ahead|alone)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r":|,[^,]+(?:,| and )|[\w)] and \w")
"""Several things told one after the other."""
_PEOPLE = re.compile(
    r"\b(?:people|persons?|residents?|citizens?|inhabitants?|population|users?|customers?|members?"
    r"|participants?|students?|pupils?|children|adults?|youths?|women|men|girls?|boys?|famil(?:y|ies)"
    r"|households?|patients?|tenants?|voters?|drivers?|workers?|employees|staff|officials?|officers?"
    r"|experts?|stakeholders?|visitors?|uses|contributors?|victims?|deaths?|lives|homicides?|arrests?"
    r"|graduates?|respondents?|ballots?|votes|turnout|owners?|clients?|volunteers?|managers?|evictions?)\b",
    re.IGNORECASE,
)
_CITIES = re.compile(
    r"\b(?:cit(?:y|ies)|municipalit\w+|towns?|places?|governments?|counties|communities|members?"
    r"|certif\w+|level|silver|gold|platinum|applica\w+|applied|assessments?)\b",
    re.IGNORECASE,
)
_SHARE_ASKED = re.compile(r"\b(?:percent\w*|per cent|share|proportion|fraction|portion)\b", re.I)
_SHARE = re.compile(
    r"%|\bper cent\b|\b(?:half|halved|thirds?|quarters?|fifths?|twice|doubled|tripled|none|all)\b"
    rf"|(?:\d|{COUNT_FORMS}) (?:in|of|out of) (?:the )?"
    r"(?!(?:19|20)\d\d\b)(?:\d|two|three|four|five|six|seven|eight|nine|ten)",
    re.I,
)
"""A part of something, which a year is not: 'as reported in 2025'."""
_INTEREST = re.compile(r"\b(?:what|rate of|an?|the) interest\b|\binterest rate", re.IGNORECASE)
"""What is paid for a loan."""
_RATE_ASKED = re.compile(
    r"\b(?:each|every|per|a) (?:day|week|month|year)\b|\b(?:dai|week|month|year|annual)ly\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:an?|each|every|per|once|in one|any) (?:\w+ )?(?:day|week|month|quarter|year)\b"
    r"|\b(?:dai|week|month|quarter|year|annual)ly\b|\bannual\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_EACH_ASKED = re.compile(
    r"\bper (?!cent\b|year\b|month\b|week\b|day\b|hour\b|annum\b)[a-z]+|\bapiece\b|\ba head\b",
    re.IGNORECASE,
)
"""Asks what comes to one of several: 'per house'."""
_EACH = re.compile(r"\b(?:per|each|every|apiece|average|mean|a head)\b", re.IGNORECASE)
_COST_ASKED = re.compile(
    r"\b(?:costs?|pa(?:y|id|ys)|prices?|spen[dt]|bill|charged?)\b", re.IGNORECASE
)
_GAIN_ASKED = re.compile(r"\b(?:sav|gain|w[io]n|won|earn|get|got|receiv|worth)\w*\b", re.IGNORECASE)
_GAIN = re.compile(r"\b(?:sav(?:ed|es|e|ings?)|w[io]ns?|won|prizes?|earn(?:s|ed))\b", re.IGNORECASE)
_OUTLAY = re.compile(
    r"\b(?:cost\w*|spen[dt]\w*|invest\w*|pa(?:y|id|ys)\w*|bonds?|budgets?|fund\w*|prices?|fees?"
    r"|charg\w*|bought|purchas\w*|grants?|financ\w*|fines?)\b",
    re.IGNORECASE,
)
_DEED = re.compile(r"\bwho (?:else |first |also |\w{3,}ly )?([\w'-]+)")
DOERS: frozenset[Kind] = frozenset({"agent", "organisation"})
"""Kinds of those of whom a deed is told."""

TOLD_OF: frozenset[Kind] = frozenset({"number", "share", "money", "date"})
"""Kinds of which many are told of a place."""

RATED: frozenset[Kind] = frozenset({"number", "money"})
"""Kinds that may be asked for by the day or the year."""

_YEARS = re.compile(
    r"\b(?P<since>since|from|after)? ?(?P<first>(?:19|20)\d\d)(?: ?[-–] ?| (?:to|and|until|till) )?"
    r"(?P<last>(?:19|20)\d\d)?\b",
    re.IGNORECASE,
)


_UNITS = ("minute", "hour", "day", "week", "month", "year")
"""Of time, the shorter first; what is asked in one may be told in the next."""

_UNIT_ASKED = re.compile(rf"\bhow many ({'|'.join(_UNITS)})s\b", re.IGNORECASE)
_MEASURE = re.compile(
    rf"(?:{'|'.join(_UNITS)})s?|dollars?|pesos?|reais|us|usd|km|miles?|metres?|square|feet|gallons?"
    r"|tons?|percentage|points?|kilograms?|litres?|times|%(?! of\b).*",
    re.IGNORECASE,
)
"""What a number measures, which then counts nothing else."""


COUNTS = 0.45
"""Cosine of words from which a number beside the one may count the other."""


@lru_cache(maxsize=16384)
def counted(text: str) -> Sequence[tuple[str, bool, str]]:
    """The words around each number of a sentence that is not of a date, and whether it is bare.

    With them comes the word right after it.

    A bare number has no thing of its own after it, as in 'more than 100 of 275 were digital'.
    """
    plain = DATE.sub(" ", text)
    found = []
    for number in _COUNTED.finditer(plain):
        if _OF_A_NAME.search(plain[: number.start()]):
            continue
        before, after = plain[: number.start()].split(), plain[number.end() :].split()
        near = " ".join([*before[-BEFORE:], *after[:AFTER]])
        if len(after) > 2 and _TO_ANOTHER.match(" ".join(after[:2])):
            after = after[2:]  # '40 to 20 minutes'
        following = after[0].strip(".,;:)") if after else ""  # 'us' is no 'US'
        share = following.startswith("%")
        bare = not share and (not following or following in _NO_THING)
        found.append((near, bare, " ".join(after[:2]) if share else following))
    return tuple(found)


_OF_A_NAME = re.compile(r"(?<=\w )[A-Z][a-z]{2,} $")
"""Before a number that is part of a name, as in 'Local Law 222'."""
_TO_ANOTHER = re.compile(r"(?:to|and|or|-|–) \d")
BEFORE, AFTER = 4, 5
"""How many words around a number may name what it counts."""

_COUNTED = re.compile(
    rf"\d[\d.,]*(?: (?:million|billion|thousand|mil|millones|milh[õo]es))?|{COUNT_FORMS}", re.I
)
_NO_THING = FUNCTION_WORDS["en"] | FUNCTION_WORDS["es"] | FUNCTION_WORDS["pt"]


_MANY = re.compile(r"\bhow many\b|\bcu[aá]nt[ao]s\b|\bquant[ao]s\b", re.IGNORECASE)


_MUCH = re.compile(r"\bhow much\b", re.IGNORECASE)
_MASS = re.compile(
    r"(?:cubic |square )?(?:gallons?|tons?|tonnes?|kilograms?|litres?|liters?|acres?|feet|metres?"
    r"|miles?"
    r"|hectares?|km|kw|mw|pounds?)",
    re.IGNORECASE,
)
"""What things are measured by that are not counted."""


def counts(question: ReadQuestion, text: str, word_vectors: WordVectors) -> bool:
    """Whether one of the numbers of a sentence may count the things that are asked for.

    A number without a thing of its own beside it counts what else the sentence names.
    """
    if _OPINION_ASKED.search(question.told) and "%" in text:
        return names(question.terms, text, word_vectors)
    focus = [t for t in question.terms if t.is_focus]
    told = [(near, bare) for near, bare, unit in counted(text) if _may_count(unit, question.told)]
    if not _tells_the_part(question, text, word_vectors, _OF_A_PART):
        return False
    if not focus or not counted(text):
        return True
    if any(names(focus, near, word_vectors, least=COUNTS) for near, _ in told):
        return True
    if _MUCH.search(question.told) and any(_MASS.fullmatch(u) for _, _, u in counted(text)):
        return names(focus, text, word_vectors, least=SAME)  # 'six million gallons a day' of water
    return any(bare for _, bare in told) and names(focus, text, word_vectors, least=SAME)


_OF_A_PART = re.compile(
    r"\bhow many of (?:them|those|these|the|its|their|his|her)\b(?P<what>[^(?,;]+)", re.IGNORECASE
)
_OF_ALL = re.compile(
    r"\bof (?:all )?(?:the|those|these|its) [^?;]{3,60}?, how many\b(?P<what>[^(?,;]+)",
    re.IGNORECASE,
)
"""Tells first how many there are in all, or that they are: 'Of all the trees, how many died?'."""


_CLAUSE = re.compile(r"[,;:](?=\s)")


def _tells_the_part(
    question: ReadQuestion, text: str, word_vectors: WordVectors, form: re.Pattern[str]
) -> bool:
    """Whether a clause with a number has what is said of a part that is counted, if one is."""
    part = _last_of_a_part(question, form)
    return part is None or any(
        names([part], clause, word_vectors) for clause in _CLAUSE.split(text) if counted(clause)
    )


def _last_of_a_part(question: ReadQuestion, form: re.Pattern[str]) -> ContentTerm | None:
    """What is said of a part that is counted: 'jobs', in 'how many of them got jobs'."""
    part = form.search(question.told)
    said = words(part["what"].lower()) if part else []
    own = {t.word.lower(): t for t in question.terms if not (t.is_name or t.word[0].isdigit())}
    last = next((own[word] for word in reversed(said) if word in own), None)
    return last if last and last.word.lower() not in GENERAL else None


def _may_count(unit: str, asked: str) -> bool:
    """Whether a number with this word after it may count things; a measure only if asked for."""
    if not _MANY.search(asked):
        return True
    return not _MEASURE.fullmatch(unit) or unit.lower().rstrip("s") in asked.lower()


def names(
    asked: Sequence[ContentTerm], text: str, word_vectors: WordVectors, *, least: float = RELATED
) -> bool:
    """Whether a text names one of the things that are asked for, in these or other words."""
    if not asked:
        return False
    own = term_set(text, LANGUAGE)
    if any(t.term in own or not t.also.isdisjoint(own) for t in asked):
        return True
    return bool(word_vectors.nearest([t.word for t in asked], [text]).max() >= least)


def telling(question: ReadQuestion) -> frozenset[str]:
    """The terms of which an answer or its headings must hold one; none if they are too few."""
    if question.asking.kind not in TOLD_OF:
        return frozenset()
    own = [t.term for t in question.terms if t.word.lower() not in GENERAL]
    return frozenset(own) if len(own) > 1 else frozenset()


def meets(question: ReadQuestion, text: str, word_vectors: WordVectors) -> bool:
    """Whether a sentence tells what a question in English asks besides its kind."""
    kind = question.asking.kind
    if _FINDING_ASKED.search(question.told) and not _FINDING.search(text):
        return False
    if (sayer := _SAYER.search(question.told)) and (
        own := [t for t in question.terms if t.word.lower() == sayer[1].lower()]
    ):
        return names(own, text, word_vectors)
    if kind == "thing" and _FEW_ASKED.search(question.told) and not _LISTED.search(text):
        return False
    if kind == "thing" and not _tells_which(question, text, word_vectors):
        return False
    if _MODEL_ASKED.match(question.told) and not _MODEL.search(text):
        return False
    if _EXTREME_ASKED.search(question.told) and not _EXTREME.search(text):
        return False
    if kind not in GATES:
        return True
    if kind == "duration" and not _tells_how_often(question, text, word_vectors):
        return False
    asked = _OPINION_ASKED.search(question.told) or _VOTES_ASKED.search(question.told)
    opinion = bool(asked) and "%" in text
    if kind == "number" and not _tells_the_part(question, text, word_vectors, _OF_ALL):
        return False
    people = kind == "number" and bool(_PEOPLE_ASKED.search(question.told))
    if people and not (opinion or _counts(_PEOPLE, text)):
        return _counts_the_others(question, text, word_vectors)
    if kind == "number" and _CITIES_ASKED.search(question.told) and not _counts(_CITIES, text):
        return False
    if kind in DOERS and (deed := _deed(question)) and not names(deed, text, word_vectors):
        return False
    if (unit := _UNIT_ASKED.search(question.told)) and not _told_in(unit[1].lower(), text):
        return False
    if kind == "share" and _INTEREST.search(question.told) and not _INTEREST.search(text):
        return False
    if kind == "share" and _SHARE_ASKED.search(question.told) and not _SHARE.search(text):
        return False
    if kind in RATED and _EACH_ASKED.search(question.told) and not _EACH.search(text):
        return False
    if kind == "money" and _asks_cost(question.told) and _tells_gain(text):
        return False
    if kind in RATED and _RATE_ASKED.search(question.told) and not _RATE.search(text):
        return False
    return kind == "date" or not of_other_years(question.told, text)


def _tells_how_often(question: ReadQuestion, text: str, word_vectors: WordVectors) -> bool:
    """Whether a sentence has the last word of a question how often a thing is done, if it is one.

    'How often is the dashboard refreshed?' is not told by how often residents are asked.
    """
    if not _HOW_OFTEN.search(question.told) or leans(question.told):
        return True
    own = {t.word.lower(): t for t in question.terms if not (t.is_name or t.is_beside)}
    last = next((own[w] for w in reversed(words(question.told.lower())) if w in own), None)
    return last is None or names([last], text, word_vectors)


_HOW_OFTEN = re.compile(r"\bhow (?:often|frequently|regularly)\b", re.IGNORECASE)


def insists(question: ReadQuestion) -> bool:
    """Whether a sentence that tells not what is asked besides its kind answers in no case."""
    return question.asking.kind in TOLD_OF | {"cities"} or bool(
        _EXTREME_ASKED.search(question.told)
    )


def _asks_cost(asked: str) -> bool:
    """Whether it is asked what a thing costs, and not what it brings."""
    return bool(_COST_ASKED.search(asked)) and not _GAIN_ASKED.search(asked)


def _tells_gain(text: str) -> bool:
    """Whether the money a sentence tells of was saved or won, and none of it paid."""
    return bool(_GAIN.search(text)) and not _OUTLAY.search(text)


def _tells_which(question: ReadQuestion, text: str, word_vectors: WordVectors) -> bool:
    """Whether a sentence has the thing that is asked for, and not only as 'the river'."""
    focus = [t for t in question.terms if t.is_focus]
    if not focus:
        return True
    own = frozenset(t.term for t in focus)
    given = frozenset(words(fold(question.told)))
    told = words(text)
    places = [n for n, word in enumerate(told) if term(word, LANGUAGE) in own]
    if not places:
        return names(focus, text, word_vectors, least=SAME)
    return any(
        told[n][0].isupper() or _says_which(text, told[n]) or not _is_plain(told[:n], given)
        for n in places
    )


def _is_plain(before: Sequence[str], given: frozenset[str]) -> bool:
    """Whether nothing that the question does not have stands before a thing."""
    if before and _VERB.fullmatch(before[-1]):
        return True
    news = [w for w in before if fold(w) not in given and not w[0].isdigit()]
    return not news or news[-1].lower() in FUNCTION_WORDS[LANGUAGE] or fold(before[-1]) in _JOINS


_VERB = re.compile(r"[a-z]{2,}(?<!ic)(?<!s)s")
"""Right before a thing, what is done to it: 'gives schools'; 'analytics tools' are of a sort."""
_JOINS = frozenset("and or the a an of with by its their".split())


def _says_which(text: str, word: str) -> bool:
    """Whether a name, a list or a clause follows a word."""
    return bool(
        re.search(rf"\b{re.escape(word)}(?: ?[:(]| [A-Z\d]| (?:is|are|called|named)\b)", text)
    )


def _deed(question: ReadQuestion) -> list[ContentTerm]:
    """What is said to have been done by whoever is asked for: who 'voted against' it."""
    found = _DEED.search(fold(plain_spoken(question.told)))
    return [t for t in question.terms if found and fold(t.word) == found[1]]


def _told_in(unit: str, text: str) -> bool:
    """Whether a sentence tells a time in a unit of time or one next to it; an age is no time."""
    at = _UNITS.index(unit)
    near = "|".join(_UNITS[max(0, at - 1) : at + 2])
    return bool(re.search(rf"\b(?:{near})s?\b(?! (?:old|of age))", text, re.IGNORECASE))


_OR_OTHERS = re.compile(
    r"\b(?:how many|cu[aá]nt[oa]s|quant[oa]s) [\w-]+ (?:or|and/or|o|ou) (?P<others>[\w-]+)", re.I
)


def _counts_the_others(question: ReadQuestion, text: str, word_vectors: WordVectors) -> bool:
    """Whether a number counts what a question names beside people: 'how many people or shops'."""
    found = _OR_OTHERS.search(question.told)
    own = [t for t in question.terms if found and t.word.lower() == found["others"].lower()]
    near = (near for near, _, _ in counted(text))
    return bool(own) and any(names(own, words, word_vectors, least=COUNTS) for words in near)


_SUM = re.compile(r"us|usd|dollars?|pesos?|reais", re.IGNORECASE)
"""What a number is of that counts nobody, whoever is named beside it: '570 million US dollars'."""


@lru_cache(maxsize=16384)
def _counts(what: re.Pattern[str], text: str) -> bool:
    """Whether a number of a sentence stands beside one of such words."""
    return any(what.search(near) and not _SUM.fullmatch(unit) for near, _, unit in counted(text))


def of_other_years(asked: str, text: str) -> bool:
    """Whether years are asked about, and a sentence names none of them."""
    wanted, told = _spans(asked), _spans(text)
    return bool(wanted) and not any(
        first <= until and since <= last for since, until in wanted for first, last in told
    )


_BY_THEN = re.compile(r"\b(?:by|as of) (?:\d+ )?(?:\w+ )?20\d\d\b", re.IGNORECASE)


def tells_other_years(asked: str, text: str) -> bool:
    """Whether years are asked about, and a sentence is of others."""
    return bool(_spans(text)) and of_other_years(asked, text)


@lru_cache(maxsize=16384)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """The years of a text, as spans; what holds since a year is still so.

    What came together by a year, since another, is told of that year.
    """
    spans = []
    summed = _BY_THEN.search(text)
    for found in _YEARS.finditer(text):
        if summed and found["since"]:
            continue
        first = int(found["first"])
        last = int(found["last"] or (2100 if found["since"] else first))
        spans.append((first, max(first, last)))
    return tuple(spans)
