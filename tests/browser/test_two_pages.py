"""Two pages write to one journal: in two tabs, or in the app and in JupyterLab. Neither loses what the other wrote."""

import pytest
from playwright.sync_api import expect

from conftest import Reader, entries, reading
from filling import prompt_on, settled
from lab_pages import run_all
from servers import running


@pytest.fixture(scope="module")
def visitor(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        yield reader


@pytest.fixture(scope="module")
def tabs(visitor):
    return visitor.open("start"), visitor.open("start")


def wish(page):
    return prompt_on(page, "where-am-i-now", "wish").locator("textarea")


def noted(server, exercise):
    return [entry for entry in entries(server.home) if entry["exercise"] == exercise]


def test_two_tabs_write_to_different_prompts_of_one_note(tabs, shared_app):
    one, other = tabs
    wish(one).fill("a quiet place")
    prompt_on(other, "where-am-i-now", "time-since").get_by_role("radio").first.check()
    for page in tabs:
        settled(page)
    (entry,) = noted(shared_app, "where-am-i-now")
    assert entry["answers"] == {"wish": "a quiet place", "time-since": "under-1-month"}


def test_two_tabs_write_to_one_prompt_the_later_stands_and_the_other_is_kept(tabs, shared_app):
    one, other = tabs
    wish(one).fill("from the first tab")
    settled(one)
    wish(other).fill("from the second tab")
    settled(other)
    (entry,) = noted(shared_app, "where-am-i-now")
    assert entry["answers"]["wish"] == "from the second tab"
    assert {"wish": "from the first tab"} in [former["answers"] for former in entry["earlier"]]
    wish(one).fill("from the first tab again")
    settled(one)
    (entry,) = noted(shared_app, "where-am-i-now")
    assert entry["answers"]["wish"] == "from the first tab again"
    assert {"wish": "from the second tab"} in [former["answers"] for former in entry["earlier"]]
    expect(wish(other)).to_have_value("from the second tab")


def test_two_tabs_write_at_the_same_time_and_every_note_is_kept(tabs, shared_app):
    for page in tabs:
        page.click('nav [data-stage="after-trust-was-hurt"]')
    fields = [prompt_on(page, "journal", "text").locator("textarea") for page in tabs]
    for number in range(10):
        for name, field in zip(("one", "other"), fields, strict=True):
            field.press_sequentially(f" {name} {number}")
    for page in tabs:
        settled(page)
    whole = {"".join(f" {name} {number}" for number in range(10)) for name in ("one", "other")}
    assert {entry["answers"]["text"] for entry in noted(shared_app, "journal")} == whole


def test_a_tab_and_a_notebook_write_to_one_journal(chromium, visitor, shared_app):
    app_page = visitor.open("signs-in-me")
    with running("lab", shared_app.home) as lab, reading(chromium, lab) as at_lab:
        lab_page = run_all(Reader(at_lab.context, lab), "02-signs-in-me.ipynb")
        prompt_on(lab_page, "one-good-decision", "decision").locator("textarea").fill("written in JupyterLab")
        prompt_on(app_page, "one-good-decision", "decision").locator("textarea").fill("written in the app")
        prompt_on(lab_page, "four-signs", "scanning").get_by_role("radio").nth(1).check()
        prompt_on(app_page, "four-signs", "scanning").get_by_role("radio").nth(2).check()
        for page in (app_page, lab_page):
            settled(page)
        assert {entry["answers"]["decision"] for entry in noted(shared_app, "one-good-decision")} == {
            "written in JupyterLab",
            "written in the app",
        }
        assert sorted(entry["answers"]["scanning"] for entry in noted(shared_app, "four-signs")) == [2, 3]
