"""The journal for people who look at it with their own questions: entries, and tidy frames for pandas. Nothing is changed here."""

import os
import sys
import warnings
from difflib import get_close_matches
from typing import TYPE_CHECKING

from newsoil._errors import BadContent, Locked
from newsoil._paths import DATA
from newsoil.desk import open_desk
from newsoil.guide import Exercise, Guide, Situation
from newsoil.journal import Entry, Journal, Store
from newsoil.progress.columns import Reader, columns
from newsoil.progress.frame import frame
from newsoil.progress.overview import overview
from newsoil.progress.quiet_figures import keep_figures_here
from newsoil.reader import kept_fears, situation

if TYPE_CHECKING:
    import pandas as pd

NO_OUTPUTS = "NEWSOIL_NO_OUTPUTS"
"""The environment variable by which `newsoil lab` says to its kernels that it saves notebooks without their outputs."""

OPEN_THEM = (
    "Your notes are locked, so there is nothing to look at. In a notebook, run `from newsoil import open_page` and "
    '`open_page("start").door()` in a cell of its own, open them there, and run this cell again. '
    "Elsewhere, `newsoil export --format csv` asks for the passphrase and writes them as tables."
)

OUTPUTS_STAY = (
    "This notebook may be saved with what its cells show, and your words with it. `newsoil lab` saves none of that. "
    "Anywhere else, clear all outputs before you save."
)


class OpenJournal:
    """A journal as it was when it was opened. What is written later, and locking the notes, changes nothing in it."""

    def __init__(self, journal: Journal, guide: Guide) -> None:
        self._journal = journal
        self._guide = guide

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first, deleted ones left out."""
        return tuple(entry for entry in self._journal.entries if entry.deleted_at is None)

    @property
    def unreadable(self) -> tuple[str, ...]:
        """One sentence for each file that could not be read: which, why, what to do. Its notes are missing in every frame."""
        return self._journal.unreadable

    def overview(self) -> "pd.DataFrame":
        """One row for each exercise that has notes: which it is, how many, first and last day (`progress.overview` has the columns)."""
        return overview(self.entries, self._guide)

    def columns(self, exercise: str) -> "pd.DataFrame":
        """One row for each column of the exercise's frame: its dtype, what it holds, what can be chosen (`progress.columns` has more).

        Questions are worded as the form words them for the person whose journal it is.

        Raises:
            BadContent: the guide has no such exercise; the sentence names those that are near.
        """
        said = situation(self._journal)
        reader = Reader(Situation(said) if said else None, afraid=kept_fears(self._guide, self._journal) is not None)
        return columns(self._exercise(exercise), self._guide.words.get("frame", {}), reader)

    def frame(self, exercise: str) -> "pd.DataFrame":
        """One row for each note of an exercise, oldest first, with a column for each prompt (`progress.frame` describes them).

        Raises:
            BadContent: the guide has no such exercise; the sentence names those that are near.
        """
        return frame(self.entries, self._exercise(exercise))

    def _exercise(self, name: str) -> Exercise:
        if name in self._guide.known:
            return self._guide.exercise(name)
        if any(entry.exercise == name for entry in self.entries):
            raise BadContent(f"There are notes of “{name}”, but the guide does not have it, so nobody knows its columns. See `entries`.")
        raise BadContent(f"The guide has no exercise “{name}”. {self._near(name)} `overview()` names those with notes.")

    def _near(self, name: str) -> str:
        """The exercises that somebody may have meant, by id or by title; all of them if none is near."""
        asked = str(name).casefold()
        names = {said.casefold(): exercise.id for exercise in self._guide.exercises for said in (exercise.title, exercise.id)}
        near = dict.fromkeys(names[one] for one in get_close_matches(asked, names))
        return f"Near it: {', '.join(near)}." if near else f"It has: {', '.join(exercise.id for exercise in self._guide.exercises)}."


def open_journal(*, sample: bool = False) -> OpenJournal:
    """The journal of this computer's participant as it is now, or with `sample` the invented one that comes with New Soil.

    Whoever keeps nothing on this computer (`NEWSOIL_KEEP`) has the notes that this kernel has in memory, and no others. From here on,
    plotly's figures offer to send themselves nowhere. In a notebook that may be saved with its outputs, a warning says so.

    Raises:
        Locked: the notes are sealed and not open in this kernel; the sentence says how to open them.
        BadStart: the environment names a way of keeping notes that there is not.
    """
    desk = open_desk()
    keep_figures_here()
    if sample:
        return OpenJournal(Store(DATA / "sample", "sample").load(), desk.guide)
    journal = desk.look()
    if journal is None:
        raise Locked(OPEN_THEM)
    if _is_notebook() and not os.environ.get(NO_OUTPUTS):
        warnings.warn(OUTPUTS_STAY, stacklevel=2)
    return OpenJournal(journal, desk.guide)


def _is_notebook() -> bool:
    """Whether this process is the kernel of a notebook. Asks for nothing that is not there already."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and hasattr(ipython.get_ipython(), "kernel")
