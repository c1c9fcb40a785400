"""The journal's files. Nothing here knows what an answer means.

A month is `2026-11.json`. A file that cannot be read, or that a newer New Soil wrote, is left as it is; the month goes on in
`2026-11.2.json`, and so on.
"""

import errno
import re
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from newsoil.journal.files import read_bytes
from newsoil.journal.joining import merged
from newsoil.journal.record import SCHEMA_VERSION, Entry

_NAME = re.compile(r"([0-9]{4}-[0-9]{2})(?:\.([0-9]+))?\.json")

_PASSING = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN, errno.EINTR, errno.ETIMEDOUT, errno.ESTALE)
"""Reasons not to read a file now that say nothing about the file: the month must not go on beside it for these."""


class _Head(msgspec.Struct):
    """What every version of the file begins with, so that a newer one can be told from a damaged one."""

    format: Literal["newsoil-entries"]
    schema_version: int


class _Month(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal["newsoil-entries"]
    schema_version: Literal[1]
    entries: tuple[Entry, ...]
    heard: dict[str, int] = {}


class MonthFile(msgspec.Struct, frozen=True):
    """One file of a month: its entries and what pages were last heard to say, or one sentence on why it was left as it is."""

    path: Path
    entries: tuple[Entry, ...] = ()
    heard: dict[str, int] = {}
    unreadable: str = ""
    passing: bool = False
    """Whether the file may well be read in a moment."""


def month_files(folder: Path, month: str = "") -> list[Path]:
    """The files of one month, or of all, in order. Raises `OSError` when the folder is there and cannot be looked into."""
    try:
        names = [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return []
    named = [match for name in names if (match := _NAME.fullmatch(name)) and month in ("", match[1])]
    return [folder / match[0] for match in sorted(named, key=lambda match: (match[1], int(match[2] or 1)))]


def next_file(folder: Path, month: str, paths: list[Path]) -> Path:
    """The file that a month goes on in when none of its files, which are `paths`, can be used."""
    taken = {path.name for path in paths}
    names = (f"{month}.json", *(f"{month}.{number}.json" for number in range(2, len(taken) + 3)))
    return folder / next(name for name in names if name not in taken)


def read(path: Path) -> MonthFile:
    """One file; what cannot be read, is damaged or newer comes back as a sentence, never as an error."""
    try:
        raw = read_bytes(path)
    except OSError as error:
        sentence = f"{path} could not be read ({error.strerror}). It is left as it is. Check who may read it."
        return MonthFile(path, unreadable=sentence, passing=error.errno in _PASSING)
    try:
        month = msgspec.json.decode(raw, type=_Month)
        for entry in month.entries:
            datetime.fromisoformat(entry.made_at), datetime.fromisoformat(entry.changed_at)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return MonthFile(path, unreadable=_reason(path, raw))
    return MonthFile(path, merged(month.entries), month.heard)


def _reason(path: Path, raw: bytes) -> str:
    """Why a file cannot be used: a newer New Soil wrote it, or it is damaged."""
    try:
        if msgspec.json.decode(raw, type=_Head).schema_version > SCHEMA_VERSION:
            return f"{path} was written by a newer New Soil. It is left as it is. Update New Soil to read it."
    except (msgspec.DecodeError, ValueError, RecursionError):
        pass
    return f"{path} is damaged and could not be read. It is left as it is. New notes go to a file beside it."


def encode(entries: tuple[Entry, ...], heard: dict[str, int]) -> bytes:
    """A month as bytes: plain UTF-8 JSON, indented, the same for the same entries."""
    month = _Month("newsoil-entries", SCHEMA_VERSION, entries, heard)
    return msgspec.json.format(msgspec.json.encode(month), indent=1) + b"\n"
