"""A kind moment or a hard one: which notes are meant, when a person asks for one of them.

Ours: the guide names small wins, good decisions and alarms, not these two lists. A note is in a list by what the person did in its form
alone; no word in it is read for that.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from newsoil.journal import Entry, Journal

Mood = Literal["kind", "hard"]

MOODS: tuple[Mood, ...] = ("kind", "hard")

_BY_EXERCISE: Mapping[Mood, frozenset[str]] = {
    "kind": frozenset({"small-wins", "one-good-decision"}),
    "hard": frozenset({"trigger", "setback-sorter"}),
}
"""Forms whose every note is meant."""

_BY_TAG: Mapping[Mood, str] = {"kind": "kind-moment", "hard": "hard-moment"}
"""The tag of the journal by which a person says it."""


def moments(journal: Journal, mood: Mood) -> Iterator[Entry]:
    """The notes of a kind or a hard moment, the newest first."""
    for own in journal.of_each(_KIND if mood == "kind" else _HARD):
        yield from own


def _meant(mood: Mood) -> Callable[[Sequence[Entry]], tuple[Entry, ...]]:
    exercises, tag = _BY_EXERCISE[mood], _BY_TAG[mood]

    def found(entries: Sequence[Entry]) -> tuple[Entry, ...]:
        return tuple(entry for entry in reversed(entries) if entry.counts and (entry.exercise in exercises or tag in entry.tags))

    return found


_KIND, _HARD = _meant("kind"), _meant("hard")
"""One function each, for ever: months remember what they were asked by it."""
