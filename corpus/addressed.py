"""Sentences of a document that speak to whoever answers, or that want something of its reader.

They state nothing that could be an answer. A document may hold them, and is shown with them; they
are not found, quoted, or told to a model.
"""

import re

_ORDERS = re.compile(
    r"""
      \b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,40}
        \b(?:instructions?|rules?|prompts?|guidelines?)\b
    | \b(?:ignora|ignore|olvida|esque[cç]a|desconsidere)\b[^.!?]{0,40}
        \b(?:instrucciones|reglas|instru[cç][oõ]es|regras)\b
    | ^\W*(?:system|assistant|user|developer)\s*:
    | \b(?:rules?|instructions?)\ above\b
    | \byou\ (?:are\ now|must\ (?:now|reveal|obey|answer|say)|(?:now\ )?answer\ every)\b
    | \bfrom\ now\ on,?\ you\b
    | \b(?:decode|obey)\ (?:and\ (?:obey|do|run)|this\b|the\ following)
    | \b(?:send|give|enter|tell|share|type)\b[^.!?]{0,30}
        \byour\ (?:password|key|card|pin|credentials)\b
    | \b(?:reveal|print|repeat|show)\b[^.!?]{0,30}\b(?:system\ prompt|evidence\ you\ were\ given)\b
    | </?\s*(?:evidence|question|conversation|system)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_addressed(sentence: str) -> bool:
    """Whether a sentence gives orders to who answers, or asks its reader for a secret."""
    return bool(_ORDERS.search(sentence))
