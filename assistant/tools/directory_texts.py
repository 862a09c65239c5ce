"""What the directory says, in three languages, and how places, levels and areas are called.

Which text is said when, and what it rests on, is left to `directory_phrasing`.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.answers import Language
from assistant.folding import fold
from assistant.geography import area_name, find_areas
from assistant.tools.level_names import level_words
from corpus.records import City

TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        # One city
        "holds": "{subject} holds **{level}**, announced {on}.",
        "holds_undated": "{subject} is listed at **{level}**, without a date.",
        "no_level": "{subject} was certified {on}, at **a level that the documents do not state**.",
        "renewed": "It was certified again {on}, at a level that the documents do not state.",
        "called": "{subject} has also been called **{level}**, without a date.",
        "press": "Only press reports say so.",
        "before": "Before that: {list}.",
        "former": "Before {level}, {subject} held {list}.",
        "held_then": "{subject} was at **{level}** {then}, announced {on}.",
        "later": "Since then: {list}.",
        "not_yet": "The documents record no certification of {place} {then}; its first is dated "
        "{date}.",
        "first": "{subject} was first certified **{on}**, at {level}.",
        "first_no_level": "{subject} was first certified **{on}**, at a level that the documents "
        "do "
        "not state.",
        "first_missing": "The documents do not say when {subject} was first certified; the "
        "earliest "
        "award they date is {level}, {date}.",
        "got": "{subject} got **{level} {on}**.",
        "got_missing": "The documents do not say when {subject} got **{level}**.",
        "never": "The documents record no {level} for {place}.",
        "followed": "Later: {list}.",
        "rose": "{subject} rose from {low} to **{level}**, announced {on}.",
        "no_rise": "The documents record no rise of {place}.",
        "kept_it": "{subject} kept **{level}**, announced {on}.",
        "unconfirmed": "The certification of {subject} is **not confirmed**.",
        "differ": "The sources differ:",
        "first_of": "**{place}** came first: certified {on}.",
        "last_of": "**{places}** came last: certified {on}.",
        "last_at": "**{places}** reached **{level}** last: {on}.",
        "unproven": "Of the places that the documents name, the certification of **{n}** is **not "
        "confirmed**:",
        "all_proven": "The documents name no place there whose certification is not confirmed.",
        "order_open": "Which came first is **not known**: the documents give no date for the first "
        "award of {places}.",
        "then_came": "{subject} followed {on}.",
        "same_day": "Neither came first: {places} were first certified {on}.",
        "first_at": "**{place}** reached **{level}** first: {on}.",
        "same_day_at": "Neither came first: {places} reached **{level}** {on}.",
        "at_level": "At **{level}**: {places}.",
        "none_at": "None of these is at **{level}**.",
        "most": "Most {what} that the documents name: **{places}**, with **{n}**.",
        "these_rose": "Moved up: **{places}**.",
        "none_rose": "The documents record no rise of any of these.",
        "these_inside": "{within}: {places}.",
        "none_inside": "None of these is {within}.",
        "lies": "{city} lies {where}.",
        "also": ", kept",
        "as_new": ", first certification",
        "unstated": "level not stated",
        "undated": "date not stated",
        # Places that may be meant, or that are not there
        "may_be": "{name} may be one of these:",
        "which": "Which one do you mean?",
        "state": "{area} (state or province)",
        "absent": "The documents name no certification of {name}.",
        "outside_rule": "{name} ({country}) is outside {area}, the only places that the rule on "
        "taking part names.",
        "incomplete": "It may still be certified, since no complete list of the certified cities "
        "was found.",
        "namesake": "The city of that name in the documents is {place}, at {level}.",
        "nearest": "Certified cities that they name {within}: {cities}.",
        # Many cities
        "named": "The documents name **{n}** {what}:",
        "none": "The documents name no {what}.",
        "the_first": "The first: {list}.",
        "first_is": "**{cities}** was the first {what} that the documents name, announced {on}.",
        "first_are": "**{cities}** were the first {what} that the documents name, announced {on}.",
        "latest_is": "**{cities}** is the latest {what} that the documents name, announced {on}.",
        "latest_are": "**{cities}** are the latest {what} that the documents name, announced {on}.",
        "first_list": "The first {what} that the documents name, **{n}** in all:",
        "latest_list": "The latest {what} that the documents name, **{n}** in all:",
        "other_one": "other {what}",
        "or_more": "{n} or more {what}",
        "other_many": "other {what}",
        "after_level": "after {level}",
        "outside": "outside {area}",
        "between": "between {first} and {last}",
        "there": "Certified there: {list}.",
        "highest_there": "The highest level there is **{level}**: {list}.",
        "highest_of": "The highest level of these is **{level}**: {places}.",
        "same_level": "They hold the same level, **{level}**.",
        "those": "{cities} ({date})",
        "area_gap_all": "{n} new cities {within} were announced {on}, none of which is named.",
        "area_gap": "{n} new cities {within} were announced {on}, of which {unnamed} are "
        "not named.",
        "gaps": "Not every certified city is named in the documents, so there may be more.",
        "risen": "The total rose by **{added}** to the one printed {on}.",
        "of_added": "{added} new cities were announced {on}; the documents name {n} of them.",
        "called_too": "{places} has also been called {level}, without a date.",
        "as_of": "As of {date}.",
        "new": "new",
        "raised": "up to {level}",
        "kept": "kept {level}",
        "again": "certified again",
        "of_level": "{head}, {level}",
        # Numbers
        "most_added": "The most new cities, **{added}**, were announced {on}.",
        "grew": "The number of certified cities grew from **{first}** to **{last}**.",
        "total": "**{total}** cities were certified {as_of}.",
        "another": "Another {added} were announced {on}; no source prints the new total ({total} + "
        "{added} = {sum}).",
        "of_them_new": "{added} of them were new.",
        "earlier_total": "It was {list}.",
        "next_total": "The next count printed is {total}, {as_of}.",
        "last_total": "No source prints a total {when}; the last one before it is **{total}**, "
        "{as_of}.",
        "no_total": "The documents print no total so early; the first is **{total}**, {as_of}.",
        "added": "**{added}** new cities were announced {on}.",
        "added_in_all": "**{sum}** new cities were announced {when}: {list}.",
        "added_by_area": "By country or region: {list}.",
        "some_named": "The documents name {n} of them: {cities}.",
        "level_count": "**{total}** cities were at {level} {as_of}.",
        "zero_count": "**No** city was at {level} {as_of}.",
        "countries_one": "{what} are named in **{n}** country:",
        "countries": "{what} are named in **{n}** countries:",
        "in_areas": "Certified cities that the documents name: {list}.",
        # Lead-ins
        "yes": "**Yes.** ",
        "no": "**No.** ",
        "no_longer": "**Not any more.** ",
        "also_in": "Also in {area} (state or province): {list}.",
        "nothing_above": "**{level}** is the highest level, so none is above it.",
        "nothing_below": "**{level}** is the lowest level, so none is below it.",
        "no_such_level": "There is **no {name} level**.",
        "highest_level": "The highest level is **{level}**.",
        "levels": "The levels are {levels}, lowest first.",
        "states_one": "{what} are named in **{n}** state or province:",
        "states": "{what} are named in **{n}** states or provinces:",
        "split": "By level, of the **{n}** certified cities that the documents name:",
        "split_some": "By level, as many certified cities as the documents name:",
        "split_counted": "a source counts {total} {as_of}",
        "region": "in that region",
        "took": "{subject} took about **{duration}** from {low} ({start}) to {level} ({end}).",
        "fastest": "The fastest from {low} to {level} that the documents date: **{places}**, in "
        "about {duration}.",
        "slowest": "The slowest from {low} to {level} that the documents date: **{places}**, in "
        "about {duration}.",
        "climbed": "about {duration}, from {low} ({start}) to {level} ({end})",
        "first_award": "the first award",
        "only_dated": "Cities whose awards are not dated to a month are left out.",
        "month": "{n} month",
        "months": "{n} months",
        "year": "{n} year",
        "years": "{n} years",
        "grew_by": "That is {difference} more.",
        "at_award": "{subject} got {level} {on}.",
        # Missing, and what to ask next
        "missing_level": "the level of {place}",
        "missing_date": "the date of {level} for {place}",
        "missing_first": "the date of the first certification of {place}",
        "missing_award": "a confirmed certification of {place}",
        "missing_city": "a certification of {name}",
        "ask_level": "What level is {place}?",
        "ask_since": "Since when is {subject} certified?",
        "ask_area": "Which cities {within} are certified?",
        "ask_at": "Which cities are at {level}?",
        "ask_latest": "Which cities were certified most recently?",
        "ask_total": "How many cities are certified?",
    },
    "es": {
        "holds": "{subject} tiene nivel **{level}**, anunciado {on}.",
        "holds_undated": "{subject} figura con nivel **{level}**, sin fecha.",
        "no_level": "{subject} fue certificada {on}, con **un nivel que los documentos no "
        "indican**.",
        "renewed": "Fue certificada de nuevo {on}, con un nivel que los documentos no indican.",
        "called": "A {subject} también se le atribuye **{level}**, sin fecha.",
        "press": "El dato viene solo de la prensa.",
        "before": "Antes: {list}.",
        "former": "Antes de {level}, {subject} tenía {list}.",
        "held_then": "{subject} tenía nivel **{level}** {then}, anunciado {on}.",
        "later": "Después: {list}.",
        "not_yet": "Los documentos no registran ninguna certificación de {place} {then}; la "
        "primera es de {date}.",
        "first": "{subject} fue certificada por primera vez **{on}**, con nivel {level}.",
        "first_no_level": "{subject} fue certificada por primera vez **{on}**, con un nivel que "
        "los "
        "documentos no indican.",
        "first_missing": "Los documentos no dicen cuándo se certificó {subject} por primera vez; "
        "lo "
        "primero que fechan es {level}, {date}.",
        "got": "{subject} obtuvo **{level} {on}**.",
        "got_missing": "Los documentos no dicen cuándo obtuvo {subject} el nivel **{level}**.",
        "never": "Los documentos no registran {level} para {place}.",
        "followed": "Después: {list}.",
        "rose": "{subject} subió de {low} a **{level}**, anunciado {on}.",
        "no_rise": "Los documentos no registran ningún ascenso de {place}.",
        "kept_it": "{subject} mantuvo **{level}**, anunciado {on}.",
        "unconfirmed": "La certificación de {subject} **no está confirmada**.",
        "differ": "Las fuentes no coinciden (texto en inglés):",
        "first_of": "**{place}** fue la primera: certificada {on}.",
        "last_of": "**{places}**: la más reciente, con certificación {on}.",
        "last_at": "**{places}**: la última en llegar a **{level}**, {on}.",
        "unproven": "De los lugares que nombran los documentos, la certificación de **{n}** **no "
        "está confirmada**:",
        "all_proven": "Los documentos no nombran allí ningún lugar cuya certificación no esté "
        "confirmada.",
        "order_open": "**No se sabe** cuál fue la primera: los documentos no dan fecha del primer "
        "nivel de {places}.",
        "then_came": "{subject} llegó {on}.",
        "same_day": "Ninguna fue antes: {places} fueron certificadas por primera vez {on}.",
        "first_at": "**{place}** llegó primero a **{level}**: {on}.",
        "same_day_at": "Ninguna fue antes: {places} llegaron a **{level}** {on}.",
        "at_level": "Con nivel **{level}**: {places}.",
        "none_at": "Ninguna de estas tiene nivel **{level}**.",
        "most": "Donde más {what} nombran los documentos: **{places}**, con **{n}**.",
        "these_rose": "Subieron de nivel: **{places}**.",
        "none_rose": "Los documentos no registran ningún ascenso de estas.",
        "these_inside": "{within}: {places}.",
        "none_inside": "Ninguna de estas está {within}.",
        "lies": "{city} queda {where}.",
        "also": ", mantenido",
        "as_new": ", primera certificación",
        "unstated": "nivel no indicado",
        "undated": "fecha no indicada",
        "may_be": "{name} puede ser una de estas:",
        "which": "¿A cuál se refiere?",
        "state": "{area} (estado o provincia)",
        "absent": "Los documentos no nombran ninguna certificación de {name}.",
        "outside_rule": "{name} ({country}) está fuera de {area}, las únicas zonas que nombra la "
        "regla de participación.",
        "incomplete": "Aun así puede estar certificada, porque no se encontró una lista completa "
        "de las ciudades certificadas.",
        "namesake": "La ciudad de ese nombre en los documentos es {place}, con {level}.",
        "nearest": "Ciudades certificadas que nombran {within}: {cities}.",
        "named": "Los documentos nombran **{n}** {what}:",
        "none": "Los documentos no nombran ninguna {what}.",
        "the_first": "Las primeras: {list}.",
        "first_is": "**{cities}** fue la primera {what} que nombran los documentos, anunciada "
        "{on}.",
        "first_are": "**{cities}** fueron las primeras {what} que nombran los documentos, "
        "anunciadas {on}.",
        "latest_is": "**{cities}** es la última {what} que nombran los documentos, anunciada {on}.",
        "latest_are": "**{cities}** son las últimas {what} que nombran los documentos, anunciadas "
        "{on}.",
        "first_list": "Las primeras {what} que nombran los documentos, **{n}** en total:",
        "latest_list": "Las últimas {what} que nombran los documentos, **{n}** en total:",
        "other_one": "otra {what}",
        "or_more": "{n} o más {what}",
        "other_many": "otras {what}",
        "after_level": "tras {level}",
        "outside": "fuera de {area}",
        "between": "entre {first} y {last}",
        "there": "Certificadas allí: {list}.",
        "highest_there": "El nivel más alto allí es **{level}**: {list}.",
        "highest_of": "El nivel más alto entre estas es **{level}**: {places}.",
        "same_level": "Tienen el mismo nivel, **{level}**.",
        "those": "{cities} ({date})",
        "area_gap_all": "{on} se anunciaron {n} ciudades nuevas {within}, de las que no se nombra "
        "ninguna.",
        "area_gap": "{on} se anunciaron {n} ciudades nuevas {within}, de las que {unnamed} no "
        "se nombran.",
        "gaps": "Los documentos no nombran a todas las ciudades certificadas, así que puede haber "
        "más.",
        "risen": "El total subió en **{added}** hasta el publicado {on}.",
        "of_added": "Se anunciaron {added} ciudades nuevas {on}; los documentos nombran {n} de "
        "ellas.",
        "called_too": "A {places} también se le atribuye {level}, sin fecha.",
        "as_of": "Al corte de {date}.",
        "new": "nuevas",
        "raised": "suben a {level}",
        "kept": "mantienen {level}",
        "again": "certificadas de nuevo",
        "of_level": "{head}, {level}",
        "most_added": "El mayor número de ciudades nuevas, **{added}**, se anunció {on}.",
        "grew": "El número de ciudades certificadas creció de **{first}** a **{last}**.",
        "total": "**{total}** ciudades estaban certificadas {as_of}.",
        "another": "Otras {added} se anunciaron {on}; ninguna fuente publica el nuevo total "
        "({total} + {added} = {sum}).",
        "of_them_new": "{added} de ellas eran nuevas.",
        "earlier_total": "Eran {list}.",
        "next_total": "El siguiente total publicado es {total}, {as_of}.",
        "last_total": "Ninguna fuente publica un total {when}; el último anterior es "
        "**{total}**, {as_of}.",
        "no_total": "Los documentos no dan ningún total tan temprano; el primero es **{total}**, "
        "{as_of}.",
        "added": "**{added}** ciudades nuevas se anunciaron {on}.",
        "added_in_all": "**{sum}** ciudades nuevas se anunciaron {when}: {list}.",
        "added_by_area": "Por país o región: {list}.",
        "some_named": "Los documentos nombran {n} de ellas: {cities}.",
        "level_count": "**{total}** ciudades tenían {level} {as_of}.",
        "zero_count": "**Ninguna** ciudad tenía {level} {as_of}.",
        "countries_one": "Se nombran {what} en **{n}** país:",
        "countries": "Se nombran {what} en **{n}** países:",
        "in_areas": "Ciudades certificadas que nombran los documentos: {list}.",
        "yes": "**Sí.** ",
        "no": "**No.** ",
        "no_longer": "**Ya no.** ",
        "also_in": "También en {area} (estado o provincia): {list}.",
        "nothing_above": "**{level}** es el nivel más alto, así que no hay ninguna por encima.",
        "nothing_below": "**{level}** es el nivel más bajo, así que no hay ninguna por debajo.",
        "no_such_level": "**No existe el nivel {name}**.",
        "highest_level": "El nivel más alto es **{level}**.",
        "levels": "Los niveles son {levels}, del más bajo al más alto.",
        "states_one": "Se nombran {what} en **{n}** estado o provincia:",
        "states": "Se nombran {what} en **{n}** estados o provincias:",
        "split": "Por nivel, de las **{n}** ciudades certificadas que nombran los documentos:",
        "split_some": "Por nivel, las ciudades certificadas que nombran los documentos:",
        "split_counted": "una fuente cuenta {total} {as_of}",
        "region": "en esa región",
        "took": "{subject} tardó alrededor de **{duration}** de {low} ({start}) a {level} ({end}).",
        "fastest": "Lo más rápido de {low} a {level} entre lo que fechan los documentos: "
        "**{places}**, en alrededor de {duration}.",
        "slowest": "Lo más lento de {low} a {level} entre lo que fechan los documentos: "
        "**{places}**, en alrededor de {duration}.",
        "climbed": "alrededor de {duration}, de {low} ({start}) a {level} ({end})",
        "first_award": "la primera certificación",
        "only_dated": "Quedan fuera las ciudades cuyas certificaciones no tienen mes.",
        "month": "{n} mes",
        "months": "{n} meses",
        "year": "{n} año",
        "years": "{n} años",
        "grew_by": "Son {difference} más.",
        "at_award": "{subject} obtuvo {level} {on}.",
        "missing_level": "el nivel de {place}",
        "missing_date": "la fecha del nivel {level} de {place}",
        "missing_first": "la fecha de la primera certificación de {place}",
        "missing_award": "una certificación confirmada de {place}",
        "missing_city": "una certificación de {name}",
        "ask_level": "¿Qué nivel tiene {place}?",
        "ask_since": "¿Desde cuándo está certificada {place}?",
        "ask_area": "¿Qué ciudades {within} están certificadas?",
        "ask_at": "¿Qué ciudades tienen nivel {level}?",
        "ask_latest": "¿Cuáles son las últimas ciudades certificadas?",
        "ask_total": "¿Cuántas ciudades están certificadas?",
    },
    "pt": {
        "holds": "{subject} tem nível **{level}**, anunciado {on}.",
        "holds_undated": "{subject} aparece com nível **{level}**, sem data.",
        "no_level": "{subject} foi certificada {on}, com **um nível que os documentos não "
        "indicam**.",
        "renewed": "Foi certificada de novo {on}, com um nível que os documentos não indicam.",
        "called": "A {subject} também se atribui **{level}**, sem data.",
        "press": "Essa informação vem só da imprensa.",
        "before": "Antes: {list}.",
        "former": "Antes de {level}, {subject} tinha {list}.",
        "held_then": "{subject} tinha nível **{level}** {then}, anunciado {on}.",
        "later": "Depois: {list}.",
        "not_yet": "Os documentos não registram nenhuma certificação de {place} {then}; a primeira "
        "é de {date}.",
        "first": "{subject} foi certificada pela primeira vez **{on}**, com nível {level}.",
        "first_no_level": "{subject} foi certificada pela primeira vez **{on}**, com um nível "
        "que os "
        "documentos não indicam.",
        "first_missing": "Os documentos não dizem quando {subject} foi certificada pela primeira "
        "vez; "
        "o primeiro prêmio com data é {level}, {date}.",
        "got": "{subject} obteve **{level} {on}**.",
        "got_missing": "Os documentos não dizem quando {subject} obteve **{level}**.",
        "never": "Os documentos não registram {level} para {place}.",
        "followed": "Depois: {list}.",
        "rose": "{subject} subiu de {low} para **{level}**, anunciado {on}.",
        "no_rise": "Os documentos não registram nenhuma subida de nível de {place}.",
        "kept_it": "{subject} manteve **{level}**, anunciado {on}.",
        "unconfirmed": "A certificação de {subject} **não está confirmada**.",
        "differ": "As fontes divergem (texto em inglês):",
        "first_of": "**{place}** veio primeiro: certificada {on}.",
        "last_of": "**{places}**: a mais recente, com certificação {on}.",
        "last_at": "**{places}**: a última a chegar a **{level}**, {on}.",
        "unproven": "Dos lugares que os documentos citam, a certificação de **{n}** **não está "
        "confirmada**:",
        "all_proven": "Os documentos não citam lá nenhum lugar cuja certificação não esteja "
        "confirmada.",
        "order_open": "**Não se sabe** qual veio primeiro: os documentos não dão a data do "
        "primeiro nível de {places}.",
        "then_came": "{subject} veio {on}.",
        "same_day": "Nenhuma veio antes: {places} foram certificadas pela primeira vez {on}.",
        "first_at": "**{place}** chegou primeiro a **{level}**: {on}.",
        "same_day_at": "Nenhuma veio antes: {places} chegaram a **{level}** {on}.",
        "at_level": "Com nível **{level}**: {places}.",
        "none_at": "Nenhuma delas tem nível **{level}**.",
        "most": "Onde os documentos citam mais {what}: **{places}**, com **{n}**.",
        "these_rose": "Subiram de nível: **{places}**.",
        "none_rose": "Os documentos não registram nenhuma subida de nível delas.",
        "these_inside": "{within}: {places}.",
        "none_inside": "Nenhuma delas fica {within}.",
        "lies": "{city} fica {where}.",
        "also": ", mantido",
        "as_new": ", primeira certificação",
        "unstated": "nível não indicado",
        "undated": "data não indicada",
        "may_be": "{name} pode ser uma destas:",
        "which": "A qual se refere?",
        "state": "{area} (estado ou província)",
        "absent": "Os documentos não citam nenhuma certificação de {name}.",
        "outside_rule": "{name} ({country}) não fica n{area}, as únicas áreas que a regra de "
        "participação cita.",
        "incomplete": "Ainda assim pode estar certificada, porque não se encontrou uma lista "
        "completa das cidades certificadas.",
        "namesake": "A cidade com esse nome nos documentos é {place}, com {level}.",
        "nearest": "Cidades certificadas que eles citam {within}: {cities}.",
        "named": "Os documentos citam **{n}** {what}:",
        "none": "Os documentos não citam nenhuma {what}.",
        "the_first": "As primeiras: {list}.",
        "first_is": "**{cities}** foi a primeira {what} que os documentos citam, anunciada {on}.",
        "first_are": "**{cities}** foram as primeiras {what} que os documentos citam, anunciadas "
        "{on}.",
        "latest_is": "**{cities}** é a última {what} que os documentos citam, anunciada {on}.",
        "latest_are": "**{cities}** são as últimas {what} que os documentos citam, anunciadas "
        "{on}.",
        "first_list": "As primeiras {what} que os documentos citam, **{n}** ao todo:",
        "latest_list": "As últimas {what} que os documentos citam, **{n}** ao todo:",
        "other_one": "outra {what}",
        "or_more": "{n} ou mais {what}",
        "other_many": "outras {what}",
        "after_level": "depois de {level}",
        "outside": "sem contar {area}",
        "between": "entre {first} e {last}",
        "there": "Certificadas lá: {list}.",
        "highest_there": "O nível mais alto lá é **{level}**: {list}.",
        "highest_of": "O nível mais alto entre elas é **{level}**: {places}.",
        "same_level": "Têm o mesmo nível, **{level}**.",
        "those": "{cities} ({date})",
        "area_gap_all": "{on} foram anunciadas {n} cidades novas {within}, das quais "
        "nenhuma é citada.",
        "area_gap": "{on} foram anunciadas {n} cidades novas {within}, das quais {unnamed} não são "
        "citadas.",
        "gaps": "Os documentos não citam todas as cidades certificadas, então pode haver mais.",
        "risen": "O total subiu em **{added}** até o publicado {on}.",
        "of_added": "Foram anunciadas {added} cidades novas {on}; os documentos citam {n} delas.",
        "called_too": "A {places} também se atribui {level}, sem data.",
        "as_of": "Situação de {date}.",
        "new": "novas",
        "raised": "subiram para {level}",
        "kept": "mantiveram {level}",
        "again": "certificadas de novo",
        "of_level": "{head}, {level}",
        "most_added": "O maior número de cidades novas, **{added}**, foi anunciado {on}.",
        "grew": "O número de cidades certificadas cresceu de **{first}** para **{last}**.",
        "total": "**{total}** cidades estavam certificadas {as_of}.",
        "another": "Outras {added} foram anunciadas {on}; nenhuma fonte publica o novo total "
        "({total} + {added} = {sum}).",
        "of_them_new": "{added} delas eram novas.",
        "earlier_total": "Eram {list}.",
        "next_total": "O total seguinte publicado é {total}, {as_of}.",
        "last_total": "Nenhuma fonte publica um total {when}; o último anterior é "
        "**{total}**, {as_of}.",
        "no_total": "Os documentos não dão nenhum total tão cedo; o primeiro é **{total}**, "
        "{as_of}.",
        "added": "**{added}** cidades novas foram anunciadas {on}.",
        "added_in_all": "**{sum}** cidades novas foram anunciadas {when}: {list}.",
        "added_by_area": "Por país ou região: {list}.",
        "some_named": "Os documentos citam {n} delas: {cities}.",
        "level_count": "**{total}** cidades tinham {level} {as_of}.",
        "zero_count": "**Nenhuma** cidade tinha {level} {as_of}.",
        "countries_one": "Há {what} citadas em **{n}** país:",
        "countries": "Há {what} citadas em **{n}** países:",
        "in_areas": "Cidades certificadas que os documentos citam: {list}.",
        "yes": "**Sim.** ",
        "no": "**Não.** ",
        "no_longer": "**Já não.** ",
        "also_in": "Também em {area} (estado ou província): {list}.",
        "nothing_above": "**{level}** é o nível mais alto, portanto não há nenhuma acima.",
        "nothing_below": "**{level}** é o nível mais baixo, portanto não há nenhuma abaixo.",
        "no_such_level": "**Não existe o nível {name}**.",
        "highest_level": "O nível mais alto é **{level}**.",
        "levels": "Os níveis são {levels}, do mais baixo ao mais alto.",
        "states_one": "Há {what} citadas em **{n}** estado ou província:",
        "states": "Há {what} citadas em **{n}** estados ou províncias:",
        "split": "Por nível, das **{n}** cidades certificadas que os documentos citam:",
        "split_some": "Por nível, as cidades certificadas que os documentos citam:",
        "split_counted": "uma fonte conta {total} {as_of}",
        "region": "nessa região",
        "took": "{subject} levou cerca de **{duration}** de {low} ({start}) a {level} ({end}).",
        "fastest": "O mais rápido de {low} a {level} entre o que os documentos datam: "
        "**{places}**, em cerca de {duration}.",
        "slowest": "O mais lento de {low} a {level} entre o que os documentos datam: "
        "**{places}**, em cerca de {duration}.",
        "climbed": "cerca de {duration}, de {low} ({start}) a {level} ({end})",
        "first_award": "a primeira certificação",
        "only_dated": "Ficam de fora as cidades cujas certificações não têm mês.",
        "month": "{n} mês",
        "months": "{n} meses",
        "year": "{n} ano",
        "years": "{n} anos",
        "grew_by": "São {difference} a mais.",
        "at_award": "{subject} obteve {level} {on}.",
        "missing_level": "o nível de {place}",
        "missing_date": "a data do nível {level} de {place}",
        "missing_first": "a data da primeira certificação de {place}",
        "missing_award": "uma certificação confirmada de {place}",
        "missing_city": "uma certificação de {name}",
        "ask_level": "Qual é o nível de {place}?",
        "ask_since": "Desde quando {subject} é certificada?",
        "ask_area": "Quais cidades {within} são certificadas?",
        "ask_at": "Quais cidades têm nível {level}?",
        "ask_latest": "Quais são as últimas cidades certificadas?",
        "ask_total": "Quantas cidades são certificadas?",
    },
}
"""Texts by what they are for."""

# What is counted: one and several, plain, new, raised and kept.
_NOUNS: Mapping[Language, Mapping[str, tuple[str, str]]] = {
    "en": {
        "certified": ("certified city", "certified cities"),
        "bare": ("city", "cities"),
        "new": ("newly certified city", "newly certified cities"),
        "raised": ("city that rose", "cities that rose"),
        "kept": ("city that kept its level", "cities that kept their level"),
    },
    "es": {
        "certified": ("ciudad certificada", "ciudades certificadas"),
        "bare": ("ciudad", "ciudades"),
        "new": ("ciudad recién certificada", "ciudades recién certificadas"),
        "raised": ("ciudad que subió", "ciudades que subieron"),
        "kept": ("ciudad que mantuvo su nivel", "ciudades que mantuvieron su nivel"),
    },
    "pt": {
        "certified": ("cidade certificada", "cidades certificadas"),
        "bare": ("cidade", "cidades"),
        "new": ("cidade recém-certificada", "cidades recém-certificadas"),
        "raised": ("cidade que subiu", "cidades que subiram"),
        "kept": ("cidade que manteve o nível", "cidades que mantiveram o nível"),
    },
}
_AT: Mapping[Language, str] = {"en": " at {}", "es": " de nivel {}", "pt": " de nível {}"}
_UP_TO: Mapping[Language, str] = {"en": " to {}", "es": " a {}", "pt": " para {}"}
_UNSTATED: Mapping[Language, str] = {
    "en": " at a level not stated",
    "es": " de nivel no indicado",
    "pt": " de nível não indicado",
}
_AND: Mapping[Language, str] = {"en": "and", "es": "y", "pt": "e"}
_OR: Mapping[Language, str] = {"en": "or", "es": "o", "pt": "ou"}
# Areas that English puts an article before, by how their names begin.
_WITH_ARTICLE = ("United ", "Dominican ", "Bahamas", "Caribbean", "Americas", "District ")
# How Portuguese joins 'em' to the article of a country.
_PORTUGUESE_IN = {
    **dict.fromkeys("BR CA CL EC MX PE PY UY PA HT".split(), "no"),
    **dict.fromkeys("AR CO BO CR GT VE JM".split(), "na"),
    "US": "nos",
    "americas": "nas",
    **{f"{part}-america": "na" for part in ("north", "central", "south", "latin")},
    **dict.fromkeys("europe africa asia oceania".split(), "na"),
    "caribbean": "no",
    **dict.fromkeys(
        (
            f"US-{code}"
            for code in "AZ TX CO AL AR DC HI ID IA KS KY ME MI MS MO NE NM OH OR TN "
            "UT WI WY".split()
        ),
        "no",
    ),
    **dict.fromkeys((f"US-{code}" for code in "CA FL GA LA NC ND PA SC SD VA WV".split()), "na"),
    **dict.fromkeys("BR-CE BR-PR BR-RJ BR-RS BR-RN BR-ES BR-MA BR-PA BR-PI CA-QC".split(), "no"),
    **dict.fromkeys("BR-BA BR-PB CA-BC CA-NS".split(), "na"),
}


def level_name(level: str | None, language: Language) -> str:
    """A level as the language calls it; what is said where none is stated."""
    if level is None or level == "unknown":
        return TEXTS[language]["unstated"]
    return level_words(level, language).name


def country_name(city: City, language: Language) -> str:
    """The country of a city as the language calls it."""
    return _country_name(city.country, language)


@lru_cache(maxsize=256)
def _country_name(country: str, language: Language) -> str:
    found = [area.code for area in find_areas(country) if area.kind == "country"]
    return area_name(found[0], language) if found else country


def state_name(city: City, language: Language) -> str:
    """The state of a city as the language calls it; empty where the records name none."""
    return _state_name(city.state, city.country, language) if city.state else ""


@lru_cache(maxsize=256)
def _state_name(state: str, country: str, language: Language) -> str:
    found = [area.code for area in find_areas(f"state of {state}, {country}")]
    states = [code for code in found if "-" in code and area_name(code, "en") == state]
    return area_name(states[0], language) if states else state


def place_name(city: City, language: Language) -> str:
    """A city with its state, or else its country."""
    area = _area_of(city, language)
    return f"{city.name}, {area}" if area else city.name


def brief_name(city: City, language: Language) -> str:
    """The same for a list: the state or country in brackets."""
    area = _area_of(city, language)
    return f"{city.name} ({area})" if area else city.name


def _area_of(city: City, language: Language) -> str:
    """What a city's name is followed by; empty if it says so itself, as New York City's."""
    if fold(city.state or city.country) in fold(city.name):
        return ""
    return state_name(city, language) or country_name(city, language)


def within(code: str, language: Language) -> str:
    """'in' an area, as the language says it."""
    if language == "pt":
        return f"{_PORTUGUESE_IN.get(code, 'em')} {area_name(code, language)}"
    return f"{'in' if language == 'en' else 'en'} {with_article(code, language)}"


def with_article(code: str, language: Language) -> str:
    """An area with the article that English puts before some, and Portuguese before most."""
    name = area_name(code, language)
    if language == "pt":
        article = _PORTUGUESE_IN.get(code, "em").removeprefix("n").removeprefix("em")
        return f"{article} {name}".strip()
    return f"the {name}" if language == "en" and name.startswith(_WITH_ARTICLE) else name


def joined(items: Sequence[str], language: Language, *, other: bool = False) -> str:
    """A, B and C; or C where `other` is true."""
    if len(items) < 2:
        return "".join(items)
    word = (_OR if other else _AND)[language]
    last = items[-1]
    if language == "es" and not other and fold(last).startswith(("i", "hi")):
        word = "e"
    if language == "es" and other and fold(last).startswith(("o", "ho")):
        word = "u"
    return f"{', '.join(items[:-1])} {word} {last}"


def noun(kind: str, levels: Sequence[str], *, n: int, language: Language) -> str:
    """What is counted, in words: certified cities, cities at gold."""
    forms = _NOUNS[language]["bare" if levels and kind == "certified" else kind]
    text = forms[0 if n < 2 else 1]
    if levels and levels[0] == "unknown":
        text += _UNSTATED[language]
    elif levels:
        shape = _UP_TO if kind == "raised" else _AT
        names = [level_name(level, language) for level in levels]
        text += shape[language].format(joined(names, language, other=True))
    return text
