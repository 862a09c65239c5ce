"""Questions to documents in several languages.

Documents in the question's own language are compared with its words as they stand; all others
with what its words are in the programme's language. What answers best is then the answer. A
question cannot be put into a third language, so documents in one answer it by names and figures.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from assistant.evidence import Evidence, Judge, Outcome
from assistant.questions import QuestionReader, ReadQuestion
from index.retriever import Found

_RANK: Mapping[Outcome, int] = {"enough": 3, "part": 2, "not_enough": 1, "off_subject": 0}


class Tongues:
    """Weighs evidence in the question's own language and in the programme's.

    Args:
        home: the programme's language.
        reader_of, judge_of: give what reads questions for, and judges, documents in a language.
    """

    def __init__(
        self,
        home: str,
        reader_of: Callable[[str], QuestionReader],
        judge_of: Callable[[str], Judge],
    ) -> None:
        self._home = home
        self._reader_of = lru_cache(maxsize=8)(reader_of)
        self._judge_of = lru_cache(maxsize=8)(judge_of)

    @property
    def reader(self) -> QuestionReader:
        """What reads questions for documents in the programme's language."""
        return self._reader_of(self._home)

    @property
    def judge(self) -> Judge:
        """What judges documents in the programme's language."""
        return self._judge_of(self._home)

    def weigh(
        self,
        question: ReadQuestion,
        found: Sequence[Found],
        *,
        compared: bool = False,
    ) -> tuple[ReadQuestion, Evidence]:
        """The best that documents of one language have for a question, and how it was read.

        Args:
            question: as `reader` reads it.
            found: passages in any language.
            compared: as for `Judge.judge`.
        """

        def weighed_by(
            judge: Judge, read: ReadQuestion, some: Sequence[Found]
        ) -> tuple[ReadQuestion, Evidence]:
            return read, judge.judge(read, some, compared=compared)

        spoken = question.language
        own = [f for f in found if f.document.language == spoken != self._home]
        others = [f for f in found if f.document.language != spoken or spoken == self._home]
        weighed = [weighed_by(self.judge, question, others)]
        if own:
            read = self._reader_of(spoken).read(
                question.text, spoken, gathers=question.asking.gathers
            )
            weighed.append(weighed_by(self._judge_of(spoken), read, own))
        return max(weighed, key=_worth)


def _worth(weighed: tuple[ReadQuestion, Evidence]) -> tuple[int, float]:
    _, evidence = weighed
    best = max((candidate.support for candidate in evidence.candidates), default=0.0)
    return _RANK[evidence.outcome], best
