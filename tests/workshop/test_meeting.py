"""What is asked of a meeting and what is answered, when it begins, and what each page is told of it."""

import json

import msgspec
import pytest
from held_meeting import LIST, begun, does, listed, opened, parks, said
from hypothesis import given, settings
from hypothesis import strategies as st
from small_meeting import NAMES, RAW, Turned

from newsoil.workshop.attendance import Attendance
from newsoil.workshop.meeting import Meeting
from newsoil.workshop.plan import Plan
from newsoil.workshop.programme import Programmes
from newsoil.workshop.room import Room
from newsoil.workshop.support_list import keep_list, read_list
from newsoil.workshop.views import for_facilitator, for_phones, for_screen, yours


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
    keep_list(meeting.folder.parent, listed(**found))
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


def test_another_plan_is_taken_before_the_meeting_begins_and_not_after(meeting):
    assert does(meeting, kind="plan", plan="small", programme="whole")["kind"] == "done"
    assert (meeting.room.plan.id, meeting.room.meeting) == ("small", ""), "one that stands alone has no number"
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


@pytest.mark.parametrize("text", ["x" * 2001, "🌱" * 501])
def test_a_note_that_is_too_long_is_refused_in_a_sentence_and_is_no_stranger(meeting, text):
    seats = begun(meeting)
    assert parks(meeting, seats[0], text=text)["reason"] == "note-too-long"
    assert parks(meeting, seats[0], text=text[:500])["kind"] == "done"
