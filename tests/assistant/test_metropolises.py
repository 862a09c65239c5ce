"""Large cities that the programme does not list, and their countries."""

import pytest

from assistant.metropolises import country_of_city


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("can london join", ("London", "GB")),
        ("Could Lisbon be certified?", ("Lisbon", "PT")),
        ("¿y Londres?", ("Londres", "GB")),
        ("Lisboa pode participar?", ("Lisboa", "PT")),
        ("we are in Buenos Aires", ("Buenos Aires", "AR")),
        ("Cape Town", ("Cape Town", "ZA")),
        ("what about Toronto and Paris", ("Toronto", "CA")),
        ("males in our city center", None),
        ("", None),
    ],
)
def test_large_cities_are_known_by_their_names(text: str, found: tuple[str, str] | None) -> None:
    assert country_of_city(text) == found
