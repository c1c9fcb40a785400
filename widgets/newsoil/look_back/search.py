"""Full-text search: words in any script, narrowed by stage, exercise, tag and days.

Nothing of it is ever on a disk. What is compared is made from the notes in memory, month by month, and remembered as long as they are.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from newsoil.guide import Guide
from newsoil.journal import Entry, Journal
from newsoil.look_back.folding import fold, place_of
from newsoil.look_back.own_words import Told
from newsoil.takeout.choice import Choice

AROUND = 60
"""Characters that are shown before and after what was found: a line or two on a phone (ours)."""

_BETWEEN = "\n"
"""Stands between two answers: no question can hold it, so none is found across two answers."""

_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|(\S+)')


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for. Nothing that is left open narrows anything."""

    words: str = ""
    exercises: tuple[str, ...] = ()
    tag: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def folded(self) -> tuple[str, ...]:
        """The words, each to be found somewhere in a note; what stands between quotes is looked for as it stands."""
        return tuple(fold(" ".join((phrase or word).split())) for phrase, word in _PHRASE.findall(self.words))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.folded or self.exercises or self.tag or self.first or self.last)


class Snippet(msgspec.Struct, frozen=True):
    """A few words around what was found; `found` is empty where there is no one place to show."""

    before: str
    found: str
    after: str


class Search:
    """Looks through a journal. It is kept as long as a page, so that a second question costs less than the first."""

    def __init__(self, guide: Guide) -> None:
        self._told = Told(guide)

    def find(self, journal: Journal, asked: Asked) -> Iterator[Entry]:
        """The notes that have all of the words and meet all else, the newest first."""
        wanted = asked.folded
        narrow = Choice(exercises=asked.exercises, first=asked.first, last=asked.last)
        narrows = bool(asked.exercises or asked.first or asked.last)
        for notes in journal.of_each(self.compared):
            for entry, said in notes:
                if (
                    all(word in said for word in wanted)
                    and (not asked.tag or asked.tag in entry.tags)
                    and not (narrows and not narrow.takes(entry))
                ):
                    yield entry

    def snippet(self, entry: Entry, asked: Asked) -> Snippet:
        """Where in a note the first of the words is that can be shown; without words, how the note begins."""
        _title, *said = self._told.words(entry)
        for word in asked.folded:
            for words in said:
                one_line = " ".join(words.split())
                place = place_of(word, one_line)
                if place:
                    return _around(one_line, *place)
        return _around(" ".join(" ".join(said).split()), 0, 0)

    def compared(self, entries: Sequence[Entry]) -> tuple[tuple[Entry, str], ...]:
        """The notes among entries as they are compared, the newest first: what `Journal.of_each` remembers of a month."""
        return tuple((entry, self._folded(entry)) for entry in reversed(entries) if entry.counts)

    def _folded(self, entry: Entry) -> str:
        said: list[Any] = self._told.words(entry)
        return fold(_BETWEEN.join(" ".join(words.split()) for words in said))


def _around(words: str, first: int, last: int) -> Snippet:
    """The words before and after a place, cut between words where that can be."""
    before, found, after = words[:first], words[first:last], words[last:]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    room = AROUND if found else 2 * AROUND
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return Snippet(before, found, after)
