"""Words of a turn, and the small words by which a turn shows that it leans on an earlier one.

All words are compared folded: lower case, no accents. The three languages share one list of each
kind, since a turn of two words does not show which it is in.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.folding import fold
from index.function_words import FUNCTION_WORDS

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, without a final 's: `plain` is folded, `text[start:end]` as written."""

    plain: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def words_of(text: str) -> Sequence[Word]:
    """The words of a text, in order; kept, since each turn is read many times."""
    words = []
    for found in _WORD.finditer(text):
        written = re.sub(r"['’]s$", "", found.group(), flags=re.IGNORECASE)
        words.append(Word(fold(written), found.start(), found.start() + len(written)))
    return tuple(words)


def plain_words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word.plain for word in words_of(text)]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> list[tuple[str, ...]]:
    return sorted((tuple(line.split()) for line in text.split("|")), key=len, reverse=True)


Opener = Literal["courtesy", "joins", "corrects", "narrows", "turns"]

_OPENERS: Mapping[Opener, Sequence[tuple[str, ...]]] = {
    "courtesy": _phrases(
        "thanks|thank you|thanks a lot|many thanks|thx|great|perfect|good|nice|cool|ok|okay|fine"
        "|i see|got it|right|well|hi|hello|please|gracias|muchas gracias|perfecto|vale|bueno"
        "|muy bien|entiendo|hola|obrigado|obrigada|muito obrigado|muito obrigada|perfeito|certo"
        "|entendi|beleza|legal|oi|ola|interesting|interesante|interessante|oh|ah|hm|hmm|um|yes|yeah|sure"
        "|by the way|btw|incidentally|por cierto|a proposito"
    ),
    "joins": _phrases(
        "and|but|so|then|also|or|y|e|pero|mas|entonces|entao|tambien|tambem|what about|how about"
        "|what of|as for|que tal|que hay de|que hay del|que pasa con|que pasa en|en cuanto a"
        "|quanto a|quanto ao|quanto aos|quanto as|o que dizer de|que dizer de|and what about"
        "|same thing but|the same thing but|same but|the same but|same question but|same again but"
        "|lo mismo pero|la misma pregunta pero|o mesmo mas|a mesma coisa mas|mesma coisa mas"
        "|a mesma pergunta mas"
    ),
    "corrects": _phrases(
        "i mean|i meant|i said|sorry|pardon|actually|rather|make that|correction|i wanted to say"
        "|quise decir|quiero decir|queria decir|me refiero a|me referia a|perdon|perdona|disculpa"
        "|wait|no wait|hold on|oops|whoops|my bad|my mistake|my fault|typo|i was asking about"
        "|i was thinking of|i should have said|that was wrong|espera|esperen|mejor|ups|opa|foi mal"
        "|errei|me equivoque|me enganei"
        "|im talking about|i'm talking about|hablo de|hablo del|hablaba de|falo de"
        "|falo da|falo do|estou falando de|estou falando da|estou falando do"
        "|mejor dicho|digo|en realidad|quis dizer|quero dizer|queria dizer|me refiro a|desculpa"
        "|desculpe|melhor dizendo|na verdade|alias|no|nao|nope"
    ),
    "narrows": _phrases("just|only|solo|solamente|apenas|somente|so as|so os"),
    "turns": _phrases(
        "let move on|lets move on|moving on|let change the subject|lets change the subject"
        "|changing the subject|change of subject|change of topic|on another note"
        "|on a different note|never mind|never mind that|forget that|forget it|drop that|drop it"
        "|leave that|leave it|scrap that|enough of that|leave that aside|deja eso|deixa isso"
        "|cambiando de tema|cambio de tema|pasemos a otra cosa|pasando a otra cosa|olvidalo"
        "|olvida eso|mudando de assunto|mudando de tema|vamos mudar de assunto"
        "|deixa pra la|esquece|esqueca isso"
    ),
}
_ANOTHER = re.compile(
    r"\W*(?:and |now |ahora |agora )*(?:(?:for |to )?something (?:\w+ )?(?:else|different)"
    r"|(?:(?:a |an )?(?:(?:completely|totally|entirely|quite (?:a )?)\s?)?"
    r"(?:another|new|different|other|unrelated|separate|next)) (?:topic|subject|question|thing"
    r"|matter|issue)|unrelated|off ?topic"
    r"|(?:otr[oa]|nuev[oa]|distint[oa]) (?:tema|asunto|pregunta|cosa)"
    r"|(?:outr[oa]|nov[oa]) (?:tema|assunto|pergunta|coisa))\s*(?:now |altogether |ahora |agora )?"
    r"[:.,;!–—-]+\s*"
)
"""Says that something else is asked: 'Different topic: …'."""

# These also begin questions of their own, so as openers they stand before a comma.
_PAUSED = _set(
    "wait typo mejor espera no nao so um good right well digo alias sorry perfect nice fine great"
)
_ASKS = re.compile(r"(?:how|what|which|who|when|where|why)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the core of a turn, and where the core begins."""

    kinds: frozenset[Opener]
    start: int


_NEGATED = re.compile(
    r"^\W*(?:not|no|n[aã]o)\s+[^,;]{1,40}[,;]\s*(?:but |sino |mas )?(?P<right>[^,;]{1,40})$"
    r"|^\W*(?P<first>[^,;]{1,40}),?\s+(?:not|y no|e n[aã]o)\s+[^,;]{1,40}$",
    re.IGNORECASE,
)


def affirmed(text: str) -> str | None:
    """What 'not Denver, Durham' and 'Durham, not Denver' mean; None for other turns."""
    found = _NEGATED.match(text.strip(" ?!."))
    return (found["right"] or found["first"]) if found else None


def opening(text: str) -> Opening:
    """The thanks, 'and', 'I mean' and the like that a turn begins with."""
    words, at = words_of(text), 0
    kinds: set[Opener] = set()
    while at < len(words):
        if another := _ANOTHER.match(fold(text[words[at].start :])):
            end = words[at].start + another.end()
            kinds.add("turns")
            at = next((n for n, word in enumerate(words) if word.start >= end), len(words))
            continue
        found = _opener(text, words, at)
        if found is None:
            break
        kind, length = found
        kinds.add(kind)
        at += length
    return Opening(frozenset(kinds), words[at].start if at < len(words) else len(text))


def _opener(text: str, words: Sequence[Word], at: int) -> tuple[Opener, int] | None:
    best: tuple[Opener, int] | None = None
    for kind, phrases in _OPENERS.items():
        for phrase in phrases:
            span = words[at : at + len(phrase)]
            if tuple(word.plain for word in span) != phrase or (best and best[1] >= len(phrase)):
                continue
            following = text[span[-1].end : span[-1].end + 1]
            if phrase[0] in _PAUSED and len(phrase) == 1 and following not in tuple(",.;:!?-"):
                after = _opener(text, words, at + 1)
                asks = phrase[0] in ("so", "um") and text[span[-1].end :].lstrip()
                if (after is None or after[0] != "corrects") and not (asks and _ASKS.match(asks)):
                    continue  # but 'sorry I meant …' and 'so how many …'
            best = kind, len(phrase)
    return best


_THANKS = (
    r"(?:(?:many|a lot of) )?(?:thanks|thank you|thx|ty|cheers)(?: (?:so|very) much| a lot| again)?"
    r"(?: for (?:(?:all )?(?:your|the|that|this|everything)(?: help| time| info| information)?))?"
    r"|(?:muchas |mil )?gracias(?: por (?:todo|(?:toda )?(?:tu|su|la) (?:ayuda|informacion)))?"
    r"|(?:muito )?obrigad[oa](?: (?:por tudo|pela (?:ajuda|informacao)))?|valeu"
)
_ENOUGH = (
    r"(?:that|this|it)(?: (?:is|was|will be|ll be))? (?:all|it|enough|everything"
    r"|(?:very |really |so |most )?(?:helpful|useful|clear|great|perfect))"
    r"(?: i (?:need|needed|wanted))?"
    r"|(?:that|this) (?:really )?(?:helps|helped)(?: a lot)?|very helpful|all good|all set"
    r"|(?:that |that is )?(?:just |exactly )?what (?:i|we) (?:needed|wanted)(?: to know)?"
    r"|nothing (?:else|more)|no (?:more|further|other) questions|(?:i'?m|i am|we'?re) (?:done|good)"
    r"|(?:have a (?:nice|good|great) (?:day|one|evening|weekend)|bye|goodbye|see you(?: later)?)"
    r"|(?:eso |esto )?(?:es|era|seria) todo|nada mas|no necesito (?:nada )?mas|muy util|adios"
    r"|me (?:sirve|ayuda|sirvio|ayudo) (?:mucho|bastante)|hasta luego"
    r"|(?:e|era) (?:so|apenas) (?:isso|isto)|so isso|(?:isso|isto) e tudo|(?:mais nada|nada mais)"
    r"|ajudou (?:muito|bastante)|muito util|tchau|ate logo"
)
_AROUND_ENOUGH = (
    r"ok|okay|great|perfect|good|nice|cool|super|lovely|brilliant|excellent|awesome|got it|right"
    r"|alright|well|yes|no|nope|i see|i think|and|for (?:now|today|the moment)|then|vale|perfecto"
    r"|genial|listo|bueno|si|por (?:ahora|hoy)|de momento|creo que|y|perfeito|otimo|certo|sim|nao"
    r"|por (?:enquanto|hoje)|acho que|e"
)
_CLOSING = re.compile(
    rf"(?:(?:{_AROUND_ENOUGH}) )*(?:(?:{_THANKS}|{_ENOUGH})(?: (?:{_AROUND_ENOUGH}))*(?: |$))+"
)


def is_closing(text: str) -> bool:
    """Whether a turn is thanks, or says that nothing more is wanted: 'thanks, that's all'."""
    return not text.rstrip().endswith("?") and bool(_CLOSING.fullmatch(" ".join(plain_words(text))))


SMALL = frozenset(fold(word) for words in FUNCTION_WORDS.values() for word in words) | _set(
    """please pls por favor then entonces entao now ahora agora exactly actually really ever yet
    else instead one ones something anything someone anyone thing things cosa cosas coisa coisas
    today hoy hoje um get got getting el la lo via per etc us our im whats tell give show know
    dime diga digame mostre want need let ok okay thanks also"""
)
"""Words that say nothing of what a turn is about."""

LINKS = _set(
    """a al ao aos and as at by con da das de del do dos e em en for from if in la las lo los na
    nas no nos o of on or os para por pra sob se si the to um uma un una under until up with y
    with com it were was is be that this those these them one ones just only city cities ciudad
    ciudades cidade cidades same too also then now what about how in instead please there any
    some alguna alguno algun algum alguma hay ha tem tho though thanks gracias obrigado
    obrigada esta este estuviera estuviese estivesse fica fosse fuera fuese es eh era
    tambien tambem talvez quizas maybe perhaps ellas ellos elas eles esas esos essas
    esses around roughly circa hacia alrededor cerca"""
)
"""What a fragment may hold besides what it puts in place of something: 'and for the one in …'."""

VAGUE = _set(
    """bring brings brought bringing come comes came coming lead leads led do does did
    done doing make made makes happen
    happened happens help helped helps work
    worked works change changed changes use used uses using result results outcome outcomes
    effect effects cost costs money people many much number year years long get gets go went
    start started begin began hizo hacen hacer hicieron cambio cambiaron ayudo ayudar funciono
    funciona resultado resultados costo costaba cuesta dinero personas gente ano anos fez fazer
    fizeram mudou mudaram ajudou funcionou resultados custo custa custou dinheiro pessoas fue
    logro example examples ejemplo ejemplos exemplo exemplos detail details source sources
    fuente fuentes fonte fontes ask asks asked pide exige pede compare tell about say said says
    mean means explain anyone someone actually really still try tried exact exactly percent
    cent ciento cento per case cases caso casos thing way ways manera forma quiere quer
    know knows sabe saben sabem deu certo dio sirvio serviu adiantou valio valeu"""
)
"""Words with content, but not enough of it to name a subject."""

ITS = _set("its their theirs his her")
PRONOUNS = _set(
    """it they them he she him ella ellas ellos ela elas ele eles there alli ahi alla isso isto eso
    esto dela dele delas deles nela nele"""
)
THERE = _set("there alli ahi alla")
OWN = _set("su sus seu sua seus suas") | ITS
DEMONSTRATIVES = _set(
    """that this those these esa ese esas esos esta este estas estos esses essa essas esse aquella
    aquel aquela aquele dicha dicho dichas nessa nesse nesta neste dessa desse desta deste naquela
    naquele nesses nessas desses dessas"""
)
CITY_NOUNS = _set("city town place municipality ciudad municipio lugar cidade prefeitura")
PROGRAMME = _set(
    """programme program certification certifications standard criteria criterion wwc works
    certificado certificacion certificacao programa estandar padrao criterio criterios assessment
    self threshold thresholds levels niveles niveis eligibility eligible apply applying elegible
    elegivel requirements requisitos benchmark benchmarks bloomberg practice seal badge sello
    selo"""
)
"""Words that name the programme itself, about which one may ask at any time."""
