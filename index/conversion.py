"""From an original to its prepared form: ONNX with 8-bit weights, checked against the original.

Needs the extra `prepare` (torch and others, imported inside functions only). `index.anatomy` loads
the original and `index.vocabulary` writes tokenizer and word vectors; this module does the rest:
export, quantisation, optimisation, and a check through `index.embedder`, as the model will be used.
`index.models` calls it and puts the result in its place.
"""

import importlib.metadata
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np
from numpy.typing import NDArray

from index.anatomy import CHOOSE_ANOTHER, Anatomy, anatomy_of, load
from index.embedder import Embedder
from index.errors import ModelConversionError, ModelUnavailableError
from index.models import GRAPH, TOKENIZER, WEIGHTS, WORDS, PreparedModel, Products, Record, Scripts
from index.originals import Original, Progress, sha256_of
from index.vocabulary import Vocabulary, write_words

if TYPE_CHECKING:
    from onnx import ModelProto

COSINE_FLOOR = 0.99
"""What every sample text's vector must reach against the original model's."""

_OPSET = 17
_LIBRARIES = ("numpy", "onnx", "onnxruntime", "sentence-transformers", "tokenizers", "torch")


def convert(
    original: Original, workshop: Path, *, scratch: Path, progress: Progress, scripts: Scripts
) -> Record:
    """Fill `workshop` with everything but the record, which is returned.

    Args:
        workshop: an empty folder, but for `scratch` maybe.
        scratch: a folder for what is not needed afterwards.
        progress: told in a few words what is being done.
        scripts: whose pieces to keep, where the vocabulary allows it.

    Raises:
        ModelUnavailableError: what prepares the model is not here, or it is of a kind that cannot
            be prepared.
        ModelConversionError: the result does not agree with the original.
    """
    progress(f"Loading {original.model}")
    transformer = load(original)
    anatomy = anatomy_of(original.model, transformer)
    progress(f"Embedding sample texts with {original.model}")
    wanted = [
        transformer.encode(list(SAMPLES), prompt=prompt, show_progress_bar=False)
        for prompt in (anatomy.query_prompt, anatomy.passage_prompt)
    ]
    progress(f"Exporting {original.model}")
    vocabulary = Vocabulary(anatomy.tokenizer, anatomy.max_tokens)
    if scripts == "Latin":
        vocabulary.keep_latin()
    (workshop / TOKENIZER).write_text(vocabulary.json(), encoding="utf-8")
    width = write_words(anatomy.encoder, kept=vocabulary.kept, target=workshop / WORDS)
    _export(original.model, anatomy, scratch / "exported.onnx")
    record = Record(
        model=original.model,
        origin=original.origin,
        source_sha256=original.sha256,
        source_state=original.state,
        files={},
        dimensions=wanted[0].shape[1],
        width=width,
        max_tokens=anatomy.max_tokens,
        pooling=anatomy.pooling,
        query_prompt=anatomy.query_prompt,
        passage_prompt=anatomy.passage_prompt,
        scripts=[vocabulary.scripts],
        products="all",
        lowest_cosine=0.0,
        libraries={name: importlib.metadata.version(name) for name in _LIBRARIES},
    )
    return _settle(record, workshop, scratch, wanted, progress)


def _settle(
    record: Record,
    workshop: Path,
    scratch: Path,
    wanted: Sequence[NDArray[np.float32]],
    progress: Progress,
) -> Record:
    """Quantise what was exported, as far as the model bears it; the record is complete then.

    Products that narrow (the second of a feed-forward block) stay in 32 bits if need be: what
    they are fed has outliers, which take the 8 bits for themselves.
    """
    lowest = 0.0
    for products in get_args(Products):
        progress(f"Quantising {record.model}")
        _quantise(scratch / "exported.onnx", scratch / "quantised.onnx", products)
        _optimise(scratch / "quantised.onnx", workshop / GRAPH)
        files = {name: _seal(workshop / name) for name in (TOKENIZER, WORDS, GRAPH, WEIGHTS)}
        made = record.model_copy(update={"files": files, "products": products})
        progress(f"Checking {record.model} against the original")
        lowest = _lowest_cosine(PreparedModel(workshop, made), wanted)
        if lowest >= COSINE_FLOOR:
            return made.model_copy(update={"lowest_cosine": round(lowest, 6)})
    raise ModelConversionError(record.model, lowest, COSINE_FLOOR)


def _export(model: str, anatomy: Anatomy, target: Path) -> None:
    """Write word vectors (batch, tokens, width) to pooled vectors (batch, dimensions), in ONNX.

    Two of each text: of what the last layer makes of it, and of what it is halfway there. There is
    no attention mask: texts of one batch must have the same number of tokens.
    """
    import torch

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.encoder = anatomy.encoder

        def forward(self, words: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            made = self.encoder(inputs_embeds=words, output_hidden_states=True)
            halfway = made.hidden_states[len(made.hidden_states) // 2]
            return self.pooled(made.last_hidden_state), self.pooled(halfway)

        def pooled(self, states: torch.Tensor) -> torch.Tensor:
            return states.mean(dim=1) if anatomy.pooling == "mean" else states[:, 0]

    words = anatomy.encoder.get_input_embeddings()
    try:
        with torch.inference_mode():
            torch.onnx.export(
                Pooled().eval(),
                (words(torch.tensor([[5, 6, 7, 8], [8, 7, 6, 5]])),),
                target,
                input_names=["words"],
                output_names=["vectors", "halfway"],
                dynamic_axes={
                    "words": {0: "batch", 1: "tokens"},
                    "vectors": {0: "batch"},
                    "halfway": {0: "batch"},
                },
                opset_version=_OPSET,
                dynamo=False,  # the newer exporter needs another package
            )
    except (RuntimeError, TypeError, ValueError) as error:
        reason = f"It cannot be exported: {error}"
        raise ModelUnavailableError(model, reason, CHOOSE_ANOTHER) from error


def _quantise(source: Path, target: Path, products: Products) -> None:
    """Bring the weights of matrix products to 8 bits, one scale a column."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.quant_utils import add_pre_process_metadata

    graph = onnx.load(source)
    add_pre_process_metadata(graph)  # or else it logs advice about image models
    quantize_dynamic(
        graph,
        target,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=[] if products == "all" else _narrowing(graph),
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"MatMulConstBOnly": True},
    )


def _narrowing(graph: "ModelProto") -> list[str]:
    """Names of the matrix products whose result is narrower than what they are fed."""
    shapes = {tensor.name: tensor.dims for tensor in graph.graph.initializer}
    products = [node for node in graph.graph.node if node.op_type == "MatMul"]
    weights = [(node.name, shapes.get(node.input[1])) for node in products]
    return [name for name, shape in weights if shape and shape[0] > shape[1]]


def _optimise(source: Path, target: Path) -> None:
    """Fuse the graph's nodes now rather than at each start; weights go to a file of their own.

    A session maps that file into memory instead of keeping a second copy of it.
    """
    import onnxruntime

    (target.parent / WEIGHTS).unlink(missing_ok=True)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    key = "session.optimized_model_external_initializers_"
    options.add_session_config_entry(f"{key}file_name", WEIGHTS)
    options.add_session_config_entry(f"{key}min_size_in_bytes", "1024")
    onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def _seal(path: Path) -> tuple[int, str]:
    """Size and SHA-256 of a file that is on the disk for good."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return path.stat().st_size, sha256_of(path)


def _lowest_cosine(made: PreparedModel, wanted: Sequence[NDArray[np.float32]]) -> float:
    """Lowest similarity of the sample texts' vectors to the original's, questions and passages."""
    embedder = Embedder(made)
    found = [
        np.stack([embedder.embed_query(t) for t in SAMPLES]),
        embedder.embed_passages(SAMPLES),
    ]
    cosines = [
        (mine * theirs).sum(axis=1) / np.linalg.norm(theirs, axis=1)
        for mine, theirs in zip(found, wanted, strict=True)
    ]
    return float(np.min(cosines))


SAMPLES = (
    "What Works Cities",
    "How many criteria does a city need for gold?",
    "The city published its budget as open data in 2019, and 41 % of residents saw it by 2021.",
    "In March 2020 the mayor asked three departments to share one list of addresses. Staff met "
    "every week, compared the calls that came in with the inspections that were made, and found "
    "that one house in five had been visited twice while others had waited for more than ninety "
    "days. They changed the order of the visits, told callers by text message what would happen "
    "next, and wrote down what each visit cost. A year later the median wait had fallen from 63 "
    "to 17 days; the cost of a visit had gone from 210 to 184 US dollars.",
    "¿Qué ciudades tienen la certificación de platino?",
    "El presupuesto participativo de la ciudad repartió 12,5 millones de pesos en 2022.",
    "La alcaldía reunió en 2018 los datos de once secretarías en un solo tablero. Cada lunes, el "
    "equipo revisaba los indicadores de agua, basura y alumbrado, y llamaba a los barrios donde "
    "los reclamos crecían. Según la ciudad, el tiempo de respuesta bajó de 40 a 12 días en dos "
    "años, y ocho de cada diez personas encuestadas dijeron que la atención había mejorado.",
    "Qual cidade reduziu a evasão escolar?",
    "A prefeitura ouviu 3.400 moradores antes de escolher as ruas iluminadas primeiro.",
    "Em 2021, a cidade cruzou os cadastros da saúde e da educação para encontrar crianças que "
    "tinham deixado de ir à escola. Agentes visitaram as famílias, anotaram os motivos e "
    "ofereceram transporte, consultas e aulas de reforço. Ao fim de um ano, informou a "
    "prefeitura, 1.250 das 2.100 crianças tinham voltado; a frequência subiu sete pontos.",
)
"""Short and long, in English, Spanish and Portuguese."""
