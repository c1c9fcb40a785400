"""Good decisions: a month as a calendar, a filled dot on each day with a note.

Sentences in charts.toml: `one`, `several-on-one-day`, `several` (the heading, at any number: a count says nothing about change); `dot` (or
`dots`, where a day has several) and `today` say in the picture what its marks mean, `blank-days` stands below it; `alt…` say it; `size-…`
name the sizes.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.events.month_figure import month_figure
from newsoil.progress.notes import day_of, notes_of, one_line
from newsoil.progress.picture import Picture, Table, blank
from newsoil.progress.words import Words

EXERCISE = "one-good-decision"


def good_decisions(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the month of `today`; while that is blank, of the latest month with a note, so no month begins with a reproach.

    `n` counts the notes of the month that is drawn.
    """
    notes = notes_of(entries, EXERCISE)
    if not notes:
        return blank(words.text)
    month = _month([day_of(entry) for entry in notes], words.today)
    notes = [entry for entry in notes if day_of(entry).replace(day=1) == month]
    n = len(notes)
    days = Counter(day_of(entry) for entry in notes)
    key = "one" if n == 1 else "several" if len(days) > 1 else "several-on-one-day"
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=words(key, n=n, days=len(days), month=words.month(month), day=words.day(min(days))),
        subtitle=words.subtitle(month=words.month(month)),
        figure=month_figure(month, days, words.today, words),
        alternative=_alternative(month, days, words),
        sentence=words("blank-days"),
        note=words.text.note,
        table=_table(notes, words),
    )


def _month(days: list[date], today: date) -> date:
    """The first day of the month to draw: the latest with a note, up to that of today."""
    months = {day.replace(day=1) for day in days}
    return max((month for month in months if month <= today), default=max(months))


def _alternative(month: date, days: Counter[date], words: Words) -> str:
    said = [words("alt-day" if count == 1 else "alt-day-several", day=words.day(day), n=count) for day, count in sorted(days.items())]
    return words("alt", month=words.month(month), days=words.listed(said))


def _table(notes: list[Entry], words: Words) -> Table:
    rows = []
    for entry in notes:
        size = entry.answers.get("size")
        named = words(f"size-{size}") if words.has(f"size-{size}") else words("nothing")
        rows.append((words.short_day(day_of(entry)), one_line(entry, "decision") or words("nothing"), named))
    return Table(words("caption"), (words("day"), words("decision"), words("size")), tuple(rows))
