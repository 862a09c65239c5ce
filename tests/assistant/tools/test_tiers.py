import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tools.tiers import (
    ImpossibleInputError,
    NoTierBandsError,
    UnknownVersionError,
    assess_count,
    assess_percent,
    bands,
    criteria_for,
    decimal,
    shown_percent,
    version_by_id,
    version_of_year,
    version_on,
    version_with,
)
from corpus.errors import ProgrammeAssistantError
from corpus.records import Standard, StandardVersion

ORDER = [None, "silver", "gold", "platinum"]


def current_level(met: int) -> str | None:
    if 100 * met >= 85 * 43:
        return "platinum"
    if 100 * met >= 68 * 43:
        return "gold"
    return "silver" if 100 * met >= 51 * 43 else None


def earlier_level(met: int) -> str | None:
    if 100 * met >= 84 * 45:
        return "platinum"
    if 100 * met >= 67 * 45:
        return "gold"
    return "silver" if 100 * met >= 51 * 45 else None


@pytest.fixture(scope="module")
def current(standard: Standard) -> StandardVersion:
    return standard.current


@pytest.fixture(scope="module")
def earlier(standard: Standard) -> StandardVersion:
    return standard.versions[1]


@pytest.mark.parametrize("met", range(44))
def test_every_count_of_43(met: int, current: StandardVersion) -> None:
    result = assess_count(met, current)
    assert result.level == current_level(met)
    assert result.share == Fraction(met, 43)
    assert (result.met, result.criteria, result.version) == (met, 43, "v2022")
    for distance, needed in zip(result.distances, (22, 30, 37), strict=True):
        assert distance.needed == needed
        assert distance.more == max(0, needed - met)
        assert distance.spare == (met - needed if met >= needed else None)
    assert not result.derived
    # 29 of 43 is the one count between two printed bands: 67 * 43 < 2900 < 68 * 43.
    inside = 67 * 43 < 100 * met < 68 * 43 or 84 * 43 < 100 * met < 85 * 43
    assert result.between == ("gold" if inside else None)
    assert inside == (met == 29)


@pytest.mark.parametrize("met", range(46))
def test_every_count_of_45(met: int, earlier: StandardVersion) -> None:
    result = assess_count(met, earlier)
    assert result.level == earlier_level(met)
    assert [d.needed for d in result.distances] == [23, 31, 38]
    assert [d.derived for d in result.distances] == [False, False, True]
    assert result.derived
    # 30 of 45 is 66.67 %: 66 * 45 < 3000 < 67 * 45.
    assert result.between == ("gold" if met == 30 else None)


@pytest.mark.parametrize("percent", range(1, 101))
@pytest.mark.parametrize("name", ["current", "earlier"])
def test_the_least_count_reaches_it_and_one_fewer_does_not(
    percent: int, name: str, request: pytest.FixtureRequest
) -> None:
    version: StandardVersion = request.getfixturevalue(name)
    needed = criteria_for(percent, version)
    assert 100 * needed >= percent * version.criteria > 100 * (needed - 1)


def test_what_a_band_spans(current: StandardVersion, earlier: StandardVersion) -> None:
    assert [(b.needed, b.holds_to) for b in bands(current)] == [(22, 29), (30, 36), (37, 43)]
    assert [(b.needed, b.holds_to) for b in bands(earlier)] == [(23, 30), (31, 37), (38, 45)]


def test_a_bound_that_was_not_found_follows_from_the_level_below(
    standard: Standard, unprinted: Standard
) -> None:
    assert unprinted.versions[1].tiers[2].min_percent is None
    assert bands(unprinted.versions[1]) == bands(standard.versions[1])
    assert bands(unprinted.versions[1])[2].min_percent == 83 + 1
    assert bands(unprinted.versions[1])[2].derived


@given(low=st.fractions(0, 100), high=st.fractions(0, 100))
def test_more_is_never_a_lower_level(
    low: Fraction, high: Fraction, current: StandardVersion
) -> None:
    low, high = sorted((low, high))
    lower, higher = assess_percent(low, current), assess_percent(high, current)
    assert ORDER.index(lower.level) <= ORDER.index(higher.level)


@given(percent=st.fractions(0, 100))
def test_what_is_shown_lies_where_the_share_lies(percent: Fraction, standard: Standard) -> None:
    for version in standard.versions[1:]:
        shown = Fraction(shown_percent(percent / 100, version))
        for band in bands(version):
            assert (shown >= band.min_percent) == (percent >= band.min_percent)
            if band.max_percent:
                assert (shown > band.max_percent) == (percent > band.max_percent)
        assert abs(shown - percent) <= Fraction(1, 20)


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(29, 43), "67.4"),
        (Fraction(30, 43), "69.8"),
        (Fraction(37, 43), "86.0"),
        (Fraction(43, 43), "100"),
        (Fraction(0), "0"),
        (Fraction("0.7025"), "70.3"),  # 70.25: half-even would say 70.2
        (Fraction("0.7035"), "70.4"),  # 70.35: here half-even would agree
        (Fraction("0.7045"), "70.5"),  # 70.45: half-even would say 70.4
        (Fraction("0.6796"), "67.96"),  # 68.0 would look like gold
        (Fraction("0.84999"), "84.999"),
        (Fraction("0.6704"), "67.04"),  # 67.0 would look like the end of silver's band
    ],
)
def test_rounding_for_show(share: Fraction, shown: str, current: StandardVersion) -> None:
    assert shown_percent(share, current) == Decimal(shown)
    assert str(shown_percent(share, current)) == shown


@pytest.mark.parametrize(
    ("percent", "level", "between"),
    [
        ("50.99", None, None),
        ("51", "silver", None),
        ("67", "silver", None),
        ("67.4", "silver", "gold"),
        ("67.999", "silver", "gold"),
        ("68", "gold", None),
        ("84.5", "gold", "platinum"),
        ("85", "platinum", None),
        ("100", "platinum", None),
    ],
)
def test_percentages(
    percent: str, level: str | None, between: str | None, current: StandardVersion
) -> None:
    result = assess_percent(Fraction(percent), current)
    assert (result.level, result.between, result.met) == (level, between, None)
    assert all(d.more is None and d.spare is None for d in result.distances)


def test_67_percent_changed_its_meaning(standard: Standard) -> None:
    levels = [assess_percent(67, version).level for version in standard.versions[1:]]
    assert levels == ["gold", "silver"]


@pytest.mark.parametrize(
    ("given_", "fault"),
    [(44, "too_many"), (-1, "negative"), (Fraction("30.5"), "fraction"), (10**9, "too_many")],
)
def test_impossible_counts(given_: int | Fraction, fault: str, current: StandardVersion) -> None:
    with pytest.raises(ImpossibleInputError) as caught:
        assess_count(given_, current)
    assert caught.value.fault == fault
    assert caught.value.given == given_
    assert caught.value.version.criteria == 43
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, ProgrammeAssistantError)


@pytest.mark.parametrize(
    ("given_", "fault"), [(Fraction("100.1"), "over_hundred"), (-1, "negative_percent")]
)
def test_impossible_percentages(
    given_: int | Fraction, fault: str, current: StandardVersion
) -> None:
    with pytest.raises(ImpossibleInputError) as caught:
        assess_percent(given_, current)
    assert (caught.value.fault, caught.value.given) == (fault, given_)


def test_a_version_without_bands_gives_no_level(standard: Standard) -> None:
    first = standard.versions[0]
    with pytest.raises(NoTierBandsError):
        assess_count(33, first)
    with pytest.raises(NoTierBandsError):
        assess_percent(70, first)


@pytest.mark.parametrize(
    ("day", "id_"),
    [
        (dt.date(2017, 3, 31), None),
        (dt.date(2017, 4, 1), "v2017"),
        (dt.date(2018, 11, 13), "v2017"),
        (dt.date(2018, 11, 14), "v2018"),
        (dt.date(2022, 7, 31), "v2018"),
        (dt.date(2022, 8, 1), "v2022"),
        (dt.date(2031, 1, 1), "v2022"),
    ],
)
def test_the_version_on_a_day(day: dt.date, id_: str | None, standard: Standard) -> None:
    version = version_on(day, standard)
    assert (version.id if version else None) == id_


def test_the_version_by_year_count_and_id(standard: Standard) -> None:
    years = [version_of_year(year, standard) for year in (2016, 2017, 2018, 2019, 2021, 2022)]
    assert [v.id if v else None for v in years] == [
        None,
        "v2017",
        "v2018",
        "v2018",
        "v2018",
        "v2022",
    ]
    counts = [version_with(n, standard) for n in (43, 45, 50, 40)]
    assert [v.id if v else None for v in counts] == ["v2022", "v2018", "v2017", None]
    assert version_by_id("v2018", standard).criteria == 45
    with pytest.raises(UnknownVersionError) as caught:
        version_by_id("v2030", standard)
    assert caught.value.known == ("v2017", "v2018", "v2022")


def test_a_number_in_decimal_form() -> None:
    written = [decimal(Fraction(text)) for text in ("47", "30.5", "-3", "0", "100", "67.40")]
    assert [str(value) for value in written] == ["47", "30.5", "-3", "0", "100", "67.4"]
