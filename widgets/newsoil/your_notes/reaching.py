"""All that this page does to a journal, and the only place where it does: on disk, or in memory, where there are no backups."""

import secrets
from collections.abc import Collection
from typing import Literal

from newsoil.journal import AnyStore, Edit, Entry, Journal, MemoryStore
from newsoil.journal.backups import days, read_backup
from newsoil.journal.document import Document, Preview
from newsoil.journal.erasing import Erased, erase, erase_everything, erase_exercise
from newsoil.journal.restore import merge
from newsoil.journal.steps import Steps, untold

What = Literal["note", "trash", "exercise", "everything"]
"""What can be erased: one note, all that is deleted, all notes of an exercise, everything."""


def bring_in(store: AnyStore, document: Document, day: str, tell: Steps = untold) -> Preview:
    """Put notes into the journal by their ids; `tell` hears how far it is. Raises `Locked` or `NotSaved`."""
    if isinstance(store, MemoryStore):
        return store.bring(document, tell)
    return merge(store, document, day, tell)


def bring_back(store: AnyStore, entry: Entry, at: str) -> Entry:
    """Take a deleted entry out of the trash. Raises `Locked` or `NotSaved`."""
    edit = Edit(
        page=secrets.token_hex(12),
        seq=1,
        exercise=entry.exercise,
        entry=entry.id,
        made_at=entry.made_at,
        at=at,
        act="delete",
        value=False,
    )
    return store.record(edit)


def concerned(journal: Journal, what: What, of: str) -> frozenset[str]:
    """The ids of the entries that are to be erased."""
    return frozenset(entry.id for entry in journal.entries if _is_meant(entry, what, of))


def let_go(store: AnyStore, what: What, of: str, ids: Collection[str], tell: Steps = untold) -> Erased:
    """Erase for good, in months, backups and drafts; `tell` hears how far it is. `ids` are those of `concerned`.

    Raises:
        Locked, NotSaved: as `newsoil.journal.erasing` does.
    """
    if isinstance(store, MemoryStore):
        store.let_go(ids)
        return Erased(len(ids))
    if what == "everything":
        erase_everything(store, tell)
        return Erased(len(ids))
    if what == "exercise":
        return erase_exercise(store, of, tell)
    return erase(store, lambda entry: entry.id in ids, tell)


def backup_days(store: AnyStore) -> list[str]:
    """The days of which there is a backup, newest first. Raises `Locked` or `NotSaved`."""
    if isinstance(store, MemoryStore):
        return []
    with store.held() as shelf:
        try:
            return days(shelf)[::-1]
        except OSError:
            return []


def backup(store: AnyStore, day: str) -> Journal:
    """The journal as it was before the first word of a day. Raises `Locked` or `NotSaved`."""
    if isinstance(store, MemoryStore):
        return Journal()
    with store.held() as shelf:
        return read_backup(shelf, day)


def _is_meant(entry: Entry, what: What, of: str) -> bool:
    if what == "note":
        return entry.id == of and entry.deleted_at is not None
    if what == "trash":
        return entry.deleted_at is not None
    return what == "everything" or entry.exercise == of
