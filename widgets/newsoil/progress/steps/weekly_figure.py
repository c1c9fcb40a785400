"""The figure of the weekly check-in: one panel for each item, one above the other, on the same weeks and the same five steps."""

from datetime import date
from typing import Any

from newsoil.progress import findings
from newsoil.progress.figures import CONTEXT, INK, MARK, NAME, THIN, axis, label, layout, line, marks
from newsoil.progress.steps.weeks import Week, all_mondays, answers_to
from newsoil.progress.words import Words, capital

PLOT, TITLE, GAP = 80, 36, 14
"""Heights in px: a panel, the line with its name above, the air below."""

LEFT, RIGHT, BOTTOM = 84, 12, 32
"""Margins in px; "Somewhat" fits in the left one, the dates below."""

DOT, SMALL_DOT, CLOSE = 10, 7, 16
"""Sizes of a dot in px, and from how many weeks on it is the small one, so that neighbours stay apart at 320 px."""

MANY = 8
"""From so many weeks on there is room for a date in the middle."""


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
    """From the first week to the last, with a little air on both sides: 3 in 100 of the whole, and at least three days."""
    first, last = weeks[0].monday, weeks[-1].monday
    air = max(3, (last - first).days * 3 // 100)
    return axis(_beside(first, -air).isoformat(), _beside(last, air).isoformat(), type="date", **place)


def _beside(day: date, days: int) -> date:
    """A day so many days later or earlier, as far as the calendar reaches: a year may be mistyped."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _nth(number: int) -> str:
    return "" if number == 1 else str(number)


def _steps(words: Words, **place: Any) -> dict[str, Any]:
    """The five steps, named at the bottom, in the middle and at the top; always the whole scale."""
    names = [words(f"step-{step}") for step in (1, 3, 5)]
    return axis(0.8, 5.2, showgrid=True, showticklabels=True, tickmode="array", tickvals=[1, 3, 5], ticktext=names, ticksuffix=" ", **place)


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
    """The first and the last week below the last panel, and one in the middle where there is room."""
    mondays = all_mondays(weeks)
    short = all(monday.year == words.today.year for monday in mondays)
    shown = [(mondays[0], "left", -5), (mondays[-1], "right", 5)]
    if short and len(mondays) < MANY:
        shown = [(monday, "center", 0) for monday in sorted({mondays[0], mondays[-1]})]
    elif short:
        shown.insert(1, (mondays[len(mondays) // 2], "center", 0))
    elif len(mondays) == 1:
        shown = [(mondays[0], "center", 0)]
    place: dict[str, Any] = {"yref": f"y{_nth(panels)} domain", "yanchor": "top", "yshift": -8}
    return [label(words.short_day(day), day.isoformat(), 0, xanchor=anchor, xshift=shift, **place) for day, anchor, shift in shown]
