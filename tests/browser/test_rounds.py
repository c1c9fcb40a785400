"""When a theme comes back, the page says so once and offers to stop. It holds nobody up, and it can be switched off."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import LOOKS, entries, go, reading, ready
from filling import exercise_on, prompt_on, settled
from going_round import EXERCISE, GUIDE, STAGE, THEME, TITLE, WORDS, card, field, lay, paused, tag, write
from newsoil.journal import Store, read_settings
from servers import reached, running
from test_accessibility import RULES
from test_gate import ITEMS, gate_on
from test_keyboard import tab_to
from test_offer import DANGER

SAID = GUIDE.words["exercise"]


@pytest.fixture
def page(chromium, home):
    """The journal's stage, two notes on a theme there already."""
    lay(home)
    with running("app", home) as server, reading(chromium, server) as reader:
        yield reader.open(STAGE)
        assert (reader.errors, reader.elsewhere) == ([], [])


def done(page):
    exercise_on(page, EXERCISE).get_by_role("button", name=SAID["done"], exact=True).click()


def another(page):
    page.get_by_role("button", name=SAID["write-another"], exact=True).click()


def test_it_is_said_at_the_third_note_and_not_at_the_second_and_the_writing_goes_on(chromium, home):
    lay(home, 1)
    with running("app", home) as server, reading(chromium, server) as reader:
        page = reader.open(STAGE)
        write(page)
        paused(page)
        expect(card(page)).to_have_count(0)
        done(page)
        another(page)
        tag(page).check()
        field(page).click()
        page.keyboard.type("The same")
        expect(card(page)).to_be_visible()
        for line in (TITLE, WORDS["says"], WORDS["now"]):
            expect(card(page).get_by_role("status")).to_contain_text(line)
        expect(field(page)).to_be_focused()
        page.keyboard.type(" again.")
        expect(field(page)).to_have_value("The same again.")
        settled(page)
        assert page.locator("dialog[open]").count() == 0
        assert [entry["status"] for entry in entries(home)] == ["done", "done", "draft"]
        assert (reader.errors, reader.elsewhere) == ([], [])


def test_whoever_goes_on_writing_is_in_the_words_again_and_it_stays_away_on_this_page(page):
    write(page)
    card(page).get_by_role("button", name=WORDS["go-on"]).click()
    expect(card(page)).to_have_count(0)
    expect(field(page)).to_be_focused()
    page.keyboard.type(" And more.")
    tag(page).uncheck()
    tag(page).check()
    settled(page)
    go(page, "signs-in-me")
    go(page, STAGE)
    field(page).press_sequentially("!")
    settled(page)
    paused(page)
    expect(card(page)).to_have_count(0)


def test_whoever_stops_here_is_done_for_today_and_the_note_is_kept(page, home):
    write(page, "Enough of it.")
    card(page).get_by_role("button", name=WORDS["stop"]).click()
    expect(page.get_by_text(SAID["thank-you"])).to_be_visible()
    expect(exercise_on(page, EXERCISE).locator(".ns-rest")).to_be_focused()
    expect(card(page)).to_have_count(0)
    settled(page)
    assert [(entry["answers"], entry["tags"], entry["status"]) for entry in entries(home)][-1] == (
        {"text": "Enough of it."},
        [THEME],
        "done",
    )


def test_with_the_keyboard_alone_one_can_look_at_it_steady_oneself_see_why_and_go_on(page):
    write(page)
    expect(card(page)).to_be_visible()
    field(page).focus()
    steady = card(page).get_by_role("button", name=WORDS["steady"])
    tab_to(page, steady)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(steady).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card(page).get_by_text(WORDS["off"])).to_be_visible()
    field(page).focus()
    tab_to(page, card(page).get_by_role("button", name=WORDS["go-on"]))
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    expect(card(page)).to_have_count(0)


def test_it_leads_to_loop_or_path(page):
    write(page)
    card(page).get_by_role("link", name=GUIDE.exercise("loop-or-path").title).click()
    ready(page, "finding-support")
    expect(exercise_on(page, "loop-or-path").get_by_role("heading").first).to_be_in_viewport()
    go(page, STAGE)
    expect(card(page)).to_have_count(0)


def test_it_goes_when_the_theme_does_and_when_a_next_step_is_noted(page):
    write(page)
    expect(card(page)).to_be_visible()
    tag(page, "A decision").check()
    expect(card(page)).to_have_count(0)


def test_it_can_be_switched_off_and_that_is_kept(page, home):
    write(page)
    expect(card(page)).to_be_visible()
    page.locator(".ns-looks").evaluate("(looks) => { looks.open = true; }")
    page.locator('.ns-settings input[name="rounds"][value="off"]').check()
    expect(card(page)).to_have_count(0)
    reached(lambda: read_settings(Store(home).folder).rounds == "off")
    page.reload()
    ready(page, STAGE)
    expect(page.locator('.ns-settings input[name="rounds"][value="off"]')).to_be_checked()
    field(page).press_sequentially(" Again.")
    settled(page)
    paused(page)
    expect(card(page)).to_have_count(0)


def test_beside_words_that_sound_like_danger_it_is_silent(page):
    """Whichever of the two was there first, and after the card is closed."""
    write(page)
    expect(card(page)).to_be_visible()
    field(page).fill(DANGER)
    offer = page.locator(".ns-offer")
    expect(offer).to_be_visible()
    expect(card(page)).to_have_count(0)
    page.reload()
    ready(page, STAGE)
    field(page).fill(f"{DANGER} Still.")
    expect(offer).to_be_visible()
    offer.get_by_role("button").click()
    tag(page).uncheck()
    tag(page).check()
    settled(page)
    paused(page)
    expect(card(page)).to_have_count(0)


def a_yes(page):
    gate_on(page).get_by_label(ITEMS[0].label).check()


def an_answer_of_danger(page):
    prompt_on(page, "safe-for-two", "afraid").get_by_role("radio").nth(2).check()


@pytest.mark.parametrize("said", [a_yes, an_answer_of_danger])
def test_after_a_yes_at_the_gate_and_after_an_answer_of_danger_it_is_silent(page, said):
    go(page, "safe-together")
    said(page)
    expect(page.locator("html")).to_have_attribute("data-afraid", "")
    go(page, STAGE)
    write(page)
    paused(page)
    expect(card(page)).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_it_and_its_buttons_are_large_enough(page, scheme, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    if (opener := exercise_on(page, EXERCISE).locator('.ns-opener[aria-expanded="false"]')).count():
        opener.click()
    write(page)
    expect(card(page).get_by_role("status")).to_contain_text(TITLE)
    card(page).locator("summary").click()
    expect(card(page).get_by_text(WORDS["off"])).to_be_visible()
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    for control in card(page).locator("li a, button, summary").all():
        assert control.bounding_box()["height"] >= 44
