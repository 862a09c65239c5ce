"""Saying what the tier calculator found: short sentences in three languages, each with its rule.

Every number in a sentence stands in the tool call's result or in a quoted tier of the record.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assistant.answers import Draft, DraftSentence, Language, Quote, Status, ToolCall
from assistant.tools.tier_grammar import TierQuestion
from assistant.tools.tiers import (
    Band,
    ImpossibleInputError,
    TierResult,
    assess_count,
    assess_percent,
    bands,
    decimal,
    version_by_id,
)
from corpus.records import Evidence, Standard, StandardVersion

# A level by itself, and with the article its language wants.
_LEVELS: Mapping[Language, Mapping[str, tuple[str, str]]] = {
    "en": {name: (name, name) for name in ("silver", "gold", "platinum")},
    "es": {
        "silver": ("plata", "la plata"),
        "gold": ("oro", "el oro"),
        "platinum": ("platino", "el platino"),
    },
    "pt": {
        "silver": ("prata", "a prata"),
        "gold": ("ouro", "o ouro"),
        "platinum": ("platina", "a platina"),
    },
}

# After a bold lead comes a number or a level: the verifier could take another word for a name.
_TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "under": " under the {year} version",
        "share": "{met} of {criteria} criteria is {percent} %",
        "share_percent": "{percent} % of the {criteria} criteria",
        "lead": "**{Level}{under}.** {share}; {the} {range}.",
        "range": "runs from {min} to {max} %",
        "range_top": "starts at {min} %",
        "range_derived": "has no figure in the documents and, following on from the level below, "
        "would start at {min} %",
        "below": "Below **{level}**{under}: {share}.",
        "between": "**{Level}{under}.** {share}, below the {min} % where {next} begins; {reach}.",
        "reach_one": "one more criterion reaches it",
        "reach": "{n} more criteria reach it",
        "reach_percent": "that takes {needed} criteria",
        "rounding": "The bands are printed in whole per cent, and the documents do not say how to "
        "round.",
        "start": "{Level} starts at {min} % of the {criteria} criteria, which is {needed}{more}.",
        "start_derived": "{Level}{under} has **no figure in the documents**; following on from "
        "the level below, it would start at {min} % of the {criteria} criteria, which is "
        "{needed}{more}.",
        "more": ": {n} more",
        "holds": "{The} holds down to {needed}.",
        "edge": "One criterion fewer would leave the city {at}.",
        "at": "at {level}",
        "at_below": "below {level}",
        "needs": "**{Level} needs {needed} criteria{under}**: at least {min} % of the {criteria}.",
        "needs_percent": "**{min} %{under}.** ",
        "missing": "**{n} more{under}.** ",
        "missing_one": "**{n} more{under}.** ",
        "stands": "With {met} ({percent} %) the city is {at}.",
        "reached": "**{Level}** is reached{under}: {share}, and {the} starts at {min} %.",
        "spare": "**{n}{under}.** {met} of {criteria} criteria ({percent} %) is {level}, which "
        "holds down to {needed}.",
        "changes": "With {met} ({percent} %) the city is {at}, so the level changes.",
        "stays": "With {met} ({percent} %) the city is {at} as well, so the level stays.",
        "older": "Under the {year} version {percent} % was {level} ({min} to {max} %).",
        "table": "Levels{under} go by the share of the {criteria} criteria that a city meets:",
        "row": "**{Level}**: {min} to {max} %, that is {needed} to {holds} criteria",
        "row_top": "**{Level}**: {min} % or more, that is {needed} to {holds} criteria",
        "row_derived": "**{Level}**: no figure in the documents; following on from the level "
        "below, {min} % or more, that is {needed} to {holds} criteria",
        "depends": "The level depends on how many of the {criteria} criteria a city meets.",
        "ask": "How many of them does your city meet?",
        "current": "The current standard",
        "earlier": "The {year} version",
        "wrong_total": "{standard} has {criteria} criteria, not {total}.",
        "too_many": "{standard} has {criteria} criteria, so {given} can't be right.",
        "negative": "Criteria are counted from 0 to {criteria}, so {given} can't be right.",
        "fraction": "Criteria are counted in whole numbers, from 0 to {criteria}, so {given} "
        "can't be right.",
        "over_hundred": "A city can meet {most} % of the {criteria} criteria at most, so {given} "
        "% can't be right.",
        "negative_percent": "A share of the {criteria} criteria runs from 0 to {most} %, so "
        "{given} % can't be right.",
        "rule": "Levels in the {year} version depended on how many components of the standard a "
        "city's work covered, not on a share of its {criteria} criteria.",
        "no_level": "a level by number of criteria in the {year} version",
        "extra": "Besides the criteria, a city has to meet one of three outcome benchmarks.",
        "ask_needed": "How many criteria are needed for {level}{in_version}?",
        "ask_table": "What are the thresholds of each level{in_version}?",
        "ask_lose": "What if we lose 2 of our {met}{in_version}?",
        "ask_level": "What level is {needed} of {criteria} criteria?",
        "in_version": " in the {year} version",
    },
    "es": {
        "under": " según la versión de {year}",
        "share": "{met} de {criteria} criterios equivale al {percent} %",
        "share_percent": "{percent} % de los {criteria} criterios",
        "lead": "**{Level}{under}.** {share}; {the} {range}.",
        "range": "va del {min} al {max} %",
        "range_top": "empieza en el {min} %",
        "range_derived": "no tiene cifra en los documentos y, si continúa donde acaba el nivel "
        "inferior, empezaría en el {min} %",
        "below": "Por debajo de **{level}**{under}: {share}.",
        "between": "**{Level}{under}.** {share}, por debajo del {min} % en el que empieza {next}; "
        "{reach}.",
        "reach_one": "con un criterio más se alcanza",
        "reach": "con {n} criterios más se alcanza",
        "reach_percent": "se alcanza con {needed} criterios",
        "rounding": "Las franjas están publicadas en porcentajes enteros y los documentos no "
        "dicen cómo se redondea.",
        "start": "{Level} empieza en el {min} % de los {criteria} criterios, es decir, "
        "{needed}{more}.",
        "start_derived": "{Level}{under} **no tiene cifra en los documentos**; si continúa donde "
        "acaba el nivel inferior, empezaría en el {min} % de los {criteria} criterios, es decir, "
        "{needed}{more}.",
        "more": ": {n} más",
        "holds": "{The} se mantiene con {needed} o más.",
        "edge": "Con un criterio menos la ciudad quedaría {at}.",
        "at": "en {level}",
        "at_below": "por debajo de {level}",
        "needs": "**{Level} pide {needed} criterios{under}**: al menos el {min} % de los "
        "{criteria}.",
        "needs_percent": "**{min} %{under}.** ",
        "missing": "Faltan **{n}**{under}. ",
        "missing_one": "Falta **{n}**{under}. ",
        "stands": "Con {met} ({percent} %) la ciudad está {at}.",
        "reached": "**{Level}** ya se alcanza{under}: {share}, y {the} empieza en el {min} %.",
        "spare": "**{n}{under}.** {met} de {criteria} criterios ({percent} %) es {level}, que se "
        "mantiene con {needed} o más.",
        "changes": "Con {met} ({percent} %) la ciudad está {at}: el nivel cambia.",
        "stays": "Con {met} ({percent} %) la ciudad también está {at}: el nivel no cambia.",
        "older": "Según la versión de {year}, el {percent} % era {level} (del {min} al {max} %).",
        "table": "Los niveles{under} dependen de qué parte de los {criteria} criterios cumple la "
        "ciudad:",
        "row": "**{Level}**: del {min} al {max} %, es decir, de {needed} a {holds} criterios",
        "row_top": "**{Level}**: {min} % o más, es decir, de {needed} a {holds} criterios",
        "row_derived": "**{Level}**: sin cifra en los documentos; si continúa donde acaba el "
        "nivel inferior, {min} % o más, es decir, de {needed} a {holds} criterios",
        "depends": "El nivel depende de cuántos de los {criteria} criterios cumple la ciudad.",
        "ask": "¿Cuántos cumple su ciudad?",
        "current": "El estándar actual",
        "earlier": "La versión de {year}",
        "wrong_total": "{standard} tiene {criteria} criterios, no {total}.",
        "too_many": "{standard} tiene {criteria} criterios, así que {given} no puede ser.",
        "negative": "Los criterios se cuentan de 0 a {criteria}, así que {given} no puede ser.",
        "fraction": "Los criterios se cuentan en números enteros, de 0 a {criteria}, así que "
        "{given} no puede ser.",
        "over_hundred": "Una ciudad puede cumplir como mucho el {most} % de los {criteria} "
        "criterios, así que {given} % no puede ser.",
        "negative_percent": "La parte de los {criteria} criterios va de 0 a {most} %, así que "
        "{given} % no puede ser.",
        "rule": "Los niveles de la versión de {year} dependían de cuántos componentes del "
        "estándar abarcaba el trabajo de la ciudad, no de un porcentaje de sus {criteria} "
        "criterios.",
        "no_level": "un nivel por número de criterios en la versión de {year}",
        "extra": "Además de los criterios, la ciudad tiene que alcanzar una de tres referencias "
        "de resultados.",
        "ask_needed": "¿Cuántos criterios hacen falta para {level}{in_version}?",
        "ask_table": "¿Cuáles son los umbrales de cada nivel{in_version}?",
        "ask_lose": "¿Y si perdemos 2 de nuestros {met}{in_version}?",
        "ask_level": "¿Qué nivel son {needed} de {criteria} criterios?",
        "in_version": " en la versión de {year}",
    },
    "pt": {
        "under": " pela versão de {year}",
        "share": "{met} de {criteria} critérios equivale a {percent} %",
        "share_percent": "{percent} % dos {criteria} critérios",
        "lead": "**{Level}{under}.** {share}; {the} {range}.",
        "range": "vai de {min} a {max} %",
        "range_top": "começa em {min} %",
        "range_derived": "não tem número nos documentos e, se continua onde acaba o nível "
        "inferior, começaria em {min} %",
        "below": "Abaixo de **{level}**{under}: {share}.",
        "between": "**{Level}{under}.** {share}, abaixo dos {min} % em que começa {next}; {reach}.",
        "reach_one": "com mais um critério se chega lá",
        "reach": "com mais {n} critérios se chega lá",
        "reach_percent": "chega-se lá com {needed} critérios",
        "rounding": "As faixas são publicadas em porcentagens inteiras, e os documentos não dizem "
        "como arredondar.",
        "start": "{Level} começa em {min} % dos {criteria} critérios, ou seja, {needed}{more}.",
        "start_derived": "{Level}{under} **não tem número nos documentos**; se continua onde "
        "acaba o nível inferior, começaria em {min} % dos {criteria} critérios, ou seja, "
        "{needed}{more}.",
        "more": ": mais {n}",
        "holds": "{The} se mantém com {needed} ou mais.",
        "edge": "Com um critério a menos, a cidade ficaria {at}.",
        "at": "no nível {level}",
        "at_below": "abaixo de {level}",
        "needs": "**{Level} pede {needed} critérios{under}**: pelo menos {min} % dos {criteria}.",
        "needs_percent": "**{min} %{under}.** ",
        "missing": "Faltam **{n}**{under}. ",
        "missing_one": "Falta **{n}**{under}. ",
        "stands": "Com {met} ({percent} %), a cidade está {at}.",
        "reached": "Já se chega a **{level}**{under}: {share}, e {the} começa em {min} %.",
        "spare": "**{n}{under}.** {met} de {criteria} critérios ({percent} %) é {level}, que se "
        "mantém com {needed} ou mais.",
        "changes": "Com {met} ({percent} %), a cidade está {at}: o nível muda.",
        "stays": "Com {met} ({percent} %), a cidade também está {at}: o nível não muda.",
        "older": "Pela versão de {year}, {percent} % era {level} (de {min} a {max} %).",
        "table": "Os níveis{under} dependem de quanto dos {criteria} critérios a cidade atende:",
        "row": "**{Level}**: de {min} a {max} %, ou seja, de {needed} a {holds} critérios",
        "row_top": "**{Level}**: {min} % ou mais, ou seja, de {needed} a {holds} critérios",
        "row_derived": "**{Level}**: sem número nos documentos; se continua onde acaba o nível "
        "inferior, {min} % ou mais, ou seja, de {needed} a {holds} critérios",
        "depends": "O nível depende de quantos dos {criteria} critérios a cidade atende.",
        "ask": "Quantos deles a sua cidade atende?",
        "current": "O padrão atual",
        "earlier": "A versão de {year}",
        "wrong_total": "{standard} tem {criteria} critérios, não {total}.",
        "too_many": "{standard} tem {criteria} critérios, então {given} não pode estar certo.",
        "negative": "Os critérios são contados de 0 a {criteria}, então {given} não pode estar "
        "certo.",
        "fraction": "Os critérios são contados em números inteiros, de 0 a {criteria}, então "
        "{given} não pode estar certo.",
        "over_hundred": "Uma cidade pode atender no máximo {most} % dos {criteria} critérios, "
        "então {given} % não pode estar certo.",
        "negative_percent": "A parte dos {criteria} critérios vai de 0 a {most} %, então {given} "
        "% não pode estar certo.",
        "rule": "Os níveis da versão de {year} dependiam de quantos componentes do padrão o "
        "trabalho da cidade abrangia, e não de uma porcentagem dos seus {criteria} critérios.",
        "no_level": "um nível por número de critérios na versão de {year}",
        "extra": "Além dos critérios, a cidade precisa atingir uma de três referências de "
        "resultados.",
        "ask_needed": "Quantos critérios são necessários para {level}{in_version}?",
        "ask_table": "Quais são os limiares de cada nível{in_version}?",
        "ask_lose": "E se perdermos 2 dos nossos {met}{in_version}?",
        "ask_level": "Que nível são {needed} de {criteria} critérios?",
        "in_version": " na versão de {year}",
    },
}

_CLARIFIED = ("ask_count", "wrong_total")


def phrase(
    question: TierQuestion,
    standard: Standard,
    *,
    language: Language,
    quote_of: Callable[[Evidence], Quote],
) -> Draft:
    """The answer to a tier question, with the tool call that its figures come from.

    Args:
        quote_of: finds the place of a record's evidence in its document.

    Returns:
        A draft that is `invalid` for impossible input, `clarify` if a count is missing or is
        counted out of another total, `partial` if the version has no level for a count.
    """
    version = version_by_id(question.version, standard)
    speaker = _Speaker(question, standard, version, language, quote_of)
    if question.kind == "wrong_total":
        return speaker.draft("clarify", speaker.other_total(), {"criteria": version.criteria})
    if not version.tiers:
        return speaker.ruled()
    try:
        result, before = _results(question, version)
    except ImpossibleInputError as error:
        return speaker.impossible(error)
    return speaker.computed(result, before)


def _results(
    question: TierQuestion, version: StandardVersion
) -> tuple[TierResult | None, TierResult | None]:
    """The result asked for and, for a what-if, the one before the change."""
    if question.percent is not None:
        return assess_percent(question.percent, version), None
    if question.met is None:
        return None, None
    before = assess_count(question.met, version)
    if question.kind != "what_if":
        return before, None
    return assess_count(question.met + question.change, version), before


@dataclass(frozen=True)
class _Speaker:
    """What is known while an answer is put into words."""

    question: TierQuestion
    standard: Standard
    version: StandardVersion
    language: Language
    quote_of: Callable[[Evidence], Quote]

    # The parts of a draft

    def draft(
        self,
        status: Status,
        sentences: Iterator[DraftSentence],
        result: Mapping[str, Any],
        *,
        missing: tuple[str, ...] = (),
        met: int | None = None,
    ) -> Draft:
        """A draft with its tool call, closing question and next questions."""
        facts = {"version": self.version.id, "year": self.year, **result}
        return Draft(
            status=status,
            sentences=tuple(sentences),
            tools=(ToolCall("tier", _arguments(self.question), facts),),
            closing=self.say("ask") if status in ("clarify", "invalid") else "",
            missing=missing,
            followups=tuple(dict.fromkeys(self.next_questions(met)))[:3],
        )

    def say(self, key: str, band: Band | None = None, **values: object) -> str:
        """A text of the language with its slots filled, those of a band among them."""
        slots: dict[str, object] = {"criteria": self.version.criteria, "year": self.year}
        slots["under"] = "" if self.is_current else _TEXTS[self.language]["under"].format(**slots)
        if band:
            level, the = _LEVELS[self.language][band.tier]
            slots |= {"level": level, "Level": level.capitalize(), "the": the, "The": _upper(the)}
            slots |= {"min": band.min_percent, "max": band.max_percent}
            slots |= {"needed": band.needed, "holds": band.holds_to}
        return _TEXTS[self.language][key].format(**(slots | values))

    def sentence(self, text: str, *tiers: Band | None, item: bool = False) -> DraftSentence:
        """A sentence that rests on the tiers it states, a derived one also on the one below."""
        names = {band.tier for band in tiers if band}
        below = {
            low.tier
            for low, band in zip(self.bands, self.bands[1:], strict=False)
            if band.derived and band.tier in names
        }
        evidence = [t.evidence for t in self.version.tiers if t.name in names | below]
        quotes = tuple(self.quote_of(e) for e in evidence or [self.version.evidence])
        return DraftSentence(text, quotes, origin="tool", list_item=item)

    @property
    def year(self) -> int:
        """The year by which the version is called."""
        return self.version.in_force_from.year

    @property
    def is_current(self) -> bool:
        """Whether it is the version in force."""
        return self.version == self.standard.current

    @property
    def bands(self) -> tuple[Band, ...]:
        """The levels of the version, lowest first; none if it had no percentage bands."""
        return bands(self.version) if self.version.tiers else ()

    def number(self, value: Decimal) -> str:
        """A number as the language writes it."""
        return str(value) if self.language == "en" else str(value).replace(".", ",")

    # What is said of a result

    def computed(self, result: TierResult | None, before: TierResult | None) -> Draft:
        """The draft of everything that could be computed."""
        facts = _scale(self.bands, self.version) | (_facts(result) if result else {})
        if before:
            facts["before"] = _facts(before)
        kind = self.question.kind
        if result is None:
            said = {"needed": self.needed, "thresholds": self.table}.get(kind, self.ask)()
        elif kind == "distance":
            said = self.distances(result)
        elif kind == "spare" and result.level:
            said = self.spare(result)
        else:
            said = self.level(result)
        sentences = list(said)
        if before and result:
            sentences[2 if result.between else 1 :] = [self.compared(before, result)]
        older = self.older(result) if kind == "level" and result else None
        if older:
            sentences.append(older[0])
            facts["older"] = older[1]
        status: Status = "clarify" if kind in _CLARIFIED else "answered"
        if status == "answered" and self.is_current and self.version.extra:
            quote = self.quote_of(self.version.extra)
            extra = self.say("extra")
            sentences.append(DraftSentence(extra, (quote,), origin="tool", starts_paragraph=True))
        return self.draft(status, iter(sentences), facts, met=result.met if result else None)

    def level(self, result: TierResult) -> Iterator[DraftSentence]:
        """Level, why, what the next one takes, how far this one holds."""
        band, above = self.place(result)
        if band and above and result.between and not above.derived:
            text = self.say(
                "between", band, share=self.share(result), min=above.min_percent,
                next=_LEVELS[self.language][above.tier][1], reach=self.reach(result, above),
            )  # fmt: skip
            yield self.sentence(text, band, above)
            yield self.sentence(self.say("rounding"), band, above)
            return
        yield self.lead(result, band, above)
        if above:
            yield self.start(above, result)
        if band and result.between:
            yield self.sentence(self.say("rounding"), band)
        if band and result.met is not None:
            yield self.holding(result, band)

    def place(self, result: TierResult) -> tuple[Band | None, Band | None]:
        """The band of a result's level and the one above it."""
        names = [band.tier for band in self.bands]
        at = names.index(result.level) if result.level else -1
        above = self.bands[at + 1] if at + 1 < len(names) else None
        return (self.bands[at] if at >= 0 else None), above

    def lead(self, result: TierResult, band: Band | None, above: Band | None) -> DraftSentence:
        """The level and the band that gives it."""
        share = self.share(result)
        if not band:
            return self.sentence(self.say("below", above, share=share), above)
        key = "range_derived" if band.derived else "range" if band.max_percent else "range_top"
        extent = self.say(key, band)
        return self.sentence(self.say("lead", band, share=share, range=extent), band)

    def share(self, result: TierResult) -> str:
        """A count and its share, or the share that was given."""
        key = "share_percent" if result.met is None else "share"
        return self.say(key, met=result.met, percent=self.number(result.percent))

    def reach(self, result: TierResult, above: Band) -> str:
        """What is still missing to the level above."""
        more = result.distance(above.tier).more
        if more is None:
            return self.say("reach_percent", above)
        return self.say("reach_one" if more == 1 else "reach", n=more)

    def start(self, band: Band, result: TierResult | None = None, lead: str = "") -> DraftSentence:
        """Where a level starts and, unless the lead says it, how many criteria are missing."""
        missing = result.distance(band.tier).more if result and not lead else None
        more = self.say("more", n=missing) if missing else ""
        key = "start_derived" if band.derived else "start"
        return self.sentence(lead + self.say(key, band, more=more, under=""), band)

    def holding(self, result: TierResult, band: Band) -> DraftSentence:
        """How far the level holds."""
        if result.distance(band.tier).spare:
            return self.sentence(self.say("holds", band), band)
        lower = self.bands[: self.bands.index(band)]
        at = self.say("at", lower[-1]) if lower else self.say("at_below", band)
        return self.sentence(self.say("edge", at=at), band)

    def standing(self, key: str, result: TierResult) -> DraftSentence:
        """Where a count stands: the text `key` with the count, its share and its level."""
        band, _ = self.place(result)
        at = self.say("at", band) if band else self.say("at_below", self.bands[0])
        percent = self.number(result.percent)
        text = self.say(key, met=result.met, percent=percent, at=at)
        return self.sentence(text, band or self.bands[0])

    def distances(self, result: TierResult) -> Iterator[DraftSentence]:
        """How far it is to the levels named, or to the next."""
        band, above = self.place(result)
        named = [b for b in self.bands if b.tier in self.question.tiers]
        wanted = named or [above or self.bands[-1]]
        farther = [b for b in wanted if result.share * 100 < b.min_percent]
        if not farther or result.met is None:
            yield from self.attained(result, wanted, band)
            yield from (self.start(b) for b in farther)
            return
        for target in farther:
            more = result.distance(target.tier).more
            lead = self.say("missing_one" if more == 1 else "missing", n=more)
            yield self.start(target, result, lead)
        yield self.standing("stands", result)

    def attained(
        self, result: TierResult, wanted: list[Band], band: Band | None
    ) -> Iterator[DraftSentence]:
        """That the highest of the levels asked about is reached, or what level is."""
        target = wanted[-1]
        higher = band and band != target and result.share * 100 >= target.min_percent
        if higher and not target.derived and result.met is not None:
            yield self.sentence(self.say("reached", target, share=self.share(result)), target)
            yield self.standing("stands", result)
            return
        yield self.lead(result, band, self.place(result)[1])
        if band and result.met is not None:
            yield self.holding(result, band)

    def spare(self, result: TierResult) -> Iterator[DraftSentence]:
        """How many criteria could be lost with the level kept."""
        band, _ = self.place(result)
        assert band
        assert result.level
        values = {"met": result.met, "percent": self.number(result.percent)}
        spare = result.distance(result.level).spare
        yield self.sentence(self.say("spare", band, n=spare, **values), band)

    def compared(self, before: TierResult, after: TierResult) -> DraftSentence:
        """Whether the level before a change was another."""
        return self.standing("stays" if before.level == after.level else "changes", before)

    def older(self, result: TierResult) -> tuple[DraftSentence, Mapping[str, Any]] | None:
        """What a percentage was under the version before, if that was another level."""
        earlier = [v for v in self.standard.versions if v.tiers and v != self.version]
        if result.met is not None or self.question.named or not earlier:
            return None
        then = _Speaker(self.question, self.standard, earlier[-1], self.language, self.quote_of)
        was = assess_percent(result.share * 100, then.version)
        band, _ = then.place(was)
        if was.level == result.level or was.between or not band or band.derived:
            return None
        text = then.say("older", band, percent=self.number(result.percent))
        extent = [band.min_percent, band.max_percent]
        return then.sentence(text, band), {"year": then.year, "bands": {band.tier: extent}}

    # What is said without a result

    def needed(self) -> Iterator[DraftSentence]:
        """What the levels named take."""
        for band in self.bands:
            if band.tier not in self.question.tiers:
                continue
            if band.derived:
                yield self.sentence(self.say("start_derived", band, more=""), band)
            elif self.question.asks_percent:
                yield self.start(band, lead=self.say("needs_percent", band))
            else:
                yield self.sentence(self.say("needs", band), band)

    def table(self) -> Iterator[DraftSentence]:
        """The levels named, or all, a row each."""
        wanted = [b for b in self.bands if b.tier in self.question.tiers] or self.bands
        yield self.sentence(self.say("table"))
        for band in wanted:
            top = "row" if band.max_percent else "row_top"
            text = self.say("row_derived" if band.derived else top, band)
            yield self.sentence(text, band, item=True)

    def ask(self) -> Iterator[DraftSentence]:
        """What the level depends on, before the number is asked for."""
        wanted = [b for b in self.bands if b.tier in self.question.tiers]
        yield from (self.start(band) for band in wanted)
        if not wanted:
            yield self.sentence(self.say("depends"))

    def other_total(self) -> Iterator[DraftSentence]:
        """That the version has another number of criteria than the one counted out of."""
        name = self.say("current" if self.is_current else "earlier")
        yield self.sentence(self.say("wrong_total", standard=name, total=self.question.total))

    def impossible(self, error: ImpossibleInputError) -> Draft:
        """What is wrong with a count or percentage."""
        name = self.say("current" if self.is_current else "earlier")
        given = self.number(decimal(error.given))
        text = self.say(error.fault, standard=name, given=given, most=100)
        facts = {"error": error.fault, "given": _plain(error.given), "from": 0, "to_percent": 100}
        facts["criteria"] = self.version.criteria
        return self.draft("invalid", iter([self.sentence(text)]), facts)

    def ruled(self) -> Draft:
        """How levels were given in a version without percentage bands."""
        rule = self.version.rule or self.version.evidence
        quotes = tuple(self.quote_of(e) for e in dict.fromkeys((rule, self.version.evidence)))
        sentence = DraftSentence(self.say("rule"), quotes, origin="tool")
        counted = self.question.met is not None or self.question.percent is not None
        missing = (self.say("no_level"),) if counted else ()
        status: Status = "partial" if counted else "answered"
        facts = {"criteria": self.version.criteria, "level": None}
        return self.draft(status, iter([sentence]), facts, missing=missing)

    def next_questions(self, met: int | None) -> Iterator[str]:
        """Questions to go on with, under the version spoken of if it has levels."""
        other = None if self.version.tiers else self.standard.current
        speaker = self if not other else _Speaker(
            self.question, self.standard, other, self.language, self.quote_of
        )  # fmt: skip
        within = "" if speaker.is_current else speaker.say("in_version")
        scale = speaker.bands
        done = self.question.tiers if self.question.kind in ("needed", "distance") else ()
        ahead = [b for b in scale if met is not None and b.needed > met]
        ahead = ahead if met is not None else list(scale[::-1])
        if met is not None and met >= scale[0].needed:
            yield speaker.say("ask_lose", met=met, in_version=within)
        else:
            yield speaker.say("ask_level", scale[len(scale) // 2])
        left = [band for band in ahead if band.tier not in done]
        yield from (speaker.say("ask_needed", band, in_version=within) for band in left[:1])
        if self.question.kind != "thresholds":
            yield speaker.say("ask_table", in_version=within)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _arguments(question: TierQuestion) -> Mapping[str, Any]:
    """The question as plain JSON values, without what it does not say."""
    given: dict[str, Any] = {"ask": question.kind, "standard": question.version}
    for name in ("met", "percent"):
        value: Fraction | None = getattr(question, name)
        if value is not None:
            given[name] = _plain(value)
    if question.total is not None:
        given["total"] = question.total
    if question.change:
        given["change"] = question.change
    if question.tiers:
        given["tiers"] = list(question.tiers)
    return given


def _scale(scale: tuple[Band, ...], version: StandardVersion) -> dict[str, Any]:
    """The levels of a version as plain JSON values."""
    return {
        "criteria": version.criteria,
        "derived": any(band.derived for band in scale),
        "needed": {band.tier: band.needed for band in scale},
        "bands": {
            band.tier: {
                "percent": [band.min_percent, band.max_percent],
                "criteria": [band.needed, band.holds_to],
                "derived": band.derived,
            }
            for band in scale
        },
    }


def _facts(result: TierResult) -> dict[str, Any]:
    """A result as plain JSON values."""
    exact = decimal(result.share * 100)
    facts: dict[str, Any] = {
        "met": result.met,
        "share": f"{exact} %" if result.met is None else f"{result.met}/{result.criteria}",
        "percent": float(result.percent),
        "level": result.level,
        "between": result.between,
    }
    if result.met is not None:
        facts["more"] = {d.tier: d.more for d in result.distances}
        facts["spare"] = {d.tier: d.spare for d in result.distances}
    return facts
