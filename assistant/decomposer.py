"""A text taken apart into the questions that it asks."""

import re
from collections.abc import Mapping, Sequence

from assistant.answers import Language
from assistant.compounds import joined_questions, joined_subjects
from assistant.condenser import Condenser
from assistant.conversation import Turn
from assistant.coordination import (
    PlaceSpans,
    asked_of_those,
    done_in_area,
    names_only,
    questions_of_places,
    who_of_two,
    without_data,
    without_results,
)
from assistant.dialogue.counting import with_counted, with_unit
from assistant.dialogue.references import speaks_of_a_programme
from assistant.dialogue.substitution import IN
from assistant.exclusions import of_others
from assistant.framings import of_the_programme, with_time, without_frame
from assistant.mistyped import well_typed
from assistant.orders import without_orders
from assistant.pairs import (
    of_both,
    of_each_criterion,
    one_and_other,
    opposites,
    without_converse,
)
from assistant.questions import QuestionReader
from assistant.router import Route, Router
from assistant.taking_part import (
    as_counterpart,
    asks_for_oneself,
    of_taking_part,
    speaks_of_taking_part,
    without_count,
)
from assistant.tools.former_names import as_former_name
from assistant.tools.pass_marks import as_pass_mark
from assistant.tools.tier_ruled import as_of_a_rule
from assistant.topics import (
    as_gathering,
    with_area_named,
    with_figures,
    with_first_named,
    with_names_in,
    with_topic,
    without_the_known,
)
from assistant.weighing import Weigher
from corpus.records import Standard
from index.function_words import FUNCTION_WORDS
from index.lexicon import words

SHORT = 4
"""So many words ask for a particular of what was asked before them."""

SURE = 0.6
"""Least support of what answers a question that may still be on what was named before it."""

RoutedPart = tuple[str, Route]
"""A question that stands alone, with where it goes."""

MOST_FOUND = 3
"""So many cities that answer a question may each be asked about."""

_WHICH_AND_WHEN = re.compile(
    r"(?P<which>\W*(?:which|what|qu[eé]|cu[aá]les|quais)(?: \w+)? (?:cities|ciudades|cidades)"
    r" (?P<did>[^?,;]{8,})),? (?:and|y|e) (?:when|(?:in )?(?:what|which) years?|cu[aá]ndo|quando"
    r"|en qu[eé] años?|em que anos?)\W*",
    re.IGNORECASE,
)
_WHEN_OF: Mapping[Language, str] = {
    "en": "When was it that {name} {did}?",
    "es": "¿Cuándo fue que {name} {did}?",
    "pt": "Quando foi que {name} {did}?",
}
_YEAR = re.compile(r"\b20\d\d\b")
_IN_YEAR = re.compile(r"\b(?:in|of|en|em|del?|do)(?: (?:the|el|o))?(?: \w+)? (20\d\d)\b", re.I)
"""What is asked is of that year, which 'since 2016' does not say."""


class Decomposer:
    """Takes a text apart into questions, and finds where each of them goes.

    Args:
        standard: the programme's, if it has one.
    """

    def __init__(
        self,
        router: Router,
        weigher: Weigher,
        condenser: Condenser,
        reader: QuestionReader,
        places_in: PlaceSpans,
        standard: Standard | None,
    ) -> None:
        self._router = router
        self._weigher = weigher
        self._condenser = condenser
        self._reader = reader
        self._places_in = places_in
        self._standard = standard

    def parts(self, text: str, language: Language) -> list[RoutedPart]:
        """The questions that a text asks, each standing alone, with their routes."""
        text = with_names_in(of_the_programme(without_orders(text)))
        text = with_area_named(text, language)
        text = one_and_other(without_converse(text), self._places_in, language)
        placed = bool(self._places_in(text))
        text = with_figures(text)
        if not placed:  # of which more may be told than a time
            text = without_the_known(with_topic(with_time(text)))
            if self._router.has("directory"):  # of cities, which used data
                text = done_in_area(as_gathering(text, language), language)
        text = well_typed(without_frame(text), language)
        if not placed and len(joined_questions(text, language)) == 1:
            text = self.of_taking_part(text, language)
        text = who_of_two(without_results(text, self._places_in), self._places_in)
        done = without_data(text, language, self._places_in)
        if done != text and not self._weigher.is_left_open(text, language):
            text = done
        areas = self._standard.practice_areas if self._standard else ()
        text = as_former_name(as_pass_mark(text, areas, language), areas, language)
        self._weigher.expect(text)
        text = as_of_a_rule(text, self._standard, language)
        whole = self._router.route(text, language)
        if whole.name == "documents":
            others = of_others(text, self._places_in(text), language)
            if others != text:
                text, whole = others, self._router.route(others, language)
        if both := self._of_opposites(text, whole, language):
            return both
        if joined := self._joined(text, language):
            names = {route.name for _, route in joined}
            if names == {whole.name} != {"documents"} and _holds(whole, [r for _, r in joined]):
                return [(text, whole)]
            return joined
        if whole.name == "documents" and (found := self._when_of_those(text, language)):
            return found
        if self._router.has("eligibility") and (whom := as_counterpart(text, language)):
            told = [(text, whole)] if whole.name == "eligibility" else []
            return [*told, (whom, self._router.route(whom, language))]
        asked = text.rpartition(". ")[2]
        meant = self.of_taking_part(asked, language)
        if whole.name == "tier" and (may := self._of_joining(text, language)):
            return [may, (text, whole)]
        if whole.name == "eligibility" and asked != text and meant != asked:
            # 'We are 52,000 people. What do we do first?': whether they may, and what.
            return [(text, whole), (meant, self._router.route(meant, language))]
        if whole.name != "documents":
            return self._of_both_topics(text, whole, language) or [(text, whole)]
        for first, second in joined_subjects(text, language):
            one = self._router.route(first, language)
            if one.draft and (other := self._router.route(second, language)).draft:
                return [(first, one), (second, other)]
        return self._of_each_named(text, whole, language)

    def _of_opposites(self, text: str, whole: Route, language: Language) -> list[RoutedPart]:
        """The two questions of one on both ends of an order, where a tool answers the first.

        One answer is enough where it tells both ends, as a list of all levels or countries does.
        """
        parts = [(part, self._router.route(part, language)) for part in opposites(text, language)]
        if not parts or not parts[0][1].draft:
            return []
        if whole.draft and _holds(whole, [route for _, route in parts]):
            return [(text, whole)]
        told = [route.draft.sentences for _, route in parts if route.draft]
        return parts if len(told) > 1 and told[0] != told[1] else parts[:1]

    def _of_each_named(self, text: str, route: Route, language: Language) -> list[RoutedPart]:
        """A question with its route, taken apart by what it names beside each other."""
        if (parts := self._of_each_place(text, route, language)) != [(text, route)]:
            return parts
        named = of_each_criterion(text) or of_both(text)
        parts = [(part, self._router.route(part, language)) for part in named]
        told = bool(parts) and all(own.draft for _, own in parts)
        return parts if told or self._weigher.are_told_apart(named, language) else [(text, route)]

    def _when_of_those(self, text: str, language: Language) -> list[RoutedPart]:
        """'Which two cities did it, and when?': which, and then of each when; else empty.

        What tells of several cities tells no one's time.
        """
        asked = _WHICH_AND_WHEN.fullmatch(text)
        if not asked:
            return []
        which = f"{asked['which'].strip(' ,')}?"
        evidence = self._weigher.weigh(which, language).evidence
        if evidence.outcome != "enough":
            return []
        names = self._places_in(told := evidence.candidates[0].sentence.text)
        named = list(dict.fromkeys(told[one.start : one.end] for one in names))
        if not 1 < len(named) <= MOST_FOUND:
            return []
        each = [_WHEN_OF[language].format(name=name, did=asked["did"]) for name in named]
        return [(one, self._router.route(one, language)) for one in (which, *each)]

    def _of_both_topics(self, text: str, whole: Route, language: Language) -> list[RoutedPart]:
        """'Which criteria are on AI and on privacy?', of each; empty if one answer tells both."""
        if whole.name != "criteria" or of_each_criterion(text):
            return []
        parts = [(part, self._router.route(part, language)) for part in of_both(text)]
        told = [_criteria_of(route) for _, route in parts]
        apart = bool(told) and all(told) and told[0].isdisjoint(told[1])
        return parts if apart and not _criteria_of(whole).issuperset(told[0] | told[1]) else []

    def _of_each_place(self, text: str, route: Route, language: Language) -> list[RoutedPart]:
        """A question with its route, taken apart by the places it joins if documents answer it."""
        if route.name != "documents":
            return [(text, route)]
        parts = questions_of_places(text, language, self._places_in)
        if parts == [text]:
            return [(text, route)]
        return [(part, self._router.route(part, language)) for part in parts]

    def _of_joining(self, text: str, language: Language) -> RoutedPart | None:
        """Whether one may take part, where a text asks that beside how many criteria are met."""
        bare = without_count(text)
        if bare == text or not self._router.has("eligibility"):
            return None
        route = self._router.route(bare, language, guess=False)
        return (bare, route) if route.name == "eligibility" else None

    def of_taking_part(self, text: str, language: Language) -> str:
        """As `of_taking_part`, of a programme that cities take part in; what counts is reckoned."""
        meant = of_taking_part(text, language) if self._router.has("eligibility") else text
        counts = meant != text and self._router.route(text, language, guess=False).name == "tier"
        return text if counts else meant

    def _joined(self, text: str, language: Language) -> list[RoutedPart]:
        """The questions that a text joins, with their routes; empty if it is but one."""
        pieces = joined_questions(text, language)
        if len(pieces) == 1:
            return []
        parts: list[RoutedPart] = []
        told = ""
        joins = False
        spread: list[str] = []  # places of which the last piece was asked, one by one
        aside, _, first = pieces[0].rpartition(". ")
        aside = f"{aside}." if aside and first and "?" not in aside else ""
        for piece in pieces:
            joins = joins or (bool(parts) and parts[-1][1].name == "eligibility")
            if each := asked_of_those(piece, told, language, self._places_in):
                kept = [] if names_only(told, self._places_in, language) else parts
                parts = [*kept, *((part, self._router.route(part, language)) for part in each)]
                continue
            if spread and len(piece.split()) <= SHORT and not self._places_in(piece):
                # 'What did each do, how many homes?': of each of them, too.
                own = [f"{piece.rstrip(' ?.')} {IN[language]} {name}?" for name in spread]
                parts += [(part, self._router.route(part, language)) for part in own]
                continue
            piece = with_first_named(piece, told)
            told = f"{told} {piece}"
            meant = self.of_taking_part(piece, language)
            ours = asks_for_oneself(piece, language)
            alone = meant != piece and ours and not joins and bool(parts)
            if alone and (of_it := self._of_what_was_asked(piece, *parts[-1], language)):
                parts.append((of_it, self._router.route(of_it, language)))
                continue
            if meant != piece and (joins or ours):
                parts.append((meant, self._router.route(meant, language)))
                joins = True
                continue
            # Beside a question who may take part, 'it' is the programme.
            before = [one for one in parts[-1:] if one[1].name != "eligibility"]
            if parts and not before:
                again = self._condenser.condense(piece, [Turn(role="user", content=parts[-1][0])])
                route = self._router.route(again.text, language, guess=False)
                if again.text != piece and route.name == "eligibility":
                    parts.append((again.text, route))  # 'and can it now?'
                    continue
            if before and before[0][1].name == "criteria":
                asked = before[0][0]
                piece = with_unit(with_counted(piece, asked, language), asked)
            said = [Turn(role="user", content=part) for part, _ in before]
            if before and (one := self._said_before(piece, *before[0], language, told)):
                said.append(Turn(role="assistant", content=one))
            condensed = self._condenser.condense(piece, said)
            part = condensed.placed or condensed.text
            if self._router.route(condensed.text, language, guess=False).draft:
                part = condensed.text
            if before and part != piece:
                part = self._in_its_year(part, before[0][0], language)
            route = self._router.route(part, language)
            if route.name == "tier" and (may := self._of_joining(part, language)):
                parts.append(may)
            if (
                part != piece
                and (part == condensed.placed or not self._places_in(part))
                and route.name == "documents"
                and self._stands_alone(piece, part, language)
            ):
                part, route = piece, self._router.route(piece, language)
            if route.name == "documents":
                part = self._on_the_same(part, told, aside, language)
            of_each = self._of_each_place(part, route, language)
            parts += of_each
            spans = [(one, self._places_in(one)) for one, _ in of_each]
            named = [one[at[0].start : at[0].end] for one, at in spans if at]
            spread = named if len(of_each) == len(named) > 1 else []
        return parts

    def _of_what_was_asked(self, piece: str, before: str, route: Route, language: Language) -> str:
        """'Would we have to pay?' of the thing of a city that was asked about; else empty.

        What names the programme, or follows talk of it, is on taking part.
        """
        if route.name != "documents" or any(map(speaks_of_taking_part, (before, piece))):
            return ""
        if len({*self._reader.places(before).values()}) != 1:
            return ""
        known = FUNCTION_WORDS[language]
        told = [w for w in words(before) if w.lower() not in known and w not in piece]
        whole = f"{piece.rstrip(' ?.')} ({' '.join(told)})?"
        return whole if self._weigher.weigh(whole, language).evidence.outcome == "enough" else ""

    def _on_the_same(self, part: str, told: str, aside: str, language: Language) -> str:
        """A later question with what was said before the first, where it is lost without that.

        So is one that another city answers than the one that was asked about before it.

        Args:
            told: the questions so far, this one among them.
            aside: what was said before the first.
        """
        question, evidence, *_ = self._weigher.weigh(part, language)
        if evidence.outcome in ("not_enough", "off_subject"):
            whole = f"{aside} {part}"
            return (
                whole
                if aside and self._weigher.weigh(whole, language).evidence.outcome == "enough"
                else part
            )
        spans = self._places_in(told)
        names = {told[one.start : one.end] for one in spans}
        of_any = question.asking.gathers or question.asking.which_city or question.places
        if len(names) != 1 or of_any or not evidence.candidates:
            return part
        best = evidence.candidates[0]
        named = self._reader.places(best.sentence.text) or dict.fromkeys(best.found.document.cities)
        if not named or not {*self._reader.places(told)}.isdisjoint(named):
            return part
        return f"{part.rstrip(' ?.')} {IN[language]} {names.pop()}?"

    def _in_its_year(self, part: str, before: str, language: Language) -> str:
        """A question on what was asked of before, of the year named there, if that is told."""
        years = {*_IN_YEAR.findall(before)}
        if len(years) != 1 or _YEAR.search(part):
            return part
        year = years.pop()
        dated = f"{part.rstrip(' ?.')} {IN[language]} {year}?"
        evidence = self._weigher.weigh(dated, language).evidence
        told = evidence.outcome == "enough" and year in evidence.candidates[0].sentence.text
        return dated if told else part

    def _said_before(
        self, piece: str, text: str, route: Route, language: Language, told: str
    ) -> str:
        """What the answer to the question before says that the next may lean on; else empty."""
        if route.name == "criteria" and route.draft and route.draft.sentences:
            return route.draft.sentences[0].text  # 'how many are in that area?'
        if self._places_in(told) and not speaks_of_a_programme(piece):
            return ""
        return self._city_told(text, route, language)

    def _city_told(self, text: str, route: Route, language: Language) -> str:
        """What answers a question that names no city, if it is on one; empty if it is not.

        'Which one was it, and how did they manage it?': of whom, the first answer says.
        """
        if route.draft:
            said = route.draft.sentences[0].text if route.draft.sentences else ""
        elif route.courtesy:
            return ""
        else:
            question, evidence, *_ = self._weigher.weigh(text, language)
            gathers = question.asking.gathers and not question.asking.which_city
            if evidence.outcome not in ("enough", "part") or gathers:
                return ""
            told = [c.sentence.text for c in evidence.candidates[:2] if c.answers]
            said = told[0]
            if question.asking.which_city and len(told) > 1:
                # Beside others, one is named that the next sentence tells of alone.
                one, other = map(self._reader.places, told)
                alone = len({*other.values()}) == 1 and not one.keys().isdisjoint(other)
                said = told[1] if alone else said
        return said if len({*self._reader.places(said).values()}) == 1 else ""

    def _stands_alone(self, piece: str, placed: str, language: Language) -> bool:
        """Whether a question is answered as it stands, and not as it is said of what was before."""
        evidence = self._weigher.weigh(placed, language).evidence
        if evidence.outcome in ("enough", "part"):
            return False
        alone = self._weigher.weigh(piece, language).evidence
        return alone.outcome == "enough" and alone.candidates[0].support >= SURE


def _holds(whole: Route, parts: Sequence[Route]) -> bool:
    """Whether a tool's answer to a question says what its answers to the parts would.

    One on criteria, or on taking part, is of one thing only: of two questions it takes the first.
    So does one on the first city of several, if a part names others or asks what became of it.
    """
    said = {sentence.text for sentence in whole.draft.sentences} if whole.draft else set()
    parts = [part for part in parts if part.draft]
    told = [{s.text for s in part.draft.sentences} for part in parts if part.draft]
    tools = whole.draft.tools if whole.draft else ()
    of_one = whole.name in ("criteria", "eligibility") or any(
        tool.arguments.get("ask") in ("first", "latest") for tool in tools
    )
    named = _listed_by(whole)
    lacks = named and any(not _listed_by(part) <= named for part in parts)
    if _asks(whole, "list") or _asks(whole, "count"):  # which counts only those that it names
        sure = [_asks(part, "total") and not part.guessed for part in parts]
        totals = [own for is_sure, own in zip(sure, told, strict=True) if is_sure]
        lacks = lacks or any(not own <= said for own in totals)
    return not lacks and (not of_one or all(own <= said for own in told))


def _asks(route: Route, ask: str) -> bool:
    """Whether the records answer a question of a kind."""
    return any(
        tool.arguments.get("ask") == ask for tool in (route.draft.tools if route.draft else ())
    )


def _criteria_of(route: Route) -> set[object]:
    """The criteria that an answer tells, found by what they are on."""
    tools = route.draft.tools if route.draft and route.name == "criteria" else ()
    return {id_ for tool in tools for id_ in tool.arguments.get("criteria", ())}


def _listed_by(route: Route) -> set[object]:
    """The cities that an answer of the directory lists."""
    tools = route.draft.tools if route.draft and route.name == "directory" else ()
    return {row["city"] for tool in tools for row in tool.result.get("rows", ())}
