"""The figure of the weekly check-in: one panel for each item, one above the other, on the same weeks and the same five steps."""

from datetime import date
from typing import Any

from newsoil.progress import findings
from newsoil.progress.figures import CONTEXT, INK, MARK, NAME, THIN, axis, label, layout, line, marks
from newsoil.progress.steps.dates import Date, dates_below
from newsoil.progress.steps.weeks import STEPS, Week, all_mondays, answers_to
from newsoil.progress.words import Words, capital

PLOT, TITLE, GAP = 96, 36, 14
"""Heights in px: a panel, with room for the names of all five steps; the line with its name above, the air below."""

LEFT, RIGHT, BOTTOM = 84, 15, 32
"""Margins in px; "Somewhat" fits in the left one, half of the last date in the right one, the dates below."""

DOT, SMALL_DOT, CLOSE = 10, 7, 16
"""Sizes of a dot in px, and from how many weeks on it is the small one, so that neighbours stay apart at 320 px."""


def weekly_figure(weeks: list[Week], order: list[str], words: Words) -> dict[str, Any]:
    """Dots where there is an answer, nothing where there is none; a thin line from five, the usual from ten answers to the item."""
    panels = len(order)
    height = panels * (TITLE + PLOT + GAP) - GAP
    axes: dict[str, Any] = {"xaxis": _weeks(weeks, anchor=f"y{_nth(panels)}")}
    data: list[dict[str, Any]] = []
    for number, item in enumerate(order, start=1):
        top = 1 - ((number - 1) * (TITLE + PLOT + GAP) + TITLE) / height
        axes[f"yaxis{_nth(number)}"] = _steps(words, domain=[max(0.0, top - PLOT / height), top])
        data += _panel(item, weeks, f"y{_nth(number)}")
    notes = [_title(number, item, words) for number, item in enumerate(order, start=1)] + _dates(weeks, panels, words)
    with_usual = [number for number, item in enumerate(order, start=1) if findings.usual(answers_to(item, weeks)) is not None]
    notes += [_usual_label(with_usual[0], words)] if with_usual else []
    return {"data": data, "layout": layout(height + BOTTOM, LEFT, RIGHT, 0, BOTTOM, annotations=notes, **axes)}


def _weeks(weeks: list[Week], **place: Any) -> dict[str, Any]:
    low, high = _ends(weeks)
    return axis(low.isoformat(), high.isoformat(), type="date", **place)


def _ends(weeks: list[Week]) -> tuple[date, date]:
    """From the first week to the last, with air on both sides, so that no dot touches the words: 6 in 100, and at least three days."""
    first, last = weeks[0].monday, weeks[-1].monday
    air = max(3, (last - first).days * 6 // 100)
    return _beside(first, -air), _beside(last, air)


def _beside(day: date, days: int) -> date:
    """A day so many days later or earlier, as far as the calendar reaches: a year may be mistyped."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _nth(number: int) -> str:
    return "" if number == 1 else str(number)


def _steps(words: Words, **place: Any) -> dict[str, Any]:
    """The five steps, each named, as sentences name them; always the whole scale."""
    names = [words(f"step-{step}") for step in STEPS]
    ticks = {"tickmode": "array", "tickvals": list(STEPS), "ticktext": names, "ticksuffix": " "}
    return axis(0.8, 5.2, showgrid=True, showticklabels=True, **ticks, **place)


def _panel(item: str, weeks: list[Week], y: str) -> list[dict[str, Any]]:
    mondays = all_mondays(weeks)
    noted = {week.monday: week.answers[item] for week in weeks}
    x, values = [monday.isoformat() for monday in mondays], [noted.get(monday) for monday in mondays]
    answers = answers_to(item, weeks)
    usual = findings.usual(answers)
    traces = []
    if usual is not None:
        traces.append(line(f"{item} usual", [x[0], x[-1]], [usual, usual], color=CONTEXT, dash="5px,4px"))
    if findings.state(len(answers)) in ("some", "enough"):
        traces.append(line(f"{item} line", x, values, color=MARK, width=THIN) | {"opacity": 0.55})
    traces.append(marks(item, x, values, size=DOT if len(mondays) < CLOSE else SMALL_DOT))
    return [trace | {"yaxis": y} for trace in traces]


def _title(number: int, item: str, words: Words) -> dict[str, Any]:
    place: dict[str, Any] = {"xref": "paper", "yref": f"y{_nth(number)} domain", "yanchor": "bottom", "xshift": -LEFT, "yshift": 11}
    return label(capital(words(f"item-{item}")), 0, 1, size=NAME, color=INK, font={"weight": 600}, **place)


def _usual_label(number: int, words: Words) -> dict[str, Any]:
    """What the dashed line is, said once, above the first panel that has one."""
    place: dict[str, Any] = {"xref": "paper", "yref": f"y{_nth(number)} domain", "xanchor": "right", "yanchor": "bottom", "yshift": 11}
    return label(words("usual-label"), 1, 1, **place)


def _dates(weeks: list[Week], panels: int, words: Words) -> list[dict[str, Any]]:
    """The first, the middle and the last week, below the last panel."""
    mondays = all_mondays(weeks)
    low, high = _ends(weeks)
    spoken = words.spanning(mondays[0], mondays[-1])
    dates = [
        Date(spoken.short_day(monday), monday.isoformat(), (monday - low) / (high - low))
        for monday in dict.fromkeys((mondays[0], mondays[len(mondays) // 2], mondays[-1]))
    ]
    joined = words("from-to", first=dates[0].text, last=dates[-1].text)
    return dates_below(dates, joined, LEFT, RIGHT, y=0, yref=f"y{_nth(panels)} domain", yanchor="top", yshift=-8)
