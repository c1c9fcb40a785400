"""The figure of the wall: a row for each month, the oldest at the bottom, and in it a stack of bricks for each answer."""

import calendar
from collections import Counter
from datetime import date
from typing import Any

import msgspec

from newsoil.progress.figures import GRID, INK, INK_2, MARK, SURFACE, axis, label, layout, line
from newsoil.progress.own_words.wall import SIDES, WHOSE, Brick
from newsoil.progress.words import Words

LINES = 3
"""Lines of bricks in a month; where they do not hold a stack, it is one block of three lines with its number, so it never looks small."""

PLACES = 13.5
"""The whole width, in bricks. Ours: at 288 px a brick is as wide as high, and three stacks have four side by side, four have three."""

BRICK, JOINT, GAP = 14, 5, 10
"""In px: the height of a brick, the joint below it, and the air between two months, in the middle of which is a quiet line."""

WIDE, SEAM, EDGE = 0.77, 0.5, 1.5
"""How wide a brick is, if its place is 1, and how much room is left free after a stack; how wide the line around it is, in px."""

LEFT, RIGHT, KEY, HEAD, YEAR = 38, 4, 34, 42, 26
"""In px: room on the left for the month, on the right for an edge, and the heights of the key, of the names of stacks and of a year."""

FILLS: dict[str, dict[str, Any]] = {
    "me": {"color": MARK},
    "other": {"color": SURFACE, "pattern": {"shape": "/", "fgcolor": MARK, "bgcolor": SURFACE, "size": 6, "solidity": 0.35}},
    "none": {"color": SURFACE},
}
"""Whose a brick is, told by its fill: full, striped, open."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A brick, or a block of bricks with its number: where it begins and ends from left to right, and from top to bottom."""

    whose: str
    left: float
    right: float
    top: float
    bottom: float
    number: int = 0


def bricks_figure(drawn: list[Brick], words: Words) -> dict[str, Any]:
    """The bricks, which are given oldest first. The key is below them: on top it would stand above stacks, and be read as their names."""
    sides = [side for side in SIDES if side != "none" or any(brick.side == "none" for brick in drawn)]
    wide = PLACES / len(sides)
    parts: list[Part] = []
    texts = [text for number, side in enumerate(sides) for text in _name(words(f"stack-{side}"), number * wide)]
    top, year, lines = HEAD, words.today.year, [HEAD - GAP / 2]
    for month in sorted({brick.month for brick in drawn}, reverse=True):
        if month.year != year:
            year = month.year
            texts.append(label(str(year), 0, top + YEAR / 2 - 4, size=15, color=INK, font={"weight": 600}, xshift=-LEFT))
            top += YEAR
        row, high = _row([brick for brick in drawn if brick.month == month], sides, wide, top)
        parts += row
        texts.append(_month(month, top + (high - 1) * (BRICK + JOINT) + BRICK / 2))
        top += high * (BRICK + JOINT) + GAP
        lines.append(top - (JOINT + GAP) / 2)
    whose = [one for one in WHOSE if any(brick.whose == one for brick in drawn)]
    keys, named = _key(whose, top, words)
    height = top + KEY
    axes = {"xaxis": axis(0, PLACES), "yaxis": axis(height, 0)}
    look = {"barmode": "overlay", "annotations": [*texts, *named, *(_number(part) for part in parts if part.number)]}
    bars = [_bars(one, [part for part in keys + parts if part.whose == one], FILLS[one], edge=EDGE) for one in whose]
    bars.append(_bars("numbers", [_ground(part) for part in parts if part.number], {"color": SURFACE}, edge=0))
    return {"data": [_rows(lines), *bars], "layout": layout(height, LEFT, RIGHT, 0, 0, **look, **axes)}


def _rows(tops: list[float]) -> dict[str, Any]:
    """A quiet line below each month, and one above all of them: the name of a month and the first of its bricks stand on it."""
    return line("rows", [0, PLACES, None] * len(tops), [y for top in tops for y in (top, top, None)], color=GRID, width=1)


def _row(here: list[Brick], sides: list[str], wide: float, top: int) -> tuple[list[Part], int]:
    """The bricks of one month, standing on the bottom of its row, and how many lines high it is."""
    fits = int(wide - SEAM + 1 - WIDE)
    stacks = [Counter(brick.whose for brick in here if brick.side == side) for side in sides]
    lines = max(1, *(min(-(-stack.total() // fits), LINES) for stack in stacks))
    bottom = top + lines * (BRICK + JOINT)
    parts: list[Part] = []
    for number, stack in enumerate(stacks):
        lay = _laid if stack.total() <= fits * LINES else _block
        parts += lay(stack, number * wide, fits, bottom)
    return parts, lines


def _laid(stack: Counter[str], left: float, fits: int, bottom: int) -> list[Part]:
    """One brick for each thing, from the bottom, the person's own first."""
    parts = []
    for number, whose in enumerate([one for one in WHOSE for _ in range(stack[one])]):
        line, place = divmod(number, fits)
        low = bottom - JOINT - line * (BRICK + JOINT)
        parts.append(Part(whose=whose, left=left + place, right=left + place + WIDE, top=low - BRICK, bottom=low))
    return parts


def _block(stack: Counter[str], left: float, fits: int, bottom: int) -> list[Part]:
    """More than fit: as much room as the most that fit, shared by those whose they are, each with the number."""
    kinds = [one for one in WHOSE if stack[one]]
    high = LINES * (BRICK + JOINT) / len(kinds)
    right = left + fits - 1 + WIDE
    return [
        Part(whose=one, left=left, right=right, top=bottom - (at + 1) * high, bottom=bottom - at * high - JOINT, number=stack[one])
        for at, one in enumerate(kinds)
    ]


def _ground(part: Part) -> Part:
    """An open place in the middle of a block, where its number can be read on any fill."""
    x, y = (part.left + part.right) / 2, (part.top + part.bottom) / 2
    half = min(part.bottom - part.top - EDGE, BRICK) / 2
    return Part(whose=part.whose, left=x - 1, right=x + 1, top=y - half, bottom=y + half)


def _bars(name: str, parts: list[Part], fill: dict[str, Any], *, edge: float) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "base": [part.left for part in parts],
        "x": [part.right - part.left for part in parts],
        "y": [(part.top + part.bottom) / 2 for part in parts],
        "width": [part.bottom - part.top for part in parts],
        "marker": {**fill, "line": {"color": MARK, "width": edge}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _key(whose: list[str], top: int, words: Words) -> tuple[list[Part], list[dict[str, Any]]]:
    """What each fill means, with a brick beside it."""
    places = [(one, number * PLACES / len(WHOSE)) for number, one in enumerate(whose)]
    low = top + KEY - 2
    parts = [Part(whose=one, left=x, right=x + WIDE, top=low - BRICK, bottom=low) for one, x in places]
    return parts, [label(words(f"key-{one}"), x + WIDE, low - BRICK / 2, xshift=6) for one, x in places]


def _name(words: str, left: float) -> list[dict[str, Any]]:
    """The name of a stack, on two lines where it has two words or more; the last line is next to the stack."""
    first, _, rest = words.rpartition(" ")
    names = [rest, first] if first else [rest]
    return [label(name, left, HEAD - GAP - 7 - 16 * number, color=INK_2) for number, name in enumerate(names)]


def _month(month: date, y: float) -> dict[str, Any]:
    return label(calendar.month_abbr[month.month], 0, y, xshift=-LEFT)


def _number(part: Part) -> dict[str, Any]:
    return label(str(part.number), (part.left + part.right) / 2, (part.top + part.bottom) / 2, color=INK, xanchor="center")
