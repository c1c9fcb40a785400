"""The days of a journal by what is noted on them, month by month."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from newsoil.journal import Entry, Journal
from newsoil.journal.record import PUT_OFF
from newsoil.progress.notes import day_text

Month = dict[str, list[Entry]]
"""Entries by their day."""

_MONTH = len("2026-11")


class Day(msgspec.Struct, frozen=True):
    """How many notes a day has, and whether it was put off: for that day, or to rest. Both can be so on one day."""

    day: str
    notes: int
    put_off: bool


def months(journal: Journal) -> tuple[str, str] | None:
    """The first and the last month that has something, as `2026-11`; nothing when there is nothing."""
    known = {month for part in journal.of_each(_by_month) for month in part}
    return (min(known), max(known)) if known else None


def days_of(journal: Journal, month: str) -> list[Day]:
    """The days of a month on which something is noted or put off, in their order."""
    by_day: Month = {}
    for entry in _in_month(journal, month):
        by_day.setdefault(day_text(entry), []).append(entry)
    return [Day(day, sum(entry.counts for entry in own), any(not entry.counts for entry in own)) for day, own in sorted(by_day.items())]


def notes_on(journal: Journal, day: date) -> list[Entry]:
    """What stands at a day, in the order in which it was made: notes, and what was put off."""
    wanted = day.isoformat()
    own = [entry for entry in _in_month(journal, wanted[:_MONTH]) if day_text(entry) == wanted]
    return sorted(own, key=lambda entry: (entry.made_at, entry.id))


def _in_month(journal: Journal, month: str) -> Iterator[Entry]:
    for part in journal.of_each(_by_month):
        yield from part.get(month, ())


def _by_month(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Entries by the month in which they stand, which need not be the month in which they were made."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.counts or (entry.status in PUT_OFF and entry.deleted_at is None):
            found.setdefault(day_text(entry)[:_MONTH], []).append(entry)
    return found
