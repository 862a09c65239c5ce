"""Plots as SVG, drawn by hand.

They take their colours from the page, in light and in dark, and the same figures give the same
bytes.

Curves and histograms are 360 units wide, the width of a phone, so that their words can be read
there; a bar fills the cell it stands in.
"""

import math
from collections.abc import Sequence

from markupsafe import Markup

from assistant.evaluation.intervals import Estimate

WIDTH, HEIGHT = 360, 236
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 28, 30, 40
_INNER_WIDTH, _INNER_HEIGHT = WIDTH - _LEFT - _RIGHT, HEIGHT - _TOP - _BOTTOM


def bar(share: Estimate) -> Markup:
    """A share from 0 to 1 as a bar, its interval as a line with ends."""
    low, high = 100 * share.low, 100 * share.high
    return Markup(
        '<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="rail" width="100" height="12"/>'
        '<rect class="fill" width="{mean:.1f}" height="12"/>'
        '<path class="whisker" d="M{low:.1f} 6H{high:.1f}M{low:.1f} 3V9M{high:.1f} 3V9"/>'
        "</svg>"
    ).format(mean=100 * share.mean, low=low, high=high)


def curve(
    points: Sequence[tuple[float, float]], *, x: str, y: str, label: str, top: float | None = None
) -> Markup:
    """A line through points of shares, both from 0 to 1.

    Args:
        x, y: what the axes show.
        label: what a reader who cannot see it is told.
        top: end of the y axis; the next round share above the points, if None.
    """
    highest = max((share for _, share in points), default=0.0)
    top = top or next(step for step in (0.05, 0.1, 0.2, 0.5, 1.0) if highest <= step)
    path = "".join(
        f"{'L' if n else 'M'}{_across(a):.1f} {_up(b / top):.1f}" for n, (a, b) in enumerate(points)
    )
    ticks = [_y_tick(n / 4, f"{100 * top * n / 4:.3g} %") for n in range(5)]
    ticks += [_x_tick(n / 4, f"{25 * n} %") for n in range(5)]
    line = Markup('<path class="line" d="{}"/>').format(path)
    return _plot([*ticks, line], x=x, y=y, label=label)


def histogram(values: Sequence[float], *, x: str, y: str, label: str, bins: int = 24) -> Markup:
    """How many values lie where; those beyond the 99th of a hundred are in the last bin."""
    ordered = sorted(values)
    end = _round_up(ordered[max(0, math.ceil(0.99 * len(ordered)) - 1)])
    counts = [0] * bins
    for value in ordered:
        counts[min(bins - 1, int(value / end * bins))] += 1
    top = max(counts)
    step = _INNER_WIDTH / bins
    bars = [
        Markup('<rect class="fill" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
            _LEFT + n * step, _up(count / top), step - 1, _INNER_HEIGHT * count / top
        )
        for n, count in enumerate(counts)
        if count
    ]
    ticks = [_y_tick(n / 2, f"{top * n / 2:.0f}") for n in range(3)]
    ticks += [_x_tick(n / 4, f"{end * n / 4:g}") for n in range(5)]
    return _plot([*ticks, *bars], x=x, y=y, label=label)


def points(values: Sequence[tuple[float, float, str]], *, x: str, y: str, label: str) -> Markup:
    """Named points: a number from 0 on across, a share up, on an axis that begins near the lowest.

    Args:
        x, y, label: as for `curve`.
    """
    end = _round_up(max(across for across, _, _ in values))
    foot = math.floor(10 * min(share for _, share, _ in values)) / 10
    foot = min(foot, 0.9)
    marks = [
        Markup(
            '<circle class="fill" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
            '<text class="name" x="{text_x:.1f}" y="{text_y:.1f}">{name}</text>'
        ).format(
            x=_across(across / end),
            y=_up((share - foot) / (1 - foot)),
            text_x=_across(across / end) + 7,
            text_y=_up((share - foot) / (1 - foot)) + 4,
            name=name,
        )
        for across, share, name in values
    ]
    ticks = [_y_tick(n / 4, f"{foot + (1 - foot) * n / 4:.3g}") for n in range(5)]
    ticks += [_x_tick(n / 4, f"{end * n / 4:g}") for n in range(5)]
    return _plot([*ticks, *marks], x=x, y=y, label=label)


def _plot(parts: Sequence[Markup], *, x: str, y: str, label: str) -> Markup:
    frame = Markup(
        '<svg class="plot" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'
        '{parts}<text class="name" x="{right}" y="{foot}" text-anchor="end">{x}</text>'
        '<text class="name" x="{left}" y="{head}">{y}</text></svg>'
    )
    return frame.format(
        width=WIDTH,
        height=HEIGHT,
        label=label,
        parts=Markup("").join(parts),
        right=WIDTH - _RIGHT,
        foot=HEIGHT - 6,
        left=_LEFT,
        head=_TOP - 12,
        x=x,
        y=y,
    )


def _x_tick(share: float, text: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
        _across(share), HEIGHT - _BOTTOM + 16, text
    )


def _y_tick(share: float, text: str) -> Markup:
    return Markup(
        '<path class="grid" d="M{left} {y:.1f}H{right}"/>'
        '<text x="{text_x}" y="{text_y:.1f}" text-anchor="end">{text}</text>'
    ).format(
        left=_LEFT,
        right=WIDTH - _RIGHT,
        y=_up(share),
        text_x=_LEFT - 6,
        text_y=_up(share) + 4,
        text=text,
    )


def _across(share: float) -> float:
    return _LEFT + _INNER_WIDTH * share


def _up(share: float) -> float:
    return _TOP + _INNER_HEIGHT * (1 - share)


def _round_up(value: float) -> float:
    """The next number that reads well: 1, 2, 4 or 8 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(max(value, 1e-3)))
    return next(step * power for step in (1, 2, 4, 8, 10) if value <= step * power)
