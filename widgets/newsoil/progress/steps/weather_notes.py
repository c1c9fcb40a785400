"""What the chart of days draws: how days felt, and beside it how much a person trusted their own judgement. Two panels, two counts."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of, one_line, whole

FELT, TRUST = "weather", "one-good-decision"
"""The exercises: how today feels, and one good decision with its number."""

KINDS = ("stormy", "anxious", "mixed", "calm", "open")
"""The answers from the bottom row to the top one. Ours: neighbours are alike, so that a middle has a meaning. No row is worth more."""

LOW, HIGH = 0, 10
"""The scale of the number, which is always drawn whole."""

DRAWN = 28
"""The latest days that are drawn, and the latest notes with a number. Ours: four weeks of days, whose dots stand apart at 288 px."""

LONGEST_GAP = 7
"""Days without a note that are drawn one by one. Ours: after a week the eye no longer counts them, and long pauses would press all dots
together."""


class Note(msgspec.Struct, frozen=True):
    """One dot: its day, its row (1 is `KINDS[0]`) or its number, and the person's own word."""

    day: date
    value: int
    word: str = ""


class Panel(msgspec.Struct, frozen=True):
    """The dots of one panel, oldest first. How much may be said of them is found by their own number."""

    name: Literal["felt", "trust"]
    notes: tuple[Note, ...]

    @property
    def shown(self) -> tuple[Note, ...]:
        """Those that are drawn, and that findings speak of."""
        return self.notes[-DRAWN:]

    @property
    def older(self) -> tuple[Note, ...]:
        """Those that are told by month."""
        return self.notes[:-DRAWN]

    @property
    def values(self) -> list[int]:
        """The rows or numbers that are drawn."""
        return [note.value for note in self.shown]


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
    numbers = [(day_of(entry), whole(entry, "self-trust")) for entry in notes_of(entries, TRUST)]
    return Panel("trust", tuple(Note(day, number) for day, number in numbers if number is not None and LOW <= number <= HIGH))
