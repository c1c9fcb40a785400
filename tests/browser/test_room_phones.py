"""The phones of a group and the screen on the wall: real browsers, a real room."""

import re
import signal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import reading, thorough
from newsoil._paths import programme_folder
from newsoil.server.exits import EXITS
from newsoil.workshop.words import read_words
from rooms import HELP, meeting
from test_accessibility import CUT, RULES

SAID = read_words(programme_folder()).words
PHONE = {**SAID["shared"], **SAID["phone"]}
LOOKS = [(390, "light"), (1280, "dark"), thorough(390, "dark"), thorough(1280, "light")]
"""Colours do not depend on the width."""

TOO_SMALL = """() => [...document.querySelectorAll("button, summary, textarea, select, input[type=text], label:has(input)")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def room(home):
    with meeting(home) as server:
        yield server


@pytest.fixture(scope="module")
def waiting(tmp_path_factory):
    """A room in which the meeting has not begun, for tests that only come in."""
    with meeting(tmp_path_factory.mktemp("waiting") / "home") as server:
        yield server


@pytest.fixture
def phone_of(chromium):
    """Opens phones in a room, each with a browser of its own; in the end none has asked another host for anything."""
    open_ones = []

    def opened(server, address=None, **how):
        reader = reading(chromium, server, **{"viewport": {"width": 390, "height": 844}, **how})
        open_ones.append((reader, reader.__enter__()))
        return open_ones[-1][1].page(address=address or server.link)

    yield opened
    elsewhere = [address for _, reader in open_ones for address in reader.elsewhere]
    for reader, _ in open_ones:
        reader.__exit__(None, None, None)
    assert elsewhere == []


def begun(room, kind, company=5):
    room.company(company)
    room.begin()
    room.move(kind)


def heading(page, kind, room):
    block = next(block for block in room.kept["plan"]["block"] if block["kind"] == kind)
    expect(page.locator("h1")).to_have_text(block["question"])


# ---- coming in -------------------------------------------------------------------------------------------------------


def test_a_link_brings_in_and_its_code_does_not_stay_in_the_address(waiting, phone_of):
    page = phone_of(waiting)
    expect(page.locator("h1")).to_have_text(PHONE["waiting-title"])
    assert page.url == waiting.address
    page.reload()
    expect(page.locator("h1")).to_have_text(PHONE["waiting-title"])


def test_a_code_is_typed_in_any_writing_and_a_wrong_one_stays_typed(waiting, phone_of):
    page, code = phone_of(waiting, waiting.address), waiting.kept["code"].lower()
    expect(page.locator("main")).to_contain_text(PHONE["sees"])
    page.fill("#code", "not this")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(SAID["refused"]["wrong-code"])
    expect(page.locator("#code")).to_have_value("not this")
    expect(page.locator("#code")).to_be_focused()
    page.fill("#code", f" {code[:3]}-{code[3:]} ")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(PHONE["waiting-title"])


def test_a_link_with_a_wrong_code_says_so_beside_what_it_was(waiting, phone_of):
    page = phone_of(waiting, f"{waiting.address}#K7M4QX")
    expect(page.get_by_role("alert")).to_have_text(SAID["refused"]["wrong-code"])
    expect(page.locator("#code")).to_have_value("K7M4QX")
    assert page.url == waiting.address


# ---- with the group, or not ------------------------------------------------------------------------------------------


def test_a_phone_that_does_not_follow_stays_where_it_is_also_when_it_loads_again(room, phone_of):
    begun(room, "silent")
    page = phone_of(room)
    heading(page, "silent", room)
    page.get_by_role("switch").uncheck()
    room.move("pairs")
    expect(page.locator(".room-follow")).to_contain_text("The group is at")
    heading(page, "silent", room)
    expect(page.get_by_role("button", name=PHONE["ready"])).to_be_hidden()
    page.reload()
    heading(page, "silent", room)
    page.get_by_role("button", name=PHONE["go-there"]).click()
    heading(page, "pairs", room)
    expect(page.get_by_role("switch")).to_be_checked()


def test_ready_is_counted_and_in_pairs_staying_alone_is_told_to_nobody(room, phone_of):
    begun(room, "silent")
    page = phone_of(room)
    page.get_by_role("button", name=PHONE["ready"]).click()
    assert room.lead({"kind": "longer", "minutes": 2})["ready"] == 1
    expect(page.locator(".room-time")).to_contain_text("About 10 minutes left")
    before = room.move("pairs")
    together, alone = (page.get_by_role("button", name=PHONE[f"pair-{one}"]) for one in ("others", "alone"))
    expect(page.locator(".room-time")).to_contain_text("Turn 1 of 2: about 4 minutes left")
    assert together.bounding_box()["height"] == alone.bounding_box()["height"]
    assert together.bounding_box()["width"] == alone.bounding_box()["width"]
    alone.click()
    expect(page.locator(".room-rules")).to_contain_text(PHONE["alone-told"])
    expect(page.locator(".room-time")).not_to_contain_text("Turn")
    after = room.lead({"kind": "longer", "minutes": 1})
    passing = dict.fromkeys(("time", "changes", "behind", "clock"), 0)
    assert {**after, **passing} == {**before, **passing}


def test_a_parked_note_outlives_a_reload_and_a_server_that_is_killed(room, phone_of):
    begun(room, "silent")
    page = phone_of(room)
    page.get_by_text(PHONE["park-title"]).click()
    page.get_by_label(PHONE["park-label"]).fill("Could we go more slowly? 🌱")
    page.reload()
    field = page.get_by_label(PHONE["park-label"])
    expect(field).to_have_value("Could we go more slowly? 🌱")
    room.stop(signal.SIGKILL)
    page.get_by_role("button", name=PHONE["park-send"]).click()
    expect(page.locator(".room-line")).to_have_text(PHONE["trying"])
    expect(field).to_have_value("Could we go more slowly? 🌱")
    room.start()
    room.company(5)  # phones come back by themselves, but these were none
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".room-more").first).to_contain_text(PHONE["park-in"], timeout=10_000)
    expect(field).to_have_value("")
    assert [note["text"] for note in room.kept["parked"]] == ["Could we go more slowly? 🌱"]


def test_a_field_stays_under_the_finger_while_the_group_moves(room, phone_of):
    begun(room, "silent")
    page = phone_of(room, viewport={"width": 390, "height": 500})
    page.get_by_text(PHONE["park-title"]).click()
    field = page.get_by_label(PHONE["park-label"])
    field.press_sequentially("Half a sen")
    before = field.bounding_box()["y"]
    room.move("pairs")
    heading(page, "pairs", room)
    field.press_sequentially("tence")
    assert abs(field.bounding_box()["y"] - before) < 2
    expect(field).to_have_value("Half a sentence")


def test_a_phone_that_was_taken_out_says_so(room, phone_of):
    begun(room, "silent")
    page = phone_of(room)
    page.get_by_text(PHONE["word-title"]).click()
    page.get_by_role("button", name=re.compile("Ask as (?!somebody)")).click()
    expect(page.get_by_role("button", name=PHONE["word-back"])).to_be_focused()
    (name,) = room.move("pairs")["wanted"]  # a wish is shown with the next block at the latest
    room.lead({"kind": "seat", "seat": name, "to": "remove"})
    expect(page.locator("main")).to_contain_text(SAID["refused"]["removed"])
    page.reload()
    expect(page.locator("main")).to_contain_text(SAID["refused"]["removed"])


# ---- one question to all ---------------------------------------------------------------------------------------------


def test_six_phones_answer_and_all_read_three_words_and_no_number(room, phone_of):
    page, wall = phone_of(room), phone_of(room, room.wall, viewport={"width": 1280, "height": 720})
    begun(room, "pulse", company=5)
    room.lead("open-pulse")
    count = PHONE["count-phones"].format(n=6)
    for one in (page, wall):
        expect(one.get_by_text(count)).to_be_visible()
    room.company(4, "mostly")
    page.get_by_role("button", name=PHONE["pulse-send"]).click()
    expect(page.get_by_role("alert").filter(has_text=PHONE["pulse-choose"])).to_be_visible()
    page.get_by_label("A little").check()
    page.get_by_role("button", name=PHONE["pulse-send"]).click()
    expect(page.locator(".room-pulse")).to_contain_text(PHONE["pulse-in"])
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(page.get_by_text(PHONE["count-phones"].format(n=6))).to_be_visible()
    page.reload()
    expect(page.locator(".room-pulse")).to_contain_text(PHONE["pulse-in"])
    room.company(1, "fully")
    room.lead("close-pulse")
    for one in (page, wall):
        expect(one.locator(".room-release")).to_contain_text("Most people here chose “Safe enough”")
        assert one.locator(".room-bar").all_inner_texts() == ["most", "few or none", "few or none"]
        assert set(re.findall(r"\d", one.locator(".room-release").inner_text())) == {"5"}
    room.move("between")
    expect(page.locator(".room-earlier")).to_contain_text("Most people here chose “Safe enough”")


def test_with_too_few_phones_the_question_is_for_oneself(room, phone_of):
    page = phone_of(room)
    begun(room, "pulse", company=1)
    page.get_by_label("Mostly").check()
    expect(page.locator(".room-pulse")).to_contain_text("Fewer than 5 phones are here")
    expect(page.get_by_role("button", name=PHONE["pulse-send"])).to_have_count(0)


# ---- for everybody ---------------------------------------------------------------------------------------------------


def test_leaving_quickly_shows_nothing_at_once_and_gives_the_seat_back(room, chromium):
    begun(room, "silent")
    with reading(chromium, room) as reader:
        reader.context.route("https://**", lambda route: route.fulfill(body="weather"))
        page = reader.page(address=room.link)
        heading(page, "silent", room)
        page.evaluate("globalThis.seen = () => [...document.body.children].filter((one) => one.checkVisibility()).length")
        assert page.evaluate("seen()") > 0
        page.get_by_text(PHONE["park-title"]).click()
        page.get_by_label(PHONE["park-label"]).fill("A note that was not sent")
        assert page.evaluate("(document.getElementById('leave').click(), [seen(), document.title, sessionStorage.length])") == [0, "", 0]
        page.wait_for_url("https://**")
        assert reader.context.cookies(room.address) == []
        assert reader.elsewhere == [EXITS["weather"]]
        page.goto(room.address)
        expect(page.locator("#code")).to_be_visible()
    assert room.lead({"kind": "longer", "minutes": 1})["connected"] == 0


def test_a_phone_is_used_by_keyboard_alone(room, phone_of):
    begun(room, "silent")
    page, press = phone_of(room, room.address), lambda *keys: [page.keyboard.press(key) for key in keys]
    expect(page.locator("#code")).to_be_visible()
    press("Tab", "Enter", "Tab")  # over the ways at the top
    expect(page.locator("#code")).to_be_focused()
    page.keyboard.type(room.kept["code"])
    press("Enter")
    heading(page, "silent", room)
    page.locator("#help").focus()
    press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text(HELP.name)
    press("Escape")
    expect(page.locator("#help")).to_be_focused()
    press("Tab", "Tab", "Tab", "Space")
    expect(page.get_by_role("switch")).not_to_be_checked()
    press("Tab", "Tab", "Space")
    expect(page.get_by_role("button", name=PHONE["ready"])).to_have_attribute("aria-pressed", "true")
    press("Tab", "Tab", "Enter", "Tab")
    expect(page.get_by_label(PHONE["park-label"])).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_everybody_can_use_the_phone_and_read_the_wall(room, phone_of, width, scheme):
    look = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme}
    join, page = phone_of(room, room.address, **look), phone_of(room, **look)
    wall = phone_of(room, room.wall, viewport={"width": 1280, "height": 720}, color_scheme=scheme)
    expect(wall.locator(".room-big-code")).to_be_visible()
    found = {"join": faults(join), "way in": faults(wall)}
    begun(room, "pairs")
    expect(page.locator(".room-pairs")).to_be_visible()
    for more in page.locator("summary").all():
        more.click()
    found |= {"block": faults(page), "wall": faults(wall)}
    page.locator("#help").click()
    found["help"] = faults(page)
    page.keyboard.press("Escape")
    room.lead({"kind": "move", "block": room.of_kind("pulse")}, "open-pulse")
    expect(page.get_by_role("radio")).to_have_count(5)
    found["pulse"] = faults(page)
    assert {where: what for where, what in found.items() if what} == {}


def faults(page):
    """What axe finds, what is cut, what is too small to press, and whether the page moves sideways."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    said = [f"{one['id']}: {node['html'][:120]}" for one in results for node in one["nodes"]]
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return said + page.evaluate(CUT) + page.evaluate(TOO_SMALL) + (["moves sideways"] if sideways else [])
