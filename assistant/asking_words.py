"""The words by which a question tells what it asks for, in three languages."""

from collections.abc import Mapping, Sequence
from typing import Literal

from assistant.answers import Language

Kind = Literal[
    "number",
    "share",
    "money",
    "date",
    "clock",
    "contact",
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

COST_EN = r"costs?|prices?|budgets?|fees?|salar(?:y|ies)|funding|sums?|spending|amounts?"
_SPENT_EN = (
    r"costs?|pay|paid|spen[dt]|invest(?:ed)?|charges?d?|earns?|raised?|(?:bring|brought) in|worth"
    r"|tax(?:es)?|fees?|loans?|grants?|bonds?|w[io]n|prizes?|received?|donated?"
)
_PAYS_EN = (
    r"spend|spent|pay(?! (?:attention|off"
    r"|for (?:itself|themselves)|for(?: (?:instead|then|now))?(?: in [^?,]{3,40})?\W*$))|paid"
    r"|invest(?:ed)?|charged?|fork out"
)
_OFFICE_EN = (
    r"boss|heads?|chief|director|mayor|leader|manager|officer|person|founder|chair\w*|contact"
)
_WANTED_EN = (
    r"(?:(?:what|which)(?:'s| is| was| are| were)?"
    r"|(?:give me|have|know|need|tell me|is there|any)(?= (?:the|an?|any)\b))"
    r"(?: (?:the|an?|any|its|their|exact|total|overall|first|last|latest))* "
)
"""Before a noun that tells the kind of what is asked for: 'what was the date', 'have a number'."""
_AMOUNT_EN = (
    r"rate|average|total|score|count|headcount|turnout|tally|quantity|size|length|distance"
    r"|population|rate of interest|interest rate"
)
_CHANGE_EN = (
    r"drop|fall|decline|decrease|reduction|rise|increase|growth|improvement|gain|saving|gap"
)
SIZES_EN = r"often|large|big|small|high|fast|low|wide|steep|sharp|deep|tall|heavy|great"
"""Adjectives that ask for a number after 'how'."""
_EXTREME_EN = r"highest|lowest|maximum|minimum|largest|smallest|average|exact|greatest"
MAKER_EN = (
    r"investors?|lenders?|donors?|compan(?:y|ies)|firms?|vendors?|suppliers?|contractors?"
    r"|organi[sz]ations?|agenc(?:y|ies)"
    r"|foundations?|consultan(?:ts?|cy|cies)|banks?|manufacturers?|providers?|bod(?:y|ies)|outfits?"
    r"|partners?|institut(?:es?|ions?)|ngos?|charit(?:y|ies)|non-?profits?|entit(?:y|ies)"
    r"|authorit(?:y|ies)"
)
_TIME_EN = r"minutes|hours|days|weeks|months|time"
"""What is spent besides money."""
_DOES_EN = (
    r"pays|funds|financed?s?|built|supplied|supplies|developed|made|provided|runs|owns|leads|wrote"
)
_ASKED_AT_ALL = r".*\b(?:how|what|which|who|when|where|why|is|are|was|were|do|does|did|can|has)\b"
_SHARE_EN = r"(?:share|percentage|percent|per cent|proportion|fraction|portion|part of the)"
_SIZE_EN = r"(?:big|large|great|high|small|much of)"
_NO_AGENT_EN = (
    r"(?:is (?:right|wrong|correct)|can|could|may|must|should|would|will|do|does|did|are|were|gets?"
    r"|benefit\w*)\b"
)
_NAMED_EN = (
    r"universit(?:y|ies)|colleges?|experts|officials|architects?|labs?|laborator(?:y|ies)"
    r"|software|programming language|brands?|models?"
)
QUALITY_EN = r"accurate|safe|reliable|popular|effective|clean|good|secure|strict"
PAST_ES = (
    r"bajo|subio|cayo|aumento|disminuyo|crecio|mejoro|redujo|bajaron|aumentaron|cayeron"
    r"|subieron|crecieron"
)
PAST_PT = r"caiu|subiu|aumentou|diminuiu|diminuiram|cairam|cresceu|melhorou|reduziu"
NO_VERB_FIRST = r"(?!(?:did|does|do|was|were|is|are|has|have|had|will|can|could|fue|foi|es|e)\b)"
"""Behind 'when': what follows says when something was, and does not ask it."""
_LOOSE_EN = (
    r"(?:of|one|ones|cit(?:y|ies)|places?|projects?|work|things?|steps?|ways?|levels?|results?"
    r"|kinds?"
    r"|sorts?|types?|parts?|areas?|others?|two|three|first|latest|last|newest|most|best|difference"
    r"|point|purpose|idea|story|goal|aim|role|use|meaning|status|situation|countr(?:y|ies)|regions?"
    r"|states?|criteri(?:a|on)|rules?|figures?|numbers?|data|evidence|information|info|details?"
    r"|facts"
    r"|proof|options?|choices?|outcomes?|achievements?|success(?:es)?|progress|changes?|impacts?"
    r"|effects?)\b"
)
"""What is asked for by words that stand for many things, which no answer need repeat."""
_FEW_EN = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_NO_NOUN_EN = (
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|if|about"
    r"|else"
    r"|exactly|happen(?:s|ed)?|made|makes|came|comes|counts|helps|share|percentage|number|year"
    r"|date)\b"
)
_LOOSE_ES = (
    r"(?:ciudad(?:es)?|cosas?|casos?|nivel(?:es)?|tipo|forma|manera|medida|parte|areas?|temas?"
    r"|grado"
    r"|resultados?|sentido|consiste|modo|pasos?|momento|lugar(?:es)?|si|no|la|el|los|las|se|un"
    r"|una)\b"
)
_LOOSE_PT = (
    r"(?:cidades?|coisas?|casos?|nive(?:l|is)|tipo|forma|maneira|medida|parte|areas?|temas?|grau"
    r"|resultados?|sentido|consiste|modo|passos?|momento|lugar(?:es)?|se|nao|a|o|os|as|um|uma)\b"
)
_NO_AGENT_ES = r"(?:puede|pueden|debe|deben|recibe|reciben|mas)\b"
_NO_AGENT_PT = r"(?:pode|podem|deve|devem|recebe|recebem|mais)\b"
_CITIES_EN = r"(?:cities|places|towns|municipalities|city (?:governments?|halls?|councils?)|mayors)"
_WHAT_EN = r"(?:(?:^|[^\w ] |\b(?:and|or|in|from|of|by|for|to|so|but|know|me|us|wonder\w*) )what)"
"""'What' where it asks, and does not only tell: 'who checks what cities claim'."""
_NO_CITY_EN = (
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|must|should|may|might|will|would"
    r"|helps?|makes?"
    r"|lets?|gives?|gets?|brings?|supports?|happens?|organi[sz]ations?|partners?|companies"
    r"|foundations?"
    r"|people|universities|criteri(?:a|on)|steps?|benefits?|level|data|money|tools?|that|who|for"
    r"|percent\w*|share|proportion|fraction|portion|number|majority)\b"
)
"""Before 'cities', what makes them not the ones asked for: 'what partners help cities'."""
_MAY_EN = (
    r"(?:(?:can|do|could|should|would|might|may) )?"
    r"(?:i|we|you|one|someone|people|residents|(?:my|our|a|the) \w+|to)"
)
"""Behind 'how', whoever wants to do a thing: 'how can I contact', 'how to reach'."""
# Compared with the folded question; the first form that fits decides.
KINDS: Mapping[Language, Sequence[tuple[Kind, str]]] = {
    "en": (
        (
            "expansion",
            r"what (?:does|do|did) .*\bstands? for|short for"
            r"|what is .* an (?:acronym|abbreviation)",
        ),
        (
            "contact",
            r"(?:an?|the|any|their|its|your|have|what|which)(?: [\w'-]+)? (?:e-?mails?|phones?"
            r"|telephones?|website|web ?page|url)(?: (?:address|number|contact)(?:es|s)?)?"
            r"(?= (?:of|for|to|in|at|is|do|can|where)\b|\W*$)"
            r"|contact (?:details?|info\w*|data|person)"
            rf"|how {_MAY_EN} (?:contact|get (?:in touch|hold of|through to)|reach (?:out|you|them"
            r"|someone|anyone|the (?:people|team|staff|organi[sz]ers|programme|program))"
            r"|(?:write|talk|speak) to|e-?mail|phone)",
        ),
        (
            "clock",
            r"(?<!over )(?<!in )(?<!by )(?:what|which) time(?! of (?:year|the year))|opening hours",
        ),
        (
            "date",
            r"when(?! it comes)|deadline"
            rf"|{_WANTED_EN}(?:year|date|month|day)s?|at what (?:point|time)|what time of year"
            r"|how (?:long|many (?:years|months|weeks|days)) ago",
        ),
        ("number", r"how often (?:did|do|does|must|has|have) .*\b(?:before|until)\b"),
        (
            "number",
            r"how often (?:has|have|had) (?:[\w'’.-]+ ){0,4}?(?:been|gone|come|won|tried|passed)",
        ),
        ("duration", r"how (?:long|often|frequently|regularly|quickly|soon)"),
        ("duration", rf"{_WANTED_EN}(?:frequency|time span|duration|validity)"),
        ("duration", r"how many (?:years|months|weeks|days|hours|minutes)"),
        ("money", r"how many (?:us )?(?:dollars|pesos|reais|euros)"),
        ("share", r"how much of (?:the|its|their|our|your|[\w.'’-]+s['’]?|[\w.-]+ [\w.-]+['’]s)"),
        ("money", r"(?:does|did|do|will|would) .*\bcosts?(?: (?:anything|a lot|much|money))?\W*$"),
        ("money", r"(?:get|win|receive|given) (?:any |some |prize )?money|(?:have|need) to pay"),
        (
            "money",
            r"(?:is|are) (?:it|this|that|the [\w ]{3,20}|taking part|joining|participation)"
            r"(?: really| all| completely| totally)? (?:for )?free(?: of (?:cost|charge))?"
            r"(?=\W*$| (?:to|for)\b)",
        ),
        ("money", rf"how much (?:money|funding)|how expensive|how much .*\b(?:{_SPENT_EN})"),
        (
            "money",  # 'what are water budgets?' asks what they are
            rf"what(?:'s| was| is| were| are) (?!(?:\w+ ){{1,2}}budgets\b)(?:the |its )?"
            rf"(?:\w+ ){{0,2}}(?:{COST_EN})",
        ),
        (
            "money",
            r"what (?:(?!did|does|do|to)\w+ )?.*\b(?:costs?|earns?|is paid|are paid|get paid)",
        ),
        (
            "money",
            rf"what (?:did|does|do|has|have|will) (?!.*\b(?:{_TIME_EN})\b).*\b(?:{_PAYS_EN})\b",
        ),
        (
            "money",
            rf"^(?!{_ASKED_AT_ALL})(?:the )?(?:unit )?(?:{COST_EN}|wages?|pay)"
            r"(?:, [\w -]{3,20},)? (?:of|for|per)\b",
        ),
        ("money", r"what (?:does|do|did|would|will) .*\b(?:come|add up|amount) to\W*$"),
        ("money", r"(?:how much|what) (?:in|of) (?:cash|money|dollars|funds)"),
        (
            "money",
            rf"{_WANTED_EN}(?:bill|price tag|outlay|expense|expenditure)s?(?= (?:for|of)\b|\W*$)",
        ),
        (
            "money",
            r"how (?:big|large|high) (?:is|was) the (?:\w+ )?(?:bond|grant|fund|loan|bill|prize)",
        ),
        ("money", r"(?:what|how (?:big|large)) .*\b(?:pot|kitty|purse)\b"),
        ("age", r"how old|what ages?|which ages?|age (?:group|limit)s?"),
        ("share", rf"(?:what|which)(?:'s| is| was)?(?: the)? {_SHARE_EN}"),
        ("share", rf"how {_SIZE_EN} (?:an? |is the |was the )?(?:share|part|portion|slice|chunk)"),
        (
            "share",
            rf"what(?:'s| is| was| were) the (?:\w+ )?(?:{_CHANGE_EN})s? (?:in|of|to|after|from)\b"
            rf"|what (?:\w+ )?(?:{_CHANGE_EN}) (?:was|did|has|have)|what %",
        ),
        (
            "share",
            r"what (?:are|were|was) the (?:odds|chances?)|at what interest"
            r"|what (?:rate of interest|interest rate|interest(?=,|\W*$))"
            r"|by (?:how (?:much|many)|what)|to what (?:extent|degree)|how many per ?cent"
            r"|how far did",
        ),
        ("share", r"how much (?:more|less|lower|higher|faster|fewer)"),
        (
            "cities",
            rf"who(?:'s| were| are)(?: the)?(?: other| remaining| first| last)? {_FEW_EN}"
            r"(?: (?:other|new|remaining))?(?: (?:cities|holders|entrants|winners|newcomers))?"
            r"(?= (?:that|who|which|to|in|from|with|at|of)\b|\W*$)"
            rf"|which {_FEW_EN} (?:was|were|is|are) (?:that|those|these|they|it)\b",
        ),
        ("cities", r"whose (?:example|model|lead|footsteps)"),
        ("cities", rf"(?:which|{_WHAT_EN}|name) (?:(?!{_NO_CITY_EN})[\w-]+ ){{0,4}}{_CITIES_EN}"),
        ("number", rf"how (?:many|much|{SIZES_EN}|numerous)|{_WANTED_EN}number"),
        ("number", rf"^(?!{_ASKED_AT_ALL})(?:the )?(?:\w+ )?(?:rates?|numbers?|totals?|counts?)\b"),
        ("person", rf"^(?:the )?names? of (?:the )?.*\b(?:{_OFFICE_EN})"),
        ("person", rf"^who became (?:the |its )?(?:[\w-]+ )?(?:{_OFFICE_EN})\b"),
        (
            "number",
            rf"what(?:'s| is| was) the (?:{_EXTREME_EN}) (?:\w+ )?"
            r"(?:value|amount|number|limit|size|count|figure)",
        ),
        ("number", rf"number of|what(?:'s| is| was) the (?:\w+ )?(?:{_AMOUNT_EN})"),
        (
            "number",
            rf"what(?:'s| is| was) (?:the|its|their|[\w.'’-]+['’]s?) (?:[\w.'’-]+ ){{0,6}}?"
            rf"(?:{_AMOUNT_EN})(?=\W*$)"
            r"|what(?:'s| is| was) (?:that|this|the) (?:figure|share|percentage|number|rate)"
            r"(?= (?:before|earlier|previously)|\W*$)",
        ),
        ("organisation", rf"(?:what|which) (?:\w+ )?(?:{MAKER_EN})|who (?:{_DOES_EN})"),
        (
            "organisation",
            r"who(?:'s| is| are| was| were) (?:[\w.'’-]+ ){0,4}?partners?"
            r"|who (?:did|does|do|has|have|is|are) .*\bpartner(?:s|ed|ing)? with",
        ),
        (
            "names",
            rf"(?:what|which) (?:\w+ )?(?:{_NAMED_EN})"
            r"|name (?:the|all|two|three|its)\b(?! things?)",
        ),
        (
            "person",
            r"who(?:'s| is| was)(?! \w*(?:certified|awarded)| (?:right|wrong|correct)\b"
            r"|[^?;]* for\W*$)"  # 'who is it meant for?' asks for no name
            rf"|what(?:'s| is| was) the name of (?:the |its |their )?(?:[\w'-]+ )?(?:{_OFFICE_EN})"
            rf"|what(?:'s| is| was) (?:the |its )(?:[\w'-]+ )?(?:{_OFFICE_EN}) called",
        ),
        (
            "names",
            rf"(?:^|{_WANTED_EN})names? of"
            r"|(?:what|how)(?:'s| is| are| was| were| do| does| did)\b.*"
            r"\b(?:called|(?:call|name) (?:it|them|the|its|their))\b|under (?:what|which) name",
        ),
        ("names", r"^who (?:did|does|has|have) \w+ .*\b(?:to|with|from|for)\W*$"),
        (
            "agent",
            r"(?:by|with) whom"
            r"|^whose (?:money|idea|project|work|job|program(?:me)?)"
            r"|which (?:department|office|team|unit)",
        ),
        ("agent", rf"^(?:\w+ )?who (?:first |actually )?(?!{_NO_AGENT_EN})\w+"),
        (
            "reason",
            r"why|how come|what for|for what (?:reason|purpose)|what (?:made|prompted|drove|led)"
            rf"|{_WANTED_EN}(?:reason|motive|cause|rationale)s?",
        ),
        (
            "thing",
            rf"^which (?:{_FEW_EN} )?(?!{_LOOSE_EN}|{_NO_NOUN_EN})\w+"
            rf"|^what (?:{_FEW_EN} )?(?!{_LOOSE_EN}|{_NO_NOUN_EN})[\w-]+ (?:[\w-]+ )?"
            r"(?:did|does|do|is|are|was|were|has|have|had|can|will)\b"
            rf"|^what(?:'s| is| are| was| were) the (?:{_FEW_EN} )?(?!{_LOOSE_EN})\w+ (?:of|in)\b"
            rf"|^which of (?:the|its|their|[\w.'’-]+s['’]?|[\w.'’-]+ [\w.-]+['’]s) (?:{_FEW_EN} )?"
            rf"(?!{_LOOSE_EN})[\w-]+"
            rf"|^which of (?:the|its|their) {_FEW_EN} (?:outcome|option|choice)s?\b",
        ),
        ("quality", rf"^how (?:{QUALITY_EN})"),
        ("definition", r"^what(?:'s| is| are)(?: the| a| an)?(?: [\w'-]+){1,4}\W*$"),
    ),
    "es": (
        ("expansion", r"que (?:significan?|quieren? decir) (?:las? siglas?|el acronimo)"),
        (
            "contact",
            r"(?:el|un|algun|su|que) (?:numero de )?(?:telefono|correo|e-?mail|sitio web)"
            r"|datos de contacto|(?:pon(?:go|er|erme|ernos|emos)|entrar) en contacto"
            r"|(?:me|nos) comunico|comunicarme|comunicarnos|como (?:los |las |puedo )?contact\w+",
        ),
        ("clock", r"a que hora|horario"),
        ("date", r"cuando|(?:en|de)? ?que (?:anos?|fechas?|mes(?:es)?|dias?)|fecha limite"),
        (
            "duration",
            r"con que frecuencia|cada cuanto|que tan seguido|cuanto (?:tiempo|dura|tarda)"
            r"|cuantos (?:anos|meses|dias)|cuantas semanas",
        ),
        ("money", r"gratis|gratuit[oa]s?|(?:hay|tenemos|tiene|tienen) que pagar"),
        ("money", r"(?:que|cuanto|de cuanto (?:es|fue)(?: el)?) presupuesto"),
        ("money", r"cuanto (?:dinero|gana)|cuanto .*\b(?:cuestan?|costo|costaron|paga|pago|gasto)"),
        ("money", r"(?:cual|que) .*\b(?:costo|precio|presupuesto anual|salario|sueldo|tarifa) de"),
        ("share", rf"que (?:porcentaje|proporcion|parte)|(?:en )?cuanto (?:se )?(?:{PAST_ES})"),
        ("cities", r"(?:que|cuales) (?:\w+ )?(?:ciudades|municipios|lugares)"),
        ("number", r"cuant[oa]s?|de que tamano|que tan (?:grande|alt[oa]|larg[oa]|chic[oa])"),
        (
            "organisation",
            r"(?:que|cual(?:es)?|nombres? de las?) (?:(?:empresa|compania|inversionista|banco)s?"
            r"|organizacion(?:es)?|fundacion(?:es)?|proveedor(?:es)?|inversor(?:es)?)",
        ),
        (
            "organisation",
            r"quien (?:financia|paga|desarrollo|construyo|dirige|hizo)"
            r"|quien(?:es)? (?:es|son|fue|fueron) (?:el |la |los |las )?(?:soci|aliad)[oa]s?",
        ),
        ("money", r"(?:monto|importe|costo|precio|gasto|presupuesto) (?:total|anual|de)"),
        (
            "money",
            r"(?:cuant[oa]s?|que (?:monto|suma|cantidad)) (?:en|de) (?:dinero|plata|dolares)",
        ),
        (
            "names",
            r"como se llama(?:n|ba)?"
            r" (?!el alcalde|la alcaldesa|el jefe|la jefa|(?:el|la) director|quien)\w+",
        ),
        ("person", r"quien(?:es)? (?:es|fue|era|son)|como se llama"),
        ("thing", rf"(?:con|en|de|a|sobre) que (?!{_LOOSE_ES})\w+"),
        (
            "agent",
            rf"(?:^\W*(?:\w+ )?|[¿.,;:] ?(?:a |de |con |por )?)quien(?:es)? (?!{_NO_AGENT_ES})\w+",
        ),
        ("reason", r"por que|para que"),
        ("definition", r"^\W*que (?:es|son)(?: la| el| un| una)?(?: [\w'-]+){1,4}\W*$"),
    ),
    "pt": (
        ("expansion", r"que (?:significam?|quer(?:em)? dizer) (?:as? siglas?|o acronimo)"),
        (
            "contact",
            r"(?:o|um|algum|seu|qual) (?:numero de )?(?:telefone|e-?mail|site)"
            r"|dados de contato|entr(?:o|ar|amos) em contato|como (?:posso )?contat\w+"
            r"|como (?:posso |podemos )?(?:falo|falar|falamos) com",
        ),
        ("clock", r"a que horas|horario"),
        ("date", r"quando|(?:em|de)? ?qu(?:e|al|ais) (?:anos?|datas?|mes(?:es)?|dias?)|prazo"),
        (
            "duration",
            r"com que frequencia|cada quanto|quanto (?:tempo|dura|demora)"
            r"|quantos (?:anos|meses|dias)|quantas semanas",
        ),
        ("money", r"(?:que|quanto|de quanto (?:e|foi)(?: o)?) orcamento"),
        ("money", r"gratuit[oa]s?|de graca|(?:tem|temos|precis\w+)(?: (?:que|de))? pagar"),
        ("money", r"quanto (?:dinheiro|ganha)|quanto .*\b(?:custam?|custou|custaram|paga|pagou)"),
        (
            "money",
            r"(?:qual|que) .*\b(?:(?:custo|preco|orcamento anual|salario) d[aoe]s?|taxa d[ae] "
            r"(?:inscricao|participacao|certificacao|adesao))",
        ),
        ("number", r"(?:qual|que) .*\btaxas? d[aoe]s?"),
        (
            "share",
            rf"que (?:porcentagem|percentagem|proporcao|parte)"
            rf"|(?:em )?quanto (?:se )?(?:{PAST_PT})",
        ),
        ("cities", r"(?:que|quais) (?:\w+ )?(?:cidades|municipios|lugares)"),
        ("number", r"quant[oa]s?|(?:de )?que tamanho|qua[lo] o tamanho"),
        (
            "organisation",
            r"(?:que|qua(?:l|is)|nomes? das?) (?:(?:empresa|companhia|banco)s?|organizac(?:ao|oes)"
            r"|fundac(?:ao|oes)|fornecedor(?:es)?|investidor(?:es)?)",
        ),
        (
            "organisation",
            r"quem (?:financia|paga|desenvolveu|construiu|dirige|conduz|fez)"
            r"|quem (?:e|sao|foi|foram) (?:o |a |os |as )?parceir[oa]s?",
        ),
        ("money", r"(?:valor|montante|custo|preco|gasto|orcamento) (?:total|anual|d[aoe])"),
        ("money", r"quant[oa]s? (?:em|de) (?:dinheiro|verba|dolares|reais)"),
        (
            "names",
            r"como se chama(?:m|va)?"
            r" (?!o prefeito|a prefeita|o chefe|a chefe|[oa] diretora?|quem)\w+",
        ),
        ("person", r"quem (?:e|foi|era|sao)|como se chama"),
        ("thing", rf"(?:com|em|de|a|sobre) que (?!{_LOOSE_PT})\w+"),
        ("agent", rf"(?:^\W*(?:\w+ )?|[.,;:] (?:a |de |com |por )?)quem (?!{_NO_AGENT_PT})\w+"),
        ("reason", r"por que|para que"),
        ("definition", r"^o que (?:e|sao)(?: a| o| um| uma)?(?: [\w'-]+){1,4}\W*$"),
    ),
}

FOCUS: Mapping[Language, str] = {
    "en": rf"(?:how (?:many|much)|how(?= (?:{QUALITY_EN}))"
    r"|what(?:'s)?|which(?: of)?|whose|who)(?: is| was| are| were)?"
    r"(?: the| a| an| its| their| your)?(?: (?:piece|kind|sort|type|form|set|couple)s? of)?"
    r"(?: (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b)?",
    "es": r"(?:cuant[oa]s?|que|cual(?:es)?|quien(?:es)?)(?: es| son| fue| fueron| era)?"
    r"(?: el| la| los| las| un| una| su| sus)?",
    "pt": r"(?:quant[oa]s?|o que|que|qual|quais|quem)(?: e| sao| foi| foram| era)?"
    r"(?: o| a| os| as| um| uma| seu| sua)?",
}
DEEDS: Mapping[Language, str] = {
    "en": r"what (?:did|does|do|had|has|have|is|are|was|were) .*"
    r"\b(?:do|done|doing|use|used|find|found|learn|achieved?|change|get out of)\b"
    r"|what (?:has|have) (?:[\w.'-]+ ){1,4}(?!earned|reached|received|won|scored|held|said)"
    r"(?:\w+ed|set|put|built|made|run|begun|brought|taken|tried)\b"
    r"|what (?:did|does) (?:[\w.'-]+ ){1,4}(?:set|build|launch|create|introduce|start|try|put"
    r"|develop|make|offer|run|improve)\b"
    r"|what (?:[\w.'-]+ ){1,4}(?:did|does|do|has done|have done|is doing|are doing)"
    r"(?:\W*$| (?:about|with|for|on|to|in|against|when)\b)"
    r"|what (?:\w+ ){0,4}(?:project|work|happened)"
    r"|(?:did|has|have) (?:[\w.'-]+,? ){1,4}(?:do|done) (?:anything|something)"
    r"|(?:how|in (?:what|which) ways?) (?:did|does|do|has|have|is|are)"
    r"|tell me about"
    r"|(?:name|list|give|tell|show|mention)(?: me| us)? "
    r"(?:(?:just |at least )?(?:an?|one|two|three|four|five|some"
    r"|several|a few|\d+) )?(?:things?|ways?|examples?) .*\b(?:did|done|doing|does|do)\b"
    r"|what(?: i|['’]?)s (?:all )?(?:that|this|the) (?:thing|story|deal|stuff|business)"
    r" (?:with|about|on)"
    r"|what was (?:that|this|the) (?:thing|story|deal) (?:with|about|on)"
    r"|why|^\W*how (?!(?:many|much|long|big|often|large|far|old|high|fast|to)\b)"
    r"(?:[\w.'-]+,? ){1,4}(?:us(?:e|es|ed)|deals?|works?|tackles?|fights?|handles?|helps?"
    r"|\w{3,}ed)\b",
    "es": r"(?:que|como) (?:\w+ ){0,3}(?:hizo|hace|hicieron|(?:ha|han) hecho|uso|usa|usaron"
    r"|proyecto)|por que"
    r"|(?:cuentame|cuentanos|hablame|hablanos) (?:algo )?(?:de|sobre|acerca)"
    r"|(?:dime|nombra\w*|menciona\w*|cita) (?:\w+ )?cosas? que (?:hizo|ha hecho|hace|hicieron)"
    r"|de que (?:manera|modo|forma)s?|que (?:es|era|fue) eso de",
    "pt": r"(?:que|como) (?:\w+ ){0,3}(?:fez|faz|fizeram|usou|usa|usaram|projeto)|por que"
    r"|(?:me )?(?:conte|fale|conta|fala)(?:-me)? (?:algo )?(?:d[eoa]|sobre)"
    r"|(?:diga|cite|mencione|nomeie) (?:\w+ )?coisas? que (?:fez|faz|fizeram)"
    r"|de que (?:maneira|modo|forma)s?|que (?:e|era|foi)"
    r" (?:ess[ea] (?:historia|negocio)|isso) d[aeo]s?",
}
"""Asks what was done, which no award is an answer to."""
_MADE_EN = (
    r"(?:found|creat|launch|fund|develop|financ|publish|start|invent|direct|manag|design|assess"
    r"|certif|led\b"
    r"|decid|approv|verif|validat|check|support|establish|head|chair|announc|report|receiv|own)"
)
"""What one body did for the programme or a project, which is asked of that body."""
_WORKS_ES = (
    r"(?:ha(?:n)? )?(?:us|aplic|emple|utiliz|trabaj|hac|hiz|hic|logr|reduj|reduc|mejor|baj|ayud"
    r"|combat|enfrent|luch|mid|public|abr|acort|ahorr|pregunt|consult|dej|apoy|escuch|prob|arregl"
    r"|plant|instal|invirt|compart|puede|podria)\w*"
)
_WORKS_PT = (
    r"(?:us|aplic|empreg|utiliz|trabalh|faz|fez|fizer|consegu|reduz|melhor|baix|ajud|combat"
    r"|enfrent|med|public|abr|encurt|econom|pergunt|consult|deix|apoi|ouvi|lut|test"
    r"|consert|plant|instal|investi|compartilh|pode|podem|poderia)\w*"
)
"""What several may have done, in verbs that go with anything done with data."""
GATHERS: Mapping[Language, str] = {
    "en": rf"(?:which|{_WHAT_EN}|other|any|some|certified) (?:(?!{_NO_CITY_EN})[\w-]+ ){{0,3}}"
    rf"{_CITIES_EN}"
    r"|(?:has|have|did|does|do|is|are) (?:any|some|other)(?:one|body| (?:[\w-]+ )?cit(?:y|ies)"
    r"| places?| towns?| of (?:the|them|these|those|your)|(?= (?:us|work|deal|do|tr(?:y|ied))\w*))"
    r"|who(?:'s| (?:else |all |(?:in|of|among) (?:\w+ ){1,3})?(?:has|have|is|are))"
    r" \w+(?:ed|ing|ne)\b"
    rf"|who (?:else )?(?!{_MADE_EN})(?:let|lets|put|cut|gave|went|\w+ed)\b"
    r"|who (?:else )?(?:us(?:es|ed?|ing)|works?|worked|deals?|dealt|does)"
    r"|(?:are|is) there (?:any |some |other |several |many |more )?"
    r"(?:cit(?:y|ies)|places?|towns?|examples?)"
    r"|who (?:can|could|should)|(?<!whose )examples?|case studies|(?:good|best) practices?"
    r"|^(?:cities|places|towns|municipalities)"
    r"|projects? in(?! the (?:\w+ ){0,2}(?:round|edition|year|vote|call)\b)"
    r"|(?:which|what|any|some|other) (?:[\w-]+ ){0,2}(?:projects|programm?es|initiatives|schemes)"
    r"|(?:tell|give|name|show|list|find|recommend|suggest|mention) (?:me |us )?(?:[\w-]+ ){0,4}"
    r"(?:cit(?:y|ies)|places|towns|municipalities|projects|stories)"
    r"|(?:how|where) (?:do|did|have) (?:certified )?(?:cit(?:y|ies)|towns|mayors)",
    "es": r"hay (?:alguna |otras? )?ciudad(?:es)?"
    r"|(?<!lo )(?:que|cuales|otras|algunas?) (?:\w+ ){0,2}(?:ciudad(?:es)?|municipios?|lugares)"
    rf"|quien(?:es)? (?:mas |ya )?(?:me |nos )?{_WORKS_ES}"
    r"|ejemplos? de|varios casos|^ciudades"
    r"|(?:dime|dame|nombra\w*|menciona\w*|cita|indica\w*) (?:\w+ ){0,2}(?:ciudad(?:es)?|proyectos?)"
    r"|(?:que|cuales|algun(?:os)?|hay) (?:\w+ ){0,2}(?:proyectos|programas|iniciativas)"
    r"|como usan las ciudades",
    "pt": r"ha (?:alguma |outras? )?cidades?"
    r"|(?<!\bo )(?:que|quais|outras|algumas?) (?:\w+ ){0,2}(?:cidades?|municipios?|lugares)"
    rf"|quem (?:mais |ja )?(?:me |nos )?{_WORKS_PT}"
    r"|exemplos? de|varios casos|^cidades"
    r"|(?:cite|diga|me de|mostre|indique|mencione|nomeie) (?:\w+ ){0,2}(?:cidades?|projetos?)"
    r"|(?:que|quais|algum|alguns|ha) (?:\w+ ){0,2}(?:projetos|programas|iniciativas)"
    r"|como as cidades usam",
}
BY_NUMBER: Mapping[Language, str] = {
    "en": r"(?:which|what|whats|what's)(?: is)?(?: the)? (?:number|nr|line|code|rule number)"
    r"(?! of (?!the (?:requirement|item|point|one|bit|rule|criterion)))"
    r"|(?:number|nr|code|line)(?: please|,? which)?\W*$|what bit of the (?:list|standard)",
    "es": r"(?:bajo|con) que numero|(?:que|cual es el) (?:codigo|numero tiene)",
    "pt": r"(?:sob|com) que numero|(?:que|qual (?:e )?o) (?:codigo|numero (?:tem|do|da))",
}
"""Asks for the number or the code under which a thing stands."""
CRITERION: Mapping[Language, str] = {
    "en": rf"{BY_NUMBER['en']}|(?:which|whch|what|whats|where|is there|does|any) (?:.* )?"
    r"(?:box(?:es)?|items?|clauses?|requirements?|criteri(?:on|a|um)|checklist|headings?|ticks?"
    r"|bit of the standard|(?:points?|lines?) (?:on|of|in) (?:the|your|that) (?:list|standard)"
    r"|rules? (?:covers?|says|asks|is|about|wants?))"
    r"|(?:under|by) (?:which|what) rule|(?:which|what) points?|what do they want (?:from|of) us",
    "es": rf"{BY_NUMBER['es']}|(?:que|cual|cuales|hay|donde) (?:.* )?(?:criterios?|requisitos?"
    r"|casillas?|items?|apartado|punto (?:de|en) la lista|punto (?:que|exige|sobre)|norma)",
    "pt": rf"{BY_NUMBER['pt']}|(?:que|qual|quais|ha|onde) (?:.* )?(?:criterios?|requisitos?|caixa"
    r"|item|itens|ponto (?:d|n)a lista|ponto (?:que|exige|sobre)|norma)",
}
"""Asks which criterion is on something, in one of the words that people have for them."""
