"""A journal in parts: what is asked of each part is asked again only of those that changed."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from newsoil.journal import Entry
from newsoil.journal.joining import chained, merged
from newsoil.journal.record import Journal, Part


def note(name, at, exercise="journal", **more):
    return Entry(id=name, exercise=exercise, exercise_version=1, made_at=at, changed_at=at, **more)


def at(month, day):
    return f"2026-{month:02}-{day:02}T10:00:00+01:00"


POOL = [
    note(name, at(month, 3 + number), exercise, deleted_at=gone)
    for number, (name, month, exercise, gone) in enumerate(
        [
            ("a", 1, "journal", None),
            ("b", 1, "trigger", at(5, 1)),
            ("c", 2, "journal", None),
            ("d", 2, "trigger", None),
            ("e", 3, "journal", at(5, 1)),
            ("f", 4, "journal", None),
        ]
    )
]
"""Notes of four months; a file holds some of them, and a repaired one may hold those of another once more."""

files = st.lists(st.lists(st.sampled_from(POOL), max_size=5).map(merged), max_size=4)


@given(files)
def test_parts_hold_what_all_files_hold_together(contents):
    everything = merged(entry for content in contents for entry in content)
    journal = Journal.of_parts(chained(Part(content) for content in contents))
    assert journal.entries == everything
    for exercise in ("journal", "trigger"):
        assert journal.of(exercise) == tuple(one for one in everything if one.exercise == exercise and one.deleted_at is None)


def test_months_that_follow_each_other_stay_parts_and_one_that_does_not_makes_them_one():
    january, february = Part((note("a", at(1, 3)),)), Part((note("b", at(2, 3)),))
    assert chained([february, january]) == (january, february)
    stray = Part((note("a", at(3, 3)),))  # the same note again, in another file
    (whole,) = chained([january, february, stray])
    assert [entry.id for entry in whole.entries] == ["b", "a"]


def test_a_part_is_asked_once():
    asked = []

    def question(entries):
        asked.append(entries)
        return len(entries)

    old, new = Part((note("a", at(1, 3)),)), Part((note("b", at(2, 3)),))
    assert list(Journal.of_parts((old, new)).of_each(question)) == [1, 1]
    changed = Part((msgspec.structs.replace(new.entries[0], status="done"),))
    assert list(Journal.of_parts((old, changed)).of_each(question)) == [1, 1]
    assert asked == [new.entries, old.entries, changed.entries]
