"""When facilitators are shown what phones have put down: a little later, so that nobody sees whose thumb has just moved."""

import json

import msgspec
import pytest
from small_meeting import NAMES, join

from newsoil._paths import programme_folder
from newsoil.workshop.attendance import Attendance
from newsoil.workshop.held_back import LATEST, SOONEST
from newsoil.workshop.meeting import Meeting
from newsoil.workshop.programme import Programmes
from newsoil.workshop.room import Room
from newsoil.workshop.views import for_facilitator, yours
from newsoil.workshop.words import read_words

WORDS = read_words(programme_folder())


@pytest.fixture
def seats(room):
    seats = join(room, 6)
    room.start()
    return seats


def shown(room):
    view = for_facilitator(room, WORDS, Attendance())
    return [note["text"] for note in view["parked"]], view["unnamed"], len(view["wanted"])


def said(room, seats):
    room.park(seats[0], "note-000", "words")
    room.ask_for_word(seats[1], "somebody")
    room.ask_for_word(seats[2], "named")


NOTHING, ALL = ([], 0, 0), (["words"], 1, 1)


def test_nothing_is_shown_at_once_and_all_of_it_after_a_while(room, seats, turned):
    said(room, seats)
    assert shown(room) == NOTHING
    turned.steady += SOONEST - 1
    assert shown(room) == NOTHING
    turned.steady += LATEST - SOONEST + 1
    assert shown(room) == ALL


def test_when_it_is_shown_is_left_to_chance(plan, turned):
    after = set()
    for _ in range(20):
        room = Room.new(plan, NAMES, clocks=turned.clocks())
        room.park(join(room, 5)[0], "note-000", "words")
        seconds = 0
        while shown(room) == NOTHING:
            turned.steady += 1
            seconds += 1
        assert SOONEST <= seconds <= LATEST
        after.add(seconds)
    assert len(after) > 5


def test_what_has_waited_long_enough_is_shown_together_and_what_has_just_come_is_not(room, seats, turned):
    for number in range(4):
        room.park(seats[number], f"note-00{number}", f"words {number}")
        turned.steady += 1
    turned.steady += SOONEST
    seen = []
    while not seen:
        room.ask_for_word(seats[4], "")
        room.ask_for_word(seats[4], "somebody")
        seen, unnamed, _ = shown(room)
        turned.steady += 1
    assert (len(seen), unnamed) == (4, 0)


def test_with_the_next_block_all_of_it_is_shown(room, seats):
    said(room, seats)
    room.move("write")
    assert shown(room) == ALL
    said(room, seats)
    assert shown(room) == ALL


def test_a_word_that_is_taken_back_was_never_shown_and_its_phone_knows_of_it_at_once(room, seats, turned):
    room.ask_for_word(seats[0], "named")
    assert yours(room, room.seats.get(seats[0]))["word"] == "named"
    room.ask_for_word(seats[0], "")
    turned.steady += LATEST
    assert shown(room) == NOTHING


def test_a_clock_that_is_set_shows_nothing_earlier(room, seats, turned):
    said(room, seats)
    turned.wall += 7200
    assert shown(room) == NOTHING


def test_after_a_crash_notes_are_shown_at_once(room, seats, turned):
    said(room, seats)
    kept = msgspec.json.decode(msgspec.json.encode(room.kept()), type=type(room.kept()))
    assert [note.text for note in kept.parked] == ["words"]
    assert shown(Room(kept, NAMES, turned.clocks()))[0] == ["words"]


def test_a_meeting_does_not_end_over_a_note_that_nobody_was_shown(room, seats):
    meeting = Meeting(room, WORDS, Programmes(programmes=(), plans={}), None)
    end = json.dumps({"kind": "do", "act": "end", "n": 1})
    said(room, seats)
    assert meeting.facilitator_says(end)["reason"] == "came-last"
    assert (shown(room), room.ended) == (ALL, False)
    assert meeting.facilitator_says(end)["kind"] == "done"
