"""A follow-up becomes a question that stands alone.

A turn is taken as it is unless it shows that it leans on what was said: it begins with 'and' and
lacks its subject, holds a pronoun with nothing before it that the pronoun could mean, only names
what is to stand in place of something, or is a bare question word. What it lacks then comes from
the dialogue's state, by the first of the ways below that fits. Nothing here knows a programme but
by its records, and it works without any.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answers import Language
from assistant.conversation import Turn
from assistant.dialogue import (
    beside,
    census,
    choosing,
    items,
    pointing,
    reckoning,
    references,
    requests,
    supposing,
    themes,
    topics,
)
from assistant.dialogue.claims import false_claim
from assistant.dialogue.counting import with_counted
from assistant.dialogue.former import former_level
from assistant.dialogue.inquiring import (
    OF_CITIES,
    counted_of_cities,
    inquired,
    of_those_listed,
)
from assistant.dialogue.listening import Listener
from assistant.dialogue.slots import Slot, SlotFinder
from assistant.dialogue.state import (
    State,
    asks_back,
    criteria_in,
    exchanges,
    has_list,
    listed_in,
    place_name,
    spoken_of,
)
from assistant.dialogue.substitution import (
    AND,
    IN,
    in_language,
    put,
    rephrased,
    substituted,
)
from assistant.dialogue.turns import (
    Said,
    has_pronoun,
    is_fragment,
    is_noun_phrase,
    is_on_cause,
    is_on_others,
    is_on_us,
    is_settled,
    lacks_object,
    lacks_subject,
    means_others,
    points_at_known,
)
from assistant.dialogue.versions import under_version
from assistant.dialogue.wording import CITY_NOUNS, plain_words
from assistant.folding import fold
from assistant.languages import detect
from assistant.tools.tier_grammar import read_tier_question
from corpus.records import City, Standard

HEAD_CHARS = 150
"""How much of the last answer is context: its first sentence, roughly."""


@dataclass(frozen=True, slots=True)
class Condensed:
    """A turn as it is to be answered.

    Attributes:
        text: the question that stands alone; the turn itself, if it lacks nothing.
        context: what was said just before, for the search by meaning only; empty if nothing was.
        leans: whether the turn leaned on what was said.
        placed: a turn that may stand alone, said of the place in focus; empty if none fits.
        pointed: whether it says 'the vote' of what nobody spoke of in it, as of something known.
        on_told: one that names no subject of its own, said of what was told; empty for others.
        told: the last answer; empty where there is no context.
        spoken: the places that were spoken of or listed.
    """

    text: str
    context: str = ""
    leans: bool = False
    placed: str = ""
    pointed: bool = False
    on_told: str = ""
    told: str = ""
    spoken: Sequence[str] = ()


class Condenser:
    """Makes follow-ups stand alone; the same turns give the same question."""

    def __init__(
        self,
        cities: Sequence[City] = (),
        standard: Standard | None = None,
        *,
        is_word: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """A condenser over these records.

        Args:
            is_word: whether the documents use a word, so that alone it is no unknown place.
        """
        self._is_word = is_word
        self._finder = SlotFinder(cities, standard)
        self._listener = Listener(self._finder)
        self._standard = standard
        # A conversation that goes on is not gone through from its beginning each time.
        self._reached = lru_cache(maxsize=256)(self._go_through)

    def condense(self, question: str, history: Sequence[Turn]) -> Condensed:
        """What `question` asks after `history`."""
        question = self._finder.with_all_of_a_name(question, AND[detect(question)])
        state = self._reached(exchanges(history))
        if not state.question:
            return Condensed(question)
        said = self._listener.hear(question, state)
        if said.turns:
            return Condensed(_written(said.text, said.language))
        text = self._resolve(self._counted(question, state), state)
        leans = text != question
        # What it is about, it says whole.
        whole = leans and themes.gathers(fold(text)) and not self._finder.find(text)
        apart = whole or is_on_others(said) or themes.is_theme(said)
        context = "" if apart else state.question
        context = f"{context} {state.answer[:HEAD_CHARS]}".strip() if context else ""
        on_told = "" if leans else self._on_told(said, state)
        placed = "" if leans else self._placed(question, state)
        pointed = bool(placed) and points_at_known(said)
        told = state.answer if context else ""
        spoken = (*state.recent, *state.listed)
        return Condensed(text, context, leans, placed, pointed, on_told, told, spoken)

    def false_claim(self, text: str, language: Language) -> str | None:
        """What to ask the records about a text that gives a city a level it has not."""
        return false_claim(text, language, self._finder)

    def _on_told(self, said: Said, state: State) -> str:
        """A turn without a subject of its own, said of the place that was told of; else empty.

        After talk of the programme itself, another matter of that is as likely.
        """
        if state.inquiry or state.reckoning or not state.places or not lacks_subject(said):
            return ""
        if themes.gathers(said.folded):
            return ""  # 'who has done something about flooding?'
        told = references.about(said.text, said, state)
        return _written(told, said.language) if told else ""

    def _placed(self, question: str, state: State) -> str:
        """A turn that may stand alone, said of the one place in focus; empty if it cannot be.

        'What share of voters said yes?' shows no sign that it leans, and may well do so.
        """
        said = self._listener.hear(question, state)
        if len(state.places) != 1 or not said.content or is_on_others(said):
            return ""
        text = f"{said.text.rstrip(' ?!.')} {IN[said.language]} {state.places[0]}?"
        return _written(text, said.language)

    def _counted(self, question: str, state: State) -> str:
        """A turn with what it counts; what records count, their own ways tell."""
        if state.inquiry or state.reckoning or detect(question) != state.language:
            return question
        return with_counted(question, state.question, state.language)

    def _resolve(self, question: str, state: State) -> str:
        said = self._listener.hear(question, state)
        if said.turns:
            return _written(said.text, said.language)
        if not state.question or not said.words:
            return question  # nothing to lean on, or a courtesy
        parts = None if state.reckoning else _NAMED_FIRST.fullmatch(question)
        named_other = parts and _ANOTHER.search(fold(parts["named"]))
        if parts and not named_other and self._resolve(parts["named"], state) != parts["named"]:
            return self._resolve(parts["asked"], self._after(state, parts["named"], ""))
        for way in (
            self._in_other_language,
            choosing.the_state,
            items.counted,
            choosing.only_one,
            pointing.lies_in,
            choosing.chosen,
            choosing.namesake,
            self._reckoned,
            under_version,
            pointing.next_criterion,
            pointing.also_on,
            pointing.narrowed,
            pointing.among_them,
            pointing.extreme_area,
            pointing.criteria_about,
            pointing.criterion_told,
            pointing.criterion_for,
            items.criterion_shown,
            pointing.other_level,
            pointing.first_to_rise,
            pointing.those_who_failed,
            beside.level_beside,
            beside.compared,
            self._pointed_out,
            requests.more,
            requests.what_else,
            pointing.answered_place,
            pointing.already_in,
            references.own_programme,
            supposing.elsewhere,
            former_level,
            items.highest_of_them,
            references.it_took,
            of_those_listed,
            inquired,
            counted_of_cities,
            self._unlisted,
            self._named_thing,
            themes.themed,
            substituted,
            requests.bare_question,
            requests.might_be,
            requests.still_so,
            rephrased,
            items.which_of_them,
            references.verbless,
            self._referring,
            references.figure,
            references.null_subject,
            self._continued,
        ):
            if found := way(said, state, self._finder):
                return _written(found, said.language)
        return question

    # The state

    def _go_through(self, pairs: Sequence[tuple[str, str]]) -> State:
        """Where a conversation of questions with their answers stands."""
        if not pairs:
            return State()
        return self._after(self._reached(pairs[:-1]), *pairs[-1])

    def _after(self, state: State, asked: str, answer: str) -> State:
        """The state once a turn was answered."""
        heard = self._listener.hear(asked, state)
        if not heard.words:
            return state  # a courtesy
        question = self._resolve(asked, state)
        if question == asked:
            question = heard.text  # without thanks and the like
        if heard.turns:
            state = State(language=state.language)
        said = self._listener.hear(question, state)
        short = self._finder.called_short(question)
        slots = self._finder.find(question, familiar=(*state.recent, *short))
        named = tuple(place_name(s, self._finder) for s in slots if s.kind == "place")
        tier = self._standard and read_tier_question(
            _without_places(question, slots), standard=self._standard
        )
        part = census.read_inquiry(question, slots)
        inquiry = part if part and part.is_whole else None
        listed = listed_in(answer, self._finder)
        several = not named or has_list(answer)  # 'they' is the one asked about
        # Beside a number, the places that an answer names are not what it is about.
        numbered = tier or (inquiry and inquiry.wanted == "count" and not listed)
        none = numbered or is_on_us(heard)
        told = () if none else spoken_of(answer, self._finder)
        # Which of several it is, the answer says.
        chosen = len(named) > 1 and len(told) == 1 and _CHOOSES.match(question)
        places = (told if chosen else named) or told or state.places
        topic = (
            ()
            if inquiry or tier or supposing.on_joining(question, slots)
            else _topic(
                state,
                heard,
                question,
                self._finder,
                leaned=bool(state.question) and question != asked,
            )
        )
        return State(
            question=question,
            language=said.language,
            answer=answer,
            slots=tuple(slots),
            topic=topic,
            places=places,
            former=state.former if places == state.places else state.places,
            recent=tuple(dict.fromkeys((*places[::-1], *state.recent))),
            # 'The last one' is one of several, be one of them alone told of since.
            listed=listed if len(listed) > 1 else state.listed or listed,
            rows=listed if has_list(answer) and len(listed) > 1 else state.rows,
            criteria=criteria_in(answer, self._finder) or state.criteria,
            choices=self._choices(slots),
            reckoning=tier or None,
            reckoned=tier or state.reckoned,
            inquiry=inquiry,
            gathering=self._gathering(
                heard, question, slots, state, of_records=bool(inquiry or tier)
            ),
            listing=inquiry if inquiry and not inquiry.places else state.listing,
            shown=named if len(named) > 1 else self._places_of(listed) if several else (),
            asked_back=asks_back(answer),
        )

    def _gathering(
        self,
        heard: Said,
        question: str,
        slots: Sequence[Slot],
        state: State,
        *,
        of_records: bool,
    ) -> str:
        if heard.names("place", "criterion", "practice"):
            return ""
        named = any(slot.kind == "place" for slot in slots)
        if not (named or of_records) and themes.gathers(fold(question)):
            return question
        leaned = question != heard.text or has_pronoun(heard)
        return state.gathering if leaned else ""

    def _choices(self, slots: Sequence[Slot]) -> tuple[City, ...]:
        for slot in slots:
            if slot.cities and len(shared := self._finder.sharing(slot.cities[0])) > 1:
                return shared
        return ()

    def _places_of(self, items: Sequence[str]) -> tuple[str, ...]:
        return tuple(item for item in items if self._finder.is_place(item))

    # The ways, in order; each gives the whole question, or None where it does not fit

    def _in_other_language(self, said: Said, state: State, finder: SlotFinder) -> str | None:
        """'In Spanish, please': the last question, asked in that language."""
        language = requests.language_wanted(said)
        if not language:
            return None
        if state.reckoning and self._standard and language != state.language:
            return reckoning.restate(state.reckoning, standard=self._standard, language=language)
        return in_language(state.question, language, state, finder)

    def _reckoned(self, said: Said, state: State, _finder: SlotFinder) -> str | None:
        """A what-if, another count, level or version after a reckoning."""
        last = state.reckoning or state.reckoned
        if last is None or self._standard is None or said.names("place", "area", "criterion"):
            return None
        if state.reckoning and _IN_ALL.fullmatch(said.folded):
            units = self._standard.unit_in(said.language).many
            under = reckoning.under_version(state.reckoning, self._standard, said.language)
            return _HOW_MANY_IN_ALL[said.language].format(units=units, under=under)
        if (asked := state.reckoning) and asked.asks_whether and _WHY_NOT.fullmatch(said.folded):
            # What is missing is why.
            lacking = replace(asked, kind="distance", asks_whether=False)
            return reckoning.restate(lacking, standard=self._standard, language=said.language)
        leans = said.joined or state.asked_back or has_pronoun(said)
        leans = leans or not _LEANING.isdisjoint(said.plain)
        found = reckoning.follow(
            said.text, last, standard=self._standard, leans=leans, points=has_pronoun(said)
        )
        if not (found and found.change) and (struck := supposing.struck(said.text, last)):
            found = struck if struck.change < 0 else found or struck
        if found is None or (state.reckoning is None and not found.change):
            return None
        return reckoning.restate(found, standard=self._standard, language=said.language)

    def _pointed_out(self, said: Said, state: State, finder: SlotFinder) -> str | None:
        """'The first of them', 'both', 'the other one'; if no more is said, asked as before."""
        found = (
            items.one_in(said, state, finder)
            or items.ordinal(said, state, finder)
            or items.together(said, state, finder)
        )
        if found is None:
            return None
        text, item = found
        if asked := _THEN_ASKED.fullmatch(text):
            return f"{asked['what']} {asked['named']} {asked['do']}?"
        heard = self._listener.hear(text, state)
        part = census.read_inquiry(text, heard.slots)
        if part and part.wanted in OF_CITIES and part.places and not part.order:
            whole = census.merge(part, state.inquiry) if state.inquiry else part
            return census.restate(whole, said.language)
        own = {word.plain for word in heard.content} - set(plain_words(item)) - CITY_NOUNS
        if own and own <= _SET_BESIDE and state.topic:
            return f"{text.rstrip(' ?.!')} ({' '.join(state.topic)})?"  # in what was spoken of
        if own:
            return text
        if not said.joined and not is_fragment(heard):
            return text
        moved = replace(heard, kinds=heard.kinds | {"joins"})
        as_before = inquired(moved, state, finder) or substituted(moved, state, finder)
        return as_before or text

    def _unlisted(self, said: Said, state: State, finder: SlotFinder) -> str | None:
        """'Reno?': a place that no record names, after a question to the directory on another."""
        name = said.text.strip(" ?!.¿¡,")
        asked = state.inquiry or any(slot.kind == "place" for slot in state.slots)
        asked = asked or census.speaks_of_certification(state.question)
        names = bool(_NAME.fullmatch(name)) and not said.slots and len(said.words) <= 3
        if not asked or not names or any(self._is_word(word.plain) for word in said.content):
            return None
        joined = replace(said, kinds=said.kinds | {"joins"})
        return substituted(joined, state, finder)

    def _named_thing(self, said: Said, state: State, _finder: SlotFinder) -> str | None:
        """'And EITA?': a name that the documents use, and no place's, takes the place of none."""
        name = said.text.strip(" ?!.¿¡,")
        plain = said.joined and not said.slots and bool(_NAME.fullmatch(name))
        known = all(self._is_word(word.plain) for word in said.content)
        if not (plain and said.content and known and any(s.kind == "place" for s in state.slots)):
            return None
        return None if state.inquiry or state.reckoning else references.about(name, said, state)

    def _referring(self, said: Said, state: State, finder: SlotFinder) -> str | None:
        """'That day', 'that city' and pronouns, put in words."""
        if said.names("area") and means_others(said):
            return None  # 'which other Texan cities are in there?'
        if (level := pointing.of_level(said, state)) is not None:
            return level
        text = pointing.pointed(said, state, finder)
        if text is None:
            return references.pronoun(said, state, finder)
        heard = self._listener.hear(text, state)
        if of_there := pointing.earliest_there(heard) or pointing.another_there(heard):
            return of_there
        if heard.names("area") and means_others(heard):
            return text  # 'who else from that state has it?'
        dated = heard.names("date") and not (said.names("date") or state.inquiry)
        if dated and not (is_on_others(heard) or census.asks_for_new(text)):
            return references.about(text, heard, state) or text
        if heard.own or heard.names("practice", "criterion"):
            return text
        return references.about(text, heard, state) or text

    def _continued(self, said: Said, state: State, _finder: SlotFinder) -> str | None:
        """'And how much paper did it save?': goes on, but does not say about what."""
        if lacks_object(said) or (is_on_cause(said) and not said.names("place")):
            return references.about(said.text, said, state)
        if said.joined and not said.names("place") and _BEFORE_AND_AFTER.search(said.folded):
            return references.about(said.text, said, state)
        if state.reckoning or is_settled(said):
            return None
        bare = is_noun_phrase(said) or _WHAT_THING.fullmatch(said.folded)
        if said.joined or (bare and state.places):
            return references.about(said.text, said, state)
        return None


def _without_places(text: str, slots: Sequence[Slot]) -> str:
    """A text with 'city' for the places it names: the 'Tres' of 'Tres de Febrero' is no count."""
    for slot in reversed(slots):
        if slot.kind == "place":
            text = put(text, slot, "city")
    return text


def _written(text: str, language: Language) -> str:
    """A question as it is to be shown: with a capital and the marks of its language."""
    text = " ".join(text.split())
    if language == "es" and text.endswith("?") and "¿" not in text:
        text = f"¿{text}"
    first = next((n for n, c in enumerate(text) if c.isalnum()), 0)
    return f"{text[:first]}{text[first : first + 1].upper()}{text[first + 1 :]}"


_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de |da |do |of )?[A-ZÀ-Þ][\w.'’-]*)*")
_NAMED_FIRST = re.compile(
    r"(?P<named>(?:(?!\b(?:wh[aeioy]\w*|how|is|are|was|were|do|does|did|has|have|qu[eéi]\w*"
    r"|c[oóuú][maá]\w*|o que|qua\w+|onde)\b)[^.!?;\n])+[.!?;]) (?P<asked>\S.*)",
    re.IGNORECASE,
)
"""'No, the Arizona one. Since when?': names what is meant, and then asks."""
_ANOTHER = re.compile(r"\b(?:another|second|other|otra|segunda|outra)\b")
"""Names another, of which the next sentence then asks."""
_THEN_ASKED = re.compile(
    r"(?P<named>[^,?]+(?:, [A-ZÀ-Þ][^,?]*)?), (?P<what>(?:what|how(?: long| much| many)?|when|why"
    r"|where) (?:did|does|has)) (?:it|they) (?P<do>[^?]+)\??\s*"
)
"""'The second one, what did it do?' once the name stands there."""
_BEFORE_AND_AFTER = re.compile(r"\b(?:before and after|antes (?:y|e) (?:despues|depois))\W*$")
"""Before and after what, was said before, whatever else the turn names."""
_WHAT_THING = re.compile(r"\W*(?:what|which|whose|que|quais|cuales) \w+\W*")
_CHOOSES = re.compile(r"\W*(?:which|who|cu[aá]l|qui[eé]n|qual|quem)\b", re.IGNORECASE)
_WHY_NOT = re.compile(
    r"\W*(?:(?:and|so|but|y|e|mas|pero) )?(?:(?:why|how come)(?: not)?|por ?que(?: n[aã]?o)?)\W*"
)
_IN_ALL = re.compile(
    r"\W*(?:and |so |but )?(?:(?:out )?of )?how many (?:are there|in all|of them(?: are there)?)?"
    r" ?(?:in total|in all|altogether|overall|all told|all together)\W*"
    r"|\W*(?:y )?¿?\W*cuantos (?:hay|son)? ?(?:en total|en conjunto)\W*"
    r"|\W*(?:e )?quantos (?:ha|sao|tem|existem)? ?(?:no total|ao todo|em total)\W*"
    r"|\W*(?:and |so |but )?how many(?: criteria| of them)? (?:was|is|were|are)"
    r" (?:that|it|this|those) out of\W*"
    r"|\W*(?:and |so |but )?out of how many(?: criteria)?(?: (?:was|is) (?:that|it|this))?\W*"
    r"|\W*(?:y |e )?(?:de|sobre|em) [cq]uantos(?: criterios| puntos| pontos)?"
    r"(?: (?:eran?|es|son|eram?|sao|e)(?: eso| isso)?)?\W*"
)
"""Asks how many criteria there are, after a number of them."""
_HOW_MANY_IN_ALL: Mapping[Language, str] = {
    "en": "How many {units} are there in total{under}?",
    "es": "¿Cuántos {units} hay en total{under}?",
    "pt": "Quantos {units} há no total{under}?",
}
_SET_BESIDE = frozenset(
    """compare compares compared comparison differ differs difference results result outcomes better
    worse best proof evidence numbers figures comparan comparar resultados diferencia cifras
    comparam diferenca numeros""".split()
)
"""Sets places side by side, in whatever was spoken of."""
_LEANING = frozenset(
    """then if suppose supposing say assume assuming imagine entonces entao si se supongamos digamos
    imaginemos suponha suponhamos seria seriamos tendriamos teriamos""".split()
)
_MOST_TOPIC_WORDS = 6


def _topic(
    state: State, said: Said, question: str, finder: SlotFinder, *, leaned: bool
) -> tuple[str, ...]:
    """What is talked of: the words of the last question that named its subject, then newer ones."""
    if themes.is_theme(said):
        return tuple(topics.subject(said.text, said.slots).split())
    corrects = "corrects" in said.kinds  # tells which one, not what of it
    own = [] if corrects else topics.subject(said.text, said.slots).split()
    named = any(slot.kind not in ("date", "count", "percent") for slot in said.slots)
    weak = len(said.own) <= 1 and not named and not topics.names(question)
    if not (leaned or weak):
        return tuple(topics.subject(question, finder.find(question)).split())
    kept = {word.casefold(): word for word in reversed((*state.topic, *own))}
    return tuple(reversed(kept.values()))[:_MOST_TOPIC_WORDS]
