"""Notes for every chart, so many as are asked for: what a reader could have written, and the same each time."""

from collections.abc import Callable

import filled_own_words as own_words
import filled_then_and_now
from filled_events import events, promised, sorted_setbacks, wished
from filled_over_time import days_and_trust, months_compared, seven_signs, thinking_back
from made_notes import TODAY, Notes, back, entry, turn

from newsoil.progress.steps.weeks import ITEMS

__all__ = ["FILLED", "TODAY"]


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
    "promises": promised,
    "urges": wished,
    "setbacks": sorted_setbacks,
    "timeline": events,
    "conversations": filled_then_and_now.talks,
    "nine-signs": filled_then_and_now.signs,
    "then-and-today": filled_then_and_now.answered,
    "fears": filled_then_and_now.feared,
    "weather": days_and_trust,
    "more-secure-than-last-month": months_compared,
    "support-signs": seven_signs,
    "loop-or-path": thinking_back,
    "ladder": own_words.shares,
    "wins": own_words.small_wins,
    "bricks": own_words.bricks,
    "words-then-and-now": own_words.versions,
}
"""For each chart, notes of which it counts so many."""
