"""Words that deny, and wordings that only look so, in English, Spanish and Portuguese."""

import re

IMPLICIT = frozenset(
    "agreement belonging consent success permission knowledge side entrance run keeping law".split()
)
"""Pairs whose second pole denies the first: 'separate' is 'not part'."""

SHORT_OF = re.compile(
    r"\b(?:below|under|fewer|less than|miss(?:es|ed)?|lack\w*|silent|outside|beyond|without|unconfirmed|unknown"
    r"|debajo|menos de|fuera|sin|faltan?|abaixo|fora|sem|faltam?)\b|\bun(?:known|published|clear|named)",
    re.I,
)

NEGATORS = frozenset(
    """not no never none nobody nothing neither nor cannot without hardly n't nowhere unable lack lacks
    lacked lacking non
    nunca ningún ninguna ninguno nadie nada ni sin tampoco jamás
    não nem nenhum nenhuma ninguém sem jamais tampouco""".split()
)
NO_NEGATION = re.compile(
    r"\b(?:not only|no (?:more|fewer|less) than|not (?:more|less) than|whether or not|or not"
    r"|no solo|no sólo|não só|não apenas|no más de|não mais (?:de|que)|or not|o no|ou não|no later than"
    r"|no mais de|no máximo|no mínimo|no ano|no dia|no total|no mesmo)\b",
    re.I,
)
LACKING = re.compile(r"\b(?:without|outside|non-\w+|no|none|neither|sin|sem)\b", re.I)
