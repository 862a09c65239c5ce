"""One thing put in place of another of its kind: 'What level is Boise?', 'and Dallas?'."""

import re
from collections.abc import Mapping, Sequence

from assistant.answers import Language
from assistant.dialogue import census, topics
from assistant.dialogue.dates import moved, preposition
from assistant.dialogue.slots import Slot, SlotFinder
from assistant.dialogue.state import State, place_name
from assistant.dialogue.turns import QUESTION_WORDS, Said, is_fragment
from assistant.dialogue.wording import SMALL, VAGUE, words_of
from assistant.geography import area_name
from assistant.metropolises import country_of_city

IN: Mapping[Language, str] = {"en": "in", "es": "en", "pt": "em"}

AND: Mapping[Language, str] = {"en": " and ", "es": " y ", "pt": " e "}


def listing(names: Sequence[str], language: Language) -> str:
    """Names as one reads them: 'Boise, Cali and Recife'."""
    return AND[language].join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


_WHAT_OF: Mapping[Language, str] = {
    "en": "What about {topic}?",
    "es": "¿Qué hay sobre {topic}?",
    "pt": "O que há sobre {topic}?",
}


def put(text: str, slot: Slot, written: str) -> str:
    """A text with other words in a slot."""
    return f"{text[: slot.start]}{written}{text[slot.end :]}"


def substituted(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The last question with what a fragment names put in place of its like, or added."""
    if others := _other_cities(said, state):
        return others
    if not is_fragment(said) or census.is_outside(said.folded):
        return None
    if not said.slots:
        return _renamed(said, state)
    if state.reckoning and said.names("place"):
        named = tuple(place_name(slot, finder) for slot in said.slots if slot.kind == "place")
        return census.restate(census.Inquiry(wanted="level", places=named), said.language)
    text = state.question
    for slot in said.slots:
        like = [other for other in said.slots if other.kind == slot.kind]
        several = len(like) > 1 and slot.kind in ("place", "area")
        if several and slot is not like[0]:
            continue  # put in with the first: 'and Kentucky and Missouri?'
        changed = put_in(
            text, finder.find(text), slot, said, finder, with_=like[1:] if several else ()
        )
        if changed is None:
            return None
        text = changed
    return in_language(as_of_now(text, said, finder), said.language, state, finder)


def as_of_now(text: str, said: Said, finder: SlotFinder) -> str:
    """A question made from the last one, without its time where the turn says 'now'."""
    if said.names("date") or not census.is_on_today(said.folded):
        return text
    for slot in reversed([slot for slot in finder.find(text) if slot.kind == "date"]):
        before = text[: slot.start - len(preposition(text, slot.start))]
        text = before.rstrip() + text[slot.end :]
    return text


_OTHERS = frozenset("other others else otras otra outras outra demas demais".split())
_DOING = frozenset(
    """any anyone anybody which what who in the las as cities city towns town places place ciudades
    ciudad cidades cidade alguna alguma alguien alguem que quien quem cual cuales quais is are does
    do did done has have had doing tried trying use uses used there same similar like similarly it
    that this so too also stuff thing things something anything sort kind of way here hace hacen
    hizo
    hay algo similar lo mismo parecido asi faz fazem fez ha mesmo parecida isso eso a o como con com
    haga hagan hiciera faca facam fizesse well already been by any""".split()
)
"""What may stand around 'other cities' or 'who else' in a turn that asks the same of others."""


def _other_cities(said: Said, state: State) -> str | None:
    """'Other cities?': the last question asked of them."""
    places = [slot for slot in state.slots if slot.kind == "place"]
    plain = set(said.plain)
    if not places or state.inquiry or _OTHERS.isdisjoint(plain) or plain - _OTHERS - _DOING:
        return None
    if _ITSELF.search(said.folded):
        return None  # 'what else does the city do?'
    if re.match(r"['’]s?\s", state.question[places[0].end :]):
        thing = topics.noun_phrase(state.question, state.slots)
        return _OTHERS_HAVE[said.language].format(thing=thing) if thing else None
    text = put(state.question, places[0], _OTHER_CITIES[said.language])
    return _OF_OTHERS.sub(lambda found: _PLURALS[found[1].lower()], text)


_ITSELF = re.compile(r"\b(?:do(?:es)?|did|has|have) (?:it|they|(?:the|this|that) (?:city|town))\b")
_PLURALS = {"does": "do", "has": "have", "is": "are", "was": "were"}
_OF_OTHERS = re.compile(r"\b(does|has|is|was)(?= other cities)", re.IGNORECASE)
_OTHERS_HAVE: Mapping[Language, str] = {
    "en": "Which other cities have something like {thing}?",
    "es": "¿Qué otras ciudades tienen algo como {thing}?",
    "pt": "Quais outras cidades têm algo como {thing}?",
}
_OTHER_CITIES: Mapping[Language, str] = {
    "en": "other cities",
    "es": "otras ciudades",
    "pt": "outras cidades",
}


def in_language(text: str, language: Language, state: State, finder: SlotFinder) -> str:
    """A question made from the last one, in another language by its inquiry or its topic."""
    if language == state.language:
        return text
    inquiry = census.read_inquiry(text, finder.find(text))
    restated = census.restate(inquiry, language) if inquiry else None
    return restated or _WHAT_OF[language].format(topic=topics.topic(text))


def put_in(
    text: str,
    slots: Sequence[Slot],
    slot: Slot,
    said: Said,
    finder: SlotFinder,
    *,
    with_: Sequence[Slot] = (),
) -> str | None:
    """A question that has `slots` with the turn's in place of its like; None if it cannot be.

    Args:
        with_: other places or areas that are named beside the turn's.
    """
    written = place_name(slot, finder) if slot.kind == "place" else slot.value
    if slot.kind == "area":
        written = _area_written(said.text, slot, said.language)
    if with_:
        others = [
            place_name(other, finder)
            if other.kind == "place"
            else _area_written(said.text, other, said.language)
            for other in with_
        ]
        written = listing([written, *others], said.language)
    like = [other for other in slots if other.kind == slot.kind]
    match slot.kind:
        case "place" | "area":
            changed = _put_place(text, slots, slot.kind, written, said.language)
            own = _OWN_IN.search(said.text[: slot.start]) if said.language == "pt" else None
            if own is None:
                return changed
            # 'no Brasil', but 'em Portugal': the article goes with the name.
            return re.sub(rf"\b(?:em|n[oa]s?) (?={re.escape(written)})", own[0], changed)
        case "date" if like:
            return _put_date(text, like[-1], slot, said)
        case "date" if not re.search(r"\d", written):
            return None
        case "date":
            before = preposition(said.text, slot.start) or f"{IN[said.language]} "
            return _add(text, before + written)
        case "criterion" | "practice":
            named = [other for other in slots if other.kind in ("criterion", "practice")]
            return put(text, named[0], written) if named else None
        case "level":
            written = said.text[slot.start : slot.end]
    if like:
        return put(text, like[-1], written)
    return _add(text, f"({written})") if said.joined and slot.kind != "level" else None


_OWN_IN = re.compile(r"\b(?:em|n[oa]s?) $", re.IGNORECASE)
_BESIDE_NOUN = re.compile(r"\s+(?:side|part|half|end)\b", re.IGNORECASE)


def _area_written(text: str, slot: Slot, language: Language) -> str:
    """An area as the turn writes it; 'the Canadian side' is Canada."""
    if _BESIDE_NOUN.match(text[slot.end :]):
        return area_name(slot.value, language)
    return text[slot.start : slot.end]


def _put_date(text: str, old: Slot, new: Slot, said: Said) -> str:
    before = preposition(said.text, new.start)
    date = moved(new.value, old.value, language=said.language)
    start = old.start - len(preposition(text, old.start)) if before else old.start
    return f"{text[:start]}{before}{date}{text[old.end :]}"


_BEFORE_AREA = re.compile(
    r"\b(?:in|from|of|de|del|do|da|dos|das|en|em|no|na|nos|nas|at|la|el|the)\s*$", re.IGNORECASE
)
_COMPARES = re.compile(r"\b(?:compar\w+|differ\w*|diferen\w+)", re.IGNORECASE)
_JOINTS = frozenset("and y e".split())
_ANY_CITY = re.compile(
    r"\b(?:(?:which|who|quais|cu[aá]les|qui[eé]n(?:es)?|quem)(?: (?:cities|towns|places|city"
    r"|ciudades|ciudad|cidades|cidade))?|(?:what|qu[eé]) (?:cities|towns|places|city|ciudades"
    r"|ciudad|cidades|cidade))(?!\w)",
    re.IGNORECASE,
)


def _put_place(
    text: str, slots: Sequence[Slot], kind: str, written: str, language: Language
) -> str:
    """A question about another place or area; if it named none, about it."""
    named = [s for s in slots if s.kind == kind] or [s for s in slots if s.kind in _WHERE]
    if kind == "place" and len(named) > 1 and _COMPARES.search(text):
        last = f"{named[-1].value}{AND[language]}{written}"
        joint = text[named[-2].end : named[-1].start]
        return f"{text[: named[-2].end]}{', ' if joint.strip() in _JOINTS else joint}" + (
            last + text[named[-1].end :]
        )
    if kind == "place" and named:
        return put(text, named[0], written)
    if named:
        return _put_area(text, named[-1], written, language)
    # A city that the directory lacks: 'Is São Paulo certified?', 'and Recife?'.
    if kind == "place" and (city := country_of_city(text)):
        return re.sub(re.escape(city[0]), written, text, count=1, flags=re.IGNORECASE)
    if kind == "place" and (name := _unlisted(text)):
        return text.replace(name, written, 1)
    if kind == "place" and (found := _ANY_CITY.search(text)):
        if language == "en" and not found.start():
            return _done_by(written, text[found.end() :].strip())
        return f"{text[: found.start()]}{written}{text[found.end() :]}"
    return _add(text, f"{IN[language]} {written}")


_DID = re.compile(r"did (?:something|anything)?\s*")
_PAST = re.compile(r"\w+ed|won|built|found|got|made|brought|cut|found|spent|kept|taught|sold|met")


def _done_by(place: str, doing: str) -> str:
    """Which cities do something, asked of one: 'which cities use drones?' and Boise."""
    verb, _, rest = doing.partition(" ")
    match verb.lower():
        case "did":
            return f"What did {place} do {_DID.sub('', doing, count=1)}"
        case "are" | "is" | "were" | "was":
            return f"{'Is' if verb.lower() in ('are', 'is') else 'Was'} {place} {rest}"
        case "have" | "has" | "had" if _PAST.match(rest):
            return f"How has {place} {rest}"
        case "has" | "does" | "uses":
            return f"How does {place} {_BASES[verb.lower()]} {rest}"
        case past if _PAST.fullmatch(past):
            return f"How has {place} {doing}"
    return f"How does {place} {doing}"


_BASES = {"has": "have", "does": "do", "uses": "use"}


def _unlisted(text: str) -> str:
    """The place that no record names in a question on its level or certification; else empty."""
    for name in topics.names(text):
        rest = census.read_inquiry(text.replace(name, " "), ())
        if rest and (rest.wanted in ("level", "since") or census.speaks_of_certification(text)):
            return name
    return ""


_WHERE = ("place", "area")


def _put_area(text: str, slot: Slot, written: str, language: Language) -> str:
    """After 'in', an area stands in the old one's place; before a noun it goes behind the noun."""
    if slot.kind == "place" or _BEFORE_AREA.search(text[: slot.start]):
        return put(text, slot, written)
    if language == "en" and (noun := re.match(r"\s+(\w+)", text[slot.end :])):
        rest = text[slot.end + noun.end() :]
        return f"{text[: slot.start]}{noun[1]} in {written}{rest}"
    return put(text, slot, f"{IN[language]} {written}")


def _add(text: str, phrase: str) -> str:
    """A question with a phrase before its question mark."""
    bare = text.rstrip(" ?!.")
    return f"{bare} {phrase}{text[len(bare) :].strip() or '?'}"


_BEFORE_NAME = re.compile(r"^(?:the|in|for|of|en|em|de|el|la|para|no|na|o|a)\s+(?=[A-Z])")
_MOST_NAME_WORDS = 4


def _renamed(said: Said, state: State) -> str | None:
    """The last question with something of no known kind put in place of a place or a name.

    A noun phrase with an article takes the place of one: 'and the number of criteria?'.
    """
    name = _BEFORE_NAME.sub("", said.text.strip(" ?!.¿¡,"))
    name = re.sub(r", [a-z ]+$", "", name)  # 'Chesapeake, next door'
    if not said.joined or not name or len(said.content) > _MOST_NAME_WORDS:
        return None
    if not name[0].isupper() or words_of(name)[0].plain in QUESTION_WORDS:
        return None  # no name, but a question
    places = [slot for slot in state.slots if slot.kind == "place"]
    if places:
        return put(state.question, places[0], name)
    named = topics.names(state.question)
    return state.question.replace(named[-1], name, 1) if named else None


def rephrased(said: Said, state: State, _finder: SlotFinder) -> str | None:
    """'What about the number of criteria?', 'and housing?': one noun phrase in place of another.

    A phrase takes the place of what the last question ends in after 'about', 'for' and the like; a
    phrase with an article takes that of its first noun phrase.
    """
    text = said.text.strip(" ?!.¿¡,")
    if (other := _OTHER_ONE.fullmatch(text)) and (named := _SUCH_A.search(state.question)):
        start, end = named.span("such")
        return f"{state.question[:start]}{other['such']}{state.question[end:]}"
    led = _LED_BY.match(text)
    if led and _ENDS_IN.search(state.question):
        text = text[led.end() :]  # 'for drivers' after 'for renters'
    small = {word.plain for word in words_of(text) if word.plain in SMALL} - _PHRASE_WORDS
    if not said.joined or said.slots or small or said.language != state.language:
        return None
    if not 0 < len(said.content) <= _MOST_NAME_WORDS or state.reckoning or state.inquiry:
        return None
    if said.words[0].plain in VAGUE:
        return None  # '¿y funcionó?'
    counted = _HOW_MANY.match(state.question)
    if counted and len(said.words) == 1 and text.lower().endswith("s"):
        start, end = counted.span("noun")
        return f"{state.question[:start]}{text}{state.question[end:]}"
    ended = _ENDS_IN.search(state.question)
    if ended and not any(s.end > ended.start("thing") for s in state.slots):
        return with_ending(state.question, text)
    old = topics.noun_phrase(state.question, state.slots)
    phrase = topics.noun_phrase(text, said.slots)
    same = old and phrase.lower() == text.lower()
    return state.question.replace(old, phrase, 1) if same else None


def with_ending(question: str, thing: str) -> str | None:
    """A question about something, asked about another thing; None if it ends in none."""
    ended = _ENDS_IN.search(question)
    return ended and f"{question[: ended.start('thing')]}{thing}{ended['end']}"


_SUCH = r"(?P<such>first|second|third|last|latest|next|previous|old|new|current|other)"
_OTHER_ONE = re.compile(rf"(?:the )?{_SUCH} ones?", re.IGNORECASE)
_SUCH_A = re.compile(rf"\bthe {_SUCH} (?!ones?\b|of\b)\w", re.IGNORECASE)
_LED_BY = re.compile(
    r"(?:about|on|for|against|with|sobre|contra|por|para|con|com)\s+", re.IGNORECASE
)
_HOW_MANY = re.compile(r"\W*how many (?P<noun>[\w-]+s|people)\b", re.IGNORECASE)
_ENDS_IN = re.compile(
    r"\b(?:about|on|for|against|with|sobre|contra|por|para|con|com) "
    r"(?P<thing>(?:(?:the|la|el|los|las|a|o|as|os) )?[\w-]+(?: [\w-]+)?)(?P<end>\W*)$",
    re.IGNORECASE,
)
_PHRASE_WORDS = frozenset(
    "the of in an a el la los las de del en o os as do da dos das no na".split()
)
