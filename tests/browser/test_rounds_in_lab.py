"""In JupyterLab too, a page says once that a theme comes back, and no notebook keeps a trace of it."""

import pytest
from playwright.sync_api import expect

from conftest import entries, reading
from filling import settled
from going_round import GUIDE, TITLE, WORDS, card, lay, paused, tag, write
from lab_pages import run_all
from newsoil.journal import Store, change_settings
from servers import reached, running

NOTEBOOK = "01-after-trust-was-hurt.ipynb"


@pytest.fixture
def at_lab(chromium, home):
    lay(home)
    with running("lab", home) as server, reading(chromium, server) as reader:
        yield reader


@pytest.mark.thorough
def test_it_leads_to_a_tool_and_to_another_notebook_and_can_be_closed_and_the_notebook_knows_nothing_of_it(at_lab, home):
    page = run_all(at_lab, NOTEBOOK)
    write(page)
    expect(card(page).get_by_role("status")).to_contain_text(WORDS["now"])
    expect(card(page).get_by_role("status").get_by_role("link")).to_have_count(0)
    card(page).get_by_role("button", name=WORDS["steady"]).click()
    expect(page.locator(".ns-now")).to_be_visible()
    page.keyboard.press("Escape")
    card(page).locator("summary").click()
    expect(card(page).get_by_text(WORDS["off-elsewhere"])).to_be_visible()
    card(page).get_by_role("button", name=WORDS["go-on"]).click()
    expect(card(page)).to_have_count(0)
    tag(page).uncheck()
    tag(page).check()
    settled(page)
    paused(page)
    expect(card(page)).to_have_count(0)
    assert entries(home)[-1]["status"] == "draft"
    path = home / "notebooks" / NOTEBOOK
    before = path.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    reached(lambda: path.stat().st_mtime_ns != before)
    assert not any(trace in path.read_text("utf-8") for trace in (TITLE, WORDS["title"], WORDS["says"]))
    assert at_lab.elsewhere == []
    page.close(run_before_unload=True)


@pytest.mark.thorough
def test_it_leads_to_the_notebook_of_loop_or_path(at_lab):
    page = run_all(at_lab, NOTEBOOK)
    write(page)
    exercise = GUIDE.exercise("loop-or-path")
    card(page).get_by_role("link", name=exercise.title).click()
    notebook = next(stage.notebook for stage in GUIDE.stages if stage.id == exercise.stage)
    expect(page.get_by_role("tab", name=notebook)).to_be_visible(timeout=20_000)
    page.close(run_before_unload=True)


@pytest.mark.thorough
def test_whoever_switched_it_off_in_the_app_has_none_in_jupyterlab(at_lab, home):
    change_settings(Store(home).folder, {"rounds": "off"})
    page = run_all(at_lab, NOTEBOOK)
    write(page)
    paused(page)
    expect(card(page)).to_have_count(0)
    page.close(run_before_unload=True)
