"""Weekly check-ins as one point a week, and what is found in them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.notes import day_of, notes_of, whole

EXERCISE = "weekly-check-in"

ITEMS = ("calm-talks", "open-honest", "warmth", "future-talk", "secure")
"""The five prompts, in the order of the exercise; all point the same way, so up is more of it."""

STEPS = (1, 2, 3, 4, 5)

DRAWN = 26
"""The latest check-ins that are drawn. Ours: half a year of weeks, whose dots still stand apart on a screen 320 px wide."""

LONGEST_GAP = 520
"""Weeks in a row without a check-in that are drawn one by one. Ours: more than ten years are a mistyped year, and would slow a page."""

_WEEK = timedelta(days=7)


class Week(msgspec.Struct, frozen=True):
    """The check-in of one ISO week. An item that was left blank is None."""

    monday: date
    answers: dict[str, int | None]


def weeks_of(entries: Sequence[Entry]) -> tuple[list[Week], bool]:
    """The weeks with a check-in, oldest first, and whether one has several: then its latest counts."""
    found: dict[date, Week] = {}
    several = False
    for entry in notes_of(entries, EXERCISE):
        answers = {item: whole(entry, item) for item in ITEMS}
        if all(answer is None for answer in answers.values()):
            continue
        day = day_of(entry)
        monday = day - timedelta(days=day.weekday())
        several = several or monday in found
        found[monday] = Week(monday, answers)
    return list(found.values()), several


def answers_to(item: str, weeks: Iterable[Week]) -> list[int]:
    """The answers to one item, oldest first, without the blanks."""
    return [answer for week in weeks if (answer := week.answers[item]) is not None]


def all_mondays(weeks: Sequence[Week]) -> list[date]:
    """Every week from the first check-in to the last, also those without one; of a gap of many years, only its first week."""
    found = []
    for week, after in pairwise(weeks):
        apart = (after.monday - week.monday) // _WEEK
        found += [week.monday + _WEEK * number for number in range(apart if apart <= LONGEST_GAP else 2)]
    return [*found, weeks[-1].monday]


def shifts_in(weeks: Sequence[Week]) -> dict[str, findings.Shift]:
    """The items whose latest answers were all on one side of the usual; the longest run first."""
    found = {item: shift for item in ITEMS if (shift := findings.shift(answers_to(item, weeks)))}
    return dict(sorted(found.items(), key=lambda each: -each[1].k))


def months_in(weeks: Sequence[Week]) -> tuple[date, date, dict[str, findings.Compared]] | None:
    """The last two months that follow each other and can be compared, and how each item compares."""
    items = [item for item in ITEMS if len(answers_to(item, weeks)) >= findings.ENOUGH]
    if not items:
        return None
    this = weeks[-1].monday.replace(day=1)
    before = (this - timedelta(days=1)).replace(day=1)
    in_this, in_before = ([week for week in weeks if week.monday.replace(day=1) == month] for month in (this, before))
    found = {item: findings.month_against_month(answers_to(item, in_before), answers_to(item, in_this)) for item in items}
    known = {item: how for item, how in found.items() if how}
    return (before, this, known) if known else None
