"""The figure of months compared: five rows with their names above them, a dot for each month, a thicker line for "about the same"."""

from datetime import date
from typing import Any

import msgspec

from newsoil.progress.figures import CONTEXT, SURFACE, axis, label, layout, line, marks
from newsoil.progress.steps.dates import Date, dates_below
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

THIN, THICK = 1, 2.5
"""Width in px of the line of a row, and of that of the middle row: dots are read against it."""


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
    height = ROW * len(STEPS) + BELOW
    rail = {step: ROW * number + RAIL for number, step in enumerate(reversed(STEPS))}
    look = {"size": DOT if len(months) < CLOSE else SMALL_DOT, "line": {"width": 1, "color": SURFACE}}
    data = [
        _rails("rows", months, [y for step, y in rail.items() if step != SAME], THIN),
        _rails("same", months, [rail[SAME]], THICK),
        marks("months", list(at), [rail[month.answer] for month in months], **look),
    ]
    place: dict[str, Any] = {"xref": "paper", "xshift": INSET}
    texts = [label(capital(words(f"step-{step}")), 0, y - RAIL + NAME, **place) for step, y in rail.items()]
    texts += _dates(months, at, words)
    axes = {"xaxis": axis(-_air(at), at[-1] + _air(at)), "yaxis": axis(height, 0)}
    return {"data": data, "layout": layout(height, 0, 0, 0, 0, annotations=texts, **axes)}


def _air(at: list[int]) -> float:
    return max(0.5, at[-1] * 0.03)


def _dates(months: list[Month], at: list[int], words: Words) -> list[dict[str, Any]]:
    """The first and the last month, and the one in the middle where it has room."""
    spoken = words.spanning(months[0].first, months[-1].first)
    middle = min(range(len(at)), key=lambda number: abs(at[number] - at[-1] / 2))
    air = _air(at)
    dates = [
        Date(spoken.about(months[number].first.isoformat()[:7]), at[number], (at[number] + air) / (at[-1] + 2 * air))
        for number in dict.fromkeys((0, middle, len(at) - 1))
    ]
    joined = words("from-to", first=dates[0].text, last=dates[-1].text)
    return dates_below(dates, joined, 0, 0, y=ROW * len(STEPS) + 6, yanchor="top")


def _rails(name: str, months: list[Month], heights: list[int], width: float) -> dict[str, Any]:
    """Rows as lines, which break where a gap is longer than it is drawn. There is no other axis to read dots by."""
    x: list[float | None] = []
    y: list[int | None] = []
    for first, last in stretches(in_months(months), LONGEST_GAP):
        for height in heights:
            x += [first - LONGEST_GAP / 4, last + LONGEST_GAP / 4, None]
            y += [height, height, None]
    return line(name, x, y, color=CONTEXT, width=width)
