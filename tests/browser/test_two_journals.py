"""Two journals in one browser, each with an app on a port of its own. Browsers give cookies to every port of a computer."""

import pytest
from playwright.sync_api import expect

from conftest import reading, ready
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Store, read_settings
from servers import reached, running

SAID = read_guide(guide_folder()).words
LEAVE, OPEN, NAME, DISCREET = SAID["shell"]["leave"], SAID["leaving"]["open"], SAID["shell"]["name"], SAID["shell"]["discreet"]
CHOSEN = {"title": "discreet", "theme": "dark", "acute": "off"}


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The apps of two journals."""
    place = tmp_path_factory.mktemp("two")
    with running("app", place / "one" / "home") as one, running("app", place / "other" / "home") as other:
        yield one, other


@pytest.fixture
def pages(chromium, two):
    """A page of each in one browser."""
    with reading(chromium, two[0]) as reader:
        page, other = reader.open("start"), reader.page(address=two[1].address)
        ready(other, "start")
        yield page, other


def looks(page):
    """How a page looks, by what it says of itself."""
    return page.evaluate(
        "(({ dataset }) => Object.fromEntries(dataset.looks.split(' ').map((one) => [one, dataset[one]])))(document.documentElement)"
    )


def test_what_is_chosen_in_one_journal_shows_in_no_other(pages, two):
    page, other = pages
    before = looks(other)
    page.locator(".ns-looks").evaluate("(looks) => { looks.open = true; }")
    for name, value in CHOSEN.items():
        page.locator(f'.ns-settings input[name="{name}"][value="{value}"]').check()
    page.get_by_label(SAID["lines"]["country"]).select_option("gb")
    reached(lambda: read_settings(Store(two[0].home).folder).country == "gb")
    for one in pages:
        one.reload()
        ready(one, "start")
    assert {name: looks(page)[name] for name in [*CHOSEN, "country"]} == {**CHOSEN, "country": "gb"}
    assert page.title() == DISCREET
    assert {name: looks(other)[name] for name in before} == before
    assert NAME in other.title()


def test_a_journal_that_was_left_quickly_is_opened_again_by_its_own_button_alone(pages, two):
    page, other = pages
    page.evaluate("document.documentElement.dataset.exit = 'blank'")
    page.get_by_role("link", name=LEAVE).last.click()
    page.wait_for_url("about:blank")
    other.reload()
    ready(other, "start")
    other.goto(f"http://127.0.0.1:{two[1].port}/newsoil/return")
    ready(other, "start")
    page.goto(f"http://127.0.0.1:{two[0].port}/")
    page.get_by_role("link", name=OPEN).click()
    ready(page, "start")
    expect(page.get_by_role("link", name=LEAVE).last).to_be_visible()


def test_the_name_of_a_cookie_says_nothing_of_where_the_notes_are(pages, two):
    names = {cookie["name"] for cookie in pages[0].context.cookies()}
    parts = {part for server in two for part in server.home.parts if len(part) > 2}
    assert names
    assert [(name, part) for name in names for part in parts if part in name] == []
