"""A room that breaks: the process is killed in the middle of a pulse, the disk is full, the clock is set. Real processes, real files."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys

import pytest
from benchmarks.room_client import Browser
from held_meeting import LIST
from room_line import console, phone

from servers import in_a_loop

STARTS_WITHIN = 20

TO_END = "To end it: “End the meeting” on the console first, then Ctrl+C in this window"


class Process:
    """`newsoil workshop` as a facilitator starts it."""

    def __init__(self, home, port):
        self.home, self.port = home, port
        self.start()

    def start(self):
        """Start it, and wait until it says where it is."""
        command = [
            sys.executable,
            "-m",
            "newsoil.cli",
            "workshop",
            "--home",
            str(self.home),
            "--port",
            str(self.port),
            "--no-browser",
            "--only-here",
        ]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        self.key = self.process.stdout.readline().strip().rsplit("#", 1)[1]
        self.join = self.process.stdout.readline()

    def kill(self):
        """End it as a crash would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(STARTS_WITHIN)
        self.process.stdout.close()


@pytest.fixture
def process(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Process(tmp_path / "home", port)
    yield running
    running.kill()


class Shown:
    """What `phone` and `console` of `room_line` need of a server that is another process."""

    def __init__(self, process, code):
        self.port = process.port
        room = type("Room", (), {"code": code, "keys": {"facilitator": process.key}})()
        self.meeting = type("Meeting", (), {"room": room})()


async def until(connection, fits):
    return await asyncio.wait_for(connection.until(fits), STARTS_WITHIN)


def test_a_room_that_is_killed_in_the_middle_of_a_pulse_goes_on_and_the_pulse_is_void(process):
    async def whole():
        lead_browser, lead = await console(Shown(process, ""))
        code = (await until(lead, lambda _: True))["code"].replace(" ", "")
        await lead.begin(LIST)
        here = [await phone(Shown(process, code)) for _ in range(6)]
        pulse = next(block["id"] for block in lead.room["blocks"] if block["kind"] == "pulse")
        await lead.say(kind="move", block=pulse)
        await until(lead, lambda room: room["pulse"]["state"] == "can")
        choices = [choice["id"] for choice in lead.room["pulse"]["choices"]]
        await lead.say(kind="do", act="open-pulse")
        for _, line in here:
            assert (await line.say(kind="answer", block=pulse, choice=choices[0]))["kind"] == "done"
        assert (await here[0][1].say(kind="park", note="note-00000001", text="a question"))["kind"] == "done"

        process.kill()
        process.start()

        again = await lead_browser.line("console")
        told = await until(again, lambda room: room["phase"] == "running")
        assert (told["block"]["id"], told["code"].replace(" ", "")) == (pulse, code)
        assert told["pulse"]["state"] == "void"
        assert [note["text"] for note in told["parked"]] == ["a question"]
        back = [await browser.line("phone") for browser, _ in here]
        for line in back:
            view = await until(line, lambda room: room["pulse"]["state"] == "void")
            assert view["releases"][0]["says"]
            assert (await line.say(kind="answer", block=pulse, choice=choices[0]))["reason"] == "pulse-closed"
        await until(again, lambda room: room["here"] == 6)
        assert (await again.say(kind="do", act="open-pulse"))["reason"] == "asked-before"
        assert (await again.say(kind="do", act="end"))["kind"] == "done"

    in_a_loop(whole())
    folder = next((process.home / "workshops").glob("2*"))
    assert sorted(path.name for path in folder.iterdir()) == ["attendance.json", "parked.json", "plan.json", "pulses.json"]
    assert "a question" not in "".join(path.read_text() for path in folder.iterdir())


def test_nothing_is_printed_or_written_of_who_asked_for_what(process):
    async def whole():
        lead_browser, lead = await console(Shown(process, ""))
        code = (await until(lead, lambda _: True))["code"].replace(" ", "")
        browser, line = await phone(Shown(process, code))
        await Browser(process.port).ask("/nothing-here?what=zzyzx")
        await Browser(process.port).ask("/join", "{")
        await line.socket.write_message("{")
        assert browser.cookies
        assert lead_browser.cookies

    in_a_loop(whole())
    process.process.send_signal(signal.SIGTERM)
    process.process.wait(STARTS_WITHIN)
    assert process.process.stdout.read().strip() == TO_END
    written = "".join(path.read_text() for path in process.home.rglob("*") if path.is_file())
    assert "127.0.0.1" not in written
    assert "zzyzx" not in written


@pytest.mark.parametrize("ended", [False, True])
def test_a_meeting_that_has_begun_and_not_ended_is_kept_and_that_is_said(process, ended):
    async def whole():
        _, lead = await console(Shown(process, ""))
        await lead.begin(LIST)
        if ended:
            assert (await lead.say(kind="do", act="end"))["kind"] == "done"

    in_a_loop(whole())
    process.process.send_signal(signal.SIGINT)
    process.process.wait(STARTS_WITHIN)
    first, *said = process.process.stdout.read().strip().splitlines()
    assert first == TO_END
    kept = "The meeting has not ended: it is kept so that it can go on when you start the room again, and “End the meeting” there ends it."
    assert said == ([] if ended else [kept])
    assert bool(list(process.home.glob("workshops/*/room.json"))) is not ended


def test_each_start_ends_what_nobody_ended_and_clears_what_a_crash_left(process):
    shelf = process.home / "workshops"
    now = next(shelf.glob("2*"))
    process.kill()
    over = shelf / "2026-01-05"
    over.mkdir()
    room = (now / "room.json").read_text("utf-8")
    (over / "room.json").write_text(re.sub(r'"until": [0-9.e+]+', '"until": 1.0', room), "utf-8")
    for folder in (over, now):
        (folder / ".room.json.0a0a0a0a.draft").write_text(room, "utf-8")
    process.start()
    assert sorted(path.name for path in over.iterdir()) == ["attendance.json", "parked.json", "plan.json", "pulses.json"]
    assert sorted(path.name for path in now.iterdir()) == ["room.json"]


def test_a_room_that_is_open_is_not_opened_by_a_second_process(process):
    chosen = ["--home", str(process.home), "--no-browser", "--only-here"]
    second = subprocess.run(
        [sys.executable, "-m", "newsoil.cli", "workshop", *chosen], capture_output=True, text=True, timeout=STARTS_WITHIN, check=False
    )
    assert (second.returncode, second.stdout) == (2, "")
    assert "open already" in second.stderr
    process.kill()
    process.start()
