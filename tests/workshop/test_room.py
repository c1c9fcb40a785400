"""A room: where the group is, how long, who is here, and what it does not do."""

import msgspec
import pytest
from small_meeting import NAMES, join

from newsoil.workshop.codes import SIGNS, fits, new_code, read_code, spaced
from newsoil.workshop.refused import Refused
from newsoil.workshop.room import Room


def refuses(reason, do, *args, **options):
    with pytest.raises(Refused) as said:
        do(*args, **options)
    assert said.value.reason == reason


def asked(room, answers):
    """The question is open, and so many have answered it alike."""
    room.open_pulse()
    for seat in range(answers):
        room.answer(f"seat-{seat}", "pulse", "right")


def test_codes_have_six_signs_of_which_none_looks_like_another():
    codes = {new_code() for _ in range(500)}
    assert all(len(code) == 6 and set(code) <= set(SIGNS) for code in codes)
    assert not set(SIGNS) & set("0O1IL")
    assert len(codes) > 490


@pytest.mark.parametrize("typed", ["K7M4QX", "k7m4qx", "K7M 4QX", " k7m-4qx ", "K7M.4QX"])
def test_a_code_is_taken_however_it_is_written(typed):
    assert fits(typed, "K7M4QX")
    assert spaced(read_code(typed)) == "K7M 4QX"


@pytest.mark.parametrize("typed", ["", "K7M4Q", "K7M4QXA", "ÄÖÜ", "K7M4Q\u0000", "x" * 10_000])
def test_another_code_is_not(typed):
    assert not fits(typed, "K7M4QX")


def test_nothing_moves_before_the_meeting_begins(room):
    for do in (lambda: room.move("write"), lambda: room.hold(on=True), lambda: room.longer(1), room.open_pulse):
        refuses("not-started", do)
    assert room.time is None


def test_a_block_has_the_time_of_its_plan_and_each_move_begins_it_anew(room, turned):
    room.start()
    turned.pass_minutes(2)
    assert room.time.left(turned.steady) == 3 * 60
    room.move("write")
    assert room.time.left(turned.steady) == 10 * 60


def test_time_can_be_held_and_goes_on_where_it_was(room, turned):
    room.start()
    turned.pass_minutes(1)
    room.hold(on=True)
    turned.pass_minutes(7)
    assert room.time.left(turned.steady) == 4 * 60
    room.hold(on=False)
    turned.pass_minutes(1)
    assert room.time.left(turned.steady) == 3 * 60


def test_one_more_minute_counts_from_now_where_the_time_is_over(room, turned):
    room.start()
    turned.pass_minutes(9)
    assert room.time.left(turned.steady) == -4 * 60
    room.longer(1)
    assert room.time.left(turned.steady) == 60


def test_it_knows_by_how_much_the_group_is_behind_or_ahead(room, turned):
    room.start()
    turned.pass_minutes(3)
    assert room.behind() == 0
    room.move("write")
    assert room.behind() == -2 * 60
    turned.pass_minutes(14)
    assert room.behind() == 2 * 60
    room.longer(3)
    assert room.behind() == 5 * 60


def test_a_clock_that_is_set_changes_no_time_that_is_left(room, turned):
    room.start()
    turned.wall -= 7200
    turned.pass_minutes(1)
    assert room.time.left(turned.steady) == 4 * 60
    assert room.behind() == 0


def test_a_code_dies_with_its_meeting_and_after_twelve_hours(room, turned):
    assert room.is_open()
    turned.wall += 12 * 3600 - 1
    assert room.is_open()
    turned.wall += 2
    assert not room.is_open()


def test_a_meeting_that_has_ended_does_nothing_more(room):
    seat = join(room, 6)[0]
    room.start()
    room.end()
    assert not room.is_open()
    for do in (
        room.start,
        lambda: room.move("write"),
        lambda: room.park(seat, "note-000", "words"),
        lambda: room.say(seat, "arrive", "ready"),
        room.open_pulse,
        room.change_code,
    ):
        refuses("over", do)


def test_ready_and_more_time_are_counted_and_begin_anew_with_each_block(room):
    seats = join(room, 6)
    room.start()
    room.say(seats[0], "arrive", "ready")
    room.say(seats[1], "arrive", "more")
    room.say(seats[1], "arrive", "ready")
    room.say(seats[2], "arrive", "more")
    assert room.seats.paces() == (2, 1)
    room.move("write")
    assert room.seats.paces() == (0, 0)


def test_what_was_said_of_another_block_is_late_and_says_nothing(room):
    seat = join(room, 1)[0]
    room.start()
    room.move("write")
    room.say(seat, "arrive", "ready")
    assert room.seats.paces() == (0, 0)


def test_a_phone_that_drops_for_a_minute_has_its_seat_its_name_and_what_it_said(room, turned):
    seat = join(room, 5)[0]
    room.start()
    room.say(seat, "arrive", "ready")
    name = room.seats.get(seat).name
    room.seats.disconnect(seat)
    turned.pass_minutes(1)
    assert room.seats.here() == 5
    room.seats.connect(seat)
    assert room.seats.get(seat).name == name
    assert room.seats.paces() == (1, 0)


def test_a_phone_that_stays_away_is_not_here_any_more(room, turned):
    seat = join(room, 5)[0]
    room.seats.disconnect(seat)
    turned.pass_minutes(3)
    assert room.seats.here() == 4


def test_a_phone_with_two_connections_is_one_phone(room):
    room.seats.connect("seat-0")
    room.seats.connect("seat-0")
    room.seats.disconnect("seat-0")
    assert (room.seats.here(), room.seats.connected()) == (1, 1)


def test_a_thousand_joins_and_leaves_lose_no_ready_and_give_no_name_twice(room):
    stays = join(room, 4)
    room.start()
    for seat in stays:
        room.say(seat, "arrive", "ready")
    for number in range(1000):
        room.seats.connect(f"passing-{number}")
        assert len({seat.name for seat in room.seats}) == len(room.seats)
        room.seats.leave(f"passing-{number}")
    assert room.seats.paces() == (4, 0)
    assert len(room.seats) == 4


def test_a_removed_phone_does_not_come_back(room):
    seats = join(room, 2)
    room.seats.remove(seats[0])
    refuses("removed", room.seats.connect, seats[0])
    assert room.seats.here() == 1


def test_names_of_seats_do_not_tell_who_came_first(plan, turned):
    firsts = set()
    for _ in range(60):
        room = Room.new(plan, NAMES, clocks=turned.clocks())
        room.seats.connect("first")
        firsts.add(room.seats.get("first").name)
    assert len(firsts) > 3


def test_a_full_room_says_so_and_gives_up_seats_that_are_long_empty(room, turned, monkeypatch):
    monkeypatch.setattr("newsoil.workshop.seats.MOST", 3)
    seats = join(room, 3)
    refuses("full", room.seats.connect, "one-more")
    room.seats.disconnect(seats[1])
    turned.pass_minutes(5)
    room.seats.connect("one-more")
    assert {seat.id for seat in room.seats} == {seats[0], seats[2], "one-more"}


def test_fewer_than_five_park_nothing_for_a_note_would_be_somebodys(room):
    seat = join(room, 4)[0]
    refuses("too-few-to-park", room.park, seat, "note-000", "words")
    room.seats.connect("fifth")
    room.park(seat, "note-000", "words")
    assert [note.text for note in room.parking.notes] == ["words"]


@pytest.mark.parametrize(("text", "reason"), [("  ", "note-empty"), ("x" * 501, "note-too-long")])
def test_a_note_that_is_none_is_refused(room, text, reason):
    seat = join(room, 5)[0]
    refuses(reason, room.park, seat, "note-000", text)


def test_a_note_that_is_sent_twice_is_one_and_stays_away_when_it_was_deleted(room):
    seat = join(room, 5)[0]
    room.park(seat, "note-000", "words")
    room.park(seat, "note-000", "words")
    assert len(room.parking.notes) == 1
    room.parking.delete("note-000")
    room.park(seat, "note-000", "words")
    assert room.parking.notes == ()


def fills(room, seat):
    for number in range(10):
        room.park(seat, f"note-{seat}-{number}", "words")


def test_one_seat_fills_its_share_of_the_parking_lot_and_no_others(room):
    first, second, *_ = join(room, 5)
    fills(room, first)
    refuses("many-notes", room.park, first, "note-more", "words")
    room.park(second, "note-other", "words")
    assert len(room.parking.notes) == 11


def test_a_note_that_is_sent_again_uses_up_no_share(room):
    first = join(room, 5)[0]
    fills(room, first)
    room.park(first, f"note-{first}-0", "words")
    room.parking.delete(f"note-{first}-0")
    room.park(first, f"note-{first}-0", "words")
    refuses("many-notes", room.park, first, "note-more", "words")


def test_a_note_that_the_disk_refused_uses_up_no_share(room):
    first, second, *_ = join(room, 5)
    room.park(second, "note-other", "words")
    for _ in range(11):
        before = room.memory()
        room.park(first, "note-000", "words")
        room.recall(before)
    assert room.held_back.waiting() == {("note", "note-other")}
    fills(room, first)
    refuses("many-notes", room.park, first, "note-more", "words")
    room.park(second, "note-another", "words")


def test_other_words_under_the_id_of_a_note_are_refused_and_not_dropped(room):
    seat = join(room, 5)[0]
    room.park(seat, "note-000", "words")
    refuses("other-words", room.park, seat, "note-000", "other words")
    room.park(seat, "note-000", " words ")
    room.parking.delete("note-000")
    refuses("other-words", room.park, seat, "note-000", "other words")
    room.park(seat, "note-000", "words")
    assert room.parking.notes == ()


def test_what_becomes_of_a_note_is_the_facilitators(room):
    seat = join(room, 5)[0]
    for number in range(3):
        room.park(seat, f"note-00{number}", f"words {number}")
    room.parking.change("note-001", became="talked")
    room.parking.change("note-002", keep=True)
    assert [(note.became, note.keep) for note in room.parking.notes] == [("new", False), ("talked", False), ("new", True)]
    assert room.parking.kept() == ("words 2",)


def test_a_pulse_needs_five_who_are_here(room):
    join(room, 4)
    room.start()
    room.move("pulse")
    refuses("too-few-here", room.open_pulse)
    room.seats.connect("fifth")
    room.open_pulse()


def test_a_pulse_is_told_back_in_words_once(at_pulse):
    at_pulse.open_pulse()
    for seat, choice in zip((seat.id for seat in at_pulse.seats), ["right"] * 4 + ["fast"] + ["too-slow"], strict=False):
        at_pulse.answer(seat, "pulse", choice)
    at_pulse.close_pulse()
    assert at_pulse.pulses.of("pulse").words == ("few", "most", "few")
    refuses("pulse-closed", at_pulse.answer, "seat-7", "pulse", "right")
    refuses("pulse-closed", at_pulse.close_pulse)
    refuses("asked-before", at_pulse.open_pulse)


def test_four_answers_say_nothing(at_pulse, turned):
    asked(at_pulse, 4)
    turned.pass_minutes(2)
    at_pulse.close_pulse()
    assert (at_pulse.pulses.of("pulse").ended, at_pulse.pulses.of("pulse").words) == ("few", ())


def test_nobody_closes_it_after_the_one_answer_that_they_do_not_know(at_pulse, turned):
    asked(at_pulse, 5)
    refuses("too-soon-to-close", at_pulse.close_pulse)
    at_pulse.answer("seat-5", "pulse", "right")
    at_pulse.close_pulse()
    assert at_pulse.pulses.of("pulse").ended == "released"


def test_after_two_minutes_it_can_be_closed_whoever_is_missing(at_pulse, turned):
    asked(at_pulse, 5)
    turned.pass_minutes(2)
    at_pulse.close_pulse()
    assert at_pulse.pulses.of("pulse").ended == "released"


def test_a_phone_that_leaves_and_comes_back_does_not_answer_twice(at_pulse):
    at_pulse.open_pulse()
    at_pulse.answer("seat-0", "pulse", "right")
    at_pulse.seats.leave("seat-0")
    at_pulse.seats.connect("seat-0-again")
    refuses("came-later", at_pulse.answer, "seat-0-again", "pulse", "right")
    assert at_pulse.pulses.open.answered == 1


def test_a_phone_that_was_dark_when_it_opened_can_answer(at_pulse, turned):
    at_pulse.seats.disconnect("seat-0")
    turned.pass_minutes(3)
    at_pulse.open_pulse()
    at_pulse.seats.connect("seat-0")
    at_pulse.answer("seat-0", "pulse", "right")


def test_a_seat_whose_phone_was_never_connected_is_not_here(room):
    for number in range(5):
        room.seats.take(f"asked-{number}")
    assert room.seats.here() == 0


@pytest.mark.parametrize("leave", [lambda room: room.move("close"), lambda room: room.end()])
def test_a_group_that_goes_on_while_a_pulse_is_open_leaves_it_void(at_pulse, leave):
    asked(at_pulse, 8)
    leave(at_pulse)
    assert (at_pulse.pulses.of("pulse").ended, at_pulse.pulses.of("pulse").words) == ("void", ())


def test_somebody_who_is_not_in_the_room_answers_nothing(at_pulse):
    at_pulse.open_pulse()
    refuses("not-in-the-room", at_pulse.answer, "stranger", "pulse", "right")
    refuses("no-such-answer", at_pulse.answer, "seat-1", "pulse", "stay")
    refuses("pulse-closed", at_pulse.answer, "seat-1", "write", "right")


def test_after_a_crash_the_room_is_where_it_was_and_the_open_pulse_is_void(at_pulse, turned):
    at_pulse.park("seat-0", "note-000", "words")
    asked(at_pulse, 6)
    kept = msgspec.json.decode(msgspec.json.encode(at_pulse.kept()), type=type(at_pulse.kept()))
    turned.pass_minutes(1)
    again = Room(kept, NAMES, turned.clocks())
    assert (again.code, again.block.id, again.secret, again.keys) == (at_pulse.code, "pulse", at_pulse.secret, at_pulse.keys)
    assert again.time.left(turned.steady) == pytest.approx(3 * 60)
    assert again.behind() == pytest.approx(at_pulse.behind())
    assert [note.text for note in again.parking.notes] == ["words"]
    assert again.pulses.of("pulse").ended == "void"
    assert again.pulses.open is None


def test_nothing_that_is_kept_says_who_answered_how_many_or_when(at_pulse):
    at_pulse.open_pulse()
    before = msgspec.json.encode(at_pulse.kept())
    for seat in range(7):
        at_pulse.answer(f"seat-{seat}", "pulse", "right" if seat % 2 else "fast")
        assert msgspec.json.encode(at_pulse.kept()) == before
    at_pulse.close_pulse()
    assert b"seat-" not in msgspec.json.encode(at_pulse.kept())
