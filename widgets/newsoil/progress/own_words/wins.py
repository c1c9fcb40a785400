"""Small wins: a quiet list of a person's own words by month, the newest on top.

Sentences in charts-own-words.toml: `one`, `month`, `months` (the heading, at any number: a count says nothing about change), with
`newest-…` when older ones are left out; `right` stands below the picture, `shown` and `listed` say what is left out;
`alt…` say it; `area-…` name where it was; `no-words` stands for a win that has none.

A list of words in a figure is better than none here: the day and where it was stand beside each, and it is read as
easily on a phone as on paper. To those who do not see it the table is the list.
"""

from collections import Counter
from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.notes import day_of, notes_of, one_line
from newsoil.progress.own_words.lines_figure import Line, lines_figure, own_lines
from newsoil.progress.picture import LISTED, Picture, Table, blank
from newsoil.progress.spans import months
from newsoil.progress.words import Words

EXERCISE = "small-wins"

DRAWN = 12
"""The newest wins that are drawn. Ours: with up to four lines for each, more are three screens of a phone."""

LINES = 4
"""Lines that a win may have in the picture. Ours: most are one sentence; the table has all of the words."""

AREAS = frozenset({"self-kindness", "judgement", "limits", "openness", "hard-talk", "closeness", "everyday"})
"""What the form offers. The word stands below the win."""

MARK = "circle"
"""One for all, since none is more. No star: it would look like a prize."""


def wins(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest `DRAWN` wins; `n` counts all of them, the heading those drawn."""
    notes = notes_of(entries, EXERCISE)
    if not notes:
        return blank(words.text)
    n = len(notes)
    drawn = notes[: -DRAWN - 1 : -1]
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(drawn, n, words),
        subtitle=words.subtitle(),
        figure=lines_figure(_lines(drawn, words)),
        alternative=_alternative(drawn, words),
        sentence=words("right"),
        note=_note(n, len(drawn), words),
        table=_table(notes[: -LISTED - 1 : -1], words),
    )


def _finding(drawn: list[Entry], n: int, words: Words) -> str:
    """A plain count over the months that are drawn."""
    first, last = months(day_of(drawn[-1]), day_of(drawn[0]), words)
    key = "one" if n == 1 else f"{'newest-' if n > len(drawn) else ''}{'month' if first == last else 'months'}"
    return words(key, n=len(drawn), month=last, first=first, last=last, day=words.day(day_of(drawn[0])))


def _lines(drawn: list[Entry], words: Words) -> list[Line]:
    """A heading for each month with a win, then each win: its own words, below them where it was and when."""
    lines: list[Line] = []
    month = ""
    for entry in drawn:
        if (here := words.month(day_of(entry))) != month:
            month = here
            lines.append(Line(text=month, look="head", air=12 if lines else 0))
        lines += own_lines(_said(entry, words), LINES, left=MARK, air=6)
        lines.append(Line(text=_beside(entry, words), look="small"))
    return lines


def _said(entry: Entry, words: Words) -> str:
    return one_line(entry, "win") or words("no-words")


def _area(entry: Entry, words: Words) -> str:
    """Where it was; nothing for what no form of ours offers."""
    area = one_line(entry, "area")
    return words.named(EXERCISE, "area", area) if area in AREAS else ""


def _beside(entry: Entry, words: Words) -> str:
    day, area = words.about(entry.day), _area(entry, words)
    return words("beside", area=area, day=day) if area else day


def _alternative(drawn: list[Entry], words: Words) -> str:
    """How many in which month; the words themselves are in the table."""
    months = Counter(words.month(day_of(entry)) for entry in drawn)
    counts = [words("alt-month", month=month, n=n) for month, n in months.items()]
    return " ".join([words("alt-one" if len(drawn) == 1 else "alt", n=len(drawn)), *counts, words("alt-table")])


def _note(n: int, drawn: int, words: Words) -> str:
    said = [words("shown", shown=drawn, n=n)] * (n > drawn) + [words("listed", listed=LISTED)] * (n > LISTED)
    return " ".join([*said, words.text.note])


def _table(notes: Sequence[Entry], words: Words) -> Table:
    nothing = words("nothing")
    rows = [
        (words.about(entry.day), _said(entry, words), _area(entry, words) or nothing, one_line(entry, "shared-with") or nothing)
        for entry in notes
    ]
    return Table(words("caption"), (words("day"), words("win"), words("area"), words("with")), tuple(rows))
