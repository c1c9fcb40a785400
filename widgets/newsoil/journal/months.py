"""The files of a month. Nothing here knows what an answer means.

A month is `2026-11.json`. A file that cannot be read, or that a newer New Soil wrote, is left as it is; the month goes on in
`2026-11.2.json`, and so on. What such a file is called on disk, and how its bytes look, is a matter of its `Form`.
"""

import errno
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from newsoil._errors import Damaged, Newer
from newsoil.journal.files import read_bytes
from newsoil.journal.forms import PLAIN, Form, name_of
from newsoil.journal.joining import chained, merged
from newsoil.journal.migrations import migrated
from newsoil.journal.record import SCHEMA_VERSION, Entry, Journal, Part

_PASSING = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN, errno.EINTR, errno.ETIMEDOUT, errno.ESTALE)
"""Reasons not to read a file now that say nothing about the file: the month must not go on beside it for these."""


class _Month(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal["newsoil-entries"]
    schema_version: Literal[1]
    entries: tuple[Entry, ...]
    heard: dict[str, int] = {}


class MonthFile(msgspec.Struct, frozen=True):
    """One file of a month: its entries and what pages were last heard to say, or one sentence on why it was left as it is."""

    path: Path
    name: str = ""
    """What the file is in any form: `2026-11.json`. Empty where that could not be read."""
    part: Part = Part(())
    heard: dict[str, int] = {}
    unreadable: str = ""
    passing: bool = False
    """Whether the file may well be read in a moment."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the file, oldest first."""
        return self.part.entries


class Latest:
    """The file of a month that was read or written last, with the bytes that it had: while the disk holds the same ones, it says the same.

    So a word does not wait until the notes of its month are read once more.

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


def journal_of(files: Iterable[MonthFile]) -> Journal:
    """The journal that files hold together."""
    listed = list(files)
    return Journal.of_parts(chained(file.part for file in listed), tuple(file.unreadable for file in listed if file.unreadable))


def month_files(folder: Path, month: str = "", form: Form = PLAIN) -> list[Path]:
    """The files of one month, or of all, in order. Raises `OSError` when the folder is there and cannot be looked into."""
    try:
        with os.scandir(folder) as there:
            labels = [file.name for file in there]
    except FileNotFoundError:
        return []
    return [folder / label for label in form.listed(labels, month)]


def next_file(folder: Path, month: str, paths: list[Path], form: Form = PLAIN) -> MonthFile:
    """The file, still empty, that a month goes on in when none of its files, which are `paths`, can be used."""
    taken = {path.name for path in paths}
    name = next(name for number in range(1, len(taken) + 2) if form.label(name := name_of(month, number)) not in taken)
    return MonthFile(folder / form.label(name), name)


def read(path: Path, form: Form = PLAIN, known: Latest | None = None) -> MonthFile:
    """One file; what cannot be read, is damaged or newer comes back as a sentence, never as an error.

    Bytes that are `known` are not decoded again.
    """
    try:
        raw = read_bytes(path)
    except OSError as error:
        sentence = f"{path} could not be read ({error.strerror}). It is left as it is. Check who may read it."
        return MonthFile(path, unreadable=sentence, passing=error.errno in _PASSING)
    if known and (file := known.of(path, raw)):
        return file
    try:
        name, content = form.unwrap(path.name, raw)
        entries, heard = decode(content)
    except Newer:
        return MonthFile(path, unreadable=f"{path} was written by a newer New Soil. It is left as it is. Update New Soil to read it.")
    except Damaged:
        sentence = f"{path} is damaged and could not be read. It is left as it is. New notes go to a file beside it."
        return MonthFile(path, unreadable=sentence)
    file = MonthFile(path, name, Part(entries), heard)
    if known:
        known.keep(raw, file)
    return file


def decode(content: bytes) -> tuple[tuple[Entry, ...], dict[str, int]]:
    """Entries of a month, by time and each once, and what was heard. Raises `Damaged` or `Newer`."""
    try:
        month = msgspec.json.decode(content, type=_Month)
    except (msgspec.DecodeError, ValueError, RecursionError):
        month = _of_another_version(content)
    try:
        for entry in month.entries:
            datetime.fromisoformat(entry.made_at), datetime.fromisoformat(entry.changed_at)
        return merged(month.entries), month.heard
    except (ValueError, RecursionError) as error:
        raise Damaged("A note of this month was made at no time.") from error


def _of_another_version(content: bytes) -> _Month:
    """A month that is not as today's are. Raises `Damaged` or `Newer`."""
    try:
        return msgspec.json.decode(migrated(content), type=_Month)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise Damaged("This is no month of a journal.") from error


def encode(entries: tuple[Entry, ...], heard: dict[str, int]) -> bytes:
    """A month as bytes: plain UTF-8 JSON, indented, the same for the same entries."""
    month = _Month("newsoil-entries", SCHEMA_VERSION, entries, heard)
    return msgspec.json.format(msgspec.json.encode(month), indent=1) + b"\n"
