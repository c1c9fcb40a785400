"""What the runner has to know of a measure. A new one is one file in `measures/` with a `MEASURE`."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.stand import Stand


@dataclass(frozen=True)
class Column:
    """One number of a measure."""

    key: str
    heading: str
    digits: int = 2


@dataclass(frozen=True)
class Measure:
    """One thing that is measured, at one contestant, in one round."""

    name: str
    title: str
    columns: tuple[Column, ...]
    run: Callable[[Stand], dict[str, float]]
    compared: str
    """The column whose ratios to the others are given."""
    noise: str
    """A sentence on what to believe."""
    kinds: tuple[str, ...] = ("job",)
    """The kinds of contestants that it is for."""
    at_most: int = 1_000_000
    """Rounds that are enough for it."""
    asides: int = 2
    """Rounds that are enough for contestants that no figure of New Soil is taken from or held against."""
    fresh: bool = False
    """Whether it wants a server that nobody has visited but one."""
    order: int = 50


def measures() -> list[Measure]:
    """All that stand in `measures/`."""
    package = importlib.import_module("benchmarks.measures")
    found = [importlib.import_module(f"{package.__name__}.{one.name}").MEASURE for one in pkgutil.iter_modules(package.__path__)]
    return sorted(found, key=lambda one: one.order)
