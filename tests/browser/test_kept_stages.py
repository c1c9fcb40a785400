"""A stage that was open before, and the one that comes next, are there at once: whatever the kernel is doing."""

import shutil

import pytest
from playwright.sync_api import expect

from conftest import entries, go, reading, ready
from filling import exercise_on, prompt_on, settled
from newsoil._paths import DATA, guide_folder
from newsoil.guide import read_guide
from servers import reached, running
from test_sealed_notes import seal, unseal

GUIDE = read_guide(guide_folder())
FIRST, SECOND, THIRD, FOURTH = [stage.id for stage in GUIDE.stages][:4]
SEALED = GUIDE.words["exercise"]["sealed"]
WITHIN = 1500
"""Milliseconds in which a stage is there that needs nobody's answer, on a busy machine."""
RESENT = 6000
"""Milliseconds after which a page has sent again what nobody has answered."""


@pytest.fixture
def app(home):
    """The app with our own page client, whatever front end the other tests have: Voilà's draws each stage when it is opened."""
    with running("app", home, NEWSOIL_FRONT="client") as server:
        yield server


@pytest.fixture
def page(reader):
    page = reader.open(FIRST)
    yield page
    assert (reader.errors, reader.elsewhere) == ([], [])


def click(page, stage):
    page.locator(f'#ns-stages [data-stage="{stage}"]').click()


def there(page, stage):
    return page.locator(f'main[data-stage="{stage}"] [data-exercise]:not([data-waiting]) .ns-form').first


def drawn_ahead(page, stage):
    """Wait until the next stage stands ready: it is played a moment after this one stands there, and then asks for its notes."""
    expect(page.locator(f'.ns-place[data-ahead="{stage}"]')).to_have_count(1, timeout=20_000)


def test_the_next_stage_and_those_before_are_there_while_the_kernel_sleeps_and_words_are_kept(page, app):
    prompt_on(page, "where-am-i-now", "wish").locator("textarea, input").first.fill("a quiet place")
    settled(page)
    go(page, SECOND)
    drawn_ahead(page, THIRD)
    with app.kernels_asleep():
        click(page, FIRST)
        expect(there(page, FIRST)).to_be_visible(timeout=WITHIN)
        expect(page.locator("main h1")).to_be_focused()
        words = prompt_on(page, "where-am-i-now", "wish").locator("textarea, input").first
        expect(words).to_have_value("a quiet place")
        words.fill("a quiet place, and time")
        click(page, SECOND)
        expect(there(page, SECOND)).to_be_visible(timeout=WITHIN)
        click(page, THIRD)
        expect(there(page, THIRD)).to_be_visible(timeout=WITHIN)
    reached(lambda: [entry["answers"] for entry in entries(app.home)] == [{"wish": "a quiet place, and time"}], within=20)
    settled(page)
    expect(there(page, THIRD)).to_be_visible()


def test_whoever_opens_stages_in_a_row_stays_at_the_last_and_can_write_meanwhile(page, app):
    """The kernel answers all of it later, some of it twice: what it says of an earlier click moves nothing."""
    go(page, SECOND)
    go(page, FIRST)
    page.evaluate("""() => {
        const main = document.querySelector('main');
        globalThis.moved = [];
        new MutationObserver(() => moved.push(main.dataset.stage)).observe(main, { attributes: true, attributeFilter: ['data-stage'] });
    }""")
    with app.kernels_asleep():
        for stage in (SECOND, FIRST, FOURTH, SECOND):
            click(page, stage)
        words = prompt_on(page, "journal", "text").locator("textarea")
        words.click()
        page.keyboard.type("I waited ")
        page.wait_for_timeout(RESENT)
        page.keyboard.type("and looked")
    settled(page)
    page.keyboard.type(" again.")
    expect(words).to_have_value("I waited and looked again.")
    expect(words).to_be_focused()
    settled(page)
    assert page.evaluate("moved") == [SECOND, FIRST, SECOND]
    assert [entry["answers"] for entry in entries(app.home)] == [{"text": "I waited and looked again."}]
    go(page, FOURTH)
    ready(page, FOURTH)


def test_whoever_takes_a_click_back_before_it_was_answered_stays(page, app):
    go(page, SECOND)
    with app.kernels_asleep():
        click(page, FOURTH)
        click(page, SECOND)
    prompt_on(page, "journal", "text").locator("textarea").fill("still here")
    settled(page)  # the kernel has answered, and what it was asked before
    expect(page.locator("main")).to_have_attribute("data-stage", SECOND)
    expect(there(page, SECOND)).to_be_visible()


def test_a_stage_that_was_drawn_ahead_has_one_gate_open(page, app):
    go(page, "safe-together")
    drawn_ahead(page, "what-to-tell")
    with app.kernels_asleep():
        click(page, "what-to-tell")
        expect(there(page, "what-to-tell")).to_be_visible(timeout=WITHIN)
    assert page.locator(".ns-gate").count() > 1
    assert page.locator(".ns-gate:not(:has(> details))").count() == 1


def test_what_another_page_wrote_is_there_when_somebody_comes_back(page, reader):
    go(page, SECOND)
    go(page, FIRST)
    other = reader.open(SECOND)
    prompt_on(other, "journal", "text").locator("textarea").fill("written elsewhere")
    settled(other)
    other.close()
    click(page, SECOND)
    expect(exercise_on(page, "journal").get_by_text("written elsewhere").first).to_be_attached()


def test_nothing_is_kept_out_of_sight_when_the_notes_are_locked(page, app):
    """Not even while the kernel is slow to hear of it."""
    seal(page)
    ready(page, FIRST)
    go(page, SECOND)
    with app.kernels_asleep():
        click(page, FIRST)
        expect(there(page, FIRST)).to_be_visible(timeout=WITHIN)
        click(page, SECOND)
        page.get_by_role("button", name="Lock them now").click()
        click(page, FIRST)
        page.wait_for_timeout(500)
        expect(page.locator("main")).to_have_attribute("data-stage", SECOND)
    expect(page.locator("main")).to_have_attribute("data-stage", FIRST, timeout=20_000)
    expect(exercise_on(page, "where-am-i-now")).to_contain_text(SEALED)
    expect(page.locator("[data-exercise] .ns-form")).to_have_count(0)
    unseal(page)
    ready(page, FIRST)
    drawn_ahead(page, SECOND)
    with app.kernels_asleep():
        click(page, SECOND)
        expect(there(page, SECOND)).to_be_visible(timeout=WITHIN)


def test_a_chart_is_as_wide_as_the_page_when_its_stage_comes_back(chromium, home):
    shutil.copytree(DATA / "sample" / "journals" / "sample", home / "journals" / "mine")
    with running("app", home, NEWSOIL_FRONT="client") as server, reading(chromium, server) as reader:
        page = reader.open("seeing-change")
        picture = page.locator(".ns-picture").first
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_attribute("data-drawn", "", timeout=20_000)
        go(page, FIRST)
        page.set_viewport_size({"width": 390, "height": 800})
        go(page, "seeing-change")
        picture.scroll_into_view_if_needed()
        page.wait_for_function(
            "(one) => one.querySelector('svg').clientWidth === one.clientWidth && one.clientWidth < 390", arg=picture.element_handle()
        )
