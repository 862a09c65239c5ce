"""Whole practice areas in a question for the tier calculator, told as the criteria they hold.

'All of data management and all of contracting' is 17 criteria, and 'all areas but evaluations' is
all but four: what such a count comes to is then left to the calculator.
"""

import re
from dataclasses import dataclass

from assistant.figures import LEVELS
from assistant.folding import fold
from assistant.tools.practice_names import names_of
from corpus.records import PracticeArea, Standard


@dataclass(frozen=True, slots=True)
class AreasTold:
    """A question in which whole practice areas are told as a number of criteria.

    Attributes:
        text: the question with that number in their place.
        areas: which they are.
        left_out: whether they are those not met.
    """

    text: str
    areas: tuple[PracticeArea, ...]
    left_out: bool


# Compared with folded text: lower case, no accents.
_ALL = r"(?:all|every(?:thing)?|each|whole|entire|complete|tod[oa]s?|cada|tudo|por completo)"
_BETWEEN = (
    r"(?:(?:one|single|last|of|the|in|for|from|under|on|our|your|its|criteri\w+|practices?|areas?|requirements?"
    r"|items?|points?|that|is|are|belongs?|to|l[ao]s?|el|del|d[aoe]s?|en|em|n[ao]s?|[oa]s?|que|hay"
    r"|ha|requisitos?)\W+)*"
)
"""No word fits twice, or a long run of them would take long to read."""
_AND = rf"\W+(?:(?:and|plus|as well as|also|y|e|mas|mais|ademas de|alem de|{_ALL})\W+)*"
_MEET = (
    r"(?:(?:meet|do|pass|complete|cover|finish|fulfil|fulfill|satisfy|nail|have|get|score|cumpl\w+"
    r"|hacemos|hiciera\w*|complet\w+|logra\w+|tenemos|fazemos|fizer\w*|atend\w+|temos)"
    r"(?:es|s|ed|ing)?)"
)
_ONLY = r"(?:(?:only|just|solo|solamente|unicamente|so|somente|apenas|nothing but)\W+)?"
_LESS = (
    rf"(?:{_ALL}\W+{_BETWEEN}(?:but|except(?:\W+for)?|other than|save|bar|menos|salvo|excepto"
    r"|exceto)|(?:skip|skipped|skipping|leav\w+ out|left out|omit\w*|drop\w*|miss(?:ed|ing)?"
    r"|fail\w*|lack\w*|without|sin|sem))"
)
_NOTHING_ELSE = (
    r"(?:(?:but|and|y|e|pero|mas) )?(?:nothing (?:else|more)|no others?|only|alone"
    r"|nada (?:mas|mais))"
)
_AFTER = r"(?:\W+(?:chapters?|sections?|areas?|criteria|criterios|first|primero|primeiro))*"
_COUNTS_SELF = re.compile(
    r"\b(?:if|would|could|enough|suffice|we|our|my|i|si|se|alcanza|basta\w*|suficiente|nosotros"
    r"|nos|nossa|nuestra|mi|minha|cumplimos|cumprimos|tenemos|temos)\b"
)

_NEEDED = re.compile(r"\b(?:needs?|have to|has to|must|requir\w+|necesit\w+|debe\w*|precis\w+)\b")
"""Asks whether those areas have to be met, not what they come to."""
_LEVEL = re.compile(rf"\b(?:level|tier|rank|nivel|categoria|{'|'.join(LEVELS)})\b")


def areas_told(question: str, standard: Standard) -> AreasTold | None:
    """The question with whole practice areas told as criteria; None if it names none so."""
    folded = fold(question)
    areas = standard.practice_areas
    plain = " ".join(re.findall(r"\w+", folded))
    named = {name: areas[n] for name, n in names_of(areas) if name in plain}
    if not named or _NEEDED.search(folded) or len(folded) != len(question):
        return None
    if not (_COUNTS_SELF.search(folded) or _LEVEL.search(folded)):
        return None  # 'what are all the open data criteria?'
    one = "|".join(r"\W+".join(map(re.escape, name.split())) for name in named)
    run = rf"(?P<run>(?:{one})(?:(?:{_AND}{_BETWEEN})(?:{one}))*){_AFTER}"
    less = re.search(rf"\b{_LESS}\W+{_ONLY}{_BETWEEN}(?:{_ALL}\W+)?{_BETWEEN}{run}\b", folded)
    told = less or re.search(rf"\b{_ALL}\W+{_BETWEEN}{run}\b", folded)
    if not told:
        told = re.search(rf"\b{_MEET}\W+{_ONLY}{_BETWEEN}{run}\b", folded)
    if not told:
        told = re.search(rf"\b(?:if|si|se)\W+(?:\w+\W+){{1,3}}?{run}\W+{_NOTHING_ELSE}\b", folded)
    if not told:
        return None
    found = dict.fromkeys(
        " ".join(re.findall(r"\w+", own)) for own in re.findall(rf"\b(?:{one})\b", told["run"])
    )
    whole = tuple({named[name].id: named[name] for name in found}.values())
    number = sum(area.criteria for area in whole)
    text = "all but {} criteria" if less else "meet {} criteria"
    written = f"{question[: told.start()]}{text.format(number)}{question[told.end() :]}"
    return AreasTold(written, whole, bool(less))
