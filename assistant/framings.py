"""Words around a question that only say that one asks: 'I'd like to hear how …'."""

import re

from assistant.folding import fold
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

_FRAME = re.compile(
    r"^\W*(?:(?:i|we)(?:'ve| have| need| want|'d like)?(?: got| to know)? (?:\w+ )?(?:things?"
    r"|questions?"
    r"|facts|figures|numbers)(?: please)? ?[:,–-] "
    r"|(?:(?:just|ok|so|a|i have|i've got) )*(?:one|two|three|four|quick|another|few|couple of)"
    r" (?:quick |more |other |short )?(?:things?|questions?)(?: please| for you)? ?[:,–-] "
    r"|(?:(?:so|ok|okay|hi|hello|please|and|hola|oi|ol[aá]|por favor)\W+)*(?:"
    r"(?:(?:can|could|would|will) you (?:please |maybe |kindly |perhaps )?)?"
    r"(?:(?:tell|explain to|remind|show) (?:me|us)|(?:walk|talk|take) (?:me|us) through),?"
    r" (?:please,? )?"
    r"|(?:can|could|would) you (?:please |maybe |kindly )?(?:explain|say) "
    r"|(?:i|we)(?:'d| would| do)?(?: just| really| also)? (?:like|love|want|need|wanted|have)"
    r" to (?:know|hear|learn|find out|understand|see|ask|read)(?: about)? "
    r"|(?:i|we)(?:'m| am|'re| are| was)(?: just)? (?:curious|wondering|interested"
    r"|trying to find out"
    r"|trying to understand|keen to know)(?: about| to know| in| to hear)?,? "
    r"|(?:by the way|btw|incidentally|por cierto|a prop[oó]sito|ali[aá]s)\W+"
    r"|(?:i|we) (?:just )?wonder(?:ed)? "
    r"|(?:my|our|the|a) (?:\w+ ){1,3}?(?:wants?|wanted|asks?|asked|needs?|would like|is asking"
    r"|wonders?)"
    r"(?: me| us)?(?: to (?:know|hear|see|understand))?(?: about)?,? "
    r"|(?:mi|nuestr[oa]|el|la) (?:\w+ ){1,3}?(?:quiere|pregunta|necesita)(?: saber)? "
    r"|(?:meu|minha|noss[oa]|o|a) (?:\w+ ){1,3}?(?:quer|pergunta|precisa)(?: saber)? "
    r"|(?:do you (?:happen to )?know|any idea|(?:can|could) i ask|may i ask|let me know"
    r"|does anyone know|who can tell me|remind me) "
    r"|(?:me gustar[ií]a|quisiera|quiero|quer[ií]a|necesito|queremos|necesitamos) (?:saber|conocer"
    r"|entender|preguntar|averiguar) "
    r"|(?:(?:me )?(?:puedes|puede|podr[ií]as?|podr[ií]an) )?(?:decirme|decirnos|explicarme|dime"
    r"|d[ií]game"
    r"|decir|explicar|cu[eé]ntame|expl[ií]came) "
    r"|(?:sabes|sabe usted|tienes idea de) "
    r"|(?:eu )?(?:gostaria de|quero|queria|preciso|queremos|precisamos|gostar[ií]amos de) "
    r"(?:saber|conhecer|entender|perguntar|descobrir) "
    r"|(?:(?:voc[eê] )?(?:pode|poderia|podem) )?(?:me )?(?:dizer|explicar|diga|conte"
    r"|contar)(?:[- ]me)? "
    r"|(?:voc[eê] )?(?:sabe|sabem)(?: me dizer)? )"
    r"(?=¿?(?:about |sobre )?(?:how|what|which|who|whose|when|where|why|qu[eé]|cu[aá]l|cu[aá]nt"
    r"|c[oó]mo"
    r"|cu[aá]ndo|d[oó]nde|qui[eé]n|por qu|o que|qua[ln]|quais|onde|quem)\w*\b))",
    re.IGNORECASE,
)
"""Says only that one asks: 'I'd like to hear how …', 'could you tell me which …'."""


_FROM_YOU = re.compile(
    r",? (?:(?:that )?you(?:'re| are)? (?:know|aware|have heard) (?:of|about)"
    r"|(?:as far as|if) (?:you|anyone) knows?|according to your \w+|in your (?:files|records)"
    r"|(?:that|which) (?:i|we) (?:can|could|may|might) (?:show|tell|use|quote|cite|present|bring"
    r"|take|point|forward)\b[^,.;?]*"
    r"|que (?:usted |voc[eê] )?(?:conoces?|sabes?|conozcas?|conhe[cç]a)|hasta donde sabes?)"
    r"(?P<end>\W*)$",
    re.IGNORECASE,
)
"""Says at the end of whom one asks, or what for: '… that you know of?', '… that I can quote?'."""


def without_frame(text: str) -> str:
    """The text without words before and after the question that only say that one asks."""
    return _ITS_FIGURES.sub("", _FROM_YOU.sub(r"\g<end>", _FRAME.sub("", text, count=1)))


_ITS_FIGURES = re.compile(
    r"(?<=\?) +¿?(?:what(?:['’]s| are| is| were) the (?:numbers?|figures?|facts|details)"
    r"|(?:qu[eé]|cu[aá]les) (?:cifras|n[uú]meros|datos) hay|quais s[aã]o os n[uú]meros)\W*$",
    re.IGNORECASE,
)
"""Asks no more than to be told with its figures what was asked before it."""


_BACK_THEN = re.compile(
    r"\b(?:(?:right )?back then|(?:at|around|by) (?:that|the) time|(?:by|until) then|then(?=\W*$)"
    r"|entonces(?=\W*$)|en ese (?:momento|entonces)|n[ae]quel[ae] (?:altura|momento|[ée]poca))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:in|as of|during|by|since|en|em) (?:(?:early|late|mid|the|el|la|o|a) )?"
    r"(?:(?:spring|summer|autumn|fall|winter|primavera|verano|oto[ñn]o|invierno|ver[ãa]o|outono"
    r"|inverno|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
    r"|diciembre|janeiro|fevereiro|mar[çc]o|maio|junho|julho|setembro|outubro|novembro|dezembro)"
    r"(?: (?:of|de))? )?(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def with_time(text: str) -> str:
    """A text whose question says 'back then', with the time that is told before it in its place."""
    told, _, asked = text.rpartition(". ")
    times = _TIME.findall(told)
    if len(times) != 1 or _TIME.search(asked) or not _BACK_THEN.search(asked):
        return text
    return f"{told}. {_BACK_THEN.sub(times[0], asked, count=1)}"


_SENTENCE = re.compile(r"(?<=[.!?;])(?<!\bSt\.) +|(?<=[.!?;])(?=¿)")
_CLAUSE = re.compile(
    r"(?<=:) | [–-] |,? (?:and|but|so|y|pero|e|mas) (?=(?:my|our|a|the|we|i)\b(?! (?:city|town)))"
    r"|, (?=(?:how|what|which|who|whose|when|where|why|in what|by how|can|could|do|does|did|is|are)"
    r"\b)"
    r"|, (?=¿|(?:cu[aá]l|cu[aá]nt|c[oó]mo|cu[aá]ndo|qu[eé]|qui[eé]n|qua[ln]|quem|onde)\w*\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|^\W*(?:and |so |but |y |e )?(?:in \w+,? )?(?:how|what|which|who|whose|when|where|why|can"
    r"|could|do|does|did|is|are|was|were|has|have|will|would|should|tell|name|list|show|give|compare"
    r"|cu[aá]l|cu[aá]nt|c[oó]mo|cu[aá]ndo|d[oó]nde|qu[eé]|qui[eé]n|qua[ln]|quais|quem|onde|o que"
    r"|por ?qu)",
    re.IGNORECASE,
)
_OWN_CASE = re.compile(
    r"\b(?:i|i'm|i've|i'd|we|we're|we've|we'd|my|our|us|me|colleagues?|boss|someone|somebody|council"
    r"|estoy|estamos|soy|somos|tengo|tenemos|trabajo|trabajamos|quiero|queremos|mi|nuestr[oa]s?|nos"
    r"|estou|sou|tenho|temos|trabalho|trabalhamos|quero|nosso|nossa|meu|minha|a gente)\b",
    re.IGNORECASE,
)


def is_own_case(text: str) -> bool:
    """Whether a text speaks of those who ask: 'we are a county', 'our council'."""
    return bool(_OWN_CASE.search(text))


_LEANS = re.compile(
    r"\b(?:it|its|they|them|their|that|those|these|this|each|both|he|she|one|ones|same|such"
    r"|eso|esa|ese|esto|esos|esas|ellos|ellas|lo|los|isso|isto|esse|essa|eles|elas|ele|ela)\b",
    re.IGNORECASE,
)

_TAG = re.compile(
    r",? (?:(?:is|are|was|were|do|does|did|has|have|can|will)n['’]t (?:it|they|there|he|she|we|you)"
    r"|right|no|correct|verdad|cierto|no es cierto|certo|n[eé]|n[aã]o [eé])\?\W*$",
    re.IGNORECASE,
)


def asserts(sentence: str) -> bool:
    """Whether a sentence says a thing and wants it confirmed: 'there is a test, isn't there?'."""
    return bool(_TAG.search(sentence))


_BRACKET = re.compile(r"(?P<asked>[^()]+) \((?P<topic>[^()]+)\)\?")
"""A follow-up with what the conversation was on: 'Who paid for it in Boise (water bond)?'."""

TELLS = 2
"""So many words of a question that say anything make it one by itself."""


def _content(text: str) -> list[str]:
    """The words of a text that are no function words of any language."""
    every = FUNCTION_WORDS["en"] | FUNCTION_WORDS["es"] | FUNCTION_WORDS["pt"]
    return [word for word in words(text) if word.lower() not in every]


def without_aside(text: str) -> tuple[str, str]:
    """What a text asks, and what it says before or after that; all and nothing if it only asks.

    'Our tenants struggle. What did Boulder find?' asks nothing in its first sentence. Within a
    sentence it is only what those who ask say of themselves: 'we are tiny, how do we apply?'
    """
    if (bracketed := _BRACKET.fullmatch(text)) and len(_content(bracketed["asked"])) >= TELLS:
        return f"{bracketed['asked']}?", bracketed["topic"]
    sentences = [
        [clause for clause in _CLAUSE.split(sentence) if clause.strip()]
        for sentence in _SENTENCE.split(text)
    ]
    asking = [any(map(_ASKS.search, c)) and not asserts(" ".join(c)) for c in sentences]
    if not any(asking):
        return text, ""
    asked: list[str] = []
    beside: list[str] = []
    for clauses, asks in zip(sentences, asking, strict=True):
        for clause in clauses:
            is_beside = not asks or (_OWN_CASE.search(clause) and not _ASKS.search(clause))
            (beside if is_beside else asked).append(clause)
    told = " ".join(asked)
    if not beside or len(_content(told)) < TELLS:
        return text, ""
    return told, " ".join(beside)


def leans(asked: str) -> bool:
    """Whether a question has words for what was only said before it: 'did it help them?'."""
    return bool(_LEANS.search(asked))


def of_the_programme(text: str) -> str:
    """'Recife got an award. What is that certificate exactly?' without what is said of a city."""
    asked, beside = without_aside(text)
    return asked if beside and _ON_THE_PROGRAMME.fullmatch(fold(asked)) else text


_ON_THE_PROGRAMME = re.compile(
    r"\W*(?:and |so |but |y |e )?(?:what(?:'s| is| are| does)|que (?:es|e|quiere decir)"
    r"|o que (?:e|quer dizer))"
    r" (?:this|that|the|it|such an?|all this|es[ae]|est[ae]|el|la|ess[ae]|[ao]) (?:\w+ ){0,1}?"
    r"(?:certificat\w+|certificac\w+|award|prize|badge|seal|label|distinction|recognition|programme"
    r"|program|scheme|premio|sello|selo|distincion|programa|reconocimiento|reconhecimento)"
    r"(?: (?:exactly|about|all|for|mean|actually|exactamente|exatamente|really))*\W*"
)
"""Asks what the certification itself is."""
