"""The pages of a room as its server sends them, and what it says to whom it does not let in."""

import json
import re
from datetime import date, timedelta

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from newsoil._paths import programme_folder, support_folder
from newsoil.guide.support import Line
from newsoil.server.exits import EXITS
from newsoil.server.room.application import application
from newsoil.server.room.door import SEAT, CodeDoor
from newsoil.server.room.lines import Lines
from newsoil.server.room.serve import RoomServer
from newsoil.workshop.opening import open_meeting
from newsoil.workshop.programme import read_programmes
from newsoil.workshop.support_list import SupportList, keep_list
from newsoil.workshop.words import read_words
from servers import in_a_loop

FOLDER = programme_folder()
A_LINE = Line(name="Advice by the river", kind="domestic-abuse", number="01632 960 001", source="https://example.org/")


@pytest.fixture
def meeting(tmp_path):
    return open_meeting(tmp_path, read_programmes(FOLDER), read_words(FOLDER))


@pytest.fixture
def asked(meeting):
    """What a room answers to some requests, each a path and what else a request has."""

    async def all_of(requests, base):
        lines = Lines(meeting)
        given = {"phone": RoomServer(meeting, 1, (), support_folder())._for_phone}
        server, (socket, port) = HTTPServer(application(lines, CodeDoor(meeting.room), base=base, given=given)), bind_unused_port()
        server.add_socket(socket)
        client, answers = AsyncHTTPClient(), []
        for path, request in requests:
            answers.append(await client.fetch(f"http://127.0.0.1:{port}{path}", raise_error=False, **request))
        server.stop()
        return answers

    return lambda *requests, base="/": in_a_loop(all_of(requests, base))


def given_in(answer):
    return json.loads(re.search(r'id="given">(.*?)</script>', answer.body.decode(), re.DOTALL)[1])


def joining(code):
    return "/join", {"method": "POST", "headers": {"Content-Type": "application/json"}, "body": json.dumps({"code": code})}


def test_a_page_without_a_seat_is_told_why_it_gets_no_line(asked, meeting):
    (answer,) = asked(("/line/phone", {}))
    assert (answer.code, json.loads(answer.body)["reason"]) == (403, "not-in-the-room")
    assert json.loads(answer.body)["says"] == meeting.words.words["refused"]["not-in-the-room"]


def test_a_phone_that_was_taken_out_is_told_so(asked, meeting):
    (joined,) = asked(joining(meeting.room.code))
    cookie = joined.headers["Set-Cookie"].split(";")[0]
    assert cookie.startswith(SEAT)
    meeting.room.seats.take(seat := CookieReader(meeting, cookie).seat)
    meeting.room.seats.remove(seat)
    (answer,) = asked(("/line/phone", {"headers": {"Cookie": cookie}}))
    assert json.loads(answer.body)["reason"] == "removed"


class CookieReader:
    """The seat that a cookie names, read as the room reads it."""

    def __init__(self, meeting, cookie):
        from tornado.web import decode_signed_value

        value = cookie.split("=", 1)[1].strip('"')
        self.seat = decode_signed_value(meeting.room.secret, SEAT, value).decode()


@pytest.mark.parametrize(("path", "reason"), [("console", "no-key"), ("screen", "no-key")])
def test_who_has_no_key_is_told_so(asked, path, reason):
    (answer,) = asked((f"/line/{path}", {}))
    assert (answer.code, json.loads(answer.body)["reason"]) == (403, reason)


def test_a_wrong_key_is_no_wrong_code(asked):
    (answer,) = asked(("/enter", {**joining("x")[1], "body": json.dumps({"key": "x"})}))
    assert json.loads(answer.body)["reason"] == "wrong-key"


@pytest.mark.parametrize("base", ["/", "/services/room/"])
def test_an_address_that_is_none_has_the_look_of_the_room_and_a_way_to_it(asked, base):
    page, style = asked((f"{base}a/b/c", {}), (base, {}), base=base)
    assert page.code == 404
    assert f'href="{base}"' in page.body.decode()
    address = re.search(r'href="([^"]+room\.css)"', page.body.decode())[1]
    (answer,) = asked((address, {}), base=base)
    assert answer.code == 200
    assert style.code == 200


def test_a_phone_is_given_help_before_it_has_joined(asked, meeting):
    keep_list(meeting.folder.parent, SupportList(place="Riverside", checked_on=date.today() - timedelta(2), line=(A_LINE,)))  # noqa: DTZ011
    (page,) = asked(("/", {}))
    given = given_in(page)
    assert (given["inside"], given["exit"]) == (False, EXITS["weather"])
    assert [line["call"] for line in given["help"]["lines"]] == [A_LINE.number]
    assert [line["unchecked"] for line in given["help"]["lines"]] == [False]
    assert [part["id"] for part in given["lines"]["parts"]] == ["now", "directory", "talk", "own"]


def test_without_a_local_list_the_lines_of_countries_are_there(asked):
    given = given_in(asked(("/", {}))[0])
    assert given["help"] is None
    assert len(given["lines"]["countries"]) > 5


def test_the_name_in_the_tab_of_a_phone_says_nothing(asked, meeting):
    page = asked(("/", {}))[0].body.decode()
    assert f"<title>{meeting.words.words['phone']['tab']}</title>" in page
    assert "New Soil" not in re.search(r"<title>(.*?)</title>", page)[1]
