"""The facilitator's console, in a real browser: from an empty list of help to the four files that a meeting leaves."""

import asyncio
import json
import re
import threading
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from benchmarks.room_client import Browser
from playwright.sync_api import expect

from newsoil.workshop.traces import LEFT
from rooms import CHECKS, SETTLED, RoomProcess
from servers import free_port, standing

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

TOO_SMALL = """() => [...document.querySelectorAll("button, summary, select, textarea, input[type=text], label:has(input[type=checkbox])")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
    .map((one) => `${one.tagName} “${one.innerText.slice(0, 30)}” ${one.getBoundingClientRect().height}`)"""

SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"

NOTE = "Could we have a slower pace in pairs?"


class Phones:
    """A few phones in a thread of their own; they keep their connections until the end."""

    def __init__(self, port, code, number):
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.lines = [self._do(self._join(port, code)) for _ in range(number)]

    @staticmethod
    async def _join(port, code):
        return await (await Browser.joined(port, code)).line("phone")

    def says(self, phone, **message):
        return self._do(self.lines[phone].say(**message))

    def hears(self, phone, fits):
        return self._do(self.lines[phone].until(fits))

    def leave(self):
        for line in self.lines:
            self._loop.call_soon_threadsafe(line.socket.close)
        self._loop.call_soon_threadsafe(self._loop.call_later, 0.2, self._loop.stop)

    def _do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)


@pytest.fixture
def room(home):
    with standing(RoomProcess("workshop", home, free_port(), options=["--only-here"])) as server:
        yield server


@pytest.fixture
def lead(chromium, room):
    """Opens consoles, each in a browser of its own; they ask nobody but the room, and nothing goes wrong in them."""
    asked, errors, contexts = [], [], []

    def opened(**how):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **how})
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        context.on("weberror", lambda error: errors.append(str(error.error)))
        context.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page = context.new_page()
        page.goto(f"{room.address}lead#{room.kept['keys']['facilitator']}")
        page.wait_for_selector(".con-top")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [one for one in asked if not one.startswith((f"http://127.0.0.1:{room.port}/", "data:"))] == []
    assert [one for one in errors if "ERR_CONNECTION_REFUSED" not in one] == []


def fill_in_the_list(page):
    page.get_by_label("Town or district").fill("Riverside")
    page.get_by_label("When someone is in danger now").fill("Call 112. The side door leads to the yard.")
    page.get_by_label("Name", exact=True).fill("A place here")
    page.get_by_label("Number or web page").fill("(020) 555-0100")
    page.get_by_label("I checked these today").check()
    page.get_by_role("button", name="Save the list").click()


@contextmanager
def begun(page, room, phones=0):
    """A meeting that has begun, with so many phones."""
    fill_in_the_list(page)
    expect(page.get_by_text("The list is saved.")).to_be_visible()
    for says in CHECKS.values():
        page.get_by_label(" ".join(says.split())).check()
    page.get_by_role("button", name="Start the meeting").click()
    expect(page.get_by_role("heading", name="Arriving")).to_be_visible()
    here = Phones(room.port, page.locator(".con-facts dd").last.inner_text(), phones)
    try:
        yield here
    finally:
        here.leave()


def faults(page):
    """What axe finds, what is too small to press, and what goes beyond the window, in both themes at two widths."""
    found = []
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "dark"), (390, "light")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.evaluate("scrollTo(0, 0)")  # what stays at the top covers nothing then
        broken = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
        found += [(width, scheme, one["id"], [node["html"][:120] for node in one["nodes"]]) for one in broken]
        found += [(width, scheme, one) for one in page.evaluate(TOO_SMALL)]
    page.set_viewport_size({"width": 360, "height": 800})
    found += [(360, "goes sideways")] if page.evaluate(SIDEWAYS) > 0 else []
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_without_a_list_of_help_nothing_begins(lead, room):
    page = lead()
    assert "#" not in page.url
    start = page.get_by_role("button", name="Start the meeting")
    expect(start).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#start-why")).to_contain_text("There is no local list of help yet")
    page.get_by_role("button", name="Save the list").click()
    expect(page.locator(".con-wrong")).to_be_focused()
    page.get_by_label("Name", exact=True).fill("A place here")
    page.get_by_label("Number or web page").fill("by the river")
    page.get_by_role("button", name="Save the list").click()
    expect(page.locator(".con-wrong")).to_contain_text("Write a phone number or a web page for “A place here”")
    fill_in_the_list(page)
    expect(page.locator("#start-why")).to_have_text("7 lines of “Before you begin” are still open.")
    for says in CHECKS.values():
        page.get_by_label(" ".join(says.split())).check()
    expect(start).not_to_have_attribute("aria-disabled", "true")
    expect(page.locator(".con-list a[href^='tel:']")).to_have_text("020 555-0100")
    assert 'number = "020 555-0100"' in (room.home / "workshops" / "support.toml").read_text()


def test_a_whole_meeting_leaves_four_files_and_nothing_else(lead, room):
    page = lead()
    before = faults(page)
    with begun(page, room, phones=5) as phones:
        expect(page.locator(".con-where")).to_contain_text("5 joined")
        phones.says(0, kind="park", note="note-0001", text=NOTE)
        phones.says(1, kind="park", note="note-0002", text="Another note.")
        phones.says(2, kind="word", word="somebody")
        phones.says(3, kind="word", word="named")
        expect(page.locator(".con-lot li")).to_have_count(0)
        expect(page.locator(".con-words")).to_be_hidden()
        page.wait_for_timeout(SETTLED)
        page.get_by_role("button", name="Move the group to “Welcome”").click()
        expect(page.locator(".con-says")).to_contain_text("There is a new note in the parking lot. Someone would like a word at the break.")
        kept = page.locator(".con-lot li", has_text=NOTE)
        kept.get_by_role("button", name="Keep").click()
        page.locator(".con-lot li", has_text="Another").get_by_role("button", name="Talked about").click()
        expect(page.locator(".con-lot li", has_text="Another").get_by_role("button", name="Talked about")).to_have_attribute(
            "aria-pressed", "true"
        )
        page.get_by_text("2 people would like a word at the break").click()
        expect(page.locator(".con-words h2")).to_be_focused()
        page.locator("summary", has_text="Who came").click()
        page.get_by_label("Initials or a nickname").fill("M. K.")
        page.keyboard.press("Enter")
        page.get_by_label("How M. K. came").select_option("late")
        page.locator("summary", has_text="Seats").click()
        running = faults(page)
        page.get_by_role("button", name=re.compile("^Heard")).click()
        expect(page.get_by_role("button", name=re.compile("^Heard"))).to_have_count(0)
        code = page.locator(".con-facts dd").last.inner_text()
        page.locator(".con-seats li").first.get_by_role("button", name=re.compile("^Remove")).click()
        page.get_by_role("button", name="Remove, and change the code").click()
        expect(page.locator(".con-seats li")).to_have_count(4)
        expect(page.locator(".con-facts dd").last).not_to_have_text(code)
        page.get_by_role("button", name="End the meeting").click()
        expect(page.get_by_role("button", name="Go on with the meeting")).to_be_focused()
        page.get_by_role("button", name="End it now").click()
        expect(page.get_by_role("heading", name="The meeting is over")).to_be_visible()
        expect(page.get_by_text("one note of the parking lot, without a name")).to_be_visible()
        over = faults(page)
    assert (before, running, over) == ([], [], [])
    assert sorted(path.name for path in room.home.glob("workshops/*/*")) == sorted(LEFT)
    folder = next(room.home.glob("workshops/*/"))
    assert json.loads((folder / "parked.json").read_text())["notes"] == [NOTE]
    assert json.loads((folder / "attendance.json").read_text())["people"] == [{"who": "M. K.", "came": "late"}]


def test_a_second_console_sees_the_same_and_nobody_loses_what_they_type(lead, room):
    page, second = lead(), lead(viewport={"width": 360, "height": 740})
    second.get_by_label("Town or district").fill("Not yet saved")
    with begun(page, room, phones=5) as phones:
        expect(second.locator(".con-block h2")).to_have_text("Arriving")
        page.locator("summary", has_text="Who came").click()
        page.get_by_label("Initials or a nickname").fill("Half a na")
        second.wait_for_timeout(SETTLED)
        second.get_by_role("button", name="Move the group to “Welcome”").click()
        expect(page.locator(".con-block h2")).to_have_text("Welcome")
        expect(page.locator(".con-plan [aria-current=step]")).to_contain_text("Welcome")
        expect(page.get_by_label("Initials or a nickname")).to_be_focused()
        expect(page.get_by_label("Initials or a nickname")).to_have_value("Half a na")
        assert second.get_by_label("Town or district").input_value() == "Not yet saved"
        pulse = page.locator(".con-plan li", has_text="Pulse").get_by_role("button")
        pulse.click()
        page.locator("dialog").get_by_role("button", name=re.compile("Move the group")).click()
        page.get_by_role("button", name="Open the question").click()
        choice = phones.hears(0, lambda view: view["pulse"]["state"] == "open")["pulse"]["choices"][0]
        for phone in range(5):
            assert phones.says(phone, kind="answer", block="pulse", choice=choice["id"])["kind"] == "done"
        expect(second.get_by_text("5 answered")).to_be_visible()
        second.wait_for_timeout(SETTLED)
        second.get_by_role("button", name="Close the question").click()
        expect(page.locator(".con-results")).to_contain_text("Most people here chose")


def test_other_addresses_close_every_console_but_the_one_that_asked(chromium, lead, room):
    page, second = lead(), chromium.new_context().new_page()  # what is refused to the second is said in its browser, as it has to be
    second.goto(f"{room.address}lead#{room.kept['keys']['facilitator']}")
    expect(second.get_by_role("heading", name="Starting safely")).to_be_visible()
    page.locator("summary", has_text="A second facilitator").click()
    before = page.locator(".con-address", has_text="lead#").inner_text()
    page.get_by_role("button", name="Change these addresses").click()
    page.get_by_role("dialog").get_by_role("button", name="Change them").click()
    expect(second.get_by_role("heading", name="The console", exact=True)).to_be_visible()
    second.context.close()
    page.locator("summary", has_text="A second facilitator").click()
    expect(page.locator(".con-address", has_text="lead#")).not_to_have_text(before)
    expect(page.locator(".con-where")).to_contain_text("0 joined")


def test_the_card_for_when_someone_is_upset_is_one_key_away(lead, room):
    page = lead()
    with begun(page, room):
        page.locator(".con-next").focus()
        page.keyboard.press("u")
        card = page.get_by_role("dialog", name="If someone is upset")
        expect(card).to_be_visible()
        expect(card).to_contain_text("The side door leads to the yard.")
        assert faults(page) == []
        page.keyboard.press("n")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(card.get_by_role("button", name="Pause the group")).to_be_focused()
        page.keyboard.press("Enter")
        expect(card.get_by_role("button", name="Go on together")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(".con-next")).to_be_focused()
        expect(page.get_by_text("The group is paused. The time stands still")).to_be_visible()
        expect(page.locator(".con-block h2")).to_have_text("Arriving")
        page.locator("summary", has_text="Keys").click()
        page.get_by_label("Single keys are on").uncheck()
        page.locator(".con-next").focus()
        page.keyboard.press("p")
        page.get_by_role("button", name="Someone is upset").click()
        expect(card.get_by_role("button", name="Go on together")).to_be_visible()
        page.evaluate("document.documentElement.dataset.printing = 'care'")
        page.emulate_media(media="print")
        assert [card.is_visible(), page.locator(".con-whole").is_visible(), card.get_by_role("button").first.is_visible()] == [
            True,
            False,
            False,
        ]


def test_what_is_pressed_while_the_room_is_away_is_done_when_it_is_back(lead, room):
    page = lead()
    with begun(page, room):
        room.stop()
        expect(page.get_by_text("The connection to the room is gone for the moment")).to_be_visible()
        page.get_by_role("button", name="Pause the group").click()
        room.start()
        page.evaluate("dispatchEvent(new Event('online'))")  # else it tries again by itself, a little later
        expect(page.get_by_text("The group is paused. The time stands still")).to_be_visible(timeout=12_000)
        expect(page.get_by_text("The connection to the room is gone for the moment")).to_have_count(0)


def test_without_a_key_the_page_says_where_to_find_it(chromium, room):
    page = chromium.new_page()
    page.goto(f"http://127.0.0.1:{room.port}/lead#wrong")
    expect(page.get_by_text("This address does not fit the room")).to_be_visible()
    expect(page.get_by_text("Your console")).to_be_visible()
    assert page.url.endswith("/lead")
    page.close()
