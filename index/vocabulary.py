"""A prepared model's words: the tokenizer, cut to some scripts, and the word vectors on the disk.

`index.conversion` calls this and makes the rest of the model; `index.embedder` reads the results,
whose layout `index.models` fixes.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.models import Scripts, word_rows

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import PreTrainedModel

_LATIN_BLOCKS = (
    (0x0000, 0x036F),  # Latin, IPA, modifier letters, combining marks
    (0x1AB0, 0x1AFF),  # more combining marks
    (0x1D00, 0x1EFF),  # phonetic extensions, Latin Extended Additional
    (0x2000, 0x2BFF),  # punctuation, currencies, arrows, mathematics, symbols
    (0x2C60, 0x2C7F),  # Latin Extended-C
    (0x2E00, 0x2E7F),  # more punctuation
    (0xA720, 0xA7FF),  # Latin Extended-D
    (0xAB30, 0xAB6F),  # Latin Extended-E
    (0xFB00, 0xFB06),  # Latin ligatures
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFFFC, 0xFFFD),  # replacement characters
    (0x1F000, 0x1FAFF),  # emoji
)


class Vocabulary:
    """A tokenizer's description, and which rows of the embedding table it needs.

    Attributes:
        kept: old ids in order of the new ones.
        scripts: whose pieces it holds.
    """

    def __init__(self, tokenizer: "Tokenizer", max_tokens: int) -> None:
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_tokens)
        self._description: dict[str, Any] = json.loads(tokenizer.to_str())
        self.kept = list(range(tokenizer.get_vocab_size(with_added_tokens=True)))
        self.scripts: Scripts = "all"

    def json(self) -> str:
        """What the tokenizers library reads."""
        return json.dumps(self._description, ensure_ascii=False, separators=(",", ":"))

    def keep_latin(self) -> None:
        """Leave out the pieces of other scripts, if it is a Unigram vocabulary.

        A piece can only stand for text that holds its characters, and Unigram weighs whole
        sequences of pieces: so the best one for Latin text stays the best. Other kinds are left
        as they are, since their pieces arise from one another.
        """
        model = self._description["model"]
        if model["type"] != "Unigram" or model.get("byte_fallback"):
            return
        pieces = model["vocab"]
        added = {token["id"] for token in self._description["added_tokens"]}
        special = added | {model["unk_id"]}
        self.kept = [n for n in self.kept if n in special or _is_latin(pieces[n][0])]
        new = {old: n for n, old in enumerate(self.kept)}
        model["vocab"] = [pieces[n] for n in self.kept if n < len(pieces)]
        model["unk_id"] = new[model["unk_id"]]
        for token in self._description["added_tokens"]:
            token["id"] = new[token["id"]]
        _renumber(self._description["post_processor"], new)
        self.scripts = "Latin"


def _renumber(processor: dict[str, Any], new: Mapping[int, int]) -> None:
    """Give a post-processor the new ids of its special tokens."""
    for token in processor.get("special_tokens", {}).values():  # TemplateProcessing
        token["ids"] = [new[old] for old in token["ids"]]
    for role in ("sep", "cls"):  # BertProcessing, RobertaProcessing
        if role in processor:
            text, old = processor[role]
            processor[role] = [text, new[old]]


def _is_latin(piece: str) -> bool:
    return all(any(a <= ord(c) <= b for a, b in _LATIN_BLOCKS) for c in piece)


def write_words(encoder: "PreTrainedModel", *, kept: Sequence[int], target: Path) -> int:
    """Write the word vectors of the kept ids, 8 bits a value, each row after its scale.

    Args:
        kept: ids, in the order of the rows.
        target: becomes a file of `index.models.word_rows`.

    Returns:
        The length of a word's vector.
    """
    import torch

    with torch.inference_mode():
        table = encoder.get_input_embeddings()(torch.tensor(kept)).to(torch.float32).numpy()
    scales = np.maximum(np.abs(table).max(axis=1) / 127, np.float32(1e-12))
    rows = np.empty(len(kept), word_rows(table.shape[1]))
    rows["scale"] = scales
    rows["codes"] = np.rint(table / scales[:, None])
    rows.tofile(target)
    return int(table.shape[1])
