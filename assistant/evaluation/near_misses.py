"""Questions that the documents do not answer, made from what they do say.

They are near misses, the right place and the right subject, since those are what a judge of
evidence must learn to tell apart: what is told of one city asked of another, what the documents
say that they leave open, and what nobody tells of the projects that they name.
"""

import random
import re
from collections.abc import Iterator, Sequence

from assistant.places import Gazetteer
from assistant.questions import QuestionReader
from assistant.silences import open_questions
from corpus.documents import Document
from index.lexicon import terms

RARE = 0.45
"""A term rarer than this, of which a city's documents have none, is not told of it."""

TRIES, ASKED = 12, 4
"""Other cities tried for each listed question; things asked of each project."""

_UNTOLD: Sequence[str] = (
    "Who built {}?", "How many people work on {}?", "What is the phone number of {}?",
    "Which software does {} run on?", "which company supplied {}", "Where is {} housed?",
    "What time does {} open?", "How many complaints were there about {}?",
    "Who came up with the idea of {}?", "Who is in charge of {}?",
    "how much does the head of {} earn", "Who trained the staff of {}?",
    "What did residents think of {}?", "Which newspaper wrote about {}?",
    "How long did it take to set up {}?", "Why was {} delayed?", "Which law governs {}?",
    "How many computers does {} use?", "Which consultant advised on {}?",
    "Was {} audited, and what did the audit find?", "What is the website of {}?",
    "How old are the people behind {}?", "Who opposed {}?", "What went wrong with {}?",
    "Does {} work at weekends?", "Which street is {} on?", "Who won the prize for {}?",
    "How many children use {}?", "Which bank finances {}?", "What mistakes did {} make at first?",
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=\.)\s+")
_PROJECT = (
    r"['’]s ((?:[\w’'&-]+ ){{0,4}}?[\w’'-]+) (?:is|are|has|have|was|were|grew|fell|rose|shows"
    r"|gives|makes|had|works|contains?)\b"
)
_NO_PROJECT = re.compile(r"certif|level|gold|silver|platinum|own|mayor|page")
_ASKS = re.compile(
    r"(?:(?:in|to|by|for|on|from|which) )?(?:what|which|who|whose|how|when|where|why)",
    re.IGNORECASE,
)


def near_misses(
    documents: Sequence[Document], gazetteer: Gazetteer, reader: QuestionReader
) -> list[str]:
    """Questions without an answer, without repeats; the same for the same documents."""
    chance = random.Random(7)  # noqa: S311
    homes = {d.cities[0]: d for d in documents if d.kind == "city" and len(d.cities) == 1}
    names = {id_: _name(d, gazetteer) for id_, d in homes.items()}
    homes = {id_: document for id_, document in homes.items() if names[id_]}
    made = [
        *_of_others(homes, names, documents, reader, chance),
        *_left_open(documents, names, gazetteer),
        *_untold(homes, names, chance),
    ]
    return list(dict.fromkeys(made))


def _name(document: Document, gazetteer: Gazetteer) -> str:
    """What a city's document calls it in its title; empty if that is no name of the city."""
    name = re.split(r"[,:]| city\b", document.title)[0]
    return name if document.cities[0] in gazetteer.find(name) else ""


def _of_others(
    homes: dict[str, Document],
    names: dict[str, str],
    documents: Sequence[Document],
    reader: QuestionReader,
    chance: random.Random,
) -> Iterator[str]:
    """Questions listed for one city, asked of another whose documents lack their rarer words."""
    told = {
        id_: {t for d in documents if id_ in d.cities for t in terms(d.text, d.language)}
        for id_ in homes
    }
    for id_, document in homes.items():
        for listed in document.questions:
            if names[id_] not in listed:
                continue
            for other in chance.sample(sorted(homes), min(TRIES, len(homes))):
                asked = listed.replace(names[id_], names[other])
                read = reader.read(asked, "en")
                rare = {t.term for t in read.terms if t.rarity >= RARE}
                if other != id_ and rare and not rare & told[other]:
                    yield asked
                    break


def _left_open(
    documents: Sequence[Document], names: dict[str, str], gazetteer: Gazetteer
) -> Iterator[str]:
    """What documents say that they do not say, as a question."""
    for document in documents:
        for sentence in _SENTENCE_END.split(document.text):
            for left in open_questions(sentence):
                if not _ASKS.match(left.text):
                    continue
                home = names.get(document.cities[0], "") if len(document.cities) == 1 else ""
                place = f" in {home}" if home and not gazetteer.find(left.text) else ""
                yield f"{left.text[0].upper()}{left.text[1:].strip()}{place}?"


def _untold(
    homes: dict[str, Document], names: dict[str, str], chance: random.Random
) -> Iterator[str]:
    for id_, document in homes.items():
        form = re.escape(names[id_]) + _PROJECT.format()
        found = {m[1] for m in re.finditer(form, document.text) if not _NO_PROJECT.search(m[1])}
        for project in sorted(found):
            for asked in chance.sample(_UNTOLD, ASKED):
                yield asked.format(f"{names[id_]}'s {project}")
