"""What a question is answered by, where what was found was told before."""

from dataclasses import replace

import pytest

from assistant.pipeline import Assistant

pytestmark = pytest.mark.model


def test_where_nothing_answers_nothing_is_left_open_beside_it(shipped: Assistant) -> None:
    answerer = shipped._answerer
    weighed = answerer._weigh("How many homes did Mogi das Cruzes inspect before?", "en")
    silent = [replace(one, answers=False) for one in weighed.evidence.candidates]
    none_answers = replace(weighed.evidence, candidates=silent)
    assert answerer._left_open_beside(weighed._replace(evidence=none_answers)) is None
