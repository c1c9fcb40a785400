"""The journal that `make bench` writes: of any size, every exercise in it, and readable as a person's own."""

from datetime import UTC, datetime

from benchmarks.journal import invented

from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Journal
from newsoil.journal.trash import TRASH, deleted, trash

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_every_exercise_of_the_guide_is_in_a_journal_that_is_invented():
    held = {entry.exercise for entry in invented(300, 3, NOW)}
    assert held == {exercise.id for exercise in read_guide(guide_folder()).exercises}


def test_it_is_the_same_each_time_and_has_as_many_entries_as_were_asked_for():
    first, again = (list(invented(120, 12, NOW)) for _ in range(2))
    assert first == again
    assert len({entry.id for entry in first}) == 120
    assert max(entry.made_at for entry in first) <= NOW.isoformat(timespec="milliseconds")


def test_nothing_in_its_trash_waits_to_be_emptied():
    """The app does that with the first page of a day, and would be measured at it."""
    gone = [deleted(entry) for entry in trash(Journal(tuple(invented(3000, 12, NOW))))]
    assert len(gone) > 20
    assert min(gone) > NOW - TRASH
