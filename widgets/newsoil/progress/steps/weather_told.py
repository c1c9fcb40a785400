"""How days felt, for those who do not see the picture: the text alternative and the table."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import compress
from math import ceil, floor

from newsoil.progress import findings
from newsoil.progress.picture import Table
from newsoil.progress.steps.weather_notes import KINDS, Note, Panel
from newsoil.progress.words import Words, capital


def said(panel: Panel, value: float, words: Words) -> str:
    """One row in words, or one number; half a step is "between" two."""
    low, high = floor(value), ceil(value)
    names = [words(f"weather-{KINDS[each - 1]}") if panel.name == "felt" else str(each) for each in (low, high)]
    return names[0] if low == high else words("between", low=names[0], high=names[1])


def alternative(panels: Sequence[Panel], words: Words) -> str:
    """What is drawn, panel by panel."""
    told = []
    for panel in panels:
        spoken = words.spanning(panel.shown[0].day, panel.shown[-1].day)
        days = [spoken.day(note.day) for note in panel.shown]
        key = f"alt-{panel.name}{'-one' if len(days) == 1 else ''}"
        told.append(words(key, n=len(days), first=days[0], last=days[-1], value=said(panel, panel.values[0], words)))
        if len(days) == 1:
            continue
        low, high, latest = (said(panel, value, words) for value in (min(panel.values), max(panel.values), panel.values[-1]))
        told += _counted(panel.values, words) if panel.name == "felt" else [words("alt-range", low=low, high=high)]
        told.append(words("alt-latest", value=latest))
        usual = findings.usual(panel.values)
        told += [] if usual is None else [words("alt-usual", usual=said(panel, usual, words))]
    return " ".join(told)


def _counted(values: Sequence[int], words: Words) -> list[str]:
    """Each kind of day that came, from the top row to the bottom one."""
    counts = Counter(values)
    kinds = [(counts[row], words(f"weather-{KINDS[row - 1]}")) for row in range(len(KINDS), 0, -1) if counts[row]]
    return [words("alt-kind", kind=capital(kind), n=n) for n, kind in kinds]


def table(panels: Sequence[Panel], words: Words) -> Table:
    """A row for each day that is drawn, the newest first; then a row for each month of what is older, so that ten years stay a table.

    A panel that has no notes has no column.
    """
    noted = {panel.name for panel in panels}
    felt, trust = ([note for panel in panels if panel.name == name for note in panel.shown] for name in ("felt", "trust"))
    by_day = {note.day: note for note in felt}
    rows = []
    for day in sorted({note.day for note in (*felt, *trust)}, reverse=True):
        note = by_day.get(day)
        numbers = [str(each.value) for each in trust if each.day == day]
        kind = capital(words(f"weather-{KINDS[note.value - 1]}")) if note else ""
        rows.append([words.short_day(day), kind, note.word if note else "", ", ".join(numbers)])
    rows += _months(panels, words)
    columns = [words(f"column-{name}") for name in ("day", "felt", "word", "trust")]
    shown = [True, "felt" in noted, "felt" in noted, "trust" in noted]
    caption = " ".join([words("caption"), *[words("caption-months")] * any(panel.older for panel in panels)])
    return Table(
        caption, tuple(compress(columns, shown)), tuple(tuple(cell or words("nothing") for cell in compress(row, shown)) for row in rows)
    )


def _months(panels: Sequence[Panel], words: Words) -> list[list[str]]:
    older: dict[date, dict[str, list[Note]]] = {}
    for panel in panels:
        for note in panel.older:
            older.setdefault(note.day.replace(day=1), {"felt": [], "trust": []})[panel.name].append(note)
    rows = []
    for month, notes in sorted(older.items(), reverse=True):
        counted = " ".join(_counted([note.value for note in notes["felt"]], words))
        rows.append([words.about(month.isoformat()[:7]), counted, "", _numbers([note.value for note in notes["trust"]], words)])
    return rows


def _numbers(numbers: Sequence[int], words: Words) -> str:
    if len(set(numbers)) > 1:
        return words("numbers", n=len(numbers), low=min(numbers), high=max(numbers))
    return words("numbers-one" if len(numbers) == 1 else "numbers-same", n=len(numbers), value=numbers[0]) if numbers else ""
