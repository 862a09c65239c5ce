"""The words in which people ask who may take part, in three languages."""

import re

from assistant.tools.vocabulary import Entry, Vocabulary, joined

# meaning, then patterns in English, Spanish and Portuguese
_ENTRIES: tuple[Entry, ...] = (
    # The programme, which may be named or not
    (
        "PROGRAMME",
        r"""what works cities(?: certification)?|wwc|(?:the )?certification
        |program(?:me)?s?|scheme|(?:the|this) (?:whole )?thing|initiative|bloomberg(?: philanthropies)?|rules?
        |eligibility criteria""",
        r"""certificacion|programa|iniciativa|reglas?""",
        r"""certificacao|programa|iniciativa|regras?""",
    ),
    # Taking part
    (
        "PART",
        r"""tak(?:e|ing|es) part|participat(?:e|es|ion|ing)|join(?:ing|s)?|appl(?:y|ying
        |ies)|enter(?:ing)?|enrol\w*|sign(?:ing)? up|compet(?:e|ing)|get in(?:to)?|be part of
        |be (?:in|included|considered|accepted|admitted|assessed)|submit|go for it|try(?:ing)?
        |have a go|throw our hat in|put (?:our|my) name (?:in|down|forward)
        |put (?:\w+sel(?:f|ves)|\w+ city|us|it) forward|get involved|come in
        |take a shot|sign on|get on board|be one of (?:them|these)|go for (?:the )?certification
        |(?:request|seek|pursue)(?:ing)?(?: the| a)? certification|do (?:it|this|that)(?: too| as well)|do what (?:it|they|others) (?:did|does|do)|(?:get|got|gotten) in
        |have (?:applied|joined|participated|taken part|entered)""",
        r"""participar|participacion|participen?|postular(?:se|nos|me)?|postularnos
        |aplicar|inscribir(?:se|nos|me)?|unir(?:se|nos|me)?|sumar(?:se|nos|me)?|entrar|meter(?:se
        |nos|me)|anotar(?:se|nos|me)|apuntar(?:se|nos|me)
        |solicitar(?:la|lo)?|pedir(?: la| el)? (?:certific|sello)\w*|ingresar|optar|concursar|presentar(?:se|nos|me)?|formar parte|competir""",
        r"""participar|participacao|participem?|solicitar|pedir(?: a| o)? (?:certific|selo)\w*|candidatar(?:-se|-nos|mos)?|aderir
        |inscrever(?:-se)?|se inscrever|entrar|se cadastrar|tentar|ingressar|concorrer
        |fazer parte|competir
        |tomar parte""",
    ),
    (
        "ELIGIBLE",
        r"""eligib\w+|ineligible|qualif(?:y|ies|ying)|fit the bill|in scope|good to go
        |in the running|in luck|(?:make|makes) the cut""",
        r"""elegib\w+|califica(?:mos|n|r)?|cumple con el requisito|tiene derecho
        |tenemos derecho|entramos|participamos|nos (?:dejan|aceptan|admiten)""",
        r"""elegive(?:l|is)|elegibilidade|inelegive(?:l|is)|qualifica(?:mos|m|r)?
        |entramos|participamos|tem direito|temos direito|se enquadra\w*""",
    ),
    (
        "ALLOW",
        r"""allow(?:ed|s)?|accept(?:ed|s)?|admit(?:ted|s)?|entitled|permitted|welcome
        |let (?:us |them |it |me |you )?in|excluded|shut out|barred|left out|considered
        |tak(?:e|es)(?= (?:cities|towns|places|us|our|any|small|@))|have us|rule[sd]? (?:us )?out
        |stands? (?:a|any|no|much of a) chance|have a (?:chance|shot)|(?<=continents are )in
        |(?<=regions are )in|good enough|meet the (?:size|population|eligibility)""",
        r"""permit\w+|acept\w+|admit\w+|exclu\w+|queda(?:n|mos)? (?:fuera
        |afuera)""",
        r"""permit\w+|aceit\w+|admit\w+|exclu\w+|fica(?:m
        |mos)? (?:de )?fora""",
    ),
    (
        "INCLUDE",
        r"""included?|covered?|counts?""",
        r"""incluid[oa]s?|incluye[n]?|cuentan?""",
        r"""incluid[oa]s?|inclui|incluem|contam?""",
    ),
    (
        "CERTIFY",
        r"""(?:be|get|got|gotten|become|getting|being|been|gets) certified|certified at all|(?:get
        |earn|obtain|receive|seek|pursue|win) (?:the |a |this )?(?:certification|medal|badge|seal)""",
        r"""certificar(?:se|nos|me)?|(?:haber(?:se)?|ser|haber sido) certificad[oa]s?|(?:obtener|conseguir|ganar)l[oa]
        |(?:obtener|conseguir|ganar|lograr|recibir) (?:la |una )?certificacion""",
        r"""certificar(?:-se|-nos)?|se certificar|(?:ser|ter sido|ter se) certificad[oa]s?|(?:obter
        |conseguir|ganhar|receber|ter) (?:a |uma )?certificacao""",
    ),
    (
        "SHUT OUT",
        r"""excluded|shut out|barred|left out|ineligible|(?<!find )(?<!try )(?<!figure )out(?=\W*$)|too (?:small|little|few|tiny
        |big|large)|not (?:allowed|eligible|enough)""",
        r"""exclu\w+|inelegible\w*|(?:queda(?:n|mos)?) (?:fuera|afuera)|(?:demasiado
        |muy) (?:pequen[oa]s?|chic[oa]s?|grandes?)""",
        r"""exclu\w+|inelegive\w*|fica(?:m|mos)? (?:de )?fora|pequen[oa]s? demais
        |(?:muito) pequen[oa]s?""",
    ),
    (
        "OPEN",
        r"""open(?:ed)?(?: up)? (?:in|@|worldwide|internationally|globally|everywhere
        |outside)|(?:open|available|restricted|limited|reserved|exclusive|closed
        |confined)(?: up)?(?: also| only| just)?(?: to| for)|opened(?: up)? to|only (?:for|in
        |to|open)|just (?:for|an?|in)|(?:is|was) it (?:only|just)|only (?:@|us|american)
        |@s?(?: cities| towns| places)? only
        |exclusive\w*""",
        r"""abiert[oa]s?(?: solo)? (?:a|para)|(?:solo|solamente|unicamente|exclusiv\w+
        |nada mas)(?: es)? (?:para|en|de|a|ciudades|@)|restringid\w+|limitad\w+
        |(?:se )?abri(?:o|eron)""",
        r"""abert[oa]s?(?: so)? (?:a|ao|para|as|aos)|(?:so|somente|apenas
        |exclusiv\w+)(?: e)? (?:para|em|n[oa]s?|d[eao]s?|cidades|@)|restrit\w+|limitad\w+
        |(?:se )?abri(?:u|ram)""",
    ),
    (
        "CAN",
        r"""can|ca|cannot|could|may|might|able|possible|chances?|(?:is it |be )?worth (?:it
        |a (?:try|shot|go)|trying|applying|filling (?:it|(?:the|that) (?:form|thing)) (?:in|out)|(?:our|my|your|the|their) (?:while|time|effort|trouble))
        |(?:any )?(?:point|hope)(?: (?:in|of))?|would|does .{0,40}(?:count
        |qualify)""",
        r"""pued[eo]n?|podemos|podria(?:n|mos)?|podran?|podremos|posible|chance|podian?
        |vale la pena|da para|oportunidad|tiene sentido|llegamos""",
        r"""pode[m]?|podemos|poderia[m]?|poderiamos|possivel|posso|chance|podera[om]?
        |podia[m]?|conseg(?:ue[m]?|uimos|uiria)|vale a pena|da (?:para|pra)|rola|cabe[m]?""",
    ),
    # Who
    (
        "WHO",
        r"""who|whom|(?:which|what)(?: (?:kinds?|sorts?|types?) of)? (?:(?:cit(?:y|ies)
        |towns?|villages?|places?|municipalit(?:y|ies)|local governments?)|countr(?:y|ies)
        |regions?|continents?|nations|part of the world)|eligibility""",
        r"""quien(?:es)?|(?:que|cuales|cual)(?: (?:tipos?
        |clases?) de)?(?: son l[ao]s)? (?:(?:ciudad(?:es)?|municipi(?:o|os|alidad|alidades)
        |pueblos?|localidad(?:es)?|alcaldias?|ayuntamientos?|comunas?|gobiernos? locales?)
        |pais(?:es)?|regiones|continentes?)|elegibilidad""",
        r"""quem|(?:que|quais|qual)(?: (?:tipos?) de)?(?: sao [ao]s)? (?:(?:cidades?
        |municipios?|prefeituras?|vilas?|governos? locais)|pais(?:es)?|regioes|continentes?)
        |elegibilidade""",
    ),
    (
        "WE",
        r"""we|were|our|ours|my|us|i|im|mine""",
        r"""nuestr[oa]s?|somos|tenemos|mi|vivo|nosotros|soy""",
        r"""noss[oa]s?|somos|temos|minha|meu|moro|nos|sou|gente""",
    ),
    (
        "PLACE",
        r"""(?:cit(?:y|ies)|towns?|villages?|places?|municipalit(?:y|ies)
        |local governments?)|communit(?:y|ies)|city halls?|capitals?|boroughs?|townships?
        |small|smaller|tiny|big|large|little|mid ?size[d]?|medium|hamlets?|suburbs?|settlements?
        |metropolis(?:es)?|district|prefecture|islands?|ones""",
        r"""(?:ciudad(?:es)?|municipi(?:o|os|alidad|alidades)|pueblos?|localidad(?:es)?
        |alcaldias?|ayuntamientos?|comunas?|gobiernos? locales?)|pequen[oa]s?|chic[oa]s?
        |grandes?|median[oa]s?|comunidad(?:es)?|ciudadcita|pueblit[oa]s?|poblados?|aldeas?|villas?
        |distritos?|partidos?|intendencias?|municipalidad(?:es)?""",
        r"""(?:cidades?|municipios?|prefeituras?|vilas?|governos? locais)|pequen[oa]s?
        |grandes?|medi[oa]s?|comunidades?|cidadezinhas?|cidadinhas?|povoados?|vilarejos?
        |distritos?""",
    ),
    (
        "COUNTY",
        r"""count(?:y|ies)|city count(?:y|ies)|parish(?:es)?""",
        r"""condados?""",
        r"""condados?""",
    ),
    (
        "OUTSIDE",
        r"""outside|abroad|foreign|overseas|international\w*|worldwide|global\w*
        |anywhere|(?:rest of|around|all over|whole|across) the world|the world
        |(?:an)?other (?:countries|country|continents?)|non (?:@|us|american)|domestic""",
        r"""fuera|extranjer\w+|otr[oa]s? (?:paises|pais|continentes?)|(?:resto
        |todo) (?:del|el) mundo|cualquier pais|internaciona\w+|mundial\w*""",
        r"""fora|estrangeir\w+|outr[oa]s? (?:paises|pais|continentes?)|(?:resto
        |todo) (?:do|o) mundo|qualquer pais|internaciona\w+|mundo todo|mundia\w+""",
    ),
    # Size
    (
        "HOWSIZE",
        r"""how (?:big|large|small|tiny|populous|many (?:people|inhabitants|residents
        |citizens|heads))|(?:what|which) (?:size|population)|size (?:of )?(?:a )?city""",
        r"""(?:que|cuan|como de|de que) (?:tan )?(?:grandes?|pequen[oa]s?|chic[oa]s?
        |tamano|poblacion)|cuant[oa]s? (?:habitantes|personas|gente|poblacion|vecinos)
        |cuanta gente""",
        r"""(?:que|qual|de que|quao) (?:o |a )?(?:tamanho|populacao|grande|pequen[oa])
        |quant[oa]s? (?:habitantes|pessoas|moradores|gente)""",
    ),
    (
        "POPULATION",
        r"""populations?|pop|inhabitants?|residents?|people|persons?|size|sized|citizens
        |souls|populous|folks?|heads|census|head ?count|humans|neighbou?rs|locals""",
        r"""poblacion(?:es)?|habitantes?|personas|vecinos|tamano|gente|almas|ciudadanos
        |pobladores|censo|vecindad""",
        r"""populacao|populacoes|habitantes?|moradores|pessoas|tamanho|gente|cidadaos
        |hab|almas|censo|municipes""",
    ),
    (
        "MINIMUM",
        r"""min|minimum|minimal|minimums|thresholds?|cut ?offs?|limits?|floor|smallest
        |bar|requirements?|required|(?:a|any|some) (?:(?:certain|particular|given|set|special|right)
        )?(?:size|population|number of (?:people|residents|inhabitants))|size (?:limit|rule)
        |too (?:small|little|few|tiny|big|large)|restrictions?
        |(?:big|large|populous|small) enough|(?:is|are|it|@|\d) enough|enough|at least|caps?
        |maximum|max|(?:the )?line(?= (?:(?:that|which) )?(?:we|you|one|a city|a town)\b)""",
        r"""minim[oa]s?|umbral(?:es)?|limites?|requisitos?|(?:demasiado|muy
        |tan) (?:pequen[oa]s?|chic[oa]s?)|suficientes?|bastan?|alcanzan?|al menos|por lo menos
        |piso|tope|maxim[oa]""",
        r"""minim[oa]s?|limiar(?:es)?|limites?|requisitos?|(?:muito|tao) pequen[oa]s?
        |pequen[oa]s? demais|suficientes?|basta[m]?|pelo menos|ao menos|piso|teto|maxim[oa]""",
    ),
    (
        "MAXIMUM",
        r"""upper (?:limit|bound|size|end)|maximum|max|caps?|ceiling|too (?:big|large|populous)
        |at most|biggest|largest""",
        r"""maxim[oa]s?|tope|techo|limite superior|(?:demasiado|muy) grandes?|como mucho""",
        r"""maxim[oa]s?|teto|limite superior|grandes? demais|muito grandes?|no maximo""",
    ),
    (
        "NEED",
        r"""must|needs?|needed|has to|have to|should|requires?|required|supposed to""",
        r"""deben?|deberian?|necesit\w+|hay que|tienen? que|hacen? falta|piden?|exigen?
        |requier\w+|tener|se pide""",
        r"""dev\w+|precis\w+|tem que|exig\w+|necessari\w+|requer\w*|pede[m]?|ter""",
    ),
    (
        "HAVE",
        r"""have|has|had|with|of|at|home to|numbers?|count|around|about|nearly|almost
        |roughly|approximately|exactly|only|just|over|under|above|below|more than|less than
        |fewer than|live|lives|living""",
        r"""tien\w+|con|de|casi|aproximadamente|alrededor|exactamente|solo|mas de
        |menos de|viv\w+|unos|unas|cerca""",
        r"""tem|com|de|quase|aproximadamente|cerca|exatamente|so|mais de|menos de|viv\w+
        |mora\w*|apenas""",
    ),
    # Time
    (
        "SINCE",
        r"""since when|when (?:did|was|could|were|can|has)|how long have|first (?:able
        |allowed|open)|from when
        |(?:(?:since|from|on|in|as of) )?(?:what|which) (?:year|date|month|day)
        |(?:since|from|as of) (?:what|which) (?:moment|point|time)""",
        r"""(?:desde|a partir de) (?:cuando|que (?:ano|fecha|mes|dia))
        |(?:en que (?:ano|fecha|mes)|cuando) (?:se )?(?:cambi\w+|pudieron
        |pueden|podian|fue|empezaron)|en que (?:ano|fecha|mes)|cuando(?=.{0,30}\babri)""",
        r"""(?:desde|a partir de) (?:quando|que (?:ano|data|mes|dia))
        |(?:em que (?:ano|data|mes)|quando) (?:isso )?(?:se )?(?:mud\w+|puderam
        |podem|podiam|foi|passaram|comecaram)|em que (?:ano|data|mes)|quando(?=.{0,30}\babri)""",
    ),
    (
        "EARLY",
        r"""originally|at first|(?:(?:for|in|into|with) )?the (?:very )?first (?:round|batch|cohort|class|group)
        |(?:at|in) the (?:beginning|start|outset)|initially
        |back then|when (?:it|the program(?:me)?|the certification) (?:first )?(?:started
        |began|launched|was launched|opened)|early on|in the past|previously|used to
        |before (?:the |it )?(?:change\w*|expan\w+|open\w+)|formerly|earlier""",
        r"""al (?:principio|inicio|comienzo)|(?:en )?la primera (?:ronda|tanda|camada)|en un (?:principio|inicio)|originalmente
        |inicialmente|cuando (?:empezo|comenzo|se lanzo)|en el pasado|antes (?:del?
        |de la) (?:cambio|apertura|ampliacion|expansion)|anteriormente""",
        r"""no (?:inicio|comeco|principio)|(?:n?a )?primeira (?:rodada|leva|turma)|originalmente|inicialmente|quando (?:comecou
        |foi lancad[oa])|no passado|antes d[ao] (?:mudanca|abertura|ampliacao|expansao)
        |anteriormente""",
    ),
    (
        "CHANGED",
        r"""(?:has|have|was|is|did|been).{0,50}(?:change[ds]?|always|lowered|raised
        |different (?:before|in the past))|ever (?:been )?(?:change\w*|lower\w*|rais\w*
        |different)|always""",
        r"""(?:cambi\w+|siempre|baj(?:o|aron|ado)|subi(?:o|eron|do))""",
        r"""(?:mud(?:ou|aram|ado)|sempre|baix(?:ou|aram|ado)|reduzi\w+|aument(?:ou|aram
        |ado))""",
    ),
    (
        "SAME",
        r"""(?:smaller|laxer|softer|stricter|tougher|easier|gentler)(?= (?:population )?(?:threshold
        |minimum|bar|limit|requirement))|same|different|differs?|differ|var(?:y|ies)|equal(?:ly)?|lower|higher
        |(?:more|fewer)(?= (?:people|inhabitants|residents|population) than\b)
        |depends?|chang(?:e|es|ing) (?:from|between|across|by) [^?.]*|exceptions?|each country|every country|every region""",
        r"""mism[oa]s?|igual(?:es)?|distint[oa]s?|diferentes?|varia[n]?|depende|menor
        |mayor|(?:mas|menos)(?= (?:habitantes|personas|gente|poblacion) que\b)|cambia[n]? (?:de|entre|segun|por) [^?.]*|excepcion(?:es)?|cada pais""",
        r"""mesm[oa]s?|igua(?:l|is)|diferentes?|varia[m]?|depende|menor|maior
        |(?:mais|menos)(?= (?:habitantes|pessoas|moradores|gente) (?:do )?que\b)|muda[m]? (?:de|entre|conforme|por) [^?.]*|excec(?:ao
        |oes)|cada pais""",
    ),
    # than places of another area
    (
        "BIGGER",
        r"""(?:bigger|larger|smaller)(?= than (?:(?:those|ones|cities|in|of|the) )*@)""",
        r"""mas (?:grandes?|pequen[oa]s?)(?=[^.?!]* que (?:(?:las|los|en|de) )*@)""",
        r"""(?:maior|menor)(?:es)?(?=[^.?!]* que (?:(?:as|os|em|n[ao]s?|d[ao]s?) )*@)""",
    ),
    (
        "DATED",
        r"""in|before|until|till|back in|as of|after|since|around|during|year|years?|ago
        |early|late|spring|summer|autumn|winter""",
        r"""en|antes|hasta|despues|desde|durante|ano|anos|hacia|inicios|finales
        |principios""",
        r"""em|antes|ate|depois|desde|durante|ano|anos|inicio|fim""",
    ),
    (
        "MONTH",
        r"""january|february|march|april|may|june|july|august|september|october|november
        |december""",
        r"""enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre
        |noviembre|diciembre""",
        r"""janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro
        |novembro|dezembro""",
    ),
    (
        "LEVEL",
        r"""silver|gold|platinum""",
        r"""plata|oro|platino""",
        r"""prata|ouro|platina""",
    ),
    (
        "CERTIFIED",
        r"""certified""",
        r"""certificad[oa]s?""",
        r"""certificad[oa]s?""",
    ),
    # What shows that something else is asked
    (
        "ASKS",
        r"""what(?! about| if)|which|who|how|did|does|when|why""",
        r"""que (?!tal)|cual(?:es)?|quien|como|hizo|hicieron""",
        r"""que|qua(?:l|is)|quem|como|fez|fizeram""",
    ),
    (
        "PROCESS",
        r"""how (?:do|does|can|could|should|would|to|did|is|are|was|were)(?! (?:big
        |large|small|(?:that|this|it|we) (?:sit|compare|fit|square|stand|fare|measure)))|how (?:long|much|often|many (?:cities|towns|times|countries|criteria))
        |steps?|process|procedure|deadlines?|costs?|fees?|price|pay|paid|free|for free|money
        |funding|where|why(?! (?:not|can|ca|cant|cannot|isnt|arent|couldnt|are|is|would
        |wouldnt)\b)|forms?|website|link|contact|email|benefits?|what happens|gain|worth(?! (?:it
        |a|trying|applying|(?:our|my|your|the|their) (?:while|time|effort|trouble))\b)
        |(?:after|once) (?:(?:we|they|it|you|a city|are|is|get|got|being|been|have) )*certified
        |documents?|paperwork|prepare|again|twice|renew\w*|lose|keep
        |whom?[\w@ ]* (?:talk|turn|speak|write|ask|address|approach|call)""",
        r"""como(?! de )|pasos?|plazos?|costos?|cuesta[n]?|cuanto (?:cuesta|vale|dura
        |tiempo)|precio|gratis|pagar|dinero|donde|por que|tramites?|beneficios?|proceso
        |formulario|gana\w*|cuantas ciudades|cuantos (?:municipios|paises|criterios)|de nuevo
        |otra vez|renov\w+|perder|dos veces|(?:a|con) quien(?:es)?
        [\w@ ]*\b(?:dirig|habl|acud|escrib|recurr)\w+|contact\w+""",
        r"""como(?! de )|passos?|prazos?|custa[m]?|custos?|quanto (?:custa|tempo)|preco
        |gratuit\w+|pagar|dinheiro|onde|por que|porque|beneficios?|processo|formulario
        |ganha\w*|quantas cidades|de novo|quantos (?:municipios|paises|criterios)|novamente
        |outra vez|renov\w+|perder|duas vezes|(?:a|com) quem
        [\w@ ]*\b(?:dirig|fal|procur|escrev|recorr)\w+|contat\w+""",
    ),
    (
        "PAST",
        r"""took part|participated|joined|applied|(?:have|has|had) (?:taken part
        |participated|joined|applied)|entered|qualified""",
        r"""participaron|participo|se sumaron|se sumo|(?:han|ha) participado|se unieron
        |se postularon""",
        r"""participaram|participou|aderiram|aderiu|se inscreveram|(?:tem
        |ja) participado""",
    ),
    (
        "OTHER",
        r"""residents? (?:take|join|vote|participat\w+|help|decide)|budget\w*|vot(?:e|es
        |ing)|(?:city )?data alliance|coaching|academy|training|workshops?|portal|survey
        |assembl(?:y|ies)|sprints?|tier|level|percent|benchmarks?|outcomes?|(?<!eligibility )criteri(?:a
        |on)(?! (?:for|to) (?:elig|part|tak|join|app))""",
        r"""criterios?(?! (?:de|para) (?:elegib|particip|admis|entrar))|porcentaje
        |ciudadan[oa]s? (?:participar|votar|decidir)|presupuestos?|votar|talleres|encuestas?|resultados?
        |portal|nivel""",
        r"""criterios?(?! (?:de|para) (?:elegib|particip|admiss|entrar))|porcentagem
        |cidadaos (?:participar|votar|decidir)|orcamentos?|votar|oficinas?|pesquisa|portal|resultados?
        |nivel""",
    ),
)

WORDS = Vocabulary(
    _ENTRIES,
    spellings="""eligible eligibility ineligible elegible elegibles elegibilidad quality country
    countries
    participate participates participated participating participation participar participan
    population populations inhabitants inhabitant residents resident minimum threshold thresholds
    requirement requirements required certified certification municipality municipalities
    habitantes habitante poblacion requisito requisitos minimo minima umbral ciudad ciudades
    municipio municipios populacao cidade cidades limite certificacion certificacao county
    counties outside allowed people""".split(),
)
"""The vocabulary of questions on eligibility."""

_BODY = joined(
    r"""(?:(?:states?|provinces?|regions?)(?! of)|universit(?:y|ies)|colleges?
    |schools?(?: districts?)?|(?:\w+ )?utilit(?:y|ies)|(?:public )?librar(?:y|ies)
    |(?:boroughs?|wards?|neighbou?rhoods?|districts?)(?: (?:and|or) \w+)? (?:in|inside|within|of)
    (?: a| the| our)?(?: \w+)? cit(?:y|ies)|compan(?:y|ies)|business(?:es)?|ngos?|non ?profits?|charit(?:y
    |ies)|hospitals?|(?:\w+ )?(?:agenc(?:y|ies)|departments?)|metro(?:politan)? areas?|unincorporated \w+
    |tribes?|tribal \w+|(?:indigenous |native |indian |tribal )?(?:reservations?|reserves?)
    |first nations?|groups? of (?:\w+ )*?(?:cities|towns|municipalities|villages)
    |consorti(?:um|a)|alliances?|(?:grupos? de|mancomunidad(?:es)?|consorcios?)(?: (?:\w+ )*?
    (?:ciudades|municipios|cidades|pueblos))?|(?:state|national|federal|provincial) governments?|individuals?
    |persons?|consultants?|universidad(?:es)?|universidades?|escuelas?|escolas?|empresas?
    |ongs?|(?:estados?|provincias?|departamentos?|regiones|regioes)(?! d[aeo]l?\b)|areas? metropolitanas?
    |regia?o(?:es)? metropolitanas?|hospitales|hospitais|gobiernos? (?:estatal|nacional
    |provincial|del? (?:estado|la provincia))(?:es)?|governos? (?:estadua(?:l|is)|federal
    |d[oe] estado)|organiza\w+)"""
)
OTHER_APPLICANT = re.compile(
    rf"(?:^|\b(?:can|could|may|are|is|we|be|to|that|as|about|an?|the|our|any|us|also|do|does|and|or"
    rf"|pueden?|podem?|una?|las?|los|el|som?os|uma?|[ao]s?|nossa|nuestra|mi|minha|my) ){_BODY}"
    r"(?!\w)"
    # 'the state of Ohio' as the one who asks, not as where a city lies
    r"|(?:^|\b(?:can|could|may|would|is|are|or|pode|puede|podria|poderia|participar|certificarse|o|ou)"
    r" )(?:an? |the |una? |uma |el |la |o |a )?"
    r"(?:states?|provinces?|regions?|estado|provincia|departamento|region) (?:of|del?|d[oa]) "
    # 'New York State', 'Ontario province'
    r"|(?:^|\b(?!in |of |from |en |del? |d[aeo] |em |n[ao] )\w+ +)@ +(?:state|province|provincia|estado|prefecture|department)(?!\w)"
)
"""An applicant that is no city, town or county."""

ELIGIBLE_FOR = re.compile(
    r"\b(?:eligib\w+|qualif\w+|elegib\w+|elegive\w+|califica\w*|qualifica\w*) (?:for|para|a)\b"
    r"(?! (?:(?:the|this|la|el|a|o|esta|este|wwc|what works cities|bloomberg) )*"
    r"(?:certif\w+|what works|wwc|tak(?:e|ing) part|participa\w+|join\w*|it\b|this\b|appl\w+|be\b"
    r"|program\w*|ser\b|entrar\b|obte\w+|assessment|@|a city|cities|initiative))"
)
"""Being eligible for something other than the programme."""

JOINTLY = joined(
    r"""together|jointly|joint|as one|team(?:ing)? up(?: with)?|join(?:ing)? forces(?: with)?
    |junt[oa]s?(?: (?:con|com|a))?|unid[oa]s|(?:en|em) (?:conjunto|consorcio)|conjuntamente"""
)
"""Says that several places mean to take part as one, of which a rule on one says nothing."""
