"""Times that are told by a revision of the rules: 'before the rules were rewritten in 2022'.

Each is put as the month in which that revision came into force, with 'before' or without, so that
whoever reads dates reads them too. A question that tells no such time stays as it is.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.tools.tier_words import MONTH_NUMBERS

_MONTHS: Mapping[int, str] = {number: name for name, number in list(MONTH_NUMBERS.items())[::-1]}
_MONTH = "|".join(MONTH_NUMBERS)

_BEFORE = (
    r"before|until|till|prior to|up to|ahead of|preceding|pre|antes (?:de (?:que|la|los?|las)|del?"
    r"|d[ao]s?|que)|previo a|hasta(?: que)?|ate(?: que)?|anterior a"
)
_SINCE = (
    r"after|since|following|once|despues (?:de (?:que|la|los?|las)|del?)|desde(?: que)?|tras"
    r"|depois (?:d[aeo]s?|que)|apos|una vez que|uma vez que"
)
_REVISED = (
    r"re ?-?writ\w+|re ?-?wrote|revis\w+|overhaul\w*|re ?-?work\w*|re ?-?did|re ?-?do(?:ne|ing)?"
    r"|reform\w*|re ?-?vamp\w*|re ?-?design\w*|re ?-?drew|re ?-?drawn|chang\w+|updat\w+"
    r"|moderni[sz]\w+"
    r"|re ?-?fresh\w*|replac\w+|re ?-?cast|reboot\w*|shake ?-?up|switch\w*"
    r"|redraft\w*|new (?:rules|standards?|version"
    r"|criteria|list|rulebook)(?: \w+)?|reescri\w+|rehici\w+|cambi\w+|actualiz\w+|modific\w+"
    r"|renov\w+|reescrev\w+|refiz\w+|reformul\w+|mud\w+|atualiz\w+|alter\w+|(?:nuevas|novas) reglas"
    r"|novas regras|nuev[oa] (?:estandar|version)|nov[oa] (?:padrao|versao)"
)
_RULES = (
    r"the|this|that|its?|they|all|big|last|latest|most|recent|great|major|standards?|rules?"
    r"|rulebooks?|criteria|criterion|thresholds?|bars?|levels?|bands?|tiers?|lists?|programmes?"
    r"|programs?|schemes?|systems?|frameworks?|versions?|requirements?|certification|was|were"
    r"|got|had|been|being|has|have|is|of|in|to|by|came|come|took|went|everything|things|someone|you|people"
    r"|el|la|los|las|lo|un|una|se|que|estandar|reglas?|normas?|criterios?|umbrales|niveles|listas?"
    r"|programa|sistema|version|requisitos?|certificacion|fue|fueron|han?|hubo|en|de|del|gran|todo"
    r"|os?|as?|um|uma|padrao|regras?|limites?|niveis|versao|certificacao|foi|foram|d[aoe]s?|n[ao]s?"
    r"|em|tudo"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = rf"(?:(?:in|of|from|back in|en|em|del?|d[eo]|el) )*(?:(?:{_MONTH}) )?(?:of |del? )?{_YEAR}"
_TOLD = re.compile(
    rf"(?<!\w)(?:(?P<before>{_BEFORE})|(?P<since>{_SINCE}))[ -]"
    rf"(?:(?:{_RULES}|{_YEAR}|{_MONTH}) ){{0,7}}?"
    rf"(?:{_REVISED})(?: (?:{_RULES}))*(?: {_DATE})?(?!\w)"
)
_NAMED = re.compile(rf"(?:(?P<month>{_MONTH}) (?:of |del? )?)?(?<!\d)(?P<year>{_YEAR})(?!\d)")
_RANGE = re.compile(
    rf"(?<!\w)(?:from |between |de |desde |entre )(?P<first>{_YEAR}) ?"
    rf"(?:-|–|to|until|till|through|and|a|al|hasta|ate|y|e) ?(?P<last>{_YEAR})(?!\w)"
)


def with_dates(text: str, begun: Sequence[dt.date]) -> str:
    """A text with each time that is told by a revision as 'before' or 'in' the month of it.

    So is the time from one revision to the next, 'from 2018 until 2022'.

    Args:
        text: lower case, without accents.
        begun: the days on which each version of the rules came into force, oldest first.
    """
    if len(begun) < 2:
        return text

    def dated(found: re.Match[str]) -> str:
        day = _revision(found[0], begun)
        return f"{'before ' if found['before'] else 'in '}{_month_of(day)}" if day else found[0]

    def ranged(found: re.Match[str]) -> str:
        first, last = int(found["first"]), int(found["last"])
        for own, following in pairwise(begun):
            if own.year == first and last in (following.year - 1, following.year):
                return f"in {_month_of(own)}"
        return found[0]

    return _RANGE.sub(ranged, _TOLD.sub(dated, text))


def _revision(told: str, begun: Sequence[dt.date]) -> dt.date | None:
    """The day of a revision: of the year named, else of the newest one."""
    named = _NAMED.search(told)
    if named is None:
        return begun[-1]
    of_year = [day for day in begun[1:] if day.year == int(named["year"])]
    month = MONTH_NUMBERS[named["month"]] if named["month"] else None
    exact = [day for day in of_year if day.month == month]
    return next(iter(exact or of_year), None)


def _month_of(day: dt.date) -> str:
    return f"{_MONTHS[day.month]} {day.year}"
