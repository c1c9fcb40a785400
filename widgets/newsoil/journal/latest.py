"""The file of a month that was read or written last, so that a word does not wait until the notes of its month are read once more."""

from pathlib import Path

from newsoil.journal.months import MonthFile


class Latest:
    """One month's file with the bytes that it had: while the disk holds the same ones, it says the same.

    Time, size and number of a file that has just been written do not show whether another page wrote since. Its bytes do, and to compare
    them costs a tenth of what it costs to read three hundred notes out of them.
    """

    __slots__ = ("_file", "_raw")

    def __init__(self) -> None:
        self._raw = b""
        self._file: MonthFile | None = None

    def of(self, path: Path, raw: bytes) -> MonthFile | None:
        """What a file with these bytes says, if it is the one that is remembered."""
        return self._file if self._file and self._file.path == path and self._raw == raw else None

    def keep(self, raw: bytes, file: MonthFile) -> None:
        """Remember this file, which can be used, in place of another."""
        self._raw, self._file = raw, file
