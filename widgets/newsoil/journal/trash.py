"""The trash: entries that were deleted and can still be brought back."""

from datetime import datetime, timedelta
from itertools import chain

from newsoil.journal.record import Entry, Journal, moment

TRASH = timedelta(days=30)
"""How long a deleted entry can be brought back: a month of second thoughts (ours)."""


def trash(journal: Journal) -> tuple[Entry, ...]:
    """The deleted entries, the one that was deleted last first. To bring one back, record its `delete` with the value `False`."""
    return tuple(sorted(chain.from_iterable(journal.of_each(_deleted)), key=deleted, reverse=True))


def deleted(entry: Entry) -> datetime:
    """When an entry was deleted; never before its last change, even if a clock was wrong."""
    return max(moment(entry.deleted_at or entry.changed_at), moment(entry.changed_at))


def _deleted(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.deleted_at)
