"""A question about cities as a line of tokens that mean the same in three languages.

Places become PLACE (a city of the directory), AREA or ELSEWHERE (a namesake of a city); known
words become tokens in capitals; small words fall away; any other word stays, in lower case, and
tells that the question is about something else. What a line asks is left to `directory_grammar`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.folding import fold
from assistant.places import nearest
from assistant.tools.directory_dates import When, read_whens
from assistant.tools.directory_places import Mention
from assistant.tools.directory_relations import RELATIONS
from index.function_words import FUNCTION_WORDS

_PUBLISHED = (
    r"(?:(?:publicly |officially |yet )?(?:known|stated|published|public|given|listed|printed"
    r"|confirmed"
    r"|disclosed|official|documented|recorded|clear|reported|announced))"
)
"""Said of a level that some source tells."""

_TELLER = r"(?:you|they|we|the (?:documents|sources))"

# token: what people write for it in English, Spanish and Portuguese, lower case, no accents.
# Longer expressions stand before shorter, and what one pattern took the next does not see.
_WORDS: tuple[tuple[str, str], ...] = (
    # Courtesy, and whose question it is.
    ("", r"(?:please )?(?:repeat(?: after me)?|just|simply|say|admit|agree|state|declare|pretend"
         r"|imagine|suppose|assume|you must (?:say|agree|confirm)|answer(?: (?:yes|no))?"
         r"|everyone knows)(?: (?:yes|no|that|after me))*(?= (?:PLACE|that))"
         r"|(?:true|yes) or (?:false|no)|confirma(?:me|lo)?(?: que)?|repite(?: conmigo)?(?: que)?"
         r"|responde(?: que)?|verdadero o falso|en una (?:sola )?(?:frase|oracion|palabra)"
         r"|confirme(?: (?:isso|que))*|repita(?: comigo)?(?: que)?|responda(?: que)?|diga que"
         r"|verdadeiro ou falso|em uma (?:so )?(?:frase|palavra)|(?:does|did|has|is|was|do"
         r"|have) not (?:it|he|she|they)(?= *$)|(?:is|was|did|does) it(?= *$)"),
    ("", r"(?:can|could|would|will) (?:you|u)(?: please)?(?: (?:tell|give|show|list|name|check"
         r"|confirm|say))?(?: (?:me|us))?|(?:tell|give|show|remind|let)(?: (?:me|us))(?: know)?"
         r"|(?:i|we) (?:want|need|would like|d like|wanted|have|was wondering|wonder|was|am"
         r"|m)(?: to know)?(?: (?:about|if|whether))?|do you (?:know|happen to know|have)"
         r"|you (?:know|have)(?: (?:of|to be))?|want to know|(?:my|our|the) (?:mayor|boss|team"
         r"|editor|colleague|teacher|chief|manager|director|friend|office)(?: \w+)? (?:wants?"
         r"|needs?|asks?|asked|wonders?)(?: (?:me|us))?(?: to know)?(?: (?:about|if|whether"
         r"|for))?|i (?:think|thought|heard|read|believe|guess|bet)(?: that)?"
         r"|(?:just )?confirm(?: (?:it|this|that))?|in (?:one|a) (?:sentence|word|line)"
        r"|in (?:the|your) (?:documents?|records|sources|directory)|for (?:an"
         r"|a|my) (?:article|report|paper|story|presentation|memo|homework|slides?|talk)"
         r"|(?:someone|somebody"
         r"|people|they|he|she|a (?:friend|colleague)) (?:told|tells?|said|says?"
         r"|claims?)(?: (?:me|us))?(?: that)?|isn ?t it|right(?! (?:to|at|into))"
         r"|(?:proper|actual|real|right|correct|official|precise)(?= (?:\w+ )?(?:date|day|year"
         r"|month|level)\b)"
         r"|(?<=fecha )(?:correct|exact|verdader|oficial|real)\w*|(?<=data )(?:corret|exat|oficial"
         r"|real|cert)\w*"
         r"|(?:at|by) (?:that|this) (?:point|stage|time|moment)(?: in time)?"
         r"|(?:hardly|barely|scarcely) any (?:city|place|town|one)|correct|true|really|honestly"
         r"|exactly|by any chance|to be|that is|thats|at the (?:moment|time)|as of (?:now|today)"
         r"|right now|these days|so far|to date"),
    ("", r"(?:i|we)(?: am| are)? (?:writing|working|preparing|doing|checking|looking)(?: on| into"
         r"| for)?(?: (?:an?|the|my|our|this))? (?:article|report|story|paper|presentation|piece"
         r"|thesis|memo)"),
    ("", r"(?:me )?(?:puede[ns]?|podria[ns]?|podes) (?:usted )?(?:decir|decirme|dar|darme|mostrar"
         r"|mostrarme|confirmar|indicar|indicarme|listar)(?:me)?|quiero saber|quisiera saber"
         r"|necesito saber|(?:me )?gustaria saber|sabe[ns]? (?:usted )?(?:si|que)|di(?:game|me)"
         r"|dame|muestrame|(?:es )?(?:cierto|verdad) que|creo que|entiendo que|al dia de hoy"
         r"|a dia de hoy|hasta (?:la fecha|hoy|ahora)|en este momento|por favor|cierto|verdad"
         r"|no es asi"),
    ("", r"(?:voce )?(?:pode|poderia|consegue) (?:me )?(?:dizer|falar|mostrar|informar|confirmar"
         r"|listar)|(?:eu )?(?:quero|queria|gostaria de|preciso) saber|(?:me )?(?:diga|fale"
         r"|mostre|informe)(?: me)?|sabe (?:me )?dizer|(?:e )?verdade que|acho que|ate (?:hoje"
         r"|agora|o momento)|por favor|no momento|certo|ne"),
    ("", r"(?:whats|what is|what) the (?:deal|story|situation|news|word) (?:with|on)"
         r"|(?:just )?checking"
         r"|(?:can|could) (?:you|someone|anyone) (?:check|verify|confirm)|(?:or"
         r"|are they) what(?= *$)"
         r"|(?:any|some) (?:idea|clue)|(?:i am|im|we are|were) (?:told|wondering|curious"
         r"|interested)"
         r"|(?:quick|one|another) (?:question|thing)|me (?:pasas|das|dices|cuentas|envia[sn]?)"
         r"|me (?:passa|da|conta|envia|manda)|una (?:pregunta|duda|consulta)|uma (?:pergunta"
         r"|duvida)"),
    ("", r"^(?:need|want)|(?:the )?(?:complete|full|whole|entire) (?:set|roster"
         r"|line ?up)(?: of)?|(?:y|e) ano(?= )"),
    ("", r"me (?:fala|fale|diz|diga|conte)|(?:roughly|approximately|approx|circa|around|about)"
         r"(?= (?:how|what|when|which))|(?:ballpark|give or take)"),
    ("HOWLONG", r"(?:(?:is|was) it )?(?:a )?long (?:time )?ago(?: that| when| since)?"),
    ("HISTORY", r"(?:the |their |its )?(?:way|road|path|climb|rise|route|journey) (?:up )?to"
                r"(?= (?:silver|gold|platinum|the top))"),
    ("HISTORY", r"(?:through|up|down) (?:the|its|all|all the) (?:levels|tiers|ranks|ladder|steps)"),
    # Which of them was first tells whether they came together.
    ("SAME FIRST", r"(?:(?:on|at) the (?:very )?same (?:day|date|time)|al mismo tiempo|ao mesmo tempo"
                   r"|(?:en )?(?:el mismo dia|la misma fecha)|n?o mesmo dia|na mesma data)"
                   r"(?! (?:as|with|que|con|com|de|do|da)(?!\w))"),
    ("WHEN FIRST", r"(?:the )?(?:very )?first time(?= PLACE)"),
    ("NEW", r"(?:the )?(?:very )?first time(?: (?:round|around))?(?= *$| NEW| with)"),
    ("NEW", r"(?<=cities )first(?= (?:got|earn(?:ed)?|won|received|reached|achieved|gained|hit)\b)"),
    ("HOLD", r"(?:brought|saw|welcomed|trajo|trouxe)(?: in)?(?= (?:the )?(?:MOST|most|mas|mais)\b)"),
    ("HOLD", r"(?:sit(?:s|ting)?|stuck|hover(?:s|ing)?|parked|ranked|rated|placed|listed|graded)"
             r"(?: (?:at|on|in|as))+"),
    ("GET", r"(?:show(?:s|ed|n)?|turn(?:s|ed)?|came) up(?: (?:as|at|in|with|on))*|appear(?:s|ed)?"
            r"(?: (?:as|at|in|with|on))*"),
    ("", r"(?:after|since) (?:that|then)|afterwards|later(?: on)?|subsequently"
         r"|despues(?: de eso)?(?! de)"
         r"|depois(?: disso)?(?! d)|luego"),
    ("", r"(?:a )?(?:few|couple of|handful of|bunch of)|several|(?:i|we)(?: am| are| m| re| was"
         r"| were)? told"
         r"(?: that)?|im told"),
    ("WHICH LEVEL", r"(?:and )?where(?= (?:do|does|did|is|was|are|were)? ?PLACE"
                    r"(?: AND PLACE)? (?:stand|rank|sit|place)(?:ed|s)?(?!\w))"),
    ("KEEP", r"(?:neither|did not) (?:rose|rise|moved|went|go|climb(?:ed)?)(?: up)? (?:n?or|and neither) "
             r"(?:fell|fall|drop(?:ped)?|sank|sink|went|go|down|lost|lose)(?: down| back)?"
             r"|ni (?:subieron|bajaron) ni (?:subieron|bajaron)|nem subiram nem (?:ca[ií]ram|desceram)"),
    ("KEEP", r"(?:kept|held|stayed at|remained at) (?:the |their |its )?same(?: (?:level|tier))?"
             r" (?:when|after) (?:they |it )?(?:were |was |being )?"
             r"(?:assessed|judged|looked at|checked|tested|evaluated) (?:again|anew|a second time)"),
    ("KEEP", r"(?:looked at|checked|examined|tested|judged|reviewed|assessed) (?:again|anew|once more"
             r"|a second time)|(?:stay\w*|remain\w*|stuck|left|ended up) (?:put|unchanged"
             r"|as they were"
             r"|(?:right )?where they (?:were|started|stood))|(?:held|hung|hang|hold) on to"
             r"|(?:did|do|have) not (?:mov|chang|climb|advanc|rise|go up|gone up)\w*(?: up"
             r"| levels?)*"),
    ("NEW", r"(?:c[ao]me|coming|got|gone|went|jump(?:ed)?|hop(?:ped)?) (?:aboard|on board)"
            r"|(?:been |was |were |got )?(?:let|taken|brought) in(?!to)|admitted"),
    # Belonging to those certified: 'on the list', 'one of yours', 'in the club'.
    ("PART", r"(?:on|in|part of|inside|among|amongst|a member of) (?:the|your|that|this|its|their)"
             r" (?:list|roster|roll|register|club|network|group|map|ranks?|family|fold|mix|books"
             r"|records?|files?"
             r"|database|site|website|system)"
             r"|(?:one|some|any) of (?:yours|theirs)|on board|signed up|(?:figura|aparece"
             r"|esta)[ns]?"
             r"(?: (?:en|na|no))? (?:la |a )?(?:lista|red|rede|grupo)|figura[nm]?|adentro|ya dentro"
             r"|n[ao] (?:lista|rede|grupo|clube)|(?:in|dentro)(?= *$)"),
    ("NEW", r"join(?:s|ed|ing)? (?:the|your|this) (?:list|club|group|ranks|roster|network|family)"),
    ("CERTIFIED", r"(?:c[ao]me|got) through(?= *$)|(?<=PLACE )(?:really |officially )?confirmed"),
    ("", r"(?:said|reported|claimed|supposed|rumou?red) to (?:be|have been)"),
    ("LEVEL", r"(?:latest|last|newest|current|present)(?: known)? (?:level|tier|medal|badge|rank)"),
    ("NOT", r"(?:no|nao)(?= (?:son|es|era[n]?|fue|fueron|sao|e|foi|foram|era[m]?) (?:ni |nem )?(?:de )?"
            r"(?:plata|oro|platino|prata|ouro|platina)\b)"),
    ("", r"(?:(?<=silver )|(?<=gold )|(?<=platinum ))(?:the |their )?(?:very )?first time(?: that)?"
         r"(?: (?:they|it) (?:were|was|got|took part|entered|applied|joined))?"
         r"(?: (?:certified|assessed|in))?"),
    ("", r"(?:(?<=plata )|(?<=oro )|(?<=platino )|(?<=prata )|(?<=ouro ))(?:(?:en|a|na|em) )?(?:la |su )?"
         r"(?:sua )?(?:primera|primeira) (?:vez|certificacion|certificacao)"),
    ("UNPROVEN", r"(?:not|never) (?:been )?(?:confirmed|proven|proved|verified)|un(?:confirmed|proven"
                 r"|verified)|(?:with ?out|lack(?:s|ing)?|no) (?:any )?(?:proof|confirmation)|sin "
                 r"(?:confirmar|confirmacion|pruebas?)|no (?:esta[ns]? |se )?confirm\w+"
                 r"(?! (?:level|tier|award|date|nivel))|sem"
                 r" (?:confirmacao|prova)|nao (?:esta[o]? |foram )?confirmad\w+"
                 r"|(?:no ?body|no one|none) can (?:prove|confirm)"),
    ("CERTIFIED", r"(?:made|make|making|makes) (?:the (?:cut|grade|list)|it(?: in| through)?(?= "
                  r"|$))"
                  r"|(?:got|get|gets|getting) (?:in|through|the nod|approved|over the line)"),
    ("PROGRAMME", r"(?:bloomberg(?: philanthropies)?s? )?what works cities(?: (?:certification"
                  r"|programme|program|standard))?|wwc(?: certification)?"
                  r"|bloomberg(?: philanthropies)?s?|(?:the |el |o )?(?:programme|program"
                  r"|programa|scheme)"),
    ("WHICH CITIES", r"(?:which|what) ones"),
    ("", r"(?:the |their |its )?(?:last|latest|most recent) known"),
    ("WHY", r"why|how come|(?:what(?: is|s| was)? |for )?(?:the |what |which )?(?:reasons?|causes?)(?: that"
            r"| why|(?= (?:it|they|PLACE)))?|por ?que (?:razon|motivo)|por ?que(?= (?:PLACE|AREA))|what for"
            r"|(?<!level )(?<!levels )(?<!tier )for(?= *$)"),
    ("DO", r"what(?:'?s| is| has| have)?(?: been)? (?:got(?:ten)? |become )?(?:better|worse|faster|easier"
           r"|safer|improv\w+)|(?:o )?que (?:ha )?(?:mejor\w+|melhor\w+)"
           r"|what (?:do|does|did)(?! you)|(?<=PLACE )do(?:es|ing|ne)?|(?:do|doing|done)(?= *$)"
           r"|do(?:ing|ne)? (?:to|for|with|about|against|differently)|hizo|hace[nr]?|hacer"
           r"|hicieron|fez|faz(?:em|er)?|fizeram"),
    ("HOWMANY", r"(?:how|hw) (?:many|manny)|(?:the )?(?:total )?number of"
                r"|(?:the )?(?:total )?(?:count|tally|head ?count|sum|figure|number)(?: of)?(?= "
                r"|$)|cuant[oa]s|quant[oa]s|(?:el )?numero de|(?:a "
                r"|la )?cantidad de|quantidade de|(?:el |o )?total de|total number"),
    ("HOWLONG", r"(?:for )?how long(?: ago)?|(?:hace|desde hace) cuant[oa]s? ?(?:tiempo|anos)?"
                r"|cuant[oa]s? (?:tiempo|anos) (?:hace|lleva|tiene)|(?:ha"
                r"|faz) quant[oa]s? (?:tempo|anos)|quant[oa]s? (?:tempo|anos) (?:faz|ha)"),
    ("WHEN", r"(?:a )?(?:cada|por) ano|ano a ano|when|whn"
             r"|(?:in )?(?:what|which) (?:year|date|day|month)|dates?|cuando"
             r"|(?:en )?que (?:ano|fecha|mes|dia|momento)|(?:la )?fecha|quando|(?:em )?que (?:ano"
             r"|data|mes|dia|momento)|qual (?:e |foi )?a data|a data"),
    ("SINCE", r"since|desde"),
    ("WHO", r"who|whos|whose|quien(?:es)?|quem"),
    ("WHERE", r"where|donde|onde"),
    ("TOP", r"(?:el |o )?(?:escalon|peldano|degrau|patamar) (?:mas alto|mais alto|superior|maximo)"
            r"|(?:el |o )?(?:mas alto|mais alto|maximo) (?:escalon|peldano|degrau|patamar)"),
    ("", r"(?:with|con|com) (?:an? |la |una |uma )?(?:known |confirmed )?(?:dates?|fecha|data)"
         r"(?: conocida| confirmada| conhecida)?(?= *$)"
         r"|(?:in|on|across|de|en|em) (?:the |tod[oa] )?(?:whole |entire |el |o )?continente?"
         r"|pelo que (?:voces |vc )?(?:sabem?)|que (?:voces |ustedes )?(?:saibam?|sepan?)"
         r"|(?:hasta donde|por lo que) (?:ustedes )?(?:saben|sepan|se sabe)"),
    ("TOP", r"(?:at |up at )?the (?:very )?(?:top|peak|summit)(?: (?:of the (?:ladder|scale|list)"
            r"|rung"
            r"|step|end|spot|grade|medal))?(?= |$)(?! (?:certification|levels?|tiers?|rank|rating"
            r"|categor|possible))|(?:the )?(?:highest|top|best|maximum"
            r"|max)(?: possible)?(?: certification)?[ -]?(?:levels?|tiers?|ranks?|ranked|rating"
            r"|category|certification)|highest certified|(?:el )?(?:nivel"
            r"|categoria) (?:mas alt[oa]|maxim[oa]|superior)|(?:maxim[oa]|mas alt[oa]) (?:nivel"
            r"|categoria)|(?:o )?(?:nivel|categoria) (?:mais alt[oa]|maxim[oa])"
            r"|(?:mais alt[oa]) (?:nivel|categoria)|(?:el |o )?(?:mayor|maior) nivel"),
    ("UNKNOWN", rf"(?:do|does|did) (?:{_TELLER} )?not (?:{_TELLER} )?(?:know|have|say|state|give"
                r"|tell)(?: you)?(?: the| a| their| any| which| what)? (?:levels?|medals?|tiers?)"
                r"(?: of| for)?"
                rf"|(?:do|does|did) (?:{_TELLER} )?not (?:{_TELLER} )?(?:know|say|tell) (?:if"
                rf"|whether)"
                r" (?:they|it)(?: (?:re|are|is|s|were|hold|have|got|at|silver|gold|platinum|and"
                r"|or))+"
                r"|(?:whose |their )?levels? (?:do|does) (?:you )?not know"
                r"|(?:WHERE |where )?(?:we|you|the documents) do(?:nt| not) (?:know|say|tell)"
                r" (?:what|which|the) level(?: (?:they|it))?(?: (?:got|get|have|hold))?"
                r"|(?:whose |with a )?levels? (?:is |are )?not (?:known|stated|given|told|named)"
                r"|no (?:se )?(?:sabe[ns]?|conoce[ns]?|dice[ns]?|indica[ns]?) (?:el|su) nivel"
                r"|nao (?:se )?(?:sabe[m]?|conhece[m]?|diz|dizem|informa[m]?) (?:o|seu|o seu) nivel"
                r"|(?:an? )?(?:unknown|unstated|unpublished|missing) (?:levels?|tiers?)"
                rf"|no (?:{_PUBLISHED} )?(?:levels?|tiers?)(?: (?:for|of|about)(?= *$))?"
                rf"|levels? (?:is |are "
                rf"|that is )?(?:not {_PUBLISHED}|unknown)|(?:nivel(?:es)?"
                r"|niveis) desconocid[oa]s?|sin nivel|nive(?:l|is) desconhecid[oa]s?|sem nivel"
                rf"|without (?:an? |any |its |their )?(?:{_PUBLISHED} )?(?:level|tier"
                r"|medal)s?"),
    ("NEW", r"(?:(?:went|go|gone|came|jump(?:ed)?) )?from (?:nothing|scratch|zero|no level)(?: to)?"
            r"|(?:(?:went|go|gone|got|started|came in|entered) )?(?<!silver )(?<!gold )(?:straight"
            r"|directly|right)"
            r" (?:to|at|in at|into)(?= (?:silver|gold|platinum))|direct(?:o|amente) (?:al?|em"
            r"|ao?|para(?: o)?)(?= (?:plata|oro|platino|prata|ouro|platina))"),
    ("ORMORE", r"(?:or|and|o|ou|u|y|e) (?:(?:a )?(?:higher|better|above|more|up|upwards|mejor"
               r"|mas|superior(?:es)?|melhor|mais|acima|arriba|mas alt[oa]|mais alt[oa]))"
               r"|at least|al menos|por lo menos|como minimo|pelo menos|no minimo"),
    # What is said against a level or a certification.
    ("LOST", r"los(?:t|e|es|ing)|(?:been )?(?:downgraded?|demoted|stripped|relegated|revoked)"
             r"(?: (?:of|from|to))*|(?:drop|slip)(?:ped|s)?(?: (?:down|back|from|to))*"
             r"|f[ae]ll(?:s|en)?(?: (?:down|back|from|to))*|no longer|perd(?:io|ieron|er|ido|eu"
             r"|eram)|baj(?:o|aron|ar|ado)(?: (?:de|del|a|al))*|degradad[oa]s?|ya no(?= (?:es|tiene"
             r"|esta))|ca(?:iu|iram|ir)(?: (?:de|do|da|para|pra))*|rebaixad[oa]s?|ja nao"
             r"(?= (?:e|tem|tiene|esta))|deixou de (?:ser|ter)|dejo de (?:ser|tener)"),
    ("FALSE", r"false|untrue|(?:a )?lie|falso|mentira"),
    ("RAISE", r"(?:mov\w*|go(?:es|ing|t)?|went|gone|step\w*|level\w*|jump\w*|climb\w*) (?:up|higher|from|to(?= (?:gold"
              r"|platinum)))(?: (?:a |one )?(?:level|tier|notch|rung|step|category|rank|medal"
              r"|peg))?|rose|rises?|risen|rais(?:e[sd]?|ing)"
              r"|(?:go|went|going|been|move|moved|bumped) up|promot\w+|upgrad\w+|leapt?|jumped"
              r"|advanc\w+|climb\w*|improv\w+|level ?(?:led )?ups?|(?:changed"
              r"|increased) (?:its|their|the) (?:level|tier)|progressed|sub(?:e|en|ir|io|ieron|iu"
              r"|iram|ido)|ascend\w+|ascens\w+|mejor(?:o|aron|ar|ado)|melhor(?:ou|aram|ar)"
              r"|pass?(?:o|aron|ar|ou|aram) d[eao]|avanz(?:o|aron|ar)|avanc(?:ou|aram|ar)|elev(?:o"
              r"|aron|ou|aram|ar)|aument(?:o|aron|ou|aram|ar)"),
    ("RAISE", r"risers?|climbers?"),
    ("", r"(?<=RAISE )SINCE(?: then)?(?= *$)|(?<=RAISE )desde entonces(?= *$)"),
    ("WITH", r"(?:together |along |alongside )with|alongside|(?:on|at|in) the same (?:day|date|time"
             r"|month|year|round|cohort|batch|group|class|announcement) (?:as|with)|same (?:day"
             r"|date|time|round) as|with(?= PLACE)|junto (?:con|com|a|ao)|al mismo tiempo que"
             r"|(?:en )?(?:el|la) mism[oa] (?:dia|fecha|ronda|grupo|tanda|lote|anuncio|promocion|ano|mes)"
             r" (?:que|con|de)(?= PLACE)|con(?= PLACE)"
             r"|ao mesmo tempo que|n?[oa] mesm[oa] (?:dia|data|rodada|grupo|leva|turma|lote|anuncio|ano"
             r"|mes) (?:que|com|d[eoa])(?= PLACE)|com(?= PLACE)"),
    ("KEEP", r"(?:kept|keeps?|keeping|stayed|remained|stay)(?: (?:at|on))? (?:the |their |its )?"
             r"same(?: (?:level|tier))?(?: (?:WHEN|after) (?:they were |being )?re ?-?assess\w+)?"
             r"|kept|keeps?|keeping|re ?-?assess\w+|stayed|retain\w*|maintain\w*|re ?-?certif\w+"
             r"|renew\w*|mantuv\w+"
             r"|mantien\w+|mantener|mant(?:er|eve|ivera?m|em)|renov\w+|revalid\w+|conserv\w+"),
    ("NEW", r"(?:brand )?newly|(?:brand |entirely |completely )?new|newcomers?|join(?:s|ed|ing)?|added|add|came in|entered|enter|(?<!mas )nuev[oa]s?"
            r"|sum(?:aron|o|adas?)|incorpor\w+|(?<!mais )nov[oa]s|(?<!mais )nova|entr(?:aron|aram|ou|o|ar)|ingres\w+"
            r"|recien|agreg\w+|adicion\w+|acrescent\w+|for the first time|por primera vez"
            r"|pela primeira vez"),
    ("FIRST", r"(?:the )?(?:founding|inaugural|original|initial|pioneer(?:ing)?)"
              r"|(?:the )?(?:very )?first(?: ever)?|earliest|oldest|primer[oa]?s?|primeir[oa]s?"
              r"|mas antigu[oa]s?|mais antig[oa]s?"),
    ("LATEST", r"(?:the )?(?:very )?(?:latest|newest|most recent(?:ly)?|last(?: time)?)|recently"
               r"|recent"
               r"|(?:la |el |las |los )?(?:mas recientes?|mas nuev[oa]s?|ultim[oa]s?)|(?:mas )?recientemente"
               r"|(?:a |o |as "
               r"|os )?(?:mais recentes?)|(?:mais )?recentemente|recien"),
    ("LEVEL", r"(?<=LATEST )(?:results?|outcomes?|verdicts?|scores?)"),
    ("EARLIER", r"earlier|sooner|before|prior|longer|antes|previ[oa]mente|anterior(?:mente)?"),
    ("HIGHER", r"(?:higher|better)(?: (?:level|tier|rank\w*|certif\w+))?|more advanced|ahead"
               r"|(?:nivel )?mas (?:alto|avanzad[oa])|(?:mas|mais|more|mayor|maior) (?:nivel"
               r"|level)(?= (?:que|do|than))|(?:nivel )?mais (?:alto|avancad[oa])"
               r"|superior|(?:el |o )?(?:mejor|melhor|mayor|maior) nivel"),
    ("START", r"start(?:s|ed)?|began|begins?|empez\w+|empiez\w+|comenz\w+|comec\w+|inici\w+"),
    ("HISTORY", r"happen(?:ed|s|ing)? (?:with|to)|history|progression|progress|journey"
                r"|track record|evolution|timeline"
                r"|(?:over|through|throughout|across) (?:the )?(?:time|years)|historial|historia|trayectoria|evolucion"
                r"|historico|trajetoria|evolucao|progreso|progresso|(?:change[ds]?|changing"
                r"|evolved?)(?: (?:its|the) (?:level|tier|status))?|(?:cambi|evolucion)(?:o|ado)"
                r"|mud(?:ou|ado)|evoluiu"),
    ("GROWTH", r"grow(?:s|n|th|ing)?|grew|increas\w+|crec\w+|cresc\w+"),
    ("EVER", r"ever|alguna vez|alguma vez"),
    ("", r"yet|already|ya|ja"),
    ("ROUND", r"rounds?|cohorts?|class|batch|announcements?|winners?|editions?|intake|recipients"
              r"|awardees|honou?rees|crop|waves?|lists?(?= (?:of|from) WHEN)|rondas?"
              r"|promocion(?:es)?|ediciones|edicion|tanda|cohortes?"
              r"|anuncios?|ganador\w*|rodadas?|edic(?:ao|oes)|turma|leva|vencedor\w*"),
    ("", r"(?<=ROUND )(?:made|held|published|hechos|hechas|feitos|feitas)"),
    ("OUTSIDE", r"(?:not )?(?:neither|nor|ni|nem)(?: (?:in|from|en|de|em|no|na|d[oa]))?"
                r"(?= (?:the |el |la |los |o |a |os )?AREA)"),
    ("OUTSIDE", r"outside(?: of)?|not in|beyond|fuera d[eo]l?|fora d[aeo]s?|excluding"
                r"|except(?: for)?(?= AREA)"),
    ("COUNTRIES", r"countries|nations|paises|(?:country )?(?:by|per|in each) country"
                  r"|(?:pais )?por pais|(?:different )?nationalities"),
    ("COUNTRY", r"country|nation|pais"),
    ("STATES", r"states|estados|provincias|(?:by|per|in each) state|por estado"),
    ("LEVEL", r"levels?|lvl|leval|tiers?|grades?|(?:what|which) (?:colou?r|metal)|rungs?"
              r"|rank(?:ing|s)?|rating|status|standing|medal|category"
              r"|nive(?:l|is|les)|categorias?|estatus|rango|medal(?:la|ha)|posicao"),
    ("SILVER", r"silvers?|plata|prata"),
    ("GOLD", r"golds?|oro|ouro"),
    ("PLATINUM", r"platinums?|platinium|plat|platino|platina"),
    ("PART", r"(?:(?:take|taking|takes|took) )?part(?: of| in)?|parte d[aeo]|participat\w*"
             r"|participa[nm]?|involved|members?|miembros|membros|forma[nm]? parte|fazem parte"
             r"|faz parte"),
    ("CERTIFICATION", r"certifications?|certificates?|awards?|badges?|stamps?|plaques?"
                      r"|accreditations?"
                      r"|credentials?|distinctions?|designations?|labels?|hono(?:u)?rs?|insignia"
                      r"|emblema|recognition|seal|title"
                      r"|certificacion(?:es)?|sello|reconocimientos?|certificac(?:ao|oes)|selo"
                      r"|reconhecimentos?|premios?|distincion|titulo"),
    ("CERTIFIED", r"certifi?ed|certif(?:yed|eid)|recogni[sz]ed|awarded|accredited|honou?red"
                  r"|announced|certificad[oa]s?|certificaron|certificaram|certific(?:o|ou|ar|arse"
                  r"|ar se)|reconocid[oa]s?|reconhecid[oa]s?|premiad[oa]s?|distinguid[oa]s?"
                  r"|anunciad[oa]s?|anunci(?:o|ou|aron|aram)|galardonad[oa]s?"),
    ("GET", r"gets?|got|gotten|gain(?:s|ed)?|earn(?:s|ed)?|w[io]n|wins|reach(?:es|ed)?|achiev\w+"
            r"|attain\w*|receiv\w+|bec[ao]me|becomes|(?:made|make) it(?: to)?"
            r"|(?:made|went|go|gone|going|turn(?:ed)?|hit|land(?:ed)?|clinch(?:ed)?|t[ao]ke[sn]?|took"
            r"|pick(?:ed)? up|secur\w+"
            r"|snag\w*|scor\w+)(?= (?:the )?(?:SILVER|GOLD|PLATINUM))|granted|given"
            r"|became|obtuv\w+|obtien\w+|obtener|logr\w+|alcanz\w+|recib\w+|consigui\w+"
            r"|consegu\w+|obt[ei]v\w+|obter|alcanc\w+|gan(?:o|aron|ar|ado)|ganh\w+|receb\w+"
            r"|vir(?:ou|aram|ar)|(?:han? )?lleg(?:ado|o|aron|ar|a)(?: al?)?|cheg(?:ado|ou|aram|ar|a)(?: ao?)?"
            r"|dieron|deram|(?:se )?llev(?:o|aron|arse|ar)|lev(?:ou|aram|ar)"),
    ("HOLD", r"h[oe]lds?|holding|qued(?:o|a|aron|an)|fic(?:ou|a|aram|am)|has|have|had|having"
             r"|tien\w+|tenian?|tuv\w+|tem|tinha[m]?|tev\w+"
             r"|pose\w+|possu\w+|ostent\w+|cuentan? con|contam? com|sits?|stands?|carr(?:y|ies)"
             r"|estan? (?:en|con)|esta[o]? (?:no|na|em|com)"),
    ("LIST", r"(?:the )?(?:complete |full |whole )?(?:list|roster|roll|register|rundown"
             r"|line ?up)(?: of)?(?= |$)|list(?: out)?|lista(?:do|gem)?|name|names|enumerate|show"
             r"|enumera\w*|nombra\w*"
             r"|nombres?|listar?|liste|mostrar?|mostre|cite|citar|nomes?|diga"),
    ("CITIES", r"(?:any|some)(?:where|place)(?: else)?|(?:of )?(?:our|nuestras|nossas) (?:cities|ciudades|cidades)"
               r"|of ours|(?:certified )?(?:cities|citys|citties"
               r"|towns|municipalities|places|communities"
               r"|city halls|local governments|governments)|ciudades|municipios|localidades"
               r"|alcaldias|intendencias|municipalidades|cidades|prefeituras|gobiernos locales"),
    ("CITY", r"city|town|municipality|ciudad|municipio|cidade|prefeitura|alcaldia"),
    ("NOT", r"not|never|nao|no(?= (?:es|HOLD|GET|esta|fue|era|ha|CERTIFIED)(?!\w))|nunca"
            r"|un ?certified|except|excluding|besides|other than|ademas de"
            r"|excepto|alem de|menos"),
    ("WHICH", r"which|wich|what|whats|wht|wat|whch|que|cual(?:es)?|qual|quais|o que"),
    ("", r"(?:p(?:a?ra|ro)|d|n)? ?[oa](?= (?:SILVER|GOLD|PLATINUM))|pr[oa](?= )"),
    ("AND", r"(?:(?<=SILVER )|(?<=GOLD )|(?<=PLATINUM ))como"
            r"(?= (?:el |la )?(?:SILVER|GOLD|PLATINUM))"),
    ("HOW", r"how|como"),
    ("PROVINCE", r"state|province|provincia|estado|region"),
    ("TOTAL", r"total|totals|altogether|overall|in all|en total|ao todo|no total"),
    ("LEVEL", r"(?:the )?standings?|stand"),
    ("SAME", r"(?:share )?(?:the )?same|equal|mism[oa]s?|mesm[oa]s?|igual(?:es)?|iguais"),
    ("AND", r"and|or|vs|versus|y|e|o|u|ou|&|compare[d]?|compara[r]?|comparad[oa]|than|between"
            r"|entre"),
    ("NUMBER", r"(?:more than |over |at least |mas de |mais de )?\d{1,3}|two|three|four|five|six"
               r"|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty(?: (?:one|two|three|four|five))?"
               r"|pair|dos|tres|cuatro|cinco|seis|siete"
               r"|ocho|nueve|diez|doce|dois|duas|quatro|sete|oito|nove|dez"),
)  # fmt: skip

_PATTERNS = tuple(
    (token, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"))
    for token, pattern in (*RELATIONS, *_WORDS)
)

# Words that are often misspelt, and what they stand for.
_SPELLINGS = {
    **dict.fromkeys(("certified", "certificada", "certificado", "certificadas"), "CERTIFIED"),
    **dict.fromkeys(("certification", "certificacion", "certificacao"), "CERTIFICATION"),
    **dict.fromkeys(("cities", "ciudades", "cidades"), "CITIES"),
    **dict.fromkeys(("platinum", "platino", "platina"), "PLATINUM"),
    **{"silver": "SILVER", "level": "LEVEL", "nivel": "LEVEL", "status": "LEVEL"},
    **{"latest": "LATEST", "first": "FIRST", "history": "HISTORY"},
}
_SPELT = sorted(_SPELLINGS)

# Function words that change what is asked, so that they may not fall away.
_TELLING = frozenset(
    """we our ours us should can could would will more most few only same other before after
    against during without through about more mas muy nosotros nuestra nuestro sin mais nossa nosso
    num nada nem sem contra porque sobre certifies certify""".split()
)
_SMALL = (
    {fold(word) for words in FUNCTION_WORDS.values() for word in words}
    | set(
        """please pls plz thanks hi hello hey ok okay so well um also list lists currently now today
        nowadays presently still there here all every whole full complete together each both
        currently s t re ve ll d m few couple complete entire represented represent represents
        among amongst
        located based situated belong belongs belonging coming hail folks guys mate quick
        back happened happens thing things up case else anywhere officially formally today so far
        yourself im ive its their theirs hm hmm oh ah eh wow cool nice great perfect fine alright
        entonces pues bueno claro oye mira entao bem beleza pois gente queria quisiera anyone
        anybody any someone somebody everyone everybody
        actualmente ahora hoy hoje agora atualmente todas todos toda todo tod@s completa completo
        hola ola oi bom dia buenas buenos dias tardes existe existen existem hubo houve
        fue fueron foi foram sido siendo ser estar esta estan estao eram eran era
        know known knows says say called whether if usted voce senor algum alguma alguns algumas
        alguien alguem ninguna nenhuma cada otorgada concedida obra come comes came
        else delas deles dellas dellos su sus seu seus sua suas
        nah nope yep along ones one actual actuales atual atuais world worldwide mundo mundial estaba estaban estuvo
        estuvieron estava estavam esteve seria serian seriam
        algun algunos alguno forma modo manera tal vez caso decir ver sepan sabemos sabes conoce
        conocen ahi aqui tambien solo solamente aun todavia sigue siguen tipo jeito ainda somente
        apenas tambem continua continuam segue seguem siga sigan permanece permanecem permanecen gente way far bit lot kind quite pretty even simply
        probably possibly maybe perhaps apparently supposedly allegedly reportedly precisely
        specifically particular particularly generally single various different respective
        respectively individual given existing aware sure curious able want like figure find see
        look seems seem seemed happen managed manage go
        time times moment date news info information detail details idea clue note kindly
        briefly out own themselves supposed far-reaching actually basically onwards onward
        been being presently exist exists habia habian havia haviam se le la lo los las do da dos
        das no na nos nas sea sean seja sejam""".split()
    )
) - _TELLING


@dataclass(frozen=True, slots=True)
class Line:
    """A question as tokens.

    Attributes:
        tokens: in order; in lower case what the grammar does not know.
        mentions: the places of the tokens PLACE, AREA and ELSEWHERE, in their order.
        whens: the times it names, in their order.
    """

    tokens: tuple[str, ...]
    mentions: tuple[Mention, ...]
    whens: tuple[When, ...] = ()

    @property
    def when(self) -> When | None:
        """The first time it names."""
        return self.whens[0] if self.whens else None

    def has(self, *tokens: str) -> bool:
        """Whether any of the tokens is there."""
        return not set(tokens).isdisjoint(self.tokens)

    @property
    def strange(self) -> tuple[str, ...]:
        """The words that the grammar does not know, in order."""
        return tuple(token for token in self.tokens if not token.isupper())


def read_line(text: str, mentions: Sequence[Mention]) -> Line:
    """The tokens of a question in which the places were found."""
    parts, last = [], 0
    for mention in mentions:
        kind = "PLACE" if mention.cities else "AREA" if mention.area else "ELSEWHERE"
        parts += [_plain(text[last : mention.start]), f" {kind} "]
        last = mention.end
    whens, line = read_whens(" ".join("".join([*parts, _plain(text[last:])]).split()))
    line = " ".join(line.split())
    for token, pattern in _PATTERNS:
        line, count = pattern.subn(f" {token} " if token else " ", line)
        if count:
            line = " ".join(line.split())
    tokens = tuple(token for word in line.split() if (token := _token(word)))
    return Line(tokens, tuple(mentions), whens)


def _plain(text: str) -> str:
    """Folded text with apostrophes' endings and punctuation taken off."""
    text = re.sub(r"n['’]t\b", " not", fold(text))
    text = re.sub(r"['’](?:s|re|ve|ll|d|m)\b", " ", text)
    return re.sub(r"[^\w\s%&.,/-]|(?<!\d)[.,/-]+|[.,/-]+(?!\d)", " ", text)


def _token(word: str) -> str:
    """A word as a token: itself, what it is a misspelling of, or nothing if it tells nothing."""
    if word.isupper():
        return word
    if word in _TELLING:
        return word
    if word in _SMALL or not any(c.isalnum() for c in word):
        return ""
    near = nearest(word, _SPELT)
    return _SPELLINGS[near] if near and near[0] == word[0] else word
