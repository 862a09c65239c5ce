"""Whether a sentence that a model wrote is carried by the evidence it was shown."""

from collections.abc import Callable, Sequence

from assistant.answers import Language
from assistant.generation.exhibits import Checked, Exhibit, Fault
from assistant.places import Gazetteer
from assistant.verifier import unsupported
from index.lexicon import Lexicon, content_terms
from index.retriever import Vector
from index.word_vectors import WordVectors


class SupportChecker:
    """Checks written sentences one by one.

    Args:
        embed: the vector of a text, by the index's model with its prompt for passages.
        words: tells which words mean nearly the same.
        lexicon: tells how rare a word is in the documents.
        gazetteer: knows the names that a city goes by.
    """

    def __init__(
        self,
        *,
        embed: Callable[[str], Vector],
        words: WordVectors,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
    ) -> None:
        self._embed = embed
        self._words = words
        self._lexicon = lexicon
        self._gazetteer = gazetteer

    def check(
        self,
        text: str,
        cited: Sequence[int],
        exhibits: Sequence[Exhibit],
        *,
        language: Language,
        question: str = "",
    ) -> Checked:
        """What the sentence rests on, or what is wrong with it.

        Args:
            text: without its markers; may have light Markdown.
            cited: the numbers of its markers, also those that no exhibit has.
            language: of the text.
        """
        own = [exhibit for exhibit in exhibits if exhibit.n in cited]
        for chosen in (own, exhibits):
            evidence = " \n".join(f"{exhibit.text} {exhibit.subject}" for exhibit in chosen)
            if chosen and not (reason := unsupported(text, evidence)):
                found = own or [self._nearest(text, chosen, language)]
                return Checked(tuple(exhibit.n for exhibit in found), 1.0, None, "", found[0].n)
        fault: Fault = "number" if "number" in (reason or "") else "name"
        return Checked((), 0.0, fault, reason or "", None)

    def _nearest(self, text: str, exhibits: Sequence[Exhibit], language: str) -> Exhibit:
        told = set(content_terms(text, language))
        return max(exhibits, key=lambda e: len(told & set(content_terms(e.text, "en"))))
