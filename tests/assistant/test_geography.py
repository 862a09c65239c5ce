"""Which areas a text names, and what lies in what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.area_names import GROUPS, REGIONS
from assistant.geography import area_name, find_areas, find_groups, is_within, regions_around

NAMED = {
    "uma cidade no Paraná": "BR-PR",
    "Columbia (the country), the country of Argentia": "CO AR",
    "which brazilian cities are gold": "BR",
    "ciudades colombianas de oro": "CO",
    "cidades argentinas e chilenas": "AR CL",
    "Estados Unidos, Canadá y México": "US CA MX",
    "cities in the U.S. and the UK": "US GB",
    "EE. UU. o EEUU o EUA": "US US US",
    "trinidad and tobago, St. Lucia, Côte d'Ivoire": "TT LC CI",
    "Latin America": "latin-america",
    "a latin-american or european town": "latin-america europe",
    "Sudamérica, América do Norte, centroamérica": "south-america north-america central-america",
    "any city in the Americas": "americas",
    "can any city in America join": "US",
    "cualquier ciudad de América": "americas",
    "american cities": "US",
    "ciudades americanas": "americas",
    # States
    "Ontario": "CA-ON",
    "cities in arizona and new mexico": "US-AZ US-NM",
    "Nueva York o Carolina del Norte": "US-NY US-NC",
    "Tempe, AZ": "US-AZ",
    "who in the Lone Star State": "US-TX",
    "any of the Sooner State, o del estado de la estrella solitaria": "US-OK US-TX",
    "north of the 49th parallel, south of the Rio Grande": "CA latin-america",
    "massachussets winners": "US-MA",
    "upstate New York and New York State": "US-NY US-NY",
    "springfield, il": "US-IL",
    "Rochester MN": "US-MN",
    "AZ": "US-AZ",
    "Washington, D.C.": "US-DC",
    "washington dc or washington state": "US-DC US-WA",
    "Athens-Clarke County, Georgia": "US-GA",
    "Tbilisi, Georgia": "GE",
    "municipio de Jalisco": "MX-JAL",
    "estado de México": "MX-MEX",
    "provincia de Mendoza, Argentina": "AR-M AR",
    "Córdoba province": "AR-X",
    "estado de São Paulo": "BR-SP",
    "what about pernambuco": "BR-PE",
    "Mexico City": "MX-CMX",
    "Ontario, California": "US-CA",
    "Canada, Mexico and Brazil": "CA MX BR",
}
NOT_NAMED = [
    "¿Qué gana una ciudad?",
    "la contaminación sonora",
    "tell us which cities",
    "give us cities with gold",
    "let us in",
    "Where does Teach for America work?",
    "IS IT FOR US OR ME",
    "cities that work in or with data",
    "tell me if we are ok",
    "what does PA4 ask of us",
    "la ciudad usa datos",
    "Eu moro em Recife",
    "el alcalde ira a la ciudad",
    "New York City",
    "Kansas City",
    "Ciudad de Guatemala",
    "Mendoza",
    "São Paulo",
    "can you answer in Spanish",
    "a polish of the text",
    "para la ciudad",
    "nuestra meta",
    "",
]


@pytest.mark.parametrize(("text", "codes"), NAMED.items())
def test_areas_are_found_by_name(text: str, codes: str) -> None:
    assert [area.code for area in find_areas(text)] == codes.split()


@pytest.mark.parametrize("text", NOT_NAMED)
def test_other_words_are_no_areas(text: str) -> None:
    assert find_areas(text) == []


def test_an_area_knows_its_place_kind_and_country() -> None:
    text = "Is Recife in Pernambuco, Brazil?"
    state, country = find_areas(text)
    assert (state.kind, state.country, text[state.start : state.end]) == (
        "state",
        "BR",
        "Pernambuco",
    )
    assert (country.kind, country.country, text[country.start : country.end]) == (
        "country",
        "BR",
        "Brazil",
    )


def test_the_us_is_told_from_the_pronoun() -> None:
    text = "Is the US rule different? Tell us."
    assert [text[area.start : area.end] for area in find_areas(text)] == ["US"]
    assert [area.code for area in find_areas("cities in the us")] == ["US"]


def test_a_bare_usa_is_the_country() -> None:
    assert [area.code for area in find_areas("usa?")] == ["US"]


def test_areas_lie_in_areas() -> None:
    assert is_within("US-AZ", "US-AZ")
    assert is_within("US-AZ", "US")
    assert is_within("US-AZ", "north-america")
    assert is_within("MX", "latin-america")
    assert is_within("MX-JAL", "north-america")
    assert is_within("BR", "south-america")
    assert is_within("BR", "latin-america")
    assert is_within("GT", "americas")
    assert not is_within("US", "latin-america")
    assert not is_within("US", "US-AZ")
    assert not is_within("PT", "americas")


def test_names_come_in_three_languages() -> None:
    assert [area_name("US", language) for language in ("en", "es", "pt")] == [
        "United States",
        "Estados Unidos",
        "Estados Unidos",
    ]
    assert area_name("US-CA", "pt") == "Califórnia"
    assert area_name("latin-america", "en") == "Latin America"
    assert area_name("TT", "en") == "Trinidad and Tobago"


def test_every_country_has_a_name_and_lies_in_one_region() -> None:
    codes = " ".join(REGIONS.values()).split()
    assert len(codes) == len(set(codes))
    for code in codes:
        assert area_name(code, "en")
        assert sum(is_within(code, region) for region in REGIONS) == 1


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    areas = find_areas(text)
    assert all(0 <= area.start < area.end <= len(text) for area in areas)
    assert all(a.end <= b.start for a, b in pairwise(areas))


def test_the_states_with_a_capital_are_the_country() -> None:
    assert [area.code for area in find_areas("is it different in the States?")] == ["US"]
    assert find_areas("which of the states have one?") == []


def test_a_country_has_the_names_of_its_regions_but_not_of_its_continent() -> None:
    assert regions_around("MX") == ["North America", "Latin America"]
    assert regions_around("BR") == ["South America", "Latin America"]
    assert regions_around("FR") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("cities in the Midwest and the South", "midwest south"),
        ("southern gold cities, and those out west", "south west"),
        ("del sur de Estados Unidos o del medio oeste", "south midwest"),
        ("the west coast, the Pacific Northwest", "west-coast northwest"),
        ("South America and South Dakota, the south of Brazil, South Bend", ""),
        ("the south side of the city", ""),
    ],
)
def test_groups_of_states_go_by_one_name(text: str, codes: str) -> None:
    assert [group.code for group in find_groups(text)] == codes.split()


def test_a_group_can_be_read_where_it_is_written() -> None:
    for code in GROUPS:
        for language in ("en", "es", "pt"):
            assert [group.code for group in find_groups(area_name(code, language))] == [code]
