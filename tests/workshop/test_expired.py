"""Meetings that nobody ended: once their code has died, opening the shelf leaves of them what a meeting leaves."""

from time import time

import msgspec
import pytest
from small_meeting import NAMES

from newsoil import open_workshop
from newsoil._errors import NotSaved
from newsoil._paths import WORKSHOPS
from newsoil.workshop import expired
from newsoil.workshop.attendance import Attendance, read_attendance
from newsoil.workshop.expired import clear_drafts, end_expired
from newsoil.workshop.kept_room import keep, read_kept
from newsoil.workshop.parking import ParkedNote
from newsoil.workshop.room import Room
from newsoil.workshop.traces import LEFT

NOTES = (ParkedNote(id="note-000", text="to be kept", keep=True), ParkedNote(id="note-001", text="a secret"))


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSOIL_HOME", str(tmp_path))
    return tmp_path / WORKSHOPS


@pytest.fixture
def broken_off(shelf, plan):
    """Makes a meeting that was broken off, with two notes; its code lives for so many seconds yet."""

    def make(name, seconds, started=None):
        folder = shelf / name
        keep(folder, msgspec.structs.replace(Room.new(plan, NAMES).kept(), until=time() + seconds, started=started, parked=NOTES))
        attendance = Attendance()
        attendance.note("A. B.", "present")
        attendance.keep(folder)
        return folder

    return make


def text_of(folder):
    return "".join(path.read_text("utf-8") for path in folder.iterdir())


@pytest.mark.parametrize("opens", [end_expired, lambda _: open_workshop(), lambda _: open_workshop().meetings()])
def test_a_room_whose_code_has_died_leaves_what_a_meeting_leaves(shelf, broken_off, opens):
    folder = broken_off("2026-11-02", -1)
    opens(shelf)
    assert {path.name for path in folder.iterdir()} == set(LEFT)
    assert "a secret" not in text_of(folder)
    assert "to be kept" in text_of(folder)
    assert [one.who for one in read_attendance(folder).people] == ["A. B."]


def test_a_sheet_that_stays_open_ends_it_when_it_is_looked_at_again(shelf, broken_off):
    from newsoil.facilitate.meetings import Meetings

    workshop = open_workshop()
    folder = broken_off("2026-11-02", -1)
    Meetings(workshop._content, workshop._guide, shelf).hello({})
    assert {path.name for path in folder.iterdir()} == set(LEFT)


def test_a_room_whose_code_lives_goes_on(shelf, broken_off):
    folder = broken_off("2026-11-02", 60)
    before = text_of(folder)
    end_expired(shelf)
    assert text_of(folder) == before


@pytest.mark.parametrize(("hours", "goes_on"), [(3, True), (13, False)])
def test_a_meeting_that_began_late_in_the_life_of_its_code_has_twelve_hours_too(shelf, broken_off, hours, goes_on):
    folder = broken_off("2026-11-02", -60, started=time() - hours * 3600)
    end_expired(shelf)
    assert (read_kept(folder) is not None) is goes_on


def test_what_cannot_be_read_stays_and_hinders_no_other(shelf, broken_off):
    damaged, over = shelf / "2026-11-01", broken_off("2026-11-02", -1)
    damaged.mkdir()
    (damaged / "room.json").write_text("{", "utf-8")
    end_expired(shelf)
    assert text_of(damaged) == "{"
    assert read_kept(over) is None


def test_what_the_disk_refuses_is_ended_the_next_time(shelf, broken_off, monkeypatch):
    folder = broken_off("2026-11-02", -1)

    def full(*_):
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(expired, "leave", full)
        end_expired(shelf)
    assert read_kept(folder) is not None
    end_expired(shelf)
    assert read_kept(folder) is None


def test_an_empty_shelf_stays_none(shelf):
    clear_drafts(shelf)
    end_expired(shelf)
    assert not shelf.exists()


def test_drafts_of_rooms_go_and_no_other_draft(shelf, broken_off):
    folder = broken_off("2026-11-02", 60)
    (folder / ".room.json.0a0a0a0a.draft").write_text("a secret", "utf-8")
    (shelf / "logs").mkdir()
    (shelf / "logs" / ".2026-11-02.json.0a0a0a0a.draft").write_text("being written", "utf-8")
    clear_drafts(shelf)
    assert not list(folder.glob(".room*"))
    assert list((shelf / "logs").iterdir())
