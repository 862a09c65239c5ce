"""Sentences planted to measure the check of what a language model writes: true ones and lies.

Lies are made from the evidence by mutations of a named kind. What is drawn depends on the seed and
on the evidence alone, so that the same evidence gives the same sentences.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from assistant.evaluation.falsehoods_words import (
    APPEALS,
    CAUSES,
    CONTINUATIONS,
    HEDGES,
    INVENTIONS,
    ORGANISATIONS,
    QUANTIFIERS,
    TURNED,
    UNITS,
)
from assistant.generation.exhibits import Exhibit

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_LEVELS = ("silver", "gold", "platinum")


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence that a model might write.

    Attributes:
        kind: what kind of lie, or of true sentence, it is.
        text: without markers.
        cited: the numbers of the exhibits that it names as its evidence.
        true: whether the evidence carries it.
    """

    kind: str
    text: str
    cited: tuple[int, ...]
    true: bool


Mutation = Callable[[str, Random], str | None]
"""Makes a lie of a true sentence; None where it cannot."""


def planted(exhibits: Sequence[Exhibit], *, seed: int = 0, places: Sequence[str]) -> list[Planted]:
    """True sentences of the evidence with lies made of it between them.

    Args:
        exhibits: the evidence of one question, in English.
        seed: draws with another seed make other lies.
        places: names of cities, for moving what is told of one to another.
    """
    chance = Random(f"{seed}{[exhibit.text for exhibit in exhibits]}")  # noqa: S311  (no secret)
    found: list[Planted] = []
    for exhibit in exhibits:
        for true in truths(exhibit):
            found += [true, *chance.sample(list(lies(exhibit, chance, places)), 1)]
    found += list(_merged(exhibits, places))
    return found


def truths(exhibit: Exhibit) -> Iterator[Planted]:
    """The evidence as it stands, shortened, and in other forms of the same."""
    own = (exhibit.n,)
    text = exhibit.text.lstrip("- ").strip()
    yield Planted("verbatim", text, own, true=True)
    if (short := shortened(text)) != text:
        yield Planted("shortened", short, own, true=True)
    if (other := reformatted(text)) != text:
        yield Planted("reformatted", other, own, true=True)


def lies(exhibit: Exhibit, chance: Random, places: Sequence[str]) -> Iterator[Planted]:
    """One lie of each kind that the evidence lends itself to."""
    text = exhibit.text.lstrip("- ").strip()
    for kind, mutate in MUTATIONS.items():
        if (lie := mutate(text, chance)) and lie != text:
            yield Planted(kind, lie, (exhibit.n,), true=False)
    if lie := _elsewhere(text, chance, places):
        yield Planted("city", lie, (exhibit.n,), true=False)
    city = next((p for p in places if p in text), "The city")
    yield Planted("invention", chance.choice(INVENTIONS).format(city), (exhibit.n,), true=False)
    yield Planted("citation", chance.choice(INVENTIONS).format(city), (97,), true=False)
    yield Planted("appeal", chance.choice(APPEALS).format(text), (exhibit.n,), true=False)


def shortened(text: str) -> str:
    """A sentence without what says where its fact is from, and without the state of its city."""
    short = re.sub(r",? (?:as reported|as described|according to)[^,;:]*(?=\.$)", "", text)
    return re.sub(r"^([A-Z][\w. ]+), [A-Z]\w+(?: [A-Z]\w+)?, (?=[a-z])", r"\1 ", short)


def reformatted(text: str) -> str:
    """A sentence with its figures and dates in other forms of the same."""
    other = re.sub(r"(\d) %", r"\1%", text)
    other = re.sub(r"([\d.,]+(?: million| billion)?) US dollars", r"$\1", other)
    return re.sub(
        rf"(?<![-–\d])(?<!to )(?<!and )\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})",
        r"\2 \1, \3",
        other,
    )


# Mutations


def _number(text: str, chance: Random) -> str | None:
    found = [
        m for m in re.finditer(r"(?<![\w,.-])\d[\d,]*(?:\.\d+)?(?![\w-]|,\d)", text)
        if not re.fullmatch(r"(?:19|20)\d\d", m[0]) and not _in_date(text, m)
    ]  # fmt: skip
    if not found:
        return None
    match = chance.choice(found)
    digits = list(match[0])
    at = chance.choice([n for n, d in enumerate(digits) if d.isdigit()])
    digits[at] = str(
        (int(digits[at]) + chance.randint(1, 8)) % 9 + 1
        if at == 0
        else (int(digits[at]) + 1 + chance.randint(0, 7)) % 10
    )
    lie = "".join(digits)
    other = {m[0] for m in found}
    return None if lie in other else text[: match.start()] + lie + text[match.end() :]


def _in_date(text: str, match: re.Match[str]) -> bool:
    return bool(re.match(rf"(?:-\d+)? (?:{'|'.join(_MONTHS)})", text[match.end() :]))


def _unit(text: str, chance: Random) -> str | None:
    fit = [(old, new) for old, new in UNITS if re.search(old, text)]
    if not fit:
        return None
    old, new = chance.choice(fit)
    return re.sub(old, new, text, count=1)


def _date(text: str, chance: Random) -> str | None:
    found = list(re.finditer(rf"\b(?:{'|'.join(_MONTHS)}|(?:19|20)\d\d)\b(?![-–,]\d)", text))
    if not found:
        return None
    match = chance.choice(found)
    if match[0].isdigit():
        other = str(int(match[0]) + chance.choice((-2, -1, 1, 2)))
    else:
        other = chance.choice([month for month in _MONTHS if month != match[0]])
    return None if other in text else text[: match.start()] + other + text[match.end() :]


def _level(text: str, chance: Random) -> str | None:
    found = list(re.finditer(r"\b(?:silver|gold|platinum)\b", text))
    named = {m[0] for m in found}
    if not found:
        return None
    match = chance.choice(found)
    others = [level for level in _LEVELS if level not in named]
    return text[: match.start()] + chance.choice(others) + text[match.end() :] if others else None


def _swap(text: str, pattern: str, chance: Random) -> str | None:
    """Two different matches of a pattern exchanged."""
    found = list(re.finditer(pattern, text))
    pairs = [(a, b) for a in found for b in found if a.start() < b.start() and a[0] != b[0]]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    return text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :]


def _swapped(text: str, chance: Random) -> str | None:
    ways = [
        r"(?<![\d.,])\d[\d,.]*(?= ?%)",
        r"\b(?:silver|gold|platinum)\b",
        rf"\b\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}}\b",
        r"(?<![\d ]\s)(?<![\d,.-])\b(?:19|20)\d\d\b(?![-,]\d)",
    ]
    made = [lie for way in ways if (lie := _swap(text, way, chance))]
    return chance.choice(made) if made else None


def _negation(text: str, chance: Random) -> str | None:
    if re.search(r"\b(?:not|no|none|without)\b", text):
        lie = re.sub(r"\b(?:do|does|did) not (\w+)", r"\1", text, count=1)
        lie = lie if lie != text else re.sub(r"\b(is|are|was|were) not\b", r"\1", text, count=1)
        return None if lie == text else lie
    lie = re.sub(r"\b(was|were|is|are|has|had|have|can|will)\b", r"\1 not", text, count=1)
    return None if lie == text else lie


def _turned(text: str, chance: Random) -> str | None:
    fit = [(old, new) for old, new in TURNED if re.search(rf"\b{old}\b", text)]
    if not fit:
        return None
    old, new = chance.choice(fit)
    return re.sub(rf"\b{old}\b", new, text, count=1)


def _quantity(text: str, chance: Random) -> str | None:
    fit = [(old, new) for old, new in QUANTIFIERS if re.search(old, text)]
    if fit:
        old, new = chance.choice(fit)
        return re.sub(old, new, text, count=1)
    return re.sub(r"(?<=[a-z] )(\d[\d,]*) (?=[a-z])", r"only \1 ", text, count=1)


def _hedge(text: str, chance: Random) -> str | None:
    for old, new in HEDGES:
        if re.search(old, text):
            return re.sub(old, new, text, count=1)
    return None


def _agent(text: str, chance: Random) -> str | None:
    name = r"[A-Z][\w’']+(?: (?:of |for )?[A-Z][\w’']+)*"
    verb = (
        r"funds|leads|founded|runs|supports|pays for|asked|won|took|helped|visited|called|credited"
        r"|lets|gives|reached|heads|brought|announced|published|created"
    )
    found = re.search(
        rf"({name})((?:, {name},)? (?:\w+ ){{0,2}}(?:{verb}) (?:\w+ ){{0,5}}?)({name})", text
    )
    odd = re.compile(rf"^(?:The|When|Three|One|Two|In|{'|'.join(_MONTHS)})\b")
    if (
        not found
        or odd.match(found[1])
        or odd.match(found[3])
        or found[1] in found[3]
        or found[3] in found[1]
    ):
        return None
    return text[: found.start()] + found[3] + found[2] + found[1] + text[found.end() :]


def _appended(tails: Sequence[str]) -> Mutation:
    def add(text: str, chance: Random) -> str | None:
        return f"{text.rstrip('.')}{chance.choice(tails)}."

    return add


def _name(text: str, chance: Random) -> str | None:
    return f"{text.rstrip('.')}{chance.choice(ORGANISATIONS)}."


MUTATIONS: Mapping[str, Mutation] = {
    "number": _number,
    "unit": _unit,
    "date": _date,
    "swapped": _swapped,
    "level": _level,
    "name": _name,
    "negation": _negation,
    "quantity": _quantity,
    "direction": _turned,
    "hedge": _hedge,
    "agent": _agent,
    "cause": _appended(CAUSES),
    "continuation": _appended(CONTINUATIONS),
}
"""What makes a lie of a true sentence, by its kind."""


def _elsewhere(text: str, chance: Random, places: Sequence[str]) -> str | None:
    """What a sentence tells of its city, told of another."""
    named = [place for place in places if re.search(rf"\b{re.escape(place)}\b", text)]
    if not named:
        return None
    first = min(named, key=lambda place: (text.index(place), -len(place)))
    other = chance.choice(
        [p for p in places if p not in text and p not in first and first not in p]
    )
    return re.sub(rf"\b{re.escape(first)}(?:, [A-Z]\w+(?: [A-Z]\w+)?(?=,))?", other, text)


def _merged(exhibits: Sequence[Exhibit], places: Sequence[str]) -> Iterator[Planted]:
    """Facts of two exhibits told of the city of the first."""
    opening = re.compile(
        r"^([A-Z][\w.]+(?: [A-Z][\w.]+)*)((?:, [A-Z][\w ]+)?,? )(?=(?!in|of|at|and|or|as)[a-z])"
    )
    for one in exhibits:
        for other in exhibits:
            a, b = opening.match(one.text), opening.match(other.text)
            if one is other or not a or not b or a[1] == b[1] or not {a[1], b[1]} <= set(places):
                continue
            if (
                b[1] in one.text
                or a[1] in other.text
                or not re.search(r"\d ?%|\d,\d{3}|million", other.text)
            ):
                continue
            text = f"{one.text.rstrip('.')}, and {other.text[b.end() :]}"
            yield Planted("merged", text, (one.n, other.n), true=False)
