"""Hard talks as three numbers each, and what is found in them."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile

import msgspec

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.notes import chosen, day_of, one_line, whole, within
from newsoil.progress.words import Words

EXERCISE = "hard-talk"

AFRAID = 2
"""From this answer to `afraid` on, a person was afraid in the talk. It is the one after “Never”."""


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """One hard talk: when, what it was about, how heated from 0 to 10, and what came afterwards, in words."""

    day: str
    name: str
    start: int | None
    noted: int | None
    """The highest point as it was noted."""
    end: int | None
    repaired: str
    afraid: bool

    @property
    def peak(self) -> int | None:
        """The highest point; nothing where start or end lie above the number that was noted for it."""
        return highest(self.start, self.noted, self.end)

    @property
    def known(self) -> list[int]:
        """The numbers that are drawn."""
        return [value for value in (self.start, self.peak, self.end) if value is not None]


def highest(start: int | None, noted: int | None, end: int | None) -> int | None:
    """The number noted for the highest point, if it is one."""
    others = [value for value in (start, end) if value is not None]
    return noted if noted is not None and noted >= max(others, default=noted) else None


def numbers_of(entry: Entry) -> tuple[int | None, int | None, int | None]:
    """Start, highest point and end as they were noted, as far as their scale has them."""
    start, noted, end = (within(entry, prompt, 0, 10) for prompt in ("start", "peak", "end"))
    return start, noted, end


def talk_of(entry: Entry, words: Words) -> Talk:
    """A note as a talk. Its name is the person's own word for what it was about."""
    repaired = chosen(entry, "repaired")
    start, noted, end = numbers_of(entry)
    return Talk(
        day=words.about(entry.day),
        name=one_line(entry, "root").rstrip(".") or words("no-name"),
        start=start,
        noted=noted,
        end=end,
        repaired=words.named(EXERCISE, "repaired", repaired) if repaired else words("nothing"),
        afraid=was_afraid(entry),
    )


def was_afraid(entry: Entry) -> bool:
    """Whether the person noted fear of what the other would do."""
    return (whole(entry, "afraid") or 0) >= AFRAID


def pairs_in(talks: Sequence[Talk]) -> list[tuple[int, int]]:
    """Start and end of the talks that have both."""
    return [(talk.start, talk.end) for talk in talks if talk.start is not None and talk.end is not None]


def months_in(notes: Sequence[Entry]) -> tuple[date, date, findings.Compared] | None:
    """The last two months that follow each other, and how the middle of their highest points compares.

    From ten talks on, and never where the person was afraid in one of them. `notes` are oldest first.
    """
    if len(notes) < findings.ENOUGH:
        return None
    this = day_of(notes[-1]).replace(day=1)
    before = _month_before(this)
    recent = list(takewhile(lambda entry: day_of(entry) >= before, reversed(notes)))
    if any(was_afraid(entry) for entry in recent):
        return None
    peaks = [(day_of(entry) >= this, peak) for entry in recent if (peak := highest(*numbers_of(entry))) is not None]
    earlier, later = ([peak for in_this, peak in peaks if in_this is wanted] for wanted in (False, True))
    how = findings.month_against_month(earlier, later, findings.WIDE_STEP)
    return (before, this, how) if how else None


def _month_before(month: date) -> date:
    """The first day of the month before, as far as the calendar reaches: a year may be mistyped."""
    return (month - timedelta(days=1)).replace(day=1) if month > date.min else month
