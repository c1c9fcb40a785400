"""What the chart of days draws: how days felt, and beside it how much a person trusted their own judgement. Two panels, two counts.

Both begin on the same day. If each had its own latest notes, one would be blank for months in which the person did write. And a day stands
as far from the next as it was: with blank days left out a pause of a month would look like a night.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of, one_line, within
from newsoil.progress.steps.spaced import fitting, places, stretches

FELT, TRUST = "weather", "one-good-decision"
"""The exercises: how today feels, and one good decision with its number."""

KINDS = ("stormy", "anxious", "mixed", "calm", "open")
"""The answers from the bottom row to the top one. Ours: neighbours are alike, so that a middle has a meaning. No row is worth more."""

LOW, HIGH = 0, 10
"""The scale of the number, which is always drawn whole."""

LONGEST_GAP = 7
"""Days without a note that are drawn one by one. Ours: after a week the eye no longer counts them, and long pauses would press all dots
together."""

SPAN = 42
"""Days from the first that is drawn to the last, with long pauses drawn shorter. Ours: six weeks; with more, the dots of two days would be
one at 288 px."""


class Note(msgspec.Struct, frozen=True):
    """One dot: its day, its row (1 is `KINDS[0]`) or its number, and the person's own word."""

    day: date
    value: int
    word: str = ""


class Panel(msgspec.Struct, frozen=True):
    """The dots of one panel, oldest first. How much may be said of them is found by their own number."""

    name: Literal["felt", "trust"]
    notes: tuple[Note, ...]
    since: date = date.min
    """The first day that is drawn, the same for both panels."""

    @property
    def shown(self) -> tuple[Note, ...]:
        """Those that are drawn, and that findings speak of."""
        return tuple(note for note in self.notes if note.day >= self.since)

    @property
    def older(self) -> tuple[Note, ...]:
        """Those that are told by month."""
        return tuple(note for note in self.notes if note.day < self.since)

    @property
    def values(self) -> list[int]:
        """The rows or numbers that are drawn."""
        return [note.value for note in self.shown]


class Days(msgspec.Struct, frozen=True):
    """The days of all panels on one line of time: where each stands, and from where to where no gap was drawn shorter."""

    at: dict[date, int]
    stretches: list[tuple[int, int]]

    @property
    def last(self) -> int:
        """Where the last day stands; the first stands at 0."""
        return max(self.at.values())


def days_of(panels: Sequence[Panel]) -> Days:
    """The days that are drawn. One above the other, dots of the same day stand under each other."""
    days = sorted({note.day for panel in panels for note in panel.shown})
    times = [day.toordinal() for day in days]
    return Days(dict(zip(days, places(times, LONGEST_GAP), strict=True)), stretches(times, LONGEST_GAP))


def panels_of(entries: Sequence[Entry]) -> tuple[list[Panel], bool]:
    """The panels that have notes, cut at the same first day, and whether a day has several notes on how it felt.

    A panel of which no note is so late has nothing to draw.
    """
    felt, several = felt_of(entries)
    noted = [panel for panel in (felt, trust_of(entries)) if panel.notes]
    days = sorted({note.day for panel in noted for note in panel.notes})
    since = days[-fitting([day.toordinal() for day in days], LONGEST_GAP, SPAN + 1)] if days else date.min
    return [msgspec.structs.replace(panel, since=since) for panel in noted], several


def felt_of(entries: Sequence[Entry]) -> tuple[Panel, bool]:
    """How days felt, one dot a day, and whether a day has several notes: then its latest counts."""
    found: dict[date, Note] = {}
    several = False
    for entry in notes_of(entries, FELT):
        kind = entry.answers.get("weather")
        if kind in KINDS:
            day = day_of(entry)
            several = several or day in found
            found[day] = Note(day, KINDS.index(kind) + 1, one_line(entry, "word"))
    return Panel("felt", tuple(found.values())), several


def trust_of(entries: Sequence[Entry]) -> Panel:
    """The number of every good decision that has one: several of a day are several decisions, so each is a dot."""
    numbers = [(day_of(entry), within(entry, "self-trust", LOW, HIGH)) for entry in notes_of(entries, TRUST)]
    return Panel("trust", tuple(Note(day, number) for day, number in numbers if number is not None))
