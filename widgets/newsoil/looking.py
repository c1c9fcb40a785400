"""The journal for people who look at it with their own questions: entries, and tidy frames for pandas. Nothing is changed here."""

from typing import TYPE_CHECKING

from newsoil._paths import DATA
from newsoil.desk import open_desk
from newsoil.guide import Guide
from newsoil.journal import AnyStore, Entry, Journal, Store
from newsoil.progress.frame import frame

if TYPE_CHECKING:
    import pandas as pd


class OpenJournal:
    """A journal as it was on disk when it was opened."""

    def __init__(self, journal: Journal, guide: Guide) -> None:
        self._journal = journal
        self._guide = guide

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first, deleted ones left out."""
        return tuple(entry for entry in self._journal.entries if entry.deleted_at is None)

    @property
    def unreadable(self) -> tuple[str, ...]:
        """One sentence for each file that could not be read."""
        return self._journal.unreadable

    def frame(self, exercise: str) -> "pd.DataFrame":
        """One row for each note of an exercise, oldest first, with a column for each prompt (`progress.frame` describes them).

        Raises:
            BadContent: the guide has no such exercise.
        """
        return frame(self.entries, self._guide.exercise(exercise))


def open_journal(*, sample: bool = False) -> OpenJournal:
    """The journal of this computer's participant as it is now, or with `sample` the invented one that comes with New Soil."""
    desk = open_desk()
    store: AnyStore = Store(DATA / "sample", "sample") if sample else desk.store
    return OpenJournal(store.load(), desk.guide)
