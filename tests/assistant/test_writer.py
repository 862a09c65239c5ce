from pathlib import Path

import pytest

from assistant.answers import Draft, DraftSentence, IndexInfo, Quote
from assistant.trace import Trace
from assistant.writer import AnswerWriter
from tests.small_index import document, holding

TEXT = "Boulder prevented 96 % of evictions. Gold came in 2025."
TRUE = DraftSentence("Gold came in 2025.", [Quote("boulder", 37, len(TEXT))])
FALSE = DraftSentence("Gold came in 2026.", [Quote("boulder", 37, len(TEXT))])


@pytest.fixture
def writer(tmp_path: Path) -> AnswerWriter:
    state = holding(tmp_path / "index", [document("boulder", TEXT)])
    return AnswerWriter(IndexInfo("i", "2026", 1, 1), state.catalogue)


@pytest.mark.parametrize(
    ("sentences", "status", "text"),
    [
        ((TRUE,), "answered", "Gold came in 2025 [1]."),
        ((TRUE, FALSE), "partial", "Gold came in 2025 [1]."),
        ((FALSE,), "refused", "The documents don't answer this."),
    ],
)
def test_what_fails_is_not_shown_and_the_status_says_so(
    writer: AnswerWriter, sentences: tuple[DraftSentence, ...], status: str, text: str
) -> None:
    trace = Trace()
    answer = writer.write(
        Draft("answered", sentences), question="q", standalone="q", language="en", trace=trace
    )
    assert (answer.status, answer.text) == (status, text)
    assert [d.text for d in trace.dropped] == [s.text for s in sentences if s is FALSE]
    assert bool(answer.missing) == (status != "answered")
