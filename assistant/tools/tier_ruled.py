"""What one level took while levels went by another rule than a share of the criteria.

The records hold that rule as a whole: 'two, three or four components'. What it asked of each level
the documents say, so such a question is left to them, put in words by which they are found.
"""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.folding import fold
from assistant.tools.level_names import level_words
from assistant.tools.tier_grammar import TierQuestion, read_tier_question
from assistant.tools.tiers import version_by_id
from corpus.records import Standard

_ASKED: Mapping[Language, str] = {
    "en": "What did {level} take in {year}?",
    "es": "¿Qué hacía falta para {level} en {year}?",
    "pt": "O que era preciso para {level} em {year}?",
}


_OF_BEFORE = re.compile(
    r"20\d\d|\b(?:old|olden|original\w*|first|early|earlier|before|beg[aiu]n\w*|start\w*|launch\w*|back"
    r"|past|former\w*|previous\w*|initial\w*|outset|antes|anterior\w*|antig\w+|viej\w+|velh\w+"
    r"|primer\w*|primeir\w+|inici\w+|principio|comienzo|comeco|lanzamiento|lancamento|entonces"
    r"|epoca|tempo)\b"
)
"""Without a word of this kind no version but the one in force is meant; reading takes longer."""


def is_of_a_rule(asked: TierQuestion, standard: Standard) -> bool:
    """Whether it asks, without an amount, what one level took under a version without bands."""
    bare = asked.met is None and asked.percent is None and not asked.also
    one = asked.kind == "needed" and len(asked.tiers) == 1
    return bare and one and not version_by_id(asked.version, standard).tiers


def as_of_a_rule(text: str, standard: Standard | None, language: Language) -> str:
    """Such a question as the documents answer it; any other text as it is."""
    if standard is None or all(version.tiers for version in standard.versions):
        return text
    if not _OF_BEFORE.search(fold(text)):
        return text
    asked = read_tier_question(text, standard=standard)
    if asked is None or not is_of_a_rule(asked, standard):
        return text
    level = level_words(asked.tiers[0], language, standard).name
    year = version_by_id(asked.version, standard).in_force_from.year
    return _ASKED[language].format(level=level, year=year)
