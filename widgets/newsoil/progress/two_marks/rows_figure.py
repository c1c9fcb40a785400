"""The figure of rows: an open mark, a filled one and a line between them, and a short stroke where there is a third number.

Moments, talks, signs and fears are drawn by it. Up counts px from the top edge, downwards.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from newsoil.progress.figures import CONTEXT, GRID, MARK, ROWS, axis, layout, line, marks
from newsoil.progress.two_marks.rows import KINDS, Group, Heads, Kind, Row, Scale
from newsoil.progress.two_marks.rows_key import KEY, LOOKS, SIZE, STROKE, key
from newsoil.progress.two_marks.rows_words import HEAD, RAIL, SIDE, heads_of, more_of, texts_of, titles

ROW, GAP, AIR = 64, 16, 6
"""Heights in px: a row, the air between groups, and that below a key or the words of a scale that no row follows."""

MANY = 6
"""From more rows than this on the words of the scale stand below the last row too: who reads that one no longer sees the top."""

AROUND, WITHIN, DIAMOND = 20, 8, 2
"""Sizes in px: the open and the filled mark when both are on one number, and what a diamond has more."""

BEYOND = 26
"""Height in px of a stroke that has to be seen above and below a ring."""

_Placed = list[tuple[Row, int]]
_Drawn = list[dict[str, Any]]


def rows_figure(
    scale: Scale,
    groups: Sequence[Group],
    *,
    heads: Heads = (),
    names: Mapping[Kind, str] | None = None,
    called: Mapping[Kind, str] | None = None,
) -> dict[str, Any]:
    """All rows, group by group. `heads` and `names` are the words of the scale and of the marks where they are the same for all groups.

    `called` gives traces other names than those of their marks.
    """
    rows = [row for group in groups for row in group.rows]
    keys, texts, top = _above(names or {}, heads, rows, scale, 0)
    rules: list[int] = []
    placed: _Placed = []
    for number, group in enumerate(groups):
        if number:
            rules += [top + GAP // 2] * group.ruled
            top += GAP + GAP // 2 * group.ruled
        top += AIR * bool(not number and top and group.title)
        said, top = titles(group, scale, top)
        own, words, top = _above(group.names, group.heads, group.rows, scale, top)
        keys += own
        texts += said + words
        for row in group.rows:
            more = more_of(row)
            rail = top + RAIL + more
            placed.append((row, rail))
            texts += texts_of(row, top, scale)
            top += ROW + more
    if len(rows) > MANY:
        texts += heads_of(heads, scale, top - HEAD / 3)
        top += HEAD * bool(heads)
    axes = {"xaxis": axis(scale.low, scale.high), "yaxis": axis(top, 0)}
    drawn = [trace for trace in (_rules(rules, scale), *_rows(scale, placed, called or {}), *keys) if trace["x"]]
    return {"data": drawn, "layout": layout(top, SIDE, SIDE, 0, 0, annotations=texts, **axes)}


def _above(names: Mapping[Kind, str], heads: Heads, rows: Sequence[Row], scale: Scale, top: int) -> tuple[_Drawn, _Drawn, int]:
    """The key and below it the words of the scale: marks, texts, and how far down they reach."""
    marked, texts = key(names, rows, scale, top)
    top += (KEY if heads else KEY + AIR) * bool(marked)
    return marked, texts + heads_of(heads, scale, top), top + HEAD * bool(heads)


def _rows(scale: Scale, placed: _Placed, called: Mapping[Kind, str]) -> _Drawn:
    """What is drawn in the rows, from what lies lowest to what lies on top."""
    names = {kind: kind for kind in KINDS} | dict(called)
    heights = [y for _, y in placed]
    data = [_columns(heights, scale), _rails(heights, scale), _bars(placed, scale), _reaches(placed), _strokes(names["stroke"], placed)]
    return data + [_round(names[kind], kind, placed, told=told) for kind in ("open", "filled") for told in (False, True)]


def _rails(heights: list[int], scale: Scale) -> dict[str, Any]:
    """The scale of each row: a line with short strokes, and a stroke by itself at each place apart. It is all there is to read marks by."""
    x: list[float | None] = []
    y: list[float | None] = []
    for height in heights:
        x += [min(scale.ticks), max(scale.ticks), None]
        y += [height, height, None]
        for place in (*scale.ticks, *scale.apart):
            x += [place, place, None]
            y += [height - 5, height + 5, None]
    return line("scale", x, y, color=CONTEXT, width=1)


def _columns(heights: list[int], scale: Scale) -> dict[str, Any]:
    """A quiet line down through each place apart, so that a mark far from the scale is seen to stand in a column."""
    x = [end for place in scale.apart for end in (place, place, None)]
    return line("columns", x, [min(heights), max(heights), None] * len(scale.apart), color=ROWS, width=1)


def _rules(heights: list[int], scale: Scale) -> dict[str, Any]:
    """Thin lines between groups."""
    x = [place for _ in heights for place in (scale.low, scale.high, None)]
    return line("rules", x, [y for height in heights for y in (height, height, None)], color=GRID, width=1)


def _joined(pairs: list[tuple[float, float, int]]) -> tuple[list[float | None], list[float | None]]:
    """Lines from one place to another on a height, each by itself."""
    x = [value for before, after, _ in pairs for value in (before, after, None)]
    return x, [value for _, _, height in pairs for value in (height, height, None)]


def _bars(placed: _Placed, scale: Scale) -> dict[str, Any]:
    """What lies between the open and the filled mark. There is no way from the scale to a place apart from it."""
    both = [(row.open, row.filled, y) for row, y in placed if row.open is not None and row.filled is not None and not row.ring]
    pairs = [pair for pair in both if not {pair[0], pair[1]} & set(scale.apart)]
    return line("change", *_joined(pairs), color=MARK, width=2.5)


def _reaches(placed: _Placed) -> dict[str, Any]:
    """A thin line from a stroke to the nearest of the other marks."""
    pairs = []
    for row, y in placed:
        others = [value for value in (row.open, row.filled) if value is not None]
        if row.stroke is not None and others:
            _, nearest = min((abs(value - row.stroke), value) for value in others)
            pairs.append((row.stroke, nearest, y))
    return line("reach", *_joined(pairs), color=MARK, width=1.5)


def _strokes(name: str, placed: _Placed) -> dict[str, Any]:
    here = [(row.stroke, y) for row, y in placed if row.stroke is not None]
    sizes = [BEYOND if row.ring and row.stroke == row.open else STROKE for row, _ in placed if row.stroke is not None]
    return marks(name, [x for x, _ in here], [y for _, y in here], **LOOKS["stroke"] | {"size": sizes})


def _round(name: str, kind: Kind, placed: _Placed, *, told: bool) -> dict[str, Any]:
    """One kind of mark: open or filled; a diamond where it was told, round where it was not."""
    here = [(row, y, value) for row, y in placed if row.told is told and (value := getattr(row, kind)) is not None]
    look = LOOKS[kind] | {"symbol": "diamond" if told else "circle", "size": [_size(kind, row) for row, _, _ in here]}
    return marks(f"{name} told" if told else name, [value for _, _, value in here], [y for _, y, _ in here], **look)


def _size(kind: Kind, row: Row) -> int:
    """A diamond is a little larger, to look as large; on one number the open mark goes around the filled one."""
    round_ = SIZE if not row.ring else AROUND if kind == "open" else WITHIN
    return round_ + DIAMOND * row.told
