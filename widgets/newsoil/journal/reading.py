"""The whole journal from its files, each read again only when it changed."""

from pathlib import Path

from newsoil.journal.forms import Mark
from newsoil.journal.months import MonthFile, journal_of, month_files, read
from newsoil.journal.record import Journal
from newsoil.journal.shelf import Shelf
from newsoil.journal.steps import Counter, Steps, untold


class Reader:
    """What was read of one journal, and by which mark each file shows that it changed."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[Mark, MonthFile]] = {}
        self._shown: tuple[list[MonthFile], Journal] = ([], Journal())

    def journal(self, shelf: Shelf, odd: tuple[str, ...] = (), tell: Steps = untold) -> Journal:
        """All entries, oldest first. While nothing on disk changes, this is the same journal again. `odd` is what else is to be named.

        `tell` hears of each file, in the step `load`.
        """
        try:
            paths = month_files(shelf.entries, form=shelf.form)
            files = [self._file(path, shelf) for path in Counter(tell, "load", len(paths)).through(paths)]
        except OSError as error:
            return Journal(unreadable=(f"{shelf.entries} could not be read ({error.strerror}). Check who may read it.",))
        shown, journal = self._shown
        if len(files) != len(shown) or not all(_is_same(one, other) for one, other in zip(files, shown, strict=True)):
            journal = journal_of(files)
            self._shown = (files, journal)
        return Journal.of_parts(journal.parts, (*journal.unreadable, *odd)) if odd else journal

    def _file(self, path: Path, shelf: Shelf) -> MonthFile:
        """One file, read again only when it changed; one that could not be read is always tried again."""
        try:
            mark = shelf.form.mark(path)
        except OSError:
            return read(path, shelf.form, shelf.known)
        if mark and path in self._read and self._read[path][0] == mark:
            return self._read[path][1]
        file = read(path, shelf.form, shelf.known)
        if mark and not file.unreadable:
            self._read[path] = (mark, file)
        return file


def _is_same(one: MonthFile, other: MonthFile) -> bool:
    """Whether nothing has to be merged anew: one reading of one file, or one reason not to read it."""
    return one is other or (bool(one.unreadable) and (one.path, one.unreadable) == (other.path, other.unreadable))
