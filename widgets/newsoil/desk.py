"""One participant's desk in this kernel: the guide, the journal, and what is said between them and the page."""

import logging
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec

from newsoil._address import address_of
from newsoil._errors import Busy, NewSoilError, NotSaved
from newsoil._paths import guide_folder, home_folder
from newsoil.drawn_with import drawn_with
from newsoil.gone import Gone
from newsoil.guide import Exercise, Guide, open_guide
from newsoil.journal import AnyStore, By, Edit, Entry, Journal, MemoryStore, Store, Way, chosen_way, edit_of
from newsoil.journal.steps import Steps, untold
from newsoil.meanwhile import Meanwhile
from newsoil.reader import situation
from newsoil.saved_with import saved_with
from newsoil.tidying import Tidying

SHOWN = 5
"""Entries that a page lists at first; more come on request, so the tenth year opens like the first."""

LAST_WAIT = 60.0
"""Seconds that the last words of a page wait for long work: nobody waits for an answer any more, and nobody sends them again (ours)."""

_log = logging.getLogger(__name__)


class Desk:
    """The guide and the journal of one participant, and the messages between them and a page.

    `store` may become another one while the desk is used (`newsoil.visiting`): ask for it each time. `on_disk` is the journal that notes
    in memory can be carried to; there is none where a page must not reach the notes of whoever owns this computer.
    """

    def __init__(self, guide: Guide, store: AnyStore, on_disk: Store | None = None, way: Way = "here") -> None:
        self.guide = guide
        self.store = store
        self.on_disk = store if isinstance(store, Store) else on_disk
        self.way = way
        self.gone = Gone()
        self._meanwhile = Meanwhile()
        self._tidying = Tidying(self.gone, works=self.works)
        self._watchers: list[Callable[[Entry], None]] = []
        self._others: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[Entry], None]) -> None:
        """Call `watcher` with each entry that was written."""
        self._watchers.append(watcher)

    def when_others_are_there(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` when many entries came or went at once: what pages show of the journal is no longer true."""
        self._others.append(watcher)

    def others_are_there(self) -> None:
        """Tell that many entries came or went at once. What is done is done, whatever becomes of telling it."""
        for watcher in self._others:
            try:
                watcher()
            except Exception as error:  # noqa: BLE001 - any; an error's own words may hold an answer
                _log.error("Notes came or went, but the page could not be told all of it (%s).", type(error).__name__)

    def greet(self, at: Any) -> None:
        """Hear the time of a page's clock. What is done once a day is done then; whatever becomes of it, the page is none the worse."""
        if isinstance(self.store, Store):
            self._tidying.at(at, self.store)

    def works(self) -> AbstractContextManager[None]:
        """Long work on the notes, beside the kernel's own thread: what pages write meanwhile waits, and is written when it is through."""
        return self._meanwhile.work()

    def change_settings(self, changes: dict[str, Any]) -> None:
        """Change some settings, now or after the long work that is under way. Raises `NotSaved` as the store does."""
        if not self._meanwhile.keep(("settings", *sorted(changes)), lambda: self.store.change_settings(changes)):
            self.store.change_settings(changes)

    @property
    def is_locked(self) -> bool:
        """Whether the notes are sealed and not open here; what cannot be said now is not locked, and loading says why."""
        try:
            return self.store.is_locked
        except NotSaved:
            return False

    def look(self) -> Journal | None:
        """The journal for somebody who is looking at it; nothing while it is locked."""
        if self.is_locked:
            return None
        self.store.use()
        return self.store.load()

    def show(self, exercise: Exercise, most: int = SHOWN) -> dict[str, Any]:
        """What a page needs to draw an exercise: the newest entries and what they come to, the reader, what its links can lead to."""
        journal = self.look()
        if journal is None:
            return {"kind": "locked"}
        return {"kind": "show", **drawn_with(self.guide, journal, exercise, most), **self._in_memory()}

    def save(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Write one edit and say so, or say in one sentence that it is not written. Never raises for what a page sends.

        `kept` is the answer while the journal is locked: the edit is on disk, sealed and unread, and will be in its entry after unsealing.
        An edit of a note that was erased meanwhile is answered without an entry: the page forgets it, and the note stays erased.
        `way` says that it is written nowhere but in memory. `waits` is the answer while long work holds the notes: it will be written, and
        the page asks again whether it is. The `last` words of a page that is gone wait here, for nobody would send them again.
        """
        reply = address_of(raw)
        try:
            is_last = isinstance(raw, dict) and raw.get("last") is True
            edit = edit_of(self.guide, {name: value for name, value in raw.items() if name != "last"} if is_last else raw)
            self.gone.hear(edit.page, edit.seq)
            if is_last:
                self._meanwhile.wait(LAST_WAIT)
            if self.gone.covers(edit):
                return {"kind": "saved", **reply, "entry": None}
            if self._meanwhile.keep((edit.page, edit.seq), partial(self._write, edit)):
                return {"kind": "waits", **reply}
            entry = self._take(edit, LAST_WAIT if is_last else 0)
        except Busy:
            return {"kind": "waits", **reply}
        except NewSoilError as error:
            return {"kind": "refused", **reply, "sentence": str(error), "again": isinstance(error, NotSaved)}
        if entry is None:
            return {"kind": "kept", **reply}
        self._tell(entry)
        told = saved_with(self.guide, self.store, entry)
        return {"kind": "saved", **reply, "entry": msgspec.to_builtins(entry), **self._in_memory(), **told}

    def _take(self, edit: Edit, patience: float) -> Entry | None:
        """Have an edit written, tried again for so many seconds while another page's kernel writes. Raises as the store does."""
        until = time.monotonic() + patience
        while True:
            try:
                return self.store.take(edit, self._begin)
            except Busy:
                if time.monotonic() >= until:
                    raise

    def _write(self, edit: Edit) -> None:
        """Write an edit that had to wait; the page hears of it when it asks again."""
        if not self.gone.covers(edit) and (entry := self._take(edit, LAST_WAIT)) is not None:
            self._tell(entry)

    def _in_memory(self) -> dict[str, str]:
        """What a page is told where notes are on no disk: in which way they are kept."""
        return {} if isinstance(self.store, Store) else {"way": self.way}

    def unseal(self, secret: str, by: By = "passphrase", tell: Steps = untold) -> None:
        """Open the sealed journal for this kernel, and record what arrived meanwhile. `tell` hears of the steps.

        While the key is worked out, what is typed is kept, sealed, as before; it waits only while what was kept goes into the notes.

        Raises:
            NotUnsealed: the secret does not fit, or it is too soon to try again. Nothing is lost.
            Damaged: the key file cannot be read.
            Locked: the journal was locked meanwhile.
        """
        store = self.store
        if isinstance(store, Store):
            found = store.door.find(secret, by, tell)
            with self.works():
                store.enter(found, self._begin, tell)

    def lock(self) -> None:
        """Forget the key and what was read with it."""
        self.store.lock()

    def lock_when_idle(self) -> None:
        """Lock the notes if nobody has used them for a while."""
        self.store.lock_when_idle()

    def _begin(self, edit: Edit) -> Entry:
        """The empty entry of an edit that is its first: only then is the whole journal asked for the situation."""
        return msgspec.structs.replace(edit, situation=situation(self.store.load())).begin()

    def _tell(self, entry: Entry) -> None:
        """Tell the watchers. What is written is written, whatever becomes of them; an error's own words may hold an answer."""
        for watcher in self._watchers:
            try:
                watcher(entry)
            except Exception as error:  # noqa: BLE001 - any
                _log.error("A note is saved, but the page could not be told all of it (%s).", type(error).__name__)


@cache
def _desk(home: Path, guide: Path, way: Way) -> Desk:
    on_disk = Store(home)
    if way == "here":
        return Desk(open_guide(guide), on_disk)
    return Desk(open_guide(guide), MemoryStore(), on_disk if way == "try" else None, way)


def open_desk() -> Desk:
    """The desk of this kernel: one for all its pages. Home and guide are those of `_paths`, the way is that of `NEWSOIL_KEEP`.

    A visitor sits at somebody else's computer: from there nothing leads to the notes on its disk.

    Raises:
        BadStart: the environment names a way that there is not.
    """
    return _desk(home_folder(), guide_folder(), chosen_way())
