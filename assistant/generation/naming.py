"""Whether the names of a sentence are names of the evidence."""

import re
from collections.abc import Mapping

from assistant.folding import fold
from assistant.generation.exhibits import Fault
from assistant.generation.reading import Reading
from assistant.geography import find_areas, is_within
from assistant.places import Gazetteer

# What cities are called in Spanish and Portuguese where their own name is not used.
_EXONYMS: Mapping[str, str] = {
    "nueva york": "new york city",
    "nova york": "new york city",
    "nova iorque": "new york city",
    "nueva orleans": "new orleans",
    "nova orleans": "new orleans",
    "filadelfia": "philadelphia",
    "filadélfia": "philadelphia",
    "ciudad de guatemala": "guatemala city",
    "cidade da guatemala": "guatemala city",
    "ciudad de nueva york": "new york city",
}
_EXONYM = re.compile(rf"\b(?:{'|'.join(sorted(_EXONYMS, key=len, reverse=True))})\b", re.I)
# Short forms of bodies, by language.
_SAME_BODY: Mapping[str, str] = {
    "onu": "united nations", "bid": "idb", "eua": "us", "eeuu": "us", "ee.uu": "us",
    "usa": "us", "u.s": "us", "wwc": "what works cities", "wwcc": "what works cities",
    "un": "united nations", "nyc": "new york city", "la": "los angeles", "dc": "district",
}  # fmt: skip


def own_names(text: str) -> str:
    """A text with cities called by their own names, where it uses those of another language."""
    return _EXONYM.sub(lambda found: _EXONYMS[found[0].lower()].title(), text)


def cities(text: str, gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    """The names of cities in a text, each with the ids of those that may be meant."""
    found: dict[str, set[str]] = {}
    for id_, name in gazetteer.find(_EXONYM.sub(lambda m: _EXONYMS[m[0].lower()], text)).items():
        found.setdefault(name, set()).add(id_)
    return {name: frozenset(ids) for name, ids in found.items()}


def unknown_name(
    sentence: Reading, evidence: Reading, subject: Reading, gazetteer: Gazetteer
) -> tuple[Fault, str] | None:
    """A name of the sentence that neither the evidence nor its headings hold.

    Headings supply no number, so what goes by one (DM8) has to be in the evidence itself; and no
    second name beside one that the evidence has, since it tells of that one only.
    """
    around = f"{evidence.text} \n{subject.text}"
    known = cities(around, gazetteer)
    ids = frozenset(id_ for own in known.values() for id_ in own)
    text = " ".join(sentence.text[a:b] for a, b in _stretches(sentence))
    for name, own in cities(text, gazetteer).items():
        if not own & ids and fold(name) not in fold(around):
            return "name", f"the place {name} is not in the evidence"
    meant = frozenset(m for r in (evidence, subject) for t in r.tokens for m in t.concepts)
    codes = {area.code for area in find_areas(around)}
    for area in find_areas(text):
        if not any(is_within(code, area.code) for code in codes):
            written = text[area.start : area.end]
            inside = [
                t
                for t in sentence.tokens
                if t.role != "function" and t.text in written and t.text[:1].isupper()
            ]
            spoken = inside and all(_meant(t.concepts) & meant for t in inside)
            if fold(written) not in fold(around) and not spoken:
                return "name", f"the area {written} is not in the evidence"
    marks = frozenset(
        m for r in (evidence, subject) for t in r.tokens for m in _literal(t.concepts)
    )
    initials = _initials(around)
    exonyms = {word for m in _EXONYM.finditer(text) for word in fold(m[0]).split()}
    for token in sentence.tokens:
        if _NUMBERED.fullmatch(token.text) and fold(token.text) not in fold(evidence.text):
            return "name", f"{token.text} is not in the evidence"
        if token.role != "name" or any(m.startswith("area:") for m in token.concepts):
            continue
        wanted = (
            token.concepts if sentence.language != evidence.language else _literal(token.concepts)
        )
        folded = fold(token.text)
        if wanted & (meant if sentence.language != evidence.language else marks):
            continue
        if folded in exonyms or folded in initials or fold(around).count(folded):
            continue
        if _SAME_BODY.get(folded, "\0") in fold(around):
            continue
        return "name", f"the name {token.text} is not in the evidence"
    if lone := _told_with(sentence.text, fold(evidence.text)):
        return "name", f"the evidence does not tell of {lone} too"
    return _misplaced(text, around)


def _told_with(text: str, evidence: str) -> str:
    """A name that is joined to one of the evidence's, and is none itself; empty if there is none.

    Args:
        evidence: folded.
    """
    for pair in _JOINED.finditer(text):
        held = [fold(name) in evidence for name in pair.groups()]
        if any(held) and not all(held):
            return pair[2] if held[0] else pair[1]
    return ""


_JOINED = re.compile(r"\b([A-Z][\w-]*[a-z]\w*) (?:and|or|y|e|o|ou) ([A-Z][\w-]*[a-z]\w*)\b")

_NUMBERED = re.compile(r"[A-Z]{1,4}\d{1,2}")


def _misplaced(text: str, around: str) -> tuple[Fault, str] | None:
    """A place put into another area than the evidence puts it: 'Cambridge, Arizona'."""
    known = _placed(around)
    for name, codes in _placed(text).items():
        for code in codes:
            theirs = known.get(name, {code})
            if not any(is_within(code, own) or is_within(own, code) for own in theirs):
                return "swapped", f"the evidence does not put {name.title()} there"
    return None


def _placed(text: str) -> dict[str, set[str]]:
    """The last word of each place that its area stands right after, with the codes of the areas."""
    found: dict[str, set[str]] = {}
    for area in find_areas(text):
        if before := _BEFORE_AREA.search(text, 0, area.start):
            found.setdefault(fold(before[1]), set()).add(area.code)
    return found


_BEFORE_AREA = re.compile(r"\b([^\W\d_a-z][\w.'’-]+)(?:, | \()$")
"""A name with its area after it: 'Cambridge, ' and 'Cambridge ('."""


def _meant(marks: frozenset[str]) -> frozenset[str]:
    return frozenset(mark for mark in marks if not mark.startswith("area:"))


def _stretches(sentence: Reading) -> list[tuple[int, int]]:
    """From the first to the last token: a part of a text keeps the places of the whole."""
    if not sentence.tokens:
        return []
    return [(sentence.tokens[0].start, sentence.tokens[-1].end)]


def _literal(marks: frozenset[str]) -> set[str]:
    return {mark for mark in marks if mark[0] == "=" or mark.startswith(("en:", "level:"))}


def _initials(text: str) -> set[str]:
    """The initials of names of several words, folded: 'un' for the United Nations."""
    found = set()
    for run in re.findall(r"(?:[A-Z][\w’']+(?:\s(?:of|for|the|and)\b)?\s?){2,}", text):
        found.add("".join(word[0] for word in run.split() if word[0].isupper()).lower())
    return found
