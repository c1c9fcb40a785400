"""The figure of rows: an open mark, a filled one and a line between them, and a short stroke where there is a third number.

Moments, talks, signs and fears are drawn by it. Up counts px from the top edge, downwards.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from newsoil.progress.figures import GRID, MARK, SURFACE, axis, layout, line, marks
from newsoil.progress.two_marks.rows import KINDS, Group, Kind, Row, Scale
from newsoil.progress.two_marks.rows_words import RAIL, SIDE, head, name_of, texts_of

ROW, NAMED, GAP = 62, 16, 16
"""Heights in px: a row, what the names of its marks need more, the air between groups."""

MARK_SIZE, AROUND, WITHIN, DIAMOND = 13, 20, 8, 2
"""Sizes in px: a round mark, the open and the filled one when both are on one number, what a diamond has more."""

STROKE, BEYOND = 20, 24
"""Heights in px of a stroke, and of one that has to be seen above and below a ring."""

_Placed = Sequence[tuple[Row, int]]


def rows_figure(scale: Scale, groups: Sequence[Group], called: Mapping[Kind, str] | None = None) -> dict[str, Any]:
    """All rows, group by group. `called` gives traces other names than those of their marks."""
    texts: list[dict[str, Any]] = []
    placed: list[tuple[Row, int]] = []
    top = 0
    for group in groups:
        heads, top = head(group, scale, top + (GAP if top else 0))
        texts += heads
        number, kinds = group.named(scale) or (-1, ())
        for place, row in enumerate(group.rows):
            placed.append((row, top + RAIL))
            texts += texts_of(row, top, scale)
            if place == number:
                texts += [name_of(group.names[kind], kind, row, top + RAIL, scale) for kind in kinds]
            top += ROW + (NAMED if place == number else 0)
    names = {kind: kind for kind in KINDS} | dict(called or {})
    data = [_rails([y for _, y in placed], scale), _bars(placed, scale), _reaches(placed), _strokes(names["stroke"], placed)]
    data += [_round(names[kind], kind, placed, told=told) for kind in ("open", "filled") for told in (False, True)]
    axes = {"xaxis": axis(scale.low, scale.high), "yaxis": axis(top, 0)}
    drawn = [trace for trace in data if trace["x"]]
    return {"data": drawn, "layout": layout(top, SIDE, SIDE, 0, 0, annotations=texts, **axes)}


def _rails(heights: list[int], scale: Scale) -> dict[str, Any]:
    """The scale of each row: a line with short strokes, and a stroke by itself at each place apart."""
    x: list[float | None] = []
    y: list[float | None] = []
    for height in heights:
        x += [min(scale.ticks), max(scale.ticks), None]
        y += [height, height, None]
        for place in (*scale.ticks, *scale.apart):
            x += [place, place, None]
            y += [height - 5, height + 5, None]
    return line("scale", x, y, color=GRID, width=1)


def _joined(pairs: list[tuple[float, float, int]]) -> tuple[list[float | None], list[float | None]]:
    """Lines from one place to another on a height, each by itself."""
    x = [value for before, after, _ in pairs for value in (before, after, None)]
    return x, [value for _, _, height in pairs for value in (height, height, None)]


def _bars(placed: _Placed, scale: Scale) -> dict[str, Any]:
    """What lies between the open and the filled mark. There is no way from the scale to a place apart from it."""
    both = [(row.open, row.filled, y) for row, y in placed if row.open is not None and row.filled is not None and not row.ring]
    pairs = [pair for pair in both if not {pair[0], pair[1]} & set(scale.apart)]
    return line("change", *_joined(pairs), color=MARK, width=2)


def _reaches(placed: _Placed) -> dict[str, Any]:
    """A thin line from a stroke to the nearest of the other marks."""
    pairs = []
    for row, y in placed:
        others = [value for value in (row.open, row.filled) if value is not None]
        if row.stroke is not None and others:
            _, nearest = min((abs(value - row.stroke), value) for value in others)
            pairs.append((row.stroke, nearest, y))
    return line("reach", *_joined(pairs), color=MARK, width=1)


def _strokes(name: str, placed: _Placed) -> dict[str, Any]:
    here = [(row.stroke, y) for row, y in placed if row.stroke is not None]
    sizes = [BEYOND if row.ring and row.stroke == row.open else STROKE for row, _ in placed if row.stroke is not None]
    look = {"symbol": "line-ns", "size": sizes, "line": {"color": MARK, "width": 3}}
    return marks(name, [x for x, _ in here], [y for _, y in here], **look)


def _round(name: str, kind: Kind, placed: _Placed, *, told: bool) -> dict[str, Any]:
    """One kind of mark: open or filled; a diamond where it was told, round where it was not."""
    here = [(row, y, value) for row, y in placed if row.told is told and (value := getattr(row, kind)) is not None]
    sizes = [_size(kind, row) for row, _, _ in here]
    look = {"color": SURFACE if kind == "open" else MARK, "line": {"color": MARK, "width": 2 if kind == "open" else 0}}
    name = f"{name} told" if told else name
    return marks(name, [value for _, _, value in here], [y for _, y, _ in here], symbol="diamond" if told else "circle", size=sizes, **look)


def _size(kind: Kind, row: Row) -> int:
    """A diamond is a little larger, to look as large; on one number the open mark goes around the filled one."""
    round_ = MARK_SIZE if not row.ring else AROUND if kind == "open" else WITHIN
    return round_ + DIAMOND * row.told
