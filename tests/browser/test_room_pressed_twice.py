"""What cannot be taken back, on the console in a real browser: one press too many does nothing, and what would be lost is asked once."""

import re

import pytest
from playwright.sync_api import expect

from rooms import SETTLED, meeting
from test_room_console import Phones


@pytest.fixture
def room(home):
    with meeting(home) as server:
        yield server


@pytest.fixture
def asking(chromium, room):
    """A console at the pulse, with five phones and the focus on the button that opens the question."""
    phones = Phones(room.port, room.kept["code"], 5)
    room.begin()
    room.move("pulse")
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{room.address}lead#{room.kept['keys']['facilitator']}")
    page.get_by_role("button", name="Open the question").focus()
    page.wait_for_timeout(SETTLED)
    yield page, phones
    context.close()
    phones.leave()


def enough_answered(page, room, phones, number):
    """So many have answered, and the button listens again."""
    answer(room, phones, number)
    expect(page.get_by_text(f"{number} answered")).to_be_visible()
    page.wait_for_timeout(SETTLED)


def opened(page):
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close the question")).to_be_focused()


def answer(room, phones, number):
    block = room.kept["plan"]["block"][room.kept["place"]]
    for phone in range(number):
        assert phones.says(phone, kind="answer", block=block["id"], choice=block["pulse"]["choices"][0]["id"])["kind"] == "done"


def ended(room):
    return [one["ended"] for one in room.kept["releases"]]


def test_two_presses_open_a_question_and_do_not_close_it(room, asking):
    page, _ = asking
    opened(page)
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert ended(room) == ["open"]


def test_a_question_with_too_few_answers_is_closed_when_it_was_asked_once(room, asking):
    page, phones = asking
    opened(page)
    enough_answered(page, room, phones, 3)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Close the question now?")
    expect(dialog).to_contain_text("Fewer than 5 have answered so far")
    expect(dialog.get_by_role("button", name="Leave it open")).to_be_focused()
    page.keyboard.press("Enter")
    assert ended(room) == ["open"]
    page.wait_for_timeout(SETTLED)
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Close the question").click()
    expect(page.locator(".con-results")).to_contain_text("Fewer than 5 people answered")


def test_a_question_that_enough_have_answered_closes_at_once(room, asking):
    page, phones = asking
    opened(page)
    enough_answered(page, room, phones, 5)
    page.keyboard.press("Enter")
    expect(page.locator(".con-results")).to_contain_text("Most people here chose")


@pytest.mark.parametrize("way", ["button", "key", "back"])
def test_moving_on_while_a_question_is_open_is_asked_once(room, asking, way):
    page, _ = asking
    opened(page)
    page.wait_for_timeout(SETTLED)
    if way == "key":
        page.keyboard.press("n")
    else:
        page.get_by_role("button", name=re.compile("^Move the group to" if way == "button" else "^Back to")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("The question is still open")
    expect(dialog.get_by_role("button", name="Stay here")).to_be_focused()
    page.keyboard.press("Enter")
    assert ended(room) == ["open"]
    page.keyboard.press("n")
    dialog.get_by_role("button", name=re.compile("^Move the group to")).click()
    expect(page.locator(".con-results")).to_contain_text("broken off")
