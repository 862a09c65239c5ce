"""Composing drafts: the chosen sentences, and fixed phrases where the documents are silent.

Nothing is rewritten: the extractive engine lifts whole sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answers import Draft, DraftSentence, Language, Quote
from assistant.asking_words import Kind
from assistant.evidence import Candidate, Evidence
from assistant.key_facts import SOURCE_LANGUAGE, KeyFacts
from assistant.phrases import (
    FOREIGN,
    FOREIGN_EACH,
    GREETING,
    LANGUAGE_NAMES,
    MET,
    NEAREST,
    NOT_SAID,
    NOT_SUBJECT,
    PARTLY,
    RECKONING,
    THANKS,
)
from assistant.questions import ReadQuestion
from assistant.router import Courtesy
from assistant.selection import Selection, Selector
from assistant.silences import is_silence, open_questions
from assistant.verifier import normalised
from corpus.programme import ProgrammeDescription
from corpus.records import Standard


class Composer:
    """Writes drafts from evidence.

    Args:
        standard: whose levels can be worked out, if there is one.
    """

    def __init__(
        self,
        selector: Selector,
        programme: ProgrammeDescription,
        key_facts: KeyFacts,
        *,
        standard: Standard | None = None,
    ) -> None:
        self._selector = selector
        self._programme = programme
        self._key_facts = key_facts
        self._standard = standard

    def compose(self, question: ReadQuestion, evidence: Evidence) -> Draft:
        """The draft for a question to the documents."""
        if evidence.outcome == "off_subject" or not evidence.candidates:
            return self._off_subject(question)
        if evidence.outcome == "not_enough":
            if silent := _left_open(question, evidence):
                return self._answer(question, Selection([silent]), ())
            return self._not_said(question, evidence.nearest)
        selection = self._selector.select(question, evidence.candidates)
        missing = [*evidence.missing, *(name.title() for name in selection.silent)]
        return self._answer(question, selection, missing)

    def courtesy(self, question: ReadQuestion, kind: Courtesy) -> Draft:
        """What is said to a greeting, a call for help, thanks, or a task that is not ours."""
        if kind == "task":
            return self._off_subject(question)
        words = (GREETING if kind == "greeting" else THANKS)[question.language]
        subject, reckoning = self._subject(question), self._reckoning(question.language)
        opening = words.format(subject=subject, reckoning=reckoning)
        return Draft("answered", (), opening=opening, followups=self._starters(question))

    def _reckoning(self, language: Language) -> str:
        """That levels can be worked out, and from what; empty where they cannot."""
        if self._standard is None:
            return ""
        met = MET[language] if self._standard.unit == "criteria" else ""
        units = self._standard.unit_in(language).many + met
        return RECKONING[language].format(units=units)

    def _answer(
        self, question: ReadQuestion, selection: Selection, missing: Sequence[str]
    ) -> Draft:
        language = question.language
        sentences = (*_sentences(selection), *self._stated(selection, question))
        opening = _foreign(selection, language)
        if selection.text and is_silence(selection.text[0].sentence.text):
            return Draft("refused", sentences, opening=opening, missing=(question.text,))
        if not missing:
            return Draft("answered", sentences, opening=opening)
        closing = PARTLY[language].format(missing=", ".join(missing))
        return Draft("partial", sentences, opening=opening, closing=closing, missing=missing)

    def _stated(self, selection: Selection, question: ReadQuestion) -> Sequence[DraftSentence]:
        """The key facts of the running text's first sentence that has any; none of a list's."""
        dates_alone = question.asking.kind in ("date", "duration")
        for candidate in selection.text:
            if candidate.found.document.language != SOURCE_LANGUAGE:
                continue
            sentence = told_by(candidate)
            if stated := self._key_facts.sentence(
                sentence.text, sentence.quotes[0], question.language, dates_alone=dates_alone
            ):
                return (stated,)
        return ()

    def _not_said(self, question: ReadQuestion, nearest: Candidate | None) -> Draft:
        missing = (question.text,)
        if nearest is None:
            return Draft("refused", (), opening=NOT_SAID[question.language], missing=missing)
        opening = f"{NOT_SAID[question.language]} {NEAREST[question.language]}"
        selection = Selection([nearest])
        stated = self._stated(selection, question)
        sentences = (*_sentences(selection), *stated)
        return Draft("refused", sentences, opening=opening, missing=missing)

    def still_to_come(self, question: str, language: Language, now: Draft) -> Draft:
        """That nothing is told of the future, with what is so now."""
        opening = f"{NOT_SAID[language]} {NEAREST[language]}"
        return replace(now, status="refused", opening=opening, missing=(question,))

    def _off_subject(self, question: ReadQuestion) -> Draft:
        opening = NOT_SUBJECT[question.language].format(subject=self._subject(question))
        missing, followups = (question.text,), self._starters(question)
        return Draft("refused", (), opening=opening, missing=missing, followups=followups)

    def _subject(self, question: ReadQuestion) -> str:
        return self._programme.subject_in(question.language)

    def _starters(self, question: ReadQuestion) -> Sequence[str]:
        return tuple(self._programme.starters.get(question.language, ()))


def _left_open(question: ReadQuestion, evidence: Evidence) -> Candidate | None:
    """The nearest sentence that leaves open what a thing costs, or how long it takes, if asked."""
    asked = question.asking.kind
    open_ = asked in _OPEN_KINDS and not _RECEIVES.search(question.asked)
    near = [c for c in evidence.candidates if c.is_near] if open_ else []
    if not question.places:  # what is left open of some city is not asked
        near = [c for c in near if not c.found.document.cities]
    silent = [c for c in near if asked in {o.kind for o in open_questions(c.sentence.text)}]
    return max(silent, key=lambda c: c.support, default=None)


_RECEIVES = re.compile(r"\b(?:gets?|wins?|receiv\w+|given|earns?) (?:\w+ )?money\b", re.IGNORECASE)
"""What is given to a city, which what it costs leaves open."""
_OPEN_KINDS: frozenset[Kind] = frozenset({"money", "duration"})
"""Kinds of which there is one question on a thing; numbers may be of anything."""


def _foreign(selection: Selection, language: Language) -> str:
    """That the quotes are in another language than the question's; empty if they are in it."""
    spoken = {c.found.document.language for c in (*selection.text, *selection.items)}
    if spoken <= {language}:
        return ""
    names = [LANGUAGE_NAMES[language].get(own) for own in spoken]
    if len(names) == 1 and names[0]:
        return FOREIGN[language].format(language=names[0])
    return FOREIGN_EACH[language]


def _sentences(selection: Selection) -> Iterator[DraftSentence]:
    for candidate in selection.text:
        yield told_by(candidate)
    for candidate in selection.items:
        yield told_by(candidate, list_item=True)


def told_by(candidate: Candidate, *, list_item: bool = False) -> DraftSentence:
    """What a sentence of the documents says, with where it stands."""
    span = candidate.sentence.span
    return DraftSentence(
        text=normalised(candidate.sentence.text),
        quotes=(Quote(candidate.found.document.id, span.start, span.end),),
        support=round(candidate.sure, 3),
        list_item=list_item,
    )
