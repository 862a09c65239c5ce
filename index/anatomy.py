"""An original as sentence-transformers has it: loading it, quietly, and telling its parts.

The only module that imports sentence-transformers, inside a function. `index.originals` says where
the original comes from; `index.conversion` makes the prepared model of the parts.
"""

import contextlib
import logging
import os
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from index import telemetry
from index.errors import ModelUnavailableError
from index.originals import Original, extra_missing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer
    from transformers import PreTrainedModel

CHOOSE_ANOTHER = "Choose another model."
"""The remedy for a model of a kind that cannot be prepared."""

# Beside the switches of `index.telemetry`.
_QUIET = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
_NOISY = ("huggingface_hub", "sentence_transformers", "torch.onnx", "transformers")
_E5 = re.compile(r"(^|/)(multilingual-)?e5-(small|base|large)(-v2)?/?$")


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What of a sentence-transformers model the prepared one is made of.

    Attributes:
        encoder: word vectors to states; it holds the word vectors, too.
        tokenizer: with the whole vocabulary.
        pooling: how the states become the text's vector: their mean, or the first one.
        max_tokens: special tokens included; what comes after is not looked at.
        query_prompt: put before each question; `passage_prompt` before each passage.
    """

    encoder: "PreTrainedModel"
    tokenizer: "Tokenizer"
    pooling: Literal["mean", "cls"]
    max_tokens: int
    query_prompt: str
    passage_prompt: str


@contextlib.contextmanager
def quiet_libraries(*, allow_download: bool) -> Iterator[None]:
    """Switch off telemetry, downloads, progress bars, and warnings that mean nothing to a user.

    What goes through the environment stays off afterwards; warnings and log levels come back.

    Args:
        allow_download: whether the hub may be asked.
    """
    telemetry.switch_off()
    os.environ.update(_QUIET if allow_download else _QUIET | _OFFLINE)
    loggers = [logging.getLogger(name) for name in _NOISY]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def load(original: Original) -> "SentenceTransformer":
    """The original as sentence-transformers runs it, on the processor and from the disk alone.

    Raises:
        ModelUnavailableError: the extra `prepare` is not here, or the files cannot be loaded.
    """
    try:
        import onnx  # noqa: F401  (its absence should be known before the work)
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging
    except ImportError as error:
        raise extra_missing(original.model, error) from error
    # Besides the switch in the environment, which comes too late if it was imported before.
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(
            str(original.folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"attn_implementation": "eager"},  # the kind that exports
        )
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        reason = f"Its files cannot be loaded: {error}"
        raise ModelUnavailableError(original.model, reason, CHOOSE_ANOTHER) from error


def anatomy_of(model: str, transformer: "SentenceTransformer") -> Anatomy:
    """The parts of a loaded model.

    Args:
        model: the name, path or hub id that was asked for.

    Raises:
        ModelUnavailableError: it is not made of a transformer with a fast tokenizer, mean or
            first-token pooling and, maybe, normalisation.
    """
    parts: list[Any] = list(transformer)
    kinds = [type(part).__name__ for part in parts]
    if kinds not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        reason = f"It is made of {', '.join(kinds)}; Transformer, Pooling, Normalize is known here."
        raise ModelUnavailableError(model, reason, CHOOSE_ANOTHER)
    encoder, pooling, tokenizer = parts[0].auto_model, parts[1].pooling_mode, parts[0].tokenizer
    if pooling not in ("mean", "cls") or not parts[1].include_prompt:
        reason = f"It pools in a way that is not known here: {pooling}."
        raise ModelUnavailableError(model, reason, CHOOSE_ANOTHER)
    if not getattr(tokenizer, "is_fast", False):
        raise ModelUnavailableError(model, "It has no tokenizer.json.", CHOOSE_ANOTHER)
    positions = getattr(encoder.config, "max_position_embeddings", None)
    limits = [limit for limit in (transformer.max_seq_length, positions) if limit]
    query, passage = _prompts(model, transformer.prompts)
    return Anatomy(
        encoder=encoder,
        tokenizer=tokenizer.backend_tokenizer,
        pooling=pooling,
        max_tokens=min(limits, default=512),
        query_prompt=query,
        passage_prompt=passage,
    )


def _prompts(model: str, prompts: Mapping[str, str | None]) -> tuple[str, str]:
    """Its own prompts for questions and passages; E5's as its authors ask for them."""
    query = prompts.get("query") or ""
    passage = prompts.get("passage") or prompts.get("document") or ""
    if not query and not passage and _E5.search(model):
        return "query: ", "passage: "
    return query, passage
