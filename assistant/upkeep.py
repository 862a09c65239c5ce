"""Bringing an index up to date, erasing from it, and telling whether it is behind."""

from collections.abc import Sequence
from contextlib import closing, nullcontext
from functools import partial

from assistant.assembly import index_folder, open_state, prepared_model
from assistant.intents.matters import matters_are_kept, prepare_matters
from assistant.intents.nearness import head_is_kept, prepare_head
from assistant.settings import Settings
from assistant.tools.criteria_nearness import prepare_vectors, vectors_are_kept
from corpus.isolation import IsolatedReader
from corpus.programme import read_description
from index import builder, sources
from index.additions import Additions
from index.builder import Generation, Making, PassageEncoder
from index.cluster import Cluster
from index.manifest import Inputs, code_digest, differences
from index.models import PreparedModel, prepare, prepared
from index.parts import Progress
from index.state import IndexState
from index.updating import Changes


def update_index(
    settings: Settings,
    *,
    add: Sequence[str] = (),
    drop: Sequence[str] = (),
    only: Sequence[str] = (),
    refetch: bool = False,
    encoder: PassageEncoder | None = None,
    progress: Progress,
) -> tuple[Generation, Changes]:
    """Bring the index up to date: what has changed is read and embedded, what is gone leaves.

    Args:
        add: absolute paths and web addresses to add first; drop: those to take out.
        only: what to look at, and whatever is below it; everything, if not given.
        refetch: whether to ask again for addresses that were fetched before.
        encoder: of the model that the settings name, if one is open already.

    Returns:
        The current generation, and what was done: with unchanged documents, model, settings and
        code, nothing is.

    Raises:
        IndexingError: as `builder.bring_up_to_date`, or the model cannot be had.
        CorpusError: as `builder.bring_up_to_date`.
    """
    model = prepared(settings.model, settings.cache_dir)
    if model is None:
        model = prepare(
            settings.model,
            cache=settings.cache_dir,
            allow_download=settings.allow_download,
            progress=lambda stage: progress(stage, 0, 0),
        )
    generation, changes = builder.bring_up_to_date(
        settings.programme,
        index_folder(settings),
        _making(settings, model, encoder),
        add=add,
        drop=drop,
        only=only,
        refetch=refetch,
        progress=progress,
    )
    _prepare_nearness(settings, generation, model)
    return generation, changes


def build_index(settings: Settings, *, progress: Progress) -> tuple[Generation, bool]:
    """As `update_index`, of what was added already; tells whether anything was done."""
    before = builder.current(index_folder(settings))
    generation, changes = update_index(settings, progress=progress)
    return generation, before != generation or bool(changes)


def erase(settings: Settings) -> None:
    """Take from the disk what was taken out of the index, and what a language model made of it.

    Raises:
        IndexingError: as `builder.erase`.
    """
    from assistant.generation.cache import FILE

    for path in settings.cache_dir.glob(f"{FILE}*"):
        path.unlink()
    builder.erase(index_folder(settings), _making(settings, prepared_model(settings)))


def _prepare_nearness(settings: Settings, generation: Generation, model: PreparedModel) -> None:
    """Reckon what tells which criteria and matters questions are near to, unless that is done."""
    folder, digest = generation.folder, model.digest
    with closing(IndexState(generation)) as state:
        records = state.records
    standard = records.standard if records else None
    itemised = standard if standard and standard.is_itemised else None
    asked = records if records and records.matters else None
    headless = not head_is_kept(folder, digest)
    unready = itemised and not vectors_are_kept(folder, digest, itemised)
    unknown = asked and not matters_are_kept(folder, digest, asked)
    if not (headless or unready or unknown):
        return
    from index.embedder import Embedder

    encoder = Embedder(model)
    with builder.locked(index_folder(settings)):
        if headless:
            prepare_head(folder, digest, encoder)
        if itemised and unready:
            prepare_vectors(folder, digest, itemised, encoder)
        if asked and unknown:
            prepare_matters(folder, digest, asked, encoder)


def staleness(settings: Settings) -> list[str]:
    """What has changed since the index was brought up to date, one plain sentence each.

    Raises:
        IndexMissingError: no index was built.
    """
    state = open_state(settings)
    model = prepared(settings.model, settings.cache_dir)
    if model is None:
        return [f"The model {settings.model} is not prepared on this machine."]
    additions = Additions.read(index_folder(settings))
    survey = sources.survey(state.database, settings.programme, additions)
    return [
        *differences(state.generation.inputs, _inputs(settings, model)),
        *survey.told(),
        *_redescribed(settings, state),
        *_unread(state),
    ]


def _redescribed(settings: Settings, state: IndexState) -> list[str]:
    now = builder.description_of(settings.programme)
    same = all(state.fact(name) == value for name, value in now.items())
    return [] if same else ["The programme's description or its records have changed since."]


def _unread(state: IndexState) -> list[str]:
    unread = state.manifest.unread
    return [f"{unread} passages are found, and their sentences yet to be read."] if unread else []


def _inputs(settings: Settings, model: PreparedModel) -> Inputs:
    return Inputs(
        programme=read_description(settings.programme).id,
        model=settings.model,
        model_digest=model.digest,
        chunker=settings.chunker,
        code=code_digest(),
    )


def _making(
    settings: Settings, model: PreparedModel, opened: PassageEncoder | None = None
) -> Making:
    def encoder() -> PassageEncoder:
        from index.embedder import Embedder  # onnxruntime: only when something is embedded

        return opened or Embedder(model)

    return Making(
        inputs=_inputs(settings, model),
        encoder=encoder,
        reader=partial(IsolatedReader, settings.reading),
        web=settings.web,
        chroma=settings.chroma,
        ahead=partial(Cluster, settings.ray, model=model, chunker=settings.chunker)
        if settings.ray.address
        else nullcontext,
    )
