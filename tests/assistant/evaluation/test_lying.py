import pytest

from assistant.evaluation.cases import Case
from assistant.evaluation.lying import tell_lies
from assistant.settings import Settings

pytestmark = pytest.mark.model

QUESTIONS = [
    ("a", "en", "What did Boulder do about evictions?"),
    ("b", "en", "How did Boise use data?"),
    ("c", "en", "How many criteria for gold?"),
    ("e", "en", "What did Recife do with data on violence?"),
    ("f", "en", "How did Alexandria use data against evictions?"),
    ("g", "en", "What did Carlsbad do with water meters?"),
    ("d", "es", "¿Qué hizo Boulder contra los desalojos?"),
]


def test_lies_are_stopped_and_what_is_true_stands(shipped_settings: Settings) -> None:
    cases = [Case(id=id_, kind="fact", lang=lang, q=q) for id_, lang, q in QUESTIONS]  # type: ignore[arg-type]
    steps: list[tuple[str, int, int]] = []
    lying, ms = tell_lies(cases, shipped_settings, progress=lambda *step: steps.append(step))
    assert steps == [("Lying", n, 6) for n in range(1, 7)]
    assert lying.questions == 5  # a tool answers the third, and no lies are made in Spanish
    lies, truths = (sum(lot.planted for lot in lots) for lots in (lying.lies, lying.truths))
    assert lies >= 30
    assert truths >= 30
    for lot in (*lying.lies, *lying.truths):
        assert lot.planted == lot.told + lot.repaired + lot.dropped
    assert len(lying.leaked) == sum(lot.told for lot in lying.lies)
    assert lying.stopped >= 0.95
    assert lying.lost_share <= 0.05
    assert 0 < ms < 1000
