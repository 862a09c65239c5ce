"""Conversations, and what their last turn asks when it stands alone.

A conversation is written one turn a line: 'U' for the user, 'A' for the assistant, '=' for the
question that the last turn of the user becomes; '=' alone where it is taken as it was said.
"""

import time

import pytest

from assistant.condenser import Condenser
from assistant.conversation import Turn
from assistant.settings import Settings
from corpus.records import read_records


@pytest.fixture(scope="module")
def condenser() -> Condenser:
    records = read_records(Settings().programme / "records")
    return Condenser(records.cities, records.standard, is_word={"equity", "budget"}.__contains__)


def conversation(text: str) -> tuple[list[Turn], str, str]:
    """The history, the last question and what it is to become."""
    turns: list[Turn] = []
    expected = ""
    for line in text.strip().splitlines():
        mark, _, said = line.strip().partition(" ")
        if mark == "=":
            expected = said
        elif mark in ("U", "A"):
            turns.append(Turn(role="user" if mark == "U" else "assistant", content=said))
        else:  # a further line of the answer
            turns[-1] = turns[-1].model_copy(
                update={"content": f"{turns[-1].content}\n{line.strip()}"}
            )
    question = turns.pop().content
    return turns, question, expected or question


ROCHESTER = """
    U what level is Rochester?
    A Two Rochesters are certified: Rochester, New York [1] and Rochester, Minnesota [2]. Which one?
"""
PLATINUM = """
    U who's platinum?
    A As of January 2026:
    | City | Since | |
    |---|---|---|
    | New York City, Phoenix, Tempe | 23 January 2024 | [1] |
    | Cambridge (Massachusetts), Glendale (Arizona) | January 2026 | [2] |
"""
FLOODS = """
    U who used data against flooding?
    A Three cities in the documents:
    - **Charleston, South Carolina**: FloodStat brings departments together [1].
    - **Luján de Cuyo, Argentina**: located families at risk [2].
    - **Miami, Florida**: an app fed by residents [3].
"""

PLACES = [
    """U What level is Denver at?
       U will it reach platinum one day?
       = Will Denver reach platinum one day?""",
    """U ¿Qué nivel tiene Bogotá?
       U ¿llegará al platino?
       = ¿Llegará Bogotá al platino?""",
    """U What level is Denver at?
       U and when did it first get in, at which level?
       = Since when has Denver been certified?""",
    """U ¿Qué nivel tiene Bogotá?
       U ¿y cuándo obtuvo la primera?
       = ¿Desde cuándo está certificada Bogotá?""",
    """U which tier is Miami?
       U and their first award, when was that?
       = Since when has Miami been certified?""",
    """U What level is Denver at?
       U when was the first city certified?
       = Which city was the first to be certified?""",
    """U ¿Qué hace Tempe con la vivienda?
       U ¿cuánta gente está en ese programa?
       = ¿Cuánta gente está en ese programa en Tempe (vivienda)?""",
    """U Which cities in Iowa are certified?
       U what about those in Oregon and Ohio?
       = Which cities in Oregon and Ohio are certified?""",
    """U ¿Cuántas ciudades de Brasil están certificadas?
       U ¿y las de México y Perú?
       = ¿Cuántas ciudades de México y Perú están certificadas?""",
    """U Which cities in Texas are certified?
       U and in Georgia, United States?
       = Which cities in Georgia are certified?""",
    """U What did Recife do about violence?
       U and Medellín and Cali?
       = What did Medellín and Cali do about violence?""",
    """U Which cities are at the top level?
       U and which ones from Argentina have gold?
       = Which cities in Argentina are gold?""",
    """U Can a town in Peru with 45,000 people apply?
       U which cities there are certified?
       = Which cities in Peru are certified?""",
    """U Can a Canadian city get in?
       U which ones from there already have it?
       = Which cities in Canada are certified?""",
    """U What level does Boston have?
       U how long did it take to get from silver to gold?
       = How long did it take Boston to get from silver to gold?""",
    """U ¿Qué nivel tiene Boston?
       U ¿cuánto tardó en pasar de plata a oro?
       = ¿Cuánto tardó Boston en pasar de plata a oro?""",
    """U How many cities got certified in December 2021?
       U did any existing city move up in that round?
       = Did any existing city move up in December 2021?""",
    """U Can a municipality of 28,000 inhabitants in Chile apply?
       U and one with exactly 30 000?
       = Can a municipality of 30 000 inhabitants in Chile apply?""",
    """U What level does Boise hold?
       U and Phoenix?
       = What level does Phoenix hold?""",
    """U What level does Boise hold?
       U and Phoenix?
       U since when?
       = Since when has Phoenix been certified?""",
    """U which Canadian cities are certified?
       A - **Silver**: Hamilton and Winnipeg (26 February 2025) [1]
       U what level is the first of them?
       = What level does Hamilton hold?""",
    """U which Canadian cities are certified?
       A - **Silver**: Hamilton and Winnipeg (26 February 2025) [1]
       U since when is the second one certified?
       = Since when has Winnipeg been certified?""",
    """U What level does Boise hold?
       U what about recfie?
       = What level does Recife hold?""",
    """U What level does Boise hold?
       A Boise holds silver [1].
       U thanks. and recife?
       = What level does Recife hold?""",
    """U What level does Boise hold?
       U no, New York
       = What level does New York City hold?""",
    """U Which level has Sugar Land?
       U who else from that state has it?
       = Who else from Texas has it?""",
    """U Is Medellín certified?
       U Who else from that country came in?
       = Who else from Colombia came in?""",
    """U When did Luján de Cuyo get gold?
       U No sorry, I meant Tres de Febrero.
       = Since when has Tres de Febrero been gold?""",
    """U what level is cambridge
       U no, I meant Rochester
       U the one in New York state
       = What level does Rochester, New York hold?""",
    """U What level does Boise hold?
       U did they also work on homelessness?
       = Did Boise also work on homelessness?""",
    """U What level is Charleston?
       U when did it get it?
       = Since when has Charleston been certified?""",
    """U What level does Boise hold?
       U how many people live there?
       = How many people live in Boise?""",
    """U What level is San Francisco at now?
       U and what was it at first?
       = What level did San Francisco hold at first?""",
    """U What level is Phoenix at?
       U and what was its exact score?
       = What was Phoenix's exact score?""",
    """U Which city flies drones to find illegal dumps?
       A Mendoza, Argentina, flies drones to find illegal dumps [1].
       U what level is it?
       = What level does Mendoza, Argentina hold?""",
    """U Tell me about the Brick City Peace Collective
       A Newark's Brick City Peace Collective meets every week [1].
       U and is that city actually certified?
       = Is Newark certified?""",
    """U how much did homicides in Newark fall?
       U and in Recife?
       = How much did homicides in Recife fall?""",
    """U What did the eviction help in Boulder change?
       U and in Aspen?
       = What did the eviction help in Aspen change?""",
    """U what level is cambridge
       U and denver?
       A Denver holds gold [1].
       U thanks
       U which of the two had gold first?
       = Which of Cambridge and Denver had gold first?""",
    """U Tell me how Tempe got people off the streets
       U and Issaquah?
       U and philadelphia?
       U which of these three gives a figure?
       = Which of Tempe, Issaquah and Philadelphia gives a figure?""",
    """U when was philadelphia certified
       A Philadelphia, Pennsylvania, was certified on 25 April 2019 [1].
       U who else was new that day?
       = Who else was new on 25 April 2019?""",
    """U ¿Qué nivel tiene Recife?
       U ¿desde cuándo?
       = ¿Desde cuándo está certificada Recife?""",
    """U ¿Qué nivel tiene Recife?
       U ¿qué hizo con los datos?
       = ¿Qué hizo Recife con los datos?""",
    """U ¿Qué nivel tiene Recife?
       U quise decir Rio de Janeiro
       = ¿Qué nivel tiene Rio de Janeiro?""",
    """U ¿Qué hizo Bogotá por la movilidad?
       U ¿y Medellín?
       = ¿Qué hizo Medellín por la movilidad?""",
    """U Qual é o nível de Recife?
       U quando foi certificada?
       = Desde quando Recife é certificada?""",
    """U O que Recife fez contra a violência?
       U obrigada. e Newark?
       = O que Newark fez contra a violência?""",
    """U O que Porto Alegre fez com a prefeitura digital?
       U e quanto papel economizou?
       = Quanto papel economizou Porto Alegre?""",
    """U Quais cidades brasileiras têm ouro?
       A - **Recife** [1]
       - **Rio de Janeiro** [2]
       U e o Rio, desde quando?
       = Desde quando Rio de Janeiro é ouro?""",
]

REWORDED = [
    """U ¿Qué ciudades son oro?
       U ¿cuáles no están en Brasil?
       = ¿Qué ciudades fuera de Brasil son oro?""",
    """U Which cities are gold?
       U which of them are not in the US?
       = Which cities outside the United States are gold?""",
    """U Which Arizona cities are certified?
       U which ones aren't platinum?
       = Which cities in Arizona are not platinum?""",
    """U ¿Qué ciudades de Brasil están certificadas?
       U ¿y cuáles no son oro?
       = ¿Qué ciudades de Brasil no son oro?""",
    """U Which cities have reached the highest level?
       U is any of them outside the US?
       = Which cities outside the United States are platinum?""",
    """U What level is Boise?
       U and Boulder?
       U which has the better level?
       = What level do Boise and Boulder hold?""",
    """U ¿Qué nivel tiene Recife?
       U ¿y Bogotá?
       U ¿cuál tiene mejor nivel?
       = ¿Cuál de Recife y Bogotá tiene mejor nivel?""",
    """U Qual é o nível de Recife?
       U e Niterói?
       U qual das duas tem o nível mais alto?
       = Qual é o nível de Recife e Niterói?""",
    """U Which Colombian cities are certified?
       A The documents name **4** certified cities in Colombia:

       - **Gold**: Bogotá [1]
       - **Level not stated**: Medellín, Rionegro and Cali [2]
       U which of them has gold?
       A The documents name **1** city at gold in Colombia:

       - **23 January 2024**: Bogotá [1]
       U and the others?
       = What level do Medellín, Rionegro and Cali hold?""",
    """U Is Boise gold?
       A **No.** Boise, Idaho, holds **silver**, announced on 17 June 2024 [1].
       U and why not?
       = Why is Boise not gold?""",
    """U ¿Está certificada Tulsa?
       A La certificación de Tulsa no está confirmada [1].
       U ¿por qué no?
       = ¿Por qué no está certificada Tulsa?""",
    """U What does Code for America do?
       U where is it based?
       = Where is Code for America based?""",
    """U is denver certified?
       U how about long beach tho
       = Is Long Beach certified?""",
    """U is denver certified?
       U not denver, durham
       = Is Durham certified?""",
    """U is denver certified?
       U compare it with Boston
       = Compare Denver with Boston""",
    """U is denver certified?
       U what else did they do?
       = What else has Denver done?""",
    """U is denver certified?
       U who was certified with them?
       = Who was certified with Denver?""",
    """U what did phoenix do about heat
       U and housing?
       = What did phoenix do about housing""",
    """U what did phoenix do about heat
       U other cities?
       = What did other cities do about heat""",
    """U what did phoenix do about heat
       U who else did that?
       = What did other cities do about heat""",
    """U what does DM8 ask?
       U is it mandatory?
       = Is DM8 mandatory?""",
    """U which cities are gold in colombia
       U any platinum?
       = Which cities in Colombia are platinum?""",
    """U which cities are gold in colombia
       U and in total?
       = Which cities are gold?""",
    """U ¿cómo usó Monterrey los datos?
       U ¿es oro?
       = ¿Es oro Monterrey?""",
    """U ¿cómo usó Monterrey los datos?
       U no, me refería a Mérida
       = ¿Cómo usó Mérida los datos?""",
    """U quantas cidades são certificadas no Brasil?
       U qual foi a primeira?
       = Qual cidade do Brasil foi a primeira a ser certificada?""",
    """U o que Fortaleza fez?
       U desde quando tem a certificação?
       = Desde quando Fortaleza é certificada?""",
]

ASKED_BACK = [
    f"{ROCHESTER} U the Minnesota one\n = What level is Rochester, Minnesota?",
    f"{ROCHESTER} U Minnesota\n = What level is Rochester, Minnesota?",
    f"{ROCHESTER} U I mean the one in new york\n = What level is Rochester, New York?",
    f"""{ROCHESTER} U the Minnesota one
        U and the other one?
        = What level does Rochester, New York hold?""",
    f"{ROCHESTER} U both\n = What level do Rochester, Minnesota and Rochester, New York hold?",
    """U what level are we at?
       A The level depends on how many criteria a city meets. How many of them does your city meet?
       U 33
       = What level is 33 criteria?""",
    """U how far are we from gold?
       A How many of the criteria does your city meet?
       U 27
       = How many more criteria for gold with 27 criteria?""",
]

LISTS = [
    """U Which Arizona cities are certified?
       U who got in first?
       = Which city in Arizona was the first to be certified?""",
    """U Which Michigan cities are certified?
       U and who came last?
       = Which city in Michigan was the latest to be certified?""",
    """U Which Chilean cities came in in June 2024?
       A The documents name **1** newly certified city [1].
       U how many certified cities were there in all by then?
       = How many cities were certified in June 2024?""",
    """U Which Ohio cities made it?
       U and how far have they got?
       = Which cities in Ohio are certified?""",
    """U ¿Qué ciudades de Chile están certificadas?
       U ¿y cuál está más arriba?
       = ¿Qué ciudades de Chile son platino?""",
    """U Quais cidades do México são certificadas?
       U qual foi a primeira?
       = Qual cidade do México foi a primeira a ser certificada?""",
    """U which cities are gold?
       U who was first?
       = Which city was the first to be gold?""",
    """U Which Mexican cities joined in January 2024?
       A The documents name **1** newly certified city [1].
       U and what was the total then?
       = How many cities were certified in January 2024?""",
    f"{PLATINUM} U since when is the first one?\n = Since when has New York City been platinum?",
    f"{PLATINUM} U tell me about the last one\n = Tell me about Glendale",
    f"""{PLATINUM} U what did the second of them do about housing?
        = What did Phoenix do about housing?""",
    f"{PLATINUM} U and gold?\n = Which cities are gold?",
    f"{PLATINUM} U which of those are in Arizona?\n = Which cities in Arizona are platinum?",
    f"{FLOODS} U and the third?\n = How has Miami used data against flooding?",
    f"{FLOODS} U what level does the first of them hold?\n = What level does Charleston hold?",
    """U which cities in Argentina are certified?
       U just the gold ones please
       = Which cities in Argentina are gold?""",
    """U Which cities in Brazil are certified?
       U how many?
       = How many cities in Brazil are certified?""",
    """U Which cities in Brazil are certified?
       U which one was first?
       = Which city in Brazil was the first to be certified?""",
    """U How many cities are certified?
       U how many are in Mexico?
       = How many cities in Mexico are certified?""",
    """U How many cities were certified by June 2024?
       U and by the end of 2021?
       = How many cities were certified by the end of 2021?""",
    """U Who became platinum in January 2024?
       U what about january 2026
       = Which cities became platinum in january 2026?""",
    """U Quantas cidades eram certificadas em janeiro de 2024?
       U e em junho?
       = Quantas cidades eram certificadas em junho de 2024?""",
    """U ¿Qué ciudades de Brasil están certificadas?
       U ¿cuántas son oro?
       = ¿Cuántas ciudades de Brasil son oro?""",
    """U Quais cidades são platina?
       U no Brasil?
       = Quais cidades do Brasil são platina?""",
]

RECKONINGS = [
    """U We have 36 of 43, are we platinum?
       U why not?
       = How many more criteria for platinum with 36 criteria?""",
    """U ¿29 alcanzan para oro?
       U ¿y por qué no?
       = ¿Cuántos criterios faltan para oro con 29 criterios?""",
    "U we pass 33\n U and 29?\n = What level is 29 criteria?",
    "U we pass 33\n U as a percentage?\n = What level is 33 criteria?",
    "U we pass 33\n U what if we lose two\n U as a percentage?\n = What level is 31 criteria?",
    """U Does the standard look at how contractors are picked?
       A **Yes: RDC3 – Vendor performance comparison** (Results-Driven Contracting) [1].
       U which criterion is that?
       = What does RDC3 ask for?""",
    """U we pass 33
       U and if our two shakiest get struck out?
       = What if we lose 2 of our 33 criteria?""",
    "U we pass 33\n U and if four of ours fail?\n = What if we lose 4 of our 33 criteria?",
    """U we pass 33
       U what would a single extra one do?
       = What if we add 1 to our 33 criteria?""",
    """U How many criteria does silver take?
       U what percentage is that?
       U and in criteria?
       = How many criteria are needed for silver?""",
    """U ¿Cuántos criterios se necesitan para platino?
       U ¿y en porcentaje?
       = ¿Qué porcentaje se necesita para platino?""",
    "U we pass 33\n U and for platinum?\n = How many more criteria for platinum with 33 criteria?",
    "U we pass 33\n U what if we lose two\n = What if we lose 2 of our 33 criteria?",
    "U we pass 33\n U what if we lose two\n U and 3?\n = What if we lose 3 of our 33 criteria?",
    "U we pass 33\n U lose two\n U and one more?\n = What if we add 1 to our 31 criteria?",
    """U we pass 33
       U and with 3 more?
       U how many to gold then?
       = How many more criteria for gold with 36 criteria?""",
    "U we pass 33\n U is that gold?\n = Is 33 criteria gold?",
    "U we pass 33\n U under the old standard?\n = What level is 33 criteria in the 2018 version?",
    "U we pass 26\n U sorry, 36\n = What level is 36 criteria?",
    "U We meet 40.\n U how many could we lose?\n = How many of our 40 criteria can we lose?",
    "U how many for gold?\n U and platinum?\n = How many criteria are needed for platinum?",
    """U How many criteria do you need for gold?
       U and under the old standard, the one with 45?
       = How many criteria are needed for gold in the 2018 version?""",
    """U we pass 33
       U What level does Boise hold?
       U and with 3 more criteria?
       = What if we add 3 to our 33 criteria?""",
    "U cumplimos 34\n U ¿y con 4 más?\n = ¿Y si sumamos 4 a nuestros 34 criterios?",
    "U cumplimos 34\n U perdón, 35\n = ¿Qué nivel son 35 criterios?",
    "U São Paulo é certificada?\n U e Recife?\n = Recife é certificada?",
    "U is toronto certified?\n U and Winnipeg?\n = Is Winnipeg certified?",
    """U ¿Cuántos criterios se necesitan para oro?
       U ¿y para platino?
       = ¿Cuántos criterios se necesitan para platino?""",
    "U temos 33 critérios\n U isso é ouro?\n = 33 critérios são ouro?",
    """U Temos 31 critérios. Qual é o nível?
       U e se perdermos dois?
       U e quantos faltam então para ouro?
       = Quantos critérios faltam para ouro com 29 critérios?""",
]

OTHER_SLOTS = [
    "U what is DM6?\nU and the next one?\n = What does DM7 ask?",
    "U what does RDC2 say?\nU and the sixth one there\n = What does RDC6 ask?",
    "U what is LC4?\nU what's the first one in that area?\n = What does LC1 ask?",
    """U ¿Qué pide OD2?
       U ¿y el último de esa área?
       = ¿Qué pide OD4?""",
    """U O que pede o critério DM1?
       U e o terceiro?
       = O que pede DM3?""",
    """U How many towns had sent in papers by June 2023?
       U and around 2019?
       = How many towns had sent in papers around 2019?""",
    """U What does the Test Unit do in Boise?
       A The Test Unit is a team in Boise, Idaho, that tries out letters, for example on fines [1].
       U has Recife anything of that kind?
       = Has Recife something that tries out letters?""",
    "U how many cities were certified in 2019?\nU and today\n = How many cities are certified?",
    """U is Charleston certified?
       U sorry, I meant the West Virginia one
       = Is Charleston, West Virginia certified?""",
    """U ¿Qué nivel tiene Córdoba?
       U me refería a la de España
       = ¿Qué nivel tiene Córdoba, España?""",
    """U Which was the first city in Mexico?
       U has any other joined since?
       = Which cities in Mexico are certified?""",
    """U ¿Cuál fue la primera ciudad de Chile certificada?
       U ¿se han sumado otras desde entonces?
       = ¿Qué ciudades de Chile están certificadas?""",
    """U ¿Qué ciudad de Brasil fue la primera en ser oro?
       U ¿y las de plata?
       = ¿Qué ciudades de Brasil son plata?""",
    """U which cities were new in Feb 2025?
       U how many of them were in Canada?
       = How many new cities in Canada were certified in February 2025?""",
    """U Could a town in Peru have joined in 2019?
       U and can it now?
       = Could a town in Peru have joined?""",
    """U Could a town in Chile take part in 2019?
       U and one of 12,000 people today?
       = Could a town in Chile take part (12,000)?""",
    "U What level does Phoenix hold?\nU and its neighbour Tempe?\n = What level does Tempe hold?",
    "U What is the population of Boise?\nU how much is its bond?\n = How much is Boise's bond?",
    "U what does DM8 ask for\n U and DM9?\n = What does DM9 ask for",
    """U How many criteria does Data Management have?
       U and Open Data?
       = How many criteria does Open Data have?""",
    """U What's RDC5 about?
       U how many criteria are there in that area
       = How many criteria are there in Results-Driven Contracting""",
    """U Can a Canadian town of 25,000 take part?
       U and with 40,000?
       = Can a Canadian town of 40,000 take part?""",
    """U can a us city with 50,000 people join
       U what about one in Spain, same size?
       = Can a city in Spain with 50,000 people join""",
    """U Can a city of 20,000 in Texas take part?
       U why not?
       = Why can't a city of 20,000 in Texas take part?""",
    """U ¿Puede participar una ciudad de Perú con 60 mil habitantes?
       U ¿y una de Portugal?
       = ¿Puede participar una ciudad de Portugal con 60 mil habitantes?""",
    """U Monterrey's participatory budget: how much money was in it in 2022?
       U and the year after?
       = Monterrey's participatory budget: how much money was in it in 2023?""",
    """U how did the gold threshold change in 2022?
       U what about the number of criteria
       = How did the number of criteria change in 2022?""",
]

DOCUMENTS = [
    """U How big was the water bond in Boise?
       U how many people voted for it?
       = How many people voted for the water bond in Boise?""",
    """U what level does boise hold?
       U what did it do about water?
       U when does that plant open?
       = When does that plant open in Boise (water)?""",
    """U What is FloodStat in Charleston?
       U what does it cost the city per year?
       = What does FloodStat in Charleston cost the city per year?""",
    """U What did the eviction help in Boulder change?
       U when?
       = When did the eviction help in Boulder change?""",
    """U How much did homicides in Newark fall?
       U why?
       = Why did homicides in Newark fall?""",
    """U What did Durham do with its data?
       U how many people did that help
       = How many people did that help in Durham?""",
    """U what is the certification community
       A It is open to all [1].
       U thanks!
       U can we be in it without a certificate?
       = Can we be in the certification community without a certificate?""",
    """U ¿Qué hizo Bogotá por la movilidad?
       U más ejemplos
       = Más sobre Bogotá movilidad""",
    """U O que Recife fez contra a violência?
       U quanto custou?
       = Quanto custou em Recife (violência)?""",
]

OTHER_LANGUAGE = [
    "U What level does Boise hold?\n U ¿y Recife?\n = ¿Qué nivel tiene Recife?",
    "U What level does Boise hold?\n U e o Recife?\n = Qual é o nível de Recife?",
    "U ¿Qué nivel tiene Recife?\n U what about Boise?\n = What level does Boise hold?",
    """U Which Mexican cities are certified?
       U ¿y de Chile?
       = ¿Qué ciudades de Chile están certificadas?""",
    "U we pass 33\n U ¿y para oro?\n = ¿Cuántos criterios faltan para oro con 33 criterios?",
]


IN_ROWS = """
    U Which cities in California are gold?
    A The documents name **4** cities at gold in California:
    - **January 2018**: Los Angeles [1]
    - **23 January 2024**: San Jose and San Francisco [2][3]
    - **17 June 2024**: Carlsbad [4]
"""

SEVERAL = [
    f"""{IN_ROWS}
       U since when has the third one been gold?
       = Since when has San Francisco been gold?""",
    f"""{IN_ROWS}
       U when did the second one get it?
       A San Jose, California, got **gold** on 23 January 2024 [1].
       U which of these is the newest?
       = Which city in California was the latest to become gold?""",
    f"""{IN_ROWS}
       U and platinum there?
       = Which cities in California are platinum?""",
    """U who else did something against floods?
       A Three cities in the documents worked: Charleston, Luján de Cuyo and Miami [1].
       U what level are they?
       = What level do Charleston, Luján de Cuyo and Miami hold?""",
    """U compare Monterrey and Recife
       A Residents vote in Monterrey (Mexico), and are asked in Boise and Boulder [1].
       U which of them has the higher level?
       = What level do Monterrey and Recife hold?""",
    """U what did Recife do about violence
       A Violence in Recife fell by 15 % [1].
       U and Cali?
       A Cali aimed its programmes with data [1].
       U which of them has the better level?
       = What level do Recife and Cali hold?""",
    """U who is silver in Washington state?
       A - **January 2018**: Seattle [1]
       - **14 July 2021**: Bellevue [2]
       U any of them platinum?
       = Who is platinum in Washington state?""",
    """U ¿qué ciudades entraron en junio de 2024?
       U ¿y fuera de Estados Unidos?
       = ¿Qué ciudades nuevas fuera de Estados Unidos fueron certificadas en junio de 2024?""",
    """U how many cities were certified in June 2024?
       A **83** cities were certified as of 17 June 2024 [1].
       U which ones were new then?
       = Which new cities were certified in June 2024?""",
    """U how many cities were certified in June 2024?
       A **83** cities were certified as of 17 June 2024 [1].
       U any of them outside the US?
       = Which cities outside the United States were certified in June 2024?""",
    """U ¿qué ciudades son platino?
       U ¿y fuera de Estados Unidos?
       = ¿Qué ciudades fuera de Estados Unidos son platino?""",
    """U quais cidades são ouro?
       U e fora do Brasil?
       = Quais cidades fora do Brasil são ouro?""",
    """U tell me about RDC2
       A Criterion RDC2, outcome measurement in contracts, asks a city for metrics [1].
       U and what did cities do on that?
       = What did cities do on RDC2?""",
]

DOUBTS = [
    """U is Los Angeles platinum?
       A Los Angeles, California, holds **gold** [1].
       U are you sure?
       = Is Los Angeles platinum?""",
    """U ¿es Los Angeles platino?
       U ¿estás seguro?
       = ¿Es Los Angeles platino?""",
    """U Los Angeles é platina?
       U tem certeza?
       U onde diz isso?
       = Los Angeles é platina?""",
    """U who runs the programme
       A Results for America runs What Works Cities Certification [1].
       U and who pays for it?
       = Who pays for the programme?""",
]

UNLISTED = [
    """U Is Boise certified?
       U And Salt Lake City?
       A The documents name no certification of Salt Lake City [1].
       U Reno?
       = Is Reno certified?""",
    """U What level does Boise hold?
       U Equity?
       = Equity in Boise?""",
    """U qual o nível do Recife?
       U e de São Paulo?
       = Qual o nível do São Paulo?""",
    """U what level is Kansas City
       A Kansas City, Missouri, holds **gold** [1].
       U how about Kansas City, Kansas
       = What level does Kansas City, Kansas hold?""",
    """U qual o nível do Recife?
       U e de São Paulo?
       U e o Rio?
       = Qual o nível do Rio de Janeiro?""",
    """U what level is Kansas City?
       U Missouri
       = What level is Kansas City?""",
    """U ¿puede participar una ciudad de 35 mil habitantes?
       U ¿y si está en España?
       = ¿Puede participar una ciudad de 35 mil habitantes en España?""",
]

OF_LEVELS = [
    """U How many criteria are needed for gold?
       U and when there were 45?
       = How many criteria are needed for gold in the 2018 version?""",
    """U What percentage is silver?
       U And in the edition before, with the 45?
       = What percentage is needed for silver in the 2018 version?""",
    """U Quantos critérios são necessários para prata?
       U E na época dos 45 critérios?
       = Quantos critérios são necessários para prata na versão de 2018?""",
    """U What is criterion OD2 about?
       U and is there one on artificial intelligence?
       = Is there a criterion on artificial intelligence?""",
    """U ¿De qué trata DM5?
       U ¿y hay alguno sobre contratos?
       = ¿Hay algún criterio sobre contratos?""",
    """U How many criteria do we need for gold?
       U and the top one?
       = How many criteria are needed for platinum?""",
    """U ¿cuántos criterios para oro?
       U ¿y el más bajo?
       = ¿Cuántos criterios para plata?""",
    """U What level is Boise?
       A Boise, Idaho, holds **silver** [1].
       U what's the next level?
       = How many criteria are needed for gold?""",
    """U What level is Tempe?
       A Tempe, Arizona, holds **platinum** [1].
       U and the one above?
       = The one above in Tempe?""",
    """U How many criteria does platinum take?
       U has anyone reached it?
       = Which cities are platinum?""",
    """U How many criteria does gold take?
       U how many in Texas have that
       = How many cities in Texas are gold?""",
    """U ¿cuántos criterios para platino?
       U ¿alguien lo tiene?
       = ¿Qué ciudades son platino?""",
    """U What level is 70%?
       U and 50?
       = What level is 50 %?""",
    """U What level is 70%?
       U and 30 criteria?
       = What level is 30 criteria?""",
]

NAMED_FIRST = [
    """U is Glendale, California certified?
       A The documents name no certification of Glendale, California [1].
       U no no, the Arizona one. Since when?
       = Since when has Glendale been certified?""",
    """U Is Rochester certified?
       A Rochester may be in Minnesota or New York. Which one do you mean?
       U Sorry, Minnesota. How much did they win?
       = How much did Rochester, Minnesota win?""",
    """U is washington certified?
       U DC I mean
       = Is Washington, District of Columbia certified?""",
]

STANDING_FOR_OTHERS = [
    """U Which criterion is about a data inventory?
       A **DM2 – Comprehensive data inventory** (Data Management) [1].
       U And the one for private data?
       = Which criterion is for private data?""",
    """U Which criterion is about a data inventory?
       A **DM2 – Comprehensive data inventory** (Data Management) [1].
       U what about the one that covers algorithms?
       = Which criterion covers algorithms?""",
    """U ¿Qué criterio trata de la privacidad?
       A **DM5 – Privacidad y confidencialidad** [1].
       U ¿Y el de la calidad de los datos?
       = ¿Qué criterio trata de la calidad de los datos?""",
    """U Since when has Boulder been gold?
       A Boulder, Colorado, has held **gold** since 2025 [1].
       U Was any other city from that state certified before it?
       = Which city in Colorado was the first to be certified?""",
    """U What level is Boulder?
       A Boulder, Colorado, holds **gold** [1].
       U There's a second one in that state, right? Which rank has it got?
       = Which cities in Colorado are certified?""",
    """U Does Boise have a recycled water plant?
       A Boise, Idaho, plans its first recycled-water plant for 2029 [1].
       U Did people like it? why
       = Did people like it in Boise (recycled water plant)? why?""",
    """U What did Deloitte look at in its 2021 study?
       A Deloitte asked city officials about their work with data [1].
       U and publishing open data, where did that stand before and after?
       = Publishing open data, where did that stand before and after (Deloitte look study)?""",
    """U How many ideas did people hand in for Monterrey's budget in 2022?
       A In Monterrey's first edition, 161 of 265 proposals were feasible [1].
       U How many of them were built?
       = How many of them were built in Monterrey (ideas hand budget 2022)?""",
    """U who runs it day to day
       U who does latin america
       = Who runs it day to day in latin america?""",
    """U who runs it day to day
       U and who is it in Brazil
       = Who runs it day to day in Brazil?""",
    """U What does EVAL1 want from a city?
       U and number 2?
       = What does EVAL2 ask?""",
    """U What does EVAL1 want from a city?
       U and the one after?
       = What does EVAL2 ask?""",
    """U When is the next round?
       U and the last one?
       = When is the last round?""",
    """U what changed in 2022?
       U how many criteria were there before
       = How many criteria were in the previous version?""",
    """U what happened in the june 2024 round
       U how many from latin america
       = How many cities in Latin America were certified june 2024?""",
    """U Compare Boise and Boulder
       U which was first certified?
       = Which was certified first, Boise or Boulder?""",
    """U Compare Rio and Niterói
       U both gold?
       = Are Rio de Janeiro and Niterói gold?""",
    """U does Tempe hold platinum
       A Tempe, Arizona, holds **platinum** [1].
       U and Phoenix since when
       = Since when has Phoenix been platinum?""",
    """U can our town of 41,000 in Ohio take part?
       U what would we get out of it
       = What would we get out of the programme""",
    """U How many datasets does Medellín have?
       U who has the most
       = Who has the most (datasets)?""",
    """U What does the data lab do in Boise?
       U what else does the city do
       = What else has Boise done?""",
    """U I heard Kansas City passed a law about data.
       U when?
       = When in Kansas City (heard passed law)?""",
    """U Who built the equity budget in Recife?
       U and Equity?
       = Equity in Recife (built budget)?""",
    """U What is the ordinance of Kansas City?
       U does Boise have one too?
       = Does Boise have ordinance too?""",
    """U I'm from Buenos Aires
       U are we in?
       = Is Buenos Aires certified?""",
    """U Did Memphis do something for animals?
       U what numbers
       = What numbers in Memphis (animals)?""",
    """U ¿qué ciudades mexicanas participan?
       A - **Plata**: Monterrey y San Pedro Garza García [1]
       U ¿la primera cuál fue?
       = ¿Cuál se certificó primero, Monterrey o San Pedro Garza García?""",
    """U Where did Recife get the idea for its centres?
       A Recife took the idea for its centres from Medellín, Colombia [1].
       U And what level is that city?
       = What level is Medellín?""",
    """U ¿Qué es la app VeDi?
       A Los documentos, que están en inglés, dicen:
       A Córdoba's VeDi is an app of the city in Argentina [1].
       U ¿y de qué nivel es la ciudad?
       = ¿De qué nivel es Córdoba, Argentina?""",
    """U O que é Vision Zero em Tempe?
       U e qual é o nível da cidade?
       = Qual é o nível de Tempe?""",
    """U Which cities joined in December 2021?
       A - **New, silver**: Long Beach and Salinas [1]
       U what did the second do?
       = What did Salinas do?""",
    """U Which cities in Mexico are certified?
       A - **Silver**: Monterrey; San Pedro Garza García [1]
       U and the second one, what did it do?
       = What did San Pedro Garza García do?""",
    """U ¿Pueden participar ciudades de Chile?
       U ¿cuáles ya están?
       = ¿Qué ciudades de Chile están certificadas?""",
    """U What level does Fort Worth hold?
       A The certification of Fort Worth, Texas, is **not confirmed** [1].
       U why isn't it on the list?
       = Why isn't Fort Worth certified?""",
    """U Territórios Sociais do Rio de Janeiro atende quantas famílias?
       U quem administra o programa?
       = Quem administra o programa em Rio de Janeiro (Territórios Sociais atende famílias)?""",
    """U What's criterion DM5 about?
       U how many of those are there in total?
       = How many criteria does Data Management have?""",
    """U How many criteria are needed for gold?
       U what percentage is that?
       = What percentage is needed for gold?""",
    """U What if we add 2 to our 28 criteria?
       U what if we lose four of those again?
       = What if we lose 4 of our 30 criteria?""",
    """U What level is 70 % in the 2018 version?
       U out of how many criteria is that?
       = How many criteria are there in total in the 2018 version?""",
    """U ¿Qué nivel es 70 % en la versión de 2018?
       U ¿y de cuántos criterios era eso?
       = ¿Cuántos criterios hay en total en la versión de 2018?""",
    """U What level is 31 criteria in the 2018 version?
       U and today?
       = What level is 31 criteria?""",
    """U What did Polco say about open data?
       U Who did they ask?
       = Who did Polco ask?""",
    """U How many people joined Buffalo's DataLab?
       U What was taught in it?
       = What was taught in Buffalo's DataLab?""",
    """U What are Port St. Lucie's three plans?
       U How much is it for the three together?
       = How much is Port St. Lucie's three plans for the three together?""",
    """U Which criteria are about contracts?
       A They are two:
         - **RDC1** – Goals for key procurements [2]
         - **RDC2** – Outcome measurement in contracts [3]
       U and any on privacy?
       = Which criteria are about privacy?""",
    """U ¿Qué criterios tratan sobre contratos?
       A Son dos:
         - **RDC1** – Objetivos de las contrataciones clave [2]
         - **RDC2** – Medición de resultados en los contratos [3]
       U ¿y sobre privacidad?
       = ¿Qué criterios tratan sobre privacidad?""",
    """U Which practice areas are there?
       U and the two smallest?
       = Which practice area has the fewest criteria?""",
    """U ¿Qué áreas de práctica hay?
       U ¿y cuál es la más grande?
       = ¿Qué área de práctica tiene más criterios?""",
    """U Which cities are at gold?
       A The documents name 2 cities at gold: Boise and Cambridge.
       U is Miami one of them?
       = Is Miami gold?""",
    """U Which cities are certified in Colorado?
       A The documents name 2: Boulder and Denver.
       U is Boise one of them?
       = What level does Boise hold?""",
    """U What did Newark do about crime?
       A Newark, New Jersey, has an office for violence prevention [1].
       U so how many shootings were there
       = How many shootings were there in Newark (crime)?""",
    """U Can a Chilean city take part?
       U who do we write to there?
       = Who do we write to in Chile?""",
    """U which cities are at gold
       A Two: **Boston** and **Mesa** [1].
       U what was Phoenix before that?
       = What level did Phoenix hold before gold?""",
    """U which cities are at gold
       A Two: **Boston** and **Mesa** [1].
       U what was Phoenix before that?
       U no, I meant Boston
       = What level did Boston hold before gold?""",
    """U ¿Qué nivel tenía Boston antes de oro?
       U ¿y Phoenix?
       = ¿Qué nivel tenía Phoenix antes de oro?""",
    """U How many cities are certified?
       A **104** cities were certified as of 26 February 2025 [1].
       U and two years before?
       = How many cities were certified as of 26 February 2023?""",
    """U quantas cidades são certificadas?
       A **104** cidades estavam certificadas em 26 de fevereiro de 2025 [1].
       U e um ano antes?
       = Quantas cidades eram certificadas até 26 de fevereiro de 2024?""",
    """U How many cities are certified?
       A **104** cities were certified as of 26 February 2025 [1].
       U and how many were rejected last time?
       = How many cities were rejected last time?""",
    """U ¿Cuántas ciudades están certificadas?
       U ¿y cuántas se postularon?
       = ¿Cuántas ciudades se postularon?""",
    """U which cities are in Canada?
       A - **Silver**: Hamilton and Winnipeg [1]
       U ok back to Spanish, what level is the second of them?
       = What level does Winnipeg hold?""",
    """U can we rise to the next level?
       A A city can: Phoenix, Arizona, went from silver to gold in 2021 [1].
       U who did it the quickest?
       = Who moved up quickest?""",
    """U What level does Boise hold?
       U and who didn't make it?
       = Which cities applied and failed?""",
    """U ¿podemos subir de nivel?
       A Sí: Phoenix, Arizona, pasó de plata a oro en 2021 [1].
       U ¿y quiénes quedaron fuera?
       = ¿Qué ciudades se postularon y no lo lograron?""",
    """U What did Cali do about violence?
       U is that in Peru?
       = Does Cali lie in Peru?""",
    """U What does Issaquah do about homelessness?
       A Issaquah, Washington, counts its contacts [1].
       U is that in DC?
       = Does Issaquah lie in the District of Columbia?""",
    """U O que Niterói fez contra a violência?
       U isso fica na Argentina?
       = Niterói fica na Argentina?""",
    """U who's the director?
       U since when?
       = Since when is the director?""",
    """U can we move up?
       A A city can: Phoenix, Arizona, went from silver to gold in 2021 [1].
       U what does it cost?
       = What does it cost (move)?""",
    """U who's in charge of the awards now
       U and before her?
       = Before her (charge awards)?""",
]


@pytest.mark.parametrize(
    "text",
    [
        *PLACES,
        *REWORDED,
        *ASKED_BACK,
        *LISTS,
        *RECKONINGS,
        *OTHER_SLOTS,
        *DOCUMENTS,
        *OTHER_LANGUAGE,
        *SEVERAL,
        *DOUBTS,
        *UNLISTED,
        *OF_LEVELS,
        *NAMED_FIRST,
        *STANDING_FOR_OTHERS,
    ],
)
def test_what_a_follow_up_lacks_comes_from_the_conversation(
    condenser: Condenser, text: str
) -> None:
    history, question, expected = conversation(text)

    condensed = condenser.condense(question, history)

    assert condensed.text == expected
    assert condensed.leans


AFTER_A_CITY = [
    "thanks!",
    "33 of 43",
    "who's platinum?",
    "how many criteria for gold?",
    "What criteria determine platinum level?",
    "what is the certification?",
    "who can apply?",
    "what does it take to get platinum?",
    "is it possible to appeal?",
    "Does the committee have its own budget?",
    "Can I build a model and how should I do that?",
    "How do cities use their data?",
    "which cities in Brazil are certified?",
    "is there another city in Idaho?",
    "does any other city work on evictions?",
    "¿hay otra ciudad que trabaje contra los desalojos?",
    "What did Boston do about heat, and did it work?",
    "ok. and who pays for this whole certification?",
    "And which cities are platinum?",
    "How is the weather in Paris?",
    "Which cities that used data for housing are gold?",
    "what does DM8 ask?",
    "How many criteria does the standard have?",
    "what are the thresholds?",
    "Sorry, what is a practice area?",
    "So how do we apply?",
    "When was the first city certified, and which was it?",
    "does a city lose its level if it fails a criterion?",
    "No. What is COMPAZ?",
    "¿y la de Mendoza qué hizo?",
    "¿Qué ciudades son platino?",
    "gracias",
    "¿qué es la certificación?",
    "¿está abierta la convocatoria a ciudades de Chile?",
    "quantos critérios para ouro?",
    "Quem financia a certificação?",
    "obrigado",
    "Como as cidades usam seus dados?",
]


@pytest.mark.parametrize("question", AFTER_A_CITY)
@pytest.mark.parametrize(
    "before", ["What level does Boise hold?", "What did the eviction help in Boulder change?"]
)
def test_a_question_that_lacks_nothing_carries_nothing_over(
    condenser: Condenser, before: str, question: str
) -> None:
    history = [
        Turn(role="user", content=before),
        Turn(role="assistant", content="Boise, Idaho, holds silver [1]."),
    ]

    assert condenser.condense(question, history).text == question


AFTER_A_RECKONING = [
    "what did Boston do about heat?",
    "which cities are gold?",
    "how many criteria does Data Management have?",
    "What level does Boise hold?",
    "Why do cities want gold?",
    "we meet 27",
    "what are the thresholds for each level?",
    "¿Qué nivel tiene Recife?",
    "Quantas cidades são ouro?",
    "and how many cities are gold?",
]


def test_that_programme_is_the_certification_after_a_level(condenser: Condenser) -> None:
    history = [
        Turn(role="user", content="¿Qué nivel tiene Cali?"),
        Turn(role="assistant", content="Cali, Colombia, fue certificada en 2026 [1]."),
    ]
    asked = "¿Quién paga ese programa?"
    assert condenser.condense(asked, history).text == asked


@pytest.mark.parametrize("question", AFTER_A_RECKONING)
def test_a_question_on_something_else_leaves_the_reckoning(
    condenser: Condenser, question: str
) -> None:
    history = [
        Turn(role="user", content="we pass 33"),
        Turn(role="assistant", content="**Gold.** 33 of 43 criteria is 76.7 % [1]."),
    ]

    assert condenser.condense(question, history).text == question


@pytest.mark.parametrize("question", ["and platinum?", "since when?", "it", "the first one", ""])
def test_without_a_history_a_turn_is_taken_as_it_is(condenser: Condenser, question: str) -> None:
    assert condenser.condense(question, []).text == question


def test_a_courtesy_in_between_changes_nothing(condenser: Condenser) -> None:
    asked = Turn(role="user", content="What level does Boise hold?")
    thanks = [Turn(role="user", content="thanks a lot!"), Turn(role="assistant", content="Sure.")]

    alone = condenser.condense("since when?", [asked])

    assert condenser.condense("since when?", [asked, *thanks]).text == alone.text


def test_what_was_said_before_is_given_to_the_search() -> None:
    history = [
        Turn(role="user", content="What is a tidal barrage?"),
        Turn(role="assistant", content="A dam across an estuary."),
    ]

    condensed = Condenser().condense("Which countries have built one?", history)

    assert condensed.text == "Which countries have built one?"
    assert condensed.context == "What is a tidal barrage? A dam across an estuary."


@pytest.mark.parametrize(
    ("question", "on_told"),
    [
        ("how many joined", "How many joined in Boise (scheme pipes)?"),
        ("¿quién eligió las calles?", "¿Quién eligió las calles en Boise (scheme pipes)?"),
        ("who worded the contract", "Who worded the contract in Boise (scheme pipes)?"),
        ("what does TIDEeye show", ""),
        ("who was simone brody", ""),
        ("which places mapped their trees", ""),
        ("who has done something about floods", ""),
        ("who funds all this", ""),
        ("who came up with the seal", ""),
        ("¿quién entrega el sello?", ""),
        ("how many were certified last year", ""),
        ("how many criteria are there", ""),
    ],
)
def test_a_turn_without_a_subject_may_be_on_what_was_told(
    condenser: Condenser, question: str, on_told: str
) -> None:
    history = [
        Turn(role="user", content="What is the scheme on pipes in Boise?"),
        Turn(role="assistant", content="Boise, Idaho, mends pipes before they break [1]."),
    ]

    assert condenser.condense(question, history).on_told == on_told


def test_after_talk_of_the_programme_a_turn_is_on_no_place(condenser: Condenser) -> None:
    history = [
        Turn(role="user", content="Which practice area is about meetings?"),
        Turn(role="assistant", content="Performance and Analytics asks for meetings [1]."),
    ]
    assert not condenser.condense("Whose cash keeps the scheme going?", history).on_told


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        (
            "Who was Mary Anning?",
            "where did she live?",
            "Where did Mary Anning live?",
        ),
        (
            "How many film versions of Hamlet are there?",
            "What about Macbeth?",
            "How many film versions of Macbeth are there?",
        ),
        ("What is a tidal barrage?", "What is a heat pump?", "What is a heat pump?"),
    ],
)
def test_no_records_are_needed(before: str, question: str, expected: str) -> None:
    history = [Turn(role="user", content=before), Turn(role="assistant", content="Yes.")]

    assert Condenser().condense(question, history).text == expected


def test_a_long_conversation_takes_little_time() -> None:
    asked = "And what did that city do about housing, water and its participatory budget in 2021?"
    answer = "- **Charleston, South Carolina**: FloodStat [1].\n- **Miami, Florida**: an app [2]."
    history = [Turn(role="user", content="who's platinum?")]
    for _ in range(30):
        history += [
            Turn(role="user", content=asked),
            Turn(role="assistant", content=answer * 3),
        ]
    records = read_records(Settings().programme / "records")
    new = [Condenser(records.cities, records.standard) for _ in range(4)]

    best = min(_seconds(condenser, asked, history) for condenser in new)

    assert best < 0.05


def _seconds(condenser: Condenser, question: str, history: list[Turn]) -> float:
    start = time.process_time()
    condenser.condense(question, history)
    return time.process_time() - start
