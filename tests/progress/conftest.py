"""What the tests of looking back share: the shipped sentences, and notes made by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest

from newsoil._paths import guide_folder
from newsoil.guide import ChartText
from newsoil.guide.content import GuideFile
from newsoil.journal import Entry

MakeNote = Callable[..., Entry]


@pytest.fixture(scope="session")
def texts() -> dict[str, ChartText]:
    """The sentences of each chart, as they are shipped."""
    file = msgspec.toml.decode((guide_folder() / "charts.toml").read_bytes(), type=GuideFile)
    return {chart.id: chart for chart in file.chart}


@pytest.fixture(scope="session")
def today() -> date:
    """A Monday."""
    return date(2026, 11, 23)


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
