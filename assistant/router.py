"""Which part of the assistant a question is for."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.answers import Draft, Language, ToolName
from assistant.dialogue.wording import is_closing
from assistant.folding import fold
from assistant.intents.nearness import Intent
from assistant.orders import is_order
from assistant.tools.toolbox import Tool, near_tool, tool_for
from index.lexicon import words

Courtesy = Literal["greeting", "thanks", "task"]
"""What is no question; a task asks for a text, code or the like to be made."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a question goes: to a tool, whose answer it holds; to a courtesy; or to the documents.

    Attributes:
        name: the tool, the courtesy or `documents`.
        guessed: whether nearness alone took it to the tool.
    """

    name: ToolName | Courtesy | Literal["documents"]
    draft: Draft | None = None
    courtesy: Courtesy | None = None
    guessed: bool = False


# What is the assistant's own and nobody's to see.
_OURS = (
    r"((your|system|hidden|secret|initial|api|tu|tus|su|sus|seu|seus|sua|suas)( \w+)?"
    r" (prompts?|instruc\w+|instructions|configurat\w+|config|settings?|keys?|passwords?|secrets?"
    r"|source code|guidelines|claves?|chaves?|senhas?|contrasenas?|instrucoes)"
    r"|(text|words|message|everything) above"
    r"|(conversations?|messages?|questions) (of|from|by|other|that other) (other )?(users?|people))"
)
# A courtesy is the whole message. Compared with its words in lower case, without accents.
_COURTESIES: Mapping[Courtesy, Sequence[str]] = {
    "greeting": (
        r"(hi|hello|hey|good (morning|afternoon|evening|day))( there| everyone| all)?",
        r"(hola|buen[oa]s?( (dias|tardes|noches))?|ola|oi|bo[am] (dia|tarde|noite))",
        r"(help|ayuda|ajuda)( me)?( please)?",
        r"(what|how) (else )?can (you|i) (do|ask|help)( me)?( with)?( here)?( you)?( for me)?",
        r"(who|what) are you|what do you (do|know)( about)?|how does this work",
        r"(en )?que (me )?(puedes|puede|sabes|puedo) (hacer|preguntar(te|le)?|ayudar(me)?)",
        r"quien eres|como funciona( esto)?",
        r"(em )?(o )?que (voce )?(pode|sabe|posso) (fazer|perguntar|(me )?ajudar)|quem e voce",
        r"como (isso|isto) funciona",
    ),
    "thanks": (r"great|perfect|ok|okay|got it|nice|good|perfecto|perfeito|vale|genial|otimo",),
    "task": (
        r".*\b(conversations?|messages?|questions|preguntas|conversaciones|mensajes|perguntas|conversas"
        r"|mensagens) (of|from|by|de|d?os) (the )?(other|others|otros|outros) (users?|people"
        r"|usuarios?"
        r"|personas|pessoas)\b.*",
        r"(please |can you |could you )*(write|compose|draft|translate|paint|draw|rewrite)\b.*",
        r"(please |can you |could you )*(make up|invent|fabricate|inventa\w*|invente)\b.*",
        r"(please |can you |could you )*(tell|give|sing|make|do)( me| us)? (an?|some"
        r"|another) (\w+ )?"
        r"(jokes?|riddles?|poems?|songs?|rap|haikus?|limericks?|bedtime story|fairy tale)\b.*",
        r"(cuenta(me|nos)?|dime|conte( me)?|diga( me)?) (un|una|um|uma) (chiste|poema|cancion"
        r"|piada|poesia)\b.*",
        r"(por favor |puedes )*(escribe(me)?|redacta|traduce|dibuja|compon)\b.*",
        r"(por favor |pode )*(escreva|redija|traduza|desenhe|componha)\b.*",
        rf".*\b(print|show|reveal|output|repeat|display|give|tell|send|dump|list|leak|share|whats?"
        rf"|muestra\w*|dime|imprime|revela|cuales|mostre|diga|imprima|revele|quais) (\w+ )*?{_OURS}"
        r"\b.*",
    ),
}


class Router:
    """Decides by grammar, then by nearness; nothing here knows any particular question.

    Args:
        tools: asked in this order.
        nearness: what a question is for that no tool's grammar took.
    """

    def __init__(
        self, tools: Sequence[Tool], *, nearness: Callable[[str], Sequence[Intent]] | None = None
    ) -> None:
        self._tools = tools
        self._nearness = nearness
        # The parts of one question are routed more than once.
        self._routed = lru_cache(maxsize=16)(self._find_route)
        self._courtesies = {
            kind: re.compile("|".join(f"(?:{form})" for form in forms))
            for kind, forms in _COURTESIES.items()
        }

    def has(self, name: ToolName) -> bool:
        """Whether the programme's records give what a tool answers from."""
        return any(tool.name == name for tool in self._tools)

    def route(self, question: str, language: Language, *, guess: bool = True) -> Route:
        """The route of a standalone question.

        Args:
            guess: whether nearness may decide, which takes the question's vector.
        """
        return self._routed(question, language, guess)

    def _find_route(self, question: str, language: Language, guess: bool) -> Route:
        bare = " ".join(words(fold(question)))
        for kind, form in self._courtesies.items():
            if form.fullmatch(bare):
                return Route(kind, courtesy=kind)
        if is_closing(question):
            return Route("thanks", courtesy="thanks")
        if is_order(question):
            return Route("task", courtesy="task")
        if found := tool_for(self._tools, question, language):
            return Route(found[0], draft=found[1])
        for intent in self._nearness(question) if guess and self._nearness else ():
            if found := near_tool(self._tools, question, language, intent):
                return Route(found[0], draft=found[1], guessed=True)
        return Route("documents")
