"""Notes for the charts of events in time, so many as are asked for: promises, urges, setbacks, the timeline."""

from datetime import date, timedelta
from typing import Any

from made_notes import TODAY, Notes, back, entry, turn


def promised(n: int) -> Notes:
    """`n` of the person's own and, after every third, one of the other person; one day in six holds two."""
    own = [
        ("A message if I am late", "kept"),
        ("Phone away at dinner", "kept"),
        ("Call my sister on Sunday", "late-but-told"),
        ("Bring the papers", "not-kept"),
        ("A walk on Saturday", "changed-together"),
        ("Say it when I need an evening alone", "kept"),
        ("Write to the counsellor", "open"),
    ]
    days = _spread(n)
    notes = [
        entry("promises", day, number, promise=words, by="me", due=(day + timedelta(days=2)).isoformat(), outcome=outcome)
        for number, (day, (words, outcome)) in enumerate(zip(days, turn(own, n), strict=True))
    ]
    theirs = turn(["kept", "not-kept", "late-but-told", "kept", None], len(days[::3]))
    notes += [
        entry("promises", day, 500 + number, promise="Tell me about plans", by="them", outcome=outcome)
        for number, (day, outcome) in enumerate(zip(days[::3], theirs, strict=True))
    ]
    return notes


def wished(n: int) -> Notes:
    ways = turn(["wait", "write", "tell", "wait", "checked", "walk", "wait", None, "write"], n)
    fears = turn(["That there is something I do not know.", "To be left again.", None], n)
    return [
        entry("urge", day, number, before=6, underneath=fear, choice=way)
        for number, (day, way, fear) in enumerate(zip(_spread(n), ways, fears, strict=True))
    ]


def sorted_setbacks(n: int) -> Notes:
    """`n` setbacks and, after every fifth, a note about safety, which is none."""
    kinds: list[dict[str, Any]] = [
        {"what": "The plan was changed again", "normal": ["set-off", "talked", "committed"]},
        {"what": "An old photo came up", "normal": ["old-anxiety", "set-off"]},
        {"what": "A quarrel about money", "normal": ["set-off", "talked", "back-on-track", "committed"], "mine": ["i-dismissed"]},
        {"what": "Nobody wanted to talk", "flags": ["refused"]},
        {"what": "A late reply", "normal": ["old-anxiety"], "see_it": "normal"},
        {"what": "A party", "see_it": "unknown"},
        {"what": "The same excuse", "flags": ["repeated"], "see_it": "not-clear"},
    ]
    days = _spread(n)
    notes = [entry("setback-sorter", day, number, **kind) for number, (day, kind) in enumerate(zip(days, turn(kinds, n), strict=True))]
    about_safety = {"what": "Loud words at night", "safety": ["afraid"], "flags": ["repeated"]}
    return notes + [entry("setback-sorter", day, 500 + number, **about_safety) for number, day in enumerate(days[4::5])]


def events(n: int) -> Notes:
    """One version of the timeline with `n` events, and an older one that is not looked at."""
    rows = [
        {"headline": "The summer I found out", "about-when": "2024-07", "who": "this-relationship", "still-loud": "very-loud"},
        {"headline": "A friend told it to others", "about-when": "2011", "who": "friend", "still-loud": "quiet", "learned": "Say less"},
        {"headline": "A year of lies that began with one small thing about money", "about-when": "2017-03", "still-loud": "loud"},
        {"headline": "The birthday nobody came to", "who": "growing-up", "still-loud": "in-between", "learned": "Do not count on it"},
        {"headline": "The second phone", "about-when": "2019-04-30", "who": "earlier-partner", "still-loud": "silent"},
        {"headline": "The letter", "about-when": "2003", "who": "rather-not"},
        {"headline": "What was said at the table"},
    ]
    listed = [{"id": f"r{number}", **row, **_earlier(row, number // len(rows))} for number, row in enumerate(turn(rows, n))]
    older = entry("trust-timeline", date(2026, 8, 3), events=[{"id": "r0", "headline": "Taken out since"}])
    return [older, entry("trust-timeline", TODAY, events=listed)] if n else []


def _earlier(row: dict[str, Any], years: int) -> dict[str, str]:
    """The date of a row, so many years earlier."""
    return {"about-when": f"{int(row['about-when'][:4]) - years}{row['about-when'][4:]}"} if "about-when" in row else {}


def _spread(n: int) -> list[date]:
    """`n` days up to today, five apart, some of them moved to the day of the one before: weeks with none, one and several."""
    return [day - timedelta(days=5 * (number % 6 == 0)) for number, day in enumerate(back(n, days=5)) if day <= TODAY]
