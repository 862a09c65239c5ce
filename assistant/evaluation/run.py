"""A run: everything is asked and measured, and a folder is left.

manifest.json   what was measured, by hash
cases.jsonl     a line a case: question, answer, citations, and what was wrong
marks.json      which cases were right: what a later run is compared with
summary.json    the figures
red-team.json   what each attack came to, if there were any
outside.json    the figures of outside sets, if there were any
times.json      all that differs between two runs of the same
report.html     all of it, to be read
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.assembly import index_folder, open_assistant, open_catalogue
from assistant.conversation import Turn
from assistant.evaluation.asking import Exchange, answered, put
from assistant.evaluation.cases import Case, QuestionSet
from assistant.evaluation.comparison import MARKS, Marks, compare, marks
from assistant.evaluation.latency import latencies
from assistant.evaluation.lying import tell_lies
from assistant.evaluation.manifest import (
    RunManifest,
    code_digest,
    digest_of,
    digests,
    file_digest,
    libraries,
    python,
    settings_of,
)
from assistant.evaluation.outcomes import Outcome, outcome
from assistant.evaluation.outside.report import OutsideReport, Workshop, measure
from assistant.evaluation.outside.sets import OutsideSet
from assistant.evaluation.outside.vectors import Encoder, RememberingEncoder
from assistant.evaluation.redteam.answering import attack
from assistant.evaluation.report import Findings, fluency_figures, page
from assistant.evaluation.summary import by_set
from assistant.evaluation.writing import seconds, writing
from assistant.settings import Settings
from corpus.errors import UnwritableFileError
from index import builder
from index.errors import IndexMissingError, ModelUnavailableError
from index.models import PreparedModel, prepared
from index.parts import Progress

VECTORS = "outside-vectors.sqlite"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked.

    Attributes:
        translations: outside sets whose questions are put to the others' passages too.
        against: an earlier run to compare with.
        red_team: whether the assistant is attacked.
        lied_over: cases over whose evidence a scripted model lies.
    """

    sets: Sequence[QuestionSet] = ()
    outside: Sequence[OutsideSet] = ()
    translations: Sequence[OutsideSet] = ()
    against: Marks | None = None
    red_team: bool = False
    lied_over: Sequence[Case] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question sets, asked: exchanges and outcomes stand in the same order."""

    exchanges: Sequence[Exchange]
    outcomes: Sequence[Outcome]
    offers: dict[str, bool]


def run(plan: Plan, *, settings: Settings, out: Path, progress: Progress) -> Findings:
    """Ask and measure everything, and write it into the folder `out`.

    Raises:
        UnwritableFileError: `out` cannot be made a folder or written to.
        IndexMissingError: no index was built.
        ModelUnavailableError: the model was not prepared on this machine.
    """
    _make(out)
    started = dt.datetime.now(dt.UTC)
    model = _model(settings)
    from index.embedder import Embedder

    encoder = Embedder(model)
    asked = _ask(plan.sets, settings=settings, encoder=encoder, progress=progress)
    workshop = (settings, model, encoder, progress)
    own_marks = marks(asked.outcomes)
    lying, lying_ms = (
        tell_lies(plan.lied_over, settings, progress=progress) if plan.lied_over else (None, None)
    )
    findings = Findings(
        manifest=_manifest(plan, settings, model),
        outcomes=asked.outcomes,
        summaries=by_set(asked.outcomes, answered=asked.offers) if asked.outcomes else {},
        outside=_measure(plan, *workshop) if plan.outside else (),
        comparison=compare(plan.against, own_marks) if plan.against else None,
        latency=latencies(asked.exchanges) if asked.exchanges else None,
        times=[exchange.answer_ms for exchange in asked.exchanges],
        writing=writing(asked.exchanges),
        writing_s=seconds(asked.exchanges),
        attacks=attack(settings, progress=progress) if plan.red_team else (),
        lying=lying,
        lying_ms=lying_ms,
    )
    try:
        _write(out, findings, own_marks, asked.exchanges, started)
    except OSError as error:
        raise UnwritableFileError(out, f"cannot be written to ({error.strerror})") from error
    return findings


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(out, f"cannot be a folder ({error.strerror})") from error


def _model(settings: Settings) -> PreparedModel:
    model = prepared(settings.model, settings.cache_dir)
    if model is None:
        remedy = "Prepare it: assistant index build"
        raise ModelUnavailableError(settings.model, "It is not prepared here.", remedy)
    return model


def _ask(
    sets: Sequence[QuestionSet], *, settings: Settings, encoder: Encoder, progress: Progress
) -> _Asked:
    """Ask every case, and then every question that an answer offered."""
    if not sets:
        return _Asked((), (), {})
    assistant, catalogue = open_assistant(settings), open_catalogue(settings)
    exchanges, outcomes = [], []
    total = sum(len(own.cases) for own in sets)
    for own in sets:
        for case in own.cases:
            exchange = put(assistant, case, encoder=encoder)
            exchanges.append(exchange)
            outcomes.append(outcome(exchange, set_name=own.name, document=catalogue.document))
            progress("Asking", len(exchanges), total)
    offered = list(dict.fromkeys(q for o in outcomes for q in o.followups))
    offers: dict[str, bool] = {}
    for n, question in enumerate(offered, start=1):
        offers |= answered(assistant, [question])
        progress("Asking what was offered", n, len(offered))
    return _Asked(exchanges, outcomes, offers)


def _measure(
    plan: Plan, settings: Settings, model: PreparedModel, encoder: Encoder, progress: Progress
) -> list[OutsideReport]:
    path = settings.cache_dir / VECTORS
    with RememberingEncoder(encoder, model_digest=model.digest, path=path) as remembering:
        workshop = Workshop(settings, model, remembering, progress)
        return [measure(s, workshop, translations=_fitting(s, plan)) for s in plan.outside]


def _fitting(outside: OutsideSet, plan: Plan) -> list[OutsideSet]:
    """The translations that share questions with a set."""
    own = {question.id for question in outside.questions}
    return [
        other
        for other in plan.translations
        if other.name != outside.name and any(q.id in own for q in other.questions)
    ]


def _manifest(plan: Plan, settings: Settings, model: PreparedModel) -> RunManifest:
    folder = index_folder(settings)
    generation = builder.current(folder)
    if generation is None:
        raise IndexMissingError(folder)
    manifest = generation.manifest()
    names = ("corpus.jsonl", "questions.jsonl")
    return RunManifest(
        programme=manifest.inputs.programme,
        corpus=manifest.corpus,
        index=manifest.id,
        model=manifest.inputs.model,
        model_digest=model.digest,
        code=code_digest(),
        settings=settings_of(settings),
        questions=digests([own.path for own in plan.sets]),
        outside={
            own.name: digest_of({name: file_digest(own.folder / name) for name in names})
            for own in (*plan.outside, *plan.translations)
        },
        python=python(),
        libraries=libraries(),
    )


def _write(
    out: Path,
    findings: Findings,
    own_marks: Marks,
    exchanges: Sequence[Exchange],
    started: dt.datetime,
) -> None:
    cases = "".join(_json_line({"right": o.right, **asdict(o)}) for o in findings.outcomes)
    summary: dict[str, object] = {n: asdict(own) for n, own in findings.summaries.items()}
    summary |= {name: figures for name, figures in fluency_figures(findings).items() if figures}
    times = {
        "started": started.isoformat(timespec="seconds"),
        "seconds": round((dt.datetime.now(dt.UTC) - started).total_seconds(), 1),
        "latency": asdict(findings.latency) if findings.latency else None,
        **_model_times(findings),
        "cases": {e.case.id: [round(e.answer_ms, 3), round(e.embedding_ms, 3)] for e in exchanges},
    }
    files = {
        "manifest.json": findings.manifest.model_dump_json(indent=2),
        "cases.jsonl": cases,
        MARKS: own_marks.model_dump_json(),
        "summary.json": _json(summary),
        "times.json": _json(times),
        "report.html": page(findings),
    }
    if findings.attacks:
        files["red-team.json"] = _json([asdict(outcome) for outcome in findings.attacks])
    if findings.outside:
        files["outside.json"] = _json([asdict(report) for report in findings.outside])
    if findings.comparison:
        files["comparison.json"] = _json(asdict(findings.comparison))
    for name, content in files.items():
        (out / name).write_text(content, encoding="utf-8")


def _model_times(findings: Findings) -> dict[str, float]:
    """Times of a model's part, where there is one."""
    found = {"writing_s": findings.writing_s, "lying_ms_a_sentence": findings.lying_ms}
    return {name: value for name, value in found.items() if value is not None}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _json_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: object) -> object:
    """What `asdict` leaves: the turns of a conversation."""
    return value.model_dump() if isinstance(value, Turn) else str(value)
