"""Suggested questions on disk, beside the index they were tried on.

    <generation>/suggestions/<code>-<index>/
        suggestions.json        what was kept, and what failed and why
        vectors.npy             a row for each question that was kept
        answers.sqlite          the answer to each

A set is written under another name and renamed when it is whole, so that one cut short is never
read; whatever else lies there is removed afterwards. The name stands for everything that decides
an answer: the code and settings that make it, and what the index holds.
"""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answers import Answer, Language
from assistant.suggestions.answered import StoredAnswers
from index.swapping import write_durably

Origin = Literal["starter", "document", "heading", "record", "tool"]
"""Who would have it asked: `programme.yaml`, a document's list or headings, the records, a tool."""

_FOLDER = "suggestions"
_LIST = "suggestions.json"
_VECTORS = "vectors.npy"
_ANSWERS = "answers.sqlite"
_UNFINISHED = ".unfinished"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Suggestion(_Row):
    """A question that was asked and answered.

    Attributes:
        template: questions with the same one are alike.
        theme: kind of the document that lists it or is cited first.
        cities: ids of the directory's cities that it names.
        documents: ids of those its answer cites.
        said: a digest of each sentence of its answer, to tell whether it was already said.
        answer: the answer's id.
    """

    question: str
    language: Language
    origin: Origin
    template: str
    theme: str
    topics: tuple[str, ...]
    cities: tuple[str, ...]
    documents: tuple[str, ...]
    said: tuple[str, ...]
    answer: str


class Failure(_Row):
    """A question that was tried and is not suggested.

    Attributes:
        document: id of the document that lists it; empty if none does.
        reason: why not, in a few words.
    """

    question: str
    language: Language
    origin: Origin
    document: str
    reason: str


class Trials(_Row):
    """What came of trying all candidates.

    Attributes:
        topics: those of every document of the index, by its id.
        digests: what tells one text of a document from another, for those that answers cite.
    """

    kept: tuple[Suggestion, ...]
    failures: tuple[Failure, ...]
    topics: Mapping[str, tuple[str, ...]]
    digests: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Tried:
    """A set of trials with the vectors of the kept questions: shape (kept, dimensions)."""

    trials: Trials
    vectors: NDArray[np.float32]

    def of(self, rows: Sequence[int]) -> "Tried":
        """These kept questions alone."""
        kept = tuple(self.trials.kept[n] for n in rows)
        return Tried(self.trials.model_copy(update={"kept": kept}), self.vectors[list(rows)])


@dataclass(frozen=True, slots=True)
class Stored:
    """A set of trials as it lies on disk, with the answers to the kept questions if they hold."""

    tried: Tried
    answers: StoredAnswers | None


@dataclass(frozen=True, slots=True)
class TrialKey:
    """What an answer depends on.

    Attributes:
        code: digest of the settings and of the code that answers.
        index: what the index holds.
    """

    code: str
    index: str

    def __str__(self) -> str:
        return f"{self.code}-{self.index}"


def trial_key(settings: str, index: str) -> TrialKey:
    """The key of these settings, an index and the code that answers.

    Args:
        settings: those that an answer depends on, as JSON.
    """
    whole = hashlib.sha256(settings.encode() + _code())
    return TrialKey(whole.hexdigest()[:12], index)


@cache
def _code() -> bytes:
    """A digest of the code that answers, as this process found it."""
    here = Path(__file__).parents[1]
    whole = hashlib.sha256()
    for module in sorted([*here.rglob("*.py"), *here.rglob("*.yaml")]):
        whole.update(module.relative_to(here).as_posix().encode() + b"\0" + module.read_bytes())
    return whole.digest()


def read(generation: Path, key: TrialKey) -> Stored | None:
    """The trials of that key; None if there are none or they are damaged."""
    return _read(generation / _FOLDER / str(key))


def read_earlier(generation: Path, key: TrialKey, digests: Mapping[str, str]) -> Stored | None:
    """What still holds of trials with the same code on an earlier state of the index.

    A question is still suggested if every document that its answer cited is as it was; its answer
    is worked out anew, for there may be more to say now.

    Args:
        digests: what tells one text of a document from another, by its id.
    """
    for folder in sorted((generation / _FOLDER).glob(f"{key.code}-*")):
        stored = None if folder.suffix == _UNFINISHED else _read(folder)
        if stored is None:
            continue
        trials = stored.tried.trials
        rows = rows_that_hold(trials, trials.digests, digests)
        return Stored(stored.tried.of(rows), None)
    return None


def rows_that_hold(trials: Trials, before: Mapping[str, str], now: Mapping[str, str]) -> list[int]:
    """Places of the kept questions whose answers cite only documents that are as they were.

    Args:
        before, now: as the digests of `read_earlier`.
    """
    return [
        n
        for n, suggestion in enumerate(trials.kept)
        if all(now.get(d) == before.get(d, "") for d in suggestion.documents)
    ]


def _read(folder: Path) -> Stored | None:
    try:
        trials = Trials.model_validate_json((folder / _LIST).read_bytes())
        vectors = np.load(folder / _VECTORS)
        if len(vectors) != len(trials.kept):
            return None
        return Stored(Tried(trials, vectors), StoredAnswers(folder / _ANSWERS))
    except (OSError, ValidationError, ValueError, EOFError):
        return None


def write(
    generation: Path,
    key: TrialKey,
    tried: Tried,
    answers: Sequence[Answer],
    *,
    digests: Mapping[str, str],
) -> Trials:
    """Put trials beside the index, in one step, and remove those they replace.

    Args:
        answers: one for each kept question.
        digests: as `read_earlier`; those of the documents that answers cite are kept.

    Returns:
        The trials as they were written.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder = generation / _FOLDER
    folder.mkdir(exist_ok=True)
    workshop = Path(mkdtemp(prefix=f"{key}.", suffix=_UNFINISHED, dir=folder))
    np.save(workshop / _VECTORS, tried.vectors)
    StoredAnswers.create(workshop / _ANSWERS, answers)
    cited = {id_ for suggestion in tried.trials.kept for id_ in suggestion.documents}
    own = {id_: digest for id_, digest in digests.items() if id_ in cited}
    trials = tried.trials.model_copy(update={"digests": own})
    write_durably(workshop / _LIST, trials.model_dump_json(indent=1))
    name = str(key)
    if (folder / name).exists():  # damaged, or it would not have been made again
        shutil.rmtree(folder / name)
    workshop.rename(folder / name)
    for other in list(folder.iterdir()):
        if other.name != name:
            shutil.rmtree(other)
    return trials
