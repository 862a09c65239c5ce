"""Question words and months as they are typed in haste: 'wich', 'whats', 'floodstat whats that'."""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.figures import MONTHS
from assistant.folding import fold
from assistant.places import nearest

_MEANT = {
    "which": "wich|whch|whihc|wihch|witch(?= (?:level|city|cities|criteria|criterion|one))",
    "what": "wat|waht|wht|whta|hwat",
    "what is": "whats|wats|wots",
    "who": "hwo(?! (?:many|much|long|do|did))",
    "who is": "whos",
    "when": "whne|hwen",
    "where": "wher|hwere",
    "where is": "wheres",
    "when is": "whens",
    "how": "hw|hwo",
    "how is": "hows",
    "how many": "howmany|how mny|how meny",
    "how much": "howmuch|how mch|how mutch",
    "does": "dose(?= (?:it|the|a|this|that|they|\\w+ (?:have|need|hold|count|use))\\b)",
}
_SLIP = re.compile(
    "|".join(rf"\b(?P<w{n}>{forms})\b" for n, forms in enumerate(_MEANT.values())), re.IGNORECASE
)
_BOTH = re.compile(r" [+&] (?=¿?[^\W\d][\w'’]* \w)")
_AT_THE_END: Mapping[Language, tuple[re.Pattern[str], str]] = {
    "en": (
        re.compile(
            r"^(?P<thing>(?:[\w'’.-]+ ){1,8}?[\w'’.-]+)[,:]? (?:-|–)? ?what(?:'s| is)"
            r" (?:that|this|it)(?: then| again| about| exactly)?\W*$",
            re.IGNORECASE,
        ),
        "What is {thing}?",
    ),
    "es": (
        re.compile(
            r"^(?P<thing>(?:[\w'’.-]+ ){1,8}?[\w'’.-]+)[,:]? ¿?qu[eé] es(?: eso| esto)?\W*$",
            re.IGNORECASE,
        ),
        "¿Qué es {thing}?",
    ),
    "pt": (
        re.compile(
            r"^(?P<thing>(?:[\w'’.-]+ ){1,8}?[\w'’.-]+)[,:]? o que [eé](?: isso| isto)?\W*$",
            re.IGNORECASE,
        ),
        "O que é {thing}?",
    ),
}
"""Names a thing before it is asked what it is."""


_MONTH = re.compile(r"\b(?P<word>[^\W\d_]{3,10})\b\.?(?=,? (?:of |de )?(?:19|20)\d\d\b)")
_LEAST_MISSPELT = 5
_ENGLISH = (
    "january february march april june july august september october november december"
).split()
_SHORTENED = {month[:3]: month for month in _ENGLISH} | {"sept": "september"}


def months_spelt(text: str) -> str:
    """A text with the names of months put right before a year: 'Januray 2024', 'Feb. 2025'."""

    def spelt(found: re.Match[str]) -> str:
        word = fold(found["word"])
        right = _SHORTENED.get(word, "")
        if not right and word not in MONTHS and len(word) >= _LEAST_MISSPELT:
            right = nearest(word, _MONTHS) or ""
        return (right.capitalize() if found[0][0].isupper() else right) if right else found[0]

    return _MONTH.sub(spelt, text)


_MONTHS = sorted(MONTHS)


_DECADE = re.compile(r"\b(?P<the>(?:in|of|since) the )['’]?(?P<tens>[2-9])0['’]?s\b", re.IGNORECASE)


def well_typed(text: str, language: Language) -> str:
    """A question with its question words spelt out, and put before what they ask about."""
    text = _DECADE.sub(r"\g<the>19\g<tens>0s", months_spelt(text))
    text = _BOTH.sub({"en": " and ", "es": " y ", "pt": " e "}[language], text)
    if language == "en":
        text = _SLIP.sub(_meant, text)
    form, question = _AT_THE_END[language]
    if (found := form.match(text)) and not _ASKS_BEFORE.search(found["thing"]):
        return question.format(thing=found["thing"])
    return text


def _meant(found: re.Match[str]) -> str:
    meant = list(_MEANT)[int((found.lastgroup or "w0")[1:])]
    return meant.capitalize() if found[0][0].isupper() else meant


_ASKS_BEFORE = re.compile(
    r"\b(?:what|which|who|how|when|where|why|is|are|was|were|did|does|do|has|have|qu[eé]|cu[aá]\w+"
    r"|c[oó]mo"
    r"|qual|quais|quem|como|tiene|hay|tem|h[aá])\b",
    re.IGNORECASE,
)
