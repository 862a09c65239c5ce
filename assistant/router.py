"""Which part of the assistant a question is for, by its grammar."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.folding import fold
from assistant.tools.tier_grammar import TierQuestion, read_tier_question
from corpus.records import Standard
from index.lexicon import words

Courtesy = Literal["greeting", "thanks"]


@dataclass(frozen=True, slots=True)
class Route:
    """Where a question goes: to the calculator, to a courtesy, or else to the documents."""

    tier: TierQuestion | None = None
    courtesy: Courtesy | None = None

    @property
    def name(self) -> str:
        """The route in one word, for the trace."""
        return "tier" if self.tier else self.courtesy or "documents"


# A courtesy is the whole message. Compared with its words in lower case, without accents.
_COURTESIES: Mapping[Courtesy, Sequence[str]] = {
    "greeting": (
        r"(hi|hello|hey|good (morning|afternoon|evening|day))( there| everyone| all)?",
        r"(hola|buen[oa]s?( (dias|tardes|noches))?|ola|oi|bo[am] (dia|tarde|noite))",
        r"(help|ayuda|ajuda)( me)?( please)?",
        r"(what|how) can (you|i) (do|ask|help)( me)?( with)?( here)?( you)?",
        r"(who|what) are you",
        r"que (puedes|puede|sabes) hacer|quien eres",
        r"o que (voce )?(pode|sabe) fazer|quem e voce",
    ),
    "thanks": (
        r"(thanks|thank you|thx|cheers)( (so|very) much| a lot| again)?",
        r"(muchas )?gracias|(muito )?obrigad[oa]",
        r"great|perfect|ok|okay|got it|perfecto|perfeito",
        r"bye|goodbye|see you|adios|tchau",
    ),
}


class Router:
    """Decides by grammar; nothing here knows any particular question."""

    def __init__(self, standard: Standard | None) -> None:
        self._standard = standard
        self._courtesies = {
            kind: re.compile("|".join(f"(?:{form})" for form in forms))
            for kind, forms in _COURTESIES.items()
        }

    def route(self, question: str) -> Route:
        """The route of a standalone question."""
        bare = " ".join(words(fold(question)))
        for kind, form in self._courtesies.items():
            if form.fullmatch(bare):
                return Route(courtesy=kind)
        if self._standard and (tier := read_tier_question(question, standard=self._standard)):
            return Route(tier=tier)
        return Route()
