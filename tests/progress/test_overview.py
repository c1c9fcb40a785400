"""Which exercises have notes, how many, and from when to when."""

from typing import Any

import pandas as pd
import pytest

from newsoil.guide import Guide
from newsoil.progress.frame import frame
from newsoil.progress.overview import overview


@pytest.fixture
def table(note: Any, guide: Guide) -> pd.DataFrame:
    """Three exercises, some notes of them that do not count, and one that the guide does not have."""
    entries = [
        note("urge", "2026-11-20", before=7),
        note("trigger", "2026-11-22", before=7),
        note("trigger", "2026-11-23", before=7, entry={"for_date": "2026-11-02"}),
        note("trigger", "2026-11-24", event="Gone", entry={"deleted_at": "2026-11-24T21:00:00+01:00"}),
        note("trigger", "2026-11-25", event="x", entry={"status": "not-today"}),
        note("small-wins", "2026-11-25"),
        note("of-another-guide", "2026-11-01", what="words"),
    ]
    return overview(entries, guide)


def test_each_exercise_with_notes_is_a_row_by_stage_and_one_that_the_guide_does_not_have_comes_last(table: pd.DataFrame) -> None:
    assert list(table["exercise"]) == ["trigger", "urge", "of-another-guide"]
    assert list(table["title"])[:2] == ["When an alarm rings", "When I want to check"]
    assert list(table["stage"])[:2] == ["day-by-day", "questions"]
    assert table[["title", "stage"]].iloc[2].isna().all()


def test_only_notes_that_count_are_counted_and_their_days_are_those_that_they_are_about(table: pd.DataFrame) -> None:
    assert list(table["notes"]) == [2, 1, 1]
    assert (table["first"].iloc[0], table["last"].iloc[0]) == (pd.Timestamp("2026-11-02"), pd.Timestamp("2026-11-22"))


def test_a_row_says_what_the_frame_of_its_exercise_has(note: Any, guide: Guide) -> None:
    entries = [note("trigger", f"2026-11-{day}", before=5) for day in (20, 21, 25)]
    (row,), days = overview(entries, guide).itertuples(), frame(entries, guide.exercise("trigger"))["day"]
    assert (row.notes, row.first, row.last) == (len(days), days.min(), days.max())


def test_the_dtypes_are_these_with_notes_and_without_any(table: pd.DataFrame, guide: Guide) -> None:
    dtypes = {"exercise": "string", "title": "string", "stage": "category", "notes": "Int64"}
    for one in (table, overview([], guide)):
        assert {name: str(dtype) for name, dtype in one.dtypes.items()} == {**dtypes, "first": "datetime64[us]", "last": "datetime64[us]"}
        assert list(one["stage"].cat.categories) == [stage.id for stage in guide.stages]
        assert one["stage"].cat.ordered
    assert len(overview([], guide)) == 0
