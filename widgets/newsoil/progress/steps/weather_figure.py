"""The figure of days: five rows of dots, and below them a panel with numbers from 0 to 10, both on the same days, which stand below."""

from typing import Any

from newsoil.progress import findings
from newsoil.progress.figures import CONTEXT, INK, NAME, ROWS, SURFACE, axis, label, layout, line, marks
from newsoil.progress.steps.dates import Date, dates_below
from newsoil.progress.steps.weather_notes import HIGH, KINDS, LOW, Days, Panel, days_of
from newsoil.progress.words import Words, capital

TITLE, DAYS, GAP = 36, 30, 14
"""Heights in px: the line with a panel's name, the days below all panels, the air between two panels."""

PLOT = {"felt": 140, "trust": 110}
"""Height in px of a panel: 28 for each row of days."""

LEFT, RIGHT = 88, 11
"""Margins in px; "0 Not at all" fits in the left one."""

DOT, SMALL_DOT, CLOSE = 9, 7, 28
"""Sizes of a dot in px, with a rim of the paper's colour around it, and from how many days on it is the small one: neighbours stay two."""

AIR = 0.08
"""So much of the time is left free before the first day and after the last: no dot touches the names of rows, and its date has room."""

MIDDLE = (LOW + HIGH) // 2

RANGES = {"felt": (0.5, len(KINDS) + 0.5), "trust": (LOW - 0.8, HIGH + 0.8)}


def weather_figure(panels: list[Panel], words: Words) -> dict[str, Any]:
    """Dots where there is a note, nothing where there is none; no line joins them, and from ten on a dashed one is the usual."""
    days = days_of(panels)
    heights = [TITLE + PLOT[panel.name] for panel in panels]
    height = sum(heights) + GAP * (len(panels) - 1)
    air = _air(days)
    axes: dict[str, Any] = {"xaxis": axis(-air, days.last + air, anchor=f"y{_nth(len(panels))}")}
    data: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    with_usual = [panel.name for panel in panels if findings.usual(panel.values) is not None]
    for number, panel in enumerate(panels, start=1):
        top = 1 - (sum(heights[: number - 1]) + GAP * (number - 1) + TITLE) / height
        axes[f"yaxis{_nth(number)}"] = _rows(panel, words, domain=[max(0.0, top - PLOT[panel.name] / height), top])
        data += [trace | {"yaxis": f"y{_nth(number)}"} for trace in _panel(panel, days)]
        texts += _texts(panel, _nth(number), words, usual=panel.name in with_usual[:1])
    texts += _dates(days, f"y{_nth(len(panels))} domain", words)
    return {"data": data, "layout": layout(height + DAYS, LEFT, RIGHT, 0, DAYS, annotations=texts, **axes)}


def _nth(number: int) -> str:
    return "" if number == 1 else str(number)


def _air(days: Days) -> float:
    return max(0.5, days.last * AIR)


def _rows(panel: Panel, words: Words, **place: Any) -> dict[str, Any]:
    """All five rows by name, or the whole scale, its number and word at the bottom, in the middle and at the top."""
    if panel.name == "felt":
        at, names = list(range(1, len(KINDS) + 1)), [capital(words(f"weather-{kind}")) for kind in KINDS]
    else:
        at = [LOW, MIDDLE, HIGH]
        names = [f"{number} {words(f'trust-{step}')}" for number, step in zip(at, ("low", "middle", "high"), strict=True)]
    return axis(*RANGES[panel.name], showticklabels=True, tickmode="array", tickvals=at, ticktext=names, ticksuffix=" ", **place)


def _panel(panel: Panel, days: Days) -> list[dict[str, Any]]:
    """The rows as thin lines and the usual, which break where a gap is longer than it is drawn; the dots."""
    rows = range(1, len(KINDS) + 1) if panel.name == "felt" else (LOW, MIDDLE, HIGH)
    traces = [line(f"{panel.name} rows", *_across(rows, days), color=ROWS, width=1)]
    usual = findings.usual(panel.values)
    if usual is not None:
        traces.append(line(f"{panel.name} usual", *_across([usual], days), color=CONTEXT, dash="5px,4px"))
    at = [days.at[note.day] for note in panel.shown]
    return [*traces, marks(panel.name, at, panel.values, size=DOT if days.last < CLOSE else SMALL_DOT, line={"width": 1, "color": SURFACE})]


def _across(heights: Any, days: Days) -> tuple[list[float | None], list[float | None]]:
    """Lines at these heights along every stretch of days: from edge to edge where there is one stretch."""
    x: list[float | None] = []
    y: list[float | None] = []
    for first, last in days.stretches:
        beside = [first - days.scale.pause / 4 if first else -_air(days), last + (days.scale.pause / 4 if last < days.last else _air(days))]
        for height in heights:
            x += [*beside, None]
            y += [height, height, None]
    return x, y


def _texts(panel: Panel, nth: str, words: Words, *, usual: bool) -> list[dict[str, Any]]:
    """The panel's name, and what the dashed line is."""
    above: dict[str, Any] = {"xref": "paper", "yref": f"y{nth} domain", "yanchor": "bottom", "yshift": 8}
    name = label(words(f"{panel.name}-title"), 0, 1, size=NAME, color=INK, font={"weight": 600}, xshift=-LEFT, **above)
    return [name] + [label(words("usual-label"), 1, 1, xanchor="right", **above)] * usual


def _dates(days: Days, lowest: str, words: Words) -> list[dict[str, Any]]:
    """The first and the last day, and one between them where it has room, below the lowest panel."""
    noted = list(days.at)
    spoken = words.spanning(noted[0], noted[-1])
    air = _air(days)
    middle = min(noted, key=lambda day: abs(days.at[day] - days.last / 2))
    shown = dict.fromkeys((noted[0], middle, noted[-1]))
    dates = [Date(spoken.short_day(day), days.at[day], (days.at[day] + air) / (days.last + 2 * air)) for day in shown]
    joined = words("from-to", first=dates[0].text, last=dates[-1].text)
    return dates_below(dates, joined, LEFT, RIGHT, y=0, yref=lowest, yanchor="top", yshift=-8)
