"""What each page is told of a room: what became of a pulse, and nothing that it does not need."""

import pytest
from small_meeting import NAMES, join

from newsoil._paths import programme_folder
from newsoil.workshop.room import Room
from newsoil.workshop.views import for_phones, for_screen, yours
from newsoil.workshop.words import read_words

WORDS = read_words(programme_folder())


def answered(room, *choices):
    room.open_pulse()
    for seat, choice in enumerate(choices):
        room.answer(f"seat-{seat}", "pulse", choice)


def released(room):
    (one,) = for_phones(room, WORDS)["releases"]
    return one


def test_a_release_says_its_words_and_no_number(at_pulse):
    answered(at_pulse, *["right"] * 7, "fast")
    at_pulse.close_pulse()
    said = released(at_pulse)
    assert said["says"] == "Most people here chose “about right”"
    assert [(band["word"], band["read"]) for band in said["bands"]] == [("few", "few or none"), ("most", "most"), ("few", "few or none")]
    assert not set("0123456789") & set(str(said))


def test_too_few_answers_are_told_in_a_sentence_that_is_not_a_word_of_a_band(at_pulse, turned):
    answered(at_pulse, "right", "right", "fast")
    turned.pass_minutes(2)
    at_pulse.close_pulse()
    assert released(at_pulse)["says"].startswith("Fewer than 5 people answered")
    assert released(at_pulse)["bands"] == []


def test_a_question_that_was_broken_off_says_so(at_pulse):
    answered(at_pulse, "right")
    at_pulse.move("close")
    assert "broken off" in released(at_pulse)["says"]


def test_the_number_that_is_needed_is_that_of_the_room(plan, turned):
    room = Room.new(plan, [f"Name{number}" for number in range(12)], at_least=10, clocks=turned.clocks())
    join(room, 10)
    room.start()
    room.move("pulse")
    answered(room, "right")
    turned.pass_minutes(2)
    room.close_pulse()
    assert for_phones(room, WORDS)["needed"] == for_screen(room, WORDS)["needed"] == 10
    assert released(room)["says"].startswith("Fewer than 10 people")


@pytest.mark.parametrize("view", [for_phones, for_screen])
def test_no_phone_and_no_wall_is_told_how_many_have_answered_or_are_ready(at_pulse, view):
    before = view(at_pulse, WORDS)
    at_pulse.say("seat-3", "pulse", "ready")
    answered(at_pulse, "right", "fast", "right", "right", "right")
    now = view(at_pulse, WORDS)
    assert {**now, "pulse": None} == {**before, "pulse": None}
    assert set(now["pulse"]) == {"state", "question", "choices"}


def test_a_phone_is_told_that_it_has_answered_and_not_what(at_pulse):
    answered(at_pulse, "right")
    own = yours(at_pulse, at_pulse.seats.get("seat-0"))
    assert own["answered"] is True
    assert "right" not in str(own)


def test_a_phone_knows_its_meeting_again_after_a_crash_and_no_other(room, plan, turned):
    again, other = Room(room.kept(), NAMES, turned.clocks()), Room.new(plan, NAMES, clocks=turned.clocks())
    assert for_phones(again, WORDS)["id"] == for_phones(room, WORDS)["id"] != ""
    assert for_phones(other, WORDS)["id"] != room.id
