"""A journal's files from one form to another, byte for byte, each read back before it counts as carried."""

import os
import shutil
from pathlib import Path

from newsoil._errors import Damaged, NotSealed
from newsoil.journal.backups import DAY, days, hide_times
from newsoil.journal.files import make_private, read_bytes, write
from newsoil.journal.months import month_files
from newsoil.journal.shelf import Shelf
from newsoil.journal.steps import Counter, Steps, untold


def carry(source: Shelf, target: Shelf, tell: Steps = untold, step: str = "") -> None:
    """All months and backups. What was damaged or newer is carried as it is. `tell` hears of each file, in a step of this name.

    Raises:
        NotSealed: a file cannot be opened, or was not written as it should be.
        NotSaved, OSError: the disk refused.
    """
    counter = Counter(tell, step, _count(source))
    make_private(target.entries)
    _carry_months(source, source.entries, target, target.entries, ({}, counter))
    carry_backups(source, target, counter)


def carry_backups(source: Shelf, target: Shelf, counter: Counter | None = None) -> None:
    """The backups of days of which the target has none. Raises as `carry` does."""
    counter = counter or Counter(untold, "", 0)
    copies: dict[int, Path] = {}
    for day in days(source):
        folder = target.backups / target.form.label(day)
        if not folder.exists():
            draft = target.backups / f".{folder.name}.draft"
            shutil.rmtree(draft, ignore_errors=True)
            make_private(draft)
            _carry_months(source, source.backups / source.form.label(day), target, draft, (copies, counter))
            write(draft / DAY, target.form.wrap(day, b""), target.form.stamp)
            copies = {number: folder / path.name if path.parent == draft else path for number, path in copies.items()}
            draft.rename(folder)
    hide_times(target)


def _count(source: Shelf) -> int:
    """How many files are carried. Raises `OSError`."""
    places = (source.entries, *(source.backups / source.form.label(day) for day in days(source)))
    return sum(len(month_files(place, form=source.form)) for place in places)


def _carry_months(source: Shelf, place: Path, target: Shelf, folder: Path, known: tuple[dict[int, Path], Counter]) -> None:
    """The months of one folder. What is one file twice in the source, by a link, is one file in the target."""
    copies, counter = known
    for path in counter.through(month_files(place, form=source.form)):
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
