"""A question as a line of tokens: the words of three languages, and patterns of what they mean.

A line holds numbers and the tokens of `_WORDS`, in capitals, which mean the same in English,
Spanish and Portuguese, and those of the levels, which `level_names` knows; small words fall away
and any other word stays as it is, in lower case. So the patterns are written once. What a line asks
is left to `tier_grammar`.
"""

import difflib
import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.figures import MONTHS
from assistant.folding import fold
from assistant.tools.level_names import Scale
from index.function_words import FUNCTION_WORDS

_TOWN = r"(?:city|town|municipality|ciudad|municipio|cidade|prefeitura)"
_ASSESSED = (
    r"(?:city|town|municipality|project|building|house|home|site|campus|institution|university"
    r"|college|school|company|firm|business|organi[sz]ation|hospital|hotel|farm|product|team)",
    r"(?:ciudad|municipio|proyecto|edificio|casa|sede|campus|institucion|universidad|escuela"
    r"|colegio|empresa|negocio|organizacion|hospital|hotel|finca|producto|equipo)",
    r"(?:cidade|municipio|prefeitura|projeto|edificio|predio|casa|campus|instituicao|universidade"
    r"|escola|colegio|empresa|negocio|organizacao|hospital|hotel|fazenda|produto|equipe)",
)
"""What speakers say is theirs and is assessed, in three languages."""

_RUNG = (
    r"(?:(?:one|next|another|any|first) )?(?:step|rung|notch|level|lvl|tier|rank|one|grade"
    r"|category|nivel|categoria"
    r"|escalon|peldano|degrau|patamar)(?: up| down)?"
)
_FROM = r"(?: (?:the|la|el|a|o))?(?= TIER[A-Z](?!\S)| (?:there|that|this|it|ese|eso|este|esto|esse|isso)(?:$| ;| \S*$))"
"""What a step on the ladder of levels is called, and what it is taken from."""

# token: English, Spanish, Portuguese (without accents). Longer expressions stand before shorter.
_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("", r"what works cities(?: certification)?|wwc|self (?:assessment|check|review|evaluation)|at least|at all|(?:at|for) the moment|probably|perhaps"
     r"|more or less|is that so|set of|(?:in|last|this|since) (?:the )?(?:spring|summer|autumn"
     r"|winter"
     r"|year|month|week|quarter)|as it (?:runs|is|stands)(?= NOW| ;|$| today| now)"
     r"|(?:when|once|after) [^;\d]{1,20}? (?:looked at|checked|assessed|reviewed|audited)(?: again)?",
     r"autoevaluacion|al menos|por lo menos|probablemente|se(?= pued)"
     r"|quizas?|mas o menos|alrededor del?|cerca del?|tiene razon|es (?:cierto|verdad)",
     r"autoavaliacao|pelo menos|ao menos|provavelmente|talvez|mais ou menos|cerca de|se(?= pod(?:e|em) )"
     r"|em torno de|tem razao|e verdade"),
    ("HIGHER", rf"(?:{_RUNG} ){{0,2}}(?:(?:comes? |right |just )?(?:after|above)|higher (?:up )?than|better than|up from"
     rf"|followed by|(?:beyond|over|past)(?= TIER)){_FROM}|{_RUNG} (?:above|higher up)(?=$| ;)",
     rf"(?:{_RUNG} ){{0,2}}(?:despues del?|(?:por )?encima del?|arriba del?|mas alto que"
     rf"|superior al?|sigue al?){_FROM}|{_RUNG} (?:de arriba|superior)(?=$| ;)",
     rf"(?:{_RUNG} ){{0,2}}(?:(?:(?:depois|acima) d[aoe]|mais alt[oa] (?:do )?que"
     rf"|superior [ao]o?){_FROM}"
     r"|(?:depois|acima)(?: d(?:ess|est|el)[ea])?(?=$| ;))"),
    ("LOWER", rf"(?:{_RUNG} ){{0,2}}(?:(?:comes? |right |just )?(?:before|below|beneath)|lower (?:down )?than|down from|under(?= TIER)){_FROM}"
     rf"|{_RUNG} (?:below|beneath|lower down)(?=$| ;)",
     rf"(?:{_RUNG} ){{0,2}}(?:antes del?|(?:por )?debajo del?|abajo del?|mas bajo que"
     rf"|inferior al?){_FROM}|{_RUNG} (?:de abajo|inferior)(?=$| ;)",
     rf"(?:{_RUNG} ){{0,2}}(?:(?:(?:antes|abaixo) d[aoe]|mais baix[oa] (?:do )?que"
     rf"|inferior [ao]o?){_FROM}"
     r"|(?:antes|abaixo)(?: d(?:ess|est|el)[ea])?(?=$| ;))"),
    ("NEARLY", r"(?:almost|nearly|not quite|(?:just|slightly|a (?:little|bit|touch)) "
     r"(?:under|below|short of|shy of)|close to|shy of)", r"casi|poco menos de(?:l)?"
     r"|cerquita de(?:l)?", r"quase|pouco menos de|pertinho de"),
    ("0", r"(?:a )?(?:(?:big|fat|round|complete|total|straight|whopping) )+0|none of (?:the|our|them|all)"
     r"|not (?:a single|even one|one|any)(?= criteri)|no(?= criteri)", r"ningun[oa]?(?: de l[oa]s)?",
     r"nenhum[a]?(?: d[oa]s)?"),
    ("ALLBUT", r"(?:all|every\w*|each)(?: of)?(?: the| our)?(?: criteri(?:a|on))? "
     r"(?:but|except|bar|save)(?: for)?", r"tod[oa]s?(?: los criterios)? (?:menos|salvo|excepto)",
     r"(?:tod[oa]s?|tudo)(?: os criterios)? (?:menos|exceto|salvo)"),
    ("WHY", r"why|how come", r"por ?que", r"por ?que"),
    ("UNDER", r"(?:(?:back |way back )?(?:in|from|during) )?the (?:days|times?|era|age) (?:of|with)(?= (?:the )?\d+)"
     r"|(?:back )?when (?:there were|(?:it|they) (?:was|were|had)|(?:we|you|one) had)(?= (?:still |only )?(?:the )?\d+(?: criteri|$| ;))"
     r"|when (?:it|the [a-z]+(?: [a-z]+)?) (?:(?:was )?launched|began|started|opened)(?= (?:back )?(?:in )?ERA\d)",
     r"(?:(?:en|de) )?(?:la epoca|los tiempos|los dias) de(?= (?:los )?\d+)|(?:en )?(?:la epoca|los tiempos) del(?= \d+)"
     r"|cuando (?:eran|habia|tenia)(?= \d+(?: criteri|$| ;))",
     r"(?:n[ao]s?|em) (?:epoca|tempos?) d[eo]s?(?= (?:os )?\d+)|quando (?:eram|havia|tinha)(?= \d+(?: criteri|$| ;))"),
    ("WHEN", r"when|how (?:long|often|old)|since", r"(?:desde )?cuando|cada cuanto|desde hace",
     r"(?:desde )?quando"),
    ("WHO", r"who|whose|(?:very )?(?:first|last|latest|newest|only) (?:city|cities|town|towns)(?= (?:to|that|which|who|REACH|HAVE|with)\b)|(?:which|what) (?:(?:certified|TIER[A-Z]) )?(?:city|cities)",
     r"quien(?:es)?|(?:primera|ultima|unica) ciudad (?=en|que|de)|(?:que|cual(?:es)?) (?:ciudad(?:es)?|municipios?)",
     r"quem|(?:primeira|ultima|unica) cidade (?=a|que|de)|(?:que|qua(?:l|is)) (?:cidades?|municipios?)"),
    ("HOWMANY CRITERIA", r"how many (?:yeses|ticks|passes|checks|checkmarks|greens)", r"(?!)", r"(?!)"),
    ("HOWMANY MORE CRITERIA", r"how many (?:more|extra|additional|further) (?:yeses|ticks|passes|checks"
     r"|checkmarks|greens)", r"(?!)", r"(?!)"),
    ("MAXIMUM", r"at (?:the )?(?:very )?most(?= how many| ;|$)|(?:most|(?:largest|biggest|greatest|highest|maximum|max)(?: possible)?"
     r"(?: number(?: of)?)?)(?= (?:criteri|points?|boxes|items))|(?:largest|biggest|greatest|maximum|max)(?= ;|$)",
     r"(?:como (?:maximo|mucho)|a lo sumo)|(?<!nivel )(?<!lo )maximo(?: numero)?(?= ;|$| de (?:criterios|puntos|casillas))",
     r"(?:no maximo|quando muito)|(?<!nivel )maximo(?: numero)?(?= ;|$| de (?:criterios|pontos|itens))"),
    ("HOWMANY", r"(?:how|hw) (?:many|much(?: ground| work)?|big an?)|(?:(?:largest|highest|biggest|greatest) )?"
     r"(?:number|nr|nbr|num)(?: ;)? of|count", r"cuant[oa]s?",
     r"quant[oa]s?|numero de"),
    ("CHANGE", r"over (?:time|the years)|with time|as time went on|through the years",
     r"con (?:el tiempo|los anos)|a lo largo (?:del tiempo|de los anos)",
     r"com (?:o tempo|os anos)|ao longo (?:do tempo|dos anos)"),
    ("HOWFAR", r"how (?:far|close|near)|distance|gap", r"(?:a )?(?:que|cuanta) distancia|(?:que )?"
     r"tan (?:lejos|cerca)|lejos", r"(?:a )?(?:que|quanta) distancia|quao (?:longe|perto)|longe"),
    ("STAND", r"where (?:do|are|would|does|will) (?:we|that|it|this|i)(?: (?:stand|land|put|leave) "
     r"?(?:us)?)?|where .{0,12}(?:puts?|leaves?) us|worth|what (?:does|would|will) (?:that|this"
     r"|it) (?:make|get|earn|give|mean|leave)s?(?: (?:us|for us))?"
     r"|what (?:is |would be )?left(?= ;|$)|what remains", r"(?:en )?donde "
     r"(?:estamos|quedamos)|como (?:estamos|vamos)",
     r"onde (?:estamos|ficamos)|como (?:estamos|vamos)"),
    ("WE CITY", rf"(?:my|our) {_ASSESSED[0]}", rf"(?:mi|nuestr[oa]) {_ASSESSED[1]}",
     rf"(?:meu|minha|noss[oa]) {_ASSESSED[2]}"),
    ("NEED", r"(?:have (?:had )?|has |had )to(?= (?:meet|pass|be|reach|satisfy|fulfil|score|tick|get))|(?:have (?:had )?|has |had )to (?:show|cover)|needs?|needed|takes?(?! home)|require[sd]?|requirements?|must|necessary|determines?|(?<!\d )(?<!criteria )qualify",
     r"hac(?:en?|ian?) falta|necesit\w+|requier\w+|requisitos?|pid(?:e|en|ieron)|ped(?:ia|ian|ir)|exig\w+"
     r"|determinan?|debe\w*", r"precis\w+|necessari[oa]s?|necessit\w+|requer\w*|requisitos?"
     r"|exig\w+|determinam?|deve\w*|ped(?:e|em|ia|iam)"),
    ("REACH CERTIFIED", r"(?:get|earn|win|reach)(?:ting|ing|s)? (?:(?:a|the|our|my) (?:city|town|place) |us |you |one )?(?:anything|something"
                        r"|any (?:kind of |sort "
     r"of )?(?:level|medal|badge|tier|certification|recognition))(?: at all)?"
     r"|(?:walk|come|go|end)(?:s|ing)? (?:away|home|out|up) (?:empty handed|with nothing"
     r"|without (?:anything|any(?: kind of)? (?:level|medal|badge|tier|certification))(?: at all)?)",
     r"(?:tener|obtener|conseguir|ganar) (?:algo|algun (?:nivel|sello)|alguna (?:medalla"
     r"|certificacion))", r"(?:ter|obter|conseguir|ganhar) (?:algo|algum (?:nivel|selo)"
     r"|alguma (?:medalha"
     r"|certificacao))"),
    ("REACH", r"reach(?:es|ing)?|get(?:s|ting)?|earn(?:s|ed)?|win(?= TIER)|become|obtain|go(?:ing)?(?= TIER)|lifts?|take us"
     r"|climb(?:s|ing)?|(?:walk|come)(?:s|ing)? (?:off|away|out) with|(?:take|bring)s? home|(?:with)?in reach",
     r"llega[rn]?|alcanza[rn]?|conseguir|obtener|lograr|subir", r"chega[rm]?|alcanca[rm]?|conseguir"
     r"|obter|atingir|subir|vira(?:r|mos)"),
    ("MIDDLE", r"(?:middle|intermediate|in between|second(?: highest| lowest)?) (?:level|tier|category|medal|rank|award)",
     r"segundo nivel|(?:nivel|medalla|categoria) (?:intermedi[oa]|del medio)",
     r"segundo nivel|(?:nivel|medalha|categoria) (?:intermediari[oa]|do meio)"),
    ("TOP", r"the top(?: from (?:there|here))?(?= ;|$)|(?:top|highest|best|maximum|max)(?: possible)? (?:level|tier|category|medal|rank|award|one)"
     r"|top(?=$| ;)", r"(?:maximo nivel|nivel (?:mas alto|maximo|superior))",
     r"nivel (?:mais alto|maximo)"),
    ("BOTTOM", r"(?:bottom|lowest|entry|basic|first) (?:level|tier|category|medal|rank|award|(?<!first )one)",
     r"(?:nivel (?:mas bajo|minimo|basico)|primer nivel)", r"(?:nivel (?:mais baixo|minimo|basico)"
     r"|primeiro nivel)"),
    ("MINIMUM", r"(?:bare |absolute |very )?minimum|min|pass mark|(?:the )?(?:very )?(?:(?:smallest"
                r"|fewest|lowest)(?: possible)?(?: number of)?|least (?:possible )?HOWMANY)"
     r"|least(?= for)", r"minim[oa]s?|mas baj[oa]s?", r"minim[oa]s?|mais baix[oa]s?"),
    ("MISSING", r"lacks?(?= (?:\d+ )?(?:\w+ )?(?:for|to) )|miss(?= \d+ (?:\w+ )?(?:for|to) )", r"(?!)", r"(?!)"),  # a level
    ("MISS", r"miss(?:es|ed)?|lacks?|flunk(?:s|ed)?|bomb(?:s|ed)?|botch(?:ed)?|blew|fluff(?:ed)?"
             r"|fail(?:s|ed|ing)?|fall(?:s|ing)? short (?:on|of|by)|without"
             r"|leav(?:e|es|ing)(?= BOX| CRITERIA)|(?:leav(?:e|es|ing) )?(?:empty|blank|undone|unticked|unchecked)",
     r"pued(?:en?|o) faltar|incumpl\w+|reprob(?:amos|aron|o)|suspend(?:imos|io)|fall(?:amos|an|a|o|ar)(?: en)?"
     r"|carec\w+|sin|no (?:we )?(?:llega|alcanza)mos(?= (?:al? )?TIER)",
     r"nao (?:we )?(?:chega|alcanca)mos(?= (?:ao? )?TIER)|podem? faltar|descumpr\w+|reprov(?:amos|aram|ou)"
     r"|falh(?:amos|am|a|ar)"
     r"(?: em)?|sem"),
    ("MISSING", r"(?:(?:still|in the) red|still open|missing|short|(?<!fall )(?<!falls )(?<!fell )away|lacking|outstanding|unmet|pending|to go"
     r"|off(?= TIER)|(?:(?<=\d )|(?<=more )|(?<=one )|(?<=still )|(?<=criteria )|(?<=boxes ))left"
     r"|left(?: to (?:meet|do|go|pass)| over)"
     r"|remaining)(?!\S)", r"(?:estamos|quedamos|qued(?:o|aron)) a(?= \d+ (?:\w+ )?(?:del?"
     r"|de la) )|falta\w*|quedan(?= para)|pendientes?|quedan?(?= \d)",
     r"(?:estamos|ficamos|ficou) a(?= \d+ (?:\w+ )?d[ao] )|falta\w*|pendentes?"),
    ("WE HAVE", r"credited us with|(?:gave|earned|got) us", r"nos di(?:o|eron)(?= \d)",
     r"nos deu(?= \d)"),
    ("HAVE", r"(?:sit(?:s|ting)?|land(?:s|ed|ing)?|stand(?:s|ing)?|ended? up"
     r"|c[ao]mes? (?:out|in|back)|finish(?:ed)?)(?: (?:on|at|with))(?= \D*\d)|on(?= \d)|given"
     r"|left with|result(?=s? \d)|come (?:out|in)(?: at| as)?", r"(?:vamos|van) por(?= \d)|(?:andamos"
     r"|quedamos"
     r"|estamos) (?:en|con)(?= \d)|di(?:o|eron)(?= \d)|sacamos|obtuvimos|sac(?:o|aron)",
     r"(?:ficamos|estamos) (?:com|em)(?= \d)|deu(?= \d)|tiramos|obtivemos|conseguimos"),
    ("MEET", r"(?:c[ao]me (?:out|back|up) )?as (?:a )?yes|pass?(?:es|ed|ing)?|meet(?:s|ing)?|met|counted(?= \d)|satisf(?:y|ies|ied|ying)|fulfil+(?:s|ed)?"
     r"|complete[sd]?|comply(?: with)?|achieve[sd]?|tick(?:s|ed|ing)?(?: off)?|clear(?:s|ed)?"
     r"|check(?:s|ed)?(?: off)?|cover(?:s|ed)?|manage[sd]?|tackle[sd]?|nail(?:s|ed)?|finish(?:ed)?"
     r"|accomplish(?:ed)?|done|recogni[sz]ed?|thumbs up|yeses|accept(?:s|ed)?|approved?|validated?"
     r"|verified|in place"
     r"|in the bag|under our belt|signed off|ready|bagged",
     r"cumpl(?:e|en|ir|iendo|a|an|o|ido|idos|idas|\w+mos)|satisfac(?:e|en|emos)|aprobamos"
     r"|aprobad[oa]s|aceptad[oa]s|validad[oa]s|superamos|superad[oa]s?|list[oa]s|hech[oa]s"
     r"|marcad[oa]s|marcamos"
     r"|complet(?:o|amos|ad[oa]s|an|a)", r"atend(?:e|em|er|a|am|endo|ido|idos|idas|\w+mos)"
     r"|cumpr(?:e|em|ir|a|am|ido|idos|idas|indo|\w+mos)|satisfaz(?:em|emos)?|pront[oa]s|feit[oa]s"
     r"|aceit[oa]s|aprovad[oa]s"
     r"|marcad[oa]s|marcamos|batemos|conclu(?:imos|id[oa]s|i|iu)|complet(?:amos|ad[oa]s)"),
    ("HAVE", r"have|has|had|having|got|with|at|hit|score[sd]?(?= \d)|hav",
     r"con|tien\w+|tuv\w+|ten(?:emos|go|er|ia|iamos)|logramos|lleva(?:mos)?",
     r"com|tem|temos|tenho|ter|tinhamos|tivemos|tivermos"),
    ("PERCENTAGE", r"(?:the |that )?same (?:share|percentage|score)|percent(?:age)?s?|%|share|proportion|score", r"porcentajes?|%|puntuacion|puntaje",
     r"(?:por|per)centage(?:m|ns)|percentua(?:l|is)|%|pontuacao"),
    ("THRESHOLD BAND", r"bands?|ranges?|spans?(?= of)", r"rangos?|franjas?|tramos?|bandas?",
     r"faixas?|bandas?|intervalos?"),
    ("THRESHOLD", r"thresholds?|cut ?offs?|entry bar|boundar(?:y|ies)|bar(?= (?:for"
     r"|to|of|is|TIER))|(?<=TIER\w )(?:line|mark|bar|minimum)", r"umbral(?:es)?|cortes?|liston|limites?",
     r"limiar(?:es)?|patamar(?:es)?|limites?|(?:nota de )?cortes?"),
    ("BEGIN", r"starts?|begins?|started|began", r"empieza|comienza|a partir de|empezaba|desde",
     r"comeca|inicia|a partir de|comecava|desde"),
    ("LEVELS", r"levels|tiers|categories", r"niveles|categorias", r"niveis|categorias"),
    ("LEVEL", r"level|lvl|tier|rank|rating|category|rung|(?:colou?r(?: of)? (?:the )?)?(?:medal|badge)"
     r"|colou?r(?= (?:is|are|of|would|do|does|will))", r"nivel|categoria|medalla",
     r"nivel|categoria|medalha"),
    ("CERTIFIED", r"certified|certification", r"certificad[oa]|certificar\w*|certificacion",
     r"certificad[oa]|certificar\w*|certificacao"),
    ("CITIES", r"cities|towns|newcomers|entrants|joiners", r"ciudades|municipios", r"cidades|municipios"),
    ("CITY", _TOWN, rf"(?:una |la )?{_TOWN}", rf"(?:uma |a )?{_TOWN}"),
    ("CRITERIA", r"criteri(?:a|on|ons|as)|crits?|(?<!PERCENTAGE )points?|indicators?", r"criterios?"
     r"|puntos?|indicador(?:es)?", r"criterios?|pontos?|indicador(?:es)?"),
    ("BOX", r"box(?:es)?|items?", r"casillas?", r"itens|item"),
    ("NEXT", r"next(?: one)?|another|further", r"siguiente|proximo|otr[oa]s", r"seguinte|proximo|outr[oa]s"),
    ("NOT", r"not|dont|doesnt|cant|havent|didnt|arent|isnt|werent|wasnt|hasnt", r"no(?= (?:we )?(?:MEET|HAVE|REACH))", r"nao"),
    ("SOME", r"(?<!at )(?<!the )most(?= (?:of|;)|$)|(?:the |a |vast )*majority|several|plenty|some(?= of)|many(?= of)"
     r"|a (?:lot|few)(?= of| ;|$)|nearly all|almost all", r"(?:la |gran )*mayoria|muchos|varios"
     r"|algunos|casi todos", r"(?:a |grande )*maioria|muitos|varios|alguns|quase todos"),
    ("MINUS", r"minus", r"(?!)", r"(?!)"),
    ("LOSE FOR", r"(?:(?:f[ae]ll|sl[ia]p|s[iau]nk|drop|slid|tumbl)\w*(?: back| down)?"
     r"|down ?graded|demoted|relegated) (?:in)?to(?= TIER)",
     r"(?:ca(?:er|emos|igamos)|baj(?:ar|amos|emos)) (?:al?|hasta)(?: la| el)?(?= TIER)",
     r"(?:cair(?:mos)?|descer(?:mos)?) (?:para|pra?|ao?)(?: a| o)?(?= TIER)"),
    ("LOSE", r"skip(?:s|ped|ping)?|leav(?:es?|ing) out|left out|ignore|forgo|do without|(?:down|f[ae]ll\w*) by"
             r"|los(?:e|es|t|ing)|loose|drop(?:s|ped)?|reject(?:s|ed)?"
     r"|f[ae]ll(?:s|en|ing)? (?:through|away|out|off)|thr[oe]w(?:s|n)? out|turned down"
     r"|str(?:ike|ikes|uck)(?: out| off| down)?|disallow(?:s|ed)?|knock(?:s|ed)? (?:off|out)"
     r"|revoked?|withdr[ae]wn?|go(?:es)? wrong|shaky|doubtful|at risk|invalidated?|discount(?:ed)?"
     r"|kill(?:s|ed)?|axe[sd]?|scrap(?:s|ped)?|bin(?:s|ned)?|toss(?:es|ed)?|nix(?:es|ed)?|cut(?:s)?"
     r"|chop(?:s|ped)?|cross(?:es|ed)? (?:off|out)|strip(?:s|ped)?|remove[sd]?|delete[sd]?"
     r"|eliminate[sd]?|dismiss(?:es|ed)?|take[sn]? (?:out|off)|overturn(?:s|ed)?|bounce[sd]?"
     r"|turn(?:s|ed)? out (?:to be )?wrong|prove[sd]? wrong|taken away|takes? away|voided?|denied"
     r"|den(?:y|ies)|refused?|subtract(?:s|ed)?|deduct(?:s|ed)?|slip(?:s|ped)?(?: away)?",
     r"perd\w+|pierd\w+|quit\w+|rechaz\w+|tumb\w+|descart\w+|anul\w+|retir\w+|deneg\w+|denieg\w+"
     r"|invalid\w+|se ca(?:e|en)",
     r"perd\w+|tir(?:am|ar|arem)|rejeit\w+|derrub\w+|recus\w+|anul\w+|retir\w+|negad\w+"
     r"|invalid\w+|cair\w*|caem"),
    ("SPARE", r"slack|leeway|margin|buffer|cushion|headroom", r"margen|holgura|colchon",
     r"margem|folga"),
    ("ADD", r"(?:up|rise|rose|increased?|improved?|grow|grew) by|add(?:ed|ing)?|gain(?:ed)?|plus"
     r"|\+|on top(?: of)?", r"sum\w+|agreg\w+|anad\w+|gan\w+|\+",
     r"adicion\w+|acrescent\w+|ganh\w+|som(?:ar|amos|armos|arem)|\+"),
    ("MORE", r"more|additional|extra", r"mas|adicionales", r"mais|adicionais"),
    ("LESS", r"less|fewer", r"menos", r"menos"),
    ("BEYOND", r"over|above|below|beneath", r"por (?:encima|debajo)(?: de)?", r"acima|abaixo"),
    ("ENOUGH", r"enough|suffic\w+|suffices|qualify|(?:good|do)(?= for)", r"basta\w*|suficientes?|alcanzan"
     r"(?= para)", r"basta\w*|suficientes?"),
    ("COMPARE", r"(?:the )?same(?= (?:as|in|then|now|today))|unchanged|difference|differs?|compare|harder|easier|cheaper|stricter|tougher", r"(?:lo )?mismo(?= .*\b(?:hoy|ahora|antes|que)\b)|diferencia|compar\w+|mas (?:dificil|facil|exigente)", r"o mesmo(?= .*\b(?:hoje|agora|antes|que)\b)|diferenca|compar\w+|mais (?:dificil|facil|exigente)"),
    ("CHANGE", r"chang\w+|moved?|differed|(?:go|went|gone) (?:up|down)|raised|lowered|tightened", r"cambi\w+", r"mud\w+"),
    ("ROUND", r"round\w*(?: up| down| off)?", r"(?:se )?redonde\w+|ronda", r"arredond\w+|rodada"),
    ("DID", r"did", r"(?!)", r"(?!)"),
    ("WHICH", r"which|what|wich|wat|how", r"que|cual(?:es)?|como", r"que|qua(?:l|is)|como"),
    ("EACH", r"(?:each|every) (?:single |last )*one(?: of)?|each|every(?: single)?|all|three", r"cada|tod[oa]s|tres", r"cada|tod[oa]s|tres"),
    ("IF", r"if|suppose|imagine", r"si", r"se"),
    ("OLD STANDARD", r"(?:in|from) (?:the )?(?:old|olden|early|earlier) days|(?:in|from) those (?:days|times)|(?:the )?"
     r"(?:edition|version|list|standard) before(?: (?:that|this|it|the (?:current|present) one))?(?= ;|$)|back then|back in the "
     r"day|in the past|formerly", r"antiguamente|(?:en )?aquel(?: entonces|la epoca)",
     r"antigamente|naquel[ae] (?:tempo|epoca)"),
    ("OLD", r"old|older|previous|former|earlier|prior", r"antigu[oa]s?|anterior(?:es)?|viej[oa]s?",
     r"antig[oa]s?|anterior(?:es)?|velh[oa]s?"),
    ("FIRST", r"first|original", r"primer[oa]?|original", r"primeir[oa]|original"),
    ("CURRENT", r"current|present|new", r"actual|vigente|nuev[oa]s?", r"atual|vigente|nov[oa]s?"),
    ("NOW", r"now|today|currently|nowadays|presently|these days", r"ahora|hoy(?: en dia)?"
     r"|actualmente", r"agora|hoje(?: em dia)?|atualmente"),
    ("STANDARD", r"standards?|versions?|rules?|(?:(?<=CRITERIA )|(?<=BOX )|(?<=OLD ))(?:list|days|times|era|edition)"
     r"|rule ?book|scheme|(?:scoring|marking|rating) (?:system|scheme)", r"estandar(?:es)?|version(?:es)?|edicion(?= OLD)|norma|reglas?",
     r"padrao|padroes|versao|versoes|edicao(?= OLD)|norma|regras?"),
    ("ONE", r"one", r"un[oa]?", r"uma?"),
    ("UNDER", r"under", r"bajo|segun", r"sob|segundo"),
    ("WE", r"we|i|our|ours|my|us", r"nosotr[oa]s|nuestr[oa]s?|nos|mi",
     r"noss[oa]s?|nos|minha|gente"),
    ("OF THE", r"(?:out )?of (?:the|our|those)|of all", r"de (?:los|las|nuestros)", r"d[oa]s"),
    ("OF", r"(?:out )?of|from|than", r"de|del|sobre", r"de|em"),
    ("THE", r"the", r"los|las", r"os|as"),
    ("FOR", r"for|to|till|until", r"para|al?(?= \d)", r"para|pra|pro|ao"),
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
    **{
        "level": "LEVEL",
        "minimum": "MINIMUM",
        "difference": "COMPARE",
        "need": "NEED",
        "enough": "ENOUGH",
    },
}


_SMALL = (
    {fold(word) for words in FUNCTION_WORDS.values() for word in words}
    | set(
        """please pls lol haha jaja kkk worst case scenario peor pior caso whats thanks think guess around roughly neighbouring neighboring whole todays favor
        exactly somewhere really still right
        go top number numero wants asks happen happens pasa acontece list make makes mean means give gives
        gets equal equals correspond corresponds corresponde correspondem assume say says said
        claim claims thinks thought told tell heard read believe believes true wrong correct doesnt
        isnt actually already yet far year ok okay hi hello well know want official status result
        results turns put puts leave would stay stays remain keep hold quiet last so only precisely
        city yes everything tally total sum keeps holds calculate compute convert calcula calcular
        calcule counts vs versus team assessor assessment review consultant someone somebody
        weakest strongest shakiest best worst single swears insists reckons argues doubt doubts disagree
        colleague boss deputy mayor jefe jefa alcalde alcaldesa equipo colega chefe prefeito bit little remember remembers recall recalls
        prefeita equipe alguien alguem eram quiero saber creo pienso entonces digame queda quedan
        quedamos seria hola ser hay seguir sigue mantener conservar aun todavia dice dicen pasado ano
        eran daria nueva possible ainda acho entao fica ficamos sao voce ola quero continuar continua segue manter ficar
        diz dizem deu dao passado cada y e and or o ou""".split()
    )
    | {fold(month) for month in MONTHS}
)


MONTH_NUMBERS: Mapping[str, int] = {fold(name): number for name, number in MONTHS.items()}
"""Month names without accents, and their numbers, 1 to 12."""

DATED = re.compile(
    rf"(?P<before>\b(?:before|prior to|until|till|up to|antes del?|hasta|ate) )?(?:(?:\d\d? (?:of "
    rf"|de )?)?"
    rf"(?P<month>{'|'.join(MONTH_NUMBERS)}),? (?:of |del? )?)?"
    r"(?<![\w.%-])(?P<year>(?:19|20)\d\d)(?!\d|\.\d|%)"
)
"""A year in a text of `numerals`, with its `month` if named, or `before` for the time before it."""


_OUTCOME = (
    r"\b(?:(?:we|i|that|it)(?:['’](?:d|ll)| would| will) (?:then )?(?:have|be(?: at| on)?|reach"
    r"|make"
    r"|get to|bring us to)|tendr(?:ia|e)mos|seria[mn]os|llegariamos a|teriamos|teremos"
    r"|chegariamos a) (?=\d)"
)
"""What a change comes to."""


def is_common(word: str) -> bool:
    """Whether a folded word means something, or nothing, in any question."""
    return word in _SMALL or any(pattern.fullmatch(word) for _, pattern in _PATTERNS)


_FROM_TO = re.compile(
    r"\bfrom (?:what|which)(?: \w+)? (?:up )?to (?:what|which)(?: (?:percentage|share|number|count))?\b"
    r"|\bbetween (?:what|which) (?:percentages|shares|numbers|counts)\b|\bfrom where to where\b"
    r"|\bde (?:que|qué)(?: \w+)? a (?:que|qué)(?: (?:porcentaje|porcentagem|numero|número))?\b"
)
"""Asks where a level begins and where it ends."""
_THE_REST = re.compile(
    r"[,;]? ?\b(?:(?:and|but) )?all (?:of )?(?:the|our) (?:rest|others?)"
    r"(?: (?:are|is|were|have|(?:we )?(?:do|did|have|meet)))?\b"
)
"""'… all of the rest are': what is left of the criteria goes without saying."""


_MONTH_NAMES = "|".join(name for name in map(fold, MONTHS) if name != "may")
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of |de )?(?=(?:{_MONTH_NAMES})\b)"
    rf"|(?<=\w )\b(?:{_MONTH_NAMES}) \d{{1,2}}(?:st|nd|rd|th)?\b(?! (?:of \d|criteri|points))"
)
"""A day of a month, which counts nothing; 'may' is another word, too."""


def line_of(text: str, scale: Scale) -> str:
    """The tokens of a text, small words left out, ' ; ' where the sentence breaks.

    Tokens that are in the text already, in capitals, are kept.

    Args:
        scale: the levels that it may name, and what is counted.
    """
    text = _DAY.sub(" ", re.sub(r"n['’]t\b", "nt", text))
    text = _THE_REST.sub(" ", re.sub(_OUTCOME, "OUTCOME ", text))
    text = _FROM_TO.sub("band ", text)
    text = re.sub(
        r"\bwhat (?:would|will|does) (?=\d+ (?:criteria|points|(?:out )?of)\b)", "level ", text
    )
    text = re.sub(r"['’](?:s|re|ve|ll|d|m)\b", " ", text)
    text = re.sub(r"(\d) ?/ ?(\d)", r"\1 of \2", text)
    text = re.sub(r"(?<!\d)(\d+%?) ?[-–] ?(\d+%?)", _dash, text)
    text = re.sub(r"(?<=\w)-(?=[^\W\d])|(?<=[^\W\d])-(?=\w)", " ", text)
    text = re.sub(r"\.(?!\d)|(?<!\d)\.|[^\w\s.%+-]|(?<=\S)-|-(?!\d)", " ; ", text)
    text = re.sub(r"(\w+[aei]r?mos|somos)\b", r"we \1", text.replace("+", " + "))
    if scale.has_categories:
        text = re.sub(r"\bcategor\w+", "group", text)
    line = " ".join(text.split())
    counted = (("CRITERIA", scale.units),) if scale.units else ()
    for token, pattern in (*scale.plain, *_PATTERNS, *counted):
        line, count = pattern.subn(token, line)
        if count:
            line = " ".join(line.split())
    line = " ".join(token for word in line.split() if (token := _token(word, scale)))
    line = re.sub(r"^(\D*?)(?:MINUS|LESS) (?=\d+(?!\S)(?! OF \d))", r"\1-", line)
    line = re.sub(r"NOT (?:WE )?(?:HAVE )?MEET|MEET NOT", "MISS", line)
    line = re.sub(r"NOT (?:WE )?REACH(?= (?:FOR )?TIER\w (?:FOR |OF )?(?:\d|ONE))", "MISS", line)
    line = re.sub(r"MISS HAVE (?=\d)", "MISS ", line)  # 'we failed on 12'
    line = re.sub(r"(?:NOT|MISS) (?:WE )?LOSE(?!\S)", "", line)  # 'without losing gold'
    line = re.sub(r"(?:MISS|NOT) (?=0(?!\S))", "MEET ", line)  # 'no cumplimos ningún criterio'
    line = re.sub(r"(?<!\S)\d (?=LEVELS(?!\S))", "", line)  # 'what are the three levels?'
    line = line.replace("BOX STANDARD", "CRITERIA STANDARD")
    line = line.replace("BOX", "CRITERIA" if has(line, "MEET", "MISS") else "box")
    line = re.sub(r"(?<=\d )OF (?:THE |WE )*(?=CRITERIA)", "", line)  # '13 of our criteria'
    if has(line, "LOSE", "MISS", "SPARE"):
        line = line.replace("MAXIMUM", "HOWMANY")  # 'the most criteria that we can lose'
    for place, level in (("TOP", scale.top), ("MIDDLE", scale.middle), ("BOTTOM", scale.bottom)):
        line = line.replace(place, level or place.lower())
    return re.sub(r"(?:^| );(?: ;)*(?= |$)", " ;", line).strip(" ;")


def _dash(found: re.Match[str]) -> str:
    """A dash between numbers: a difference if it has room around it, otherwise a range."""
    between = "minus" if " - " in found[0] and "%" not in found[0] else "to"
    return f"{found[1]} {between} {found[2]}"


def _token(word: str, scale: Scale) -> str:
    """A word as a token: itself, what it is a misspelling of, or nothing if it tells nothing."""
    if not word.isalpha() or word.isupper():
        return word
    if word in _SMALL or re.fullmatch(r"\w+[aei]r?mos|somos", word):
        return ""
    return (
        scale.spellings.get(near, _SPELLINGS.get(near, word))
        if (near := _near(word, tuple(scale.spellings)))
        else word
    )


@lru_cache(maxsize=4096)
def _near(word: str, levels: tuple[str, ...]) -> str:
    """The word that this one is a misspelling of; empty if it is of none."""
    known = (*_SPELLINGS, *levels)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.83) if len(word) > 3 else []
    return near[0] if near and near[0][0] == word[0] else ""


def has(line: str, *tokens: str) -> bool:
    """Whether a line has any of the tokens."""
    return not set(tokens).isdisjoint(line.split())


def strange(line: str) -> int:
    """How many words of a line the grammar does not know."""
    return sum(word.islower() and "%" not in word for word in line.split())
