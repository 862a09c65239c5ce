"""Questions what a practice area was called before, put in the one way that is told.

An area goes by several names in three languages, and people ask in many words from which older one
it came; the documents tell that by the name of today.
"""

import re
from collections.abc import Mapping, Sequence

from assistant.answers import Language
from assistant.folding import fold
from assistant.languages import small_words
from corpus.records import PracticeArea
from index.lexicon import words

_NAMING = (
    r"(?:call\w*|names?|named|known as|go(?:es)? by|llam\w+|nombres?|denomin\w+|chama\w*|nomes?)"
)
_BEFORE = (
    r"(?:before|former\w*|earlier|old(?:er)?|previous\w*|original\w*|prior|20\d\d|us(?:ed|e) to"
    r"|antes|anterior\w*|antigu\w+|antig[ao]s?|viej[ao]s?|velh[ao]s?)"
)
_SUCCESSION = (
    r"(?:(?:c[ao]me|gr[eo]w|ar[io]se|emerged?) (?:out of|from)|(?:replac|renam|predecess|succeed"
    r"|success[oi]|sustitu|reemplaz|renombr|predeces|sucede|substitu|renome)\w*"
    r"|gave way to|became|turned into|sali[oó] de|surgi[oó] de|veio d[aeo]|saiu d[aeo]|virou"
    r"|(?:de que|from (?:which|what)) (?:\w+ ){0,2}(?:sali[oó]|surgi[oó]|c[ao]me|veio|saiu|surgiu))"
)
_FORMER_NAME = re.compile(
    rf"\b{_NAMING}\b.*\b{_BEFORE}\b|\b{_BEFORE}\b.*\b{_NAMING}\b|\b{_SUCCESSION}\b"
)
"""Asks what a practice area was called under an older standard, or from which one it came."""
_ASKS_SO = re.compile(rf"\b(?:{_SUCCESSION}|{_NAMING}|{_BEFORE})\b")
_OTHERWISE = re.compile(
    r"\W*(?:and |so |y |e )?(?:when|why|who|since|how many|cuando|quando|por que|quien|quem)\b"
)
"""Asks something else of that: 'Why was it renamed?'."""
_ASKED: Mapping[Language, str] = {
    "en": "What was {area} called before?",
    "es": "¿Cómo se llamaba antes {area}?",
    "pt": "Como se chamava antes {area}?",
}
_AROUND = re.compile(
    r"practice|areas?|version\w*|standards?|es?tandar\w*|padrao|pratica|practica|tell|know|today\w*|now"
    r"|current\w*|actual\w*|atual\w*|hoy|hoje|certification|certificacion|certificacao|programa|programme"
    r"|different\w*|other|another|otro|outro|tenia|tinha|use|used|long|first|predecessor\w*"
    r"|list|lista|(?:19|20)\d\d|s"
)
"""What may stand beside the name of an area: a thing of that name has more to it."""


def asks_former_name(text: str) -> bool:
    """Whether it is asked how a thing was called before, or from what it came."""
    return bool(_FORMER_NAME.search(fold(text)))


def as_former_name(text: str, areas: Sequence[PracticeArea], language: Language) -> str:
    """A question by what name one practice area went before, as that; else the text."""
    plain = " ".join(fold(text).split())
    if not asks_former_name(text) or _OTHERWISE.match(plain):
        return text
    named = [
        (area, fold(name))
        for area in areas
        for name in {area.name, *area.names.values()}
        if re.search(rf"\b{re.escape(fold(name))}\b", plain)
    ]
    if len({area.id for area, _ in named}) != 1:
        return text
    area = named[0][0]
    for _, name in sorted(named, key=lambda own: -len(own[1])):
        plain = plain.replace(name, " ")
    known = small_words(language)
    rest = (word for word in words(_ASKS_SO.sub(" ", plain)) if word not in known)
    if not all(map(_AROUND.fullmatch, rest)):
        return text
    return _ASKED[language].format(area=area.name)
