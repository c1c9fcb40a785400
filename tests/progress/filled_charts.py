"""Notes for every chart, so many as are asked for: what a reader could have written, and the same each time."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

import filled_own_words as own_words

from newsoil.journal import Entry
from newsoil.progress.weeks import ITEMS

TODAY = date(2026, 11, 23)
"""A Monday, on which charts are looked at."""

Notes = list[Entry]


def entry(exercise: str, day: date, number: int = 0, **answers: Any) -> Entry:
    """One note that is done, `_` for `-` in prompt ids; `number` tells those of one day apart."""
    made = f"{day}T{8 + number % 12:02}:{number // 12 % 60:02}:00+01:00"
    known = {prompt.replace("_", "-"): value for prompt, value in answers.items() if value is not None}
    name = f"{exercise}-{day}-{number}"
    return Entry(id=name, exercise=exercise, exercise_version=1, made_at=made, changed_at=made, status="done", answers=known)


def back(n: int, *, days: int) -> list[date]:
    """`n` days, the latest today, the others so many days apart before it; oldest first."""
    return [TODAY - timedelta(days=days * number) for number in reversed(range(n))]


def turn(values: list[Any], n: int) -> list[Any]:
    """The first `n` of values that come again and again."""
    return list(islice(cycle(values), n))


def weekly(n: int) -> Notes:
    ways = ([2, 3, 2, 3, 3, 4, 3, 4, 4, 3, 4, 5], [3, 2, 3, 3, 2, 3], [3, 4, 2, 3], [2, 2, 3, 3, 4], [3, 3, 2, 4, 3, 4, 4])
    answers = zip(*(turn(way, n) for way in ways), strict=True)
    return [
        entry("weekly-check-in", day, **dict(zip(ITEMS, each, strict=True))) for day, each in zip(back(n, days=7), answers, strict=True)
    ]


def decisions(n: int) -> Notes:
    """All in the month of today, so that all of them are drawn."""
    said = [
        ("I asked for a day to think about it.", "small"),
        ("I stayed at home.", "small"),
        ("I said what I needed.", "big"),
        ("A walk.", None),
    ]
    notes = zip(range(n), turn(said, n), strict=True)
    return [
        entry("one-good-decision", TODAY.replace(day=1 + number * 2 % 23), number, decision=words, size=size)
        for number, (words, size) in notes
    ]


def alarms(n: int) -> Notes:
    kinds = [
        ("A late reply", 7, 4, "kept-for-now"),
        ("A change of plans", 6, 4, "told-partner"),
        ("A phone on the table, face down", 8, 8, "wrote-it-down"),
        ("A name came up", 5, None, None),
        ("An old photo", 9, 6, "told-partner"),
    ]
    notes = zip(back(n, days=4), turn(kinds, n), strict=True)
    return [entry("trigger", day, event=event, before=before, after=after, said=said) for day, (event, before, after, said) in notes]


FILLED: dict[str, Callable[[int], Notes]] = {
    "weekly-check-in": weekly,
    "good-decisions": decisions,
    "moments": alarms,
    "ladder": own_words.shares,
    "wins": own_words.small_wins,
    "bricks": own_words.bricks,
    "words-then-and-now": own_words.versions,
}
"""For each chart, notes of which it counts so many."""
