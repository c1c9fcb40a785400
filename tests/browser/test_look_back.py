"""Looking back in the page: nothing unasked, then a moment, days, words, one note, one card, what this trust rests on, charts."""

import json
import re

import pytest
from playwright.sync_api import expect

from conftest import entries, go, reading
from lab_pages import run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Entry, Store
from newsoil.journal.months import encode
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost
from servers import reached, running
from test_gate import gate_on

STAGE = "look-back"
WORDS = read_guide(guide_folder()).words["look-back"]
PHRASE = "four words of soil"
SEEN = """() => [...document.body.children]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height)
    .map((one) => one.className)"""


def entry(exercise, day, answers, **more):
    at = f"{day}T20:00:00+01:00"
    common = {"id": f"{exercise}-{day}", "exercise": exercise, "exercise_version": 1, "made_at": at, "changed_at": at, "status": "done"}
    return Entry(**common | {"answers": answers} | more)


NOTES = [
    entry("one-good-decision", "2026-09-03", {"decision": "canary-kind-old"}),
    entry("trigger", "2026-10-04", {"event": "canary-hard on the phone", "before": 7, "after": 4}),
    entry("one-reliable-thing", "2026-10-05", {"thing": "canary-brick", "side": "for", "who": "other"}),
    entry("one-reliable-thing", "2026-10-06", {"thing": "canary-against", "side": "against", "who": "other"}),
    entry("small-wins", "2026-10-07", {"win": "canary-kind-new"}),
    entry(
        "journal",
        "2026-10-07",
        {"text": "Zu spät: canary-Straße"},
        tags=("learned",),
        earlier=({"at": "2026-10-08T09:00:00+01:00", "answers": {"text": "canary-before"}},),
    ),
    entry("weather", "2026-10-09", {}, status="rest"),
]


def lay(home):
    folder = home / "journals" / "mine" / "entries"
    folder.mkdir(parents=True)
    for month in {one.month for one in NOTES}:
        (folder / f"{month}.json").write_bytes(encode(tuple(one for one in NOTES if one.month == month), {}))


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory):
    """One app with a few notes, for tests that only look."""
    home = tmp_path_factory.mktemp("look-back") / "home"
    lay(home)
    with running("app", home) as server:
        yield server


@pytest.fixture
def looker(chromium, looked_at):
    with reading(chromium, looked_at, viewport={"width": 390, "height": 844}) as reader:
        yield reader
        assert reader.errors == []
        assert reader.elsewhere == []


@pytest.fixture
def page(looker):
    page = looker.open(STAGE)
    expect(page.get_by_role("heading", name=WORDS["question"])).to_be_visible()
    return page


def press(page, name):
    page.locator("[data-look-back]").get_by_role("button", name=WORDS[name], exact=True).click()


def test_nothing_of_a_note_is_on_the_page_before_the_person_chooses_and_none_after_not_today(page):
    assert "canary" not in page.content()
    press(page, "not-today")
    expect(page.get_by_text(WORDS["left"])).to_be_focused()
    assert "canary" not in page.content()
    press(page, "ask-again")
    expect(page.get_by_role("heading", name=WORDS["question"])).to_be_focused()


def test_a_kind_moment_is_the_newest_and_then_the_one_before_and_can_be_put_away(page):
    press(page, "kind")
    moment = page.locator(".ns-moment")
    expect(moment).to_contain_text("canary-kind-new")
    expect(moment.get_by_role("heading")).to_be_focused()
    press(page, "another")
    expect(moment).to_contain_text("canary-kind-old")
    expect(moment.get_by_role("button", name=WORDS["another"])).to_have_count(0)
    press(page, "put-away")
    expect(page.get_by_role("heading", name=WORDS["question"])).to_be_focused()
    assert "canary-kind" not in page.content()
    assert "canary-hard" not in page.content()


def test_a_hard_moment_says_that_it_was_asked_for_and_has_a_way_to_a_pause(page):
    press(page, "hard")
    moment = page.locator(".ns-moment")
    expect(moment).to_contain_text("You asked for a hard moment.")
    expect(moment).to_contain_text("canary-hard")
    press(page, "pause")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_day_opens_its_notes_and_a_blank_day_is_no_button(page):
    press(page, "myself")
    days = page.locator(".ns-days")
    month = days.get_by_role("heading").first
    expect(month).not_to_be_empty()
    while "October" not in (shown := month.inner_text()):
        days.locator("header button").first.click()
        expect(month).not_to_have_text(shown)
    expect(days.locator("button.ns-day-of")).to_have_count(5)
    expect(days.get_by_role("button", name="Friday 9 October, left for another day")).to_be_visible()
    days.get_by_role("button", name="Wednesday 7 October, 2 notes").click()
    expect(days.get_by_role("heading", name="Wednesday 7 October")).to_be_focused()
    expect(days.locator(".ns-listed")).to_have_count(2)
    expect(days.locator(".ns-listed").filter(has_text="canary-kind-new")).to_contain_text("Small wins")


def test_words_are_found_while_they_are_typed_whatever_their_case_and_accents(page):
    press(page, "myself")
    field = page.get_by_label(WORDS["find-label"])
    field.press_sequentially("CANARY-strasse")
    found = page.locator(".ns-find .ns-listed")
    expect(found).to_have_count(1)
    expect(found.locator("mark")).to_have_text("canary-Straße")
    field.fill("canary")
    expect(page.locator(".ns-found-told")).to_have_text("6 notes, the newest first")
    page.locator(".ns-narrow summary").click()
    page.get_by_label(WORDS["find-tag"], exact=True).select_option("learned")
    expect(found).to_have_count(1)
    page.get_by_label(WORDS["find-tag"], exact=True).select_option("")
    page.get_by_label(WORDS["find-last"], exact=True).select_option("2026-09")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("canary-kind-old")
    field.fill("no such word")
    expect(page.locator(".ns-found-told")).to_have_text(WORDS["found-none"])
    expect(found).to_have_count(0)


def test_a_note_is_read_whole_with_what_was_before_and_one_comes_back_to_where_one_was(page):
    press(page, "myself")
    page.get_by_label(WORDS["find-label"]).fill("canary-straße")
    read = page.locator(".ns-find .ns-listed button")
    read.focus()
    page.keyboard.press("Enter")
    note = page.locator(".ns-note")
    expect(note.get_by_role("heading", name="My journal")).to_be_focused()
    expect(page.locator(".ns-find")).not_to_be_visible()
    note.get_by_text(WORDS["note-earlier"]).click()
    expect(note.locator(".ns-former")).to_contain_text("canary-before")
    expect(note.get_by_role("link", name=WORDS["note-go"])).to_have_attribute("href", "#/after-trust-was-hurt/journal")
    press(page, "back")
    expect(read).to_be_focused()
    expect(page.locator(".ns-note")).to_have_count(0)


def test_one_card_hides_everything_else_on_the_screen_and_on_paper(page):
    press(page, "kind")
    press(page, "read")
    press(page, "note-alone")
    card = page.get_by_role("dialog")
    expect(card).to_contain_text("canary-kind-new")
    box, size = card.bounding_box(), page.viewport_size
    assert (box["x"], box["y"]) == (0, 0)
    assert (box["width"], box["height"]) == (size["width"], size["height"])
    assert page.evaluate("document.elementFromPoint(20, 400).closest('dialog') !== null")
    page.emulate_media(media="print")
    assert page.evaluate(SEEN) == ["ns-alone"]
    expect(card.get_by_role("button").first).not_to_be_visible()
    page.emulate_media(media="screen")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page.get_by_role("button", name=WORDS["note-alone"])).to_be_focused()


def test_the_page_of_bricks_shows_what_speaks_against_it_too_and_leaves_out_what_is_not_ticked(page):
    press(page, "myself")
    press(page, "bricks-show")
    bricks = page.locator(".ns-bricks")
    expect(bricks.locator("[data-part=actions]")).to_contain_text("canary-brick")
    expect(bricks.locator("[data-part=also]")).to_contain_text("canary-against")
    bricks.get_by_role("checkbox", name="canary-against").uncheck()
    press(page, "bricks-alone")
    card = page.get_by_role("dialog")
    expect(card).to_contain_text("canary-brick")
    expect(card).not_to_contain_text("canary-against")
    expect(card).not_to_contain_text(WORDS["part-also"])


def test_a_brick_leads_to_its_note_and_back(page):
    press(page, "myself")
    press(page, "bricks-show")
    read = page.get_by_role("button", name=f"{WORDS['read']}: canary-brick")
    read.click()
    expect(page.locator(".ns-note")).to_contain_text("canary-brick")
    press(page, "back")
    expect(read).to_be_focused()


def test_a_chart_is_asked_for_when_it_is_opened_and_drawn_anew_after_a_note(reader, home):
    page = reader.open(STAGE)
    folded = page.locator("[data-folded=good-decisions]")
    expect(folded.locator("figure")).to_have_count(0)
    folded.locator("summary").click()
    expect(folded.locator("figure")).to_have_attribute("data-state", "empty")
    go(page, "signs-in-me")
    page.locator('[data-exercise="one-good-decision"] textarea').first.fill("I stayed.")
    reached(lambda: entries(home))
    expect(page.locator('[data-exercise="one-good-decision"] .ns-status', has_text="Saved")).to_be_visible()
    go(page, STAGE)
    if folded.get_attribute("open") is None:  # Voilà's own front end draws a stage anew
        folded.locator("summary").click()
    expect(folded.locator("figure")).to_have_attribute("data-state", "one", timeout=10_000)
    heading = folded.locator("h3").text_content()
    assert re.fullmatch(r"You noted one good decision, on \d{1,2}\u00a0[A-Z][a-z]+", heading), "a number stays with its word"


def test_locked_notes_are_not_there_and_come_back_with_the_question(chromium, home):
    lay(home)
    store = Store(home)
    seal(store, PHRASE, new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    with running("app", home) as server, reading(chromium, server) as reader:
        page = reader.page(STAGE)
        box = page.locator("[data-look-back]")
        expect(box).to_contain_text(WORDS["locked"], timeout=40_000)
        expect(box.get_by_role("button")).to_have_count(0)
        page.get_by_label("Passphrase", exact=True).fill(PHRASE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=WORDS["question"])).to_be_visible(timeout=20_000)
        press(page, "kind")
        page.get_by_label(WORDS["find-label"]).fill("canary-STRASSE")
        expect(page.locator(".ns-find .ns-listed")).to_have_count(1)
        page.locator(".ns-moment").get_by_role("button", name=WORDS["read"], exact=True).click()
        press(page, "note-alone")
        page.keyboard.press("Escape")
        expect(page.locator(".ns-note")).to_contain_text("canary-kind-new")
        page.get_by_role("button", name="Lock them now").click()
        expect(box).to_contain_text(WORDS["locked"])
        assert "canary" not in page.content()


def test_the_first_note_brings_the_question_without_a_new_page(reader, home):
    page = reader.open(STAGE)
    expect(page.locator("[data-look-back]")).to_contain_text(WORDS["empty"])
    go(page, "signs-in-me")
    page.locator('[data-exercise="one-good-decision"] textarea').first.fill("I stayed.")
    reached(lambda: entries(home))
    go(page, STAGE)
    expect(page.get_by_role("heading", name=WORDS["question"])).to_be_visible()


def test_after_a_yes_at_the_gate_the_page_of_bricks_waits(chromium, home):
    lay(home)
    folder = home / "journals" / "mine" / "entries"
    fears = entry("safety-gate", "2026-11-01", {"items": ["afraid"]})
    (folder / "2026-11.json").write_bytes(encode((fears,), {}))
    with running("app", home) as server, reading(chromium, server) as reader:
        page = reader.open(STAGE)
        press(page, "myself")
        expect(page.locator(".ns-bricks")).to_contain_text(WORDS["bricks-afraid"])
        expect(page.locator(".ns-bricks").get_by_role("button")).to_have_count(0)


def test_what_is_said_at_the_gate_meanwhile_takes_the_page_of_bricks_away(reader, home):
    page = reader.open(STAGE)
    go(page, "signs-in-me")
    page.locator('[data-exercise="one-good-decision"] textarea').first.fill("I stayed.")
    reached(lambda: entries(home))
    go(page, STAGE)
    press(page, "myself")
    expect(page.locator(".ns-bricks").get_by_role("button")).to_be_visible()
    go(page, "safe-together")
    gate_on(page).get_by_role("checkbox").first.check()
    go(page, STAGE)
    bricks = page.locator(".ns-bricks")
    if not bricks.count():  # Voilà's own front end draws a stage anew
        press(page, "myself")
    expect(bricks).to_contain_text(WORDS["bricks-afraid"])
    expect(bricks.get_by_role("button")).to_have_count(0)


def test_in_jupyterlab_too_words_are_found_and_nothing_stays_in_the_notebook(chromium, home):
    lay(home)
    fears = entry("safety-gate", "2026-11-01", {"items": ["afraid"]})
    (home / "journals" / "mine" / "entries" / "2026-11.json").write_bytes(encode((fears,), {}))
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = run_all(reader, "10-look-back.ipynb")
        press(page, "myself")
        page.get_by_label(WORDS["find-label"]).fill("canary-straße")
        found = page.locator(".ns-find .ns-listed")
        expect(found).to_have_count(1)
        found.get_by_role("button").click()
        expect(page.locator(".ns-note")).to_contain_text("canary-Straße")
        press(page, "back")
        expect(page.locator(".ns-bricks")).to_contain_text(WORDS["bricks-afraid"])
        page.locator("[data-folded=moments] summary").click()
        expect(page.locator("[data-folded=moments] h3")).to_be_visible(timeout=20_000)
        path = home / "notebooks" / "10-look-back.ipynb"
        before = path.stat().st_mtime_ns
        page.keyboard.press("Control+s")
        reached(lambda: path.stat().st_mtime_ns != before)
        assert "canary" not in json.dumps(path.read_text("utf-8"))
        page.close(run_before_unload=True)
