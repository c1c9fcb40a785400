"""Everyone can use it: axe finds nothing on any stage, nothing is cut or too small, nothing needs a colour or a wide window."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import LOOKS, go, reading, ready, thorough
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide

GUIDE = read_guide(guide_folder())
STAGES = [stage.id for stage in GUIDE.stages]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390, 320)
SMALLEST = 44
"""Pixels that a target is high at least; links within a sentence are exempt."""

OPEN_EVERYTHING = """() => {
    for (const closed of document.querySelectorAll(".ns-opener[aria-expanded=false]")) closed.click();
    for (const rest of document.querySelectorAll(".ns-rest ~ .ns-acts button:first-child")) rest.click();
    for (const more of document.querySelectorAll(".ns-prompt [aria-expanded=false]")) more.click();
    for (const rows of document.querySelectorAll(".ns-records:empty + button")) rows.click();
    for (const look of document.querySelectorAll(".ns-back-question > .ns-text-btn")) look.click();
    for (const folded of document.querySelectorAll("details")) folded.open = true;
}"""

TOO_SMALL = """(smallest) => [...document.querySelectorAll(
        ":is(button, summary, textarea, input[type=text], label:has(input)), :is(header, nav, .ns-kept) a")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < smallest - 0.5)
    .map((one) => `${one.tagName}.${one.className} “${one.innerText.slice(0, 30)}” ${one.getBoundingClientRect().height}`)"""

CUT = """() => [...document.querySelectorAll("header *, main *, footer *")]
    .filter((one) => one.checkVisibility() && one.innerText && !one.closest(".ns-vh, .ns-own-words, .ns-wide, svg, textarea"))
    .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one), wide = one.scrollWidth > one.clientWidth + 1;
        return (overflowX !== "visible" && wide) || (overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1);
    })
    .map((one) => `${one.tagName}.${one.className} “${one.innerText.slice(0, 30)}”`)"""

NOT_NATIVE = """(inputs) => inputs.map((one) => getComputedStyle(one))
    .filter(({ appearance, opacity }) => appearance === "none" || opacity !== "1").length"""

SPACED_OUT = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 1.4.12 asks a page to bear."""


@pytest.fixture(scope="module")
def page(chromium, lived_in):
    """One page of an app with an autumn of notes; every test leaves it as wide and as bright as it likes."""
    with reading(chromium, lived_in) as reader:
        page = reader.open(STAGES[0])
        page.errors = reader.errors
        yield page


@pytest.fixture(scope="module")
def writing(chromium, shared_app):
    """A page of an app with no notes yet, to write on."""
    with reading(chromium, shared_app) as reader:
        yield reader.open(STAGES[0])


def opened(page, stage):
    """A stage with everything on it open, its charts drawn."""
    go(page, stage)
    page.evaluate(OPEN_EVERYTHING)
    for chart in page.locator("[data-chart]").all():
        expect(chart.locator("h3")).to_be_visible(timeout=20_000)
        chart.scroll_into_view_if_needed()
    page.evaluate("for (const folded of document.querySelectorAll('[data-chart] details')) folded.open = true")
    expect(page.locator(".ns-picture:not([data-drawn])")).to_have_count(0, timeout=20_000)
    page.evaluate("scrollTo(0, 0)")  # what the header, which stays, covers elsewhere is only to be scrolled


def faults(page):
    """What axe finds, each in one line."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def seen_as(page, width, scheme="light"):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_on_any_stage(page, width, scheme):
    seen_as(page, width, scheme)
    found = {}
    for stage in STAGES:
        opened(page, stage)
        found[stage] = faults(page)
    assert {stage: some for stage, some in found.items() if some} == {}


def test_axe_would_find_a_fault_and_everything_was_open_for_it(page):
    seen_as(page, 390)
    opened(page, "what-to-tell")
    expect(page.locator(".ns-record").first).to_be_visible()
    opened(page, "signs-in-me")
    expect(page.locator(".ns-review").first).to_be_visible()
    expect(page.locator(".ns-numbers").first).to_be_visible()
    assert page.locator(".ns-closed").count() == 0
    page.locator("main h1").evaluate("(heading) => heading.after(Object.assign(document.createElement('input'), { id: 'nameless' }))")
    assert any("nameless" in fault for fault in faults(page))
    page.locator("#nameless").evaluate("(input) => input.remove()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_something_is_said_to_be_unsaved(writing, shared_app, scheme):
    seen_as(writing, 390, scheme)
    go(writing, "signs-in-me")
    writing.evaluate(OPEN_EVERYTHING)
    with shared_app.asleep():
        prompt_on(writing, "one-good-decision", "decision").locator("textarea").fill(f"on a {scheme} page")
        expect(writing.get_by_role("alert").filter(has_text=GUIDE.words["save"]["not-saved"])).to_be_visible(timeout=10_000)
        expect(writing.locator("#ns-line")).to_contain_text(GUIDE.words["shell"]["lost"])
        assert faults(writing) == []
        assert writing.evaluate(TOO_SMALL, SMALLEST) == []
    settled(writing)


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_a_pause_after_done_and_with_a_wrong_date(writing, width):
    seen_as(writing, width)
    go(writing, "day-by-day")
    writing.evaluate(OPEN_EVERYTHING)
    for part, value in (("Month", "13"), ("Year", "2026")):
        prompt_on(writing, "promises", "said-on").get_by_label(part).fill(value)
    writing.locator("h1").click()
    expect(writing.locator(".ns-problem").filter(has_text="month")).to_be_visible()
    assert faults(writing) == []
    sheet = exercise_on(writing, "trigger")
    prompt_on(writing, "trigger", "event").locator("textarea").fill("A late reply.")
    sheet.get_by_role("button", name="Done for now", exact=True).click()
    expect(sheet).to_contain_text(GUIDE.words["exercise"]["thank-you"])
    settled(writing)
    assert faults(writing) == []
    sheet.get_by_role("button", name="Write another").click()
    writing.locator("[data-right-now]").first.click()
    writing.locator("[data-tool='pause']").click()
    assert faults(writing) == []
    writing.keyboard.press("Escape")


@pytest.mark.parametrize("name", ["about", "leaves"])
def test_axe_finds_nothing_on_a_page_that_needs_no_kernel(chromium, lived_in, name):
    with reading(chromium, lived_in) as reader:
        page = reader.page()
        page.goto(f"http://127.0.0.1:{lived_in.port}/newsoil/{name}")
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                seen_as(page, width, scheme)
                assert faults(page) == []
            assert page.evaluate(TOO_SMALL, SMALLEST) == []
            assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_how_it_looks_is_kept_and_axe_finds_nothing_in_it(writing):
    seen_as(writing, 390, "light")
    go(writing, "signs-in-me")
    writing.locator(".ns-looks").evaluate("(looks) => { looks.open = true; }")
    for name, value in (("theme", "dark"), ("size", "130"), ("letters", "plain"), ("title", "discreet")):
        writing.locator(f'.ns-settings input[name="{name}"][value="{value}"]').check()
    assert writing.title() == GUIDE.words["shell"]["discreet"]
    for reload in (False, True):
        if reload:
            writing.reload()
            ready(writing, "signs-in-me")
        looks = writing.evaluate("({ ...document.documentElement.dataset })")
        assert looks | {"theme": "dark", "size": "130", "letters": "plain", "title": "discreet"} == looks
        assert writing.title() == GUIDE.words["shell"]["discreet"]
    writing.evaluate(OPEN_EVERYTHING)
    assert writing.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 25, 23)"
    assert faults(writing) == []
    for name, value in (("theme", "system"), ("size", "100"), ("letters", "book"), ("title", "named")):
        writing.locator(f'.ns-settings input[name="{name}"][value="{value}"]').check()


@pytest.mark.parametrize("how", [thorough("as it is"), "spaced out, 130 %"])
def test_nothing_is_cut_and_nothing_scrolls_sideways_at_320_pixels(page, how):
    seen_as(page, 320)
    page.evaluate("(size) => { document.documentElement.dataset.size = size; }", "130" if "130" in how else "100")
    style = page.add_style_tag(content=SPACED_OUT if "spaced" in how else ":root {}")
    found = {}
    for stage in STAGES:
        opened(page, stage)
        over = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        found[stage] = [*page.evaluate(CUT), *([f"{over} px too wide"] if over > 0 else [])]
    style.evaluate("(style) => style.remove()")
    page.evaluate("document.documentElement.dataset.size = '100'")
    assert {stage: some for stage, some in found.items() if some} == {}


@pytest.mark.parametrize("width", [390, thorough(1280), thorough(320)])
def test_every_target_is_large_enough_for_a_thumb(page, width):
    seen_as(page, width)
    found = {}
    for stage in STAGES:
        opened(page, stage)
        if width < 800:
            page.locator(".ns-stages-btn").dispatch_event("click")
        found[stage] = page.evaluate(TOO_SMALL, SMALLEST)
    assert {stage: some for stage, some in found.items() if some} == {}


def test_every_stage_stands_in_forced_colours_and_without_motion(page):
    seen_as(page, 390)
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for stage in STAGES:
        opened(page, stage)
        expect(page.locator("main h1")).to_be_visible()
        assert page.locator(".ns-row input, .ns-sq input").evaluate_all(NOT_NATIVE) == 0, (
            "in forced colours a native box shows what is chosen"
        )
        moving = page.locator("button, .ns-row").evaluate_all(
            "(all) => all.filter((one) => getComputedStyle(one).transitionDuration !== '0s').length"
        )
        assert moving == 0
    assert len(page.screenshot()) > 5_000
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    assert page.errors == []
