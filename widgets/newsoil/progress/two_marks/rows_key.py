"""What the marks in a figure of rows are: each once, with its name, in a line of its own above the scale.

It always stands there. Names below the marks of some row would stand elsewhere with every note, and in some pictures no row has room.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from newsoil.progress.figures import MARK, SURFACE, label, marks
from newsoil.progress.two_marks.rows import KINDS, Kind, Row, Scale

KEY = 26
"""Height in px of the line."""

BESIDE, ON, LETTER, WIDE = 12, 30, 7.5, 262
"""In px: how far from its mark a name begins and how far after it the next mark stands, a letter of it, and the narrowest scale."""

SIZE, STROKE = 13, 18
"""Sizes in px of a round mark and of a stroke."""

LOOKS: dict[Kind, dict[str, Any]] = {
    "open": {"symbol": "circle", "size": SIZE, "color": SURFACE, "line": {"color": MARK, "width": 2}},
    "stroke": {"symbol": "line-ns", "size": STROKE, "line": {"color": MARK, "width": 3}},
    "filled": {"symbol": "circle", "size": SIZE, "color": MARK, "line": {"color": MARK, "width": 0}},
}
"""The three marks."""


def key(names: Mapping[Kind, str], rows: Sequence[Row], scale: Scale, top: float) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The marks that these rows have, and their names; both empty when there are no names."""
    data, texts = [], []
    along = 0.0
    for kind in KINDS:
        if kind in names and any(getattr(row, kind) is not None for row in rows):
            x, y = scale.low + (scale.high - scale.low) * along / WIDE, top + KEY / 2
            data.append(marks(f"key {kind}", [x], [y], **LOOKS[kind]))
            texts.append(label(names[kind], x, y, xshift=BESIDE))
            along += BESIDE + LETTER * len(names[kind]) + ON
    return data, texts
