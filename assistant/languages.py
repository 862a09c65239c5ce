"""Which of the three languages a question is in, and words that tell nothing in each.

Questions are short, so function words decide: they are few, frequent and hardly shared. A general
language identifier guesses from character statistics and errs on 'Recife ouro?' and the like.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.answers import Language
from assistant.folding import fold
from index.function_words import FUNCTION_WORDS
from index.glossary import is_foreign

# Words of the trade and of courtesy: a question may hold nothing else.
_CONTENT_WORDS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        """bye certification certified cities city criteria data eligible flood gold goodbye hello
        help hey hi level list platinum population silver thank thanks violence""".split()
    ),
    "es": frozenset(
        """adiós alcaldía ayuda ayuntamiento buenas buenos certificada certificadas ciudad ciudadana
        ciudadano ciudades criterio criterios cumple cumplen cumplimos datos días dura
        cuéntame cuéntanos háblame empresas explícame falta faltan fecha gracias hola leyes
        licencia lograr logró
        necesita necesitamos nivel niveles oro plata platino población práctica presupuesto
        primera primero puede pueden puedo reglas ronda salud seguridad subieron tardes
        tiempo umbral umbrales vivienda""".split()
    ),
    "pt": frozenset(
        """ajuda atende atendem atendemos atender bom boa certificada certificadas cidade cidadã
        cidadãos cidades conte critério critérios dados desde empresas fala fale falta faltam
        habitação limite limites nível níveis obrigada obrigado oi olá orçamento ouro pede pode
        podem
        posso platina prata disso disto nisso
        nisto pra prática prazo precisa precisamos prefeitura primeira
        primeiro pro regras rodada saúde segurança subiram tarde tempo""".split()
    ),
}
# Words that Spanish and Portuguese share, if not by their accents.
_SHARED_WORDS = frozenset(
    """areas contratos habitantes lista maxima maximo minima minimo mínima mínimo municipal
    municipio municipios participar podemos programa publica publico requisitos resultado
    resultados ultima ultimas ultimo violencia""".split()
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SIGNS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?!)"),
    "es": re.compile(r"[¿¡ñ]|ci[oó]n\b|ciones\b|dad\b"),
    "pt": re.compile(
        r"[ãõçêô]|[cç][aã]o\b|[cç][oõ]es\b|(?<!\b[iue])nh[aeo]|dade\b|\bo (?:que|programa"
        r"|crit[eé]rio)\b|\ba (?:pena|gente)\b|\bde novo\b"
        r"|[a-z]{3}(?:iu|(?<!y)ou|[aei]ram)\b"  # 'assumiu', 'chegou', 'fizeram'
    ),
}
# Names with a function word in them, which tells nothing of the language they stand in: those
# written with capitals, and some that people write without.
_NAMES = re.compile(
    r"\b(?:(?:Los|Las|La|El|San|São|Santa) )?"
    r"(?!Que[mn]?\b|Qui[eé]n|Qu[eé]\b|[QC]u[aá](?:l|is|nd|nt)|C[oó]mo\b|Onde\b|D[oó]nde\b)[A-ZÀ-Ý][^\W\d_]+"
    r"(?: (?:(?:de|del|da|do|das|dos|la|las|los|el) )*(?:de|del|da|do|das|dos) [A-ZÀ-Ý][^\W\d_]+)+"
    r"|\b(?:Los|Las|La|El|São|Buenos) (?=[A-ZÀ-Ý])"
    r"|\b(?i:los angeles|las vegas|las condes|el paso|buenos aires|s[aã]o paulo|rio de janeiro"
    r"|porto alegre|tres de febrero|mogi das cruzes|luj[aá]n de cuyo)\b"
)


_TELL_ME = re.compile(r"^\W*(?:Cu[eé]nta|H[aá]bla|Expl[ií]ca|Di|Conte|Fale|Diga)(?:me|nos)?\b")
"""Begins what is asked for, and no name: 'Cuéntame de Monterrey'."""


@lru_cache(maxsize=1024)  # each step of an answer asks it of the same question
def detect(text: str, *, default: Language = "en") -> Language:
    """The language of a question: English, Spanish or Portuguese.

    Args:
        default: taken where nothing in the text speaks for any of them.
    """
    plain = _NAMES.sub(" ", _TELL_ME.sub(lambda told: told[0].lower(), text))
    found = [word.lower().replace("’", "'") for word in _WORD.findall(plain)]
    scores: dict[Language, float] = {}
    for language in _SIGNS:
        votes = sum(_vote(word, language) for word in found)
        scores[language] = votes + 1.5 * len(_SIGNS[language].findall(plain.lower()))
    order: list[Language] = [default, "en", "es", "pt"]
    return max(order, key=lambda language: scores[language])


def _vote(word: str, language: Language) -> float:
    """How much a word speaks for a language; less if only its accents are missing.

    A function word that several languages have says little, but a little.
    """
    if language == "en" and word.endswith("'s"):
        return 1.0
    if word in FUNCTION_WORDS[language]:
        return 1.0 / sum(word in known for known in FUNCTION_WORDS.values())
    if word in _CONTENT_WORDS[language]:
        return 0.8
    if language != "en" and word in _SHARED_WORDS:
        return 0.5
    if word in _unaccented(language):
        return 0.6
    return 0.3 if language != "en" and is_foreign(word) else 0.0


@lru_cache(maxsize=3)
def small_words(language: Language) -> frozenset[str]:
    """A language's function words, folded."""
    return frozenset(fold(word) for word in FUNCTION_WORDS[language])


@lru_cache(maxsize=3)
def _unaccented(language: Language) -> frozenset[str]:
    known = FUNCTION_WORDS[language] | _CONTENT_WORDS[language]
    return frozenset(plain for word in known if (plain := fold(word)) != word)
