"""A question asked about another version: 'how many criteria are there?', 'and in the first?'."""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State
from assistant.dialogue.turns import Said

_YEAR = r"(?:19|20)\d\d"
_NOUNS = r"version|versao|standard|estandar|padrao|edition|edicion|edicao|rules|one"
_TURN = re.compile(
    rf"\W*(?:(?:in|under|with|by|for) )?the (?:(?P<which>(?:very )?(?:first|old|original|previous"
    rf"|earlier|new|current|latest|last)|{_YEAR})(?: (?P<noun>{_NOUNS}))?|(?P<of>{_NOUNS}) of "
    rf"(?P<year>{_YEAR}))\W*"
    rf"|\W*(?:en |con |bajo |em |com |sob |n)?(?:la|el|a|o) (?:(?:(?:muy|mesma) )?(?P<cual>"
    rf"primer[ao]|primeir[ao]|antigu?[ao]|anterior|nuev[ao]|nov[ao]|ultim[ao]|actual|atual)"
    rf"(?: (?:{_NOUNS}))?"
    rf"|(?:(?:{_NOUNS}) )?de (?P<ano>{_YEAR}))\W*"
)
_VERSION = re.compile(r"\b(?:version|versao|estandar|padrao|edicion|edicao)\b")
_NAMED = re.compile(
    rf" (?:in|under|with|by|en|con|em|com|n)? ?(?:the|la|el|a|o) (?:[\w]+ ){{0,2}}"
    rf"(?:version|standard|edition|rules|versi[oó]n|vers[aã]o|est[aá]ndar|padr[aã]o)(?: (?:of|de)"
    rf" {_YEAR})?(?=\W*$)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r" (?:at the moment|right now|now|today|currently|these days|en este momento|ahora|hoy"
    r"|actualmente|no momento|agora|hoje|atualmente)(?=\W*$)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:criteri\w+|levels?|nivel\w*|niveis|benchmarks?|practice areas?)\b")
_FORMERLY = re.compile(
    r"(?<=\w)(?: there)? (?:before(?: that| this| then)?|previously|formerly"
    r"|antes(?: de eso| disso)?|anteriormente)\W*$"
)
_PREVIOUS: Mapping[Language, str] = {"en": "previous", "es": "anterior", "pt": "anterior"}
_UNDER: Mapping[Language, str] = {
    "en": "in the {which} version",
    "es": "en la {which} versión",
    "pt": "na {which} versão",
}
_OF_YEAR: Mapping[Language, str] = {
    "en": "in the {which} version",
    "es": "en la versión de {which}",
    "pt": "na versão de {which}",
}


def under_version(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """The last question, asked about the version that the turn names."""
    formerly = _FORMERLY.search(said.folded)
    if formerly and not said.slots and _COUNTS.search(said.folded[: formerly.start()]):
        before = said.text[: formerly.start()].rstrip(" ,")
        return f"{before} {_UNDER[said.language].format(which=_PREVIOUS[said.language])}?"
    found = _TURN.fullmatch(said.folded)
    if not found or not said.joined or said.language != state.language:
        return None
    named = _NAMED.search(state.question)
    noun = found["noun"] or found["of"] or _VERSION.search(said.folded)
    speaks = named or (noun and noun != "one" and _COUNTS.search(state.question.lower()))
    if not speaks:
        return None
    year = found["year"] or found["ano"]
    which = year or found["which"] or found["cual"]
    texts = _OF_YEAR if year else _UNDER
    bare = state.question.rstrip(" ?!.")
    bare = bare[: named.start()] if named else _NOW.sub("", bare)
    return f"{bare} {texts[said.language].format(which=which)}?"
