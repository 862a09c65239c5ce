"""Large cities of the world and the countries they are in, for places the programme does not list.

From CLDR, which names a city for every time zone in every language, and a short list of others.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from assistant.answers import Language
from assistant.area_names import REGIONS
from assistant.folding import fold
from index.lexicon import words

_OTHERS: Mapping[str, str] = {
    "ES": "Barcelona, Sevilla, Seville, Bilbao, Zaragoza, Málaga",
    "PT": "Porto, Oporto, Braga, Coimbra",
    "FR": "Lyon, Marseille, Marsella, Toulouse, Bordeaux, Nantes, Lille",
    "DE": "Munich, München, Hamburg, Hamburgo, Cologne, Köln, Colonia, Frankfurt, Stuttgart",
    "IT": "Milan, Milano, Milán, Milão, Turin, Torino, Florence, Bologna, Venice, Venecia, Veneza",
    "GB": "Manchester, Liverpool, Leeds, Bristol, Edinburgh, Edimburgo, Glasgow, Cardiff",
    "NL": "Rotterdam, Utrecht, The Hague, La Haya, Haia",
    "BE": "Antwerp, Ghent, Bruges",
    "CH": "Geneva, Ginebra, Genebra, Basel, Bern",
    "PL": "Krakow, Cracovia, Gdansk",
    "IN": "Delhi, New Delhi, Nueva Delhi, Nova Delhi, Mumbai, Bangalore, Bengaluru, Chennai",
    "CN": "Beijing, Pekín, Pequim, Shenzhen, Guangzhou",
    "JP": "Osaka, Kyoto, Kioto, Quioto, Yokohama",
    "ZA": "Cape Town, Ciudad del Cabo, Cidade do Cabo, Durban, Pretoria",
    "IL": "Tel Aviv",
    "AU": "Canberra",
    "CA": "Montreal, Ottawa, Calgary",
    "MX": "Guadalajara, Puebla, León",
    "BR": "Brasília, Curitiba, Belo Horizonte, Campinas, Goiânia",
    "EC": "Quito, Cuenca",
    "PE": "Arequipa, Cusco, Cuzco, Trujillo",
    "CO": "Barranquilla, Bucaramanga, Cartagena",
    "CL": "Valparaíso, Viña del Mar, Concepción",
    "AR": "Rosario, La Plata",
    "BO": "Santa Cruz de la Sierra, Cochabamba",
}
_UNFIT = frozenset(
    "ama oral male wake center easter nome troll davis casey reunion metro knox marengo".split()
)
_MOST_WORDS = 4


def country_of_city(text: str) -> tuple[str, str] | None:
    """The first large city that a text names, as written there, and its country's code."""
    found = list(re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text))
    for at in range(len(found)):
        for length in range(min(_MOST_WORDS, len(found) - at), 0, -1):
            name = text[found[at].start() : found[at + length - 1].end()]
            if country := _cities().get(_key(name)):
                return _capitalised(name), country
    return None


def _capitalised(name: str) -> str:
    return name if name != name.lower() else name.title()


def _key(name: str) -> str:
    return " ".join(fold(word) for word in words(name))


@lru_cache(maxsize=1)
def _cities() -> Mapping[str, str]:
    """Countries of cities by the folded name."""
    countries = set(" ".join(REGIONS.values()).split())
    found: dict[str, str] = {}
    languages: Sequence[Language] = ("en", "es", "pt")
    zones: Mapping[str, str] = get_global("zone_territories")
    for zone, country in zones.items():
        if country not in countries or "/" not in zone:
            continue
        found[_key(zone.rpartition("/")[2].replace("_", " "))] = country
        for language in languages:
            if local := Locale(language).time_zones.get(zone, {}).get("city"):
                found[_key(local)] = country
    found = {name: country for name, country in found.items() if name not in _UNFIT}
    for country, names in _OTHERS.items():
        found.update((_key(name), country) for name in names.split(", "))
    return found
