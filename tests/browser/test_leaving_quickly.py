"""Somebody comes in: at once nothing is seen, the browser is elsewhere, and going back shows nothing of the workbook."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import expect

from canary import Canary, holding, own_folders
from conftest import entries, go, reading, ready
from filling import prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Edit, Store, read_settings
from servers import NO_BROWSER, Opening, Server, free_port, reached, running, standing
from test_sealed_notes import PHRASE, SEALED, seal, unseal

SAID = read_guide(guide_folder()).words
LEAVE, OPEN = SAID["shell"]["leave"], SAID["leaving"]["open"]
STAGE, EXERCISE, PROMPT = "after-trust-was-hurt", "journal", "text"
AT = datetime.now().astimezone().isoformat(timespec="seconds")
EDIT = {"page": "p", "seq": 1, "exercise": EXERCISE, "entry": "e", "made_at": AT, "at": AT, "act": "answer", "prompt": PROMPT}
OPAQUE_WITHIN = 100
"""Milliseconds from the click to a page on which nothing can be seen (R-26; ours)."""

LEAVING = """(how) => {
    const begun = performance.now();
    how === "click" ? document.querySelector("header [data-leave]").click()
        : ["Shift", "Shift", "Shift"].forEach((key) => dispatchEvent(new KeyboardEvent("keydown", { key })));
    return [performance.now() - begun, [...document.body.children].filter((one) => one.checkVisibility()).length, document.title];
}"""


def is_left_at_once(page, how):
    """Leave a page, and see that nothing of it could be seen from that moment on."""
    took, seen, title = page.evaluate(LEAVING, how)
    assert (seen, title) == (0, "")
    assert took < OPAQUE_WITHIN
    page.wait_for_url("about:blank")


WITH_WARM_KEYS = f"""(field, [words, how]) => {{
    field.focus();
    field.value = words;
    field.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
    return ({LEAVING})(how);
}}"""
"""The last key and the leaving in one breath."""


@pytest.fixture
def page(reader, app):
    """A page at a stage, whose way out leads to an empty page: tests speak to no other host."""
    page = reader.open(STAGE)
    page.evaluate("document.documentElement.dataset.exit = 'blank'")
    yield page
    page.context.clear_cookies(name=app.cookie("newsoil_left"))


@pytest.mark.parametrize("how", ["click", "keys"])
def test_nothing_is_seen_at_once(page, how):
    is_left_at_once(page, how)


def test_the_first_stop_of_the_keyboard_leaves_too(page):
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    assert first.inner_text() == LEAVE
    first.press("Enter")
    page.wait_for_url("about:blank")


def test_shift_three_times_leaves_and_capital_letters_do_not(page):
    field = prompt_on(page, EXERCISE, PROMPT).locator("textarea")
    field.press_sequentially("MY OWN WORDS, IN CAPITALS")
    for key in ("Shift+A", "Shift+B", "Shift+C", "Shift+D"):
        field.press(key)
    field.press("Shift")
    field.press("Shift")
    field.press("x")
    field.press("Shift")
    expect(field).to_have_value(re.compile("ABCDx"))
    field.press("Shift")
    field.press("Shift")
    page.wait_for_url("about:blank")


def test_what_was_typed_is_kept_and_the_kernel_ends(page, app, home):
    kernels = set(app.kernels())
    prompt_on(page, EXERCISE, PROMPT).locator("textarea").fill("typed in the moment before")
    page.get_by_role("link", name=LEAVE).last.click()
    page.wait_for_url("about:blank")
    reached(lambda: [entry["answers"] for entry in entries(home)] == [{PROMPT: "typed in the moment before"}])
    reached(lambda: len(kernels - set(app.kernels())) == 1)


def test_every_page_that_is_open_in_the_browser_leaves_with_it(page, reader, app, home):
    other = reader.open("after-trust-was-hurt")
    prompt_on(other, "journal", "text").locator("textarea").fill("in another tab")
    page.bring_to_front()
    page.get_by_role("link", name=LEAVE).last.click()
    page.wait_for_url("about:blank")
    other.wait_for_url("about:blank")
    reached(lambda: [entry["answers"] for entry in entries(home)] == [{"text": "in another tab"}])


def test_going_back_and_the_bookmark_show_an_empty_page_until_somebody_opens_it(page, app):
    page.evaluate("location.hash = '#/questions'")
    ready(page, "questions")
    page.get_by_role("link", name=LEAVE).last.click()
    page.wait_for_url("about:blank")
    page.go_back()
    way_back = page.get_by_role("link", name=OPEN)
    expect(way_back).to_be_visible()
    assert page.locator("body").inner_text().split() == [*SAID["leaving"]["left"].split(), OPEN]
    assert page.title() == SAID["leaving"]["left"]
    page.goto(f"http://127.0.0.1:{app.port}/")
    way_back.click()
    ready(page, "questions")


SHOWN = """(() => {
    const note = () => globalThis.seen?.([document.title, document.body?.checkVisibility() ? document.body.innerText : ""].join(" "));
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    (function again() { note(); requestAnimationFrame(again); })();
})()"""
"""Begun before each page: tells `seen` of all that can be seen, from the first moment on."""


@pytest.mark.parametrize("stage", ["", "start"], ids=["by itself", "a page of one's own"])
@pytest.mark.parametrize("told", [True, False], ids=["the server is told", "it is not"])
def test_where_new_soil_opened_the_browser_itself_going_back_shows_nothing_either(chromium, home, told, stage):
    """It opens a file that leads to the app, so for the browser another site asked for the first page, and asks for it again on going back.

    A cookie that is for what this site asks for alone (“Strict”) does not come to the server then, so the page has to look itself.
    """
    with standing(Opening("app", home, free_port(), environment=NO_BROWSER)) as server, reading(chromium, server) as reader:
        seen = []
        page = reader.context.new_page()
        reached((home / "server" / "open.html").exists)
        door = home / "server" / "open.html"
        if stage:
            door = home.parent / "own.html"
            door.write_text(f'<meta http-equiv="refresh" content="0; url={server.address}#/{stage}">')
        page.goto(door.as_uri())
        ready(page, "start")
        go(page, STAGE)
        page.evaluate("document.documentElement.dataset.exit = 'blank'")
        page.get_by_role("link", name=LEAVE).last.click()
        page.wait_for_url("about:blank")
        if not told:
            strict = {"url": f"http://127.0.0.1:{server.port}/", "sameSite": "Strict"}
            reader.context.add_cookies([{"name": server.cookie("newsoil_left"), "value": "1", **strict}])
        page.expose_function("seen", lambda said: seen.append(said))  # noqa: PLW0108 - a method of a list cannot be given
        page.add_init_script(SHOWN)
        page.go_back(wait_until="commit")
        expect(page.get_by_role("link", name=OPEN)).to_be_visible(timeout=20_000)
        page.wait_for_load_state()
        assert {words for said in seen for words in said.split()} <= {*SAID["leaving"]["left"].split(), *OPEN.split()}
        assert seen


@pytest.mark.parametrize(("how", "line"), [("click", "whole"), ("keys", "broken")])
def test_sealed_notes_that_are_left_quickly_keep_the_last_words_and_show_none(chromium, tmp_path, how, line):
    """The kernel has the key until it ends; it ends with its page, after the last words are sealed, and no other one has the key."""
    canary = Canary(["before", "last"])
    folders = own_folders(tmp_path)
    with running("app", tmp_path / "home", NEWSOIL_POOL="0", **folders) as server, reading(chromium, server) as reader:
        page = reader.open("start")
        page.evaluate("document.documentElement.dataset.exit = 'blank'")
        key = seal(page)
        go(page, STAGE)  # so that there is a page to go back to
        field = prompt_on(page, EXERCISE, PROMPT).locator("textarea")
        field.fill(canary["before"])
        settled(page)
        assert len(server.kernels()) == 1
        if line == "broken":  # then the words go the second way (decision 20)
            page.evaluate("WebSocket.prototype.send = () => {}")
        _, seen, title = field.evaluate(WITH_WARM_KEYS, [canary["last"], how])
        assert (seen, title) == (0, "")
        page.wait_for_url("about:blank")
        reached(lambda: not server.kernels())
        assert canary.files(tmp_path) == {}

        page.go_back()
        way_back = page.get_by_role("link", name=OPEN)
        expect(way_back).to_be_visible()
        way_back.click()
        expect(page.get_by_role("heading", name=SEALED)).to_be_visible(timeout=40_000)
        assert canary.heard_in(page.content()) == set()
        unseal(page)
        go(page, STAGE)
        expect(prompt_on(page, EXERCISE, PROMPT).locator("textarea")).to_have_value(canary["last"])
        server.stop()
    assert canary.files(tmp_path) == {}
    assert [holding(tmp_path, secret) for secret in (PHRASE, key)] == [[], []]
    store = Store(tmp_path / "home")
    store.unseal(PHRASE)
    assert [entry.answers for entry in store.load().entries] == [{PROMPT: canary["last"]}]


def test_before_the_first_use_a_page_says_what_leaving_does_and_that_the_history_stays(chromium, home):
    """With `--home` too: that is how a second person on one computer begins."""
    with standing(Server("app", home, free_port(), told=False)) as server, reading(chromium, server) as reader:
        page = reader.page()
        page.get_by_role("dialog").get_by_role("button", name=SAID["keeping"]["here"]).click(timeout=20_000)
        told = page.get_by_role("dialog")
        expect(told).to_contain_text(SAID["leaving"]["history"])
        expect(told).to_contain_text("For a day,")
        told.get_by_role("button").click()
        expect(told).to_be_hidden()
        ready(page, "start")
        reached(lambda: read_settings(Store(home).folder).told)
        page.reload()
        ready(page, "start")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_whoever_has_notes_here_already_is_told_and_not_asked(chromium, home):
    Store(home).record(Edit(**EDIT, value="begun in JupyterLab"))
    with standing(Server("app", home, free_port(), told=False)) as server, reading(chromium, server) as reader:
        page = reader.page(STAGE)
        expect(page.locator("#ns-leaving")).to_contain_text(SAID["leaving"]["history"], timeout=20_000)
        expect(page.locator("#ns-keep")).to_be_hidden()
        page.locator("#ns-leaving button").click()
        ready(page, STAGE)
        expect(prompt_on(page, EXERCISE, PROMPT).locator("textarea")).to_have_value("begun in JupyterLab")
        reached(lambda: read_settings(Store(home).folder).told)
