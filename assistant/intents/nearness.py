"""What a question that no grammar took is for, if the labelled examples leave no doubt.

The weights of the heads are reckoned once, when the index is built, and lie beside it under a key
of the examples and the model; without them nothing is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.intents.examples import examples_digest, examples_of_kinds, read_examples
from assistant.intents.head import Head, Numbers, fit
from assistant.intents.keeping import QueryEncoder, keep_heads, kept_heads
from assistant.intents.signs import PlaceFinder, signs_of

TOOLS = ("tier", "eligibility", "criteria", "directory")
"""Tools that take a question by nearness."""

UNBOUND = ("directory",)
"""Those that judge by themselves which lead is enough."""

_OF_KINDS = "directory"
"""The tool that is asked so many things that a head of its own tells which."""

HINT = 0.08
"""What the signs alone must add to a tool's intent before the question is embedded for it: about
half the questions for the documents have as much, and all that were seen to be for a tool."""

LEAD, SURE = 0.05, 0.15
"""By how much a tool's best intent must lead the best of any other tool, or of none; the lesser
lead is enough where the question gives an amount that the tool can work on."""

PLAIN = 0.1
"""By how much counts must be nearer to those of unmet criteria than to those of met ones."""

_FOLDER = "intents"


@dataclass(frozen=True, slots=True)
class Intent:
    """What a question is for: a tool, and what is asked of it.

    Attributes:
        lead: over the best of any other tool, or of none.
        kind: what is asked of the tool, told finer; empty where nothing tells.
        told: the lead of the kind over the tool's other kinds.
    """

    tool: str
    name: str
    lead: float = 1.0
    kind: str = ""
    told: float = 0.0

    @property
    def sure(self) -> bool:
        """Whether it is beyond doubt even where the question gives no amount."""
        return self.lead >= SURE


class Nearness:
    """Tells what a question is for.

    Args:
        head: tells the intent.
        kinds: tells the kind of what is asked of the directory.
        embed: gives a question's vector.
        places: finds the directory's cities, which are masked.
    """

    def __init__(
        self,
        head: Head,
        kinds: Head,
        *,
        embed: Callable[[str], NDArray[np.float32]],
        places: PlaceFinder,
    ) -> None:
        self._head = head
        self._kinds = kinds
        self._embed = embed
        self._places = places
        tools = [intent.partition(".")[0] for intent in head.intents]
        self._tools = np.array([tool if tool in TOOLS else "" for tool in tools])

    def __call__(self, question: str) -> Sequence[Intent]:
        """What a question may be for, nearest first; nothing if it is for no tool."""
        signs = signs_of(question, self._places)
        hints = self._head.by_signs(signs)
        if hints[self._tools != ""].max() < HINT:
            return []
        vector = self._embed(question)
        scores = hints + self._head.by_vector(vector)
        first = int(scores.argmax())
        if not self._tools[first]:
            return []
        second = int(np.where(self._tools == self._tools[first], -np.inf, scores).argmax())
        lead = float(scores[first] - scores[second])
        found = [Intent(str(self._tools[first]), self._name(scores, first), lead)]
        if self._tools[second]:
            # Another tool may have what the first lacks, if no other subject is as near.
            ahead = float(scores[second] - scores[self._tools == ""].max()) - lead
            found.append(Intent(str(self._tools[second]), self._name(scores, second), ahead))
        found = [one for one in found if one.lead >= LEAD or one.tool in UNBOUND]
        return [
            self._with_kind(one, signs, vector) if one.tool == _OF_KINDS else one for one in found
        ]

    def _with_kind(
        self, intent: Intent, signs: frozenset[str], vector: NDArray[np.float32]
    ) -> Intent:
        scores = self._kinds.by_signs(signs) + self._kinds.by_vector(vector)
        second, first = np.argsort(scores)[-2:]
        kind, told = self._kinds.intents[first], float(scores[first] - scores[second])
        return replace(intent, kind=kind, told=told)

    def _name(self, scores: Numbers, best: int) -> str:
        """What is asked of the tool; counts are of met criteria unless it is plain otherwise."""
        names = list(self._head.intents)
        met, unmet = (names.index(f"tier.{name}") for name in ("level", "unmet"))
        if best == unmet and scores[unmet] - scores[met] < PLAIN:
            best = met
        return names[best].partition(".")[2]


def head_is_kept(generation: Path, model_digest: str) -> bool:
    """Whether a head of these examples and this model lies beside an index."""
    return _path(generation, model_digest).exists()


def prepare_head(generation: Path, model_digest: str, encoder: QueryEncoder) -> None:
    """Reckon the heads and keep them beside an index, in one step; any other is removed.

    Raises:
        OSError: the folder cannot be written to.
    """
    examples = read_examples()
    vectors = np.stack([encoder.embed_query(example.text) for example in examples])
    told = examples_of_kinds(_OF_KINDS)
    kinds = fit([one for _, one in told], vectors[[at for at, _ in told]])
    keep_heads(_path(generation, model_digest), fit(examples, vectors), kinds)


def read_heads(generation: Path, model_digest: str) -> tuple[Head, Head] | None:
    """The heads of intents and of kinds that are kept beside an index.

    Returns:
        None if none were made with these examples and this model.
    """
    kept = kept_heads(_path(generation, model_digest))
    return (kept[0], kept[1]) if kept else None


def _path(generation: Path, model_digest: str) -> Path:
    return generation / _FOLDER / f"{examples_digest()}-{model_digest[:16]}.npz"
