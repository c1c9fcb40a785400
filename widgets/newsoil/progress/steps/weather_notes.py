"""What the chart of days draws: how days felt, and beside it how much a person trusted their own judgement. Two panels, two counts.

Both begin on the same day. If each had its own latest notes, one would be blank for months in which the person did write. And a gap stays a
gap: with blank days left out a pause of a month would look like a night. On a true scale whoever writes once or twice a week would see ten
dots of a year, so where notes are far apart gaps are drawn shorter, and pauses of more than a week as a break.
"""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

import msgspec

from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of, one_line, within

FELT, TRUST = "weather", "one-good-decision"
"""The exercises: how today feels, and one good decision with its number."""

KINDS = ("stormy", "anxious", "mixed", "calm", "open")
"""The answers from the bottom row to the top one. Ours: neighbours are alike, so that a middle has a meaning. No row is worth more."""

LOW, HIGH = 0, 10
"""The scale of the number, which is always drawn whole."""

DRAWN = 28
"""The latest days of a panel that are drawn. Ours: four weeks of days, whose dots stand apart at 288 px."""

WEEK = 7
"""After a longer pause the lines break. Ours: after a week the eye no longer counts blank days."""

SPAN = 56
"""So far the last day stands from the first, in days. Ours: at 288 px a day is 3 px then, and the dots of two days are still two."""


class Scale(NamedTuple):
    """How wide a gap is drawn at most, and how wide a pause of more than a week, both in days."""

    gap: int
    pause: int


SCALES = (Scale(WEEK, WEEK), Scale(4, 5), Scale(2, 3))
"""From a true scale, but for pauses, to one on which a gap is still a gap. The first on which all days have room is taken."""


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
    """The days of all panels on one line of time: where each stands, and from where to where there is no pause of more than a week."""

    at: dict[date, int]
    stretches: list[tuple[int, int]]
    scale: Scale
    shorter: bool
    """Whether a gap of a week or less was drawn shorter than it was."""

    @property
    def last(self) -> int:
        """Where the last day stands; the first stands at 0."""
        return max(self.at.values())


def days_of(panels: Sequence[Panel]) -> Days:
    """The days that are drawn. One above the other, dots of the same day stand under each other."""
    days = sorted({note.day for panel in panels for note in panel.shown})
    scale = next((each for each in SCALES if _places(days, each)[-1] <= SPAN), SCALES[-1])
    at = _places(days, scale)
    gaps = [(after - before).days for before, after in pairwise(days)]
    breaks = [number for number, gap in enumerate(gaps, start=1) if gap > WEEK]
    stretches = [(at[first], at[last - 1]) for first, last in pairwise([0, *breaks, len(at)])]
    return Days(dict(zip(days, at, strict=True)), stretches, scale, any(scale.gap < gap <= WEEK for gap in gaps))


def _places(days: Sequence[date], scale: Scale) -> list[int]:
    """Where days stand on a scale; the first stands at 0."""
    gaps = ((after - before).days for before, after in pairwise(days))
    return list(accumulate((scale.pause if gap > WEEK else min(gap, scale.gap) for gap in gaps), initial=0))


def panels_of(entries: Sequence[Entry]) -> tuple[list[Panel], bool]:
    """The panels that have notes, cut at the same first day, and whether a day has several notes on how it felt.

    A panel of which no note is so late has nothing to draw.
    """
    felt, several = felt_of(entries)
    noted = [panel for panel in (felt, trust_of(entries)) if panel.notes]
    if not noted:
        return [], several
    of_each = [sorted({note.day for note in panel.notes}) for panel in noted]
    first = max((days[-DRAWN] for days in of_each if len(days) > DRAWN), default=date.min)
    days = [day for day in sorted(set().union(*of_each)) if day >= first]
    at = _places(days, SCALES[-1])
    since = next(day for day, place in zip(days, at, strict=True) if at[-1] - place <= SPAN)
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
