"""From what was measured to the figures that are shown; pure.

Everything was done in several rounds, and the fastest counts: what else the machine did can only
have made it slower. Times are told beside the encoder's own of the same run.
"""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.evaluation.intervals import Estimate, estimate
from assistant.evaluation.retrieval import GAIN, RECALL, retrieval_scores
from tests.benchmarks.comparison.running import Measured
from tests.benchmarks.comparison.sets import BenchSet
from tests.benchmarks.comparison.systems import BARE, OURS, PEERS, SYSTEMS

DEPTH = 10
"""Places that nDCG looks at."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A median, and between what the middle half of the values lies."""

    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """What a system found on one set.

    Attributes:
        ahead: our recall of five less its own, question by question; None for our own.
    """

    recall: Estimate
    gain: Estimate
    ahead: Estimate | None


@dataclass(frozen=True, slots=True)
class SetFigures:
    """One set; `quality` by key of the system, for those that find passages."""

    name: str
    source: str
    passages: int
    questions: int
    quality: Mapping[str, Quality]


@dataclass(frozen=True, slots=True)
class Costs:
    """What a system costs on one set.

    Attributes:
        start_s: from starting a process to its first answer.
        resident_mb: after opening and 50 questions; `peak_mb` until then.
        search_ms: a question; `of_pass` as multiples of the forward pass of the same question.
        per_s: passages ingested a second until they are found, and `of_bare` as a share of the
            encoder's own rate; `done_of_bare` that until all is done.
        ingest_peak_mb: most memory while ingesting.
        index_kb: for a passage.
    """

    start_s: float
    resident_mb: float
    peak_mb: float
    search_ms: Spread
    of_pass: Spread
    per_s: float | None = None
    of_bare: float | None = None
    done_of_bare: float | None = None
    ingest_peak_mb: float | None = None
    index_kb: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is shown; by key of the system.

    Attributes:
        costs: on the first set.
        lost: in plain sentences, where a peer is ahead of us.
    """

    sets: Sequence[SetFigures]
    costs: Mapping[str, Costs]
    lost: Sequence[str]


def figures(measured: Sequence[tuple[BenchSet, Mapping[str, Measured]]]) -> Figures:
    """The figures of a run, whose first set was measured in several rounds."""
    sets = [_set_figures(bench, found) for bench, found in measured]
    first = measured[0][1]
    bare_s = min(one.seconds for one in first[BARE.key].ingested)
    costs = {key: _costs(one, bare_s=bare_s) for key, one in first.items()}
    return Figures(sets, costs, [*_dearer(costs), *_worse(sets)])


def spread(values: Iterable[float]) -> Spread:
    """Median and quartiles of at least two values."""
    listed = list(values)
    low, median, high = statistics.quantiles(listed, n=4, method="inclusive")
    return Spread(median, low, high)


def units(ranking: Sequence[str], named: Mapping[str, str]) -> list[str]:
    """What was found, as gold names it: the first places, each once."""
    return list(dict.fromkeys(named[id_] for id_ in ranking))[:DEPTH]


def _set_figures(bench: BenchSet, found: Mapping[str, Measured]) -> SetFigures:
    scores = {}
    for system in (OURS, *PEERS):
        rankings = found[system.key].answered[0].rankings
        ranked = {id_: units(ranking, bench.named) for id_, ranking in rankings.items()}
        scores[system.key] = retrieval_scores(bench.gold, ranked)
    own, quality = scores[OURS.key], {}
    for key, of_question in scores.items():
        recall = estimate([one[RECALL] for one in of_question.values()])
        gain = estimate([one[GAIN] for one in of_question.values()])
        ahead = estimate([own[id_][RECALL] - one[RECALL] for id_, one in of_question.items()])
        assert recall
        assert gain
        quality[key] = Quality(recall, gain, None if key == OURS.key else ahead)
    return SetFigures(bench.name, bench.source, len(bench.passages), len(bench.questions), quality)


def _costs(measured: Measured, *, bare_s: float) -> Costs:
    """Costs of one system; the encoder alone needs `bare_s` for all passages."""
    rounds = measured.answered
    search_ms = _fastest([one.search_ms for one in rounds])
    bare_ms = _fastest([one.bare_ms for one in rounds])
    costs = Costs(
        start_s=min(measured.starts_s),
        resident_mb=statistics.median(one.resident_mb for one in rounds),
        peak_mb=statistics.median(one.peak_mb for one in rounds),
        search_ms=spread(search_ms),
        of_pass=spread(ms / bare for ms, bare in zip(search_ms, bare_ms, strict=True)),
    )
    if not measured.ingested:
        return costs
    best = min(measured.ingested, key=lambda one: one.seconds)
    found_s = min(one.found_s for one in measured.ingested)
    return replace(
        costs,
        per_s=best.passages / found_s,
        of_bare=bare_s / found_s,
        done_of_bare=bare_s / best.seconds,
        ingest_peak_mb=statistics.median(one.peak_mb for one in measured.ingested),
        index_kb=1024 * best.index_mb / best.passages,
    )


def _fastest(rounds: Sequence[Sequence[float]]) -> list[float]:
    """The least of each question's times."""
    return [min(times) for times in zip(*rounds, strict=True)]


_MEASURES: Sequence[tuple[str, Callable[[Costs], float | None], str]] = (
    ("Start to first answer, s", lambda costs: costs.start_s, ".2f"),
    ("Resident memory, MB", lambda costs: costs.resident_mb, ".0f"),
    ("Most memory while answering, MB", lambda costs: costs.peak_mb, ".0f"),
    ("A question, forward passes", lambda costs: costs.of_pass.median, ".2f"),
    # Times and not rates, so that less is better everywhere.
    (
        "Ingestion until passages are found, the encoder's own time for the same",
        lambda costs: 1 / costs.of_bare if costs.of_bare else None,
        ".2f",
    ),
    (
        "Ingestion until all is done, the encoder's own time for the same",
        lambda costs: 1 / costs.done_of_bare if costs.done_of_bare else None,
        ".2f",
    ),
    ("Most memory while ingesting, MB", lambda costs: costs.ingest_peak_mb, ".0f"),
    ("The index, KB a passage", lambda costs: costs.index_kb, ".1f"),
)


def _dearer(costs: Mapping[str, Costs]) -> list[str]:
    """Where a peer is cheaper than us: less is better."""
    lost = []
    for what, read, shown in _MEASURES:
        own = read(costs[OURS.key])
        if own is None:
            continue
        others = {peer.name: read(costs[peer.key]) for peer in PEERS}
        less = {name: other for name, other in others.items() if other is not None and other < own}
        lost += _sentence(what, own, less, shown)
    return lost


def _worse(sets: Sequence[SetFigures]) -> list[str]:
    """Where a peer finds more than us: more is better."""
    lost = []
    for one in sets:
        own = one.quality[OURS.key]
        recalls = {peer.name: one.quality[peer.key].recall.mean for peer in PEERS}
        gains = {peer.name: one.quality[peer.key].gain.mean for peer in PEERS}
        for what, ours, others in (
            ("recall of five", own.recall.mean, recalls),
            ("nDCG of ten", own.gain.mean, gains),
        ):
            more = {name: other for name, other in others.items() if other > ours}
            lost += _sentence(f"{one.name}, {what}", ours, more, ".3f")
    return lost


def _sentence(what: str, own: float, others: Mapping[str, float], shown: str) -> list[str]:
    """One that names the others, or none."""
    told = "; ".join(f"{name} {value:{shown}}" for name, value in others.items())
    return [f"{what}: ours {own:{shown}}; {told}."] if told else []


def table(found: Figures) -> str:
    """The figures as lines of text."""
    lines = [
        f"{'':<26}{'start s':>8}{'RSS MB':>8}{'peak':>7}{'ms':>8}{'/pass':>7}{'pass./s':>9}"
        f"{'of bare':>9}{'done':>7}{'peak':>7}{'KB':>7}"
    ]
    for system in SYSTEMS:
        c = found.costs[system.key]
        line = (
            f"{system.name:<26}{c.start_s:>8.2f}{c.resident_mb:>8.0f}{c.peak_mb:>7.0f}"
            f"{c.search_ms.median:>8.2f}{c.of_pass.median:>7.2f}"
        )
        if c.per_s and c.of_bare and c.done_of_bare and c.ingest_peak_mb and c.index_kb:
            line += f"{c.per_s:>9.1f}{c.of_bare:>9.2f}{c.done_of_bare:>7.2f}"
            line += f"{c.ingest_peak_mb:>7.0f}{c.index_kb:>7.1f}"
        lines.append(line)
    for one in found.sets:
        lines.append(f"{one.name}: {one.questions} questions, {one.passages} passages")
        for system in (OURS, *PEERS):
            q = one.quality[system.key]
            line = f"  {system.name:<26}R@5 {q.recall.mean:.3f}  nDCG@10 {q.gain.mean:.3f}"
            if q.ahead:
                lead = f"{q.ahead.mean:+.3f} [{q.ahead.low:+.3f}, {q.ahead.high:+.3f}]"
                line += f"  we lead by {lead}"
            lines.append(line)
    return "\n".join([*lines, "Where a peer is ahead:", *(f"  {text}" for text in found.lost)])
