"""The nine signs month by month, and how two months differ."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

import msgspec

from newsoil.journal import Entry
from newsoil.progress.notes import chosen, day_of, notes_of

EXERCISE = "nine-signs"

SIGNS = (
    "ease",
    "affection",
    "laughter",
    "my-defensiveness",
    "their-defensiveness",
    "curiosity",
    "future-talk",
    "partnership",
    "free-no",
)
"""The nine prompts, in the order of the exercise."""

STEPS = ("not-yet", "sometimes", "often")

APART = "not-for-me"
"""The answer beside the steps: no more and no less than any of them."""

Way = Literal["towards", "away", "stayed", "apart"]
"""How a sign differs between two notes: nearer to often, further from it, the same, or to or from not for me."""


class Month(msgspec.Struct, frozen=True):
    """The latest note of a month: an answer to each sign or none, the signs of the person's own, and whether closeness was not free."""

    first: date
    answers: dict[str, str]
    own: tuple[str, ...]
    not_free: bool


class Moved(NamedTuple):
    """How many signs differ between two notes, and in which way. A sign that one of them leaves blank is not among them."""

    towards: int
    away: int
    stayed: int
    apart: int

    @property
    def differ(self) -> int:
        """How many are marked differently."""
        return self.towards + self.away + self.apart

    @property
    def total(self) -> int:
        """How many both notes answer."""
        return self.differ + self.stayed


def months_of(entries: Sequence[Entry]) -> tuple[list[Month], bool]:
    """The months with a note, oldest first, and whether one has several: then its latest counts."""
    found: dict[date, Month] = {}
    several = False
    for entry in notes_of(entries, EXERCISE):
        answers = {sign: answer for sign in SIGNS if (answer := chosen(entry, sign)) in (*STEPS, APART)}
        if answers:
            first = day_of(entry).replace(day=1)
            several = several or first in found
            found[first] = Month(first, answers, _own(entry.answers.get("own-signs")), _not_free(entry, answers))
    return list(found.values()), several


def _not_free(entry: Entry, answers: dict[str, str]) -> bool:
    """Whether there was closeness, and it did not feel free."""
    return answers.get("affection") in STEPS[1:] and chosen(entry, "affection-free") == "no"


def _own(value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sign for sign in value if isinstance(sign, str) and sign)) if isinstance(value, list) else ()


def counted(month: Month, sign: str) -> str:
    """The answer as it counts: closeness that did not feel free is no sign, however often it was."""
    return "" if sign == "affection" and month.not_free else month.answers.get(sign, "")


def moved(before: Month, latest: Month) -> Moved:
    """How the signs of two months differ."""
    ways = [way for sign in SIGNS if (way := _way(counted(before, sign), counted(latest, sign)))]
    return Moved(*(ways.count(way) for way in ("towards", "away", "stayed", "apart")))


def _way(before: str, after: str) -> Way | None:
    if not before or not after:
        return None
    if before == after:
        return "stayed"
    if APART in (before, after):
        return "apart"
    return "towards" if STEPS.index(after) > STEPS.index(before) else "away"
