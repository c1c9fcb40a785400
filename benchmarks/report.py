"""The results as a markdown page and a picture."""

import datetime as dt
import os
import platform
import statistics
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import environment, summary
from benchmarks.contestant import Contestant
from benchmarks.measure import Column, Measure
from benchmarks.picture import figure, svg
from benchmarks.runner import Runner

COMPARED_TO = ("dash", "floor-basic", "voila-anywidget")
PICTURED = ("opening", ("inputs", "ready"))


def _number(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}"


def _cell(values: list[float], column: Column) -> str:
    """Median, and in brackets the smallest and the largest."""
    if not values:
        return "–"
    middle = _number(statistics.median(values), column.digits)
    low, high = (_number(value, column.digits) for value in (min(values), max(values)))
    return middle if low == high else f"{middle} ({low}–{high})"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(runner: Runner, measure: Measure) -> list[str]:
    """One measure, the quickest or smallest first."""
    values = runner.values
    middle = {
        one.name: statistics.median(found)
        for one in runner.contestants
        if (found := values.get((measure.name, one.name, measure.compared)))
    }
    if not middle:
        return []
    others = [name for name in COMPARED_TO if name in middle]
    compared = next(column for column in measure.columns if column.key == measure.compared)
    lines = [_row(["", *(column.heading for column in measure.columns), *(f"× {name}" for name in others)])]
    lines.append(_row(["---", *["---:"] * (len(measure.columns) + len(others))]))
    for name in sorted(middle, key=lambda name: middle[name]):
        cells = [_cell(values.get((measure.name, name, column.key), []), column) for column in measure.columns]
        ratios = [f"{middle[name] / middle[other]:.2f}" if middle[other] > 0.5 * 10**-compared.digits else "–" for other in others]
        lines.append(_row([name, *cells, *ratios]))
    rounds = max((len(values.get((measure.name, name, measure.compared), [])) for name in middle), default=0)
    said = f"{measure.noise} Rounds: {rounds}."
    if others:
        said += f" Ratios are those of “{compared.heading}”, within this run."
    return [f"## {measure.title}", "", *lines, "", said, ""]


def _machine() -> str:
    """Cores, memory, kernel."""
    memory = next(line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemTotal"))
    model = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), ": unknown processor")
    cores, giga = os.cpu_count(), int(memory.split()[1]) / 1024**2
    return f"{cores} cores ({model.partition(':')[2].strip()}), {giga:.0f} GiB, Linux {platform.release()}"


def _versions(contestant: Contestant, python: Path) -> str:
    if not contestant.packages:
        return ""
    found = environment.versions(set(contestant.packages), python if contestant.own_environment else environment.RUNNING)
    return ", ".join(f"{name} {found[name]}" for name in contestant.packages)


def _page(runner: Runner, rounds: int, picture: str) -> str:
    now = dt.datetime.now(dt.UTC)
    lines = [
        "# Results",
        "",
        "Written by `python -m benchmarks`; [README.md](README.md) says what is measured and how. Medians, in brackets the smallest and",
        "the largest value. **Read ratios, not seconds**: seconds say little about another machine, or about this one on another day.",
        "",
        f"* {now:%-d %B %Y, %H:%M} UTC, {rounds} rounds in {runner.minutes:.0f} minutes, contestants in turn",
        f"* {_machine()}; load at the end {os.getloadavg()[0]:.1f}",
        f"* Python {platform.python_version()}, Chromium {runner.chromium}, headless, everything on the loopback",
        "",
        *summary.lines(runner.values),
        *([f"![Seconds until inputs are usable, and until the chart is there too]({picture})", ""] if picture else []),
    ]
    for measure in runner.measures:
        lines += _table(runner, measure)
    lines += ["## Contestants", "", "| | what | versions |", "|---|---|---|"]
    lines += [_row([one.name, one.what, _versions(one, runner.python)]) for one in runner.contestants]
    if runner.failures:
        lines += ["", "## What failed", "", *(f"* {failure}" for failure in runner.failures)]
    return "\n".join(lines) + "\n"


def write(runner: Runner, out: Path, rounds: int, browser: Browser) -> None:
    """Write the page and beside it the picture."""
    measure, keys = PICTURED
    found = {
        one.name: tuple(statistics.median(runner.values[measure, one.name, key]) for key in keys)
        for one in runner.contestants
        if runner.values.get((measure, one.name, keys[0]))
    }
    picture = out.with_suffix(".svg")
    out.write_text(_page(runner, rounds, picture.name if found else ""), "utf-8")
    if found:
        picture.write_text(svg(browser, figure("Opening the page", found)), "utf-8")
