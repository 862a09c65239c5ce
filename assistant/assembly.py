"""Where everything is put together, once, from the settings."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answers import IndexInfo
from assistant.composer import Composer
from assistant.condenser import Condenser
from assistant.errors import NoStandardError, SuggestionsMissingError
from assistant.evidence import Judge
from assistant.folding import fold
from assistant.generation.specification import read_specification
from assistant.intents.nearness import Nearness, head_is_kept, prepare_head, read_head
from assistant.key_facts import KeyFacts
from assistant.pipeline import Assistant
from assistant.places import Gazetteer
from assistant.questions import QuestionReader
from assistant.router import Router
from assistant.selection import Selector
from assistant.settings import Settings
from assistant.suggestions import store
from assistant.suggestions.leads import Suggestions
from assistant.suggestions.store import Stored, Trials
from assistant.superseded import Superseded
from assistant.tools.criteria_matching import CriterionFinder
from assistant.tools.criteria_nearness import NearestCriteria
from assistant.tools.directory import Directory
from assistant.tools.directory_places import Places
from assistant.tools.toolbox import CriteriaTool, DirectoryTool, EligibilityTool, TierTool, Tool
from assistant.writer import AnswerWriter
from corpus.programme import ProgrammeDescription, read_description
from corpus.records import Records, Standard
from index import builder
from index.builder import Generation, Progress
from index.catalogue import Catalogue
from index.errors import IndexMismatchError, IndexMissingError, ModelUnavailableError
from index.lexicon import STEMMERS, term, words
from index.manifest import Inputs, Manifest, code_digest, differences, file_hashes
from index.models import PreparedModel, prepare, prepared
from index.retriever import QueryEncoder, Retriever

if TYPE_CHECKING:  # only for articles, whose readers are not needed to answer
    from assistant.generation.engine import GenerationEngine
    from assistant.suggestions.advice import Adviser


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
        _prepare_head(settings, generation, model)
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
    _prepare_head(settings, built, model)
    return built, True


def _prepare_head(settings: Settings, generation: Generation, model: PreparedModel) -> None:
    """Reckon what questions are for by their nearness, unless that was done."""
    if head_is_kept(generation.folder, model.digest):
        return
    from index.embedder import Embedder

    with builder.locked(index_folder(settings)):
        prepare_head(generation.folder, model.digest, Embedder(model))


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the index that these settings name.

    Raises:
        IndexMissingError: no index was built.
        IndexMismatchError: it was built with another embedding model.
        ModelUnavailableError: the model was not prepared on this machine.
    """
    generation, model = _open(settings)
    from index.embedder import Embedder

    stored = store.read(generation.folder, _trial_key(settings))
    return _assemble(settings, generation, Embedder(model), stored, fluent=True)


def _assemble(
    settings: Settings,
    generation: Generation,
    encoder: QueryEncoder,
    stored: Stored | None = None,
    *,
    fluent: bool = False,
) -> Assistant:
    """The assistant, with what is suggested if anything was tried.

    Args:
        fluent: whether the language model that is set has a say.
    """
    manifest, folder = generation.manifest, generation.folder
    programme = _programme(folder)
    records = _records(folder)
    retriever = Retriever(folder, encoder)
    cities = records.cities if records else ()
    standard = records.standard if records else None
    gazetteer = Gazetteer(cities)
    writer = AnswerWriter(_info(manifest), retriever.catalogue)
    places = Places(cities, gazetteer)
    head = read_head(folder, manifest.inputs.model_digest)
    router = Router(
        _tools(records, programme, places, gazetteer, retriever, writer) if records else (),
        nearness=Nearness(head, embed=retriever.embed, places=gazetteer) if head else None,
    )
    return Assistant(
        condenser=Condenser(cities, standard, is_word=_is_word(retriever)),
        places_in=places.cities_in,
        reader=QuestionReader(retriever.lexicon, gazetteer, programme),
        router=router,
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
        composer=Composer(
            Selector(settings.selection, gazetteer, places.area_of),
            programme,
            KeyFacts(name for city in cities for name in (city.name, *city.other_names)),
            standard=standard,
        ),
        writer=writer,
        suggestions=Suggestions(stored.tried if stored else None),
        stored=stored.answers if stored else None,
        passages=settings.passages,
        generation=_engine(settings, manifest, programme, retriever, gazetteer, router)
        if fluent
        else None,
    )


def _engine(
    settings: Settings,
    manifest: Manifest,
    programme: ProgrammeDescription,
    retriever: Retriever,
    gazetteer: Gazetteer,
    router: Router,
) -> "GenerationEngine | None":
    """What a language model does, if one is set.

    Raises:
        GenerationError: it cannot be opened.
    """
    specification = read_specification(settings.llm)
    if specification is None:
        return None
    from assistant.generation import engine, providers
    from assistant.generation.cache import FILE, GenerationCache
    from assistant.generation.client import ModelClient
    from assistant.generation.support import SupportChecker

    how = settings.generation
    return engine.build(
        ModelClient(providers.open_model(specification, how), specification.model, how),
        SupportChecker(
            embed=retriever.embed,
            words=retriever.words,
            lexicon=retriever.lexicon,
            gazetteer=gazetteer,
        ),
        settings=how,
        programme=programme,
        catalogue=retriever.catalogue,
        route=partial(router.route, guess=False),
        cache=GenerationCache(
            settings.cache_dir / FILE, model=str(specification), index=manifest.inputs.id
        )
        if how.cache
        else None,
    )


def _tools(
    records: Records,
    programme: ProgrammeDescription,
    places: Places,
    gazetteer: Gazetteer,
    retriever: Retriever,
    writer: AnswerWriter,
) -> Sequence[Tool]:
    """The tools for which there are records, in the order they are asked."""
    standard, quote_of = records.standard, writer.quote_of
    tools: list[Tool] = []
    if standard and standard.is_itemised:
        nearest = NearestCriteria(standard, retriever, quote_of)
        tools.append(
            CriteriaTool(
                standard,
                CriterionFinder(standard, nearest=nearest),
                quote_of,
                names_place=lambda text: bool(places.cities_in(text)),
            )
        )
    if records.eligibility:
        tools.append(EligibilityTool(records, gazetteer, quote_of))
    if standard:
        names = (programme.name, *programme.other_names)
        tools.append(TierTool(standard, quote_of, names=names))
    if records.cities:
        directory = Directory(records, places)
        tools.append(DirectoryTool(directory, quote_of, is_word=_is_word(retriever)))
    return tools


def _is_word(retriever: Retriever) -> Callable[[str], bool]:
    """Tells whether the documents use a word."""
    lexicon = retriever.lexicon
    return lambda word: any(lexicon.knows(term(word, own), own) for own in STEMMERS)


def _known_names(programme: ProgrammeDescription, records: Records | None) -> frozenset[str]:
    """The words, folded, of the programme's names and of the directory's places."""
    names = [programme.name]
    for city in records.cities if records else ():
        names += [city.name, *city.other_names, city.state, city.country, city.region]
    return frozenset(fold(word) for name in names for word in words(name))


def build_suggestions(settings: Settings, *, progress: Progress) -> tuple[Trials, bool]:
    """Try the questions that might be suggested, and keep what came of it beside the index.

    Returns:
        What came of it, and whether it had to be done: with an unchanged index, settings and
        answering code, nothing is.

    Raises:
        IndexBusyError: another process is building here.
        IndexUnwritableError: the folder cannot be written to.
        IndexingError: as `open_assistant`.
    """
    generation, model = _open(settings)
    key = _trial_key(settings)
    if found := store.read(generation.folder, key):
        return found.tried.trials, False
    from assistant.suggestions.candidates import candidates
    from assistant.suggestions.trials import RememberingEncoder, try_out
    from index.embedder import Embedder

    encoder = RememberingEncoder(Embedder(model))
    documents, records = _catalogue(generation).documents(), _records(generation.folder)
    assistant = _assemble(settings, generation, encoder)
    with builder.locked(index_folder(settings)):
        tried, answers = try_out(
            candidates(_programme(generation.folder), documents, records),
            documents,
            ask=lambda question: assistant.work_out(question)[0],
            lead_on=assistant.lead_on,
            encoder=encoder,
            gazetteer=Gazetteer(records.cities if records else ()),
            progress=partial(progress, "Trying questions"),
        )
        store.write(generation.folder, key, tried, answers)
    return tried.trials, True


def open_suggestions(settings: Settings) -> Suggestions:
    """The questions found to be answered; empty if none were tried with this code and settings.

    Raises:
        IndexMissingError: no index was built.
    """
    stored = store.read(_generation(settings).folder, _trial_key(settings))
    return Suggestions(stored.tried if stored else None)


def open_trials(settings: Settings) -> Trials:
    """What came of trying questions; needs no model.

    Raises:
        IndexMissingError: no index was built.
        SuggestionsMissingError: none were tried with this code and these settings.
    """
    stored = store.read(_generation(settings).folder, _trial_key(settings))
    if stored is None:
        raise SuggestionsMissingError
    return stored.tried.trials


def open_adviser(settings: Settings) -> "Adviser":
    """What finds questions for an article and tries a publisher's own.

    Raises:
        SuggestionsMissingError: as `open_trials`.
        IndexingError: as `open_assistant`.
    """
    generation, model = _open(settings)
    stored = store.read(generation.folder, _trial_key(settings))
    if stored is None:
        raise SuggestionsMissingError
    from assistant.suggestions.advice import Adviser
    from index.embedder import Embedder

    encoder, records = Embedder(model), _records(generation.folder)
    return Adviser(
        Suggestions(stored.tried),
        embed=encoder.embed_query,
        gazetteer=Gazetteer(records.cities if records else ()),
        ask=_assemble(settings, generation, encoder).ask,
    )


def open_calculator(settings: Settings) -> tuple[Standard, AnswerWriter]:
    """What the tier calculator needs to speak for itself: no model, no vector store.

    Raises:
        IndexMissingError: no index was built.
        NoStandardError: the programme has no standard to reckon with.
    """
    generation = _generation(settings)
    records = _records(generation.folder)
    if records is None or records.standard is None:
        raise NoStandardError(generation.manifest.inputs.programme)
    return records.standard, AnswerWriter(_info(generation.manifest), _catalogue(generation))


def open_catalogue(settings: Settings) -> Catalogue:
    """The documents as they were indexed; needs no model.

    Raises:
        IndexMissingError: no index was built.
    """
    return _catalogue(_generation(settings))


def open_records(settings: Settings) -> Records | None:
    """The programme's records as they were indexed; None where it has none. Needs no model.

    Raises:
        IndexMissingError: no index was built.
    """
    return _records(_generation(settings).folder)


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


def _programme(folder: Path) -> ProgrammeDescription:
    return ProgrammeDescription.model_validate_json((folder / "programme.json").read_bytes())


def _records(folder: Path) -> Records | None:
    path = folder / "records.json"
    return Records.model_validate_json(path.read_bytes()) if path.exists() else None


def _trial_key(settings: Settings) -> str:
    """Stands for what an answer depends on besides the index."""
    elsewhere = {"programme", "data_dir", "cache_dir", "allow_download", "host", "port", "service"}
    elsewhere |= {"llm", "generation"}  # what is stored is our own answer, whoever writes over it
    return store.trial_key(settings.model_dump_json(exclude=elsewhere))


def _inputs(settings: Settings, model: PreparedModel) -> Inputs:
    return Inputs(
        programme=read_description(settings.programme).id,
        files=file_hashes(settings.programme),
        model=settings.model,
        model_digest=model.digest,
        chunker=settings.chunker,
        code=code_digest(),
    )
