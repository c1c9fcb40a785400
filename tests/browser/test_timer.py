"""The timer of a listening round: it runs where somebody starts it, and says its beginning, its half and its end."""

import re

import pytest
from playwright.sync_api import expect

from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.exercise_texts import exercise_texts
from newsoil.guide import read_guide

GUIDE = read_guide(guide_folder())
EXERCISE = GUIDE.exercise("listening-round")
MINUTES = GUIDE.number(EXERCISE.timer)
SAID = GUIDE.words["exercise"]
START, STOP = SAID["timer-start"].format(minutes=MINUTES), SAID["timer-stop"]
TOLD = ".ns-timer [role=status]"


@pytest.fixture
def page(reader):
    page = reader.open(EXERCISE.stage)
    page.clock.install()
    yield page
    assert (reader.errors, reader.elsewhere) == ([], [])


def test_only_where_a_timer_is_of_use_is_there_one(page):
    timed = [one.id for one in GUIDE.shown if exercise_texts(GUIDE, one)["timer"]]
    assert timed == [EXERCISE.id]
    expect(page.get_by_role("button", name=re.compile("timer"))).to_have_count(1)


def test_it_says_when_it_ends_when_half_is_over_and_when_it_is_over(page):
    sheet = exercise_on(page, EXERCISE.id)
    told = sheet.locator(TOLD)
    expect(told).to_be_empty()
    sheet.get_by_role("button", name=START).click()
    expect(told).to_have_text(re.compile(r"^It runs until \d\d:\d\d\."))
    expect(sheet.get_by_role("button", name=STOP)).to_be_focused()
    ends = re.search(r"\d\d:\d\d", told.inner_text())[0]
    page.clock.run_for(MINUTES * 30_000 + 1000)
    expect(told).to_have_text(SAID["timer-half"].format(time=ends))
    page.clock.run_for(MINUTES * 30_000)
    expect(told).to_have_text(f"{SAID['timer-over'].format(minutes=MINUTES)} {SAID['timer-turn']}", use_inner_text=True)
    expect(sheet.get_by_role("button", name=START)).to_be_focused()


def test_it_can_be_stopped_and_says_nothing_then(page):
    sheet = exercise_on(page, EXERCISE.id)
    sheet.get_by_role("button", name=START).click()
    sheet.get_by_role("button", name=STOP).click()
    expect(sheet.locator(TOLD)).to_be_empty()
    page.clock.run_for(MINUTES * 60_000)
    expect(sheet.locator(TOLD)).to_be_empty()


def test_it_goes_on_while_something_is_answered_or_said_at_the_gate(page):
    """The form is drawn anew after a yes; what runs is the same."""
    sheet = exercise_on(page, EXERCISE.id)
    sheet.get_by_role("button", name=START).click()
    prompt_on(page, EXERCISE.id, "felt-heard").get_by_role("radio").first.check()
    sheet.locator(".ns-gate").evaluate("(gate) => gate.querySelector('details')?.setAttribute('open', '')")
    sheet.locator(".ns-gate").get_by_role("checkbox").first.check()
    expect(prompt_on(page, EXERCISE.id, "role")).to_have_count(0)
    expect(sheet.get_by_role("button", name=STOP)).to_be_visible()
    page.clock.run_for(MINUTES * 60_000)
    expect(sheet.get_by_role("button", name=START)).to_be_visible()
    over = SAID["timer-over"].format(minutes=MINUTES)
    expect(sheet.locator(TOLD)).to_have_text(over, use_inner_text=True)  # nobody is asked to change over
    settled(page)
