"""What New Soil is measured by: each figure with what it must reach and what it aims at."""

from dataclasses import dataclass

Cell = tuple[str, str, str]
"""Where a value stands: measure, contestant, column."""


@dataclass(frozen=True)
class Target:
    """One figure. It is a ratio if it is taken `against` another value of the run; the smaller, the better."""

    figure: str
    must: float
    aim: float
    of: Cell
    against: Cell | None = None
    unit: str = "s"
    """Of the value, or of both values of a ratio."""
    also: str = ""
    """Another contestant whose ratio is worth seeing beside it."""


def judged() -> set[str]:
    """The contestants that a figure is taken from or held against."""
    return {cell[1] for target in TARGETS for cell in (target.of, target.against) if cell} | {target.also for target in TARGETS}


def _to_stock(figure: str, limits: tuple[float, float], measure: str, column: str, unit: str = "s") -> Target:
    """A figure against stock Voilà with the same page; beside it New Soil's own way to do the job. `limits`: must and aim."""
    of, against = (measure, "newsoil-form", column), (measure, "voila-anywidget", column)
    return Target(figure, *limits, of, against, unit, also="newsoil")


def _grown(figure: str, limits: tuple[float, float], column: str, unit: str = "s") -> Target:
    """A figure of the app over a ten-year journal, against the same over ninety entries."""
    return Target(figure, *limits, ("growth", "newsoil-36500-entries", column), ("growth", "newsoil-90-entries", column), unit)


TARGETS = (
    Target("inputs usable, to Dash", 0.7, 0.35, ("opening", "newsoil", "inputs"), ("opening", "dash", "inputs"), also="newsoil-form"),
    Target(
        "inputs and chart, to the floor with the same bundle",
        1.5,
        1.1,
        ("opening", "newsoil", "ready"),
        ("opening", "floor-basic", "ready"),
        also="newsoil-form",
    ),
    Target(
        "the same on the slow phone, to Dash",
        0.7,
        0.4,
        ("slow-phone", "newsoil", "ready"),
        ("slow-phone", "dash", "ready"),
        also="newsoil-form",
    ),
    Target(
        "the real app until its first exercise is usable, to the inputs of Dash's small page",
        1.0,
        0.5,
        ("app-opening", "newsoil-app", "inputs"),
        ("opening", "dash", "inputs"),
    ),
    Target("bytes of a page without a chart", 200, 80, ("app-traffic", "newsoil-app", "largest"), unit="kB"),
    Target("stage to stage, 95 of 100", 120, 50, ("app-stages", "newsoil-app", "late"), unit="ms"),
    Target(
        "a key until “Saved”, the wait for more keys left out, to the floor",
        1.5,
        1.1,
        ("answering", "newsoil", "bare"),
        ("answering", "floor-basic", "bare"),
        unit="ms",
        also="newsoil-form",
    ),
    _to_stock("memory per further person, to stock Voilà", (0.4, 0.28), "memory", "page", "MB"),
    _to_stock("CPU time per opening, refill of the pool included, to stock Voilà", (0.35, 0.2), "cpu", "seconds"),
    _to_stock("many people at once, the last one ready, to stock Voilà", (0.4, 0.2), "crowd", "last"),
    _grown("ten-year journal, opening, to ninety entries", (1.3, 1.1), "opening"),
    _grown("ten-year journal, looking back, to ninety entries", (1.3, 1.1), "look-back"),
    Target(
        "ten-year journal, words found, the wait for more keys included", 150, 75, ("growth", "newsoil-36500-entries", "found"), unit="ms"
    ),
    _grown("ten-year journal, saving a key, to ninety entries", (1.2, 1.0), "saved", "ms"),
)
