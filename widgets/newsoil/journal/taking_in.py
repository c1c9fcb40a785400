"""Entries from elsewhere, put into a journal by their ids: nothing that is there goes, nothing comes twice."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from newsoil.journal.joining import joined, merged
from newsoil.journal.months import MonthFile
from newsoil.journal.record import Entry, moment
from newsoil.journal.shelf import Shelf, all_files, put, usable
from newsoil.journal.steps import Counter, Steps, untold

Kind = Literal["new", "changed", "same", "other"]


def compared(now: Entry | None, coming: Entry) -> tuple[Kind, Entry]:
    """What a coming entry is to the one that the journal has under its id, and the entry that holds the words of both.

    `other` is an entry of another exercise under the same id, which cannot be put in.
    """
    if now is None:
        return "new", coming
    if now.exercise != coming.exercise:
        return "other", now
    if _holds(now, coming):
        return "same", now
    return "changed", msgspec.structs.replace(joined(coming, now), made_at=now.made_at)


def take_in(shelf: Shelf, coming: Iterable[Entry], tell: Steps = untold) -> tuple[Entry, ...]:
    """Put entries into their months, each file written once, and return those that could not be put in. Whoever calls holds the lock.

    Raises:
        NotSaved: the disk refused; some months have theirs, and doing it again does the rest.
    """
    files = [file for file in all_files(shelf) if not file.unreadable]
    now = {entry.id: entry for entry in merged(entry for file in files for entry in file.entries)}
    homes = {entry.id: file for file in files for entry in file.entries}
    changes: dict[str, tuple[MonthFile, dict[str, Entry]]] = {}
    refused, listed = [], merged(coming)
    for entry in Counter(tell, "compare", len(listed)).through(listed):
        kind, after = compared(now.get(entry.id), entry)
        if kind == "other":
            refused.append(entry)
        if kind in ("new", "changed"):
            home = homes.get(entry.id) or _home(shelf, files, entry)
            changes.setdefault(home.name, (home, {}))[1][entry.id] = after
    for home, entries in Counter(tell, "bring", len(changes)).through(changes.values()):
        others = (entry for entry in home.entries if entry.id not in entries)
        put(shelf, home.name, merged((*others, *entries.values())), home.heard)
    return tuple(refused)


def _home(shelf: Shelf, files: list[MonthFile], entry: Entry) -> MonthFile:
    """The file of a month that a new entry goes to: the last one that can be used."""
    listed = [file for file in files if file.name.startswith(entry.month)]
    return max(listed, key=lambda file: (len(file.name), file.name)) if listed else usable(shelf, entry.month)[1]


def _holds(now: Entry, coming: Entry) -> bool:
    """Whether the journal's entry has all words of the coming one and is not older."""
    formers = [former.answers for former in now.earlier]
    said = coming.values in formers or coming.values.items() <= now.values.items()
    return said and moment(coming.changed_at) <= moment(now.changed_at) and all(former.answers in formers for former in coming.earlier)
