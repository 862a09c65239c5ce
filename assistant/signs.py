"""What speaks for a sentence, and what each sign weighs.

The same signs are weighed twice: by which of the sentences that were found answers best, and by
whether one answers at all. `assistant.evaluation.calibration` fits weights of the latter and says
how well they hold; today one set serves both (see DECISIONS.md).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict


class SignWeights(BaseModel):
    """What each sign adds to the log-odds that a sentence answers.

    Attributes:
        nearness: of the sentence's vector to the question's: 0 unrelated, 1 the same.
        coverage: share of the question's terms, by rarity, that it holds to the letter.
        meaning: the same by meaning, in any language.
        uncovered: summed rarity of the terms that neither it nor its headings hold.
        unfocused: share of the words naming what is asked for that it does not hold.
        rank: of its passage, 0 to 1.
        kind: 1 if it holds the kind of thing asked for, or nothing in particular is.
        elsewhere: 1 if it does not speak of the place asked about.
        beside: 1 if it does, but begins with another place or names many.
        superseded: 1 if it is on a version of the standard that was not asked about.
        recent: how new it is, where the question asks how many there are now.
        silence: 1 if it says what is not known.
        award: 1 if it only tells of a certification where the question asks what was done.
        other_year: share of the question's years that it lacks, if it names any year.
        across: 1 if question and documents are in different languages.
        exact: share of the question's terms, common ones too, that it holds to the letter.
        unheld: share of them that it does not hold by meaning either.
        undone: the same where it is asked who did a thing: the deed may be another.
        only_defines: the same of a sentence that says what a thing is, where that is not asked.
        unspoken: summed rarity of the terms that nothing found holds.
        constant: log-odds with no sign at all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    nearness: float = 0.0
    coverage: float = 0.0
    meaning: float = 0.0
    uncovered: float = 0.0
    unfocused: float = 0.0
    rank: float = 0.0
    kind: float = 0.0
    elsewhere: float = 0.0
    beside: float = 0.0
    superseded: float = 0.0
    recent: float = 0.0
    silence: float = 0.0
    award: float = 0.0
    other_year: float = 0.0
    across: float = 0.0
    exact: float = 0.0
    unheld: float = 0.0
    undone: float = 0.0
    only_defines: float = 0.0
    unspoken: float = 0.0
    constant: float = 0.0

    def weigh(self, signs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds of each row of `signs`, whose columns are `SIGNS`."""
        log_odds: NDArray[np.float64] = signs @ [getattr(self, name) for name in SIGNS]
        return log_odds + self.constant


SIGNS: Sequence[str] = tuple(name for name in SignWeights.model_fields if name != "constant")
"""Names of the signs, in the order of a row of `Judge.signs`."""

WEIGHTS = SignWeights(
    nearness=4.8,
    coverage=0.7,
    meaning=0.6,
    uncovered=-0.47,
    unfocused=-0.7,
    rank=2.4,
    kind=1.1,
    elsewhere=-2.8,
    beside=-0.7,
    superseded=-1.1,
    recent=0.55,
    silence=-1.2,
    award=-0.95,
    other_year=-0.55,
    across=0.4,
    constant=-4.6,
)
"""In force for both."""
