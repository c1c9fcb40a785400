"""A journal in memory alone: nothing of it is ever on a disk, and it ends with its process.

It does with edits what the journal on disk does (`newsoil.journal.recording`); a property test holds the two side by side.
"""

from collections.abc import Callable, Collection, Iterable
from threading import RLock
from typing import Any

import msgspec

from newsoil.journal.document import Document, Preview, preview
from newsoil.journal.edit import Edit
from newsoil.journal.joining import chained
from newsoil.journal.record import Entry, Journal, Part, moment
from newsoil.journal.recording import check, recorded, with_entry
from newsoil.journal.settings import Settings, changed
from newsoil.journal.steps import Counter, Steps, untold
from newsoil.journal.taking_in import compared


class MemoryStore:
    """The entries of one visitor and what they chose, for as long as this process lives. Never sealed: there is nothing to steal."""

    is_sealed = False
    is_locked = False

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._months: dict[str, Part] = {}
        self._heard: dict[str, dict[str, int]] = {}
        self._journal = Journal()
        self._lock = RLock()

    def load(self) -> Journal:
        """All entries, oldest first. While nothing changes, this is the same journal again."""
        return self._journal

    def record(self, edit: Edit, begin: Callable[[Edit], Entry] = Edit.begin) -> Entry:
        """Record one edit on top of what its month holds now, and return the entry as it is now.

        Raises:
            BadAnswer: the edit names no month, no page, or an entry of another exercise.
        """
        check(edit)
        month = edit.made_at[:7]
        with self._lock:
            entries = self._entries(month)
            done = recorded(entries, self._heard.get(month, {}), edit, begin)
            if done.heard is None:
                return done.entry
            entry = _as_read_again(done.entry)
            self._put({month: with_entry(entries, entry)})
            self._heard[month] = done.heard
            return entry

    def take(self, edit: Edit, begin: Callable[[Edit], Entry] = Edit.begin) -> Entry | None:
        """Record an edit; there is no lock behind which it would have to wait. Raises `BadAnswer` as `record` does."""
        return self.record(edit, begin)

    def settings(self) -> Settings:
        """The settings."""
        return self._settings

    def change_settings(self, changes: dict[str, Any]) -> Settings:
        """Change some settings and return them all. Raises `NotSaved` when a value is unknown."""
        with self._lock:
            self._settings = changed(self._settings, changes)
            return self._settings

    def bring(self, document: Document, tell: Steps = untold) -> Preview:
        """Put the notes of a document in by their ids, as `restore.merge` does on disk: nothing that is there goes, nothing comes twice.

        `tell` hears of each note, in the step `compare`.
        """
        with self._lock:
            before = preview(self._journal, document)
            now = {entry.id: entry for entry in self._journal.entries}
            counter = Counter(tell, "compare", len(document.entries))
            coming = (compared(now.get(entry.id), entry) for entry in counter.through(document.entries))
            self._take(after for kind, after in coming if kind in ("new", "changed"))
            return before

    def hold(self, document: Document) -> None:
        """Have the notes as the page has them that wrote them all: of two forms of a note the newer one stands, and nothing is joined.

        A page gives its notes to another kernel when its own is gone. To that kernel they are no news from elsewhere.
        """
        with self._lock:
            now = {entry.id: entry for entry in self._journal.entries}
            self._take(entry for entry in document.entries if entry.id not in now or _is_newer(entry, now[entry.id]))

    def let_go(self, ids: Collection[str]) -> None:
        """Forget entries for good."""
        with self._lock:
            self._put({month: tuple(entry for entry in part.entries if entry.id not in ids) for month, part in self._months.items()})
            for month, heard in self._heard.items():
                self._heard[month] = {name: seq for name, seq in heard.items() if name.split(" ")[1] not in ids}

    def use(self) -> None:
        """Note that the person is there, which here changes nothing."""

    def lock(self) -> None:
        """Forget a key; there is none."""

    def lock_when_idle(self, seconds: float = 0) -> bool:  # noqa: ARG002 - as the store on disk has it
        """Lock what nobody has used for long: never, for what is forgotten here is lost."""
        return False

    def _entries(self, month: str) -> tuple[Entry, ...]:
        return self._months[month].entries if month in self._months else ()

    def _take(self, changes: Iterable[Entry]) -> None:
        """Put entries into the months where they are, the last of two, or where they belong; each month once."""
        homes = {entry.id: month for month, part in self._months.items() for entry in part.entries}
        months: dict[str, dict[str, Entry]] = {}
        for entry in changes:
            month = homes.get(entry.id, entry.month)
            if month not in months:
                months[month] = {one.id: one for one in self._entries(month)}
            months[month][entry.id] = entry
        self._put({month: tuple(entries.values()) for month, entries in months.items()})

    def _put(self, months: dict[str, tuple[Entry, ...]]) -> None:
        """Have other entries in some months; the others stay the parts that they were, with what they were asked."""
        for month, entries in months.items():
            self._months[month] = Part(_in_order(entries))
        self._months = dict(sorted(self._months.items()))  # as files are read: which of two copies of a note comes first depends on it
        self._journal = Journal.of_parts(chained(self._months.values()))


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries of one month by time."""
    return tuple(sorted(entries, key=lambda entry: (entry.made_at, entry.id)))


def _is_newer(one: Entry, other: Entry) -> bool:
    """Whether one form of an entry was changed later than another, and is of the same exercise."""
    return one.exercise == other.exercise and moment(one.changed_at) >= moment(other.changed_at)


def _as_read_again(entry: Entry) -> Entry:
    """An entry as a disk would give it back: of plain values that nobody else holds."""
    return msgspec.json.decode(msgspec.json.encode(entry), type=Entry)
