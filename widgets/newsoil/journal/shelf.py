"""Where a journal's files stand, with the form that they have: what every function gets that reads or writes them under the lock."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from newsoil._errors import NotSaved
from newsoil.journal.files import write
from newsoil.journal.forms import PLAIN, Form
from newsoil.journal.months import Latest, MonthFile, encode, month_files, next_file, read
from newsoil.journal.record import Entry, Part
from newsoil.journal.steps import Counter, Steps, untold


class Shelf(msgspec.Struct, frozen=True):
    """The files of one journal: its own folder while it is plain, the folder `sealed` in it while it is sealed."""

    root: Path
    form: Form
    known: Latest | None = None
    """What remembers the month that was read or written last, where somebody does."""

    @property
    def entries(self) -> Path:
        """The folder of the months."""
        return self.root / "entries"

    @property
    def is_sealed(self) -> bool:
        """Whether the files are sealed."""
        return self.form is not PLAIN

    @property
    def backups(self) -> Path:
        """The folder of the rolling backups."""
        return self.root / "backups"


def is_sealed(folder: Path) -> bool:
    """Whether the journal in this folder is sealed. Raises `NotSaved` when that cannot be said now."""
    try:
        (folder / "sealed").stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise NotSaved(f"The folder {folder} could not be read ({error.strerror}).") from error
    return True


def has_notes(folder: Path) -> bool:
    """Whether there are notes in this journal's folder, plain or sealed. What cannot be looked at counts as notes that are there."""
    try:
        return is_sealed(folder) or any(path.suffix == ".json" for path in (folder / "entries").iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, NotSaved):
        return True


def read_since(folder: Path) -> int | None:
    """Since when what anybody may have read of this journal is as it is there: the time of the last erasing, in nanoseconds.

    `None` while there is nothing to read: no notes, or sealed ones. Edits leave it as it is; to erase changes it (`note_erasing`).
    """
    try:
        return folder.parent.stat().st_mtime_ns if has_notes(folder) and not is_sealed(folder) else None
    except (OSError, NotSaved):
        return 0


def note_erasing(folder: Path) -> None:
    """Let it be seen that something was just erased from this journal, for whoever read it before, by the time of the folder around it."""
    with suppress(OSError):
        os.utime(folder.parent)


def clear_remains(folder: Path) -> None:
    """Remove the folders that an interrupted sealing, or taking off of the seal, left in a locked journal's folder. None is the journal."""
    for name in ("sealing", "leaving"):
        shutil.rmtree(folder / name, ignore_errors=True)


def all_files(shelf: Shelf, tell: Steps = untold) -> list[MonthFile]:
    """Every month as it is now; `tell` hears of each, in the step `load`.

    Raises:
        NotSaved: the folder, or a file for a passing reason, cannot be read now.
    """
    paths = _paths(shelf)
    return _read_all(shelf, Counter(tell, "load", len(paths)).through(paths))


def usable(shelf: Shelf, month: str) -> tuple[list[MonthFile], MonthFile]:
    """The files of a month that can be used, and where it goes on if none can. Raises `NotSaved` when that cannot be said now."""
    paths = _paths(shelf, month)
    files = _read_all(shelf, paths)
    return [file for file in files if not file.unreadable], next_file(shelf.entries, month, paths, shelf.form)


def put(shelf: Shelf, name: str, entries: tuple[Entry, ...], heard: dict[str, int], folder: Path | None = None) -> bytes:
    """Write a month's file, in the folder of the months or in that of a backup, and return its bytes. Raises `NotSaved`."""
    content = shelf.form.wrap(name, encode(entries, heard))
    write((folder or shelf.entries) / shelf.form.label(name), content, shelf.form.stamp)
    return content


def put_and_know(shelf: Shelf, name: str, entries: tuple[Entry, ...], heard: dict[str, int]) -> None:
    """Write a month's file, whose entries are such as they are read from a disk, and remember what it says. Raises `NotSaved`."""
    raw = put(shelf, name, entries, heard)
    if shelf.known:
        shelf.known.keep(raw, MonthFile(shelf.entries / shelf.form.label(name), name, Part(entries), heard))


def _paths(shelf: Shelf, month: str = "") -> list[Path]:
    try:
        return month_files(shelf.entries, month, shelf.form)
    except OSError as error:
        raise NotSaved(f"The folder {shelf.entries} could not be read ({error.strerror}).") from error


def _read_all(shelf: Shelf, paths: Iterable[Path]) -> list[MonthFile]:
    files = [read(path, shelf.form, shelf.known) for path in paths]
    if passing := [file.unreadable for file in files if file.passing]:
        raise NotSaved(passing[0])
    return files
