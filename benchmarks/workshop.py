"""How a room bears a group, a crowd, and people who come and go: `make bench-room`, or `python -m benchmarks.workshop`.

The room runs as a facilitator starts it, in a process of its own; phones are connections without a screen, but for one that is a real
page. It writes `WORKSHOP.md`.
"""

import argparse
import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.__main__ import chromium
from benchmarks.processes import proportional_memory, tree
from benchmarks.room_client import Browser, Connection
from newsoil._paths import programme_folder
from newsoil.workshop.words import read_words

OUT = Path(__file__).parent / "WORKSHOP.md"

GROUP, CROWD, PASSING = 25, 300, 1000
"""Phones of a large group; of a lecture; people who come and go."""

MOVES = 24
"""Times that the crowd is moved."""

TOGETHER = 50
"""Phones that join at the same time."""

BODY = {
    "place": "Here",
    "checked_on": None,
    "line": [{"name": "A place", "kind": "directory", "number": "0123", "source": "https://example.org/"}],
}


@dataclass
class Figure:
    """One figure, and what it has to be."""

    what: str
    measured: float
    unit: str
    most: float

    def row(self) -> str:
        """Its line of the table."""
        reached = "yes" if self.measured <= self.most else "no"
        return f"| {self.what} | {self.measured:.3g} {self.unit} | ≤ {self.most:g} {self.unit} | {reached} |"


@dataclass
class Room:
    """A room that runs, and its console."""

    port: int
    home: Path
    process: subprocess.Popen[str]
    key: str
    browser: Browser = field(init=False)
    lead: Connection = field(init=False)
    code: str = field(init=False)

    async def open(self) -> None:
        """Begin the meeting."""
        self.browser = Browser(self.port)
        await self.browser.ask("/enter", {"key": self.key})
        self.lead = await self.browser.line("console")
        self.code = str((await self.lead.until(lambda _: True))["code"]).replace(" ", "")
        await self.lead.begin(BODY | {"checked_on": f"{datetime.now(UTC):%Y-%m-%d}"})

    async def phones(self, number: int) -> list[tuple[Browser, Connection]]:
        """So many phones that have joined, a few at a time as in a room."""
        found: list[tuple[Browser, Connection]] = []
        while len(found) < number:
            found += await asyncio.gather(*(self._phone() for _ in range(min(TOGETHER, number - len(found)))))
        return found

    async def _phone(self) -> tuple[Browser, Connection]:
        browser = await Browser.joined(self.port, self.code)
        return browser, await browser.line("phone")

    @property
    def memory(self) -> float:
        """Megabytes of everything that it runs."""
        return proportional_memory(tree(self.process.pid, "no mark at all")) / 1e6


@contextlib.contextmanager
def room() -> Iterator[Room]:
    """A room in an empty home, as `newsoil workshop` opens it."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [sys.executable, "-m", "newsoil.cli", "workshop", "--home", folder, "--port", str(port), "--no-browser", "--only-here"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        assert process.stdout is not None
        try:
            yield Room(port, Path(folder), process, process.stdout.readline().strip().rsplit("#", 1)[1])
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)
            process.stdout.close()


async def group(one: Room) -> list[Figure]:
    """A large group: what it takes of the laptop."""
    await one.open()
    here = await one.phones(GROUP)
    await asyncio.gather(*(line.say(kind="pace", block=one.lead.room["block"]["id"], pace="ready") for _, line in here))
    await one.lead.until(lambda room: room["ready"] == GROUP)
    return [Figure(f"{GROUP} phones on one laptop, all memory of the room", one.memory, "MB", 300)]


async def crowd(one: Room) -> list[Figure]:
    """A crowd that follows: how long after the press the last of a hundred have heard."""
    await one.open()
    here = await one.phones(CROWD)
    blocks = [block["id"] for block in one.lead.room["blocks"]]
    heard: list[float] = []
    for number in range(MOVES):
        to = blocks[1 + number % (len(blocks) - 1)]
        if to == one.lead.room["block"]["id"]:
            continue
        began = time.perf_counter()
        following = [asyncio.ensure_future(_follows(line, to, began)) for _, line in here]
        await one.lead.say(kind="move", block=to)
        heard += await asyncio.gather(*following)
    await one.lead.until(lambda room: room["here"] == CROWD)
    return [
        Figure(f"{CROWD} phones follow the group, 99 of 100 within", sorted(heard)[int(len(heard) * 0.99)], "s", 2),
        Figure(f"… the slowest of {len(heard)}", max(heard), "s", 5),
        Figure(f"{CROWD} phones, all memory of the room", one.memory, "MB", 600),
    ]


async def _follows(line: Connection, to: str, began: float) -> float:
    await line.until(lambda room: room["block"]["id"] == to)
    return time.perf_counter() - began


async def coming_and_going(one: Room) -> list[Figure]:
    """People who come and go while six stay, have said that they are ready, answered, and parked a note: how much of it is lost."""
    await one.open()
    stay = await one.phones(6)
    pulse = next(block["id"] for block in one.lead.room["blocks"] if block["kind"] == "pulse")
    await one.lead.say(kind="move", block=pulse)
    await one.lead.until(lambda room: room["pulse"]["state"] == "can")
    choice = one.lead.room["pulse"]["choices"][0]["id"]
    await one.lead.say(kind="do", act="open-pulse")
    for number, (_, line) in enumerate(stay):
        await line.say(kind="pace", block=pulse, pace="ready")
        await line.say(kind="answer", block=pulse, choice=choice)
        await line.say(kind="park", note=f"note-000000{number}", text=f"question {number}")
    for _ in range(PASSING // TOGETHER):
        passing = await one.phones(TOGETHER)
        await asyncio.gather(*(browser.ask("/leave", {}) for browser, _ in passing))
    room = await (await one.browser.line("console")).until(lambda room: room["here"] == len(stay))
    await one.lead.say(kind="move", block=room["blocks"][0]["id"])  # then notes are shown, which are held back for a while
    notes = (await one.lead.until(lambda room: room["place"] == 0))["parked"]
    lost = [len(stay) - room["ready"], len(stay) - room["pulse"]["answered"], len(stay) - len(notes)]
    await one.lead.say(kind="do", act="end")
    left = {path.name for path in one.home.rglob("*") if path.is_file()}
    more = left - {"attendance.json", "parked.json", "plan.json", "pulses.json", "support.toml", ".lock"}
    return [
        Figure(f"{PASSING} join and leave: ready, answers and notes that are lost", sum(lost), "", 0),
        Figure("… files that are left after the end, beside those that are meant to be", len(more), "", 0),
    ]


def page(one: Room, executable: str) -> list[Figure]:
    """A real page, the twenty-fifth to join: from the press to a page that can be used, in seconds."""
    from playwright.sync_api import sync_playwright

    found = read_words(programme_folder()).words
    words = found["phone"] | found["shared"]
    asyncio.run(_fill(one))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 390, "height": 844})
        shown.goto(f"http://127.0.0.1:{one.port}/")
        shown.get_by_role("textbox").first.fill(one.code)
        began = time.perf_counter()
        shown.get_by_role("textbox").first.press("Enter")
        shown.get_by_role("switch", name=words["follow"]).wait_for()
        shown.get_by_text(words["connected"], exact=True).wait_for()
        usable = time.perf_counter() - began
        browser.close()
    return [Figure(f"phone {GROUP} has joined and can use its page within", usable, "s", 2)]


async def _fill(one: Room) -> None:
    await one.open()
    await one.phones(GROUP - 1)


def _measured(what: Any) -> list[Figure]:
    with room() as one:
        found = what(one)
        return asyncio.run(found) if isinstance(found, Awaitable) else found  # type: ignore[arg-type] # it is a coroutine


def report(figures: list[Figure]) -> str:
    """The page of results."""
    head = "| what | measured | must | reached |\n| --- | ---: | ---: | --- |"
    rows = "\n".join(one.row() for one in figures)
    when = f"{datetime.now(UTC):%-d %B %Y, %H:%M} UTC, {os.cpu_count()} cores, Python {sys.version.split()[0]}, all on the loopback."
    return (
        "# The room under load\n\nWritten by `python -m benchmarks.workshop`. Phones are connections of one process beside the\n"
        f"room’s, on the same cores, so both together are slower than either would be alone.\n\n* {when}\n\n{head}\n{rows}\n"
    )


def main() -> None:
    """Measure everything, and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    executable = chromium()
    figures = [*_measured(group), *_measured(lambda one: page(one, executable)), *_measured(crowd), *_measured(coming_and_going)]
    for one in figures:
        print(one.row())
    options.out.write_text(report(figures), "utf-8")


if __name__ == "__main__":
    main()
