"""Which questions are for the tier calculator, and what they ask of it.

A question is brought to a line of tokens: numbers, and the words of `_WORDS`, which mean the same
in three languages; small words fall away and any other word stays as it is, in lower case. The
patterns run over that line, so they are written once. A question with too many words that the
grammar does not know is about something else and left to the documents.
"""

import datetime as dt
import difflib
import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from text_to_num import alpha2digit

from assistant.answers import Language
from assistant.figures import MONTHS
from assistant.languages import FUNCTION_WORDS, detect
from assistant.tools.tiers import version_of_year, version_on, version_with
from corpus.records import Standard, StandardVersion

Kind = Literal[
    "level", "distance", "spare", "what_if", "needed", "thresholds", "ask_count", "wrong_total"
]


@dataclass(frozen=True, slots=True)
class TierQuestion:
    """What is asked of the calculator.

    Attributes:
        kind: `level` of a count or percentage; `distance` from it to a level; `spare`: how many
            could be lost; `what_if` a count changed; `needed` for a level; `thresholds` of several
            levels; `ask_count`: nothing to compute from yet; `wrong_total`: counted out of a
            number of criteria that the version does not have.
        version: id of the version of the standard.
        named: whether the question names that version.
        met: criteria met, as given, possible or not.
        percent: of the criteria, as given.
        total: the number of criteria it was counted out of, if any.
        change: criteria gained (above 0) or lost.
        tiers: levels named, in the order of the version; empty for all, or for the next.
        asks_percent: whether a percentage is asked for, not a count.
    """

    kind: Kind
    version: str
    named: bool = False
    met: Fraction | None = None
    percent: Fraction | None = None
    total: int | None = None
    change: int = 0
    tiers: tuple[str, ...] = ()
    asks_percent: bool = False


_TIERS = {"SILVER": "silver", "GOLD": "gold", "PLATINUM": "platinum"}
_TOWN = r"(?:city|town|municipality|ciudad|municipio|cidade|prefeitura)"

# token: English, Spanish, Portuguese (without accents). Longer expressions stand before shorter.
_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("", r"what works cities(?: certification)?|wwc|self assessment|at least",
     r"autoevaluacion|al menos|por lo menos", r"autoavaliacao|pelo menos|ao menos"),
    ("WHY", r"why|how come", r"por ?que", r"por ?que"),
    ("WHEN", r"when|how (?:long|often|old)|since", r"cuando|cada cuanto|desde", r"quando|desde"),
    ("WHO", r"who|whose|(?:which|what) (?:(?:certified|silver|gold|platinum) )?(?:city|cities)",
     r"quien(?:es)?|(?:que|cual(?:es)?) (?:ciudad(?:es)?|municipios?)",
     r"quem|(?:que|qua(?:l|is)) (?:cidades?|municipios?)"),
    ("HOWMANY", r"(?:how|hw) (?:many|much)|number of", r"cuant[oa]s?", r"quant[oa]s?|numero de"),
    ("HOWFAR", r"how (?:far|close|near)|distance", r"(?:a )?(?:que|cuanta) distancia|(?:que )?tan "
     r"(?:lejos|cerca)|lejos", r"(?:a )?(?:que|quanta) distancia|quao (?:longe|perto)|longe"),
    ("STAND", r"where (?:do|are|would|does|will) (?:we|that|it|this|i)(?: (?:stand|land|put|leave) "
     r"?(?:us)?)?|where .{0,12}(?:puts?|leaves?) us", r"(?:en )?donde (?:estamos|quedamos)|como "
     r"(?:estamos|vamos)", r"onde (?:estamos|ficamos)|como (?:estamos|vamos)"),
    ("WE CITY", rf"(?:my|our) {_TOWN}", rf"(?:mi|nuestr[oa]) {_TOWN}",
     rf"(?:minha|noss[oa]) {_TOWN}"),
    ("NEED", r"needs?|needed|takes?|require[sd]?|requirements?|must|necessary|determines?|qualify",
     r"hacen? falta|necesit\w+|requier\w+|requisitos?|piden?|exigen?|determinan?|debe\w*",
     r"precis\w+|necessari[oa]s?|necessit\w+|requer\w*|requisitos?|exigem?|determinam?|deve\w*"),
    ("REACH", r"reach(?:es|ing)?|get(?:s|ting)?|earn|become|obtain|go(?:ing)? gold",
     r"llega[rn]?|alcanza[rn]?|conseguir|obtener|lograr|subir", r"chega[rm]?|alcanca[rm]?|conseguir"
     r"|obter|atingir|subir"),
    ("MISSING", r"missing|short|away|lacking", r"falta\w*|quedan(?= para)", r"falta\w*"),
    ("MEET", r"pass?(?:es|ed|ing)?|meet(?:s|ing)?|met|satisf(?:y|ies|ied|ying)|fulfil+(?:s|ed)?"
     r"|complete[sd]?|comply(?: with)?|achieve[sd]?|tick(?:ed)?(?: off)?|clear(?:ed)?",
     r"cumpl(?:e|en|ir|iendo|a|an|o|ido|idos|\w+mos)|satisfac(?:e|en|emos)|aprobamos"
     r"|aprobados|superamos", r"atend(?:e|em|er|a|am|endo|ido|idos|\w+mos)"
     r"|cumpr(?:e|em|ir|a|am|ido|idos|indo|\w+mos)|satisfaz(?:em|emos)?"),
    ("HAVE", r"have|has|had|having|got|with|at|hit|score[sd]?(?= \d)", r"con|tien\w+|ten(?:emos|go"
     r"|er)|logramos|lleva(?:mos)?", r"com|tem|temos|tenho|ter|tivermos"),
    ("PERCENTAGE", r"percent(?:age)?s?|%|share|proportion|score", r"porcentajes?|%|puntuacion",
     r"(?:por|per)centage(?:m|ns)|percentua(?:l|is)|%|pontuacao"),
    ("MINIMUM", r"minimum|min|pass mark|lowest|least(?= for)", r"minim[oa]s?", r"minim[oa]s?"),
    ("THRESHOLD", r"thresholds?|cut ?offs?|bands?|ranges?|entry bar|boundar(?:y|ies)",
     r"umbral(?:es)?|rangos?|franjas?|tramos?|bandas?|cortes?", r"limiar(?:es)?|faixas?|bandas?"
     r"|patamar(?:es)?|cortes?"),
    ("BEGIN", r"starts?|begins?", r"empieza|comienza|a partir de", r"comeca|inicia|a partir de"),
    ("LEVELS", r"levels|tiers|categories", r"niveles|categorias", r"niveis|categorias"),
    ("LEVEL", r"level|lvl|tier|rank|rating|category|medal", r"nivel|categoria|medalla",
     r"nivel|categoria|medalha"),
    ("SILVER", r"silver", r"plata", r"prata"),
    ("GOLD", r"gold", r"oro", r"ouro"),
    ("PLATINUM", r"platinum|platinium|plat", r"platino", r"platina"),
    ("CERTIFIED", r"certified|certification", r"certificad[oa]|certificar\w+|certificacion",
     r"certificad[oa]|certificar\w*|certificacao"),
    ("CITIES", r"cities|towns", r"ciudades|municipios", r"cidades|municipios"),
    ("CITY", _TOWN, _TOWN, _TOWN),
    ("CRITERIA", r"criteri(?:a|on|ons|as)|crits?|(?<!PERCENTAGE )points?|indicators?", r"criterios?"
     r"|puntos?|indicador(?:es)?", r"criterios?|pontos?|indicador(?:es)?"),
    ("NEXT", r"next|another", r"siguiente|proximo", r"seguinte|proximo"),
    ("NOT", r"not|dont|doesnt|cant", r"no(?= (?:WE )?(?:MEET|HAVE))", r"nao"),
    ("MINUS", r"minus", r"(?!)", r"(?!)"),
    ("LOSE", r"los[et]|losing|loose|drop(?:ped)?|fail(?:ed)?|miss(?:ed)?", r"perd\w+|pierd\w+",
     r"perd\w+"),
    ("ADD", r"add(?:ed|ing)?|gain(?:ed)?|plus|\+", r"sum\w+|agreg\w+|anad\w+|gan\w+|\+",
     r"adicion\w+|acrescent\w+|ganh\w+|som(?:ar|amos|armos|arem)|\+"),
    ("MORE", r"more|additional|extra|further", r"mas|adicionales", r"mais|adicionais"),
    ("LESS", r"less|fewer", r"menos", r"menos"),
    ("BEYOND", r"over|above|below|beneath", r"por (?:encima|debajo)(?: de)?", r"acima|abaixo"),
    ("ENOUGH", r"enough|suffic\w+|suffices", r"basta\w*|suficientes?",
     r"basta\w*|suficientes?"),
    ("COMPARE", r"difference|differs?|compare", r"diferencia|compar\w+", r"diferenca|compar\w+"),
    ("CHANGE", r"chang\w+|moved?|differed", r"cambi\w+", r"mud\w+"),
    ("ROUND", r"round\w*", r"redonde\w+|ronda", r"arredond\w+|rodada"),
    ("DID", r"did", r"(?!)", r"(?!)"),
    ("WHICH", r"which|what|wich|wat|how", r"que|cual(?:es)?|como", r"que|qua(?:l|is)|como"),
    ("EACH", r"each|every|all|three", r"cada|tod[oa]s|tres", r"cada|tod[oa]s|tres"),
    ("IF", r"if|suppose|imagine", r"si", r"se"),
    ("OLD", r"old|older|previous|former|earlier|prior", r"antigu[oa]s?|anterior(?:es)?|viej[oa]s?",
     r"antig[oa]s?|anterior(?:es)?|velh[oa]s?"),
    ("FIRST", r"first|original", r"primer[oa]?|original", r"primeir[oa]|original"),
    ("CURRENT", r"current|present|new", r"actual|vigente|nuev[oa]s?", r"atual|vigente|nov[oa]s?"),
    ("STANDARD", r"standards?|versions?|rules?", r"estandar(?:es)?|version(?:es)?|norma|reglas?",
     r"padrao|padroes|versao|versoes|norma|regras?"),
    ("ONE", r"one", r"un[oa]?", r"uma?"),
    ("UNDER", r"under", r"bajo|segun", r"sob|segundo"),
    ("WE", r"we|i|our|ours|my|us", r"nosotr[oa]s|nuestr[oa]s?|nos|mi",
     r"noss[oa]s?|nos|minha|gente"),
    ("OF THE", r"(?:out )?of (?:the|our|those)|of all", r"de (?:los|las|nuestros)", r"d[oa]s"),
    ("OF", r"(?:out )?of|from|than", r"de|del|sobre", r"de|em"),
    ("THE", r"the", r"los|las", r"os|as"),
    ("FOR", r"for|to", r"para", r"para|pra|pro|ao"),
)  # fmt: skip

_PATTERNS = tuple(
    (token, re.compile(rf"(?<!\S)(?:{en}|{es}|{pt})(?!\S)")) for token, en, es, pt in _WORDS
)
# Words that are often misspelt, and what they stand for.
_SPELLINGS = {
    **dict.fromkeys(("criteria", "criterion", "criterios"), "CRITERIA"),
    **dict.fromkeys(("threshold", "thresholds", "umbrales", "limiares"), "THRESHOLD"),
    **dict.fromkeys(("percentage", "porcentaje", "porcentagem"), "PERCENTAGE"),
    **dict.fromkeys(("cumplimos", "atendemos", "cumprimos"), "WE MEET"),
    **{"silver": "SILVER", "platinum": "PLATINUM", "platino": "PLATINUM", "platina": "PLATINUM"},
    **{
        "level": "LEVEL",
        "minimum": "MINIMUM",
        "difference": "COMPARE",
        "need": "NEED",
        "enough": "ENOUGH",
    },
}


def _fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_SMALL = {_fold(word) for words in FUNCTION_WORDS.values() for word in words} | set(
    """please pls whats thanks think guess around roughly exactly currently now today still really
    right top go number numero
    actually already yet far year ok okay hi hello well say know want official status result
    results turns put leave would stay stays remain keep hold quiero saber creo pienso ahora hoy
    unos unas entonces digame queda quedan quedamos seria hola ser hay seguir mantener conservar
    acho agora hoje entao fica ficamos sao voce ola quero continuar manter ficar y e and or o ou
    """.split()
)
# Words of numbers that show which language they are in, and the numbers below three, which the
# library takes for articles.
_NUMERAL_SIGNS: dict[Language, str] = {
    "pt": r"dois|duas|vinte|trinta|quarenta|cinquenta|sessenta|setenta e|oitenta e|cento|oito|nove",
    "es": r"(?:veint|treint|cuarent|cincuent|ochent|novent)\w+|ciento?|ocho|nueve|setenta y",
    "en": r"(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)\w*|two",
}
_SMALL_NUMBERS: dict[Language, dict[str, str]] = {
    "en": {"zero": "0", "two": "2"},
    "es": {"cero": "0", r"dos(?! \d)": "2"},
    "pt": {"zero": "0", "dois": "2", "duas": "2"},
}
_ACCENTS = {"veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis"}
_TENS = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety"
_MONTHS = {_fold(name): number for name, number in MONTHS.items()}
_DATED = re.compile(
    rf"(?P<before>\b(?:before|prior to|antes del?|ate) )?(?:(?P<month>{'|'.join(_MONTHS)}),? "
    r"(?:of |del? )?)?(?<![\w.%-])(?P<year>(?:19|20)\d\d)(?!\d|\.\d|%)"
)
# A number that counts nothing else (33 people), and a number of criteria lost or gained.
_COUNT = r"(?<!\S)(-?\d+(?:\.\d+)?)(?!\S)(?! [a-z]| CIT| LEVEL| \d| OF [\da-z])"
_N = r"(?P<n>\d+|ONE)(?!\S)"
_M = r"(?P<m>\d+)(?!\S)(?! [a-z])"
_OUT_OF = re.compile(
    r"(?<!LOSE )(?<!ADD )(-?\d+(?:\.\d+)?) (?:CRITERIA )?OF (?:THE |EACH |OLD |CURRENT )*(\d+)"
    r"(?!\S)(?! [a-z])"
)
_MENTION = re.compile(
    r"(?:THE|OF|UNDER|OLD|CURRENT|FIRST|STANDARD) (\d+) (?:CRITERIA|STANDARD)"
    r"|(?<!MEET )(\d+) CRITERIA (?:STANDARD|OLD)|HOWMANY OF (?:THE )?(\d+)(?= [A-Z])"
)
_RULES = r"(?:STANDARD|CRITERIA|THRESHOLD|LEVELS?|MINIMUM)"
_COUNTS = tuple(
    re.compile(pattern.format(count=_COUNT))
    for pattern in (
        "COUNT {count}",
        "MEET (?:EACH |OF )*{count}",
        "(?<!NEED )(?<!WHICH )(?<!ONE OF ){count} (?:OF )?CRITERIA",
        "(?:HAVE|REACH) {count}",
    )
)
_CHANGES = tuple(
    (sign, re.compile(pattern.format(n=_N, m=_M, c="(?:CRITERIA )?")))
    for sign, pattern in (
        (-1, "LOSE (?:OF )?{n} {c}OF {c}{m}"),
        (+1, "ADD (?:MORE )?{n} {c}(?:MORE )?(?:FOR |OF )?{m}"),
        (+1, "{n} {c}MORE {c}(?:OF|FOR) {m}"),
        (-1, "{n} {c}LESS {c}(?:OF|FOR) {m}"),
        (+1, "{m} {c}(?:ADD|MORE) {n}"),
        (-1, "{m} {c}(?:MINUS|LESS|LOSE) {n}"),
        (-1, "LOSE (?:OF |MORE |CRITERIA )*{n}"),
        (+1, "ADD (?:MORE )?{n}"),
        (+1, "{n} {c}MORE"),
        (+1, "MORE {n}"),
        (-1, "{n} {c}LESS"),
    )
)


def _numerals(text: str) -> str:
    """Lower-case text with every number as plain digits: 33, 67.4, 70%, -3."""
    signs = (own for own, sign in _NUMERAL_SIGNS.items() if re.search(rf"\b(?:{sign})\b", text))
    language = next(signs, None) or detect(text)
    text = re.sub(rf"\b({_TENS})(one|two|three|four|five|six|seven|eight|nine)\b", r"\1-\2", text)
    for word, written in _ACCENTS.items():
        text = text.replace(word, written)
    text = _fold(alpha2digit(text, language)).replace("\u2212", "-")
    for word, written in _SMALL_NUMBERS[language].items():
        text = re.sub(rf"\b{word}\b", written, text)
    text = re.sub(r"\b([2-9])0 ([1-9])\b", r"\1\2", text)
    text = re.sub(r"(\d),(\d{3})\b|(\d)\.(\d{3})\b", r"\1\3\2\4", text)
    text = re.sub(r"(\d),(\d)", r"\1.\2", text)
    text = re.sub(r"(\d) (?:and a half|y medio|e mei[oa])\b", r"\1.5", text)
    text = re.sub(
        r"(\d) ?(?:%|percent\b|per cent\b|pct\b|por ?(?:100|cien|ciento|cento)\b)", r"\1% ", text
    )
    return re.sub(r"\b(?:half|la mitad|metade)\b(?= (?:of|the|de|d[oa]s)\b)", "50%", text)


def read_tier_question(question: str, *, standard: Standard) -> TierQuestion | None:
    """What a question asks of the tier calculator; None if it is not for it.

    Args:
        question: in English, Spanish or Portuguese, as people type.
        standard: its versions decide which number of criteria means which.
    """
    text = _numerals(question.lower())
    dated = list(_DATED.finditer(text))
    line = _line(_DATED.sub(" ", text))
    if len(dated) > 1 or _is_bounded(line) or _is_about_cities(line):
        return None
    base, line = _frame(line, standard)
    if dated:
        version = _version_on(dated[0], standard)
        if version is None:
            return None
        base = replace(base, version=version.id, named=True)
    base = replace(base, tiers=tuple(name for token, name in _TIERS.items() if token in line))
    return _with_amount(base, line, standard) or _without_amount(base, line, standard)


def _line(text: str) -> str:
    """The tokens of a text, small words left out, ' ; ' where the sentence breaks."""
    text = re.sub(r"n['’]t\b", "nt", text)
    text = re.sub(r"['’](?:s|re|ve|ll|d|m)\b", " ", text)
    text = re.sub(r"(\d) ?/ ?(\d)", r"\1 of \2", text)
    text = re.sub(r"\d+%? ?[-–] ?\d+%?|(?<=\w)-(?=\w)", lambda m: _dash(m.group()), text)
    text = re.sub(r"\.(?!\d)|(?<!\d)\.|[^\w\s.%+-]|(?<=\S)-|-(?!\d)", " ; ", text)
    text = re.sub(r"(\w+[aei]r?mos|somos)\b", r"we \1", text.replace("+", " + "))
    line = " ".join(text.split())
    for token, pattern in _PATTERNS:
        line = " ".join(pattern.sub(token, line).split())
    line = " ".join(token for word in line.split() if (token := _token(word)))
    line = re.sub(r"(?<!\d )(?<!CRITERIA )(?:MINUS|LESS) (?=\d)", "-", line)
    line = re.sub(r"NOT (?:WE )?MEET", "LOSE", line)
    return re.sub(r"(?:^| );(?: ;)*(?= |$)", " ;", line).strip(" ;")


def _dash(found: str) -> str:
    """A dash between numbers: a difference if it has room around it, otherwise a range."""
    if not any(c.isdigit() for c in found):
        return " "
    return found.replace("-", " minus ") if " - " in found and "%" not in found else " range "


def _token(word: str) -> str:
    """A word as a token: itself, what it is a misspelling of, or nothing if it tells nothing."""
    if not word.isalpha() or word.isupper():
        return word
    if word in _SMALL or re.fullmatch(r"\w+[aei]r?mos|somos", word):
        return ""
    near = difflib.get_close_matches(word, _SPELLINGS, n=1, cutoff=0.83) if len(word) > 3 else []
    return _SPELLINGS[near[0]] if near else word


def _has(line: str, *tokens: str) -> bool:
    return not set(tokens).isdisjoint(line.split())


def _strange(line: str) -> int:
    """How many words of a line the grammar does not know."""
    return sum(word.islower() and "%" not in word for word in line.split())


def _is_bounded(line: str) -> bool:
    """Whether it speaks of more or less than a number, which no single level answers."""
    than = r"(?<!\d )(?<!ONE )(?<!\d CRITERIA )(?:MORE|LESS) OF (?:THE )?\d|BEYOND \d"
    return bool(re.search(than, line))


def _is_about_cities(line: str) -> bool:
    """Whether it asks for cities, persons or reasons, not for a level."""
    cities = r"HOWMANY (?:OF |THE |SILVER |GOLD |PLATINUM |CERTIFIED )*CITIES"
    others = _has(line, "CITIES") and not _has(line, "CRITERIA", "MEET", "LEVEL")
    did = _has(line, "DID") and not _has(line, "WE")
    return bool(re.search(cities, line)) or others or did or _has(line, "WHO", "WHY")


def _version_on(dated: re.Match[str], standard: Standard) -> StandardVersion | None:
    year, month = int(dated["year"]), dated["month"]
    first = dt.date(year, _MONTHS[month] if month else 1, 1)
    if dated["before"]:
        return version_on(first - dt.timedelta(days=1), standard)
    if month:
        return version_on(
            (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(1), standard
        )
    return version_of_year(year, standard)


def _frame(line: str, standard: Standard) -> tuple[TierQuestion, str]:
    """The version and total that a line names, and the line without them."""
    version, total, named = standard.current, None, False
    if out_of := _OUT_OF.search(line):
        total = int(out_of[2])
        line = _OUT_OF.sub(r"COUNT \1", line, count=1)
        version = version_with(total, standard) or version
        named = version != standard.current
    elif mention := _MENTION.search(line):
        number = int(next(group for group in mention.groups() if group))
        if known := version_with(number, standard):
            version, named = known, True
            line = line.replace(f" {number} ", " ", 1)
    if number_of := re.search(r"STANDARD ([1-9])(?:\.0)?(?!\S)", line):
        version, named = standard.versions[min(int(number_of[1]), len(standard.versions)) - 1], True
        line = line.replace(number_of[0], "STANDARD")
    if found := re.search(rf"(OLD|FIRST) (?:\S+ )?{_RULES}|{_RULES} (OLD|FIRST)", line):
        version, named = standard.versions[0 if "FIRST" in found[0] else -2], True
    line = " ".join(token for token in line.split() if token not in ("THE", "OLD", "CURRENT"))
    return TierQuestion("level", version.id, named, total=total), line


_GROUND = (
    *_TIERS,
    "MEET",
    "LEVEL",
    "LEVELS",
    "STAND",
    "ENOUGH",
    "PERCENTAGE",
    "IF",
    "WE",
    "NEXT",
    "MISSING",
    "HOWFAR",
)


def _with_amount(base: TierQuestion, line: str, standard: Standard) -> TierQuestion | None:
    """The question about the count or percentage it gives, or about a change of a count."""
    core = " ".join(token for token in line.split() if token not in ("WE", "CITY"))
    version = next(v for v in standard.versions if v.id == base.version)
    if re.search(r"WE MEET EACH (?:OF )?CRITERIA", line):
        return replace(base, met=Fraction(version.criteria))
    change, met, core = _change(core)
    if not change and (percent := _percent(core, line)) is not None:
        return replace(base, kind=_kind(base, line), percent=percent)
    met = _count(core, line) if met is None else met
    if met is None:
        clear = change and not _strange(line) and _has(line, "IF", "CRITERIA", *_GROUND)
        return replace(base, kind="ask_count", change=change) if clear else None
    if change:
        return replace(base, kind="what_if", met=met, change=change)
    if base.total not in (None, version.criteria):
        return replace(base, kind="wrong_total", met=met)
    return replace(base, kind=_kind(base, line), met=met)


def _change(core: str) -> tuple[int, Fraction | None, str]:
    """Criteria gained or lost, the count they are gained on, and the line without the change."""
    for sign, pattern in _CHANGES:
        if found := pattern.search(core):
            number = 1 if found["n"] == "ONE" else int(found["n"])
            start = found.groupdict().get("m")
            rest = f"{core[: found.start()]} {core[found.end() :]}"
            return sign * number, Fraction(start) if start else None, " ".join(rest.split())
    return 0, None, core


def _percent(core: str, line: str) -> Fraction | None:
    found = set(re.findall(r"(?<!by )(-?\d+(?:\.\d+)?)%(?! OF [a-z]| [a-z])", core))
    allowed = 8 if _has(line, "CRITERIA", "MEET") else 1
    bare = re.fullmatch(r"(?:HAVE )?-?[\d.]+%(?: OF(?: \d+)?)?(?: CRITERIA)?", core)
    grounded = _has(line, *_GROUND, "STANDARD") or bare
    fits = len(found) == 1 and grounded and _strange(line) <= allowed
    return Fraction(found.pop()) if fits else None


def _count(core: str, line: str) -> Fraction | None:
    """The number of criteria met; the last, if several are named in the same way."""
    sure = _has(line, "MEET") and _has(line, "WE", "CRITERIA")
    if _strange(line) <= (8 if sure else 2) and _has(line, *_GROUND):
        for pattern in _COUNTS:
            if found := pattern.findall(core):
                return Fraction(found[-1])
    alone = re.findall(rf"(?<!NEED )(?!(?<=LEVEL )[1-3](?!\S)){_COUNT}", core)
    if len(alone) != 1 or _strange(line):
        return None
    bare = re.fullmatch(
        r"(?:(?:COUNT|HAVE|MEET|CRITERIA|WHICH|;) )*-?\d{1,3}(?:\.\d+)?(?: CRITERIA)?", core
    )
    return Fraction(alone[0]) if bare or _has(line, *_TIERS, "LEVEL", "ENOUGH", "STAND") else None


def _kind(base: TierQuestion, line: str) -> Kind:
    """What is asked about an amount that is given."""
    if _has(line, "HOWMANY") and _has(line, "LOSE"):
        return "spare"
    far = _has(line, "MISSING", "HOWFAR") or (
        _has(line, "HOWMANY") and (_has(line, "MORE") or base.tiers)
    )
    to_a_tier = base.tiers and _has(line, "NEED", "REACH", "ENOUGH")
    to_the_next = _has(line, "HOWMANY", "NEXT") and _has(line, "NEED", "REACH")
    return "distance" if far or to_a_tier or to_the_next else "level"


def _without_amount(base: TierQuestion, line: str, standard: Standard) -> TierQuestion | None:
    """The question about the levels themselves, or one that lacks the count to work from."""
    if _has(line, "CITIES", "WHEN", "CHANGE", "ROUND"):
        return None
    if _asks_levels(line, len(base.tiers)):
        return replace(base, kind="thresholds")
    if _lacks_count(line, base.tiers):
        return replace(base, kind="ask_count")
    asks_percent = _has(line, "PERCENTAGE") and not _has(line, "CRITERIA")
    if len(base.tiers) == 1 and _asks_tier(line):
        return replace(base, kind="needed", asks_percent=asks_percent)
    how_many = _has(line, "HOWMANY", "MINIMUM", "PERCENTAGE") and _has(line, "CRITERIA")
    enter = how_many and _has(line, "NEED", "REACH", "MINIMUM") and _has(line, "CERTIFIED")
    if enter and not base.tiers and not _strange(line) and standard.current.tiers:
        return replace(base, kind="needed", tiers=(standard.current.tiers[0].name,))
    return None


def _asks_levels(line: str, named: int) -> bool:
    how_many = _has(line, "HOWMANY") and _has(line, "CRITERIA")
    if named > 1:
        about = how_many or _has(
            line, "COMPARE", "THRESHOLD", "PERCENTAGE", "NEED", "REACH", "BEGIN"
        )
        return about and _strange(line) <= 1
    every = _has(line, "LEVELS") or (_has(line, "LEVEL") and _has(line, "EACH"))
    if named or _strange(line) > 1:
        return False
    bare = _has(line, "THRESHOLD") and not _strange(line)
    return (
        bare
        or (_has(line, "LEVEL") and _has(line, "THRESHOLD"))
        or (every and (how_many or _has(line, "THRESHOLD", "PERCENTAGE", "MINIMUM")))
    )


def _lacks_count(line: str, tiers: tuple[str, ...]) -> bool:
    if _strange(line) or _has(line, "CERTIFIED"):
        return False
    if tiers or _has(line, "NEXT"):
        more = _has(line, "MORE") and _has(line, "HOWMANY", "NEED")
        ours = re.fullmatch(r"(?:; )?WE (?:HAVE |REACH )?(?:SILVER|GOLD|PLATINUM)", line)
        return more or bool(ours) or _has(line, "MISSING", "HOWFAR")
    at = re.search(r"LEVEL (?:\S+ )?WE(?!\S)|WE (?:\S+ )?LEVEL(?!\S)|STAND .*LEVEL", line)
    return bool(at) and not _has(line, "HOWMANY", "CRITERIA")


def _asks_tier(line: str) -> bool:
    """Whether it asks what one level takes, judged by what it asks for and how plainly."""
    strange = _strange(line)
    if _has(line, "THRESHOLD", "BEGIN") and strange <= 2:
        return True
    if _has(line, "PERCENTAGE") or (_has(line, "HOWMANY") and _has(line, "CRITERIA")):
        return strange <= (0 if _has(line, "MEET", "HAVE") else 1)
    to_it = re.search(r"(?:FOR|NEED)(?: OF| REACH)* (?:SILVER|GOLD|PLATINUM)", line)
    to_it = to_it or re.search(r"(?:SILVER|GOLD|PLATINUM) NEED(?!\S)", line)
    takes = _has(line, "NEED", "REACH") and _has(line, "WHICH", "HOWMANY")
    counted = _has(line, "HOWMANY", "CRITERIA") and bool(to_it)
    needs = bool(to_it) and _has(line, "NEED")
    return not strange and (takes or counted or needs or _has(line, "MINIMUM"))
