"""How the questions that records can answer are worded in the three languages.

Which of them are asked of which record is left to `record_questions`. Places and practice areas
keep the names they have in the records; topics are the documents' own, said as a reader would.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from babel.dates import format_skeleton

from assistant.answers import Language
from assistant.geography import area_name
from assistant.tools.level_names import level_words
from corpus.records import Standard

Template = Literal[
    "area_criteria",
    "at_level",
    "certified_then",
    "city_level",
    "city_since",
    "city_topic",
    "country_eligible",
    "country_cities",
    "country_count",
    "criterion",
    "criteria_missing",
    "level_needs",
    "level_of_count",
    "min_population",
    "old_standard",
    "population_eligible",
    "thresholds",
    "topic_cities",
    "total_now",
    "total_then",
]

WORDINGS: Mapping[Template, Mapping[Language, str]] = {
    "area_criteria": {
        "en": "Which criteria belong to {area}?",
        "es": "¿Qué criterios tiene el área {area}?",
        "pt": "Quais critérios fazem parte da área {area}?",
    },
    "at_level": {
        "en": "Which cities are {level}?",
        "es": "¿Qué ciudades tienen el nivel {level}?",
        "pt": "Quais cidades têm o nível {level}?",
    },
    "certified_then": {
        "en": "Which cities were certified in {month}?",
        "es": "¿Qué ciudades se certificaron en {month}?",
        "pt": "Quais cidades foram certificadas em {month}?",
    },
    "city_level": {
        "en": "Which level does {city} have?",
        "es": "¿Qué nivel tiene {city}?",
        "pt": "Qual é o nível de {city}?",
    },
    "city_since": {
        "en": "Since when has {city} been certified?",
        "es": "¿Desde cuándo está certificada {city}?",
        "pt": "Desde quando {city} é certificada?",
    },
    "city_topic": {
        "en": "What has {city} done with data on {topic}?",
        "es": "¿Qué ha hecho {city} con datos en materia de {topic}?",
        "pt": "O que {city} fez com dados na área de {topic}?",
    },
    "country_eligible": {
        "en": "Can a city {country} apply for the certification?",
        "es": "¿Puede una ciudad {country} solicitar la certificación?",
        "pt": "Uma cidade {country} pode se candidatar à certificação?",
    },
    "country_cities": {
        "en": "Which cities {country} are certified?",
        "es": "¿Qué ciudades {country} están certificadas?",
        "pt": "Quais cidades {country} são certificadas?",
    },
    "country_count": {
        "en": "How many cities {country} are certified?",
        "es": "¿Cuántas ciudades {country} están certificadas?",
        "pt": "Quantas cidades {country} são certificadas?",
    },
    "criterion": {
        "en": "What does criterion {criterion} ask for?",
        "es": "¿Qué pide el criterio {criterion}?",
        "pt": "O que pede o critério {criterion}?",
    },
    "criteria_missing": {
        "en": "We {have} {met} {units}. How many are we missing for {level}?",
        "es": "{have} {met} {units}. ¿Cuántos nos faltan para {level}?",
        "pt": "{have} {met} {units}. Quantos faltam para {level}?",
    },
    "level_needs": {
        "en": "How many {units} are needed for {level}?",
        "es": "¿Cuántos {units} hacen falta para el nivel {level}?",
        "pt": "Quantos {units} são necessários para o nível {level}?",
    },
    "level_of_count": {
        "en": "Which level is {met} of {criteria} {units}?",
        "es": "¿Qué nivel son {met} de {criteria} {units}?",
        "pt": "Que nível são {met} de {criteria} {units}?",
    },
    "min_population": {
        "en": "How many inhabitants must a city have to take part?",
        "es": "¿Cuántos habitantes debe tener una ciudad para participar?",
        "pt": "Quantos habitantes uma cidade precisa ter para participar?",
    },
    "old_standard": {
        "en": "How many {units} did {level} need in the {year} version of the standard?",
        "es": "¿Cuántos {units} hacían falta para {level} en la versión de {year}?",
        "pt": "Quantos {units} eram necessários para {level} na versão de {year}?",
    },
    "population_eligible": {
        "en": "Can a city with {people} inhabitants take part?",
        "es": "¿Puede participar una ciudad de {people} habitantes?",
        "pt": "Uma cidade de {people} habitantes pode participar?",
    },
    "thresholds": {
        "en": "What are the thresholds of each level?",
        "es": "¿Cuáles son los umbrales de cada nivel?",
        "pt": "Quais são os limiares de cada nível?",
    },
    "topic_cities": {
        "en": "Which cities used data on {topic}?",
        "es": "¿Qué ciudades usaron datos en materia de {topic}?",
        "pt": "Quais cidades usaram dados na área de {topic}?",
    },
    "total_now": {
        "en": "How many cities are certified?",
        "es": "¿Cuántas ciudades están certificadas?",
        "pt": "Quantas cidades são certificadas?",
    },
    "total_then": {
        "en": "How many cities were certified in {month}?",
        "es": "¿Cuántas ciudades estaban certificadas en {month}?",
        "pt": "Quantas cidades eram certificadas em {month}?",
    },
}
"""A question by what it asks; the slots are filled by `worded`."""

TOPICS: Mapping[str, Mapping[Language, str]] = {
    "air quality": {"en": "air quality", "es": "calidad del aire", "pt": "qualidade do ar"},
    "animal welfare": {"en": "animal welfare", "es": "bienestar animal", "pt": "bem-estar animal"},
    "artificial intelligence": {
        "en": "artificial intelligence",
        "es": "inteligencia artificial",
        "pt": "inteligência artificial",
    },
    "behavioural science": {
        "en": "behavioural science",
        "es": "ciencia del comportamiento",
        "pt": "ciência comportamental",
    },
    "budget": {"en": "budgets", "es": "presupuesto", "pt": "orçamento"},
    "climate": {"en": "climate", "es": "clima", "pt": "clima"},
    "community safety": {
        "en": "community safety",
        "es": "seguridad ciudadana",
        "pt": "segurança",
    },
    "contracting": {"en": "contracting", "es": "contratación", "pt": "contratações"},
    "data governance": {
        "en": "data governance",
        "es": "gobierno de datos",
        "pt": "governança de dados",
    },
    "digital services": {
        "en": "digital services",
        "es": "servicios digitales",
        "pt": "serviços digitais",
    },
    "economic development": {
        "en": "economic development",
        "es": "desarrollo económico",
        "pt": "desenvolvimento econômico",
    },
    "education": {"en": "education", "es": "educación", "pt": "educação"},
    "equity": {"en": "equity", "es": "equidad", "pt": "equidade"},
    "flood risk": {"en": "flood risk", "es": "inundaciones", "pt": "inundações"},
    "health": {"en": "health", "es": "salud", "pt": "saúde"},
    "heat": {"en": "heat", "es": "calor extremo", "pt": "calor extremo"},
    "homelessness": {
        "en": "homelessness",
        "es": "personas sin hogar",
        "pt": "pessoas em situação de rua",
    },
    "housing": {"en": "housing", "es": "vivienda", "pt": "habitação"},
    "infrastructure": {"en": "infrastructure", "es": "infraestructura", "pt": "infraestrutura"},
    "justice": {"en": "justice", "es": "justicia", "pt": "justiça"},
    "mobility": {"en": "mobility", "es": "movilidad", "pt": "mobilidade"},
    "open data": {"en": "open data", "es": "datos abiertos", "pt": "dados abertos"},
    "participation": {
        "en": "participation",
        "es": "participación ciudadana",
        "pt": "participação cidadã",
    },
    "public space": {"en": "public space", "es": "espacio público", "pt": "espaço público"},
    "social policy": {"en": "social policy", "es": "política social", "pt": "política social"},
    "waste": {"en": "waste", "es": "residuos", "pt": "resíduos"},
    "water": {"en": "water", "es": "agua", "pt": "água"},
    "workforce": {"en": "the workforce", "es": "empleo", "pt": "emprego"},
    "youth": {"en": "young people", "es": "juventud", "pt": "juventude"},
}
"""Topics that a city can do something about, as the documents' front matter names them."""

# Portuguese countries without an article; the others are feminine if they end in -a.
_BARE = frozenset("Cuba Barbados Belize Honduras Dominica Granada".split()) | {
    "El Salvador", "Porto Rico", "Antígua e Barbuda", "São Cristóvão e Névis", "Santa Lúcia",
    "São Vicente e Granadinas", "Trinidad e Tobago",
}  # fmt: skip
_WITH_THE = frozenset({"United States", "Bahamas", "Dominican Republic"})


def worded(template: Template, language: Language, **slots: object) -> str:
    """A question of the template in the language, its slots filled."""
    return WORDINGS[template][language].format(**slots)


def level_name(level: str, language: Language, standard: Standard | None = None) -> str:
    """A level as the language calls it."""
    return level_words(level, language, standard).name


def counted_words(standard: Standard, language: Language) -> Mapping[str, str]:
    """The slots of what a standard counts: its words, and what one does with them."""
    unit = standard.unit_in(language)
    verb = _MEET if standard.unit == "criteria" else _HAVE
    return {"unit": unit.one, "units": unit.many, "have": verb[language]}


_MEET: Mapping[Language, str] = {"en": "meet", "es": "Cumplimos", "pt": "Atendemos"}
_HAVE: Mapping[Language, str] = {"en": "have", "es": "Tenemos", "pt": "Temos"}


def country_of(code: str, language: Language) -> str:
    """A country by its ISO 3166-1 code, with what comes before it in the question's slot."""
    name = area_name(code, language)
    if language == "en":
        return f"in the {name}" if name in _WITH_THE else f"in {name}"
    if language == "es" or name in _BARE:
        return f"de {name}"
    plural = "s" if name in {"Estados Unidos", "Bahamas"} else ""
    return f"{'da' if name.rstrip('s').endswith('a') else 'do'}{plural} {name}"


def month_name(date: str, language: Language) -> str:
    """The month of a date YYYY-MM or YYYY-MM-DD in words; the year alone for YYYY."""
    year, _, rest = date.partition("-")
    if not rest:
        return year
    first = dt.date(int(year), int(rest[:2]), 1)
    text: str = format_skeleton("yMMMM", first, locale=language)
    return text


def people(count: int, language: Language) -> str:
    """A number of people with its thousands parted as the language does."""
    return f"{count:,}" if language == "en" else f"{count:,}".replace(",", ".")
