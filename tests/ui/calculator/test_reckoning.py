"""What the calculator shows for what it is given."""

import csv
import io

import pytest

from ui.calculator.pages import calculator_of
from ui.calculator.reckoning import Calculator, WhatIf
from ui.calculator.state import State
from ui.calculator.table import calculation_csv
from ui.desk import Desk
from ui.texts import Texts

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def calculator(desk: Desk) -> Calculator:
    found = calculator_of(desk)
    assert found
    return found


@pytest.mark.parametrize(
    ("met", "level"),
    [("0", "none"), ("21", "none"), ("22", "silver"), ("29", "silver"), ("30", "gold"),
     ("36", "gold"), ("37", "platinum"), ("43", "platinum"), ("68%", "gold")],
)  # fmt: skip
def test_a_level_follows_from_the_number(calculator: Calculator, met: str, level: str) -> None:
    outcome = calculator.work_out(State(met=met), "en")

    assert outcome.level == level
    assert outcome.answer
    assert outcome.answer.citations


@pytest.mark.parametrize("language", ["en", "es", "pt"])
@pytest.mark.parametrize("met", ["44", "-1", "1.5", "101%", "33/45", "abc"])
def test_impossible_input_gets_a_sentence_and_never_a_level(
    calculator: Calculator, met: str, language: str
) -> None:
    outcome = calculator.work_out(State(met=met), language)  # type: ignore[arg-type]

    assert outcome.level is None
    assert outcome.what_ifs == ()
    named = {"33/45": "45", "101%": "101"}.get(met, met)
    assert named in outcome.said.replace("1,5", "1.5")


def test_the_answer_is_the_one_that_every_door_gives(calculator: Calculator, desk: Desk) -> None:
    here = calculator.work_out(State(met="33"), "en").answer
    asked = desk.ask("We meet 33 of the 43 criteria. Which level is that?")

    assert here
    assert here.text == asked.text
    assert [c.quote for c in here.citations] == [c.quote for c in asked.citations]


def test_what_ifs_are_a_step_either_way_and_the_next_change_of_level(
    calculator: Calculator,
) -> None:
    assert calculator.work_out(State(met="33"), "en").what_ifs == [
        WhatIf(29 - 33, 29, "silver"),
        WhatIf(-1, 32, "gold"),
        WhatIf(+1, 34, "gold"),
        WhatIf(37 - 33, 37, "platinum"),
    ]
    assert [w.met for w in calculator.work_out(State(met="0"), "en").what_ifs] == [1, 22]
    assert [w.met for w in calculator.work_out(State(met="43"), "en").what_ifs] == [36, 42]


def test_an_earlier_version_has_its_own_rule(calculator: Calculator) -> None:
    of_2018 = calculator.work_out(State(met="31", standard="v2018"), "en")
    of_2017 = calculator.work_out(State(met="31", standard="v2017"), "en")

    assert of_2018.level == "gold"  # 31 / 45 = 68.9 %, and gold began at 67 % then
    assert of_2018.percent(Texts("es")) == "68,9"
    assert of_2017.level is None
    assert "components" in of_2017.said
    assert calculator.work_out(State(met="31", standard="v1999"), "en").said.startswith(
        "There is no"
    )


def test_ticked_criteria_are_counted_by_area(calculator: Calculator) -> None:
    areas = {area.id: area for area in calculator.areas("pt", ["DM1", "DM2", "EVAL4"])}

    assert sum(len(area.items) for area in areas.values()) == 43
    assert {id_: area.met for id_, area in areas.items() if area.met} == {"DM": 2, "EVAL": 1}
    assert (areas["DM"].name, areas["DM"].language) == ("Gestão de dados", "pt")
    assert (areas["DM"].known, areas["LC"].known) == ("confirmed", "single_source")


def test_the_table_for_a_council_paper_holds_it_all(calculator: Calculator) -> None:
    outcome = calculator.work_out(State(chosen=("DM1", "LC2")), "es")

    written = calculation_csv(outcome, calculator.areas("es", outcome.state.chosen), Texts("es"))

    assert written.startswith("\ufeffParte,Nombre,")
    rows = list(csv.reader(io.StringIO(written)))
    assert {len(row) for row in rows} == {4}
    values = {row[1]: row[3] for row in rows}
    assert values["Nivel"] == "Por debajo de plata"
    assert values["Proporción de criterios"] == "4,7 %"  # 2 / 43
    assert values["Plata"] == str(22 - 2)
    assert (values["DM"], values["DM1"], values["DM2"]) == ("1 de 9", "Cumplido", "No cumplido")
    assert sum(row[0] == "Criterio" for row in rows) == 43
    assert any("51-67 % of the 43 criteria" in row[2] for row in rows)
