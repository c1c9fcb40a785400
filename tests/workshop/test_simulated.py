"""The invented people of a rehearsal: they make the console move, and do nothing that a phone cannot."""

import json
import random

import pytest
from held_meeting import said

from newsoil.workshop.meeting import Meeting
from newsoil.workshop.programme import Programme, Programmes
from newsoil.workshop.simulated import PEOPLE, Simulated


@pytest.fixture
def meeting(room, plan):
    programmes = Programmes(programmes=(Programme(id="whole", title="Whole", about="All.", meetings=("small",)),), plans={"small": plan})
    return Meeting(room, said(rehearsal={"one": "A slower pace?", "two": "A window?"}), programmes, None)


@pytest.fixture
def people(meeting):
    people = Simulated(meeting, random.Random(7))  # noqa: S311 - the same people each time
    people.come()
    return people


def acts(meeting, **message):
    assert meeting.facilitator_says(json.dumps({"n": 1, **message}))["kind"] == "done"


def test_eight_people_are_there_from_the_beginning_and_wait(meeting, people):
    assert meeting.room.seats.here() == PEOPLE
    assert not any(people.step() for _ in range(50))


def test_they_say_when_they_are_ready(meeting, people):
    acts(meeting, kind="do", act="start")
    acts(meeting, kind="move", block="write")
    for _ in range(200):
        people.step()
    ready, more = meeting.room.seats.paces()
    assert ready + more == PEOPLE
    assert {note.text for note in meeting.room.parking.notes} <= {"A slower pace?", "A window?"}


def test_they_answer_a_pulse_once_each(meeting, people):
    acts(meeting, kind="do", act="start")
    acts(meeting, kind="move", block="pulse")
    acts(meeting, kind="do", act="open-pulse")
    for _ in range(200):
        people.step()
    assert meeting.room.pulses.open.answered == PEOPLE
    acts(meeting, kind="do", act="close-pulse")
    assert meeting.room.pulses.of("pulse").ended == "released"


def test_while_the_group_has_a_pause_and_after_the_end_they_rest(meeting, people):
    acts(meeting, kind="do", act="start")
    acts(meeting, kind="do", act="pause")
    assert not any(people.step() for _ in range(50))
    acts(meeting, kind="do", act="end")
    assert not any(people.step() for _ in range(50))


def test_one_that_is_taken_out_stays_out(meeting, people):
    acts(meeting, kind="do", act="start")
    acts(meeting, kind="seat", seat=next(iter(meeting.room.seats)).name, to="remove")
    for _ in range(200):
        people.step()
    assert meeting.room.seats.here() == PEOPLE - 1
