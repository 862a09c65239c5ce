"""What taking part costs those who ask: 'do we have to pay?', 'is it free for us?'.

Such a question is little more than a word of money, which a hundred sentences on what things cost
hold as well. So it is put as what it means, once none of its other words says what is paid for.
"""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.folding import fold
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

_MONEY = frozenset(
    """pay pays paying payment fee fees cost costs price prices charge charges charged free bill
    expensive money costly
    pagar paga pagan pagamos pago cuesta cuestan costo costos coste costes precio gratis gratuito
    gratuita cuota tarifa dinero caro cara cobran cobra costar
    pagam custa custam custo custos preco taxa taxas dinheiro cobram graca""".split()
)
_TAKING_PART = frozenset(
    """we us our you your city cities town towns municipality municipalities one someone anyone
    anybody anything something need needs must join joins joining take taking part participate
    participating participation apply applying application enter entering sign signing certified
    certification certificate certify assessed assessment get getting whole thing involved
    membership member members programme program charge ask asked required require kind sort all
    really actually ever even just also first itself altogether total roughly about tell know
    please
    nosotros nuestra nuestro ciudad ciudades municipio municipios alcaldia hay tiene tenemos
    tienen que algo alguien participar participacion entrar unirse inscribirse inscripcion sumarse
    postular postularse solicitar solicitud certificarse certificar certificacion certificado
    evaluacion evaluar evaluarse programa ser parte formar obtener alguna algun necesario
    nos nossa nosso cidade cidades prefeitura temos precisa preciso precisamos alguma algum
    inscrever inscricao aderir candidatar candidatura certificacao avaliacao fazer tudo
    de""".split()
)
_ASKED: Mapping[Language, str] = {
    "en": "What does it cost a city to take part in the certification?",
    "es": "¿Cuánto le cuesta a una ciudad participar en la certificación?",
    "pt": "Quanto custa para uma cidade participar da certificação?",
}

_OF_OTHERS = re.compile(
    r"\b(?:who|which|did|was|were|they|them|their|paid|gets?(?! (?:certified|assessed))|there is"
    r"|quien(?:es)?|cuales|quem|quais|custou|eles|elas|ellos|ellas)\b"
)
"""Asks of a cost that was, of whoever pays, or of what a city is given."""


def of_taking_part(text: str, language: Language) -> str:
    """A question of money that names nothing else, as what it costs to take part."""
    plain = {fold(word).replace("’", "'").split("'")[0] for word in words(text)}
    small = {fold(word) for word in FUNCTION_WORDS[language]}
    if _OF_OTHERS.search(fold(text)):
        return text
    about = plain - small - _MONEY - _TAKING_PART
    return _ASKED[language] if plain & _MONEY and not about else text
