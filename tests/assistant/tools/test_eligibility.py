"""What is read as a question on taking part, and what is answered."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Draft, Language, Quote
from assistant.places import Gazetteer
from assistant.tools.eligibility import judge, locate, rule_on
from assistant.tools.eligibility_grammar import EligibilityQuestion, read_eligibility_question
from assistant.tools.eligibility_phrasing import phrase_eligibility
from assistant.verifier import Verifier
from corpus.programme import SHIPPED, read_programme
from corpus.records import Evidence, Records

# An expectation reads: kind, populations, areas or cities, then 'then' if an earlier day is meant.
READ = {
    "Could a Peruvian town have got certified in 2019?": "place PE then",
    "¿Podría haberse certificado una ciudad chilena en 2018?": "place CL then",
    "Uma cidade chilena poderia ter sido certificada em 2018?": "place CL then",
    "Would a town in Chile have been allowed into the first round?": "place CL then",
    "¿Cuándo se abrió el programa a Sudamérica?": "since south-america",
    "Quando o programa se abriu para o Canadá?": "since CA",
    "water utility eligible?": "other",
    "¿Una empresa pública de agua puede obtenerla?": "other",
    "o governo do estado de São Paulo pode se certificar?": "other",
    "Are boroughs or districts inside a big city able to apply on their own?": "other",
    "Can the province of Loja or only its cities be certified?": "other",
    "¿Puede certificarse el departamento de Antioquia o solo los municipios?": "other",
    "Is Ontario province eligible?": "other",
    "Are cities in Ontario eligible?": "place CA-ON",
    "¿Puede participar la provincia de Córdoba, no la ciudad?": "other",
    "Could a neighbourhood of Medellín apply on its own?": "other",
    "O bairro de Recife pode participar?": "other",
    "Can a borough in New Jersey join?": "place US-NJ",
    "A district of Medellín with 150,000 inhabitants: eligible?": "other",
    "Do Chilean towns have to be larger than US ones?": "everywhere CL US",
    "¿Deben ser más grandes las ciudades de Brasil que las de México?": "everywhere BR MX",
    "As cidades do Peru precisam ser maiores que as do Chile?": "everywhere PE CL",
    "Are hospitals or public bus companies eligible?": "other",
    "Is Mexico regarded as part of Latin America, and can its cities join?": "place MX",
    "Does Honolulu belong to Oceania, or may it join?": "place",
    "Must Mexican cities have more people than Canadian ones to qualify?": "everywhere MX CA",
    "¿Las ciudades de Brasil necesitan más habitantes que las de Chile?": "everywhere BR CL",
    "We are a town of 29,000. Which census do they use?": "measure 29000",
    "¿Qué censo se usa para los 30.000 habitantes?": "measure 30000",
    "qual contagem vale para uma cidade de 30.500 habitantes?": "measure 30500",
    "Must we be a member of the City Network to take part?": "member",
    "¿Hay que ser miembro de la iniciativa para participar?": "member",
    "Can cities take part in Canada?": "place CA",
    "The metro area has 400,000 people and the city itself 26,000. Do we qualify?": "place 26000",
    "A nossa região metropolitana tem 900 mil habitantes, o município 25 mil. Basta?": (
        "place 25000"
    ),
    "We have 45,000 people in a metropolitan area of 2 million. Eligible?": "place 45000",
    "The census says 28,700 people, the council 31,000. What is the line we must pass?": (
        "place 28700 31000"
    ),
    "The new headcount put us down to 28,900 from 31,500. How does that square with the minimum?": (
        "place 28900"
    ),
    "Do Canadian towns face an easier threshold than US ones?": "everywhere CA US",
    "Could Birmingham, England, join like its Alabama namesake?": "place GB",
    "Rochester in England wants to do what its New York namesake did. Possible?": (
        "place GB rochester-mn rochester-ny"
    ),
    "I chair a county commission. Is the thing for cities only or may a county do it as well?": (
        "place"
    ),
    "I advise Kingston in Jamaica. Are islands like ours mentioned in who may take part?": (
        "place JM"
    ),
    "Is a city of 9 million too big to take part?": "place 9000000",
    "min population?": "threshold",
    "is there a size you have to be": "threshold",
    "how big does a city have to be": "threshold",
    "How many people must a city have to be certified?": "threshold",
    "what's the population requirement": "threshold",
    "Is it 30,000 or more than 30,000 people?": "threshold",
    "do we need 50,000 people to join?": "threshold",
    "I heard the limit is 100k, is that right?": "threshold",
    "¿cuántos habitantes debe tener una ciudad para participar?": "threshold",
    "poblacion minima": "threshold",
    "qual a população mínima?": "threshold",
    "quantos habitantes uma cidade precisa ter para participar?": "threshold",
    "who can apply": "rule",
    "who is eligible": "rule",
    "what are the eligibility criteria": "rule",
    "which countries can take part": "rule",
    "is it open to towns": "rule",
    "can small towns apply": "rule",
    "¿Qué ciudades pueden participar?": "rule",
    "quem pode participar": "rule",
    "Who could take part before 2022?": "rule then",
    "who was eligible in 2017?": "rule then",
    "quién podía participar antes de 2022?": "rule then",
    "We are a town of 12,000 people in Ontario. Could we take part?": "place 12000 CA-ON",
    "is a city in portugal with 200k inhabitants eligible": "place 200000 PT",
    "Could a Brazilian city of 80,000 have joined in 2019?": "place 80000 BR then",
    "city of 29,999 in Texas, eligible?": "place 29999 US-TX",
    "we're a small town, 25k people, in ohio. do we qualify": "place 25000 US-OH",
    "my mayor wants to know whether a city of 1.2 million in Mexico may apply": "place 1200000 MX",
    "exactly 30,000 people, are we in?": "place 30000",
    "is 30k enough": "place 30000",
    "is a city of 32,000 too small?": "place 32000",
    "Is a population of -500 OK to apply?": "place -500",
    "what about a city of 25,000 in Ohio?": "place 25000 US-OH",
    "can european cities join": "place europe",
    "can my city in Peru take part": "place PE",
    "Are cities in Spain, Brazil and Canada eligible?": "place ES BR CA",
    "Can Recife take part?": "place recife",
    "Can a county be certified?": "place",
    "could any Latin American city join in 2021?": "place latin-america then",
    "somos un municipio de 25 mil habitantes en Colombia, ¿podemos participar?": "place 25000 CO",
    "Somos más o menos 45 mil habitantes en Chile, ¿podemos participar?": "place 45000 CL",
    "Temos mais ou menos 45.000 habitantes, podemos participar?": "place 45000",
    "¿Puede participar una ciudad de España?": "place ES",
    "¿Podía una ciudad mexicana participar en 2020?": "place MX then",
    "Somos um município de 80 mil habitantes em Pernambuco. Podemos nos candidatar?": (
        "place 80000 BR-PE"
    ),
    "cidade brasileira com 25.000 pessoas, dá?": "place 25000 BR",
    "Could a city in Spain put itself forward?": "place ES",
    "is this only for US cities?": "beyond",
    "can cities outside the US apply?": "beyond",
    "is it open worldwide?": "beyond",
    "¿Pueden participar ciudades de fuera de América?": "beyond",
    "É só para cidades dos Estados Unidos?": "beyond",
    "Is the population threshold different in Latin America?": "everywhere LA",
    "Does the minimum population differ between countries?": "everywhere",
    "has the threshold always been 30,000?": "always",
    "Was the 30,000 people rule ever different?": "always",
    "¿Cambió la regla de los 30.000 habitantes?": "always",
    "what about the 30,000 rule": "threshold",
    "since when can Canadian cities take part?": "since CA",
    "I run a bakery with 40 staff in Ohio, can the business be certified?": "other",
    "We are a chemical firm of 35,000 employees. Are companies eligible?": "other",
    "we're a borough of 36,000 just outside Boise, can we get in?": "place 36000",
    "is it worth our while to try with 28,500 people in Peru?": "place 28500 PE",
    "could Ottawa have got in in 2019?": "place then",
    "Can a county of 31,000 people in Spain join?": "place 31000 ES",
    "from when on could non-US cities join?": "since",
    "We are a town in Manitoba and were told Americans only. When did that change?": "since",
    "is the size you need in Peru any different from the States?": "everywhere PE US",
    "is there an upper limit on population?": "maximum",
    "desde quando municípios brasileiros podem?": "since BR",
    "¿Desde cuándo se pide un mínimo de 30.000?": "always",
    "Somos de Cuba, ¿entramos?": "place CU",
    "do small towns stand a chance?": "rule",
    "¿Hay un máximo de habitantes?": "maximum",
    "existe um teto de população?": "maximum",
    "¿Desde cuándo pueden participar las ciudades latinoamericanas?": "since LA",
    "when did it open to Latin America?": "since LA",
}
NOT_ITS = [
    "Which towns were admitted in June 2024?",
    "Since when is the benchmark required?",
    "¿Desde cuándo se exigen los resultados?",
    "A quién debe dirigirse un municipio peruano que quiere participar?",
    "With whom should a Chilean town talk to take part?",
    "Com quem um município brasileiro deve falar para participar?",
    "Can three towns of 12,000 apply jointly?",
    "¿Pueden postular juntos tres pueblos de 12 mil habitantes?",
    "Quem pode participar do Jovem EcoSocial?",
    "When did the first Peruvian cities get in?",
    "When did the first towns outside the US join?",
    "which cities took part",
    "Which cities are certified?",
    "how do we apply",
    "how does a city get certified",
    "what happens after we apply",
    "how much does it cost to participate",
    "What are the benefits of taking part?",
    "is Boise certified?",
    "how many people took part in participatory budgeting in Monterrey",
    "how many inhabitants does Recife have?",
    "what is the population of Boise",
    "how many cities can take part",
    "can residents take part in budget decisions",
    "who is eligible for rental assistance in Boulder",
    "can a city with 21 criteria be certified?",
    "what is the minimum number of criteria",
    "is 22 enough",
    "minimum for gold",
    "what is the 2018 threshold for silver",
    "Can a city be certified twice?",
    "did the city of Tempe reach 200,000 people",
    "what did Cambridge do for 30,000 residents",
    "do you know any city of 40,000 that is certified",
    "does the standard include anything on data quality",
    "which cities use data against floods?",
    "what can you do",
    "¿cómo participa una ciudad?",
    "¿cuánto cuesta participar?",
    "¿qué ciudades han participado?",
    "como uma cidade pode participar?",
    "quanto custa participar",
    "quais cidades participaram",
]


@pytest.fixture(scope="session")
def gazetteer(records: Records) -> Gazetteer:
    return Gazetteer(records.cities)


Reader = Callable[[str], EligibilityQuestion | None]


@pytest.fixture(scope="session")
def read(records: Records, gazetteer: Gazetteer) -> Reader:
    return lambda text: read_eligibility_question(text, rules=records.eligibility, places=gazetteer)


@pytest.fixture(scope="session")
def answer(
    read: Reader, records: Records, said_in: Callable[[Evidence], Quote]
) -> Callable[[str, Language], Draft]:
    def ask(question: str, language: Language) -> Draft:
        asked = read(question)
        assert asked is not None, question
        return phrase_eligibility(asked, records, language=language, quote_of=said_in)

    return ask


def told(asked: EligibilityQuestion) -> str:
    """A question in the shorthand of the table."""
    areas = ["LA" if code == "latin-america" else code for code in asked.areas]
    if asked.kind == "place" and "LA" in areas:
        areas = list(asked.areas)
    populations = [str(n) for n in asked.populations]
    then = ["then"] if asked.on else []
    return " ".join([asked.kind, *populations, *areas, *asked.cities, *then])


@pytest.mark.parametrize(("question", "expected"), READ.items())
def test_questions_on_taking_part_are_read(question: str, expected: str, read: Reader) -> None:
    asked = read(question)
    assert asked is not None
    assert told(asked) == expected


@pytest.mark.parametrize("question", NOT_ITS)
def test_other_questions_are_left_alone(question: str, read: Reader) -> None:
    assert read(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "can universities apply",
        "can a state join",
        "Could a school district apply?",
        "Could a transit agency apply?",
        "Can an unincorporated community of 40,000 take part?",
        "¿Puede participar una universidad?",
        "Uma empresa pode se certificar?",
    ],
)
def test_others_than_cities_are_refused_by_the_rule(
    question: str, read: Reader, answer: Callable[[str, Language], Draft]
) -> None:
    asked = read(question)
    assert asked
    assert asked.kind == "other"
    draft = answer(question, "en")
    assert draft.status == "refused"
    assert "names cities only" in text_of(draft)


@pytest.mark.parametrize("question", ["Can our state help us apply?", "Which university joined?"])
def test_what_others_do_for_cities_is_left_alone(question: str, read: Reader) -> None:
    assert read(question) is None


def text_of(draft: Draft) -> str:
    return " ".join(sentence.text for sentence in draft.sentences)


SAID: dict[tuple[str, Language], tuple[str, ...]] = {
    ("Estamos en Quito (Ecuador), somos casi dos millones. ¿Podemos participar?", "es"): (
        "**Sí.**",
        "2.000.000",
    ),
    ("Is there an upper limit? We are 9 million people", "en"): ("no upper limit", "9,000,000"),
    ("Can a county or a school district join?", "en"): ("not shut out", "names cities only"),
    ("Which census counts for a town of 30,500?", "en"): ("30,000 people is the threshold",),
    ("Do we have to be partners of Bloomberg to apply?", "en"): ("names no such condition",),
    ("a town of nearly 31,000 in Ohio, eligible?", "en"): ("**Only from 30,000",),
    ("could a Canadian town join before the rules were revised in 2022?", "en"): ("**No.**",),
    ("city of 29,999 in Texas, eligible?", "en"): ("**No.**", "29,999", "30,000"),
    ("a city of exactly 30,000 in Chile, eligible?", "en"): ("**Yes.**", "30,000", "Chile"),
    ("can european cities join", "en"): ("**No.**", "Europe"),
    ("could Lisbon be certified", "en"): ("**No.**", "Portugal"),
    ("can my city in Peru take part", "en"): ("**Yes**", "30,000", "Peru"),
    ("Could a Brazilian city of 80,000 have joined in 2019?", "en"): (
        "**No, not in 2019.**",
        "United States",
        "August 2022",
    ),
    ("Could we have applied in 2015? we're in Texas", "en"): ("**No.**", "April 2017"),
    ("could a US town with 31,000 people join in 2018?", "en"): ("**Yes.**", "United States"),
    ("We have 6,000. The threshold was lowered to 5,000, wasn't it?", "en"): (
        "**No.**",
        "not 5,000",
        "6,000 is below",
    ),
    ("is the minimum 50,000 inhabitants?", "en"): ("**No, 30,000 people**", "not 50,000"),
    ("Does a city need 30,000 inhabitants to take part?", "en"): ("**Yes, 30,000 people.**",),
    ("is a city of 32,000 too small?", "en"): ("**Eligible**",),
    ("are european cities excluded?", "en"): ("**Not eligible.**",),
    ("are towns under 30,000 people allowed", "en"): ("**No.**", "30,000"),
    ("can cities with over 20,000 people join", "en"): ("**Only from 30,000",),
    ("we are a county of 45,000 in Ohio", "en"): ("not shut out", "no separate rule", "45,000"),
    ("is our county of 20,000 too small", "en"): ("**Not eligible.**",),
    ("Can Jamaica join?", "en"): ("**Yes, if Jamaica counts",),
    ("¿Puede participar una ciudad de Jamaica de 300 mil habitantes?", "es"): (
        "**Sí, si Jamaica cuenta",
        "300.000 habitantes alcanzan el umbral",
    ),
    ("¿Puede participar una ciudad española como Valencia?", "es"): ("**No.**", "España"),
    ("Uma cidade portuguesa como Braga pode participar?", "pt"): ("**Não.**", "Portugal"),
    ("is this only for US cities?", "en"): ("**No.**", "North, Central or South America"),
    ("Can a city outside the Americas be certified?", "en"): ("**No.**",),
    ("since when can Canadian cities take part?", "en"): ("**Since August 2022.**",),
    ("Who could take part before 2022?", "en"): ("United States", "April 2017"),
    ("mi ciudad tiene 45.000 habitantes y está en Perú, ¿es elegible?", "es"): (
        "**Sí.**",
        "45.000",
        "Perú",
    ),
    ("¿Puede participar una ciudad de España?", "es"): ("**No.**", "España"),
    ("Uma cidade da Espanha poderia pedir o selo?", "pt"): ("**Não.**", "Espanha"),
    ("Could a city in Spain request the certification?", "en"): ("**No.**", "Spain"),
    ("Can a county of 31,000 people in Spain join?", "en"): ("**No.**", "Spain"),
    ("Is a city of 29,000 people out?", "en"): ("**Not eligible.**", "29,000"),
    ("Uma cidade brasileira podia participar em 2019?", "pt"): (
        "**Não em 2019.**",
        "agosto de 2022",
    ),
    ("minha cidade tem 25 mil habitantes, podemos participar?", "pt"): ("**Não.**", "25.000"),
}


@pytest.mark.parametrize(("asked", "parts"), SAID.items())
def test_the_verdict_comes_first_and_the_rule_with_it(
    asked: tuple[str, Language], parts: tuple[str, ...], answer: Callable[[str, Language], Draft]
) -> None:
    draft = answer(*asked)
    assert text_of(draft).startswith("**") or "county" in asked[0]
    for part in parts:
        assert part in text_of(draft)


@pytest.mark.parametrize("language", ["en", "es", "pt"])
@pytest.mark.parametrize("question", [*READ, *(question for question, _ in SAID)])
def test_whatever_is_said_stands_in_quotes_and_results(
    question: str,
    language: Language,
    answer: Callable[[str, Language], Draft],
    verifier: Verifier,
) -> None:
    draft = answer(question, language)
    verified = verifier.verify(draft)
    assert verified.dropped == ()
    assert verified.kept
    assert all(sentence.quotes for sentence in verified.kept)
    assert [tool.name for tool in draft.tools] == ["eligibility"]


def test_a_negative_population_is_told_to_be_impossible(
    answer: Callable[[str, Language], Draft],
) -> None:
    draft = answer("we have -500 inhabitants, may we join", "en")
    assert draft.status == "invalid"
    assert "-500" in text_of(draft)


def test_a_certified_city_is_told_to_be_one(answer: Callable[[str, Language], Draft]) -> None:
    draft = answer("Can Recife take part?", "en")
    assert draft.sentences[-1].origin == "document"
    assert "Recife" in draft.sentences[-1].text


def test_rules_hold_from_their_first_day_to_their_last(records: Records) -> None:
    rules = records.eligibility
    assert rule_on(None, rules) == rules[-1]
    assert rule_on(rules[0].in_force_from, rules) == rules[0]
    assert rule_on(rules[-1].in_force_from, rules) == rules[-1]
    assert rule_on(rules[-1].in_force_from - dt.timedelta(days=1), rules) == rules[0]
    assert rule_on(rules[0].in_force_from - dt.timedelta(days=1), rules) is None


def test_areas_are_located_by_their_countries(records: Records) -> None:
    first, now = records.eligibility
    assert locate("US-AZ", first) == "in"
    assert locate("americas", first) == "partly"
    assert locate("latin-america", first) == "out"
    assert locate("latin-america", now) == "in"
    assert locate("JM", now) == "unnamed"
    assert locate("europe", now) == "out"


RULES = read_programme(SHIPPED).records


@given(st.integers(min_value=0, max_value=10**8))
def test_a_place_may_take_part_from_the_threshold_on(population: int) -> None:
    assert RULES
    rule = RULES.eligibility[-1]
    verdict = judge(rule, population=population, area="CA")
    assert verdict.may is (population >= rule.min_population)
    assert judge(rule, population=population, area="FR").may is False


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("which crime limit may a town not exceed", None),
        ("what's the cut-off for a town", "threshold"),
    ],
)
def test_a_limit_of_something_else_is_not_that_of_people(
    question: str, kind: str | None, records: Records, gazetteer: Gazetteer
) -> None:
    asked = read_eligibility_question(
        question, rules=records.eligibility, places=gazetteer, intent="threshold"
    )
    assert (asked and asked.kind) == kind


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert RULES
    read_eligibility_question(text, rules=RULES.eligibility, places=Gazetteer([]))
