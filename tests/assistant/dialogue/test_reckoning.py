"""A reckoning that is written out is read back as the same, in three languages."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Language
from assistant.dialogue.reckoning import follow, restate
from assistant.settings import Settings
from assistant.tools.tier_grammar import TierQuestion, read_tier_question
from corpus.records import Standard, read_records


@pytest.fixture(scope="module")
def standard() -> Standard:
    standard = read_records(Settings().programme / "records").standard
    assert standard
    return standard


COUNTS = st.integers(10, 43).map(Fraction)
LEVELS = st.sampled_from([("silver",), ("gold",), ("platinum",)])
QUESTIONS = st.one_of(
    st.builds(TierQuestion, st.just("level"), st.just("v2022"), met=COUNTS),
    st.builds(
        TierQuestion,
        st.just("level"),
        st.just("v2022"),
        met=COUNTS,
        tiers=LEVELS,
        asks_whether=st.just(True),
    ),
    st.builds(
        TierQuestion,
        st.just("level"),
        st.just("v2022"),
        percent=st.integers(10, 1000).map(lambda tenths: Fraction(tenths, 10)),
    ),
    st.builds(TierQuestion, st.just("distance"), st.just("v2022"), met=COUNTS, tiers=LEVELS),
    st.builds(
        TierQuestion,
        st.just("distance"),
        st.just("v2022"),
        met=COUNTS,
        tiers=LEVELS,
        asks_whether=st.just(True),
    ),
    st.builds(TierQuestion, st.just("distance"), st.just("v2022"), met=COUNTS),
    st.builds(TierQuestion, st.just("spare"), st.just("v2022"), met=COUNTS, tiers=LEVELS),
    st.builds(
        TierQuestion,
        st.just("what_if"),
        st.just("v2022"),
        met=COUNTS,
        change=st.integers(-9, 9).filter(bool),
    ),
    st.builds(TierQuestion, st.just("needed"), st.just("v2022"), tiers=LEVELS),
    st.builds(
        TierQuestion, st.just("needed"), st.just("v2022"), tiers=LEVELS, asks_percent=st.just(True)
    ),
    st.builds(TierQuestion, st.just("thresholds"), st.just("v2022")),
)
LANGUAGES: list[Language] = ["en", "es", "pt"]


@given(question=QUESTIONS, language=st.sampled_from(LANGUAGES))
def test_a_restated_question_is_read_as_it_was_meant(
    standard: Standard, question: TierQuestion, language: Language
) -> None:
    written = restate(question, standard=standard, language=language)

    assert read_tier_question(written, standard=standard) == question


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with 3 more?", TierQuestion("what_if", "v2022", met=Fraction(31), change=3)),
        ("29?", TierQuestion("level", "v2022", met=Fraction(29))),
        ("for gold?", TierQuestion("distance", "v2022", met=Fraction(33 - 2), tiers=("gold",))),
        (
            "under the old standard?",
            TierQuestion("what_if", "v2018", named=True, met=Fraction(33), change=-2),
        ),
        ("what did Boston do about heat?", None),
        ("how many cities?", None),
        ("we meet 12 of the 20 goals of our plan", None),
    ],
)
def test_what_follows_a_what_if(
    standard: Standard, text: str, expected: TierQuestion | None
) -> None:
    last = TierQuestion("what_if", "v2022", met=Fraction(33), change=-2)

    assert follow(text, last, standard=standard, leans=True, points=False) == expected


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("the next step up from there?", ("gold",)),
        ("and the level above?", ("gold",)),
        ("one level below that?", None),
        ("what does it take?", ("silver",)),
        ("and the top one?", ("platinum",)),
        ("what did Boston do above that?", None),
    ],
)
def test_the_level_next_to_the_one_that_was_asked_about(
    standard: Standard, text: str, tiers: tuple[str, ...] | None
) -> None:
    last = TierQuestion("needed", "v2022", tiers=("silver",))

    found = follow(text, last, standard=standard, leans=True, points=False)

    assert (found and found.tiers) == tiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¿sería igual con la versión anterior?", ("v2018", True)),
        ("would it be different under the old standard?", ("v2018", True)),
        ("e com a versão anterior mudaria?", ("v2018", True)),
        ("what did the old version say on heat?", None),
    ],
)
def test_the_same_under_another_version(
    standard: Standard, text: str, expected: tuple[str, bool] | None
) -> None:
    last = TierQuestion("level", "v2022", met=Fraction(20))

    found = follow(text, last, standard=standard, leans=True, points=True)

    assert (found and (found.version, found.named)) == expected
    assert found is None or found.met == last.met


@pytest.mark.parametrize(
    "text", ["today?", "and what is it now?", "¿y cuál es ahora?", "qual é hoje?"]
)
def test_what_an_earlier_level_is_now(standard: Standard, text: str) -> None:
    last = TierQuestion("level", "v2018", named=True, percent=Fraction(67))

    found = follow(text, last, standard=standard, leans=True, points=False)

    assert found == TierQuestion("level", "v2022", percent=Fraction(67))
