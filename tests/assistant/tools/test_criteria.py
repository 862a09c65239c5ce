"""What is read as a question on the criteria, and what is answered."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Draft, Language, Quote
from assistant.languages import detect
from assistant.tools.criteria_grammar import CriteriaQuestion, read_criteria_question
from assistant.tools.criteria_matching import CriterionFinder
from assistant.tools.criteria_phrasing import phrase_criteria
from assistant.verifier import Verifier
from corpus.programme import SHIPPED
from corpus.records import Evidence, Records, Standard, read_records

# An expectation reads: kind, then ids, areas, the version if not the one in force, the claim.
READ = {
    "What's different between the 2018 standard and the one used today?": "changes",
    "difference between the old and the new standard": "changes",
    "¿Qué diferencia hay entre la versión de 2018 y la actual?": "changes",
    "under which headings do the criteria come?": "areas",
    "how many criteria did cities have to face in 2020?": "count v2018",
    "how are the 43 criteria grouped?": "areas",
    "I want the chapters that the criteria are sorted into, for a slide": "areas",
    "¿en qué bloques se dividen los criterios?": "areas",
    "como os critérios estão organizados?": "areas",
    "how many criteria were there before the rules were revised in 2022?": "count v2018",
    "which practice area has three criteria": "areas",
    "For BF3, how long ago may the money have been repurposed": "criterion BF3",
    "Someone put CI1 on a poster and nobody here knows why. What does it want?": "criterion CI1",
    "whats DM8 about": "criterion DM8",
    "dm 8": "criterion DM8",
    "what RDC8 would ask of us": "criterion RDC8",
    "PA4 and EVAL2": "criterion PA4 EVAL2",
    "PA4 and 5": "criterion PA4 PA5",
    "DM1 to DM3": "criterion DM1 DM2 DM3",
    "is DM5 about privacy?": "criterion DM5",
    "what are the eight areas called": "areas",
    "our contracts never get reviewed, is there anything in it about that?": "criterion RDC5",
    "list everything under leadership": "area LC",
    "which area has the most things to meet": "extreme",
    "¿Qué pide DM8?": "criterion DM8",
    "o que pede o DM8?": "criterion DM8",
    "DM12": "unknown DM12",
    "what does LD3 ask for": "unknown LD3",
    "what's the difference between EV1 and EV2": "unknown EV1 EV2",
    "o que pede AB1": "unknown AB1",
    "is there anything about procurement": "area RDC",
    "what do we need to do for open data": "area OD",
    "what is in community impact": "area CI",
    "criterion XY3": "unknown XY3",
    "DM8 and DM12": "criterion DM8 DM12",
    "list the nine data management criteria": "area DM",
    "procurement criteria": "area RDC",
    "what criteria are there on budget": "area BF",
    "which criteria belong to community impact": "area CI",
    "What criteria come with a time limit?": "criterion DM1 PA2 BF3 RDC5",
    "¿Qué criterios tienen un plazo?": "criterion DM1 PA2 BF3 RDC5",
    "Quais critérios definem uma periodicidade?": "criterion DM1 PA2 BF3 RDC5",
    "Can I trust the text you cite for EVAL3, is it official?": "criterion EVAL3",
    "criterios de datos abiertos": "area OD",
    "¿cuáles son los criterios de gestión de datos?": "area DM",
    "critérios de licitações": "area RDC",
    "What are the eight practice areas?": "areas",
    "number of criteria per area": "areas",
    "¿cuáles son las áreas de práctica?": "areas",
    "quais são as áreas de prática?": "areas",
    "what practice areas were there in 2018": "areas v2018",
    "How were the practice areas called before 2022?": "areas v2018",
    "Como se chamavam as áreas em 2018?": "areas v2018",
    "Which rules were the cities of January 2018 assessed by?": "edition v2017",
    "¿Con qué estándar se evaluó a las ciudades de 2019?": "edition v2018",
    "How long did the 45 criteria remain in force?": "term v2018",
    "When did the first standard stop applying?": "term v2017",
    "¿Hasta cuándo estuvo vigente la versión de 45 criterios?": "term v2018",
    "Desde quando vale o padrão atual?": "term",
    "which criteria want someone in charge": "criterion LC4 LC5 LC6 LC7",
    "list all criteria": "all",
    "what are the 43 criteria": "all",
    "how many criteria are there": "count",
    "¿cuántos criterios hay?": "count",
    "quantos critérios existem?": "count",
    "how many practice areas": "count",
    "How many criteria are there on contracting and procurement?": "count RDC",
    "how many criteria does open data have": "count OD",
    "how many criteria did the very first standard have?": "count v2017",
    "how many criteria before 2022": "count v2018",
    "how many criteria was a city measured against in 2020?": "count v2018",
    "em 2021, com quantos critérios uma cidade era avaliada?": "count v2018",
    "how many criteria were there in 2017": "count v2017",
    "how many criteria when the programme started": "count v2017",
    "¿cuántos criterios había antes de 2022?": "count v2018",
    "quantos critérios tinha o primeiro padrão?": "count v2017",
    "are there 45 criteria?": "count 45",
    "was it always 43 criteria": "history",
    "has the number of criteria changed": "history",
    "which practice area is the biggest and how many criteria does it have": "extreme",
    "¿cuál es el área más grande?": "extreme",
    # By what it is about
    "which criterion covers privacy?": "criterion DM5",
    "Which criterion deals with AI and algorithms?": "criterion PA4",
    "is there something on AI": "criterion PA4",
    "do we need a chief data officer": "criterion LC5",
    "do we need a chief data officer to be certified?": "criterion LC5",
    "¿necesitamos un portal de datos abiertos para certificarnos?": "criterion OD3",
    "do we need DM8 for gold": "criterion DM8",
    "does the certification require a data inventory": "criterion DM2",
    "do the criteria say anything about cybersecurity": "criterion DM6",
    "which criterion mentions algoritms": "criterion PA4",
    "which criterion asks for an open data portal": "criterion OD3",
    "is there a criterion about randomised trials": "criterion EVAL2",
    "Which criteria want something done every quarter?": "criterion PA2 DM1 RDC5",
    "¿qué criterio trata de la privacidad?": "criterion DM5",
    "¿necesitamos un director de datos?": "criterion LC5",
    "há algum critério sobre algoritmos?": "criterion PA4",
    "precisamos de um portal de dados abertos?": "criterion OD3",
}
NOT_ITS = [
    "any town in Central America with the certification?",
    "Qual é o número mais recente de cidades certificadas?",
    "How was Data Management called under the older standard?",
    "By what name did Community Impact go before 2022?",
    "¿Cómo se llamaba antes el área de Gestión de datos?",
    "Que área deu lugar a Liderança e capacidade, e qual era o nome antigo?",
    "Is there a town that cut a scheme because its evaluation was bad?",
    "what is the least amount of dollars to move for BF3",
    "how many criteria mention equity",
    "which of the four parts of the 2017 standard named a team",
    "what punishment follows if our town breaks DM5 and loses files",
    "we meet 33 criteria",
    "how many criteria for gold",
    "what criteria determine platinum",
    "which cities meet DM8",
    "how did Tempe meet DM8",
    "si perdemos un criterio de 30",
    "criterion DG1",
    "why do people still say 45 criteria",
    "what are the eligibility criteria",
    "which criteria changed in 2022",
    "How long is the certification valid?",
    "How long does it take to meet the criteria?",
    "who wrote the criteria",
    "how do we prove DM8",
    "does data management count for less than budget",
    "¿Cuentan lo mismo la contratación y las evaluaciones?",
    "what is open data",
    "do we have to have a performance management programme",
    "what did Boulder do on evictions",
    "is there something on evictions in Boulder",
    "which cities use data against floods",
    "do we need to pay",
    "do we need a consultant",
    "is there a contact",
    "how many cities are certified",
    "has any city hired a chief data officer",
    "which criterion is hardest",
    "is there a criterion on parks",
    "which criterion deals with police",
    "is there a criterion about elections",
    "qual critério trata de saúde?",
    "cuántos criterios faltan",
    "how many criteria were there in 2012",
]

Reader = Callable[[str], CriteriaQuestion | None]


@pytest.fixture(scope="session")
def standard(records: Records) -> Standard:
    assert records.standard
    return records.standard


@pytest.fixture(scope="session")
def read(standard: Standard) -> Reader:
    finder = CriterionFinder(standard)
    return lambda text: read_criteria_question(
        text, standard=standard, finder=finder, language=detect(text)
    )


@pytest.fixture(scope="session")
def answer(
    read: Reader, standard: Standard, said_in: Callable[[Evidence], Quote]
) -> Callable[[str, Language], Draft]:
    def ask(question: str, language: Language) -> Draft:
        asked = read(question)
        assert asked is not None, question
        return phrase_criteria(asked, standard, language=language, quote_of=said_in)

    return ask


def told(asked: CriteriaQuestion, standard: Standard) -> str:
    """A question in the shorthand of the table."""
    version = [] if asked.version == standard.current.id else [asked.version]
    claim = [] if asked.claim is None else [str(asked.claim)]
    return " ".join([asked.kind, *asked.criteria, *asked.unknown, *asked.areas, *version, *claim])


@pytest.mark.parametrize(("question", "expected"), READ.items())
def test_questions_on_the_criteria_are_read(
    question: str, expected: str, read: Reader, standard: Standard
) -> None:
    asked = read(question)
    assert asked is not None
    assert told(asked, standard) == expected


@pytest.mark.parametrize("question", NOT_ITS)
def test_other_questions_are_left_alone(question: str, read: Reader) -> None:
    assert read(question) is None


def text_of(draft: Draft) -> str:
    return " ".join(sentence.text for sentence in draft.sentences)


@pytest.mark.parametrize("language", ["en", "es", "pt"])
@pytest.mark.parametrize("question", READ)
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
    assert [tool.name for tool in draft.tools] == ["criteria"]


def test_a_criterion_is_quoted_and_its_single_source_told(
    answer: Callable[[str, Language], Draft],
) -> None:
    confirmed = answer("whats DM8 about", "en")
    assert [sentence.origin for sentence in confirmed.sentences] == ["tool", "document"]
    alone = answer("PA4?", "en")
    assert "one source" in alone.sentences[-1].text


def test_key_facts_come_in_the_readers_language_and_the_quote_is_marked(
    answer: Callable[[str, Language], Draft],
) -> None:
    title, quote = answer("¿Qué pide DM8?", "es").sentences
    assert "Datos desagregados" in title.text
    assert "inglés" in title.text
    assert quote.text.startswith("Criterion DM8")


def test_what_is_asked_to_be_needed_for_a_level_is_one_of_many(
    answer: Callable[[str, Language], Draft],
) -> None:
    assert "of which this is one" in text_of(answer("do we need DM8 for gold", "en"))
    assert "of which this is one" not in text_of(answer("what is DM8 about", "en"))


@pytest.mark.parametrize(
    ("question", "language", "lead"),
    [
        ("Do we need an evaluation lead to be certified?", "en", "**Not by itself, but it counts"),
        ("¿Necesitamos una política de datos abiertos para la plata?", "es", "**Por sí solo no"),
        ("Precisamos de um chefe de dados para a prata?", "pt", "**Por si só não, mas conta"),
        ("Is there a criterion on an evaluation lead?", "en", "**Yes: LC6"),
    ],
)  # fmt: skip
def test_no_criterion_is_said_to_be_needed_for_an_award_by_itself(
    question: str, language: Language, lead: str, answer: Callable[[str, Language], Draft]
) -> None:
    assert answer(question, language).sentences[0].text.startswith(lead)


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("What criteria are there about contracting?", "en", "LC7"),
        ("Which criteria concern evaluations?", "en", "LC6"),
        ("¿Qué criterios tratan de datos abiertos?", "es", "RDC7"),
        ("Que critérios são sobre contratação?", "pt", "LC7"),
        ("Which criteria belong to Evaluations?", "en", ""),
        ("Which criteria are about community impact?", "en", ""),
    ],
)
def test_criteria_of_other_areas_on_the_same_are_told_after_an_area(
    question: str, language: Language, told: str, answer: Callable[[str, Language], Draft]
) -> None:
    last = answer(question, language).sentences[-1]
    assert bool(told) == last.starts_paragraph
    assert told in last.text


def test_an_id_that_is_not_there_is_told_with_those_that_are(
    answer: Callable[[str, Language], Draft],
) -> None:
    gone = answer("DM12", "en")
    assert gone.status == "invalid"
    assert "DM1 to DM9" in text_of(gone)
    mixed = answer("DM8 and DM12", "en")
    assert (mixed.status, mixed.missing) == ("partial", ("DM12",))


def test_a_list_has_an_item_for_each_criterion(
    answer: Callable[[str, Language], Draft], standard: Standard
) -> None:
    items = [s for s in answer("list the data management criteria", "en").sentences if s.list_item]
    own = [c for c in standard.criteria if c.practice_area == "DM"]
    assert [item.text.split("**")[1] for item in items] == [criterion.id for criterion in own]


COUNTED: dict[tuple[str, Language], Sequence[str]] = {
    ("how many criteria are there", "en"): ("**43 criteria**", "8 practice areas"),
    ("how many criteria before 2022", "en"): ("**45 criteria**", "43"),
    ("are there 45 criteria?", "en"): ("**No, 43.**", "2018 had 45"),
    ("are there 43 criteria?", "en"): ("**Yes, 43.**",),
    ("which area has the fewest criteria", "en"): ("Budget and Finance", "Community Impact", "3"),
    ("has the number of criteria changed", "en"): ("**50**", "**45**", "**43**"),
    ("¿cuántos criterios hay de contratación?", "es"): ("**8**", "RDC8"),
    ("until when was the version of 2018 in force", "en"): ("November 2018 to August 2022",),
    ("até quando valeu a versão de 45 critérios?", "pt"): ("de novembro de 2018 a agosto de 2022",),
    ("since when is the current standard in use", "en"): ("since August 2022",),
}


@pytest.mark.parametrize(("asked", "parts"), COUNTED.items())
def test_counts_are_those_of_the_time_asked_about(
    asked: tuple[str, Language],
    parts: Sequence[str],
    answer: Callable[[str, Language], Draft],
) -> None:
    for part in parts:
        assert part in text_of(answer(*asked))


@pytest.mark.parametrize(("nearest", "found"), [("RDC8", ("RDC8",)), ("OD1", None)])
def test_vectors_confirm_what_words_only_hint_at(
    nearest: str, found: tuple[str, ...] | None, standard: Standard
) -> None:
    def by_vector(question: str) -> Sequence[tuple[str, float]]:
        return [(nearest, 0.9), ("DM1", 0.8)]

    asked = read_criteria_question(
        "which criteria concern contracts with little shops and small firms",
        standard=standard,
        finder=CriterionFinder(standard, nearest=by_vector),
        language="en",
    )
    assert (asked and asked.criteria) == found


def test_every_criterion_is_found_by_its_own_title(standard: Standard) -> None:
    finder = CriterionFinder(standard)
    missed = []
    for criterion in standard.criteria:
        question = f"which criterion is about {criterion.title.lower()}?"
        asked = read_criteria_question(question, standard=standard, finder=finder, language="en")
        if asked is None or criterion.id not in asked.criteria:
            missed.append(criterion.id)
    assert missed == []


SHIPPED_STANDARD = read_records(SHIPPED / "records").standard


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert SHIPPED_STANDARD
    finder = CriterionFinder(SHIPPED_STANDARD)
    read_criteria_question(text, standard=SHIPPED_STANDARD, finder=finder, language="en")


@pytest.mark.parametrize(
    ("question", "nearest", "found"),
    [
        ("how often must we sit down with our contractors", "RDC5", ("RDC5",)),
        ("how often must we sit down with our contractors", "RDC8", None),
        ("how often must we hold elections", "DM1", None),
    ],
)
def test_how_often_is_asked_of_criteria_that_tell_it(
    question: str, nearest: str, found: tuple[str, ...] | None, standard: Standard
) -> None:
    def by_vector(question: str) -> Sequence[tuple[str, float]]:
        return [(nearest, 0.9), *((c.id, 0.7) for c in standard.criteria if c.id != nearest)]

    asked = read_criteria_question(
        question,
        standard=standard,
        finder=CriterionFinder(standard, nearest=by_vector),
        language="en",
    )
    assert (asked and asked.criteria) == found
