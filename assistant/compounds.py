"""Questions that ask several things, taken apart; each part stands alone.

Two cuts are made. Where two questions are joined ('Which level is Boise, and what did it do about
water?'), each becomes a part. Where one thing is asked of several places ('How do Boulder and
Alexandria deal with evictions?'), each place becomes a part of its own. Pronouns of a later part
are left to the condenser.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.answers import Language
from assistant.asking_words import NO_VERB_FIRST
from assistant.framings import asserts
from assistant.tools.criteria_frames import asks_which, topic_of
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

MAX_SUBJECT_WORDS = 14
"""A longer text is not just two things named."""
MAX_PARTS = 4
"""More parts than this are not taken apart: the whole is searched for as it is."""
ASKS: Mapping[Language, str] = {
    # A verb asks only with its subject behind it: 'but did not get certified' asks nothing.
    "en": r"(?:(?:what|who|how|when|where)'?s?|which|whose|whom|why"
    r"|(?:since|until|till|by|from|to|for|with|on|in|at|over|of|under|after|against)"
    r" (?:what|which|whose|whom|when|how (?:many|much|long|big))"
    r"|(?:did|does|do|is|are|was|were|can|could|has|have|had|will|would|should|may"
    r"|isn't|aren't|didn't|doesn't|hasn't|wasn't)"
    r" (?:it|they|there|the|this|that|these|those|such|we|you|he|she|i|any\w*|some\w*|every\w*"
    r"|no ?body|an?|one|all|both|each|many|more|most|fewer|less|other|another"
    r"|people|residents|cities|our|its|their|his|her|my|(?-i:[A-Z]\w+)))",
    "es": r"(?:de |en |a |por |desde |para |con |sobre |entre |hasta |contra |cada )?(?:qué|que"
    r"|quién|quien|cuál|cual|cuáles|cuándo|cuando"
    r"|cuánto|cuanto|cuántos|cuantos|cuántas|cuantas|cuánta|cuanta|dónde|donde|cómo|como)|hay",
    "pt": r"(?:de |em |por |desde |para |com |sobre |entre |até |contra |a cada )?"
    r"(?:o que|que|quem|qual|quais|quando|quanto|quantos|quantas|quanta|quão|onde|como)|há",
}
_ASKS_ANEW: Mapping[Language, str] = {
    "en": r"(?:when|where|why|how|what) (?:did|does|do|is|are|was|were|will|has|have)"
    r"|how (?:many|much|long|big|often)",
    "es": r"cu[aá]ndo|cu[aá]nt[oa]s?",
    "pt": r"quando (?:foi|e|é|vai|abriu|comecou|começou)|quant[oa]s?",
}
"""Asks after a mere comma, where other words would only tell more of what was named."""
_LEAD_IN = r"(?:[^,:;?]{1,40},|[^:;?]{1,80}(?::| [-–]))\s+[¿]?"
"""Says what a question is on before it is asked: 'In Monterrey, how many voted?'."""
_THERE = r"(?-i:(?:in|at|for|en|em|no|na) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*),? "
"""Says of what place the next is asked: 'and in Cali, how many …'."""
_HEADED = r"[^,:;?]{1,40}: "
"""Says itself what it is on: 'cali: how many …'."""
_ASKS_LATE = re.compile(
    r"\W*(?:(?:did|does|do|is|are|was|were|can|could|has|have|had|will|would|should) \w"
    r"|(?:in|on|at|since|by|during|for|from|after|before|under|back) (?:[\w'’,-]+ ){1,7}?"
    r"(?:who|which|what|when|how)\b"
    r"|(?!(?:i|we|you|they|my|our)\b)(?:[\w'’,-]+ ){1,9}?"
    r"(?:how (?:many|much|far|long|often|big|soon)|what (?:share|part|portion)"
    r"|cu[aá]nt[oa]s?|quant[oa]s?)\b)",
    re.IGNORECASE,
)
"""A question that begins with something else: 'In autumn 2017 how many states …'."""
_PHRASE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?!\W*(?:[io]n|on|at|for|about|as|with|if|we|i|it|they|he|she|you|there|this|that|hi"
        r"|hello"
        r"|hey|ok|okay|so|well|also|please|after|before|since|because|while|when|thanks|thank"
        r"|besides|back|going"
        r"|apart|aside|prior|until|till|following|once|just|between|quick\w*|honestly|frankly"
        r"|seriously|look|listen|stop|never|given|without|under|according|to|from|by|of|among"
        r"|\w+ing)\b)"
        r"(?!.*\b(?:i|we|you|he|she|it|they|is|are|was|were|am|be|has|have|had|do|does|did|will"
        r"|would|can|could|should"
        r"|may|might|must|says?|said|wants?|needs?|got|gets?|went|came|made|did|put|run)\b)"
        r"(?:[^\w:;.]*[\w'’/-]+){2,7}\W*",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?!\W*(?:en|seg[uú]n|durante|sobre|para|por|de|con|si|como|hola|oye|ok|bueno|gracias"
        r"|cuando|que|yo|nos\w*)\b)"
        r"(?!.*\b(?:es|son|era|fue|fueron|tiene|tienen|tenemos|hay|est[aá]n?|somos|quiere|puede"
        r"|dice|hizo)\b)(?:[^\w:;.]*[\w'’/-]+){2,7}\W*",
        re.IGNORECASE,
    ),
    "pt": re.compile(
        r"(?!\W*(?:em|n[oa]s?|pel[oa]s?|segundo|conforme|sobre|para|por|d[aoe]s?|com|se|como|oi"
        r"|ol[aá]|ok|bom|obrigad[oa]|quando|que|eu|n[oó]s)\b)"
        r"(?!.*\b(?:[eé]|s[aã]o|era|foi|foram|tem|t[eê]m|temos|h[aá]|est[aá]|somos|quer|pode|diz"
        r"|fez)\b)(?:[^\w:;.]*[\w'’/-]+){2,7}\W*",
        re.IGNORECASE,
    ),
}
"""Names a thing without a verb, which next to a question asks for it: 'the minimum population'."""
_TIME = re.compile(r"\b(?:19|20)\d\d\W*$")
"""'Summer 2020, how many …' names no thing, but when."""
_TELLS = re.compile(
    r"\W*(?:tell|give|show|list|name|explain|describe|remind|compare|contrast|dime|d[ií]game"
    r"|da(?:me)?|expl[ií]ca\w*"
    r"|mu[eé]stra\w*|cu[eé]nta\w*|nombra\w*|diga\w*|d[eê]|mostre|explique|conte|cite|fale"
    r"|(?:[^,:;?]{1,60}(?:[,:]| [-–])\s+)?(?:the |el |la |o |a )?(?:number|amount|share|percentage"
    r"|size|n[uú]mero|cantidad|porcentaje|tama[nñ]o|quantidade|percentual|tamanho) (?:of|d[aeo]s?"
    r"|del))\b",
    re.IGNORECASE,
)
"""Asks without a question word."""
_NAMED = re.compile(r"(?<!^)\b[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ]\w")
AND: Mapping[Language, str] = {"en": "and|but|also|plus", "es": "y|e|pero|además", "pt": "e|mas"}


def joined_questions(text: str, language: Language) -> list[str]:
    """The questions that a text joins, in order; the text alone if it is but one.

    What is said around a question to explain it stays with it, and what the first is said to be
    on ('In Cali, how many voted?') is said of each that names nothing of its own.
    """
    if listed_of := _LISTED_OF.match(text):
        named, items = listed_of["named"], re.split(r",? (?:and|&|y|e) |, ", listed_of["items"])
        if 1 < len(items) <= MAX_PARTS and _BARE.fullmatch(items[0]):
            levels = any(_BARE.fullmatch(item) and not _WHEN.fullmatch(item) for item in items)
            # Levels are told with their dates.
            items = [item for item in items if not (levels and _WHEN.fullmatch(item))]
            return [_of(named, item, language) for item in items]
    if reason := _AND_WHY.fullmatch(text):
        asked = reason["asked"].strip(" ,")
        return [f"{asked}?", f"{_WHY[language]} {reason['what']}?"]
    ask, join = ASKS[language], AND[language]
    opening = re.match(rf"(?!\W*(?:{ask})\b)({_LEAD_IN})(?:{ask})\b", text, re.IGNORECASE)
    lead_in = opening[1] if opening else ""
    phrase = _PHRASE[language]
    listed = lead_in.endswith(", ") and phrase.fullmatch(lead_in) and not _NAMED.search(lead_in)
    listed = listed and not _TIME.search(lead_in)
    commas = len(re.findall(rf",\s+(?:(?:{join})\s+)?(?:{ask})\b", text, re.IGNORECASE))
    further = len(re.findall(rf"\w\s+(?:{join})\s+(?:{ask})\b", text, re.IGNORECASE))
    begins = re.match(rf"\W*(?:{ask})\b", text, re.IGNORECASE)
    listed = listed or commas > 1 or bool(begins and commas and further)
    if listed and not _NAMED.search(lead_in):
        lead_in = ""  # 'the minimum population, who runs it and what it costs'
    asks = re.compile(rf"\W*(?:{join})?\W*(?:{_LEAD_IN})?(?:{ask})\b", re.IGNORECASE)
    asks_alone = re.compile(rf"^\W*(?:{join})\W+", re.IGNORECASE)
    anew = ask if listed else _ASKS_ANEW[language]
    cut = re.compile(
        r"(?<=[?;!])\s+"
        # A point after two letters shortens a name, as in 'St. Paul'.
        rf"|(?<=\w\w\w\.)\s+(?=(?-i:[¿A-ZÁÉÍÓÚ])|{ask})"
        rf"|,?\s+(?:{join})\s+(?=¿?(?:{_THERE})?(?:{ask})\b)"
        rf"|,\s+(?=¿?(?:{anew})\b)",
        re.IGNORECASE,
    )
    parts: list[str] = []
    asked = False  # whether the last part asks something yet
    for piece in _with_places(cut.split(text[len(lead_in) :]), language):
        late = _ASKS_LATE.match(piece) or re.search(rf",\s+(?:{ask})\b", piece, re.IGNORECASE)
        asking = piece.endswith("?") or asks.match(piece) or (not parts and late)
        is_question = bool(asking) and not asserts(piece)
        is_question = is_question and not _SAYS_WHEN.fullmatch(piece)
        whole = is_question and asks_something(lead_in + piece, language)
        # 'It won a prize: how much, and when?' asks for a particular of what opens it.
        whole = whole and not (_TAIL.fullmatch(piece) and (parts or not lead_in))
        # 'Half of the criteria met, which level?' asks but for what the amount comes to.
        last = parts[-1].rpartition(". ")[2] if parts else ""
        reckons = _WHICH_LEVEL.fullmatch(piece) and _OF_CRITERIA.search(last)
        whole = whole and not reckons
        if parts and (not whole or not asked):
            # 'What happened, and why?', or a sentence that only explains.
            parts[-1] = f"{parts[-1]} {piece}"
            # 'It won a prize. How much was it, and is that …?': of what is told before it.
            asked = asked or (is_question and bool(_IT.search(piece)))
        else:
            parts.append(piece)
            asked = False
        asked = asked or whole or bool(_TELLS.match(piece)) or _names_thing(piece, phrase)
    if not 1 < len(parts) <= MAX_PARTS or _is_on_the_named(parts, text, phrase, asks):
        return [text]
    if len(parts) == 2 and not asks.match(parts[0]) and _asks_where_that_counts(parts[1], language):
        return [text]
    told = [asks_alone.sub("", part) if lead_in else part for part in parts]
    on_a_topic = not _NAMED.search(lead_in)  # which is said of each part, whatever that names
    own_case = _OWN_CASE.match(lead_in)  # and this of the first, on which the next lean
    headed = re.compile(_HEADED) if lead_in.endswith(": ") else None  # 'boise: …? cali: …?'
    parts = [
        lead_in + part
        if not n
        or not (
            own_case or (headed and headed.match(part)) or (_NAMED.search(part) and not on_a_topic)
        )
        else part
        for n, part in enumerate(told)
    ]
    return [part if part[-1] in ".?!" else f"{part}?" for part in parts]


def _with_places(pieces: Sequence[str], language: Language) -> Iterator[str]:
    """Pieces of a text, of which one that only says where ('And in Cali') opens the next."""
    where = re.compile(rf"\W*(?:(?i:{AND[language]})\W+)?{_THERE.removesuffix(',? ')}")
    begun = ""
    for piece in filter(None, (piece.strip(" ,;") for piece in pieces)):
        if where.fullmatch(piece) and not piece.endswith("."):
            begun = f"{piece}, "
            continue
        yield f"{begun}{piece}"
        begun = ""
    if begun:
        yield begun.rstrip(", ")


def _asks_where_that_counts(piece: str, language: Language) -> bool:
    """Whether a piece asks which criterion is on what was said before it."""
    topic = topic_of(piece)
    own = any(word not in FUNCTION_WORDS[language] for word in words(topic))
    return asks_which(piece) and (not own or bool(_IT.search(topic)))


_AND_WHY = re.compile(
    r"(?P<asked>\W*(?:when|in (?:what|which) year|since when|cu[aá]ndo|desde cu[aá]ndo|quando"
    r"|desde quando) (?P<what>[^?.;]{6,}?)),? (?:and|y|e) (?:why|what for|for what"
    r"|(?:por|para) qu[eêé])\W*",
    re.IGNORECASE,
)
"""Asks when a thing was so, and then its reason."""
_WHY: Mapping[Language, str] = {"en": "Why", "es": "¿Por qué", "pt": "Por que"}
_OWN_CASE = re.compile(
    r"\W*(?:we|i|my|our|mi|nuestr[oa]|tenemos|somos|tengo|minha|meu|noss[oa]|temos|tenho)\b",
    re.IGNORECASE,
)
"""Those who ask speak of themselves."""
_SAYS_WHEN = re.compile(rf"\W*(?:when|cuando|quando) {NO_VERB_FIRST}[^?]*", re.IGNORECASE)
"""'When covid hit': a clause that a question follows."""
_TELLS_MORE = re.compile(
    r"(?!\W*(?:in|for|at|on|about|of|and|but|so|en|para|sobre|em|no|na)\b)"
    r"[^,:;?]{8,}, (?:which|who|whose|where|lo que|lo cual|o que|quien|onde|donde)\b[^?.]*\.\W*",
    re.IGNORECASE,
)


def only_tells(text: str) -> bool:
    """Whether a text with a question word in it asks nothing: 'It is slow, which we regret.'."""
    return bool(_TELLS_MORE.fullmatch(text))


_LISTED_OF = re.compile(
    r"(?:(?i:\W*(?:compar[ae]r?|put|take|(?:tell|give|show) me(?: about)?|about|for|sobre)) )?"
    r"(?P<named>[A-ZÀ-Ý][\w.'’ -]*?(?:, [A-ZÀ-Ý][\w.'’ -]*?)*"
    r"(?: (?:and|or|vs\.?|versus|&|against|with|y|e|con|com|contra) [A-ZÀ-Ý][\w.'’ -]*?)?)"
    r"(?:,? (?:side by side|compared|in comparison|lado a lado))?"
    r": (?P<items>[a-zà-ÿ][^:?!]{3,120})[?.!]*$"
)
"""Names places and then what is asked of them: 'Cali versus Recife: level, and the project'."""
_WHEN = re.compile(r"(?:the |its |their |la |a )?(?:date|year|fecha|data|a[nñ]o)s?(?: of each)?")
_BARE = re.compile(
    r"(?:the |its |their |el |la |o |a )?(?:level|tier|award|rank|date|year|population|status|nivel"
    r"|n[ií]ve(?:l|is)|fecha|data|a[nñ]o)(?:e?s)?(?: of each| de cada uno| de cada um)?"
)
LEVELS_OF: Mapping[Language, str] = {
    "en": "What level do {places} hold?",
    "es": "¿Qué nivel tienen {places}?",
    "pt": "Que nível têm {places}?",
}
_WHEN_OF: Mapping[Language, str] = {
    "en": "When were {named} certified?",
    "es": "¿Desde cuándo están certificadas {named}?",
    "pt": "Desde quando {named} são certificadas?",
}


def _of(named: str, item: str, language: Language) -> str:
    """What is asked of places that are named, as a question."""
    if _WHEN.fullmatch(item):
        return _WHEN_OF[language].format(named=named)
    if _BARE.fullmatch(item) and "population" not in item:
        return LEVELS_OF[language].format(places=named)
    return f"{named}: {item.rstrip('.')}?"


def _is_on_the_named(
    parts: list[str], text: str, phrase: re.Pattern[str], asks: re.Pattern[str]
) -> bool:
    """Whether a thing is only named, and then asked about: 'the first list, how long was it?'."""
    named, *asked = parts
    joined = re.match(r", ", text[len(named) :]) if text.startswith(named) else None
    bare = joined and phrase.fullmatch(named) and not asks.match(named)
    return bool(bare and len(asked) == 1 and _IT.search(asked[0]))


_IT = re.compile(r"\b(?:it|its|they|them|their|one|ones)\b", re.IGNORECASE)


def _names_thing(piece: str, phrase: re.Pattern[str]) -> bool:
    """Whether a piece is a bare phrase that asks for what it names; a sentence is none."""
    compares = re.search(
        r"\b(?:vs|versus|compared|contra)\b|, (?:fine|ok(?:ay)?|sure|great|good|bien|bueno|bom)$",
        piece,
        re.IGNORECASE,
    )
    return not (compares or piece.endswith((".", "!"))) and bool(phrase.fullmatch(piece))


def asks_something(piece: str, language: Language) -> bool:
    """Whether a piece has something that it is about, and not only a question word."""
    known = FUNCTION_WORDS[language]
    piece = _IS.sub(" is", piece)
    told = [word for word in words(piece) if word.lower() not in known | _ALIKE]
    if _DID.search(piece) or _AND_THAT.fullmatch(piece):
        return True
    by_whom = told and _BY_WHOM.match(piece)
    least = 2 if language == "en" else 1  # 'quantas conseguiram' has its subject in the verb
    return len(told) > 1 or (len(told) == 1 and len(words(piece)) > least) or bool(by_whom)


_IS = re.compile(r"(?<=what|when)['’]s\b|(?<=who|how)['’]s\b|(?<=where)['’]s\b", re.IGNORECASE)
"""'What's' is two words."""
_TAIL = re.compile(
    r"\W*(?:(?:and|but|y|e) )?(?:how(?: much(?: less| more)?| exactly)?|when|why|cu[aá]ndo|quando"
    r"|c[oó]mo|(?:since|until|by|from|to|for|with|on|in|at|over|of|under|de|en|em|con"
    r"|com|por|desde|hasta|até) (?:(?:what|which|how|qu[eé]|cu[aá]l|qual)\b(?: [\w'’]+)?"
    r"|(?:cu[aá]nt|quant)\w*))\W*",
    re.IGNORECASE,
)
"""Asks for a particular of what is asked before it: 'and by which year?'."""
_WHICH_LEVEL = re.compile(
    r"\W*(?:(?:and|so|y|e) )?(?:what|which|(?:(?:a|en|em) )?qu[eé]|cu[aá]l|qual)"
    r"(?:(?:['’]s| is| would (?:it|that) be| es| ser[ií]a| [eé])?(?: the| el| o)?"
    r" (?:level|tier|medal|nivel|n[ií]vel|medalla|medalha)| would (?:it|that) be)"
    r"(?: (?:is|would|does) (?:it|that)(?: be| make)?| (?:es|ser[ií]a|[eé])(?: eso| isso)?)?"
    r"(?:,? (?:now|today|then|please|pls|plz|ahora|hoy|agora|hoje|por favor))*\W*",
    re.IGNORECASE,
)
_OF_CRITERIA = re.compile(
    r"%|\bper ?cent|\bcrit[eé]ri|\bpor c[ie]+nto\b|\b(?:level|tier|n[ií]vel)\b", re.IGNORECASE
)
_BY_WHOM = re.compile(r"\W*(?:(?:and|y|e) )?(?:who|qui[eé]n(?:es)?|quem)\b", re.IGNORECASE)
_AND_THAT = re.compile(r"(?:[Aa]nd|[Yy]|[Ee]) (?:[A-ZÁÉÍÓÚ][\w.'’-]+ ?){1,4}\?")
"""Asks the same of something else: 'And Cali?'."""
_ALIKE = frozenset(
    """alike differ differs similar different common parecen parecido parecida diferencian difieren
    distinguen assemelham parecem diferem distinguem""".split()
)
"""Asks to compare what another part names."""
_DID = re.compile(
    r"\bwhat (?:(?:did|do|does|has|have) (?:it|they|he|she|each|both)"
    r"|(?:it|they|each) (?:did|do|does|has|have))\b|\bqu[eé] (?:hizo|hicieron|hace|hacen)\b"
    r"|\bo que (?:ela|ele|eles|elas|cada uma?) (?:fez|fizeram|faz)\b",
    re.IGNORECASE,
)
"""Asks what was done, in no other word."""


def joined_subjects(text: str, language: Language) -> list[tuple[str, str]]:
    """The ways to take a short text apart at an 'and', without a question word between the two."""
    if len(text.split()) > MAX_SUBJECT_WORDS:
        return []
    joins = re.finditer(rf",?\s+(?:{AND[language]})\s+", text, re.IGNORECASE)
    return [(text[: m.start()].strip(), text[m.end() :].strip()) for m in joins]
