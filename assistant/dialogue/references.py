"""Words that point at what was said or shown, put in words: 'it', 'the first one', 'that day'."""

import re
from collections.abc import Mapping
from itertools import pairwise

from assistant.answers import Language
from assistant.dialogue import topics
from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State, first_told
from assistant.dialogue.substitution import IN, listing
from assistant.dialogue.supposing import on_joining
from assistant.dialogue.turns import ANOTHER_CITY, Said, has_pronoun, is_noun_phrase
from assistant.dialogue.wording import CITY_NOUNS, DEMONSTRATIVES, PROGRAMME, VAGUE, plain_words
from assistant.folding import fold
from assistant.geography import area_name

_WHICH_CITY = re.compile(r"\W*(?:wh(?:at|ich) (?:city|town|cities|towns)|who)\b", re.IGNORECASE)
_MOST_OWN_WORDS = 5
_OF_A_PLACE = frozenset("it they them its their there".split())


def pronoun(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The turn with its first pronoun put in words, or after a word on what it is about."""
    like = _LIKE_IT.search(said.folded)
    does = _IS_WHAT_DOES.search(first_told(state.answer)) if like else None
    if like and does and said.names("place") and said.language == "en":
        what = f"something that {does['what'].strip()}"
        return f"{said.text[: like.start()]}{what}{said.text[like.end() :]}"
    own = _ONE_TOO.search(said.folded)
    if own and said.names("place") and state.topic:
        start, end = own.span("one")
        return f"{said.text[:start]}{' '.join(state.topic)}{said.text[end:]}"
    if not has_pronoun(said) or len(said.own) > _MOST_OWN_WORDS:
        return None
    if (state.inquiry or state.reckoning) and _THAT_SCHEME.search(said.folded):
        return None  # the programme, after a question on a level
    if on_joining(state.question, state.slots) and "it" in said.plain and not said.slots:
        return _for_pronoun(said.text, "the programme", said.language)
    asked_of_share = _WHAT_WAS_IT.match(said.folded) if said.language == "en" else None
    if asked_of_share and not state.inquiry and _A_SHARE.search(first_told(state.answer)):
        text = _IT.sub("the share", said.text, count=1)
        return about(text, said, state) or text
    thing = _thing(said, state, finder)
    if thing and len(state.places) == 1 and _is_of_place(said, thing):
        thing = ""
    if thing and said.language == state.language:
        return _for_pronoun(said.text, thing, said.language) or about(said.text, said, state)
    if 1 < len(state.places) <= _MOST_THEY and not _THEY.isdisjoint(said.plain):
        they = listing(state.places, said.language)
        if named := _for_pronoun(said.text, they, said.language):
            return (about(named, said, state) if _IT.search(named) else None) or named
    # A place alone stands for 'it' where the turn says what is asked of it, and where the place
    # was asked about, not only answered with.
    place = state.places[0] if len(state.places) == 1 else ""
    asked_for = any(s.kind == "place" for s in state.slots) or _WHICH_CITY.match(state.question)
    says = (said.own or said.slots) and not _points_at_noun(said)
    moves = _MOVES.search(said.folded) and not state.inquiry
    moves = moves or (_WHAT_WAS_IT.match(said.folded) and not state.inquiry)
    worked = (state.topic or not state.inquiry) and _OF_THE_WORK.search(said.folded)
    if place and (moves or worked):
        return about(said.text, said, state)
    if place and asked_for and says and set(said.plain) & _OF_A_PLACE:
        named = _for_pronoun(said.text, place, said.language, alone=True)
        if named and _OF_THEM.search(named):
            return about(named, said, state) or named
        return named or about(said.text, said, state, topic=bool(_OF_THEM.search(said.folded)))
    one = state.inquiry and not _MOST_IT.search(said.folded) and _IT_DOES.search(said.folded)
    if place and one and not _points_at_noun(said):
        return _for_pronoun(said.text, place, said.language, alone=True)
    if place and asked_for and _IS_SUBJECT.search(said.folded) and not _points_at_noun(said):
        named = _for_pronoun(said.text, place, said.language, alone=True)
        return named and (about(named, said, state) or named)
    return about(said.text, said, state)


_LIKE_IT = re.compile(
    r"\b(?:(?:something|anything|one) (?:(?:like|similar to) (?:it|that|this)|similar"
    r"|of (?:that|the|this) (?:kind|sort)|comparable)|a similar (?:one|thing))\b"
)
_IS_WHAT_DOES = re.compile(
    r"\b(?:is|are|was) an? [^.;]{2,60}?,? (?:that|which) (?P<what>[a-z][^,.;\[]{5,60})"
)
"""Says what a thing is by what it does: 'is a lab that tests programmes'."""
_OF_THEM = re.compile(r"\bof (?:them|those|these)\b")
_WHAT_WAS_IT = re.compile(
    r"\W*(?:and |but |so )?(?:what|how (?:much|many|high|low|big))(?:'?s| is| was| were)"
    r" (?:it|that|they) (?:among|amongst|for|in|before|after|by|at|with|without|like)\b"
)
"""Its 'it' is what was told of the place: 'what was it among the others?'."""
_A_SHARE = re.compile(r"\d ?(?:%|per ?cent) of\b")
"""'75 % of the hours' is a share, and 'it' in 'what was it before?'."""
_OF_THE_WORK = re.compile(
    r" (?!(?:in|at|from|near|to|is|was|were|are|do|does|did|has|have|had|can|could|will|would"
    r"|should)\b)\w+ (?:it|that|this)\W*$"
)
"""Its 'it' is what the place did, not the place: 'who is in charge of it?'."""
_THAT_SCHEME = re.compile(
    r"\b(?:that (?:program(?:me)?|practice|benchmark|assessment)"
    r"|(?:[dn]?ess?e|aquele?) programa)\b"
)
_ONE_TOO = re.compile(
    r"\b(?:have|has|got|use|uses|built|build|runs?|tried|made) "
    r"(?P<one>(?:one|ones|anything|something)(?: like (?:it|that))?)(?: too| also| as well)?\W*$"
)
"""'Does Boise have one too?'"""
_MOVES = re.compile(
    r"\b(?:did|does|has|have|will|would) (?:it|they|that) (?:really |actually |ever )?"
    r"(?:f[ae]ll\w*|drop\w*|r[io]se\w*|gr[oe]w\w*|increas\w+|decreas\w+|declin\w+|shr[iau]nk|go|gone"
    r"|improv\w+|climb\w*|last|begin|start|open|end|stop|pay off|succeed)\b"
    r"|\b(?:was|were|is|are) (?:it|they|that) (?:paid|fund\w+|financ\w+|done|measured|built|made"
    r"|run|organi[sz]ed|set up|opened|started)\b"
)
"""Things fall or open, not cities."""
_THEY = frozenset("they them".split())
_MOST_THEY = 4
_IT = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)


def _is_of_place(said: Said, thing: str) -> bool:
    """Whether 'its' or 'they' stands for the place and not for the thing, by its number.

    'What about its hospitals?' turns to another thing of the place.
    """
    head = re.split(r" (?:in|of|for|on|at|against) ", thing)[0]
    if said.language != "en" or not _THEY.isdisjoint(said.plain):
        return said.language == "en" and not head.endswith("s")
    if said.plain.count("its") != 1:
        return False
    if _OWNS_NOTHING.fullmatch(fold(head)):
        return True
    return head.endswith("s") or (said.joined and is_noun_phrase(said))


_OWNS_NOTHING = re.compile(
    r"\W*(?:the )?(?:\w+ )?(?:population|mayor|size|area|level|tier|status|rank|name)"
)
"""'Its bond', after the population of a place, is the place's."""


def _thing(said: Said, state: State, finder: SlotFinder) -> str:
    """The criterion or thing that the last question was about, with its place; empty if unsure."""
    criteria = [s.value for s in state.slots if s.kind in ("criterion", "practice")]
    named = _named(state)
    if criteria and named and not _THEY.isdisjoint(said.plain):
        return named  # who did something, and no subject matter
    if criteria:
        return criteria[0]
    if state.inquiry or _points_at_noun(said):
        return ""
    phrase = topics.noun_phrase(state.question, state.slots)
    if not phrase and named and "it" in said.plain:
        phrase = named
    if (
        phrase
        and len(state.places) == 1
        and not any(s.kind == "place" for s in finder.find(phrase))
    ):
        return f"{phrase} {IN[said.language]} {state.places[0]}"
    return phrase


def _named(state: State) -> str:
    """The one thing or body that the last question calls by a name of its own; empty if unsure."""
    bare = state.question
    for slot in sorted(state.slots, key=lambda slot: -slot.start):
        # Not a name any more, and still something that others do not run over.
        bare = f"{bare[: slot.start]}x{bare[slot.end :]}"
    names = topics.names(bare)
    return names[0] if len(names) == 1 else ""


def _points_at_noun(said: Said) -> bool:
    """Whether the turn says 'that plant': a thing that the last question need not have named."""
    return any(word in DEMONSTRATIVES and after in said.own for word, after in pairwise(said.plain))


_PRONOUN = re.compile(
    r"\b(?:(?P<own>its|their|his|her)|it|they|them|he|she|him|that|this|those|these)\b",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(r"['’]?\s*(\w*)")


_IT_DOES = re.compile(r"\b(?:did|does|has|had|will|would|can|could) it\b")
_MOST_IT = re.compile(r"\bit\b.*\bit\b|\b(?:take|cost|mean|matter)\b")
_IS_SUBJECT = re.compile(r"\b(?:did|do|does|have|has|had|will|would|can|could|are|were) they\b")
_OF_ONE: Mapping[str, str] = {"do": "does", "have": "has", "are": "is", "were": "was"}
_OF_MANY = re.compile(rf"\b(?P<verb>{'|'.join(_OF_ONE)})(?P<not>n['’]t)? (?=they\b)", re.IGNORECASE)


def _singular(found: re.Match[str]) -> str:
    verb = _OF_ONE[found["verb"].lower()]
    return f"{verb.title() if found['verb'][0].isupper() else verb}{found['not'] or ''} "


def _for_pronoun(text: str, phrase: str, language: Language, *, alone: bool = False) -> str | None:
    """A turn with its first pronoun put in words; None in languages where that would not read.

    Args:
        alone: whether the words name one thing, so that 'have they' becomes 'has Boise'.
    """
    if alone:
        text = _OF_MANY.sub(_singular, text)
    if language != "en":
        return None
    for found in _PRONOUN.finditer(text):
        following = _FOLLOWED.match(text[found.end() :])
        noun = fold(following[1]) if following else ""
        if found.group().lower() in DEMONSTRATIVES and noun and noun not in _NOT_NOUNS:
            continue
        if alone and text[: found.start()].lower().endswith("of "):
            continue  # 'how many of them': things, not the place
        owns = found["own"] and (noun or found.group().lower() != "her")
        written = f"{phrase}'s" if owns else phrase
        return f"{text[: found.start()]}{written}{text[found.end() :]}"
    return None


_VAGUE_NOUNS = frozenset(
    """money people number year years outcome outcomes effect effects example examples detail
    details source sources case cases thing way ways results""".split()
)
_NOT_NOUNS = (VAGUE - _VAGUE_NOUNS) | frozenset(
    "is are was were too also and or in on for with at".split()
)

_ASKS = (
    r"(?:o que|que|cuando|quando|cuant[oa]s?|quant[oa]s?|como|por ?que|donde|onde|e[nm] que ano)"
)
_OBJECT = r"(?:se|lo|la|los|las|o|a)"
_VERBS = """hizo hicieron fez fizeram logro lograron conseguiu conseguiram uso usou gano ganhou
    cambio mudou redujo reduziu gasto gastou empezo comecou alcanzo alcancou subio subiu cuesta
    tardo demoro demorou levou custa costo custou tiene tem economizou ahorro funciono funcionou
    paso aconteceu"""
_BEHIND = (
    "con com para por contra sobre en em no na de da do del desde ya ja despues depois al ao pela"
)
_NULL_SUBJECT = re.compile(
    rf"^\W*(?:(?:y |e )?{_ASKS}(?: (?!{_OBJECT}\b)\w+)?)(?: {_OBJECT})?"
    rf" (?:{'|'.join(_VERBS.split())})"
    rf"(?=\W*$| (?:{'|'.join(_BEHIND.split())})\b)"
)


def null_subject(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'¿Qué hizo con los datos?': a verb of Spanish or Portuguese without its subject."""
    found = _NULL_SUBJECT.match(said.folded) if said.language != "en" else None
    if not found or said.names("place", "area") or set(said.plain) & CITY_NOUNS:
        return None
    if len(state.places) != 1 or not said.own:
        return about(said.text, said, state)
    return f"{said.text[: found.end()]} {state.places[0]}{said.text[found.end() :]}"


_IT_TOOK = re.compile(r"\bhow long (?:did|has) it (?:take|taken|need|needed)(?= (?:to|from)\b)")


def it_took(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'How long did it take to get from silver to gold?': its 'it' is no place, but one took it."""
    found = _IT_TOOK.search(said.folded)
    levels = sum(slot.kind == "level" for slot in said.slots)
    if not found or not levels or levels < len(said.slots) or len(state.places) != 1:
        return None
    if "need" in found[0]:
        return f"How long did {state.places[0]} need{said.text[found.end() :]}"
    return f"{said.text[: found.end()]} {state.places[0]}{said.text[found.end() :]}"


_THE_PROGRAMME = re.compile(
    r"\b(?:the|this|that|el|este|ese|o|esse|do|no|del) (?:program(?:me|a)?|scheme)\b"
)
_OF_CITIES = re.compile(
    r"\b(?:we|us|our|i|certif\w*|cit(?:y|ies)|join\w*|apply|what works|ciudad\w*|cidade\w*"
    r"|nosotros|nuestr\w*|noss[ao]s?|particip\w+)\b"
)


_ITS_NAME = re.compile(
    r"\bnames? of (?:the|this|that) (?:program|scheme)"
    r"|\bwhat(?:'?s| is| was| do they call) (?:the|this|that) (?:program(?:me)?|scheme)"
    r"(?:'?s name| called| named)\W*$"
    r"|\b(?:como se (?:llama|chama)|nombre de) (?:(?:el|ese|este|o|esse) )?programa"
    r"|\b(?:nombre del|nome do) programa"
)


def speaks_of_a_programme(text: str) -> bool:
    """Whether a question says 'the programme', which may be one of a city's."""
    return bool(_THE_PROGRAMME.search(fold(text)))


def own_programme(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'Who runs the programme?' after a question on one of a city's: the city's."""
    found = _THE_PROGRAMME.search(said.folded)
    if not found or said.slots or len(state.places) != 1 or state.inquiry or state.reckoning:
        return None
    before = fold(state.question)
    if _OF_CITIES.search(said.folded) or _OF_CITIES.search(before):
        return None
    if _ITS_NAME.search(said.folded):
        return about(said.text, said, state)  # nobody asks so for the name of the certification
    named = [n for n in topics.names(state.question) if not finder.find(n)]
    if not named and "program" not in fold(first_told(state.answer)):
        return None
    return about(said.text, said, state)


_VERBLESS = re.compile(
    r"^\W*(?:why|how come|wherefore|por ?que|porque) (?:all )?(?:the|such an?|so|el|la|l[ao]s"
    r"|tant[ao]s?|a|o|as|os|um|uma|un) (?P<noun>[\w-]+(?: [\w-]+)?)\W*$"
)
_WITH: Mapping[Language, str] = {"en": "with", "es": "con", "pt": "com"}


def verbless(said: Said, state: State, finder: SlotFinder) -> str | None:
    """'Why the delay?': a question without a verb is on what was just spoken of."""
    found = _VERBLESS.match(said.folded)
    if not found or said.slots or set(said.plain) & PROGRAMME or state.reckoning:
        return None
    thing = _thing(said, state, finder) if said.language == state.language else ""
    if not thing:
        return about(said.text, said, state)
    return f"{said.text.rstrip(' ?!.')} {_WITH[said.language]} {thing}?"


_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*(?: ?%)?(?![\w])")
_YEAR = re.compile(r"(?:19|20)\d\d")


def figure(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'Is the 96 % certain?': a figure that the last answer gave is said of what it was on."""
    if state.reckoning or said.names("place", "area", "criterion", "practice", "level"):
        return None
    told = {_bare(found) for found in _FIGURE.findall(state.answer)}
    own = [_bare(found) for found in _FIGURE.findall(said.text)]
    if not any(len(n) > 1 and n in told and not _YEAR.fullmatch(n) for n in own):
        return None
    return about(said.text, said, state)


def _bare(figure: str) -> str:
    return figure.replace(" ", "").rstrip(".,")


def about(text: str, said: Said, state: State, *, topic: bool = True) -> str | None:
    """The turn with what it is about: its places, and the topic of the conversation in brackets."""
    known = set(plain_words(text))
    told: set[str] = set()
    kept: list[str] = []
    others = bool(_WHO_ELSE.search(said.folded) or ANOTHER_CITY.search(said.folded))
    others = others and not _ITSELF.search(said.folded)
    others = others or (len(state.places) == 1 and bool(_MOST.search(said.folded)))
    places = () if others else _named_in(state, said.language)
    if not places:
        told |= {word for place in state.places for word in plain_words(place)}
    # 'How many of those won?' are those of the time asked about.
    dated = _OF_THEM.search(said.folded) and not said.names("date")
    dates = [slot.value for slot in state.slots if slot.kind == "date"] if dated else []
    for part in (*places, *((*state.topic, *dates) if topic else ())):
        plain = {
            word.removesuffix("s") if word.removesuffix("s") in told else word
            for word in plain_words(part)
        }
        if not plain <= known | told:
            kept.append(part)
            told |= plain
    if not kept:
        return None
    named = [part for part in kept if part in places]
    words = [part for part in kept if part not in places]
    bare, tail = (text or state.question).rstrip(" ?!."), ""
    if then := _THEN_ASKS.fullmatch(bare):
        bare, tail = then["asked"], f" {then['tail']}?"
    where = f" {IN[said.language]} {listing(named, said.language)}" if named else ""
    what = f" ({' '.join(words)})" if words else ""
    return f"{bare}{where}{what}?{tail}"


_THEN_ASKS = re.compile(
    r"(?P<asked>[^?]*\w[^?]*)\? "
    r"(?P<tail>¿?(?:(?:and|but|y|e) )?(?:by |for |since |until |en |em |por )?"
    r"(?:why|how|when|where|what|por ?qu[eé]|cu[aá]\w+|c[oó]mo|d[oó]nde|qu[aeo]\w+|onde)"
    r"(?: (?:much|many|long|far|so|not|exactly|often|no|n[aã]o))*)",
    re.IGNORECASE,
)
"""A question, and then a particular of it: 'did they use less? by how much'."""


_MOST_NAMED = 5


def _named_in(state: State, language: Language) -> tuple[str, ...]:
    """The places in focus; for a long list the area they were asked for in, if any."""
    if len(state.places) <= _MOST_NAMED:
        return state.places
    areas = state.listing.areas if state.listing else ()
    return tuple(area_name(area, language) for area in areas)


_WHO_ELSE = re.compile(
    r"\b(?:who|anyone|anybody|any(?:where)?|where) else|\bother (?:\w+ )?(?:cities|places|towns)"
    r"|\b(?:quien|quienes|quem) mai?s\b|\b(?:otr[ao]s|outr[ao]s|demas|demais) "
    r"(?:ciudades|municipios|cidades|lugares)"
)
"""Asks for places other than those spoken of."""
_MOST = re.compile(
    r"\b(?:who|which)(?: \w+)? (?:has|have|had|is|got|does|did|was|uses?) (?:the )?"
    r"(?:most|least|fewest|best|\w+est)\b"
    r"|\b(?:quien|cual|quem|qual)(?: \w+)? (?:tiene|es|tem|e|foi) (?:el |la |o |a )?"
    r"(?:mas|menos|mais|mayor|maior)\b"
)
"""Asks which of all is first in something."""
_ITSELF = re.compile(
    r"\b(?:ela|ele|ella)\b|\b(?:does|did|do|can|could|has|have|will|is|was) (?:it|they|he|she)\b"
)
"""Asks what the place spoken of does, to others perhaps."""
