"""The report of a run as one page: no network, no other file, readable on a phone and in the dark.

The layout is `report.html.jinja`, beside this file; everything that it shows is escaped there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.evaluation import plots
from assistant.evaluation.comparison import Comparison
from assistant.evaluation.latency import Latency
from assistant.evaluation.manifest import RunManifest
from assistant.evaluation.outcomes import Outcome
from assistant.evaluation.outside.published import REFUSALS, REWRITING
from assistant.evaluation.outside.report import OutsideReport
from assistant.evaluation.summary import ALL, Summary

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that a run found out.

    Attributes:
        summaries: by question set, and over all where there are several.
        times: milliseconds of each answer; with `latency` all that differs between two runs.
    """

    manifest: RunManifest
    outcomes: Sequence[Outcome]
    summaries: Mapping[str, Summary]
    outside: Sequence[OutsideReport]
    comparison: Comparison | None
    latency: Latency | None
    times: Sequence[float]


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
        published_refusals=REFUSALS,
        published_rewriting=REWRITING,
    )


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
