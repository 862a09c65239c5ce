import pytest

from assistant.places import Gazetteer
from assistant.tools.directory_places import Places
from corpus.programme import SHIPPED, read_programme


@pytest.fixture(scope="session")
def places() -> Places:
    """The cities of the shipped programme."""
    records = read_programme(SHIPPED).records
    assert records is not None
    return Places(records.cities, Gazetteer(records.cities))
