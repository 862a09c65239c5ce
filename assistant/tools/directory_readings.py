"""What of a question of several sentences is read: all of it, or what is asked, with its place."""

import re
from collections.abc import Sequence

from assistant.folding import fold
from assistant.tools.directory_places import Places
from assistant.tools.directory_relations import BORDERS
from assistant.tools.sentences import sentences


def readings_of(question: str, places: Places) -> Sequence[str]:
    """The question whole, then its last sentence alone if what stands before asks nothing.

    What is said of a place before, true or not, tells nothing where the last sentence names one.
    Nothing of a question on what only sounds like a certification or a level.
    """
    if _OF_NO_LEVEL.search(fold(question)):
        return []
    question = _ONLY_ONE.sub(
        r"\g<which> \g<who>\g<told>?", _INCLUDED.sub("", _NOT_MEANT.sub("", question))
    )
    for border, plain in BORDERS:
        question = re.sub(border, plain, question, flags=re.I)
    parts = sentences(question)
    said, last = parts[:-1], parts[-1:]
    asking = [part for part in parts if part.rstrip().endswith("?")]
    if (
        len(asking) == 1
        and last != asking
        and (places.find(asking[0]) or not places.find(question))
    ):
        return [question, *asking]  # 'Is Boise certified? I read so somewhere.'
    if not said or any("?" in part for part in said):
        return [question]
    if any(places.find(part) for part in said) and not places.find(last[0]):
        named = [mention for part in said for mention in places.find(part)]
        own = fold(last[0])
        takes_up = _TAKES_UP if named[0].cities else _OURS
        if len(named) == 1 and takes_up.search(own):
            return [question, f"{named[0].name}, {last[0]}"]
        return [question, *last] if _OF_ALL.match(fold(last[0])) else [question]
    return [question, *last]


_OF_NO_LEVEL = re.compile(
    r"\bhonou?r(?:s|ary)? (?:rolls?|lists?)\b|\b(?:cuadro|lista) de honor\b|\bquadro de honra\b"
    r"|\b(?:improv|mejor|melhor|rose|ris[ei]|rais|climb|jump|went up|sub[ei]|aument)\w*\b"
    r"[^.?!]{0,40}?(?:\d ?(?:%|(?:per ?cent|por ?cient[oa]|por cento|points?|puntos|pontos)\b)"
    r"|\bby (?:about |over |almost |nearly |around )?\d+(?! (?:levels?|tiers?)\b))"
    r"|\b(?:(?:three|four|five|3|4|5) times|thrice|(?:tres|cuatro|quatro) ve[cz]es|most times"
    r"|(?:mas|mais) ve[cz]es)\b(?! as\b)"
)
"""An honor roll, whose cities were not certified, a share by which something rose, or an award
got so often as the records, which lack some dates, do not tell."""
_ONLY_ONE = re.compile(
    r"^\W*(?:(?:there (?:is|was)|hay|hubo|h[aá]|houve) )?"
    r"(?:only|just|s[oó]lo|solamente|somente|apenas|s[oó]) (?:one|a single|two|three|una?|dos|tres"
    r"|uma?|duas|dois|tr[eê]s) (?P<who>cit(?:y|ies)|towns?|ciudad(?:es)?|cidades?)"
    r"(?P<told>[^,.;?]+)"
    r"[,.;] ?¿?(?:and |y |e )?(?P<which>which|what|cu[aá]l(?:es)?|qua(?:l|is))\b[^?]{0,25}\?",
    re.I,
)
"""Tells something of a city that it then asks for: 'only one city got it, which one was it?'."""
_INCLUDED = re.compile(
    r",? (?:including|incluyendo|incluindo) (?:any|those|the ones|all|las|los|as|os) [^?.;]*", re.I
)
"""Says what a list of all holds anyway: 'including any that came in during 2026'."""
_NOT_MEANT = re.compile(
    r",? (?:and )?(?:not|rather than|no|não) (?:the|la|el|a|o) "
    r"(?:capital|city|state|province|country|ciudad|estado|provincia|cidade|província|país)"
    r"(?=\W*$|\))",
    re.I,
)
"""Says which of two places of one name is not meant, once the other was told."""
_OF_ALL = re.compile(
    r"(?!.*\b(?:other|else|also|there|too|them|same|my|our|otr[oa]s|alli|alla|mi|nuestr[oa]|outr[oa]s"
    r"|la|minha|noss[oa])\b)\W*(?:(?:which|what|how many)(?: \w+)? (?:cities|towns)"
    r"|(?:que|cuales|cuantas) ciudades|(?:que|quais|quantas) cidades)\b"
)
"""Asks for cities by nothing that was said before."""


_TAKES_UP = re.compile(
    r"^(?!.*\b(?:we|us|our|i|my|cities|towns|who|nosotros|nuestr[oa]|ciudades|quienes?|cidades|quem"
    r"|noss[oa])\b)"
    r"(?:(?:.*\b(?:they|them|theirs?|it|its|that (?:city|town|place)|tienen?|tuv\w+|ell[ao]s?"
    r"|esa ciudad|el[ae]s?|essa cidade)\b)|(?:\W*\w+){1,4}\W*$"
    r"|\W*(?:what|which|when|cual|que|qual)\b(?:\W*\w+){0,5} (?:date|day|year|fecha|data|dia)"
    r"(?: \w+)?\W*$)"
)
"""Asks of a place that was named before: by a pronoun, or in few words."""
_OURS = re.compile(r"\b(?:our|here|aqui|nuestras|nossas)\b")
"""Asks of the state or country that was named before."""
