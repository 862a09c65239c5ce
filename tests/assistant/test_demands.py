"""What an answer must tell besides its kind, asked of the shipped programme."""

import pytest

from assistant.answers import Language
from assistant.demands import counted, meets
from assistant.pipeline import Assistant


def test_what_stands_beside_a_number_tells_what_it_counts() -> None:
    near, bare, _ = counted("Drones detected 1,573 trash tags in May 2024.")[0]
    assert "trash tags" in near
    assert not bare
    assert counted("More than 100 of 275 were digital.")[1][1]
    assert not counted("It cost 14,000 US dollars.")[0][1]


def test_a_number_of_a_name_counts_nothing_and_a_range_has_one_unit() -> None:
    assert [unit for _, _, unit in counted("Local Law 222 cut it from 40 to 20 minutes.")] == [
        "minutes",
        "minutes",
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "text", "answers"),
    [
        ("How many people use it?", "A licence is renewed within 90 minutes.", False),
        ("How many people use it?", "It had 1.6 million users.", True),
        ("How many people or shops use it?", "It had 1.6 million shops.", True),
        ("How many people or shops use it?", "It had 1.6 million trees.", False),
        ("How many towns had it in 2019?", "By May 2024, 90 towns had it since 2017.", False),
        ("How many towns had it in 2019?", "Some 90 towns have had it since 2017.", True),
        ("How many hours of class are there?", "The students are 16 to 24 years old.", False),
        ("How much does the tax bring in each year?", "The tax brought 5 dollars.", False),
        ("How much did crime fall in 2024?", "Crime fell by 44 % from 2016 to 2019.", False),
        ("How much did crime fall in 2018?", "Crime fell by 44 % from 2016 to 2019.", True),
        ("Which river does it take water from?", "It takes water from the river.", False),
        ("Which river does it take water from?", "It takes water from the river Duero.", True),
        ("What did the survey find?", "A survey covers 15,000 households.", False),
        ("What did the survey find?", "In a survey, 90 % said that it helped.", True),
        ("Who voted against the rule in Boise?", "Boise's council passed a rule.", False),
        ("By what percentage did theft fall?", "Cameras grew from 65 to 337.", False),
        ("What did the mayor of Cali say about it?", "A newspaper says 85 %.", False),
        ("What did residents say about it?", "Most residents found it better.", True),
        ("How much did they pay for the meters?", "The meters saved 1 million dollars.", False),
        ("How much did they pay for the meters?", "The meters cost 6 million dollars.", True),
        ("How much did they save?", "The meters saved 1 million dollars.", True),
        ("How much money was it per house?", "It cost 2 million dollars in all.", False),
        ("How much money was it per house?", "Each house cost 2,000 dollars.", True),
        ("How many people feel safe?", "The share who feel safe rose to 57 %.", True),
        ("What share of the buses is electric?", "Buses run, as reported in 2025.", False),
        ("What share of the buses is electric?", "Of 40 buses, one in four is electric.", True),
        ("Which park has the most trees?", "The city counts the trees of each park.", False),
        ("Which park has the most trees?", "Most trees stand in Elm Park.", True),
        ("Which libraries get a map?", "The project gives libraries a map.", False),
        ("Which tools does it use?", "It uses analytics tools.", True),
        ("How many cities will they certify by 2030?", "A bond runs through 2030.", False),
        ("How many towns copied the tool?", "It cost 2 million dollars by 2030.", False),
        ("How many towns copied the tool?", "It is used in 12 municipalities.", True),
        ("How many turned up at the vote?", "Voters gave 5 million dollars.", False),
        ("How many turned up at the vote?", "There were 2,459 votes.", True),
        ("Of all the trees, how many died?", "Drones counted 300 trees.", False),
        ("Of all the trees, how many died?", "Drones saw that 300 trees died.", True),
        ("At what interest did it borrow?", "It borrowed 5 % of the sum.", False),
        ("How often is the map updated?", "It surveys residents every year.", False),
        ("How often is the map updated?", "The map is updated every year.", True),
        ("Whose example did it follow?", "Recife has centres, as does Cali.", False),
        ("Whose example did it follow?", "It took the idea from Cali.", True),
    ],
)
def test_an_answer_tells_what_the_form_of_the_question_asks(
    shipped: Assistant, question: str, text: str, answers: bool
) -> None:
    read = shipped.reader.read(question, "en")
    assert meets(read, text, shipped.judge.word_vectors) is answers


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Is Córdoba's VeDi app available in English?", "refused"),
        ("Do people in Córdoba really use that app?", "answered"),
        ("Which cities do the 44 officials in the Deloitte survey work for?", "refused"),
        ("Is there some organisation for a mayor in Ecuador to talk to?", "answered"),
        ("From what number up to what number did Rionegro's cameras go?", "answered"),
        ("How many people work at the Fiscal Intelligence Center in Rionegro?", "refused"),
        ("Which of Recife's COMPAZ centres has the most visitors?", "refused"),
        ("What share of Niterói's trainees are women?", "refused"),
        ("Of the dumps that Mendoza found, how many are gone?", "refused"),
        ("At what interest rate did Boise borrow for water?", "refused"),
        ("What do the letters DMAD of Tres de Febrero stand for?", "refused"),
        (
            "Who were the two that stayed at silver when assessed again on the new criteria?",
            "refused",
        ),
        ("Whose model did Recife copy for COMPAZ?", "answered"),
        ("How many cities had been assessed by 2019?", "refused"),
        ("What does Denver's social impact bond pay for?", "answered"),
        ("Which of the three outcomes did Syracuse opt for?", "refused"),
    ],
)
def test_only_what_tells_what_is_asked_answers(
    shipped: Assistant, question: str, status: str
) -> None:
    assert shipped.work_out(question)[0].status == status


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "language", "text", "answers"),
    [
        ("¿Cuántas personas lo usan?", "es", "A licence is renewed within 90 minutes.", False),
        ("¿Cuántas personas lo usan?", "es", "It had 1.6 million users.", True),
        ("Quanto caiu o crime em 2024?", "pt", "Crime fell by 44 % from 2016 to 2019.", False),
        ("¿Cuánto recauda el impuesto por año?", "es", "The tax brought 5 dollars.", False),
    ],
)
def test_a_question_in_another_language_demands_the_same(
    shipped: Assistant, question: str, language: Language, text: str, answers: bool
) -> None:
    read = shipped.reader.read(question, language)
    assert meets(read, text, shipped.judge.word_vectors) is answers
