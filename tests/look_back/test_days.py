"""The calendar: what stands at which day."""

from datetime import date

from newsoil.look_back.days import Day, days_of, months, notes_on


def test_a_day_has_its_notes_and_what_was_put_off(journal, note):
    notes = journal(
        note("journal", "2026-11-03", {"text": "x"}),
        note("trigger", "2026-11-03", {"event": "x"}),
        note("weather", "2026-11-05", status="not-today"),
        note("weather", "2026-11-06", status="rest"),
        note("journal", "2026-11-06", {"text": "x"}),
    )
    assert days_of(notes, "2026-11") == [Day("2026-11-03", 2, False), Day("2026-11-05", 0, True), Day("2026-11-06", 1, True)]


def test_deleted_and_blank_entries_leave_no_trace(journal, note):
    notes = journal(
        note("journal", "2026-11-03", {"text": "x"}, deleted_at="2026-11-04T10:00:00+01:00"),
        note("journal", "2026-11-05"),
        note("weather", "2026-11-06", status="rest", deleted_at="2026-11-07T10:00:00+01:00"),
    )
    assert days_of(notes, "2026-11") == []
    assert months(notes) is None


def test_a_note_for_another_day_stands_there_also_in_another_month(journal, note):
    notes = journal(note("journal", "2026-11-03", {"text": "x"}, for_date="2026-02-28"))
    assert days_of(notes, "2026-11") == []
    assert days_of(notes, "2026-02") == [Day("2026-02-28", 1, False)]
    assert months(notes) == ("2026-02", "2026-02")


def test_a_note_about_a_month_stands_at_the_day_on_which_it_was_made(journal, note):
    entry = note("journal", "2026-11-03", {"text": "x"}, for_date="2019")
    assert notes_on(journal(entry), date(2026, 11, 3)) == [entry]


def test_the_notes_of_a_day_come_in_the_order_in_which_they_were_made(journal, note):
    late = note("journal", "2026-11-03", {"text": "b"}, made_at="2026-11-03T22:00:00+01:00")
    early = note("journal", "2026-11-03", {"text": "a"}, made_at="2026-11-03T07:00:00+01:00")
    assert notes_on(journal(late, early), date(2026, 11, 3)) == [early, late]


def test_the_months_are_the_first_and_the_last_with_something(journal, note):
    notes = journal(note("journal", "2024-01-03", {"text": "x"}), note("weather", "2026-11-03", status="rest"))
    assert months(notes) == ("2024-01", "2026-11")
