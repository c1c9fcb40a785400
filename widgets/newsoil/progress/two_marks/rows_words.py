"""The words in a figure of rows: groups, scales, names of rows and of marks. Up counts px from the top edge, downwards."""

from typing import Any

from newsoil.progress.figures import INK, NAME, label
from newsoil.progress.two_marks.rows import Group, Heads, Row, Scale
from newsoil.progress.words import cut, together

HEAD, TITLE, SAYS = 30, 28, 22
"""Heights in px of the words above a scale, of a group's title, and of a line below it."""

TEXT, NEXT, RAIL = 14, 19, 42
"""In px: where in a row its name and its marks stand, from the row's top, and how far below each other the lines of a long name are."""

LINE = 36
"""Letters of 15 px that a line 288 px wide has room for. Ours: one is some 8 px wide."""

ASIDE, BETWEEN = 7 / 8, 1.5
"""In such letters: the room of a letter beside the name, which is of 14 px, and that between the name and what stands beside it."""

LINES, NARROW = 4, 18
"""Lines that a name may have, which is what most own words need and what no picture is broken by; the table has all of it. And so few
letters are too few for a name that is longer."""

SIDE = 13
"""Margin in px on both sides: half of the largest mark."""

NUMBER = 2
"""Words so short above the end of a scale stand over its stroke; longer ones begin or end at the edge of the picture."""


def titles(group: Group, scale: Scale, top: int) -> tuple[list[dict[str, Any]], int]:
    """The title of a group and the lines below it, and how far down they reach."""
    texts = []
    if group.title:
        texts.append(label(group.title, scale.low, top + TITLE / 2, size=NAME, color=INK, xshift=-SIDE, font={"weight": 600}))
        top += TITLE
    for number, line in enumerate(group.says):
        texts.append(label(line, scale.low, top + SAYS * number + SAYS / 2 - 2, xshift=-SIDE))
    return texts, top + SAYS * len(group.says)


def heads_of(heads: Heads, scale: Scale, top: float) -> list[dict[str, Any]]:
    """The words of a scale, in a line that begins at `top`."""
    texts = []
    for x, words in heads:
        anchor, shift = _at_edge(x, scale) if len(words) > NUMBER else ("center", 0)
        texts.append(label(words, x, top + HEAD / 2, xanchor=anchor, xshift=shift))
    return texts


def room(aside: str) -> int:
    """Letters that a name may have on its line, beside these words."""
    return int(LINE - ASIDE * len(aside) - BETWEEN) if aside else LINE


def is_below(row: Row) -> bool:
    """Whether what stands beside the name has a line of its own below it: beside it there would be little room for either."""
    return bool(row.aside) and room(row.aside) < NARROW and cut(row.name, room(row.aside)) != row.name


def lines_of(row: Row) -> list[str]:
    """The name of a row on so many lines as it needs, and at most `LINES`: it is often the person's own words, and they are not cut."""
    return together(row.name, LINE, LINES, LINE if is_below(row) else room(row.aside))


def more_of(row: Row) -> int:
    """How much higher in px a row is than one whose words have one line."""
    return NEXT * (len(lines_of(row)) - 1 + is_below(row))


def texts_of(row: Row, top: int, scale: Scale) -> list[dict[str, Any]]:
    """The row's name on the left, and on the right what stands beside it, or below it where there is no room."""
    lines = lines_of(row)
    said = [label(line, scale.low, top + TEXT + NEXT * number, size=NAME, color=INK, xshift=-SIDE) for number, line in enumerate(lines)]
    if row.aside:
        beside = top + TEXT + NEXT * len(lines) * is_below(row)
        said.append(label(row.aside, scale.high, beside, xanchor="right", xshift=SIDE))
    return said


def _at_edge(x: float, scale: Scale) -> tuple[str, int]:
    """How words stand at a place: in the middle of it, or at the edge of the picture."""
    return ("left", -SIDE) if x == scale.low else ("right", SIDE) if x == scale.high else ("center", 0)
