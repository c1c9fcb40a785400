"""What this kernel erased: an edit from before may still be on its way, and must not bring a note back."""

from collections.abc import Iterable

from newsoil.journal import Edit
from newsoil.journal.record import moment
from newsoil.journal.recording import is_time


class Gone:
    """The ids of erased entries, and until when edits of them count as late, by the page's clock.

    An id can be taken again: that of a one-off exercise is always the same. So an edit that was made afterwards is a new word.
    """

    def __init__(self) -> None:
        self._until: dict[str, str] = {}

    def mark(self, entries: Iterable[str], at: str) -> None:
        """Note, before they are erased, that these go at this time. The text of a note is in no id."""
        self._until.update(dict.fromkeys(entries, at))

    def unmark(self, entries: Iterable[str]) -> None:
        """They were not erased after all."""
        for entry in entries:
            self._until.pop(entry, None)

    def covers(self, edit: Edit) -> bool:
        """Whether this edit was made before its entry was erased."""
        until = self._until.get(edit.entry)
        return until is not None and is_time(edit.at) and moment(edit.at) <= moment(until)
