import pytest

from assistant.answers import Language, Quote
from assistant.key_facts import KeyFacts
from assistant.verifier import unsupported
from corpus.chunker import ChunkerSettings, chunk
from corpus.programme import SHIPPED, read_programme

FACTS = KeyFacts(
    ["Recife", "Boise", "Charleston", "Mendoza", "Denver", "Rochester", "New York City"]
)


@pytest.mark.parametrize(
    ("sentence", "spanish", "portuguese"),
    [
        (
            "Theft in Recife, Brazil, fell by 15 % over four years, as reported in January 2024.",
            "Recife (Brasil) · baja de 15 % · en cuatro años · informado en enero de 2024",
            "Recife (Brasil) · queda de 15 % · em quatro anos · informado em janeiro de 2024",
        ),
        (
            "Boise, Idaho, holds silver in the programme, announced on 1 June 2024.",
            "Boise (Idaho) · plata · anunciado el 1 de junio de 2024",
            "Boise (Idaho) · prata · anunciado em 1º de junho de 2024",
        ),
        (
            "Votes grew from 2,459 votes in 2022 to 10,254 votes in 2023.",
            "de 2.459 votos en 2022 a 10.254 votos en 2023",
            "de 2.459 votos em 2022 a 10.254 votos em 2023",
        ),
        (
            "The share rose from 45 % in early 2023 to more than 57.5 % by 2024.",
            "de 45 % a inicios de 2023 a más de 57,5 % hasta 2024",
            "de 45 % no início de 2023 a mais de 57,5 % até 2024",
        ),
        (
            "More than 1.1 million people paid about 70 million pesos for 2 square metres.",
            "más de 1,1 millones de personas · cerca de 70 millones de pesos · 2 metros cuadrados",
            "mais de 1,1 milhão de pessoas · cerca de 70 milhões de pesos · 2 metros quadrados",
        ),
        (
            "Two of 43 criteria, one of nine cities and 4 in 10 residents.",
            "dos de 43 criterios · una de nueve ciudades · 4 de cada 10 residentes",
            "dois de 43 critérios · uma de nove cidades · 4 em cada 10 moradores",
        ),
        (
            "It took from 40 to 20 minutes, reached 30,000 or more people and cut costs by 5 %.",
            "de 40 a 20 minutos · 30.000 personas o más · reducción de 5 %",
            "de 40 a 20 minutos · 30.000 pessoas ou mais · redução de 5 %",
        ),
        (
            "Charleston, South Carolina, had 61 days a year in the 1950s, Mendoza city none.",
            "Charleston (Carolina del Sur) · Mendoza · 61 días al año en la década de 1950",
            "Charleston (Carolina do Sul) · Mendoza · 61 dias por ano na década de 1950",
        ),
        (
            "Gold is 68-84 % under the 2022 criteria, with 5 million US dollars for fiscal 2025.",
            "oro: 68 a 84 % · criterios de 2022 · 5 millones de dólares estadounidenses"
            " · año fiscal 2025",
            "ouro: 68 a 84 % · critérios de 2022 · 5 milhões de dólares americanos"
            " · ano fiscal de 2025",
        ),
        (
            "The sessions of 26 and 27 October 2023 in the United States, open since May 2020.",
            "Estados Unidos · 26 y 27 de octubre de 2023 · desde mayo de 2020",
            "Estados Unidos · 26 e 27 de outubro de 2023 · desde maio de 2020",
        ),
    ],
)
def test_facts_are_said_in_the_readers_language(
    sentence: str, spanish: str, portuguese: str
) -> None:
    assert FACTS.of(sentence, "es") == f"Datos clave: {spanish}"
    assert FACTS.of(sentence, "pt") == f"Dados principais: {portuguese}"


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        # What is denied is no fact, nor what would have been instead.
        ("The fall in Recife is 12 points and 3 days, which is not 12 %.", "Recife · 3 días"),
        ("It cost 6 million pesos instead of 15 million.", "6 millones de pesos"),
        ("No city held platinum, but nine cities held gold.", "nueve ciudades · oro"),
        # 'Meter' tells what kind of projects; 'Gazette' makes another name of the city's.
        ("Two meter plates in the Denver Gazette, 14 July 2021.", "14 de julio de 2021"),
        # A number without a unit that is known, a place alone, the date of a source.
        ("Recife may march with 37 cranes, one day.", ""),
        ("The app of Recife, Brazil, is described on the city page of 2024.", ""),
    ],
)
def test_what_would_mislead_is_left_out(sentence: str, facts: str) -> None:
    assert FACTS.of(sentence, "es").removeprefix("Datos clave: ") == facts


def test_there_is_nothing_to_add_in_the_language_of_the_sentence() -> None:
    quote = Quote("recife", 0, 20)
    assert FACTS.sentence("Recife has 15 centres.", quote, "en") is None
    assert FACTS.sentence("Recife has centres.", quote, "pt") is None
    stated = FACTS.sentence("Recife has 15 cities.", quote, "pt")
    assert stated is not None
    assert (stated.text, stated.quotes) == (
        "Dados principais: Recife · 15 cidades",
        (quote,),
    )


@pytest.mark.parametrize("language", ["es", "pt"])
def test_nothing_is_stated_that_the_sentence_does_not_hold(language: Language) -> None:
    programme = read_programme(SHIPPED)
    assert programme.records
    facts = KeyFacts(
        name for city in programme.records.cities for name in (city.name, *city.other_names)
    )
    stated = 0
    for document in programme.documents:
        for passage in chunk(document, ChunkerSettings()):
            for span in passage.sentences:
                sentence = document.text[span.start : span.end]
                said = facts.of(sentence, language)
                assert unsupported(said, sentence) is None, (said, sentence)
                stated += bool(said)
    assert stated > 1000
