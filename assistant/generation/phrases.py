"""What is said of the language model itself, in the three languages."""

from assistant.phrases import Phrases

MODEL_FAILED: Phrases = {
    "en": "(The language model did not finish; what it left open is in the documents' own words.)",
    "es": "(El modelo de lenguaje no terminó; lo que dejó abierto está en palabras de los propios "
    "documentos.)",
    "pt": "(O modelo de linguagem não terminou; o que deixou em aberto está nas palavras dos "
    "próprios documentos.)",
}
