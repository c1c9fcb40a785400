"""The journal on disk: the only code that writes answers.

`<home>/journals/<journal id>/entries/2026-11.json`; an entry lives for ever in the month of its `made_at`. The disk is the only truth:
every notebook is a kernel of its own and two tabs happen, so `record` locks, reads that month, merges one change, writes.
"""

import re
import time
from collections.abc import Callable
from pathlib import Path

from newsoil._errors import BadAnswer, NotSaved
from newsoil.journal.edit import Edit, apply
from newsoil.journal.files import clear_drafts, locked, settle, write
from newsoil.journal.heard import hear, is_old, is_own, overtaken_by
from newsoil.journal.joining import chained, merged
from newsoil.journal.months import MonthFile, encode, month_files, next_file, read
from newsoil.journal.record import Entry, Journal, moment

FRESH = 2_000_000_000
"""Nanoseconds in which a changed file may change again without its time, size and number showing it: until then it is read anew."""

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?([+-][0-9]{2}:[0-9]{2}|Z)")

_ID = re.compile(r"[A-Za-z0-9._:~-]{1,100}")


class Store:
    """The entries of one participant, in a folder. Cheap to make; keeps nothing that the disk does not hold."""

    def __init__(self, home: Path, journal: str = "mine") -> None:
        self.folder = home / "journals" / journal
        self.entries = self.folder / "entries"
        self._read: dict[Path, tuple[tuple[int, int, int], MonthFile]] = {}
        self._shown: tuple[list[MonthFile], Journal] = ([], Journal())
        self._is_tidy = False

    def load(self) -> Journal:
        """All entries, oldest first. What cannot be read is named in `Journal.unreadable` and left as it is.

        While nothing on disk changes, this is the same journal again.
        """
        try:
            files = [self._cached(path) for path in month_files(self.entries)]
        except OSError as error:
            return Journal(unreadable=(f"{self.entries} could not be read ({error.strerror}). Check who may read it.",))
        shown, journal = self._shown
        if len(files) != len(shown) or not all(_is_same(one, other) for one, other in zip(files, shown, strict=True)):
            entries = chained([file.entries for file in files])
            journal = Journal(entries=entries, unreadable=tuple(file.unreadable for file in files if file.unreadable))
            self._shown = (files, journal)
        return journal

    def record(self, edit: Edit, begin: Callable[[Edit], Entry] = Edit.begin) -> Entry:
        """Record one edit on top of what its month holds now, and return the entry as it is on disk.

        Every notebook is a kernel of its own, so two open pages may write to one journal. `begin` makes the entry that an edit is the
        first to touch.

        Raises:
            BadAnswer: the edit names no month, no page, or an entry of another exercise.
            NotSaved: the disk refused; the entry as it was is still whole.
        """
        _check(edit)
        with locked(self.folder):
            files, beside = self._usable(edit.made_at[:7])
            home = _home(files, edit) or MonthFile(beside)
            before = _found(files, edit)
            if before and is_old(home.heard, edit):
                settle(home.path)
                return before
            own, late = is_own(home.heard, edit), overtaken_by(home.heard, edit)
            after = apply(before or begin(edit), edit, own=own, overtaken_by=late)
            others = (entry for entry in home.entries if entry.id != edit.entry)
            write(home.path, encode(merged((*others, after)), hear(home.heard, edit)))
        return after

    def _usable(self, month: str) -> tuple[list[MonthFile], Path]:
        """The files of a month that can be used, and where it goes on if none can. Raises `NotSaved` when that cannot be said now."""
        try:
            if not self._is_tidy:
                clear_drafts(self.entries)
                self._is_tidy = True
            paths = month_files(self.entries, month)
        except OSError as error:
            raise NotSaved(f"The folder {self.entries} could not be read ({error.strerror}).") from error
        files = [read(path) for path in paths]
        if passing := [file.unreadable for file in files if file.passing]:
            raise NotSaved(passing[0])
        return [file for file in files if not file.unreadable], next_file(self.entries, month, paths)

    def _cached(self, path: Path) -> MonthFile:
        """One file, read again only when it changed; one that could not be read is always tried again."""
        try:
            stat = path.stat()
        except OSError:
            return read(path)
        mark = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        if path in self._read and self._read[path][0] == mark:
            return self._read[path][1]
        file = read(path)
        if not file.unreadable and time.time_ns() - stat.st_mtime_ns > FRESH:
            self._read[path] = (mark, file)
        return file


def _is_same(one: MonthFile, other: MonthFile) -> bool:
    """Whether nothing has to be merged anew: one reading of one file, or one reason not to read it."""
    return one is other or (bool(one.unreadable) and one == other)


def _check(edit: Edit) -> None:
    """Refuse what could not be kept or found again. Raises `BadAnswer`."""
    try:
        times = all(_TIME.fullmatch(at) and moment(at) for at in (edit.made_at, edit.at))
    except ValueError:
        times = False
    if not times:
        raise BadAnswer("A note begins with the time at which it was made.")
    if not all(_ID.fullmatch(name) for name in (edit.page, edit.entry)):
        raise BadAnswer("A page and a note have ids of letters, digits and hyphens, at most 100 of them.")


def _home(files: list[MonthFile], edit: Edit) -> MonthFile | None:
    """The file that holds the entry, else the last one."""
    holding = [file for file in files if any(entry.id == edit.entry for entry in file.entries)]
    return next(reversed(holding or files), None)


def _found(files: list[MonthFile], edit: Edit) -> Entry | None:
    """The entry as all files of its month together hold it. Raises `BadAnswer` when it is one of another exercise."""
    copies = [entry for file in files for entry in file.entries if entry.id == edit.entry]
    if any(entry.exercise != edit.exercise for entry in copies):
        raise BadAnswer("This note belongs to another exercise.")
    return next(iter(merged(copies)), None)
