"""A journal's files from one form to another, byte for byte, each read back before it counts as carried."""

import os
import shutil
from pathlib import Path

from newsoil._errors import Damaged, NotSealed
from newsoil.journal.backups import DAY, days, hide_times
from newsoil.journal.files import make_private, read_bytes, write
from newsoil.journal.months import month_files
from newsoil.journal.shelf import Shelf


def carry(source: Shelf, target: Shelf) -> None:
    """All months and backups. What was damaged or newer is carried as it is.

    Raises:
        NotSealed: a file cannot be opened, or was not written as it should be.
        NotSaved, OSError: the disk refused.
    """
    make_private(target.entries)
    _carry_months(source, source.entries, target, target.entries, {})
    carry_backups(source, target)


def carry_backups(source: Shelf, target: Shelf) -> None:
    """The backups of days of which the target has none. Raises as `carry` does."""
    copies: dict[int, Path] = {}
    for day in days(source):
        folder = target.backups / target.form.label(day)
        if not folder.exists():
            draft = target.backups / f".{folder.name}.draft"
            shutil.rmtree(draft, ignore_errors=True)
            make_private(draft)
            _carry_months(source, source.backups / source.form.label(day), target, draft, copies)
            write(draft / DAY, target.form.wrap(day, b""), target.form.stamp)
            copies = {number: folder / path.name if path.parent == draft else path for number, path in copies.items()}
            draft.rename(folder)
    hide_times(target)


def _carry_months(source: Shelf, place: Path, target: Shelf, folder: Path, copies: dict[int, Path]) -> None:
    """The months of one folder. What is one file twice in the source, by a link, is one file in the target."""
    for path in month_files(place, form=source.form):
        name, content = _opened(source, path)
        copy = folder / target.form.label(name)
        number = path.stat().st_ino
        if number not in copies or not _links(copies[number], copy):
            write(copy, target.form.wrap(name, content), target.form.stamp)
            copies[number] = copy
        if target.form.unwrap(copy.name, read_bytes(copy)) != (name, content):
            raise NotSealed(f"{copy} does not hold what was written to it. The notes are as they were; try another disk.")


def _opened(source: Shelf, path: Path) -> tuple[str, bytes]:
    try:
        return source.form.unwrap(path.name, read_bytes(path))
    except Damaged as error:
        raise NotSealed(f"{path} is damaged, or of a newer New Soil. Put it aside first; the notes are as they were.") from error


def _links(old: Path, new: Path) -> bool:
    try:
        os.link(old, new)
    except (OSError, NotImplementedError):
        return False
    return True
