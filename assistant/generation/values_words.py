"""How amounts and dates are written, in English, Spanish and Portuguese."""

import re
from collections.abc import Mapping, Sequence

from assistant.figures import MONTHS
from assistant.generation.number_words import SCALES

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR = r"(?<![\d$€£-])(?<!\d[.,])(?:19|20)\d\d(?![\d]|[.,]\d|\s?%)"
OF = r"(?:(?:de|del|of|do)\s)?"
DATES = re.compile(
    rf"(?P<iso>\b(?P<iy>(?:19|20)\d\d)-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>\d\d))?\b)"
    rf"|\b(?P<d>\d{{1,2}})(?:º|st|nd|rd|th|°)?(?:\s?(?:-|–|to|and|al?|y|e)\s?(?P<d2>\d{{1,2}}))?"
    rf"\s{OF}(?P<m>{MONTH})\b(?:,?\s{OF}(?P<y>(?:19|20)\d\d))?"
    rf"|\b(?P<um>{MONTH})\s(?P<ud>\d{{1,2}})(?!\d|[.,]\d)(?:st|nd|rd|th)?"
    rf"(?:\s?[-–]\s?(?P<ud2>\d{{1,2}})(?!\d))?(?:,?\s{OF}(?P<uy>(?:19|20)\d\d))?"
    rf"|\b(?P<bm>{MONTH})\b(?:,?\s{OF}(?P<by>(?:19|20)\d\d)\b)?"
    rf"|(?:\bFY\s?)?(?P<year>{YEAR})(?:s\b)?(?:\s?[-–/]\s?(?P<until>(?:19|20)?\d\d)(?!\d|[.,]\d))?",
    re.IGNORECASE,
)
SHY = ("may", "march")

SPACE = "[\u00a0\u202f\u2009 ]"
DIGITS = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d+(?:[.,]\d+)*"
NUMBER = re.compile(
    rf"(?<![\w])(?<!\d[.,])(?P<sign>[-−])?(?P<digits>{DIGITS})(?P<k>[kK](?!\w))?(?![^\W\d_])"
)
SCALE = re.compile(
    rf"\s?(?P<scale>{'|'.join(sorted(map(re.escape, SCALES), key=len, reverse=True))})\b", re.I
)
PERCENT = re.compile(r"\s?(?:%|per ?cent\b|por ?ciento\b|por ?cento\b|pct\b)(?!age)", re.IGNORECASE)
POINTS = re.compile(
    r"[\s-]?(?:percentage[\s-]points?|puntos? porcentuales?|pontos? percentua(?:is|l)|pp\b)", re.I
)
MONEY_BEFORE = re.compile(r"(?:US\$|R\$|\$|€|£|USD|EUR)\s?$")
MONEY_AFTER = re.compile(
    r"\s(?:of |de |extra |additional |adicionales |adicionais |más |a mais )*(?:US |U\.S\. |american )?"
    r"(?:dollars?|dólar(?:es)?|pesos?|euros?|reais|reales|USD)\b",
    re.IGNORECASE,
)
TIMES: Mapping[str, str] = {
    "second": r"seconds?|segundos?",
    "minute": r"minutes?|minutos?|mins?",
    "hour": r"hours?|horas?|hrs?",
    "day": r"days?|días?|dias?",
    "week": r"weeks?|semanas?",
    "month": r"months?|mes(?:es)?|mês",
    "year": r"years?|años?|anos?",
    "decade": r"decades?|décadas?",
}
TIME = {
    unit: re.compile(rf"[\s-](?:full |whole )?(?:{own})\b", re.I) for unit, own in TIMES.items()
}
RATE = {
    unit: re.compile(
        rf"(?:\b(?:an?|per|each|every|al|por|cada|ao|a la)\s(?:{own})\b)"
        + (r"|\bdaily|\bdiari[oa]s?|\bdiariamente" if unit == "day" else "")
        + (r"|\bmonthly|\bmensua(?:l|les)|\bmensa(?:l|is)|\bmensalmente" if unit == "month" else "")
        + (r"|\byearly|\bannual(?:ly)?|\banua(?:l|les|is)|\banualmente" if unit == "year" else "")
        + (r"|\bweekly|\bsemanal(?:es)?" if unit == "week" else "")
        + (r"|\bhourly" if unit == "hour" else ""),
        re.I,
    )
    for unit, own in TIMES.items()
}

BEFORE: Sequence[tuple[str, str]] = (
    ("most", r"no more than|not more than|at most|up to|a maximum of|maximum|as many as|no más de|como máximo|hasta|a lo sumo|no mais de|não mais (?:de|do) que|no máximo|até|≤"),
    ("least", r"no fewer than|no less than|not less than|at least|a minimum of|minimum of|al menos|por lo menos|como mínimo|mínimo de|pelo menos|ao menos|no mínimo|≥"),
    ("over", r"more than|over|above|exceeding|exceeds?|exceeded|upwards of|in excess of|beyond|greater than|higher than|más de|más del|superior a|por encima de[l]?|supera(?:n|ron|ba)?(?: el| los| las)?|mais de|mais do que|acima de|superior a|ultrapass\w+|>"),
    ("under", r"fewer than|less than|under|below|menos de|menos del|por debajo de|inferior a|menos do que|abaixo de|<"),
    ("nearly", r"nearly|almost|just under|close to|casi|quase|cerca de|cerca del|perto de"),
    ("about", r"about|around|roughly|approximately|approx\.?|some|circa|unos|unas|alrededor de[l]?|aproximadamente|uns|umas|por volta de|cerca de|cerca del|close to|~"),
    ("exact", r"exactly|precisely|exactamente|justo|exatamente"),
)  # fmt: skip
BOUND_BEFORE = [
    (bound, re.compile(rf"(?:^|[^\w])(?:{own})\s(?:the |an? (?:additional |extra )?|el |la |los |las |o |os |as )?(?:US\$|R\$|\$|€|£)?$", re.I))
    for bound, own in BEFORE
]  # fmt: skip
BOUND_AFTER = [
    ("least", re.compile(r"\W*(?:\w+\s){0,2}?(?:or more|or above|or higher|and above|at least|at a minimum|o más|ou mais|como mínimo|no mínimo)\b|\+", re.I)),
    ("most", re.compile(r"\W*(?:\w+\s){0,2}?(?:or fewer|or less|or below|at most|o menos|ou menos|como máximo|no máximo)\b", re.I)),
]  # fmt: skip
INSTEAD = r"\b(?:rather than|instead of|en vez de|en lugar de|em vez de|ao invés de)"
DENIED = re.compile(
    r"\b(?:not the same as|rather than|and not|instead of|not|no es lo mismo que|y no|e não"
    r"|en vez de|en lugar de|em vez de|ao invés de)\s(?:by |a |an |un |um |el |o |del |de )?$",
    re.IGNORECASE,
)  # fmt: skip
JOINT = re.compile(
    r"\s?(?:-|–|to|and|or|a|al|y|o|e|ou|até|hasta)\s?(?:the |el |los |os )?(?:US\$|\$|€)?\s?", re.I
)
WORD = re.compile(r"\s*[-–]?\s*\(?([^\W\d_][^\W_]*(?:[-'’][^\W_]+)*)")
# Words that what is counted may follow, or that may stand between.
PASSED = frozenset(
    "of de del the los las os as its their sus suas seus new nuevos nuevas novos novas more más mais"
    " other otros otras outros outras such these those additional extra adicionales adicionais"
    " different about".split()
)
MOST_NOUNS = 4
