"""A question for the tier calculator as a line of tokens, put right where a number is told oddly.

What such a line asks is left to `tier_grammar`.
"""

import re

from assistant.tools.level_names import ANY_TIER, TIERS
from assistant.tools.numerals import numerals
from assistant.tools.tier_amounts import GROUND
from assistant.tools.tier_scale import scale_of
from assistant.tools.tier_versions import mark_eras, mark_years
from assistant.tools.tier_words import has, line_of, strange
from corpus.records import Standard


def token_line(question: str, standard: Standard) -> str | None:
    """The tokens of a question, versions marked; None where it is not for the calculator."""
    scale = scale_of(standard)
    ids = "|".join(own.id for own in standard.criteria)
    if ids and re.search(rf"\b(?:{ids})\b", question, re.I):
        return None  # one criterion is asked about
    question = _WHO_IS_RIGHT.sub("", _NOT_MEANT.sub("", question))
    plain = _DOUBLED.sub(_doubled, numerals(_COUNTED_ITEMS.sub(" ", scale.mark(question).lower())))
    text = mark_years(plain, standard)
    if text is None or _SO_MANY.match(text) or _IN_WHICH_WAY.match(text):
        return None
    text = _ADDED.sub(r"\g<gap> ADD ", _MISSES.sub(r"missed \g<n> ", text))
    line = _told_outcome(_unrounded(mark_eras(line_of(text, scale), standard)))
    line = _SHORT_OF_WHAT.sub("MISSING NEXT", line)
    return None if _is_about_cities(line) or _grows(line) else line


def _grows(line: str) -> bool:
    """Whether it gives more per cent than all there are, and nothing that criteria go by."""
    shares = re.findall(r"(?<!\S)(\d+(?:\.\d+)?)%", line)
    more = any(float(own) > _ALL for own in shares)
    return more and bool(strange(line)) and not has(line, "CRITERIA", *GROUND)


_ALL = 100


_NOT_MEANT = re.compile(
    r"(?<=\d),? (?:(?:and|y|e) )?(?:not|no|não|instead of|rather than|en vez de|em vez de) \d+\b"
    r"(?! (?:met|fulfil|cumpl|atend))"
    r"|,? (?:or|o|ou) (?:are|is|estamos|ficamos) (?:we |it )?(?:just |still |only )?"
    r"(?:one|a|\d+|un[oa]?|uma?) (?:criteri\w+ )?(?:short|away|off|shy)\b",
    re.IGNORECASE,
)
"""A number taken back ('28, not 26'), or a doubt beside the question: 'or are we one short?'."""

_WHO_IS_RIGHT = re.compile(
    r"[,.;:?!]+ *(?:(?:and|so|y|e) )?(?:"
    r"(?:who|which (?:one )?of (?:us|them|you|the two))(?:['’]s| is| has it) (?:it )?"
    r"(?:right|wrong|correct)"
    r"|is (?:he|she|that|it) (?:right|wrong|correct|true)"
    r"|¿?qui[eé]n (?:tiene raz[oó]n|est[aá] en lo cierto)|¿?tiene raz[oó]n"
    r"|quem (?:tem raz[aã]o|est[aá] cert[oa])|(?:ele |ela )?tem raz[aã]o)\W*$",
    re.IGNORECASE,
)
"""Wants what was said before it judged: '… says 29 is gold. Who is right?'."""

_IN_WHICH_WAY = re.compile(
    r"\W*(?:(?:and|so|but) )?how (?:is|are|was|were|will|do|does|did|gets?) .*"
    r"\b(?:(?:check|assess|review|judg|evaluat|validat)\w*|verif(?:y|ies|ied)|mark(?:s|ed))\b"
    r"|\W*c[oó]mo (?:se |nos )?(?:verific|eval[uú]|comprueb|revis|valid|avali|confer)",
    re.IGNORECASE,
)
"""Asks how criteria are looked at, and not what so many are worth."""

_COUNTED_ITEMS = re.compile(r"(?<=\w)-(?=(?:criteri(?:on|a)|items?|points?|box(?:es)?)\b)")
"""Joins a number to what it counts: 'the forty-five-item list'."""

_DOUBLED = re.compile(
    r"\b(?P<n>\d{1,2})\b(?P<gap>[^\d%]{1,60}?)\b(?:doubl(?:e|es|ed|ing)|duplic\w+|dobr(?:ar|amos|ássemos))"
    r" ?(?:that|it|them|this|eso|esto|isso)?(?=\W|$)(?!\W+(?:check|blind|think))"
)
"""A count that is doubled afterwards."""


def _doubled(found: re.Match[str]) -> str:
    return f"{2 * int(found['n'])}{found['gap']}"


_SHORT_OF_WHAT = re.compile(
    r"(?<!\S)(?:\d+|ONE) (?:CRITERIA )?(?:MISSING|LESS) (?:OF |FOR |TO )*WHICH(?: LEVEL)?(?!\S)"
)
"""A number said to be missing to a level that is asked for."""

_SO_MANY = re.compile(
    r"\W*(?:(?:and|but|so|y|e) )?(?:(?:which|cuales|quais) \d+(?! ?(?:levels?|tiers?|nive|%|per))"
    r"|(?:which|what|who|cuales|quais|quienes|quem) (?:are|were|is|was|son|eran|fueron|sao|eram"
    r"|foram) (?:the|l[ao]s|[ao]s) (?:[a-z]+ )?\d+(?: (?!level|tier|nive)[a-z]+)?\W*$)"
    r"|\W*(?:what|que) \d+ criteri\w+ (?:were|was|did|have|had|got|no longer|se|ya|fueron|sairam"
    r"|foram|deixaram)\b"
)
"""'Which two were the last?': so many of something are asked for, not how many criteria are met."""

_MISSES = re.compile(
    r"\b(?:(?:with|have|had|has|con|tenemos|com|temos) )?(?P<n>\d{1,2}) (?:misses|failures|fails"
    r"|noes|negatives|errors|mistakes|errores|fallos|falhas|erros|negativas)\b"
    r"(?! (?:of|away|from)\b)"
)
"""Criteria that are not met, as a noun: 'with 7 misses'."""

_ADDED = re.compile(
    r"(?<=\d)(?=[^\d?]*? )(?P<gap>[^\d?;]{1,40}?)\b(?:(?:have |has |had )?(?:since(?: then)?"
    r"|meanwhile|newly|lately|recently|just)(?: we| have| has| had| then| also)* [a-z]+"
    r"(?: off| up| out)?|since then|meanwhile|desde entonces|desde entao"
    r"|(?:desde entonces|recien|acabamos de|desde entao)(?: [^\W\d]+){1,3}) (?:another |other |the "
    r"|up )?(?=\d{1,2}\b(?! (?:of|short|away|shy|off|below|under|left|missing|to go|more (?:to|for"
    r"|until|and)|criteria (?:short|away|missing))))"
)
"""What was added to a count that was told before: '28, and since then finished 3'."""


def _unrounded(line: str) -> str:
    """The line without what a share in it is said to be rounded to."""
    line = re.sub(r"(?<!\S)([5-9]\d\.\d+)(?!\S)(?! CRITERIA)", r"\1%", line)
    if has(line, "ROUND", "PERCENTAGE"):  # no count has a part
        line = re.sub(r"(?<!\S)(\d+\.\d+)(?!\S)", r"\1%", line)
    if not has(line, "ROUND"):
        return line
    exact = re.search(r"(?<!\S)\d+\.\d+%", line)
    return re.sub(r"(?<!\S)\d+%?(?!\S) ?", "", line) if exact else line


def _told_outcome(line: str) -> str:
    """The line without the change, where what comes of it is told: 'with 5 more we'd have 34'."""
    if not re.search(r"OUTCOME \d", line):
        return line.replace("OUTCOME", "WE HAVE")
    line = re.sub(r"(?<!OUTCOME )(?<!OF )(?<!\S)(?:\d+|ADD|LOSE|MORE|NEXT|ONE)(?!\S) ?", "", line)
    return line.replace("OUTCOME", "WE HAVE")


def _is_about_cities(line: str) -> bool:
    """Whether it asks for cities, persons or reasons, not for a level."""
    cities = rf"HOWMANY (?:OF |THE |{ANY_TIER} |CERTIFIED )*CITIES"
    others = has(line, "CITIES") and not has(line, "CRITERIA", "MEET", "LEVEL")
    did = has(line, "DID") and not (
        has(line, "WE")
        or re.search(r"DID (?:(?:THE|EACH|CITY|ERA\d) )*(?:NEED|TIER)", line)
        or re.search(
            r"\d%? .*; WHICH (?:LEVEL )?DID REACH(?= ;|$)", line
        )  # by a city that is supposed
    )
    why = has(line, "WHY") and not (has(line, *TIERS) and re.search(r"\d", line))
    other = re.search(r"HOWMANY OF (?:THE )?FIRST \d|WHEN DID (?!WE)", line)
    return bool(other or re.search(cities, line)) or others or did or why or has(line, "WHO")
