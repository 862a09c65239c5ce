"""Which places a text names: a mention is its cities, its area or, after `not`, its namesakes."""

from itertools import pairwise

import pytest

from assistant.places import Gazetteer
from assistant.settings import Settings
from assistant.tools.directory_places import Mention, Places
from corpus.records import read_records

RECORDS = read_records(Settings().programme / "records")
PLACES = Places(RECORDS.cities, Gazetteer(RECORDS.cities))

TEXTS = {
    "Rochester": "rochester-mn rochester-ny",
    "Rochester, MN": "rochester-mn",
    "rochester ny": "rochester-ny",
    "Rochester in Minnesota": "rochester-mn",
    "the city of Mendoza": "mendoza",
    "Mendoza province": "AR-M",
    "provincia de Mendoza": "AR-M",
    "Mendoza": "mendoza AR-M",
    "Mendoza, Argentina": "mendoza",
    "Luján de Cuyo, Mendoza": "lujan-de-cuyo",
    "Washington": "washington-dc US-WA",
    "Washington, DC": "washington-dc",
    "washington, d.c.": "washington-dc",
    "state of Washington": "US-WA",
    "Washington (the state)": "US-WA",
    "Seattle Washington": "seattle",
    "New York": "new-york-city US-NY",
    "New York City": "new-york-city",
    "Buffalo, New York": "buffalo",
    "Glendale, California": "not glendale-az",
    "Portland Maine": "not portland",
    "Kansas City, Kansas": "not kansas-city",
    "Kansas": "US-KS",
    "guatemala": "GT",
    "guatemala city": "guatemala-city",
    "pheonix": "phoenix",
    "Charleston's": "charleston",
    "toronto": "",
}


def summary(mention: Mention) -> str:
    others = ["not", *mention.others] if mention.others else []
    area = mention.area if mention.area != "US-DC" else ""
    return " ".join(filter(None, [*mention.cities, area, *others]))


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_a_place_is_told_by_what_stands_beside_it(text: str, expected: str) -> None:
    mentions = PLACES.find(f"what about {text}?")
    assert " ".join(map(summary, mentions)) == expected


def test_places_are_found_in_order_and_do_not_overlap() -> None:
    mentions = PLACES.find("Boise, Dallas and cities in Brazil or Colombia")
    assert [summary(m) for m in mentions] == ["boise", "dallas", "BR", "CO"]
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_every_city_lies_in_its_state_or_country() -> None:
    for city in RECORDS.cities:
        assert PLACES.area_of[city.id], city.id
        assert ("-" in PLACES.area_of[city.id]) == bool(city.state), city.id


def test_a_name_of_a_city_and_of_a_state_is_ambiguous() -> None:
    assert PLACES.is_ambiguous("Washington")
    assert PLACES.is_ambiguous("Rochester")
    assert not PLACES.is_ambiguous("Boise")


@pytest.mark.parametrize(
    ("sentence", "cities"),
    [
        ("LA offered its datasets to the public.", {"los-angeles"}),
        ("La ciudad gastó más en agua.", set()),
        ("Los Angeles offered 1,100 datasets.", {"los-angeles"}),
        ("In Los Angeles datasets were offered.", set()),
        ("New York City has an office for data.", {"new-york-city"}),
        ("Rochester, Minnesota, set up a board.", {"rochester-mn"}),
        ("Rochester won.", {"rochester-mn", "rochester-ny"}),
    ],
)
def test_a_sentence_begins_with_a_city_that_is_written_as_one(
    sentence: str, cities: set[str]
) -> None:
    assert Gazetteer(RECORDS.cities).opening(sentence) == cities
