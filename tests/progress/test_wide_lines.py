"""However few notes there are, what they stand on is as wide as the picture, and breaks only where nothing was noted."""

from itertools import pairwise
from typing import Any

import pytest
from filled_charts import FILLED

LINES = {"support-signs": "rows", "loop-or-path": "ground", "promises": "time", "urges": "time", "setbacks": "time"}
"""The line that the marks of each chart stand on."""


def pieces(figure: dict[str, Any], name: str) -> list[tuple[float, float]]:
    """From where to where the highest of these lines goes."""
    trace = next(trace for trace in figure["data"] if trace["name"] == name)
    x, y = trace["x"], trace["y"]
    return [(x[at], x[at + 1]) for at in range(0, len(x), 3) if y[at] == y[at + 1] == y[0]]


@pytest.mark.parametrize("name", sorted(LINES))
@pytest.mark.parametrize("n", [1, 2, 3, 7, 60])
def test_a_line_reaches_from_edge_to_edge(draw_chart: Any, name: str, n: int) -> None:
    figure = draw_chart(name, FILLED[name](n)).figure
    drawn = pieces(figure, LINES[name])
    assert [drawn[0][0], drawn[-1][1]] == figure["layout"]["xaxis"]["range"]


@pytest.mark.parametrize("n", [1, 3, 7, 12, 60])
def test_the_rows_of_signs_break_where_a_column_is_blank(draw_chart: Any, n: int) -> None:
    drawn = draw_chart("support-signs", FILLED["support-signs"](n))
    marked = {x for trace in drawn.figure["data"] if trace["name"] in ("never", "some", "most", "nearly") for x in trace["x"]}
    blank = set(range(int(max(marked)))) - marked
    breaks = {int((end + begin) / 2) for (_, end), (begin, _) in pairwise(pieces(drawn.figure, "rows"))}
    assert breaks == blank
    assert ("Where the lines break, a month or more is without a note." in drawn.note) == bool(blank)
