"""Who is let into a room: codes, keys, cookies, other sites and other names; and what its pages may load."""

import asyncio
import json
import re

import pytest
from benchmarks.room_client import Browser
from room_line import console, ends, phone, room, started

from newsoil._errors import NotSaved
from newsoil.server.room.door import CodeDoor
from newsoil.workshop.kept_room import read_kept
from newsoil.workshop.room import Room


@pytest.fixture
def meeting(in_our_words):
    return in_our_words


@room
async def test_a_stranger_gets_pages_without_a_word_of_the_room_and_no_connection(server):
    stranger = Browser(server.port)
    for page in ("/", "/lead", "/screen"):
        answer = await stranger.ask(page)
        assert answer.code == 200
        text = answer.body.decode()
        assert not any(key in text for key in (server.meeting.room.code, *server.meeting.room.keys.values()))
    for page in ("phone", "console", "screen"):
        assert await stranger.refused(page) == 403


@room
async def test_a_phone_is_no_console_and_no_screen(server):
    browser, _ = await phone(server)
    assert await browser.refused("console") == 403
    assert await browser.refused("screen") == 403


@room
async def test_a_cookie_that_another_room_signed_is_nobodys(server):
    browser, _ = await phone(server)
    name, value = browser.cookies.split("=", 1)
    forged = Browser(server.port, f"{name}={value[:-4]}0000")
    assert await forged.refused("phone") == 403


@pytest.mark.parametrize("typed", ["", "AAAAAA", "K7M4QX\u0000", "x" * 900])
def test_a_wrong_code_gives_a_sentence_and_no_seat(meeting, typed):
    @room
    async def test(server):
        browser = Browser(server.port)
        answer = await browser.ask("/join", {"code": typed})
        assert (answer.code, json.loads(answer.body)["reason"]) == (403, "wrong-code")
        assert not browser.cookies

    test(meeting)


@room
async def test_a_code_is_over_with_its_meeting(server):
    server.meeting.room.until = 0
    answer = await Browser(server.port).ask("/join", {"code": server.meeting.room.code})
    assert json.loads(answer.body)["reason"] == "code-over"


@room
async def test_wrong_codes_and_keys_of_one_person_keep_out_no_other_behind_their_address(server):
    guessing = Browser(server.port)
    for _ in range(12):
        await guessing.ask("/join", {"code": "AAAAAA"})
        await guessing.ask("/enter", {"key": "0" * 32})
    assert (await Browser(server.port).ask("/join", {"code": server.meeting.room.code})).code == 200
    for key in server.meeting.room.keys.values():
        assert (await Browser(server.port).ask("/enter", {"key": key})).code == 200


@room
async def test_whoever_goes_away_while_their_code_waits_disturbs_nobody(server):
    for _ in range(12):
        await Browser(server.port).ask("/join", {"code": "AAAAAA"})
    _, writer = await asyncio.open_connection("127.0.0.1", server.port)
    said = json.dumps({"code": server.meeting.room.code})
    lines = ["POST /join HTTP/1.1", f"Host: 127.0.0.1:{server.port}", "Content-Type: application/json", f"Content-Length: {len(said)}"]
    writer.write("\r\n".join([*lines, "", said]).encode())
    await writer.drain()
    writer.close()
    assert (await Browser(server.port).ask("/join", {"code": server.meeting.room.code})).code == 200


@pytest.mark.parametrize("body", ["", "{", "[]", "7", '{"code": 7}', "x" * 5000])
def test_what_is_no_code_at_all_is_refused(meeting, body):
    @room
    async def test(server):
        assert (await Browser(server.port).ask("/join", body)).code in (400, 413)

    test(meeting)


@room
async def test_a_form_of_another_site_joins_and_enters_nothing(server):
    browser = Browser(server.port)
    code = server.meeting.room.code
    assert (await browser.ask("/join", {"code": code}, Content_Type="text/plain")).code == 400
    assert (await browser.ask("/join", {"code": code}, Content_Type="application/x-www-form-urlencoded")).code == 400
    assert not browser.cookies


@room
async def test_a_page_of_another_site_gets_no_connection_with_somebodys_cookie(server):
    browser, _ = await phone(server)
    assert await browser.refused("phone", Origin="http://elsewhere.example") == 403


@room
async def test_by_another_name_nothing_is_there(server):
    answer = await Browser(server.port).ask("/", Host="elsewhere.example")
    assert answer.code == 404
    assert b"New Soil" not in answer.body


@room
async def test_cookies_are_for_this_server_alone_and_end_with_the_browser(server):
    answer = await Browser(server.port).ask("/join", {"code": server.meeting.room.code})
    cookie = answer.headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "expires" not in cookie
    assert "max-age" not in cookie


@room
async def test_pages_load_nothing_from_elsewhere_and_are_kept_nowhere(server):
    for page in ("/", "/lead", "/screen", "/nothing"):
        answer = await Browser(server.port).ask(page)
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert not re.search(rb'(src|href)="(https?:)?//', answer.body)


@room
async def test_files_are_kept_for_ever_under_an_address_that_changes_with_them(server):
    page = (await Browser(server.port).ask("/")).body.decode()
    for address in re.findall(r'(?:src|href)="(room/[^"]+)"', page):
        answer = await Browser(server.port).ask(f"/{address}")
        assert answer.code == 200
        assert "immutable" in answer.headers["Cache-Control"]
    assert (await Browser(server.port).ask("/room/0123/room.py")).code == 404


@room
async def test_a_browser_that_leads_gets_no_seat(server):
    browser, _ = await started(server)
    answer = await browser.ask("/join", {"code": server.meeting.room.code})
    assert json.loads(answer.body)["reason"] == "leads-here"


@room
async def test_asking_for_a_connection_without_having_it_is_not_being_here(server):
    await phone(server)
    other = Browser(server.port)
    await other.ask("/join", {"code": server.meeting.room.code})
    await other.ask("/line/phone")
    assert server.meeting.room.seats.here() == 1


@room
async def test_a_console_that_is_not_let_in_by_a_wrong_key(server):
    browser = Browser(server.port)
    answer = await browser.ask("/enter", {"key": "0" * 32})
    assert (answer.code, browser.cookies) == (403, "")


@room
async def test_the_key_of_the_screen_opens_no_console(server):
    browser = Browser(server.port)
    await browser.ask("/enter", {"key": server.meeting.room.keys["screen"]})
    assert await browser.refused("console") == 403
    line = await browser.line("screen")
    told = await line.until(lambda room: room["phase"] == "waiting")
    assert "parked" not in told
    assert "seats" not in told


@room
async def test_new_keys_put_out_every_console_and_screen_but_the_one_that_asked(server):
    browser, lead = await started(server)
    old = dict(server.meeting.room.keys)
    second, its = await console(server)
    wall = Browser(server.port)
    await wall.ask("/enter", {"key": old["screen"]})
    shown = await wall.line("screen")
    _, here = await phone(server)

    assert (await lead.say(kind="do", act="new-keys"))["kind"] == "done"
    assert [await ends(its), await ends(shown)] == [4403, 4403]
    assert [await second.refused("console"), await second.refused("screen"), await wall.refused("screen")] == [403] * 3
    assert [(await Browser(server.port).ask("/enter", {"key": key})).code for key in old.values()] == [403, 403]

    assert (await lead.say(kind="move", block="write"))["kind"] == "done"
    assert (await here.until(lambda room: room["block"]["id"] == "write"))["phase"] == "running"
    again = await browser.line("console")
    await again.until(lambda room: room["consoles"] == 2)
    assert server.meeting.room.keys["facilitator"] in (await browser.ask("/lead")).body.decode()
    await second.ask("/enter", {"key": server.meeting.room.keys["facilitator"]})
    await second.line("console")


@room
async def test_new_keys_outlive_a_crash_and_old_ones_do_not_come_back(server):
    browser, lead = await started(server)
    await lead.say(kind="do", act="new-keys")
    kept = read_kept(server.meeting.folder)
    assert kept.keys == server.meeting.room.keys
    door = CodeDoor(Room(kept, server.meeting.room.seats._names))
    for cookie in (b"facilitator 0123 0123", b"facilitator", b""):
        asking = type("Asking", (), {"get_signed_cookie": lambda *_, cookie=cookie, **__: cookie})()
        assert not door.holds(asking, "facilitator")
    assert browser.cookies


@room
async def test_a_phone_cannot_ask_for_new_keys(server):
    before = server.meeting.room.keys
    await started(server)
    _, line = await phone(server)
    await line.socket.write_message('{"kind": "do", "n": 1, "act": "new-keys"}')
    assert await ends(line) == 4400
    assert server.meeting.room.keys is before


@room
async def test_an_act_that_the_disk_refused_lets_no_console_stay_when_keys_change(server):
    _, first = await started(server)
    keep = server.meeting.keep

    def full():
        raise NotSaved("The disk is full.")

    server.meeting.keep = full
    assert (await first.say(kind="longer", minutes=1))["reason"] == "disk"
    server.meeting.keep = keep
    _, second = await console(server)
    assert (await second.say(kind="do", act="new-keys"))["kind"] == "done"
    assert await ends(first) == 4403
