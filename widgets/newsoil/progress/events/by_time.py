"""Notes by time: a column for each week, or for each month where weeks would be too many. The newest note is always in the last one.

Sentences that every chart by time has: `when-week`, `when-one-week`, `when-month`, `when-one-month` (from when to when), `week` and
`month` (the head of a table's first column), `full` (what a column with a number is), `shown` and `shown-one` (that some are left out).
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from newsoil.journal import Entry
from newsoil.progress.picture import Table
from newsoil.progress.spans import days, months
from newsoil.progress.words import Words, capital

WEEKS = 17
"""So many weeks are drawn as weeks. Ours: four months, whose marks still stand apart on a screen 320 px wide."""

MONTHS = 12
"""The newest months that are drawn where the notes reach over more than `WEEKS`. Ours: a year; what was before it is in the notes."""

_YEAR = 12


class Noted(msgspec.Struct, frozen=True):
    """One note as it is drawn: the day it stands at, what kind it is of, and the entry."""

    day: date
    kind: str
    entry: Entry


class Stretch(msgspec.Struct, frozen=True):
    """The time that is drawn: the first day of every column, oldest first, blank ones too, and the notes in them, oldest first."""

    unit: Literal["week", "month"]
    starts: tuple[date, ...]
    notes: tuple[Noted, ...]

    def within(self, notes: Iterable[Noted]) -> list[Noted]:
        """Those of some notes that lie in this time."""
        starts = set(self.starts)
        return [note for note in notes if self._start(note.day) in starts]

    def columns(self, notes: Iterable[Noted]) -> list[list[Noted]]:
        """The notes column by column."""
        found: dict[date, list[Noted]] = {start: [] for start in self.starts}
        for note in self.within(notes):
            found[self._start(note.day)].append(note)
        return list(found.values())

    def _start(self, day: date) -> date:
        return _monday(day) if self.unit == "week" else day.replace(day=1)


def stretch_of(notes: Iterable[Noted]) -> Stretch:
    """Weeks where all notes lie in `WEEKS` of them, else the newest `MONTHS` months. It ends with the newest note, whatever day it is."""
    notes = sorted(notes, key=lambda note: (note.day, note.entry.made_at, note.entry.id))
    first, last = notes[0].day, notes[-1].day
    weeks = (_monday(last) - _monday(first)).days // 7 + 1
    if weeks <= WEEKS:
        return Stretch("week", tuple(_monday(first) + timedelta(weeks=number) for number in range(weeks)), tuple(notes))
    end = last.year * _YEAR + last.month - 1
    begin = max(first.year * _YEAR + first.month - 1, end - MONTHS + 1)
    starts = tuple(date(month // _YEAR, month % _YEAR + 1, 1) for month in range(begin, end + 1))
    return Stretch("month", starts, tuple(note for note in notes if note.day >= starts[0]))


def when(stretch: Stretch, words: Words) -> str:
    """From when to when, in words: “weeks of 3 August to 23 November”."""
    said = days if stretch.unit == "week" else months
    first, last = said(stretch.starts[0], stretch.starts[-1], words)
    key = f"when-{stretch.unit}" if len(stretch.starts) > 1 else f"when-one-{stretch.unit}"
    return words(key, first=first, last=last)


def start_said(start: date, stretch: Stretch, words: Words, *, year: bool = True) -> str:
    """The first day of a week, or a month, where there is little room."""
    return (words.short_day if stretch.unit == "week" else words.short_month)(start, year=year)


def counts(notes: Iterable[Noted], kinds: Sequence[str]) -> dict[str, int]:
    """How many notes are of each kind, in the order of `kinds`; kinds without a note are left out."""
    listed = [note.kind for note in notes]
    return {kind: listed.count(kind) for kind in kinds if kind in listed}


def counts_table(stretch: Stretch, rows: Sequence[tuple[str, Sequence[Noted]]], kinds: Sequence[str], words: Words) -> Table:
    """A row of counts for every column with a note, oldest first. `rows` are named where there are several to a week."""
    lines = []
    named = len(rows) > 1
    for number, start in enumerate(stretch.starts):
        for name, notes in rows:
            found = counts(stretch.columns(notes)[number], kinds)
            if found:
                cells = (str(found[kind]) if kind in found else words("nothing") for kind in kinds)
                lines.append((start_said(start, stretch, words), *[name] * named, *cells))
    columns = (words(stretch.unit), *(words("whose") for _ in rows[1:2]), *(capital(words(f"kind-{kind}")) for kind in kinds))
    return Table(words("caption"), columns, tuple(lines))


def left_out(stretch: Stretch, n: int, words: Words) -> list[str]:
    """That not all of the `n` notes are drawn, where it is so."""
    shown = len(stretch.notes)
    return [words("shown-one" if shown == 1 else "shown", shown=shown, n=n)] if n > shown else []


def told(notes: Iterable[Noted], kinds: Sequence[str], words: Words) -> list[str]:
    """How many there are of each kind, such as “Happened: 6.” for each kind."""
    return [words("alt-kind", kind=capital(words(f"kind-{kind}")), n=n) for kind, n in counts(notes, kinds).items()]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
