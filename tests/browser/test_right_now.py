"""“Right now”: two actions lead to a running tool on every page, without typing and without a kernel; it writes only when asked to."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import LOOKS, entries, go, reading, thorough
from filling import exercise_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Store
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from right_now_pages import (
    GIVEN,
    NOW,
    SILENT_WITHIN,
    TOO_SMALL,
    TOOLS,
    WORDS,
    WRITTEN,
    asked,
    at,
    begin,
    button,
    choose,
    dialog,
    onward,
    press,
    shut,
    walk,
)
from servers import reached, running
from test_accessibility import RULES, SMALLEST
from test_offer import DANGER, card

GUIDE = read_guide(guide_folder())
SHELL = GUIDE.words["shell"]
STAGES = [stage.id for stage in GUIDE.stages]
STAGE = "day-by-day"
PROSE = ["about", "leaves"]
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}

INSIDE = "document.activeElement.closest('.ns-now') !== null"


@pytest.fixture
def page(reader):
    return reader.open(STAGE)


@pytest.fixture(scope="module")
def one_page(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        page = reader.open(STAGES[0])
        page.errors = reader.errors
        yield page
        assert reader.elsewhere == []


@pytest.fixture
def looking(one_page):
    """A page that is only looked at, as wide and as bright as at first, with nothing open on it."""
    yield one_page
    one_page.keyboard.press("Escape")
    one_page.emulate_media(color_scheme="light")
    one_page.set_viewport_size({"width": 1280, "height": 900})


# ---- two actions, on every page --------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", [STAGES[0], "your-notes", *map(thorough, [*STAGES[1:], "all-exercises"])])
def test_on_every_page_two_actions_lead_to_a_running_tool(looking, stage):
    if stage in STAGES:
        go(looking, stage)
    else:
        looking.evaluate("(page) => { location.hash = `#/${page}`; }", stage)
        looking.wait_for_selector(f'main[data-stage="{stage}"]')
    expect(dialog(looking)).to_have_count(0)
    for tool in TOOLS:
        begin(looking, tool)
        at(looking, tool, TOOLS[tool]["steps"][0]["id"])
        looking.keyboard.press("Escape")
        expect(dialog(looking)).to_have_count(0)


@pytest.mark.parametrize("name", PROSE)
def test_on_a_page_that_has_no_kernel_the_tools_run_and_say_that_nothing_is_saved(chromium, lived_in, name):
    with reading(chromium, lived_in) as reader:
        page = reader.page()
        page.goto(f"http://127.0.0.1:{lived_in.port}/newsoil/{name}")
        walk(page, "grounding", {"before": ["6"], "after": ["4"]})
        expect(shut(page)).to_be_visible()
        expect(dialog(page).get_by_role("link", name=SHELL["help"])).to_have_attribute("href", "#support")
        assert reader.errors == []


def test_it_is_hidden_where_there_is_no_javascript(chromium, lived_in):
    with reading(chromium, lived_in, java_script_enabled=False) as reader:
        page = reader.page()
        expect(page.locator("header .ns-btn-help")).to_be_visible()
        expect(page.locator("[data-right-now]")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 320, thorough(390), thorough(360)])
def test_the_header_has_room_for_it(looking, width):
    go(looking, STAGES[0])
    looking.set_viewport_size({"width": width, "height": 800})
    looking.evaluate("scrollTo(0, 400)")
    boxes = [one.bounding_box() for one in looking.locator(".ns-tools > *").all()]
    assert len({box["y"] for box in boxes}) == 1, "they stand in one row"
    assert all(box["height"] >= SMALLEST and box["x"] + box["width"] <= width for box in boxes)
    assert looking.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert looking.evaluate("parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--ns-stuck'))") <= 65


# ---- the dialog ------------------------------------------------------------------------------------------------------


def test_everything_is_done_with_the_keyboard_alone(looking):
    go(looking, STAGE)

    def tab_to(locator):
        for _ in range(40):
            if locator.evaluate("(one) => one === document.activeElement"):
                return
            looking.keyboard.press("Tab")
            assert dialog(looking).count() == 0 or looking.evaluate(INSIDE), "Tab stays within"
        raise AssertionError(f"{locator} is out of reach")

    button(looking).focus()
    looking.keyboard.press("Enter")
    expect(dialog(looking).get_by_role("heading", name=WORDS["title"])).to_be_focused()
    tab_to(dialog(looking).locator("[data-tool=urge]"))
    looking.keyboard.press("Enter")
    at(looking, "urge", "before")
    tab_to(dialog(looking).get_by_role("radio").first)
    looking.keyboard.press("ArrowRight")
    expect(dialog(looking).get_by_role("radio").nth(1)).to_be_checked()
    for step in ("before", "pause", "fear", "choice", "after"):
        if step != "before":
            at(looking, "urge", step)
        if step == "fear":
            tab_to(dialog(looking).get_by_role("checkbox").first)
            looking.keyboard.press("Space")
        tab_to(dialog(looking).locator(".ns-acts .ns-btn-main"))
        looking.keyboard.press("Enter")
    expect(dialog(looking).get_by_role("heading", name=WORDS["end"])).to_be_focused()
    looking.keyboard.press("Shift+Tab")
    looking.keyboard.press("Shift+Tab")
    assert looking.evaluate(INSIDE)
    looking.keyboard.press("Escape")
    expect(dialog(looking)).to_have_count(0)
    expect(button(looking)).to_be_focused()


def test_it_is_a_named_dialog_that_covers_the_page_and_each_step_can_be_left_out_or_taken_back(looking):
    go(looking, STAGE)
    looking.set_viewport_size({"width": 390, "height": 800})
    begin(looking, "trigger")
    shown = dialog(looking)
    expect(shown).to_have_attribute("aria-modal", "true")
    expect(shown).to_have_accessible_name(TOOLS["trigger"]["title"])
    box = shown.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 800)
    clear = shown.get_by_role("button", name=WORDS["clear"])
    expect(clear).to_be_hidden()
    choose(looking, "8")
    clear.click()
    expect(shown.get_by_role("radio", checked=True)).to_have_count(0)
    choose(looking, "8")
    onward(looking)
    onward(looking)
    press(looking, "back")
    press(looking, "back")
    at(looking, "trigger", "before")
    expect(shown.get_by_role("radio", checked=True)).to_have_count(1)
    press(looking, "back")
    expect(shown.get_by_role("heading", name=WORDS["title"])).to_be_focused()
    shown.get_by_role("button", name=WORDS["close"]).click()
    expect(button(looking)).to_be_focused()


def test_help_is_one_press_away_in_it_and_gives_the_place_back(looking):
    go(looking, STAGE)
    begin(looking, "trigger")
    dialog(looking).get_by_role("link", name=SHELL["help"]).click()
    expect(dialog(looking)).to_have_count(0)
    expect(looking.locator("#support")).to_be_focused()
    expect(looking.locator("#support h2").first).to_be_in_viewport()
    looking.get_by_role("button", name=SHELL["back-where"]).click()
    expect(button(looking)).to_be_focused()


def test_a_pause_tells_when_it_begins_when_it_is_half_over_and_when_it_ends_and_ends_nothing(chromium, lived_in):
    with reading(chromium, lived_in, reduced_motion="reduce") as reader:
        page = reader.open(STAGE)
        page.clock.install()
        begin(page, "trigger")
        press(page, "begin")
        told = dialog(page).locator(".ns-vh[role=status]")
        expect(told).to_have_text(WORDS["pause-begun"].format(seconds=NOW["seconds"]))
        expect(dialog(page).locator(".ns-slow-left")).to_have_text(WORDS["pause-left"].format(seconds=75))
        assert dialog(page).locator(".ns-slow span").evaluate("(line) => getComputedStyle(line).animationName") == "none"
        page.clock.fast_forward(40_000)
        expect(told).to_have_text(WORDS["pause-half"])
        expect(dialog(page).locator(".ns-slow-left")).to_have_text(re.compile(r"\b(30|45) seconds"))
        page.clock.fast_forward(40_000)
        expect(told).to_have_text(WORDS["pause-over"])
        at(page, "trigger", "pause")
        press(page, "pause-done")
        at(page, "trigger", "feeling")
        assert reader.errors == []


def test_the_slow_line_moves_for_whoever_has_not_asked_for_no_motion(looking):
    go(looking, STAGE)
    begin(looking, "trigger")
    press(looking, "begin")
    name, lasts = (
        dialog(looking)
        .locator(".ns-slow span")
        .evaluate("(line) => [getComputedStyle(line).animationName, getComputedStyle(line).animationDuration]")
    )
    assert (name, lasts) == ("ns-slow", f"{NOW['seconds']}s")
    looking.keyboard.press("Escape")


def test_after_a_yes_at_the_gate_nobody_is_told_to_tell(looking):
    go(looking, STAGE)
    tell = {tool: next(one["label"] for one in asked(tool, "choice")["options"] if one["together"]) for tool in ("trigger", "urge")}
    for tool, label in tell.items():
        for afraid in (False, True):
            looking.evaluate(
                "(afraid) => { document.documentElement.toggleAttribute('data-afraid', afraid);"
                " document.dispatchEvent(new CustomEvent('newsoil:gate', { detail: { afraid } })); }",
                afraid,
            )
            begin(looking, tool)
            for step in TOOLS[tool]["steps"]:
                if step["id"] == "choice":
                    break
                onward(looking)
            at(looking, tool, "choice")
            expect(dialog(looking).get_by_text(label)).to_have_count(0 if afraid else 1)
            looking.keyboard.press("Escape")
            expect(dialog(looking)).to_have_count(0)
    looking.evaluate("document.documentElement.removeAttribute('data-afraid')")
    looking.evaluate("document.dispatchEvent(new CustomEvent('newsoil:gate', { detail: { afraid: false } }))")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_any_step_and_every_target_is_large_enough(looking, width, scheme):
    go(looking, STAGE)
    looking.set_viewport_size({"width": width, "height": 800})
    looking.emulate_media(color_scheme=scheme)
    found = {}

    def look(where):
        faults = Axe().run(looking, context=".ns-now", options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
        wide = looking.evaluate("(() => { const one = document.querySelector('.ns-now'); return one.scrollWidth - one.clientWidth; })()")
        found[where] = [
            *(f"{fault['id']} {node['target']} {node['failureSummary']}" for fault in faults for node in fault["nodes"]),
            *looking.evaluate(TOO_SMALL, SMALLEST),
            *([f"{wide} px too wide"] if wide > 0 else []),
        ]

    button(looking).click()
    look("the list")
    looking.keyboard.press("Escape")
    for tool, steps in TOOLS.items():
        begin(looking, tool)
        for step in steps["steps"]:
            for label in GIVEN.get(tool, {}).get(step["id"], ()):
                choose(looking, label)
            look((tool, step["id"]))
            onward(looking)
        if tool in GIVEN:
            press(looking, "note")
        look((tool, "end"))
        looking.keyboard.press("Escape")
    assert {where: some for where, some in found.items() if some} == {}
    assert looking.errors == []


# ---- noting it down --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tool", WRITTEN)
def test_a_note_is_shown_first_and_written_only_when_somebody_says_so(page, home, tool):
    walk(page, tool, GIVEN[tool])
    expect(dialog(page)).to_contain_text(WORDS["open"])
    press(page, "note")
    expect(dialog(page).locator("dd")).to_have_count(len(GIVEN[tool]))
    assert entries(home) == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    press(page, "note-write")
    expect(dialog(page).get_by_text(WORDS["noted"].format(exercise=TOOLS[tool]["exercise"]))).to_be_visible(timeout=20_000)
    expect(dialog(page).get_by_role("button", name=WORDS["note-write"])).to_be_hidden()
    settled(page)
    (entry,) = entries(home)
    assert (entry["exercise"], entry["status"]) == (tool, "done")
    assert WRITTEN[tool].items() <= entry["answers"].items()
    prompts = {prompt.id: prompt for prompt in GUIDE.exercise(tool).prompts}
    for name, value in entry["answers"].items():
        assert prompts[name].check(value) == value
    page.keyboard.press("Escape")
    go(page, GUIDE.exercise(tool).stage)
    expect(exercise_on(page, tool).locator("[data-entry]")).to_have_count(1)


def test_a_note_is_there_at_once_in_the_exercise_that_is_on_the_page(page):
    expect(exercise_on(page, "trigger").locator("[data-entry]")).to_have_count(0)
    for number in (1, 2):
        walk(page, "trigger", GIVEN["trigger"])
        press(page, "note")
        press(page, "note-write")
        expect(exercise_on(page, "trigger").locator("[data-entry]")).to_have_count(number, timeout=20_000)
        page.keyboard.press("Escape")


def test_nothing_is_written_when_nobody_says_so_and_there_is_nothing_to_write_when_nothing_was_said(page, home):
    walk(page, "urge", GIVEN["urge"])
    page.keyboard.press("Escape")
    walk(page, "urge", {})
    expect(dialog(page).get_by_role("button", name=WORDS["note"])).to_have_count(0)
    press(page, "another")
    expect(dialog(page).locator("[data-tool]")).to_have_count(1 + len(TOOLS))  # and a pause
    page.reload()
    assert entries(home) == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_own_words_are_written_and_words_that_sound_like_danger_show_where_help_is(page, home):
    begin(page, "kinder-words")
    dialog(page).get_by_label(WORDS["own"]).fill(DANGER)
    expect(card(page)).to_be_visible()
    card(page).get_by_role("link", name=SHELL["help"]).click()
    expect(page.locator("#support h2").first).to_be_in_viewport()
    assert entries(home) == []
    begin(page, "urge")
    onward(page)
    onward(page)
    dialog(page).get_by_label(WORDS["own"]).fill("That it never ends 🌱")
    for _ in range(3):
        onward(page)
    press(page, "note")
    press(page, "note-write")
    reached(lambda: [entry["answers"] for entry in entries(home)] == [{"underneath": "That it never ends 🌱"}])


# ---- when nobody answers ---------------------------------------------------------------------------------------------


def test_with_the_kernel_killed_it_works_and_says_that_nothing_is_being_saved(chromium, app, home):
    with reading(chromium, app, **CLIPBOARD) as reader:
        page = reader.open(STAGE)
        app.process.kill()
        app.kill_kernels()
        page.context.set_offline(True)
        walk(page, "trigger", GIVEN["trigger"])
        expect(shut(page)).to_be_visible(timeout=SILENT_WITHIN)
        press(page, "note")
        expect(dialog(page).locator("dd").first).to_have_text("8")
        expect(dialog(page).get_by_role("button", name=WORDS["note-write"])).to_be_hidden()
        press(page, "copy")
        expect(dialog(page).get_by_role("button", name=WORDS["copied"])).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        for step in ("before", "feeling", "choice", "after"):
            assert asked("trigger", step)["asks"] in copied
        assert "Afraid, Hurt" in copied
        assert entries(home) == []
        page.keyboard.press("Escape")
        walk(page, "grounding", {})
        expect(shut(page)).to_be_visible()


def test_while_a_kernel_is_gone_it_says_so_and_afterwards_a_note_is_written(page, app, home):
    app.kill_kernels()
    walk(page, "urge", GIVEN["urge"])
    expect(shut(page)).to_be_visible(timeout=SILENT_WITHIN)
    press(page, "note")
    press(page, "note-write")  # another kernel carries it, once it is there: the button comes back then
    reached(lambda: any(entry["status"] == "done" for entry in entries(home)), within=60)
    assert [entry["answers"] for entry in entries(home)] == [WRITTEN["urge"]]


def test_while_the_notes_are_locked_it_works_and_says_that_nothing_is_being_saved(chromium, home):
    seal(Store(home), "four words of soil", new_recovery_key())
    with running("app", home) as server, reading(chromium, server) as reader:
        page = reader.page(STAGE)
        expect(page.locator(".ns-door-card")).to_be_visible(timeout=40_000)
        walk(page, "kinder-words", GIVEN["kinder-words"])
        expect(shut(page)).to_be_visible()
        press(page, "note")
        expect(dialog(page).get_by_role("button", name=WORDS["note-write"])).to_be_hidden()
        page.keyboard.press("Escape")
        page.get_by_label("Passphrase", exact=True).fill("four words of soil")
        page.get_by_role("button", name="Open my notes").click()
        button(page).click()
        expect(dialog(page).get_by_text(WORDS["open"])).to_be_visible(timeout=20_000)


def test_shift_three_times_leaves_while_it_is_open(page):
    page.evaluate("document.documentElement.dataset.exit = 'blank'")
    begin(page, "trigger")
    seen = page.evaluate("""() => {
        const press = () => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
        [press, press, press].forEach((one) => one());
        return [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()).length;
    }""")
    assert seen == 0
    page.wait_for_url("about:blank")


def test_its_own_way_out_leaves_too(page):
    page.evaluate("document.documentElement.dataset.exit = 'blank'")
    begin(page, "grounding")
    dialog(page).get_by_role("link", name=SHELL["leave"]).click()
    page.wait_for_url("about:blank")
