"""What the tier calculator says of cities, in three languages, and the filling of all slots.

Which text is said when, and what it rests on, is left to `tier_phrasing`; the figures come from
`tiers`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from assistant.answers import Language
from assistant.tools.level_names import LevelWords, level_words
from assistant.tools.tier_grammar import TierQuestion
from assistant.tools.tier_other_texts import BY_COUNT, OF_NOBODY
from assistant.tools.tiers import Band, bands, decimal
from corpus.records import Standard, StandardVersion

TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "yes": "Yes, {said}",
        "no": "No, {said}",
        "under": " under the {year} version",
        "share": "{met} of {criteria} {units} is {percent} %",
        "share_one": "{met} of {criteria} {units} is {percent} %",
        "share_percent": "{percent} % of the {criteria} {units} is {count}{takes}",
        "takes": ", reached with {n}",
        "lead": "**{Level}{under}.** {share}; {the} {range}.",
        "range": "runs from {min} to {max} %",
        "range_top": "starts at {min} %",
        "range_derived": "has no figure in the documents and, following on from the level below, "
        "would start at {min} %",
        "below": "Below **{level}**{under}: {share}.",
        "between": "**{Level}{under}.** {share}, below the {min} % where {next} begins; {reach}.",
        "reach_one": "one more {unit} reaches it",
        "reach": "{n} more {units} reach it",
        "reach_percent": "that takes {needed} {units}",
        "rounding": "The bands are printed in whole per cent, and the documents do not say how to "
        "round.",
        "start": "{Level} starts at {min} % of the {criteria} {units}, which is {needed}{more}.",
        "start_derived": "{Level}{under} has **no figure in the documents**; following on from "
        "the level below, it would start at {min} % of the {criteria} {units}, which is "
        "{needed}{more}.",
        "more": ": {n} more",
        "holds": "{The} holds down to {needed}.",
        "edge": "One {unit} fewer would leave the city {at}.",
        "at": "at {level}",
        "at_below": "below {level}",
        "highest": "**None**: {level} is the highest level{under}.",
        "lowest": "**None**: {level} is the lowest level{under}; a city below it is not certified.",
        "needs": "**{Level} needs {needed} {units}{under}**: at least {min} % of the {criteria}.",
        "missable": "**{n}{under}.** {Level} needs {needed} of the {criteria} {units}, at least "
        "{min} %, so {n} need not be met.",
        "needs_percent": "**{min} %{under}.** ",
        "band_then": "At the time, {the} ran from {min} to {max} %.",
        "missing": "**{n} more{under}.** ",
        "missing_one": "**{n} more{under}.** ",
        "stands": "With {met} ({percent} %) the city is {at}.",
        "reached": "**{Level}** is reached{under}: {share}, and {the} starts at {min} %.",
        "spare": "**{n}{under}.** {met} of {criteria} {units} ({percent} %) is {level}, which "
        "holds down to {needed}.",
        "spare_of": "**{n}{under}.** {Level} holds down to {needed}.",
        "changes": "With {met} ({percent} %) the city is {at}, so the level changes.",
        "stays": "With {met} ({percent} %) the city is {at} as well, so the level stays.",
        "nearly": "**{Lower}{under}.** {Level} takes the full {min} % of the {criteria} {units}, "
        "which is {needed}; anything short of that is {lower}.",
        "nearly_below": "Below **{level}**{under}: it takes the full {min} % of the {criteria} "
        "{units}, which is {needed}.",
        "older": "Under the {year} version {percent} % was {level} ({min} to {max} %).",
        "apart": "From {needed} to {next} is **{n} {units}**.",
        "table": "Levels{under} go by the share of the {criteria} {units} that a city meets:",
        "row": "**{Level}**: {min} to {max} %, that is {needed} to {holds} {units}",
        "row_top": "**{Level}**: {min} % or more, that is {needed} to {holds} {units}",
        "row_derived": "**{Level}**: no figure in the documents; following on from the level "
        "below, {min} % or more, that is {needed} to {holds} {units}",
        "depends": "The level depends on how many of the {criteria} {units} a city meets.",
        "ask": "How many of them does your city meet?",
        "current": "The current standard",
        "earlier": "The {year} version",
        "wrong_total": "{standard} has {criteria} {units}, not {total}.",
        "too_many": "{standard} has {criteria} {units}, so {given} can't be right.",
        "negative": "{Units} are counted from 0 to {criteria}, so {given} can't be right.",
        "fraction": "{Units} are counted in whole numbers, from 0 to {criteria}, so {given} "
        "can't be right.",
        "over_hundred": "A city can meet {most} % of the {criteria} {units} at most, so {given} "
        "% can't be right.",
        "negative_percent": "A share of the {criteria} {units} runs from 0 to {most} %, so "
        "{given} % can't be right.",
        "rule": "Levels in the {year} version depended on how many components of the standard a "
        "city's work covered, not on a share of its {criteria} {units}.",
        "no_level": "a level by number of {units} in the {year} version",
        "extra": "Besides the {units}, a city has to meet one of three outcome benchmarks.",
        "ask_needed": "How many {units} are needed for {level}{in_version}?",
        "ask_table": "What are the thresholds of each level{in_version}?",
        "ask_lose": "What if we lose 2 of our {met}{in_version}?",
        "ask_level": "What level is {needed} of {criteria} {units}?",
        "in_version": " in the {year} version",
        "area_met": "{areas} has {n} of the {criteria} {units}.",
        "areas_met": "{areas} make {n} of the {criteria} {units}.",
        "areas_left": "Without {areas}, {n} of the {criteria} {units} are left.",
    },
    "es": {
        "yes": "Sí, {said}",
        "no": "No, {said}",
        "under": " según la versión de {year}",
        "share": "{met} de {criteria} {units} equivalen al {percent} %",
        "share_one": "{met} de {criteria} {units} equivale al {percent} %",
        "share_percent": "{percent} % de los {criteria} {units} son {count}{takes}",
        "takes": ", que se alcanza con {n}",
        "lead": "**{Level}{under}.** {share}; {the} {range}.",
        "range": "va del {min} al {max} %",
        "range_top": "empieza en el {min} %",
        "range_derived": "no tiene cifra en los documentos y, si continúa donde acaba el nivel "
        "inferior, empezaría en el {min} %",
        "below": "Por debajo de **{level}**{under}: {share}.",
        "between": "**{Level}{under}.** {share}, por debajo del {min} % en el que empieza {next}; "
        "{reach}.",
        "reach_one": "con un {unit} más se alcanza",
        "reach": "con {n} {units} más se alcanza",
        "reach_percent": "se alcanza con {needed} {units}",
        "rounding": "Las franjas están publicadas en porcentajes enteros y los documentos no "
        "dicen cómo se redondea.",
        "start": "{Level} empieza en el {min} % de los {criteria} {units}, es decir, "
        "{needed}{more}.",
        "start_derived": "{Level}{under} **no tiene cifra en los documentos**; si continúa donde "
        "acaba el nivel inferior, empezaría en el {min} % de los {criteria} {units}, es decir, "
        "{needed}{more}.",
        "more": ": {n} más",
        "holds": "{The} se mantiene con {needed} o más.",
        "edge": "Con un {unit} menos la ciudad quedaría {at}.",
        "at": "en {level}",
        "at_below": "por debajo de {level}",
        "missable": "**{n}{under}.** {Level} pide {needed} de los {criteria} {units}, al menos "
        "el {min} %, así que {n} pueden quedar sin cumplir.",
        "highest": "**Ninguno**: {the} es el nivel más alto{under}.",
        "lowest": "**Ninguno**: {the} es el nivel más bajo{under}; por debajo no hay "
        "certificación.",
        "needs": "**{Level} pide {needed} {units}{under}**: al menos el {min} % de los {criteria}.",
        "needs_percent": "**{min} %{under}.** ",
        "band_then": "Entonces {the} iba del {min} al {max} %.",
        "missing": "**Faltan {n}{under}.** ",
        "missing_one": "**Falta {n}{under}.** ",
        "stands": "Con {met} ({percent} %) la ciudad está {at}.",
        "reached": "**{Level}** ya se alcanza{under}: {share}, y {the} empieza en el {min} %.",
        "spare": "**{n}{under}.** {met} de {criteria} {units} ({percent} %) es {level}, que se "
        "mantiene con {needed} o más.",
        "spare_of": "**{n}{under}.** {Level} se mantiene con {needed} o más.",
        "changes": "Con {met} ({percent} %) la ciudad está {at}: el nivel cambia.",
        "stays": "Con {met} ({percent} %) la ciudad también está {at}: el nivel no cambia.",
        "nearly": "**{Lower}{under}.** Para {level} hace falta el {min} % completo de los "
        "{criteria} {units}, es decir, {needed}; con menos se queda en {lower}.",
        "nearly_below": "Por debajo de **{level}**{under}: hace falta el {min} % completo de los "
        "{criteria} {units}, es decir, {needed}.",
        "older": "Según la versión de {year}, el {percent} % era {level} (del {min} al {max} %).",
        "apart": "De {needed} a {next} hay **{n} {units}**.",
        "table": "Los niveles{under} dependen de qué parte de los {criteria} {units} cumple la "
        "ciudad:",
        "row": "**{Level}**: del {min} al {max} %, es decir, de {needed} a {holds} {units}",
        "row_top": "**{Level}**: {min} % o más, es decir, de {needed} a {holds} {units}",
        "row_derived": "**{Level}**: sin cifra en los documentos; si continúa donde acaba el "
        "nivel inferior, {min} % o más, es decir, de {needed} a {holds} {units}",
        "depends": "El nivel depende de cuántos de los {criteria} {units} cumple la ciudad.",
        "ask": "¿Cuántos cumple su ciudad?",
        "current": "El estándar actual",
        "earlier": "La versión de {year}",
        "wrong_total": "{standard} tiene {criteria} {units}, no {total}.",
        "too_many": "{standard} tiene {criteria} {units}, así que {given} no puede ser.",
        "negative": "Los {units} se cuentan de 0 a {criteria}, así que {given} no puede ser.",
        "fraction": "Los {units} se cuentan en números enteros, de 0 a {criteria}, así que "
        "{given} no puede ser.",
        "over_hundred": "Una ciudad puede cumplir como mucho el {most} % de los {criteria} "
        "{units}, así que {given} % no puede ser.",
        "negative_percent": "La parte de los {criteria} {units} va de 0 a {most} %, así que "
        "{given} % no puede ser.",
        "rule": "Los niveles de la versión de {year} dependían de cuántos componentes del "
        "estándar abarcaba el trabajo de la ciudad, no de un porcentaje de sus {criteria} "
        "{units}.",
        "no_level": "un nivel por número de {units} en la versión de {year}",
        "extra": "Además de los {units}, la ciudad tiene que alcanzar una de tres referencias "
        "de resultados.",
        "ask_needed": "¿Cuántos {units} hacen falta para {level}{in_version}?",
        "ask_table": "¿Cuáles son los umbrales de cada nivel{in_version}?",
        "ask_lose": "¿Y si perdemos 2 de nuestros {met}{in_version}?",
        "ask_level": "¿Qué nivel corresponde a {needed} de {criteria} {units}?",
        "in_version": " en la versión de {year}",
        "area_met": "{areas} tiene {n} de los {criteria} {units}.",
        "areas_met": "{areas} suman {n} de los {criteria} {units}.",
        "areas_left": "Sin {areas} quedan {n} de los {criteria} {units}.",
    },
    "pt": {
        "yes": "Sim, {said}",
        "no": "Não, {said}",
        "under": " pela versão de {year}",
        "share": "{met} de {criteria} {units} equivalem a {percent} %",
        "share_one": "{met} de {criteria} {units} equivale a {percent} %",
        "share_percent": "{percent} % dos {criteria} {units} são {count}{takes}",
        "takes": ", alcançado com {n}",
        "lead": "**{Level}{under}.** {share}; {the} {range}.",
        "range": "vai de {min} a {max} %",
        "range_top": "começa em {min} %",
        "range_derived": "não tem número nos documentos e, se continua onde acaba o nível "
        "inferior, começaria em {min} %",
        "below": "Abaixo de **{level}**{under}: {share}.",
        "between": "**{Level}{under}.** {share}, abaixo dos {min} % em que começa {next}; {reach}.",
        "reach_one": "com mais um {unit} se chega lá",
        "reach": "com mais {n} {units} se chega lá",
        "reach_percent": "chega-se lá com {needed} {units}",
        "rounding": "As faixas são publicadas em porcentagens inteiras, e os documentos não dizem "
        "como arredondar.",
        "start": "{Level} começa em {min} % dos {criteria} {units}, ou seja, {needed}{more}.",
        "start_derived": "{Level}{under} **não tem número nos documentos**; se continua onde "
        "acaba o nível inferior, começaria em {min} % dos {criteria} {units}, ou seja, "
        "{needed}{more}.",
        "more": ": mais {n}",
        "holds": "{The} se mantém com {needed} ou mais.",
        "edge": "Com um {unit} a menos, a cidade ficaria {at}.",
        "at": "no nível {level}",
        "at_below": "abaixo de {level}",
        "missable": "**{n}{under}.** {Level} pede {needed} dos {criteria} {units}, pelo menos "
        "{min} %, então {n} podem ficar sem ser atendidos.",
        "highest": "**Nenhum**: {the} é o nível mais alto{under}.",
        "lowest": "**Nenhum**: {the} é o nível mais baixo{under}; abaixo dele não há certificação.",
        "needs": "**{Level} pede {needed} {units}{under}**: pelo menos {min} % dos {criteria}.",
        "needs_percent": "**{min} %{under}.** ",
        "band_then": "Na época {the} ia de {min} a {max} %.",
        "missing": "**Faltam {n}{under}.** ",
        "missing_one": "**Falta {n}{under}.** ",
        "stands": "Com {met} ({percent} %), a cidade está {at}.",
        "reached": "Já se chega a **{level}**{under}: {share}, e {the} começa em {min} %.",
        "spare": "**{n}{under}.** {met} de {criteria} {units} ({percent} %) é {level}, que se "
        "mantém com {needed} ou mais.",
        "spare_of": "**{n}{under}.** {Level} se mantém com {needed} ou mais.",
        "changes": "Com {met} ({percent} %), a cidade está {at}: o nível muda.",
        "stays": "Com {met} ({percent} %), a cidade também está {at}: o nível não muda.",
        "nearly": "**{Lower}{under}.** Para {level} é preciso chegar a {min} % completos dos "
        "{criteria} {units}, ou seja, {needed}; com menos, fica-se em {lower}.",
        "nearly_below": "Abaixo de **{level}**{under}: é preciso chegar a {min} % completos dos "
        "{criteria} {units}, ou seja, {needed}.",
        "older": "Pela versão de {year}, {percent} % era {level} (de {min} a {max} %).",
        "apart": "De {needed} a {next} são **{n} {units}**.",
        "table": "Os níveis{under} dependem de quanto dos {criteria} {units} a cidade atende:",
        "row": "**{Level}**: de {min} a {max} %, ou seja, de {needed} a {holds} {units}",
        "row_top": "**{Level}**: {min} % ou mais, ou seja, de {needed} a {holds} {units}",
        "row_derived": "**{Level}**: sem número nos documentos; se continua onde acaba o nível "
        "inferior, {min} % ou mais, ou seja, de {needed} a {holds} {units}",
        "depends": "O nível depende de quantos dos {criteria} {units} a cidade atende.",
        "ask": "Quantos deles a sua cidade atende?",
        "current": "O padrão atual",
        "earlier": "A versão de {year}",
        "wrong_total": "{standard} tem {criteria} {units}, não {total}.",
        "too_many": "{standard} tem {criteria} {units}, então {given} não pode estar certo.",
        "negative": "Os {units} são contados de 0 a {criteria}, então {given} não pode estar "
        "certo.",
        "fraction": "Os {units} são contados em números inteiros, de 0 a {criteria}, então "
        "{given} não pode estar certo.",
        "over_hundred": "Uma cidade pode atender no máximo {most} % dos {criteria} {units}, "
        "então {given} % não pode estar certo.",
        "negative_percent": "A parte dos {criteria} {units} vai de 0 a {most} %, então {given} "
        "% não pode estar certo.",
        "rule": "Os níveis da versão de {year} dependiam de quantos componentes do padrão o "
        "trabalho da cidade abrangia, e não de uma porcentagem dos seus {criteria} {units}.",
        "no_level": "um nível por número de {units} na versão de {year}",
        "extra": "Além dos {units}, a cidade precisa atingir uma de três referências de "
        "resultados.",
        "ask_needed": "Quantos {units} são necessários para {level}{in_version}?",
        "ask_table": "Quais são os limiares de cada nível{in_version}?",
        "ask_lose": "E se perdermos 2 dos nossos {met}{in_version}?",
        "ask_level": "Que nível corresponde a {needed} de {criteria} {units}?",
        "in_version": " na versão de {year}",
        "area_met": "{areas} tem {n} dos {criteria} {units}.",
        "areas_met": "{areas} somam {n} dos {criteria} {units}.",
        "areas_left": "Sem {areas} restam {n} dos {criteria} {units}.",
    },
}
"""Texts by what they are for; the slots are those of `Voice.say`."""


@dataclass(frozen=True)
class Voice:
    """A version of the standard, spoken of in one language.

    Attributes:
        standard: the standard it is a version of.
    """

    standard: Standard
    version: StandardVersion
    language: Language

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

    def say(self, key: str, band: Band | None = None, **values: object) -> str:
        """A text of the language with its slots filled, those of a band among them."""
        unit = self.standard.unit_in(self.language)
        slots: dict[str, object] = {"criteria": self.version.criteria, "year": self.year}
        slots |= {"unit": unit.one, "units": unit.many, "Units": upper(unit.many)}
        slots["under"] = "" if self.is_current else TEXTS[self.language]["under"].format(**slots)
        if band:
            words = self.level_words(band.tier)
            slots |= {"level": words.name, "Level": upper(words.name)}
            slots |= {"the": words.the, "The": upper(words.the)}
            slots |= {"min": band.min_percent, "max": band.max_percent}
            slots |= {"needed": band.needed, "holds": band.holds_to}
        values = {name: self.written(value) for name, value in values.items()}
        return self.text(key).format(**(slots | values))

    def text(self, key: str) -> str:
        """The text that fits who is assessed, and whether levels go by share or by count."""
        fitting = [TEXTS[self.language]]
        if self.standard.assesses != "cities":
            fitting.append(OF_NOBODY[self.language])
        if self.version.by_count:
            fitting.append(BY_COUNT[self.language])
        return next(texts[key] for texts in reversed(fitting) if key in texts)

    def written(self, value: object) -> object:
        """A value as the language writes it: part of a point as a decimal."""
        return self.number(decimal(value)) if isinstance(value, Fraction) else value

    def level_words(self, name: str) -> LevelWords:
        """A level's name in the language."""
        return level_words(name, self.language, self.standard)

    def next_questions(self, question: TierQuestion, met: int | Fraction | None) -> Iterator[str]:
        """Questions to go on with after one, under the version spoken of if it has levels."""
        voice = self if self.version.tiers else replace(self, version=self.standard.current)
        within = "" if voice.is_current else voice.say("in_version")
        scale = voice.bands
        done = question.tiers if question.kind in ("needed", "distance") else ()
        ahead = [b for b in scale if met is not None and b.needed > met]
        ahead = ahead if met is not None else list(scale[::-1])
        if isinstance(met, int) and met >= scale[0].needed:
            yield voice.say("ask_lose", met=met, in_version=within)
        else:
            yield voice.say("ask_level", scale[len(scale) // 2])
        left = [band for band in ahead if band.tier not in done]
        yield from (voice.say("ask_needed", band, in_version=within) for band in left[:1])
        if question.kind != "thresholds":
            yield voice.say("ask_table", in_version=within)


def upper(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]
