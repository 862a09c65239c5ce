"""What is only supposed after a reckoning or a question who may take part.

'And if two of them get struck out when the experts check?' loses two criteria, whatever verb says
so; 'what if we were across the border in Canada?' asks again for another place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.dialogue import census
from assistant.dialogue.slots import Slot, SlotFinder
from assistant.dialogue.state import State
from assistant.dialogue.substitution import as_of_now, in_language, put_in
from assistant.dialogue.turns import Said
from assistant.dialogue.wording import CITY_NOUNS, PRONOUNS, SMALL
from assistant.folding import fold
from assistant.tools.numerals import numerals
from assistant.tools.tier_grammar import TierQuestion

_IF = re.compile(
    r"\b(?:if|when|unless|suppose|supposing|say|assum(?:e|ing)|imagin(?:e|ing)|should|in case"
    r"|si|cuando|supon\w*|digamos|imagin\w+|se|quando|caso|digamos)\b"
)
_THEM = (
    r"(?:(?:of )?(?:them|those|these|ours)|of (?:our(?: \d+| own)?|the (?:ones|\d+))"
    r"|de (?:ell[ao]s|es[ao]s|est[ao]s|l[ao]s nuestr[ao]s)"
    r"|d?(?:eles|elas|esses|essas|estes|estas)|d[oa]s noss[oa]s"
    r"|criteria|criterion|criterios?)"
)
_VERBS = (
    r"(?:is|are|was|were|be|get|gets|got|go|goes|come|comes|turn|turns|end|ends|fall|falls|drop"
    r"|drops|prove|proves|fail|fails|slip|slips|lapse|lapses|expire|expires|do|does|don|did|didn|can"
    r"|cannot|could|will|won|would|wouldn|aren|isn|doesn|weren|wasn|have|has|had|should"
    r"|no|se|son|es|fueran?|fuesen?|sean?|resultan?|resulten|quedan?|queden|caducan|vencen"
    r"|nao|sao|for|forem|fossem?|sejam?|ficam|ficarem|caem|cairem|vencem|vencerem)"
)
_STRUCK = re.compile(
    rf"(?<![\d.%])\b(?P<n>\d)(?! ?[%\d.,])"
    rf"(?: (?P<them>{_THEM})\b.*| {_VERBS}\b.*)"
)
_OTHERS_STRIKE = re.compile(
    rf"\b(?:they|experts?|reviewers?|assessors?|auditors?|committee|programme|program|someone"
    rf"|expertos|revisores|comite|especialistas|eles|ellos|alguien|alguem|se (?:nos|me|les?))\b.*"
    rf" (?P<n>\d)"
    rf"(?: {_THEM}.*)?\W*$"
)
_ONLY = re.compile(r"\b(?:only|just|solo|solamente|apenas|somente)\W+$")
_GAINED = re.compile(
    r"\b(?:(?<!fall )(?<!falls )(?<!fell )through|accept\w*|approv\w*|pass(?:es|ed)?|valid\w+"
    r"|confirm\w*|grant\w*|succeed\w*|work(?:s|ed)? out|come good|complet\w*|finish\w*|done|met"
    r"|fulfil\w*|credit\w*|recogni[sz]ed"
    r"|acept\w+|aprob\w+|aprov\w+|aceit\w+|cumpl\w+|cumpr\w+|logr\w+|consegu\w+|atend\w+)\b"
)
_DENIED = re.compile(
    r"(?:\bnot\b|n['’]t\b|\bno\b|\bnao\b|\bnever\b|\bunless\b|\bfail\w*|\bwithout\b|\bsin\b|\bsem\b)"
)


def struck(text: str, last: TierQuestion) -> TierQuestion | None:
    """What a turn asks that supposes, in words of its own, that some criteria met fall away.

    Verbs of losing are without number, so it is the form that tells: 'if' with a few of them, and
    nothing that says they were gained.

    Args:
        text: the turn without its opening words.
        last: what was reckoned before.
    """
    plain = " ".join(numerals(text.lower()).split())
    begun = _IF.search(plain)
    clause = plain[begun.end() :] if begun else plain
    if last.met is None or not (begun or _DENIED.search(clause)):
        return None
    found = _STRUCK.search(clause) or _OTHERS_STRIKE.search(clause)
    if not found or len(re.findall(r"\d+", clause)) > 1:
        return None
    if _ONLY.search(clause[: found.start("n")]):
        return None  # a count of those met
    number = int(found["n"])
    gained = bool(_GAINED.search(clause)) and not _DENIED.search(clause)
    of_them = found.groupdict().get("them")
    if not 0 < number < last.met or (of_them and gained) or not (of_them or begun):
        return None
    return replace(
        last, kind="what_if", change=number if gained else -number,
        tiers=(), total=None, nearly=False, also=(),
    )  # fmt: skip


_JOINING = re.compile(
    r"\b(?:take part|taking part|join\w*|appl(?:y|ies|ied|ying|ication)|eligib\w+|participat\w+"
    r"|qualif\w+|enter|sign up|get (?:certified|in)|be certified|allowed|particip\w+|postul\w+"
    r"|inscri\w+|entrar|aplicar|elegib\w+|elegiv\w+|candidat\w+|unirse|certificarse)\b"
)
_SUPPOSED = frozenset(
    """if what suppose supposing say imagine assume assuming then instead though case thing but live
    lived living located situated based lay lie lies sit sat side border line across over right
    north south next door nearby neighbouring neighboring just only rather town people inhabitants
    residents population had were with other
    si que y supongamos digamos viviera estuviera estuvieramos estuviese fuera fueramos tuviera
    tuvieramos frontera lado otro personas habitantes poblacion pero en vez cambio lugar
    se e suponha digamos fosse fossemos estivesse estivessemos tivesse tivessemos fronteira lado
    outro pessoas moradores populacao mas ficasse vez""".split()
)
_MORE_OR_FEWER = re.compile(
    r"^ (?:(?:people|inhabitants|residents|personas|habitantes|pessoas) )?"
    r"(?:(?P<more>more|extra|additional|mas|mais)|(?:fewer|less|menos))\b"
)
_MOST_STRANGE = 1


def elsewhere(said: Said, state: State, finder: SlotFinder) -> str | None:
    """The question who may take part again, of another place or size, or of today."""
    slots = [slot for slot in said.slots if slot.kind in ("area", "place", "count")]
    supposes = said.joined or bool(_IF.search(said.folded))
    dated = any(slot.kind == "date" for slot in state.slots)
    now = dated and census.is_on_today(said.folded)
    if len(slots) != len(said.slots) or not (now or (slots and supposes)):
        return None
    given = [slot for slot in state.slots if slot.kind in ("area", "place", "count")]
    if not given or not _JOINING.search(fold(state.question)) or state.reckoning:
        return None
    known = _SUPPOSED | SMALL | CITY_NOUNS | PRONOUNS
    if sum(word.plain not in known for word in said.content) > _MOST_STRANGE:
        return None
    text = state.question
    for slot in slots:
        added = _MORE_OR_FEWER.match(said.folded[slot.end :])
        changed = (
            _added(text, said.text[slot.start : slot.end], finder, more=bool(added["more"]))
            if added
            else put_in(text, finder.find(text), slot, said, finder)
        )
        if changed is None:
            return None
        text = changed
    return in_language(as_of_now(text, said, finder), said.language, state, finder)


def on_joining(question: str, slots: Sequence[Slot]) -> bool:
    """Whether a question asks if a place of some size or area may take part."""
    of_place = any(slot.kind in ("area", "place", "count") for slot in slots)
    folded = fold(question)
    return of_place and bool(_MAY.search(folded) and _JOINING.search(folded))


_MAY = re.compile(r"\b(?:can|could|may|allowed|eligib|qualif|pued|podemos|podem?\b|elegi)")


def _added(text: str, amount: str, finder: SlotFinder, *, more: bool) -> str | None:
    """A question with so many people more, or fewer, than it names."""
    counts = [slot for slot in finder.find(text) if slot.kind == "count"]
    if len(counts) != 1:
        return None
    before, change = (_people(said) for said in (counts[0].value, amount))
    if before is None or change is None or before <= change:
        return None
    now = before + change if more else before - change
    return f"{text[: counts[0].start]}{now:,}{text[counts[0].end :]}"


def _people(amount: str) -> int | None:
    plain = re.sub(r"(\d) ?k\b", r"\g<1>000", amount.lower())
    digits = numerals(plain).strip()
    return int(digits) if digits.isdecimal() else None
