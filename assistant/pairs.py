"""Two things asked in one breath, in words that stand for both: each becomes a question.

'The first and the last', 'one … the other', 'the budget of this and of that', 'PA1 and PA3': what
is said of both is said of each.
"""

import re
from collections.abc import Mapping, Sequence

from assistant.answers import Language
from assistant.compounds import ASKS
from assistant.coordination import PlaceSpans
from assistant.folding import fold
from index.lexicon import words

_OPPOSITES: Mapping[Language, str] = {
    "en": "most fewest|most least|biggest smallest|largest smallest|highest lowest|first last"
    "|first latest|earliest latest|oldest newest|longest shortest|fastest slowest|best worst",
    "es": "más menos|mayor menor|primera última|primero última|primero último|primeras últimas"
    "|primeros últimos",
    "pt": "mais menos|maior menor|primeira última|primeiro última|primeiro último"
    "|primeiras últimas|primeiros últimos",
}
_JOINT = (
    r"\W*\b(?:and|or|y|o|e|ou|vs\.?|versus)\s+(?:(?:which|what|who|cu[aá]l(?:es)?|qu[eé]|qua(?:l|is)"
    r"|qui[eé]n(?:es)?|quem)\s+)?(?:(?:ones?|area|is|are|was|were|has|have|had|es|son|fue|fueron|tiene"
    r"|tienen|é|são|foi|foram|tem|têm)\s+)*(?:(?:the|el|la|los|las|o|a|os|as)\s+)?"
)
_HOW_MANY_EACH = re.compile(
    r",?\s+(?:and )?how many (?:is|are|was|were|does|do|has|have) (?:that|those|it|they|each)"
    r"(?: have| of them)?(?=\W*$)",
    re.IGNORECASE,
)
"""Told with whatever has most or least."""


def opposites(text: str, language: Language) -> list[str]:
    """'Which area has the most criteria and which the fewest?' as two questions; else empty."""
    told = {fold(word) for word in words(text)}
    plain = _HOW_MANY_EACH.sub("", text)
    for pair, form in _BOTH_ENDS[language].items():
        found = form.fullmatch(plain) if pair <= told else None
        if found:
            head, mid, rest = found["head"], found["mid"], found["rest"]
            if not rest.lower().startswith(mid.lower()):
                rest = f"{mid}{rest}"
            return [f"{head}{found[which]}{rest}".strip() for which in ("one", "other")]
    return []


def _both_ends(one: str, other: str) -> re.Pattern[str]:
    """Both words of a pair in either order; 'más o menos' is but 'about'."""
    either = f"{one}|{other}"
    return re.compile(
        rf"(?P<head>.*?)\b(?P<one>{either})\b(?! ou? menos\b)(?P<mid>[^,;:?]*?){_JOINT}"
        rf"(?P<other>(?!(?P=one)\b)(?:{either}))\b(?P<rest>.*)",
        re.IGNORECASE,
    )


_BOTH_ENDS: Mapping[Language, Mapping[frozenset[str], re.Pattern[str]]] = {
    language: {
        frozenset(map(fold, pair.split())): _both_ends(*pair.split()) for pair in pairs.split("|")
    }
    for language, pairs in _OPPOSITES.items()
}


APART = 6
"""Letters between what is said of the one and of the other: more than ' and '."""


def one_and_other(text: str, places_in: PlaceSpans, language: Language) -> str:
    """'Cali and Newark: how much did one spend, and the other?' with the places' names in it."""
    places = places_in(text)
    names = [text[place.start : place.end] for place in places]
    if len(names) != 2 or fold(names[0]) == fold(names[1]):
        return text
    if re.match(rf"\W*(?:{ASKS[language]})\b", text, re.IGNORECASE):
        return text  # 'How do Cali and Newark do it, one with votes, the other with police?'
    led = _LED.match(text, places[1].end)
    one, other = (form.search(text, led.end()) if led else None for form in (_ONE, _OTHER))
    if not led or not one or not other or other.start() - one.end() < APART:
        return text  # 'what did it bring the one and the other?'
    said = text[led.end() :]
    return _OTHER.sub(names[1], _ONE.sub(names[0], said, count=1), count=1)


_LED = re.compile(r"(?:\s*[,;:–-]|[^,;:.?!]*:)\s+")
"""Ends what names the two, after which each is named with what is asked of it."""

_ONE = re.compile(
    r"\b(?<!which )(?<!no )(?<!each )(?<!any )(?<!that )(?<!this )(?<!only )(?<!every )"
    r"(?:(?:the )?(?:one|first one|former)(?! (?:of|in|that|who|which|day|year|time)\b)"
    r"|la una|la primera|uma delas|a primeira)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:(?:the )(?:other|second|latter)(?: one| city)?(?! (?:cities|places|towns|one of)\b)"
    r"|la otra|a outra|la segunda|a segunda)\b",
    re.IGNORECASE,
)

_OF_BOTH = re.compile(
    r"(?P<head>.{8,}?\b(?P<by>of|for|in|at|from|by|with|on|about|against|del?|d[aeo]s?|en|em|para|por"
    r"|sobre|contra) )(?P<one>[^,;:?]{2,60}?),? (?:and|y|e)"
    r" (?:(?:one|another|un[oa]?|otr[oa]|uma?|outr[oa])(?: que (?:hable|trate|fale))? )?(?P=by)"
    r" (?P<other>[^,;:?]{3,60}?)\W*",
    re.IGNORECASE,
)


def of_both(text: str) -> list[str]:
    """'How big is the budget of this and of that?', of each; empty if it is not so put."""
    found = _OF_BOTH.fullmatch(text)
    return [f"{found['head']}{found[which]}?" for which in ("one", "other")] if found else []


def without_converse(text: str) -> str:
    """'Is Cali ahead of Recife or the other way round?' without its end, which asks no more."""
    return _CONVERSE.sub("", text)


_CONVERSE = re.compile(
    r",? (?:or|o|ou) (?:(?:is|was|rather|is it) )?(?:the other way (?:a?round|about)|vice versa"
    r"|the (?:reverse|opposite)|al rev[eé]s|(?:lo|o|ao) contr[aá]rio)(?=[?.!,]|\s*$)",
    re.IGNORECASE,
)

_CRITERION = r"[A-Z]{2,5}\d{1,2}"
_CRITERIA = re.compile(
    rf"\b{_CRITERION}(?:, {_CRITERION})*,? (?:and|or|vs\.?|&|y|o|e|ou) {_CRITERION}\b"
)
_COMPARES = re.compile(r"\b(?:differ\w*|diferen\w*|compar\w*|between|entre)\b", re.IGNORECASE)
_OF_THESE = re.compile(
    r"\s*\b(?:(?:for|of|in|para|de) )?(?:(?:these|those|the|est[oa]s|es[oa]s|l[oa]s|ess[ae]s)"
    r" (?:two|three|dos|tres|dois|três|duas)|both|each|ambos|cada un[oa]?)\b",
    re.IGNORECASE,
)


def of_each_criterion(text: str) -> list[str]:
    """'What do PA1 and PA3 want?', of each criterion; empty if not several are listed."""
    found = _CRITERIA.search(text)
    if not found or _COMPARES.search(text):
        return []
    before, after = text[: found.start()], _OF_THESE.sub("", text[found.end() :])
    ids: Sequence[str] = re.findall(_CRITERION, found[0])
    return [f"{before}{id_}{after}".strip() for id_ in ids]
