"""“All exercises”: from the list to an exercise and back, by mouse and by keys; what is begun is said, in the app and in JupyterLab."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from conftest import LOOKS, go, reading, ready
from filling import exercise_on, prompt_on, settled
from lab_pages import is_ready, run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.guide.tasks import tasks_of
from servers import reached, running
from test_accessibility import CUT, SMALLEST, TOO_SMALL, faults
from test_keyboard import AT_THE_TOP, WHERE, tab_to
from test_sealed_notes import seal, unseal

GUIDE = read_guide(guide_folder())
SAID, STATUS, EXERCISE = GUIDE.words["tasks"], GUIDE.words["workbook"], GUIDE.words["exercise"]
LIST = "all-exercises"
STAGES = tasks_of(GUIDE)
STAGE_OF = {task.id: stage.id for stage in STAGES for task in stage.tasks}
ROW = 48
"""Pixels that a row is high at least."""

LED_BY = """(rows) => rows.map((row) => {
    row.scrollIntoView({ block: "center" });
    const { left, right, top, bottom, height } = row.getBoundingClientRect(), link = row.querySelector("a");
    const corners = [[left + 8, top + 8], [right - 8, top + 8], [left + 8, bottom - 8], [right - 8, bottom - 8]];
    return { height, whole: corners.every(([x, y]) => document.elementFromPoint(x, y) === link) };
})"""


@pytest.fixture(scope="module")
def wide(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        page = reader.open("start")
        page.errors, page.elsewhere = reader.errors, reader.elsewhere
        yield page
        assert (reader.errors, reader.elsewhere) == ([], [])


@pytest.fixture
def page(wide):
    """A page at the list, that is as wide as a desk has it."""
    wide.set_viewport_size({"width": 1280, "height": 900})
    wide.emulate_media(color_scheme="light")
    go(wide, "start")
    return to_list(wide)


@pytest.fixture
def phone(page):
    page.set_viewport_size({"width": 390, "height": 800})
    return page


def to_list(page):
    go(page, LIST)
    return shown(page)


def shown(page):
    """Wait until the list stands there and has heard of the notes."""
    ready(page, LIST)
    expect(page.locator("[data-tasks]:not([data-waiting])")).to_be_visible()
    return page


def row(page, exercise):
    return page.locator(f'[data-tasks] [data-task="{exercise}"]')


def link(page, exercise):
    return row(page, exercise).get_by_role("link")


def status(page, exercise):
    return row(page, exercise).locator(".ns-task-status")


def arrived(page, exercise):
    """Wait until somebody stands before an exercise: its heading has the focus and is seen, and below it is what it asks."""
    ready(page, STAGE_OF[exercise])
    heading = exercise_on(page, exercise).get_by_role("heading", level=2).first
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(exercise_on(page, exercise).locator(".ns-form, .ns-rest").first).to_be_visible()


# ---- the app ---------------------------------------------------------------------------------------------------------


def test_the_list_has_every_exercise_by_stage_and_stands_after_the_stages(page):
    assert page.locator("[data-tasks] h2").all_inner_texts() == [stage.title for stage in STAGES]
    assert page.locator("[data-tasks] a").evaluate_all("(links) => links.map((one) => one.getAttribute('href'))") == [
        f"#/{stage.id}/{task.id}" for stage in STAGES for task in stage.tasks
    ]
    ways = page.locator("nav [data-beside]")
    assert ways.evaluate_all("(links) => links.map((one) => one.dataset.beside)") == [LIST, "your-notes"]
    expect(ways.first).to_have_attribute("aria-current", "page")
    assert page.title().startswith(SAID["title"])
    expect(page.locator("main h1")).to_have_text(SAID["title"])


def test_with_the_keyboard_alone_from_the_list_to_an_exercise_and_back_and_the_list_says_what_was_done(page):
    name = "one-good-decision"
    go(page, "start")
    page.evaluate(AT_THE_TOP)
    tab_to(page, page.locator(f'nav [data-beside="{LIST}"]'))
    page.keyboard.press("Enter")
    shown(page)
    expect(page.locator("main h1")).to_be_focused()
    expect(status(page, name)).to_be_empty()
    tab_to(page, link(page, name))
    assert not page.evaluate(WHERE)["covered"]
    page.keyboard.press("Enter")
    arrived(page, name)
    field = prompt_on(page, name, "decision").locator("textarea")
    tab_to(page, field)
    page.keyboard.type("I looked before I chose.")
    settled(page)
    page.go_back()
    shown(page)
    expect(link(page, name)).to_be_focused()
    expect(link(page, name)).to_be_in_viewport()
    expect(status(page, name)).to_have_text(STATUS["in-progress"])
    page.keyboard.press("Enter")
    arrived(page, name)
    tab_to(page, exercise_on(page, name).get_by_role("button", name=EXERCISE["done"], exact=True))
    page.keyboard.press("Enter")
    settled(page)
    page.go_back()
    shown(page)
    expect(status(page, name)).to_have_text(STATUS["done"])
    expect(link(page, name)).to_be_focused()
    expect(status(page, "four-signs")).to_be_empty()
    assert (
        link(page, name).evaluate(
            "(one) => one.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id)).includes(null)"
        )
        is False
    )


@pytest.mark.parametrize("exercise", ["letter-to-me", "small-wins", "where-am-i-now"])
def test_on_a_phone_the_exercise_is_unfolded_and_seen(phone, exercise):
    link(phone, exercise).click()
    arrived(phone, exercise)
    expect(exercise_on(phone, exercise).locator(".ns-opener")).to_have_attribute("aria-expanded", "true")
    phone.go_back()
    shown(phone)
    expect(link(phone, exercise)).to_be_focused()
    expect(link(phone, exercise)).to_be_in_viewport()


def test_every_row_leads_to_its_exercise(page):
    """One exercise of each stage by its row; the others, on pages that are there already, by their address."""
    for stage in STAGES:
        first, *others = (task.id for task in stage.tasks)
        to_list(page)
        link(page, first).click()
        arrived(page, first)
        for other in others:
            page.evaluate("(hash) => { location.hash = hash; }", f"#/{stage.id}/{other}")
            arrived(page, other)


def test_the_address_of_an_exercise_leads_there_at_once_and_that_of_its_stage_to_the_top(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        page = reader.page("safe-together/small-wins")
        arrived(page, "small-wins")
        page.locator('nav [data-stage="safe-together"]').click()
        expect(page.locator("main h1")).to_be_focused()
        assert page.evaluate("scrollY") == 0
        page.go_back()
        arrived(page, "small-wins")
        page.evaluate("location.hash = '#/safe-together/no-such'")
        expect(page.locator("main h1")).to_be_focused()
        page.evaluate("location.hash = '#/no-such/small-wins'")
        ready(page, "start")
        assert reader.errors == []


def test_a_place_that_is_being_read_is_kept_when_the_page_is_loaded_again(page):
    link(page, "listening-round").click()
    arrived(page, "listening-round")
    page.reload()
    ready(page, STAGE_OF["listening-round"])
    expect(exercise_on(page, "listening-round").get_by_role("heading", level=2).first).to_be_in_viewport()


def test_a_note_of_right_now_is_said_while_the_list_stands_there(page):
    expect(status(page, "journal")).to_be_empty()
    page.evaluate("""() => {
        const at = "2026-11-23T10:00:00.000+01:00", reply = (message) => newsoil.outbox.receive(message);
        newsoil.outbox.put({ exercise: "journal", entry: "journal-1", made_at: at, at, act: "answer", prompt: "text", value: "A word." },
            (message) => newsoil.carry(message, reply), false);
    }""")
    expect(status(page, "journal")).to_have_text(STATUS["in-progress"])


def test_while_the_notes_are_sealed_the_list_is_there_and_says_nothing_of_them(reader):
    page = reader.open("signs-in-me")
    prompt_on(page, "one-good-decision", "decision").locator("textarea").fill("I waited.")
    settled(page)
    seal(page)
    ready(page, "signs-in-me")
    to_list(page)
    expect(status(page, "one-good-decision")).to_have_text(STATUS["in-progress"])
    page.get_by_role("button", name="Lock them now").click()
    expect(page.locator("[data-tasks]")).to_contain_text(SAID["sealed"])
    expect(status(page, "one-good-decision")).to_be_empty()
    expect(page.locator("[data-tasks] a")).to_have_count(len(STAGE_OF))
    link(page, "small-wins").click()
    page.wait_for_selector('main[data-stage="safe-together"]')
    expect(exercise_on(page, "small-wins").get_by_role("heading", level=2).first).to_be_focused()
    page.go_back()
    shown(page)
    unseal(page)
    expect(status(page, "one-good-decision")).to_have_text(STATUS["in-progress"])
    expect(page.get_by_text(SAID["sealed"])).to_be_hidden()


# ---- without a kernel ------------------------------------------------------------------------------------------------


def test_before_the_kernel_is_there_the_list_can_be_read_and_its_links_lead_on(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        page, held, free = reader.context.new_page(), [], []
        page.route("**/workbook.js", lambda route: route.continue_() if free else held.append(route))
        page.goto(f"http://127.0.0.1:{shared_app.port}/?token={shared_app.token}", wait_until="commit")
        expect(page.locator("#ns-first h1")).to_be_visible(timeout=40_000)
        page.locator(f'nav [data-beside="{LIST}"]').click()
        expect(page.locator("#ns-first h1")).to_have_text(SAID["title"])
        assert page.locator("#ns-first .ns-task a").all_inner_texts() == [task.title for stage in STAGES for task in stage.tasks]
        page.locator("#ns-first").get_by_role("link", name=GUIDE.exercise("small-wins").title, exact=True).click()
        expect(page).to_have_url(re.compile("/small-wins$"))
        free.append(True)  # Voilà's front end asks for it late
        for route in held:
            route.continue_()
        arrived(page, "small-wins")
        expect(page.locator("#ns-first")).to_have_count(0)
        page.go_back()
        shown(page)
        expect(link(page, "small-wins")).to_be_focused()


def test_what_is_read_of_the_list_stays_where_it_is_when_the_widget_comes(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        page, held = reader.context.new_page(), []
        page.route("**/tasks.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
        page.goto(f"http://127.0.0.1:{shared_app.port}/?token={shared_app.token}#/{LIST}", wait_until="commit")
        page.wait_for_selector("#ns-first .ns-task", timeout=40_000)
        page.wait_for_selector("#ns-leaving", state="attached")
        title = GUIDE.stage("seeing-change").title
        page.locator("#ns-first").get_by_role("heading", name=title).evaluate("(one) => one.scrollIntoView()")
        before = page.get_by_role("heading", name=title).bounding_box()["y"]
        for route in held:
            route.continue_()
        page.unroute("**/tasks.js")
        shown(page)
        assert abs(page.locator("[data-tasks]").get_by_role("heading", name=title).bounding_box()["y"] - before) <= 2


@pytest.mark.thorough
def test_when_the_kernel_is_gone_the_list_comes_all_the_same(chromium, tmp_path):
    with running("app", tmp_path / "home") as server, reading(chromium, server) as reader:
        page = reader.open("start")
        server.kill_kernels()
        page.locator(f'nav [data-beside="{LIST}"]').click()
        expect(page.locator("main h1:visible")).to_have_text(SAID["title"], timeout=60_000)
        expect(page.locator(".ns-tasks a").first).to_be_visible()


# ---- for everyone ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_and_the_whole_of_a_row_leads(chromium, lived_in, width, scheme):
    with reading(chromium, lived_in, viewport={"width": width, "height": 800}, color_scheme=scheme) as reader:
        page = shown(reader.page(LIST))
        expect(page.locator('[data-task][data-status="in-progress"], [data-task][data-status="done"]').first).to_be_visible()
        assert faults(page) == []
        assert page.evaluate(CUT) == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        rows = page.locator("[data-task]").evaluate_all(LED_BY)
        assert [one for one in rows if one["height"] < ROW or not one["whole"]] == []
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
        said = set(page.locator(".ns-task-status").all_inner_texts())
        assert said <= {"", STATUS["in-progress"], STATUS["done"]}


# ---- JupyterLab ------------------------------------------------------------------------------------------------------


@pytest.mark.thorough
def test_in_jupyterlab_a_row_opens_the_notebook_of_its_stage_and_what_is_written_there_is_said(chromium, home):
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = run_all(reader, f"{LIST}.ipynb")
        expect(page.locator("[data-tasks]:not([data-waiting])")).to_be_visible(timeout=20_000)
        expect(page.locator("[data-tasks] a")).to_have_count(len(STAGE_OF))
        assert link(page, "small-wins").get_attribute("href") == "04-safe-together.ipynb"
        assert faults_in_list(page) == []
        link(page, "small-wins").click()
        opened = page.locator(".jp-NotebookPanel:visible")
        expect(opened.get_by_role("heading", name=GUIDE.stage("safe-together").title, level=1)).to_be_visible(timeout=30_000)
        expect(page.locator(".jp-Dialog")).to_have_count(0)
        assert page.url.split("?")[0].endswith("/lab/tree/04-safe-together.ipynb")
        reached(lambda: is_ready(server, "04-safe-together.ipynb"), within=60)
        for _ in range(8):  # cells that are run in the moment after the kernel's start are dropped
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
            with suppress(Error):
                opened.locator('[data-exercise="small-wins"]:not([data-waiting])').wait_for(timeout=8_000)
                break
        prompt_on(page, "small-wins", "win").locator("textarea").fill("We found the notebook.")
        settled(page)
        page.get_by_role("tab", name=f"{LIST}.ipynb").click()
        expect(status(page, "small-wins")).to_have_text(STATUS["in-progress"])
        assert reader.elsewhere == []
        page.close(run_before_unload=True)


def faults_in_list(page):
    """What axe finds in the list itself; the rest is JupyterLab's."""
    from axe_playwright_python.sync_playwright import Axe

    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(page, context="[data-tasks]", options={"runOnly": rules, "resultTypes": ["violations"]})
    return [one["id"] for one in found.response["violations"]]
