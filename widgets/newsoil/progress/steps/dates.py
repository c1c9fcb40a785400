"""Dates below marks: each in the middle under its own mark, wherever it fits into the sheet that way.

What fits is reckoned for the narrowest sheet. On a wider one marks are further apart, and further from the edges.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from newsoil.progress.figures import label

SHEET = 288
"""Width in px of the narrowest sheet."""

LETTER, AIR = 7.6, 8
"""In px: a letter of 14 px, a little more than most have, and the room between two dates."""


class Date(NamedTuple):
    """A date as it is said, the place of its mark on the axis, and how far along the axis that is, from 0 to 1."""

    text: str
    x: Any
    along: float


class _Laid(NamedTuple):
    date: Date
    side: str
    left: float
    right: float


def dates_below(dates: Sequence[Date], joined: str, left: int, right: int, **place: Any) -> list[dict[str, Any]]:
    """The first and the last date, and of those between them all that have room; `left` and `right` are the margins in px.

    Where the first and the last stand in each other's way, the words `joined` stand there in place of both.
    """
    laid = [_laid(date, left, right) for date in dates]
    if len(laid) > 1 and laid[-1].left < laid[0].right + AIR:
        both = (dates[0].along + dates[-1].along) / 2
        laid = [_laid(Date(joined, None, both), left, right)]
    kept = laid[:1]
    for each in laid[1:-1]:
        if each.left >= kept[-1].right + AIR and each.right + AIR <= laid[-1].left:
            kept.append(each)
    return [_text(each, left, right, place) for each in (*kept, *laid[1:][-1:])]


def _laid(date: Date, left: int, right: int) -> _Laid:
    middle, half = left + date.along * (SHEET - left - right), LETTER * len(date.text) / 2
    if middle < half:
        return _Laid(date, "left", 0, 2 * half)
    if middle + half > SHEET:
        return _Laid(date, "right", SHEET - 2 * half, SHEET)
    return _Laid(date, "center", middle - half, middle + half)


def _text(laid: _Laid, left: int, right: int, place: dict[str, Any]) -> dict[str, Any]:
    if laid.side == "center" and laid.date.x is not None:
        return label(laid.date.text, laid.date.x, xanchor="center", **place)
    along, shift = {"left": (0.0, -left), "center": (laid.date.along, 0), "right": (1.0, right)}[laid.side]
    return label(laid.date.text, along, **(place | {"xref": "paper", "xanchor": laid.side, "xshift": shift}))
