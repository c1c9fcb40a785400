"""A meeting and its folder: what is done, what is written down, what is left at the end, and what never comes near a disk."""

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_meeting import NAMES, RAW, Turned, join

from newsoil._errors import Damaged, NotSaved
from newsoil.workshop.attendance import Attendance
from newsoil.workshop.kept_room import FILE
from newsoil.workshop.meeting import Meeting
from newsoil.workshop.opening import open_meeting
from newsoil.workshop.plan import Plan
from newsoil.workshop.programme import Programme, Programmes
from newsoil.workshop.room import Room
from newsoil.workshop.support_list import keep_list, read_list
from newsoil.workshop.traces import LEFT
from newsoil.workshop.views import for_facilitator, for_phones, for_screen, yours
from newsoil.workshop.words import RoomWords

TODAY = date(2026, 11, 30)
LINE = {"name": "A place here", "kind": "directory", "number": "0123 456", "source": "https://example.org/"}
LIST = {"format_version": 1, "place": "Here", "checked_on": "2026-11-20", "line": [LINE]}


def said(**tables):
    words = {"shared": {"meeting-of": "{number} of {all}"}, "refused": {"otherwise": "No."}}
    ends = {"most-of": "Most: {}", "mixed": "Mixed", "some-of": "Some: {}", "some-of-both": "{}, {}", "some-of-all": "{}, {}, {}"}
    pulse = {**ends, "most": "most", "some": "some", "few": "few or none", "void": "Broken off.", "released": "Over."}
    return RoomWords(format_version=1, language="en", names=NAMES, words={**words, "pulse": pulse, **tables})


@pytest.fixture
def programmes(plan):
    whole = Programme(id="whole", title="Whole", about="All.", meetings=("small",))
    return Programmes(programmes=(whole,), plans={"small": plan})


@pytest.fixture
def shelf(tmp_path):
    shelf = tmp_path / "workshops"
    keep_list(shelf, _list())
    return shelf


def _list(**fields):
    from newsoil.workshop.support_list import SupportList

    return msgspec.convert({**LIST, **fields}, SupportList)


@pytest.fixture
def meeting(shelf, programmes):
    return opened(shelf, programmes)


def opened(shelf, programmes, words=None, **options):
    meeting = open_meeting(shelf, programmes, words or said(), today=TODAY, **options)
    meeting._today = lambda: TODAY
    return meeting


def does(meeting, **message):
    return meeting.facilitator_says(json.dumps({"n": 1, **message}))


def parks(meeting, seat, text="a question", note="note-00000001"):
    return meeting.phone_says(seat, json.dumps({"kind": "park", "n": 1, "note": note, "text": text}))


def begun(meeting, people=6):
    seats = join(meeting.room, people)
    assert does(meeting, kind="do", act="start") == {"kind": "done", "n": 1}
    return seats


def files(meeting):
    return {path.name: path.read_bytes() for path in meeting.folder.iterdir()}


@pytest.mark.parametrize(
    ("found", "problem", "starts"),
    [
        ({}, "", True),
        ({"checked_on": "2026-09-01"}, "", True),
        ({"checked_on": "2026-08-01"}, "old", True),
        ({"line": []}, "empty", False),
        ({"checked_on": "2026-12-01"}, "unchecked", False),
    ],
)
def test_a_meeting_begins_with_a_list_of_help_that_somebody_checked(meeting, found, problem, starts):
    keep_list(meeting.folder.parent, _list(**found))
    assert meeting.support() == problem
    assert does(meeting, kind="do", act="start").get("reason") == (None if starts else "no-support-list")


def test_without_a_list_no_meeting_begins_and_filling_it_in_is_enough(meeting):
    (meeting.folder.parent / "support.toml").unlink()
    assert does(meeting, kind="do", act="start")["reason"] == "no-support-list"
    assert does(meeting, kind="support", found=LIST)["kind"] == "done"
    assert read_list(meeting.folder.parent).line[0].number == "0123 456"
    assert does(meeting, kind="do", act="start")["kind"] == "done"


def test_a_meeting_begins_when_everything_was_seen_to(shelf, programmes):
    meeting = opened(shelf, programmes, words=said(checks={"limits": "Limits said.", "couples": "Asked each."}))
    assert does(meeting, kind="do", act="start")["reason"] == "not-checked"
    assert does(meeting, kind="check", check="limits", done=True)["kind"] == "done"
    assert does(meeting, kind="do", act="start")["reason"] == "not-checked"
    does(meeting, kind="check", check="couples", done=True)
    assert opened(shelf, programmes, words=meeting.words).room.checked == {"limits", "couples"}
    does(meeting, kind="check", check="couples", done=False)
    assert does(meeting, kind="do", act="start")["reason"] == "not-checked"
    does(meeting, kind="check", check="couples", done=True)
    assert does(meeting, kind="do", act="start")["kind"] == "done"


def test_what_is_no_check_is_refused(meeting):
    assert does(meeting, kind="check", check="none", done=True)["reason"] == "no-such-check"


def test_a_rehearsal_begins_without_a_list_and_without_checks(shelf, programmes):
    meeting = opened(shelf, programmes, rehearsal=True, words=said(checks={"limits": "Limits said."}))
    assert does(meeting, kind="do", act="start")["kind"] == "done"


def test_a_list_that_cannot_be_read_counts_as_none(meeting):
    (meeting.folder.parent / "support.toml").write_text("line = 7")
    assert meeting.support() == "missing"
    assert meeting.support_list() is None


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
    assert json.loads(left["pulses.json"])["pulses"] == [
        {"block": "pulse", "ended": "released", "words": ["few", "few", "most"], "joined": 7}
    ]
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
    "open-pulse": {"kind": "do", "act": "open-pulse"},
    "longer": {"kind": "longer", "minutes": 1},
    "move": {"kind": "move", "block": "close"},
    "new-code": {"kind": "do", "act": "new-code"},
    "end": {"kind": "do", "act": "end"},
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_the_disk_does_not_take_has_not_happened(meeting, monkeypatch, act):
    begun(meeting, 7)
    does(meeting, kind="move", block="pulse")
    before = meeting.room.kept()

    def full(*_):
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("newsoil.workshop.meeting.keep", full)
        broken.setattr("newsoil.workshop.meeting.leave", full)
        assert does(meeting, **act)["reason"] == "disk"
    after = meeting.room.kept()
    assert msgspec.structs.replace(after, time=None) == msgspec.structs.replace(before, time=None)
    assert after.time.left == pytest.approx(before.time.left, abs=1)
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


def test_a_question_whose_words_were_told_today_is_not_asked_in_another_meeting_of_the_day(meeting, shelf, programmes):
    for turn in range(2):
        one = meeting if turn == 0 else opened(shelf, programmes)
        seats = begun(one, 6)
        does(one, kind="move", block="pulse")
        reply = does(one, kind="do", act="open-pulse")
        assert reply.get("reason") == (None if turn == 0 else "asked-today")
        for seat in seats:
            one.phone_says(seat, '{"kind": "answer", "n": 1, "block": "pulse", "choice": "right"}')
        does(one, kind="do", act="close-pulse")
        does(one, kind="do", act="end")


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


def test_another_plan_is_taken_before_the_meeting_begins_and_not_after(meeting):
    assert does(meeting, kind="plan", plan="small", programme="whole")["kind"] == "done"
    assert meeting.room.meeting == "1 of 1"
    assert does(meeting, kind="plan", plan="other")["reason"] == "no-such-plan"
    begun(meeting)
    assert does(meeting, kind="plan", plan="small")["reason"] == "started-before"


FACILITATORS = [
    {"kind": "do", "act": "start"},
    {"kind": "do", "act": "end"},
    {"kind": "do", "act": "close-pulse"},
    {"kind": "move", "block": "close"},
    {"kind": "seat", "seat": "Fern", "to": "remove"},
    {"kind": "note", "note": "note-00000001", "to": "keep"},
    {"kind": "present", "who": "A.", "came": "late"},
    {"kind": "support", "found": LIST},
]


@pytest.mark.parametrize("message", FACILITATORS, ids=lambda one: one["kind"])
def test_a_phone_that_speaks_as_a_facilitator_is_not_understood(meeting, message):
    seats = begun(meeting)
    before = meeting.room.kept()
    assert meeting.phone_says(seats[0], json.dumps({"n": 1, **message})) is None
    assert meeting.room.kept().place == before.place
    assert not meeting.room.ended


@pytest.mark.parametrize(
    "message", [{"kind": "pace", "block": "arrive", "pace": "ready"}, {"kind": "answer", "block": "pulse", "choice": "right"}]
)
def test_a_facilitator_cannot_speak_as_a_phone(meeting, message):
    begun(meeting)
    assert does(meeting, **message) is None


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KINDS = st.sampled_from(
    ["pace", "answer", "park", "word", "leave", "do", "move", "longer", "quiet", "note", "seat", "present", "plan", "support"]
)
FIELDS = st.sampled_from(
    ["n", "block", "pace", "choice", "note", "text", "word", "act", "minutes", "to", "seat", "who", "came", "plan", "found"]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(KINDS | st.text(max_size=5), st.dictionaries(FIELDS | st.text(max_size=5), ANYTHING, max_size=4)), max_size=5))
def test_any_message_is_answered_or_not_understood_and_the_room_stays_whole(messages):
    room = Room.new(msgspec.convert(RAW, Plan), NAMES, clocks=Turned().clocks())
    meeting = Meeting(room, said(), Programmes(programmes=(), plans={}), None)
    begun(meeting)
    for kind, fields in messages:
        sent = json.dumps({"kind": kind, **fields})
        for reply in (meeting.phone_says("seat-0", sent), meeting.facilitator_says(sent)):
            assert reply is None or reply["kind"] in ("done", "refused")
    assert room.plan.block[room.place] is room.block
    json.dumps([for_phones(room, said()), for_screen(room, said()), for_facilitator(room, said(), Attendance())])


@pytest.mark.parametrize("sent", ["", "{", "null", "[]", "7", '"x"', "\x00", b"\xff\xfe", '{"kind": "pace"}', "[" * 5000, '{"n": 1e999}'])
def test_what_is_no_message_is_not_understood(meeting, sent):
    seats = begun(meeting)
    assert meeting.phone_says(seats[0], sent) is None
    assert meeting.facilitator_says(sent) is None


def test_what_phones_and_the_screen_are_told_holds_nothing_of_anybody(meeting):
    seats = begun(meeting, 6)
    parks(meeting, seats[0])
    meeting.phone_says(seats[1], '{"kind": "word", "n": 1, "word": "named"}')
    meeting.phone_says(seats[2], '{"kind": "pace", "n": 1, "block": "arrive", "pace": "ready"}')
    does(meeting, kind="present", who="A. B.", came="late")
    for view in (for_phones(meeting.room, meeting.words), for_screen(meeting.room, meeting.words)):
        told = json.dumps(view)
        assert not any(word in told for word in ("a question", "A. B.", "ready", *seats, *NAMES))


def test_what_the_console_is_told_joins_no_seat_with_what_it_said(meeting):
    seats = begun(meeting, 6)
    parks(meeting, seats[0])
    meeting.phone_says(seats[1], '{"kind": "word", "n": 1, "word": "somebody"}')
    does(meeting, kind="move", block="write")
    meeting.phone_says(seats[2], '{"kind": "pace", "n": 1, "block": "write", "pace": "ready"}')
    view = for_facilitator(meeting.room, meeting.words, meeting.attendance)
    assert (view["ready"], view["unnamed"], view["wanted"]) == (1, 1, [])
    assert all(set(seat) == {"name", "here"} for seat in view["seats"])
    assert [set(note) for note in view["parked"]] == [{"id", "text", "became", "keep"}]
    assert not any(seat in json.dumps(view) for seat in seats)


def test_a_phone_is_told_of_itself_alone(meeting):
    seats = begun(meeting, 6)
    own = yours(meeting.room, meeting.room.seats.get(seats[0]))
    others = {meeting.room.seats.get(seat).name for seat in seats[1:]}
    assert not any(name in json.dumps(own) for name in others)


def test_while_a_pulse_is_open_nobody_is_told_what_was_answered(meeting):
    seats = begun(meeting, 7)
    does(meeting, kind="move", block="pulse")
    does(meeting, kind="do", act="open-pulse")
    views = []
    for choice in ("right", "fast"):
        for seat in seats[:3] if choice == "right" else seats[3:]:
            meeting.phone_says(seat, json.dumps({"kind": "answer", "n": 1, "block": "pulse", "choice": choice}))
        views.append(for_phones(meeting.room, meeting.words)["pulse"])
    assert views[0] == views[1]
    console = for_facilitator(meeting.room, meeting.words, meeting.attendance)["pulse"]
    assert (console["answered"], console["state"]) == (7, "open")
    assert set(console) == {"state", "question", "choices", "answered", "needed"}


def test_the_list_of_who_came_has_no_field_that_joins_it_with_anything():
    from newsoil.workshop.attendance import Line

    assert [field.name for field in msgspec.structs.fields(Line)] == ["who", "came"]


@pytest.mark.parametrize("text", ["x" * 2001, "🌱" * 501])
def test_a_note_that_is_too_long_is_refused_in_a_sentence_and_is_no_stranger(meeting, text):
    seats = begun(meeting)
    assert parks(meeting, seats[0], text=text)["reason"] == "note-too-long"
    assert parks(meeting, seats[0], text=text[:500])["kind"] == "done"
