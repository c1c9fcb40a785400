"""What a console is told beside the room: the list of help, the laptop’s clock, names of meetings, and whether the end is whole."""

import json
from datetime import date

import pytest
from held_meeting import LIST
from small_meeting import RAW
from tornado.httpclient import AsyncHTTPClient
from tornado.testing import bind_unused_port

from newsoil.server.room.lan import own_addresses
from newsoil.server.room.lines import Lines
from newsoil.server.room.serve import RoomServer
from newsoil.workshop.support_list import LocalLine
from servers import in_a_loop


@pytest.fixture
def meeting(in_our_words):
    return in_our_words


def told(meeting):
    return Lines(meeting)._view("facilitator")


def asks(meeting, **message):
    return meeting.facilitator_says(json.dumps({"n": 1, **message}))["kind"]


def test_every_console_is_told_of_the_list_as_it_is_on_the_disk(meeting):
    assert (told(meeting)["help"], told(meeting)["support"]) == (None, "missing")
    assert asks(meeting, kind="support", found={**LIST, "checked_on": date.today().isoformat()}) == "done"  # noqa: DTZ011 - as a console says it
    view = told(meeting)
    assert (view["help"]["line"][0]["name"], view["help"]["checked_on"], view["support"]) == ("A place here", str(date.today()), "")  # noqa: DTZ011
    json.dumps(view)


def test_a_line_that_somebody_has_called_needs_no_page_to_be_compared_with(meeting):
    line = {"name": "The café", "kind": "directory", "number": "0123 456"}
    assert asks(meeting, kind="support", found={**LIST, "line": [line]}) == "done"
    assert meeting.support_list().line == (LocalLine(**line),)


def test_a_line_that_can_be_reached_nowhere_is_none(meeting):
    assert (
        meeting.facilitator_says(json.dumps({"n": 1, "kind": "support", "found": {"line": [{"name": "A", "kind": "directory"}]}})) is None
    )


def test_a_console_is_told_the_laptops_clock_which_changes_nothing_by_itself(meeting):
    lines = Lines(meeting)
    clock = lines._view("facilitator")["clock"]
    assert clock["at"] == pytest.approx(meeting.room.clocks.wall(), abs=5)
    assert abs(clock["offset"]) <= 14 * 3600
    lines._tell()
    before = lines._told["facilitator"]
    assert "clock" in before
    assert meeting.room.plan.id == before["plan"] == "small"
    assert list(before["aims"]) == RAW["aims"]


def test_a_meeting_is_called_by_its_place_in_its_programme(meeting):
    assert meeting.called("small", "whole") == "", "one that stands alone has no number"
    assert meeting.called("another", "whole") == ""
    given = RoomServer(meeting, 7647, ())._for_console()
    assert given["programmes"][0]["meetings"] == [{"id": "small", "title": "A small meeting", "meeting": ""}]
    assert given["folder"] == str(meeting.folder)


def test_this_computer_by_its_own_address_is_no_other_device(meeting):
    addresses = own_addresses() or ("127.0.0.1",)  # in no network this computer has no other address, and that is the same question

    async def look():
        socket, port = bind_unused_port()
        socket.close()
        server = RoomServer(meeting, port, addresses)
        server.listen()
        await AsyncHTTPClient().fetch(f"http://{addresses[0]}:{port}/screen")
        reached = server.lines.reached
        server.lines.was_reached()
        await server.close()
        return reached, server.lines.reached

    assert in_a_loop(look()) == (False, True)


def test_what_is_sent_again_is_done_once(meeting):
    meeting.room.start()
    before = meeting.room.time.left_then
    for _ in range(3):
        assert asks(meeting, kind="longer", minutes=1, once="a-page-names-it") == "done"
    assert meeting.room.time.left_then == pytest.approx(before + 60, abs=2)
    assert asks(meeting, kind="longer", minutes=1, once="another") == "done"
    assert meeting.room.time.left_then == pytest.approx(before + 120, abs=2)


def test_what_was_refused_may_be_asked_again_under_its_name(meeting):
    assert asks(meeting, kind="do", act="hold", once="early") == "refused"
    meeting.room.start()
    assert asks(meeting, kind="do", act="hold", once="early") == "done"
    assert not meeting.room.time.runs
