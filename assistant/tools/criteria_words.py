"""The words in which people ask about the criteria and practice areas, in three languages."""

import re

from assistant.tools.vocabulary import Entry, Vocabulary

AREAS = (
    r"""areas?|categor(?:y|ies)|pillars?|domains?|themes?|sections?|groups?|headings?|chapters?
    |buckets?|topics|blocks|clusters?|strands?|dimensions?|subject areas|fields""",
    r"""areas?|categorias?|ejes?|pilares?|grupos?|capitulos?|bloques?|temas|ambitos?|dimensiones
    |rubros?|epigrafes?|titulos""",
    r"""areas?|categorias?|eixos?|pilares?|grupos?|capitulos?|blocos?|temas|ambitos?|dimensoes
    |rubricas?|titulos""",
)
"""What people call practice areas, in three languages."""

# meaning, then patterns in English, Spanish and Portuguese
_ENTRIES: tuple[Entry, ...] = (
    (
        "PROGRAMME",
        r"""what works cities(?: certification)?|wwc|certification|standards?|program(?:me)?s?
        |bloomberg|assessment|framework|checklist|assessors?|evaluators?|reviewers?
        |(?:do|does|did|would|will) they(?= (?:want|expect|ask|requir|check|look|care|say|demand))
        |(?:do|does|did) it(?= (?:want|expect|ask|requir|check|look|care|say|demand))
        |in (?:it|there|here)(?= (?:about|on|for|to do|that)\b| *$)""",
        r"""certificacion|estandar(?:es)?|programa|norma""",
        r"""certificacao|padrao|padroes|programa|norma""",
    ),
    (
        "CRITERION",
        r"""criteri(?:a|on|ons|as|um)|criterea|crits?|ids?|codes?|indicators?|requirements?""",
        r"""criterios?|indicador(?:es)?|requisitos?""",
        r"""criterios?|indicador(?:es)?|requisitos?""",
    ),
    (
        "THAT ONE",
        r"""which (?:one|number)s?|what number""",
        r"""cual(?:es)?|que numero""",
        r"""qua(?:l|is)|que numero""",
    ),
    (
        "PIECE",
        r"""bits?|parts?|items?|pieces?|rules?|lines?|ones?|box(?:es)?|points?|questions?|elements?
        |clauses?|sections?|requirements?""",
        r"""partes?|puntos?|reglas?|apartados?|item(?:s|es)?|elementos?|requisitos?""",
        r"""partes?|pontos?|regras?|itens|item|trechos?|elementos?|requisitos?""",
    ),
    (
        "AREA",
        rf"""(?:practi[cs]e |thematic |topic )?(?:{AREAS[0]})""",
        rf"""(?:{AREAS[1]})(?: (?:de practicas?|tematic[oa]s?))?""",
        rf"""(?:{AREAS[2]})(?: (?:de praticas?|tematic[oa]s?))?""",
    ),
    (
        "GROUPED",
        r"""(?:re ?)?group(?:ed|ing)|organi[sz]ed|structured|sorted|arranged|clustered|bundled
        |bucketed
        |classified|divided|split|broken (?:down|up)|fall(?:s|ing)? into|sits? under|filed under
        |spread (?:over|across)|belong(?:s|ing)? (?:to|under)""",
        r"""agrup\w+|organiz\w+|estructur\w+|clasific\w+|divid\w+|repart\w+|distribu\w+|orden\w+""",
        r"""agrup\w+|organiz\w+|estrutur\w+|classific\w+|divid\w+|repart\w+|distribu\w+|orden\w+""",
    ),
    (
        "HOWMANY",
        r"""how many|numbers?(?! (?:one|two|three|four|five|six|seven|eight|nine|\d))|count|total
        |how big|how large""",
        r"""cuant[oa]s?|numero|cantidad|total""",
        r"""quant[oa]s?|numero|quantidade|total""",
    ),
    (
        "WHICH",
        r"""which|what|list|name|show|give|tell|enumerate|all|every|each|entire|full
        |overview|break ?down|split|divided?|done|things?|someone|somebody|everything""",
        r"""que|cual(?:es)?|lista\w*|nombr\w+|enumer\w+|tod[oa]s?|dame|muestr\w+|cada""",
        r"""que|qua(?:l|is)|lista\w*|liste|cite|enumer\w+|tod[oa]s?|mostr\w+|cada""",
    ),
    (
        "ABOUT",
        r"""about|on|cover(?:s|ed|ing)?|deal(?:s|ing)?(?: with)?|concern(?:s|ing|ed)?
        |relat(?:e|es|ed|ing)(?: to)?|address(?:es|ed|ing)?|regarding|mention(?:s|ed)?
        |talks?(?: about)?|speaks?(?: of| about)?|ask(?:s|ed|ing)?(?: for| of| about| that)?
        |requir(?:e|es|ed|ing)|demand(?:s|ed)?|wants?|says?|means?|meaning|stands? for
        |expect(?:s|ed)?|looks? (?:at|for|like)|includ(?:e|es|ed|ing)|belong(?:s|ing)?(?: to)?
        |under|within|part of|falls?(?: under)?|contain(?:s|ed)?|involv(?:e|es|ed)
        |car(?:e|es) about|touch(?:es)?(?: on)?|refers?(?: to)?|comprise[sd]?|whats in
        |devoted to|dedicated to|to do with|call(?:ed|s)?|named|tackl(?:e|es|ing)|handl(?:e|es|ing)
        |check(?:s|ed|ing)?(?: (?:for|on|against))?|(?:measured|assessed|judged|scored|rated
        |evaluated
        |graded|tested|held up|marked)(?: against| on| by| under)?|against|applied|focus(?:es
        |ed)?(?: on)?|explain\w*|describ\w+
        |define[sd]?|details?|definition|plain (?:words|english|language)|exactly|in""",
        r"""sobre|acerca de|cubr\w+|trata[n]?(?: de)?|abarca[n]?|se refieren?|refiere|pide[n]?
        |exige[n]?|requiere[n]?|menciona[n]?|habla[n]?(?: de)?|signific\w+|incluy\w+|incluid\w+
        |pertenec\w+|relacionad\w+(?: con)?|tiene[n]? que ver(?: con)?|consiste|correspond\w+
        |toca[n]?|aborda[n]?|busca[n]?|llama[n]?|contempla[n]?|compon\w+|explic\w+|describ\w+
        |quiere decir|referente a|dedicad\w+ a|med(?:ia|ian|ida|ido)|evalu\w+|juzg\w+|contra""",
        r"""sobre|acerca de|cobr(?:e|em|ir)|trata[m]?(?: de)?|abrange[m]?|se referem?|refere
        |pede[m]?|exige[m]?|requer\w*|menciona[m]?|fala[m]?(?: de)?|signific\w+|inclu\w+
        |pertenc\w+|relacionad\w+(?: a| com)?|tem a ver(?: com)?|consiste|correspond\w+
        |toca[m]?|aborda[m]?|busca[m]?|chama[m]?|contempla[m]?|lida[m]?|compo\w+|expli\w+
        |descrev\w+|quer dizer|referente a|dedicad\w+ a|med(?:ida|ido|iam?)|avali\w+|julg\w+""",
    ),
    (
        "EXISTS",
        r"""is there|are there|there is|there are|anything|something|any|exists?
        |do (?:you|they|we) have""",
        r"""hay|existen?|algun[oa]?s?|algo|habia[n]?|hubo|tenia[n]?|tuvo|eran?|tiene[n]?""",
        r"""ha|existem?|tem|algum(?:a|as)?|alguns|algo|havia[m]?|houve|tinha[m]?|teve|eram?""",
    ),
    (
        "EACH",
        rf"""(?:per|by|in each|each|every|for each) (?:practice )?(?:{AREAS[0]})""",
        rf"""(?:por|en cada|cada) (?:{AREAS[1]})""",
        rf"""(?:por|em cada|cada) (?:{AREAS[2]})""",
    ),
    (
        "NEED",
        r"""needs?|needed|must|have to|has to|should|required|mandatory|obligatory|necessary
        |compulsory|supposed to|(?:are|is|am) (?:we|i|one|a city|cities) to|expected to|meant to""",
        r"""necesit\w+|debemos|tenemos que|tiene que|obligatori\w+|hace falta|debe""",
        r"""precis\w+|devemos|temos que|tem que|obrigatori\w+|necessari\w+|deve""",
    ),
    (
        "BIGGEST",
        r"""biggest|largest|most|longest""",
        r"""mas (?:grandes?|criterios)|mayor(?:es)?""",
        r"""maior(?:es)?|mais criterios""",
    ),
    (
        "SMALLEST",
        r"""smallest|fewest|least|shortest""",
        r"""mas (?:chic[oa]s?|pequen[oa]s?)|menor(?:es)?|menos(?: criterios)?""",
        r"""menor(?:es)?|menos(?: criterios)?""",
    ),
    (
        "OLD",
        r"""old|older|previous|earlier|former|prior""",
        r"""antigu[oa]s?|anterior(?:es)?|viej[oa]s?""",
        r"""antig[oa]s?|anterior(?:es)?|velh[oa]s?""",
    ),
    (
        "FIRST",
        r"""(?:very )?first|original(?:ly)?|initial(?:ly)?|(?:at|in) the (?:start|beginning)
        |when (?:it|this|that|they|the programme) (?:all |first )?(?:started|launched|began)|(?:at
        |on) (?:the )?launch|(?:on )?day one|to begin with
        |at the outset""",
        r"""primer[oa]?|original(?:mente)?|inicial(?:mente)?|al (?:principio|inicio|comienzo)""",
        r"""primeir[oa]|original(?:mente)?|inicial(?:mente)?|no (?:inicio|comeco)""",
    ),
    (
        "CHANGED",
        r"""used to|chang\w+|always|over (?:time|the years)|histor\w+|evol\w+|dropped|removed
        |overhaul\w*|revis(?:ed?|es|ions?|ing)|reform\w*|rewr\w+|updat\w+|revamp\w*|rework\w*
        |increas\w+|decreas\w+|went|fewer|added|new|differ\w*|compared (?:to|with)
        |as opposed to""",
        r"""cambi\w+|actualiz\w+|reform\w+|revis\w+|siempre|historia|evolu\w+|eliminad\w+
        |quitad\w+|nuev[oa]s?|diferen\w+""",
        r"""mud\w+|atualiz\w+|reform\w+|revis\w+|sempre|historia|evolu\w+|removid\w+|retirad\w+
        |nov[oa]s|diferen\w+""",
    ),
    (
        "CURRENT",
        r"""current(?:ly)?|latest|today|todays|nowadays|now|present|new(?= standard)|in force""",
        r"""actual(?:es|mente)?|vigentes?|hoy|ahora|ultim[oa]""",
        r"""atua(?:l|is|lmente)|vigentes?|hoje|agora|ultim[oa]""",
    ),
    (
        "VERSION",
        r"""versions?|editions?|rule ?books?|rule ?sets?|sets? of (?:rules|criteria)|in|as of
        |until|since|before|year|back in|around""",
        r"""version(?:es)?|edicion|en|desde|antes|ano""",
        r"""versao|versoes|edicao|em|desde|antes|ano""",
    ),
    (
        "EDITION",
        r"""versions?|editions?|rule ?books?|rule ?sets?|standards?|rules|sets? of (?:rules
        |criteria)""",
        r"""version(?:es)?|edicion(?:es)?|estandar(?:es)?|reglas|norma""",
        r"""versao|versoes|edicao|edicoes|padrao|padroes|regras|norma""",
    ),
    (
        "IN FORCE",
        r"""(?:(?:stay|remain)(?:s|ed)? )?in(?:to)? (?:force|use|effect|place)|appl(?:y|ies|ied|ying)|applicable|valid|current(?:ly)?|counted
        |used|ruled|governed|latest|newest""",
        r"""vigentes?|en vigor|regia|rigio|regir|rige|aplica(?:ba)?|aplicarse|valia|vale|valid[oa]|usaba|actual""",
        r"""vigentes?|em vigor|vigorou|regia|regeu|rege|aplica(?:va)?|valia|valeu|valer|vale|valid[oa]|usava|atual""",
    ),
    (
        "JUDGED",
        r"""(?:judged|assessed|evaluated|measured|rated|scored|graded|held)(?= |$)""",
        r"""evalu\w+|juzg\w+|med(?:ia|ian|ida|ido)""",
        r"""avali\w+|julg\w+|med(?:ida|ido|iam?)""",
    ),
    (
        "CALLED",
        r"""called|named|labell?ed""",
        r"""(?:se )?llama\w*|(?:se )?denomina\w*""",
        r"""(?:se )?chama\w*|(?:se )?denomina\w*""",
    ),
    (
        "HOW LONG",
        r"""(?:since|until|till|up to|from) when|(?:for )?how long|when (?:did|does|do|was|were|has|had) .*?(?:stop
        |end|expire|begin|start|cease|(?:come|go) in)\w*""",
        r"""(?:desde|hasta) cuando|(?:por )?cuanto tiempo|cuando (?:dejo|empezo|comenzo|entro|termino)""",
        r"""(?:desde|ate) quando|(?:por )?quanto tempo|quando (?:deixou|comecou|entrou|terminou|acabou)""",
    ),
    (
        "WE",
        r"""we|us|our|my|i|city|cities|town|governments?|city hall|local""",
        r"""nos(?:otros)?|nuestr[oa]s?|mi|ciudad(?:es)?|municipi\w+|gobiernos?""",
        r"""nos|noss[oa]s?|minha|cidades?|municipi\w+|prefeituras?|governos?""",
    ),
    (
        "HOW OFTEN",
        r"""(?:how|what) (?:often|frequent(?:ly)?|regular(?:ly)?|many times|frequency|rhythm
        |cadence)
        |at what (?:intervals?|frequency|rhythm)|(?:what|which) (?:intervals?|frequency)
        |every how many|how far back|over what (?:period|time)|how many times""",
        r"""(?:cada cuant[oa]s?|con (?:que|cuanta) (?:frecuencia|regularidad|periodicidad)
        |cuantas veces)""",
        r"""(?:de quanto em quanto tempo|com (?:que|qual) (?:frequencia|regularidade|periodicidade)
        |quantas vezes|a cada quant[oa]s?)""",
    ),
    # What tells nothing of a topic
    (
        "FILLER",
        r"""say|see|seen|look|view|show|nothing|get(?:s|ting)?|got|never|ever|hardly|rarely
        |barely|twice|once|times?|keep(?:s|ing)?|kept
        |peoples?|persons?|personally|kind|sort|stuff|like|such|ways?|number (?:one|two|three|four
        |five|six|seven|eight|nine)|main|good|bad(?:ly)?|better
        |properly|really|always|case|came?|comes?|been|being|gone|going|else|maybe|perhaps
        |whether|think|lots?|much|many|very|too|own|make|makes|making|use[sd]?|using|help|plan
        |planning|trying|tried|also|because|since|just|year|years|lately|recently|new|specific
        |actually|exactly|basically|simple|terms|words|newbie|bother|matter|problem|trouble|mess""",
        r"""nunca|siempre|veces|gente|personas?|tipo|cosas?|bien|mal|mejor|forma|manera|hacer|hace
        |usar|algun dia|tambien|problemas?|lio|simple|palabras""",
        r"""nunca|sempre|vezes|gente|pessoas?|tipo|coisas?|bem|mal|melhor|forma|maneira|fazer|faz
        |usar|tambem|problemas?|simples|palavras""",
    ),
    # What shows that something else is asked
    (
        "LEVEL",
        r"""silver|gold|platinum|levels?|tiers?|thresholds?|enough""",
        r"""plata|oro|platino|nivel(?:es)?|umbral(?:es)?|basta[n]?|suficientes?""",
        r"""prata|ouro|platina|nive(?:l|is)|limiar(?:es)?|basta[m]?|suficientes?""",
    ),
    (
        "MEET",
        r"""meet(?:s|ing)?|met|pass(?:es|ed|ing)?|fulfil+(?:s|ed)?|satisf\w+|achiev\w+
        |compl(?:y|ies)|miss(?:es|ing)?|lack|short|fail(?:s|ed)?|reach(?:ed)?""",
        r"""cumpl\w+|satisfa\w+|aprob\w+|alcanz\w+|faltan?""",
        r"""cumpr\w+|atend\w+|satisfaz\w*|alcanc\w+|faltam?""",
    ),
    (
        "CITIES",
        r"""(?:which|what|how many|whose)(?: \w+)? (?:cities|towns|city(?! (?:data|hall))|town)
        |(?:has|have|did|does|do) (?:any|some|other|an?) (?:city|cities|town|towns)|have cities
        |(?:is|are|was|were) there (?:any|some|other|an?|another) (?:city|cities|towns?)
        |cities (?:that|who|which|with)|who (?:has|have|did|does|met)""",
        r"""(?:que|cuales|cuantas)(?: \w+)? (?:ciudad(?:es)?|municipios?)|quien(?:es)?
        |algun[oa]s? (?:ciudad(?:es)?|municipios?)""",
        r"""(?:que|quais|quantas)(?: \w+)? (?:cidades?|municipios?)|quem
        |algum(?:as?|s)? (?:cidades?|municipios?)""",
    ),
    (
        "OTHER",
        r"""^(?:(?:and|so|but|hi|hello) )*(?:why|when|where|who|whom|how (?:did|do|can|could|should
        |to|is|are|was|were|long|much))|prove|proof|upload\w*|template|examples?|points?
        |weigh\w*|worth|counts? (?:for )?(?:more|less|as much|the same|equally)|deadline|cost|pay|paid|eligib\w+|apply|join|take part|participate
        |outcomes? benchmark|benchmarks?|who (?:wrote|decides?|made|chose)""",
        r"""^(?:y )?(?:por que|cuando|donde|quien|como)|comprobar|demostrar|ejemplos?|puntos?
        |(?:val|pes|cuent)(?:e|a)n? (?:mas|menos|lo mismo|igual|tanto)|plazo|costo|cuesta|elegib\w+|participar""",
        r"""^(?:e )?(?:por que|porque|quando|onde|quem|como)|comprovar|provar|exemplos?|pontos?
        |(?:val|pes|cont)(?:e|a)m? (?:mais|menos|o mesmo|igual|tanto)|prazo|custo|custa|elegib\w+|elegive\w+|participar""",
    ),
)

WORDS = Vocabulary(
    _ENTRIES,
    spellings="""criterion criteria criterions criterio criterios practice areas requirement
    requirements""".split(),
)
"""The vocabulary of questions on criteria."""

YES_OR_NO = re.compile(
    r"(?:(?:and|so|but|y|e) )?(?:is|are|do|does|did|must|should|can|has|have|hay|existen?|debemos"
    r"|necesitamos|los criterios|la certificacion|hace falta|ha|tem|existem?|devemos|precisamos"
    r"|os criterios|a certificacao)\b"
)
"""How a question begins that wants a yes or a no."""
