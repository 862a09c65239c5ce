"""Which matter of the programme itself a question is on, in whatever words it is asked.

Hundreds of questions on a programme come down to some dozens: when it began, who pays, what becomes
of a city that fails. They are told by a head over the texts that describe each matter, beside the
examples and criteria, which are none of them. It is reckoned once, when the index is built, and
lies beside it under a key of the texts and the model; without it nothing is told.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.folding import fold
from assistant.intents.examples import Example, examples_digest, read_examples
from assistant.intents.head import Head, fit
from assistant.intents.keeping import QueryEncoder, keep_heads, kept_heads
from assistant.intents.signs import PlaceFinder, signs_of
from corpus.records import Matter, Records
from index.lexicon import words

OF_THE_PROGRAMME = ("documents.programme", "eligibility.")
"""Examples that are on the programme itself, as matters are."""

_CRITERION = "criteria.described"
_FOLDER = "matters"


@dataclass(frozen=True, slots=True)
class NearMatter:
    """The matter that a question is nearest to.

    Attributes:
        lead: over the next matter, and over anything that is none.
    """

    matter: Matter
    lead: float


class NearestMatter:
    """Tells what matter a question is nearest to.

    Args:
        embed: gives a question's vector.
        places: finds the directory's cities, which are masked.
        names: of the programme.
    """

    def __init__(
        self,
        matters: Sequence[Matter],
        head: Head,
        *,
        embed: Callable[[str], NDArray[np.float32]],
        places: PlaceFinder,
        names: Sequence[str],
    ) -> None:
        self._names = names
        self._matters = {matter.id: matter for matter in matters}
        self._head = head
        self._embed = embed
        self._places = places

    def __call__(self, question: str, names: Iterable[str]) -> NearMatter | None:
        """The nearest; None if anything else is nearer, or what no document says anything of.

        Args:
            names: that the question has, all of which a matter must have: 'who funds Data Rio?'
        """
        signs = signs_of(question, self._places)
        scores = self._head.by_signs(signs) + self._head.by_vector(self._embed(question))
        second, first = np.argsort(scores)[-2:]
        matter = self._matters.get(self._head.intents[first])
        if matter is None or not matter.asked or not self._is_on(matter, names):
            return None
        return NearMatter(matter, float(scores[first] - scores[second]))

    def _is_on(self, matter: Matter, names: Iterable[str]) -> bool:
        """Whether a matter, or the programme's own name, has all of these names."""
        texts = (matter.asked, *_described(matter), *self._names)
        heard = {word for text in texts for word in words(fold(text))}
        return heard.issuperset(word for name in names for word in words(_bare(name)))


def _bare(name: str) -> str:
    """A folded name without the sign of whose something is."""
    return re.sub(r"['’]s?$", "", fold(name))


def prepare_matters(
    generation: Path, model_digest: str, records: Records, encoder: QueryEncoder
) -> None:
    """Reckon the head and keep it beside an index, in one step; any other is removed.

    Raises:
        OSError: the folder cannot be written to.
    """
    examples = _examples(records)
    vectors = np.stack([encoder.embed_query(example.text) for example in examples])
    keep_heads(_path(generation, model_digest, records), fit(examples, vectors))


def matters_are_kept(generation: Path, model_digest: str, records: Records) -> bool:
    """Whether a head of these texts and this model lies beside an index."""
    return _path(generation, model_digest, records).exists()


def read_matters(generation: Path, model_digest: str, records: Records) -> Head | None:
    """The head kept beside an index; None if none was made of these texts with this model."""
    return next(iter(kept_heads(_path(generation, model_digest, records))), None)


def _examples(records: Records) -> Sequence[Example]:
    """The texts of matters, of criteria, and the examples that are on neither."""
    criteria = records.standard.criteria if records.standard else ()
    return [
        *(
            Example(matter.id, "", text, group)
            for group, matter in enumerate(records.matters)
            for text in ([matter.asked] if matter.asked else []) + _described(matter)
        ),
        *(
            Example(_CRITERION, "", text, 0)
            for criterion in criteria
            for texts in criterion.described.values()
            for text in texts
        ),
        *(one for one in read_examples() if not one.intent.startswith(OF_THE_PROGRAMME)),
    ]


def _described(matter: Matter) -> list[str]:
    return [text for texts in matter.described.values() for text in texts]


def _path(generation: Path, model_digest: str, records: Records) -> Path:
    told = [f"{example.intent} {example.template}" for example in _examples(records)]
    digest = hashlib.sha256("\n".join([examples_digest(), *told]).encode()).hexdigest()[:16]
    return generation / _FOLDER / f"{digest}-{model_digest[:16]}.npz"
