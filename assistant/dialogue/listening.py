"""A turn as it is heard: without what is said around its core, slips in its names put right."""

import re
from dataclasses import replace

from assistant.dialogue.slots import SlotFinder
from assistant.dialogue.state import State
from assistant.dialogue.turns import Said
from assistant.dialogue.wording import SMALL, affirmed, is_closing, opening, words_of
from assistant.languages import detect
from assistant.mistyped import months_spelt

_PREFACE = re.compile(
    r"^(?=[^:?]*\b(?:i|we|my|our|me|us|yo|nos|mi|eu|meu|minha|necesito|preciso)\b)[^:?\d]{8,80}:\s+"
    r"(?=(?:how|what|which|who|when|where|why|is|are|does|did|can|cu[aá]nt|qu[eé]|cu[aá]l|qui[eé]n"
    r"|quant|qual|quem|onde|quando)\w*\b)",
    re.IGNORECASE,
)
"""What one says before one asks: 'I need a number for a slide: how many …'."""
_IN_LANGUAGE = re.compile(
    r"^\W*(?:(?:ok|okay|so|and|now|bueno|bom|vale) )?"
    r"(?:(?:(?:let['’]?s )?(?:go(?:ing)?|switch(?:ing)?|chang(?:e|ing)) )?(?:back )?(?:to|in)"
    r"|(?:volviendo|volvamos|de vuelta|voltando|de volta) (?:al?|ao|para o)|en|em)"
    r" (?:english|spanish|portuguese|ingl[eéê]s|espa[nñ]ol|espanhol|portugu[eéê]s)"
    r"(?: again| now| please| de nuevo| de novo)?\W*[,:;.!–-]\s*(?=\w|¿)",
    re.IGNORECASE,
)
"""Says in which language one goes on: 'back to English, …'."""
_STANDING = re.compile(
    r"^\W*(?:(?:wh\w+|how(?: much| many| long)?)"
    r"(?:(?:['’]s| is| was| are| were)(?: it| that| they| one)? (?:in|for|at|of|with)"
    r"| (?:does|do|did)(?: (?:it|that))?(?: (?:in|for|at|with))?)(?: the)?"
    r"|(?:qui[eé]n|qu[eé]|cu[aá]l|quem|qual)(?: lo)? (?:es|hace|[eé]|faz)(?: \w+)?"
    r" (?:en|em|n[oa])) ",
    re.IGNORECASE,
)
"""'And who does Brazil?': its verb stands for the one of the question before."""
_MEANT = re.compile(
    r"[ ,]+(?:i mean|i meant|i should have said|that is|quiero decir|quise decir|me refiero"
    r"|quero dizer|quis dizer)\W*$",
    re.IGNORECASE,
)
"""'DC I mean': corrects with its last words."""
_COUNTED_ONES = re.compile(
    r"^(?P<which>\W*(?:and |but |so )?which) (?:two|three|four|five|six|\d)(?: of (?:them|those))?"
    r"(?= (?:are|were|is|was|have|had|do|did|came|come|got|made|went|joined|reached|hold)\b)",
    re.IGNORECASE,
)
"""'Which two were the last?': which ones, and how many they are."""
_TAG = re.compile(
    r", (?:and )?(?:do|does|did|is|are|has|have|can|could|will|was|were) (?:they|it|that one)\W*$",
    re.IGNORECASE,
)
"""'And Seattle, do they?'"""


class Listener:
    """Hears turns by the names that a finder knows."""

    def __init__(self, finder: SlotFinder) -> None:
        self._finder = finder

    def hear(self, question: str, state: State) -> Said:
        """A turn with what it says before its core taken off, and what it names."""
        question = _PREFACE.sub("", months_spelt(question), count=1)
        question = _IN_LANGUAGE.sub("", question, count=1)
        question = _COUNTED_ONES.sub(r"\g<which> ones", question)
        if is_closing(question):
            question = ""
        begun = opening(question)
        text = question[begun.start :]
        if stands := _STANDING.match(text):
            name = text[stands.end() :].strip(" ?!.")
            found = [s for s in self._finder.find(name) if s.kind in ("place", "area")]
            if len(found) == 1 and found[0].end - found[0].start == len(name):
                text, begun = name, replace(begun, kinds=begun.kinds | {"joins"})
        if (meant := affirmed(question)) and self._finder.find(meant):
            text = meant[opening(meant).start :]  # 'no sorry, I meant …'
            begun = replace(begun, kinds=begun.kinds | {"corrects"})
        if (ended := _MEANT.search(text)) and ended.start():
            text, begun = text[: ended.start()], replace(begun, kinds=begun.kinds | {"corrects"})
        if begun.kinds - {"courtesy"}:
            text = _TAG.sub("", text)
        if begun.kinds - {"courtesy"} or state.asked_back:
            text = self._spelt(text)
        familiar = [*state.listed, *state.recent]
        if begun.kinds - {"courtesy"}:
            familiar += self._finder.called_short(text)
        slots = self._finder.find(text, familiar=familiar)
        words = words_of(text)
        outside = [w for w in words if not any(s.start <= w.start < s.end for s in slots)]
        content = [word for word in outside if word.plain not in SMALL]
        # A turn that shows no language is in that of the turn before.
        language = detect(question, default=state.language)
        return Said(text, begun.kinds, words, slots, content, language)

    def _spelt(self, text: str) -> str:
        """A short turn with a misspelt place put right, if it names nothing else."""
        words = [word for word in words_of(text) if word.plain not in SMALL]
        if len(words) > 2 or self._finder.find(text):
            return text
        for word in words:
            if right := self._finder.correct(word.plain):
                fixed = text[: word.start] + right.title() + text[word.end :]
                if any(slot.kind == "place" for slot in self._finder.find(fixed)):
                    return fixed
        return text
