"""What those who think of taking part ask: 'how do we get started?', 'what is in it for us?'.

Such a question is made of a turn of speech and of words that say nothing. Hundreds of sentences
hold its few words as well, and the one that answers has none of them. So it is put as what it
means, once none of its other words says what else it is on.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answers import Language
from assistant.folding import fold
from assistant.framings import is_own_case
from assistant.geography import find_areas, is_within
from assistant.languages import small_words
from assistant.tools.eligibility_words import JOINTLY
from assistant.tools.vocabulary import joined
from index.lexicon import words


@dataclass(frozen=True, slots=True)
class _Matter:
    """Something that is asked about taking part.

    Attributes:
        said: how that is said, folded.
        meant: what is meant.
        of_levels: whether it may be asked of one level, too.
        of_others: whether it is meant, too, where one asks if it ever befell others.
    """

    said: re.Pattern[str]
    meant: Mapping[Language, str]
    of_levels: bool
    of_others: bool


def _matter(
    said: str, *, en: str, es: str, pt: str, of_levels: bool = True, of_others: bool = False
) -> _Matter:
    pattern = re.compile(rf"\b(?:{joined(said)})\b")
    return _Matter(pattern, {"en": en, "es": es, "pt": pt}, of_levels, of_others)


_FAILED = r"""fail(?:s|ed|ing)?|fell short|reject(?:ed|s)?|(?:were |was )?turned down|refused
    |unsuccessful|missed out|told no|(?:did|was|were|has|have)(?:n't|n’t| not)(?: been)?
    (?: (?:make|get|reach|win|earn|pass|succeed|accepted|awarded|certified|selected))
    (?: (?:it|in|the cut|silver|certified))?
    |fracas\w+|(?:fueron )?rechaz\w+|no (?:lo )?(?:logr|consigu|pasa|obtuv)\w+
    |reprovad\w+|(?:foram )?rejeitad\w+|nao (?:o )?(?:conseguiram|passaram|obtiveram)"""
"""What befell those who were not certified."""

_CONTACT = _matter(
    r"""(?:whom?|(?:which|what) (?:organi[sz]ation|body|partner)) (?:(?:do|does|can|could|should
    |would|must|will|is|are|be|we|i|a|our|the|city|one|have|need|best|get|to) )*
    (?:contacts?(?: person| point)?|write(?: to)?|talk(?: to| with)?|speak(?: to| with)?
    |deal(?: with)?|turn(?: to)?|go to|get in touch(?: with)?|reach(?: out to)?|e-?mail|approach
    |call)
    |(?:con|a) (?:quien(?:es)?|(?:que|cual) organizacion) (?:(?:hay|que|tenemos|podemos|debemos|debo
    |puedo|nos|se) )*(?:habl|escrib|contact|dirig|acud|comunic)\w*
    |(?:com|para|a) (?:quem|(?:que|qual) organizacao) (?:(?:a|gente|podemos|devemos|posso|devo|temos
    |que|em|se) )*(?:fal|escrev|contat|entr|dirig|procur|comunic)\w*(?: em contato)?
    |quem (?:contatar|procurar|procuramos)""",
    en="Which organisation runs What Works Cities Certification, and which one in Latin America?",
    es="¿Qué organización lleva What Works Cities Certification, y cuál en América Latina?",
    pt="Que organização conduz a What Works Cities Certification, e que organização na América "
    "Latina?",
    of_others=True,
)
"""Whom those who take part talk to."""

_MATTERS: Sequence[_Matter] = (
    _matter(
        r"""pay(?:s|ing|ment)?|fees?|costs?|costly|prices?|charged?|charges|free(?! training)|bill
        |expensive|owe|paga[rn]?|pagamos|pago|cuestan?|costos?|costes?|costar|precio
        |grati(?:s|uit[oa])|cuota|tarifa|car[oa]|cobran?|pagam|custa[rm]?|custos?|preco|taxas?
        |cobram|graca""",
        en="What does it cost a city to take part in the certification?",
        es="¿Cuánto le cuesta a una ciudad participar en la certificación?",
        pt="Quanto custa para uma cidade participar da certificação?",
    ),
    _matter(
        r"""(?<!much )money|cash|grants?(?! (?:the|us|it))|prizes?|trophy|reward|funding|funds
        |dinero|premios?|subvencion(?:es)?|fondos|trofeo|dinheiro|verbas?|recursos financeiros
        |premios? em dinheiro""",
        en="Does a certified city get prize money or a grant?",
        es="¿Recibe una ciudad certificada un premio en dinero o una subvención?",
        pt="Uma cidade certificada recebe um prêmio em dinheiro ou uma verba?",
    ),
    _matter(
        r"""how long (?:(?:does|do|will|would|is|it|this|that|the|whole|process|thing) )*
        (?:takes?|last|until|till|before|to)|cuanto (?:tiempo )?(?:se )?(?:tarda|lleva|demora)\w*
        |quanto (?:tempo )?(?:se )?(?:leva|demora)\w*""",
        en="How long does it take from the self-assessment to the certification?",
        es="¿Cuánto tiempo se tarda desde la autoevaluación hasta la certificación?",
        pt="Quantas semanas ou meses leva da autoavaliação até a certificação?",
    ),
    _matter(
        r"""how often (?:(?:do|does|must|should|we|i|a|the|our|it|have|has|need|city|cities|to|be
        |get) )*(?:redo|renew\w*|recertif\w+|re-?assess\w*|assessed|certified|repeat
        |do (?:it|this|that))
        (?: (?:it|again))?|cada cuanto(?: tiempo)? (?:(?:hay|que|se|tiene|debe|una|la|ciudad) )*
        (?:renovar\w*|renueva|repetir\w*|volver a \w+|recertificar\w*|evaluar\w*)
        |(?:de quanto em quanto tempo|com que frequencia) (?:(?:se|tem|que|deve|uma|a|cidade|e) )*
        (?:renovar\w*|renova|repetir|refazer|recertificar\w*|avaliad\w+|certificad\w+)
        (?: de novo)?""",
        en="How often does a certified city have to be assessed again?",
        es="¿Cada cuánto se evalúa de nuevo una ciudad certificada?",
        pt="Com que frequência uma cidade certificada tem que ser avaliada de novo?",
    ),
    _matter(
        r"""(?:drop\w*|f[ae]ll\w*|slip\w*|go|goes|gone|went|mov\w+|put|pushed|sent|been)
        (?: back)? (?:down|back|lower)(?: (?:to|a))?|down ?grad\w+|demot\w+|relegat\w+
        |(?:drop\w*|f[ae]ll\w*|slip\w*|gone|went) (?:(?:a|from) )?(?:level|tier|gold|platinum)
        (?: to(?: gold| silver)?)?
        |los(?:e|es|t|ing) (?:(?:its|our|their|the|a|his) )?(?:level|gold|silver|platinum)
        |baj[ao]\w* de (?:nivel|categoria)
        |(?:perd\w+|pierd\w+) (?:(?:el|la|su|nuestro|nuestra|o|a|seu|sua|nosso|nossa) )?
        (?:nivel|oro|ouro|plata|prata|platino|platina)|degrada\w+|retroce\w+|rebaixa\w+
        |(?:desce\w*|cai\w*) de (?:nivel|categoria)""",
        en="Can What Works Cities move a city down again?",
        es="¿Puede What Works Cities mover hacia abajo a una ciudad?",
        pt="Não se diz se a What Works Cities pode mover uma cidade para baixo de novo?",
        of_others=True,
    ),
    _matter(
        r"""los(?:e|es|t|ing) (?:(?:its|our|their|the|a) )?
        (?:certif\w+|medal|badge|award|title|status)
        |(?:been |be |was |were )?(?:stripped|decertified)
        (?: of (?:its|their|the|our) (?:certif\w+|medal|badge|award|title|status))?
        |(?:been |be |was |were )?revoked
        |(?:perd\w+|pierd\w+) (?:la|su|nuestra|a|sua|nossa) certific\w+""",
        en="Can a city lose its certification?",
        es="¿Puede una ciudad perder la certificación?",
        pt="Uma cidade pode perder a certificação?",
        of_others=True,
    ),
    _matter(
        r"""(?:try|trying|apply|applying|submit|be assessed) again|re-?appl\w+|retry
        |(?:another|second) (?:go|try|attempt|chance)
        |(?:volver|vuelven?|volvemos) a (?:intentar|presentar|postular|solicitar|aplicar)\w*
        |de nuevo|otra vez|nuevamente|(?:segunda|otra) oportunidad
        |tentar de novo|de novo|outra vez|novamente|(?:segunda|outra) chance""",
        en="How often can a city that missed the mark apply again?",
        es="¿Con qué frecuencia puede una ciudad que no la obtuvo solicitar la certificación?",
        pt="Quando uma cidade pode se candidatar de novo?",
    ),
    _CONTACT,
    _matter(
        r"""(?:who|how|what kind of \w+) (?:do |does |exactly )?(?:they |it |experts )?
        (?:checks?|checked|reviews?|reviewed|verif(?:y|ies)|validates?|examines?|vets?)
        |how (?:do|does|can|would) (?:you|it|anyone|what works cities(?: certification)?
        |the (?:programme|program|experts)) (?:know|check|make sure|ensure|tell)(?: that| if
        | whether)?(?: a| the| our| each)?(?: (?:city|cities|town|towns|we|answers?))(?:'s| is
        | are| isn't| aren't)? (?:telling the truth|honest|true|truthful|lying|cheating
        |not lying|making it up)
        |(?:is|are|does|do|did|will|would|has) (?:there )?(?:any|some)(?:one|body)(?: who| that)?
        (?: really| actually| ever)? (?:check|verif|validat|review|audit|examin)\w*
        |tell(?:s|ing)? the truth|the truth|lies?|lying|honest(?:ly)?|cheat\w*
        |alguien (?:(?:realmente|lo) )?(?:revisa|comprueba|verifica|valida|examina|controla)
        |dice la verdad|la verdad|mient\w+|mentir|hacer trampas?
        |alguem (?:realmente )?(?:verifica|revisa|valida|confere|checa|examina)
        |(?:diz|fala) a verdade|a verdade|ment(?:e|em|ir)|trapac\w+
        |(?:quien(?:es)?|como) (?:se )?(?:revisa|comprueba|verifica|valida|examina)n?
        |(?:quem|como) (?:se |sao |e )?(?:verifica|revisa|valida|examina|confere)m?""",
        en="How do experts check a city's assessment?",
        es="¿Cómo comprueban los expertos la evaluación de una ciudad?",
        pt="Como os especialistas verificam a avaliação de uma cidade?",
    ),
    _matter(
        r"""(?:happens?|comes|follows|is) (?:next )?(?:after|once|when)(?: that| this)?
        (?: (?:we|you|they|it|a city|our city|one)(?: have|'ve| has)?)?
        (?: (?:hand(?:ed)? (?:it )?in|submit(?:ted)?|sen[dt](?: in)?|fill(?:ed)? (?:it )?in
        |complete[d]?|finish(?:ed)?|turn(?:ed)? (?:it )?in|do(?:ne)?))?(?: (?:the|our|a))?
        (?: self-?\W?assessment)?
        |(?:pasa|sigue|viene) (?:despues|luego)|(?:acontece|vem) depois""",
        en="What comes after the self-assessment?",
        es="¿Qué viene después de la autoevaluación?",
        pt="O que vem depois da autoavaliação?",
    ),
    _matter(
        r"""who (?:is|are|sits|was|were) (?:on|in) (?:the |this |that )?(?:\w+ ){0,2}?(?:panel|jury
        |committee|board)
        |(?:which|what) (?:experts?|reviewers?|assessors?|validators?)
        |who (?:are|is|picks|chooses|appoints|selects) (?:the |these |those |your |its )?(?:experts?
        |reviewers?|assessors?|validators?|jur(?:y|ors?))
        |names? of the (?:experts?|reviewers?|assessors?|validators?|jury)
        |how many (?:experts|reviewers|assessors|validators|jurors)
        |(?:(?:quien(?:es)?|que|cuantos) (?:(?:son|elige a|nombra a|hay) )?(?:los )?
        (?:expertos|evaluadores|revisores))
        |(?:(?:quem|que|quais|quantos) (?:(?:sao|escolhe|nomeia|ha) )?(?:os )?
        (?:especialistas|avaliadores|revisores))""",
        en="Who chooses the experts who check the assessments?",
        es="¿Quién elige a los expertos que comprueban las evaluaciones?",
        pt="Quem escolhe os especialistas que verificam as avaliações?",
        of_others=True,
    ),
    _matter(
        r"""fail(?:s|ed|ing)?|f[ae]ll(?:s|en)? short|reject(?:ed|s)?|turned down
        |miss(?:es|ed)?(?: (?:it|out|the mark|the cut))?
        |(?:do|does|did|is|are|was|were|has|have|can|could|will)(?:n't|not| not)
        (?: been)? (?:make the cut|pass|succeed|qualify|good enough|enough
        |(?:get|make|reach|hit|earn|win|achieve|attain) (?:it|in|silver|certified)
        |certified|accepted|awarded|selected)
        |(?:no|sin) (?:lo |la |se |nos )?(?:logra|alcanza|consegui|consigue|llega|pasa|aprob|aprueb
        |certific|obten|obtien)\w*(?: (?:la )?(?:plata|certificac\w+))?|fracas\w+|rechaz\w+
        |nao (?:o |a |se |for\w* )?(?:consegui|atingi|alcanca|chega|passa|aprovad|certific|obti)\w*
        (?: (?:a )?(?:prata|certificac\w+))?|reprovad\w+|rejeitad\w+""",
        en="Does a city that misses the mark walk away with nothing?",
        es="¿Una ciudad que no llega a la certificación se va sin nada?",
        pt="Uma cidade avaliada mas não certificada recebe apoio?",
    ),
    _matter(
        rf"""(?:how many|cuant[oa]s|quant[oa]s) (?:\w+ )?(?:{_FAILED})""",
        en="How many cities were turned down?",
        es="¿Cuántas ciudades fueron rechazadas?",
        pt="Quantas cidades foram rejeitadas?",
        of_others=True,
    ),
    _matter(
        _FAILED,
        en="Is there a list of cities that applied and failed?",
        es="¿Hay una lista de ciudades que se postularon y no lo lograron?",
        pt="Há uma lista de cidades que se candidataram e não conseguiram?",
        of_others=True,
    ),
    _matter(
        r"""who (?:decides?|(?:takes?|makes?) the (?:final )?decision|has the (?:last|final) (?:word
        |say)|awards?|grants?|judges|approves?)(?: (?:whether|if|who|on|about|that))?
        |quien(?:es)? (?:decide|toma la decision|otorga|aprueba|juzga)n?(?: (?:si|que|sobre))?
        |quem (?:decide|toma a decisao|concede|aprova|julga)m?(?: (?:se|que|sobre))?""",
        en="Who takes the final decision on a city's certification?",
        es="¿Quién toma la decisión final sobre la certificación?",
        pt="Quem toma a decisão final sobre a certificação?",
    ),
    _matter(
        r"""what(?:'s| is) in it|bother(?:ing)?|worth(?:while| it| (?:the|our) (?:effort|time
        |trouble))?|benefits?|benefit from|advantages?|upsides?|perks?|gains?|the point|the use of
        |what(?:'s| is| are) (?:\w+ ){0,3}good for
        |why (?:should|would|do|does|be|get|take|join|apply|become|seek|go for)
        |what (?:(?:do|does|would|will|can|could|we|i|you|one|they|a|our|my|the|it|certified|city
        |cities|town|municipality|certification) )+(?:get|gain|receive|bring|offer|do for)
        (?: out)?(?: (?:of|from|by|in return))?
        |(?:get|receive|have|offer|provide)s? (?:any |some |free )?(?:training|workshops?|courses?)
        |beneficios?|ventajas?|para que (?:sirve|querria\w*)|(?:vale|merece) la pena|conviene
        |(?:que|de que) (?:(?:se|le|nos|una|la|nuestra|ciudad) )*
        (?:gana|ganamos|obtiene|obtenemos|recibe|recibimos|consigue|conseguimos|da|aporta|sirve)n?
        |por que (?:deberia|conviene|participar|certificarse|postular)\w*
        |vantage(?:m|ns)|para que serve|vale a pena|compensa
        |o que (?:(?:se|a|uma|nossa|minha|cidade|prefeitura|municipio|o|nosso|gente) )*
        (?:ganha|ganhamos|recebe|recebemos|obtem|obtemos|traz)m?
        |por que (?:deveria|participar|se certificar)\w*""",
        en="What does a city get out of the certification?",
        es="¿Qué beneficios recibe una ciudad: reconocimiento público, evaluación, capacitación?",
        pt="Que benefícios a certificação traz para uma cidade?",
    ),
    _matter(
        r"""(?:what|which) (?:(?:sort|kind|type|form)s? of )?(?:help|support|assistance)
        |how (?:(?:do|does|can|could|will|would|you|they|it|bloomberg|results for america) )+
        (?:help|support)
        |(?:que|cual) (?:(?:tipo|clase) de )?(?:ayuda|apoyo|acompanamiento)
        |(?:que|qual) (?:tipo de )?(?:ajuda|apoio)|como (?:ayudan?|apoyan?|ajudam?|apoiam?)""",
        en="What does the support that cities get in What Works Cities Certification consist of?",
        es="¿En qué consiste el apoyo a las ciudades: contactos, capacitación, recursos?",
        pt="Em que consiste o apoio às cidades: contatos, capacitação, recursos?",
    ),
    _matter(
        r"""help|support|coaching|advice|guidance|assistance|ayudan?|apoyo|asesoria|acompanamiento
        |ajudam?|apoio|assessoria|orientacao""",
        en="Does a city get help before it is certified?",
        es="¿Recibe una ciudad ayuda antes de certificarse?",
        pt="A cidade recebe ajuda antes de ser certificada?",
    ),
    _matter(
        r"""submit(?:ted|ting)?|hand(?:ed)? (?:in|over)|sen[dt] in|upload(?:ed)?|turn(?:ed)? in
        |(?:which|what)(?: kinds? of)? (?:papers|documents|documentation|evidence|proofs?)
        |paperwork|proofs?|checklists?
        |que (?:documentos?|documentacion|papeles|evidencias?|pruebas)|hay que (?:presentar
        |entregar|enviar)|que (?:documentacao|papeis|provas)|papelada|(?:precisa|temos que|tem que)
        (?:apresentar|entregar|enviar)""",
        en="Where are the official checklists and evidence rules?",
        es="¿Dónde están las listas oficiales y las reglas de evidencia?",
        pt="Onde estão as listas oficiais e as regras de evidência?",
    ),
    _matter(
        r"""(?:get|getting|got) (?:started|going|certified|recogni[sz]ed)|steps?|process|procedure
        |(?:become|becoming|be|being) (?:a )?certified|start(?:ing)?|begin(?:ning)?|do first
        |comes first|path|stages|earn|obtain|achieve
        |how (?:is|are) (?:a |our |the )?(?:city|cities|towns?) (?:get )?certified
        |(?:se )?(?:hacer|hace|hacemos|hago) (?:lo )?primero|lo primero|primer paso|(?:fazer|faz
        |fazemos|faco) primeiro|primeiro passo|empeza\w*|empieza\w*|comenzar|comienza|pasos?
        |proceso|tramite|por donde|etapas
        |como (?:se )?(?:certificar(?:se|nos)?|certifica|obtener|obtiene|consegui\w*|logra\w*)
        |comeca\w*|passos?|processo|por onde|como (?:(?:uma|a|nossa|minha|cidade|prefeitura) )*
        (?:se|ser|e|obter|obtem|conseguir)(?: certifica\w*)?""",
        en="What are the steps for a city to get certified?",
        es="¿Cuáles son los pasos para certificarse?",
        pt="Por quais passos uma cidade se certifica, da autoavaliação ao prêmio?",
        of_levels=False,
    ),
    _matter(
        r"""(?:how|where|what) (?:(?:do|can|could|would|should|must|does|to|may|exactly|we|i|you|one
        |a|our|my|the|city|town|cities|municipality|have|need) )*(?:apply|join(?: in)?|enter|enroll?
        |register|participate|take part|sign up|get in(?:volved)?|become (?:a )?(?:member|part))
        |(?:como|donde) (?:(?:nos|se|me|puede|puedo|podemos|hay|que|hacemos|hago|hacer|para|una|la
        |nuestra|mi|ciudad) )*(?:postula|inscrib|apunta|uni|suma|participa|solicita|entra|registra
        |presenta)\w*
        |(?:como|onde) (?:(?:nos|se|me|pode|posso|podemos|faz|fazemos|faco|fazer|para|uma|a|nossa
        |minha|cidade|que|e) )*(?:inscrev|candidata|particip|ader|entra|cadastra|registra)\w*""",
        en="How does a city apply for the certification?",
        es="¿Cómo solicita una ciudad la certificación?",
        pt="Como uma cidade se candidata à certificação?",
        of_levels=False,
    ),
    _matter(
        JOINTLY,
        en="Can several towns take part together, as one applicant?",
        es="¿Pueden participar juntos varios pueblos, como un solo solicitante?",
        pt="Vários municípios podem participar juntos, como um só candidato?",
    ),
)

_SAYS_NOTHING = frozenset(
    """we us our you your neighbour neighbours neighbor neighbors neighbouring neighboring small two
    three several tried applied find out somewhere anywhere ever list intentaron intentado tentaram
    vecino vecinos vecina vecinas vizinho vizinhos vizinha vizinhas pueblos pueblo
    dos tres varios dois duas pequenos pequenas pueden podem
    city cities town towns municipality municipalities council mayor
    government local one someone anyone anybody anything something need needs needed must join
    joins joining take takes taking part participate participating participation apply applying
    application enter entering sign signing certified certification certificate certify assessed
    assessment get gets getting whole thing involved membership member members programme program
    charge ask asked required require kind sort all really actually ever even just also first
    itself altogether total roughly about tell know please want wants wanted like try trying tried
    think thinking consider considering would happen happens then now what works yet exactly
    official experts team soon early lot long still been be being becoming become possible go going
    done doing everything nosotros nuestra nuestro ciudad ciudades municipio municipios
    municipalidad alcaldia intendencia hay tiene tenemos tienen que algo alguien participar
    participacion participando participamos entrar unirse inscribirse inscripcion sumarse postular
    postularse solicitar solicitud solicitudes candidaturas evaluaciones avaliacoes certificarse
    certificarnos certificar certificacion certificado certificada certificadas evaluacion evaluar
    evaluarse programa ser parte formar obtener alguna algun necesario pasa ocurre sucede si
    queremos quiere debe hacer antes todavia exactamente realmente cuando puede puedo podemos
    cuanto vale dinero exige nos nossa nosso cidade cidades prefeitura temos precisa preciso
    precisamos alguma algum inscrever inscricao aderir candidatar candidatura certificacao
    avaliacao fazer tudo isso gente ganha ganhamos gana ganamos acontece final finally end
    ultimately recibe recibir recebe receber receives receive answers respuestas respostas claims
    whether says dice dicen diz dizem self self-assessment autoevaluacion autoavaliacao panel jury
    committee validation jurado comite validacion juri banca painel validacao sit sits
    ainda deve quando pode
    posso quanto dinheiro de keep keeping medal badge status title applications assessments
    certifica certifican ever yet there ya alguna vez ja alguma give gives offer offers ofrecen dan
    dao oferecem reciben recebem""".split()
)

_LEVELS = frozenset(
    "level silver gold platinum nivel plata oro platino nivel prata ouro platina".split()
)
"""Say nothing besides, unless it is asked how one gets there: that is a matter of criteria."""

_OF_OTHERS = re.compile(
    joined(
        r"""\b(?:(?:has|have) (?:any|a|some|other|more) (?:city|cities|town|towns|place|places)
        |alguna ciudad|alguma cidade|lists?|listas?
        |which(?! (?:papers|documents|documentation|evidence|proofs?))|did
        |was(?! not|n't| rejected| turned)|were|they|them|their|paid|there is(?! (?:a|any) prize)
        |gets?(?= (?:the|those|these|from)\b)|how many(?! steps)|cuant[oa]s(?! pasos)
        |quant[oa]s(?! passos)
        |who(?! (?:decide|take|make|has the|award|grant|judge|approve|check|review|verif|validate
        |examine|vet|can help|help|do we|should we))
        |quien(?:es)?(?! (?:decid|toma|otorga|aprueba|juzga|revisa|comprueba|verifica|valida
        |examina))
        |quem(?! (?:decid|toma|concede|aprova|julga|verifica|revisa|valida|examina|confere))
        |cuales(?! son los pasos)|quais(?! sao os passos)|custou|eles|elas|ellos|ellas)\b"""
    )
)
"""Asks of what was, of whoever did something, or of what somebody else is given."""


_WE = re.compile(r"\b\w{2,}mos\b", re.IGNORECASE)
"""Says 'we' in the ending of a verb: 'empezamos', 'podemos'."""


_SPOKEN_OF = re.compile(
    r"certif|level|silver|gold|platin|nivel|plata|ouro|prata|\boro\b|criteri|apply|\bjoin|take part"
    r"|particip(?!ator|ativ)|inscri|candidat|postul|assess|evaluac|avaliac"
)


def speaks_of_taking_part(text: str) -> bool:
    """Whether a text is on certification, so that what follows it may well be on getting it."""
    return bool(_SPOKEN_OF.search(fold(text)))


_COUNTED = re.compile(
    r",? (?:and |but |y |e |pero |mas )?(?:(?:we|i|que|ya|já|already) )*"
    r"(?:think|believe|reckon|have|meet|fulfil|with|creemos|cumplimos|tenemos|cumprimos|temos"
    r"|atendemos|achamos|con|com)\b[^.?!;,]*?\b\d+ (?:of (?:the|its) (?:\d+ )?)?crit[eé]ri\w+"
    r"(?: so far)?",
    re.IGNORECASE,
)


def without_count(text: str) -> str:
    """What a city says of itself without how many criteria it meets, which decides nothing here."""
    return _COUNTED.sub("", text, count=1)


def of_taking_part(text: str, language: Language) -> str:
    """A question on taking part that names nothing else, as what is meant by it.

    What those who ask say of themselves before it is left out: 'we are a county, how do we join?'
    """
    told, _, asked = text.rpartition(". ")
    aside = is_own_case(told) and not any(map(str.isdigit, told))
    return (aside and _meant(asked, language)) or _meant(text, language) or text


def as_counterpart(text: str, language: Language) -> str:
    """Whom a town in Latin America talks to, if those who ask want to know; else empty.

    What they say of themselves, such as how many they are, would lead elsewhere.
    """
    latin = any(is_within(area.code, "latin-america") for area in find_areas(text))
    asked = latin and is_own_case(text) and _CONTACT.said.search(fold(text))
    return _COUNTERPART[language] if asked else ""


_COUNTERPART: Mapping[Language, str] = {
    "en": "Which organisation does a town in Latin America talk to?",
    "es": "¿Con qué organización habla un municipio de América Latina para participar?",
    "pt": "Qual é a organização com que um município da América Latina fala?",
}


def asks_for_oneself(text: str, language: Language) -> bool:
    """Whether those who ask want to know of their own part in it, whatever was said before."""
    own = is_own_case(text) or bool(_WE.search(text))
    return own and bool(_meant(text, language))


def _meant(text: str, language: Language) -> str:
    """What is meant by a question on taking part; empty if it is on something else."""
    plain = fold(text).replace("’", "'")
    others = bool(_OF_OTHERS.search(plain))
    # 'If we don't make it, how soon can we try again?' is on trying again.
    after = _IN_CASE.sub("", plain)
    told = [after, plain] if after != plain else [plain]
    return next(filter(None, (_matter_of(one, language, others=others) for one in told)), "")


_IN_CASE = re.compile(
    r"^\W*(?:so |and |y |e )?(?:if|when|in case|suppose|supposing|si|se|caso|en caso)\b"
    r"[^,?\d]{3,60},"
)
"""The case for which something is asked; one that counts criteria tells what is asked itself."""


def _matter_of(plain: str, language: Language, *, others: bool) -> str:
    """What is meant by a folded question on taking part; empty if it is on something else.

    Args:
        others: whether it asks of what befell others, or of whoever did something.
    """
    small = small_words(language)
    for matter in _MATTERS:
        if others and not matter.of_others:
            continue
        rest, said = matter.said.subn(" ", plain)
        besides = {word.split("'")[0] for word in words(rest)}
        levels = _LEVELS if matter.of_levels else frozenset()
        if said and not besides - small - _SAYS_NOTHING - levels:
            return matter.meant[language]
    return ""
