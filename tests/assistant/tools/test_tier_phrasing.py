import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest

from assistant.answers import Draft, Language, Quote
from assistant.tools.tier_grammar import Kind, TierQuestion, read_tier_question
from assistant.tools.tier_phrasing import phrase
from assistant.verifier import Verifier
from corpus.documents import Document
from corpus.records import Evidence, Standard

LANGUAGES: Sequence[Language] = get_args(Language)
TIERS = ("silver", "gold", "platinum")
COUNTED: Sequence[Kind] = ("level", "distance", "spare", "what_if")
BENCHMARK = {"en": "benchmarks", "es": "referencias", "pt": "referências"}

Say = Callable[..., Draft]


@pytest.fixture(scope="session")
def say(standard: Standard, quote_of: Callable[[Evidence], Quote]) -> Say:
    def answer(question: TierQuestion | str, language: Language = "en") -> Draft:
        read = question
        if isinstance(read, str):
            found = read_tier_question(read, standard=standard)
            assert found, read
            read = found
        return phrase(read, standard, language=language, quote_of=quote_of)

    return answer


def counted_questions() -> Iterator[TierQuestion]:
    """Every count under both versions with bands, asked in every way."""
    for version, criteria in (("v2018", 45), ("v2022", 43)):
        for met in range(criteria + 1):
            amount = Fraction(met)
            for kind in COUNTED:
                change = 3 if met < 10 else -2
                if kind == "what_if":
                    yield TierQuestion(kind, version, met=amount, change=change)
                else:
                    yield TierQuestion(kind, version, met=amount)
            for tier in TIERS:
                yield TierQuestion("distance", version, met=amount, tiers=(tier,))
            yield TierQuestion("distance", version, met=amount, tiers=TIERS)


LATER = TierQuestion("level", "v2022", named=True, met=Fraction(30))


def other_questions() -> Iterator[TierQuestion]:
    """Everything else that can be asked, under every version."""
    for version in ("v2017", "v2018", "v2022"):
        for tenth in range(0, 1001, 7):
            yield TierQuestion("level", version, percent=Fraction(tenth, 10))
            yield TierQuestion("distance", version, percent=Fraction(tenth, 10), tiers=("gold",))
        for tiers in ((), *((tier,) for tier in TIERS), ("silver", "gold"), TIERS):
            yield TierQuestion("thresholds", version, tiers=tiers)
            yield TierQuestion("ask_count", version, tiers=tiers)
            if tiers:
                yield TierQuestion("needed", version, tiers=tiers)
                yield TierQuestion("needed", version, tiers=tiers, asks_percent=True)
                yield TierQuestion("missable", version, tiers=tiers)
                yield TierQuestion("level", version, met=Fraction(20), tiers=tiers)
        for met in (22, 23, 30, 31, 37, 38):
            yield TierQuestion("level", version, met=Fraction(met), nearly=True)
        for percent in (51, 67, 68, 84, 85):
            yield TierQuestion("level", version, percent=Fraction(percent), nearly=True)
        yield TierQuestion("level", version, met=Fraction(29), also=(LATER,))
        yield TierQuestion("ask_count", version, change=-2)
        yield TierQuestion("level", version, met=Fraction(33))
        yield TierQuestion("wrong_total", version, met=Fraction(30), total=40)
        for impossible in ("47", "1000", "-3", "30.5", "46.25"):
            yield TierQuestion("level", version, met=Fraction(impossible))
        yield TierQuestion("what_if", version, met=Fraction(42), change=9)
        for impossible in ("100.5", "120", "-5"):
            yield TierQuestion("level", version, percent=Fraction(impossible))


def figures(text: str) -> set[Decimal]:
    return {
        Decimal(number.replace(",", ".")).normalize()
        for number in re.findall(r"\d+(?:[.,]\d+)?", text)
    }


def known_figures(draft: Draft, quoted: str) -> set[Decimal]:
    plain = [[dict(tool.arguments), dict(tool.result)] for tool in draft.tools]
    return figures(json.dumps(plain)) | figures(quoted)


def text_of(draft: Draft) -> str:
    return " ".join(sentence.text for sentence in draft.sentences)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("questions", [counted_questions, other_questions])
def test_every_number_stands_in_the_result_or_the_quotes(
    questions: Callable[[], Iterator[TierQuestion]],
    language: Language,
    say: Say,
    documents: Mapping[str, Document],
) -> None:
    verifier = Verifier(documents.get)
    for question in questions():
        draft = say(question, language)
        assert draft.sentences, question
        assert [tool.name for tool in draft.tools] == ["tier"] * (1 + len(question.also))
        for sentence in draft.sentences:
            quotes = [documents[q.document_id].text[q.start : q.end] for q in sentence.quotes]
            assert quotes, sentence
            assert sentence.origin == "tool" or sentence.text in quotes
            assert figures(sentence.text) <= known_figures(draft, " ".join(quotes)), sentence
        assert not verifier.verify(draft).dropped, question
        assert not figures(draft.opening + draft.closing)
        assert "{" not in text_of(draft) + draft.closing + "".join(draft.followups)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("questions", [counted_questions, other_questions])
def test_what_is_suggested_next_is_understood_and_answered(
    questions: Callable[[], Iterator[TierQuestion]], language: Language, say: Say
) -> None:
    for question in questions():
        followups = say(question, language).followups
        assert 1 <= len(followups) <= 3
        for followup in followups:
            assert say(followup, language).status == "answered", followup


def test_the_three_languages_state_the_same_figures(say: Say) -> None:
    for question in (*counted_questions(), *other_questions()):
        drafts = [say(question, language) for language in LANGUAGES]
        assert len({json.dumps([dict(t.result) for t in d.tools]) for d in drafts}) == 1
        assert len({frozenset(figures(text_of(draft))) for draft in drafts}) == 1, question
        assert len({draft.status for draft in drafts}) == 1


@pytest.mark.parametrize("met", range(44))
def test_the_lead_names_the_level(met: int, say: Say) -> None:
    draft = say(f"we pass {met}")
    level = next(
        (tier for tier, least in (("platinum", 85), ("gold", 68), ("silver", 51))
         if 100 * met >= least * 43),
        None,
    )  # fmt: skip
    lead = draft.sentences[0].text
    assert lead.startswith(f"**{level.capitalize()}.**" if level else "Below **silver**")
    assert draft.tools[0].result["level"] == level
    assert draft.tools[0].result["share"] == f"{met}/43"
    assert draft.tools[0].result["needed"] == {"silver": 22, "gold": 30, "platinum": 37}


@pytest.mark.parametrize(
    ("question", "language", "stated"),
    [
        ("we pass 33", "en", ["**Gold.**", "76.7 %", "68 to 84 %", "85 %", "37", "4 more", "30"]),
        ("cumplimos 33", "es", ["**Oro.**", "76,7 %", "37: 4 más", "30 o más"]),
        ("atendemos 33", "pt", ["**Ouro.**", "76,7 %", "37: mais 4", "30 ou mais"]),
        ("and 29?", "en", ["**Silver.**", "67.4 %", "below the 68 %", "do not say how to round"]),
        ("¿29?", "es", ["**Plata.**", "67,4 %", "por debajo del 68 %", "cómo se redondea"]),
        ("e 29?", "pt", ["**Prata.**", "67,4 %", "abaixo dos 68 %", "como arredondar"]),
        ("we pass 30", "en", ["**Gold.**", "69.8 %", "One criterion fewer", "at silver"]),
        ("we pass 22", "en", ["**Silver.**", "51.2 %", "One criterion fewer", "below silver"]),
        ("43 of 43", "en", ["**Platinum.**", "100 %"]),
        ("how many for platinum", "en", ["**Platinum needs 37 criteria**", "85 %", "43"]),
        ("what percentage is gold", "en", ["**68 %.**", "30"]),
        ("¿cuántos nos faltan para platino si cumplimos 34?", "es",
         ["**Faltan 3.**", "85 %", "37", "79,1 %", "en oro"]),
        ("how far from gold with 29", "en", ["**1 more.**", "67.4 %", "at silver"]),
        ("is 40 enough for gold", "en", ["Yes, **gold** is reached", "93.0 %", "at platinum"]),
        ("how many can we lose with 33?", "en", ["**3.**", "76.7 %", "down to 30"]),
        ("how many can we lose with 39 before we fall to silver?", "en",
         ["**9.** Gold holds down to 30", "With 39 (90.7 %)", "at platinum"]),
        ("what if we lose two of our 31", "en",
         ["**Silver.**", "29 of 43", "67.4 %", "With 31 (72.1 %)", "so the level changes"]),
        ("and if we add 1 to 31", "en", ["**Gold.**", "32 of 43", "so the level stays"]),
        ("difference between silver and gold", "en", ["51 to 67 %", "22 to 29", "30 to 36"]),
        ("67 %", "en", ["**Silver.**", "Under the 2018 version 67 % was gold (67 to 83 %)"]),
        ("67.96 %", "en", ["**Silver.** 67.96 %", "below the 68 %"]),
        ("almost 85 %", "en", ["**Gold.**", "the full 85 %", "37", "short of that is gold"]),
        ("nearly 30 criteria", "en", ["**Silver.**", "68 %", "30", "short of that is silver"]),
        ("just under 51 %", "en", ["Below **silver**", "the full 51 %", "22"]),
        ("almost 33 criteria", "en", ["**Gold.**", "76.7 %"]),
        ("casi 85 %", "es", ["**Oro.**", "el 85 % completo", "37"]),
        ("quase 85 %", "pt", ["**Ouro.**", "85 % completos", "37"]),
        ("gold starts at 40 %. We have 20 criteria, is that gold?", "en",
         ["No, below **silver**", "46.5 %", "Silver starts at 51 %", "Gold starts at 68 %"]),
        ("Is 36 out of 43 enough for platinum?", "en", ["No, **1 more.**", "With 36 (83.7 %)"]),
        ("Do 30 criteria get us gold?", "en", ["Yes, **gold.** 30 of 43"]),
        ("¿36 criterios bastan para platino?", "es", ["No, **falta 1.**"]),
        ("30 critérios dão ouro?", "pt", ["Sim, **ouro.**"]),
        ("At 50 % of the criteria, does a city get anything?", "en", ["No, below **silver**"]),
        ("Is 40 criteria gold?", "en", ["**Platinum.** 40 of 43"]),
        ("Are 41 of the 43 required for platinum?", "en", ["No, **platinum needs 37 criteria**"]),
        ("Must we meet 30 criteria to be gold?", "en", ["Yes, **gold needs 30 criteria**"]),
        ("Is 75 % needed for gold?", "en", ["No, **gold needs 30 criteria**"]),
        ("¿Hacen falta 40 criterios para el platino?", "es", ["No, **platino pide 37"]),
        ("São necessários 30 critérios para a prata?", "pt", ["Não, **prata pede 22"]),
        ("Is 12 required for silver?", "en", ["**Silver needs 22 criteria**"]),
        ("Does 31 qualify for gold?", "en", ["Yes, **gold.** 31 of 43"]),
        ("Is 29 enough for gold?", "en", ["No, **1 more.**", "With 29 (67.4 %)"]),
        ("Is 67.5 % gold?", "en", ["**Silver.** 67.5 %"]),
        ("how many can we miss and still get gold", "en", ["**13.**", "30 of the 43", "68 %"]),
        ("how many can we lose with 38 and stay gold", "en", ["**8.**", "down to 30"]),
        ("how many can we lose with 29 and stay gold", "en", ["**1 more.**", "68 %"]),
        ("60 % last year, 86 % now: which levels?", "en",
         ["**Silver.** 60 %", "**Platinum.** 86 %"]),
        ("30 criteria in 2021 and now, which level", "en",
         ["**Silver under the 2018 version.**", "66.7 %", "**Gold.**", "69.8 %"]),
        ("We meet 70 % of the criteria, how many more for platinum?", "en",
         ["**6 more.**", "37", "**Gold.** 70 %", "reached with 31"]),
        ("is 84.5 enough for platinum?", "en",
         ["**Gold.** 84.5 %", "Platinum starts at 85 %", "which is 37."]),
        ("We are at 50.9 percent, how far from silver?", "en",
         ["Below **silver**: 50.9 % of the 43 criteria is 21.89.", "Silver starts at 51 %"]),
        ("84 %", "en", ["**Gold.** 84 % of the 43 criteria is 36.12; gold runs from 68 to 84 %"]),
        ("31 of 45", "en", ["**Gold under the 2018 version.**", "68.9 %", "84 %", "38: 7 more"]),
    ],
)  # fmt: skip
def test_what_an_answer_states(
    question: str, language: Language, stated: Sequence[str], say: Say
) -> None:
    draft = say(question, language)
    assert draft.status == "answered"
    assert [part for part in stated if part not in text_of(draft)] == []


def test_a_figure_that_was_not_found_is_said_to_be_so(say: Say, unprinted: Standard) -> None:
    for text in ("platinum threshold in 2019", "40 of 45", "33 of 45", "thresholds in 2019"):
        draft = say(text)
        assert "no figure in the documents" in text_of(draft)
        assert draft.tools[0].result["derived"] is True
        assert draft.tools[0].result["needed"]["platinum"] == 38
        question = read_tier_question(text, standard=unprinted)
        assert question
        again = phrase(
            question, unprinted, language="en", quote_of=lambda e: Quote(e.document, 0, 9)
        )
        assert text_of(again) == text_of(draft)
    assert say("33 of 43").tools[0].result["derived"] is False


def test_the_version_without_bands_never_gives_a_level(say: Say) -> None:
    for text in ("33 of 50", "how many criteria for gold in 2017", "thresholds in 2017"):
        draft = say(text)
        assert "components of the standard" in text_of(draft)
        assert not re.search("silver|gold|platinum", text_of(draft), re.IGNORECASE)
        assert draft.tools[0].result["level"] is None
        assert {quote.document_id for quote in draft.sentences[0].quotes} == {"first"}
        assert draft.sentences[1].text.startswith("A level depended on")  # as the record says it
    assert say("33 of 50").status == "partial"
    assert say("33 of 50").missing


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("we have 47 criteria", ["43", "47 can't be right"]),
        ("44 of 43", ["43", "44 can't be right"]),
        ("-3 criteria", ["0 to 43", "-3 can't be right"]),
        ("30.5 criteria", ["whole numbers", "30.5 can't be right"]),
        ("120 %", ["100 %", "120 % can't be right"]),
        ("we have 42 and add 3", ["43", "45 can't be right"]),
        ("46 of 45", ["The 2018 version has 45 criteria", "46 can't be right"]),
    ],
)
def test_impossible_input(question: str, stated: Sequence[str], say: Say) -> None:
    draft = say(question)
    assert draft.status == "invalid"
    assert [part for part in stated if part not in text_of(draft)] == []
    assert not re.search("silver|gold|platinum", text_of(draft), re.IGNORECASE)
    assert "level" not in draft.tools[0].result


def test_what_holds_for_each_of_several_is_said_once_at_the_end(say: Say) -> None:
    draft = say("which levels are 25, 31 and 38 criteria")
    levels = [tool.result["level"] for tool in draft.tools]
    assert levels == ["silver", "gold", "platinum"]
    starts = [sentence.text for sentence in draft.sentences if sentence.starts_paragraph]
    assert [text[:6] for text in starts] == ["**Gold", "**Plat", "Beside"]


def test_one_impossible_count_of_several_makes_the_answer_invalid(say: Say) -> None:
    draft = say("which levels are 25 and 47 criteria")
    assert draft.status == "invalid"
    assert "**Silver.**" in text_of(draft)
    assert "47 can't be right" in text_of(draft)


def test_another_total_is_named_and_nothing_is_computed(say: Say) -> None:
    draft = say("30 of 40")
    assert draft.status == "clarify"
    assert text_of(draft) == "The current standard has 43 criteria, not 40."
    assert draft.closing.endswith("?")
    assert "level" not in draft.tools[0].result
    assert say("we meet 33 of 43 in 2019").sentences[0].text.startswith("The 2018 version has 45")


def test_a_missing_count_is_asked_for(say: Say) -> None:
    assert say("what level are we at?").status == "clarify"
    assert "68 %" in text_of(say("how far are we from gold"))
    for language in LANGUAGES:
        draft = say(TierQuestion("ask_count", "v2022"), language)
        assert draft.closing.endswith("?")
        assert "43" in text_of(draft)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_benchmark_is_mentioned_where_a_level_is_stated_today(
    language: Language, say: Say
) -> None:
    def mentions(question: str) -> bool:
        return BENCHMARK[language] in text_of(say(question, language))

    assert all(mentions(q) for q in ("33 of 43", "how many for gold", "thresholds", "70 %"))
    asked_otherwise = ("33 of 45", "how many for gold in 2019", "47 of 43", "30 of 40", "33 of 50")
    assert not any(mentions(q) for q in asked_otherwise)
    assert not mentions("what level are we at?")


def test_decimals_are_written_as_the_language_does(say: Say) -> None:
    question = TierQuestion("level", "v2022", met=Fraction(34))
    assert "79.1 %" in text_of(say(question, "en"))
    assert "79,1 %" in text_of(say(question, "es"))
    assert "79,1 %" in text_of(say(question, "pt"))
    assert say(question, "es").tools[0].result["percent"] == 79.1


def test_no_level_that_is_not_reached_is_nothing_away(say: Say) -> None:
    for tenth in range(0, 1001, 3):
        for tier in TIERS:
            asked = TierQuestion("distance", "v2022", percent=Fraction(tenth, 10), tiers=(tier,))
            draft = say(asked)
            assert not text_of(draft).startswith("**0"), tenth
            missing = draft.tools[0].result["missing"]
            reached = [own for own, left in missing.items() if left == 0]
            held = draft.tools[0].result["level"]
            assert reached == list(TIERS[: TIERS.index(held) + 1] if held else ())
