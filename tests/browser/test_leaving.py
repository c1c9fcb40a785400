"""A page that is left at once keeps the last word; a stage has an address; a kernel ends with its page."""

import pytest
from playwright.sync_api import expect

from conftest import entries, go, reading, ready
from filling import prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from servers import reached, running

STAGE, EXERCISE, PROMPT = "after-trust-was-hurt", "journal", "text"
STAGES = [stage.id for stage in read_guide(guide_folder()).stages]
ROUNDS = 3

TYPE_AND_LEAVE = """(field, [words, leave]) => {
    field.focus();
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    ({
        reload: () => location.reload(),
        away: () => location.assign("about:blank"),
        stage: () => (location.hash = "#/signs-in-me"),
        back: () => history.back(),
    })[leave]();
}"""
"""The last key and the leaving in one breath: no blur and no pause between them."""


@pytest.fixture(scope="module")
def visitor(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        yield reader


@pytest.fixture
def lean(chromium, tmp_path):
    """A visitor of an app that keeps no page ready, so that every kernel is one of a page."""
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server, reading(chromium, server) as reader:
        yield reader


@pytest.fixture(scope="module")
def page(visitor):
    """One page for all tests that do not close it."""
    return visitor.open("start")


@pytest.fixture
def home(shared_app):
    return shared_app.home


def field(page):
    return prompt_on(page, EXERCISE, PROMPT).locator("textarea")


def kept(home, words):
    """Wait until the one note in the journal holds these words."""
    reached(lambda: [entry["answers"].get(PROMPT) for entry in entries(home) if entry["exercise"] == EXERCISE] == [words])


@pytest.mark.parametrize("leave", ["reload", "away", "stage", "back"])
def test_the_last_word_is_kept_when_a_page_is_left_in_the_same_moment(page, home, leave):
    go(page, STAGE)
    for round_ in range(ROUNDS):
        words = f"{leave}, last word {round_}"
        if leave == "back":
            go(page, "start")
            go(page, STAGE)
        with page.expect_navigation():  # so that what is looked at next is the page that came
            field(page).evaluate(TYPE_AND_LEAVE, [words, leave])
        kept(home, words)
        if leave == "away":
            page.wait_for_url("about:blank")
            page.go_back()
        elif leave != "reload":
            ready(page, {"stage": "signs-in-me", "back": "start"}[leave])
            settled(page)
            go(page, STAGE)
        ready(page, STAGE)
        expect(field(page)).to_have_value(words)


@pytest.mark.parametrize("leave", ["away", "reload"])
def test_the_last_word_is_kept_when_what_the_line_was_given_goes_down_with_the_page(page, shared_app, home, leave):
    """A browser may throw away what a websocket was given in the moment before another page comes. The kernel ends all the same."""
    go(page, STAGE)
    kernels = set(shared_app.kernels())
    page.evaluate("WebSocket.prototype.send = () => {}")
    words = f"{leave}, thrown away"
    with page.expect_navigation():
        field(page).evaluate(TYPE_AND_LEAVE, [words, leave])
    kept(home, words)
    reached(lambda: kernels - set(shared_app.kernels()))
    if leave == "away":
        page.wait_for_url("about:blank")
        page.go_back()
    else:
        page.reload()  # the page that came at once may have been there before the word
    ready(page, STAGE)
    expect(field(page)).to_have_value(words)


def test_the_last_word_of_a_page_whose_words_another_carries_is_kept(chromium, tmp_path):
    with running("app", tmp_path / "home") as server, reading(chromium, server) as reader:
        page = reader.open(STAGE)
        server.kill_kernels()
        field(page).fill("carried")
        reached(lambda: page.evaluate("newsoil.outbox.courier !== null && newsoil.outbox.pending.size === 0"), within=60)
        page.evaluate("newsoil.carrier.WebSocket.prototype.send = () => {}")
        with page.expect_navigation():
            field(page).evaluate(TYPE_AND_LEAVE, ["carried, and more", "away"])
        kept(server.home, "carried, and more")


def test_the_last_word_is_kept_when_the_tab_is_closed_with_keys_still_warm(visitor, home):
    for round_ in range(ROUNDS):
        page = visitor.open(STAGE)
        field(page).fill("")
        field(page).press_sequentially(f"closed, last word {round_}")
        page.close(run_before_unload=True)
        kept(home, f"closed, last word {round_}")


def test_a_choice_is_kept_when_the_tab_is_closed_in_the_same_moment(visitor, home):
    page = visitor.open("start")
    prompt_on(page, "where-am-i-now", "situation").get_by_role("radio").first.check()
    page.close(run_before_unload=True)
    reached(lambda: any(entry["answers"] == {"situation": "new-partner"} for entry in entries(home)))


def test_the_kernel_ends_when_its_page_is_closed_or_loaded_again(lean):
    app, reader = lean.server, lean
    one, other = reader.open("start"), reader.open("questions")
    assert len(app.kernels()) == 2
    first = set(app.kernels())
    other.reload()
    ready(other, "questions")
    reached(lambda: len(app.kernels()) == 2 and set(app.kernels()) != first)
    for page in (one, other):
        page.close(run_before_unload=True)
    reached(lambda: not app.kernels())


def test_every_stage_has_an_address_and_back_and_forward_move_between_them_without_a_page_load(page):
    go(page, STAGES[0])
    page.evaluate("window.sameLoad = true")
    for stage in STAGES[1:]:
        page.click(f'nav [data-stage="{stage}"]')
        ready(page, stage)
        assert page.url.endswith(f"/#/{stage}")
        expect(page.locator("nav [aria-current=page]")).to_have_attribute("data-stage", stage)
        expect(page.locator("main h1")).to_have_count(1)
    for stage in reversed(STAGES[:-1]):
        page.go_back()
        ready(page, stage)
    page.go_forward()
    ready(page, STAGES[1])
    assert page.evaluate("window.sameLoad && performance.getEntriesByType('navigation').length === 1")
    assert page.title().startswith(page.locator("main h1").inner_text())


def test_the_app_goes_on_where_the_person_was(page, shared_app):
    go(page, "day-by-day")
    page.goto("about:blank")
    page.goto(f"http://127.0.0.1:{shared_app.port}/")
    ready(page, "day-by-day")
    assert page.url.endswith("/#/day-by-day")


def test_the_token_leaves_the_address_and_a_bookmark_works_without_it(visitor, shared_app):
    page = visitor.open("questions")
    assert page.url == f"http://127.0.0.1:{shared_app.port}/#/questions"
    assert page.evaluate("history.length") == 2, "about:blank and the page: no entry with a token"
    assert page.evaluate("performance.getEntriesByType('navigation')[0].name").split("#")[0] == f"http://127.0.0.1:{shared_app.port}/"
    page.goto(f"http://127.0.0.1:{shared_app.port}/#/start")
    page.reload()
    ready(page, "start")
    page.close(run_before_unload=True)


def test_words_are_there_when_a_person_goes_to_another_stage_and_back(page):
    go(page, STAGE)
    field(page).fill("here and there")
    for stage in ("signs-in-me", STAGE, "seeing-change", STAGE):
        page.click(f'nav [data-stage="{stage}"]')
        ready(page, stage)
    expect(field(page)).to_have_value("here and there")


def test_a_chart_comes_although_words_were_typed_in_the_moment_before(page):
    page.reload()
    ready(page, page.evaluate("location.hash.slice(2)"))
    go(page, STAGE)
    field(page).evaluate(TYPE_AND_LEAVE, ["and on to a stage with a chart", "stage"])
    ready(page, "signs-in-me")
    page.locator("[data-chart]").scroll_into_view_if_needed()
    expect(page.locator("[data-chart] h3")).to_be_visible(timeout=10_000)


def test_an_address_of_no_stage_opens_the_first(page):
    go(page, STAGE)
    page.evaluate("location.hash = '#/no-such-stage'")
    ready(page, STAGES[0])
    expect(page.locator("nav [aria-current=page]")).to_have_attribute("data-stage", STAGES[0])
    go(page, STAGE)
