"""After long writing a page says that one may stop, and goes on."""

import pytest
from playwright.sync_api import expect

from conftest import FIRST
from filling import exercise_on, prompt_on


@pytest.fixture
def page(reader):
    page = reader.open(FIRST)
    yield page
    assert (reader.errors, reader.elsewhere) == ([], [])


@pytest.mark.client  # its clock jumps, and with it every limit of time that Voilà's own front end has for what it still loads
def test_after_long_writing_it_is_said_once_that_one_may_stop(page):
    """Twenty minutes without a rest; a rest begins them anew."""
    page.clock.install()
    sheet, words = exercise_on(page, "where-am-i-now"), prompt_on(page, "where-am-i-now", "wish").locator("textarea, input").first
    said = sheet.locator(".ns-soft-end")

    def write(minutes):
        for _ in range(minutes // 4):
            words.press_sequentially("a")
            page.clock.run_for(4 * 60_000)

    write(16)
    page.clock.run_for(6 * 60_000)
    write(20)
    expect(said).to_be_empty()
    words.press_sequentially("a")
    expect(said).to_contain_text("20 minutes")
    said.get_by_role("button").click()
    expect(said).to_be_empty()
    write(24)
    expect(said).to_be_empty()
