"""What kind of thing a question asks for, which words name it, and whether a sentence holds it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answers import Language
from assistant.figures import MONTHS
from assistant.folding import fold

Kind = Literal[
    "number",
    "share",
    "money",
    "date",
    "duration",
    "person",
    "organisation",
    "list",
    "reason",
    "definition",
]


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked for.

    Attributes:
        kind: of thing, where the wording tells.
        focus: the words right after the question word, folded: 'bike lanes' of 'how many bike
            lanes does it have'.
    """

    kind: Kind | None
    focus: frozenset[str]


_ORGANISATIONS = (
    r"compan(?:y|ies)|firms?|vendors?|suppliers?|contractors?|organi[sz]ations?|agenc(?:y|ies)"
    r"|universit(?:y|ies)|foundations?|consultan(?:t|cy|cies)|partners?|banks?|manufacturers?"
)
_COST = r"costs?|prices?|budgets?|fees?|salar(?:y|ies)|funding|sums?|spending|amounts?|grants?"
# Compared with the folded question; the first form that fits decides.
_KINDS: Mapping[Language, Sequence[tuple[Kind, str]]] = {
    "en": (
        ("date", r"when|(?:what|which) (?:year|date|month|day)|how long ago|deadline"),
        ("duration", r"how long|how many (?:years|months|weeks|days|hours|minutes)"),
        ("money", r"how much (?:money|funding)|how expensive|how much .*\b(?:costs?|pay|paid|spen[dt]|invest(?:ed)?|charges?|earns?)"),
        ("money", rf"what (?:was|is|were|are) (?:the |its |their )?(?:\w+ ){{0,2}}(?:{_COST})|(?:{_COST}) (?:of|for)"),
        ("share", r"(?:what|which) (?:share|percentage|percent|proportion|part|fraction)|by how (?:much|many)|by what|what per cent|how many per ?cent|how much (?:more|less|lower|higher|faster|fewer)|how far"),
        ("list", r"(?:which|what) (?:\w+ )?(?:cities|places|towns|areas)"),
        ("list", r"who (?:used?|uses|has|have|moved|rose|got|reached|became|(?:was|were) certified)"),
        ("number", r"how (?:many|much|often|far|large|big|small|high|fast)|(?:what|which) number|number of"),
        ("organisation", rf"(?:what|which) (?:\w+ )?(?:{_ORGANISATIONS})|who (?:pays|funds|financed?s?|built|supplied|supplies|developed|made|provided|runs|owns)"),
        ("person", r"who|whose|what(?:'s| is| was) the name of"),
        ("reason", r"why|how come|what for|for what reason"),
        ("definition", r"^what(?:'s| is| are)(?: the| a| an)?(?: [\w'-]+){1,4}\W*$"),
    ),
    "es": (
        ("date", r"cuando|(?:en|de) que (?:ano|fecha|mes|dia)|fecha limite"),
        ("duration", r"cuanto (?:tiempo|dura|tarda)|cuantos (?:anos|meses|dias)|cuantas (?:semanas|horas)"),
        ("money", r"cuanto (?:dinero|cuesta|costo|costaron|pago|paga|gasto|gasta|invirtio|gana)|cuanto .*\b(?:costo|cuesta|pago|gasto|invirtio)|(?:costo|precio|presupuesto|salario|sueldo|tarifa|monto) (?:de|del|anual|total)"),
        ("share", r"que (?:porcentaje|proporcion|parte)|(?:en )?cuanto (?:bajo|subio|cayo|aumento|disminuyo|crecio|mejoro|se redujo)"),
        ("list", r"(?:que|cuales) (?:\w+ )?(?:ciudades|municipios|lugares)"),
        ("number", r"cuant[oa]s?"),
        ("organisation", r"(?:que|cual) (?:empresa|organizacion|compania|universidad|fundacion|proveedor)|quien (?:financia|paga|desarrollo|construyo|dirige)"),
        ("person", r"quien(?:es)?"),
        ("reason", r"por que|para que"),
        ("definition", r"^\W*que (?:es|son)(?: la| el| un| una)?(?: [\w'-]+){1,4}\W*$"),
    ),
    "pt": (
        ("date", r"quando|(?:em|de) que (?:ano|data|mes|dia)|prazo"),
        ("duration", r"quanto (?:tempo|dura|demora)|quantos (?:anos|meses|dias)|quantas (?:semanas|horas)"),
        ("money", r"quanto (?:dinheiro|custa|custou|custaram|pagou|paga|gastou|gasta|investiu|ganha)|quanto .*\b(?:custou|custa|pagou|gastou|investiu)|(?:custo|preco|orcamento|salario|taxa|valor) (?:d[aoe]s?|anual|total)"),
        ("share", r"que (?:porcentagem|percentagem|proporcao|parte)|(?:em )?quanto (?:caiu|subiu|aumentou|diminuiu|diminuiram|cairam|cresceu|melhorou|reduziu)"),
        ("list", r"(?:que|quais) (?:\w+ )?(?:cidades|municipios|lugares)"),
        ("number", r"quant[oa]s?"),
        ("organisation", r"(?:que|qual) (?:empresa|organizacao|companhia|universidade|fundacao|fornecedor)|quem (?:financia|paga|desenvolveu|construiu|dirige|conduz)"),
        ("person", r"quem"),
        ("reason", r"por que|porque|para que"),
        ("definition", r"^o que (?:e|sao)(?: a| o| um| uma)?(?: [\w'-]+){1,4}\W*$"),
    ),
}  # fmt: skip

_FOCUS: Mapping[Language, str] = {
    "en": r"(?:how (?:many|much)|what(?:'s)?|which|whose|who)(?: is| was| are| were)?"
    r"(?: the| a| an| its| their| your)?",
    "es": r"(?:cuant[oa]s?|que|cual(?:es)?|quien(?:es)?)(?: es| son| fue| fueron| era)?"
    r"(?: el| la| los| las| un| una| su| sus)?",
    "pt": r"(?:quant[oa]s?|o que|que|qual|quais|quem)(?: e| sao| foi| foram| era)?"
    r"(?: o| a| os| as| um| uma| seu| sua)?",
}
_STOP = frozenset(
    """a about and are as at by can de did do does e el em en for from had has have in is la na no o
    of on or que se that the to was were will with would y""".split()
)
MAX_FOCUS = 2
"""Words after the question word that name what is asked for, at most."""

_MONTHS = "|".join(MONTHS)
_COUNTED = (
    r"(?<![\d.,])(?!(?:19|20)\d\d\b(?![.,]\d))\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|dozens?|hundreds?|thousands?|half|twice|double[ds]?|quarter(?:ly)?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|diez|mitad|duas|dois|quatro|sete|oito|nove|dez|metade)\b"
)  # fmt: skip
_FORMS: Mapping[Kind, str] = {
        "number": _COUNTED,
        "share": rf"%|\bper ?cent|\bpor ciento|\bpor cento|\btimes\b|\bveces\b|\bvezes\b|{_COUNTED}",
        "money": r"[$€£]|\b(?:dollars?|pesos?|reais|reales|euros?|US\$|R\$|USD|dólares)\b",
        "date": rf"\b(?:19|20)\d\d\b|\b(?i:{_MONTHS})\b",
        "duration": r"\b(?i:years?|months?|weeks?|days?|hours?|minutes?|quarter(?:ly)?|annual(?:ly)?|años?|meses"
        r"|semanas?|d[ií]as?|horas?|minutos?|anos?)\b",
        "person": r"(?<!^)(?<![.] )\b[A-Z]\w+ [A-Z]\w+|\b(?i:mayor|director|manager|officer|team|alcalde|prefeito)",
        "organisation": r"(?<!^)(?<![.] )\b[A-Z]\w+(?: (?:of |for |de |the )?[A-Z]\w+)+|\b[A-Z]{2,}\b|\([A-Z]\w+",
        "list": r"(?:[A-Z]\w+[^,.;]*, ){2}|(?:[A-Z]\w+[^,.;]*, )[^,.;]* and ",
        "reason": r"\b(?i:because|so that|in order to|due to|since|reasons?|therefore|after|lets?|led|porque|debido"
        r"|para que|devido|to \w+)\b",
        "definition": r"^[^,;]{0,70}\b(?:is|are|es|son|é|são) (?:a|an|the|one|called|un|una|la|el|um|uma|o)\b",
}  # fmt: skip
_HOLDS = {kind: re.compile(form) for kind, form in _FORMS.items()}


def read_asking(text: str, language: Language) -> Asking:
    """What a question asks for; the programme's name should have been taken out of `text`."""
    folded = fold(text)
    kind = next(
        (kind for kind, form in _KINDS[language] if re.search(rf"(?<!\w)(?:{form})(?!\w)", folded)),
        None,
    )
    return Asking(kind, _focus(folded, language))


def _focus(folded: str, language: Language) -> frozenset[str]:
    found = re.search(rf"(?<!\w){_FOCUS[language]}((?: [\w'-]+){{1,4}})", folded)
    words: list[str] = []
    for word in found[1].split() if found else ():
        if word in _STOP or len(words) == MAX_FOCUS:
            break
        words.append(word)
    return frozenset(words)


def holds(kind: Kind | None, text: str) -> bool:
    """Whether a sentence holds the kind of thing asked for; any does where none is."""
    return kind is None or bool(_HOLDS[kind].search(text))
