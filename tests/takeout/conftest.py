"""What the tests of taking out share: the shipped guide, and a journal made by hand."""

import itertools

import pytest

from newsoil._paths import DATA, guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Entry, Journal, Store

TIMES = "T21:17:43.123+01:00"


@pytest.fixture(scope="session")
def guide():
    return read_guide(guide_folder())


@pytest.fixture(scope="session")
def sample():
    """The invented journal that comes with New Soil."""
    return Store(DATA / "sample", "sample").load()


@pytest.fixture(scope="session")
def note():
    """Makes one entry: `note(exercise, day, **answers)`, with `_` for `-` in prompt ids; `entry={…}` changes the entry itself."""
    numbers = itertools.count(1)

    def make(exercise, day="2026-11-23", *, entry=None, **answers):
        known = {prompt.replace("_", "-"): value for prompt, value in answers.items()}
        base = {"id": f"id-{next(numbers):04}-zq", "exercise": exercise, "exercise_version": 1, "status": "done", "answers": known}
        return Entry(**(base | {"made_at": day + TIMES, "changed_at": day + TIMES} | (entry or {})))

    return make


@pytest.fixture(scope="session")
def journal():
    """Makes a journal of entries."""
    return lambda *entries: Journal(entries=entries)
