"""A small standard of the real shape, with invented documents that print its rules."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from assistant.answers import Quote
from assistant.tools.tier_grammar import TierQuestion
from assistant.verifier import Verifier
from corpus.documents import Document, find_quote
from corpus.programme import SHIPPED, Programme, read_programme
from corpus.records import Evidence, Records, Standard, StandardVersion, Tier

TEXTS = {
    "first": "The first rules of Larkville had 50 criteria. "
    "A level depended on how many of the parts a town covered, not on a percentage.",
    "second": "The second rules of Larkville had 45 criteria. Silver took 51-66 % of them. "
    "Gold took 67-83 % of them. No figure for platinum was found.",
    "third": "The third rules of Larkville have 43 criteria. Silver takes 51-67 %. "
    "Gold takes 68-84 %. Platinum takes 85 % or more. A town also meets a benchmark.",
}


def evidence(document: str, quote: str) -> Evidence:
    assert quote in TEXTS[document]
    return Evidence(document=document, quote=quote)


def tier(name: str, bounds: tuple[int | None, int | None], rests_on: Evidence) -> Tier:
    least, most = bounds
    return Tier(
        name=name,
        min_percent=least,
        max_percent=most,
        derived=rests_on.quote.startswith("No figure"),
        evidence=rests_on,
    )


def version(
    id_: str,
    began: dt.date,
    criteria: int,
    said: Evidence,
    *tiers: Tier,
    rule: Evidence | None = None,
    extra: Evidence | None = None,
) -> StandardVersion:
    return StandardVersion(
        id=id_,
        label=f"{began.year} version",
        in_force_from=began,
        in_force_until=None,
        criteria=criteria,
        practice_areas=8,
        tiers=tiers,
        evidence=said,
        rule=rule,
        extra=extra,
        sources=[],
    )


def make_standard(*, printed_derived: int | None = 84) -> Standard:
    """Three versions; `printed_derived` is what the record holds for the figure not found."""
    first = version(
        "v2017",
        dt.date(2017, 4, 1),
        50,
        evidence("first", "The first rules of Larkville had 50 criteria."),
        rule=evidence("first", "A level depended on how many of the parts a town covered"),
    )
    second = version(
        "v2018",
        dt.date(2018, 11, 14),
        45,
        evidence("second", "The second rules of Larkville had 45 criteria."),
        tier("silver", (51, 66), evidence("second", "Silver took 51-66 % of them.")),
        tier("gold", (67, 83), evidence("second", "Gold took 67-83 % of them.")),
        tier("platinum", (printed_derived, None), evidence("second", "No figure for platinum")),
    )
    third = version(
        "v2022",
        dt.date(2022, 8, 1),
        43,
        evidence("third", "The third rules of Larkville have 43 criteria."),
        tier("silver", (51, 67), evidence("third", "Silver takes 51-67 %.")),
        tier("gold", (68, 84), evidence("third", "Gold takes 68-84 %.")),
        tier("platinum", (85, None), evidence("third", "Platinum takes 85 % or more.")),
        extra=evidence("third", "A town also meets a benchmark."),
    )
    return Standard(
        assesses="cities", versions=[first, second, third], practice_areas=[], criteria=[]
    )


@pytest.fixture(scope="session")
def standard() -> Standard:
    return make_standard()


@pytest.fixture(scope="session")
def unprinted() -> Standard:
    """The same, with the figure that was not found left out of the record."""
    return make_standard(printed_derived=None)


@pytest.fixture(scope="session")
def documents() -> Mapping[str, Document]:
    return {
        id_: Document(id=id_, title=id_, kind="standard", text=text, language="en")
        for id_, text in TEXTS.items()
    }


@pytest.fixture(scope="session")
def quote_of() -> Callable[[Evidence], Quote]:
    def find(said: Evidence) -> Quote:
        start = TEXTS[said.document].index(said.quote)
        return Quote(said.document, start, start + len(said.quote))

    return find


@pytest.fixture(scope="session")
def programme() -> Programme:
    """The shipped programme, read without an index."""
    return read_programme(SHIPPED)


@pytest.fixture(scope="session")
def records(programme: Programme) -> Records:
    assert programme.records is not None
    return programme.records


@pytest.fixture(scope="session")
def said_in(programme: Programme) -> Callable[[Evidence], Quote]:
    """Finds evidence in the shipped documents."""
    texts = {document.id: document.text for document in programme.documents}

    def find(said: Evidence) -> Quote:
        span = find_quote(texts[said.document], said.quote)
        assert span is not None
        return Quote(said.document, span.start, span.end)

    return find


@pytest.fixture(scope="session")
def verifier(programme: Programme) -> Verifier:
    by_id = {document.id: document for document in programme.documents}
    return Verifier(by_id.get)


def _in_short(question: TierQuestion) -> str:
    nearly = "~" if question.nearly else ""
    parts: list[str] = [question.kind]
    parts += [f"{nearly}{float(n):g}" for n in (question.met,) if n is not None]
    parts += [f"{nearly}{float(n):g}%" for n in (question.percent,) if n is not None]
    parts += [f"{question.change:+d}"] if question.change else []
    parts += [f"of {question.total}"] if question.total is not None else []
    parts += question.tiers
    parts += ["in percent"] if question.asks_percent else []
    parts += [question.version] if question.version != "v2022" else []
    return " ".join(parts)


@pytest.fixture(scope="session")
def summary() -> Callable[[TierQuestion | None], str | None]:
    """Kind, amount (~ if not quite reached), change, total, levels, version if an older one.

    Several are joined by ' & '.
    """

    def say(question: TierQuestion | None) -> str | None:
        return " & ".join(map(_in_short, (question, *question.also))) if question else None

    return say


@pytest.fixture(scope="session")
def shipped_standard() -> Standard:
    records = read_programme(SHIPPED).records
    assert records
    assert records.standard
    return records.standard
