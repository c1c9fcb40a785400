"""The figure of the seven signs: a row for each with its name above it, a column for each note, marks of four sizes."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

import msgspec

from newsoil.progress.figures import CONTEXT, GRID, INK, MARK, NAME, SURFACE, axis, label, layout, line, marks
from newsoil.progress.steps.dates import Date, dates_below
from newsoil.progress.steps.spaced import places
from newsoil.progress.words import Words, capital

SIGNS = ("no-movement", "replaying", "cannot-shift", "circles", "dread", "guard-up", "talk-worse")
"""The seven prompts, in the order of the exercise."""

OFTEN = ("never", "some", "most", "nearly")
"""Their answers, from no day to nearly every day."""

OUTSIDE = "clear-reason"
"""The view of the person that has a row of its own: an outside view would be good."""

COLUMNS = 12
"""Columns of the picture, blank ones included. Ours: a year of months, each wide enough at 288 px for the largest mark."""

APART, BLANK = 45, 2
"""More days than this between two notes leave one column blank. Ours: a note a month, written up to two weeks late, leaves none."""

SIZES = (5, 9, 14, 19)
"""Sizes of the marks in px by how often: "never" is a small thin ring, all others are filled, so that print in black shows four marks."""

KEY, ROW, RAIL, DATES = 26, 52, 34, 30
"""Heights in px: a line of the key, a row, where in it its marks stand, the dates below. A row's name stands at `NAMED`."""

NAMED, ROOM, VIEW_ROOM = 12, 22, 18
"""Where in a row its name stands, in px from the row's top; the air below the key, and that above the row of the person's own view."""

VIEW = {"symbol": "diamond", "size": 11, "color": SURFACE, "line": {"color": MARK, "width": 1.5}}
"""The mark of that view. It is no eighth sign, and not heavier than one: open, and of another shape."""


class Note(msgspec.Struct, frozen=True):
    """One note: how often by sign, as a place in `OFTEN`, and how the person saw it."""

    day: date
    levels: dict[str, int]
    view: str = ""


def columns_of(notes: Sequence[Note]) -> list[int]:
    """In which columns notes stand: one after the other, with one blank where a month or more is without a note."""
    return list(accumulate((BLANK if (after.day - before.day).days > APART else 1 for before, after in pairwise(notes)), initial=0))


def support_figure(notes: list[Note], words: Words) -> dict[str, Any]:
    """All rows in the order of the exercise, the oldest note on the left; up counts px from the top edge, downwards."""
    at = places(columns_of(notes), BLANK)
    outside = [x for x, note in zip(at, notes, strict=True) if note.view == OUTSIDE]
    names = [capital(words(f"sign-{sign}")) for sign in SIGNS]
    names += [words.named("support-signs", "see-it", OUTSIDE)] * bool(outside)
    lines = 2 + bool(outside)
    tops = [KEY * lines + ROOM + ROW * number + VIEW_ROOM * (number == len(SIGNS)) for number in range(len(names))]
    height = tops[-1] + ROW + DATES
    rails = [y + RAIL for y in tops]
    data = [_lines(at, rails), *(_marks(level, notes, at, rails) for level in range(len(OFTEN)))]
    if outside:
        data.append(line("rule", [-0.5, COLUMNS - 0.5], [tops[-1] - VIEW_ROOM // 2] * 2, color=GRID, width=1))
        data.append(marks("outside", outside, [rails[-1]] * len(outside), **VIEW))
    key, texts = _key(words, view=bool(outside))
    data += key
    texts += [label(name, 0, y + NAMED, size=NAME, color=INK, xref="paper") for name, y in zip(names, tops, strict=True)]
    texts += _dates(notes, at, height - DATES + 8, words)
    axes = {"xaxis": axis(-0.5, COLUMNS - 0.5), "yaxis": axis(height, 0)}
    return {"data": data, "layout": layout(height, 0, 0, 0, 0, annotations=texts, **axes)}


def _lines(at: list[int], rails: list[int]) -> dict[str, Any]:
    """A thin line through the columns of each row, as wide as the picture, which breaks where a column is blank.

    There is no other axis to read marks by.
    """
    *earlier, (begin, _) = _together(at)
    pieces = [(first - 0.5, last + 0.5) for first, last in (*earlier, (begin, COLUMNS - 1))]
    x: list[float | None] = [each for _ in rails for piece in pieces for each in (*piece, None)]
    return line("rows", x, [each for y in rails for _ in pieces for each in (y, y, None)], color=CONTEXT, width=1)


def _together(at: list[int]) -> list[tuple[int, int]]:
    """From which column to which there is no blank one."""
    begins = [x for x in at if x - 1 not in at]
    return list(zip(begins, [x for x in at if x + 1 not in at], strict=True))


def _look(level: int) -> dict[str, Any]:
    edge = {"color": SURFACE if level else MARK, "width": 1}
    return {"size": SIZES[level], "color": MARK if level else SURFACE, "line": edge}


def _marks(level: int, notes: list[Note], at: list[int], rails: list[int]) -> dict[str, Any]:
    """Every answer of one kind."""
    found = [(x, rails[row]) for x, note in zip(at, notes, strict=True) for row, sign in enumerate(SIGNS) if note.levels.get(sign) == level]
    return marks(OFTEN[level], [x for x, _ in found], [y for _, y in found], **_look(level))


def _key(words: Words, *, view: bool) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The four marks with their words, in two lines, and below them the mark of the person's own view where it is drawn."""
    data, texts = [], []
    for level, often in enumerate(OFTEN):
        x, y = COLUMNS // 2 * (level % 2), KEY * (level // 2) + KEY // 2
        data.append(marks(f"key {often}", [x], [y], **_look(level)))
        texts.append(label(words.named("support-signs", SIGNS[0], often), x, y, xshift=16))
    if view:
        y = KEY * 2 + KEY // 2
        data.append(marks("key view", [0], [y], **VIEW))
        texts.append(label(words("column-view"), 0, y, xshift=16))
    return data, texts


def _dates(notes: list[Note], at: list[int], y: int, words: Words) -> list[dict[str, Any]]:
    """The first and the last day, and one in the middle where it has room, below their columns."""
    spoken = words.spanning(notes[0].day, notes[-1].day)
    dates = [
        Date(spoken.short_day(notes[number].day), at[number], (at[number] + 0.5) / COLUMNS)
        for number in dict.fromkeys((0, len(at) // 2, len(at) - 1))
    ]
    joined = words("from-to", first=dates[0].text, last=dates[-1].text)
    return dates_below(dates, joined, 0, 0, y=y, yanchor="top")
