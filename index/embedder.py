"""Texts to vectors with a prepared model: onnxruntime, tokenizers and numpy, nothing heavier.

Texts are embedded one at a time. The 8-bit products scale what flows through them by the largest
value of the whole batch, so a text's vector would depend on the texts beside it; alone, the same
text gives the same bytes, and on two cores it is faster too, for no padding is computed.
"""

import os
import weakref
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, wait
from functools import partial
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index import telemetry

telemetry.switch_off()

import onnxruntime

from index.models import GRAPH, TOKENIZER, WORDS, PreparedModel, word_rows

_Made = Future[Sequence[NDArray[np.float32]]]
"""What a pass of the model gives, once it has."""


class Embedder:
    """Embeds questions and passages with one prepared model.

    What comes after `prepared.max_tokens` tokens of a text is not looked at. Any string will do;
    an empty one gets the vector of the prompt alone. May be used from several threads.
    """

    def __init__(self, prepared: PreparedModel, *, threads: int | None = None) -> None:
        """Load the model after a check of its files.

        Args:
            prepared: from `index.models`.
            threads: for one forward pass; None for one a core, at most four. Does not change
                the vectors.

        Raises:
            ModelChecksumError: a file was damaged, replaced or removed.
        """
        prepared.verify()
        self.prepared = prepared
        self._tokenizer = Tokenizer.from_file(str(prepared.folder / TOKENIZER))
        self._words = _WordVectors(prepared.folder / WORDS, prepared.record.width)
        self._threads = threads or _cores()
        self._session = _session(str(prepared.folder / GRAPH), self._threads)
        # A pass that ends while Python is being shut down would take the process with it.
        self._underway: set[_Made] = set()
        weakref.finalize(self, wait, self._underway)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.prepared.dimensions

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """A question's vector: shape (dimensions,), unit length."""
        vector: NDArray[np.float32] = self.read_query(text)[0]
        return vector

    def read_query(self, text: str) -> NDArray[np.float32]:
        """A question's vector and that of its halfway layer: shape (2, dimensions), unit length."""
        return self._read(self.prepared.record.query_prompt + text)

    def begin_query(self, text: str) -> Callable[[], NDArray[np.float32]]:
        """Begin to read a question while the caller does something else.

        With one thread nothing is done before the vectors are asked for.

        Returns:
            Waits for what `read_query` gives, and gives it.
        """
        if self._threads == 1:
            return partial(self.read_query, text)
        words = self._words_of(self.prepared.record.query_prompt + text)
        made: _Made = Future()
        self._underway.add(made)
        made.add_done_callback(self._underway.discard)
        self._session.run_async(None, words, _settle, (made, words))
        return lambda: _unit(made.result())

    def embed_passages(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """Passages' vectors, in order: shape (len(texts), dimensions), unit length.

        Args:
            texts: without prompts.
            progress: told after each text how many are done.
        """
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for n, text in enumerate(texts):
            vectors[n] = self.read_passage(text)[0]
            if progress:
                progress(n + 1)
        return vectors

    def read_passage(self, text: str) -> NDArray[np.float32]:
        """A passage's vectors, as `read_query` gives a question's."""
        return self._read(self.prepared.record.passage_prompt + text)

    def _read(self, text: str) -> NDArray[np.float32]:
        return _unit(self._session.run(None, self._words_of(text)))

    def _words_of(self, text: str) -> Mapping[str, NDArray[np.float32]]:
        """What the graph takes in."""
        # A lone surrogate has no UTF-8 form; it becomes a question mark.
        ids = self._tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8")).ids
        return {"words": self._words.read(ids)[None]}


def _unit(made: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """What the graph gives, as vectors of unit length: shape (2, dimensions)."""
    vectors: NDArray[np.float32] = np.concatenate(made)
    lengths = np.sqrt(np.square(vectors, dtype=np.float64).sum(axis=1, keepdims=True))
    vectors /= lengths.astype(np.float32)
    return vectors


def _settle(
    made: Sequence[NDArray[np.float32]],
    waited_for: tuple[_Made, object],
    error: str,
) -> None:
    """Hand over what a pass in the background made; what went in is held until then."""
    if error:
        waited_for[0].set_exception(RuntimeError(error))
    else:
        waited_for[0].set_result(made)


class _WordVectors:
    """The table of word vectors, left on the disk.

    A question needs some twenty rows of it. Mapped into memory, each of them would bring its
    neighbours along, and in time the whole table would be resident.
    """

    def __init__(self, path: Path, width: int) -> None:
        self._row = word_rows(width)
        self._file = path.open("rb", buffering=0)
        self._turn = Lock()
        weakref.finalize(self, self._file.close)

    def read(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """Vectors of these words: shape (len(ids), width)."""
        raw = np.empty((len(ids), self._row.itemsize), np.uint8)
        with self._turn:
            for n, word in enumerate(ids):
                self._file.seek(word * self._row.itemsize)
                self._file.readinto(raw[n].data)
        rows = raw.view(self._row)[:, 0]
        vectors: NDArray[np.float32] = rows["codes"] * rows["scale"][:, None]
        return vectors


def _session(path: str, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # The graph was optimised when it was prepared.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _cores() -> int:
    """Cores this process may use, at most four: more do not help with single texts."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, 4)
