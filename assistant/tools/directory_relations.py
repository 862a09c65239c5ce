"""Words that put one place beside others: above, below, level with, earlier or later than it.

Rewritten to tokens before the vocabulary of `directory_words`, which knows their parts one by one.
Places are PLACE and AREA by then; everything else is lower case without accents.
"""

_LEVEL = r"(?:silver|gold|platinum|plata|oro|platino|prata|ouro|platina)"
_THAN = rf"(?= (?:the )?(?:PLACE|{_LEVEL}))"

_SMALL_NUMBER = (
    r"(?:(?:a )?single|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|una?|dos|tres"
    r"|cuatro|cinco|seis|siete|ocho|nueve|diez|uma?|dois|duas|quatro|sete|oito|nove|dez)"
)
_NEWEST = r"(?:(?:very )?(?:latest|newest|last|current|most (?:recent|current|up ?-?to ?-?date)))"
_TOLD = r"(?:known|official|published|printed|available|confirmed|total|conocid[oa]|oficial)"
_COUNT = (
    r"(?:count|tally|head ?count|sum|figure|number|total|recuento|conteo|cifra|dato|numero|cuenta"
    r"|contagem|balanco)"
)
"""The newest count is that of today, and no count of the newest."""
SO_MANY = (
    r"(?:(?P<over>more than|over|mas de|mais de)|at least|no (?:less|fewer) than"
    r"|(?:al|por lo) menos|como minimo|(?:pelo|ao) menos|no minimo) "
    rf"(?P<least>{_SMALL_NUMBER})|(?P<or_more>{_SMALL_NUMBER}) (?:or more|o mas|ou mais)"
)
"""So many of them at the least: 'at least one', 'more than two', 'three or more'."""

RELATIONS: tuple[tuple[str, str], ...] = (
    # Who wants to know.
    (
        "",
        r"^(?:[a-z]+ ){1,6}?(?:to (?:know|find out|learn|see|hear|understand|check)|wondering"
        r"|asking"
        r"|asked|asks|curious)(?: (?:if|whether|about|me|us))*(?= (?:who|which|what|how|when|where"
        r"|is|are|do|does|did|has|have|PLACE|AREA))"
        r"|^(?:[a-z]+ ){1,5}?(?:(?:quiere|quieren|quer|querem) saber|pregunta|preguntan|pergunta"
        r"|perguntam)(?: (?:si|se))?(?= )",
    ),
    ("ATLEAST", rf"(?:{SO_MANY})(?= (?:certified |certificad\w+ |{_LEVEL} )?(?:cit|town|place"
                r"|ciudad|cidade|municip))"),
    ("MOST", r"(?<!many )(?<!any )(?<!there )(?:more|mas|mais)(?= (?:certified )?(?:cities|ciudades"
             r"|cidades)(?: certificadas)?(?: AREA|,? AREA| in AREA| en AREA| em AREA))"),
    ("UNPROVEN", r"(?:can|could|do|did) (?:you|they|anyone|we) not (?:confirm|prove|verify)(?: as)?"
                 r"|(?:can|could) not be (?:confirmed|proved|proven|verified)(?: as)?"
                 r"|(?:listed |named )?without a confirmed (?:award|level|certification)"
                 r"|(?:not|never) sure (?:about|of)|uncertain|no se pud\w+ (?:confirmar|comprobar)"
                 r"|no (?:proof|confirmation) (?:for|of)"),
    ("SLOWEST", r"(?:took|taken|takes?|needed|needs?) (?:the )?(?:longest|most)(?: time)?|(?:the )?"
                r"(?:slowest|most slowly|most time|longest time)|(?:mas|mais) lent\w+"
                r"|(?:tard(?:o|aron)|demor(?:o|aron|ou|aram)|lev(?:ou|aram)) (?:mas|mais)"
                r"(?: (?:tiempo|tempo))?"),
    ("FASTEST", r"(?:took|taken|takes?|needed|needs?) (?:the )?(?:least|shortest)(?: time)?"
                r"|(?:in )?(?:the )?(?:fastest|quickest|soonest|most (?:quickly|rapidly)|least time"
                r"|shortest time)|(?:mas|mais) rapid\w+"
                r"|(?:tard(?:o|aron)|demor(?:o|aron|ou|aram)|lev(?:ou|aram)) menos"
                r"(?: (?:tiempo|tempo))?"),
    ("WHICH CITIES ROUND", r"(?:what|o? ?que) (?:was |were |all |se |foi )?(?:happened|announced"
                           r"|awarded|paso|sucedio|anunci\w+|aconteceu)(?= *(?:in|en|em)? *$)"),
    ("SAME", r"(?:share[sd]?|sharing|compart\w+)(?= PLACE (?:LEVEL|level|tier|medal|rank|nivel))"),
    ("RAISE", r"(?:g[eo]t(?:ten)?|receiv\w+|reach(?:ed)?|earn(?:ed)?|achiev\w+) (?:to )?(?:an? )?"
              r"(?:higher|better) (?:level|tier|medal|rank|category)"),
    ("HOWLONG", r"(?:desde )?(?:hace|ha|faz) (?:cuant|quant)[oa]s? (?:tiempo|tempo|anos)"),
    ("", r"(?:is there )?(?:any|an|some|the latest) (?:update|news|word|info|information"
         r"|idea)s? (?:on"
         r"|about|of|for|regarding)(?= PLACE)"),
    ("", r"(?:(?:along |together )?with|and|con|y|com|e|including|incluid[oa])(?: (?:its|their"
         r"|the|el"
         r"|o|sus?|seus?))?(?: respective)? (?:(?:levels?|tiers?|nivel(?:es)?|niveis|status|dates?"
         r"|years?|fechas?|(?<!with )(?<!and )(?<!its )(?<!their )datas?)(?: and | y | e )?)+"
         r"(?= *$)"),
    ("NEW GOLD PLATINUM", r"(?:skip(?:s|ped)?|jump(?:s|ed)? over"
                          r"|bypass(?:ed)?) (?:the )?silver(?: level)?(?: and (?:\w+ )?(?:right"
                          r"|straight|directly) (?:to|at|into))?"),
    ("NEW", r"(?:without|no) (?:\w+ ){0,3}?silver(?: level| medal)?(?: first| before)?(?= *$)"),
    ("", r"^(?:hola |oi |ola )?(?:yo |eu )?(?:necesito|quiero|quisiera|busco|preciso|quero"
         r"|queria|procuro)(?: de"
         r"| a| ver| conocer)?(?= (?:[a-z]+ )?(?:lista|ciudad|cidad|municip|todas|nombre|nome))"),
    (
        "WHICH",
        r"what (?:did|does|do|had|was)(?= PLACE (?:have|hold|get|win|earn|receive|at)(?!\w))"
        r"|what (?:did|does|do)(?= (?:the )?(?:city|town)? ?(?:of )?PLACE (?:have|hold|get|win"
        r"|earn))",
    ),
    (
        "WHICH CITIES AREA PART",
        r"(?:how|what)(?: is| are| s| about)?(?: things)?(?: in)? AREA(?: is)? (?:doing"
        r"|getting on|faring|represented|looking|placed)"
        r"(?: (?:in|with|on) (?:this|it|that|here|the programme))?",
    ),
    (
        "NEW",
        r"did (?:the|your|this) (?:network|programme|program|club|list|group|scheme) (?:gain|add"
        r"|admit|take (?:in|on)|get|win|bring in)",
    ),
    (
        "",
        r"(?<=AREA )(?:the|el|o) (?:country|pais)(?!\w)"
        r"|(?:country|pais) (?:of|de|d[ao]) (?=AREA)",
    ),
    ("FIRST", r"(?:from|since) (?:day one|the (?:very )?(?:beginning|first day))"
              r"|desde el (?:principio"
              r"|comienzo|primer dia)|desde o (?:inicio|comeco|primeiro dia)"),
    ("WHEN PASS NUMBER CITIES", r"when (?:was|did)(?: the)? (?:\d{1,3}(?:st|nd|rd|th)|hundredth"
                                r"|fiftieth)"
                                r"(?: certified)? (?:city|member)"),
    ("UNKNOWN", r"(?:sem|sin) nivel(?: (?:conhecid|conocid|informad|definid|publicad|declarad)o)?"),
    ("", r"(?:but )?only(?= (?:in|from|within) (?:the )?AREA)"),
    ("GET", r"new(?= (?:silver|gold|platinum) (?:cit|one|member|town|place|holder))"),
    (
        "HOWMANY",
        r"(?:(?:what|which)(?: is)? )?(?:the )?(?:share|percentage|proportion|fraction) of(?: the"
        r"| all| your)*(?= (?:certified )?(?:cities|members|AREA cities))",
    ),
    # One level beside another, without those beyond it.
    *(
        (level.upper(), rf"(?:only |just )?(?:one|a|1|directly|right|just|immediately)"
                        rf"(?: (?:step|notch|rung|level|tier))? {beside} {other}")
        for level, beside, other in (
            ("gold", "(?:below|under|beneath|short of|away from)", "platinum"),
            ("silver", "(?:below|under|beneath|short of|away from)", "gold"),
            ("gold", "(?:above|over|beyond|past)", "silver"),
            ("platinum", "(?:above|over|beyond|past)", "gold"),
        )
    ),
    ("WHICH LEVEL PLACE", r"(?:what|where|how)(?: is| are| s| was)? PLACE (?:at|up to|doing"
                          r"|getting on"
                          r"|faring)(?= *$| (?:now|these|right|today|currently|at)\b"
                          r"| level)(?: level(?:"
                          r" ?wise)?)?"),
    # Small talk around a place or an area.
    (
        "",
        r"^(?:and |so |ok |hey )*(?:what|how) about|^(?:and |so )*(?:what|how) about(?= PLACE)"
        r"|y que (?:hay de|pasa con|tal)(?= PLACE)"
        r"|e quanto a(?= PLACE)|(?:we|i)(?: are| am| re| m)?(?: a| the| an| in| from| at| based"
        r"| located| working)*(?: small| mid ?sized| large| big)? (?:city|town|municipality|place|"
        r"county)?(?: (?:in|from|of|near))?(?= AREA)|(?:somos|soy|estamos)(?: de| en| una?"
        r"| ciudad| municipio)*(?= AREA)|(?:somos|sou|estamos)(?: de| em| do| da| uma?| cidade"
        r"| municipio)*(?= AREA)|all the way|as far as (?:you|we) know|if any|or not|for sure"
        r"|as (?:it|things) stands?|(?:in (?:alphabetical|chronological|date) order|alphabetically"
        r"|chronologically|(?:sorted|ordered|grouped) by(?= (?:date|year|name)))(?: (?:date|year"
        r"|name))?"
        r"|(?:(?:tell me|all|everything|more|something|info|information) )+about(?= PLACE)"
        r"|on record|according to (?:you|your \w+|the (?:documents"
        r"|sources|records))|(?:my|our|your|nuestr[oa]s|noss[oa]s)(?= (?:neighbou?r|peer|vecin"
        r"|vizinh))|when it comes to|in terms of|with regard to|regarding|concerning",
    ),
    (
        "",
        r"(?:we|i|you|people|they) (?:keep|kept|always|often) (?:hear|see|read)\w*(?: (?:that"
        r"|about))?"
        r"|(?:i|we) (?:only|just|really|simply) (?:need|want)(?: to know)?|i only care about"
        r"|(?:have you |do you )?got(?= any)|can (?:i|we) (?:get|have|see)(?: an?| the)?"
        r"|what do you have (?:on|about|for)|do you have (?:anything )?(?:on|about)"
        r"|a (?:notch|step|rung|cut|level|tier)(?= (?:above|below|higher|lower|ahead|behind))"
        r"|(?:decime|contame|contanos|pasame|mandame|conta me)|(?:otr"
        r"|outr)[oa]s(?= (?:AREA )?(?:ciudades"
        r"|cidades|municipios))|among(?= PLACE)|entre(?= PLACE)",
    ),
    (
        "RELATIVE",  # to a day that nobody names
        r"(?:last|this|next|past) (?:year|month|week)|(?:el )?ano pasado|este ano"
        r"|(?:o )?ano passado",
    ),
    ("LEVEL", r"(?:rated|ranked|graded|classed)(?= *$)|rankings|ratings"
              r"|(?:el )?estado(?= (?:de )?PLACE)"),
    ("WHICH LEVEL", r"where(?= (?:is|does|do|did|was|are) PLACE (?:in|on|at|stand|rank|sit|fall"
                    r"|land))"),
    ("PART", r"(?:in|up) there(?= *$)"),
    ("CITIES", r"holders"),
    ("GET", r"obtain\w*"),
    ("", r"(?:publicly )?(?:public|known|published|disclosed|stated)(?= *$)|made up(?= the)"
         r"|(?:segun|de acuerdo con|segundo|de acordo com) (?:las|as|los|os) (?:fuentes|fontes"
         r"|document\w+)"),
    ("NOT", r"(?:apart|aside) from|ademas de|aparte de|sin contar|alem d[aeo]|sem contar"
            r"|fora(?= PLACE)"),
    ("TOP", r"(?:the )?(?:highest|furthest|best)(?= (?:that )?(?:an?|any) (?:AREA )?(?:city"
            r"|town))"),
    ("FIRST", r"(?:for )?(?:the )?longest(?: time)?"),
    ("WHEN", r"how (?:recent(?:ly)?|old|new)(?= (?:is|was|are) PLACE)"),
    ("CERTIFIED", r"named(?= *$| (?:in|on) )"),
    ("WHEN", r"(?:at )?(?:what|which) (?:point|stage|time)(?: in time)?|em que momento"),
    ("VERSUS", r"(?:stack|measure)(?:s|ed)? up(?: (?:against|to|with))?|compar(?:e|es|ed|ing)"
               r"(?: (?:to|with|against))?(?= PLACE| *$)|fares? (?:against|next to)"
               r"|se compara(?:n|m)?(?: con| com| a)?"),
    ("", r"other(?= (?:AREA )?(?:cities|towns|municipalities|ones|places)\b)"),
    ("TOP", r"(?:the )?(?:best|highest|maximum|top|most)(?: (?:that )?(?:one |thing )?(?:there is"
            r"|possible|available"
            r"|on offer|attainable|it gets|you can (?:get|earn|reach|achieve|hold)|(?:a"
            r"|any) city can"
            r" (?:get|earn|reach|achieve|hold)))"),
    ("PART", r"(?:in|part of it) or (?:not|out)(?= *$)|in on (?:it|this)"),
    (
        "CITIES",
        r"neighbou?r(?:s|ing (?:cities|towns))|peers?|peer cities|jurisdictions|metros"
        r"|urban areas|vecin[oa]s|vizinh[oa]s"
        r"|ayuntamientos|cabildos|comunas|urbes|(?<=newest )(?:members?|additions?)"
        r"|(?<=latest )(?:members?|additions?)|(?<=new )members|(?<=first )members?"
        r"|(?<=recent )(?:members?|additions?)|(?<=original )members|(?<=founding )members"
        r"|(?<=last )(?:members?|additions?)",
    ),
    ("NEW CITIES", r"newcomers?|additions?|entrants?|arrivals|joiners?|inductees?"),
    (
        "COHORT",
        r"of the (?:very )?(?:first|original|founding|inaugural|initial)(?: (?:nine|9|eight|8))?"
        r"(?: (?:round|cohort|batch|group|class))?(?: (?:certified )?(?:cities|ones|members"
        r"|winners))?"
        r"(?= .*(?:still|now|today|since|later|mov|ros|rais|upgrad|gone|went|climb|gold|silver"
        r"|platin))"
        r"|de las (?:primeras|nueve primeras)(?: ciudades)?|das (?:primeiras|nove primeiras)"
        r"(?: cidades)?",
    ),
    ("RAISE", r"(?:paso|passou|subio|subiu)(?= FASTEST| SLOWEST)"),
    ("RAISE", rf"(?:paso|passou|pasaron|passaram|subio|subiu)(?= PLACE d[eao]l? {_LEVEL})"),
    ("GET", r"conquist\w+|se (?:llevo|hizo con)|turned(?= (?:silver|gold|platinum))"),
    ("HISTORY", r"develop(?:ed|s)?(?= |$)(?= (?:from|since|over)| *$)"),
    ("YEARS", r"(?:(?:how many|cuantos|quantos) (?:years|months|anos|meses)|how long(?= (?:did|has"
              r"|does) (?:it |that )?(?:take|taken|need|PLACE (?:take|need)))"
              r"|how (?:quickly|fast|soon|rapidly)(?= (?:did|has|was) PLACE)|(?:cuanto|quanto)"
              r"(?: (?:tiempo|tempo))?(?= (?:PLACE )?(?:le )?(?:tardo|demoro|llevo|tomo|levou"
              r"|demorou)))(?: (?:did|does|has|it|take|taken|took|tardo|demoro|le|llevo|levou"
              r"|demorou))*"),
    ("", r"(?<=YEARS PLACE )(?:(?:take|need|levou|demorou) )?(?:to|from|para|a)(?= )"),
    ("SPLIT", rf"(?:more|fewer|mas|mais|menos)(?= (?:[a-z]+ )*?{_LEVEL} (?:[a-z]+ )*?(?:than|or"
              rf"|vs|o|que"
              rf"|ou) (?:[a-z]+ )*?{_LEVEL})"),
    ("SPLIT", rf"(?:more|fewer)(?= {_LEVEL}(?: cities)? (?:cities )?(?:or|than|vs))|(?:mas"
              rf"|mais)(?= (?:ciudades"
              rf"|cidades) (?:de )?{_LEVEL} (?:o|ou|que|do que))"),
    ("", r"(?<=have )since(?= [a-z])|(?<=has )since(?= [a-z])"),
    ("LIST", r"(?:in )?(?:what|which) (?:chronological )?order|en que orden|em que ordem"),
    (
        "NEW",
        r"(?:on|at|in|from|with) (?:their|its|the|a|his) (?:very )?(?:first|1st) (?:try|attempt|go"
        r"|certification|time|award|shot)|outright|(?:straight|right) away|first time (?:round"
        r"|around|out)|from the (?:start|outset|get ?-?go)|a la primera|al primer intento"
        r"|de entrada|de primeira|na primeira(?: (?:vez|tentativa))?",
    ),
    ("GET", rf"(?:make|made|making|makes|hits?)(?= (?:the )?{_LEVEL})"),
    ("WHEN", r"(?<=and )(?:the |its )?(?:year|date)|(?:the )?year(?= *$)"),
    (
        "SPLIT",
        r"(?:split|breakdown|distribution|spread)(?: of (?:the )?(?:certified )?(?:cities"
        r"|them"
        r"|levels))?(?: (?:by|across|between|among|over|into|per)(?: the| each)?(?: levels?| tiers?"
        r"| medals?)?)?|(?:broken down |split |divided )?(?:by|per|in each|at each) (?:level|tier"
        r"|medal)"
        r"|(?:desglose|distribucion|distribuicao|reparto)(?: (?:por|de) (?:nivel(?:es)?|nivel))?"
        r"|por nivel|(?:en|em) cada nivel",
    ),
    # Numbers of them, and who has the most.
    ("HOWMANY", rf"(?:the )?{_NEWEST} (?:{_TOLD} )*(?:total )?{_COUNT}(?: total)?(?: (?:of|for))?"
                rf"(?= |$)|(?:el |la |o |a )?(?:ultim[oa]|(?:mas|mais) reci?ente) (?:{_TOLD} )*"
                rf"{_COUNT}(?: {_TOLD})*(?: de)?(?= |$)|(?:el |la |o |a )?{_COUNT}(?: {_TOLD})*"
                r" (?:(?:mas|mais) (?:reci?ente|ac?tual|ac?tualizad[oa]|nuev[oa])|ac?tual)"
                r"(?: de)?(?= |$)"),
    ("HOWMANY GROWTH", r"(?:how many|how much) (?:more|extra|additional|bigger|larger|longer"
                       r"|greater)(?= |$)"
                       r"|(?:by )?how (?:much|fast|quickly)(?= .*(?:grow|grew|increas|expand))"),
    ("HOWMANY GROWTH CITIES", r"(?:cuantas ciudades|cuantos municipios) mas|(?:quantas cidades"
                              r"|quantos municipios) a mais"),
    ("LIST", r"(?<=GROWTH )(?:(?:is|was|were|did|has|had) )?(?:the|this|that|your) (?:group|network"
             r"|list|club|circle|programme|program)"),
    ("HOWMANY", r"(?:the )?size(?: of)?(?: the)?(?= (?:cohort|round|class|batch|group|programme"
                r"|program|network"
                r"|club)| *$)|how (?:big|large)(?= (?:is|was|were|are) the)"
                r"|(?:what|which) number of"),
    ("NOT RAISE", r"(?:never|not|yet to|nunca|jamas|nao|no) (?:moved?|budged?|climb(?:ed)?"
                  r"|changed?|improved?"
                  r"|advanced?|progress(?:ed)?|gone|went|go|rose|risen|subi\w+|mejor\w+"
                  r"|melhor\w+|avanz\w+"
                  r"|avanc\w+|mudaram|cambiaron)(?: (?:up|on|since|beyond|past|higher|further|it))*"
                  r"(?= *$| (?:desde|since|and|y|e) )"),
    ("", r"saw(?= (?:the )?(?:most|biggest|largest))"),
    ("GROWTH", r"expan(?:d(?:ed|s|ing)?|sion)|swell\w*|swollen|doubl\w+|tripl\w+"),
    ("LIST", r"(?:the )?(?:club|roster|membership|ranks|club members)"),
    (
        "MOST",
        r"(?:the )?(?:most|(?:highest|largest|biggest) (?:number|share|group|count))(?: of)?"
        r"(?= (?:AREA )?(?:certified|cit|town|member|gold|silver|platinum|award|of))"
        r"|lead(?:s|ing)? the (?:pack|list|table|way)|(?:la )?mayoria(?: de)?"
        r"|(?:el |o )?(?:mayor|maior) (?:numero|cantidad|quantidade)(?: de)?"
        r"|(?:mas|mais)(?= (?:ciudades|cidades|municipios|prefeituras|certificad))"
    ),
    # The way of a city through the levels.
    ("HISTORY", r"(?:walk|take|talk|run|guide|lead) (?:me|us) through(?: how)?(?= (?:the )?PLACE)"
                r"|(?:(?:re)?(?:trace|chart|recount)|describe|outline)(?: how)?(?= (?:the )?PLACE)"
                r"|(?:step|stage|rung) by (?:step|stage|rung)|one step at a time"
                r"|(?:(?:(?:cuenta|explica|muestra)(?:me|nos)|(?:conte|explique|mostre)(?: me)?)"
                r",? )?"
                r"(?:paso a paso|passo a passo)"
                r"|(?:ao|a lo) l(?:on|ar)go d(?:el|[eo]s?)(?: los)? (?:tempo|tiempo|anos)"
                r"|co[nm] (?:el|o) (?:paso del |passar do )?(?:tiempo|tempo)"),
    ("HISTORY", r"(?:(?:the|their|its|su|el|o) )?(?:way|road|path|climb|rise|route|journey"
                r"|ascent|story|trajectory|camino|recorrido|trayecto|ascenso|caminho|percurso|subida)"
                rf"(?: (?:of|del?|d[aeo])(?= PLACE)|(?= (?:up )?(?:from|del?|d[aeo]) {_LEVEL}))"),
    ("RAISE", r"(?:mov(?:ed?|es|ing)|went|go(?:es|ne|ing)?|climb(?:ed|s|ing)?|rose|risen|advanc\w+"
              r"|progress(?:ed|es|ing)?|work(?:ed|ing) (?:its|their) way)"
              r"(?= (?:up|through) (?:all )?(?:the |its )?(?:levels|tiers|ranks|ladder|steps)\b)"),
    # What was got again was kept.
    ("KEEP", r"(?:twice|(?:two|2) times)(?: (?:over|now|already))?(?! as\b)"
             r"|(?<!not )more than once|(?:dos|duas) ve[cz]es|(?:mas|mais) de uma? vez"),
    (
        "MOST",
        r"(?:the )?(?:(?:very |single )?(?:biggest|largest|busiest"
        r"|record)(?: ever)?)(?= (?:single )?(?:round"
        r"|cohort|class|batch|group|announcement|intake|year|wave)| *$)|(?:la |el |a |o )?(?:mas"
        r" grande|mas numeros[oa]|maior|mais numeros[oa])(?= (?:rodada|turma|leva|ronda)| *$)"
        r"|(?:the )?(?:most|fastest)(?= (?:new |newly )?(?:growth|additions|newcomers|new ))",
    ),
    ("PASS", r"(?:pass(?:ed|es)?|cross(?:ed|es)?|exceed(?:ed|s)?|surpass(?:ed)?|top(?:ped)?"
             r"|br(?:oke|eak)"
             r"(?: through)?|(?:go|went|get|got|climb|climbed|ris[en]|rose|grow|grew)(?: up)?"
             r" (?:over|past|beyond|above|to)|reach(?:ed)?|hit|superaron|supero|super(?:ar|ou|aram)"
             r"|rebas\w+|pas(?:o|aron|ou|aram) (?:de|das|dos)|lleg(?:o|aron) a|cheg(?:ou|aram) a"
             r"|alcanz\w+|alcanc\w+|ating\w+|ultrapass\w+)"
             r"(?= (?:the |mark of |las |os |as |los )*(?:\d{2,3}|(?:a |one )?hundred|cien|cem"
             r"|fifty"
             r"|cincuenta|cinquenta)(?![\w%]))"),
    ("NUMBER", r"(?<=PASS )(?:(?:the |mark of |las |os |as |los )*(?:\d{2,3}|(?:a |one )?hundred"
               r"|cien|cem"
               r"|fifty|cincuenta|cinquenta)(?: mark)?)"),
    ("RAISE", r"(?:got |get |been |were |was )?(?:bump|boost|lift|elevat|mov|kick)(?:es?|ed|ing)?"
              rf"(?: up)?(?: a (?:level|tier|notch))?(?: (?:from|to|past|beyond|on))*(?= {_LEVEL})"
              r"|graduat\w+(?: (?:from|to))*|(?:made|make) the (?:jump|leap|step|move)(?: (?:up"
              r"|to))*"
              r"|ma(?:de|king) progress|ratchet\w* up"),
    (
        "HIGHER",
        r"(?:the )?(?:lowest|worst)(?: (?:level|tier|rank\w*|rating))?"
        r"|(?:el )?nivel mas bajo(?! que)|(?:o )?nivel mais baixo(?! (?:do )?que)|na frente(?! d)"
        r"|por delante(?! de)|a la cabeza|(?:further|farther) (?:along"
        r"|ahead|up)(?! than)|more advanced(?! than)|mas avanzad[oa]s?(?! que)"
        r"|mais avancad[oa]s?(?! (?:do )?que)",
    ),
    # One place beside another.
    ("SAME LEVEL", r"m(?:ism|esm)o nivel (?:do )?(?:que|de)(?= (?:l?[ao] |el )?PLACE)"),
    (
        "SAME",
        r"(?:caught|catch(?:es|ing)?) up (?:with|to)|on (?:a )?par with|level(?:led)? with"
        r"|tied? with|equal (?:to|with)|match(?:es|ed|ing)?(?= PLACE)"
        r"|as (?:high|far|good|advanced)(?: up)? as|al nivel de(?= PLACE)|a la (?:par"
        r"|altura) (?:de|con)"
        r"|(?:ta[on]|tan) alt[oa] (?:como|quanto)|a par d[eoa]|igual (?:a|que)(?= PLACE)"
        r"|a altura d[eoa]",
    ),
    (
        "ABOVE",
        r"outrank\w*|outperform\w*|surpass\w*|out ?do(?:es)?(?= PLACE)"
        r"|tops(?= PLACE)|(?:(?:ranked|rated|placed|listed) )?"
        r"(?:beats?|above|(?:higher|better) (?:level|tier|rank) than|higher(?: up)? than"
        r"|better than|ahead of|over|beyond|past"
        rf"|further(?: along| ahead| up)? than|more advanced than){_THAN}"
        r"|(?:por )?encima de|mas (?:alt[oa]s?|arriba|avanzad[oa]s?) que|mejor(?:es)? que"
        r"|super(?:an?|o|aron|ou|aram)(?: a)?(?= PLACE)|por delante de|acima d[eoa]"
        r"|mais (?:alt[oa]s?|avancad[oa]s?) (?:do )?que|melhor(?:es)? (?:do )?que|a frente d[eoa]"
        r"|superam?(?= PLACE)",
    ),
    (
        "BELOW",
        r"trail(?:s|ing)?(?= PLACE)|(?:below|under|beneath|(?:lower|worse) (?:level|tier|rank) than"
        r"|lower(?: down)? than|behind|worse than"
        rf"|less advanced than){_THAN}|behind(?= *$)|(?:por )?debajo de|mas baj[oa]s? que"
        r"|peor(?:es)? que|detras de|abaixo d[eoa]|inferior(?:es)? a|pior(?:es)? (?:do )?que"
        r"|mais baix[oa]s? (?:do )?que|atras d[eoa]",
    ),
    (
        "LATER",
        r"(?:(?:soon|right|just) )?(?:after|later than|since|following|despues de|luego de"
        r"|depois d[eoa]|apos)(?= PLACE)|after(?= (?:the )?AREA| *$)|(?<=before )or after"
        r"|(?<=antes )o despues de"
        r"|(?<=antes )ou depois d[eoa]",
    ),
    ("EARLIER", r"(?:before|prior to|sooner than|earlier than|antes d[eoa]l?)(?= PLACE)"),
    # Levels that nobody can hold.
    (
        "NOLEVEL",
        r"bronze|bronce|diamonds?|diamantes?|titanium|titanio|copper|cobre|emeralds?|esmeralda"
        r"|ruby|rubi|sapphire|zafiro|safira|uranium|iron|steel",
    ),
)  # fmt: skip
"""Tokens, and what people write for them in English, Spanish and Portuguese."""

BORDERS: tuple[tuple[str, str], ...] = (
    (r"\b(?:the )?(?:very )?last month of (?=20\d\d\b)", "december "),
    (r"\b(?:the )?(?:very )?first month of (?=20\d\d\b)", "january "),
    (r"\b(?:el )?[uú]ltimo mes de (?=20\d\d\b)", "diciembre de "),
    (r"\b(?:o )?[uú]ltimo m[eê]s de (?=20\d\d\b)", "dezembro de "),
    (r"\b(?:abroad|overseas)\b", "outside the US"),
    (
        r"\b(?:foreign|overseas|international|non[- ]u\.?s\.?(?: based)?|non[- ]american)"
        r"(?= (?:cit|town|municip|place|member|one))",
        "outside the US",
    ),
    (r"\b(?:en el extranjero|extranjeras)\b", "fuera de los Estados Unidos"),
    (r"\b(?:no exterior|estrangeiras)\b", "fora dos Estados Unidos"),
)
"""What stands for 'outside the United States', where the programme began."""
