"""Columns that hold more notes than can stand in them as marks: a grey bar of one width, cut below its top, and the number above it."""

from collections.abc import Sequence
from typing import Any

from newsoil.progress.events.by_time import Noted
from newsoil.progress.figures import CONTEXT, INK, SMALL, label, line

FIT = 10
"""So many marks stand in a column. Ours: more are not counted at a glance."""

PITCH = 16
"""Height in px of a mark and the air above it. With the most weeks there can be, on 288 px, it is the width of a column, too."""

NUMBERS = 36
"""Room in px above full columns: for two numbers, one above the other."""

_BAR, _CUT = 13, ((0.0, 0.76), (0.8, 1.0))
"""The width of a bar in px, and its two pieces: it is as high as `FIT` marks, whatever its number is, so it must not look whole."""


def is_full(column: Sequence[Noted]) -> bool:
    """Whether a column holds more notes than fit as marks."""
    return len(column) > FIT


def bars(columns: Sequence[Sequence[Noted]], base: float, name: str) -> dict[str, Any]:
    """The bars, on a line of time that lies at `base`."""
    full = [number for number, column in enumerate(columns) if is_full(column)]
    x = [place for number in full for _ in _CUT for place in (number, number, None)]
    y = [height for _ in full for low, high in _CUT for height in (base - 1 - low * PITCH * FIT, base - high * PITCH * FIT, None)]
    return line(name, x, y, color=CONTEXT, width=_BAR)


def numbers(columns: Sequence[Sequence[Noted]], base: float) -> list[dict[str, Any]]:
    """The numbers above the bars; those of neighbours stand on two heights, for there is little room beside each other."""
    texts, before, raised = [], -2, False
    for number, column in enumerate(columns):
        if is_full(column):
            raised = before == number - 1 and not raised
            before = number
            up = base - PITCH * FIT - 9 - (SMALL + 1 if raised else 0)
            texts.append(label(str(len(column)), number, up, xanchor="center", color=INK))
    return texts
