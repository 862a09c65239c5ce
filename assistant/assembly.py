"""Where everything is put together, once, from the settings."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answers import IndexInfo
from assistant.composer import Composer
from assistant.condenser import Condenser
from assistant.decomposer import Decomposer
from assistant.errors import NoStandardError, SuggestionsMissingError
from assistant.evidence import Judge
from assistant.folding import fold
from assistant.generation.specification import read_specification
from assistant.intents.matters import NearestMatter, read_matters
from assistant.intents.nearness import Nearness, read_heads
from assistant.key_facts import KeyFacts
from assistant.part_answerer import PartAnswerer
from assistant.pipeline import Assistant
from assistant.places import Gazetteer
from assistant.questions import QuestionReader
from assistant.router import Router
from assistant.selection import Selector
from assistant.settings import Settings
from assistant.standing import TurnReader
from assistant.suggestions import store
from assistant.suggestions.leads import Suggestions
from assistant.suggestions.store import Stored, TrialKey, Trials
from assistant.superseded import Superseded
from assistant.tongues import Tongues
from assistant.tools.criteria_matching import CriterionFinder
from assistant.tools.criteria_nearness import NearestCriteria, read_vectors
from assistant.tools.directory import Directory
from assistant.tools.directory_places import Places
from assistant.tools.numerals import numerals
from assistant.tools.toolbox import CriteriaTool, DirectoryTool, EligibilityTool, TierTool, Tool
from assistant.weighing import Weigher
from assistant.writer import AnswerWriter
from corpus.programme import ProgrammeDescription, read_description
from corpus.records import Records, Standard
from index import builder
from index.catalogue import Catalogue
from index.errors import IndexMismatchError, IndexMissingError, ModelUnavailableError
from index.lexicon import STEMMERS, term, words
from index.manifest import Manifest, differences
from index.models import PreparedModel, prepared
from index.parts import Progress
from index.retriever import QueryEncoder, Retriever
from index.state import IndexState
from index.vector_server import VectorServer

if TYPE_CHECKING:  # what is not needed in every process that answers
    from assistant.generation.engine import GenerationEngine
    from assistant.suggestions.advice import Adviser
    from index.embedder import Embedder


def index_folder(settings: Settings) -> Path:
    """Where the index of the programme of these settings is kept."""
    return settings.data_dir / read_description(settings.programme).id


def open_assistant(
    settings: Settings,
    state: IndexState | None = None,
    encoder: "Embedder | None" = None,
) -> Assistant:
    """The assistant over the index that these settings name.

    Args:
        state: of that index; as it is now, if not given.
        encoder: of the model that the settings name, if one is open already.

    Raises:
        IndexMissingError: no index was built.
        IndexMismatchError: it was built with another embedding model.
        ModelUnavailableError: the model was not prepared on this machine.
    """
    model = prepared_model(settings)
    state = state or _open(settings, model)
    if encoder is None or encoder.prepared.digest != model.digest:
        from index.embedder import Embedder

        encoder = Embedder(model)
    return _assemble(settings, state, encoder, stored=_stored(settings, state), fluent=True)


def _assemble(
    settings: Settings,
    state: IndexState,
    encoder: QueryEncoder,
    *,
    stored: Stored | None = None,
    fluent: bool = False,
) -> Assistant:
    """The assistant, with what is suggested if anything was tried.

    Args:
        fluent: whether the language model that is set has a say.
    """
    manifest, programme, records = state.manifest, state.programme, state.records
    server = VectorServer.of(settings.chroma, state.database)
    retriever = Retriever(state, encoder, server=server)
    cities = records.cities if records else ()
    standard = records.standard if records else None
    gazetteer = Gazetteer(cities)
    writer = AnswerWriter(_info(manifest), retriever.catalogue)
    places = Places(cities, gazetteer)
    heads = read_heads(state.folder, manifest.inputs.model_digest)
    router = Router(
        _tools(records, state, places, gazetteer, retriever, writer) if records else (),
        nearness=Nearness(*heads, embed=retriever.embed_alone, places=gazetteer) if heads else None,
    )
    judge_of = partial(
        Judge,
        settings.evidence,
        gazetteer,
        Superseded(standard),
        retriever.words,
        cosine_floor=manifest.cosine_floor,
        known_names=_known_names(programme, records),
        area_of=places.area_of,
    )
    condenser = Condenser(cities, standard, is_word=_is_word(retriever))
    tongues = Tongues(
        programme.language,
        partial(QuestionReader, retriever.lexicon, gazetteer, programme),
        lambda language: judge_of(corpus_language=language),
    )
    weigher = Weigher(
        retriever,
        tongues,
        places.cities_in,
        passages=settings.passages,
        on_criteria=sorted({c.evidence.document for c in standard.criteria}) if standard else (),
    )
    decomposer = Decomposer(router, weigher, condenser, tongues.reader, places.cities_in, standard)
    composer = Composer(
        Selector(settings.selection, gazetteer, places.area_of),
        programme,
        KeyFacts(name for city in cities for name in (city.name, *city.other_names)),
        standard=standard,
    )
    answerer = PartAnswerer(
        router,
        weigher,
        condenser,
        composer,
        tongues.reader,
        places.cities_in,
        added=retriever.catalogue.added,
        matters=_matters(records, state, retriever, gazetteer) if records else None,
    )
    return Assistant(
        condenser=condenser,
        tongues=tongues,
        router=router,
        retriever=retriever,
        turns=TurnReader(decomposer, weigher, tongues.reader),
        answerer=answerer,
        writer=writer,
        suggestions=Suggestions(stored.tried if stored else None),
        stored=stored.answers if stored else None,
        generation=_engine(settings, manifest, programme, retriever, gazetteer, router)
        if fluent
        else None,
    )


def _matters(
    records: Records, state: IndexState, retriever: Retriever, gazetteer: Gazetteer
) -> NearestMatter | None:
    """What tells the matters of the programme itself, if its records have any."""
    head = read_matters(state.folder, state.manifest.inputs.model_digest, records)
    if head is None or not records.matters:
        return None
    programme = state.programme
    return NearestMatter(
        records.matters,
        head,
        embed=retriever.embed_alone,
        places=gazetteer,
        names=(programme.name, *programme.other_names),
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
            embed=retriever.embed_alone,
            words=retriever.words,
            lexicon=retriever.lexicon,
            gazetteer=gazetteer,
        ),
        settings=how,
        programme=programme,
        catalogue=retriever.catalogue,
        route=partial(router.route, guess=False),
        cache=GenerationCache(
            settings.cache_dir / FILE, model=str(specification), index=manifest.id
        )
        if how.cache
        else None,
    )


def _tools(
    records: Records,
    state: IndexState,
    places: Places,
    gazetteer: Gazetteer,
    retriever: Retriever,
    writer: AnswerWriter,
) -> Sequence[Tool]:
    """The tools for which there are records, in the order they are asked."""
    standard, quote_of, programme = records.standard, writer.quote_of, state.programme
    tools: list[Tool] = []
    if standard and standard.is_itemised:
        vectors = read_vectors(state.folder, state.manifest.inputs.model_digest, standard)
        nearest = None
        if vectors is not None:
            nearest = NearestCriteria(standard, vectors, embed=retriever.embed_alone)
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
        # A number in a city's name counts no criteria: 'Tres de Febrero'.
        numbered = (city.name for city in records.cities if _holds_number(city.name))
        names = (programme.name, *programme.other_names, *numbered)
        tools.append(TierTool(standard, quote_of, names=names))
    if records.cities:
        directory = Directory(records, places)
        tools.append(DirectoryTool(directory, quote_of, is_word=_is_word(retriever)))
    return tools


def _holds_number(name: str) -> bool:
    """Whether a name has a number in it, in words or figures, in any of the languages."""
    asked = (
        f"{begun} {name.lower()}" for begun in ("which level is", "qué nivel es", "que nível é")
    )
    return any(re.search(r"\d", numerals(text)) for text in asked)


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
    model = prepared_model(settings)
    state = _open(settings, model)
    key = _trial_key(settings, state)
    if found := store.read(state.folder, key):
        return found.tried.trials, False
    from assistant.suggestions.candidates import candidates
    from assistant.suggestions.trials import RememberingEncoder, try_out
    from index.embedder import Embedder

    encoder = RememberingEncoder(Embedder(model))
    documents, records = state.catalogue.documents(), state.records
    assistant = _assemble(settings, state, encoder)
    tried, answers = try_out(
        candidates(state.programme, documents, records),
        documents,
        ask=lambda question: assistant.work_out(question)[0],
        lead_on=assistant.lead_on,
        encoder=encoder,
        gazetteer=Gazetteer(records.cities if records else ()),
        progress=partial(progress, "Trying questions"),
    )
    with builder.locked(index_folder(settings)):
        # Documents may have changed meanwhile, or been erased; then their answers must not be kept.
        rows = store.rows_that_hold(tried.trials, state.digests, open_state(settings).digests)
        own = [answers[n] for n in rows]
        trials = store.write(state.folder, key, tried.of(rows), own, digests=state.digests)
    return trials, True


def open_encoder(settings: Settings) -> "Embedder":
    """The embedding model that the settings name.

    Raises:
        ModelUnavailableError: it was not prepared on this machine.
    """
    from index.embedder import Embedder

    return Embedder(prepared_model(settings))


def open_suggestions(settings: Settings, state: IndexState | None = None) -> Suggestions:
    """The questions found to be answered; empty if none were tried with this code and settings.

    Raises:
        IndexMissingError: no index was built.
    """
    stored = _stored(settings, state or open_state(settings))
    return Suggestions(stored.tried if stored else None)


def open_trials(settings: Settings) -> Trials:
    """What came of trying questions; needs no model.

    Raises:
        IndexMissingError: no index was built.
        SuggestionsMissingError: none were tried with this code and these settings.
    """
    stored = _stored(settings, open_state(settings))
    if stored is None:
        raise SuggestionsMissingError
    return stored.tried.trials


def open_adviser(settings: Settings) -> "Adviser":
    """What finds questions for an article and tries a publisher's own.

    Raises:
        SuggestionsMissingError: as `open_trials`.
        IndexingError: as `open_assistant`.
    """
    model = prepared_model(settings)
    state = _open(settings, model)
    stored = _stored(settings, state)
    if stored is None:
        raise SuggestionsMissingError
    from assistant.suggestions.advice import Adviser
    from index.embedder import Embedder

    encoder, records = Embedder(model), state.records
    return Adviser(
        Suggestions(stored.tried),
        embed=encoder.embed_query,
        gazetteer=Gazetteer(records.cities if records else ()),
        ask=_assemble(settings, state, encoder).ask,
    )


def open_calculator(settings: Settings) -> tuple[Standard, AnswerWriter]:
    """What the tier calculator needs to speak for itself: no model, no vector store.

    Raises:
        IndexMissingError: no index was built.
        NoStandardError: the programme has no standard to reckon with.
    """
    state = open_state(settings)
    if state.records is None or state.records.standard is None:
        raise NoStandardError(state.manifest.inputs.programme)
    return state.records.standard, AnswerWriter(_info(state.manifest), state.catalogue)


def open_state(settings: Settings) -> IndexState:
    """The index as it is now: its documents, the programme and its records. Needs no model.

    Raises:
        IndexMissingError: no index was built.
    """
    folder = index_folder(settings)
    generation = builder.current(folder)
    if generation is None:
        raise IndexMissingError(folder)
    return IndexState(generation)


def open_catalogue(settings: Settings) -> Catalogue:
    """The documents of `open_state`."""
    return open_state(settings).catalogue


def open_records(settings: Settings) -> Records | None:
    """The programme's records of `open_state`; None where it has none."""
    return open_state(settings).records


def _info(manifest: Manifest) -> IndexInfo:
    return IndexInfo(
        id=manifest.id,
        built=manifest.built,
        documents=manifest.documents,
        passages=manifest.passages,
    )


def prepared_model(settings: Settings) -> PreparedModel:
    """The embedding model that the settings name, as it was prepared on this machine.

    Raises:
        ModelUnavailableError: it was not.
    """
    model = prepared(settings.model, settings.cache_dir)
    if model is None:
        remedy = "Prepare it: assistant index build"
        raise ModelUnavailableError(settings.model, "It is not prepared here.", remedy)
    return model


def _open(settings: Settings, model: PreparedModel) -> IndexState:
    """The state of an index that was built with this model."""
    state = open_state(settings)
    built = state.generation.inputs
    wanted = built.model_copy(update={"model": settings.model, "model_digest": model.digest})
    if found := differences(built, wanted):
        raise IndexMismatchError(state.folder, found)
    return state


def _stored(settings: Settings, state: IndexState) -> Stored | None:
    """What came of trying questions on this index, or what still holds of what came before."""
    key = _trial_key(settings, state)
    return store.read(state.folder, key) or store.read_earlier(state.folder, key, state.digests)


def _trial_key(settings: Settings, state: IndexState) -> TrialKey:
    """Stands for what an answer depends on."""
    elsewhere = {"programme", "data_dir", "cache_dir", "allow_download", "host", "port", "service"}
    elsewhere |= {"llm", "generation"}  # what is stored is our own answer, whoever writes over it
    elsewhere |= {"chroma", "ray", "web", "reading"}  # how documents come to be in the index
    return store.trial_key(settings.model_dump_json(exclude=elsewhere), state.manifest.id)
