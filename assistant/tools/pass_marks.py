"""Questions what one practice area takes or weighs by itself, put as what they come to.

Levels go by the share of all criteria. 'Do all nine data management criteria have to be met for
gold?' is no count to reckon with, but asks whether an area has a pass mark of its own; what the
documents say of that is found by that name. So it is with 'is contracting worth more?'.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.answers import Language
from assistant.figures import LEVELS
from assistant.folding import fold
from assistant.tools.numerals import numerals
from assistant.tools.practice_names import names_of
from corpus.records import PracticeArea

_ASKED: Mapping[Language, str] = {
    "en": "Is there a pass mark per practice area?",
    "es": "¿Hay una nota mínima por área de práctica para plata, oro o platino?",
    "pt": "Há uma nota mínima por área de prática para prata, ouro ou platina?",
}
_WEIGHED: Mapping[Language, str] = {
    "en": "Do all practice areas weigh the same?",
    "es": "¿Se indica una ponderación entre las ocho áreas de práctica?",
    "pt": "Cada critério conta um ponto, ou as áreas de prática têm pesos diferentes?",
}

# Compared with folded text, numbers as digits.
_AWARD = re.compile(rf"\b(?:{'|'.join(map(fold, LEVELS))}|certif\w+|levels?|nivel|niveis)\b")
_MORE = re.compile(r"\b(?:more|else|left|remaining|missing|faltan?|restantes?)\b")
"""Reckons from what is met already."""
_CRITERIA = r"(?:criteri\w+|indicator\w*|indicador\w*|requirements?|requisitos?)"
_SOME = (
    r"(?:all|every|each|any|single|how many|some|at least|minimum|tod[oa]s?|cada|cuant[oa]s"
    r"|quant[oa]s|algun\w*|minim\w+|\d+)"
)
_NONE = r"(?:0|zero|no|none|without|single|sin|ningun\w*|sem|nenhum\w*)"
_NEED = (
    r"(?:needs?|needed|have to|has to|must|required?|mandatory|compulsory|necessary|obligat\w+"
    r"|hay que|hace[n]? falta|tien\w+ que|necesit\w+|deb\w+|obrigat\w+|precis\w+|tem que|tem de"
    r"|necessari\w+|dev\w+|pide|pede)"
)
_CAN = r"(?:can|could|possible|may|pued\w+|posible|pode\w*|possivel|da para)"
_MINIMUM = r"(?:minimums?|minim[oa]s?|pass(?:ing)? marks?|thresholds?|nota|umbral|limiar)"
_OF_AREAS = re.compile(
    rf"\b{_MINIMUM}\W+(?:for|in|per|por|para|de|em|en)\W+(?:(?:each|every|cada|la|a|una|uma)\W+)?"
    r"(?:practice )?areas?\b"
)
"""Asks for it in so many words, of areas of any name."""

_WEIGHS = re.compile(
    r"\b(?:weigh\w*|(?:worth|counts?)(?: for)? (?:more|less|the same|as much"
    r"|equally)|(?:val|pes|cuent|cont)[ea][nm]? (?:mas|menos|lo mismo|igual|tanto|mais|o mesmo)"
    r"|ponderac\w+|ponderad\w+|pesos?)\b"
)


def as_pass_mark(text: str, areas: Sequence[PracticeArea], language: Language) -> str:
    """A question what an area by itself takes, as whether areas have a pass mark; else the text.

    One what it weighs is put as whether all weigh the same.
    """
    plain = " ".join(numerals(text.lower()).split())
    if not areas:
        return text
    names = "|".join(r"\W+".join(name.split()) for name, _ in names_of(areas))
    if _WEIGHS.search(fold(plain)) and _named_areas(names).search(fold(plain)):
        return _WEIGHED[language]
    if _MORE.search(plain):
        return text
    for_award = _AWARD.search(plain) and _of_area(names).search(plain)
    return _ASKED[language] if for_award or _OF_AREAS.search(plain) else text


@lru_cache(maxsize=8)
def _named_areas(names: str) -> re.Pattern[str]:
    """What names two areas, or speaks of areas of any name, by a pattern of the areas' names."""
    any_ = r"practice areas?|areas de pr\w+"
    return re.compile(
        rf"\b(?:{names})\b.*\b(?:{names}|others?|rest|otr[oa]s|outr[oa]s)\b|\b(?:{any_})\b"
    )


@lru_cache(maxsize=8)
def _of_area(names: str) -> re.Pattern[str]:
    """What asks how much of an area is needed, by a pattern of the areas' names."""
    of = r"(?:\W+(?:of|in|for|the|our|de|del|d[ao]s?|los|las|en|em|n[ao]s?))*\W+"
    area = (
        rf"(?:(?:{names})(?:\W+(?:and|y|e)\W+(?:{names}))?\W+{_CRITERIA}|{_CRITERIA}{of}(?:{names})"
        r"|(?:practice )?areas?(?: de pr\w+)?)"
    )
    few, some = r"(?:\W+\w+){0,3}?\W+", r"(?:\W+\w+){0,5}?\W+"
    return re.compile(
        rf"\b{_SOME}{few}{area}\b{some}{_NEED}\b|\b{_NEED}{some}{_SOME}{few}{area}\b"
        rf"|\b{_CAN}\b.*\b{_NONE}{few}{area}\b"
        rf"|\b{_MINIMUM}{some}{area}\b|\b{area}{some}{_MINIMUM}\b"
    )
