"""The meetings on a shelf: told by their folders, logged apart, wiped whole when that is asked."""

import json
from datetime import date
from time import time

import msgspec
import pytest
from small_meeting import NAMES

from newsoil._errors import BadContent
from newsoil.workshop.attendance import Attendance
from newsoil.workshop.board import log_of, meeting, meetings, wipe_everything, wipe_meeting
from newsoil.workshop.kept_form import keep_field, read_form
from newsoil.workshop.kept_room import keep
from newsoil.workshop.room import Room
from newsoil.workshop.traces import leave


@pytest.fixture
def shelf(tmp_path):
    return tmp_path / "workshops"


@pytest.fixture
def held(shelf, plan):
    """Makes a meeting of a day: over, or still open."""

    def make(name, *, is_open=False, until=None):
        folder = shelf / name
        room = Room.new(plan, NAMES)
        if is_open:
            kept = room.kept()
            keep(folder, msgspec.structs.replace(kept, until=time() + 3600 if until is None else until))
        else:
            room.end()
            folder.mkdir(parents=True)
            leave(folder, room, Attendance())
        return folder

    return make


def test_meetings_are_told_by_day_and_plan_the_newest_first(shelf, held):
    for name in ("2026-11-02", "2026-11-30", "2026-11-30-2", "2026-11-30-10"):
        held(name)
    held("2026-12-01", is_open=True)
    found = meetings(shelf)
    assert [one.name for one in found] == ["2026-12-01", "2026-11-30-10", "2026-11-30-2", "2026-11-30", "2026-11-02"]
    assert [one.status for one in found] == ["open", "over", "over", "over", "over"]
    assert found[0].day == date(2026, 12, 1)
    assert {one.plan.title for one in found} == {"A small meeting"}


def test_what_is_no_meeting_is_none(shelf, held):
    held("2026-11-02")
    for name in ("plans", "logs", "2026-99-99", "2026-11-02-x"):
        (shelf / name).mkdir()
    assert [one.name for one in meetings(shelf)] == ["2026-11-02"]


def test_a_meeting_that_cannot_be_read_is_there_and_says_so(shelf, held):
    (held("2026-11-02") / "plan.json").write_text("{", "utf-8")
    assert meeting(shelf, "2026-11-02").status == "unreadable"


def test_a_log_outlives_the_end_of_its_meeting_and_goes_with_its_wiping(shelf, held, plan):
    folder = held("2026-11-02", is_open=True, until=0)
    keep_field(log_of(shelf, "2026-11-02"), "worked", "The tea.")
    leave(folder, Room.new(plan, NAMES), Attendance())
    assert read_form(log_of(shelf, "2026-11-02")) == {"worked": "The tea."}
    wipe_meeting(shelf, "2026-11-02")
    assert not folder.exists()
    assert not log_of(shelf, "2026-11-02").exists()


def test_wiping_one_meeting_leaves_all_others(shelf, held):
    held("2026-11-02")
    held("2026-11-09")
    wipe_meeting(shelf, "2026-11-02")
    assert [one.name for one in meetings(shelf)] == ["2026-11-09"]


@pytest.mark.parametrize("name", ["2026-11-03", "..", "../..", "plans", ""])
def test_only_a_meeting_can_be_wiped(shelf, held, name):
    held("2026-11-02")
    (shelf / "plans").mkdir()
    with pytest.raises(BadContent, match="not there any more"):
        wipe_meeting(shelf, name)
    assert (shelf / "plans").is_dir()


def test_what_goes_on_now_is_not_wiped(shelf, held):
    held("2026-11-02", is_open=True)
    for wipe in (lambda: wipe_meeting(shelf, "2026-11-02"), lambda: wipe_everything(shelf)):
        with pytest.raises(BadContent, match="End it on the console"):
            wipe()
    assert (shelf / "2026-11-02" / "room.json").is_file()


def test_a_meeting_whose_code_has_died_can_be_wiped(shelf, held):
    held("2026-11-02", is_open=True, until=time() - 1)
    wipe_meeting(shelf, "2026-11-02")
    assert meetings(shelf) == ()


def test_wiping_everything_leaves_nothing_and_can_be_done_twice(shelf, held, tmp_path):
    held("2026-11-02")
    keep_field(shelf / "agreement.json", "here", "The law.")
    (tmp_path / "beside").write_text("stays", "utf-8")
    wipe_everything(shelf)
    wipe_everything(shelf)
    assert [path.name for path in tmp_path.iterdir()] == ["beside"]


def test_two_pages_that_write_into_one_form_lose_nothing(shelf):
    path = shelf / "agreement.json"
    keep_field(path, "here", "The law.")
    keep_field(path, "clauses", [{"says": "Tea."}])
    assert read_form(path) == {"here": "The law.", "clauses": [{"says": "Tea."}]}
    assert json.loads(path.read_text("utf-8"))["format"] == "newsoil-form"
