"""The places of the directory in a text."""

from assistant.places import Gazetteer
from assistant.settings import Settings
from corpus.records import read_records


def test_the_state_that_tells_cities_of_one_name_apart_is_no_city() -> None:
    gazetteer = Gazetteer(read_records(Settings().programme / "records").cities)
    assert list(gazetteer.find("What did Rochester, New York do?")) == ["rochester-ny"]
    assert set(gazetteer.find("Compare Rochester, New York and New York")) == {
        "rochester-ny",
        "new-york-city",
    }


def test_the_state_a_city_lies_in_is_not_the_city_of_its_name() -> None:
    gazetteer = Gazetteer(read_records(Settings().programme / "records").cities)
    assert list(gazetteer.find("Syracuse, New York, repaired its mains")) == ["syracuse"]
    assert list(gazetteer.find("Issaquah (Washington) and Washington, DC")) == [
        "washington-dc",
        "issaquah",
    ]
    assert set(gazetteer.find("Buffalo and New York")) == {"buffalo", "new-york-city"}
    assert set(gazetteer.find("Buffalo, New York City")) == {"buffalo", "new-york-city"}
    assert list(gazetteer.find("The Rochester that is not in Minnesota")) == ["rochester-ny"]
