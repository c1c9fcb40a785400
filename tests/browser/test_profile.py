"""The browser's own files: it puts pages by, for the way back and for its tabs of last time, and no word of anybody is put by with them."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from canary import Canary, type_into
from chromium import FLAGS
from conftest import Reader, go, thorough
from doors import another_page
from filling import settled
from find_chromium import find
from lab_pages import run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from right_now_pages import NOW, begin, dialog, onward
from servers import running
from test_canary import EXERCISES, TYPED
from test_sealed_notes import DOOR

SAID = read_guide(guide_folder()).words
NOW_OWN, ENCLOSED, SEEN = "own words of “Right now”", "what goes with a shared part", "a passphrase that is looked at"

LEAVING = {
    "quickly": lambda page: (dialog(page).get_by_role("link", name=SAID["shell"]["leave"]).click(), page.wait_for_url("about:blank")),
    "by an address": lambda page: page.goto("about:blank"),
    "by closing": lambda page: None,
}
"""How a page is left, the browser with it."""


@contextmanager
def browsing(chromium, profile):
    """A browser that keeps what it keeps, as a person's own does."""
    context = chromium.browser_type.launch_persistent_context(profile, executable_path=find(), args=FLAGS)
    try:
        yield context
    finally:
        context.close()


def beside_the_exercises(page, canary):
    """Type where a page takes words that are no answer, and leave them there."""
    go(page, "your-notes")
    share = page.locator('[data-part="share"]')
    share.get_by_role("radio").first.check()
    share.get_by_label(SAID["your-notes"]["share-note"]).fill(canary[ENCLOSED])
    page.locator("[data-seal]").click()
    page.get_by_role("button", name=DOOR["seal-begin"]).click()
    secret = page.get_by_label(DOOR["passphrase-new"])
    secret.fill(canary[SEEN])
    page.get_by_role("button", name=DOOR["look"]).first.click()
    expect(secret).to_have_attribute("type", "text")
    begin(page, "urge")
    onward(page)
    onward(page)
    dialog(page).get_by_label(NOW["words"]["own"]).fill(canary[NOW_OWN])


@pytest.mark.parametrize("how", ["quickly", thorough("by closing"), thorough("by an address")])
def test_no_word_is_in_a_file_of_the_browser_however_the_app_is_left(chromium, tmp_path, how):
    canary, profile = Canary([*TYPED, NOW_OWN, ENCLOSED, SEEN]), tmp_path / "profile"
    with running("app", tmp_path / "home") as server, browsing(chromium, profile) as context:
        page = Reader(context, server).open(EXERCISES[0].stage)
        page.evaluate("document.documentElement.dataset.exit = 'blank'")
        typed = set()
        for exercise in EXERCISES:
            if page.locator("main").get_attribute("data-stage") != exercise.stage:
                go(page, exercise.stage)
            typed |= type_into(page, exercise, canary)
            settled(page)
        assert typed == TYPED
        beside_the_exercises(page, canary)
        LEAVING[how](page)
    assert canary.files(profile) == {}


@pytest.mark.thorough
def test_no_word_is_in_a_file_of_the_browser_after_a_notebook_was_open_in_jupyterlab(chromium, tmp_path):
    canary, profile = Canary(TYPED), tmp_path / "profile"
    with running("lab", tmp_path / "home") as server, browsing(chromium, profile) as context:
        page = run_all(Reader(context, server), "01-after-trust-was-hurt.ipynb")
        for exercise in EXERCISES:
            if exercise.stage == "after-trust-was-hurt":
                type_into(page, exercise, canary)
        settled(page)
        page.goto("about:blank")
    assert canary.files(profile) == {}


FIELDS = """<title>x</title><textarea id="bare"></textarea><textarea id="own" autocomplete="off"></textarea><input id="line">
<form autocomplete="off"><textarea id="formed"></textarea></form>"""


def test_a_word_in_a_field_that_says_nothing_of_it_is_found_in_the_files_of_the_browser(chromium, tmp_path):
    """Else the tests above would see nothing either."""
    names = ["bare", "own", "line", "formed"]
    canary, profile = Canary(names), tmp_path / "profile"
    with another_page(FIELDS) as address, browsing(chromium, profile) as context:
        page = context.new_page()
        page.goto(address)
        for name in names:
            page.locator(f"#{name}").fill(canary[name])
        page.goto("about:blank")
    found = set().union(*canary.files(profile).values())
    assert {"bare", "line"} <= found
    assert not found & {"own", "formed"}
