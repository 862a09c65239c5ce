"""Sentences whose point is that the documents do not say something, and what they leave open.

'The documents do not say what the plant costs or who builds it' leaves two questions open. Each is
read as a question of its own, so that someone who asks one of them can be told that it is open,
and nobody else is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.asking import read_asking
from assistant.asking_words import Kind

_SILENCE = re.compile(
    r"\b(?:documents|sources(?: consulted)?) (?:do not|cannot) "
    r"(?:state|say|give|name|show|tell|explain|report|confirm|mention|link|publish)"
    r"|\b(?:is|are|was|were) not (?:stated|given|named|told|published|printed|found|known)\b"
    r"|\bcould not be (?:found|confirmed|consulted)\b|\bnames? no \w+"
    r"|\b(?:documents|sources(?: consulted)?) (?:give|state|name|print|mention|set)s? no \w+"
    r"|\bthe only \w+ .*\bnamed in the sources\b|^No (?:source|document|score|figure|study)",
    re.IGNORECASE,
)
_SAID_NOT = re.compile(
    r"\b(?:documents|sources(?: consulted)?|and) (?:do not|cannot) "
    r"(?P<verb>state|say|give|name|show|tell|explain|report|confirm|mention|publish) (?P<what>.+)",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(r"^(?P<what>.+?),? (?:is|are) not (?:stated|told|published|known)\b")
_NEXT = re.compile(
    r"(?:,? and|,? or|,) (?=(?:(?:in|to|by|for|on|from) )?(?:what|which|who|whose|how|when|where"
    r"|why|whether)\b)|,? and do not (?:say|state|name|give) ",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?<!^)(?:\b[A-Z][\w'’-]*\s?)+")
_ASKED = re.compile(
    r"^(?:(?:in|to|by|for|on|from) )?(?:what|which|who|whose|how|when|where|why)", re.IGNORECASE
)


_CAUSE = re.compile(
    r"\b(?:caus\w+|because|due to|thanks to|why|how come|reasons?|effects?|impacts?|responsible"
    r"|prov\w+|evidence|credit\w*|work(?:s|ed|ing)?|bring\w*|brought|made|makes?|result\w*|led"
    r"|por que|porque|causa\w*|caus[oó]|gracias|debido|gra[cç]as|efeitos?|efectos?)\b",
    re.IGNORECASE,
)


def asks_for_cause(text: str) -> bool:
    """Whether a question is after what brought a thing about."""
    return bool(_CAUSE.search(text))


_DOUBTS = re.compile(
    r"\b(?:prove[nd]?|proof|caus(?:e[ds]?|ing)|because of|down to|thanks to|due to|the reason"
    r"|coincidence|attribut\w+|(?:is|was) it (?:\w+ ){1,4}that|caus(?:ó|ou|ado|aron|aram)"
    r"|(?:com)?prob(?:ó|ado)|(?:com)?prov(?:ou|ado)|pruebas?|provas?|gracias a|gra[cç]as a"
    r"|debido a|(?:la|por) causa)\b",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"\b(?:not (?:show|prove)|proving)\b.*\bcaus|\bcaus.*\bnot (?:shown|proven)\b"
)


def doubts_cause(text: str) -> bool:
    """Whether a question is whether a thing was the cause, and not what was done."""
    return bool(_DOUBTS.search(text))


def says_unproven(text: str) -> bool:
    """Whether a sentence says that no cause is shown: 'without proving that it caused the fall'."""
    return bool(_UNPROVEN.search(text))


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that a sentence says is not answered.

    Attributes:
        kind: of thing that is not told, where the wording tells.
        whether: it is whether something is so, most often whether it is the cause.
    """

    text: str
    kind: Kind | None
    whether: bool = False


_BY_THE_WAY = re.compile(
    r",? (?:at a level|whose level),?(?: that)?(?: is not stated in)? the (?:documents|sources"
    r"(?: consulted)?)(?: do not state)?"
    r"| whose (?:year|date|day) is not (?:printed|stated|given|known)(?: in the sources?)?",
    re.IGNORECASE,
)
"""What is not known of a thing that is told: 'since 23 January 2024 at a level …'."""


_NOUNS: Mapping[Kind, str] = {
    "number": r"(?:numbers?|figures?|counts?|totals?|rates?|shares?|percentages?) (?:of|for|on)",
    "money": r"(?:costs?|prices?|budgets?|amounts?) of",
    "date": r"(?:dates?|years?|days?|months?) (?:of|in|on|when)",
}


@lru_cache(maxsize=16384)
def is_silence(text: str) -> bool:
    """Whether a sentence's point is that the documents do not say something."""
    return bool(_SILENCE.search(_BY_THE_WAY.sub("", " ".join(text.split(";")[0].split()))))


def is_qualified(text: str) -> bool:
    """Whether a sentence makes a point and then says what the documents do not say of it."""
    return not is_silence(text) and bool(_SILENCE.search(" ".join(text.split())))


@lru_cache(maxsize=16384)
def open_questions(text: str) -> Sequence[OpenQuestion]:
    """What a silent sentence leaves open; nothing if it is not one."""
    flat = " ".join(text.split()).rstrip(".")
    if not is_silence(flat):
        return ()
    found = _SAID_NOT.search(flat) or _NOT_SAID.search(flat)
    if found is None:
        return ()
    verb = found.groupdict().get("verb") or ""
    return tuple(_open(part, verb) for part in _NEXT.split(found["what"]))


def _open(part: str, verb: str) -> OpenQuestion:
    if _ASKED.match(part):
        # Names may hold words such as 'what' and 'cities'.
        return OpenQuestion(part, read_asking(_NAMES.sub("it ", part), "en").kind)
    kind = "person" if verb.lower() == "name" else _kind_of(part)
    return OpenQuestion(part, kind, whether=part.startswith("that "))


def _kind_of(thing: str) -> Kind | None:
    """The kind of thing that is left open, where a noun tells it: 'the number of cases'."""
    before = r"(?:(?:an?|the|any|its|their) )?(?:\w+ )?"
    forms = ((kind, rf"{before}(?:{nouns})\b") for kind, nouns in _NOUNS.items())
    return next((kind for kind, form in forms if re.match(form, thing, re.IGNORECASE)), None)
