"""The check over the shipped index, and a short way to ask it."""

from collections.abc import Callable

import pytest

from assistant.answers import Language
from assistant.assembly import open_encoder, open_records, open_state
from assistant.generation.exhibits import Checked, Exhibit
from assistant.generation.support import SupportChecker
from assistant.places import Gazetteer
from assistant.settings import Settings
from index.retriever import Retriever

Check = Callable[..., Checked]


@pytest.fixture(scope="session")
def retriever(shipped_settings: Settings) -> Retriever:
    return Retriever(open_state(shipped_settings), open_encoder(shipped_settings))


@pytest.fixture(scope="session")
def checker(retriever: Retriever, shipped_settings: Settings) -> SupportChecker:
    records = open_records(shipped_settings)
    return SupportChecker(
        embed=retriever.embed_alone,
        words=retriever.words,
        lexicon=retriever.lexicon,
        gazetteer=Gazetteer(records.cities if records else ()),
    )


@pytest.fixture(scope="session")
def check(checker: SupportChecker) -> Check:
    """Checks a text against sentences, which are numbered from 1."""

    def checked(
        text: str, *evidence: str, cited: tuple[int, ...] = (1,), language: Language = "en"
    ) -> Checked:
        exhibits = [
            Exhibit(n, own, (), "document", "Cities") for n, own in enumerate(evidence, start=1)
        ]
        return checker.check(text, cited, exhibits, language=language)

    return checked
