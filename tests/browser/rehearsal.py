"""A whole meeting as it is held: eight phones, the screen and the console in real browsers, without the internet, its time compressed.

`make rehearsal` goes through every block of the first plan, answers, parks and asks as people do, ends the meeting, and lists what is left
on the disk. It fails where a page asks any other host, says something in its console, or where anything is left that is not meant to be.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from chromium import FLAGS
from find_chromium import find
from newsoil._paths import programme_folder
from newsoil.workshop.support_list import SupportList, keep_list
from newsoil.workshop.traces import LEFT
from newsoil.workshop.words import read_words

WORDS = read_words(programme_folder()).words
PHONES = 8
QUESTION = "How long is the break?"

LIST = {
    "place": "Here",
    "line": [{"name": "A place that helps", "kind": "directory", "number": "0123 456", "source": "https://example.org/"}],
}


class Seen:
    """What pages asked for and complained of."""

    def __init__(self) -> None:
        self.elsewhere: Counter[str] = Counter()
        self.said: list[str] = []
        self.answers = 0

    def watch(self, context: BrowserContext, port: int) -> None:
        """Look at every request and every complaint of this browser."""
        own = (f"http://127.0.0.1:{port}", f"ws://127.0.0.1:{port}", "data:", "blob:", "about:")
        context.on("request", lambda request: None if request.url.startswith(own) else self.elsewhere.update([request.url]))
        context.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: self.said.append(str(error.error)))


@contextmanager
def room(home: Path, port: int) -> Iterator[str]:
    """A room as a facilitator starts it; the address of its console."""
    command = [sys.executable, "-m", "newsoil.cli", "workshop", "--home", str(home), "--port", str(port), "--no-browser", "--only-here"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        yield process.stdout.readline().split(": ", 1)[1].strip()
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        process.stdout.close()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Rehearsal:
    """One meeting, and everybody in it."""

    def __init__(self, browser: Browser, lead: str, port: int, seen: Seen) -> None:
        self.browser, self.port, self.seen = browser, port, seen
        self.console = self._opened(1280, lead)
        self.heading = self.console.get_by_role("heading", level=1)
        self.phones: list[Page] = []
        self.screen: Page | None = None

    def _opened(self, width: int, address: str) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 844 if width < 500 else 800}, locale="en-GB", reduced_motion="reduce"
        )
        self.seen.watch(context, self.port)
        page = context.new_page()
        page.goto(address)
        return page

    def press(self, name: str, page: Page | None = None) -> None:
        """Press a button of the console, or of another page."""
        (page or self.console).get_by_role("button", name=name, exact=True).first.click()

    def unfold(self, title: str, page: Page) -> None:
        """Open a part of a page that is folded."""
        page.locator("summary", has_text=title).click()

    def begin(self) -> None:
        """See to everything, let everybody in, and begin."""
        words = WORDS["console"]
        for says in WORDS["checks"].values():
            self.console.get_by_label(" ".join(says.split())).check()
        code = self.console.locator("[data-code]").first.inner_text().replace(" ", "")
        with self.console.expect_popup() as popup:
            self.console.get_by_role("link", name=words["open-wall"]).click()
        self.screen = popup.value
        for _ in range(PHONES):
            self.phones.append(self._opened(390, f"http://127.0.0.1:{self.port}/#{code}"))
        for page in self.phones:
            expect(page.get_by_role("heading", name=WORDS["phone"]["waiting-title"])).to_be_visible()
        expect(self.console.get_by_text(words["joined-many"].format(n=PHONES)).first).to_be_visible()
        self.press(words["start"])

    def block(self, block: dict) -> None:
        """Be in one block: everybody sees it, and does what people do in it."""
        shown = block["question"] or block["title"]
        for page in (*self.phones, self.screen):
            expect(page.get_by_role("heading", name=shown, exact=True).first).to_be_visible()
        if block["kind"] == "silent":
            self.say_ready()
        if block["kind"] == "pulse":
            self.ask(block["pulse"])

    def say_ready(self) -> None:
        """Five are ready, and one wants more time."""
        for page in self.phones[:5]:
            self.press(WORDS["phone"]["ready"], page)
        self.press(WORDS["phone"]["more"], self.phones[5])
        expect(self.console.locator("[data-ready]")).to_have_text("5")
        expect(self.console.locator("[data-more]")).to_have_text("1")

    def ask(self, pulse: dict) -> None:
        """A question to the group: everybody answers, and hears three words."""
        self.press(WORDS["console"]["pulse-open"])
        for number, page in enumerate(self.phones):
            page.get_by_label(pulse["choices"][0 if number else 1]["says"], exact=True).check()
            self.press(WORDS["phone"]["pulse-send"], page)
            expect(page.get_by_text(WORDS["phone"]["pulse-in"])).to_be_visible()
        expect(self.console.get_by_text(WORDS["console"]["answered-many"].format(n=PHONES))).to_be_visible()
        self.press(WORDS["console"]["pulse-close"])
        band = next(one["says"] for one in pulse["bands"] if one["id"] == pulse["choices"][0]["band"])
        for page in (*self.phones, self.screen, self.console):
            expect(page.get_by_text(WORDS["pulse"]["most-of"].format(band)).first).to_be_visible()

    def park(self) -> None:
        """Somebody puts a question into the parking lot, and another asks for a word."""
        self.unfold(WORDS["phone"]["park-title"], self.phones[2])
        self.unfold(WORDS["phone"]["word-title"], self.phones[3])
        field = self.phones[2].get_by_label(WORDS["phone"]["park-label"], exact=True)
        field.fill(QUESTION)
        self.press(WORDS["phone"]["park-send"], self.phones[2])
        expect(self.phones[2].get_by_text(WORDS["phone"]["park-in"])).to_be_visible()
        self.press(WORDS["phone"]["word-as-somebody"], self.phones[3])
        expect(self.phones[3].get_by_role("button", name=WORDS["phone"]["word-back"])).to_be_visible()
        expect(self.console.get_by_text(QUESTION)).to_have_count(0)

    def find(self) -> None:
        """The group has moved on, and the console shows what was parked."""
        expect(self.console.get_by_text(QUESTION)).to_be_visible()
        expect(self.console.get_by_text(WORDS["console"]["unnamed-one"])).to_be_visible()

    def drop(self) -> None:
        """One phone loses its network, another is loaded anew; both are back without joining again."""
        self.phones[6].context.set_offline(True)
        self.phones[7].reload()
        self.phones[6].context.set_offline(False)
        for page in self.phones[6:]:
            expect(page.get_by_text(WORDS["shared"]["connected"], exact=True)).to_be_visible()

    def pause(self) -> None:
        """The whole group has a pause, and goes on."""
        self.press(WORDS["console"]["pause-group"])
        for page in (*self.phones, self.screen):
            expect(page.get_by_text(WORDS["shared"]["paused"]).first).to_be_visible()
        self.press(WORDS["console"]["go-on"])

    def end(self) -> None:
        """End the meeting."""
        self.press(WORDS["console"]["keep-note"])
        self.press(WORDS["console"]["end-meeting"])
        self.press(WORDS["console"]["end-now"])
        for page in (*self.phones, self.screen):
            expect(page.get_by_role("heading", name=WORDS["shared"]["over-title"])).to_be_visible()


def hold(lead: str, port: int, home: Path, seen: Seen) -> dict:
    """Hold the meeting; what was in its plan."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        one = Rehearsal(browser, lead, port, seen)
        one.begin()
        plan = json.loads(next((home / "workshops").glob("2*/room.json")).read_text("utf-8"))["plan"]
        for place, block in enumerate(plan["block"]):
            if place:
                one.press(WORDS["console"]["move-to"].format(title=block["title"]))
            one.block(block)
            for act in {2: [one.park], 3: [one.find, one.drop], 5: [one.pause]}.get(place, []):
                act()
        one.end()
        browser.close()
    return plan


def main() -> None:
    """Hold a meeting, and say what became of it."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    seen, port = Seen(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        keep_list(home / "workshops", msgspec.convert({**LIST, "checked_on": datetime.now(UTC).date()}, SupportList))
        began = time.monotonic()
        with room(home, port) as lead:
            plan = hold(lead, port, home, seen)
        took = time.monotonic() - began
        left = {path.name: path for path in home.glob("workshops/2*/*")}
        print(f"“{plan['title']}”: {plan['minutes']} minutes in {took:.0f} s, {len(plan['block'])} blocks.")
        print(f"{PHONES} phones, the screen and the console, each in a browser of its own.")
        print(f"Requests to other hosts: {sum(seen.elsewhere.values())}. Complaints of pages: {len(seen.said)}.")
        print("Left on the disk:", *sorted(f"  {name}: {path.stat().st_size} bytes" for name, path in left.items()), sep="\n")
        if seen.elsewhere or seen.said or set(left) != set(LEFT):
            sys.exit(f"It went wrong: {dict(seen.elsewhere)} {seen.said} {sorted(set(left) ^ set(LEFT))}")


if __name__ == "__main__":
    main()
