"""The comparison as one page, in the look of the evaluation's report."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import assistant.evaluation
from assistant.evaluation import plots
from assistant.evaluation.intervals import Estimate
from tests.benchmarks.comparison.figures import Figures, Spread
from tests.benchmarks.comparison.surroundings import Surroundings
from tests.benchmarks.comparison.systems import OURS, PEERS, SYSTEMS

_LOOK = Path(assistant.evaluation.__file__).parent


def page(found: Figures, around: Surroundings, *, rounds: int) -> str:
    """The page; `rounds` is how often the first set was measured."""
    environment = Environment(
        loader=FileSystemLoader([Path(__file__).parent, _LOOK]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(bar=plots.bar, number=_number, figure=_figure, signed=_signed)
    return environment.get_template("comparison.html.jinja").render(
        f=found,
        around=around,
        systems=SYSTEMS,
        found_by=(OURS, *PEERS),
        ours=OURS,
        of_top=of_top,
        plot=_plot(found),
        rounds=rounds,
    )


def of_top(value: float | Spread, top: float) -> Estimate:
    """A cost as a share of the highest one shown, for its bar; it has a whisker if it is spread."""
    spread = value if isinstance(value, Spread) else Spread(value, value, value)
    low, mean, high = (min(1.0, one / top) for one in (spread.low, spread.median, spread.high))
    return Estimate(mean, low, high, count=1)


def _plot(found: Figures) -> Markup:
    """Recall by time, for all that find passages."""
    points = []
    for number, system in enumerate((OURS, *PEERS), start=1):
        means = [one.quality[system.key].recall.mean for one in found.sets]
        across = found.costs[system.key].of_pass.median
        points.append((across, sum(means) / len(means), f"{number}"))
    return plots.points(
        points,
        x="time of a question, forward passes",
        y="recall of five, mean of the sets",
        label="Recall of each system by the time it takes",
    )


def _number(value: float, places: int = 0) -> str:
    return f"{value:,.{places}f}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _figure(value: float) -> str:
    return f"{value:.3f}"


def _signed(value: float) -> str:
    return f"{value:+.3f}".replace("-", "−")
