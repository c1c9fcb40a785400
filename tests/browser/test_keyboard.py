"""Everything can be done with the keyboard alone, in an order that makes sense, and the focus is never lost or covered."""

import pytest
from playwright.sync_api import expect

from conftest import entries, go, reading, ready, thorough
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_as, read_guide

GUIDE = read_guide(guide_folder())
SAID, SHELL = GUIDE.words["exercise"], GUIDE.words["shell"]
FAR = 200
"""Presses of Tab after which a thing counts as out of reach."""

AT_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
}"""

WHERE = """() => {
    const one = document.activeElement, { top, bottom, left, right } = one.getBoundingClientRect();
    const seen = document.elementFromPoint((left + right) / 2, Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1));
    const label = one.closest("label") ?? one;
    return {
        name: one.name || "", words: (one.ariaLabel || one.innerText || one.id || "").slice(0, 60), tag: one.tagName, look: one.className,
        covered: one !== document.body && (bottom <= 0 || top >= innerHeight || !(label.contains(seen) || seen?.contains(one))),
    };
}"""


@pytest.fixture(scope="module")
def page(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        yield reader.open("start")


@pytest.fixture
def phone(page):
    page.set_viewport_size({"width": 390, "height": 800})
    yield page
    page.set_viewport_size({"width": 1280, "height": 900})


def at_the_top(page, stage):
    """A stage with the focus where a page begins."""
    go(page, stage)
    page.evaluate(AT_THE_TOP)


def tab_to(page, locator):
    """Press Tab until the focus is there."""
    for _ in range(FAR):
        if locator.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{locator} is out of reach")


def test_the_first_stops_leave_and_skip_to_the_page_and_to_help(page):
    def press_tab_to(words, presses):
        at_the_top(page, "start")
        for _ in range(presses):
            page.keyboard.press("Tab")
        assert page.evaluate(WHERE)["words"] == words
        expect(page.locator(":focus")).to_be_in_viewport()

    page.reload()
    ready(page, "start")
    press_tab_to(SHELL["leave"], 1)
    press_tab_to(SHELL["skip"], 2)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    press_tab_to(SHELL["skip-help"], 3)
    page.keyboard.press("Enter")
    expect(page.locator("#support")).to_be_focused()
    expect(page.locator("#support h2").first).to_be_in_viewport()


def test_a_scale_is_one_stop_and_arrows_choose_in_it(page):
    at_the_top(page, "signs-in-me")
    scale = prompt_on(page, "four-signs", "holding-back")
    tab_to(page, scale.get_by_role("radio").first)
    assert scale.locator(":checked").count() == 0, "arriving chooses nothing"
    page.keyboard.press("ArrowDown")
    expect(scale.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(scale.get_by_role("radio").nth(2)).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(scale.get_by_role("radio").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(scale.get_by_role("button", name=SAID["clear"])).to_be_focused()
    page.keyboard.press("Tab")
    expect(prompt_on(page, "four-signs", "overshadowed").get_by_role("radio").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(scale.locator(":checked")).to_have_count(0)
    settled(page)


def test_a_whole_exercise_is_filled_and_done(page, shared_app):
    at_the_top(page, "signs-in-me")
    prompt = lambda name: prompt_on(page, "one-good-decision", name)  # noqa: E731 - a short name for a long place
    tab_to(page, prompt("decision").locator("textarea"))
    page.keyboard.type("I said that I would think about it.")
    tab_to(page, prompt("size").get_by_role("radio").first)
    page.keyboard.press("Space")
    tab_to(page, prompt("self-trust").get_by_role("radio").first)
    page.keyboard.press("Space")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    tab_to(page, prompt("felt").locator("textarea"))
    page.keyboard.type("Light.")
    tab_to(page, exercise_on(page, "one-good-decision").get_by_role("button", name=SAID["done"], exact=True))
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_contain_text(SAID["thank-you"])
    settled(page)
    (entry,) = [entry for entry in entries(shared_app.home) if entry["exercise"] == "one-good-decision"]
    assert (entry["status"], entry["answers"]) == (
        "done",
        {"decision": "I said that I would think about it.", "size": "small", "self-trust": 6, "felt": "Light."},
    )


def test_words_of_ones_own_a_date_and_a_line_are_given(page, shared_app):
    at_the_top(page, "day-by-day")
    moment = prompt_on(page, "trigger", "type")
    tab_to(page, moment.get_by_role("button", name=SAID["more-words"]))
    page.keyboard.press("Enter")
    tab_to(page, moment.get_by_role("checkbox").last)
    page.keyboard.press("Space")
    tab_to(page, moment.locator("textarea"))
    page.keyboard.type("a door")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    at_the_top(page, "day-by-day")
    due = prompt_on(page, "promises", "due")
    tab_to(page, due.get_by_label(SAID["day"], exact=True))
    for part in ("3", "Tab", "9", "Tab", "2026", "Tab"):
        (page.keyboard.press if part == "Tab" else page.keyboard.type)(part)
    settled(page)
    at_the_top(page, "what-to-tell")
    tab_to(page, prompt_on(page, "my-roadmap", "secure").locator("textarea"))
    page.keyboard.type("a message before eight")
    settled(page)
    found = {entry["exercise"]: entry["answers"] for entry in entries(shared_app.home)}
    assert found["trigger"]["type"][1:] == ["a door"]
    assert found["promises"]["due"] == "2026-09-03"
    assert [row["line"] for row in found["my-roadmap"]["secure"]] == ["a message before eight"]


def test_the_focus_goes_to_the_heading_of_a_stage_that_was_chosen(page):
    at_the_top(page, "start")
    for stage in ("seeing-change", "start"):
        tab_to(page, page.locator(f'nav [data-stage="{stage}"]'))
        page.keyboard.press("Enter")
        ready(page, stage)
        heading = page.locator("main h1")
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        at_the_top(page, stage)


def test_a_pause_takes_the_focus_and_gives_it_back(page):
    at_the_top(page, "start")
    opener, words = page.locator("[data-right-now]"), GUIDE.words["pause"]
    for leave in ("Escape", "Enter"):
        tab_to(page, opener)
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_role("button", name=words["title"]))
        page.keyboard.press("Enter")
        pause = page.get_by_role("dialog", name=words["title"])
        expect(pause.get_by_role("heading")).to_be_focused()
        expect(pause.get_by_role("listitem")).to_have_text([words["one"], words["two"], words["three"]])
        for _ in range(6):
            page.keyboard.press("Tab")
            assert page.evaluate("!!document.activeElement.closest('dialog')"), "the page behind is out of reach"
        pause.get_by_role("button", name=GUIDE.words["right-now"]["close"]).last.focus()
        page.keyboard.press(leave)
        expect(pause).to_be_hidden()
        expect(opener).to_be_focused()


def test_on_a_phone_the_list_of_stages_opens_and_closes(phone):
    at_the_top(phone, "start")
    button, link = phone.get_by_role("button", name=SHELL["stages"], exact=True), phone.locator('nav [data-stage="questions"]')
    expect(link).to_be_hidden()
    tab_to(phone, button)
    expect(button).to_have_attribute("aria-expanded", "false")
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    tab_to(phone, link)
    phone.keyboard.press("Enter")
    ready(phone, "questions")
    expect(link).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(phone.locator("main h1")).to_be_focused()


def test_on_a_phone_an_exercise_opens_in_its_place(phone):
    at_the_top(phone, "signs-in-me")
    sheet = exercise_on(phone, "what-am-i-afraid-of")
    opener = sheet.get_by_role("button", name=read_as(GUIDE.exercise("what-am-i-afraid-of").title, None), exact=True)
    tab_to(phone, opener)
    expect(sheet.locator("textarea").first).to_be_hidden()
    for expanded in ("true", "false", "true"):
        phone.keyboard.press("Enter")
        expect(opener).to_have_attribute("aria-expanded", expanded)
    phone.keyboard.press("Tab")
    expect(sheet.locator("textarea").first).to_be_focused()


@pytest.mark.parametrize(
    ("stage", "width"), [("start", 390), thorough("day-by-day", 1280), thorough("start", 1280), thorough("day-by-day", 390)]
)
def test_tab_goes_through_a_whole_stage_once_and_nothing_covers_where_it_is(page, stage, width):
    page.set_viewport_size({"width": width, "height": 800})
    at_the_top(page, stage)
    stops = []
    for _ in range(2 * FAR):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(WHERE))
        if len(stops) > 1 and (stops[-1]["tag"] == "BODY" or stops[-1] == stops[0]):
            break
    page.set_viewport_size({"width": 1280, "height": 900})
    assert stops[0]["words"] == SHELL["leave"]
    assert stops[-1]["tag"] == "BODY" or stops[-1] == stops[0], "the way ends, or begins again"
    assert [stop["words"] for stop in stops if stop["covered"]] == []
    groups = [stop["name"] for stop in stops if stop["name"]]
    assert len(groups) == len(set(groups)), "each group of radios is one stop"
    assert {SHELL["skip"], SAID["done"], GUIDE.words["right-now"]["title"]} <= {stop["words"] for stop in stops}
