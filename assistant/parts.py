"""Answers to the parts of a question, put together as one."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from assistant.answers import Draft, DraftSentence, Language, Quote, Status
from assistant.asking import GATES
from assistant.asking_words import Kind
from assistant.composer import told_by
from assistant.compounds import only_tells
from assistant.evidence import Candidate, Evidence
from assistant.figures import quantities
from assistant.phrases import UNANSWERED
from assistant.signs import SIGNS
from assistant.silences import is_silence
from assistant.verifier import normalised

ANSWERED_BY = 0.2
"""Support from which a sentence that is shown for another part counts for a part as well."""

BESIDE = 0.3
"""Support from which what stands beside an answer answers what was asked with it."""

TOLD = 0.3
"""The same where it has the kind of thing asked for, but not the words by which that is asked."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of a question with the answer to it; one that is asked twice is two.

    Attributes:
        question: stands alone.
        evidence: what the documents offered; None where they were not asked.
        kind: of thing that is asked for, where it can be told.
    """

    question: str
    draft: Draft
    evidence: Evidence | None = None
    kind: Kind | None = None


def put_together(parts: Sequence[Part], language: Language) -> Draft:
    """One draft for all parts, in their order.

    What one part already says is not said again. A part the documents do not answer is named as
    missing, unless what is said to the others answers it too.
    """
    if len(parts) == 1:
        return parts[0].draft
    parts = [_unless_spent(part, parts[:n]) for n, part in enumerate(parts)]
    parts = [_with_what_is_beside(part, parts[:n]) for n, part in enumerate(parts)]
    # What those who ask only tell is not missing.
    asked = [p for p in parts if p.draft.status != "refused" or not only_tells(p.question)]
    parts = asked or parts
    told = {quote for part in parts if _is_told(part) for quote in _quotes(part.draft)}
    silent = [part for part in parts if part.draft.status == "refused"]
    open_ = [part for part in silent if not _is_answered_by(part, told, parts)]
    spoken = [part for part in parts if part not in silent]
    if not spoken:
        return _all_refused(parts, language)
    sentences: list[DraftSentence] = []
    for part in [*spoken, *(part for part in open_ if _says_so(part))]:
        sentences += _paragraph(part.draft, sentences)
    unsaid = [part.question for part in open_ if not _says_so(part)]
    closing = [UNANSWERED[language].format(question=question) for question in unsaid]
    missing = [m for part in spoken for m in part.draft.missing]
    missing += [part.question for part in open_]
    return Draft(
        status=_status([part.draft for part in spoken], missing),
        sentences=sentences,
        tools=[tool for part in spoken for tool in part.draft.tools],
        opening=next((part.draft.opening for part in spoken if part.draft.opening), ""),
        closing="\n\n".join(dict.fromkeys([*(p.draft.closing for p in spoken), *closing])).strip(),
        missing=tuple(dict.fromkeys(missing)),
        followups=[f for part in parts for f in part.draft.followups],
    )


def _status(drafts: Sequence[Draft], missing: Sequence[str]) -> Status:
    statuses = {draft.status for draft in drafts}
    if "clarify" in statuses:
        return "clarify"
    if "invalid" in statuses:
        return "invalid"
    return "partial" if missing or "partial" in statuses else "answered"


def _all_refused(parts: Sequence[Part], language: Language) -> Draft:
    """What is said not to be known of any part; else the first refusal, with the nearest thing."""
    missing = tuple(dict.fromkeys(m for part in parts for m in part.draft.missing))
    telling = [part for part in parts if _says_so(part)] or parts[:1]
    sentences: list[DraftSentence] = []
    for part in telling:
        sentences += _paragraph(part.draft, sentences)
    untold = [part.question for part in parts if part not in telling and _says_so(telling[0])]
    closing = "\n\n".join(UNANSWERED[language].format(question=own) for own in untold)
    closing = closing or telling[0].draft.closing
    return replace(telling[0].draft, sentences=tuple(sentences), closing=closing, missing=missing)


def _paragraph(draft: Draft, before: Sequence[DraftSentence]) -> list[DraftSentence]:
    """The sentences of a draft that were not said before, set apart from those."""
    said = {(sentence.text, tuple(sentence.quotes)) for sentence in before}
    new = [s for s in draft.sentences if (s.text, tuple(s.quotes)) not in said]
    if new and before and not new[0].list_item:
        new[0] = replace(new[0], starts_paragraph=True)
    return new


def _is_told(part: Part) -> bool:
    return part.draft.status in ("answered", "partial")


def _unless_spent(part: Part, before: Sequence[Part]) -> Part:
    """A part as not answered, if all it says is a figure that answers one before it."""
    said = {sentence.text for own in before for sentence in own.draft.sentences}
    own = [sentence.text for sentence in part.draft.sentences]
    repeats = part.draft.status == "answered" and own and set(own) <= said
    if not (repeats and all(_is_spent(text, part, before) for text in own)):
        return part
    return replace(part, draft=Draft("refused", (), missing=(part.question,)))


_THINGS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?!years|months|days|cities)[a-z]+s\b"
)


def _things(text: str) -> frozenset[str]:
    """The things of a sentence that it counts: 'four checks'."""
    return frozenset(_THINGS.findall(text))


def _with_what_is_beside(part: Part, before: Sequence[Part]) -> Part:
    """A part that was not answered, by what stands beside the answer to one before it.

    One that is answered by the very sentence is told what that counts, where the next says which
    things they are: one sentence seldom answers two questions whole.
    """
    told = {s.text for own in before if _is_told(own) for s in own.draft.sentences}
    if part.evidence is None or not told:
        return part
    before = [own for own in before if own.evidence]
    said: Sequence[DraftSentence] = ()
    if part.draft.status == "refused" and not _says_so(part):
        # Of the figures in a section, any would do.
        own = [] if part.kind in GATES else [part]
        near = [c for c in _beside(own, [*before, part], told) if c.support >= BESIDE]
    else:
        said = part.draft.sentences
        things = _things(said[0].text) if len(said) == 1 and said[0].text in told else frozenset()
        every = _beside([*before, part], [*before, part], told)
        near = [c for c in every if not things.isdisjoint(_things(c.sentence.text))]
    best = max(near, key=lambda c: c.support, default=None)
    if best is None:
        return part
    if not said:
        return replace(part, draft=Draft("answered", (told_by(best),)))
    return replace(part, draft=replace(part.draft, sentences=(*said, told_by(best))))


def _beside(parts: Sequence[Part], among: Sequence[Part], told: Set[str]) -> Sequence[Candidate]:
    """What the documents have for parts that stands in a section with what was told.

    Args:
        among: parts whose evidence tells in which sections that stands.
    """
    every = [c for part in among if part.evidence for c in part.evidence.candidates]
    sections = {c.found.passage.id for c in every if normalised(c.sentence.text) in told}
    return [
        c
        for part in parts
        for c in (part.evidence.candidates if part.evidence else ())
        if c.answers
        and c.found.passage.id in sections
        and normalised(c.sentence.text) not in told
        and not is_silence(c.sentence.text)
    ]


def _is_spent(text: str, part: Part, others: Sequence[Part]) -> bool:
    """Whether a sentence has too few figures to answer a part that asks for one, beside others.

    One that tells figures in words, such as 'four in five', is not told to have too few.
    """
    asked = sum(
        other.kind in _FIGURES
        for other in others
        if other is not part and any(text == said.text for said in other.draft.sentences)
    )
    return part.kind in _FIGURES and 0 < len(quantities(text)) <= asked


_FIGURES: frozenset[Kind | None] = frozenset({"number", "share", "money"})


def _quotes(draft: Draft) -> list[Quote]:
    return [quote for sentence in draft.sentences for quote in sentence.quotes]


def _is_answered_by(part: Part, told: set[Quote], parts: Sequence[Part]) -> bool:
    """Whether a sentence that is shown anyway can answer a part that was refused."""
    if part.evidence is None or _says_so(part):
        return False
    for candidate in part.evidence.candidates:
        span = candidate.sentence.span
        quote = Quote(candidate.found.document.id, span.start, span.end)
        if quote not in told or _is_spent(normalised(candidate.sentence.text), part, parts):
            continue
        if candidate.answers and candidate.covered and candidate.support >= ANSWERED_BY:
            return True
        if part.kind in GATES and candidate.support >= TOLD and _is_of_kind(candidate):
            return True
    return False


def _is_of_kind(candidate: Candidate) -> bool:
    """Whether a sentence has a thing of the kind that is asked for, and tells it."""
    signs = dict(zip(SIGNS, candidate.signs, strict=True))
    return bool(signs["kind"] and not signs["silence"])


def _says_so(part: Part) -> bool:
    """Whether a refusal rests on a sentence of the documents that says they are silent."""
    return bool(part.draft.sentences) and not part.draft.opening
