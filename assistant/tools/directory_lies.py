"""Whether a city lies in a state or country: 'does Issaquah lie in Texas?', 'is Cali in Peru?'."""

import re

from assistant.answers import Draft
from assistant.geography import find_areas
from assistant.tools.directory import standing
from assistant.tools.directory_places import Places
from assistant.tools.directory_question import DirectoryQuestion
from assistant.tools.directory_texts import country_name, within
from assistant.tools.directory_voice import Voice

_ASKS = re.compile(
    r"\W*(?:(?:does|did) (?P<en>.+?) (?:lie|sit)|is (?P<en_is>.+?)(?: (?:located|situated))?) in"
    r" (?:the (?:us )?(?:state|country|province) of )?(?:the )?(?P<en_in>.+?)\W*"
    r"|\W*(?:queda|est[aá]|se encuentra) (?P<es>.+?)(?: ubicad[oa])? en (?P<es_in>.+?)\W*"
    r"|\W*(?P<romance>.+?) (?:queda|fica|est[aá]|se encuentra) (?:en|em|n[oa]s?) (?P<pt_in>.+?)\W*",
    re.IGNORECASE,
)


def read_whereabouts(text: str, places: Places) -> DirectoryQuestion | None:
    """The question whether one city lies in an area; None if it is another.

    'Is Glendale in California?' may mean one that the directory lacks, and so is none.
    """
    found = _ASKS.fullmatch(text)
    if not found:
        return None
    city, area = (next(filter(None, map(found.group, names))) for names in (_CITIES, _AREAS))
    named = places.find(city)
    codes = [own.code for own in find_areas(area) if own.end - own.start == len(area)]
    one = len(named) == 1 and len(named[0].cities) == 1 and named[0].name == city
    if not one or len(codes) != 1 or named[0].area:
        return None
    (id_,) = named[0].cities
    if found["en_is"] and not places.is_inside(id_, codes[0]):
        return None
    return DirectoryQuestion("lies", cities=(id_,), areas=tuple(codes))


_CITIES = ("en", "en_is", "es", "romance")
_AREAS = ("en_in", "es_in", "pt_in")


def speak_of_whereabouts(voice: Voice) -> Draft:
    """Yes or no, and where the city lies."""
    (city,) = voice.directory.cities(voice.asked.cities)
    places = voice.directory.places
    inside = places.is_inside(city.id, voice.asked.areas[0])
    where = within(places.area_of[city.id], voice.language)
    if city.state:
        if places.is_ambiguous(city.state):  # Issaquah's Washington is no city
            where = voice.fragment("state", area=where)
        where = f"{where}, {country_name(city, voice.language)}"
    told = voice.fragment("lies", city=city.name, where=where)
    held = standing(city).held if city.awards else None
    proof = held.award.evidence if held else city.evidence
    text = f"{voice.say('yes' if inside else 'no')}{told}"
    return voice.draft(
        "answered",
        [voice.sentence(text, [proof] if proof else [])],
        {"city": city.name, "state": city.state, "country": city.country},
    )
