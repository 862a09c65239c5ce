"""A question as a line of tokens: the words of three languages, and patterns of what they mean.

A line holds numbers and the tokens of `_WORDS`, in capitals, which mean the same in English,
Spanish and Portuguese; small words fall away and any other word stays as it is, in lower case. So
the patterns are written once. What a line asks is left to `tier_grammar`.
"""

import difflib
import re
from collections.abc import Mapping

from text_to_num import alpha2digit

from assistant.answers import Language
from assistant.figures import MONTHS
from assistant.folding import fold
from assistant.languages import detect
from index.function_words import FUNCTION_WORDS

TIERS: Mapping[str, str] = {"SILVER": "silver", "GOLD": "gold", "PLATINUM": "platinum"}
"""Tokens of levels, and the levels as the records name them."""

_TOWN = r"(?:city|town|municipality|ciudad|municipio|cidade|prefeitura)"

# token: English, Spanish, Portuguese (without accents). Longer expressions stand before shorter.
_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("", r"what works cities(?: certification)?|wwc|self assessment|at least|probably|perhaps",
     r"autoevaluacion|al menos|por lo menos|probablemente|quizas?",
     r"autoavaliacao|pelo menos|ao menos|provavelmente|talvez"),
    ("ALLBUT", r"all (?:but|except)", r"tod[oa]s (?:menos|salvo|excepto)",
     r"tod[oa]s (?:menos|exceto)"),
    ("WHY", r"why|how come", r"por ?que", r"por ?que"),
    ("WHEN", r"when|how (?:long|often|old)|since", r"cuando|cada cuanto|desde", r"quando|desde"),
    ("WHO", r"who|whose|(?:which|what) (?:(?:certified|silver|gold|platinum) )?(?:city|cities)",
     r"quien(?:es)?|(?:que|cual(?:es)?) (?:ciudad(?:es)?|municipios?)",
     r"quem|(?:que|qua(?:l|is)) (?:cidades?|municipios?)"),
    ("HOWMANY", r"(?:how|hw) (?:many|much)|number of|count", r"cuant[oa]s?",
     r"quant[oa]s?|numero de"),
    ("HOWFAR", r"how (?:far|close|near)|distance|gap", r"(?:a )?(?:que|cuanta) distancia|(?:que )?"
     r"tan (?:lejos|cerca)|lejos", r"(?:a )?(?:que|quanta) distancia|quao (?:longe|perto)|longe"),
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
     r"umbral(?:es)?|rangos?|franjas?|tramos?|bandas?|cortes?|limites?", r"limiar(?:es)?|faixas?"
     r"|bandas?|patamar(?:es)?|cortes?|limites?"),
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
    ("LOSE", r"los(?:e|es|t|ing)|loose|drop(?:s|ped)?|fail(?:s|ed)?|miss(?:es|ed)?|lacks?"
     r"|reject(?:s|ed)?", r"perd\w+|pierd\w+|quit\w+|rechaz\w+",
     r"perd\w+|tir(?:am|ar|arem)|rejeit\w+"),
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


_SMALL = {fold(word) for words in FUNCTION_WORDS.values() for word in words} | set(
    """please pls whats thanks think guess around roughly exactly currently now today still really
    right top go number numero happen happens pasa acontece list make makes mean means give
    gives equal equals correspond corresponds corresponde correspondem
    actually already yet far year ok okay hi hello well say know want official status result
    results turns put leave would stay stays remain keep hold quiero saber creo pienso ahora hoy
    unos unas entonces digame queda quedan quedamos seria hola ser hay seguir mantener conservar
    aun todavia ainda acho agora hoje entao fica ficamos sao voce ola quero
    continuar manter ficar y e and or o ou
    """.split()
)
# Words of numbers that show which language they are in, and the numbers below three, which the
# library takes for articles.
_NUMERAL_SIGNS: Mapping[Language, str] = {
    "pt": r"dois|duas|vinte|trinta|quarenta|cinquenta|sessenta|setenta e|oitenta e|cento|oito|nove",
    "es": r"(?:veint|treint|cuarent|cincuent|ochent|novent)\w+|ciento?|ocho|nueve|setenta y",
    "en": r"(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)\w*|two",
}
_SMALL_NUMBERS: Mapping[Language, Mapping[str, str]] = {
    "en": {"zero": "0", "two": "2"},
    "es": {"cero": "0", r"dos(?! \d)": "2"},
    "pt": {"zero": "0", "dois": "2", "duas": "2"},
}
_ACCENTS = {"veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis"}
_TENS = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety"

MONTH_NUMBERS: Mapping[str, int] = {fold(name): number for name, number in MONTHS.items()}
"""Month names without accents, and their numbers, 1 to 12."""

DATED = re.compile(
    rf"(?P<before>\b(?:before|prior to|antes del?|ate) )?(?:(?:\d\d? (?:of |de )?)?"
    rf"(?P<month>{'|'.join(MONTH_NUMBERS)}),? (?:of |del? )?)?"
    r"(?<![\w.%-])(?P<year>(?:19|20)\d\d)(?!\d|\.\d|%)"
)
"""A year in a text of `numerals`, with its `month` if named, or `before` for the time before it."""

A_COUNT = (
    r"(?<!\S)(-?\d+(?:\.\d+)?)(?!\S)(?! [a-z]| CIT| LEVEL| MISSING (?:OF|FOR)| \d| OF [\da-z])"
)
"""A number in a line that does not count something else, such as 33 people."""

# The criteria lost or gained, and the count they are lost from or gained on.
_N = r"(?<!\S)(?P<n>\d+|ONE)(?!\S)"
_M = r"(?<!\S)(?P<m>\d+)(?!\S)(?! [a-z])"
OUT_OF = re.compile(
    r"(?<!LOSE )(?<!ADD )(?<!\S)(-?\d+(?:\.\d+)?) (?:CRITERIA )?OF "
    r"(?:THE |EACH |OLD |CURRENT )*(\d+)(?!\S)(?! [a-z])"
)
"""A count and the total it is counted out of."""

MENTION = re.compile(
    r"(?<!\d )(?<!\d OF )(?:THE|OF|UNDER|OLD|CURRENT|FIRST|STANDARD) (\d+) (?:CRITERIA|STANDARD)"
    r"|(?<!MEET )(\d+) CRITERIA (?:STANDARD|OLD)|HOWMANY OF (?:THE )?(\d+)(?= [A-Z])"
)
"""A number of criteria by which a version of the standard is called."""

_RULES = r"(?:STANDARD|CRITERIA|THRESHOLD|LEVELS?|MINIMUM)"
EARLIER = re.compile(rf"(?<!\S)(?:(OLD|FIRST) (?:\S+ )?{_RULES}|{_RULES} (OLD|FIRST))(?!\S)")
"""An earlier version of the standard, called by its age."""

COUNTS = tuple(
    re.compile(pattern.format(count=A_COUNT))
    for pattern in (
        "COUNT {count}",
        "MEET (?:EACH |OF )*{count}",
        "(?<!NEED )(?<!MISSING )(?<!WHICH )(?<!ONE OF )(?<!\\d OF ){count} (?:OF )?CRITERIA",
        "(?:HAVE|REACH|LOSE OF) {count}",
    )
)
"""Ways to say how many criteria are met, surest first."""

CHANGES = tuple(
    (sign, re.compile(pattern.format(n=_N, m=_M, c="(?:CRITERIA )?")))
    for sign, pattern in (
        (-1, "LOSE (?:OF )?{n} {c}OF {c}{m}"),
        (-1, "{n} {c}OF {m} {c}(?:REACH )?LOSE"),
        (+1, "ADD (?:MORE )?{n} {c}(?:MORE )?(?:FOR |OF )?{m}"),
        (+1, "{n} {c}MORE {c}(?:OF|FOR) {m}"),
        (-1, "{n} {c}LESS {c}(?:OF|FOR) {m}"),
        (+1, "{m} {c}(?:ADD|MORE) {n}"),
        (-1, "{m} {c}(?:MINUS|LESS|LOSE) {n}"),
        (-1, "LOSE (?:OF |MORE |CRITERIA )*{n}"),
        (-1, "{n} {c}REACH LOSE"),
        (+1, "ADD (?:MORE )?{n}"),
        (+1, "{n} {c}MORE"),
        (+1, "MORE {n}"),
        (-1, "{n} {c}LESS"),
    )
)
"""Ways to say that `n` criteria are lost (-1) or gained (+1), on a count `m` if it is named."""


def numerals(text: str) -> str:
    """Lower-case text with every number as plain digits: 33, 67.4, 70%, -3."""
    signs = (own for own, sign in _NUMERAL_SIGNS.items() if re.search(rf"\b(?:{sign})\b", text))
    language = next(signs, None) or detect(text)
    text = re.sub(rf"\b({_TENS})(one|two|three|four|five|six|seven|eight|nine)\b", r"\1-\2", text)
    for word, written in _ACCENTS.items():
        text = text.replace(word, written)
    text = fold(alpha2digit(text, language)).replace("\u2212", "-")
    for word, written in _SMALL_NUMBERS[language].items():
        text = re.sub(rf"\b{word}\b", written, text)
    text = re.sub(r"\b([2-9])0 ([1-9])\b", r"\1\2", text)
    text = re.sub(r"(\d) 1(000|000000)\b", r"\1\2", text)  # '30 mil'
    text = re.sub(r"(\d),(\d{3})\b|(\d)\.(\d{3})\b", r"\1\3\2\4", text)
    text = re.sub(r"(\d),(\d)", r"\1.\2", text)
    text = re.sub(r"(\d) (?:and a half|y medio|e mei[oa])\b", r"\1.5", text)
    text = re.sub(
        r"(\d) ?(?:%|percent\b|per cent\b|pct\b|por ?(?:100|cien|ciento|cento)\b)", r"\1% ", text
    )
    return re.sub(r"\b(?:half|la mitad|metade)\b(?= (?:of|the|de|d[oa]s)\b)", "50%", text)


def line_of(text: str) -> str:
    """The tokens of a text, small words left out, ' ; ' where the sentence breaks."""
    text = re.sub(r"n['’]t\b", "nt", text)
    text = re.sub(r"['’](?:s|re|ve|ll|d|m)\b", " ", text)
    text = re.sub(r"(\d) ?/ ?(\d)", r"\1 of \2", text)
    text = re.sub(r"(?<!\d)\d+%? ?[-–] ?\d+%?|(?<=\w)-(?=\w)", lambda m: _dash(m.group()), text)
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
    return _SPELLINGS[near[0]] if near and near[0][0] == word[0] else word


def has(line: str, *tokens: str) -> bool:
    """Whether a line has any of the tokens."""
    return not set(tokens).isdisjoint(line.split())


def strange(line: str) -> int:
    """How many words of a line the grammar does not know."""
    return sum(word.islower() and "%" not in word for word in line.split())
