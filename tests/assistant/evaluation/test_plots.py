import re
from xml.etree import ElementTree

from assistant.evaluation.intervals import Estimate
from assistant.evaluation.plots import HEIGHT, WIDTH, bar, curve, histogram, points


def rectangles(svg: str) -> list[float]:
    root = ElementTree.fromstring(svg)
    return [float(r.attrib["height"]) for r in root.iter("rect") if r.get("class") == "fill"]


def test_a_bar_is_as_long_as_its_share() -> None:
    root = ElementTree.fromstring(bar(Estimate(0.25, 0.1, 0.4, 8)))
    fill = next(r for r in root.iter("rect") if r.get("class") == "fill")
    assert float(fill.attrib["width"]) == 100 * 0.25
    whisker = next(root.iter("path"))
    assert whisker.attrib["d"].startswith(f"M{100 * 0.1:.1f} 6H{100 * 0.4:.1f}")


def test_a_curve_stays_inside_and_its_words_are_escaped() -> None:
    svg = curve([(0.1, 0.0), (0.5, 0.04), (1.0, 0.3)], x="a & b", y="<y>", label='"quoted"')
    line = next(p for p in ElementTree.fromstring(svg).iter("path") if p.get("class") == "line")
    points = re.findall(r"[ML]([\d.]+) ([\d.]+)", line.attrib["d"])
    assert len(points) == 3
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in points)
    heights = [float(y) for _, y in points]
    assert heights == sorted(heights, reverse=True)  # a greater share stands higher


def test_a_histogram_holds_every_value() -> None:
    values = [1.0] * 600 + [15.0] * 300 + [500.0]
    tall, middle, last = rectangles(histogram(values, x="ms", y="n", label="times", bins=10))
    assert middle / tall == 300 / 600
    assert abs(last / tall - 1 / 600) < 0.001
    assert len(rectangles(histogram([0.0], x="ms", y="n", label="times"))) == 1


def test_points_stand_where_their_numbers_say() -> None:
    root = ElementTree.fromstring(
        points([(1.0, 0.85, "a"), (4.0, 0.95, "<b>")], x="x", y="y", label="two")
    )
    (near, low), (far, high) = (
        (float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter("circle")
    )
    assert 0 < near < far < WIDTH
    assert HEIGHT > low > high > 0
    ends = [float(t.attrib["x"]) for t in root.iter("text") if t.get("text-anchor") == "middle"]
    zero, end = ends[0], ends[-1]  # of the axis, which ends at 4
    assert abs((near - zero) / (end - zero) - 1 / 4) < 0.01
    assert abs((far - zero) / (end - zero) - 4 / 4) < 0.01
