"""What kind of thing a question asks for, which words name it, and whether a sentence holds it.

A sentence holds an answer only if it has something of that kind that the question has not: 'how
many of the 46,000 found a job?' is not answered by a sentence whose one number is 46,000.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from assistant.answers import Language
from assistant.figures import DATE, MONTHS, numbers
from assistant.folding import fold

Kind = Literal[
    "number",
    "share",
    "money",
    "date",
    "clock",
    "duration",
    "age",
    "person",
    "agent",
    "organisation",
    "cities",
    "names",
    "thing",
    "quality",
    "reason",
    "expansion",
    "definition",
]


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked for.

    Attributes:
        kind: of thing, where the wording tells.
        focus: the words right after the question word, folded: 'bike lanes' of 'how many bike
            lanes does it have'; without words for the kind of thing, such as 'company'.
        given: the question, folded; what stands in it is no answer to it.
        gathers: whether it asks for whoever did a thing, wherever that is told.
        deeds: whether it asks what was done.
        ahead: whether it asks for what is still to come.
    """

    kind: Kind | None
    focus: frozenset[str]
    given: str
    gathers: bool = False
    deeds: bool = False
    ahead: bool = False


_COST_EN = r"costs?|prices?|budgets?|fees?|salar(?:y|ies)|funding|sums?|spending|amounts?"
_SPENT_EN = (
    r"costs?|pay|paid|spen[dt]|invest(?:ed)?|charges?d?|earns?|raised?|(?:bring|brought) in|worth"
    r"|tax(?:es)?|fees?|loans?|grants?|bonds?"
)
_PAYS_EN = r"spend|spent|pay(?! (?:attention|off|for (?:itself|themselves)))|paid|invest(?:ed)?|charged?|fork out"
_OFFICE_EN = (
    r"boss|heads?|chief|director|mayor|leader|manager|officer|person|founder|chair\w*|contact"
)
_EXTREME_EN = r"highest|lowest|maximum|minimum|largest|smallest|average|exact|greatest"
_MAKER_EN = (
    r"investors?|lenders?|donors?|compan(?:y|ies)|firms?|vendors?|suppliers?|contractors?|organi[sz]ations?|agenc(?:y|ies)"
    r"|foundations?|consultan(?:ts?|cy|cies)|banks?|manufacturers?|provider"
)
_DOES_EN = (
    r"pays|funds|financed?s?|built|supplied|supplies|developed|made|provided|runs|owns|leads|wrote"
)
_ASKED_AT_ALL = r".*\b(?:how|what|which|who|when|where|why|is|are|was|were|do|does|did|can|has)\b"
_SHARE_EN = r"(?:share|percentage|percent|per cent|proportion|fraction|portion|part of the)"
_SIZE_EN = r"(?:big|large|great|high|small|much of)"
_NO_AGENT_EN = r"(?:can|could|may|must|should|would|will|do|does|did|are|were|gets?|benefit\w*)\b"
_NAMED_EN = (
    r"universit(?:y|ies)|colleges?|experts|officials|architects?|labs?|laborator(?:y|ies)"
    r"|software|programming language|brands?|models?"
)
_QUALITY_EN = r"accurate|safe|reliable|popular|effective|clean|good|secure|strict"
_PAST_ES = r"bajo|subio|cayo|aumento|disminuyo|crecio|mejoro|se redujo|bajaron|aumentaron"
_PAST_PT = r"caiu|subiu|aumentou|diminuiu|diminuiram|cairam|cresceu|melhorou|reduziu"
_LOOSE_EN = (
    r"(?:of|one|ones|cit(?:y|ies)|places?|projects?|work|things?|steps?|ways?|levels?|results?|kinds?"
    r"|sorts?|types?|parts?|areas?|others?|two|three|first|latest|last|newest|most|best|difference"
    r"|point|purpose|idea|story|goal|aim|role|use|meaning|status|situation|countr(?:y|ies)|regions?"
    r"|states?|criteri(?:a|on)|rules?|figures?|numbers?|data|evidence|information|info|details?|facts"
    r"|proof|outcomes?|achievements?|success(?:es)?|progress|changes?|impacts?|effects?)\b"
)
"""What is asked for by words that stand for many things, which no answer need repeat."""
_FEW_EN = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_NO_NOUN_EN = (
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|if|about|else"
    r"|exactly|happen(?:s|ed)?|made|makes|came|comes|counts|helps|share|percentage|number|year|date)\b"
)
_NO_AGENT_ES = r"(?:puede|pueden|debe|deben|recibe|reciben|mas)\b"
_NO_AGENT_PT = r"(?:pode|podem|deve|devem|recebe|recebem|mais)\b"
_CITIES_EN = r"(?:cities|places|towns|municipalities|city (?:governments?|halls?|councils?)|mayors)"
# Compared with the folded question; the first form that fits decides.
_KINDS: Mapping[Language, Sequence[tuple[Kind, str]]] = {
    "en": (
        (
            "expansion",
            r"what (?:does|do|did) .*\bstand(?:s)? for|short for|what is .* an (?:acronym|abbreviation)",
        ),
        (
            "clock",
            r"(?<!over )(?<!in )(?<!by )(?:what|which) time(?! of (?:year|the year))|opening hours",
        ),
        (
            "date",
            r"when(?! it comes)|(?:what|which) (?:year|date|month|day)s?|how long ago|deadline",
        ),
        ("duration", r"how (?:long|often|frequently|regularly|quickly|soon)"),
        ("duration", r"how many (?:years|months|weeks|days|hours|minutes)"),
        ("money", r"(?:does|did|do|will|would) .*\bcosts?(?: (?:anything|a lot|much|money))?\W*$"),
        ("money", r"(?:get|win|receive|given) (?:any |some |prize )?money|(?:have|need) to pay"),
        ("money", rf"how much (?:money|funding)|how expensive|how much .*\b(?:{_SPENT_EN})"),
        ("money", rf"what(?:'s| was| is| were| are) (?:the |its )?(?:\w+ ){{0,2}}(?:{_COST_EN})"),
        (
            "money",
            r"what (?:(?!did|does|do|to)\w+ )?.*\b(?:costs?|earns?|is paid|are paid|get paid)",
        ),
        ("money", rf"what (?:did|does|do|has|have|will) .*\b(?:{_PAYS_EN})\b"),
        ("money", rf"^(?!{_ASKED_AT_ALL})(?:the )?(?:{_COST_EN}|wages?|pay) (?:of|for)\b"),
        ("money", r"what (?:does|do|did|would|will) .*\b(?:come|add up|amount) to\W*$"),
        ("money", r"(?:how much|what) (?:in|of) (?:cash|money|dollars|funds)"),
        ("age", r"how old|what ages?|which ages?|age (?:group|limit)s?"),
        ("share", rf"(?:what|which)(?:'s| is| was)?(?: the)? {_SHARE_EN}"),
        ("share", rf"how {_SIZE_EN} (?:an? |is the |was the )?(?:share|part|portion|slice|chunk)"),
        (
            "share",
            r"by (?:how (?:much|many)|what)|to what (?:extent|degree)|how many per ?cent"
            r"|how far did",
        ),
        ("share", r"how much (?:more|less|lower|higher|faster|fewer)"),
        ("cities", rf"(?:which|what|name) (?:[\w-]+ ){{0,4}}{_CITIES_EN}"),
        ("number", r"how (?:many|much|often|large|big|small|high|fast)|(?:what|which) number"),
        ("number", rf"^(?!{_ASKED_AT_ALL})(?:the )?(?:\w+ )?(?:rates?|numbers?|totals?|counts?)\b"),
        ("person", rf"^(?:the )?names? of (?:the )?.*\b(?:{_OFFICE_EN})"),
        (
            "number",
            rf"what(?:'s| is| was) the (?:{_EXTREME_EN}) (?:\w+ )?(?:value|amount|number|limit|size|count|figure)",
        ),
        ("number", r"number of|what(?:'s| is| was) the (?:\w+ )?(?:rate|average|total|score)"),
        ("organisation", rf"(?:what|which) (?:\w+ )?(?:{_MAKER_EN})|who (?:{_DOES_EN})"),
        ("names", rf"(?:what|which) (?:\w+ )?(?:{_NAMED_EN})|name (?:the|all|two|three|its)\b"),
        (
            "person",
            r"who(?:'s| is| was)(?! \w*(?:certified|awarded)| (?:right|wrong|correct)\b)"
            rf"|what(?:'s| is| was) the name of (?:the |its |their )?(?:[\w'-]+ )?(?:{_OFFICE_EN})",
        ),
        (
            "names",
            r"what(?:'s| is| was| are) (?:the|its|their) names? of|what is (?:it|that|this) called",
        ),
        ("names", r"^who (?:did|does|has|have) \w+ .*\b(?:to|with|from|for)\W*$"),
        ("agent", rf"^(?:\w+ )?who (?:first |actually )?(?!{_NO_AGENT_EN})\w+"),
        ("reason", r"why|how come|what for|for what reason"),
        (
            "thing",
            rf"^which (?:{_FEW_EN} )?(?!{_LOOSE_EN}|{_NO_NOUN_EN})\w+"
            rf"|^what (?:{_FEW_EN} )?(?!{_LOOSE_EN}|{_NO_NOUN_EN})[\w-]+ (?:[\w-]+ )?"
            r"(?:did|does|do|is|are|was|were|has|have|had|can|will)\b"
            rf"|^what(?:'s| is| are| was| were) the (?:{_FEW_EN} )?(?!{_LOOSE_EN})\w+ (?:of|in)\b",
        ),
        ("quality", rf"^how (?:{_QUALITY_EN})"),
        ("definition", r"^what(?:'s| is| are)(?: the| a| an)?(?: [\w'-]+){1,4}\W*$"),
    ),
    "es": (
        ("expansion", r"que (?:significan?|quieren? decir) (?:las? siglas?|el acronimo)"),
        ("clock", r"a que hora|horario"),
        ("date", r"cuando|(?:en|de)? ?que (?:anos?|fechas?|mes(?:es)?|dias?)|fecha limite"),
        ("duration", r"cuanto (?:tiempo|dura|tarda)|cuantos (?:anos|meses|dias)|cuantas semanas"),
        ("money", r"cuanto (?:dinero|gana)|cuanto .*\b(?:cuestan?|costo|costaron|paga|pago|gasto)"),
        ("money", r"(?:cual|que) .*\b(?:costo|precio|presupuesto anual|salario|sueldo|tarifa) de"),
        ("share", rf"que (?:porcentaje|proporcion|parte)|(?:en )?cuanto (?:{_PAST_ES})"),
        ("cities", r"(?:que|cuales) (?:\w+ )?(?:ciudades|municipios|lugares)"),
        ("number", r"cuant[oa]s?"),
        (
            "organisation",
            r"(?:que|cual(?:es)?|nombres? de las?) (?:empresa|organizacion(?:es)?|compania|fundacion(?:es)?|proveedor(?:es)?|inversor(?:es)?|inversionista|banco)s?",
        ),
        ("organisation", r"quien (?:financia|paga|desarrollo|construyo|dirige|hizo)"),
        ("money", r"(?:monto|importe|costo|precio|gasto|presupuesto) (?:total|anual|de)"),
        (
            "money",
            r"(?:cuant[oa]s?|que (?:monto|suma|cantidad)) (?:en|de) (?:dinero|plata|dolares)",
        ),
        (
            "names",
            r"como se llama(?:n|ba)? (?!el alcalde|la alcaldesa|el jefe|la jefa|(?:el|la) director|quien)",
        ),
        ("person", r"quien(?:es)? (?:es|fue|era|son)|como se llama"),
        ("agent", rf"quien(?:es)? (?!{_NO_AGENT_ES})\w+"),
        ("reason", r"por que|para que"),
        ("definition", r"^\W*que (?:es|son)(?: la| el| un| una)?(?: [\w'-]+){1,4}\W*$"),
    ),
    "pt": (
        ("expansion", r"que (?:significam?|quer(?:em)? dizer) (?:as? siglas?|o acronimo)"),
        ("clock", r"a que horas|horario"),
        ("date", r"quando|(?:em|de)? ?que (?:anos?|datas?|mes(?:es)?|dias?)|prazo"),
        ("duration", r"quanto (?:tempo|dura|demora)|quantos (?:anos|meses|dias)|quantas semanas"),
        ("money", r"quanto (?:dinheiro|ganha)|quanto .*\b(?:custam?|custou|custaram|paga|pagou)"),
        ("money", r"(?:qual|que) .*\b(?:custo|preco|orcamento anual|salario|taxa) d[aoe]s?"),
        (
            "share",
            rf"que (?:porcentagem|percentagem|proporcao|parte)|(?:em )?quanto (?:{_PAST_PT})",
        ),
        ("cities", r"(?:que|quais) (?:\w+ )?(?:cidades|municipios|lugares)"),
        ("number", r"quant[oa]s?"),
        (
            "organisation",
            r"(?:que|qua(?:l|is)|nomes? das?) (?:empresa|organizac(?:ao|oes)|companhia|fundac(?:ao|oes)|fornecedor(?:es)?|investidor(?:es)?|banco)s?",
        ),
        ("organisation", r"quem (?:financia|paga|desenvolveu|construiu|dirige|conduz|fez)"),
        ("money", r"(?:valor|montante|custo|preco|gasto|orcamento) (?:total|anual|d[aoe])"),
        ("money", r"quant[oa]s? (?:em|de) (?:dinheiro|verba|dolares|reais)"),
        (
            "names",
            r"como se chama(?:m|va)? (?!o prefeito|a prefeita|o chefe|a chefe|[oa] diretora?|quem)",
        ),
        ("person", r"quem (?:e|foi|era|sao)|como se chama"),
        ("agent", rf"quem (?!{_NO_AGENT_PT})\w+"),
        ("reason", r"por que|para que"),
        ("definition", r"^o que (?:e|sao)(?: a| o| um| uma)?(?: [\w'-]+){1,4}\W*$"),
    ),
}

_FOCUS: Mapping[Language, str] = {
    "en": rf"(?:how (?:many|much)|how(?= (?:{_QUALITY_EN}))"
    r"|what(?:'s)?|which|whose|who)(?: is| was| are| were)?"
    r"(?: the| a| an| its| their| your)?(?: (?:piece|kind|sort|type|form|set|couple)s? of)?"
    r"(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b)?",
    "es": r"(?:cuant[oa]s?|que|cual(?:es)?|quien(?:es)?)(?: es| son| fue| fueron| era)?"
    r"(?: el| la| los| las| un| una| su| sus)?",
    "pt": r"(?:quant[oa]s?|o que|que|qual|quais|quem)(?: e| sao| foi| foram| era)?"
    r"(?: o| a| os| as| um| uma| seu| sua)?",
}
_DEEDS: Mapping[Language, str] = {
    "en": r"what (?:did|does|do|had|has|have|is|are|was|were) .*"
    r"\b(?:do|done|doing|use|used|find|found|learn|achieved?|change|get out of)\b"
    r"|what (?:[\w.'-]+ ){1,4}(?:did|does|do|has done|have done|is doing|are doing)"
    r"(?:\W*$| (?:about|with|for|on|to|in|against|when)\b)"
    r"|what (?:\w+ ){0,4}(?:project|work|happened)|how (?:did|does|do|has|have|is|are)"
    r"|tell me about|why|^\W*how (?!(?:many|much|long|big|often|large|far|old|high|fast|to)\b)"
    r"(?:[\w.'-]+,? ){1,4}(?:us(?:e|es|ed)|deals?|works?|tackles?|fights?|handles?|helps?"
    r"|\w{3,}ed)\b",
    "es": r"(?:que|como) (?:\w+ ){0,3}(?:hizo|hace|hicieron|uso|usa|usaron|proyecto)|por que",
    "pt": r"(?:que|como) (?:\w+ ){0,3}(?:fez|faz|fizeram|usou|usa|usaram|projeto)|por que",
}
"""Asks what was done, which no award is an answer to."""
_MADE_EN = (
    r"(?:found|creat|launch|fund|develop|financ|publish|start|invent|direct|manag|design|assess|certif"
    r"|decid|approv|verif|validat|check|support|establish|head|chair|announc|report|receiv|own)"
)
"""What one body did for the programme or a project, which is asked of that body."""
_GATHERS: Mapping[Language, str] = {
    "en": r"(?:which|what|other|any|some|certified) (?:[\w-]+ ){0,3}"
    rf"{_CITIES_EN}"
    r"|(?:has|have|did|does|do|is|are) (?:any|some|other)(?:one|body| cit(?:y|ies))?"
    r"|who(?:'s| (?:else |all )?(?:has|have|is|are)) \w+(?:ed|ing|ne)\b"
    rf"|who (?:else )?(?!{_MADE_EN})(?:let|lets|put|cut|gave|went|\w+ed)\b"
    r"|who (?:else )?(?:us(?:es|ed?|ing)|works?|worked|deals?|dealt|does)"
    r"|(?:are|is) there (?:any |some |other |several |many |more )?"
    r"(?:cit(?:y|ies)|places?|towns?|examples?)"
    r"|who (?:can|could|should)|examples?|case studies|(?:good|best) practices?"
    r"|^(?:cities|places|towns|municipalities)|projects? in"
    r"|(?:which|what|any|some|other) (?:[\w-]+ ){0,2}(?:projects|programm?es|initiatives|schemes)"
    r"|(?:tell|give|name|show|list|find|recommend|suggest|mention) (?:me |us )?(?:[\w-]+ ){0,4}"
    r"(?:cit(?:y|ies)|places|towns|municipalities|projects|stories)"
    r"|(?:how|where) (?:do|did|have) (?:certified )?(?:cit(?:y|ies)|towns|mayors)",
    "es": r"hay (?:alguna |otras? )?ciudad(?:es)?"
    r"|(?:que|cuales|otras|algunas?) (?:\w+ ){0,2}(?:ciudad(?:es)?|municipios?|lugares)"
    r"|quien(?:es)? (?:mas )?(?:us[ao]n?|ha(?:n)? usado|trabajan?)|ejemplos? de|^ciudades"
    r"|(?:dime|dame|nombra\w*|menciona\w*|cita|indica\w*) (?:\w+ ){0,2}(?:ciudad(?:es)?|proyectos?)"
    r"|(?:que|cuales|algun(?:os)?|hay) (?:\w+ ){0,2}(?:proyectos|programas|iniciativas)"
    r"|como usan las ciudades",
    "pt": r"ha (?:alguma |outras? )?cidades?"
    r"|(?:que|quais|outras|algumas?) (?:\w+ ){0,2}(?:cidades?|municipios?|lugares)"
    r"|quem (?:mais )?(?:us[ao]u?|usam|trabalha(?:m)?)|exemplos? de|^cidades"
    r"|(?:cite|diga|me de|mostre|indique|mencione|nomeie) (?:\w+ ){0,2}(?:cidades?|projetos?)"
    r"|(?:que|quais|algum|alguns|ha) (?:\w+ ){0,2}(?:projetos|programas|iniciativas)"
    r"|como as cidades usam",
}
_AT_WORK = re.compile(
    r"\bwho(?:'s| is| are| has)(?: else| currently| already)? (?:work|us|do|tackl|fight|help|deal"
    r"|try|look|measur|improv|experiment|map|track)(?:ing|ed|ne|ied)\b"
)
"""Asks for all who do a thing, by no name."""
_TOLD_DEED = re.compile(
    r"^what (?:[\w.'-]+ ){1,4}(?:did|does|do)(?:\W*$| (?:about|with|for|on|to|in|against|when)\b)"
)
"""What someone did, as it is asked within a sentence."""
_STOP = frozenset(
    """a about and are as at by can de did do does e el em en for from had has have in is la na no o
    of on or que se that the to was were will with would y""".split()
)
_KIND_WORD = re.compile(
    rf"(?:{_MAKER_EN}|{_COST_EN}|person|people|name|names?|number|share|percentage|proportion|rate"
    r"|empresa|organizacion|organizacao|companhia|compania|fundacion|fundacao|proveedor|fornecedor"
    r"|portion|fraction|slice|chunk|times?|extent|degree|drop|fall|rise|increase|decrease|reduction|decline|growth|gain|improvement"
    r"|porcentaje|porcentagem|percentagem|parte|dinero|dinheiro|money|year|date|month|ano|fecha"
    r"|data|cities|city|places?|towns?|ciudad(?:es)?|cidades?|municipios?"
    r"|ppl|residents?|citizens?|inhabitants?|locals|folks|habitantes?|residentes?|vecin[oa]s|moradores"
    r"|ciudadanos|personas?|pessoas?|gente)"
)
_PEOPLE = re.compile(r"people|ppl|persons?|residents?|citizens?|inhabitants?|locals|folks")
_NOT_COUNTED = re.compile(
    r"\w{2,}[^aeiou]ed|\w{3,}(?:aron|ieron|aram|eram|iram)|\w+ied|took|taken|came|went|got|gave|won|lost|fell|rose|chose|joined|uses?|used"
    r"|more|less|fewer|cheaper|faster|quicker|higher|lower|bigger|larger|smaller|longer|shorter"
    r"|now|today|currently|exactly|already|altogether|so|still|total|ahora|hoy|hoje|agora|ya|ja"
    r"|better|worse|safer|older|younger|votaron|participaron|votaram|participaram|mas|menos|mais"
)
"""What those who are counted did, or how things compare: told in too many ways to insist on."""
MAX_FOCUS = 2
"""Words after the question word that name what is asked for, at most."""

COUNT_FORMS = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|half(?!-)|thirds?|twice|double[ds]?|quarter(?:ly)?|dos|tres|cuatro|cinco|seis|siete"
    r"|ocho|nueve|diez|mitad|duas|dois|quatro|sete|oito|nove|dez|metade)\b"
)
_COUNT_WORDS = re.compile(COUNT_FORMS, re.IGNORECASE)
_MONEY = re.compile(r"[$€£]|\b(?:dollars?|pesos?|reais|reales|euros?|USD|dólares)\b")
_FREE = re.compile(
    r"\bfree(?: of charge\b| to \w+|\b(?=[,.;]))|\bat no (?:cost|charge)\b", re.IGNORECASE
)
"""That nothing is to be paid is an answer too."""
_CLOCK = re.compile(r"\d{1,2}(?::\d\d)|\b\d{1,2} ?(?:am|pm|o'clock|h)\b")
_DATE = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"(?:\d|{COUNT_FORMS}|\b(?:an?|each|every|per|once|several|un|una|cada|por|um|uma))"
    r"[ -](?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|años?|mes(?:es)?|semanas?"
    r"|d[ií]as?|horas?|minutos?|anos?|m[êe]s|quarter)\b|\b(?:annual(?:ly)?|(?:year|quarter|month|week|dai)ly)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|so that|in order to|due to|since|reasons?|therefore|after|lets?|led|to \w+"
    r"|porque|debido|para|devido)\b",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"^[^,;]{0,70}\b(?:is|are|es|son|é|são) (?:a|an|the|one|called|un|una|la|el|um|uma|o)\b"
)
_ROLE = re.compile(r"\b(?:mayor|director|manager|officer|team|head|alcalde|prefeito|chief)\b", re.I)
_NAME = re.compile(r"(?<!^)(?<![.;:] )\b[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][\w'’&-]+")


def read_asking(text: str, language: Language) -> Asking:
    """What a question asks for; the programme's name should have been taken out of `text`."""
    folded = fold(text)
    tried = ((kind, form.search(folded)) for kind, form in _forms(language))
    fitting = ((kind, at) for kind, at in tried if at and not _is_conjunction(at))
    kind, (first, last) = next(((kind, at.span()) for kind, at in fitting), (None, (0, 0)))
    gathers = bool(_whole(_GATHERS[language]).search(folded))
    if gathers and (kind == "agent" or (kind == "person" and _AT_WORK.search(folded))):
        kind = None  # whoever did it is told with what was done
    deeds = bool(_begun(_DEEDS[language]).search(folded))
    if kind == "thing" and _TOLD_DEED.search(folded):
        kind = None  # 'what Boise did about water' asks for no thing
    ahead = bool(_AHEAD.search(folded))
    return Asking(kind, _focus(folded, first, last, language), folded, gathers, deeds, ahead)


def _is_conjunction(found: re.Match[str]) -> bool:
    """Whether it is a 'when' that only says at which time what is asked for came about."""
    return found[0] == "when" and bool(_ASKED_BEFORE.search(found.string[: found.start()]))


_ASKED_BEFORE = re.compile(
    r"\b(?:how (?:many|much|big|large|far|long|often)|what|which|who|why|where)\b[^?.;]*"
    r"(?<!\band)(?<!\bor)(?<!,)(?<!\bsay)(?<!\bknow)(?<!\bof) $"
)


@lru_cache(maxsize=3)
def _forms(language: Language) -> Sequence[tuple[Kind, re.Pattern[str]]]:
    """The forms of each kind; more of them than `re` keeps by itself are in use."""
    return [(kind, _whole(form)) for kind, form in _KINDS[language]]


@lru_cache(maxsize=256)
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{form})(?!\w)")


@lru_cache(maxsize=8)
def _begun(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{form})")


def _focus(folded: str, first: int, last: int, language: Language) -> frozenset[str]:
    """The words that name what is asked for, after the words of the kind, from `first` to `last`.

    A 'who' or 'que' before or after those may stand for what is spoken of.
    """
    form = _whole_focus(language)
    found = form.search(folded, first)
    if found and last and found.start() > last:
        found = None
    words: list[str] = []
    for word in found[1].split() if found else ():
        if word in _STOP or _NOT_COUNTED.fullmatch(word) or len(words) == MAX_FOCUS:
            break
        if language == "en" and words and _PEOPLE.fullmatch(word):
            return frozenset()  # 'homeless people' are people
        words.append(word)
    if language == "en" and (owned := _OWNED_SIZE.search(folded)):
        words = [owned[1]]
    return frozenset(word for word in words if not _KIND_WORD.fullmatch(word))


@lru_cache(maxsize=3)
def _whole_focus(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_FOCUS[language]}((?: [\w'-]+){{1,4}})")


_EXPANSION = re.compile(
    r"\b(?:stands? for|short for|abbreviat\w+|acronym|initials)\b|\w \([A-Z][A-Za-z]*[A-Z]\w*\)"
    r"|\b[A-Z]{2,}\w*,? (?:the|or|that is,?) [A-Z]\w+ \w+"
)
"""Tells what letters stand for: 'the high council for technology (ICT)'."""
_OWNED_SIZE = re.compile(
    r"^how (?:big|large|small|high|fast|tall|wide|deep|heavy) (?:is|are|was|were|will|did|does)"
    r" [\w -]+'s (?:[\w-]+ )??([\w-]+)\W*"
    r"(?:$|(?:in|at|by|when|go|get|be|become|since|after|before)\b)"
)
"""How big something of someone's is: 'how high will the city's water bills go'."""
_AHEAD = re.compile(
    r"\b(?:tomorrow|upcoming|the coming|next (?:round|year|month|assessment|call|deadline|award)"
    r"|proxim[oa]s?|manana|amanha|when (?:will|is) .*\b(?:open|start|begin|due|deadline)\w*"
    r"|when will|by (?:what|which) year)\b"
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|plans?|planned|due|scheduled|is to|are to|upcoming|until 20\d\d|through 20\d\d"
    r"|20(?:2[7-9]|[3-9]\d)|prev[eé]\w*|planea\w*)\b"
)


def looks_ahead(text: str) -> bool:
    """Whether a sentence speaks of what was still to come."""
    return bool(_LOOKS_AHEAD.search(text))


def without_reports(text: str) -> str:
    """A sentence without the words that say when and by whom it was told."""
    return _REPORTED.sub(" ", text)


_AWARD_WORD = re.compile(
    r"certif\w+|awards?|awarded|levels?|silver|gold|platinum|announced|received|earned|holds?|held"
    r"|reached|belonged|joined|brought|took|number|count|total|every|which|first|new|newly|one|group|round|among|reported|according|since|cities|city|works?"
)


@lru_cache(maxsize=16384)
def is_award(text: str) -> bool:
    """Whether a sentence does no more than to say who was certified, when and at what level."""
    told = [w for w in re.findall(r"(?<![\w.])[a-z][a-z-]{3,}", text) if w not in _STOP]
    award = [word for word in told if _AWARD_WORD.fullmatch(word)]
    return len(award) > 1 and len(told) - len(award) <= 2


@lru_cache(maxsize=16384)
def defines(text: str) -> bool:
    """Whether a sentence says what a thing is."""
    return bool(_DEFINITION.search(text))


def holds(asking: Asking, text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence holds the kind of thing asked for, and not only what the question gave.

    Args:
        known: names, folded, that are no news in this programme: its own and those of places.
    """
    match asking.kind:
        case None | "thing" | "quality":
            return True
        case "number" | "share" if _CHANGED.search(asking.given) and not _CHANGE.search(text):
            return False
        case "number" | "share":
            return _new_number(asking, text) or bool(_COUNT_WORDS.search(text))
        case "money":
            paid = bool(_MONEY.search(text)) and _new_number(asking, text)
            return paid or bool(_FREE.search(text))
        case "date":
            told = without_reports(text)
            return any(fold(m[0]) not in asking.given for m in _DATE.finditer(told))
        case "duration":
            return bool(_SPAN.search(text))
        case "person":
            # Whoever asks for the holder of an office is not told by another office.
            by_office = not _ROLE.search(asking.given) and _ROLE.search(text)
            return len(_new_names(asking, text, known)) > 1 or bool(by_office)
        case "agent":
            return bool(_ACTOR.search(text)) or bool(_new_names(asking, text, known))
        case "organisation" | "names":
            return bool(_new_names(asking, text, known))
        case "expansion":
            return bool(_EXPANSION.search(text))
        case "cities":
            return bool(_NAME.search(text))
        case _:
            return bool(_OTHERS[asking.kind].search(text))


_CHANGED = re.compile(
    r"\b(?:how (?:much|far|many) (?:did|has|have|do|does) .*\b(?:f[ae]ll(?:en)?|drop(?:ped)?"
    r"|declined?|decreased?|ris(?:e|en)|gr[eo]wn?|go(?:ne)? (?:up|down)|c[ao]me down|improved?"
    r"|increased?|shr[iu]nk)"
    r"|cuanto (?:ha |han )?(?:baj|ca[iy]|sub|crec|aument|disminu|reduj|mejor)\w+"
    r"|quanto (?:cai|sub|cresc|aument|diminu|reduz|melhor)\w*)"
)
_CHANGE = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|ris(?:e|es|en|ing)|rose|gr[eo]w\w*|went"
    r"|cut|came down|down|up|increas\w*|reduc\w*|from|less|fewer|more|lower\w*|higher|than|gained?"
    r"|improv\w*|doubled?|tripled?|times|baj\w*|ca[iíy]\w*|sub\w*|aument\w*)\b",
    re.IGNORECASE,
)
"""A number that tells of a change, where the question asks how much something changed."""
_ACTOR = re.compile(
    r"\b(?:experts?|officials?|residents?|voters?|students?|committee|council|staff|mayors?"
    r"|managers?|directors?|officers?|teams?|partners?|certifiers|foundations?|universit(?:y|ies)"
    r"|cit(?:y|ies) itself|the public)\b",
    re.IGNORECASE,
)
"""Those who do things without being named."""
_AGE = re.compile(r"\b(?:aged? \d|\d+ years? old|years of age|ages)", re.IGNORECASE)
_OTHERS = {"clock": _CLOCK, "age": _AGE, "reason": _REASON, "definition": _DEFINITION}
_REPORTER = re.compile(
    r"\b(?:according to|as reported (?:by|in)|reported by|as told by|per) [^,;]*"
    r"|[^,;]*\b(?:reported|wrote|says?|said|reports?|writes?)\b(?= (?:on|in|of|that)\b|[,.])"
)
"""Who told it, which is not what is told."""
_REPORTED = re.compile(
    r",? (?:as )?(?:reported|told|named|described|said)\b[^,;.]*|,? according to [^,;]*"
    r"|,? as [^,;.]* (?:describes?|says?|reports?|tells?|shows?)\b"
    r"|\b(?:papers?|pages?|items?|reports?|notices?|articles?|news) (?:of|from|with) [^,;.]*?\d{4}"
)
"""When it was told, which is not when it was."""
_CURRENCIES = frozenset({"us", "usd", "eur"})
GATES: frozenset[Kind] = frozenset(
    {
        "number",
        "share",
        "money",
        "date",
        "clock",
        "duration",
        "age",
        "person",
        "agent",
        "organisation",
        "names",
    }
)
"""Kinds that a sentence must hold to answer; the others are told too freely to insist."""
FOCUSED: frozenset[Kind] = frozenset(
    {"number", "share", "money", "names", "person", "thing", "quality"}
)
"""Kinds of which a sentence must also hold a word that names the thing asked for, if one does."""


def _new_number(asking: Asking, text: str) -> bool:
    """Whether a text has a number, not of a date, that the question does not have."""
    given = {value for readings in numbers(asking.given) for value in readings}
    return any(not readings & given for readings in _numbers_of(text))


@lru_cache(maxsize=16384)
def _numbers_of(sentence: str) -> Sequence[frozenset[Decimal]]:
    """The numbers of a sentence that are not of a date."""
    return tuple(numbers(_AGES.sub(" ", DATE.sub(" ", sentence))))


_AGES = re.compile(r"\baged? \d+(?:\s?(?:-|to|and)\s?\d+)?")
"""Whom a thing is for, which is no count of anything."""


def _new_names(asking: Asking, text: str, known: frozenset[str]) -> list[str]:
    """Capitalised words within a text that the question does not have and nobody asks for."""
    told = _REPORTER.sub(" ", text)
    folded = (fold(name).removesuffix("'s").removesuffix("’s") for name in _NAME.findall(told))
    return [
        n
        for n in folded
        if n not in asking.given and n not in known | _CURRENCIES and n not in MONTHS
    ]
