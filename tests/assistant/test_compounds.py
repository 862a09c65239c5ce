import pytest

from assistant.answers import Language
from assistant.compounds import joined_questions, joined_subjects
from assistant.coordination import (
    asked_of_those,
    names_only,
    questions_of_places,
    who_of_two,
    without_data,
    without_results,
)
from assistant.exclusions import of_others
from assistant.tools.directory_places import Places


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "Spring 2021, how many boats were there and how did they sail?",
            "en",
            [
                "Spring 2021, how many boats were there?",
                "Spring 2021, how did they sail?",
            ],
        ),
        (
            "When did Charlotte get gold and what for?",
            "en",
            ["When did Charlotte get gold?", "Why did Charlotte get gold?"],
        ),
        (
            "My town has 45 thousand people, can it apply and who do we talk to?",
            "en",
            ["My town has 45 thousand people, can it apply?", "who do we talk to?"],
        ),
        (  # what is said first is what a criterion is sought for
            "We keep a catalogue of all tables; under what code would it fall?",
            "en",
            ["We keep a catalogue of all tables; under what code would it fall?"],
        ),
        (
            "The fee for a city, and what's the item on backups?",
            "en",
            ["The fee for a city?", "what's the item on backups?"],
        ),
        (
            "Which criterion is on privacy, and which box is for backups?",
            "en",
            ["Which criterion is on privacy?", "which box is for backups?"],
        ),
        (
            "quantas cidades se candidataram e quantas conseguiram?",
            "pt",
            ["quantas cidades se candidataram?", "quantas conseguiram?"],
        ),
        (
            "Which level is Boise and what did it do about water?",
            "en",
            ["Which level is Boise?", "what did it do about water?"],
        ),
        (
            "How big is the fund? Who pays for it?",
            "en",
            ["How big is the fund?", "Who pays for it?"],
        ),
        (
            "Compare Cali and Recife: level, and what each did about crime",
            "en",
            [
                "What level do Cali and Recife hold?",
                "Cali and Recife: what each did about crime?",
            ],
        ),
        (
            "Compare Recife e Rio de Janeiro: nível, data e projeto principal",
            "pt",
            [
                "Que nível têm Recife e Rio de Janeiro?",
                "Recife e Rio de Janeiro: projeto principal?",
            ],
        ),
        (
            "What level are Tempe and Boise, and what did each do?",
            "en",
            ["What level are Tempe and Boise?", "what did each do?"],
        ),
        (
            "¿Cuántos criterios hay y cada cuánto hay que reunirse?",
            "es",
            ["¿Cuántos criterios hay?", "cada cuánto hay que reunirse?"],
        ),
        (
            "Fairness: what did Dallas do and what did Winnipeg do?",
            "en",
            ["Fairness: what did Dallas do?", "Fairness: what did Winnipeg do?"],
        ),
        (
            "Once we hit submit, how many weeks does it take?",
            "en",
            ["Once we hit submit, how many weeks does it take?"],
        ),
        (
            "Cali vs Recife, what did each one do",
            "en",
            ["Cali vs Recife, what did each one do"],
        ),
        (
            "¿Qué nivel tiene Cali y cuánta gente vive allí?",
            "es",
            ["¿Qué nivel tiene Cali?", "cuánta gente vive allí?"],
        ),
        (
            "Qual é o nível do Recife e quantos jovens formou?",
            "pt",
            ["Qual é o nível do Recife?", "quantos jovens formou?"],
        ),
        (
            "In Cali, how many voted, and how much money was spent?",
            "en",
            ["In Cali, how many voted?", "In Cali, how much money was spent?"],
        ),
        (
            "The bridge in Cali: what is it like, when did it open?",
            "en",
            ["The bridge in Cali: what is it like?", "The bridge in Cali: when did it open?"],
        ),
        (
            "Who keeps the ferry going, and how many boats does it have?",
            "en",
            ["Who keeps the ferry going?", "how many boats does it have?"],
        ),
        (
            "When did the mill close, and over what stretch of years had it run?",
            "en",
            ["When did the mill close?", "over what stretch of years had it run?"],
        ),
        (
            "That fair on the quay in Cali: who came, and was there any music?",
            "en",
            [
                "That fair on the quay in Cali: who came?",
                "That fair on the quay in Cali: was there any music?",
            ],
        ),
        (
            "In spring 2019 how many docks were there, and what did each of them cost?",
            "en",
            ["In spring 2019 how many docks were there?", "what did each of them cost?"],
        ),
        (
            "How many fish came out of Cali, and in Recife, what share was sold?",
            "en",
            ["How many fish came out of Cali?", "in Recife, what share was sold?"],
        ),
        (
            "When was the bridge built and what's Wavewatch?",
            "en",
            ["When was the bridge built?", "what's Wavewatch?"],
        ),
        (
            "did the river rise in cali, and who put up the walls",
            "en",
            ["did the river rise in cali?", "who put up the walls?"],
        ),
        (
            "¿Con quién hay que hablar en Cali, y con qué papeles se llega?",
            "es",
            ["¿Con quién hay que hablar en Cali?", "con qué papeles se llega?"],
        ),
        (
            "Cali sold its old ferry - how much, and does that mean it's closed?",
            "en",
            [
                "Cali sold its old ferry - how much?",
                "Cali sold its old ferry - does that mean it's closed?",
            ],
        ),
        (
            "boise: how big was the bond? cali: how safe do people feel?",
            "en",
            ["boise: how big was the bond?", "cali: how safe do people feel?"],
        ),
        (
            "Em Cali, quem pagou o fundo? E em Recife, quanto caiu o crime?",
            "pt",
            ["Em Cali, quem pagou o fundo?", "em Recife, quanto caiu o crime?"],
        ),
        (
            "Hamilton: the number of students who joined and how much did it cost?",
            "en",
            ["Hamilton: the number of students who joined?", "how much did it cost?"],
        ),
        (
            "population minimum, who runs it and what it costs",
            "en",
            ["population minimum?", "who runs it?", "what it costs?"],
        ),
    ],
)
def test_joined_questions_become_parts(text: str, language: Language, parts: list[str]) -> None:
    assert joined_questions(text, language) == parts


@pytest.mark.parametrize(
    "text",
    [
        "What happened to the school year, and why?",
        "We are a small town. Which organisation would we talk to?",
        "Why is Port St. Lucie building sidewalks?",
        "Do you get help if you did the assessment but did not get certified?",
        "What did Boise do with money and water?",
        "Miami's flood app, what is it called?",
        "Cali borrowed ten million for water, fine, but at what rate?",
        "When the flood came, how many houses fell?",
        "Is Cali planning another bridge, and by which year?",
        "Back when the ferry began, on what basis were seats handed out?",
        "In what month did Cambridge, Mass. get its new ferry?",
        "Three quarters of the criteria met, what level please?",
        "A town scored 84 % in 2019. Which level was that then, and which would it be now?",
    ],
)
def test_one_question_stays_whole(text: str) -> None:
    assert joined_questions(text, "en") == [text]


def test_two_subjects_are_offered_apart() -> None:
    assert joined_subjects("min population and number of criteria?", "en") == [
        ("min population", "number of criteria?")
    ]


def test_one_thing_asked_of_several_places_is_asked_of_each(places: Places) -> None:
    text = "How do Boulder and Alexandria, Virginia deal with evictions?"
    assert questions_of_places(text, "en", places.cities_in) == [
        "How does Boulder deal with evictions?",
        "How does Alexandria, Virginia deal with evictions?",
    ]


def test_places_compared_in_nothing_are_asked_for_level_and_deeds(places: Places) -> None:
    assert questions_of_places("compare Monterrey and Recife", "en", places.cities_in) == [
        "What level do Monterrey and Recife hold?",
        "What did Monterrey do with data, and with what result?",
        "What did Recife do with data, and with what result?",
    ]


def test_places_that_are_not_joined_stay_together(places: Places) -> None:
    text = "Did Boise learn from what Dallas did?"
    assert questions_of_places(text, "en", places.cities_in) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Cali's fund, Newark's crime and the size of Boise's bond",
            ["Cali's fund?", "Newark's crime?", "the size of Boise's bond?"],
        ),
        ("Buffalo: level and date", ["Buffalo: level?", "Buffalo: date?"]),
        (
            "Give me the mayor and the level for Tempe",
            ["the mayor for Tempe?", "the level for Tempe?"],
        ),
        (
            "What makes Winnipeg stand out?",
            ["What did Winnipeg do with data, and with what result?"],
        ),
    ],
)
def test_what_is_listed_is_asked_of_its_own_place(
    text: str, parts: list[str], places: Places
) -> None:
    assert questions_of_places(text, "en", places.cities_in) == parts


def test_a_question_on_others_leaves_out_the_place_it_excepts(places: Places) -> None:
    text = "Which cities map floods, apart from Miami?"
    assert of_others(text, places.cities_in(text), "en") == "which other cities map floods ?"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Who does more for parks, Boise or Recife?",
            ["What did Boise do for parks?", "What did Recife do for parks?"],
        ),
        (
            "How does Boise's work on parks compare with Recife's?",
            ["Boise's work on parks?", "Recife's work on parks?"],
        ),
        (
            "compare Boise & Recife on parks",
            ["What did Boise do about parks?", "What did Recife do about parks?"],
        ),
        ("compare Boise & Recife on size", ["Boise on size", "Recife on size"]),
        (
            "Which other cities have parks, besides Boise and Recife?",
            ["Which other cities have parks, besides Boise and Recife?"],
        ),
    ],
)
def test_what_is_compared_is_asked_of_each(places: Places, text: str, parts: list[str]) -> None:
    assert questions_of_places(text, "en", places.cities_in) == parts


@pytest.mark.parametrize(
    ("text", "language", "done"),
    [
        ("Tell me what Boise did with its data", "en", "What did Boise do?"),
        ("What has Cali done with data?", "en", "What did Cali do?"),
        ("¿Qué hizo Recife con los datos?", "es", "¿Qué hizo Recife?"),
        ("O que Recife fez com seus dados?", "pt", "O que Recife fez?"),
        ("What did Boise do with its tax data?", "en", "What did Boise do with its tax data?"),
        ("What did they do with data?", "en", "What did they do with data?"),
    ],
)
def test_what_was_done_with_data_is_what_was_done(
    places: Places, text: str, language: Language, done: str
) -> None:
    assert without_data(text, language, places.cities_in) == done


def test_a_thing_named_once_is_asked_of_each_place(places: Places) -> None:
    text = "Water savings in Carlsbad (the share) and in Boise (the sum)"
    assert questions_of_places(text, "en", places.find) == [
        "Water savings in Carlsbad (the share)?",
        "Water savings in Boise (the sum)?",
    ]


def test_who_of_two_cities_is_which_city(places: Places) -> None:
    asked = who_of_two("Who opened more parks, Cali or Recife?", places.find)
    assert asked == "Which city opened more parks, Cali or Recife?"
    same = "Who pays more for it, and why?"
    assert who_of_two(same, places.find) == same


def test_what_came_of_a_thing_is_asked_with_what_several_did(places: Places) -> None:
    assert (
        without_results(
            "What did Boise and Recife do for parks, and with what result?", places.cities_in
        )
        == "What did Boise and Recife do for parks?"
    )
    alone = "What did Boise do for parks, and with what result?"
    assert without_results(alone, places.cities_in) == alone


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "I sit on a jury. Compare how Boise and Recife plant trees",
            [
                "I sit on a jury. how Boise plant trees",
                "I sit on a jury. how Recife plant trees",
            ],
        ),
        (
            "Parks in Boise and Recife: compare the approach",
            ["What did Boise do about Parks?", "What did Recife do about Parks?"],
        ),
        (
            "How do Boise and Recife differ in what they did with data?",
            [
                "What did Boise do with data, and with what result?",
                "What did Recife do with data, and with what result?",
            ],
        ),
    ],
)
def test_places_are_compared_wherever_that_is_asked(
    places: Places, text: str, parts: list[str]
) -> None:
    assert questions_of_places(text, "en", places.cities_in) == parts


def test_a_later_question_on_each_is_asked_of_the_places_before_it(places: Places) -> None:
    told = "What level are Boise and Recife?"
    assert asked_of_those("what did each do for parks?", told, "en", places.cities_in) == [
        "what did Boise do for parks?",
        "what did Recife do for parks?",
    ]
    assert not asked_of_those("what did Cali do?", told, "en", places.cities_in)
    assert not asked_of_those("what did each do?", "And Boise?", "en", places.cities_in)
    assert names_only("Boise and Recife?", places.cities_in, "en")
    assert not names_only(told, places.cities_in, "en")


def test_a_list_of_questions_is_parted_at_each_comma() -> None:
    assert joined_questions(
        "how many cities are there, who pays, and where does gold begin?", "en"
    ) == [
        "how many cities are there?",
        "who pays?",
        "where does gold begin?",
    ]
    assert joined_questions("What's Recife known for? And Cali?", "en") == [
        "What's Recife known for?",
        "And Cali?",
    ]
