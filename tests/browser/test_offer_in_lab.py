"""In JupyterLab too, help is offered beside words that sound like danger, and no notebook keeps a trace of it."""

import pytest
from playwright.sync_api import expect

from conftest import reading
from filling import prompt_on, settled
from lab_pages import run_all
from newsoil._paths import guide_folder, support_folder
from newsoil.guide import read_guide, read_support
from newsoil.journal import Store, change_settings
from servers import reached, running

WORDS = read_guide(guide_folder()).words["acute"]
LISTS = [line.address for line in read_support(support_folder()).directories()]
NOTEBOOK, EXERCISE, PROMPT = "01-after-trust-was-hurt.ipynb", "journal", "text"
DANGER = "I want to die"
PAUSE = 1300
"""Milliseconds, a little more than the page waits after the last key: a timer of the page that was begun later ends later."""


@pytest.fixture
def at_lab(chromium, home):
    with running("lab", home) as server, reading(chromium, server) as reader:
        yield reader


@pytest.mark.thorough
def test_a_card_names_lists_of_helplines_and_can_be_closed_and_the_notebook_knows_nothing_of_it(at_lab, home):
    page = run_all(at_lab, NOTEBOOK)
    field, card = prompt_on(page, EXERCISE, PROMPT).locator("textarea"), page.get_by_role("group", name=WORDS["title"])
    field.fill(DANGER)
    expect(card).to_be_visible()
    for address in LISTS:
        expect(card).to_contain_text(address)
    expect(card.get_by_role("link")).to_have_count(0)
    card.get_by_role("button", name=WORDS["close"]).click()
    expect(card).to_have_count(0)
    settled(page)
    path = home / "notebooks" / NOTEBOOK
    before = path.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    reached(lambda: path.stat().st_mtime_ns != before)
    assert not any(trace in path.read_text("utf-8") for trace in (DANGER, WORDS["title"], "phrases"))
    assert at_lab.elsewhere == []
    page.close(run_before_unload=True)


@pytest.mark.thorough
def test_whoever_switched_it_off_in_the_app_has_none_in_jupyterlab(at_lab, home):
    change_settings(Store(home).folder, {"acute": "off"})
    page = run_all(at_lab, NOTEBOOK)
    field = prompt_on(page, EXERCISE, PROMPT).locator("textarea")
    field.fill(DANGER)
    settled(page)
    page.evaluate("(after) => new Promise((done) => setTimeout(done, after))", PAUSE)
    expect(page.get_by_role("group", name=WORDS["title"])).to_have_count(0)
    page.close(run_before_unload=True)
