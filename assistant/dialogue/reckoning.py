"""Follow-ups to a question for the tier calculator: what-ifs, other counts, levels and versions.

What a follow-up leaves out is taken from the reckoning before it, and the whole is written out
again as a question that `tier_grammar` reads without a conversation.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from assistant.answers import Language
from assistant.folding import fold
from assistant.tools.level_names import TIERS, Scale, level_words
from assistant.tools.tier_amounts import change_in
from assistant.tools.tier_grammar import Kind, TierQuestion, read_frame
from assistant.tools.tier_ladder import next_to, only_asks_what_it_takes, step_on
from assistant.tools.tier_scale import scale_of
from assistant.tools.tier_words import has, strange
from corpus.records import Standard

MOST_STRANGE = 1
"""How many words a follow-up may hold that the grammar does not know."""

_FEW = 10
"""Below this a bare number after a what-if is how many are lost or gained, not how many are met."""

_BESIDES = re.compile(
    r"\b(?:(?:some|any)thing else|other (?:things|conditions|requirements)|algo m[aá]s|otra cosa"
    r"|algo mais|alguma coisa mais|outra coisa)\b"
)
_NOW = re.compile(
    r"\W*(?:(?:and|y|e) )?(?:(?:what|which|how)(?: level)?(?: is| about|['’]s)?(?: it| that)? "
    r"|(?:o )?(?:que|cual|qual)(?: nivel)? (?:es|e|seria)(?: eso| isso)? )?"
    r"(?:today|now|nowadays|currently|these days|hoy|ahora|actualmente|hoje|agora|atualmente)\W*"
)
_ONE = re.compile(r"(?<!\S)ONE(?!\S)")
_FAILS = re.compile(r"(?<=\d )MISS$")
_AGAIN = frozenset("MORE NEXT".split())
_OF_THE_LAST = re.compile(r"\b(?:again|of those|de novo|de nuevo|otra vez|dess[ae]s|de es[ao]s)\b")
"""Takes from what was just reckoned: 'and if we lose four of those again?'."""


def follow(
    text: str, last: TierQuestion, *, standard: Standard, leans: bool, points: bool
) -> TierQuestion | None:
    """What a turn asks after a reckoning; None if it does not go on with it.

    Args:
        text: the turn without its opening words.
        last: what was reckoned before.
        leans: whether the turn shows by 'and', 'I mean', a pronoun or the like that it goes on.
        points: whether by a pronoun: 'is that gold?'.
    """
    if last.named and _NOW.fullmatch(fold(text)):
        return replace(last, version=standard.current.id, named=False, total=None)
    framed = read_frame(text, standard=standard)
    if framed is None:
        return None
    base, line = framed
    spare = has(line, "HOWMANY") and has(line, "LOSE")
    core = " ".join(token for token in line.split() if token not in ("WE", "CITY", ";"))
    if has(line, "IF") and last.met is not None:
        core = _FAILS.sub("LOSE", core)  # 'if our two best fail': of those that were met
    loose = spare or (leans and bool(change_in(core)[0]))
    if _BESIDES.search(text.lower()):
        return None  # 'is the number enough, or is there something else too?'
    if strange(line) > (3 if loose else MOST_STRANGE) or has(
        line, "CITIES", "WHEN", "ROUND", "CERTIFIED"
    ):
        return None
    # A total names a version, which is kept.
    kind: Kind = "needed" if last.kind == "end" else last.kind
    last = replace(last, kind=kind, total=None, nearly=False, also=())
    kept = replace(last, version=base.version, named=True) if base.named else last
    change, start, rest = change_in(core)
    if start is not None:
        return None
    if change:
        again = has(line, *_AGAIN) or bool(_OF_THE_LAST.search(text.lower()))
        return _changed(kept, change, again=again)
    if base.named and str(_criteria(base.version, standard)) in rest.split():
        rest = ""  # 'the old one, with 45'
    if last.kind == "what_if":
        rest = _ONE.sub("1", rest)
    amount = _amount(rest)
    if amount and amount[0] < 0 and amount[0].denominator == 1:
        return _changed(kept, int(amount[0]), again=False)  # 'and minus three?'
    if amount and last.kind == "what_if" and 0 < amount[0] < _FEW and amount[0].denominator == 1:
        sign = -1 if last.change < 0 else 1
        return _changed(kept, sign * int(amount[0]), again=False)  # 'and three?'
    if amount and _gives(line, leans=leans):
        if has(line, "CRITERIA"):
            kept = replace(kept, percent=None)
        return _with_amount(kept, amount, base, supposed=has(line, "IF"))
    if amount:
        return None
    return _beside(kept, line, scale_of(standard)) or _without_amount(
        kept, base, line, leans=leans, points=points
    )


def _beside(last: TierQuestion, line: str, scale: Scale) -> TierQuestion | None:
    """The last question again, or of the level next to its own: 'and the next step up?'."""
    if last.kind not in ("needed", "missable") or len(last.tiers) != 1:
        return None
    if has(line, "NEED") and last.kind == "needed" and only_asks_what_it_takes(line):
        return last  # 'the level above gold, and what does it take?'
    if not (step := step_on(line)):
        return None
    token = next_to(TIERS[scale.names.index(last.tiers[0])], step, scale)
    return replace(last, tiers=scale.tiers_in(token)) if token else None


def _criteria(version: str, standard: Standard) -> int:
    return next(v.criteria for v in standard.versions if v.id == version)


def _changed(last: TierQuestion, change: int, *, again: bool) -> TierQuestion | None:
    if last.met is None:
        return None
    met = last.met + last.change if again and last.kind == "what_if" else last.met
    return replace(last, kind="what_if", met=met, change=change, tiers=())


def _amount(core: str) -> tuple[Fraction, bool] | None:
    """The one number of a line, and whether it is a percentage."""
    found = re.findall(r"(?<!\S)(-?\d+(?:\.\d+)?)(%?)(?!\S)(?! [a-z])", core)
    if len(found) != 1:
        return None
    return Fraction(found[0][0]), bool(found[0][1])


def _gives(line: str, *, leans: bool) -> bool:
    """Whether the number of a line is given by it as a bare word, an 'if' or a correction."""
    bare = (
        not set(line.split())
        - {"IF", "HAVE", "MEET", "CRITERIA", "COUNT", "OF", ";"}
        - {token for token in line.split() if token[0].isdigit() or token[0] == "-"}
    )
    return bare or (leans and has(line, "IF"))


def _with_amount(
    last: TierQuestion, amount: tuple[Fraction, bool], base: TierQuestion, *, supposed: bool
) -> TierQuestion:
    """The last question about another amount."""
    value, is_percent = amount
    is_percent = is_percent or last.percent is not None
    met, percent = (None, value) if is_percent else (value, None)
    kind: Kind = "level"
    if last.kind in ("distance", "spare") and not is_percent and not supposed:
        kind = last.kind
    elif last.kind in ("needed", "ask_count") and last.tiers and not is_percent:
        kind = "distance"
    if last.kind == "ask_count" and last.change and not is_percent:
        return replace(last, kind="what_if", met=met, tiers=())
    tiers = base.tiers or (last.tiers if kind != "level" else ())
    return replace(
        last, kind=kind, met=met, percent=percent, change=0, tiers=tiers,
        asks_percent=False,
    )  # fmt: skip


def _without_amount(
    last: TierQuestion, base: TierQuestion, line: str, *, leans: bool, points: bool
) -> TierQuestion | None:
    """The last amount, if there was one, against other levels or under another version."""
    now = replace(last, met=None if last.met is None else last.met + last.change, change=0)
    reckoned = now.met is not None or now.percent is not None
    spare = has(line, "LOSE") and has(line, "HOWMANY")
    if spare and now.met is not None:
        return replace(now, kind="spare", tiers=base.tiers)
    far = has(line, "MISSING", "HOWFAR", "NEXT") or (
        has(line, "HOWMANY", "ENOUGH") and has(line, "MORE", "REACH", "ENOUGH", "NEED", "FOR")
    )
    alone = set(line.split()) - _SAYS_NOTHING
    if last.kind == "needed" and alone == {"PERCENTAGE"}:
        return replace(last, asks_percent=True)
    if reckoned and alone == {"PERCENTAGE"}:
        return replace(now, kind="level", tiers=())  # which gives the share too
    if last.kind == "needed" and last.asks_percent and alone - {"HOWMANY"} == {"CRITERIA"}:
        return replace(last, asks_percent=False)
    whole = has(line, "CRITERIA", "THRESHOLD", "MINIMUM", "PERCENTAGE", "LEVELS", "COMPARE")
    if whole and not (leans and far) and not base.named and not points:
        return None
    if points and reckoned and not base.tiers and has(line, "PERCENTAGE"):
        return replace(now, kind="level", tiers=())  # which gives the share too
    if points and last.kind == "needed" and not base.tiers and has(line, "PERCENTAGE"):
        return replace(last, asks_percent=True)
    if base.tiers:
        if not reckoned:
            return _needed(last, base)
        return _against(now, base, line, far=far, leans=leans, points=points)
    if far and reckoned:
        return replace(now, kind="distance", tiers=())
    if base.named and not set(re.sub(r"\d+", "", line).split()) - _VERSION_WORDS:
        return replace(last, version=base.version, named=True)
    if leans and reckoned and has(line, "LEVEL", "STAND"):
        return replace(now, kind="level", tiers=())
    return None


_SAYS_NOTHING = frozenset("WHICH OF FOR THAT COUNT ;".split())
_VERSION_WORDS = frozenset(
    """UNDER OF THE OLD FIRST CURRENT STANDARD HAVE CRITERIA IF FOR WHICH LEVEL ONE ; in then was
    before would COMPARE CHANGE same different igual distinto diferente mesma mesmo""".split()
)


def _against(
    now: TierQuestion, base: TierQuestion, line: str, *, far: bool, leans: bool, points: bool
) -> TierQuestion | None:
    asked = set(line.split()) - {*TIERS, ";"}
    if now.kind == "spare" and asked <= {"FOR", "OF"}:
        return replace(now, tiers=base.tiers)
    if points and not asked:
        return replace(now, kind="level", tiers=base.tiers)
    if far or asked <= {"FOR", "REACH", "NEED"}:
        counts = has(line, "HOWMANY", "HOWFAR", "MISSING", "MORE")
        whether = has(line, "ENOUGH", "REACH") and not counts
        return replace(now, kind="distance", tiers=base.tiers, asks_whether=whether)
    if leans or asked <= {"WE", "THAT", "HAVE"}:
        return replace(now, kind="level", tiers=base.tiers)
    return None


def _needed(last: TierQuestion, base: TierQuestion) -> TierQuestion | None:
    if last.kind in ("needed", "missable", "ask_count"):
        return replace(last, tiers=base.tiers)
    return replace(last, kind="needed", tiers=base.tiers) if last.kind == "thresholds" else None


_RESTATED: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "level": "What level is {met} {units}{under}?",
        "level_tier": "Is {met} {units} {level}{under}?",
        "level_percent": "What level is {percent} %{under}?",
        "level_percent_tier": "Is {percent} % {level}{under}?",
        "distance": "How many more {units} for {level} with {met} {units}{under}?",
        "distance_next": "How many more {units} for the next level with {met} {units}{under}?",
        "distance_percent": "How many more {units} for {level} with {percent} %{under}?",
        "distance_next_percent": "How many more {units} for the next level with {percent} %"
        "{under}?",
        "enough": "Is {met} {units} enough for {level}{under}?",
        "enough_percent": "Is {percent} % enough for {level}{under}?",
        "spare": "How many of our {met} {units} can we lose{under}?",
        "spare_tier": "How many of our {met} {units} can we lose and stay {level}{under}?",
        "gain": "What if we add {n} to our {met} {units}{under}?",
        "lose": "What if we lose {n} of our {met} {units}{under}?",
        "missable": "How many {units} can we miss and still reach {level}{under}?",
        "needed": "How many {units} are needed for {level}{under}?",
        "needed_percent": "What percentage is needed for {level}{under}?",
        "thresholds": "What are the thresholds of each level{under}?",
        "ask_count": "How far are we from {level}{under}?",
        "under": " in the {year} version",
        "or": " or ",
    },
    "es": {
        "level": "¿Qué nivel son {met} {units}{under}?",
        "level_tier": "¿{met} {units} son {level}{under}?",
        "level_percent": "¿Qué nivel es {percent} %{under}?",
        "level_percent_tier": "¿{percent} % es {level}{under}?",
        "distance": "¿Cuántos {units} faltan para {level} con {met} {units}{under}?",
        "distance_next": "¿Cuántos {units} faltan para el siguiente nivel con {met} {units}"
        "{under}?",
        "distance_percent": "¿Cuántos {units} faltan para {level} con {percent} %{under}?",
        "distance_next_percent": "¿Cuántos {units} faltan para el siguiente nivel con {percent} %"
        "{under}?",
        "enough": "¿Bastan {met} {units} para {level}{under}?",
        "enough_percent": "¿Basta {percent} % para {level}{under}?",
        "spare": "¿Cuántos de nuestros {met} {units} podemos perder{under}?",
        "spare_tier": "¿Cuántos de nuestros {met} {units} podemos perder y seguir en {level}"
        "{under}?",
        "gain": "¿Y si sumamos {n} a nuestros {met} {units}{under}?",
        "lose": "¿Y si perdemos {n} de nuestros {met} {units}{under}?",
        "missable": "¿Cuántos {units} podemos incumplir y ser {level}{under}?",
        "needed": "¿Cuántos {units} se necesitan para {level}{under}?",
        "needed_percent": "¿Qué porcentaje se necesita para {level}{under}?",
        "thresholds": "¿Cuáles son los umbrales de cada nivel{under}?",
        "ask_count": "¿Cuánto nos falta para {level}{under}?",
        "under": " en la versión de {year}",
        "or": " o ",
    },
    "pt": {
        "level": "Que nível são {met} {units}{under}?",
        "level_tier": "{met} {units} são {level}{under}?",
        "level_percent": "Que nível é {percent} %{under}?",
        "level_percent_tier": "{percent} % é {level}{under}?",
        "distance": "Quantos {units} faltam para {level} com {met} {units}{under}?",
        "distance_next": "Quantos {units} faltam para o próximo nível com {met} {units}{under}?",
        "distance_percent": "Quantos {units} faltam para {level} com {percent} %{under}?",
        "distance_next_percent": "Quantos {units} faltam para o próximo nível com {percent} %"
        "{under}?",
        "enough": "{met} {units} bastam para {level}{under}?",
        "enough_percent": "{percent} % basta para {level}{under}?",
        "spare": "Quantos dos nossos {met} {units} podemos perder{under}?",
        "spare_tier": "Quantos dos nossos {met} {units} podemos perder e continuar em {level}"
        "{under}?",
        "gain": "E se ganharmos {n} sobre os nossos {met} {units}{under}?",
        "lose": "E se perdermos {n} dos nossos {met} {units}{under}?",
        "missable": "Quantos {units} podemos descumprir e ser {level}{under}?",
        "needed": "Quantos {units} são necessários para {level}{under}?",
        "needed_percent": "Que porcentagem é necessária para {level}{under}?",
        "thresholds": "Quais são os limiares de cada nível{under}?",
        "ask_count": "Quanto nos falta para {level}{under}?",
        "under": " na versão de {year}",
        "or": " ou ",
    },
}


def restate(question: TierQuestion, *, standard: Standard, language: Language) -> str:
    """A question for the calculator written out, so that it is read back as the same."""
    texts = _RESTATED[language]
    under = under_version(question, standard, language)
    levels = texts["or"].join(level_words(tier, language, standard).name for tier in question.tiers)
    return texts[_form(question)].format(
        met=_number(question.met, language),
        percent=_number(question.percent, language),
        level=levels,
        n=abs(question.change),
        units=standard.unit_in(language).many,
        under=under,
    )


def under_version(question: TierQuestion, standard: Standard, language: Language) -> str:
    """' in the 2018 version' for a question that names it; empty where it names none."""
    version = next(v for v in standard.versions if v.id == question.version)
    said = _RESTATED[language]["under"].format(year=version.in_force_from.year)
    return said if question.named else ""


def _form(question: TierQuestion) -> str:
    tier = "_tier" if question.tiers else ""
    match question.kind:
        case "what_if":
            return "gain" if question.change > 0 else "lose"
        case "distance":
            form = "distance" if tier else "distance_next"
            form = "enough" if tier and question.asks_whether else form
            return form if question.percent is None else f"{form}_percent"
        case "spare":
            return f"spare{tier}"
        case "needed":
            return "needed_percent" if question.asks_percent else "needed"
        case "level" | "wrong_total" if question.percent is None:
            return f"level{tier}"
        case "level":
            return f"level_percent{tier}"
        case kind:
            return kind


def _number(value: Fraction | None, language: Language) -> str:
    if value is None:
        return ""
    written = f"{float(value):g}"
    return written if language == "en" else written.replace(".", ",")
