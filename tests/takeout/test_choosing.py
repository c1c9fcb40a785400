"""Which notes are taken out."""

from datetime import date

import pytest

from newsoil.takeout import Choice
from newsoil.takeout.choice import counted, exercises_of, span_of


def chosen(journal, **choice):
    return [entry.day for entry in Choice(**choice).notes(journal)]


def test_without_a_choice_every_note_that_says_something_is_taken(journal, note):
    empty, gone = note("journal"), note("journal", text="a", entry={"deleted_at": "2026-11-24T08:00:00+01:00"})
    assert chosen(journal(note("journal", text="a"), empty, gone, note("trigger", "2026-11-24", before=3))) == ["2026-11-23", "2026-11-24"]


def test_a_range_has_both_its_days(journal, note):
    made = journal(*(note("journal", f"2026-11-{day}", text="a") for day in (10, 11, 12, 13)))
    assert chosen(made, first=date(2026, 11, 11), last=date(2026, 11, 12)) == ["2026-11-11", "2026-11-12"]


@pytest.mark.parametrize("about", ["2026", "2026-11", "2026-11-05"])
def test_a_note_about_a_month_or_a_year_is_in_every_range_that_touches_it(journal, note, about):
    made = journal(note("journal", "2027-01-05", text="a", entry={"for_date": about}))
    assert chosen(made, first=date(2026, 11, 1), last=date(2026, 11, 30)) == [about]
    assert chosen(made, first=date(2027, 1, 1)) == []


def test_a_day_that_is_none_is_never_left_out(journal, note):
    made = journal(note("journal", text="a", entry={"for_date": "soon"}))
    assert chosen(made, first=date(2030, 1, 1)) == ["soon"]


def test_a_month_ends_where_the_calendar_says():
    assert span_of("2028-02") == (date(2028, 2, 1), date(2028, 2, 29))
    assert span_of("2026") == (date(2026, 1, 1), date(2026, 12, 31))


def test_exercises_come_in_the_order_of_the_guide_and_unknown_ones_last(guide, note):
    listed = exercises_of(guide, [note("of-another-time"), note("urge"), note("journal")])
    assert [exercise.id for exercise in listed] == ["journal", "urge", "of-another-time"]


def test_long_work_says_how_far_it_is():
    heard = []
    assert list(counted("abc", lambda done, of: heard.append((done, of)))) == ["a", "b", "c"]
    assert heard == [(1, 3), (2, 3), (3, 3)]
