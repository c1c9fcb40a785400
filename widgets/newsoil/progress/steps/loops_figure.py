"""The figure of loops and paths: one mark a note, a shape for each result, stacked in columns of weeks or months."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Literal

import msgspec

from newsoil.progress.figures import CONTEXT, MARK, axis, label, layout, line, marks
from newsoil.progress.steps.dates import Date, dates_below
from newsoil.progress.steps.spaced import fitting, places
from newsoil.progress.words import Words

RESULTS = ("path", "loop", "no-stop", "mixed", "unknown")
"""What a note can come to, in the order of the key and of a column, from the top."""

SHAPES: dict[str, dict[str, Any]] = {
    "path": {"symbol": "triangle-right", "size": 13},
    "loop": {"symbol": "circle-open", "size": 12, "line": {"color": MARK, "width": 2}},
    "no-stop": {"symbol": "circle", "size": 13},
    "mixed": {"symbol": "diamond", "size": 12},
    "unknown": {"symbol": "line-ew", "size": 7, "line": {"color": MARK, "width": 3}},
}
"""Each result by shape alone, so that print tells them apart. A ring goes round; one that was hard to stop is full."""

COLUMNS, BLANK = 12, 2
"""Columns of the picture, blank ones included, and how far apart two are with a gap between them, however long. Ours: twelve weeks or a
year, each wide enough at 288 px for two marks beside each other."""

DRAWN = 60
"""The newest notes that are drawn. Ours: even if all were of one week, two beside each other, the column would fit on a phone."""

TALL = 10
"""Marks in a column from which on two stand beside each other."""

KEY, UNIT, SMALL_UNIT, ROOM, DATES = 26, 17, 14, 30, 32
"""Heights in px: a line of the key, a mark, one with another beside it, the air above the columns, the dates below. With less air the last
line of the key would look like a note."""

TICK = 5
"""Height in px of the stroke below each column."""


class Note(msgspec.Struct, frozen=True):
    """One note: its day, what it came to, and its headline in the person's own words."""

    day: date
    result: str
    topic: str = ""


class Stacks(msgspec.Struct, frozen=True):
    """The notes that are drawn, oldest first, and the weeks or months in which they are stacked, as whole numbers."""

    by: Literal["week", "month"]
    notes: list[Note]
    times: list[int]

    @property
    def has_gaps(self) -> bool:
        """Whether a week or month in between is without a note."""
        return any(after - before > 1 for before, after in pairwise(self.times))


def stacked(notes: Sequence[Note]) -> Stacks:
    """The newest notes by week; by month when they do not all find room that way, and then so many as have room."""
    notes = notes[-DRAWN:]
    weeks = [(note.day.toordinal() - 1) // 7 for note in notes]
    if fitting(weeks, BLANK, COLUMNS) == len(notes):
        return Stacks("week", list(notes), weeks)
    months = [note.day.year * 12 + note.day.month for note in notes]
    fit = fitting(months, BLANK, COLUMNS)
    return Stacks("month", list(notes[-fit:]), months[-fit:])


def loops_figure(stacks: Stacks, words: Words) -> dict[str, Any]:
    """The key, and below it the columns; up counts px from the top edge, downwards."""
    at = places(stacks.times, BLANK)
    beside = 2 if max(Counter(at).values()) > TALL else 1
    unit = UNIT if beside == 1 else SMALL_UNIT
    shown = [result for result in RESULTS if any(note.result == result for note in stacks.notes)]
    ground = KEY * len(shown) + ROOM + unit * -(-max(Counter(at).values()) // beside)
    place = _places(stacks, at, beside)
    data = [_ground(at, ground + 2)]
    for result in shown:
        x, up = zip(*place[result], strict=True)
        data.append(marks(result, list(x), [ground - unit * (rows + 0.5) for rows in up], **_look(result, beside)))
    key, texts = _key(shown, words)
    texts += _dates(stacks, at, ground + 12, words)
    axes = {"xaxis": axis(-0.5, COLUMNS - 0.5), "yaxis": axis(ground + DATES, 0)}
    return {"data": data + key, "layout": layout(ground + DATES, 0, 0, 0, 0, annotations=texts, **axes)}


def _ground(at: list[int], y: int) -> dict[str, Any]:
    """What the columns stand on, as wide as the picture, with a stroke below each up to the latest, also below blank ones.

    There is no other axis to count weeks by.
    """
    x: list[float | None] = [-0.5, COLUMNS - 0.5, None]
    heights: list[int | None] = [y, y, None]
    for column in range(at[-1] + 1):
        x += [column, column, None]
        heights += [y, y + TICK, None]
    return line("ground", x, heights, color=CONTEXT, width=1)


def _places(stacks: Stacks, at: list[int], beside: int) -> dict[str, list[tuple[float, int]]]:
    """Where the marks of each result stand: sideways, and how many rows above the ground. The key's first result is on top."""
    found: dict[str, list[tuple[float, int]]] = {result: [] for result in RESULTS}
    for x in dict.fromkeys(at):
        results = [note.result for place, note in zip(at, stacks.notes, strict=True) if place == x]
        for number, result in enumerate(sorted(results, key=RESULTS.index, reverse=True)):
            found[result].append((x + (number % beside - (beside - 1) / 2) / beside, number // beside))
    return found


def _look(result: str, beside: int = 1) -> dict[str, Any]:
    """A shape, smaller where two stand beside each other."""
    look = SHAPES[result]
    return look if beside == 1 else look | {"size": look["size"] - 3}


def _key(shown: list[str], words: Words) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The shapes that are there, each with its words."""
    data = [marks(f"key {result}", [0], [KEY * number + KEY // 2], **_look(result)) for number, result in enumerate(shown)]
    texts = [label(words(f"result-{result}"), 0, KEY * number + KEY // 2, xshift=16) for number, result in enumerate(shown)]
    return data, texts


def _dates(stacks: Stacks, at: list[int], y: int, words: Words) -> list[dict[str, Any]]:
    """The first and the last week or month, and one in the middle where it has room, below their columns."""
    notes = stacks.notes
    spoken = words.spanning(notes[0].day, notes[-1].day)
    shown = {at[number]: _name(notes[number], stacks.by, spoken) for number in (0, len(at) // 2, len(at) - 1)}
    dates = [Date(text, x, (x + 0.5) / COLUMNS) for x, text in shown.items()]
    joined = words("from-to", first=dates[0].text, last=dates[-1].text)
    return dates_below(dates, joined, 0, 0, y=y, yanchor="top")


def _name(note: Note, by: Literal["week", "month"], words: Words) -> str:
    return words.short_day(note.day) if by == "week" else words.about(note.day.isoformat()[:7])
