"""The systems that are compared, each as its own documentation sets it up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """A system, as one variant of a module of `tests.benchmarks.peers`.

    Attributes:
        key: stands for it in `bench.json`; `index` for the one whose index it opens.
        setting: in words, how it was set up.
        libraries: whose versions say which system it was; none for our own.
    """

    key: str
    name: str
    module: str
    variant: str
    setting: str
    libraries: tuple[str, ...] = ()
    shares: str = ""

    @property
    def index(self) -> str:
        """Key of the system that makes its index."""
        return self.shares or self.key

    @property
    def is_peer(self) -> bool:
        """Whether it is somebody else's."""
        return bool(self.libraries)


BARE = System(
    "encoder",
    "bare encoder",
    "bare",
    "encoder",
    "The limit: the embedding model alone. It finds nothing; all the others need its forward pass.",
)
OURS = System(
    "ours",
    "this assistant, passages",
    "our_own",
    "passages",
    "As shipped: vectors of passages, sentences and words, BM25, fused.",
)
ANSWERS = System(
    "ours-answers",
    "this assistant, answers",
    "our_own",
    "answers",
    "As shipped: a whole answer, each sentence cited and verified. The others stop at passages,"
    " for they have no answer without a language model.",
    shares="ours",
)
PEERS = (
    System(
        "llamaindex",
        "LlamaIndex, Chroma",
        "llamaindex",
        "chroma",
        "VectorStoreIndex on a ChromaVectorStore in a persistent client; one node a passage.",
        ("llama-index-core", "llama-index-vector-stores-chroma", "chromadb"),
    ),
    System(
        "txtai",
        "txtai, dense",
        "txtai_embeddings",
        "dense",
        "Embeddings with its default index (Faiss); content kept, so that texts come with the ids.",
        ("txtai", "faiss-cpu"),
    ),
    System(
        "txtai-hybrid",
        "txtai, hybrid",
        "txtai_embeddings",
        "hybrid",
        "The same with hybrid=True: its BM25 beside the vectors, weighed alike.",
        ("txtai", "faiss-cpu"),
    ),
    System(
        "haystack-hybrid",
        "Haystack, hybrid",
        "haystack_pipelines",
        "hybrid",
        "InMemoryDocumentStore, embedding and BM25 retrievers, DocumentJoiner with reciprocal rank"
        " fusion; saved to and loaded from its JSON file.",
        ("haystack-ai",),
    ),
    System(
        "haystack-chroma",
        "Haystack, Chroma",
        "haystack_pipelines",
        "chroma",
        "ChromaDocumentStore on the disk and its embedding retriever.",
        ("haystack-ai", "chroma-haystack", "chromadb"),
    ),
)
SYSTEMS = (BARE, OURS, ANSWERS, *PEERS)
