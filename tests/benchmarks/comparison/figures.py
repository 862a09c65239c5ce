"""From what was measured to the figures that are shown; pure.

Times of this machine are told as multiples of the encoder's own, which was timed between them: its
neighbours on the machine disturb both alike.
"""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.evaluation.intervals import Estimate, estimate
from assistant.evaluation.retrieval import GAIN, RECALL, retrieval_scores
from tests.benchmarks.comparison.running import Measured
from tests.benchmarks.comparison.sets import BenchSet
from tests.benchmarks.comparison.systems import OURS, PEERS, SYSTEMS
from tests.benchmarks.peers.jobs import Ingested

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
    """What a system costs, over all sets.

    Attributes:
        start_s: from starting a process to its first answer.
        resident_mb: on the largest set, after opening and 50 questions; `peak_mb` until then.
        search_ms: a question; `of_pass` as multiples of the forward pass timed beside it.
        per_s: passages ingested a second, and `of_bare` as a share of the encoder's own rate.
        of_work: the same share, reckoned in the processor's time.
        ingest_peak_mb: most memory while ingesting the largest set.
        index_kb: for a passage.
    """

    start_s: Spread
    resident_mb: float
    peak_mb: float
    search_ms: Spread
    of_pass: Spread
    per_s: float | None = None
    of_bare: float | None = None
    of_work: float | None = None
    ingest_peak_mb: float | None = None
    index_kb: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is shown; by key of the system.

    Attributes:
        lost: in plain sentences, where a peer is ahead of us.
    """

    sets: Sequence[SetFigures]
    costs: Mapping[str, Costs]
    lost: Sequence[str]


def figures(measured: Sequence[tuple[BenchSet, Mapping[str, Measured]]]) -> Figures:
    """The figures of a run; start-up was measured on its first set at least."""
    sets = [_set_figures(bench, found) for bench, found in measured]
    costs = {s.key: _costs([found[s.key] for _, found in measured]) for s in SYSTEMS}
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
        named = bench.named if system.is_peer else bench.ours
        rankings = found[system.key].answered[0].rankings
        ranked = {id_: units(ranking, named) for id_, ranking in rankings.items()}
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


def _costs(measured: Sequence[Measured]) -> Costs:
    rounds = [answered for one in measured for answered in one.answered]
    costs = Costs(
        start_s=spread(seconds for one in measured for seconds in one.starts_s),
        resident_mb=max(answered.resident_mb for answered in rounds),
        peak_mb=max(answered.peak_mb for answered in rounds),
        search_ms=spread(ms for answered in rounds for ms in answered.search_ms),
        of_pass=spread(
            ms / bare_ms
            for answered in rounds
            for ms, bare_ms in zip(answered.search_ms, answered.bare_ms, strict=True)
        ),
    )
    made = [(one.ingested, one.bare) for one in measured if one.ingested]
    return _with_ingestion(costs, made) if made else costs


def _with_ingestion(costs: Costs, made: Sequence[tuple[Ingested, Sequence[Ingested]]]) -> Costs:
    """Costs with what making the indexes came to, each with the encoder alone before and after."""
    passages = sum(one.passages for one, _ in made)
    # What the encoder alone would have needed for the same passages at the same times.
    bare_s = bare_work_s = 0.0
    for one, bare in made:
        share = one.passages / sum(sample.passages for sample in bare)
        bare_s += share * sum(sample.seconds for sample in bare)
        bare_work_s += share * sum(sample.processor_s for sample in bare)
    seconds = sum(one.seconds for one, _ in made)
    return replace(
        costs,
        per_s=passages / seconds,
        of_bare=bare_s / seconds,
        of_work=bare_work_s / sum(one.processor_s for one, _ in made),
        ingest_peak_mb=max(one.peak_mb for one, _ in made),
        index_kb=1024 * sum(one.index_mb for one, _ in made) / passages,
    )


_MEASURES: Sequence[tuple[str, Callable[[Costs], float | None], str]] = (
    ("Start to first answer", lambda costs: costs.start_s.median, "{:.2f} s"),
    ("Resident memory", lambda costs: costs.resident_mb, "{:.0f} MB"),
    ("Most memory while answering", lambda costs: costs.peak_mb, "{:.0f} MB"),
    ("A question", lambda costs: costs.of_pass.median, "{:.2f} forward passes"),
    ("Most memory while ingesting", lambda costs: costs.ingest_peak_mb, "{:.0f} MB"),
    ("The index", lambda costs: costs.index_kb, "{:.1f} KB a passage"),
    # Taken as work, so that less is better everywhere.
    (
        "Ingestion",
        lambda costs: 1 / costs.of_work if costs.of_work else None,
        "{:.2f} times the encoder's own work",
    ),
)


def _dearer(costs: Mapping[str, Costs]) -> list[str]:
    """Where a peer is cheaper than us."""
    lost = []
    for what, read, shown in _MEASURES:
        own = read(costs[OURS.key])
        for peer in PEERS:
            other = read(costs[peer.key])
            if own is not None and other is not None and other < own:
                lost.append(f"{what}: {shown.format(own)}, {peer.name} {shown.format(other)}.")
    return lost


def _worse(sets: Sequence[SetFigures]) -> list[str]:
    """Where a peer finds more than us."""
    lost = []
    for one in sets:
        own = one.quality[OURS.key]
        for peer in PEERS:
            its = one.quality[peer.key]
            for name, ours, other in (
                ("Recall of five", own.recall, its.recall),
                ("nDCG of ten", own.gain, its.gain),
            ):
                if other.mean > ours.mean:
                    lost.append(
                        f"{name}, {one.name}: {ours.mean:.3f}, {peer.name} {other.mean:.3f}."
                    )
    return lost


def table(found: Figures) -> str:
    """The figures as lines of text."""
    lines = [
        f"{'':<26}{'start s':>8}{'RSS MB':>8}{'peak':>7}{'ms':>8}{'/pass':>7}{'pass./s':>9}"
        f"{'of bare':>9}{'of work':>9}{'peak':>7}{'KB':>7}"
    ]
    for system in SYSTEMS:
        c = found.costs[system.key]
        line = (
            f"{system.name:<26}{c.start_s.median:>8.2f}{c.resident_mb:>8.0f}{c.peak_mb:>7.0f}"
            f"{c.search_ms.median:>8.2f}{c.of_pass.median:>7.2f}"
        )
        if c.per_s and c.of_bare and c.of_work and c.ingest_peak_mb and c.index_kb:
            line += f"{c.per_s:>9.1f}{c.of_bare:>9.2f}{c.of_work:>9.2f}"
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
