"""From when to when, in words. Where the two years differ, both are said: “September 2025 to November 2026”."""

from datetime import date

from newsoil.progress.words import Words


def months(first: date, last: date, words: Words) -> tuple[str, str]:
    """The months of two days. In one year, that is said as everywhere: when it is not this one."""
    if first.year == last.year:
        return words.month(first), words.month(last)
    return f"{words.month(first, year=False)} {first.year}", f"{words.month(last, year=False)} {last.year}"


def days(first: date, last: date, words: Words) -> tuple[str, str]:
    """Two days, their years as in `months`."""
    begin, end = months(first, last, words)
    return f"{first.day} {begin}", f"{last.day} {end}"
