"""From when to when, in words. Where the two years differ, both are said: “September 2025 to November 2026”."""

from datetime import date

from newsoil.progress.words import Words


def months(first: date, last: date, words: Words) -> tuple[str, str]:
    """The months of two days."""
    spoken = words.spanning(first, last)
    return spoken.month(first), spoken.month(last)


def days(first: date, last: date, words: Words) -> tuple[str, str]:
    """Two days."""
    spoken = words.spanning(first, last)
    return spoken.day(first), spoken.day(last)
