import pytest

from assistant.answers import Language
from assistant.asking import credits_award, holds, is_award, looks_ahead, read_asking, tells_deed
from assistant.asking_words import Kind


@pytest.mark.parametrize(
    ("question", "language", "kind"),
    [
        ("How many homes were built?", "en", "number"),
        ("by how much did crime fall", "en", "share"),
        ("What did the bridge cost, what was the price?", "en", "money"),
        ("when did it start", "en", "date"),
        ("When the flood came, how many houses fell?", "en", "number"),
        ("Cuando llegó el agua, ¿cuántas casas cayeron?", "es", "number"),
        ("how long does it last?", "en", "duration"),
        ("How often has the mayor been to the summit?", "en", "number"),
        ("How often do they meet?", "en", "duration"),
        ("What number is the one on vendors?", "en", None),
        ("Who is the mayor of Dallas?", "en", "person"),
        ("which company built the app", "en", "organisation"),
        ("Which cities used data against floods?", "en", "cities"),
        ("How many homes were built when the levee broke?", "en", "number"),
        ("How big a part of the work went to small firms?", "en", "share"),
        ("Over what time did thefts fall, and how much did they drop?", "en", "number"),
        ("What did the town spend on paint?", "en", "money"),
        ("Salary of the director", "en", "money"),
        ("How much did they win for their idea?", "en", "money"),
        ("What was the pot of money that year?", "en", "money"),
        ("What is the highest value that is allowed?", "en", "number"),
        ("What does the name PQR stand for?", "en", "expansion"),
        ("What is the name of the app?", "en", "names"),
        ("What is the name of its director?", "en", "person"),
        ("Which days exactly?", "en", "date"),
        ("Who is right?", "en", None),
        ("What were the dates for comments?", "en", "date"),
        ("Do you have the year of the launch?", "en", "date"),
        ("How do they let people prove where they live when voting?", "en", None),
        ("Is there a fee when a city joins?", "en", None),
        ("What was the drop in thefts?", "en", "share"),
        ("How steep was the decline?", "en", "number"),
        ("What was the turnout?", "en", "number"),
        ("What was the bill for the homes?", "en", "money"),
        ("What's the frequency of the meetings?", "en", "duration"),
        ("Court data: which body is steered by it?", "en", "organisation"),
        ("Which department runs the app?", "en", "agent"),
        ("Whose money is behind it?", "en", "agent"),
        ("How often did they have to ask before he came along?", "en", "number"),
        ("What is the app called?", "en", "names"),
        ("What's the director called?", "en", "person"),
        ("What prompted the review?", "en", "reason"),
        ("Is anybody checking what cities claim?", "en", None),
        ("How much of the city's rubbish tax goes to it?", "en", "share"),
        ("How much tax do they pay?", "en", "money"),
        ("What did they plant, and what for?", "en", None),
        ("How do I get in touch with the bus team?", "en", "contact"),
        ("Is there a phone number for the clinic?", "en", "contact"),
        ("How can we reach gold?", "en", None),
        ("¿Cómo me comunico con el equipo?", "es", "contact"),
        ("Qual é o telefone da equipe?", "pt", "contact"),
        ("¿Cómo se llama la aplicación?", "es", "names"),
        ("¿Qué significa la sigla PQR?", "es", "expansion"),
        ("Nome das empresas do contrato", "pt", "organisation"),
        ("why did they stop it", "en", "reason"),
        ("Tell me about Boise", "en", None),
        ("which figures are there on water for Boise", "en", None),
        ("what Boise did about water", "en", None),
        ("Who's working on water?", "en", None),
        ("What do they do when it comes to water?", "en", None),
        ("What did that do to the number of hours they spent?", "en", "number"),
        ("Unit price, delivered, of a bus", "en", "money"),
        ("Name of the director when it began", "en", "person"),
        ("Who became head of the office?", "en", "person"),
        ("Whose example did they copy when it began?", "en", "cities"),
        ("Who were the two that stayed?", "en", "cities"),
        ("Which of its parks did they close?", "en", "thing"),
        ("What were the odds of winning?", "en", "share"),
        ("At what interest rate did they borrow?", "en", "share"),
        ("What's DataKC's headcount?", "en", "number"),
        ("what was that figure before?", "en", "number"),
        ("Who is the city's partner in it?", "en", "organisation"),
        ("Who is the fund meant for?", "en", "agent"),
        ("¿Quiénes son los socios del plan?", "es", "organisation"),
        ("Quem é parceiro da prefeitura?", "pt", "organisation"),
        ("Qual era a taxa de desemprego?", "pt", "number"),
        ("Qual é a taxa de inscrição?", "pt", "money"),
        ("¿Cuántas familias se mudaron?", "es", "number"),
        ("¿En cuánto bajó el delito?", "es", "share"),
        ("¿Quién es el alcalde?", "es", "person"),
        ("¿Cada cuánto se reúnen?", "es", "duration"),
        ("¿De qué tamaño es el basural?", "es", "number"),
        ("¿Con qué proyecto ganaron?", "es", "thing"),
        ("¿Qué hizo para no depender de quién mande?", "es", None),
        ("Quanto custou o aplicativo?", "pt", "money"),
        ("¿Qué presupuesto tuvo el parque?", "es", "money"),
        ("Que orçamento teve o parque?", "pt", "money"),
        ("Qual empresa fez o aplicativo?", "pt", "organisation"),
        ("Quando abre a usina?", "pt", "date"),
    ],
)
def test_the_wording_tells_what_kind_of_thing_is_asked_for(
    question: str, language: Language, kind: Kind | None
) -> None:
    assert read_asking(question, language).kind == kind


def test_the_words_after_the_question_word_name_what_is_asked_for() -> None:
    assert read_asking("How many bike lanes does it have?", "en").focus == {"bike", "lanes"}
    assert read_asking("cameras in town, how many now", "en").focus == frozenset()


def test_a_relative_pronoun_names_nothing_that_is_asked_for() -> None:
    asking = read_asking("How big a share went to groups who normally miss out?", "en")
    assert asking.focus == frozenset()


def test_names_may_be_told_in_a_list_of_common_words() -> None:
    asking = read_asking("The four parts, what were they called?", "en")
    assert holds(asking, "The parts were framed as follows: commit, measure, take stock and act.")
    assert not holds(asking, "The standard had four parts.")


def test_letters_are_told_by_the_words_they_stand_for() -> None:
    asking = read_asking("What does HCT stand for?", "en")
    assert holds(asking, "The high council for technology (HCT) met in 2022.")
    assert not holds(asking, "HCT is a council of the town.")
    assert read_asking("¿Quién es el alcalde de Lima?", "es").focus == {"alcalde"}


def test_what_the_counted_did_is_not_what_is_counted() -> None:
    assert read_asking("how many took part", "en").focus == frozenset()
    assert read_asking("how much cheaper did it get", "en").focus == frozenset()
    assert read_asking("¿Cuántos votaron?", "es").focus == frozenset()
    assert read_asking("Quantas pessoas usaram o ônibus?", "pt").focus == frozenset()
    assert read_asking("¿Cuánta gente montó en bicicleta?", "es").focus == frozenset()


@pytest.mark.parametrize(
    ("question", "language", "gathers"),
    [
        ("who has done something about floods?", "en", True),
        ("who helped small shops?", "en", True),
        ("are there towns that plant trees?", "en", True),
        ("who funded the bridge?", "en", False),
        ("whose example did they follow?", "en", False),
        ("What did a winning project in the first round get?", "en", False),
        ("¿Hay ciudades que plantan árboles?", "es", True),
        ("¿Quién ayudó a los comercios?", "es", True),
        ("¿Quién fundó el programa?", "es", False),
        ("¿Revisan lo que dicen las ciudades?", "es", False),
        ("Há cidades que plantam árvores?", "pt", True),
    ],
)
def test_whoever_did_a_thing_is_gathered(question: str, language: Language, gathers: bool) -> None:
    assert read_asking(question, language).gathers is gathers


@pytest.mark.parametrize(
    ("question", "sentence", "answers"),
    [
        ("How many homes were built?", "The city built 120 homes in 2019.", True),
        ("How many homes were built?", "The city built homes in 2019.", False),
        ("How many of the 46,000 found a job?", "It helped 46,000 people in 2021.", False),
        ("How many were helped?", "Training is for those aged 16-24.", False),
        ("when did it start", "It started in May 2020.", True),
        ("what started in May 2020 and when did it end", "It started in May 2020.", False),
        ("how long does it take", "A licence takes 90 minutes.", True),
        ("how long does it take", "In that month it had nine cities.", False),
        ("how long was it open", "It opened in May 2018 and stayed until June 2022.", True),
        ("how long was it open", "It was open from 3 to 9 May 2022.", True),
        ("how often was it open", "It opened in May 2018 and stayed until June 2022.", False),
        ("how much did crime fall", "Crime fell by 20 %.", True),
        ("how much did the gap narrow", "The gap of 12 % is known.", False),
        ("Who ran the city survey?", "Boise ran the National City Survey in 2023.", False),
        ("Who ran the city survey?", "The city survey is run by the Gallup Institute.", True),
        ("how much did crime fall", "Crime is at home in 5 % of the blocks.", False),
        ("how many homes are safe", "The city won 2.3 million US dollars for it.", False),
        ("how many homes are safe", "The city spent 400 US dollars on 37 homes.", True),
        ("how many were read by hand before", "It reads 54,000 of them.", False),
        ("how many were read by hand before", "It replaced the reading of 54,000.", True),
        ("what was the cost", "The plant cost 570 million US dollars.", True),
        ("what was the cost", "The plant opened with 570 voters.", False),
        ("Who is the mayor of it?", "The mayor praised the team in June 2023.", False),
        ("Who is the mayor of it?", "Its mayor since 2021 is Ana Maria Lopez.", True),
        ("did it cost anything?", "About 800 people came in 2023.", False),
        ("how do we contact them", "The team answers at buses@lima.example.org.", True),
        ("how do we contact them", "The team watches the buses of Lima.", False),
        ("which company built it", "It was built with Bunge Foundation money.", True),
        ("which company built it", "It was built, El Regio reported in May.", False),
    ],
)
def test_a_sentence_answers_only_with_something_the_question_does_not_have(
    question: str, sentence: str, answers: bool
) -> None:
    assert holds(read_asking(question, "en"), sentence) is answers


def test_names_that_everybody_knows_are_no_answer() -> None:
    asking = read_asking("which company built it", "en")
    sentence = "It was built in the city of Boise for its residents."
    assert holds(asking, sentence)
    assert not holds(asking, sentence, frozenset({"boise"}))


def test_an_award_is_told_from_a_deed() -> None:
    assert is_award("Boise, Idaho, was certified at silver on 17 June 2024.")
    assert is_award("Irvine was the second certified city in Ohio, which follows from a report.")
    assert not is_award("Boise, Idaho, took a water plan to its residents and won a bond for it.")


def test_what_is_still_to_come_is_told_from_what_was() -> None:
    assert looks_ahead("The plant is due to open in 2029.")
    assert not looks_ahead("The plant opened in 2019.")
    assert read_asking("when is the next round?", "en").ahead


def test_that_nothing_is_to_be_paid_answers_what_it_costs() -> None:
    asking = read_asking("What does it cost to use the tool?", "en")
    assert holds(asking, "Any other city uses the tool free of charge.")


@pytest.mark.parametrize(
    ("question", "gathers"),
    [
        ("Which mid-sized US cities map floods?", True),
        ("Who in the network has worked on floods?", True),
        ("Do any other towns map floods?", True),
        ("What partners help cities?", False),
        ("Who checks what cities claim?", False),
        ("Are any universities partners?", False),
        ("What percentage of cities that apply get certified?", False),
        ("Who led Results for America when the first cities were announced?", False),
        ("Who do we contact in Peru?", False),
        ("Who should I write to?", False),
    ],
)
def test_cities_are_gathered_only_where_they_are_asked_for(question: str, gathers: bool) -> None:
    assert read_asking(question, "en").gathers is gathers


def test_what_was_set_up_is_a_deed() -> None:
    assert read_asking("What has Boise set up for floods?", "en").deeds
    assert not read_asking("What has Boise earned?", "en").deeds


def test_a_deadline_that_a_criterion_has_is_no_date() -> None:
    assert read_asking("Which criterion has a deadline?", "en").kind is None
    assert read_asking("What is the deadline for the criterion on budgets?", "en").kind == "date"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What was that thing with the meters?", "en"),
        ("what's this story about drones", "en"),
        ("¿Qué es eso de los drones?", "es"),
        ("O que é esse negócio dos drones?", "pt"),
        ("List two things Boise did.", "en"),
        ("Nombra tres cosas que hizo Cali", "es"),
        ("Cite duas coisas que Recife fez", "pt"),
    ],
)
def test_a_thing_heard_of_is_a_deed(question: str, language: Language) -> None:
    assert read_asking(question, language).deeds


def test_how_long_a_thing_has_been_so_is_told_by_its_beginning() -> None:
    told = "Cali has had a plan for its trees since May 2019."
    assert holds(read_asking("How long has Cali had a plan for its trees?", "en"), told)
    assert not holds(read_asking("How long does a permit for trees last?", "en"), told)


@pytest.mark.parametrize(
    ("question", "language", "criterion"),
    [
        ("Which box is about hackers?", "en", True),
        ("kpis for contractors, code?", "en", True),
        ("Under what number does the vote on the budget come?", "en", True),
        ("¿Qué requisito trata de los proveedores?", "es", True),
        ("Em que item entra a participação?", "pt", True),
        ("How many people came to the vote?", "en", False),
        ("What number of people came?", "en", False),
        ("When did the bridge open?", "en", False),
    ],
)
def test_a_criterion_is_asked_for_in_many_words(
    question: str, language: Language, *, criterion: bool
) -> None:
    assert read_asking(question, language).criterion is criterion


@pytest.mark.parametrize(
    ("question", "merits"),
    [
        ("Why was Boise certified?", True),
        ("ok, and why did Syracuse get gold", True),
        ("What did Memphis do to get certified?", True),
        ("What has Boston done with its data to earn its gold?", True),
        ("Why did Boise lose its certification?", False),
        ("What did Memphis do to save animals?", False),
        ("Why is the bond of Boise needed?", False),
    ],
)
def test_what_an_award_was_for_is_asked_in_two_ways(question: str, merits: bool) -> None:
    assert read_asking(question, "en").merits is merits


def test_what_an_award_was_for_is_told_or_left_open() -> None:
    told = "Syracuse moved to gold, and its mayor credited data infrastructure and literacy."
    denied = "The plan of Rock Hill is background, and no source calls it the reason for its award."
    unsaid = "The documents do not say what Austin and Detroit did with data to enter at gold."
    assert credits_award(told, silent=False)
    assert not credits_award(denied, silent=False)
    assert not credits_award("Boise was certified at silver on 17 June 2024.", silent=False)
    assert credits_award(unsaid, silent=True)
    assert not credits_award("The documents do not name the mayor of Boise.", silent=True)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Is it free to get certified?", "en"),
        ("Is the certification free?", "en"),
        ("¿Hay que pagar algo para certificarse?", "es"),
        ("A certificação é gratuita?", "pt"),
    ],
)
def test_whether_a_thing_is_free_asks_for_its_price(question: str, language: Language) -> None:
    assert read_asking(question, language).kind == "money"


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Boise takes 70 % of its water from aquifers and has 247,000 inhabitants.", False),
        ("Boise drew up a plan for its water utility in 2020.", True),
        ("Recife decides with data where its peace centres go.", True),
    ],
)
def test_what_was_done_is_told_from_how_things_are(text: str, deed: bool) -> None:
    assert tells_deed(text) is deed


@pytest.mark.parametrize(
    ("question", "language", "one_city"),
    [
        ("Which Argentine city moved families?", "en", True),
        ("What is the name of the city that did it?", "en", True),
        ("¿Cuál es la ciudad que cambió sus contratos?", "es", True),
        ("Como se chama a cidade que treinou jovens?", "pt", True),
        ("Which city hall department did it?", "en", False),
        ("Which company built the app?", "en", False),
        ("What can a city do about floods?", "en", False),
        ("Which streets in Panama City were repaved?", "en", False),
        ("What part of the city has the bus?", "en", False),
    ],
)
def test_one_city_is_asked_for(question: str, language: Language, one_city: bool) -> None:
    asking = read_asking(question, language)
    assert asking.which_city is one_city
    assert not (one_city and (asking.kind or asking.focus))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What are water budgets?", None),
        ("What is the water budget?", "money"),
        ("How many dollars was the bond?", "money"),
    ],
)
def test_a_budget_is_money_where_it_is_one_of_a_thing(question: str, kind: Kind | None) -> None:
    assert (read_asking(question, "en").kind == "money") is (kind == "money")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who was Ada Byron?", "en"),
        ("¿Quién es Ada Byron?", "es"),
        ("Quem é Ada Byron?", "pt"),
    ],
)
def test_who_somebody_is_can_be_what_they_did(question: str, language: Language) -> None:
    asking = read_asking(question, language)
    assert asking.kind == "person"
    assert holds(asking, "Ada Byron taught data at the town hall.")
    assert not holds(asking, "Data is taught at the town hall.")


def test_a_name_that_begins_a_sentence_is_a_person_beside_an_office() -> None:
    asking = read_asking("Who was the executive director in 2017?", "en")
    assert holds(asking, "Simone Brody was executive director in 2017.")
    assert not holds(asking, "Open Data is one of the practice areas.")
    of_lima = read_asking("Who is the mayor of Lima?", "en")
    assert not holds(of_lima, "Lima's BusWatch is a page that shows what the mayor has promised.")
