"""The journal that `make bench` writes: of any size, every exercise in it, and readable as a person's own."""

from datetime import UTC, datetime

from benchmarks.journal import invented

from newsoil._paths import guide_folder
from newsoil.guide import read_guide

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_every_exercise_of_the_guide_is_in_a_journal_that_is_invented():
    held = {entry.exercise for entry in invented(300, 3, NOW)}
    assert held == {exercise.id for exercise in read_guide(guide_folder()).exercises}


def test_it_is_the_same_each_time_and_has_as_many_entries_as_were_asked_for():
    first, again = (list(invented(120, 12, NOW)) for _ in range(2))
    assert first == again
    assert len({entry.id for entry in first}) == 120
    assert max(entry.made_at for entry in first) <= NOW.isoformat(timespec="milliseconds")
