"""Which entries count as notes, and the plain values in them."""

from collections.abc import Sequence
from datetime import date

from newsoil.journal import Entry

_WHOLE_DAY = len("2026-11-23")


def day_of(entry: Entry) -> date:
    """The day an entry stands at: the day it is about, or the day it was made when it is about no whole day.

    Both are days of the person's clock, as the page sent them.
    """
    return date.fromisoformat(day_text(entry))


def day_text(entry: Entry) -> str:
    """The same day as it is written, `2026-11-23`: for looking through ten years of notes, which reading each as a date would slow down."""
    about = entry.for_date or ""
    return about if len(about) == _WHOLE_DAY else entry.made_at[:_WHOLE_DAY]


def month_of(entry: Entry) -> date:
    """The first day of the month an entry speaks of: that of the day or month it is about, else of the day it was made."""
    about = entry.day if len(entry.day) >= len("2026-11") else entry.made_at
    return date.fromisoformat(f"{about[:7]}-01")


def notes_of(entries: Sequence[Entry], exercise: str) -> list[Entry]:
    """The entries of one exercise that count, oldest first; the same whatever order they come in."""
    own = [entry for entry in entries if entry.exercise == exercise and entry.counts]
    return sorted(own, key=lambda entry: (day_of(entry), entry.made_at, entry.id))


def whole(entry: Entry, prompt: str) -> int | None:
    """The number a prompt was answered with, or None."""
    value = entry.answers.get(prompt)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def within(entry: Entry, prompt: str, low: int, high: int) -> int | None:
    """The number a prompt was answered with, if its scale has it."""
    return on_scale(entry.answers.get(prompt), low, high)


def on_scale(value: object, low: int, high: int) -> int | None:
    """A number that a scale has. A file may hold another one, and that has no place on it."""
    return value if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high else None


def chosen(entry: Entry, prompt: str) -> str:
    """The id of the option a prompt was answered with, or an empty text."""
    value = entry.answers.get(prompt)
    return value if isinstance(value, str) else ""


def one_line(entry: Entry, prompt: str) -> str:
    """The words a prompt was answered with, on one line, or an empty text."""
    return on_one_line(entry.answers.get(prompt))


def on_one_line(value: object) -> str:
    """Words on one line; an empty text if these are no words."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def day_in(entry: Entry, prompt: str) -> date | None:
    """The whole day that a prompt was answered with, or None: a month or a year is no day."""
    value = one_line(entry, prompt)
    try:
        return date.fromisoformat(value) if len(value) == _WHOLE_DAY else None
    except ValueError:
        return None


def same(words: str) -> str:
    """Words as they are compared: capitals, spaces and a full stop at the end make no other thing of them."""
    return " ".join(words.casefold().split()).rstrip(" .")
