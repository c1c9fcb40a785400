"""What this kernel erased: an edit from before may still be on its way, and must not bring a note back."""

from collections.abc import Iterable, Mapping

from newsoil.journal import Edit


class Gone:
    """The ids of erased entries, and which edits of them are late: by the numbers that each page gives its edits.

    An id can be taken again: that of a one-off exercise is always the same. So an edit that was made afterwards is a new word. No clock
    tells the two apart: once one is set back, every new word would count as late, and be dropped.
    """

    def __init__(self) -> None:
        self._heard: dict[str, int] = {}
        self._late: dict[str, Mapping[str, int]] = {}

    def hear(self, page: str, seq: int) -> None:
        """Note how far a page has come. What was heard, or was told to have been made, may come once more."""
        self._heard[page] = max(seq, self._heard.get(page, 0))

    def so_far(self) -> Mapping[str, int]:
        """How far each page has come until now."""
        return dict(self._heard)

    def mark(self, entries: Iterable[str], until: Mapping[str, int]) -> None:
        """Note that these go, and that what pages made of them `until` then is late. The text of a note is in no id."""
        self._late.update(dict.fromkeys(entries, until))

    def unmark(self, entries: Iterable[str]) -> None:
        """They were not erased after all."""
        for entry in entries:
            self._late.pop(entry, None)

    def covers(self, edit: Edit) -> bool:
        """Whether this edit was made before its entry was erased."""
        return edit.seq <= self._late.get(edit.entry, {}).get(edit.page, 0)
