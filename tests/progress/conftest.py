"""What the tests of looking back share: the shipped sentences, and notes made by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from newsoil._paths import shipped_guide
from newsoil.guide import Guide, read_guide
from newsoil.journal import Entry
from newsoil.progress.charts import picture
from newsoil.progress.picture import Picture

MakeNote = Callable[..., Entry]
DrawChart = Callable[..., Picture]


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide as it is shipped."""
    return read_guide(shipped_guide())


@pytest.fixture(scope="session")
def today() -> date:
    """A Monday."""
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def draw_chart(guide: Guide, today: date) -> DrawChart:
    """Draws a chart of the shipped guide by its name: `draw_chart(name, entries)`, on `day` if that is another one than today."""
    return lambda name, entries, day=today: picture(name, entries, guide, day)


@pytest.fixture(scope="session")
def note() -> MakeNote:
    """Makes one entry: `note(exercise, day, **answers)`, with `_` for `-` in prompt ids; `entry={…}` changes the entry itself."""

    def make(exercise: str, day: date | str, *, clock: str = "20:00", entry: dict[str, Any] | None = None, **answers: Any) -> Entry:
        known = {prompt.replace("_", "-"): value for prompt, value in answers.items() if value is not None}
        base: dict[str, Any] = {
            "id": f"{exercise} {day} {clock}",
            "exercise": exercise,
            "exercise_version": 1,
            "made_at": f"{day}T{clock}:00+01:00",
            "changed_at": f"{day}T{clock}:00+01:00",
            "status": "done",
            "answers": known,
        }
        return Entry(**(base | (entry or {})))

    return make
