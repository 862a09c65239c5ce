"""How a language model is used, where one is set."""

from pydantic import BaseModel, ConfigDict, Field


class GenerationSettings(BaseModel):
    """What the model does, and within which limits.

    Attributes:
        write: whether it writes answers from the documents' evidence.
        condense: whether it may say what a follow-up means that our own rules leave unanswered.
        split: whether it may take apart a question that our own rules leave unanswered.
        translate: whether it writes for readers whose language is not the documents'.
        follow_up: whether it proposes what to ask next; shown only if it can be answered.
        tools: whether a model with tool calling may call our tools.
        cache: whether what it wrote is kept, for the same question on the same evidence.
        key_variable: environment variable that holds the key; empty for the provider's own:
            OPENAI_API_KEY, ANTHROPIC_API_KEY; an address is taken to need none.
        answer_s: seconds after which an answer is given with what there is.
        silence_s: seconds without a word after which the model is taken to be down.
        retries: how often a call that fails before its first word is tried again.
        backoff_s: seconds before the first of these; doubled each time.
        break_after: failures in a row after which the model is left alone.
        break_s: seconds for which it is.
        at_once: calls at the same time; more wait their turn. A local file takes one at a time.
        context_tokens: tokens that the model can read and write together.
        max_tokens: tokens of an answer, at most.
        exhibits: pieces of evidence that it is shown, at most.
        tool_rounds: how often it may call tools for one question, at most.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    write: bool = True
    condense: bool = True
    split: bool = True
    translate: bool = True
    follow_up: bool = False
    tools: bool = True
    cache: bool = True
    key_variable: str = Field(default="", pattern=r"^[A-Za-z0-9_]*$")
    answer_s: float = Field(default=60.0, gt=0, le=600)
    silence_s: float = Field(default=30.0, gt=0, le=600)
    retries: int = Field(default=2, ge=0, le=10)
    backoff_s: float = Field(default=0.5, ge=0, le=60)
    break_after: int = Field(default=3, ge=1)
    break_s: float = Field(default=30.0, ge=0)
    at_once: int = Field(default=4, ge=1, le=64)
    context_tokens: int = Field(default=4096, ge=512)
    max_tokens: int = Field(default=320, ge=16)
    exhibits: int = Field(default=6, ge=1, le=40)
    tool_rounds: int = Field(default=2, ge=1, le=8)
