"""'And how many has Recife?': what is counted, where only the question before says it."""

import re
from collections.abc import Mapping

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
    "en": "in|at|for|from|by",
    "es": "en|para|de",
    "pt": "em|n[oa]|para",
}
_MANY: Mapping[Language, str] = {
    "en": r"how many", "es": r"cu[aá]nt[oa]s", "pt": r"quant[oa]s"
}  # fmt: skip
_OF = r"(?i:(?:of|de|d[aeo]s?)\b)"
_WORD = r"[^\W\d][\w'’-]*"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de |of )?[A-ZÀ-Þ][\w.'’-]*)*"


def with_counted(question: str, before: str, language: Language) -> str:
    """A question with the noun that is counted, where it has none and the one before has.

    'How many has Recife?', after 'How many web spots has Porto Alegre?', is of web spots.
    """
    many = rf"(?i:\b{_MANY[language]})"
    verb = rf"(?i:(?:{_VERBS[language]})\b)"
    at = rf"(?i:(?:{_AT[language]})\b)"
    led = r"(?:\W*(?i:and|but|y|e|mas|pero)\b)?\W*"
    bare = re.fullmatch(
        rf"(?P<led>{led}{many})(?P<rest> (?:{verb}.*|{at} {_NAME}\W*|{_NAME}\W*))",
        question,
        re.DOTALL,
    )
    # Where adjectives follow, they cannot be told from verbs.
    further = rf"(?: (?!{verb}|{at}){_WORD}){{0,2}}?" if language == "en" else rf"(?: de {_WORD})?"
    end = rf"(?= {verb}| {at}| [A-ZÀ-Þ]|\W*$)" if language == "en" else r"\b"
    counted = re.search(
        rf"{many} (?P<noun>(?!{verb}|{_OF}){_WORD}{further})" + end,
        before,
    )
    if not bare or not counted or _agrees_not(bare["led"], counted[0]):
        return question
    return f"{bare['led']} {counted['noun']}{bare['rest']}"


def _agrees_not(one: str, other: str) -> bool:
    """Whether 'cuántos' is asked after 'cuántas', and so of something else."""
    ends = [fold(found[0]) for found in (_GENDER.search(one), _GENDER.search(other)) if found]
    return len(ends) == 2 and ends[0] != ends[1]


_GENDER = re.compile(r"(?<=nt)[ao](?=s\b)", re.IGNORECASE)
