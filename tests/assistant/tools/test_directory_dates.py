import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Language
from assistant.tools.directory_dates import When, dated, read_whens, span_of, written

TEXTS = {
    "who moved up in june 24": ["in 2024-06"],
    "who moved up on june 24, 2021": ["in 2021-06-24"],
    "total after the june 2024 batch": ["by 2024-06"],
    "right after the june 2023 round": ["by 2023-06"],
    "by christmas 2021": ["by 2021-12-25"],
    "en nochevieja de 2022": ["in 2022-12-31"],
    "by thanksgiving 2023": ["by 2023-11/2023-11"],
    "na pascoa de 2023": ["in 2023-03/2023-04"],
    "in late summer 2021": ["in 2021-06/2021-08"],
    "halfway through 2022": ["in 2022-05/2022-08"],
    "a mitad de 2021": ["in 2021-05/2021-08"],
    "no meio de 2021": ["in 2021-05/2021-08"],
    "in q3 2022": ["in 2022-07/2022-09"],
    "on bastille day 2022": ["in 2022-07-14"],
    "at the turn of the year 2022/23": ["in 2023-01-01"],
    "na virada de 2020 para 2021": ["in 2021-01-01"],
    "as 2022 drew to a close": ["by 2022"],
    "al cerrar 2022": ["by 2022"],
    "al empezar 2023": ["in 2023-01-01"],
    "who was certified in june 2024?": ["in 2024-06"],
    "em junho de 2024": ["in 2024-06"],
    "as of june 2023": ["by 2023-06"],
    "at the end of 2021": ["by 2021"],
    "a finales de 2021": ["by 2021"],
    "a fines de 2021": ["by 2021"],
    "no fim de 2021": ["by 2021"],
    "hasta 2022": ["by 2022"],
    "before 14 july 2021": ["before 2021-07-14"],
    "antes de 2020": ["before 2020"],
    "since 2023": ["from 2023"],
    "between 2020 and 2022": ["in 2020/2022"],
    "on june 17, 2024": ["in 2024-06-17"],
    "the cohort of 2023": ["of 2023"],
    "silver cities from december 2021": ["of 2021-12"],
    "the 2021 winners": ["in 2021"],
    "in 2024-06": ["in 2024-06"],
    "in early 2018, and in early 2025": ["in 2018-01/2018-03", "in 2025-01/2025-03"],
    "at the start of 2024": ["in 2024-01-01"],
    "after 2021": ["from 2022"],
    "after 14 july 2021": ["from 2021-07-15"],
    "between june 2023 and june 2024": ["in 2023-06/2024-06"],
    "from january to june 2024": ["in 2024-01/2024-06"],
    "after january 2024 up to february 2025": ["in 2024-02/2025-02"],
    "since 2021 until june 2023": ["in 2021/2023-06"],
    "depois de 2021 e antes de 2024": ["in 2022/2023-12-31"],
    "in mid-2024": ["in 2024-05/2024-08"],
    "a principios de 2024": ["in 2024-01/2024-03"],
    "before covid": ["before 2020-03"],
    "on 31 february 2024": [],
    "30 criteria": [],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_times_are_found_in_three_languages(text: str, expected: list[str]) -> None:
    assert [f"{when.relation} {when.date}" for when in read_whens(text)[0]] == expected


def test_what_is_read_is_taken_out() -> None:
    assert (
        read_whens("who was certified in june 2024 ?")[1].split() == "who was certified ?".split()
    )


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-06-17", dt.date(2024, 6, 17), dt.date(2024, 6, 17)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
    ],
)
def test_a_date_may_be_a_month_or_a_year(date: str, first: dt.date, last: dt.date) -> None:
    assert (span_of(date).first, span_of(date).last) == (first, last)


def test_a_time_ends_where_its_relation_says() -> None:
    assert When("by", "2021").span.last == dt.date(2021, 12, 31)
    assert When("before", "2021").span.last == dt.date(2020, 12, 31)
    assert When("from", "2021").span.first == dt.date(2021, 1, 1)
    assert When("in", "2020/2022").span.last == dt.date(2022, 12, 31)


@pytest.mark.parametrize(
    ("language", "day", "on_it"),
    [
        ("en", "17 June 2024", "on 17 June 2024"),
        ("es", "17 de junio de 2024", "el 17 de junio de 2024"),
        ("pt", "17 de junho de 2024", "em 17 de junho de 2024"),
    ],
)
def test_dates_are_written_as_the_language_has_them(
    language: Language, day: str, on_it: str
) -> None:
    assert written("2024-06-17", language) == day
    assert dated("2024-06-17", language) == on_it
    assert written("2024", language) == "2024"


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.sampled_from(["en", "es", "pt"]))
def test_what_is_written_is_read_again(day: dt.date, language: Language) -> None:
    date = day.isoformat()
    (when,), _ = read_whens(written(date, language).lower().replace("ç", "c"))
    assert when.date == date
