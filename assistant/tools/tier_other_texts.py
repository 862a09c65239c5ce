"""What the tier calculator says otherwise where nobody is named, or where levels go by a count.

Each stands in the place of the text of the same name in `tier_texts`.
"""

from collections.abc import Mapping

from assistant.answers import Language

OF_NOBODY: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "at": "{level}",
        "edge": "One {unit} fewer would be {at}.",
        "stands": "{met} {units} ({percent} %) is {at}.",
        "changes": "{met} {units} ({percent} %) is {at}, so the level changes.",
        "stays": "{met} {units} ({percent} %) is {at} as well, so the level stays.",
        "table": "Levels{under} go by the share of the {criteria} {units} that is reached:",
        "depends": "The level depends on how many of the {criteria} {units} are reached.",
        "ask": "How many of them do you have?",
        "over_hundred": "No more than {most} % of the {criteria} {units} can be reached, so "
        "{given} % can't be right.",
    },
    "es": {
        "edge": "Con un {unit} menos se quedaría {at}.",
        "stands": "Con {met} {units} ({percent} %) se queda {at}.",
        "changes": "Con {met} {units} ({percent} %) se queda {at}: el nivel cambia.",
        "stays": "Con {met} {units} ({percent} %) también se queda {at}: el nivel no cambia.",
        "table": "Los niveles{under} dependen de qué parte de los {criteria} {units} se alcanza:",
        "depends": "El nivel depende de cuántos de los {criteria} {units} se alcanzan.",
        "ask": "¿Cuántos tiene?",
        "over_hundred": "No se puede alcanzar más del {most} % de los {criteria} {units}, así que "
        "{given} % no puede ser.",
    },
    "pt": {
        "edge": "Com um {unit} a menos, ficaria {at}.",
        "stands": "Com {met} {units} ({percent} %), fica {at}.",
        "changes": "Com {met} {units} ({percent} %), fica {at}: o nível muda.",
        "stays": "Com {met} {units} ({percent} %), também fica {at}: o nível não muda.",
        "table": "Os níveis{under} dependem de quanto dos {criteria} {units} se alcança:",
        "depends": "O nível depende de quantos dos {criteria} {units} são alcançados.",
        "ask": "Quantos você tem?",
        "over_hundred": "Não é possível alcançar mais de {most} % dos {criteria} {units}, então "
        "{given} % não pode estar certo.",
    },
}
"""Texts that speak of nobody."""

BY_COUNT: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "share": "{met} of {criteria} {units}",
        "share_one": "{met} of {criteria} {units}",
        "range_top": "starts at {needed}",
        "start": "{Level} starts at {needed} of the {criteria} {units}{more}.",
        "missable": "**{n}{under}.** {Level} needs {needed} of the {criteria} {units}, so {n} can "
        "be missed.",
        "needs": "**{Level} needs {needed} {units}{under}**, out of {criteria}.",
        "stands": "{met} {units} is {at}.",
        "changes": "{met} {units} is {at}, so the level changes.",
        "stays": "{met} {units} is {at} as well, so the level stays.",
        "reached": "**{Level}** is reached{under}: {share}, and {the} starts at {needed}.",
        "spare": "**{n}{under}.** {met} of {criteria} {units} is {level}, which holds down to "
        "{needed}.",
        "nearly": "**{Lower}{under}.** {Level} takes the full {needed} of the {criteria} {units}; "
        "anything short of that is {lower}.",
        "nearly_below": "Below **{level}**{under}: it takes the full {needed} of the {criteria} "
        "{units}.",
        "table": "Levels{under} go by the number of {units}, out of {criteria}:",
        "row_top": "**{Level}**: {needed} {units} or more",
    },
    "es": {
        "share": "{met} de {criteria} {units}",
        "share_one": "{met} de {criteria} {units}",
        "range_top": "empieza en {needed}",
        "start": "{Level} empieza en {needed} de los {criteria} {units}{more}.",
        "missable": "**{n}{under}.** {Level} pide {needed} de los {criteria} {units}, así que "
        "pueden faltar {n}.",
        "needs": "**{Level} pide {needed} {units}{under}**, de {criteria}.",
        "stands": "Con {met} {units} se queda {at}.",
        "changes": "Con {met} {units} se queda {at}: el nivel cambia.",
        "stays": "Con {met} {units} también se queda {at}: el nivel no cambia.",
        "reached": "**{Level}** ya se alcanza{under}: {share}, y {the} empieza en {needed}.",
        "spare": "**{n}{under}.** {met} de {criteria} {units} es {level}, que se mantiene con "
        "{needed} o más.",
        "nearly": "**{Lower}{under}.** Para {level} hacen falta {needed} completos de los "
        "{criteria} {units}; con menos se queda en {lower}.",
        "nearly_below": "Por debajo de **{level}**{under}: hacen falta {needed} completos de los "
        "{criteria} {units}.",
        "table": "Los niveles{under} dependen del número de {units}, de {criteria}:",
        "row_top": "**{Level}**: {needed} {units} o más",
    },
    "pt": {
        "share": "{met} de {criteria} {units}",
        "share_one": "{met} de {criteria} {units}",
        "range_top": "começa em {needed}",
        "start": "{Level} começa em {needed} dos {criteria} {units}{more}.",
        "missable": "**{n}{under}.** {Level} pede {needed} dos {criteria} {units}, então podem "
        "faltar {n}.",
        "needs": "**{Level} pede {needed} {units}{under}**, de {criteria}.",
        "stands": "Com {met} {units}, fica {at}.",
        "changes": "Com {met} {units}, fica {at}: o nível muda.",
        "stays": "Com {met} {units}, também fica {at}: o nível não muda.",
        "reached": "Já se chega a **{level}**{under}: {share}, e {the} começa em {needed}.",
        "spare": "**{n}{under}.** {met} de {criteria} {units} é {level}, que se mantém com "
        "{needed} ou mais.",
        "nearly": "**{Lower}{under}.** Para {level} é preciso chegar a {needed} completos dos "
        "{criteria} {units}; com menos, fica-se em {lower}.",
        "nearly_below": "Abaixo de **{level}**{under}: é preciso chegar a {needed} completos dos "
        "{criteria} {units}.",
        "table": "Os níveis{under} dependem do número de {units}, de {criteria}:",
        "row_top": "**{Level}**: {needed} {units} ou mais",
    },
}
"""Texts without a share."""
