"""One edit on top of what its month holds now: as a pure function, and on a shelf whose lock the caller holds."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from newsoil._errors import BadAnswer
from newsoil.journal.edit import Edit, apply
from newsoil.journal.files import settle
from newsoil.journal.heard import hear, is_old, is_own, overtaken_by
from newsoil.journal.joining import merged
from newsoil.journal.months import MonthFile
from newsoil.journal.record import Entry, as_read, moment
from newsoil.journal.shelf import Shelf, put_and_know, usable

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?([+-][0-9]{2}:[0-9]{2}|Z)")

_ID = re.compile(r"[A-Za-z0-9._:~-]{1,100}")


class Recorded(msgspec.Struct, frozen=True):
    """What an edit leaves: its entry, and what was heard of pages; `heard` is nothing where the edit had come before."""

    entry: Entry
    heard: dict[str, int] | None = None


def recorded(copies: Iterable[Entry], heard: Mapping[str, int], edit: Edit, begin: Callable[[Edit], Entry]) -> Recorded:
    """One edit, which is checked already, on top of what its month holds: wherever the months are kept, an edit does the same.

    `copies` are all entries of the month; `heard` is what stands beside the edit's entry, as in `newsoil.journal.heard`.

    Raises:
        BadAnswer: the entry is one of another exercise.
    """
    before, known = _found(copies, edit), dict(heard)
    if before and is_old(known, edit):
        return Recorded(before)
    after = apply(before or begin(edit), edit, own=is_own(known, edit), overtaken_by=overtaken_by(known, edit))
    return Recorded(after, hear(known, edit))


def with_entry(entries: Iterable[Entry], entry: Entry) -> tuple[Entry, ...]:
    """Entries by time with one put in, in place of the one that has its id."""
    return merged((*(other for other in entries if other.id != entry.id), entry))


def record_on(shelf: Shelf, edit: Edit, begin: Callable[[Edit], Entry], prepare: Callable[[Shelf], None]) -> Entry:
    """Write one edit, which is checked already, and return the entry as it is on disk. `prepare` is called before a month changes.

    Raises:
        BadAnswer: the entry is one of another exercise.
        NotSaved: the disk refused; the entry as it was is still whole.
    """
    return record_together(shelf, (edit,), begin, prepare)


def record_together(shelf: Shelf, edits: Sequence[Edit], begin: Callable[[Edit], Entry], prepare: Callable[[Shelf], None]) -> Entry:
    """Write edits of one entry one after the other, and the file once: all of them are on disk then, or none is.

    They are no more than `newsoil.journal.heard.MOST`, so that each is known if they come once more.

    Raises as `record_on` does.
    """
    files, beside = usable(shelf, edits[0].made_at[:7])
    home = _home(files, edits[0]) or beside
    copies: Iterable[Entry] = [entry for file in files for entry in file.entries]
    heard, is_news = home.heard, False
    for edit in edits:
        done = recorded(copies, heard, edit, begin)
        if done.heard is not None:
            copies, heard, is_news = (done.entry,), done.heard, True
    if not is_news:
        settle(home.path)
        return done.entry
    prepare(shelf)
    entry = as_read(done.entry)
    put_and_know(shelf, home.name, with_entry(home.entries, entry), heard)
    return entry


def check(edit: Edit) -> None:
    """Refuse what could not be kept or found again. Raises `BadAnswer`."""
    if not all(is_time(at) for at in (edit.made_at, edit.at)):
        raise BadAnswer("A note begins with the time at which it was made.")
    if not all(is_id(name) for name in (edit.page, edit.entry)):
        raise BadAnswer("A page and a note have ids of letters, digits and hyphens, at most 100 of them.")


def is_time(at: str) -> bool:
    """Whether this is a moment with an offset, as pages give it."""
    try:
        return bool(_TIME.fullmatch(at) and moment(at))
    except ValueError:
        return False


def is_id(name: str) -> bool:
    """Whether this is an id as pages give it."""
    return bool(_ID.fullmatch(name))


def _home(files: list[MonthFile], edit: Edit) -> MonthFile | None:
    """The file that holds the entry, else the last one."""
    holding = [file for file in files if any(entry.id == edit.entry for entry in file.entries)]
    return next(reversed(holding or files), None)


def _found(entries: Iterable[Entry], edit: Edit) -> Entry | None:
    """The entry as all files of its month together hold it. Raises `BadAnswer` when it is one of another exercise."""
    copies = [entry for entry in entries if entry.id == edit.entry]
    if any(entry.exercise != edit.exercise for entry in copies):
        raise BadAnswer("This note belongs to another exercise.")
    return next(iter(merged(copies)), None)
