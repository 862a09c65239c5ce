"""Looking after an installation: what is there, what works, and what to do where it does not."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from assistant.assembly import index_folder, open_trials
from assistant.errors import SuggestionsMissingError
from assistant.generation.specification import Specification, read_specification
from assistant.settings import Settings
from assistant.upkeep import staleness
from corpus.errors import ProgrammeAssistantError
from corpus.programme import read_programme
from index.builder import current
from index.models import prepared

BUILD = "Run: assistant index build"

State = Literal["fine", "note", "faulty"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one part.

    Attributes:
        state: `note` for what works and could be better, `faulty` for what does not work.
        told: what was found, in sentences.
        remedy: what to do about it; empty if there is nothing to do.
        values: the same for machines.
    """

    part: str
    state: State
    told: str
    remedy: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def examine(settings: Settings) -> Iterator[Finding]:
    """What is found of each part, one after the other; the language model last, for it takes time.

    The model is asked to write a little, which costs what it costs there.
    """
    programme = _programme(settings)
    yield programme
    yield _embedding(settings)
    if programme.state != "faulty":  # its folder names where the index is
        yield _index(settings)
        yield _suggestions(settings)
    yield _model(settings)


def _programme(settings: Settings) -> Finding:
    try:
        programme = read_programme(settings.programme)
    except ProgrammeAssistantError as error:
        remedy = "Correct ASSISTANT_PROGRAMME, or the file that is named."
        return Finding("programme", "faulty", str(error), remedy)
    count = len(programme.documents)
    told = f"{programme.description.name}, {count} documents, in {settings.programme}."
    values = {"id": programme.description.id, "documents": count}
    if programme.failures:
        left_out = " ".join(["Left out:", *map(str, programme.failures)])
        return Finding("programme", "note", f"{told} {left_out}", "Correct these files.", values)
    return Finding("programme", "fine", told, values=values)


def _embedding(settings: Settings) -> Finding:
    values = {"model": settings.model}
    if prepared(settings.model, settings.cache_dir) is None:
        told = f"{settings.model} is not prepared on this machine."
        return Finding("embedding", "faulty", told, BUILD, values)
    return Finding("embedding", "fine", f"{settings.model} is prepared.", values=values)


def _index(settings: Settings) -> Finding:
    folder = index_folder(settings)
    generation = current(folder)
    if generation is None:
        return Finding("index", "faulty", f"No index was built in {folder}.", BUILD)
    manifest = generation.manifest()
    values = {
        "id": manifest.id,
        "built": manifest.built,
        "documents": manifest.documents,
        "passages": manifest.passages,
        "model": manifest.inputs.model,
    }
    told = f"{manifest.documents} documents, {manifest.passages} passages; built {manifest.built}."
    if manifest.inputs.model != settings.model:
        other = f"It was built with the embedding model {manifest.inputs.model}."
        return Finding("index", "faulty", f"{told} {other}", BUILD, values)
    if stale := staleness(settings):
        return Finding("index", "note", " ".join([told, *stale]), BUILD, values)
    return Finding("index", "fine", told, values=values)


def _suggestions(settings: Settings) -> Finding:
    try:
        trials = open_trials(settings)
    except SuggestionsMissingError as error:
        return Finding("suggestions", "note", str(error))
    except ProgrammeAssistantError as error:
        return Finding("suggestions", "faulty", str(error), BUILD)
    kept = len(trials.kept)
    return Finding("suggestions", "fine", f"{kept} questions are offered.", values={"kept": kept})


def _model(settings: Settings) -> Finding:
    specification = read_specification(settings.llm)
    if specification is None:
        told = "No language model is set: answers are in the documents' own words."
        return Finding("language model", "fine", told, values={"model": None})
    return _tried(specification, settings)


def _tried(specification: Specification, settings: Settings) -> Finding:
    from assistant.generation.trial import try_model

    trial = try_model(specification, settings.generation)
    values = asdict(trial)
    key = f"Its key is in {trial.key_variable}." if trial.key_set else ""
    if trial.problem:
        told = " ".join(part for part in (f"{trial.model}: {trial.problem}", key) if part)
        return Finding("language model", "faulty", told, trial.remedy, values)
    speed = f", then about {trial.tokens_per_s:g} tokens a second" if trial.tokens_per_s else ""
    tools = {True: "It calls tools.", False: "It called no tool.", None: "It may call no tools."}
    first = f"First word after {trial.first_word_ms:.0f} ms{speed}."
    parts = [f"{trial.model} answers as {trial.name}.", key, first, tools[trial.calls_tools]]
    sentences = " ".join(filter(None, parts))
    if trial.calls_tools is False:
        remedy = "If it cannot, set ASSISTANT_GENERATION__TOOLS=false, which spares a call."
        return Finding("language model", "note", sentences, remedy, values)
    return Finding("language model", "fine", sentences, values=values)
