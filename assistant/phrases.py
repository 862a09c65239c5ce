"""The few sentences the assistant says in its own words, in the three languages.

They state nothing about the programme: what is stated comes from documents and tools.
"""

from collections.abc import Mapping

from assistant.answers import Language

Phrases = Mapping[Language, str]

NOT_SAID: Phrases = {
    "en": "The documents don't answer this.",
    "es": "Los documentos no responden a esto.",
    "pt": "Os documentos não respondem a isso.",
}
NEAREST: Phrases = {
    "en": "The nearest thing they say:",
    "es": "Lo más cercano que dicen:",
    "pt": "O mais próximo que dizem:",
}
NOT_SUBJECT: Phrases = {
    "en": "I answer questions about {subject}.",
    "es": "Respondo preguntas sobre {subject}.",
    "pt": "Respondo a perguntas sobre {subject}.",
}
PARTLY: Phrases = {
    "en": "The documents don't say anything about {missing}.",
    "es": "Los documentos no dicen nada sobre {missing}.",
    "pt": "Os documentos não dizem nada sobre {missing}.",
}
UNANSWERED: Phrases = {
    "en": "Not in the documents: “{question}”",
    "es": "No está en los documentos: «{question}»",
    "pt": "Não está nos documentos: “{question}”",
}
FOREIGN: Phrases = {
    "en": "The documents, which are in {language}, say:",
    "es": "Los documentos, que están en {language}, dicen:",
    "pt": "Os documentos, que estão em {language}, dizem:",
}
FOREIGN_EACH: Phrases = {
    "en": "The documents say, each in its own language:",
    "es": "Los documentos dicen, cada uno en su idioma:",
    "pt": "Os documentos dizem, cada um no seu idioma:",
}
LANGUAGE_NAMES: Mapping[Language, Mapping[str, str]] = {
    "en": {"en": "English", "es": "Spanish", "pt": "Portuguese"},
    "es": {"en": "inglés", "es": "español", "pt": "portugués"},
    "pt": {"en": "inglês", "es": "espanhol", "pt": "português"},
}
GREETING: Phrases = {
    "en": "Hello! I answer questions about {subject}, with the place in the documents for each "
    "sentence{reckoning}.",
    "es": "¡Hola! Respondo preguntas sobre {subject}, con el lugar de los documentos que respalda "
    "cada frase{reckoning}.",
    "pt": "Olá! Respondo a perguntas sobre {subject}, com o lugar dos documentos que sustenta cada "
    "frase{reckoning}.",
}
RECKONING: Phrases = {
    "en": ", and I can work out levels from {units}",
    "es": ", y calculo niveles a partir de los {units}",
    "pt": ", e calculo níveis a partir dos {units}",
}
MET: Phrases = {"en": " met", "es": " cumplidos", "pt": " cumpridos"}
THANKS: Phrases = {
    "en": "You're welcome. Is there anything else you would like to know about {subject}?",
    "es": "De nada. ¿Quiere saber algo más sobre {subject}?",
    "pt": "De nada. Quer saber mais alguma coisa sobre {subject}?",
}
YOU_COULD_ASK: Phrases = {
    "en": "You could ask:",
    "es": "Puede preguntar:",
    "pt": "Pode perguntar:",
}
