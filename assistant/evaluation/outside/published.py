"""What others have published on the same sets, to be read beside ours.

None of it was measured here, and none of it on exactly these files: the sets are pooled from the
published ones, so only the direction and the size of a gain compare.

Source: Katsis et al., TACL 2025 (arXiv 2501.03468); Rosenthal et al. 2026 (arXiv 2602.23184).
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedRefusals:
    """Share of the unanswerable questions that a system said it could not answer.

    Attributes:
        false_refusals: at most this share of the answerable ones was refused.
        on: the set it was measured on.
    """

    system: str
    refused: float
    false_refusals: float
    on: str


@dataclass(frozen=True, slots=True)
class PublishedRewriting:
    """Recall of five passages for the last turn as it stands, and rewritten by a large model."""

    system: str
    last_turn: float
    rewritten: float


REFUSALS: Sequence[PublishedRefusals] = (
    PublishedRefusals("GPT-4o", 0.20, 0.01, "MTRAG"),
    PublishedRefusals("GPT-4o-mini", 0.34, 0.01, "MTRAG"),
    PublishedRefusals("Llama-3.1-70B", 0.44, 0.01, "MTRAG"),
    PublishedRefusals("Qwen2.5-32B", 0.24, 0.01, "MTRAG-UN"),
    PublishedRefusals("Claude Haiku 4.5", 0.79, 0.01, "MTRAG-UN"),
    PublishedRefusals("Gemini 3 Pro", 1.00, 0.01, "MTRAG-UN"),
)

REWRITING: Sequence[PublishedRewriting] = (
    PublishedRewriting("BM25", 0.20, 0.25),
    PublishedRewriting("BGE-base", 0.30, 0.37),
    PublishedRewriting("ELSER", 0.49, 0.52),
)
