"""The journal on disk: the only code that writes answers.

`<home>/journals/<journal id>/entries/2026-11.json`; an entry lives for ever in the month of its `made_at`. The disk is the only truth:
every notebook is a kernel of its own and two tabs happen, so `record` locks, reads that month, merges one change, writes. Whether the
journal is sealed is asked of the disk too, each time: another kernel may have sealed it meanwhile.
"""

from collections.abc import Callable
from contextlib import suppress

from newsoil._errors import Locked, NotSaved
from newsoil.journal.edit import Edit
from newsoil.journal.record import Entry, Journal
from newsoil.journal.recording import check, record_on
from newsoil.journal.standing import Standing
from newsoil.journal.steps import Steps, untold

WAITS = (
    "Words that came while your notes were locked are kept, but are not in their notes yet: the disk or the folder takes nothing now. "
    "They go in by themselves as soon as it does."
)
"""What is said while the inbox of an open journal cannot be emptied."""


class Store(Standing):
    """The entries of one participant, in a folder. Cheap to make; keeps nothing that the disk does not hold, but an open key."""

    def load(self, tell: Steps = untold) -> Journal:
        """All entries, oldest first. What cannot be read is named in `Journal.unreadable` and left as it is.

        While nothing on disk changes, this is the same journal again. A sealed journal that is not open has no entries and says so.
        `tell` hears of each file, in the step `load`.
        """
        try:
            shelf, waits = self._shelf(), ""
            if shelf.is_sealed and not self._is_held and self.door.has_post():
                waits = self._let_in()
            odd = (*((waits,) if waits else ()), *self.door.odd) if shelf.is_sealed else ()
            journal = self._reader.journal(shelf, odd, tell)
            return journal if self.is_sealed == shelf.is_sealed else self._reader.journal(self._shelf())
        except NotSaved as error:
            return Journal(unreadable=(str(error),))

    def _let_in(self) -> str:
        """Put what arrived while the journal was locked into its entries; nothing, or a sentence when that cannot be done now."""
        with suppress(NotSaved), self.held(briefly=True):
            return ""
        return WAITS

    def record(self, edit: Edit, begin: Callable[[Edit], Entry] = Edit.begin) -> Entry:
        """Record one edit on top of what its month holds now, and return the entry as it is on disk.

        Every notebook is a kernel of its own, so two open pages may write to one journal. `begin` makes the entry that an edit is the
        first to touch.

        Raises:
            BadAnswer: the edit names no month, no page, or an entry of another exercise.
            Locked: the journal is sealed and not open; `take` would keep the edit.
            NotSaved: the disk refused; the entry as it was is still whole.
        """
        check(edit)
        self.use()
        with self.held() as shelf:
            return record_on(shelf, edit, begin, self._daily.before(edit))

    def take(self, edit: Edit, begin: Callable[[Edit], Entry] = Edit.begin) -> Entry | None:
        """Record an edit, or keep it sealed and return nothing while the journal is locked. On disk when this returns.

        Raises:
            Busy: another page writes, or does long work; the edit is to come again.
            BadAnswer, NotSaved: as `record` does.
        """
        check(edit)
        self.use()
        with self.alone(briefly=True):
            try:
                shelf = self._ready()
            except Locked:
                self.door.keep(edit)
                return None
            return record_on(shelf, edit, begin, self._daily.before(edit))
