"""Items of a list, put in words."""

from collections.abc import Callable

import pytest

HOUSING = (
    "which cities did something on housing?",
    "- **Boulder, Colorado**: helps tenants [1].\n- **Issaquah, Washington**: counts contacts [2].",
)
TEN = "\n".join(
    f"- **{name}**: silver [1]."
    for name in "Austin,Arlington,Irving,Dallas,Boise,Mesa,Gilbert,Denver".split(",")
)


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("which of them is in Colorado", "Which of Boulder and Issaquah is in Colorado"),
        ("what about the second", "What did Issaquah do on housing?"),
    ],
)
def test_items_are_named(asked: Callable[..., str], turn: str, expected: str) -> None:
    assert asked(*HOUSING, turn) == expected


def test_a_first_of_several_asked_for_in_spanish_is_no_item(asked: Callable[..., str]) -> None:
    answer = "- **Oro**: Buenos Aires (21 de junio de 2023) [1]\n- **Plata**: Córdoba [2]"
    asks = "¿Qué ciudades de Argentina están certificadas?"

    text = asked(asks, answer, "¿cuál de ellas fue la primera?")

    assert text == "¿Qué ciudad de Argentina fue la primera en ser certificada?"


def test_a_long_list_is_not_told_again(asked: Callable[..., str]) -> None:
    text = asked("who works with maps?", TEN, "and how much did it cost?")

    assert "Austin" not in text


def test_two_of_a_kind_are_not_the_last_two_places(asked: Callable[..., str]) -> None:
    text = asked(*HOUSING, "what do the two gold ones do?")

    assert "Boulder" not in text


def test_the_one_in_a_state_is_the_one_that_was_listed(asked: Callable[..., str]) -> None:
    answer = "- **Silver**: Hamilton and Winnipeg (26 February 2025) [1]"
    before = "which Canadian cities are certified?"

    text = asked(before, answer, "the one out in Manitoba, what did they do?")

    assert text == "What did Winnipeg do?"


def test_the_first_of_two_compared_is_the_one_named_first(asked: Callable[..., str]) -> None:
    text = asked(
        "compare Boise and Tempe",
        "Boise planned [1]. Tempe mapped [2].",
        "since when is the first one certified?",
    )

    assert text == "Since when has Boise been certified?"


def test_so_many_of_a_list_are_asked_for_as_its_ones(asked: Callable[..., str]) -> None:
    answer = "- **23 January 2024**: Phoenix [1]\n- **January 2026**: Cambridge and Glendale [2]"

    text = asked("which cities are platinum?", answer, "and which two were the last?")

    assert text == "Which city was the latest to become platinum?"


KEPT = (
    "Who kept their level in July 2021?",
    "- **Kept gold**: Tempe (Arizona) [1]\n- **Kept silver**: San Jose and Topeka (Kansas) [1]",
)


def test_those_who_kept_a_level_are_narrowed_to_one(asked: Callable[..., str]) -> None:
    assert asked(*KEPT, "only the silver ones") == "Who kept their level in July 2021 at silver?"


def test_what_is_not_listed_is_asked_of_by_itself(asked: Callable[..., str]) -> None:
    told = "- **Silver**: Minneapolis (14 July 2021) [1]"
    before = "are there certified cities in Minnesota?"
    assert asked(before, told, "is Saint Paul among them?") == "Is Saint Paul certified?"


def test_a_state_is_meant_where_a_name_is_both(asked: Callable[..., str]) -> None:
    told = "Washington may be one of these:\n\nWhich one do you mean?"
    assert asked("Is Washington certified?", told, "no, I meant the state") == (
        "Which cities in the state of Washington are certified?"
    )


def test_new_cities_stay_new_in_what_follows(asked: Callable[..., str]) -> None:
    told = "- **Nuevas, plata**: Alexandria [1]"
    before = "¿Qué ciudades entraron en enero de 2024?"
    assert asked(before, told, "¿y de Estados Unidos?") == (
        "¿Qué ciudades nuevas de Estados Unidos fueron certificadas en enero de 2024?"
    )


def test_the_same_is_asked_about_something_else(asked: Callable[..., str]) -> None:
    told = "**Yes: DM6 – Data security** [1]."
    before = "Is there anything in there about cyber attacks?"
    assert asked(before, told, "and about AI?") == "Is there anything in there about AI?"
    assert asked("What's OD4?", "**OD4 – User insight** [1].", "and the one before it?") == (
        "What does OD3 ask?"
    )


def test_numbers_in_portuguese_are_read_after_any_verb(asked: Callable[..., str]) -> None:
    before = "Atendemos 33 critérios, qual é o nosso nível?"
    assert asked(before, "**Ouro.**", "E se perdermos quatro?") == (
        "E se perdermos 4 dos nossos 33 critérios?"
    )


OUTCOMES = (
    "Is there anything beside the criteria?",
    "Besides the criteria, a city has to meet one of three outcome benchmarks [1].",
)


def test_what_an_answer_counts_is_asked_for_by_its_name(asked: Callable[..., str]) -> None:
    for turn in ("and what are the three?", "which three benchmarks?"):
        assert asked(*OUTCOMES, turn) == "What are the three outcome benchmarks?"
    assert asked(*OUTCOMES, "which three cities?") == "which three cities?"
    told = "**Oro.** Además, la ciudad tiene que alcanzar una de tres referencias de resultados [1]"
    before = "Cumplimos 31 criterios, ¿qué nivel es?"
    assert asked(before, told, "¿cuáles tres?") == "¿Cuáles son tres referencias de resultados?"


def test_things_named_in_a_row_are_items_if_they_are_as_many_as_told(
    asked: Callable[..., str],
) -> None:
    told = "The three outcomes are air pollution, fast internet, and a goal of its own [1]."
    before = "What are the three outcomes?"
    assert asked(before, told, "who measures the second one?") == "Who measures fast internet?"


def test_practice_areas_are_items_with_criteria_in_them(asked: Callable[..., str]) -> None:
    told = "**Evaluations and Results-Driven Contracting**, with 6 of the 43 criteria each [1][2]."
    before = "Which practice areas have six criteria?"
    assert asked(before, told, "what are the ones in the second of these?") == (
        "What are the criteria in Results-Driven Contracting?"
    )


COLOMBIAN = (
    "Which cities in Colombia are certified?",
    "- **Gold**: Bogotá (23 January 2024) [1]\n- **Silver**: Cali and Medellín (2025) [2]",
)


def test_the_last_one_is_the_last_of_several(asked: Callable[..., str]) -> None:
    narrowed = ("which of them got gold?", "- **Gold**: Bogotá (23 January 2024) [1]")
    text = asked(*COLOMBIAN, *narrowed, "what did the last one do about schools?")
    assert text == "What did Medellín do about schools?"


def test_the_other_two_are_those_of_a_list_not_spoken_of_since(asked: Callable[..., str]) -> None:
    about = ("What did Cali do?", "Cali planted trees [1].")
    text = asked(*COLOMBIAN, *about, "and what did the other two do about trees?")
    assert text == "What did Bogotá and Medellín do about trees?"


def test_the_other_one_is_the_one_that_was_not_spoken_of_before(asked: Callable[..., str]) -> None:
    about = ("What did Winnipeg do?", "Winnipeg mapped trees [1].")
    told = "- **Silver**: Winnipeg and Hamilton (26 February 2025) [1]"
    text = asked(*about, "is it the only Canadian city?", told, "what has the other one done?")
    assert text == "What has Hamilton done?"


def test_the_levels_of_one_city_are_no_items(asked: Callable[..., str]) -> None:
    told = "Tempe rose to **gold** [1].\n\n- January 2018: silver [2]\n- 24 April 2019: gold [1]"
    text = asked("How did Tempe get to gold?", told, "what is special about the first of them?")
    assert "2018" not in text


def test_who_went_straight_there_went_to_the_level_listed(asked: Callable[..., str]) -> None:
    told = "- **Gold**: Fortaleza and Recife [1]"
    assert asked("Which Brazilian cities are gold?", told, "which of them got directly there?") == (
        "Which cities in Brazil went straight to gold?"
    )


def test_all_of_a_kind_are_not_the_first_of_them(asked: Callable[..., str]) -> None:
    first = ("¿cuál de ellas fue la primera?", "**Buenos Aires** fue la primera [1].")
    told = "- **2023**: Buenos Aires [1]\n- **2026**: Luján de Cuyo [2]"
    before = "¿Qué ciudades de Argentina tienen oro?"
    assert asked(before, told, *first, "¿y las de plata?") == (
        "¿Qué ciudades de Argentina son plata?"
    )


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("out of how many?", "How many criteria are there in total in the 2018 version?"),
        ("how many criteria is that out of", "How many criteria are there in total in the 2018"),
    ],
)
def test_all_criteria_are_those_of_the_version_spoken_of(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    told = "**Gold under the 2018 version.** 31 of 45 criteria is 68.9 % [1]."
    assert asked("What level are 31 criteria in the 2018 version?", told, turn).startswith(expected)


def test_whether_it_would_be_the_same_is_reckoned_anew(asked: Callable[..., str]) -> None:
    text = asked(
        "Temos 25 critérios, que nível é?", "**Prata.**", "seria igual na versão anterior?"
    )
    assert text == "Que nível são 25 critérios na versão de 2018?"


def test_the_last_on_the_list_is_of_the_list_and_not_of_what_was_told_since(
    asked: Callable[..., str],
) -> None:
    since = ("which two are from Texas?", "Austin and Dallas are [1].")

    text = asked("which cities are silver?", TEN, *since, "what did the last one on the list do?")

    assert text == "What did Denver do?"


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("¿y la segunda qué hizo con el agua?", "¿Issaquah qué hizo con el agua?"),
        ("e a segunda, o que fez com a água?", "Issaquah, o que fez com a água?"),
    ],
)
def test_what_an_item_did_is_asked_of_it(
    asked: Callable[..., str], turn: str, expected: str
) -> None:
    assert asked(*HOUSING, turn) == expected
