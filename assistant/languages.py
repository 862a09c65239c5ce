"""Which of the three languages a question is in, and words that tell nothing in each.

Questions are short, so function words decide: they are few, frequent and hardly shared. A general
language identifier guesses from character statistics and errs on 'Recife ouro?' and the like.
"""

import re
from collections.abc import Mapping

from assistant.answers import Language
from index.function_words import FUNCTION_WORDS

# Words of the trade and of courtesy: a question may hold nothing else.
_CONTENT_WORDS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        """bye certification certified cities city criteria data gold goodbye hello help hey hi
        level platinum silver thank thanks""".split()
    ),
    "es": frozenset(
        """adiós ayuda buenas buenos certificación certificada ciudad ciudades criterio criterios
        cumplimos datos días falta faltan gracias hola necesita necesitamos nivel oro plata platino
        presupuesto tardes""".split()
    ),
    "pt": frozenset(
        """ajuda atendemos bom boa certificação cidade cidades cidadãos critério critérios dados dia
        falta faltam nível obrigada obrigado oi olá orçamento ouro platina prata precisamos
        tarde""".split()
    ),
}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SIGNS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?!)"),
    "es": re.compile(r"[¿¡ñ]|ción\b|ciones\b"),
    "pt": re.compile(r"[ãõçêô]|ção\b|ções\b|nh[aeo]"),
}


def detect(text: str, *, default: Language = "en") -> Language:
    """The language of a question: English, Spanish or Portuguese.

    Args:
        default: taken where nothing in the text speaks for any of them.
    """
    found = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    scores: dict[Language, float] = {}
    for language in _SIGNS:
        known = FUNCTION_WORDS[language]
        # A word that all languages have in common says little, but a little.
        votes = sum(1.0 / _languages_with(word) for word in found if word in known)
        votes += sum(0.8 for word in found if word in _CONTENT_WORDS[language])
        scores[language] = votes + 1.5 * len(_SIGNS[language].findall(text.lower()))
    order: list[Language] = [default, "en", "es", "pt"]
    return max(order, key=lambda language: scores[language])


def _languages_with(word: str) -> int:
    return sum(word in known for known in FUNCTION_WORDS.values())
