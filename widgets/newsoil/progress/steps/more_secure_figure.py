"""The figure of months compared: five rows with their names above them, a dot for each month, a tinted ground for "about the same"."""

from datetime import date
from typing import Any

import msgspec

from newsoil.progress.figures import GRID, SURFACE, TINT, axis, label, layout, line, marks
from newsoil.progress.steps.spaced import places, stretches
from newsoil.progress.words import Words, capital

STEPS = (1, 2, 3, 4, 5)
SAME = 3
"""The answers from the bottom row to the top one, and the one in the middle, "about the same"."""

LONGEST_GAP = 3
"""Months without a note that are drawn one by one. Ours: a season; a longer pause would press all dots together."""

ROW, NAME, RAIL, BELOW = 50, 15, 35, 30
"""Heights in px: a row; where in it stand its name and its dots, from its top; the months below. Names stand above dots, since "much more
secure" beside them would take half of a screen 320 px wide."""

INSET = 8
"""How far names stand from the edges of their row, in px."""

DOT, SMALL_DOT, CLOSE = 11, 9, 16
"""Sizes of a dot in px, and from how many months on it is the small one."""


FEW = 3
"""Up to so many months from the first to the last, both names have room below their own dots."""


class Month(msgspec.Struct, frozen=True):
    """The answer of one month, and what it comes from in the person's own words."""

    first: date
    answer: int
    comes_from: str = ""


def in_months(months: list[Month]) -> list[int]:
    """The months as whole numbers, which follow each other."""
    return [month.first.year * 12 + month.first.month for month in months]


def more_secure_figure(months: list[Month], words: Words) -> dict[str, Any]:
    """Dots where there is a note, nothing where there is none, no line from one to the next. Up counts px from the top edge, downwards."""
    at = places(in_months(months), LONGEST_GAP)
    air = max(0.5, at[-1] * 0.02)
    height = ROW * len(STEPS) + BELOW
    rail = {step: ROW * number + RAIL for number, step in enumerate(reversed(STEPS))}
    look = {"size": DOT if len(months) < CLOSE else SMALL_DOT, "line": {"width": 1, "color": SURFACE}}
    data = [_rails(months, list(rail.values())), marks("months", list(at), [rail[month.answer] for month in months], **look)]
    place: dict[str, Any] = {"xref": "paper", "xshift": INSET}
    texts = [label(capital(words(f"step-{step}")), 0, y - RAIL + NAME, **place) for step, y in rail.items()]
    texts += _dates(months, at, words)
    axes = {"xaxis": axis(-air, at[-1] + air), "yaxis": axis(height, 0)}
    return {"data": data, "layout": layout(height, 0, 0, 0, 0, annotations=texts, shapes=[_ground(rail[SAME])], **axes)}


def _dates(months: list[Month], at: list[int], words: Words) -> list[dict[str, Any]]:
    """The first and the last month: below their dots while those stand far from the edges, else at the edges."""
    first, last = (words.about(month.first.isoformat()[:7]) for month in (months[0], months[-1]))
    place: dict[str, Any] = {"yanchor": "top"}
    y = ROW * len(STEPS) + 6
    if at[-1] <= FEW:
        return [label(name, x, y, xanchor="center", **place) for name, x in [(first, at[0]), (last, at[-1])][: len(months)]]
    edges = [(first, 0, "left", INSET), (last, 1, "right", -INSET)]
    return [label(name, x, y, xref="paper", xanchor=side, xshift=shift, **place) for name, x, side, shift in edges]


def _rails(months: list[Month], heights: list[int]) -> dict[str, Any]:
    """The rows as thin lines, which break where a gap is longer than it is drawn."""
    x: list[float | None] = []
    y: list[int | None] = []
    for first, last in stretches(in_months(months), LONGEST_GAP):
        for height in heights:
            x += [first - LONGEST_GAP / 4, last + LONGEST_GAP / 4, None]
            y += [height, height, None]
    return line("rows", x, y, color=GRID, width=1)


def _ground(rail: int) -> dict[str, Any]:
    """The middle row has a ground of its own."""
    top = rail - RAIL
    place: dict[str, Any] = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": top, "y1": top + ROW}
    return {"type": "rect", **place, "fillcolor": TINT, "line": {"width": 0}, "layer": "below"}
