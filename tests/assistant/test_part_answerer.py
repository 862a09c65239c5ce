"""What a question is answered by, where what was found was told before."""

from dataclasses import replace

import pytest

from assistant.parts import put_together
from assistant.pipeline import Assistant

pytestmark = pytest.mark.model


def test_where_nothing_answers_nothing_is_left_open_beside_it(shipped: Assistant) -> None:
    answerer = shipped._answerer
    weighed = answerer._weigh("How many homes did Mogi das Cruzes inspect before?", "en")
    silent = [replace(one, answers=False) for one in weighed.evidence.candidates]
    none_answers = replace(weighed.evidence, candidates=silent)
    assert answerer._left_open_beside(weighed._replace(evidence=none_answers)) is None


def test_what_is_told_beside_an_answer_takes_nothing_away(shipped: Assistant) -> None:
    question = "What did the 2018 inventory check, and how many of the checks had to be passed?"
    first, second = shipped.draft(question).parts
    unsaid = replace(second.draft, status="partial", closing="Not told: when.", missing=("when",))
    told = put_together([first, replace(second, draft=unsaid)], "en")
    assert "12 months" in " ".join(sentence.text for sentence in told.sentences)
    assert (told.status, told.closing, told.missing) == ("partial", "Not told: when.", ("when",))
