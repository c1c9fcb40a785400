"""The figures that New Soil is measured by, from the values of a run."""

import statistics

from benchmarks.runner import Values
from benchmarks.targets import TARGETS, Cell, Target

DIGITS = {"s": 2, "ms": 1, "MB": 1, "kB": 0}


def lines(values: Values) -> list[str]:
    """A table in markdown, and a sentence on what it comes to; nothing when the run has no figure."""
    rows = [_row(target, values) for target in TARGETS]
    verdicts = [verdict for _, verdict in rows]
    measured = len(verdicts) - verdicts.count("not measured")
    if not measured:
        return []
    reached = f"{verdicts.count('aim')} of {measured} reach their aim, {verdicts.count('must')} more what they must"
    sentences = [f"{reached}, {verdicts.count('**neither**')} neither."]
    if measured < len(verdicts):
        sentences.append(f"{len(verdicts) - measured} were not measured.")
    head = ["| figure | measured | from | must | aim | reached | another way |", "| --- | ---: | --- | ---: | ---: | --- | --- |"]
    return ["## What New Soil is measured by", "", *head, *(row for row, _ in rows), "", " ".join(sentences), ""]


def _row(target: Target, values: Values) -> tuple[str, str]:
    """The row of a figure, and what it reaches."""
    found = _value(target, target.of, values)
    verdict = _verdict(target, found)
    also = _value(target, (target.of[0], target.also, target.of[2]), values) if target.also else None
    cells = [
        target.figure,
        _number(target, found),
        _sources(target, values),
        f"≤ {target.must:g}",
        f"≤ {target.aim:g}",
        verdict,
        f"`{target.also}` {_number(target, also)}" if also is not None else "",
    ]
    return f"| {' | '.join(cells)} |", verdict


def _value(target: Target, of: Cell, values: Values) -> float | None:
    """The value or the ratio, rounded as it is shown, so that what is shown and what is judged are one."""
    own, other = _middle(of, values), _middle(target.against, values) if target.against else None
    if own is None or (target.against and not other):
        return None
    return round(own / other, 2) if other else round(own, DIGITS[target.unit])


def _middle(cell: Cell, values: Values) -> float | None:
    found = values.get(cell)
    return statistics.median(found) if found else None


def _verdict(target: Target, found: float | None) -> str:
    if found is None:
        return "not measured"
    return "aim" if found <= target.aim else "must" if found <= target.must else "**neither**"


def _number(target: Target, found: float | None) -> str:
    if found is None:
        return "–"
    return f"{found:.2f}" if target.against else f"{found:.{DIGITS[target.unit]}f} {target.unit}"


def _sources(target: Target, values: Values) -> str:
    """The medians that the figure comes from, with their contestants."""
    cells = [target.of, *([target.against] if target.against else [])]
    known = [(name, middle) for cell in cells if (middle := _middle(cell, values)) is not None for name in [cell[1]]]
    return " : ".join(f"`{name}` {middle:.{DIGITS[target.unit]}f} {target.unit}" for name, middle in known)
