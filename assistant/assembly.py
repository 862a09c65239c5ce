"""Where everything is put together, once, from the settings."""

from pathlib import Path

from assistant.answers import IndexInfo
from assistant.composer import Composer
from assistant.errors import NoStandardError
from assistant.evidence import Judge
from assistant.folding import fold
from assistant.pipeline import Assistant
from assistant.places import Gazetteer
from assistant.questions import QuestionReader
from assistant.router import Router
from assistant.selection import Selector
from assistant.settings import Settings
from assistant.superseded import Superseded
from assistant.writer import AnswerWriter
from corpus.programme import ProgrammeDescription, read_description
from corpus.records import Records, Standard
from index import builder
from index.builder import Generation, Progress
from index.catalogue import Catalogue
from index.errors import IndexMismatchError, IndexMissingError, ModelUnavailableError
from index.lexicon import words
from index.manifest import Inputs, Manifest, code_digest, differences, file_hashes
from index.models import PreparedModel, prepare, prepared
from index.retriever import Retriever


def index_folder(settings: Settings) -> Path:
    """Where the index of the programme of these settings is kept."""
    return settings.data_dir / read_description(settings.programme).id


def build_index(settings: Settings, *, progress: Progress) -> tuple[Generation, bool]:
    """Bring the index up to date.

    Returns:
        The current generation, and whether it had to be built: with unchanged documents, model,
        settings and code, nothing is done.
    """
    folder = index_folder(settings)
    model = prepared(settings.model, settings.cache_dir)
    generation = builder.current(folder)
    if model and generation and generation.manifest.inputs == _inputs(settings, model):
        return generation, False
    if model is None:
        model = prepare(
            settings.model,
            cache=settings.cache_dir,
            allow_download=settings.allow_download,
            progress=lambda stage: progress(stage, 0, 0),
        )
    from index.embedder import Embedder  # onnxruntime: only when something is embedded

    built = builder.build(
        settings.programme,
        folder,
        inputs=_inputs(settings, model),
        encoder=Embedder(model),
        progress=progress,
    )
    return built, True


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the index that these settings name.

    Raises:
        IndexMissingError: no index was built.
        IndexMismatchError: it was built with another embedding model.
        ModelUnavailableError: the model was not prepared on this machine.
    """
    generation, model = _open(settings)
    manifest, folder = generation.manifest, generation.folder
    programme = ProgrammeDescription.model_validate_json((folder / "programme.json").read_bytes())
    records = _records(folder)
    from index.embedder import Embedder

    retriever = Retriever(folder, Embedder(model))
    standard = records.standard if records else None
    gazetteer = Gazetteer(records.cities if records else ())
    return Assistant(
        standard=standard,
        reader=QuestionReader(retriever.lexicon, gazetteer, programme),
        router=Router(standard),
        retriever=retriever,
        judge=Judge(
            settings.evidence,
            gazetteer,
            Superseded(standard),
            retriever.words,
            cosine_floor=manifest.cosine_floor,
            corpus_language=programme.language,
            known_names=_known_names(programme, records),
        ),
        composer=Composer(Selector(settings.selection, gazetteer), programme),
        writer=AnswerWriter(_info(manifest), retriever.catalogue),
        passages=settings.passages,
    )


def _known_names(programme: ProgrammeDescription, records: Records | None) -> frozenset[str]:
    """The words, folded, of the programme's names and of the directory's places."""
    names = [programme.name, *programme.other_names]
    for city in records.cities if records else ():
        names += [city.name, *city.other_names, city.state, city.country, city.region]
    return frozenset(fold(word) for name in names for word in words(name))


def open_calculator(settings: Settings) -> tuple[Standard, AnswerWriter]:
    """What the tier calculator needs to speak for itself: no model, no vector store.

    Raises:
        IndexMissingError: no index was built.
        NoStandardError: the programme has no standard to reckon with.
    """
    generation = _generation(settings)
    records = _records(generation.folder)
    if records is None:
        raise NoStandardError(generation.manifest.inputs.programme)
    return records.standard, AnswerWriter(_info(generation.manifest), _catalogue(generation))


def open_catalogue(settings: Settings) -> Catalogue:
    """The documents as they were indexed; needs no model.

    Raises:
        IndexMissingError: no index was built.
    """
    return _catalogue(_generation(settings))


def staleness(settings: Settings) -> list[str]:
    """What has changed since the index was built, one plain sentence each.

    Raises:
        IndexMissingError: no index was built.
    """
    generation = _generation(settings)
    model = prepared(settings.model, settings.cache_dir)
    if model is None:
        return [f"The model {settings.model} is not prepared on this machine."]
    return differences(generation.manifest.inputs, _inputs(settings, model))


def _generation(settings: Settings) -> Generation:
    folder = index_folder(settings)
    generation = builder.current(folder)
    if generation is None:
        raise IndexMissingError(folder)
    return generation


def _catalogue(generation: Generation) -> Catalogue:
    return Catalogue(generation.folder / "catalogue.sqlite")


def _info(manifest: Manifest) -> IndexInfo:
    return IndexInfo(
        id=manifest.inputs.id,
        built=manifest.built,
        documents=manifest.documents,
        passages=manifest.passages,
    )


def _open(settings: Settings) -> tuple[Generation, PreparedModel]:
    generation = _generation(settings)
    built = generation.manifest.inputs
    model = prepared(settings.model, settings.cache_dir)
    if model is None:
        remedy = "Prepare it: assistant index build"
        raise ModelUnavailableError(settings.model, "It is not prepared here.", remedy)
    wanted = built.model_copy(update={"model": settings.model, "model_digest": model.digest})
    if found := differences(built, wanted):
        raise IndexMismatchError(generation.folder, found)
    return generation, model


def _records(folder: Path) -> Records | None:
    path = folder / "records.json"
    return Records.model_validate_json(path.read_bytes()) if path.exists() else None


def _inputs(settings: Settings, model: PreparedModel) -> Inputs:
    return Inputs(
        programme=read_description(settings.programme).id,
        files=file_hashes(settings.programme),
        model=settings.model,
        model_digest=model.digest,
        chunker=settings.chunker,
        code=code_digest(),
    )
