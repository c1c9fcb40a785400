"""Rolling backups: the journal as it was before the first word of a day, beside the months, in the journal's own form.

A backup is a folder with a file for every month. A month that has changed since the backup before is copied; one that has not is linked
to that backup's copy, so a day costs as much as was written on it. Nothing is linked to the journal's own files: whatever opens one in
place and spoils it would spoil the backup with it. Where the disk has no links, everything is copied.
"""

import os
import re
import shutil
from datetime import date
from pathlib import Path

from newsoil._errors import Damaged, NotSaved
from newsoil.journal.files import OF_SYSTEMS, make_private, read_bytes, sync, write, write_new
from newsoil.journal.months import journal_of, month_files, read
from newsoil.journal.record import Journal
from newsoil.journal.shelf import Shelf
from newsoil.journal.steps import Counter, Steps, untold

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many are kept: of the last days with a word, the last of a day; of the last weeks, of a week; of the last months, of a month.

A slip is noticed within days, a lost page within weeks; a year is as long as "what did I write last spring" reaches (ours).
"""

DAY = "day"
"""The file in a backup that says of which day it is, under the label of the folder. It is written last."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def back_up(shelf: Shelf, day: str, tell: Steps = untold) -> None:
    """Keep the journal as it is now as the backup of `day`, unless there is one, and let go of those that are too many.

    `tell` hears of each file, in the step `back-up`.

    Raises:
        NotSaved: the disk refused; there is no backup of this day, and those before are whole.
    """
    target = shelf.backups / shelf.form.label(day)
    try:
        clear_unfinished(shelf)
        if target.exists() or not month_files(shelf.entries, form=shelf.form):
            return
        before = days(shelf)
        draft = shelf.backups / f".{target.name}.draft"
        _fill(shelf, draft, shelf.backups / shelf.form.label(before[-1]) if before else None, tell)
        write(draft / DAY, shelf.form.wrap(day, b""), shelf.form.stamp)
        draft.rename(target)
        sync(shelf.backups)
        later = [old for old in before if old > day]  # of a clock that went ahead: they must not crowd out those of the true days
        for old in surplus(later) | surplus([*before[: len(before) - len(later)], day]):
            remove(shelf.backups / shelf.form.label(old))
        hide_times(shelf)
    except OSError as error:
        raise NotSaved(f"The folder {shelf.backups} took no backup ({error.strerror}).") from error


def days(shelf: Shelf) -> list[str]:
    """The days of which there is a backup, oldest first. Raises `OSError`."""
    try:
        folders = [path for path in shelf.backups.iterdir() if not path.name.startswith(".")]
    except FileNotFoundError:
        return []
    return sorted(day for folder in folders if (day := _day(shelf, folder)))


def read_backup(shelf: Shelf, day: str) -> Journal:
    """The journal as it was before the first word of a day; empty when there is no such backup."""
    try:
        files = [read(path, shelf.form) for path in month_files(shelf.backups / shelf.form.label(day), form=shelf.form)]
    except OSError as error:
        return Journal(unreadable=(f"The backup of {day} could not be read ({error.strerror}).",))
    return journal_of(files)


def folders(shelf: Shelf) -> list[Path]:
    """The folders of all backups, also of those that were not finished. Raises `OSError`."""
    return [path for path in shelf.backups.iterdir() if path.is_dir()] if shelf.backups.exists() else []


def others(shelf: Shelf) -> list[Path]:
    """What lies among the backups and is none that can be told: its day is not there or damaged, or somebody put it there. It may be notes.

    Raises `OSError`.
    """
    there = sorted(shelf.backups.iterdir()) if shelf.backups.exists() else []
    seen = [path for path in there if not path.name.startswith(".") and path.name not in OF_SYSTEMS and not _is_empty(path)]
    return [path for path in seen if not _day(shelf, path)]


def remove(folder: Path) -> None:
    """Remove a backup, under the name of an unfinished one: if it is interrupted, it goes with those, and half of it is no backup.

    Raises `OSError`.
    """
    going = folder.with_name(f".{folder.name}.draft")
    folder.rename(going)
    shutil.rmtree(going)


def clear_unfinished(shelf: Shelf) -> None:
    """Remove what an interrupted backup left, or the removing of one. Raises `OSError`."""
    for folder in folders(shelf):
        if folder.name.startswith("."):
            shutil.rmtree(folder)


def surplus(listed: list[str]) -> set[str]:
    """Of the days of backups those that are let go: all but the last `DAYS`, the last of `WEEKS` weeks, and of `MONTHS` months.

    They are counted among the backups that there are, so that a year without a word costs none.
    """
    newest = sorted(listed, reverse=True)
    weeks = {date.fromisoformat(day).isocalendar()[:2]: day for day in reversed(newest)}
    months = {day[:7]: day for day in reversed(newest)}
    kept = {*newest[:DAYS], *sorted(weeks.values())[-WEEKS:], *sorted(months.values())[-MONTHS:]}
    return set(listed) - kept


def hide_times(shelf: Shelf) -> None:
    """Let the folders of backups show the time that files of this form show. Raises `OSError`."""
    if shelf.form.stamp is not None and shelf.backups.exists():
        for folder in (*folders(shelf), shelf.backups):
            os.utime(folder, ns=(shelf.form.stamp, shelf.form.stamp))


def _fill(shelf: Shelf, draft: Path, before: Path | None, tell: Steps) -> None:
    """Put every month's file into a new backup, from the one before where that has the same. Their names are settled with the mark."""
    make_private(draft)
    paths = month_files(shelf.entries, form=shelf.form)
    for path in Counter(tell, "back-up", len(paths)).through(paths):
        raw, old = read_bytes(path), before / path.name if before else None
        if old is None or not _links(old, draft / path.name, raw):
            write_new(draft / path.name, raw, shelf.form.stamp)


def _links(old: Path, new: Path, raw: bytes) -> bool:
    """Link a month to the copy in the backup before, if that is the same and the disk has links."""
    try:
        if read_bytes(old) != raw:
            return False
        new.hardlink_to(old)
    except (OSError, NotImplementedError):
        return False
    return True


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _day(shelf: Shelf, folder: Path) -> str:
    """The day that a backup is of; empty when it is none, or not whole. Raises `OSError` when that cannot be said now."""
    try:
        day = shelf.form.unwrap(folder.name, read_bytes(folder / DAY))[0]
        return day if _ISO.fullmatch(day) and date.fromisoformat(day) else ""
    except (FileNotFoundError, NotADirectoryError, Damaged, ValueError):
        return ""
