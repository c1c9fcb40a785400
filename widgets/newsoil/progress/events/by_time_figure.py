"""The figure of notes by time: a mark for each note, those of one week or month in one column, from the line of time upwards."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from newsoil.progress.events.by_time import Noted, Stretch, start_said
from newsoil.progress.events.full_columns import FIT, NUMBERS, PITCH, bars, is_full, numbers
from newsoil.progress.figures import CONTEXT, INK, MARK, NAME, SURFACE, axis, label, layout, line, marks
from newsoil.progress.words import Words, capital

SIDE = 8
"""Margin in px on both sides: half of a mark."""

TITLE, AIR = 26, 10
"""Heights in px: the name of a row, and the air above and below one."""

BELOW, DATES, KEY = 8, 36, 24
"""In px: how far below a row's air the middle of the dates is, near to the line that they name; how much room they have; and the
height of a line that says what a mark means."""

LEAST = 5
"""Columns that there is room for even if there are fewer. Ours: so the dates of two neighbours stand side by side at 288 px, and three
weeks do not stand a hand's breadth apart on a wide screen."""


class Look(msgspec.Struct, frozen=True):
    """How the notes of a kind are drawn: a symbol, filled or open, and its size in px."""

    symbol: str
    filled: bool = True
    size: float = 12
    edge: float = 1.75
    """How thick the line of an open mark is, in px."""
    inside: tuple[str, float] | None = None
    """The symbol and the size in px of a filled mark within an open one."""

    def drawn(self, name: str, x: list[Any], y: list[Any]) -> list[dict[str, Any]]:
        """Marks of this look."""
        edge = {"color": MARK, "width": 0 if self.filled else self.edge}
        look = {"symbol": self.symbol, "color": MARK if self.filled else SURFACE, "size": self.size, "line": edge}
        inner = [marks(f"inside {name}", x, y, symbol=self.inside[0], size=self.inside[1])] if self.inside else []
        return [marks(name, x, y, **look), *inner]


class Row(msgspec.Struct, frozen=True):
    """One line of time: its name, which is drawn where there are several, and its notes."""

    name: str
    notes: Sequence[Noted]


def by_time_figure(stretch: Stretch, rows: Sequence[Row], looks: Mapping[str, Look], words: Words) -> dict[str, Any]:
    """All rows one above the other, the dates below them, and below those what the marks mean. Up counts px from the top, downwards."""
    low, high = _sides(len(stretch.starts))
    data: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    base = 0
    for row in rows:
        columns = stretch.columns(row.notes)
        if len(rows) > 1:
            texts.append(label(row.name, low, base + TITLE / 2, size=NAME, color=INK, xshift=-SIDE, font={"weight": 600}))
            base += TITLE
        base += _height(columns)
        data += [*_time(len(columns), high, base), *_marks(columns, base, looks, row.name), bars(columns, base, f"{row.name} full".strip())]
        texts += numbers(columns, base)
        base += AIR
    texts += _dates(stretch, base, words)
    kinds = _kinds(stretch, rows, looks)
    for number, kind in enumerate(kinds):
        middle = base + DATES + KEY * (number + 0.5)
        data += looks[kind].drawn(f"key {kind}", [low], [middle])
        texts.append(label(capital(words(f"kind-{kind}")), low, middle, xshift=2 * SIDE))
    height = base + DATES + KEY * len(kinds)
    axes = {"xaxis": axis(low, high), "yaxis": axis(height, 0)}
    return {"data": data, "layout": layout(height, SIDE, SIDE, 0, 0, annotations=texts, **axes)}


def has_full(stretch: Stretch, rows: Sequence[Row]) -> bool:
    """Whether any column holds more than fit as marks."""
    return any(is_full(column) for row in rows for column in stretch.columns(row.notes))


def _height(columns: Sequence[Sequence[Noted]]) -> int:
    """How much room in px a row needs above its line of time."""
    tallest = max(1, *(len(column) for column in columns), 0)
    return PITCH * min(FIT, tallest) + (NUMBERS if tallest > FIT else AIR)


def _sides(columns: int) -> tuple[float, float]:
    """The first and last place that there is; few columns stand on the left, where the words of the page begin."""
    return -0.5, max(columns, LEAST) - 0.5


def _kinds(stretch: Stretch, rows: Sequence[Row], looks: Mapping[str, Look]) -> list[str]:
    """The kinds that are drawn as marks somewhere."""
    drawn = {note.kind for row in rows for column in stretch.columns(row.notes) if not is_full(column) for note in column}
    return [kind for kind in looks if kind in drawn]


def _time(columns: int, end: float, base: float) -> list[dict[str, Any]]:
    """The line of time, as wide as the picture, with a short stroke for every week or month up to the newest note, noted or not."""
    strokes = [number for column in range(columns) for number in (column, column, None)]
    ends = [height for _ in range(columns) for height in (base, base + 4, None)]
    return [
        line("time", [-0.5, end], [base, base], color=CONTEXT, width=1),
        line("strokes", strokes, ends, color=CONTEXT, width=1),
    ]


def _marks(columns: list[list[Noted]], base: float, looks: Mapping[str, Look], name: str) -> list[dict[str, Any]]:
    """The marks of each kind, from the line of time upwards, in the order in which a column has them."""
    places: dict[str, list[tuple[int, float]]] = {}
    for number, column in enumerate(columns):
        for up, note in enumerate(() if is_full(column) else column):
            places.setdefault(note.kind, []).append((number, base - PITCH * (up + 0.5) - 1))
    drawn = [
        look.drawn(f"{name} {kind}".strip(), [x for x, _ in places[kind]], [y for _, y in places[kind]])
        for kind, look in looks.items()
        if kind in places
    ]
    return [trace for traces in drawn for trace in traces]


def _dates(stretch: Stretch, base: float, words: Words) -> list[dict[str, Any]]:
    """The first and the last column's, and one in the middle where there is room. The year is said above the picture.

    Each stands in the middle below its column; at the ends of many it may reach into the margin of the sheet.
    """
    last = len(stretch.starts) - 1
    shown = sorted({0, (last + 1) // 2, last} if last >= LEAST - 1 else {0, last})
    return [
        label(start_said(stretch.starts[number], stretch, words, year=False), number, base + BELOW, xanchor="center") for number in shown
    ]
