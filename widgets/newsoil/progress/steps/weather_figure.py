"""The figure of days: five rows of dots, and below them a panel with numbers from 0 to 10. Each panel has its own days below it."""

from datetime import date
from typing import Any

from newsoil.progress import findings
from newsoil.progress.figures import CONTEXT, GRID, INK, NAME, SURFACE, axis, label, layout, line, marks
from newsoil.progress.steps.spaced import places, stretches
from newsoil.progress.steps.weather_notes import HIGH, KINDS, LONGEST_GAP, LOW, Panel
from newsoil.progress.words import Words, capital

TITLE, DAYS, GAP = 36, 30, 18
"""Heights in px: the line with a panel's name, the days below it, the air between two panels."""

PLOT = {"felt": 140, "trust": 96}
"""Height in px of a panel: 28 for each row of days."""

LEFT, RIGHT = 84, 12
"""Margins in px; "Not at all" fits in the left one."""

DOT = 9
"""Size of a dot in px, with a rim of the paper's colour around it, so that neighbours stay two dots."""

RANGES = {"felt": (0.5, len(KINDS) + 0.5), "trust": (LOW - 0.8, HIGH + 0.8)}


def weather_figure(panels: list[Panel], words: Words) -> dict[str, Any]:
    """Dots where there is a note, nothing where there is none; no line joins them, and from ten on a dashed one is the usual."""
    heights = [TITLE + PLOT[panel.name] + DAYS for panel in panels]
    height = sum(heights) + GAP * (len(panels) - 1)
    axes: dict[str, Any] = {}
    data: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    with_usual = [panel.name for panel in panels if findings.usual(panel.values) is not None]
    for number, panel in enumerate(panels):
        nth = "" if number == 0 else str(number + 1)
        top = 1 - (sum(heights[:number]) + GAP * number + TITLE) / height
        axes[f"xaxis{nth}"] = _days(panel, anchor=f"y{nth}")
        axes[f"yaxis{nth}"] = _rows(panel, words, anchor=f"x{nth}", domain=[max(0.0, top - PLOT[panel.name] / height), top])
        data += [trace | {"xaxis": f"x{nth}", "yaxis": f"y{nth}"} for trace in _panel(panel)]
        texts += _texts(panel, nth, words, usual=panel.name in with_usual[:1])
    return {"data": data, "layout": layout(height, LEFT, RIGHT, 0, 0, annotations=texts, **axes)}


def _at(panel: Panel) -> list[int]:
    return places([note.day.toordinal() for note in panel.shown], LONGEST_GAP)


def _days(panel: Panel, **place: Any) -> dict[str, Any]:
    """From the first day to the last, with a little air on both sides."""
    last = _at(panel)[-1]
    air = max(0.5, last * 0.03)
    return axis(-air, last + air, **place)


def _rows(panel: Panel, words: Words, **place: Any) -> dict[str, Any]:
    """All five rows by name, or the whole scale named at the bottom, in the middle and at the top."""
    if panel.name == "felt":
        at, names = list(range(1, len(KINDS) + 1)), [capital(words(f"weather-{kind}")) for kind in KINDS]
    else:
        at, names = [LOW, (LOW + HIGH) // 2, HIGH], [words(f"trust-{step}") for step in ("low", "middle", "high")]
    return axis(*RANGES[panel.name], showticklabels=True, tickmode="array", tickvals=at, ticktext=names, ticksuffix=" ", **place)


def _panel(panel: Panel) -> list[dict[str, Any]]:
    """The rows as thin lines, which break where a gap is longer than it is drawn; the usual; the dots."""
    at, last = _at(panel), _at(panel)[-1]
    rows = range(1, len(KINDS) + 1) if panel.name == "felt" else (LOW, (LOW + HIGH) // 2, HIGH)
    x: list[float | None] = []
    y: list[int | None] = []
    air = max(0.5, last * 0.03)
    for first, end in stretches([note.day.toordinal() for note in panel.shown], LONGEST_GAP):
        for row in rows:
            x += [first - LONGEST_GAP / 4, end + LONGEST_GAP / 4, None]
            y += [row, row, None]
    traces = [line(f"{panel.name} rows", x, y, color=GRID, width=1)]
    usual = findings.usual(panel.values)
    if usual is not None:
        traces.append(line(f"{panel.name} usual", [-air, last + air], [usual, usual], color=CONTEXT, dash="5px,4px"))
    return [*traces, marks(panel.name, at, panel.values, size=DOT, line={"width": 1, "color": SURFACE})]


def _texts(panel: Panel, nth: str, words: Words, *, usual: bool) -> list[dict[str, Any]]:
    """The panel's name, what the dashed line is, and the first and the last day."""
    above: dict[str, Any] = {"xref": "paper", "yref": f"y{nth} domain", "yanchor": "bottom", "yshift": 8}
    name = label(words(f"{panel.name}-title"), 0, 1, size=NAME, color=INK, font={"weight": 600}, xshift=-LEFT, **above)
    shown = [label(words("usual-label"), 1, 1, xanchor="right", **above)] if usual else []
    below: dict[str, Any] = {"xref": f"x{nth}", "yref": f"y{nth} domain", "yanchor": "top", "yshift": -8}
    return [
        name,
        *shown,
        *(label(words.short_day(day), x, 0, xanchor=anchor, xshift=shift, **below) for day, x, anchor, shift in _ends(panel)),
    ]


def _ends(panel: Panel) -> list[tuple[date, int, str, int]]:
    first, last, at = panel.shown[0].day, panel.shown[-1].day, _at(panel)
    if first == last:
        return [(first, at[0], "center", 0)]
    return [(first, at[0], "left", -5), (last, at[-1], "right", 5)]
