"""What is asked about taking part in few words, and what else is meant by the same words."""

from collections.abc import Sequence

import pytest

from assistant.answers import Language
from assistant.conversation import Turn
from assistant.pipeline import Assistant
from assistant.taking_part import asks_for_oneself, of_taking_part

EN = "What does it cost a city to take part in the certification?"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Do we need to pay to be certified?", "en"),
        ("Is it free for us?", "en"),
        ("how much does a city have to pay to join", "en"),
        ("is there an application fee?", "en"),
        ("¿Hay que pagar algo?", "es"),
        ("¿Cuánto cuesta participar?", "es"),
        ("É de graça?", "pt"),
        ("tem que pagar?", "pt"),
    ],
)
def test_a_word_of_money_and_nothing_else_means_taking_part(
    question: str, language: Language
) -> None:
    asked = of_taking_part(question, language)
    assert asked != question
    assert (asked == EN) == (language == "en")


@pytest.mark.parametrize(
    "question",
    [
        "What did the bond cost?",
        "Who pays for it?",
        "how much did that cost",
        "how much money does the city get?",
        "Does Bloomberg pay the cities?",
        "Which cities pay?",
        "Can we join?",
        "Who did Boise talk to?",
        "Whom does Rio write to about poverty?",
    ],
)
def test_what_says_whose_cost_it_is_stays_as_it_is(question: str) -> None:
    assert of_taking_part(question, "en") == question


@pytest.mark.parametrize(
    ("question", "language", "holds"),
    [
        ("What kind of support do you offer cities?", "en", "consist of"),
        ("¿Qué apoyo reciben las ciudades?", "es", "consiste"),
        ("Is there any help?", "en", "before it is certified"),
        ("whom do we talk to?", "en", "Latin America"),
        ("who is our contact person?", "en", "Latin America"),
        ("¿con quién tenemos que hablar?", "es", "América Latina"),
        ("com quem a gente fala?", "pt", "América Latina"),
        ("how do we get certified?", "en", "steps"),
        ("where do we begin", "en", "steps"),
        ("we are a county in Ohio. how do we get started?", "en", "steps"),
        ("por onde começar?", "pt", "passos"),
        ("what's in it for us?", "en", "out of"),
        ("Is it worth the effort?", "en", "out of"),
        ("¿Qué gana una ciudad con certificarse?", "es", "beneficios"),
        ("What if we fall short?", "en", "misses the mark"),
        ("What do we get if we do not hit silver?", "en", "misses the mark"),
        ("¿Y si no llegamos?", "es", "sin nada"),
        ("Has a town ever been turned down?", "en", "applied and failed"),
        ("Where can I find out which cities tried and fell short?", "en", "applied and failed"),
        ("Is there a list of towns that applied and failed?", "en", "applied and failed"),
        ("¿Alguna ciudad fracasó?", "es", "no lo lograron"),
        ("How many cities failed?", "en", "turned down"),
        ("Quantas cidades foram rejeitadas?", "pt", "rejeitadas"),
        ("Quais cidades tentaram e não conseguiram?", "pt", "não conseguiram"),
        ("Can we try again?", "en", "again"),
        ("If we don't make it, how soon can we try again?", "en", "apply again"),
        ("If we don't make it, what happens?", "en", "misses the mark"),
        ("Could we team up with our neighbours?", "en", "as one applicant"),
        ("Podemos participar junto com os municípios vizinhos?", "pt", "um só candidato"),
        ("How does the programme check that a city is telling the truth?", "en", "experts check"),
        ("who reviews the applications?", "en", "check"),
        ("how can our city sign up", "en", "apply"),
        ("Does somebody verify our answers?", "en", "experts check"),
        ("What if a town lies in its assessment?", "en", "experts check"),
        ("¿Alguien verifica si la ciudad dice la verdad?", "es", "comprueban los expertos"),
        ("Alguém confere se a prefeitura fala a verdade?", "pt", "verificam"),
        ("What experts sit on the validation committee?", "en", "Who chooses the experts"),
        ("Who is on the jury?", "en", "Who chooses the experts"),
        ("¿Quiénes son los evaluadores?", "es", "elige a los expertos"),
        ("Quem são os especialistas?", "pt", "escolhe os especialistas"),
        ("Quem decide no final se uma cidade recebe prata?", "pt", "final"),
        ("¿Qué es lo primero que hay que hacer?", "es", "pasos"),
        ("Qual é o primeiro passo?", "pt", "passos"),
        ("quem decide?", "pt", "final"),
        ("What happens once we have sent in the self-assessment?", "en", "comes after"),
        ("what follows after we submit it?", "en", "comes after"),
        ("Is there any prize money?", "en", "prize"),
        ("what paperwork is needed?", "en", "checklists"),
        ("how long does the whole thing take?", "en", "long"),
    ],
)
def test_a_turn_of_speech_is_put_as_what_it_means(
    question: str, language: Language, holds: str
) -> None:
    assert holds in of_taking_part(question, language)


@pytest.mark.parametrize(
    "question",
    [
        "who gets the money",
        "what are the steps for an open data policy?",
        "What is the benefit of open data?",
        "what happens when sensors fail?",
        "what happens after a flood?",
        "How do we improve our score?",
        "Who started it?",
        "Which cities dropped a programme?",
        "By how much did crime go down?",
        "How many criteria can we lose and keep gold?",
        "If 4 of our 33 fall away, do we slip a level?",
        "Which people take part?",
    ],
)
def test_what_says_what_else_it_is_on_stays_as_it_is(question: str) -> None:
    assert of_taking_part(question, "en") == question


def test_who_asks_of_oneself_asks_of_no_city_that_was_spoken_of(shipped: Assistant) -> None:
    said = [
        Turn(role="user", content="What has Boise done about water?"),
        Turn(role="assistant", content="Boise, Idaho, drew up a data-driven plan."),
    ]
    assert asks_for_oneself("and what's in it for us?", "en")
    assert not asks_for_oneself("is it worth it?", "en")
    answer = shipped.ask("and how do we get started?", said)
    assert answer.status == "answered"
    assert "self-assessment" in answer.text
    assert "Boise" not in answer.text


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (
            ("how do we get certified?", "¿cómo empezamos?", "por onde começar?"),
            "five steps: a self-assessment",
        ),
        (
            ("how do we sign up", "¿Cómo se postula una ciudad?", "Como a cidade se inscreve?"),
            "filling in a self-assessment",
        ),
        (
            ("what's in it for us?", "¿Vale la pena?", "vale a pena participar?"),
            "public recognition",
        ),
        (
            ("What happens if we fail?", "¿Y si no llegamos?", "e se a cidade não conseguir?"),
            "tailored next steps",
        ),
        (
            ("is there help?", "¿Hay ayuda?", "tem ajuda?"),
            "a city can get help before it is certified",
        ),
        (
            ("can we try again?", "¿Se puede volver a intentar?", "podemos tentar de novo?"),
            "every other year",
        ),
        (
            ("who reviews the applications?", "¿Quién revisa las solicitudes?", "quem verifica?"),
            "reviewing its documents",
        ),
        (
            ("what paperwork is needed?", "¿Qué documentos hay que presentar?", "que papelada?"),
            "behind a login",
        ),
    ],
)
def test_those_who_think_of_taking_part_are_answered(
    shipped: Assistant, questions: tuple[str, str, str], told: str
) -> None:
    for question in questions:
        answer = shipped.ask(question)
        assert answer.status == "answered", question
        lead = next(sentence.text for sentence in answer.sentences if sentence.citations)
        assert told in lead, question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who decides?", "final decision"),
        ("how long does it take?", "How many weeks or months"),
        ("How often do we have to redo it to keep our medal?", "How often a certified city"),
        ("¿Hay algún premio en dinero?", "prize money"),
        ("a gente ganha dinheiro?", "prize money"),
        ("¿Hay que pagar?", "what it costs a city"),
        ("Was any town ever moved back down?", "can move a city down again"),
        ("Did somebody drop from platinum to gold?", "can move a city down again"),
        ("¿Alguna ciudad ha bajado de nivel?", "can move a city down again"),
        ("Alguma cidade já perdeu a prata?", "can move a city down again"),
        ("Which cities lost their certification?", "loses its certificate"),
    ],
)
def test_what_is_left_open_on_taking_part_is_said(
    shipped: Assistant, question: str, told: str
) -> None:
    answer = shipped.ask(question)
    assert answer.status == "refused"
    assert told in answer.text


def test_what_is_asked_of_a_place_stays_with_it(shipped: Assistant) -> None:
    def conversation(question: str) -> list[Turn]:
        told = shipped.own(question).text
        return [Turn(role="user", content=question), Turn(role="assistant", content=told)]

    budget = conversation("How does Monterrey's participatory budget work?")
    assert shipped.own("who decides?", budget).standalone_question == "Who decides in Monterrey?"
    level = conversation("Which level is Boise?")
    assert "How many weeks" in shipped.own("how long does it take?", level).text


def test_who_tells_of_a_town_is_told_whether_it_may_and_what_was_asked(shipped: Assistant) -> None:
    text = shipped.own("We're a town of 20,000 in Alberta. What do we do first?").text
    assert "20,000 people is below the threshold" in text
    assert "self-assessment" in text


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("We are a town of 50,000 in Colombia. Whom do we contact?", ["(RIL)"]),
        ("Somos una ciudad de 60.000 habitantes en Chile, ¿con quién debemos hablar?", ["(RIL)"]),
        ("Somos uma prefeitura de 50 mil pessoas no Brasil, com quem devemos falar?", ["(RIL)"]),
        ("Trabajo en un municipio de México de 80 mil habitantes, ¿con qué organización hablo para"
         " entrar?", ["**Sí.**", "(RIL)"]),
    ],
)  # fmt: skip
def test_whom_a_town_of_latin_america_talks_to(
    shipped: Assistant, question: str, told: Sequence[str]
) -> None:
    text = shipped.own(question).text
    assert [part for part in told if part not in text] == []


@pytest.mark.model
def test_a_count_beside_a_check_is_reckoned(shipped: Assistant) -> None:
    answer = shipped.own("The experts confirmed 30 of our 43. What do we get?")
    assert answer.text.startswith("**Gold.**")


@pytest.mark.model
def test_who_could_then_and_can_now_is_told_of_both_times(shipped: Assistant) -> None:
    answer = shipped.own("Could a Chilean town have joined in 2018, and can it now?")
    assert answer.status == "answered"
    assert "not in 2018" in answer.text
    assert "**Yes**" in answer.text
