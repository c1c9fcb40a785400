"""In a browser: what somebody writes on a hub is in their own folder, and what they wrote while their server was ended is not lost."""

import pytest
from playwright.sync_api import expect

from hub_stand import PASSWORD
from newsoil.journal import Store, read_settings
from servers import reached

pytestmark = pytest.mark.hub

STAGE = "after-trust-was-hurt"


@pytest.fixture(scope="module")
def cleo(hub, chromium):
    """A browser in which a participant signed in by the form, and said how notes are kept."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(hub.address)
    page.fill("#username_input", "cleo")
    page.fill("#password_input", PASSWORD)
    page.click("#login_submit")
    page.wait_for_url("**/user/cleo/**", timeout=90_000)
    page.locator("dialog[open] button[value=here]").click()
    page.locator("#ns-leaving button").click()
    reached(lambda: read_settings(Store(hub.home("cleo")).folder).told)
    page.close()
    yield context
    context.close()


def written(hub, words):
    """Whether words are in Cleo's folder."""
    return any(words in path.read_text("utf-8") for path in hub.home("cleo").glob("journals/*/entries/*.json"))


@pytest.fixture
def page(hub, cleo):
    page = cleo.new_page()
    page.goto(f"{hub.address}/user/cleo/#/{STAGE}")
    page.locator(f'main[data-stage="{STAGE}"] textarea:visible').first.wait_for(timeout=40_000)
    yield page
    page.close()


def test_an_answer_is_in_the_persons_own_folder_and_the_page_says_that_it_is_on_a_server(hub, page):
    page.locator("textarea:visible").first.fill("a seed in Cleo's soil")
    reached(lambda: written(hub, "a seed in Cleo's soil"))
    assert not [path for path in hub.home("ana").rglob("*.json") if "Cleo" in path.read_text("utf-8")]
    page.locator("text=Who could read this").first.click()
    expect(page.locator("main")).to_contain_text("whoever started this try-out")


def test_cookies_of_the_app_go_to_the_app_alone(hub, cleo, page):
    cleo.route("https://**", lambda route: route.fulfill(body="somewhere else"))
    page.locator(".ns-tools [data-leave]").click()
    page.wait_for_url("https://**")
    assert {cookie["path"] for cookie in cleo.cookies() if cookie["name"].startswith("newsoil_")} == {"/user/cleo/"}
    page.goto(f"{hub.address}/user/cleo/")
    page.locator("a.ns-btn").click()
    page.wait_for_selector("main[data-stage]")
    assert not [cookie for cookie in cleo.cookies() if cookie["name"].startswith("newsoil_left")]


def test_words_written_while_the_server_was_ended_are_saved_once_it_is_opened_again(hub, cleo, page):
    page.locator("textarea:visible").first.fill("before the night")
    reached(lambda: written(hub, "before the night"))
    desk = cleo.new_page()
    desk.goto(f"{hub.address}/hub/home")
    desk.click("#stop")
    expect(desk.locator("#stop")).to_be_hidden(timeout=60_000)
    desk.close()
    page.locator("textarea:visible").first.fill("before the night and after it")
    line = page.locator("#ns-line")
    expect(line).to_have_attribute("data-state", "ended", timeout=40_000)
    with cleo.expect_page() as opened:
        line.locator("a").click()
    opened.value.wait_for_selector("main[data-stage]", timeout=90_000)
    reached(lambda: written(hub, "before the night and after it"), 60)
    expect(line).to_have_attribute("data-state", "back", timeout=40_000)


def test_a_participant_comes_to_the_room_in_the_same_browser_with_the_meetings_code(hub, cleo):
    page = cleo.new_page()
    page.goto(f"{hub.address}/services/room/")
    expect(page.locator("main")).to_contain_text("You are signed in")
    page.fill("#code", hub.code())
    with page.expect_websocket(lambda line: line.url.endswith("/services/room/line/phone")) as opened:
        page.locator("button", has_text="Join").click()
    opened.value.wait_for_event("framereceived")
    expect(page.locator("#code")).to_be_hidden()
    assert [cookie["path"] for cookie in cleo.cookies() if cookie["name"] == "newsoil_seat"] == ["/services/room/"]
    page.close()
