"""Bricks: small things that were noted and promises of which is known what became, by month and by what the person said of them."""

from collections.abc import Sequence
from datetime import date

import msgspec

from newsoil.journal import Entry
from newsoil.progress.notes import day_of, notes_of, one_line

THINGS, PROMISES = "one-reliable-thing", "promises"

BECAME = {"kept": "happened", "late-but-told": "changed", "changed-together": "changed", "not-kept": "not-happened"}
"""What became of a promise that is a brick. Those that did not happen are bricks as much as those that did: a wall of the latter alone
would hide what speaks against (`exercises.md`, P4). A promise that is still open is none yet."""

SIDES = ("for", "against", "unclear", "none")
"""What a thing shows, as the person answered: yes, no, not sure; `none` where nobody asked or nothing was said. No side is worth more."""

WHOSE = ("me", "other", "none")
"""Whose it was: the person's own, someone else's, or not said."""

_MADE_BY = {"me": "me", "them": "other"}


class Brick(msgspec.Struct, frozen=True, kw_only=True):
    """One thing noted: when, its words, what it shows (one of `SIDES`), whose it was (one of `WHOSE`), and what became of a promise."""

    day: date
    about: str
    words: str
    side: str
    whose: str
    became: str = ""

    @property
    def month(self) -> date:
        """The first day of its month."""
        return self.day.replace(day=1)


def bricks_of(entries: Sequence[Entry]) -> list[Brick]:
    """All bricks, oldest first. A promise stands at the day it was noted, and has no side: it was not asked for one."""
    found = [(entry, _thing(entry)) for entry in notes_of(entries, THINGS)]
    found += [(entry, _promise(entry)) for entry in notes_of(entries, PROMISES) if one_line(entry, "outcome") in BECAME]
    return [brick for entry, brick in sorted(found, key=lambda one: (one[1].day, one[0].made_at, one[0].id))]


def _thing(entry: Entry) -> Brick:
    side, whose = one_line(entry, "side"), one_line(entry, "who")
    return Brick(
        day=day_of(entry),
        about=entry.day,
        words=one_line(entry, "thing"),
        side=side if side in SIDES else "none",
        whose=whose if whose in WHOSE else "none",
    )


def _promise(entry: Entry) -> Brick:
    whose = _MADE_BY.get(one_line(entry, "by"), "none")
    became = BECAME[one_line(entry, "outcome")]
    return Brick(day=day_of(entry), about=entry.day, words=one_line(entry, "promise"), side="none", whose=whose, became=became)
