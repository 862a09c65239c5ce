"""Whether what is planned, possible or claimed in the evidence stays so, and causes are its own."""

import re

from assistant.generation.reading import Reading, Token
from assistant.generation.stating import Found

_PLANNED = re.compile(
    r"\bplans? (?:to|for (?:a|an|the)|an?|the)\b|\bplann(?:ed|ing) (?:to|for|\w+)\b|\b(?:is|are|was|were|be) (?:expected|meant|due|set|supposed|intended"
    r"|designed|scheduled|projected|slated) to\b|\b(?:intends?|expects?|hopes?|aims?|seeks?|proposes?"
    r"|wants?) to\b|\baim(?:ing|ed) (?:to|for)\b|\bwould\b|\bwill\b|\bgoing to\b|\bis to be\b|\bare to be\b"
    r"|\bintended\b|\bproposed\b|\bexpected\b|\bintends?\b|\bonce it is complete\b|\bto provide\b|\bset out to\b"
    r"|\bplane(?:a|an|aba|ó)\b|\bprevé(?:n)?\b|\bprevisto\b|\bpretende[nm]?\b|\bse espera\b|\bespera[nm]?\b|\bdestinad[ao]s? a\b"
    r"|\bbusca[nm]?\b|\btiene previsto\b|\bquiere\b|\bva a\b|\bplaneja[m]?\b|\bprevê(?:em)?\b|\bvisa[m]?\b"
    r"|\bdeve(?:rá|m|rão)? \w+r\b|\bvai \w+r\b|\bquer\b|\w{3,}(?:rá|rán|rão)\b",
    re.I,
)  # fmt: skip
_FIRMLY_PLANNED = re.compile(
    r"\bplans? (?:to|an?|for)\b|\bplanned to\b|\b(?:is|are|was|were) (?:expected|meant|due|supposed|intended|scheduled) to\b"
    r"|\b(?:intends?|expects?|hopes?|proposes?) to\b|\bplane(?:a|an)\b|\bprevé(?:n)?\b|\bpretende[nm]?\b"
    r"|\bplaneja[m]?\b|\bprevê(?:em)?\b",
    re.I,
)  # fmt: skip
_MEANT = re.compile(
    r"\bplans? to\b|\bplanned (?:to|\w+)\b|\b(?:is|are|was|were) (?:expected|meant|due|set|supposed|intended|scheduled|projected) to\b"
    r"|\b(?:intends?|hopes?|proposes?) to\b|\baiming for\b|\bwould\b|\bwill\b|\bis to be\b|\bset out to\b|\bgoal of\b",
    re.I,
)  # fmt: skip
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|likely|apparently|seems?|appears?"
    r"|puede[n]? que|podría[n]?|quizá[s]?|posiblemente|probablemente|poderia[m]?|talvez|possivelmente"
    r"|provavelmente)\b"
)
_ABLE = re.compile(r"\b(?:may|might|could|can|possibl[ey]|perhaps|probabl[ey]|likely|seems?|appears?|not confirmed|unconfirmed|puede[n]?|pueda[n]?|podría[n]?|posible\w*|pode[m]?|pôde|pudo|pudieron|puderam|possa[m]?|podia[m]?|poderia[m]?|possível|talvez|quizás?)\b", re.I)
_CLAIMED = re.compile(
    r"\b(?:claims?|claimed|calls? itself|called itself|calling itself|own claim|credits?|credited"
    r"|alleg\w+|argues?|labels?|boasts?)\b|\bpages? calls?\b|\bis called\b|\bhas called\b|\bsays the award\b",
    re.I,
)
_ATTRIBUTED = re.compile(
    r"\b(?:sa(?:y|ys|id)|call\w*|claim\w*|report\w*|according|credit\w*|describ\w*|consider\w*|attribut\w*|self-\w+"
    r"|alleg\w+|argu\w+|label\w*|stat(?:es|ed)|note[sd]?|put[s]? (?:it )?down|dice[n]?|dijo|llama\w*|según|segundo|afirm\w+|atribu\w+|consider\w+|diz|disse"
    r"|chama\w*|asegur\w+|reivindic\w+|speaks? of|date[sd]?|prints?)\b",
    re.I,
)
_CAUSE = re.compile(
    r"\b(?:because|due to|thanks to|owing to|as a result of|on account of|caus(?:e|es|ed|ing)|led to|leads to|resulted in|resulting in"
    r"|brought about|responsible for|driven by|attributed to|attributable to|so that|thereby|porque|debido a|gracias a|a causa de|por culpa de|a raíz de|provoc\w+|causó|causaron"
    r"|causa(?:ron|ram|ou|n|m)?|graças a[os]?|devido a[os]?|por causa d\w+|em razão|em função)\b",
    re.I,
)  # fmt: skip
_JOINED = re.compile(
    r"\b(?:because|due|thanks|owing|result\w*|caus\w+|led|leads|so that|, so\b|so\b|after|following|therefore|through"
    r"|since|reason|driven|enabl\w+|let|lets|allow\w*|in order|once|credit\w*|which follows|as data|with which"
    r"|porque|debido|gracias|para que|por eso|tras|graças|devido|por isso|após)\b",
    re.I,
)  # fmt: skip
_MEANS = re.compile(r"\b(?:thanks to|gracias a|graças a[os]?)\b", re.I)
_THROUGH = re.compile(r"\b(?:through|with|by|using|via|from)\b", re.I)
_UNPROVEN = re.compile(
    r"\b(?:not show|no cause|not proof|without proving|not the reason|not the cause|claims? no|not claim|not link"
    r"|no source (?:says|calls|consulted)|alone caused)\b",
    re.I,
)


def uncertain(sentence: Reading, evidence: Reading) -> Found:
    """Something made firmer, or less firm, than the evidence has it."""
    said = _said(sentence)
    if not _PLANNED.search(said):
        for planned in _MEANT.finditer(evidence.text):
            if _speaks_of(sentence, evidence, planned.start(), planned.end()):
                return "hedge", f"it is only '{planned[0]}' in the evidence"
    planned = _FIRMLY_PLANNED.search(said)
    if planned and not _PLANNED.search(evidence.text) and "plan" not in evidence.text.lower():
        return "hedge", f"'{planned[0]}' is not in the evidence"
    if (found := _POSSIBLE.search(evidence.text)) and not _ABLE.search(said):
        if _speaks_of(sentence, evidence, found.start(), found.end()):
            return "hedge", f"it is only '{found[0]}' in the evidence"
    claimed = _CLAIMED.search(evidence.text)
    if claimed and not _ATTRIBUTED.search(said):
        if _speaks_of(sentence, evidence, claimed.start(), claimed.end()):
            return "hedge", "the evidence gives it as a claim"
    return None


def uncaused(sentence: Reading, evidence: Reading) -> Found:
    """A cause that the evidence does not give."""
    said = _said(sentence)
    cause = _CAUSE.search(said)
    if not cause:
        return None
    if any(t.negates for t in sentence.tokens) and _UNPROVEN.search(evidence.text):
        return None
    if _UNPROVEN.search(evidence.text):
        return "cause", "the evidence says that no cause is shown"
    joined = _JOINED.search(evidence.text) or (
        _MEANS.search(said) and _THROUGH.search(evidence.text)
    )
    return None if joined else ("cause", f"'{cause[0]}' joins what the evidence does not")


def cause(sentence: Reading) -> Reading | None:
    """What a sentence gives as a cause, to the end of the clause; None if it gives none."""
    found = _CAUSE.search(sentence.text, sentence.tokens[0].start)
    if not found or found.end() > sentence.tokens[-1].end:
        return None
    first = next((t for t in sentence.tokens if t.start >= found.end()), None)
    if first is None:
        return None
    clause = [t for t in sentence.tokens if t.clause == first.clause and t.start >= first.start]
    return sentence.part(first.start, clause[-1].end)


def _said(sentence: Reading) -> str:
    return sentence.text[sentence.tokens[0].start : sentence.tokens[-1].end]


def _speaks_of(sentence: Reading, evidence: Reading, start: int, end: int) -> bool:
    """Whether the sentence says what follows a place in the evidence, within its clause."""
    here = next((t for t in evidence.tokens if t.end > start), None)
    if here is None:
        return False
    after = [
        t for t in evidence.told if t.start >= end and t.sentence == here.sentence and t.role != "light"
    ][:4]
    told: list[Token] = sentence.told
    met = sum(
        any(t.concepts & own.concepts for own in told)
        or (t.role == "value" and evidence.text[t.start : t.end] in sentence.text)
        for t in after
    )
    return met >= min(2, len(after)) and met > 0
