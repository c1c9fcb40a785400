"""The folder of a meeting: what is written meanwhile, what is there after a crash, what is left at the end, what never comes near it."""

import json

import msgspec
import pytest
from held_meeting import begun, does, files, opened, parks
from small_meeting import NAMES

from newsoil._errors import Damaged, NotSaved
from newsoil.workshop.kept_room import FILE
from newsoil.workshop.room import Room
from newsoil.workshop.traces import LEFT
from newsoil.workshop.views import for_facilitator, for_phones


def test_a_room_that_was_broken_off_goes_on_where_it_was(meeting, shelf, programmes):
    seats = begun(meeting)
    does(meeting, kind="move", block="pulse")
    parks(meeting, seats[0])
    does(meeting, kind="do", act="open-pulse")
    meeting.phone_says(seats[0], json.dumps({"kind": "answer", "n": 1, "block": "pulse", "choice": "right"}))
    again = opened(shelf, programmes)
    assert again.folder == meeting.folder
    assert (again.room.block.id, again.room.code) == ("pulse", meeting.room.code)
    assert [note.text for note in again.room.parking.notes] == ["a question"]
    assert again.room.pulses.of("pulse").ended == "void"
    again.room.seats.connect(seats[0])
    assert again.phone_says(seats[0], '{"kind": "answer", "n": 2, "block": "pulse", "choice": "right"}')["reason"] == "pulse-closed"


def test_a_note_is_on_the_disk_before_its_phone_hears_so(meeting):
    seats = begun(meeting)
    parks(meeting, seats[0])
    assert b"a question" in files(meeting)[FILE]


def test_a_note_that_the_disk_does_not_take_stays_with_its_phone(meeting, monkeypatch):
    seats = begun(meeting)

    def full(*_):
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("newsoil.workshop.meeting.keep", full)
        assert parks(meeting, seats[0])["reason"] == "disk"
        assert meeting.room.parking.notes == ()
    assert parks(meeting, seats[0])["kind"] == "done"
    assert b"a question" in files(meeting)[FILE]


def test_no_ballot_changes_any_file(meeting):
    seats = begun(meeting, 7)
    does(meeting, kind="move", block="pulse")
    does(meeting, kind="do", act="open-pulse")
    before = files(meeting)
    for seat in seats:
        assert meeting.phone_says(seat, '{"kind": "answer", "n": 1, "block": "pulse", "choice": "right"}')["kind"] == "done"
        assert files(meeting) == before
    does(meeting, kind="do", act="close-pulse")
    written = b"".join(files(meeting).values())
    assert b'"most"' in written
    assert not any(seat.encode() in written for seat in seats)


def test_the_end_leaves_four_files_and_in_them_nothing_of_a_phone(meeting):
    seats = begun(meeting, 7)
    for number in range(2):
        meeting.phone_says(
            seats[number], json.dumps({"kind": "park", "n": 1, "note": f"note-0000000{number}", "text": f"question {number}"})
        )
    does(meeting, kind="note", note="note-00000001", to="keep")
    does(meeting, kind="present", who="A. B.", came="late")
    does(meeting, kind="move", block="pulse")
    does(meeting, kind="do", act="open-pulse")
    for seat in seats:
        meeting.phone_says(seat, '{"kind": "answer", "n": 1, "block": "pulse", "choice": "fast"}')
    does(meeting, kind="do", act="close-pulse")
    code, secret = meeting.room.code, meeting.room.secret
    assert does(meeting, kind="do", act="end")["kind"] == "done"
    left = files(meeting)
    assert set(left) == set(LEFT)
    whole = b"".join(left.values()).decode()
    assert "question 1" in whole
    assert "question 0" not in whole
    assert not any(trace in whole for trace in (code, secret, "note-0000", *seats, *NAMES))
    assert json.loads(left["pulses.json"])["pulses"] == [{"block": "pulse", "ended": "released", "words": ["few", "few", "most"]}]
    assert json.loads(left["attendance.json"])["people"] == [{"who": "A. B.", "came": "late"}]


def test_an_end_that_the_disk_refuses_can_be_asked_again(meeting, monkeypatch):
    begun(meeting)

    def full(*_):
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("newsoil.workshop.traces.write", full)
        assert does(meeting, kind="do", act="end")["reason"] == "disk"
    assert does(meeting, kind="do", act="end")["kind"] == "done"
    assert set(files(meeting)) == set(LEFT)


ACTS = {
    "delete": {"kind": "note", "note": "note-00000001", "to": "delete"},
    "keep": {"kind": "note", "note": "note-00000001", "to": "keep"},
    "present": {"kind": "present", "who": "A. B.", "came": "late"},
    "open-pulse": {"kind": "do", "act": "open-pulse"},
    "longer": {"kind": "longer", "minutes": 1},
    "move": {"kind": "move", "block": "close"},
    "new-code": {"kind": "do", "act": "new-code"},
    "end": {"kind": "do", "act": "end"},
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_the_disk_does_not_take_has_not_happened(meeting, monkeypatch, act):
    seats = begun(meeting, 7)
    parks(meeting, seats[0])
    does(meeting, kind="move", block="pulse")
    before, came = meeting.room.kept(), meeting.attendance.people

    def full(*_):
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("newsoil.workshop.meeting.keep", full)
        broken.setattr("newsoil.workshop.meeting.leave", full)
        broken.setattr("newsoil.workshop.attendance.write", full)
        assert does(meeting, **act)["reason"] == "disk"
    after = meeting.room.kept()
    assert msgspec.structs.replace(after, time=None) == msgspec.structs.replace(before, time=None)
    assert after.time.left == pytest.approx(before.time.left, abs=1)
    assert meeting.attendance.people == came
    assert not meeting.room.ended
    assert meeting.room.pulses.open is None
    assert does(meeting, **act)["kind"] == "done"


def test_words_that_the_disk_does_not_take_are_told_to_nobody(meeting, monkeypatch):
    seats = begun(meeting, 6)
    does(meeting, kind="move", block="pulse")
    does(meeting, kind="do", act="open-pulse")
    for seat in seats:
        meeting.phone_says(seat, '{"kind": "answer", "n": 1, "block": "pulse", "choice": "right"}')

    def full(*_):
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("newsoil.workshop.meeting.keep", full)
        assert does(meeting, kind="do", act="close-pulse")["reason"] == "disk"
    assert for_phones(meeting.room, meeting.words)["pulse"]["state"] == "open"
    assert meeting.room.pulses.open.answered == 6
    assert does(meeting, kind="do", act="close-pulse")["kind"] == "done"


def test_after_the_end_no_note_is_kept_and_none_that_is_not_stays_in_memory(meeting):
    seats = begun(meeting)
    parks(meeting, seats[0])
    assert does(meeting, kind="do", act="end")["reason"] == "came-last", "the note had not been shown yet"
    assert does(meeting, kind="do", act="end")["kind"] == "done"
    assert does(meeting, kind="note", note="note-00000001", to="keep")["reason"] == "over"
    assert b"a question" not in b"".join(files(meeting).values())
    assert "a question" not in json.dumps(for_facilitator(meeting.room, meeting.words, meeting.attendance))
    assert does(meeting, kind="present", who="A.", came="late")["kind"] == "done"


def test_a_room_that_is_resumed_keeps_the_stricter_settings(shelf, programmes):
    opened(shelf, programmes, at_least=7)
    assert opened(shelf, programmes, strong=True).room.pulses.strong
    again = opened(shelf, programmes)
    assert (again.room.pulses.at_least, again.room.pulses.strong, again.room.pulses.needed) == (7, True, 7)


@pytest.mark.parametrize("change", [{"at_least": 1}, {"place": 99}, {"releases": [{"block": "none", "ended": "few"}]}])
def test_a_room_that_was_changed_by_hand_into_none_is_named(meeting, shelf, programmes, change):
    path = meeting.folder / FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(Damaged, match=r"room\.json"):
        opened(shelf, programmes)


def test_what_lets_a_removed_phone_in_is_on_no_disk(meeting):
    seats = begun(meeting)
    does(meeting, kind="seat", seat=meeting.room.seats.get(seats[0]).name, to="remove")
    assert seats[0].encode() not in b"".join(files(meeting).values())
    assert seats[0] in Room(meeting.room.kept(), NAMES).seats.removed


def test_a_rehearsal_leaves_nothing(shelf, programmes):
    before = sorted(shelf.rglob("*"))
    meeting = opened(shelf, programmes, rehearsal=True)
    seats = begun(meeting)
    parks(meeting, seats[0])
    does(meeting, kind="move", block="write")
    does(meeting, kind="present", who="A.", came="present")
    assert does(meeting, kind="do", act="end")["kind"] == "done"
    assert sorted(shelf.rglob("*")) == before


def test_two_meetings_on_a_day_have_a_folder_each(meeting, shelf, programmes):
    begun(meeting)
    does(meeting, kind="do", act="end")
    assert opened(shelf, programmes).folder.name == "2026-11-30-2"


def test_a_meeting_whose_code_has_died_is_ended_before_another_opens(shelf, programmes):
    old = opened(shelf, programmes)
    old.room.until = 0
    old.keep()
    assert opened(shelf, programmes).folder != old.folder
    assert set(files(old)) == set(LEFT)


def test_a_room_that_is_none_is_named_and_left_as_it_is(meeting, shelf, programmes):
    (meeting.folder / FILE).write_text("{")
    with pytest.raises(Damaged, match=r"room\.json"):
        opened(shelf, programmes)
    assert (meeting.folder / FILE).read_text() == "{"


def test_the_list_of_who_came_has_no_field_that_joins_it_with_anything():
    from newsoil.workshop.attendance import Line

    assert [field.name for field in msgspec.structs.fields(Line)] == ["who", "came"]
