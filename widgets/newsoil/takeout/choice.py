"""Which notes are taken out: some exercises, some range of days; and telling whoever waits how far it is."""

import calendar
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from newsoil.guide import Exercise, Guide
from newsoil.journal import Entry, Journal

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done, after each step; long work of a page shows it."""

T = TypeVar("T")

_YEAR, _MONTH = len("2026"), len("2026-11")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What a person chose to take out. No exercise named means all of them; a range without an end is open there."""

    exercises: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    def takes(self, entry: Entry) -> bool:
        """Whether an entry is chosen: its day, month or year touches the range."""
        if self.exercises and entry.exercise not in self.exercises:
            return False
        span = span_of(entry.day)
        return span is None or ((self.first is None or span[1] >= self.first) and (self.last is None or span[0] <= self.last))

    def narrow(self, journal: Journal) -> Journal:
        """The journal with the chosen entries alone, deleted ones too."""
        return Journal(tuple(entry for entry in journal.entries if self.takes(entry)), journal.unreadable)

    def notes(self, journal: Journal) -> list[Entry]:
        """The chosen entries that say something and are not deleted, oldest first."""
        return [entry for entry in journal.entries if self.takes(entry) and entry.values and entry.deleted_at is None]


def span_of(about: str) -> tuple[date, date] | None:
    """The first and last day of a day, month or year; `None` for what is none of them, which no range leaves out."""
    try:
        start = date.fromisoformat((about + "-01-01")[: len("2026-11-23")])
    except ValueError:
        return None
    if len(about) == _YEAR:
        return start, start.replace(month=12, day=31)
    return start, start.replace(day=calendar.monthrange(start.year, start.month)[1]) if len(about) == _MONTH else start


def exercises_of(guide: Guide, entries: Sequence[Entry]) -> list[Exercise]:
    """The exercises that entries belong to: those of the guide in its order, then those that it does not know, by their ids."""
    met = {entry.exercise for entry in entries}
    known = [exercise for exercise in guide.exercises if exercise.id in met]
    return known + [exercise_of(guide, name) for name in sorted(met - {exercise.id for exercise in known})]


def exercise_of(guide: Guide, name: str) -> Exercise:
    """An exercise of the guide, or one without prompts in place of an exercise that the guide does not know."""
    known = next((exercise for exercise in guide.exercises if exercise.id == name), None)
    return known or Exercise(id=name, title=name, stage="", kind="log", minutes="", rhythm="", prompts=())


def counted(things: Sequence[T], progress: Progress | None) -> Iterator[T]:
    """The things one by one; after each is worked off, `progress` hears of it."""
    for done, thing in enumerate(things, 1):
        yield thing
        if progress:
            progress(done, len(things))
