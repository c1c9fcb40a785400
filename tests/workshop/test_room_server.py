"""The room's server: who hears what, and what a phone that says too much or the wrong thing can do."""

import asyncio
import json

import pytest
from room_line import console, ends, phone, phones, room, started


@pytest.fixture
def meeting(in_our_words):
    return in_our_words


@room
async def test_the_group_moves_and_every_page_hears_of_it(server):
    _, lead = await started(server)
    here = await phones(server, 3)
    await lead.say(kind="move", block="write")
    for _, line in here:
        told = await line.until(lambda room: room["block"]["id"] == "write")
        assert told["time"]["left"] == pytest.approx(600, abs=5)
    await lead.until(lambda room: room["block"]["id"] == "write" and room["here"] == 3)


@room
async def test_a_second_console_sees_and_does_the_same(server):
    _, first = await started(server)
    _, second = await console(server)
    await second.say(kind="move", block="pairs")
    await first.until(lambda room: room["block"]["id"] == "pairs" and room["consoles"] == 2)


@room
async def test_a_phone_that_loses_its_connection_comes_back_to_its_seat(server):
    _, lead = await started(server)
    browser, line = await phone(server)
    await line.say(kind="pace", block="arrive", pace="ready")
    name = line.own["name"]
    line.socket.close()
    again = await browser.line("phone")
    await again.until(lambda room: room["phase"] == "running")
    while not again.own:
        await again.hear()
    assert (again.own["name"], again.own["pace"]) == (name, "ready")
    await lead.until(lambda room: room["ready"] == 1)


@room
async def test_a_phone_that_is_removed_is_out_and_stays_out(server):
    _, lead = await started(server)
    browser, line = await phone(server)
    while not line.own:
        await line.hear()
    await lead.say(kind="seat", seat=line.own["name"], to="remove")
    assert await ends(line) == 4403
    assert await browser.refused("phone") == 403


@room
async def test_leaving_gives_the_seat_back(server):
    _, lead = await started(server)
    browser, _ = await phone(server)
    await lead.until(lambda room: room["here"] == 1)
    await browser.ask("/leave", {})
    await lead.until(lambda room: room["here"] == 0)
    assert server.meeting.room.seats.here() == 0


@room
async def test_a_pulse_of_six_phones_is_told_to_all_in_words(server):
    _, lead = await started(server)
    here = await phones(server, 6)
    await lead.say(kind="move", block="pulse")
    await lead.until(lambda room: room["pulse"]["state"] == "can")
    await lead.say(kind="do", act="open-pulse")
    for place, (_, line) in enumerate(here):
        await line.until(lambda room: room["pulse"]["state"] == "open")
        answer = await line.say(kind="answer", block="pulse", choice="right" if place else "fast")
        assert answer["kind"] == "done"
    await lead.until(lambda room: room["pulse"]["answered"] == 6)
    await lead.say(kind="do", act="close-pulse")
    for _, line in here:
        told = await line.until(lambda room: room["pulse"]["state"] == "released")
        assert [band["word"] for band in told["releases"][0]["bands"]] == ["few", "most", "few"]
        assert "answered" not in told["pulse"]
    late = await here[0][1].say(kind="answer", block="pulse", choice="right")
    assert late["reason"] == "pulse-closed"


@pytest.mark.parametrize("sent", ['{"kind": "do", "n": 1, "act": "end"}', "{", "x" * 5000, b"\xff\x00"])
def test_what_a_phone_may_not_say_ends_its_connection_and_nothing_else(meeting, sent):
    @room
    async def test(server):
        _, lead = await started(server)
        _, line = await phone(server)
        await line.socket.write_message(sent, binary=isinstance(sent, bytes))
        assert await ends(line) in (4400, 1009)
        assert (await lead.say(kind="move", block="write"))["kind"] == "done"

    test(meeting)


@room
async def test_ten_thousand_messages_that_are_none_disturb_nobody(server):
    _, lead = await started(server)
    _, still = await phone(server)
    stranger, _ = await phone(server)
    for _ in range(100):  # a connection is ended for the first of them, so there is one for each hundred
        line = await stranger.line("phone")
        await asyncio.gather(*(line.socket.write_message('{"kind": "move", "n": 1, "block": "close"}') for _ in range(100)))
        await ends(line)
    assert (await lead.say(kind="move", block="write"))["kind"] == "done"
    assert (await still.until(lambda room: room["block"]["id"] == "write"))["phase"] == "running"


@room
async def test_a_flood_of_right_messages_ends_its_connection(server):
    await started(server)
    _, line = await phone(server)
    said = [json.dumps({"kind": "pace", "n": number, "block": "arrive", "pace": "ready"}) for number in range(80)]
    await asyncio.gather(*(line.socket.write_message(one) for one in said))
    assert await ends(line) == 4429


@room
async def test_when_the_meeting_ends_every_phone_hears_so(server):
    _, lead = await started(server)
    here = await phones(server, 2)
    await lead.say(kind="do", act="end")
    for _, line in here:
        await line.until(lambda room: room["phase"] == "over")
