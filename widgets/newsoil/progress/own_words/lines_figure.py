"""Figures that are lists of words: lines one below the other, some with a mark on their left, some with one on their right.

Up counts px from the top edge, downwards. Marks and lines of words hang on the same place of the x axis, so they stay together
however wide the picture is.
"""

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from newsoil.progress.figures import INK, MARK, NAME, axis, label, layout, marks
from newsoil.progress.words import together

Look = Literal["head", "own", "plain", "small", "edge", "bar"]
"""A heading, a person's own words with room for a mark and without, words of ours with that room and without, a bar without words."""

HEIGHTS: dict[Look, int] = {"head": 30, "own": 22, "plain": 22, "small": 21, "edge": 24, "bar": 8}
"""Height in px of a line."""

DOT, OPEN = 11, 2
"""Size in px of a mark, and how thick the line of an open one is."""

SIDE, BESIDE = 7, 16
"""In px: the margin in which half of a mark has its place, and how far from its middle words begin."""

LINE = 34
"""Letters on a line of a person's own words, beside a mark, for a picture 288 px wide. Ours: a letter of 15 px is some 7 px wide in most
fonts, and 8 px in the widest, which then reach a little into the margin of the sheet."""

PLAIN = 37
"""The same where no mark stands beside them."""

_FIRST_STRONG, _END = "\u2068", "\u2069"
"""Around a person's own words: they run in their own direction, and what is beside them stays where it is."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of words. `left` and `right` are plotly's names of marks beside it; `air` is the room above it in px.

    `end` are words at the right edge.
    """

    text: str = ""
    look: Look = "own"
    left: str = ""
    right: str = ""
    end: str = ""
    air: int = 0


def own_lines(words: str, most: int, longest: int = LINE, **beside: Any) -> list[Line]:
    """A person's own words on as many lines as they need and may have. What is `beside`, such as marks, stands beside the first."""
    first, *others = together(words, longest, most)
    return [Line(text=first, **beside), *[Line(text=other) for other in others]]


def middles(lines: Sequence[Line]) -> tuple[list[int], int]:
    """Where the middle of each line is, in px from the top, and where the last one ends."""
    found, top = [], 0
    for line in lines:
        top += line.air
        found.append(top + HEIGHTS[line.look] // 2)
        top += HEIGHTS[line.look]
    return found, top


def lines_figure(lines: Sequence[Line], *, at: float = 0, end: int = 0, **more: Any) -> dict[str, Any]:
    """The lines from the top, and `end` px of air below; `at` is where marks on the left stand: 0 is the left edge, 1 the right one."""
    places, height = middles(lines)
    height += end
    both = list(zip(lines, places, strict=True))
    data = [*more.pop("data", []), _marks("left", at, both), _marks("right", 1, both)]
    texts = [_text(line, at, y) for line, y in both if line.text]
    texts += [label(line.end, 1, y, xanchor="right", xshift=SIDE) for line, y in both if line.end]
    axes = {"xaxis": axis(0, 1), "yaxis": axis(height, 0)}
    return {"data": data, "layout": layout(height, SIDE, SIDE, 0, 0, annotations=texts, **axes, **more)}


def _marks(side: Literal["left", "right"], x: float, both: list[tuple[Line, int]]) -> dict[str, Any]:
    here = [(getattr(line, side), y) for line, y in both if getattr(line, side)]
    look = {"symbol": [symbol for symbol, _ in here], "size": DOT, "line": {"width": OPEN, "color": MARK}}
    return marks(side, [x] * len(here), [y for _, y in here], **look)


def _text(line: Line, at: float, y: int) -> dict[str, Any]:
    if line.look == "head":
        return label(line.text, 0, y + 2, size=NAME, color=INK, font={"weight": 600}, xshift=-SIDE)
    if line.look in ("own", "plain"):
        own = f"{_FIRST_STRONG}{line.text}{_END}"
        return label(own, at, y, size=NAME, color=INK, xshift=BESIDE if line.look == "own" else -SIDE)
    return label(line.text, at, y, xshift=BESIDE if line.look == "small" else -SIDE)
