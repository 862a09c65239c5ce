"""What is said of the criteria and practice areas, in three languages.

Slots: `named` what is listed, `id`, `title`, `area` a practice area's name, `n` a number,
`criteria` and `areas` how many a version has, `year` the version's, `since` and `until`
its times, `first` and `last` ids.
"""

from collections.abc import Mapping

from assistant.answers import Language

TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "one": "**{id} – {title}** ({area}).",
        "nearest_one": "**Nearest to that: {id} – {title}** ({area}).",
        "near_one": "Also near: **{id} – {title}** ({area}).",
        "yes_one": "**Yes: {id} – {title}** ({area}).",
        "counts_one": "**Not by itself, but it counts: {id} – {title}** ({area}).",
        "one_of_all": "{level}, the lowest level, takes {least} % of the {criteria} criteria, "
        "of which this is one.",
        "unconfirmed": "Only one source gives the wording, and the programme itself does not "
        "confirm it.",
        "unconfirmed_of": "For {n} of them only one source gives the wording, and the programme "
        "itself does not confirm it.",
        "unknown": "There is no criterion {id}: {area} has {n}, {first} to {last}.",
        "unknown_prefix": "There is no criterion {id}: the ids of the {criteria} criteria begin "
        "with {prefixes}.",
        "area": "**{area}** has {n} of the {criteria} criteria:",
        "item": "**{id}** – {title}",
        "beside": "Also on this, in another practice area: {named}.",
        "beside_item": "**{id}** – {title} ({area})",
        "areas": "The {criteria} criteria fall into {areas} practice areas:",
        "area_item": "**{area}** ({id}): {n} criteria",
        "all_item": "**{area}**: {titles}",
        "all": "The {criteria} criteria, by practice area:",
        "edition": "**The version of {year}** is in force, with {criteria} criteria in {areas}"
        " practice "
        "areas.",
        "edition_then": "**The version of {year}** applied, with {criteria} criteria.",
        "term": "The version of {year}, with {criteria} criteria, applied "
        "**from {since} to {until}**.",
        "term_now": "The version of {year}, with {criteria} criteria, has applied "
        "**since {since}**.",
        "count": "**{criteria} criteria**, in {areas} practice areas.",
        "count_then": "**{criteria} criteria** in the version of {year}.",
        "count_areas": "**{areas} practice areas**, with {criteria} criteria between them.",
        "count_areas_then": "**{areas} groups or areas** in the version of {year}, with "
        "{criteria} criteria.",
        "count_area": "**{n}** of the {criteria} criteria are in {area}: {first} to {last}.",
        "current": "Since {year} there are {criteria}.",
        "claim_right": "**Yes, {n}.**",
        "claim_right_then": "**Yes, {n}** in the version of {year}.",
        "claim_wrong": "**No, {n}.**",
        "claim_old": "The version of {year} had {n}.",
        "history": "The standard had another number of criteria in each version:",
        "history_item": "**{criteria}** from {since} to {until}",
        "history_now": "**{criteria}** since {since}",
        "largest": "**{area}**, with {n} of the {criteria} criteria.",
        "smallest": "**{area}**, with {n} of the {criteria} criteria each.",
        "smallest_one": "**{area}**, with {n} of the {criteria} criteria.",
        "and": " and ",
        "ask_one": "What does {id} ask for?",
        "ask_area": "Which criteria belong to {area}?",
        "ask_areas": "What are the practice areas?",
        "ask_count": "How many criteria are there?",
    },
    "es": {
        "one": "**{id} – {title}** ({area}).",
        "nearest_one": "**Lo más cercano: {id} – {title}** ({area}).",
        "near_one": "También cercano: **{id} – {title}** ({area}).",
        "yes_one": "**Sí: {id} – {title}** ({area}).",
        "counts_one": "**Por sí solo no, pero cuenta: {id} – {title}** ({area}).",
        "one_of_all": "{level}, el nivel más bajo, pide el {least} % de los {criteria} criterios, "
        "de los que este es uno.",
        "unconfirmed": "El texto viene de una sola fuente, y el programa mismo no lo confirma.",
        "unconfirmed_of": "De {n} el texto viene de una sola fuente, y el programa mismo no los "
        "confirma.",
        "unknown": "No existe el criterio {id}: {area} tiene {n}, de {first} a {last}.",
        "unknown_prefix": "No existe el criterio {id}: los códigos de los {criteria} criterios "
        "empiezan con {prefixes}.",
        "area": "**{area}** tiene {n} de los {criteria} criterios:",
        "item": "**{id}** – {title}",
        "beside": "También trata de esto, en otra área de práctica: {named}.",
        "beside_item": "**{id}** – {title} ({area})",
        "areas": "Los {criteria} criterios se reparten en {areas} áreas de práctica:",
        "area_item": "**{area}** ({id}): {n} criterios",
        "all_item": "**{area}**: {titles}",
        "all": "Los {criteria} criterios, por área de práctica:",
        "edition": "Rige **la versión de {year}**, con {criteria} criterios en {areas} áreas.",
        "edition_then": "Regía **la versión de {year}**, con {criteria} criterios.",
        "term": "La versión de {year}, con {criteria} criterios, rigió **de {since} a {until}**.",
        "term_now": "La versión de {year}, con {criteria} criterios, rige **desde {since}**.",
        "count": "**{criteria} criterios**, en {areas} áreas de práctica.",
        "count_then": "**{criteria} criterios** en la versión de {year}.",
        "count_areas": "**{areas} áreas de práctica**, con {criteria} criterios en total.",
        "count_areas_then": "**{areas} grupos o áreas** en la versión de {year}, con {criteria} "
        "criterios.",
        "count_area": "**{n}** de los {criteria} criterios son de {area}: de {first} a {last}.",
        "current": "Desde {year} son {criteria}.",
        "claim_right": "**Sí, {n}.**",
        "claim_right_then": "**Sí, {n}** en la versión de {year}.",
        "claim_wrong": "**No, {n}.**",
        "claim_old": "La versión de {year} tenía {n}.",
        "history": "El estándar tuvo otro número de criterios en cada versión:",
        "history_item": "**{criteria}** de {since} a {until}",
        "history_now": "**{criteria}** desde {since}",
        "largest": "**{area}**, con {n} de los {criteria} criterios.",
        "smallest": "**{area}**, con {n} de los {criteria} criterios cada una.",
        "smallest_one": "**{area}**, con {n} de los {criteria} criterios.",
        "and": " y ",
        "ask_one": "¿Qué pide {id}?",
        "ask_area": "¿Qué criterios pertenecen a {area}?",
        "ask_areas": "¿Cuáles son las áreas de práctica?",
        "ask_count": "¿Cuántos criterios hay?",
    },
    "pt": {
        "one": "**{id} – {title}** ({area}).",
        "nearest_one": "**O mais próximo: {id} – {title}** ({area}).",
        "near_one": "Também próximo: **{id} – {title}** ({area}).",
        "yes_one": "**Sim: {id} – {title}** ({area}).",
        "counts_one": "**Por si só não, mas conta: {id} – {title}** ({area}).",
        "one_of_all": "{level}, o nível mais baixo, pede {least} % dos {criteria} critérios, "
        "dos quais este é um.",
        "unconfirmed": "O texto vem de uma única fonte, e o próprio programa não o confirma.",
        "unconfirmed_of": "De {n} o texto vem de uma única fonte, e o próprio programa não os "
        "confirma.",
        "unknown": "Não existe o critério {id}: {area} tem {n}, de {first} a {last}.",
        "unknown_prefix": "Não existe o critério {id}: os códigos dos {criteria} critérios "
        "começam com {prefixes}.",
        "area": "**{area}** tem {n} dos {criteria} critérios:",
        "item": "**{id}** – {title}",
        "beside": "Também trata disso, em outra área de prática: {named}.",
        "beside_item": "**{id}** – {title} ({area})",
        "areas": "Os {criteria} critérios se dividem em {areas} áreas de prática:",
        "area_item": "**{area}** ({id}): {n} critérios",
        "all_item": "**{area}**: {titles}",
        "all": "Os {criteria} critérios, por área de prática:",
        "edition": "Vale **a versão de {year}**, com {criteria} critérios em {areas} áreas.",
        "edition_then": "Valia **a versão de {year}**, com {criteria} critérios.",
        "term": "A versão de {year}, com {criteria} critérios, valeu **de {since} a {until}**.",
        "term_now": "A versão de {year}, com {criteria} critérios, vale **desde {since}**.",
        "count": "**{criteria} critérios**, em {areas} áreas de prática.",
        "count_then": "**{criteria} critérios** na versão de {year}.",
        "count_areas": "**{areas} áreas de prática**, com {criteria} critérios no total.",
        "count_areas_then": "**{areas} grupos ou áreas** na versão de {year}, com {criteria} "
        "critérios.",
        "count_area": "**{n}** dos {criteria} critérios são de {area}: de {first} a {last}.",
        "current": "Desde {year} são {criteria}.",
        "claim_right": "**Sim, {n}.**",
        "claim_right_then": "**Sim, {n}** na versão de {year}.",
        "claim_wrong": "**Não, {n}.**",
        "claim_old": "A versão de {year} tinha {n}.",
        "history": "O padrão teve outro número de critérios em cada versão:",
        "history_item": "**{criteria}** de {since} a {until}",
        "history_now": "**{criteria}** desde {since}",
        "largest": "**{area}**, com {n} dos {criteria} critérios.",
        "smallest": "**{area}**, com {n} dos {criteria} critérios cada.",
        "smallest_one": "**{area}**, com {n} dos {criteria} critérios.",
        "and": " e ",
        "ask_one": "O que pede {id}?",
        "ask_area": "Que critérios pertencem a {area}?",
        "ask_areas": "Quais são as áreas de prática?",
        "ask_count": "Quantos critérios há?",
    },
}
"""Texts by what they are for."""
