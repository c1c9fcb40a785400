"""The figure of moments: a dumbbell in each row, an open mark before, a filled one after, on a scale from 0 to 10."""

from typing import Any

import msgspec

from newsoil.progress.figures import GRID, INK, MARK, NAME, SURFACE, axis, label, layout, line, marks
from newsoil.progress.words import Words, cut

HEAD, ROW = 30, 62
"""Heights in px of the scale on top and of a row. Up counts px from the top edge, downwards."""

TEXT, RAIL, NAMED = 16, 40, 16
"""Where in a row its name and its marks stand, in px from the row's top, and how much room the names of marks need below them."""

LINE = 38
"""Letters that the name and the day of a row may have together, for a line 288 px wide."""

SIDE = 13
"""Margin in px on both sides: half of the largest mark."""

MARK_SIZE, AROUND, WITHIN, DIAMOND = 13, 20, 8, 2
"""Sizes in px: a round mark, the open and the filled one when both are on one number, and what a diamond has more."""

LOW, MIDDLE, HIGH = 0, 5, 10
"""The scale of the two prompts, which is always drawn whole."""

APART = 3
"""So many steps apart, "before" and "after" have room below their marks at 320 px."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One moment: when, what, how strong from 0 to 10, and whether the person it was about was told."""

    day: str
    name: str
    before: int | None
    after: int | None
    told: bool


def moments_figure(rows: list[Row], words: Words) -> dict[str, Any]:
    """All rows, in the order in which they are given, from the top."""
    named = next((number for number, row in enumerate(rows) if _apart(row) >= APART), -1)
    tops = [HEAD + ROW * number + (NAMED if 0 <= named < number else 0) for number in range(len(rows))]
    height = tops[-1] + ROW + (NAMED if named == len(rows) - 1 else 0)
    both = list(zip(rows, [top + RAIL for top in tops], strict=True))
    data = [*_rails([y for _, y in both]), _bars(both)]
    data += [_mark(when, both, told=told) for when in ("before", "after") for told in (False, True)]
    texts = [label(str(number), number, HEAD / 2, xanchor="center") for number in (LOW, MIDDLE, HIGH)]
    for row, top in zip(rows, tops, strict=True):
        texts += _texts(row, top, words)
    if named >= 0:
        texts += _names(rows[named], tops[named] + RAIL, words)
    axes = {"xaxis": axis(LOW, HIGH), "yaxis": axis(height, 0)}
    return {"data": data, "layout": layout(height, SIDE, SIDE, 0, 0, annotations=texts, **axes)}


def _apart(row: Row) -> int:
    return 0 if row.before is None or row.after is None else abs(row.before - row.after)


def _rails(heights: list[int]) -> list[dict[str, Any]]:
    """The scale of each row: a line from 0 to 10 with a short stroke at 0, 5 and 10."""
    x: list[int | None] = []
    y: list[int | None] = []
    for height in heights:
        x += [LOW, HIGH, None]
        y += [height, height, None]
        for number in (LOW, MIDDLE, HIGH):
            x += [number, number, None]
            y += [height - 5, height + 5, None]
    return [line("scale", x, y, color=GRID, width=1)]


def _bars(both: list[tuple[Row, int]]) -> dict[str, Any]:
    pairs = [(row, y) for row, y in both if _apart(row)]
    x = [value for row, _ in pairs for value in (row.before, row.after, None)]
    return line("change", x, [value for _, y in pairs for value in (y, y, None)], color=MARK, width=2)


def _mark(when: str, both: list[tuple[Row, int]], *, told: bool) -> dict[str, Any]:
    """One kind of mark: open before, filled after; a diamond where it was told, round where it was not."""
    here = [(row, y, value) for row, y in both if row.told is told and (value := getattr(row, when)) is not None]
    sizes = [_size(when, row) for row, _, _ in here]
    look = {"color": SURFACE if when == "before" else MARK, "line": {"color": MARK, "width": 2 if when == "before" else 0}}
    name = f"{when} told" if told else when
    return marks(name, [value for _, _, value in here], [y for _, y, _ in here], symbol="diamond" if told else "circle", size=sizes, **look)


def _size(when: str, row: Row) -> int:
    """A diamond is a little larger, to look as large; on one number the open mark goes around the filled one."""
    round_ = MARK_SIZE if row.before != row.after else AROUND if when == "before" else WITHIN
    return round_ + DIAMOND * row.told


def _texts(row: Row, top: int, words: Words) -> list[dict[str, Any]]:
    """The row's name on the left, its day on the right, and in words what marks alone do not say."""
    told = words("told-day", day=row.day) if row.told else row.day
    texts = [label(cut(row.name, LINE - len(told)), LOW, top + TEXT, size=NAME, color=INK, xshift=-SIDE)]
    texts.append(label(told, HIGH, top + TEXT, xanchor="right", xshift=SIDE))
    if _apart(row):
        return texts
    known = [value for value in (row.before, row.after) if value is not None]
    said = "no-numbers" if not known else "same" if row.before == row.after else "no-after" if row.after is None else "no-before"
    x = known[0] if known else MIDDLE
    anchor, shift = ("left", 14) if x <= MIDDLE else ("right", -14)
    beside = {"xanchor": anchor, "xshift": shift} if known else {"xanchor": "center"}
    return [*texts, label(words(said), x, top + RAIL, bgcolor=SURFACE, **beside)]


def _names(row: Row, y: int, words: Words) -> list[dict[str, Any]]:
    """What the two marks are, said once, below the first row with room for it."""
    texts = []
    for name, x in (("before", row.before or 0), ("after", row.after or 0)):
        anchor, shift = ("left", -SIDE) if x == LOW else ("right", SIDE) if x == HIGH else ("center", 0)
        texts.append(label(words(name), x, y + 18, xanchor=anchor, xshift=shift))
    return texts
