"""The figure of a month: seven columns from Monday to Sunday, a row for each week, and below them what the marks mean."""

import calendar
from collections import Counter
from datetime import date, timedelta
from typing import Any

from newsoil.progress.figures import INK, INK_2, MARK, NAME, TINT, axis, label, layout, marks
from newsoil.progress.words import Words

HEAD, ROW = 28, 54
"""Heights in px of the names of the days and of a week. Up counts px from the top edge, downwards."""

DOT, RING, SMALL_RING = 8, 28, 16
"""Sizes in px of the dot of a note, of the ring around today, and of that ring in the key."""

KEY, LINE, FIRST, SECOND, BESIDE = 40, 26, -0.3, 3.2, 14
"""The key: its height in px and that of a second line, the places of its two marks, which are columns, and how far from a mark its words
begin, in px. Longer words leave no room for a second mark beside them."""

NUMBER, BELOW = 19, 42
"""Where in a row the day's number and its dot stand, in px from the row's top."""


def month_figure(month: date, noted: Counter[date], today: date, words: Words) -> dict[str, Any]:
    """The month that begins on the day `month`: noted days have a tinted ground and a dot, today has a ring."""
    days = [month + timedelta(days=number) for number in range(calendar.monthrange(month.year, month.month)[1])]
    place = {day: (day.weekday(), HEAD + ROW * ((day.day - 1 + month.weekday()) // 7)) for day in days}
    key = max(top for _, top in place.values()) + ROW + KEY / 2
    several = any(count > 1 for count in noted.values())
    beside, below = (FIRST, LINE) if several else (SECOND, 0)
    dots = [place[day] for day in sorted(noted)]
    rings = [place[day] for day in days if day == today]
    ring = {"symbol": "circle-open", "color": INK, "line": {"width": 2, "color": INK}}
    data = [
        marks("noted", [x for x, _ in dots], [top + BELOW for _, top in dots], color=MARK, size=DOT),
        marks("today", [x for x, _ in rings], [top + NUMBER for _, top in rings], size=RING, **ring),
        marks("key noted", [FIRST], [key], color=MARK, size=DOT),
        marks("key today", [beside] * len(rings), [key + below] * len(rings), size=SMALL_RING, **ring),
    ]
    names = [label(name, x, HEAD / 2, xanchor="center") for x, name in enumerate(calendar.day_abbr)]
    numbers = [_number(day, place[day], set(noted), today) for day in days]
    names.append(label(words("dots" if several else "dot"), FIRST, key, xshift=BESIDE))
    names += [label(words("today"), beside, key + below, xshift=BESIDE)] * len(rings)
    height = int(key + KEY / 2) + below * len(rings)
    axes = {"xaxis": axis(-0.5, 6.5), "yaxis": axis(height, 0)}
    grounds = [_ground(x, top) for x, top in dots]
    return {"data": data, "layout": layout(height, 0, 0, 0, 0, annotations=names + numbers, shapes=grounds, **axes)}


def _number(day: date, place: tuple[int, int], noted: set[date], today: date) -> dict[str, Any]:
    """The number of a day, darker on a noted day and heavier today."""
    x, top = place
    look = {"color": INK if day in noted or day == today else INK_2, "weight": 600 if day == today else 400}
    return label(str(day.day), x, top + NUMBER, size=NAME, xanchor="center", font=look)


def _ground(x: int, top: int) -> dict[str, Any]:
    """A tinted ground with round corners; sideways its measure is the column, so it grows with the picture."""
    left, right, up, down, side, round_ = x - 0.47, x + 0.47, top + 2, top + ROW - 2, 0.13, 9
    path = (
        f"M{left + side},{up}L{right - side},{up}Q{right},{up} {right},{up + round_}L{right},{down - round_}"
        f"Q{right},{down} {right - side},{down}L{left + side},{down}Q{left},{down} {left},{down - round_}"
        f"L{left},{up + round_}Q{left},{up} {left + side},{up}Z"
    )
    return {"type": "path", "path": path, "xref": "x", "yref": "y", "fillcolor": TINT, "line": {"width": 0}, "layer": "below"}
