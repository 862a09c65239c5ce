"""Turns that ask for more of the same, or only in which respect: 'tell me more', 'why?'."""

import re
from collections.abc import Mapping, Sequence

from assistant.answers import Language
from assistant.dialogue import census, topics
from assistant.dialogue.references import about
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State
from assistant.dialogue.substitution import IN, listing
from assistant.dialogue.turns import Said
from assistant.dialogue.wording import (
    CITY_NOUNS,
    DEMONSTRATIVES,
    PROGRAMME,
    PRONOUNS,
    SMALL,
    VAGUE,
    plain_words,
)
from assistant.folding import fold

_MORE = re.compile(
    r"(?:(?:can you |could you |please )?(?:tell|show|give|say) (?:me |us )?(?:a bit |some )?more"
    r"(?: details?| examples?| about (?:it|that|this|them))?|more"
    r"|more (?:details?|info(?:rmation)?|examples?|on (?:it|that))"
    r"|(?:any|some) (?:more|other|further) (?:examples?|ones?|cities|details?)"
    r"|(?:can|could) you give (?:me |us )?(?:an? |some |more )?examples?"
    r"|any(?:thing| more)? else|go on|continue|elaborate|details?|(?:for )?examples?"
    r"|mas|(?:dime|cuentame|digame|cuenta) mas|mas (?:detalles|ejemplos|informacion)"
    r"|(?:hay )?(?:algo|alguna?) mas|otros? ejemplos?|ejemplos?|por ejemplo|sigue"
    r"|mais|(?:diga|conte|fale)(?: me)? mais(?: sobre isso)?|mais (?:detalhes|exemplos|informacoes)"
    r"|(?:tem )?(?:mais )?algo mais|outros? exemplos?|exemplos?|por exemplo)(?: please| por favor)?"
)
_SOURCE = re.compile(
    r"(?:(?:what(?: is| are)? )?(?:the |your )?sources?(?: (?:for|of) (?:that|this|it))?"
    r"|where (?:is|does) (?:that|this|it) (?:come )?from|says who|according to whom"
    r"|(?:cual es |cuales son )?(?:la |las |tu )?fuentes?|(?:qual e |quais sao )?(?:a |as )?fontes?"
    r"|de donde sale eso|de onde vem isso|segun quien|segundo quem)"
)
_DOUBT = re.compile(
    r"(?:(?:just|only) )?(?:the )?names?(?: only)?(?: please)?"
    r"|(?:(?:are )?you )?(?:really |quite |absolutely )?sure(?: about (?:that|this|it))?|really"
    r"|(?:is|was) (?:that|this|it) (?:really )?(?:right|true|correct|so|certain|up to date|current)"
    r"|how (?:sure|certain|reliable|official|firm|solid) is (?:(?:that|this|the|its|it)"
    r"(?: wording| text| figure| number| claim)?)"
    r"|is (?:that|this|the) (?:wording|text) (?:official|confirmed|certain|reliable|final)"
    r"|how do you know(?: that| this)?|says where|where (?:do|does|did) (?:you|it) (?:get|say) "
    r"(?:that|this|it)(?: from)?|(?:can you )?(?:prove|show) (?:it|that)"
    r"|(?:estas?|esta usted) segur[oa](?: de eso)?|segur[oa]|de verdad"
    r"|es (?:eso )?(?:cierto|verdad)|como (?:lo )?sabes|donde (?:lo )?dice(?: eso)?"
    r"|(?:voce )?tem certeza(?: disso)?|serio|e verdade(?: isso)?|isso e verdade|como voce sabe"
    r"|onde (?:diz|esta escrito)(?: isso)?"
)
_IS_IT_ANOTHER = re.compile(
    r"\b(?:(?:are )?you (?:really |quite )?sure|(?:seguro|segura|certeza)(?: (?:de )?que)?)"
    r" (?:that |que )?(?:it|that|this|its|no|nao)?\b[^?]*\b\d+"
    r"|\b(?:isn t|isnt|wasn t|shouldn t|is not) (?:it|that) (?:be )?(?:more like |rather )?\d+"
)
"""Doubts what was reckoned with another number."""
_MORE_ABOUT: Mapping[Language, str] = {
    "en": "Tell me more about {topic}",
    "es": "Más sobre {topic}",
    "pt": "Mais sobre {topic}",
}


def more(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Tell me more', 'more examples': its topic again. 'Source?', 'sure?': the question again."""
    bare = " ".join(said.plain)
    if state.reckoning and _IS_IT_ANOTHER.search(bare):
        return state.question  # 'are you sure it isn't 80 percent?'
    if _SOURCE.fullmatch(bare) or _DOUBT.fullmatch(bare):
        same = said.language == state.language
        return state.question if same else about(said.text, said, state)
    if own := _MORE_ON.match(said.folded):
        # It names what it wants, of the place spoken of.
        places = () if said.slots or _MORE.fullmatch(bare) else state.places[:_MOST_PLACES]
        text = f"{said.text.rstrip(' ?!.')} {IN[said.language]} {listing(places, said.language)}"
        return text if places and set(plain_words(said.text[own.end() :])) - _NO_SUBJECT else None
    if said.slots or not _MORE.fullmatch(bare):
        return None
    named = {word for place in state.places for word in plain_words(place)}
    topic = [*state.places, *(w for w in state.topic if not named.issuperset(plain_words(w)))]
    return _MORE_ABOUT[said.language].format(topic=" ".join(topic) or state.question)


_MORE_ON = re.compile(
    r"\W*(?:(?:(?:tell|give|show) (?:me |us )?|(?:dime|cuentame|diga|conte)(?: me)? )?"
    r"(?:a (?:bit|little) |some )?(?:more|mas|mais)(?: (?:info\w*|details?|detalles|detalhes))?"
    r" (?:on|about|sobre|acerca de)) (?:the |that |los? |las? |el |[ao]s? |ess?[ea] )?"
)
_NO_SUBJECT = SMALL | VAGUE | PRONOUNS | DEMONSTRATIVES | CITY_NOUNS | PROGRAMME
_MOST_PLACES = 2
_ELSE = re.compile(
    r"\b(?:what|anything|something)(?:'s| is)? (?:else|more)\b|\b(?:que|algo) (?:mas|mais)\b"
    r"|\bmais alguma coisa\b|\b(?:other|otras|outras) (?:things|cosas|coisas)\b"
)
_ELSE_OF: Mapping[Language, str] = {
    "en": "What else has {place} done?",
    "es": "¿Qué más hizo {place}?",
    "pt": "O que mais fez {place}?",
}
_TELL_MORE = re.compile(
    "|".join(re.escape(fold(form.partition("{")[0])) for form in _MORE_ABOUT.values())
)


def what_else(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'What else did they do there?': what the place did besides what was spoken of."""
    if not _ELSE.search(said.folded) or len(state.places) != 1:
        return None
    if set(said.own) - _DOING - CITY_NOUNS or said.slots:
        return None
    return _ELSE_OF[said.language].format(place=state.places[0])


_DOING = frozenset(
    """do done did else more other things thing cosas coisas alguma alguna mas mais data datos dados
    achieve achieved hizo hicieron hacen fez fizeram fazem hecho feito lograron conseguiram
    """.split()
)


_ELSE_WRITTEN = re.compile(
    r"\b(?P<what>what|anything|something|qu[eé]|algo) (?:else|more|m[aá]s|mais)\b", re.IGNORECASE
)


def without_else(text: str) -> str:
    """'What else has Boise done?' is searched for as what Boise has done."""
    return _ELSE_WRITTEN.sub(r"\g<what>", text)


def asks_for_more(text: str) -> bool:
    """Whether a question wants what was not said yet: 'what else has Boise done?'."""
    folded = fold(text).lstrip("¿¡ ")
    return bool(_ELSE.search(folded) or _TELL_MORE.match(folded))


_LANGUAGES: Mapping[str, Language] = {
    **dict.fromkeys("english ingles".split(), "en"),
    **dict.fromkeys("spanish espanol castellano espanhol".split(), "es"),
    **dict.fromkeys("portuguese portugues".split(), "pt"),
}
_IN_LANGUAGE = re.compile(
    rf"\W*(?:(?:can|could|would) you )?(?:(?:say|repeat|answer|tell|give|write|translate|reply)"
    rf"(?: (?:me|that|it|this))* |(?:puedes |podrias )?(?:dilo|dime(?:lo)?|repite\w*|responde\w*"
    rf"|traduce\w*|contesta\w*|decirlo|responder) |(?:pode |poderia )?(?:diga|repita|responda"
    rf"|traduza|responder|dizer) )?(?:the same )?(?:in|en|em|into|para|al?) "
    rf"(?P<language>{'|'.join(_LANGUAGES)})(?: please| por favor)?\W*"
)


def language_wanted(said: Said) -> Language | None:
    """The language that a turn wants the last answer in, if it asks for nothing else."""
    found = _IN_LANGUAGE.fullmatch(said.folded)
    return _LANGUAGES[found["language"]] if found else None


_BARE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:why|how come)(?: so| not(?: yet)?| is that| was that| did that happen)?"
        r"|(?:since )?when|when was that|where|how(?: so| many| much| long| often)?"
        r"|who|by whom|by how much"
    ),
    "es": re.compile(
        r"por ?que(?: no)?|(?:desde |hasta )?cuando|cuando fue|donde|como|cuant[oa]s?|quien"
        r"|para que"
    ),
    "pt": re.compile(
        r"por ?que(?: nao)?|(?:desde |ate )?quando|quando foi|onde|como|quant[oa]s?|quem|para que"
    ),
}
_QUESTION_PHRASE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"^(?:why|when|where|who|how(?: (?:many|much|big|long|far|often|large))?|what|which)\b ?",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"^(?:por qu[eé]|(?:desde |hasta )?cu[aá]ndo|d[oó]nde|c[oó]mo|cu[aá]nt[oa]s?|qui[eé]n"
        r"|qu[eé]|cu[aá]l(?:es)?)(?!\w) ?",
        re.IGNORECASE,
    ),
    "pt": re.compile(
        r"^(?:por ?qu[eê]|(?:desde |at[eé] )?quando|onde|como|quant[oa]s?|quem|o que|que"
        r"|qua(?:l|is))(?!\w) ?",
        re.IGNORECASE,
    ),
}


def bare_question(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Why?', 'when?', 'how many?': the last question, asked for that."""
    bare = " ".join(said.plain)
    if _ARE_WE.fullmatch(bare) and len(state.places) == 1 and _TOLD.match(state.question):
        we = census.Inquiry(wanted="certified", places=state.places)
        return census.restate(we, said.language)
    if _WHY_LEVEL.fullmatch(bare) and len(state.places) == 1 and said.names("level"):
        return census.why(state.places, said.language)
    if said.slots or not _BARE[said.language].fullmatch(bare):
        return None
    if state.inquiry and state.places and _WHY.match(bare):
        lacks = state.inquiry.level if _NOT.search(bare) else None
        return census.why(state.places, said.language, lacks=lacks)
    if said.language != state.language or _TOLD.match(state.question):
        return about(said.text, said, state)
    core = _QUESTION_PHRASE[said.language].sub("", state.question.strip("¿¡ "), count=1)
    core = _SHORT_IS.sub("is ", core)
    asked = _WAS_THAT.sub("", said.text.strip(" ?!.¿¡"))
    if said.language == "en" and (does := _WHO_DOES.match(state.question)):
        core = f"do they {does['verb']}{core[len(does['verb']) + 1 :]}"  # 'since when do they run'
    elif said.language == "en" and state.question.lower().startswith("what "):
        core = _DO.sub("do that", core, count=1)  # 'When did Boise do that about water?'
    if said.language == "en":
        if not _AUXILIARY.match(core) and len(core.split()) < _LEAST_CORE:
            return about(said.text, said, state)  # 'how often?' after 'how many homes?'
        asked, core = _with_auxiliary(asked, core)
    begin = core if _is_name(core, state.places) else core[:1].lower() + core[1:]
    return f"{asked} {begin}"


_MIGHT = re.compile(
    r"\W*(?P<asked>(?:(?:why|how|when) )?(?:can|could|may|might|will|would|should)(?:n?['’]?t)?"
    r"|why (?:isn|wasn|aren)['’]?t) (?:it|they|that city|that one|that)"
    r"(?: ever| also| still)?(?: be(?:come)?| get (?:it|in))?"
    r"(?: (?:certified|listed|there|in it|(?:on|in) (?:the|that|your|this) list|among them))?\W*"
)
_CERTIFIED: Mapping[bool, str] = {
    True: "{asked} {name} certified?",
    False: "{asked} {name} be certified?",
}


def might_be(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Could it be?', 'why can't they?': of a place that was asked about and is not certified."""
    found = _MIGHT.fullmatch(said.folded)
    if not found or not (state.inquiry or census.speaks_of_certification(state.question)):
        return None
    named = [*state.places, *topics.names(state.question)]
    if len(set(named)) != 1:
        return None
    is_copula = bool(re.search(r"(?:is|was|are)n", found["asked"]))
    asked = said.text[found.start("asked") : found.end("asked")]
    return _CERTIFIED[is_copula].format(asked=asked.replace("aren", "isn"), name=named[0])


_TOLD = re.compile(
    r"\W*(?:(?:so|well|apparently) )?(?:i|we|someone|my \w+|they|apparently|it says)\b"
    r"(?! (?:want|need|like)\b)|\W*(?:apparently|supposedly)\b",
    re.IGNORECASE,
)
"""What is told and not asked: 'I heard they passed a law'."""
_SHORT_IS = re.compile(r"^['’]s ")
"""What is left of 'who's the director?'."""
_WHO_DOES = re.compile(r"who (?P<verb>(?!is\b|was\b|has\b|does\b)\w+[^s\W])s ", re.IGNORECASE)
_WAS_THAT = re.compile(r"(?: so)? (?:is|was|did) (?:that|this|it)(?: happen)?$", re.IGNORECASE)
_DO = re.compile(r"\bdo\b(?! that)")
_SO = re.compile(
    r"\W*(?:(?:has|was|is|hasn't|wasn't|isn't|since when (?:is|has)) (?:it|that|this)"
    r" (?:been |always |still |ever |different |true )*"
    r"(?:like (?:that|this)|so|the case|the rule|that way|this way|different"
    r"|the same|before|always)"
    r"|(?:has|did|does|will) (?:it|that|this) (?:ever |always )?changed?"
    r"|when did (?:it|that|this) change|(?:siempre|sempre) (?:fue|foi|era|ha sido) (?:asi|assim)"
    r"|(?:fue|era|ha sido|foi) (?:siempre|sempre) (?:asi|assim)|(?:eso|isso|esto|isto) (?:ha )?"
    r"(?:cambio|cambiado|mudou)(?: alguna vez| alguma vez)?|(?:cuando|quando) (?:cambio|mudou))"
    r"(?: before| then| ever| always)?\W*"
)


def still_so(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Has it always been like that?': asked of what the whole last question asks."""
    if state.reckoning or state.places or not _SO.fullmatch(said.folded):
        return None
    if said.language != state.language or topics.noun_phrase(state.question, state.slots):
        return None
    whole = state.question.strip(" ?!.¿¡")
    return f"{said.text.rstrip(' ?!.')} ({whole[:1].lower()}{whole[1:]})?"


_ARE_WE = re.compile(
    r"(?:are|is) (?:we|(?:my|our) (?:city|town|place)|mine|ours)"
    r"(?: (?:in|certified|there|part of (?:it|this)|on (?:it|the list)|in (?:it|there|this)))*"
)
"""'I'm from Buenos Aires', 'are we in?'"""
_LEAST_CORE = 3
_WHY_LEVEL = re.compile(r"(?:why|how come|por ?que)(?: only| just| solo| apenas)? \w+")
_WHY = re.compile(r"why|how come|por ?que")
_NOT = re.compile(r"\b(?:not|no|nao)\b")
_AUXILIARY = re.compile(
    r"(?P<before>(?:[\w'-]+ ){0,4}?)"
    r"(?P<aux>is|are|was|were|do|does|did|has|have|can|could|will|would|should) ",
    re.IGNORECASE,
)


def _with_auxiliary(asked: str, core: str) -> tuple[str, str]:
    """English wants the auxiliary right behind the question word, with the 'not' of 'why not'."""
    found = _AUXILIARY.match(core)
    if not found:
        return asked, core
    auxiliary = found["aux"].lower()
    if asked.lower().endswith(" not") and auxiliary not in ("will", "would"):
        asked, auxiliary = asked[:-4], f"{auxiliary.removesuffix('n')}n't"
    return f"{asked} {auxiliary}", f"{found['before']}{core[found.end() :]}"


def _is_name(text: str, places: Sequence[str]) -> bool:
    return text[:2].isupper() or any(text.startswith(place.split()[0]) for place in places)
