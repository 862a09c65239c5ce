"""What the levels of a standard are called, and which of them a line of tokens names.

The names come from the standard; a metal is known in three languages without being told. In a line
of tokens a level is `TIERA`, `TIERB` … by its place among the names. Which words of a question
stand for a level is left to `tier_scale`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase

from assistant.answers import Language
from assistant.folding import fold
from corpus.records import Standard

TIERS: Sequence[str] = tuple(f"TIER{letter}" for letter in ascii_uppercase)
"""Every token that a level can have."""

ANY_TIER = r"TIER[A-Z]"
_THREE = 3


@dataclass(frozen=True, slots=True)
class LevelWords:
    """A level by itself, and with the article that its language wants."""

    name: str
    the: str


def _metal(en: str, es: str, pt: str) -> Mapping[Language, LevelWords]:
    """A metal's words, those of Spanish and Portuguese given with their article."""
    words: Mapping[Language, str] = {"en": en, "es": es, "pt": pt}
    return {language: LevelWords(said.split()[-1], said) for language, said in words.items()}


METALS: Mapping[str, Mapping[Language, LevelWords]] = {
    "bronze": _metal("bronze", "el bronce", "o bronze"),
    "silver": _metal("silver", "la plata", "a prata"),
    "gold": _metal("gold", "el oro", "o ouro"),
    "platinum": _metal("platinum", "el platino", "a platina"),
    "diamond": _metal("diamond", "el diamante", "o diamante"),
}
"""Names that many programmes share, in three languages."""

_METAL_OF = {fold(words.name): metal for metal, names in METALS.items() for words in names.values()}
_THE: Mapping[Language, str] = {"en": "{}", "es": "el nivel {}", "pt": "o nível {}"}


def level_words(name: str, language: Language, standard: Standard | None = None) -> LevelWords:
    """A level's name as a language has it; as the standard writes it where it has none."""
    own = _own_names(name, standard).get(language)
    metal = metal_of(name)
    if metal and not own:
        return METALS[metal][language]
    said = own or name
    return LevelWords(said, _THE[language].format(said))


def metal_of(name: str) -> str | None:
    """The metal, as `METALS` calls it, that a level's name is in some language."""
    return _METAL_OF.get(fold(name))


def _own_names(name: str, standard: Standard | None) -> Mapping[str, str]:
    """The names that the newest version with this level gives it."""
    for version in reversed(standard.versions if standard else ()):
        for tier in version.tiers:
            if tier.name == name:
                return tier.names
    return {}


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels that a question can name.

    Attributes:
        names: by place, those of the version in force first, lowest first.
        current: how many of them are of the version in force.
        plain: patterns over folded text with their tokens.
        marked: as `plain`, over text as it was written, of names that are words of other meanings
            too: these count only with a capital, or beside the word level.
        spellings: words that stand for a level where they are misspelt, with their tokens.
        units: what is counted, as words of folded text.
        has_categories: whether what is counted falls into categories, so that one is no level.
    """

    names: Sequence[str]
    current: int
    plain: Sequence[tuple[str, re.Pattern[str]]]
    marked: Sequence[tuple[str, re.Pattern[str]]]
    spellings: Mapping[str, str]
    units: re.Pattern[str] | None
    has_categories: bool = False

    @property
    def top(self) -> str:
        """The token of the highest level in force; empty without levels."""
        return TIERS[self.current - 1] if self.current else ""

    @property
    def middle(self) -> str:
        """The token of the one between the lowest and the highest; empty unless it is only one."""
        return TIERS[1] if self.current == _THREE else ""

    @property
    def bottom(self) -> str:
        """The token of the lowest."""
        return TIERS[0] if self.current else ""

    def tiers_in(self, line: str) -> tuple[str, ...]:
        """The levels that a line of tokens names, in the order of the scale."""
        tokens = set(line.split())
        return tuple(
            name for token, name in zip(TIERS, self.names, strict=False) if token in tokens
        )

    def name_of(self, token: str) -> str:
        """The level that a token of a line stands for."""
        return self.names[TIERS.index(token)]

    def mark(self, question: str) -> str:
        """A question with its levels of doubtful name marked, so that they stay apart."""
        for token, pattern in self.marked:
            question = pattern.sub(partial(_marked, token), question)
        return question


def _marked(token: str, found: re.Match[str]) -> str:
    """The token in place of a name, after the words that showed it to be one."""
    shown = found.groupdict()
    return f"{shown.get('before') or shown.get('becoming') or ''} {token.lower()} "


NO_LEVELS = Scale(names=(), current=0, plain=(), marked=(), spellings={}, units=None)
"""Of text that is not about a standard."""
