"""Full-text search: words in any script, narrowed by stage, exercise, tag and days.

Nothing of it is ever on a disk. What is compared is made from the notes in memory, month by month, and remembered as long as they are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from newsoil.guide import Guide
from newsoil.journal import Entry, Journal
from newsoil.look_back.folding import fold, place_of
from newsoil.look_back.own_words import Told

AROUND = 60
"""Characters that are shown before and after what was found: a line or two on a phone (ours)."""

_BETWEEN = "\n"
"""Stands between two answers and between two notes: no question can hold it, so none is found across two of them."""

_LAST = "0000-12-31"
"""What makes the last day of a month or a year, as far as it is compared with others."""

_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|(\S+)')


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for. Nothing that is left open narrows anything. `first` and `last` are whole days, as `2026-11-30`."""

    words: str = ""
    exercises: frozenset[str] = frozenset()
    tag: str = ""
    first: str = ""
    last: str = ""

    @property
    def folded(self) -> tuple[str, ...]:
        """The words, each to be found somewhere in a note; what stands between quotes is looked for as it stands."""
        return tuple(fold(" ".join((phrase or word).split())) for phrase, word in _PHRASE.findall(self.words))

    def admits(self, entry: Entry) -> bool:
        """Whether a note meets what is asked beside its words. One about a month or a year does if any day of it does."""
        if (self.exercises and entry.exercise not in self.exercises) or (self.tag and self.tag not in entry.tags):
            return False
        # Days are compared as they are written: reading them as dates would take longer than all else on ten years of notes.
        about = entry.day
        return not (self.first and about + _LAST[len(about) :] < self.first) and not (self.last and about > self.last)

    @property
    def narrows(self) -> bool:
        """Whether anything is asked beside words."""
        return bool(self.exercises or self.tag or self.first or self.last)


class Snippet(msgspec.Struct, frozen=True):
    """A few words around what was found; `found` is empty where there is no one place to show."""

    before: str
    found: str
    after: str


class Compared(msgspec.Struct, frozen=True):
    """The notes of a month, the newest first, and all their folded words in one text; `ends` says where each note's end there."""

    notes: tuple[Entry, ...]
    text: str
    ends: tuple[int, ...]

    def having(self, words: Sequence[str]) -> Iterator[Entry]:
        """The notes with all of the words. What is looked for first is the longest one: of that there are the fewest."""
        if not words:
            yield from self.notes
            return
        first, *others = sorted(words, key=len, reverse=True)
        at = self.text.find(first)
        while at >= 0:
            number = bisect_right(self.ends, at)
            start, end = self.ends[number - 1] if number else 0, self.ends[number]
            if all(self.text.find(word, start, end) >= 0 for word in others):
                yield self.notes[number]
            at = self.text.find(first, end)


class Search:
    """Looks through a journal. It is kept as long as a page, so that a second question costs less than the first."""

    def __init__(self, guide: Guide) -> None:
        self._told = Told(guide)

    def find(self, journal: Journal, asked: Asked) -> Iterator[Entry]:
        """The notes that have all of the words and meet all else, the newest first."""
        wanted, narrows = asked.folded, asked.narrows
        for month in journal.of_each(self.compared):
            for entry in month.having(wanted):
                if not narrows or asked.admits(entry):
                    yield entry

    def snippet(self, entry: Entry, asked: Asked) -> Snippet:
        """Where in a note the longest of the words is that can be shown, for a short one is found within others.

        Without words, how the note begins.
        """
        _title, *said = self._told.words(entry)
        for word in sorted(asked.folded, key=len, reverse=True):
            for words in said:
                one_line = " ".join(words.split())
                place = place_of(word, one_line)
                if place:
                    return _around(one_line, *place)
        return _around(" ".join(" ".join(said).split()), 0, 0)

    def compared(self, entries: Sequence[Entry]) -> Compared:
        """Entries as they are compared: what `Journal.of_each` remembers of a month."""
        notes = tuple(entry for entry in reversed(entries) if entry.counts)
        texts = [self._folded(entry) + _BETWEEN for entry in notes]
        return Compared(notes, "".join(texts), tuple(accumulate(map(len, texts))))

    def _folded(self, entry: Entry) -> str:
        return fold(_BETWEEN.join(" ".join(words.split()) for words in self._told.words(entry)))


def _around(words: str, first: int, last: int) -> Snippet:
    """The words before and after a place, cut between words where that can be."""
    before, found, after = words[:first], words[first:last], words[last:]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    room = AROUND if found else 2 * AROUND
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return Snippet(before, found, after)
