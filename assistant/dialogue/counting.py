"""'And how many has Recife?': what is counted, where only the question before says it."""

import re
from collections.abc import Mapping, Sequence

from assistant.answers import Language
from assistant.folding import fold

_VERBS: Mapping[Language, str] = {
    "en": r"did|does|do|has|have|had|is|are|was|were|will|would|can|could|came|come|got|get|went"
    r"|took|take|made|make",
    "es": r"tiene|tienen|tenía|tuvo|tuvieron|hay|había|hubo|es|son|era|eran|fue|fueron|hizo"
    r"|hicieron|hace|vinieron|vino|puso|pusieron|ha|han",
    "pt": r"tem|têm|tinha|teve|tiveram|há|havia|houve|é|são|era|eram|foi|foram|fez|fizeram|faz"
    r"|vieram|veio|pôs|conseguiu|conseguiram",
}
_AT: Mapping[Language, str] = {
    "en": "in|at|for|from|by|under|on|about|within",
    "es": "en|para|de|sobre|bajo",
    "pt": "em|n[oa]|para|sobre|sob",
}
_MANY: Mapping[Language, str] = {
    "en": r"how many", "es": r"cu[aá]nt[oa]s", "pt": r"quant[oa]s"
}  # fmt: skip
_OF = r"(?i:(?:of|de|d[aeo]s?)\b)"
_WORD = r"[^\W\d][\w'’-]*"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de |of |and |y |e |& )?[A-ZÀ-Þ][\w.'’-]*)*"
_MATTER = r"(?i:(?:the |l[ao]s? |[ao]s? )?(?!total|all|each|both|conjunto|todo|\d)[a-zà-ÿ-]+\W*)"
"""A thing in one word, as people write the name of a practice area: 'contracting'."""


def with_counted(question: str, before: str, language: Language) -> str:
    """A question with the noun that is counted, where it has none and the one before has.

    'How many has Recife?', after 'How many web spots has Porto Alegre?', is of web spots.
    """
    bare = _BARE[language].fullmatch(question)
    counted = _COUNTED[language].search(before) if bare else None
    if not bare or not counted or _agrees_not(bare["led"], counted[0]):
        return question
    return f"{bare['led']} {counted['noun']}{bare['rest']}"


_UNIT = re.compile(
    r"(?P<led>\W*(?:which|what|qu[eé]|cu[aá]l(?:es)?|qua(?:l|is)))"
    r"(?: (?P<noun>criteri\w+|crit[eé]rios?|(?:practice )?areas?"
    r"|[aá]reas?(?: de pr[aá]c?tica)?))\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(?P<led>\W*(?:(?:and|y|e) )?(?:which|what|qu[eé]|que|cu[aá]l(?:es)?|qua(?:l|is)))"
    r"(?P<rest> (?:on|about|for|under|in|sobre|de|en|em|para"
    r"|(?:is|are|covers?|deals?|concerns?|asks?|trata|tratan|tratam|habla|hablan|fala|falam|cubre|cobre"
    r"|es|son|[eé]|s[aã]o)\b).*)",
    re.IGNORECASE | re.DOTALL,
)


def with_unit(question: str, before: str) -> str:
    """'Which on plans?' after 'Which criterion is on vendors?': which criterion."""
    bare, named = _WHICH.fullmatch(question), _UNIT.match(before)
    return f"{bare['led']} {named['noun']}{bare['rest']}" if bare and named else question


def _bare(language: Language) -> re.Pattern[str]:
    """Asks how many, with a verb, a place or a name right behind."""
    many, verb, at = _parts(language)
    led = r"(?:\W*(?i:and|but|y|e|mas|pero)\b)?\W*"
    rest = rf" (?:{verb}.*|{at} (?:{_NAME}\W*|{_MATTER})|{_NAME}\W*)"
    return re.compile(rf"(?P<led>{led}{many})(?P<rest>{rest})", re.DOTALL)


def _counted(language: Language) -> re.Pattern[str]:
    """Asks how many of a thing that it names."""
    many, verb, at = _parts(language)
    if language == "en":
        further = rf"(?: (?!{verb}|{at}){_WORD}){{0,2}}?"
        noun = rf"(?P<noun>{_WORD}{further})(?= {verb}| {at}| [A-ZÀ-Þ]|\W*$)"
    else:  # where adjectives follow, which cannot be told from verbs
        noun = rf"(?P<noun>{_WORD}(?: de {_WORD})?)\b"
    return re.compile(rf"{many} (?!{verb}|{_OF}){noun}")


def _parts(language: Language) -> tuple[str, str, str]:
    many = rf"(?i:\b{_MANY[language]})"
    verb, at = (rf"(?i:(?:{form[language]})\b)" for form in (_VERBS, _AT))
    return many, verb, at


_LANGUAGES: Sequence[Language] = ("en", "es", "pt")
_BARE = {language: _bare(language) for language in _LANGUAGES}
_COUNTED = {language: _counted(language) for language in _LANGUAGES}


def _agrees_not(one: str, other: str) -> bool:
    """Whether 'cuántos' is asked after 'cuántas', and so of something else."""
    ends = [fold(found[0]) for found in (_GENDER.search(one), _GENDER.search(other)) if found]
    return len(ends) == 2 and ends[0] != ends[1]


_GENDER = re.compile(r"(?<=nt)[ao](?=s\b)", re.IGNORECASE)
