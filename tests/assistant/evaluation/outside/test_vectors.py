from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.evaluation.outside.vectors import RememberingEncoder
from corpus.errors import UnwritableFileError
from tests.conftest import WordEncoder


class CountingEncoder(WordEncoder):
    """Keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_query(self, text: str) -> NDArray[np.float32]:
        self.asked.append(text)
        return super().embed_query(text)

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        return super().embed_passages(texts, progress=progress) * np.float32(0.5)


def test_a_text_is_embedded_once_for_each_role_and_model(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "vectors.sqlite"
    first = CountingEncoder()
    with RememberingEncoder(first, model_digest="m", path=path) as encoder:
        passages = encoder.embed_passages(["one", "two", "one"])
        question = encoder.embed_query("one")
    assert first.asked == ["one", "two", "one"]  # as passages, and 'one' as a question
    assert not np.array_equal(passages[0], question)

    again = CountingEncoder()
    told: list[int] = []
    with RememberingEncoder(again, model_digest="m", path=path) as encoder:
        np.testing.assert_array_equal(
            encoder.embed_passages(["one", "two", "one"], progress=told.append), passages
        )
        np.testing.assert_array_equal(encoder.embed_query("one"), question)
    assert again.asked == []
    assert told == [1, 2, 3]

    with RememberingEncoder(again, model_digest="other", path=path) as encoder:
        encoder.embed_query("one")
    assert again.asked == ["one"]


def test_a_file_of_something_else_is_named(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite"
    path.write_bytes(b"not a database, but long enough to be looked at" * 50)
    with pytest.raises(UnwritableFileError, match=r"vectors\.sqlite"):
        RememberingEncoder(WordEncoder(), model_digest="m", path=path)
