"""What a question is about, in its own words: its first noun phrase, its names, its content."""

import re
from collections.abc import Sequence

from assistant.dialogue.slots import Slot
from assistant.dialogue.wording import CITY_NOUNS, SMALL, VAGUE, Word, words_of
from assistant.folding import fold

_ARTICLES = frozenset("the el la los las os as my our your".split())
_INNER_ARTICLES = _ARTICLES | frozenset("a an un una o um uma".split())
_LINKS = frozenset("of in for on against at with de del da do das dos en em contra".split())
_VERBS = frozenset("do does did has have had can could will would should".split())
_COPULAS = frozenset("is are was were".split())
_PARTICIPLE = re.compile(r"ed$|^(?:built|found|held|paid|known|given|taken|won|sold|spent)$")
_ASKING = frozenset("how what which who que qual cual quien quem".split())
_MOST_HEAD_WORDS = 4
_DEFINED = re.compile(
    r"^\W*(?:what(?:'s| is| are| was| were)|who(?:'s| is| was| are)|tell me about|qu[eé] (?:es|son)"
    r"|qui[eé]n (?:es|fue)|o que [eé]|o que s[aã]o|quem [eé]|quem foi)\s+(?P<thing>[^?.!;:,]+?)"
    r"(?:\s+(?:about|called|named|known as))?\W*$",
    re.IGNORECASE,
)

_LED = re.compile(r"(?:in|on|at|behind|responsible|involved|there|it|to)\b", re.IGNORECASE)

_COUNTED = re.compile(
    r"^\W*how many (?P<thing>(?!people\b|cities\b)[\w-]+(?: [\w-]+){0,2}?) "
    r"(?:are there|is there|were there|exist|in all)\b",
    re.IGNORECASE,
)
"""'How many outcome benchmarks are there?' is about the outcome benchmarks."""

MOST_WORDS = 6
"""How many content words a topic has at most."""


def noun_phrase(question: str, slots: Sequence[Slot]) -> str:
    """The thing a question is about as it names it; empty if that is not sure.

    'How big was the water bond in Boise?' is about 'the water bond in Boise', 'What is FloodStat in
    Charleston?' about all that it asks for. A phrase that may run into a verb is not given.
    """
    defined = _DEFINED.match(question)
    if defined and " about " in defined["thing"]:
        return ""
    if defined and _LED.match(defined["thing"]):
        return ""  # 'who is in charge?'
    if defined and 0 < len(content(defined["thing"])) <= _MOST_HEAD_WORDS:
        return defined["thing"]
    counted = _COUNTED.match(question)
    if (
        counted
        and len(content(counted["thing"])) <= _MOST_HEAD_WORDS
        and not any(
            slot.start < counted.end() and slot.end > counted.start("thing") for slot in slots
        )
    ):
        return f"the {counted['thing']}"
    words = words_of(question)
    for at, word in enumerate(words):
        possessed = _possessed(question, words, at, slots)
        if possessed:
            return possessed
        if _names_other(words, at):
            return ""
        if word.plain in _ARTICLES and (end := _phrase_end(question, words, at, slots)):
            article = question[word.start : word.end].lower()
            return f"{article}{question[word.end : end]}"
    return ""


def _names_other(words: Sequence[Word], at: int) -> bool:
    """Whether the word before one names something else; 'how big' and 'who runs' do not."""
    if not at or words[at - 1].plain in SMALL | VAGUE:
        return False
    return at < 2 or words[at - 2].plain not in _ASKING | CITY_NOUNS


def _possessed(question: str, words: Sequence[Word], at: int, slots: Sequence[Slot]) -> str:
    """A place's thing: 'Monterrey's participatory budget'."""
    place = _place_at(words[at], slots)
    if place is None or not re.match(r"['’]s\s", question[place.end :]):
        return ""
    end, n = 0, next((n for n, w in enumerate(words) if w.start >= place.end), len(words))
    if any(word.plain.removesuffix("n't") in _VERBS for word in words[:at]):
        most = n + 1  # behind 'did Boise's …' the word after the first may be the verb
    else:
        most = len(words)
    while n < min(most, len(words)) and _goes_on(question, words, n):
        end, n = words[n].end, n + 1
    return question[place.start : end] if end else ""


def _goes_on(question: str, words: Sequence[Word], n: int) -> bool:
    breaks = re.search(r"[,;:.?!]", question[words[n - 1].end : words[n].start])
    return not breaks and words[n].plain not in SMALL | VAGUE


def _phrase_end(question: str, words: Sequence[Word], at: int, slots: Sequence[Slot]) -> int:
    """Where the phrase ends that an article begins; 0 if that is not sure."""
    n = at + 1
    if n < len(words) and words[n].plain in VAGUE - SMALL:
        n += 1  # 'the number', 'the results': a noun, right behind an article
    while n < len(words) and _goes_on(question, words, n) and not _place_at(words[n], slots):
        n += 1
    if n < len(words) and words[n].plain in VAGUE and _verb_follows(words, n + 1, slots):
        n += 1  # 'did the eviction help in Boulder change …'
    if (
        at
        and words[at - 1].plain in _COPULAS
        and n - at > 2
        and _PARTICIPLE.search(words[n - 1].plain)
    ):
        n -= 1  # 'was the empire called …'
    heads = n - at - 1
    unended = n < len(words) and words[n].plain == "to"  # 'the time to open a business'
    if unended or not 0 < heads <= _MOST_HEAD_WORDS:
        return 0
    if linked := _linked_end(words, n, slots):
        return linked
    # Behind 'did the …' the last word may be the verb.
    asks = any(word.plain in _VERBS for word in words[:at])
    return 0 if asks and n == len(words) and heads > 1 else words[n - 1].end


def _verb_follows(words: Sequence[Word], n: int, slots: Sequence[Slot]) -> bool:
    """Whether what hangs on a phrase that ends before word `n` is followed by a verb."""
    end = _linked_end(words, n, slots)
    return bool(end) and any(w.start >= end and w.plain not in SMALL for w in words)


def _linked_end(words: Sequence[Word], n: int, slots: Sequence[Slot]) -> int:
    """Where 'of the …' or 'in Boise' ends that hangs on a phrase; 0 if nothing does."""
    if n + 1 >= len(words) or words[n].plain not in _LINKS:
        return 0
    inner = n + 1
    if words[inner].plain in _INNER_ARTICLES and inner + 1 < len(words):
        inner += 1
    if place := _place_at(words[inner], slots):
        return place.end
    named = words[inner].plain not in SMALL | VAGUE and not words[inner].plain.isdecimal()
    return words[inner].end if named else 0


def _place_at(word: Word, slots: Sequence[Slot]) -> Slot | None:
    return next((s for s in slots if s.kind == "place" and s.start <= word.start < s.end), None)


def names(text: str) -> list[str]:
    """Runs of capitalised words that do not only begin a sentence, in order, without repeats."""
    words = words_of(text)
    found: list[str] = []
    at = 0
    while at < len(words) and not text.isupper():
        end = at
        while end < len(words) and _is_name(text, words, end, first=at):
            end += 1
            joined = at < end < len(words) - 1 and words[end].plain == "for"
            if joined and _is_name(text, words, end + 1, first=end + 1):
                end += 1  # 'Results for America'
        begins = at == 0 or re.search(r"[.?!¿¡:]\s*$", text[: words[at].start])
        first = at + 1 if begins and (end == at + 1 or words[at].plain in SMALL) else at
        if end > first:
            found.append(text[words[first].start : words[end - 1].end])
        at = max(end, at + 1)
    return list(dict.fromkeys(found))


def _is_name(text: str, words: Sequence[Word], n: int, *, first: int) -> bool:
    written = text[words[n].start : words[n].end]
    if n > first and text[words[n - 1].end : words[n].start].strip("'’s- "):
        return False
    return written[0].isupper() or (n > first and written[0].isdigit())


def content(text: str) -> list[Word]:
    """Words of a text that say what it is about."""
    return [word for word in words_of(text) if word.plain not in SMALL | VAGUE]


def topic(text: str) -> str:
    """The content words of a text, as written, without repeats."""
    seen: dict[str, str] = {}
    for word in content(text):
        seen.setdefault(word.plain, text[word.start : word.end])
    return " ".join(list(seen.values())[:MOST_WORDS])


def subject(text: str, slots: Sequence[Slot]) -> str:
    """The topic of a text without dates and places, nor 'cities' and 'data', which tell nothing."""
    for slot in reversed(slots):
        if slot.kind in ("date", "place"):
            text = f"{text[: slot.start]} {_OWNING.sub('', text[slot.end :])}"
    asked = re.findall(r"[^.?!:]+\?", text)
    text = asked[-1] if asked else text  # without what was told before it was asked
    return " ".join(w for w in topic(text).split() if fold(w) not in _EVERYWHERE)


_OWNING = re.compile(r"^['’]s\b")
_EVERYWHERE = frozenset(
    "against contra cities ciudades cidades towns municipios data datos dados".split()
)
"""What nearly all questions to such documents are about."""
