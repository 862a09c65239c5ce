"""Another theme after a city or a list of cities: 'what about heat?', 'e moradia?'."""

import re
from collections.abc import Mapping

from assistant.answers import Language
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State
from assistant.dialogue.substitution import IN, with_ending
from assistant.dialogue.turns import Said
from assistant.dialogue.wording import SMALL, words_of
from assistant.tools.directory_texts import within

_THEMES = frozenset(
    """housing vivienda viviendas moradia moradias habitacao homelessness evictions desalojos
    despejos
    crime violence crimen violencia criminalidade homicides homicidios safety security seguridad
    seguranca police policing policia firefighters
    health healthcare salud saude hospitals hospitales hospitais mental
    education educacion educacao schools escuelas escolas childcare youth juventud juventude
    water agua sewage saneamiento saneamento waste trash garbage litter recycling residuos basura
    basuras lixo
    climate clima heat calor floods flooding flood inundaciones inundacoes enchentes drought sequia
    seca trees arboles arvores air aire contamination contaminacion pollution poluicao emissions
    energy energia parks parques
    traffic trafico transito mobility movilidad mobilidade transport transit transporte transportes
    roads streets potholes calles ruas buses
    jobs employment unemployment empleo desempleo emprego desemprego workforce poverty pobreza
    hunger hambre fome business businesses empresas tourism turismo taxes impuestos impostos
    budget budgets budgeting presupuesto presupuestos orcamento participation participacion
    participacao
    procurement contracts contracting contratacion contratos contratacoes
    equity equidad equidade inclusion inclusao racism racismo gender genero women mujeres mulheres
    immigration migration migracion migracao migrants migrantes
    privacy privacidad privacidade broadband internet ai robots drones drones""".split()
)
"""What a city may do something about, in one word."""
_AROUND = frozenset(
    """extreme quality public affordable mental open urban extremo calidad publica publico publicas
    qualidade urbana urbano the la el los las a o os as de do da about on with in for sobre en em
    no na del""".split()
)
_ARTICLE = re.compile(
    r"^\W*(?:(?:about|on|with|in|for|sobre|en|em|n[oa]s?|d[eoa]l?) )*"
    r"(?:(?:la|el|los|las|[ao]s?) )?",
    re.IGNORECASE,
)


def themed(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """What a theme alone asks: what the city spoken of did about it, or which cities did.

    Words of the questions before are on another theme.
    """
    if not is_theme(said):
        return None
    theme = said.text.strip(" ?!.¿¡,")
    theme = theme[_end(theme) :]
    same = said.language == state.language
    if state.gathering:
        whole = with_ending(state.gathering, theme) if same else None
        return _sought(whole, theme) or _USED_DATA[said.language].format("", theme)
    if state.inquiry and state.inquiry.cities:
        areas = state.inquiry.areas
        one = len(areas) == 1 and not state.inquiry.outside
        where = f" {within(areas[0], said.language)}" if one else ""
        return _USED_DATA[said.language].format(where, theme)
    if state.reckoning or len(state.places) != 1:
        return None
    if same and not state.inquiry and (whole := with_ending(state.question, theme)):
        return _sought(whole, theme)
    return f"{said.text.rstrip(' ?!.')} {IN[said.language]} {state.places[0]}?"


def is_theme(said: Said) -> bool:
    """Whether a turn that goes on names a theme and nothing else."""
    plain = set(said.plain)
    return said.joined and not said.slots and bool(plain & _THEMES) and plain <= _THEMES | _AROUND


def _sought(text: str | None, theme: str) -> str | None:
    """A question on a theme that one may be for as well as against."""
    for against, about in (("against", "about"), ("contra", "sobre")):
        text = text and text.replace(f"{against} {theme}", f"{about} {theme}")
    return text


def _end(text: str) -> int:
    found = _ARTICLE.match(text)
    return found.end() if found else 0


_USED_DATA: Mapping[Language, str] = {
    "en": "Which cities{} used data on {}?",
    "es": "¿Qué ciudades{} usaron datos sobre {}?",
    "pt": "Quais cidades{} usaram dados sobre {}?",
}
_GATHERS = re.compile(
    r"\W*(?:and |so |y |e )?(?:which|what|any|are there(?: any)?|who|que|cuales|hay|alguna?s?|quais"
    r"|ha|alguma?s?|quien(?:es)?|quem)\b(?:(?= (?:else )?(?:used?|uses|did|has|have|uso|usaron|hizo"
    r"|hicieron|usou|usaram|fez|fizeram)\b)|.*\b(?:cities|towns|city|ciudades|ciudad|cidades"
    r"|cidade)\b)"
)


def gathers(folded: str) -> bool:
    """Whether a question asks which cities did a thing."""
    told = [word.plain for word in words_of(folded)]
    return bool(_GATHERS.match(folded)) and not set(told) <= SMALL
