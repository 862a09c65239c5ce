"""The report of a run as one page: no network, no other file, readable on a phone and in the dark.

The layout is `report.html.jinja`, beside this file; everything that it shows is escaped there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.evaluation import plots
from assistant.evaluation.comparison import Comparison
from assistant.evaluation.latency import Latency
from assistant.evaluation.lying import Lying
from assistant.evaluation.manifest import RunManifest
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.outside.published import REFUSALS, REWRITING
from assistant.evaluation.outside.report import OutsideReport
from assistant.evaluation.redteam.answering import RedOutcome
from assistant.evaluation.summary import ALL, Summary
from assistant.evaluation.writing import Writing

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that a run found out.

    Attributes:
        summaries: by question set, and over all where there are several.
        times: milliseconds of each answer; with `latency`, `writing_s` and `lying_ms` all that
            differs between two runs.
        writing: what a language model came to; None where none is set.
        writing_s: seconds it took for an answer.
        attacks: what the red team's cases came to, if they were tried.
        lying: what became of a lying model's sentences, if it was heard.
        lying_ms: milliseconds that one of them took.
    """

    manifest: RunManifest
    outcomes: Sequence[Outcome]
    summaries: Mapping[str, Summary]
    outside: Sequence[OutsideReport]
    comparison: Comparison | None
    latency: Latency | None
    times: Sequence[float]
    writing: Writing | None = None
    writing_s: float | None = None
    attacks: Sequence[RedOutcome] = ()
    lying: Lying | None = None
    lying_ms: float | None = None


def page(findings: Findings) -> str:
    """The page."""
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(bar=plots.bar, share=_share, signed=_signed, figure=_figure)
    kinds = sorted({kind for s in findings.summaries.values() for kind in s.kinds})
    languages = sorted({name for s in findings.summaries.values() for name in s.languages})
    return environment.get_template("report.html.jinja").render(
        f=findings,
        kinds=kinds,
        languages=languages,
        whole=_whole(findings.summaries),
        wrong=[o for o in findings.outcomes if not o.right or o.misquoted or o.unfounded],
        by_id={o.id: o for o in findings.outcomes},
        risk=_risk(findings.summaries),
        refusal_curves=[(report.name, _refusal(report)) for report in findings.outside],
        histogram=_times(findings.times),
        attacked=attacked(findings.attacks),
        published_refusals=REFUSALS,
        published_rewriting=REWRITING,
    )


def attacked(attacks: Sequence[RedOutcome]) -> dict[tuple[str, str], tuple[int, int]]:
    """How many attacks of each kind there were on each engine, and how many came through."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for one in attacks:
        tried, through = found.get((one.kind, one.engine), (0, 0))
        found[one.kind, one.engine] = (tried + 1, through + bool(one.broken))
    return found


def fluency_figures(findings: Findings) -> dict[str, object]:
    """What `summary.json` says of language models; an empty figure where nothing was measured."""
    attacks = [
        {"kind": kind, "engine": engine, "tried": tried, "came_through": through}
        for (kind, engine), (tried, through) in attacked(findings.attacks).items()
    ]
    lying = findings.lying
    shares = {"stopped": lying.stopped, "true_lost": lying.lost_share} if lying else {}
    return {
        "language model": asdict(findings.writing) if findings.writing else None,
        "red team": attacks,
        "falsehoods": {**shares, **asdict(lying)} if lying else None,
    }


def _whole(summaries: Mapping[str, Summary]) -> Summary | None:
    """The summary over all that was asked."""
    return summaries.get(ALL) or next(iter(summaries.values()), None)


def _risk(summaries: Mapping[str, Summary]) -> Markup | None:
    whole = _whole(summaries)
    if whole is None or not whole.risk:
        return None
    return plots.curve(
        [(point.coverage, point.risk) for point in whole.risk],
        x="answered, of all questions",
        y="wrong, of the answers",
        label="Share of wrong answers by share of questions answered, the surest first",
    )


def _refusal(report: OutsideReport) -> Markup | None:
    whole = next((rate for rate in report.refusing if not rate.part), None)
    if whole is None:
        return None
    return plots.curve(
        [(point.false_refusals, point.refused) for point in whole.curve],
        x="refused, of the answerable",
        y="refused, of the unanswerable",
        label=f"Refusals of unanswerable questions by false refusals, {report.name}",
        top=1.0,
    )


def _times(times: Sequence[float]) -> Markup | None:
    if not times:
        return None
    return plots.histogram(times, x="milliseconds", y="answers", label="Answers by time taken")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def _signed(value: float) -> str:
    return f"{100 * value:+.1f}".replace("-", "−")


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
