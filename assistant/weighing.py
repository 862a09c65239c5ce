"""What the documents have for a question."""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.already_told import AlreadyTold
from assistant.answers import Language
from assistant.coordination import PlaceSpans
from assistant.dialogue.requests import without_else
from assistant.evidence import Evidence
from assistant.folding import fold
from assistant.framings import leans
from assistant.questions import ReadQuestion
from assistant.silences import is_silence
from assistant.tongues import Tongues
from assistant.trace import Trace
from index.retriever import Found, QueryVector, Retriever

GATHERED = 6
"""So many places a gathering looks into, named by as many of the nearest sentences."""

COMMON = 0.12
"""So rare a word says nothing of what is asked: 'data', in these documents."""


class Weighed(NamedTuple):
    """What there is for a question.

    Attributes:
        question: as it was read.
        evidence: what the documents have for it.
        passages: that were looked into.
        vector: by which they were found.
    """

    question: ReadQuestion
    evidence: Evidence
    passages: Sequence[Found]
    vector: QueryVector


class Weigher:
    """Reads a question, finds passages for it and weighs what they say.

    Args:
        passages: so many are looked into for a question on one thing.
        on_criteria: documents that tell what each criterion asks.
    """

    def __init__(
        self,
        retriever: Retriever,
        tongues: Tongues,
        places_in: PlaceSpans,
        *,
        passages: int,
        on_criteria: Sequence[str] = (),
    ) -> None:
        self._retriever = retriever
        self._tongues = tongues
        self._reader = tongues.reader
        self._places_in = places_in
        self._passages = passages
        self._on_criteria = on_criteria

    def weigh(
        self,
        text: str,
        language: Language,
        context: str = "",
        trace: Trace | None = None,
        *,
        compared: bool = False,
        already: AlreadyTold | None = None,
    ) -> Weighed:
        """What there is for a question that stands alone.

        Args:
            context: what was said around it.
            trace: takes the time of each stage.
            compared: whether it is asked of one place beside others.
            already: what was told before, which is no evidence.
        """
        trace = trace or Trace()
        text = without_else(text) if already else text
        question = self._reader.read(text, language)
        context = context or self._title_of(question)
        with trace.stage("embed"):
            vector = self._embedded(question, context)
            if not question.places and self._retriever.gathers(vector):
                question = self._reader.read(text, language, gathers=True)
        with trace.stage("retrieve"):
            # Each place that is named wants passages of its own, and so does each in a gathering.
            wide = 3 if question.asking.gathers else max(1, len(question.places))
            passages = self._retriever.search(
                question.text, vector, language=language, limit=self._passages * wide
            )
            passages += self._own_documents(question, passages, vector)
            if already:  # more of a place is told where that is spoken of
                named = question.places.keys()
                own = (p for p in passages if not named or named & set(p.document.cities))
                passages = [already.left_of(passage) for passage in own]
        with trace.stage("judge"):
            question, evidence = self._tongues.weigh(question, passages, compared=compared)
        return Weighed(question, evidence, passages, vector)

    def expect(self, text: str) -> None:
        """Begin to read a text that will be weighed soon."""
        self._retriever.expect(text)

    def is_left_open(self, text: str, language: Language) -> bool:
        """Whether the documents say of the very question that they do not answer it."""
        candidates = self.weigh(text, language).evidence.candidates
        return any(is_silence(c.sentence.text) for c in candidates[:1])

    def are_told_apart(self, questions: Sequence[str], language: Language) -> bool:
        """Whether the documents answer each of several questions, and each by another sentence."""
        found = [self.weigh(question, language).evidence for question in questions]
        best = {one.candidates[0].sentence.text for one in found if one.outcome == "enough"}
        return 1 < len(questions) == len(best)

    def asks_of_all_done(self, question: ReadQuestion) -> bool:
        """Whether a question is on what was done, and not in one matter."""
        text = question.text
        places = " ".join(text[one.start : one.end] for one in self._places_in(text))
        own = [term for term in question.terms if term.word not in places]  # 'Minnesota'
        return question.asking.deeds and all(term.rarity <= COMMON for term in own)

    def _title_of(self, question: ReadQuestion) -> str:
        """What the document on the one place asked about is on, where no more is asked of it.

        'What has Recife done?' names nothing that a sentence could be near to.
        """
        named = set(question.places)
        if len(named) != 1 or not self.asks_of_all_done(question):
            return ""
        catalogue = self._retriever.catalogue
        own = (catalogue.document(id_) for id_ in catalogue.documents_on(*named))
        titles = [document.title for document in own if document and document.kind == "city"]
        return titles[0].partition(":")[2].strip() if len(titles) == 1 else ""

    def _embedded(self, question: ReadQuestion, context: str) -> QueryVector:
        """A question's vectors: half of what it asks, half of that with what is said around it."""
        language = question.language
        if not question.beside or leans(question.asked):
            return self._retriever.embed(question.sought, context, language=language)
        told = f"{context} {question.beside}".strip()
        named = ", ".join(n for n in question.places.values() if n not in fold(question.asked))
        asked = f"{question.asked} ({named})" if named else question.asked
        return self._retriever.embed(asked, told, language=language, pull=1.0)

    def _own_documents(
        self, question: ReadQuestion, found: Sequence[Found], vector: QueryVector
    ) -> list[Found]:
        """What else the documents of the places asked about say, or those of the criteria.

        In a gathering, those are the places named by the sentences nearest to the question.
        """
        places = list(question.places)
        if question.asking.gathers and not places:
            near = sorted((s for f in found for s in f.sentences), key=lambda s: -s.cosine)
            named = (id_ for s in near[:GATHERED] for id_ in self._reader.places(s.text))
            places = list(dict.fromkeys(named))[:GATHERED]
        seen = {passage.passage.id for passage in found}
        ids = [id_ for place in places for id_ in self._retriever.catalogue.documents_on(place)]
        own = self._retriever.of_documents(
            [*ids, *(self._on_criteria if question.asking.criterion else ())], vector
        )
        return [passage for passage in own if passage.passage.id not in seen]
