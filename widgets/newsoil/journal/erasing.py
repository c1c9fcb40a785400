"""Erasing: what a person wants gone is gone from the months, from what was written before, from backups, drafts and the inbox.

Files are rewritten without it and the old ones unlinked. What a disk keeps of unlinked files, and copies that others made (a cloud, a
backup of the whole computer), cannot be reached from here.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from newsoil._errors import NotSaved
from newsoil.journal.backups import clear_unfinished, folders, hide_times
from newsoil.journal.files import clear_drafts, sync
from newsoil.journal.keyfile import NAMES
from newsoil.journal.months import MonthFile, month_files, read
from newsoil.journal.record import Entry, moment
from newsoil.journal.shelf import Shelf, clear_remains, note_erasing, put
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.store import Store
from newsoil.journal.trash import TRASH, deleted


class Erased(msgspec.Struct, frozen=True):
    """What was erased, and what may still hold some of it."""

    entries: int = 0
    left: tuple[str, ...] = ()
    """One sentence for each file that could not be looked into, and is left as it was."""


def _now() -> datetime:
    return datetime.now(UTC)


def empty_trash(store: Store, now: str, clock: Callable[[], datetime] = _now) -> Erased:
    """Erase what was deleted more than thirty days ago, by the page's clock, which says `now`, and by this computer's.

    Raises:
        Locked: the journal is sealed and not open.
        NotSaved: the disk refused; what was not erased is whole.
    """
    until = min(moment(now), clock())
    return erase(store, lambda entry: entry.deleted_at is not None and until - deleted(entry) > TRASH)


def erase_entry(store: Store, entry: str) -> Erased:
    """Erase one entry now. Raises as `empty_trash` does."""
    return erase(store, lambda other: other.id == entry)


def erase_exercise(store: Store, exercise: str, tell: Steps = untold) -> Erased:
    """Erase all entries of one exercise now. `tell` hears of each file, as from `erase`. Raises as `empty_trash` does."""
    return erase(store, lambda entry: entry.exercise == exercise, tell)


def erase(store: Store, which: Callable[[Entry], bool], tell: Steps = untold) -> Erased:
    """Erase entries from the backups first and from the months last, so that what is interrupted shows.

    `tell` hears of each file that was looked into, and rewritten if need be, in the step `erase`. Raises as `empty_trash` does.
    """
    with store.held() as shelf:
        try:
            live = [read(path, shelf.form) for path in month_files(shelf.entries, form=shelf.form)]
            gone = frozenset(entry.id for file in live for entry in file.entries if which(entry))
            clear_unfinished(shelf)
            old = [path for folder in folders(shelf) for path in month_files(folder, form=shelf.form)]
            counter = Counter(tell, "erase", len(old) + len(live))
            found, left = _erase_from_backups(shelf, counter.through(old), lambda entry: entry.id in gone or which(entry))
            for file in counter.through(live):
                found |= _erase_from(shelf, file, which)
            clear_remains(store.folder)
            for folder in (store.folder, shelf.root, shelf.entries, shelf.root / "inbox", shelf.backups, *folders(shelf)):
                clear_drafts(folder)
            hide_times(shelf)
        except OSError as error:
            raise NotSaved(f"Not everything could be erased ({error.strerror}). Try again.") from error
        if found and not shelf.is_sealed:
            note_erasing(store.folder)
        left += [file.unreadable for file in live if file.unreadable]
        return Erased(len(found), (*left, *(store.door.odd if shelf.is_sealed else ())))


def erase_everything(store: Store, tell: Steps = untold) -> None:
    """Erase the whole journal: months, backups, inbox, keys, settings. Needs no key; afterwards the journal is a new, plain one.

    `tell` hears of each folder and file that is gone, in the step `erase`.

    Raises:
        NotSaved: the disk refused; try again.
    """
    with store.alone():
        store.lock()
        try:
            for name in NAMES:
                (store.folder / "sealed" / name).unlink(missing_ok=True)
            places = list(_places(store.folder))
            for place in Counter(tell, "erase", len(places)).through(places):
                _remove(place)
            sync(store.folder)
            note_erasing(store.folder)
        except OSError as error:
            raise NotSaved(f"Not everything could be erased ({error.strerror}). Try again.") from error


def _erase_from_backups(shelf: Shelf, paths: Iterable[Path], which: Callable[[Entry], bool]) -> tuple[set[str], list[str]]:
    """Write the months of backups without some entries. Returns the ids, and a sentence for each file that could not be looked into.

    One is looked into after the other: ten years in all backups at once are more than a small computer's memory. What is one file in
    many backups, by links, is looked into once where nothing of it goes. Raises `OSError`.
    """
    found, left, stays = set[str](), list[str](), set[int]()
    for path in paths:
        if (number := path.stat().st_ino) in stays:
            continue
        file = read(path, shelf.form)
        gone = _erase_from(shelf, file, which)
        found |= gone
        if file.unreadable:
            left.append(file.unreadable)
        elif not gone:
            stays.add(number)
    return found, left


def _erase_from(shelf: Shelf, file: MonthFile, which: Callable[[Entry], bool]) -> frozenset[str]:
    """Write a file without some entries and what was heard of them, or remove it when nothing is left. Returns their ids."""
    gone = frozenset(entry.id for entry in file.entries if which(entry))
    if gone:
        entries = tuple(entry for entry in file.entries if entry.id not in gone)
        heard = {name: seq for name, seq in file.heard.items() if gone.isdisjoint(name.split(" ")[1:2])}
        if entries or heard:
            put(shelf, file.name, entries, heard, file.path.parent)
        else:
            file.path.unlink()
            sync(file.path.parent)
    return gone


def _places(folder: Path) -> Iterator[Path]:
    """Every folder below, what is in it before itself, and then what else lies in the journal's own."""
    for place, _, _ in os.walk(folder, topdown=False, onerror=_refuse):
        if Path(place) != folder:
            yield Path(place)
    yield from (place for place in folder.iterdir() if place.name != ".lock" and (place.is_symlink() or not place.is_dir()))


def _refuse(error: OSError) -> None:
    """What cannot be listed cannot be erased. Raises the error."""
    raise error


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink()
