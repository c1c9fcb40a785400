"""The line to the disk falls silent, breaks, or leads to a disk that takes nothing: the person is told, and no word is lost."""

import os
import re
import resource
import shutil
import sys
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from conftest import entries, go, reading
from filling import exercise_on, prompt_on, says_saved, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from proxy import between
from servers import reached, running

STOCK = os.environ.get("NEWSOIL_FRONT") == "stock"
SAID = {name: words for group in ("save", "shell") for name, words in read_guide(guide_folder()).words[group].items()}
STAGE, EXERCISE, PROMPT = "signs-in-me", "one-good-decision", "decision"
TOLD_WITHIN = 5_500
"""Milliseconds from the last key to the word that it is not on disk; five seconds, and a little for a busy machine."""
BACK_WITHIN = 60
"""Seconds until the page has found a way to the disk again: a browser waits a while between two attempts."""


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """One app for all; every test leaves it running, with one note that is in progress. Every kernel of it is one of a page."""
    with running("app", tmp_path_factory.mktemp("line") / "home", NEWSOIL_POOL="0") as server:
        yield server


@pytest.fixture
def home(app):
    return app.home


@pytest.fixture
def line(app):
    with between(app.port) as proxy:
        yield proxy


@pytest.fixture
def page(chromium, app, line):
    """A page on which one word is saved already."""
    with reading(chromium, app, line.port, permissions=["clipboard-read", "clipboard-write"]) as reader:
        page = reader.open(STAGE)
        field(page).fill("before")
        says_saved(page, EXERCISE, PROMPT)
        settled(page)
        yield page
        page.close(run_before_unload=True)


def field(page):
    return prompt_on(page, EXERCISE, PROMPT).locator("textarea")


def type_on(page, words):
    field(page).press("End")
    field(page).press_sequentially(words)


def told_not_saved(page):
    """The page says beside the words that they are not saved, and has not touched them."""
    alert = exercise_on(page, EXERCISE).get_by_role("alert").filter(has_text=SAID["not-saved"])
    expect(alert).to_be_visible(timeout=TOLD_WITHIN)
    expect(alert).to_contain_text(SAID["keep-open"])
    return alert


def on_disk(home, words, within=BACK_WITHIN):
    """Wait until the one note that is in progress holds these words."""
    reached(
        lambda: (
            [entry["answers"].get(PROMPT) for entry in entries(home) if entry["exercise"] == EXERCISE and entry["status"] == "draft"]
            == [words]
        ),
        within,
    )


def goes_on(page, home, words):
    """What is typed from now on is saved as ever, and nothing says that it is not."""
    settled(page)
    expect(exercise_on(page, EXERCISE).get_by_text(SAID["not-saved"])).to_have_count(0)
    expect(field(page)).to_have_value(words)
    type_on(page, " and after")
    on_disk(home, f"{words} and after")
    settled(page)
    expect(exercise_on(page, EXERCISE).get_by_text(SAID["not-saved"])).to_have_count(0)


def test_words_typed_while_the_line_is_silent_are_said_to_be_unsaved_and_saved_when_it_is_back(page, line, home):
    line.freeze()
    type_on(page, " silence")
    told_not_saved(page)
    expect(page.locator("#ns-line")).to_contain_text(SAID["lost"])
    type_on(page, " and more")
    expect(field(page)).to_have_value("before silence and more")
    on_disk(home, "before")
    line.thaw()
    on_disk(home, "before silence and more")
    goes_on(page, home, "before silence and more")


def test_a_websocket_that_falls_silent_alone_is_replaced_out_of_sight(page, line, home):
    line.freeze_websockets()
    type_on(page, " silence")
    told_not_saved(page)
    on_disk(home, "before silence")
    if STOCK:  # Voilà's front end waits for ever, so another copy of the page carries the words
        expect(page.locator("#ns-line")).to_contain_text(SAID["back"])
        goes_on(page, home, "before silence")
        page.get_by_role("button", name=SAID["back-button"]).click()
        expect(field(page)).to_have_value("before silence and after", timeout=30_000)
    else:
        expect(page.locator("#ns-line")).to_have_text("")
        goes_on(page, home, "before silence")


def test_a_connection_that_breaks_loses_nothing(page, line, home):
    for round_ in range(3):
        line.cut()
        type_on(page, f" {round_}")
    on_disk(home, "before 0 1 2")
    goes_on(page, home, "before 0 1 2")


def test_the_other_stages_open_after_a_connection_broke(page, line, home):
    line.cut_websockets()
    type_on(page, " the break")
    on_disk(home, "before the break")
    reached(lambda: line_is_quiet(page), within=BACK_WITHIN)
    go(page, "after-trust-was-hurt")
    go(page, STAGE)
    expect(field(page)).to_have_value("before the break")


def line_is_quiet(page):
    """The page says nothing of a lost connection; where it offers to load afresh, a person does."""
    button = page.get_by_role("button", name=SAID["back-button"])
    if button.count():
        button.click()
    return page.locator("#ns-line").inner_text() == "" and page.locator(f"main[data-stage={STAGE}]").count()


def test_words_typed_while_the_server_is_down_are_saved_when_it_is_up_again(page, app, home):
    app.stop()
    type_on(page, " the end")
    told_not_saved(page)
    app.start()
    on_disk(home, "before the end")
    goes_on(page, home, "before the end")


def test_a_kernel_that_died_is_told_and_what_was_typed_is_saved_all_the_same(page, app, home):
    app.kill_kernels()
    type_on(page, " its end")
    told_not_saved(page)
    expect(page.locator("#ns-line")).to_contain_text("still on this page")
    on_disk(home, "before its end")
    expect(page.locator("#ns-line")).to_contain_text(SAID["back"])
    header = page.locator("header.ns-top").evaluate("(header) => header.offsetHeight")
    page.evaluate("scrollTo(0, 2000)")
    assert header <= page.locator("#ns-line").bounding_box()["y"] <= header + 12, "below the header, and near it"
    page.locator("#ns-line").get_by_role("button", name=SAID["dismiss"]).click()
    expect(page.locator("#ns-line")).to_be_empty()
    goes_on(page, home, "before its end")
    expect(page.locator("#ns-line")).to_be_empty()


def test_a_kernel_that_was_only_busy_goes_on_as_if_nothing_had_been(page, app, home):
    page.evaluate("window.sameLoad = true")
    with app.kernels_asleep():
        type_on(page, " a pause")
        told_not_saved(page)
        on_disk(home, "before a pause")
        expect(page.locator("#ns-line")).to_contain_text(SAID["back"])
    expect(page.locator("#ns-line")).to_have_text("", timeout=10_000)
    expect(page.locator("iframe")).to_have_count(0)
    goes_on(page, home, "before a pause")
    go(page, "after-trust-was-hurt")
    go(page, STAGE)
    expect(field(page)).to_have_value("before a pause and after")
    assert page.evaluate("window.sameLoad"), "no page was loaded for it"


def test_words_that_are_not_saved_can_be_copied_with_the_mouse_and_with_keys(page, line):
    line.freeze()
    type_on(page, " silence")
    copy = told_not_saved(page).get_by_role("button")
    expect(copy).to_have_text(SAID["copy"])
    copy.click(delay=400)
    expect(copy).to_have_text(SAID["copied"])
    assert page.evaluate("navigator.clipboard.readText()").endswith("\nbefore silence")
    page.evaluate("navigator.clipboard.writeText('')")
    field(page).focus()
    page.keyboard.press("Tab")
    for _ in range(3):
        if copy.evaluate("(button) => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(copy).to_be_focused()
    page.evaluate("new Promise((done) => { let ticks = 0; newsoil.outbox.addEventListener('change', () => ++ticks > 3 && done()); })")
    expect(copy).to_be_focused()
    page.keyboard.press("Enter")
    reached(lambda: page.evaluate("navigator.clipboard.readText()").endswith("\nbefore silence"))
    line.thaw()
    settled(page)


def test_a_note_that_was_done_before_it_was_saved_can_be_copied_while_another_is_begun(page, line):
    line.freeze()
    type_on(page, " silence")
    sheet = exercise_on(page, EXERCISE)
    sheet.get_by_role("button", name="Done for now", exact=True).click()
    sheet.get_by_role("button", name="Write another", exact=True).click()
    told_not_saved(page).get_by_role("button").click()
    reached(lambda: "before silence" in page.evaluate("navigator.clipboard.readText()"))
    line.thaw()
    settled(page)


@contextmanager
def full_disk(app, home):
    """The kernel's disk takes no file of more than 64 bytes."""
    kernels = app.kernels()
    soft, hard = resource.prlimit(kernels[0], resource.RLIMIT_FSIZE)
    for kernel in kernels:
        resource.prlimit(kernel, resource.RLIMIT_FSIZE, (64, hard))
    try:
        yield "File too large"
    finally:
        for kernel in set(kernels) & set(app.kernels()):
            resource.prlimit(kernel, resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def folder_that_is_none(app, home):
    """Where the folder of entries was is a file."""
    folder = home / "journals" / "mine" / "entries"
    aside = shutil.move(folder, folder.with_name("aside"))
    folder.write_text("")
    try:
        yield "Not a directory"
    finally:
        folder.unlink()
        shutil.move(aside, folder)


@pytest.mark.parametrize(
    "trouble",
    [pytest.param(full_disk, marks=pytest.mark.skipif(sys.platform != "linux", reason="prlimit is Linux's")), folder_that_is_none],
)
def test_a_disk_that_takes_nothing_is_said_in_a_sentence_and_the_words_are_saved_once_it_works(page, app, home, trouble):
    with trouble(app, home) as reason:
        type_on(page, " trouble")
        alert = told_not_saved(page)
        expect(alert).to_contain_text(re.compile(rf"The folder .*entries (?:did not take the note|could not be read) \({reason}\)\."))
        expect(field(page)).to_have_value("before trouble")
    on_disk(home, "before trouble", within=10)
    goes_on(page, home, "before trouble")


def test_a_long_answer_with_every_kind_of_letter_goes_through_whole(page, home):
    words = "Grüße, 你好 🌱 שלום\n" * 400
    field(page).fill(words)
    settled(page)
    on_disk(home, words)
