"""Questions on what is still to come of cities' levels, of which only the present is known."""

import re

from assistant.answers import Language
from assistant.coordination import PlaceSpans
from assistant.dialogue.census import TO_COME, Inquiry, restate
from assistant.folding import fold
from assistant.geography import find_areas
from assistant.languages import small_words
from assistant.tools.level_names import metal_of
from index.lexicon import words

_AWARD = re.compile(
    r"\b(?:certif\w+|levels?|tiers?|nivel(?:es)?|niveis|seal|sello|selo|medal\w*)\b"
)
_WHO = re.compile(
    r"^\W*(?:and |y |e )?(?:(?:do you|does anyone) (?:think|know|guess|expect) )?"
    r"(?:who|which|what|quien(?:es)?|que|qual|quais|cual(?:es)?|quem)\b"
)
_OURS = re.compile(
    r"\b(?:we|our|us|my|i|your|nosotros|nuestr[oa]s?|mi|nosso|nossa|nossos|minha|a gente)\b"
)
_SAYS = frozenset(
    """do does think guess expect believe reckon know anyone chance chances likely possible city
    cities town towns place places county going gonna expected bound about set make makes reach get
    gets become be keep hold lose win earn go climb rise move up enter join see named announced
    award first next last new another any more other soon ever one day time round year years month
    later still again top highest status
    cree crees creen piensa piensas ciudad ciudades municipio proxima proximas proximo primera
    primero nueva nuevas pronto algun alguna dia ano anos otra vez ser estar llegar llegara alcanzar
    alcanzara lograr lograra conseguir obtener obtendra ganar subir subira sera estara tendra
    acha voce cidade cidades proximos primeira primeiro novas cedo algum outra chegar chegara
    alcancar alcancara obter obtera ganhar receber tera tornar""".split()
)
"""What is said besides of a coming level; any other word tells of something else."""
_CASE = re.compile(
    r"\b(?:if|when|once|unless|si|se|cuando|quando|how (?:many|much|long))\b|\d %|\d%"
)
"""Where a rule decides, and not the future."""


def speaks_of_awards(text: str) -> bool:
    """Whether a text names a level, or that a city is certified."""
    plain = fold(text)
    return bool(_AWARD.search(plain)) or any(metal_of(word) for word in words(plain))


def as_of_now(text: str, language: Language, places_in: PlaceSpans) -> str:
    """What a question on coming levels asks of today; empty if it is on nothing to come.

    It is on a city that it names ('Will Boise reach gold?') or on whichever it will be ('Which
    city will be the next at platinum?').
    """
    plain = fold(text)
    levels = {metal for word in words(plain) if (metal := metal_of(word))}
    if not TO_COME.search(plain) or not speaks_of_awards(text):
        return ""
    if _OURS.search(plain) or _CASE.search(plain):
        return ""
    names = tuple(text[span.start : span.end] for span in places_in(text))
    rest = plain
    for named in (*names, *(text[area.start : area.end] for area in find_areas(text))):
        rest = rest.replace(fold(named), " ")
    rest = _AWARD.sub(" ", TO_COME.sub(" ", rest))
    other = (word for word in words(rest) if not (metal_of(word) or word.isdigit()))
    if not {word.split("'")[0] for word in other} <= _SAYS | small_words(language):
        return ""
    if names:
        return restate(Inquiry(wanted="level", places=names), language) or ""
    if not _WHO.match(plain):
        return ""
    areas = tuple(area.code for area in find_areas(text))
    level = levels.pop() if len(levels) == 1 else ""
    if not (areas or level):
        return ""  # all that are certified are no answer
    now = Inquiry(wanted="list", areas=areas, level=level, cities=True)
    return restate(now, language) or ""
