"""What the notes for charts are made with: days, entries, answers in turn."""

from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

from newsoil.journal import Entry

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
