"""How much of what was found is said, and how near to the best it has to be."""

from pydantic import BaseModel, ConfigDict, Field


class SelectionSettings(BaseModel):
    """How much is said; distances are in log-odds below the lead.

    Attributes:
        max_sentences: in running text.
        max_items: in a list of places.
        max_named: cities that a sentence names which is on them all.
        near_best: how far below the lead a further sentence may be.
        near_deed: the same where the question asks what was done, and the sentence is of the
            lead's document.
        near_plain: how far below it a sentence without a reservation may be to lead instead.
        near_city: how near a sentence on another city must be to the lead's for a question that
            names none to be on whichever cities did a thing.
        near_caution: the same for a caution that comes with the lead.
        near_example: the same for what one of several cities did.
        near_overview: the same for a sentence that names several of the cities gathered.
        near_fuller: the same for one of those that names more of them.
        near_figures: the same for a sentence with figures after a lead that has none.
        near_own: the same for what the one city asked about did, after a list of those who did a
            thing.
        near_account: the same for what else is told where sources are known to disagree.
        same_subject: a further sentence holds at least this share of what the lead holds of the
            question's terms.
        own_words: a sentence of a city's own document nearer than this stands for another's.
        own_item: the same in a list of cities.
        same: two sentences whose cosine is above this say the same thing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_sentences: int = Field(default=3, ge=1)
    max_items: int = Field(default=6, ge=1)
    max_named: int = Field(default=15, ge=2)
    near_best: float = Field(default=0.9, ge=0)
    near_deed: float = Field(default=0.6, ge=0)
    near_plain: float = Field(default=0.8, ge=0)
    near_city: float = Field(default=0.5, ge=0)
    near_caution: float = Field(default=1.2, ge=0)
    near_example: float = Field(default=2.0, ge=0)
    near_overview: float = Field(default=1.6, ge=0)
    near_fuller: float = Field(default=0.3, ge=0)
    near_figures: float = Field(default=1.4, ge=0)
    near_own: float = Field(default=2.5, ge=0)
    near_account: float = Field(default=2.0, ge=0)
    same_subject: float = Field(default=0.2, ge=0, le=1)
    own_words: float = Field(default=0.9, ge=0, le=1)
    own_item: float = Field(default=0.8, ge=0, le=1)
    same: float = Field(default=0.93, ge=0, le=1)
