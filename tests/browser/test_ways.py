"""The ways around a stage: to help and back to the place, on to the next stage or to all of them, into a pause; and a page on paper."""

import pytest
from playwright.sync_api import expect

from conftest import go, reading, ready
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from servers import reached, running

GUIDE = read_guide(guide_folder())
SHELL, SUPPORT = GUIDE.words["shell"], GUIDE.words["support"]
STAGES = [stage.id for stage in GUIDE.stages]
STAGE, EXERCISE, PROMPT = "signs-in-me", "one-good-decision", "decision"
PHONE = {"width": 390, "height": 800}

UNHURRIED = """() => {
    const first = document.getElementById("ns-first"), heading = [...first.querySelectorAll("h2")].at(-1);
    heading.scrollIntoView();
    return [heading.textContent, heading.getBoundingClientRect().top];
}"""

WHERE_NOW = """(words) => [...document.querySelectorAll("main h2")]
    .find((one) => one.checkVisibility() && one.textContent === words).getBoundingClientRect().top"""


@pytest.fixture(scope="module")
def wide(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        yield reader.open(STAGE)


@pytest.fixture
def page(wide):
    go(wide, STAGE)
    yield wide
    wide.set_viewport_size({"width": 1280, "height": 900})


def touch(page, selector):
    """Press where it stands. Playwright's own click may scroll to it first, which a finger does not."""
    box = page.locator(selector).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def writing(page):
    """In the middle of a stage, writing."""
    field = prompt_on(page, EXERCISE, PROMPT).locator("textarea")
    field.focus()
    place = page.evaluate("Math.round(scrollY)")
    assert place > 500
    return field, place


def at(page, place):
    reached(lambda: abs(page.evaluate("scrollY") - place) <= 1)


def test_help_is_one_press_away_and_the_way_back_leads_to_the_place_and_the_field(page):
    field, place = writing(page)
    touch(page, ".ns-tools .ns-btn-help")
    expect(page.locator("#support h2").first).to_be_in_viewport()
    back = page.get_by_role("button", name=SHELL["back-where"])
    expect(back).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    at(page, place)
    expect(field).to_be_focused()
    expect(back).to_be_hidden()


def test_going_back_in_the_browser_leads_from_help_to_the_place_and_then_to_the_stage_before(page):
    go(page, STAGES[0])
    go(page, STAGE)
    field, place = writing(page)
    for _ in range(2):
        touch(page, ".ns-tools .ns-btn-help")
        expect(page.get_by_role("button", name=SHELL["back-where"])).to_be_visible()
        page.go_back()
        at(page, place)
        expect(field).to_be_focused()
        assert page.url.endswith(f"#/{STAGE}")
    page.go_forward()
    expect(page.locator("#support h2").first).to_be_in_viewport()
    page.go_back()
    at(page, place)
    page.go_back()
    ready(page, STAGES[0])
    expect(page.get_by_role("button", name=SHELL["back-where"])).to_be_hidden()


def test_a_stage_that_is_opened_from_help_has_no_place_to_give_back(page):
    writing(page)
    touch(page, ".ns-tools .ns-btn-help")
    go(page, STAGES[0])
    expect(page.get_by_role("button", name=SHELL["back-where"])).to_be_hidden()
    page.go_back()
    ready(page, STAGE)
    expect(page.locator("main h1")).to_be_focused()


def test_the_panel_of_help_begins_with_what_cannot_wait(page):
    headings = page.locator("#support h3").all_inner_texts()
    order = [SUPPORT[f"{part}-title"] for part in ("now", "directory", "talk", "own", "not") if f"{part}-title" in SUPPORT]
    assert headings == order
    for key, line in SUPPORT.items():
        expect(page.locator("#support").get_by_text(line, exact=True), key).to_have_count(1)


def test_after_a_stage_stand_the_next_one_all_of_them_and_leave_to_close(page):
    go(page, STAGES[0])
    for stage in GUIDE.stages[1:3]:
        onward = page.get_by_role("navigation", name=SHELL["next"].format(title=stage.title))
        expect(onward).to_contain_text(SHELL["close-today"])
        onward.get_by_role("link").click()
        ready(page, stage.id)
        expect(page.locator("main h1")).to_be_focused()
    page.get_by_role("button", name=SHELL["all-stages"]).click()
    expect(page.locator("#ns-stages [aria-current]")).to_be_focused()
    go(page, STAGES[-1])
    expect(page.get_by_role("navigation", name=SHELL["all-stages"])).to_be_visible()
    expect(page.locator("#ns-next")).to_be_hidden()


def test_on_a_phone_all_stages_opens_the_list(page):
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name=SHELL["all-stages"]).click()
    expect(page.locator("#ns-stages [aria-current]")).to_be_focused()
    expect(page.locator("#ns-stages [aria-current]")).to_be_in_viewport()
    expect(page.locator(".ns-stages-btn")).to_have_attribute("aria-expanded", "true")
    page.locator(".ns-stages-btn").dispatch_event("click")


def test_a_pause_covers_the_page_leads_to_help_and_says_that_all_is_kept_only_while_it_is(chromium, shared_app):
    with reading(chromium, shared_app, viewport=PHONE) as reader:
        page = reader.open(STAGE)
        pause, kept = page.get_by_role("dialog", name=GUIDE.words["pause"]["title"]), page.get_by_text(GUIDE.words["pause"]["after"])
        with shared_app.asleep():
            exercise_on(page, EXERCISE).locator(".ns-opener").dispatch_event("click")
            prompt_on(page, EXERCISE, PROMPT).locator("textarea").fill("on its way")
            touch(page, "[data-right-now]")
            touch(page, "[data-tool='pause']")
            expect(pause).to_be_visible()
            expect(kept).to_be_hidden()
        expect(kept).to_be_visible(timeout=20_000)
        settled(page)
        box = pause.bounding_box()
        assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, PHONE["width"], PHONE["height"])
        pause.get_by_role("link", name=SHELL["help"]).click()
        expect(pause).to_be_hidden()
        expect(page.locator("#support h2").first).to_be_in_viewport()
        page.get_by_role("button", name=SHELL["back-where"]).click()
        expect(page.locator("[data-right-now]")).to_be_focused()


def test_what_is_being_read_stays_where_it_is_when_the_widgets_come(chromium, tmp_path):
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server, reading(chromium, server, viewport=PHONE) as reader:
        page = reader.open(STAGE)
        page.close(run_before_unload=True)
        reached(lambda: not server.kernels())
        page = reader.context.new_page()
        held, free = [], []
        page.route("**/exercise.js", lambda route: route.continue_() if free else held.append(route))
        page.goto(f"http://127.0.0.1:{server.port}/", wait_until="commit")
        page.wait_for_selector("#ns-first .ns-coming")
        page.wait_for_selector("#ns-leaving", state="attached")  # the end of the page: before, its last headings cannot be scrolled up
        words, before = page.evaluate(UNHURRIED)
        reached(lambda: page.evaluate("1") and held, within=40)  # Voilà's front end asks for it late
        free.append(True)
        for route in held:
            route.continue_()
        ready(page, STAGE)
        assert page.evaluate("scrollY") > 500
        assert abs(page.evaluate(WHERE_NOW, words) - before) <= 2


def test_paper_is_light_and_has_no_buttons_and_the_screen_stays_dark(page):
    page.emulate_media(color_scheme="dark")
    page.locator("[data-chart]").scroll_into_view_if_needed()
    expect(page.locator(".ns-picture[data-drawn]")).to_have_count(1, timeout=20_000)
    page.evaluate("""() => {
        const look = () => [document.querySelector(".ns-picture text").style.fill];
        for (const name of ["beforeprint", "afterprint"])
            addEventListener(name, () => setTimeout(() => (window[name] = look())), { once: true });
    }""")
    page.evaluate("['beforeprint', 'afterprint'].forEach((name, at) => setTimeout(() => dispatchEvent(new Event(name)), 100 * at))")
    reached(lambda: page.evaluate("window.afterprint && window.beforeprint[0] !== window.afterprint[0]"))
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(43, 42, 51)"
    assert page.locator("button:visible, header.ns-top:visible, nav:visible").count() == 0
    expect(page.locator("main h1")).to_be_visible()
    page.emulate_media(color_scheme="light", media="screen")


def test_the_page_about_the_workbook_has_ways_back_and_to_help(page, lived_in):
    page.goto(f"http://127.0.0.1:{lived_in.port}/newsoil/about")
    expect(page.get_by_role("link", name=SHELL["back-to-workbook"])).to_have_count(2)
    page.get_by_role("link", name=SHELL["help"], exact=True).click()
    expect(page.locator("#support h2").first).to_be_in_viewport()  # help stands in this page
    page.get_by_role("link", name=SHELL["back-to-workbook"]).first.click()
    ready(page, STAGE)
