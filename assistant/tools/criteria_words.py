"""The words in which people ask about the criteria and practice areas, in three languages."""

import re

from assistant.tools.vocabulary import Entry, Vocabulary

# meaning, then patterns in English, Spanish and Portuguese
_ENTRIES: tuple[Entry, ...] = (
    (
        "PROGRAMME",
        r"""what works cities(?: certification)?|wwc|certification|standards?|program(?:me)?s?
        |bloomberg|assessment|framework|checklist""",
        r"""certificacion|estandar(?:es)?|programa|norma""",
        r"""certificacao|padrao|padroes|programa|norma""",
    ),
    (
        "CRITERION",
        r"""criteri(?:a|on|ons|as|um)|criterea|crits?|indicators?|requirements?""",
        r"""criterios?|indicador(?:es)?|requisitos?""",
        r"""criterios?|indicador(?:es)?|requisitos?""",
    ),
    (
        "AREA",
        r"""(?:practi[cs]e |thematic |topic )?(?:areas?|categor(?:y|ies)|pillars?|domains?
        |themes?|sections?|groups?)""",
        r"""areas?(?: (?:de practicas?|tematicas?))?|categorias?|ejes?|pilares?|grupos?""",
        r"""areas?(?: (?:de praticas?|tematicas?))?|categorias?|eixos?|pilares?|grupos?""",
    ),
    (
        "HOWMANY",
        r"""how many|number|count|total|how big|how large""",
        r"""cuant[oa]s?|numero|cantidad|total""",
        r"""quant[oa]s?|numero|quantidade|total""",
    ),
    (
        "WHICH",
        r"""which|what|list|name|show|give|tell|enumerate|all|every|each|entire|full
        |overview|break ?down|split|divided?""",
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
        |devoted to|dedicated to|to do with|focus(?:es|ed)?(?: on)?|explain\w*|describ\w+
        |define[sd]?|details?|definition|plain (?:words|english|language)|exactly|in""",
        r"""sobre|acerca de|cubr\w+|trata[n]?(?: de)?|abarca[n]?|se refieren?|refiere|pide[n]?
        |exige[n]?|requiere[n]?|menciona[n]?|habla[n]?(?: de)?|signific\w+|incluy\w+|incluid\w+
        |pertenec\w+|relacionad\w+(?: con)?|tiene[n]? que ver(?: con)?|consiste|correspond\w+
        |compon\w+|explic\w+|describ\w+|quiere decir|referente a|dedicad\w+ a""",
        r"""sobre|acerca de|cobr(?:e|em|ir)|trata[m]?(?: de)?|abrange[m]?|se referem?|refere
        |pede[m]?|exige[m]?|requer\w*|menciona[m]?|fala[m]?(?: de)?|signific\w+|inclu\w+
        |pertenc\w+|relacionad\w+(?: a| com)?|tem a ver(?: com)?|consiste|correspond\w+
        |compo\w+|expli\w+|descrev\w+|quer dizer|referente a|dedicad\w+ a""",
    ),
    (
        "EXISTS",
        r"""is there|are there|there is|there are|anything|something|any|exists?
        |do (?:you|they|we) have""",
        r"""hay|existen?|algun[oa]?s?|algo""",
        r"""ha|existem?|tem|algum(?:a|as)?|alguns|algo""",
    ),
    (
        "NEED",
        r"""needs?|needed|must|have to|has to|should|required|mandatory|obligatory|necessary
        |compulsory""",
        r"""necesit\w+|debemos|tenemos que|tiene que|obligatori\w+|hace falta|debe""",
        r"""precis\w+|devemos|temos que|tem que|obrigatori\w+|necessari\w+|deve""",
    ),
    (
        "BIGGEST",
        r"""biggest|largest|most|longest|main""",
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
        r"""old|older|previous|earlier|former|prior|before|last|past""",
        r"""antigu[oa]s?|anterior(?:es)?|viej[oa]s?|antes|pasad[oa]s?""",
        r"""antig[oa]s?|anterior(?:es)?|velh[oa]s?|antes|passad[oa]s?""",
    ),
    (
        "FIRST",
        r"""(?:very )?first|original(?:ly)?|initial(?:ly)?|(?:at|in) the (?:start|beginning)
        |when it (?:started|launched|began)""",
        r"""primer[oa]?|original(?:mente)?|inicial(?:mente)?|al (?:principio|inicio|comienzo)""",
        r"""primeir[oa]|original(?:mente)?|inicial(?:mente)?|no (?:inicio|comeco)""",
    ),
    (
        "CHANGED",
        r"""used to|chang\w+|always|over (?:time|the years)|histor\w+|evol\w+|dropped|removed
        |increas\w+|decreas\w+|went|fewer|added|new|differ\w*""",
        r"""cambi\w+|siempre|historia|evolu\w+|eliminad\w+|quitad\w+|nuev[oa]s?|diferen\w+""",
        r"""mud\w+|sempre|historia|evolu\w+|removid\w+|retirad\w+|nov[oa]s|diferen\w+""",
    ),
    (
        "CURRENT",
        r"""current(?:ly)?|latest|today|todays|nowadays|now|present|new(?= standard)|in force""",
        r"""actual(?:es|mente)?|vigentes?|hoy|ahora|ultim[oa]""",
        r"""atua(?:l|is|lmente)|vigentes?|hoje|agora|ultim[oa]""",
    ),
    (
        "VERSION",
        r"""versions?|edition|in|as of|until|since|year|back in|around""",
        r"""version(?:es)?|edicion|en|desde|ano""",
        r"""versao|versoes|edicao|em|desde|ano""",
    ),
    (
        "WE",
        r"""we|us|our|my|i|city|cities|town|governments?|city hall|local""",
        r"""nos(?:otros)?|nuestr[oa]s?|mi|ciudad(?:es)?|municipi\w+|gobiernos?""",
        r"""nos|noss[oa]s?|minha|cidades?|municipi\w+|prefeituras?|governos?""",
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
        |has any city|have cities|cities (?:that|who|which|with)|who (?:has|have|did|does|met)""",
        r"""(?:que|cuales|cuantas)(?: \w+)? (?:ciudad(?:es)?|municipios?)|quien(?:es)?""",
        r"""(?:que|quais|quantas)(?: \w+)? (?:cidades?|municipios?)|quem""",
    ),
    (
        "OTHER",
        r"""why|when|where|who|whom|how (?:did|can|could|should|to|is|are|was|were|long|often
        |much)|prove|proof|upload\w*|template|examples?|points?|weigh\w*|deadline|cost
        |eligib\w+|apply|join|take part|participate|outcomes? benchmark|benchmarks?""",
        r"""por que|cuando|donde|como (?:se|podemos|lo|hizo|hicieron)|comprobar|demostrar
        |ejemplos?|puntos?|plazo|costo|elegib\w+|participar""",
        r"""por que|porque|quando|onde|como (?:se|podemos|fez|fizeram)|comprovar|provar
        |exemplos?|pontos?|prazo|custo|elegib\w+|elegive\w+|participar""",
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
