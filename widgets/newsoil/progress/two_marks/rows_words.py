"""The words in a figure of rows: groups, scales, names of rows and of marks. Up counts px from the top edge, downwards."""

from typing import Any

from newsoil.progress.figures import INK, NAME, SURFACE, label
from newsoil.progress.two_marks.rows import Group, Kind, Row, Scale
from newsoil.progress.words import cut

HEAD, TITLE, SAYS = 30, 28, 24
"""Heights in px of the words above a scale, of a group's title, and of the line below it."""

TEXT, RAIL = 16, 40
"""Where in a row its name and its marks stand, in px from the row's top."""

BELOW = 18, 21
"""How far below its mark a name stands, in px, and how far in a row with a stroke, which reaches further down."""

LINE = 38
"""Letters that the name of a row and what stands beside it may have together, for a line 288 px wide."""

SIDE = 13
"""Margin in px on both sides: half of the largest mark."""

NUMBER = 2
"""Words so short above the end of a scale stand over its stroke; longer ones begin or end at the edge of the picture."""


def head(group: Group, scale: Scale, top: int) -> tuple[list[dict[str, Any]], int]:
    """The title of a group, what it says of its scale, the words of the scale, and how far down they reach."""
    texts = []
    if group.title:
        texts.append(label(group.title, scale.low, top + TITLE / 2, size=NAME, color=INK, xshift=-SIDE, font={"weight": 600}))
        top += TITLE
    if group.says:
        texts.append(label(group.says, scale.low, top + SAYS / 2 - 2, xshift=-SIDE))
        top += SAYS
    for x, words in group.words:
        anchor, shift = _at_edge(x, scale) if len(words) > NUMBER else ("center", 0)
        texts.append(label(words, x, top + HEAD / 2, xanchor=anchor, xshift=shift))
    return texts, top + (HEAD if group.words else 0)


def texts_of(row: Row, top: int, scale: Scale) -> list[dict[str, Any]]:
    """The row's name on the left, what stands beside it on the right, and in words what marks alone do not say."""
    room = LINE - len(row.aside)
    said = [label(cut(row.name, room), scale.low, top + TEXT, size=NAME, color=INK, xshift=-SIDE)]
    if row.aside:
        said.append(label(row.aside, scale.high, top + TEXT, xanchor="right", xshift=SIDE))
    if not row.said:
        return said
    known = row.known()
    right = bool(known) and scale.high - max(known) >= min(known) - scale.low
    x, anchor, shift = (max(known), "left", 14) if right else (min(known), "right", -14) if known else (scale.middle, "center", 0)
    return [*said, label(row.said, x, top + RAIL, bgcolor=SURFACE, xanchor=anchor, xshift=shift)]


def name_of(word: str, kind: Kind, row: Row, y: int, scale: Scale) -> dict[str, Any]:
    """What a mark is, below it."""
    x = getattr(row, kind)
    anchor, shift = _at_edge(x, scale)
    return label(word, x, y + BELOW[row.stroke is not None], xanchor=anchor, xshift=shift)


def _at_edge(x: float, scale: Scale) -> tuple[str, int]:
    """How words stand at a place: in the middle of it, or at the edge of the picture."""
    return ("left", -SIDE) if x == scale.low else ("right", SIDE) if x == scale.high else ("center", 0)
