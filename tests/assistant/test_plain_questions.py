"""Plain facts of the shipped corpus, asked in every form that people have for such a question."""

from collections.abc import Sequence

import pytest

from assistant.conversation import Turn
from assistant.pipeline import Assistant

pytestmark = pytest.mark.model

WHICH_CITY = {
    "en": (
        ("Which city {}?", "Which {2} city {1}?", "What is the name of the city that {}?",
         "I'm looking for a city that {}.", "Which city {}, and what level does it hold?"),
        (("Luján de Cuyo", "rehoused families from flood areas", "Argentine"),
         ("Winnipeg", "changed its contracts", "Canadian"),
         ("Niterói", "trained young people for green work", "Brazilian"),
         ("Louisville", "lets others use its traffic tool for free", "US")),
    ),
    "es": (
        ("¿Qué ciudad {}?", "¿Cuál ciudad {2} {1}?", "¿Cuál es la ciudad que {}?"),
        (("Luján de Cuyo", "sacó familias de zonas inundables", "argentina"),
         ("Niterói", "formó jóvenes para trabajos verdes", "brasileña")),
    ),
    "pt": (
        ("Que cidade {}?", "Qual cidade {2} {1}?", "Qual é a cidade que {}?"),
        (("Winnipeg", "mudou seus contratos", "canadense"),
         ("Niterói", "treinou jovens para trabalhos verdes", "brasileira")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "fact"),
    [(f, fact) for forms, facts in WHICH_CITY.values() for f in forms for fact in facts],
)
def test_the_city_of_which_a_thing_is_told(
    shipped: Assistant, form: str, fact: tuple[str, str, str]
) -> None:
    city, deed, people = fact
    question = form.replace("{}", deed).replace("{1}", deed).replace("{2}", people)
    answer = shipped.work_out(question)[0]
    assert answer.status in ("answered", "partial")
    assert city in answer.text


def test_a_city_outside_the_area_asked_about_is_no_answer(shipped: Assistant) -> None:
    assert shipped.work_out("Which Chilean city finds dumps with drones?")[0].status == "refused"


@pytest.mark.parametrize(
    "form",
    ["How much was {0} in {1}?", "{1}: how much was {0}?", "Do you know how much {0} in {1} was?",
     "In {1}, how big was {0}, in dollars?"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("thing", "city", "told"),
    [
        ("the water bond", "Boise", "570 million"),
        ("the equity investment", "Dallas", "40 million"),
        ("the federal money against lead", "Buffalo", "2.3 million"),
    ],
)
def test_a_sum_asked_for_in_the_words_of_the_documents(
    shipped: Assistant, form: str, thing: str, city: str, told: str
) -> None:
    answer = shipped.work_out(form.format(thing, city))[0]
    assert answer.status == "answered"
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is the health voucher of San Nicolás, Argentina?", "municipal scheme"),
        ("What is Tres de Febrero's DMAD document?", "municipal paper"),
        ("What share of the hours in Winnipeg's new contracts was worked by under-represented "
         "groups?", "75 %"),
    ],
)  # fmt: skip
def test_what_is_told_goes_before_what_is_not_known(
    shipped: Assistant, question: str, told: str
) -> None:
    answer = shipped.work_out(question)[0]
    assert answer.status == "answered"
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which city maps flood areas in an app and who built it?", ["Miami", "which company"]),
        ("Which city has the lowest homicide rate in 31 years, and is it certified?",
         ["Cali", "15 January 2026"]),
        ("Which Canadian city changed its contracts, and how many contracts were there?",
         ["Winnipeg", "21 new contracts"]),
        ("¿Qué ciudad de Brasil formó jóvenes para trabajos verdes y qué nivel tiene?",
         ["Niter", "**oro**"]),
        ("What is Baltimore doing with its data, and what level is it?", ["silver"]),
        ("We want smart meters. What did they bring in Carlsbad, and what in Fort Worth for trips?",
         ["Carlsbad", "90 %"]),
        ("When was San Jose first certified and what is its level today?",
         ["14 July 2021", "gold (23 January 2024)"]),
    ],
)  # fmt: skip
def test_the_second_question_is_on_the_city_of_the_first_answer(
    shipped: Assistant, question: str, told: Sequence[str]
) -> None:
    answer = shipped.work_out(question)[0]
    assert [part for part in told if part not in answer.text] == []


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["What level was Phoenix at in 2022?", "And Glendale at the same time?"],
         ["gold** in 2022, announced on 30 March 2022"]),
        (["¿Qué ciudades latinoamericanas se certificaron en enero de 2024?",
          "de esas, ¿cuáles entraron con oro?"], ["**2**", "Bogotá y Recife"]),
        (["Who moved up in the June 2024 round?", "How many were new that day?",
          "which of the new ones are outside the US?"], ["Las Condes", "Guatemala City"]),
        (["Which criteria are about privacy or security?", "what does the second one ask for?"],
         ["DM6"]),
        (["How many criteria does gold take?", "and how many are there in total?"], ["43"]),
        (["we meet 24 criteria", "is that enough for gold?"], ["No, **6 more.**"]),
        (["What did Rochester do with data?", "the one in Minnesota", "who else paid for it?"],
         ["750,000"]),
        (["what's Vision Zero in Tempe about", "did crashes go down?"], ["do not state"]),
        (["How did Winnipeg change its contracts?", "what was it before?"], ["do not state"]),
        (["What does Tempe do about traffic?", "ok that's what I needed, thanks"], ["welcome"]),
        (["Which cities used data for water?", "and in Texas?", "how much did that one save?"],
         ["Fort Worth", "1 million"]),
        # Without a subject of its own, a turn is on what was spoken of,
        (["Does San Nicolás have a health voucher?", "how many joined"], ["40,000"]),
        (["¿Qué hizo Issaquah por la gente sin hogar?", "¿cuántos duermen ahora bajo techo?"],
         ["37 people"]),
        (["What did Denver pay with its social impact bond?", "who lent the cash"],
         ["don't answer", "Denver"]),
        # which is not told again unless it answers,
        (["How many homes has Sugar Land upgraded?", "in which neighbourhoods"], ["don't answer"]),
        (["How many visits did Issaquah's outreach team record?", "how large is the team"],
         ["do not say", "work in the team"]),
        # After talk of the programme it is on that,
        (["Which practice area has the most criteria?", "whose cash keeps the scheme going"],
         ["Bloomberg"]),
        # and one with a subject is on that.
        (["How did Boise pay for its water plan?", "what is tideeye"], ["which roads are closed"]),
        (["How did Boise pay for its water plan?", "who was simone brody"], ["director"]),
    ],
)  # fmt: skip
def test_a_follow_up_keeps_what_was_asked(
    shipped: Assistant, turns: Sequence[str], told: Sequence[str]
) -> None:
    history: list[Turn] = []
    for turn in turns:
        answer = shipped.work_out(turn, history)[0]
        history += [Turn(role="user", content=turn), Turn(role="assistant", content=answer.text)]
    assert [part for part in told if part not in history[-1].content] == []


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Compárame Medellín y Bogotá, por favor", ["oro", "Medellín", "Bogotá"], ""),
        ("Faz uma comparação entre Rio de Janeiro e Niterói pra mim", ["ouro", "Niterói"], ""),
        ("Which cities in Texas used data for water?", ["Fort Worth"], "Carlsbad"),
        ("Which states have platinum cities?", ["Arizona", "Massachusetts"], "Texas"),
        ("Which Canadian cities are certified?", ["4 new cities", "2 are not named"], ""),
        ("Which Brazilian cities joined in June 2024, and what was the total then?",
         ["Porto Alegre", "83"], ""),
        ("Which Arizona cities made it, who was first and how far did they get?",
         ["was the first certified city in Arizona", "Gilbert"], "Los Angeles"),
        ("Can a university be certified?", ["names cities only"], ""),
        ("Could Rochester in Kent, England, apply?", ["No", "United Kingdom"], "yes"),
        ("What has LA done on open data?", ["1,100"], "OD1"),
        ("Since when does New York have its data analytics office?", ["2013"], ""),
        ("How many open datasets do Medellín and LA have?", ["600", "1,100"], ""),
        ("How many evictions did Alexandria deal with, and in what time?",
         ["8,000"], "do not state"),
        ("What did driving by do to the hours Carlsbad spent on its meters?", ["329", "55"], ""),
        ("How high was the spending cap of a project in the first edition in Monterrey?",
         ["2.1 million"], ""),
        ("Whose idea did Recife take over for COMPAZ?", ["Medellín"], ""),
        ("name of the boss of What Works Cities when the certificate was born", ["Brody"], ""),
        ("What was the bill for Carlsbad's drive-by meters?", ["6 million"], ""),
        ("How many places in Latin America had been through the evaluation by June 2023?",
         ["46 cities"], "EVAL1"),
        ("What do the letters RDC stand for?", ["Results-Driven Contracting (RDC)"], ""),
        ("What is the story with the drones in Mendoza?", ["illegal dumps"], "do not say"),
        ("Atibaia, no interior de São Paulo, tem 160 mil habitantes. Pode participar?",
         ["Sim", "Brasil"], "Estados Unidos"),
        ("¿Cuál fue la primera ciudad de México certificada?", ["Monterrey"], ""),
        ("¿Puede una ciudad de Colombia solicitar la certificación?", ["30.000"], ""),
        ("¿Cuántos criterios hacían falta para oro en la versión de 2018?", ["31"], ""),
        ("in caruaru, how far did syphilis fall, and what did the health programme cost the"
         " taxpayer", ["76 %"], "Rionegro"),
        ("What have places in Texas done with their numbers?", ["Sugar Land", "Dallas"],
         "Winnipeg"),
        ("Quais cidades foram reprovadas em 2024?", ["not published"], "83 cities"),
        ("O que Fortaleza fez com os dados?", ["not stated"], ""),
        ("What has Rochester done?", ["Which one do you mean?"], ""),
        ("¿Qué ha hecho Fort Collins con datos en materia de agua?", ["water budgets"], ""),
    ],
)  # fmt: skip
def test_what_readers_asked_and_were_not_told(
    shipped: Assistant, question: str, told: Sequence[str], untold: str
) -> None:
    text = shipped.work_out(question)[0].text
    assert [part for part in told if part not in text] == []
    assert not untold or untold not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Recife do?", "COMPAZ"),
        ("How does Denver deal with air pollution?", "Love My Air"),
        ("Tell me what Carlsbad did with its data", "networked meters"),
        ("Tell me about Recife", "COMPAZ"),
        ("What has Boise done with data?", "water"),
        ("O que Niterói fez?", "green work"),
        ("Cuéntame de Monterrey", "participation"),
    ],
)
def test_what_a_city_did_is_led_by_what_its_document_is_on(
    shipped: Assistant, question: str, told: str
) -> None:
    answer = shipped.own(question)
    assert answer.status == "answered"
    assert told in next(sentence.text for sentence in answer.sentences if sentence.citations)
