"""Times that are told by a revision, put as months that a reader of dates knows."""

import datetime as dt

import pytest

from assistant.tools.revisions import with_dates

BEGUN = (dt.date(2017, 4, 1), dt.date(2018, 11, 14), dt.date(2022, 8, 1))

TOLD = {
    "before the rules were rewritten in 2022, gold": "before august 2022, gold",
    "silver before the last overhaul": "silver before august 2022",
    "before the november 2018 revision": "before november 2018",
    "until they changed it, gold": "before august 2022, gold",
    "after the 2022 reform": "in august 2022",
    "antes de que reescribieran las reglas en 2022": "before august 2022",
    "antes da reforma de 2022": "before august 2022",
    "from 2018 until 2022": "in november 2018",
    "before boise changed its budget": "before boise changed its budget",
    "before the 2020 revision": "before the 2020 revision",
    "between 2020 and 2022": "between 2020 and 2022",
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_a_revision_is_a_date(text: str, expected: str) -> None:
    assert with_dates(text, BEGUN) == expected


def test_rules_that_never_changed_have_no_revision() -> None:
    assert with_dates("before the reform", BEGUN[:1]) == "before the reform"
