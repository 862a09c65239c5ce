"""Which of the three languages a question is in, and words that tell nothing in each.

Questions are short, so function words decide: they are few, frequent and hardly shared. A general
language identifier guesses from character statistics and errs on 'Recife ouro?' and the like.
"""

import re
from collections.abc import Mapping

from assistant.answers import Language

FUNCTION_WORDS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        """a about after again all also am an and any are as at be because been before being between
        both but by can could did do does doing down during each few for from further had has have
        having he her here hers him his how i if in into is isn't it its itself just let lets like
        many me more most much my no nor not of off on once only or other our out over own please
        same she should so some still such tell than that the their them then there these they this
        those through to too under until up us very was we were what what's when where which while
        who whom who's whose why will with would you your""".split()
    ),
    "es": frozenset(
        """a al algo alguna algunas alguno algunos ante antes aquí así aún cada como cómo con
        contra cual cuál cuales cuáles cuando cuándo cuanta cuánta cuantas cuántas cuanto cuánto
        cuantos cuántos de del desde donde dónde dos el él ella ellas ellos en entre era es esa ese
        eso esta está están estas este esto estos fue fueron ha hace hacen han hasta hay hizo la las
        le les lo los más me mi muy nada ni no nos nosotros nuestra nuestro o otra otro para pero
        por porque pues que qué quien quién quienes quiénes se ser si sí sin sobre son su sus
        también tan te tiene tienen todo todos tu un una uno unos y ya yo""".split()
    ),
    "pt": frozenset(
        """a ao aos as até com como da das de dela dele deles depois do dos e é ela elas ele eles em
        entre era essa esse esta está estão este eu faz fazem fez foi foram há isso isto já lhe
        mais mas me mesmo meu minha muito na nas não nem no nos nossa nosso num numa o onde os ou
        para pela pelas pelo pelos por porque qual quais quando quanta quantas quanto quantos que
        quê quem se sem ser seu seus só são sobre sua suas também te tem têm um uma umas uns você
        vocês""".split()
    ),
}

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
    for language, known in FUNCTION_WORDS.items():
        # A word that all languages have in common says little, but a little.
        votes = sum(1.0 / _languages_with(word) for word in found if word in known)
        votes += sum(0.8 for word in found if word in _CONTENT_WORDS[language])
        scores[language] = votes + 1.5 * len(_SIGNS[language].findall(text.lower()))
    order: list[Language] = [default, "en", "es", "pt"]
    return max(order, key=lambda language: scores[language])


def _languages_with(word: str) -> int:
    return sum(word in known for known in FUNCTION_WORDS.values())
