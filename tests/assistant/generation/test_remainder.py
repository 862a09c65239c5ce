"""What must still be told of an answer of ours that a model has told in fewer words."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.answers import Draft, DraftSentence, Language, Quote
from assistant.asking import read_asking
from assistant.drafted import Drafted
from assistant.evidence import Evidence
from assistant.generation.remainder import Remainder, is_said
from assistant.parts import Part
from assistant.questions import ReadQuestion
from assistant.suggestions.likeness import content
from assistant.trace import Trace

TESTED = "Boulder compared tenants: 96 % of evictions were prevented, against 58 % without help."
CAUTION = "The documents do not show that Boulder's help alone did it."
COURT = "The court data guides a task force in Alexandria."
AVERTED = "Alexandria reported 8,000 evictions averted from 2021 to 2023, as reported in May 2024."


def own(text: str, *, item: bool = False, origin: str = "document") -> DraftSentence:
    """A sentence of ours; what it rests on is its own."""
    quote = Quote(text.split()[0], 0, len(text))
    return DraftSentence(
        text, (quote,), origin="tool" if origin == "tool" else "document", list_item=item
    )


def written(text: str, *rests_on: DraftSentence) -> DraftSentence:
    """A model's sentence that was found to rest on these."""
    return DraftSentence(text, tuple(q for s in rests_on for q in s.quotes), written=True)


def remainder(
    *parts: Sequence[DraftSentence], asked: str = "What helps?", language: Language = "en"
) -> Remainder:
    answered = [
        Part(asked, Draft("answered", list(sentences)), Evidence("enough", (), ()))
        for sentences in parts
    ]
    drafted = Drafted(asked, (), asked, language, answered, Trace())
    asking = read_asking(asked, language)
    drafted.trace.questions = [
        ReadQuestion(asked, asked, asked, "", asked, language, (), {}, asking)
    ]
    return Remainder(drafted, spoken="en", share_told=share_of_words)


def share_of_words(own: str, told: str, *, asked: str, language: Language) -> float:
    return len(content(own, "en") & content(f"{told} {asked}", "en")) / len(content(own, "en"))


def texts(sentences: Sequence[DraftSentence]) -> list[str]:
    return [sentence.text for sentence in sentences]


def test_of_an_answer_that_is_told_nothing_is_left() -> None:
    compared = written("In Boulder 96 % of evictions were prevented, not 58 %.", own(TESTED))

    assert not remainder([own(TESTED), own(CAUTION)]).left_out([compared])


def test_a_part_of_which_nothing_was_written_is_told_whole() -> None:
    whole = remainder([own(TESTED), own(CAUTION)], [own(COURT), own(AVERTED)])
    compared = written("In Boulder 96 % of evictions were prevented, not 58 %.", own(TESTED))

    left = whole.left_out([compared])

    assert texts(left) == [COURT, AVERTED]
    assert [s.starts_paragraph for s in left] == [True, False]


def test_what_another_part_says_too_does_not_stand_for_a_part() -> None:
    whole = remainder([own(TESTED), own(CAUTION)], [own(CAUTION), own(COURT), own(AVERTED)])
    cautious = written("Help alone did not do it in Boulder.", own(CAUTION))

    left = whole.left_out([own(TESTED), cautious])

    assert texts(left) == [COURT, AVERTED]


def test_a_part_of_which_only_our_own_words_stand_is_gone_on_with() -> None:
    left = remainder([own(TESTED), own(CAUTION)]).left_out([own(TESTED)])

    assert texts(left) == [CAUTION]
    assert not left[0].starts_paragraph  # it goes on with what stands before it


def test_what_came_of_a_point_without_figures_is_told_with_it() -> None:
    whole = remainder([own(COURT), own(CAUTION), own(AVERTED)])

    left = whole.left_out([written("Court data guides a task force in Alexandria.", own(COURT))])

    assert texts(left) == [AVERTED]


def test_every_item_of_a_list_is_told() -> None:
    items = [own(f"{city} maps floods.", item=True) for city in ("Miami", "Charleston", "Recife")]
    whole = remainder(items)

    left = whole.left_out([written("Miami maps where floods come.", items[0])])

    assert whole.is_listed
    assert texts(left) == texts(items[1:])


def test_a_figure_that_another_place_has_too_is_not_told_by_it() -> None:
    guatemala = own("Guatemala City's victims fell by 12 % and its safety rose by 26 %.")
    issaquah = own("Issaquah's burglaries fell by 37 % and its thefts by 26 %.")
    whole = remainder([guatemala], [issaquah])
    told = [
        written("Crime victims fell by 12 % there.", guatemala),
        written("Burglaries fell by 37 % and thefts by 26 %.", issaquah),
    ]

    assert texts(whole.left_out(told)) == [guatemala.text]


def test_what_tells_nothing_of_ours_leaves_all_of_it() -> None:
    sentences = [own(TESTED), own(CAUTION), own("Datos clave: 96 %", origin="tool")]
    whole = remainder(sentences)

    for said in ([], [written("Boulder helps.", own(TESTED))]):
        assert not whole.is_begun(said)
        assert whole.left_out(said) == sentences


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Alexandria averted 8,000 evictions from 2021 to 2023.", True),  # the report's date apart
        ("Alexandria averted 8,000 evictions.", False),
        ("Alexandria averted many evictions from 2021 to 2023.", False),
    ],
)
def test_figures_and_dates_go_with_what_is_told(text: str, whole: bool) -> None:
    fuller = remainder([own(AVERTED)]).curtailed(text, own(AVERTED).quotes, ())

    assert fuller == (None if whole else own(AVERTED))


def test_what_was_said_before_need_not_be_said_again() -> None:
    before = written("Alexandria averted 8,000 evictions.", own(AVERTED))
    text = "That was from 2021 to 2023 in Alexandria."

    assert remainder([own(AVERTED)]).curtailed(text, own(AVERTED).quotes, [before]) is None


def test_a_figure_keeps_the_name_it_was_told_of() -> None:
    told = own("Recife saw violence in areas with a COMPAZ fall by 15 %.")
    whole = remainder([told], asked="How did Recife bring violence down?")

    assert whole.curtailed("Recife saw violence fall by 15 %.", told.quotes, ()) == told
    assert whole.curtailed("Around a COMPAZ it fell by 15 %.", told.quotes, ()) is None


def test_of_several_sentences_the_likest_stands_for_a_curtailed_one() -> None:
    water, bond = own("Aquifers give Boise 70 % of its water."), own("Voters gave 570 million.")
    quotes = [*water.quotes, *bond.quotes]

    assert remainder([water, bond]).curtailed("Voters gave a bond.", quotes, ()) == bond


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Boise holds silver in the Green Cities Award.", True),
        ("Boise holds silver and has a plan for its water.", False),
        ("Boise holds silver since 2024.", False),
    ],
)
def test_the_programmes_name_is_no_news(text: str, said: bool) -> None:
    level = replace(own("Boise holds silver."), origin="tool")

    found = is_said(written(text, level), [level], language="en", subject="the Green Cities Award")

    assert found == said


def test_a_scrap_answers_no_open_question_and_may_answer_a_plain_one() -> None:
    peace = own("A peace centre brings sport, libraries, courses and mediation to areas of Recife.")
    scrap = "A peace centre is a thing in Recife."

    for asked, stands_for in (("What is a peace centre?", peace), ("Who runs it?", None)):
        assert remainder([peace], asked=asked).curtailed(scrap, peace.quotes, ()) == stands_for


def test_whoever_asks_for_names_gets_each() -> None:
    wrote = own("The authors are the programme and its Standard Committee.")

    assert texts(
        remainder([wrote], asked="quem escreveu os critérios?", language="pt").left_out(
            [written("Os critérios foram escritos pelos autores do programa.", wrote)]
        )
    ) == [wrote.text]
