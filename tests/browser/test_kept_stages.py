"""A stage that was open before, and the one that comes next, are there at once: whatever the kernel is doing."""

import pytest
from playwright.sync_api import expect

from conftest import entries, go, ready
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from servers import reached

FIRST, SECOND, THIRD, FOURTH = [stage.id for stage in read_guide(guide_folder()).stages][:4]
WITHIN = 1500
"""Milliseconds in which a stage is there that needs nobody's answer, on a busy machine."""


@pytest.fixture
def page(reader):
    page = reader.open(FIRST)
    yield page
    assert (reader.errors, reader.elsewhere) == ([], [])


def click(page, stage):
    page.locator(f'#ns-stages [data-stage="{stage}"]').click()


def there(page, stage):
    return page.locator(f'main[data-stage="{stage}"] [data-exercise]:not([data-waiting]) .ns-form').first


def drawn_ahead(page):
    """Wait until the next stage was drawn: it is played a moment after this one stands there, and then asks for its notes."""
    page.wait_for_timeout(2500)


def test_the_next_stage_and_those_before_are_there_while_the_kernel_sleeps_and_words_are_kept(page, app):
    prompt_on(page, "where-am-i-now", "wish").locator("textarea, input").first.fill("a quiet place")
    settled(page)
    go(page, SECOND)
    drawn_ahead(page)
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


def test_whoever_opens_two_stages_in_a_row_ends_at_the_second(page, app):
    go(page, SECOND)
    go(page, FIRST)
    shown = "() => document.querySelector('main').dataset.stage"
    with app.kernels_asleep():
        click(page, SECOND)
        click(page, FIRST)
        click(page, SECOND)
    page.wait_for_timeout(1500)
    assert page.evaluate(shown) == SECOND
    go(page, FOURTH)
    ready(page, FOURTH)


def test_what_another_page_wrote_is_there_when_somebody_comes_back(page, reader):
    go(page, SECOND)
    go(page, FIRST)
    other = reader.open(SECOND)
    prompt_on(other, "journal", "text").locator("textarea").fill("written elsewhere")
    settled(other)
    other.close()
    click(page, SECOND)
    expect(exercise_on(page, "journal").get_by_text("written elsewhere").first).to_be_attached()


def test_nothing_is_kept_out_of_sight_when_the_notes_are_locked_or_opened(page, app):
    go(page, SECOND)
    page.evaluate("document.dispatchEvent(new Event('newsoil:door'))")
    ready(page, SECOND)
    with app.kernels_asleep():
        click(page, FIRST)
        page.wait_for_timeout(500)
        expect(page.locator("main")).to_have_attribute("data-stage", SECOND)
    expect(there(page, FIRST)).to_be_visible(timeout=20_000)
