"""What is said of who may take part, in three languages.

Slots: `least` the threshold, `people` a population, `place` an area's or city's name, `area` what
the rule's countries are called together, `claim` a number taken for the threshold, `year`, `since`
and `until` times as the language writes them.
"""

from collections.abc import Mapping

from assistant.answers import Language

TEXTS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "yes": "**Yes.** {people} people reaches the threshold of {least}, and {place} is within "
        "{area}.",
        "yes_exact": "**Yes.** Exactly {people} people is enough, and {place} is within {area}.",
        "yes_place": "**Yes**, with at least {least} people: {place} is within {area}.",
        "yes_size": "**Yes**, if the city is in {area}: {people} people reaches the threshold of "
        "{least}.",
        "yes_size_exact": "**Yes**, if the city is in {area}: exactly {people} people is enough.",
        "yes_there": "**Yes.** {people} people reaches the threshold of {least}, and the rule "
        "names {area}.",
        "yes_place_there": "**Yes**, with at least {least} people: the rule names {area}.",
        "no_size": "**No.** {people} people is below the threshold of {least}.",
        "no_size_claim": "**No.** The threshold is {least} people, not {claim}, and {people} is "
        "below it.",
        "no_place": "**No.** {place} is outside {area}, the only places the rule names.",
        "no_place_then": "**No{year}.** Only cities in {area} with at least {least} people could "
        "take part then.",
        "no_below": "**No.** A city needs at least {least} people.",
        "depends": "**Only from {least} people on**, and in {area}.",
        "size_does": "{people} people reaches the threshold of {least}.",
        "size_would_do": "Its size would be enough: {people} people reaches the threshold of "
        "{least}.",
        "also_outside": "{place} is also outside {area}, the only places the rule names.",
        "unnamed": "**Yes, if {place} counts as part of {area}**, which the documents do not say, "
        "and with at least {least} people.",
        "unnamed_enough": "**Yes, if {place} counts as part of {area}**, which the documents do "
        "not say.",
        "partly": "**Only in {area}**, with at least {least} people: that is not all of {place}.",
        "no_cap": "**The documents name no upper limit**: the rule only asks for at least {least} "
        "people.",
        "county": "**Counties are not shut out**{one}, and the documents state no separate rule "
        "for them; a city needs at least {least} people and has to be in {area}.",
        "county_one": " ({place} is one that is certified)",
        "county_yes": "By that measure {people} people is enough.",
        "none_then": "**No.** The first rule in the documents is from {since}: cities in {area} "
        "with at least {least} people.",
        "now": "Since {since} the rule covers {area}; now it could, with at least {least} people.",
        "opened": "That year changed the rule: until {since} it named only {area}.",
        "other": "**The rule names cities only**: those of at least {least} people in {area}. "
        "Whether others can take part, the documents do not say.",
        "of_others": "Whether others than cities can take part",
        "measure": "**{least} people is the threshold**; which census or count of them decides, "
        "the documents do not say.",
        "of_measures": "Which count of a city's people decides",
        "member": "**The rule names no such condition**: it only asks for at least {least} people, "
        "in {area}.",
        "rule": "**Cities of at least {least} people in {area}.** Exactly {least} is enough.",
        "rule_then": "**Only cities of at least {least} people in {area}**, from {since} to "
        "{until}.",
        "threshold": "**{least} people.** A city with exactly {least} is large enough.",
        "claim_right": "**Yes, {least} people.** A city with exactly {least} is large enough.",
        "claim_wrong": "**No, {least} people**, not {claim}.",
        "where": "The city also has to be in {area}.",
        "everywhere": "**{least} people everywhere.** No country or region has a threshold of "
        "its own in the documents.",
        "always": "**{least} people at every date.** Only the area has changed: {before} until "
        "{since}, {area} since then.",
        "since": "**Since {since}.** From {first} until then only cities in {before} could take "
        "part.",
        "since_first": "**Since {first}**, the first rule in the documents.",
        "beyond": "**Yes, in {area}**, with at least {least} people.",
        "not_beyond": "**No.** The rule names only {area}.",
        "not_only": "**No.** The rule covers {area}, with at least {least} people.",
        "only": "**Yes.** The rule names only {area}.",
        "anywhere": "**Only in {area}**, with at least {least} people.",
        "item_yes": "**{place}**: yes, with at least {least} people",
        "item_no": "**{place}**: no, outside {area}",
        "item_open": "**{place}**: only as far as it is in {area}",
        "size_item_yes": "**{people} people**: yes, if the city is in {area}",
        "size_item_no": "**{people} people**: no, below the threshold of {least}",
        "in_year": ", not in {year}",
        "negative": "A population can't be negative, so {people} can't be right; a city needs at "
        "least {least} people.",
        "ask_people": "How many people live in the city?",
        "next_threshold": "What is the minimum population?",
        "next_rule": "Who can take part?",
        "next_before": "Who could take part before 2022?",
        "next_county": "Can counties take part?",
    },
    "es": {
        "yes": "**Sí.** {people} habitantes alcanzan el umbral de {least}, y {place} está en el "
        "área de la regla, {area}.",
        "yes_exact": "**Sí.** Exactamente {people} habitantes bastan, y {place} está en el área "
        "de la regla, {area}.",
        "yes_place": "**Sí**, con al menos {least} habitantes: {place} está en el área de la "
        "regla, {area}.",
        "yes_size": "**Sí**, si la ciudad está en {area}: {people} habitantes alcanzan el umbral "
        "de {least}.",
        "yes_size_exact": "**Sí**, si la ciudad está en {area}: exactamente {people} habitantes "
        "bastan.",
        "yes_there": "**Sí.** {people} habitantes alcanzan el umbral de {least}, y la regla "
        "nombra {area}.",
        "yes_place_there": "**Sí**, con al menos {least} habitantes: la regla nombra {area}.",
        "no_size": "**No.** {people} habitantes no alcanzan el umbral de {least}.",
        "no_size_claim": "**No.** El umbral es de {least} habitantes, no de {claim}, y {people} "
        "no lo alcanzan.",
        "no_place": "**No.** {place} está fuera de {area}, lo único que nombra la regla.",
        "no_place_then": "**No{year}.** Entonces solo podían participar ciudades de {area} con "
        "al menos {least} habitantes.",
        "no_below": "**No.** Una ciudad necesita al menos {least} habitantes.",
        "depends": "**Solo a partir de {least} habitantes**, y en {area}.",
        "size_does": "{people} habitantes alcanzan el umbral de {least}.",
        "size_would_do": "El tamaño bastaría: {people} habitantes alcanzan el umbral de {least}.",
        "also_outside": "Además, {place} está fuera de {area}, lo único que nombra la regla.",
        "unnamed": "**Sí, si {place} cuenta como parte de {area}**, lo que los documentos no "
        "dicen, y con al menos {least} habitantes.",
        "unnamed_enough": "**Sí, si {place} cuenta como parte de {area}**, lo que los documentos "
        "no dicen.",
        "partly": "**Solo en {area}**, con al menos {least} habitantes: eso no es todo el área "
        "de {place}.",
        "no_cap": "**Sin máximo en los documentos**: la regla solo pide al menos {least} "
        "habitantes.",
        "county": "**Los condados no están excluidos**{one}, y los documentos no dan una regla "
        "aparte para ellos; una ciudad necesita al menos {least} habitantes y estar en {area}.",
        "county_one": " ({place} es uno certificado)",
        "county_yes": "Con esa medida, {people} habitantes bastan.",
        "none_then": "**No.** La primera regla de los documentos es de {since}: ciudades de "
        "{area} con al menos {least} habitantes.",
        "now": "Desde {since} la regla abarca {area}; ahora sí podría, con al menos {least} "
        "habitantes.",
        "opened": "Ese año cambió la regla: hasta {since} solo nombraba {area}.",
        "other": "**La regla solo habla de ciudades**: las de al menos {least} habitantes en "
        "{area}. Los documentos no dicen si otros pueden participar.",
        "of_others": "Si pueden participar otros que no sean ciudades",
        "measure": "**El umbral es de {least} habitantes**; los documentos no dicen qué censo o "
        "recuento decide.",
        "of_measures": "Qué recuento de los habitantes decide",
        "member": "**La regla no nombra esa condición**: solo pide al menos {least} habitantes, en "
        "{area}.",
        "rule": "**Ciudades de al menos {least} habitantes en {area}.** Exactamente {least} "
        "bastan.",
        "rule_then": "**Solo ciudades de al menos {least} habitantes en {area}**, de {since} a "
        "{until}.",
        "threshold": "**{least} habitantes.** Una ciudad con exactamente {least} es lo bastante "
        "grande.",
        "claim_right": "**Sí, {least} habitantes.** Una ciudad con exactamente {least} es lo "
        "bastante grande.",
        "claim_wrong": "**No, {least} habitantes**, no {claim}.",
        "where": "La ciudad tiene que estar además en {area}.",
        "everywhere": "**{least} habitantes en todas partes.** Ningún país ni región tiene un "
        "umbral propio en los documentos.",
        "always": "**{least} habitantes en todo momento.** Solo cambió el área: {before} hasta "
        "{since}, {area} desde entonces.",
        "since": "**Desde {since}.** De {first} hasta entonces solo podían participar ciudades "
        "de {before}.",
        "since_first": "**Desde {first}**, la primera regla de los documentos.",
        "beyond": "**Sí, en {area}**, con al menos {least} habitantes.",
        "not_beyond": "**No.** La regla solo nombra {area}.",
        "not_only": "**No.** La regla abarca {area}, con al menos {least} habitantes.",
        "only": "**Sí.** La regla solo nombra {area}.",
        "anywhere": "**Solo en {area}**, con al menos {least} habitantes.",
        "item_yes": "**{place}**: sí, con al menos {least} habitantes",
        "item_no": "**{place}**: no, fuera de {area}",
        "item_open": "**{place}**: solo en la medida en que esté en {area}",
        "size_item_yes": "**{people} habitantes**: sí, si la ciudad está en {area}",
        "size_item_no": "**{people} habitantes**: no, por debajo del umbral de {least}",
        "in_year": " en {year}",
        "negative": "Una población no puede ser negativa, así que {people} no puede ser "
        "correcto; una ciudad necesita al menos {least} habitantes.",
        "ask_people": "¿Cuántos habitantes tiene la ciudad?",
        "next_threshold": "¿Cuál es la población mínima?",
        "next_rule": "¿Quién puede participar?",
        "next_before": "¿Quién podía participar antes de 2022?",
        "next_county": "¿Pueden participar los condados?",
    },
    "pt": {
        "yes": "**Sim.** {people} habitantes atingem o limite de {least}, e {place} fica na área "
        "da regra, {area}.",
        "yes_exact": "**Sim.** Exatamente {people} habitantes bastam, e {place} fica na área da "
        "regra, {area}.",
        "yes_place": "**Sim**, com pelo menos {least} habitantes: {place} fica na área da regra, "
        "{area}.",
        "yes_size": "**Sim**, se a cidade fica na área da regra, {area}: {people} habitantes "
        "atingem o limite de {least}.",
        "yes_size_exact": "**Sim**, se a cidade fica na área da regra, {area}: exatamente "
        "{people} habitantes bastam.",
        "yes_there": "**Sim.** {people} habitantes atingem o limite de {least}, e a regra nomeia "
        "{area}.",
        "yes_place_there": "**Sim**, com pelo menos {least} habitantes: a regra nomeia {area}.",
        "no_size": "**Não.** {people} habitantes não atingem o limite de {least}.",
        "no_size_claim": "**Não.** O limite é de {least} habitantes, não de {claim}, e {people} "
        "não o atingem.",
        "no_place": "**Não.** {place} fica fora da área da regra, que é só {area}.",
        "no_place_then": "**Não{year}.** Na época só podiam participar cidades com pelo menos "
        "{least} habitantes na área da regra: {area}.",
        "no_below": "**Não.** Uma cidade precisa de pelo menos {least} habitantes.",
        "depends": "**Só a partir de {least} habitantes**; a área da regra é {area}.",
        "size_does": "{people} habitantes atingem o limiar de {least}.",
        "size_would_do": "O tamanho bastaria: {people} habitantes atingem o limite de {least}.",
        "also_outside": "Além disso, {place} fica fora da área da regra, que é só {area}.",
        "unnamed": "**Sim, se {place} conta como parte da área da regra**, {area}, o que os "
        "documentos não dizem, e com pelo menos {least} habitantes.",
        "unnamed_enough": "**Sim, se {place} conta como parte da área da regra**, {area}, o que os "
        "documentos não dizem.",
        "partly": "**Só na área da regra**, {area}, com pelo menos {least} habitantes: isso não "
        "cobre {place} por inteiro.",
        "no_cap": "**Sem máximo nos documentos**: a regra só pede pelo menos {least} habitantes.",
        "county": "**Os condados não estão excluídos**{one}, e os documentos não dão uma regra à "
        "parte para eles; uma cidade precisa de pelo menos {least} habitantes e de ficar na área "
        "da regra, {area}.",
        "county_one": " ({place} é um deles, certificado)",
        "county_yes": "Por essa medida, {people} habitantes bastam.",
        "none_then": "**Não.** A primeira regra dos documentos é de {since}: cidades com pelo "
        "menos {least} habitantes, e a área era só esta: {area}.",
        "now": "Desde {since} a regra abrange {area}; agora poderia, com pelo menos {least} "
        "habitantes.",
        "opened": "Nesse ano a regra mudou: até {since} a área era só esta: {area}.",
        "other": "**A regra só fala de cidades**, com pelo menos {least} habitantes; a área da "
        "regra é {area}. Os documentos não dizem se outros podem participar.",
        "of_others": "Se podem participar outros que não sejam cidades",
        "measure": "**O limite é de {least} habitantes**; os documentos não dizem qual censo ou "
        "contagem decide.",
        "of_measures": "Qual contagem dos habitantes decide",
        "member": "**A regra não nomeia essa condição**: só pede pelo menos {least} habitantes na "
        "área da regra, {area}.",
        "rule": "**Cidades com pelo menos {least} habitantes.** A área da regra é {area}; "
        "exatamente {least} bastam.",
        "rule_then": "**Só cidades com pelo menos {least} habitantes**, de {since} a {until}; a "
        "área da regra era {area}.",
        "threshold": "**{least} habitantes.** Uma cidade com exatamente {least} é grande o "
        "bastante.",
        "claim_right": "**Sim, {least} habitantes.** Uma cidade com exatamente {least} é grande "
        "o bastante.",
        "claim_wrong": "**Não, {least} habitantes**, não {claim}.",
        "where": "A cidade também precisa ficar na área da regra, {area}.",
        "everywhere": "**{least} habitantes em toda parte.** Nenhum país nem região tem um "
        "limite próprio nos documentos.",
        "always": "**{least} habitantes em todo momento.** Só a área mudou: {before} até "
        "{since}, {area} desde então.",
        "since": "**Desde {since}.** De {first} até então só podiam participar cidades de uma "
        "área: {before}.",
        "since_first": "**Desde {first}**, a primeira regra dos documentos.",
        "beyond": "**Sim**, com pelo menos {least} habitantes; a área da regra é {area}.",
        "not_beyond": "**Não.** A área da regra é só {area}.",
        "not_only": "**Não.** A regra abrange {area}, com pelo menos {least} habitantes.",
        "only": "**Sim.** A área da regra é só {area}.",
        "anywhere": "**Só em uma área, {area}**, com pelo menos {least} habitantes.",
        "item_yes": "**{place}**: sim, com pelo menos {least} habitantes",
        "item_no": "**{place}**: não, fora da área da regra, {area}",
        "item_open": "**{place}**: só no que fica na área da regra, {area}",
        "size_item_yes": "**{people} habitantes**: sim, se a cidade fica na área da regra, {area}",
        "size_item_no": "**{people} habitantes**: não, abaixo do limite de {least}",
        "in_year": " em {year}",
        "negative": "Uma população não pode ser negativa, então {people} não pode estar certo; "
        "uma cidade precisa de pelo menos {least} habitantes.",
        "ask_people": "Quantos habitantes tem a cidade?",
        "next_threshold": "Qual é a população mínima?",
        "next_rule": "Quem pode participar?",
        "next_before": "Quem podia participar antes de 2022?",
        "next_county": "Condados podem participar?",
    },
}
"""Texts by what they are for."""

SHUT_OUT: Mapping[Language, Mapping[str, str]] = {
    "en": {"**Yes": "**Eligible", "**No": "**Not eligible"},
    "es": {"**Sí": "**Elegible", "**No": "**No elegible"},
    "pt": {"**Sim": "**Elegível", "**Não": "**Não elegível"},
}
"""The verdict where the question is whether a place is too small or shut out."""

WITH_ARTICLE = frozenset(
    "americas caribbean US GB NL PH DO AE BS CZ MV SC KM GM CF CD CG VI VG KY TC FK MH SB".split()
)
"""Areas that English names with an article."""
