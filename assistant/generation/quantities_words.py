"""Words of quantity, and what in the evidence bears them out, in three languages."""

import re
from collections.abc import Sequence

_TIME = r"(?:\s(?:the\s|los\s|las\s|os\s|as\s)?(?:\w+\s)?(?:years?|months?|days?|weeks?|hours?|años?|mes(?:es)?|días?|semanas?|anos?|dias?|time|vez|vezes|veces)\b)"
QUANTITIES: Sequence[tuple[str, re.Pattern[str], re.Pattern[str]]] = tuple(
    (name, re.compile(own, re.I), re.compile(held, re.I))
    for name, own, held in (
        (
            "all",
            rf"(?<!de )(?<!por )(?<!em )(?<!after )(?<!above )\b(?:all(?= (?!told)\w)|every|each|everyone|everybody|entire|whole|todos|todas|cada|ambos|ambas|both(?! \w+ and))\b(?!{_TIME})(?! told)",
            r"\b(?:all|every|each|any|every\w+|entire|whole|both|100 ?%|none|no\b[\w ]+ (?:other|more)|todos|todas|cada|alike|cualquier|qualquer|either|joint\w*|together|two|together with|same|toda|todo)\b|100 ?%",
        ),
        (
            "always",
            r"\b(?:always|siempre|sempre|never|nunca|jamás|jamais|constantly|invariably)\b",
            r"\b(?:always|every|each|any|siempre|sempre|never|nunca|jamás|jamais|not|no)\b",
        ),
        (
            "most",
            r"\b(?:most of|most (?=\w+s\b)|the majority|a majority|mayoría|maioria)\b",
            r"\b(?:most|majority|mayoría|maioria)\b",
        ),
        ("half", r"\b(?:half|mitad|metade)\b", r"\b(?:half|mitad|metade)\b"),
        (
            "only",
            r"(?<!not )(?<!no )\b(?:only|sole|solely|exclusively|solo|sólo|solamente|únicamente|único|única|únicos|apenas|só|somente|exclusivamente|nobody else|no other)\b",
            r"\b(?:only|sole|solely|alone|exclusively|single|just|no other|none|solo|sólo|únic\w+|apenas|só|somente|either|nothing (?:else|more))\b",
        ),
        (
            "first",
            r"\b(?:first|primer[ao]?s?|primeir[ao]s?)\b",
            r"\b(?:first\w*|primer[ao]?s?|primeir[ao]s?|initial\w*|earliest|newly|new|launch\w*|inaugural|début|debut|oldest|began|start\w*|earlier|entered)\b",
        ),
        (
            "superlative",
            r"\b(?:highest|lowest|largest|biggest|smallest|greatest|best|worst|oldest|youngest|fastest|leading|record|(?:el|la|los|las|o|a|os|as) (?:más|mais) (?!de\b|del\b|que\b|d[aeo]s?\b)\w+|mejor|peor|melhor|pior)\b",
            r"\b(?:\w+est|most|top|entry|record|leading|best|worst|más|mais|mejor|melhor|lead\w*|first|last|better)\b",
        ),
        (
            "at most",
            r"\bat most\b(?! \d)|\bcomo máximo\b(?! \d)",
            r"\bat most\b|\bno more\b|\bmaximum\b|\bup to\b|\bmáximo\b",
        ),
        (
            "at least",
            r"\bat least\b(?! \d)|\bal menos\b(?! \d)|\bpelo menos\b(?! \d)",
            r"\bat least\b|\bor more\b|\bno (?:fewer|less)\b|\bminimum\b|\bmenos\b|\bmore than\b|\bover\b",
        ),
        (
            "multiple",
            r"\b(?:doubled?|twice|tripled?|threefold|halved|quadrupled?|duplic\w+|triplic\w+|doble|dobr\w+)\b",
            r"\b(?:doubled?|twice|tripled?|threefold|halved|quadrupled?|times as many|-fold|duplic\w+|doble|dobr\w+)\b",
        ),
        (
            "entirely",
            r"\b(?:outright|completely|fully|entirely|totally|definitely|certainly|undoubtedly|permanently|forever|completamente|totalmente|por completo|definitivamente)\b",
            r"\b(?:outright|completely|fully|entirely|totally|all|100 ?%|permanent\w*|full|whole|wholly)\b|100 ?%",
        ),
    )
)
SOME = re.compile(
    r"\b(?:some(?! \d)|several|a few|algunos|algunas|varios|varias|alguns|algumas|vários|várias|not all|no todos|nem todos|many|muchos|muitos)\b",
    re.I,
)
EVERY = re.compile(rf"\b(?:all|every|each|any|100 ?%)\b(?!{_TIME})", re.I)

ORDINALS = {
    word: n
    for n, words in enumerate(
        (
            "second 2nd segunda",
            "third 3rd tercer tercera tercero terceiro terceira",
            "fourth 4th cuarta cuarto quarta quarto",
            "fifth 5th quinta quinto",
            "sixth 6th sexta sexto",
            "seventh 7th séptima séptimo sétima sétimo",
            "eighth 8th octava octavo oitava oitavo",
            "ninth 9th novena noveno nona nono",
            "tenth 10th décima décimo",
        ),
        start=2,
    )
    for word in words.split()
}
"""Places in a row after the first. In Portuguese, 'segundo' is mostly 'according to'."""
