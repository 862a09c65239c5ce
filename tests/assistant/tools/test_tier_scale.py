"""Questions to standards of other names and units than the shipped one."""

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest

from assistant.answers import Language, Quote
from assistant.tools.level_names import level_words
from assistant.tools.tier_grammar import read_tier_question
from assistant.tools.tier_phrasing import phrase
from corpus.records import Evidence, Standard, StandardVersion, Tier

SAID = Evidence(document="d", quote="q")


def standard(
    levels: Mapping[str, int], total: int, *, unit: str = "points", percent: bool = False
) -> Standard:
    bound = "min_percent" if percent else "min_count"
    tiers = [
        Tier.model_validate({"name": name, bound: least, "evidence": SAID})
        for name, least in levels.items()
    ]
    version = StandardVersion(
        id="v1",
        label="the first",
        in_force_from=dt.date(2020, 1, 1),
        criteria=total,
        tiers=tiers,
        evidence=SAID,
    )
    return Standard.model_validate({"unit": unit, "versions": [version]})


STARS = standard({"bronze": 25, "silver": 45, "gold": 65, "platinum": 85}, 100)
LEED = standard({"Certified": 40, "Silver": 50, "Gold": 60, "Platinum": 80}, 110)
BREEAM = standard({"Pass": 30, "Good": 45, "Very Good": 55, "Excellent": 70}, 100)
COUNTED = standard({"1 star": 10, "2 stars": 20, "3 stars": 30}, 40, unit="credits")
NUMBERED = standard({"Level 1": 10, "Level 2": 20}, 40)
SHARES = standard({"bronze": 50, "gold": 75}, 8, percent=True)


def said(question: str, of: Standard, language: Language = "en") -> str:
    asked = read_tier_question(question, standard=of)
    assert asked is not None, question
    draft = phrase(asked, of, language=language, quote_of=lambda _: Quote("d", 0, 1))
    return " ".join(sentence.text for sentence in draft.sentences)


@pytest.mark.parametrize(
    ("of", "question", "begins"),
    [
        (STARS, "How many points for bronze?", "**Bronze needs 25 points**"),
        (STARS, "We have 67.4 points, which rating?", "**Gold.** 67.4 of 100 points"),
        (STARS, "what rating is a score of 64?", "**Silver.** 64 of 100 points"),
        (STARS, "We have 30 points, how far to silver?", "**15 more.**"),
        (STARS, "What level is 70%?", "**Gold.** 70 % of the 100 points is 70"),
        (LEED, "How many points does Certified need?", "**Certified needs 40 points**"),
        (LEED, "What does it take to be certified?", "**Certified needs 40 points**"),
        (LEED, "what if we lose 3 of our 61 points", "**Silver.** 58 of 110 points"),
        (LEED, "Which level is 39 points?", "Below **Certified**: 39 of 110 points"),
        (BREEAM, "How many points for Very Good?", "**Very Good needs 55 points**"),
        (BREEAM, "How many points for Good?", "**Good needs 45 points**"),
        (BREEAM, "what does excellent take", "**Excellent needs 70 points**"),
        (BREEAM, "We pass 30 points", "**Pass.** 30 of 100 points"),
        (COUNTED, "How many credits for 2 stars?", "**2 stars needs 20 credits**"),
        (COUNTED, "We have 25 credits, what level?", "**2 stars.** 25 of 40 credits"),
        (NUMBERED, "How many points for level 2?", "**Level 2 needs 20 points**"),
        (SHARES, "Which level is 5 of 8 points?", "**Bronze.** 5 of 8 points is 62.5 %"),
        (SHARES, "How many points for gold?", "**Gold needs 6 points**: at least 75 % of the 8."),
    ],
)
def test_levels_go_by_their_own_names_and_units(of: Standard, question: str, begins: str) -> None:
    assert said(question, of).startswith(begins)


@pytest.mark.parametrize(
    ("language", "question", "begins"),
    [
        ("es", "¿Cuántos puntos hacen falta para bronce?", "**Bronce pide 25 puntos**, de 100."),
        ("es", "¿Qué nivel son 70 puntos?", "**Oro.** 70 de 100 puntos; el oro empieza en 65."),
        ("pt", "Temos 67,4 pontos. Que nível é?", "**Ouro.** 67,4 de 100 pontos"),
        ("pt", "Quantos pontos para platina?", "**Platina pede 85 pontos**, de 100."),
    ],
)
def test_metals_are_known_in_three_languages(
    language: Language, question: str, begins: str
) -> None:
    assert said(question, STARS, language).startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "What is a good way to save water?",
        "Can a mobile building be certified?",
        "Does each category have a minimum?",
        "Who passed the first review?",
    ],
)
@pytest.mark.parametrize("of", [LEED, BREEAM])
def test_other_questions_are_left_to_the_documents(of: Standard, question: str) -> None:
    assert read_tier_question(question, standard=of) is None


def test_no_sentence_speaks_of_cities_or_of_another_unit() -> None:
    questions: Sequence[str] = (
        "What are the thresholds of each level?",
        "How many points can we miss and still reach gold?",
        "How far are we from gold?",
        "Is 65 points gold?",
        "We have 64 points, how far to gold?",
        "what if we add 3 to our 64 points",
        "Which level is 120 points?",
        "Which level is 130 %?",
        "Which level is 30 of 90 points?",
        "How many of our 70 points can we lose and stay gold?",
    )
    languages: Sequence[Language] = ("en", "es", "pt")
    for of in (STARS, SHARES):
        for question in questions:
            for language in languages:
                told = said(question, of, language).lower()
                for strange in ("city", "ciudad", "cidade", "criteri", "critéri"):
                    assert strange not in told, (question, told)


def test_a_level_of_unknown_name_keeps_it() -> None:
    assert level_words("Very Good", "es").the == "el nivel Very Good"
    assert level_words("oro", "en").name == "gold"
    named = standard({"Certified": 40}, 110)
    tier = named.current.tiers[0].model_copy(update={"names": {"es": "Certificado"}})
    version = named.current.model_copy(update={"tiers": [tier]})
    spoken = named.model_copy(update={"versions": [version]})
    assert level_words("Certified", "es", spoken).name == "Certificado"
    assert said("¿Cuántos puntos necesita Certificado?", spoken, "es").startswith("**Certificado")
