"""For whoever was hurt a short while ago, what goes deep waits: it is offered last, and a way to steady oneself comes first."""

import pytest
from playwright.sync_api import expect

from conftest import FIRST, entries, go
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.guide.tasks import tasks_of

GUIDE = read_guide(guide_folder())
SAID = GUIDE.words["exercise"]
HARD = {exercise.id for exercise in GUIDE.shown if exercise.hard}
DEEP = "trust-timeline"


@pytest.fixture
def page(reader):
    page = reader.open(FIRST)
    prompt_on(page, "where-am-i-now", "time-since").get_by_role("radio").first.check()
    settled(page)
    yield page
    assert (reader.errors, reader.elsewhere) == ([], [])


def test_what_goes_deep_waits_and_is_offered_last(page, home):
    go(page, GUIDE.exercise(DEEP).stage)
    sheet = exercise_on(page, DEEP)
    expect(sheet).to_contain_text(SAID["hard-now"])
    expect(sheet.locator("[data-prompt]")).to_have_count(0)
    steady = sheet.get_by_role("button", name=SAID["hard-first"])
    steady.click()
    expect(page.get_by_role("dialog", name=GUIDE.words["right-now-tools"]["grounding"])).to_be_visible()
    page.keyboard.press("Escape")
    expect(steady).to_be_focused()

    page.evaluate("location.hash = '#/all-exercises'")
    stages = [stage for stage in tasks_of(GUIDE) if HARD & {task.id for task in stage.tasks}]
    assert stages
    for stage in stages:
        shown = page.locator(f'section[aria-labelledby="ns-tasks-{stage.id}"] [data-task]')
        in_order = [task.id for task in stage.tasks]
        expect(shown.last).to_contain_text(GUIDE.words["tasks"]["waits"])
        assert shown.evaluate_all("(rows) => rows.map((row) => row.dataset.task)") == sorted(in_order, key=lambda one: one in HARD)

    page.locator(f'[data-task="{DEEP}"] a').click()
    sheet.get_by_role("button", name=SAID["hard-open"]).click()
    expect(sheet.locator("[data-prompt]").first).to_be_visible()
    assert [entry["exercise"] for entry in entries(home)] == ["where-am-i-now"]
