"""The words by which questions name the levels of a standard and what it counts."""

import re
from functools import lru_cache

from assistant.folding import fold
from assistant.tools.level_names import METALS, TIERS, Scale, metal_of
from assistant.tools.tier_words import is_common
from corpus.records import Standard

MIN_SPELT = 6
"""A shorter name is not recognised where it is misspelt."""

_SHORT = {"platinum": ("plat", "platinium")}
"""What people write for a metal besides."""


def scale_of(standard: Standard) -> Scale:
    """The levels of a standard's versions, the current ones first."""
    versions = (standard.current, *reversed(standard.versions[:-1]))
    names: dict[str, list[str]] = {}
    for version in versions:
        for tier in version.tiers:
            names.setdefault(tier.name, []).extend(tier.names.values())
    words = tuple((name, tuple(dict.fromkeys(own))) for name, own in names.items())
    units = tuple(word for unit in standard.units.values() for word in (unit.many, unit.one))
    return _scale(
        words[: len(TIERS)],
        min(len(standard.current.tiers), len(TIERS)),
        units,
        standard.assesses == "others",
    )


@lru_cache(maxsize=16)
def _scale(
    words: tuple[tuple[str, tuple[str, ...]], ...],
    current: int,
    units: tuple[str, ...],
    has_categories: bool,
) -> Scale:
    plain: list[tuple[str, re.Pattern[str]]] = []
    marked: list[tuple[str, re.Pattern[str]]] = []
    spellings: dict[str, str] = {}
    for token, (name, others) in zip(TIERS, words, strict=False):
        sure: list[str] = [token.lower()]
        doubtful: list[str] = []
        for own in dict.fromkeys((name, *others)):
            (doubtful if _is_doubtful(own) else sure).append(fold(own))
            if metal := metal_of(own):
                sure += [fold(said.name) for said in METALS[metal].values()]
                sure += _SHORT.get(metal, ())
        alternatives = sorted(map(re.escape, dict.fromkeys(sure)), key=len, reverse=True)
        plain.append((token, re.compile(rf"(?<!\S)(?:{'|'.join(alternatives)})(?!\S)")))
        spellings |= {word: token for word in sure if word.isalpha() and len(word) >= MIN_SPELT}
        marked += [(token, _marking(own)) for own in (name, *others) if fold(own) in doubtful]
    # A longer name may hold a shorter one: 'very good' before 'good'.
    plain.sort(key=lambda entry: -len(entry[1].pattern))
    marked.sort(key=lambda entry: -len(entry[1].pattern))
    counted = "|".join(sorted({re.escape(fold(u)) for u in units}, key=len, reverse=True))
    return Scale(
        names=[name for name, _ in words],
        current=current,
        plain=plain,
        marked=marked,
        spellings={word: token for word, token in spellings.items() if token.lower() != word},
        units=re.compile(rf"(?<!\S)(?:{counted})(?!\S)") if counted else None,
        has_categories=has_categories,
    )


_BECOMING = r"be|become|becoming|get|getting|reach|earn|ser|estar|quedar|ficar"
_GOING_ON = r"with|at|and|or|con|y|o|com|e|ou"
_LEVEL = r"(?i:level|tier|rating|rank|grade|category|nivel|nível|categor[ií]a|categoria)"


def _marking(name: str) -> re.Pattern[str]:
    """Where a doubtful name is meant: written with a capital after another word, or as a level."""
    own = r"\s+".join(map(re.escape, name.split()))
    if any(c.isdigit() for c in name):
        return re.compile(rf"(?<!\w)(?i:{own})(?!\w)")
    capital = r"\s+".join(re.escape(w[:1].upper() + w[1:]) for w in name.split())
    first = re.escape(name[:1].upper() + name[1:])
    return re.compile(
        rf"(?<=[^\W\d] )(?:{capital}|{first})(?!\w)"
        rf"|(?P<before>(?i:\b(?:{_LEVEL}) ))(?i:{own})(?!\w)"
        rf"|(?<!\w)(?i:{own})(?= {_LEVEL}\b)|[\"'“‘«](?i:{own})[\"'”’»]"
        rf"|(?P<becoming>(?i:\b(?:{_BECOMING}) ))(?i:{own})(?=\W*$| (?i:{_GOING_ON})\b)"
    )


def _is_doubtful(name: str) -> bool:
    """Whether a name holds a number, or is made of words that questions use otherwise."""
    words = fold(name).split()
    return any(c.isdigit() for c in name) or all(is_common(word) for word in words)
