"""What this trust rests on: a page made of the person's own bricks, each with its day and the note it comes from.

It adds no word of its own, counts nothing up and comes to nothing. What speaks against it, or is unclear, stands there as large as the
rest. A promise is told in the words in which it was made, so those that did not happen stand by themselves: among what speaks against it
“A walk on Wednesday” would say the contrary, and nobody is told that a promise not kept speaks against a trust.
Source: `exercises.md`, F2 and P4; which notes are bricks of which part is ours.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from newsoil.journal import Entry, Journal
from newsoil.progress.notes import day_text, notes_of, whole

Part = Literal["seed", "instead", "actions", "talks", "honesty", "i-bring", "not-kept", "also"]

PARTS: tuple[Part, ...] = ("seed", "instead", "actions", "talks", "honesty", "i-bring", "not-kept", "also")
"""The parts in the order of the page."""

SHOWN = 12
"""Bricks of a part, the newest: with more the page would not be read any more, and would not fit on paper (ours)."""

NEVER = 1
"""The answer "Never" to whether one was afraid. “Well enough” means without fear (the guide's form), and a blank does not say that."""

_SEP = " → "
"""Between what was and what is to be instead."""


class Brick(msgspec.Struct, frozen=True):
    """The person's own words, and the note in which they stand."""

    words: str
    day: str
    entry: str
    exercise: str


def blueprint(journal: Journal) -> dict[Part, tuple[Brick, ...]]:
    """All bricks by part, the newest first; a part without any is there, and empty."""
    found: dict[Part, tuple[Brick, ...]] = {}
    for part in PARTS:
        bricks = [brick for exercise, lay in _LAID[part] for brick in _laid(journal, exercise, lay)]
        found[part] = tuple(sorted(bricks, key=lambda brick: (brick.day, brick.entry), reverse=True))
    return found


Lay = Callable[[Entry], Iterator[Any]]
"""Gives the words in a note that are bricks; what is no text, or blank, is left out."""


def _laid(journal: Journal, exercise: str, lay: Lay) -> Iterator[Brick]:
    for entry in _standing(notes_of(journal.of(exercise), exercise), exercise):
        for words in lay(entry):
            if isinstance(words, str) and (said := " ".join(words.split())):
                yield Brick(said, day_text(entry), entry.id, exercise)


def _standing(notes: Sequence[Entry], exercise: str) -> Sequence[Entry]:
    """Of a reflection that is made once, its newest form stands; of a log, every note does."""
    return notes[-1:] if exercise in _ONCE else notes


def _rows(prompt: str, *columns: str, only: Mapping[str, Sequence[str | None]] | None = None) -> Lay:
    """One column of each row, or two of them side by side; where other columns are among those named, None being one left out."""

    def lay(entry: Entry) -> Iterator[Any]:
        rows = entry.answers.get(prompt)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and all(row.get(name) in values for name, values in (only or {}).items()):
                yield _SEP.join(cell for name in columns if isinstance(cell := row.get(name), str) and cell.strip())

    return lay


def _text(prompt: str, **only: tuple[str | None, ...]) -> Lay:
    """One answer, where others are among those named; None is one that was left out."""

    def lay(entry: Entry) -> Iterator[Any]:
        if all(entry.answers.get(name) in values for name, values in only.items()):
            yield entry.answers.get(prompt)

    return lay


def _talk(entry: Entry) -> Iterator[Any]:
    """A hard talk after which both came back to each other, that did not get out of hand, and in which the person says they had no fear."""
    said = entry.answers
    if said.get("repaired") == "yes" and said.get("escalated") != "yes" and whole(entry, "afraid") == NEVER:
        yield said.get("root")


def _pattern(entry: Entry) -> Iterator[Any]:
    """What a setback was, where the person calls it an old pattern, or chose what our guide calls one and does not see it differently.

    What is about safety is not told here: it is no brick, and this page may be shown alone or printed.
    """
    said = entry.answers
    seen = said.get("see-it")
    if seen == "red-flag" or (seen is None and said.get("flags") and not said.get("safety")):
        yield said.get("what")


_RESTS_ON = "what-this-rests-on"
_ONCE = frozenset({"glass-or-seed", "old-trust-new-trust", "our-agreements", _RESTS_ON})

_OF_OTHERS = ("other", "them", None)
"""Whose it is, in the words of the two forms. What names nobody was seen, and is not counted as one's own."""

_SEEN = {"seen": ("seen", None)}
"""What is only hoped for, or not sure, is worth writing down, and nothing rests on it yet."""

_KEPT = ("kept", "late-but-told", "changed-together")

_LAID: Mapping[Part, tuple[tuple[str, Lay], ...]] = {
    "seed": (("glass-or-seed", _text("seed")), ("glass-or-seed", _rows("soil", "what", only=_SEEN))),
    "instead": ((_RESTS_ON, _rows("then-and-now", "then", "now")), ("old-trust-new-trust", _rows("lines", "then", "now"))),
    "actions": (
        (_RESTS_ON, _rows("actions", "what")),
        ("one-reliable-thing", _text("thing", side=("for",), who=_OF_OTHERS)),
        ("promises", _text("promise", outcome=_KEPT, by=_OF_OTHERS)),
    ),
    "talks": ((_RESTS_ON, _rows("hard-talks", "about", "showed")), ("hard-talk", _talk)),
    "honesty": (
        (_RESTS_ON, _rows("chosen-honesty", "what")),
        ("our-agreements", _rows("rules", "rule", only={"both-agree": ("yes",)})),
        ("our-agreements", _rows("with-myself", "rule")),
    ),
    "i-bring": (
        (_RESTS_ON, _rows("i-bring", "what")),
        ("one-reliable-thing", _text("thing", side=("for",), who=("me",))),
        ("promises", _text("promise", outcome=_KEPT, by=("me",))),
        ("brave-step", _text("step", done=("did-it",))),
    ),
    "not-kept": (("promises", _text("promise", outcome=("not-kept",))),),
    "also": (("one-reliable-thing", _text("thing", side=("against", "unclear"))), ("setback-sorter", _pattern)),
}
