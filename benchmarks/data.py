"""Ninety invented days, the same ones each time."""

import datetime as dt
import json
import random
from pathlib import Path

from benchmarks.job import SERIES

DAYS = 90
SEED = 7
FIRST = dt.date(2026, 1, 1)


def write(target: Path) -> None:
    """Write the days and one wandering line from 1 to 5 per series."""
    chance = random.Random(SEED)  # noqa: S311 - invented days are no secret
    table: dict[str, list] = {"day": [(FIRST + dt.timedelta(day)).isoformat() for day in range(DAYS)]}
    for name in SERIES:
        value, line = 3.0, []
        for _ in range(DAYS):
            value = min(5.0, max(1.0, value + chance.uniform(-0.6, 0.6)))
            line.append(round(value, 2))
        table[name] = line
    target.write_text(json.dumps(table), "utf-8")
