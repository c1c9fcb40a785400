"""A document of notes that somebody brings: checked to the last value before anything of it is put anywhere."""

import re
from datetime import date
from typing import Any, Literal

import msgspec

from newsoil._errors import Damaged, Newer, NotTaken
from newsoil.journal.joining import merged
from newsoil.journal.migrations import migrated
from newsoil.journal.record import Entry, Journal
from newsoil.journal.recording import is_id, is_time
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.taking_in import compared

LARGEST = 256 * 2**20
"""Bytes of a document: some twenty times a full ten-year journal (ours)."""

LARGEST_NOTE = 8 * 2**20
"""Bytes of one note: several answers of a million letters each (ours)."""

DEEPEST = 8
"""How deep an answer may be nested; the deepest that the guide asks for, rows of small records, takes three (ours)."""

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Document(msgspec.Struct, frozen=True):
    """The notes of a document that can be taken, and one sentence for each that cannot."""

    entries: tuple[Entry, ...]
    refused: tuple[str, ...] = ()


class Preview(msgspec.Struct, frozen=True):
    """What a document brings to a journal, in numbers of notes; nothing is changed by looking."""

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: tuple[str, ...] = ()
    """One sentence for each note that will not be taken. It says which by its place and never what stands in it."""


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal["newsoil-entries"]
    schema_version: Literal[1]
    entries: list[msgspec.Raw]


def read_document(raw: bytes, tell: Steps = untold) -> Document:
    """The notes of an export, of this or an older version. Exercises that the guide does not have are kept.

    `tell` hears of each note, in the step `read`.

    Raises:
        NotTaken: it is no export of New Soil, is too large, or a newer New Soil wrote it.
    """
    if len(raw) > LARGEST:
        raise NotTaken(f"This file is larger than {LARGEST // 2**20} MiB, which no journal is.")
    try:
        document = msgspec.json.decode(migrated(raw), type=_Document)
    except Newer as error:
        raise NotTaken("This file was written by a newer New Soil. Update New Soil to take it.") from error
    except (Damaged, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise NotTaken("This file is no export of New Soil, or it is damaged.") from error
    entries, refused = [], []
    for number, note in enumerate(Counter(tell, "read", len(document.entries)).through(document.entries), start=1):
        try:
            entries.append(_entry(bytes(note)))
        except Damaged as error:
            refused.append(f"Note {number} of the file cannot be taken: {error}")
    return Document(merged(entries), tuple(refused))


def preview(journal: Journal, document: Document, tell: Steps = untold) -> Preview:
    """How many notes of a document are new to a journal, change one that it has, or say the same. `tell` hears of each, as `compare`."""
    now = {entry.id: entry for entry in journal.entries}
    counter = Counter(tell, "compare", len(document.entries))
    kinds = [compared(now.get(entry.id), entry)[0] for entry in counter.through(document.entries)]
    other = tuple("A note has the id of one of another exercise and is not taken." for kind in kinds if kind == "other")
    return Preview(kinds.count("new"), kinds.count("changed"), kinds.count("same"), (*document.refused, *other))


def _entry(raw: bytes) -> Entry:
    """One note. Raises `Damaged` with the reason."""
    if len(raw) > LARGEST_NOTE:
        raise Damaged(f"it is larger than {LARGEST_NOTE // 2**20} MiB.")
    try:
        entry = msgspec.json.decode(raw, type=Entry)
        is_kept = msgspec.json.decode(msgspec.json.encode(entry), type=Entry) == entry
    except (msgspec.DecodeError, ValueError, OverflowError, RecursionError) as error:
        raise Damaged("it is not what New Soil writes.") from error
    if not is_kept:
        raise Damaged("a number in it is too large.")
    if not (is_id(entry.id) and is_id(entry.exercise)):
        raise Damaged("it has no id, or no exercise.")
    if not all(is_time(at) for at in (entry.made_at, entry.changed_at, entry.deleted_at or entry.made_at)):
        raise Damaged("it was made, changed or deleted at no time.")
    if not all(is_time(former.at) for former in entry.earlier) or not _is_day(entry.for_date):
        raise Damaged("it is about no day, or something was written in it at no time.")
    if any(_depth(answers) > DEEPEST + 1 for answers in (entry.answers, *(former.answers for former in entry.earlier))):
        raise Damaged("an answer in it is nested too deep.")
    return entry


def _is_day(day: str | None) -> bool:
    """Whether this is a year, a month, a day, or nothing."""
    if day is None:
        return True
    try:
        return bool(_DAY.fullmatch(day) and date.fromisoformat(f"{day}-01-01"[:10]))
    except ValueError:
        return False


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max((_depth(one) for one in inner), default=0)
