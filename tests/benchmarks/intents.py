"""How well labelled examples tell what a question is for: `make intents`.

Each line of examples, which says one thing in several ways, is told by a head that never saw it.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.intents.examples import Example, examples_of_kinds, read_examples
from assistant.intents.head import fit
from assistant.intents.nearness import LEAD, SURE, TOOLS
from assistant.intents.signs import signs_of_template
from assistant.settings import read_settings
from index.embedder import Embedder
from index.models import prepare

FOLDS = 20
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An example, and what a head made of the other lines' examples takes it for.

    Attributes:
        tool: empty for none.
        lead: of its score over the best of any other tool, or of none.
    """

    example: Example
    intent: str
    tool: str
    lead: float


def main() -> None:
    """Print the figures."""
    examples, settings = read_examples(), read_settings()
    embedder = Embedder(prepare(settings.model, cache=settings.cache_dir, progress=write))
    vectors = np.stack([embedder.embed_query(one.text) for one in examples])
    told = left_out(examples, vectors)
    write(f"{len(examples)} examples, {len({one.intent for one in examples})} intents")
    right = [one.intent == one.example.intent for one in told]
    write(f"intent right            {np.mean(right):6.3f}")
    right = [one.tool == tool_of(one.example.intent) for one in told]
    write(f"tool, or none, right    {np.mean(right):6.3f}")
    of_kinds = examples_of_kinds("directory")
    finer = left_out([one for _, one in of_kinds], vectors[[at for at, _ in of_kinds]])
    right = [one.intent == one.example.intent for one in finer]
    write(f"kind in the directory   {np.mean(right):6.3f}")
    for name, lead in (("sure", SURE), ("with an amount", LEAD)):
        precision, recall = taken(told, lead)
        write(f"{name:15} taken, right {precision:6.3f}; of those for a tool {recall:6.3f}")


def left_out(examples: Sequence[Example], vectors: Vectors) -> list[LeftOut]:
    """Every example with what it is taken for by a head of the other folds' lines."""
    told = []
    for fold in range(FOLDS):
        kept = [n for n, one in enumerate(examples) if one.group % FOLDS != fold]
        head = fit([examples[n] for n in kept], vectors[kept])
        tools = np.array([tool_of(intent) for intent in head.intents])
        for n in sorted(set(range(len(examples))) - set(kept)):
            signs = signs_of_template(examples[n].template)
            scores = head.by_signs(signs) + head.by_vector(vectors[n])
            best = int(scores.argmax())
            lead = float(scores[best] - scores[tools != tools[best]].max(initial=-np.inf))
            told.append(LeftOut(examples[n], head.intents[best], str(tools[best]), lead))
    return told


def taken(told: Sequence[LeftOut], lead: float) -> tuple[float, float]:
    """Of the examples a tool takes with that lead, the share it should; of these, the share taken.

    Returns:
        Precision and recall.
    """
    took = [one for one in told if one.tool and one.lead >= lead]
    right = sum(one.tool == tool_of(one.example.intent) for one in took)
    wanted = sum(bool(tool_of(one.example.intent)) for one in told)
    return right / len(took), right / wanted


def tool_of(intent: str) -> str:
    """The tool of an intent; empty for none."""
    tool = intent.partition(".")[0]
    return tool if tool in TOOLS else ""


def write(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
