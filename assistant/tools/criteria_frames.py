"""The words around a topic in which people ask which criterion is about it.

A criterion is a line, a box, an item, a heading, a number on the list to those who go through it,
and where a thing counts is asked as often as which criterion it is of.
"""

import re

from assistant.folding import fold

_PIECE_EN = (
    r"(?:criteri(?:on|a|um)|requirements?|rules?|lines?|items?|box(?:es)?|headings?|nr"
    r"|numbers?(?! of (?!the (?:requirement|item|point|one|bit|rule|criterion|box|line)))"
    r"|codes?|ids?|points?|ticks?|clauses?|bits?|sections?|entr(?:y|ies)|provisions?|elements?"
    r"|paragraphs?|rows?)"
)
_NOT_OF_CITIES = r"(?! (?:total |(?:mas|mais) \w+ )?de (?:ciudad|cidad|municip))"
_PIECE_ES = (
    rf"(?:criterios?|requisitos?|puntos?|items?|numeros?{_NOT_OF_CITIES}|codigos?|casillas?"
    r"|apartados?|reglas?"
    r"|renglon|renglones|rubros?|lineas?|norma|clausulas?|exigencias?)"
)
_PIECE_PT = (
    rf"(?:criterios?|requisitos?|pontos?|item|itens|numeros?{_NOT_OF_CITIES}|codigos?|caixas?"
    r"|regras?|linhas?"
    r"|rubricas?|norma|topicos?|clausulas?|exigencias?)"
)
_LIST = r"(?:the|your|that) (?:list|standard|checklist)"
_ABOUT = r"(?:about|on|for|with|where|that|which|saying|covering|dealing with|to do with)"
_COUNT = (
    r"(?:count|score|go|fit|belong|fall|file|claim|write|put|tick|come|sit|talk about|speak of)"
)

_KIND_OF = (
    r"(?:rule|item|list|checklist|criterion|requirement|standard|box|line|exact|official|right"
    r"|specific|particular|single|other)"
)
"""What else may be said of a piece of the standard; of a 'phone number' or a 'budget line' not."""

_FORMS = (
    # which it is
    rf"\b(?:which|whch|wich|what|whats)(?: is| are)?(?: the| our| my)?(?: of)?(?: the| your)?"
    rf"(?: {_KIND_OF})? ?\b{_PIECE_EN}\b"
    r"(?! (?:titles?|names?|texts?|wordings?)\b)"
    r"(?: (?:number|nr|code|of (?:the|that|your) (?:list|standard|boxes|items|rules|criteria)))?",
    # 'which privacy rule' is on privacy
    r"\b(?:which|what|whats)(?: is| are)?(?: the)?"
    r"(?= (?!city\b|cities\b)[\w-]+ (?:criteri(?:on|a)|requirements?|rules?|items?|box(?:es)?"
    r"|headings?|ticks?)\b)",
    rf"\b(?:(?:bajo|en|con|de|por) )?(?:que|cual|cuales)(?: (?:es|son))?(?: (?:el|la|los|las))?"
    rf"(?: (?:otr[oa]s?|mism[oa]))? ?\b{_PIECE_ES}\b(?: (?:entra|cae|queda|va|encaja))?",
    rf"\b(?:(?:sob|em|com|de|por) )?(?:que|qual|quais)(?: (?:e|sao))?(?: (?:o|a|os|as))?"
    rf"(?: (?:outr[oa]s?|mesm[oa]))? ?\b{_PIECE_PT}\b(?: (?:entra|cai|fica|vai|se encaixa))?",
    rf"\bwhich (?:of (?:them|these|those|the 43|your 43)|one)(?: (?:is|are|s))?"
    rf"(?: {_ABOUT}|(?: (?:covers?|asks?|wants?|says?|deals?|means)))\b",
    rf"\b(?:whats|what is|what) the one {_ABOUT}\b",
    rf"\bthe (?:one|ones) {_ABOUT}\b(?=.*\b(?:which|what|whats|number|code|nr)\b)",
    rf"\b(?:the|that|a|an) (?:criterion|item|bit|line|box|code|requirement|heading|clause|rule)"
    rf" {_ABOUT}\b",
    r"\b(?:el|un|la|una) (?:criterio|requisito|punto|casilla) (?:que|sobre|de|para)\b",
    r"\b(?:o|um|a|uma) (?:criterio|requisito|item|ponto) (?:que|sobre|de|d[oa]s?|para)\b",
    # whether there is one
    rf"\b(?:is there|are there|have (?:you|they) got|do they have|does (?:it|the (?:list|standard))"
    rf" have)(?: an?| any| some)? {_PIECE_EN}\b(?: (?:to tick|we can tick|on the list))?",
    rf"\b(?:hay|existe)(?: algun| alguna| un| una)? {_PIECE_ES}\b",
    rf"\b(?:ha|tem|existe)(?: algum| alguma| um| uma)? {_PIECE_PT}\b",
    # where a thing counts, and whether it does
    rf"\b(?:where|under what|under which)(?: (?:on|in) {_LIST})?"
    rf" (?:do|does|would|could|can|should)(?: \w+){{1,2}} {_COUNT}\b",
    rf"\bwhere (?:on|in) {_LIST}\b",
    r"\b(?:come|fall|go|belong|sit|count|file)s? under\W*$",
    r"\banywhere to (?:claim|count|put|file|tick)(?: that| this| it)?\b",
    r"\b(?:earn|get|gain|win|give|bring)s?(?: us| me)?(?: an?| any| some)?"
    r" (?:tick|check ?mark|box|credit|points?|marks?)(?: for\b)?",
    r"\bcounts? (?:for|towards?) (?:anything|something|it|the certification)\b",
    r"\b(?:donde|en que lugar)(?: (?:se|nos))? (?:cuenta|entra|va|suma|anota|encaja|cae|figura"
    r"|puntua)\b",
    r"\b(?:onde|em que lugar)(?: (?:se|nos|isso))? (?:conta|entra|vai|soma|anota|encaixa|cai"
    r"|figura|pontua)\b",
    # a word before or after the topic
    rf"[,;.?:&–—-]+ *(?:and )?(?:(?:which|what|whats|the|that)(?: is| the)? )?(?:its )?{_PIECE_EN}"
    r"(?: please| pls| number| only)*\W*$|\bwhich (?:nr|item|box|number|code)\W*$",
    rf"[,;.?:–—-]+ *(?:que |cual |el )?{_PIECE_ES}(?: por favor)?\W*$",
    rf"[,;.?:–—-]+ *(?:que |qual |o )?{_PIECE_PT}(?: por favor)?\W*$",
    rf"^\W*(?:the )?(?:item|box|code|number|nr|criterion|requirement|heading|bit|line|rule)"
    rf" {_ABOUT}\b",
    r"^\W*(?:el )?(?:codigo|numero|criterio|requisito|punto|casilla) (?:de|sobre|para)\b",
    r"^\W*(?:o )?(?:codigo|numero|criterio|requisito|ponto|item) (?:de|sobre|para|d[oa])\b",
)
_FRAME = re.compile("|".join(_FORMS))


def asks_which(question: str) -> bool:
    """Whether a question asks which criterion something is of."""
    return bool(_FRAME.search(plain(question)))


def topic_of(question: str) -> str:
    """What is left of a question, folded, without what asks for a criterion."""
    return " ".join(_FRAME.sub(" ", plain(question)).split())


def plain(question: str) -> str:
    """A question folded, contractions and white space made plain."""
    text = re.sub(r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b", " ", fold(question))
    return " ".join(text.strip(" ¿¡").split())
