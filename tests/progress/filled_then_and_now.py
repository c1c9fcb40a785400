"""Notes for the charts with two marks in a row: talks, signs, answers then and today, fears.

What makes a note stands in `filled_charts`, which names these; it is looked up when it is called, since each knows the other.
"""

from datetime import date, timedelta

import made_notes
from msgspec.structs import replace

from newsoil.journal import Entry, Former
from newsoil.progress.two_marks.signs import SIGNS

Notes = list[Entry]


def talks(n: int) -> Notes:
    kinds = [
        ("Being left out", 4, 8, 3, "yes"),
        ("The plan for Sunday", 6, 9, 6, "partly"),
        ("Money", 2, 5, 1, "yes"),
        ("A name came up", 7, 9, None, "not-yet"),
        ("Who calls whom, and when, and what silence means", 5, 6, 7, "no"),
        (None, 3, None, 2, None),
        ("Being heard", 8, 8, 4, "yes"),
    ]
    notes = zip(made_notes.back(n, days=6), made_notes.turn(kinds, n), strict=True)
    return [
        made_notes.entry("hard-talk", day, start=start, peak=peak, end=end, root=root, repaired=repaired, afraid=1)
        for day, (root, start, peak, end, repaired) in notes
    ]


def signs(n: int) -> Notes:
    """One note a month, the latest in the month of today."""
    ways = [
        ["not-yet", "sometimes", "often", "sometimes"],
        ["not-yet", "sometimes"],
        ["often"],
        ["sometimes", "often", "sometimes"],
        ["not-yet"],
        [None, "sometimes", "not-yet"],
        ["not-yet", "not-yet", "sometimes"],
        ["sometimes", "sometimes", "often"],
        ["not-for-me", "not-for-me", "not-yet"],
    ]
    marked = zip(*(made_notes.turn(way, n) for way in ways), strict=True)
    months = [_month(back) for back in reversed(range(n))]
    own = made_notes.turn([["slept-well"], ["slept-well", "I sang in the car"]], n)
    return [
        _signs(month, dict(zip(SIGNS, answers, strict=True)), own_signs)
        for month, answers, own_signs in zip(months, marked, own, strict=True)
    ]


def _signs(month: date, answers: dict[str, str | None], own: list[str]) -> Entry:
    known = {sign.replace("-", "_"): answer for sign, answer in answers.items()}
    return made_notes.entry("nine-signs", month, **known, affection_free="partly", own_signs=own)


def _month(back: int) -> date:
    """The second day of the month so many months before that of today."""
    months = made_notes.TODAY.year * 12 + made_notes.TODAY.month - 1 - back
    return date(months // 12, months % 12 + 1, 2)


def answered(n: int) -> Notes:
    """The exercises in turn, a week apart."""
    notes = []
    for number, day in enumerate(made_notes.back(n, days=7)):
        turn, of = number // 4, number % 4
        low, high = (2, 3, 2, 4)[turn % 4], (4, 3, 5, 4)[turn % 4]
        answers = (
            ("which-rule-changed", {"safe_before": 5, "safe_after": 1, "safe_now": low, "predictable_before": 4, "predictable_now": 2}),
            ("four-signs", {"holding_back": high, "overshadowed": 3, "scanning": 5 - turn % 3, "growing_doubt": low}),
            ("three-needs", {"patience": low, "open_talk": 1 + turn % 5, "kindness": 3}),
            ("three-qualities", {"reliable": high, "honest": 4, "there": low if turn else None}),
        )[of]
        notes.append(made_notes.entry(answers[0], day, **answers[1]))
    return notes


def feared(n: int) -> Notes:
    """As many fears, some of them in two notes, some changed in one."""
    kinds = [
        ("That I am left without a word", 8, 5, "growing-up", "echo"),
        ("That I find out last", 9, 7, "this-relationship", "now"),
        ("That nobody would tell me", 6, None, "friend", "both"),
        ("That it happens again, and that I did not see it coming at all", 7, 7, "earlier-partner", "unknown"),
        ("That I am too much", 4, 2, "growing-up", "echo"),
        ("That a calm week is the time before a storm", None, None, "not-known", None),
        ("That I say the wrong thing", 3, 6, "others", "now"),
    ]
    notes = []
    for number, (day, (fear, first, latest, learned, about)) in enumerate(
        zip(made_notes.back(n, days=3), made_notes.turn(kinds, n), strict=True)
    ):
        words = fear if number < len(kinds) else f"{fear}, again in week {number}"
        told = {"fear": words, "learned_from": learned, "about_now": about}
        if latest is None or number % 2:
            notes.append(made_notes.entry("what-am-i-afraid-of", day - timedelta(days=40), strength=first, **told))
            notes += [made_notes.entry("what-am-i-afraid-of", day, 1, strength=latest, **told)] * (latest is not None)
        else:
            note = made_notes.entry("what-am-i-afraid-of", day, strength=latest, **told)
            notes.append(replace(note, earlier=(Former(at=note.made_at, answers={"strength": first}),)))
    return notes
