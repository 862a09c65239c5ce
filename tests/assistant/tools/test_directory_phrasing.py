"""Answers from the shipped directory, as the verifier and the citations leave them."""

import re
from collections.abc import Callable, Mapping
from typing import get_args

import pytest

from assistant.answers import Answer, Language
from assistant.assembly import open_calculator
from assistant.figures import levels
from assistant.places import Gazetteer
from assistant.settings import Settings
from assistant.tools.directory import Directory
from assistant.tools.directory_dates import When
from assistant.tools.directory_grammar import read_directory_question
from assistant.tools.directory_phrasing import phrase_directory
from assistant.tools.directory_places import Places
from assistant.tools.directory_question import DirectoryQuestion
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from corpus.records import read_records

LANGUAGES: tuple[Language, ...] = get_args(Language)
LEVELS = ("silver", "gold", "platinum")
RECORDS = read_records(Settings().programme / "records")
PLACES = Places(RECORDS.cities, Gazetteer(RECORDS.cities))
DIRECTORY = Directory(RECORDS, PLACES)

Ask = Callable[..., Answer]


def questions() -> list[DirectoryQuestion]:
    """Every kind, each city, and the bounds of lists in turn."""
    one = [
        DirectoryQuestion(kind, cities=(city.id,))
        for city in RECORDS.cities
        for kind in ("level", "since", "history", "certified")
    ]
    one += [
        DirectoryQuestion(kind, cities=(city.id,), levels=(level,), claimed=kind == "level")
        for city in RECORDS.cities[::5]
        for level in LEVELS
        for kind in ("level", "since")
    ]
    times = [None, *(When("in", date) for date in ("2019", "2020-06", "2021", "2024-01", "2026"))]
    many = [
        DirectoryQuestion(kind, areas=areas, levels=levels, when=when, event=event)
        for kind in ("list", "first", "latest", "count", "countries", "total", "added", "growth")
        for areas in ((), ("US",), ("BR", "CO"), ("PE",))
        for levels in ((), ("gold",), ("silver", "platinum"), LEVELS, ("unknown",))
        for when in times
        for event in (False, True)
    ]
    return one + many


@pytest.fixture(scope="module")
def writer(shipped_settings: Settings) -> AnswerWriter:
    return open_calculator(shipped_settings)[1]


@pytest.fixture(scope="module")
def ask(writer: AnswerWriter) -> Ask:
    def answer(question: str | DirectoryQuestion, language: Language = "en") -> Answer:
        asked = question
        if isinstance(asked, str):
            found = read_directory_question(asked, places=PLACES)
            assert found, asked
            asked = found
        trace = Trace()
        draft = phrase_directory(asked, DIRECTORY, language=language, quote_of=writer.quote_of)
        text = question if isinstance(question, str) else question.kind
        written = writer.write(
            draft, question=text, standalone=text, language=language, trace=trace
        )
        assert trace.dropped == (), (asked, trace.dropped)
        return written

    return answer


def test_all_that_is_said_stands_in_its_evidence_in_three_languages(ask: Ask) -> None:
    for number, question in enumerate(questions()):
        answer = ask(question, LANGUAGES[number % len(LANGUAGES)])
        assert answer.text
        assert "{" not in answer.text
        assert answer.tools[0].name == "directory"


def test_next_questions_are_the_directorys_own(ask: Ask) -> None:
    for language in LANGUAGES:
        for question in questions()[::17]:
            for following in ask(question, language).followups:
                assert read_directory_question(following, places=PLACES), following


ANSWERS: Mapping[str, tuple[str, str]] = {
    "which countries have more than five certified cities?": (
        "answered",
        "^6 or more certified cities are named in 3 countries.*Argentina .7.(?!.*Colombia)",
    ),
    "which states have two or more platinum cities?": (
        "answered",
        "^2 or more cities at platinum are named in 1 state or province.*Arizona .3.",
    ),
    "how many cities were there at each level in July 2020?": (
        "answered",
        "^24 cities.*source counts 8.*source counts 16",
    ),
    "which cities were certified by the end of 2021?": ("answered", "^50 cities.*name 45"),
    "in July 2021, how many of the certified cities were gold": ("answered", "^13 cities"),
    "for the latest round: how many were new and how many kept their level": (
        "answered",
        "^13 new.*19 cities",
    ),
    "who moved up in 2025": ("answered", "name 2 cities.*Four cities rose"),
    "how many moved up in 2025": ("answered", "^Four cities rose.*name 2 cities"),
    "which cities are gold in California": ("answered", "Los Angeles.*called platinum"),
    "which new cities got platinum": ("answered", "^(?!.*Los Angeles)"),
    "how many American cities were announced in February 2025": ("answered", "^8 new cities"),
    "what level did Phoenix have before gold": (
        "answered",
        "^Before gold, Phoenix, Arizona, held silver .2019.*2020",
    ),
    "what did Boston hold before gold, and since when?": ("answered", "^Before gold, Boston"),
    "what level is boise": ("answered", "silver.*17 June 2024"),
    "Boise is platinum, right?": ("answered", "^No.*silver"),
    "is Recife gold?": ("answered", "^Yes.*gold"),
    "is cambridge still gold": ("answered", "^Not any more.*platinum"),
    "was Phoenix gold in 2020?": ("answered", "^No.*silver in 2020"),
    "when did phoenix become silver": ("answered", "2019.*2020"),
    "when was San Jose certified": ("refused", "do not say when"),
    "what level is Medellín": ("partial", "do not state"),
    "Is Newark certified?": ("answered", "could be confirmed"),
    "what level is Tulsa": ("partial", "not confirmed"),
    "is Los Angeles platinum?": ("answered", "gold.*called platinum, without a date"),
    "what level is Rochester": ("clarify", "Minnesota.*New York.*silver"),
    "what level is Washington": ("clarify", "District of Columbia.*Seattle"),
    "Is Toronto certified?": ("refused", "no certification of Toronto"),
    "is toronto silver or gold": ("refused", "no certification of Toronto.*may still"),
    "Is Madrid certified?": ("refused", r"Madrid \(Spain\) is outside.*South America"),
    "Is Paris, Texas certified?": ("refused", "may still be certified.*in Texas: Arlington"),
    "Which newcomers in summer 2021 started directly at gold?": ("answered", "name 4 newly"),
    "Which cities first got silver in 2019?": ("answered", "Arlington.*Memphis.*Philadelphia"),
    "how many are gold and how many silver": ("answered", "^By level, as many"),
    "how many new cities came in february 2025": (
        "answered",
        "9 in Latin America, 8 in the United States and 4 in Canada",
    ),
    "how many certified cities in mid 2022": ("answered", "between May 2022 and August 2022"),
    "what level is Glendale, California": ("refused", "Glendale, Arizona, at platinum"),
    "any Peruvian cities certified?": ("refused", "no certified city in Peru"),
    "who was certified first, Boise or Memphis": ("answered", "Memphis.*first.*Boise"),
    "which got gold first, Boston or Syracuse": ("answered", "^Syracuse.*reached gold first"),
    "who reached gold first, Louisville or Kansas City": (
        "answered",
        "^Neither.*reached gold on 24 April 2019",
    ),
    "Which of Austin, Dallas and Boston have gold?": ("answered", "^At gold: Austin.*Boston"),
    "Phoenix and Tempe: when did they get gold?": ("answered", "14 July 2021.*6 July 2020"),
    "Compare Boise and Memphis: when did each reach silver and gold?": (
        "answered",
        "17 June 2024.*24 April 2019.*14 July 2021",
    ),
    "Who was certified first, Denver or Boulder?": ("answered", "not known.*award of Boulder"),
    "Which of Boston and Denver got silver?": ("answered", "^- Boston, Massachusetts: gold"),
    "Which of Rock Hill and Medellín are gold?": ("answered", "^- Rock Hill.*not stated"),
    "Which of Austin and Dallas is platinum?": ("answered", "^None of these is at platinum"),
    "Which of Cali, Recife and Newark are in Latin America?": (
        "answered",
        "^In Latin America: Cali and Recife.(?!.*Newark)",
    ),
    "Which of Cali and Recife is in Canada?": ("answered", "^None of these is in Canada"),
    "What level does Norfolk hold and since when?": ("answered", "holds gold.*silver"),
    "which was the first platinum city": ("answered", "New York City, Phoenix.*Tempe"),
    "how many cities are certified": ("answered", r"104.*13.*104 \+ 13 = 117"),
    "How many cities were certified in January 2024?": ("answered", "74.*12"),
    "how many cities were certified in 2021": ("answered", "50.*40"),
    "the latest certified cities in 2021": ("answered", "^(?!.*16 new).*15 December 2021"),
    "cities certified in the last month of 2021": ("answered", "^(?!.*July).*10.*December 2021"),
    "how many cities were certified in march 2023": ("answered", "55.*62"),
    "how many cities were certified in 2017": ("answered", "first is 9.*January 2018"),
    "how many were added in 2024": ("answered", "21.*12.*9"),
    "how many new cities came in january 2026": ("answered", "13.*2 of them"),
    "how many gold cities in 2020": ("answered", "^8 cities"),
    "which cities were newly certified in february 2025": ("answered", "21 new.*name 6 of them"),
    "Which cities in California have held both silver and gold?": (
        "answered",
        "^The documents name 3 cities at gold after silver in Cal.*San Jose.*San Fran.*Carlsbad",
    ),
    "who has held both silver and platinum": ("answered", "name 3 .*(?!.*Tempe)Phoenix.*Glendale"),
    "Which cities were certified in 2019?": ("answered", "Memphis.*Phoenix.*dates from 2020"),
    "which cities got gold in february 2025": ("answered", "Cambridge.*a 2024 award"),
    "Which Texas cities besides Austin and Dallas are certified?": (
        "answered",
        "^The documents name 4 other certified cities in Texas",
    ),
    "What levels do Cali and Recife hold?": ("partial", "Cali.*level not stated"),
    "Which cities came in the same group as New York?": ("answered", "23 January 2024.*Bogotá"),
    "When did Memphis take silver?": ("answered", "24 April 2019"),
    "How many cities were certified after the round of 17 June 2024?": ("answered", "^83 cities"),
    "Was anyone platinum in June 2020?": ("answered", "no city at platinum"),
}


@pytest.mark.parametrize(("question", "expected"), ANSWERS.items())
def test_answers(ask: Ask, question: str, expected: tuple[str, str]) -> None:
    answer = ask(question)
    status, pattern = expected
    assert answer.status == status
    plain = re.sub(r"\s+", " ", re.sub(r"\*\*| ?\[\d+\]", "", answer.text))
    assert re.search(pattern, plain), plain
    assert answer.citations


def test_a_list_cites_the_announcement_not_each_city(ask: Ask) -> None:
    answer = ask("Who was certified in June 2024?")
    assert {citation.document for citation in answer.citations} == {"announcement-2024-06"}
    assert answer.text.count("\n- ") == 2  # new at silver, up to gold
    assert len(answer.tools[0].result["rows"]) == 9 + 4


def test_rows_carry_their_sources(ask: Ask) -> None:
    for row in ask("platinum cities").tools[0].result["rows"]:
        assert row["sources"]
        assert all(source["url"].startswith("http") for source in row["sources"])


def test_the_answer_is_in_the_language_of_the_question(ask: Ask) -> None:
    spanish, portuguese = ask("qué nivel tiene Bogotá", "es"), ask("nível de Recife", "pt")
    assert "oro" in spanish.text
    assert "23 de enero de 2024" in spanish.text
    assert "ouro" in portuguese.text
    assert "23 de janeiro de 2024" in portuguese.text


def test_a_state_is_called_as_the_language_calls_it(ask: Ask) -> None:
    for language, name in (("es", "Carolina del Sur"), ("pt", "Carolina do Sul")):
        assert ask("what level is Charleston", language).text.startswith(f"Charleston, {name}, ")


def test_a_city_of_two_readings_is_offered_as_two_whole_questions(ask: Ask) -> None:
    answer = ask("is Rochester gold?")
    assert {ask(question).status for question in answer.followups} == {"answered", "partial"}


def test_counts_by_name_do_not_pass_for_totals(ask: Ask) -> None:
    answer = ask("how many brazilian cities are certified")
    brazilian = [city for city in RECORDS.cities if city.country == "Brazil" and city.awards]
    assert f"**{len(brazilian)}**" in answer.text
    assert "may be more" in answer.text


@pytest.mark.parametrize(
    ("question", "language", "first"),
    [
        ("is Seattle higher than Portland", "en", "**No.** They hold the same level, **silver**"),
        ("is Boise at the same level as Seattle", "en", "**Yes.** They hold the same level"),
        ("does Boise have a lower level than Phoenix", "en", "**Yes.** The highest level of"),
        ("is Seattle or Phoenix higher", "en", "The highest level of these is **platinum**"),
        ("¿tiene Boise el mismo nivel que Phoenix?", "es", "**No.** El nivel más alto"),
        ("Recife tem um nível mais alto que Monterrey?", "pt", "**Sim.** O nível mais alto"),
        ("did Boise and Dallas get certified on the same day", "en", "**Yes.** Neither came first"),
        (
            "was Boise certified on the same day as Cali",
            "en",
            "**No.** **Boise, Idaho** came first",
        ),
        ("¿Recife y Bogotá obtuvieron oro el mismo día?", "es", "**Sí.** Ninguna fue antes"),
        ("Recife e Monterrey foram certificadas no mesmo dia?", "pt", "**Sim.** Nenhuma veio"),
        ("who is higher, Boise or Phoenix", "en", "The highest level of these is **platinum**"),
        ("which has the higher level, Recife or Monterrey", "pt", "O nível mais alto entre elas"),
    ],
)
def test_a_comparison_says_which_is_higher_first(
    ask: Ask, question: str, language: Language, first: str
) -> None:
    assert ask(question, language).text.startswith(first)


@pytest.mark.parametrize(
    ("question", "language", "answer"),
    [
        ("does Dallas lie in Florida?", "en", "**No.** Dallas lies in Texas, United States"),
        ("is Cali in Colombia?", "en", "**Yes.** Cali lies in Colombia"),
        ("does Issaquah lie in DC?", "en", "**No.** Issaquah lies in Washington (state"),
        ("¿queda Rionegro en Chile?", "es", "**No.** Rionegro queda en Colombia"),
        ("Niterói fica no Brasil?", "pt", "**Sim.** Niterói fica no Brasil"),
    ],
)
def test_where_a_city_lies(ask: Ask, question: str, language: Language, answer: str) -> None:
    assert ask(question, language).text.startswith(answer)


def test_a_level_without_a_date_may_be_a_rise(ask: Ask) -> None:
    answer = ask("has Los Angeles gone up since then?").text

    assert "no rise" not in answer
    assert "called **platinum**" in answer


def test_who_moved_up_fastest_is_told_of_the_first_rise(ask: Ask) -> None:
    assert "from silver to gold" in ask("who moved up fastest?").text.partition("\n")[0]


def test_a_place_asked_about_beside_a_city_is_said_to_be_missing(ask: Ask) -> None:
    answer = ask("What level are Boise and Houston?")
    assert answer.status == "partial"
    assert answer.missing == ("a certification of Houston",)
    assert "**Boise, Idaho**: silver" in answer.text


def test_where_no_city_holds_a_level_the_highest_is_named_with_all_that_hold_it(ask: Ask) -> None:
    answer = ask("which city in Brazil has the highest level")
    assert "The highest level there is **gold**" in answer.text
    gold = {
        c.name for c in RECORDS.cities if c.country == "Brazil" and c.awards[-1].level == "gold"
    }
    assert gold
    assert all(name in answer.text for name in gold)


def test_companions_are_those_announced_with_a_city(ask: Ask) -> None:
    answer = ask("who else was certified with Boise")
    named = {row["id"] for row in answer.tools[0].result["rows"]}
    assert {"boise", "dallas", "porto-alegre"} <= named
    assert "carlsbad" not in named  # it rose that day, and had been certified before


def test_how_long_cities_took_is_counted_in_months(ask: Ask) -> None:
    one = ask("how long did it take Glendale to get from silver to gold?")
    assert "**8 months** from silver (14 July 2021) to gold (30 March 2022)" in one.text
    first = ask("Which city went from silver to gold the fastest?")
    durations = first.tools[0].result["durations"]
    assert [own["months"] for own in durations] == sorted(own["months"] for own in durations)
    assert "**Glendale**, in about 8 months" in first.text
    last = ask("Which city took the longest from silver to gold?")
    assert "**Boston and San Francisco**, in about 6 years" in last.text
    assert "Phoenix" not in last.text  # whose silver is dated to a year alone


def test_what_no_dates_tell_is_told_by_the_awards(ask: Ask) -> None:
    assert "rose from gold to **platinum**" in ask("how long did Phoenix take to get platinum").text


def test_areas_are_set_side_by_side(ask: Ask) -> None:
    answer = ask("Which has more certified cities, Texas or Florida?")
    assert "**6** in Texas and **2** in Florida" in answer.text
    assert "- **Texas** (6): gold (Austin), silver (Arlington," in answer.text


def test_a_city_stands_where_it_stood_at_each_of_several_times(ask: Ask) -> None:
    answer = ask("what level did Washington DC have in 2018 and 2019")
    assert "**silver** in 2018" in answer.text
    assert "**gold** in 2019" in answer.text


def test_companions_may_be_of_one_country(ask: Ask) -> None:
    rows = ask("Which US cities got the award on the same day as Recife?").tools[0].result["rows"]
    assert {row["id"] for row in rows} == {
        "new-york-city", "alexandria", "port-st-lucie", "rochester-mn", "rock-hill",
    }  # fmt: skip


def test_what_has_no_date_is_told_of_the_newest_state_too(ask: Ask) -> None:
    assert "Los Angeles" in ask("how many cities hold platinum as of January 2026").text
    assert "Los Angeles" not in ask("how many cities held platinum in 2020").text


@pytest.mark.parametrize(
    "question",
    [
        "Which Latin American cities were certified in January 2024?",
        "Which cities in Brazil are certified?",
        "Which cities are certified in Colombia?",
        "Which cities were certified in June 2024?",
    ],
)
def test_each_level_of_a_list_is_in_what_it_cites(ask: Ask, question: str) -> None:
    answer = ask(question)
    quotes = {citation.n: citation.quote for citation in answer.citations}
    seen = 0
    for sentence in answer.sentences:
        for city in DIRECTORY.records.cities:
            told = levels(sentence.text)
            if city.name not in sentence.text or len(told) != 1 or not sentence.citations:
                continue
            cited = [quotes[n] for n in sentence.citations]
            own = [q for q in cited if city.name in q]
            of_all = [q for q in cited if q.startswith("All nine cities")]
            assert any(told & levels(q) for q in (*own, *(of_all if own else []))), city.name
            seen += 1
    assert seen


def test_the_latest_of_several_is_told_first(ask: Ask) -> None:
    answer = ask("Of Seattle, Bellevue and Issaquah, who is the newest?")
    assert answer.text.startswith("**Issaquah, Washington** came last: certified on 17 June 2024")
    assert "Seattle" in answer.text


def test_places_whose_certification_is_not_confirmed_are_told(ask: Ask) -> None:
    answer = ask("Which cities are not confirmed?")
    assert answer.status == "answered"
    assert answer.text.startswith("Of the places that the documents name, the certification of **4")
    assert "Tulsa, Oklahoma" in answer.text
    none = ask("Which cities in Oklahoma are certified?")
    assert none.status == "refused"
    assert "The certification of Tulsa, Oklahoma, is **not confirmed**" in none.text
