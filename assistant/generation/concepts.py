"""What words may mean, so that 'assistance' meets 'help', and 'desalojo' meets 'eviction'."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.answers import Language
from assistant.folding import fold
from assistant.generation.opposites_words import OPPOSITES
from assistant.generation.thesaurus_words import THESAURUS
from index.function_words import FUNCTION_WORDS
from index.glossary import translated
from index.lexicon import term

Pole = tuple[str, int]
"""A pair of opposites by its name, and which end of it: 1 or -1."""

LANGUAGES: tuple[Language, ...] = ("en", "es", "pt")

_LIGHT: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        """according also among amid thus therefore however meanwhile overall indeed just simply even
        back thing things way ways kind case cases say says said state states stated report reports
        reported note notes show shows shown document documents source sources text evidence
        programme program city cities certification certified data work works working make makes
        made take takes took taken use uses used using have has had get gets got become became
        include includes including provide provides provided come comes came go goes went put
        puts give gives gave given see sees seen called known named specifically namely currently
        now today then since while whereas although though yet still both respectively
        part around there here well as such its roughly nearly almost approximately
        exactly precisely exceeding sometime previously their time year years month months day
        number numbers total figure figures figure amount rate share percent level levels
        down up out off way place area areas period same figure stand stands set sets mean means
        meant based regarding concerning terms addition besides together along during between
        within across involve involves help helped people person those""".split()
    ),
    "es": frozenset(
        """según además también así entonces mientras informó informa informado dice dijo indica
        documento documentos fuente fuentes programa ciudad ciudades certificación datos trabajo
        hacer hizo hace tiene tenía tuvo tener había hubo haber usar usa usó dar dio da poner puso
        año años mes meses número cifra cifras total parte lugar través mediante durante entre
        dentro respecto cuanto decir es sido siendo sea eran estar estaban estuvo lograr logró
        actualmente ahora hoy personas gente pudo puede podría pueden ser nivel
        casi unos unas aproximadamente alrededor cerca mismo misma propio propia cual cuales fue fueron""".split()
    ),
    "pt": frozenset(
        """segundo além também assim então enquanto informou informa informado diz disse indica
        documento documentos fonte fontes programa cidade cidades certificação dados trabalho
        fazer fez faz tem tinha teve ter havia houve haver usar usa usou dar deu dá pôr
        ano anos mês meses número total parte lugar meio durante entre dentro respeito quanto
        quase cerca aproximadamente dizer é sido sendo seja eram estar estavam esteve atualmente agora hoje pessoas pode pôde
        podia podem ser nível mesmo mesma próprio própria foi foram""".split()
    ),
}
"""Words that claim little by themselves."""

_PREFIX = re.compile(r"^(?:non|self|sub|re|co|ex|pre)-", re.IGNORECASE)


def is_function_word(word: str, language: Language) -> bool:
    """Whether a word belongs to grammar alone."""
    return word.lower().replace("’", "'") in FUNCTION_WORDS[language]


def is_light(word: str, language: Language) -> bool:
    """Whether a word claims little."""
    return word.lower() in _LIGHT[language]


@lru_cache(maxsize=65536)
def concepts(word: str, language: Language) -> frozenset[str]:
    """What a word may mean: marks that words of one meaning share, in any language."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    found = {f"={fold(low)}", f"en:{term(low, 'en')}"}
    bare = _PREFIX.sub("", low)
    for form in {low, bare, *(part for part in low.split("-") if len(part) > 2)}:
        found |= _groups(language).get(_stem(form, language), frozenset())
        found |= _groups(language).get(_stem(fold(form), language), frozenset())
        found.add(f"en:{term(form, 'en')}")
        if language != "en" and (english := translated(form, language, known=_is_english)):
            found.add(f"en:{term(english, 'en')}")
            found |= _groups("en").get(_stem(english, "en"), frozenset())
    if language != "en":
        found |= {f"~{fold(low)[:6]}"} if len(low) > 6 else set()  # cognates: 'inform…'
    elif len(low) > 6:
        found.add(f"~{low[:6]}")
    return frozenset(found)


@lru_cache(maxsize=65536)
def poles(word: str, language: Language) -> frozenset[Pole]:
    """The ends of pairs of opposites that a word stands at."""
    low = word.lower()
    by_stem = _poles(language)
    return by_stem.get(low, frozenset()) | by_stem.get(f"~{_stem(low, language)}", frozenset())


def _stem(word: str, language: str) -> str:
    return term(word, language)


def _is_english(term_: str) -> bool:
    return term_ in _english_terms()


@lru_cache(maxsize=1)
def _english_terms() -> frozenset[str]:
    """Stems of the thesaurus's English, which a cognate may be guessed to be one of."""
    return frozenset(term(word, "en") for line in THESAURUS.splitlines() for word in _words(line, 0))


def _words(line: str, n: int) -> Iterator[str]:
    yield from line.split("|")[n].split()


@lru_cache(maxsize=3)
def _groups(language: Language) -> Mapping[str, frozenset[str]]:
    """Stems with the lines of the thesaurus that hold them."""
    column = LANGUAGES.index(language)
    found: dict[str, set[str]] = {}
    for n, line in enumerate(THESAURUS.splitlines()):
        for word in _words(line, column):
            for form in {word, fold(word)}:
                found.setdefault(_stem(form, language), set()).add(f"#{n}")
    return {stem: frozenset(own) for stem, own in found.items()}


_TO_THE_LETTER = ("order", "pace", "side")
"""Pairs whose words have stems in common with others: 'following' and 'followed'."""


@lru_cache(maxsize=3)
def _poles(language: Language) -> Mapping[str, frozenset[Pole]]:
    """Words as written, and stems after '~', with their poles."""
    column = LANGUAGES.index(language)
    found: dict[str, set[Pole]] = {}
    for name, ends in OPPOSITES.items():
        for end, line in zip((1, -1), ends, strict=True):
            for word in _words(line, column) if line.count("|") == 2 else line.split():
                found.setdefault(word, set()).add((name, end))
                if len(word) > 3 and name not in _TO_THE_LETTER:
                    found.setdefault(f"~{_stem(word, language)}", set()).add((name, end))
    return {word: frozenset(own) for word, own in found.items()}


def phrases() -> tuple[str, ...]:
    """The thesaurus's entries of several words, with spaces."""
    every = {w.replace("_", " ") for line in THESAURUS.split() for w in [line] if "_" in w}
    return tuple(sorted(every, key=len, reverse=True))
