"""A condenser over the shipped records, and what a turn becomes after others."""

from collections.abc import Callable

import pytest

from assistant.condenser import Condenser
from assistant.conversation import Turn
from assistant.settings import Settings
from corpus.records import read_records

Asked = Callable[..., str]
"""Gives the question that the last of some turns becomes; the turns take turns, user first."""


@pytest.fixture(scope="session")
def condenser() -> Condenser:
    records = read_records(Settings().programme / "records")
    return Condenser(records.cities, records.standard)


@pytest.fixture(scope="session")
def asked(condenser: Condenser) -> Asked:
    def last_asked(*turns: str) -> str:
        history = [
            Turn(role="assistant" if at % 2 else "user", content=said)
            for at, said in enumerate(turns[:-1])
        ]
        return condenser.condense(turns[-1], history).text

    return last_asked
