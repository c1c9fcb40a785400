"""“Your notes” among the stages: opened like one, and none of them; after it, stages show what is there now."""

from newsoil.journal import read_settings
from newsoil.prompts import KeepingWidget


def test_it_opens_by_its_name_and_is_not_where_the_workbook_begins_next_time(workbook, desk):
    workbook._answer({"kind": "open", "stage": "questions"})
    assert workbook._answer({"kind": "open", "stage": "your-notes"}) == {"kind": "opened", "stage": "your-notes", "title": "Your notes"}
    (page,) = workbook._place.children
    assert sum(isinstance(widget, KeepingWidget) for widget in page.children) == 1
    assert read_settings(desk.store.folder).stage == "questions"
    assert workbook._answer({"kind": "hello", "stage": ""})["opened"]["stage"] == "questions"


def test_it_has_no_status(workbook, some):
    workbook._answer({"kind": "open", "stage": "your-notes"})
    assert "your-notes" not in workbook._answer({"kind": "hello", "stage": "your-notes"})["statuses"]


def test_after_notes_came_or_went_stages_are_played_anew_and_the_list_is_true(workbook, desk, some):
    workbook._answer({"kind": "open", "stage": "safe-together"})
    (before,) = workbook._place.children
    workbook._answer({"kind": "open", "stage": "your-notes"})
    (own,) = workbook._place.children
    desk.others_are_there()
    assert workbook.heard[-1]["kind"] == "statuses"
    workbook._answer({"kind": "open", "stage": "safe-together"})
    assert workbook._place.children != (before,)
    workbook._answer({"kind": "open", "stage": "your-notes"})
    assert workbook._place.children == (own,), "what is under way on it stays"


def test_a_first_hello_that_says_when_it_is_empties_the_trash(workbook, desk, monkeypatch):
    heard = []
    monkeypatch.setattr(desk, "greet", heard.append)
    workbook._answer({"kind": "hello", "stage": "", "at": "2026-11-25T09:00:00.000+01:00"})
    assert heard == ["2026-11-25T09:00:00.000+01:00"]
