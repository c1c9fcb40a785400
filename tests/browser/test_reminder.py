"""A reminder is made on the first page, by mouse and by keys, and saved by the browser; the workbook knows nothing of it afterwards."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from conftest import LOOKS, entries, go, reading
from lab_pages import run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from servers import running
from test_accessibility import CUT, SMALLEST, TOO_SMALL, faults
from test_keyboard import AT_THE_TOP, WHERE, tab_to

GUIDE = read_guide(guide_folder())
SAID = GUIDE.words["reminder"]
SAVE = GUIDE.words["your-notes"]["save-file"]
MOST, OFFERED = (GUIDE.number(f"reminder-{name}-days") for name in ("most", "offered"))


@pytest.fixture(scope="module")
def wide(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        page = reader.open("start")
        yield page
        assert (reader.errors, reader.elsewhere) == ([], [])


@pytest.fixture
def page(wide):
    """The first page as it is when it is loaded anew."""
    wide.set_viewport_size({"width": 1280, "height": 900})
    go(wide, "signs-in-me")
    wide.reload()
    go(wide, "start")
    expect(sheet(wide)).to_be_visible()
    return wide


def sheet(page):
    return page.locator("[data-reminder]")


def field(page, name):
    return sheet(page).locator(f"#ns-reminder-{name}")


def opened(page):
    sheet(page).locator("summary").click()
    return page


def make(page):
    sheet(page).get_by_role("button", name=SAID["make"]).click()


def write(page, name, day):
    for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
        field(page, f"{name}-{part}").fill(str(value))


def saved(page, save):
    """The name of the file that the browser saves, and its one event."""
    with page.expect_download() as downloading:
        save()
    content = Path(downloading.value.path()).read_bytes()
    (event,) = Calendar.from_ical(content).events
    return downloading.value.suggested_filename, event


def today(page):
    return date.fromisoformat(page.evaluate("new Date().toLocaleDateString('sv')"))


def test_it_is_closed_at_first_and_says_before_what_it_does(page):
    expect(field(page, "title")).to_be_hidden()
    for name in ("screen", "copies", "sent", "forgets", "safer"):
        expect(sheet(page).get_by_text(SAID[f"says-{name}"])).to_be_visible()


def test_a_file_with_the_plain_title_is_made_and_saved_and_nothing_of_it_is_kept(page, shared_app):
    opened(page)
    expect(field(page, "title")).to_have_value("Note")
    field(page, "time").fill("18:30")
    make(page)
    expect(sheet(page).get_by_text(SAID["made"])).to_be_visible()
    button = sheet(page).get_by_role("button", name=SAVE)
    expect(button).to_be_focused()
    name, event = saved(page, button.click)
    assert (name, event["summary"], event["rrule"]["freq"]) == ("note.ics", "Note", ["WEEKLY"])
    assert event.start.isoformat() == f"{today(page) + timedelta(days=1)}T18:30:00"
    assert event["rrule"]["until"][0].date() == today(page) + timedelta(days=OFFERED)
    assert not [entry for entry in entries(shared_app.home) if "18:30" in str(entry)]
    page.reload()
    go(page, "start")
    opened(page)
    expect(field(page, "time")).to_have_value("")
    expect(sheet(page).get_by_role("button", name=SAVE)).to_have_count(0)
    assert page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })").count("18:30") == 0


def test_what_does_not_fit_is_said_at_its_field_and_goes_when_it_is_changed(page):
    def complains(name, sentence):
        make(page)
        expect(sheet(page).get_by_role("alert").filter(has_text=sentence)).to_be_visible()
        expect(field(page, name)).to_be_focused()
        expect(field(page, name)).to_have_attribute("aria-invalid", "true")
        assert sheet(page).get_by_role("alert").filter(has_text=".").count() == 1
        assert sentence in field(page, name).evaluate(
            "(one) => one.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' ')"
        )
        expect(sheet(page).get_by_role("button", name=SAVE)).to_have_count(0)

    opened(page)
    complains("time", SAID["time-wrong"])
    field(page, "time").fill("07:05")
    expect(sheet(page).get_by_role("alert").filter(has_text=".")).to_have_count(0)
    write(page, "last", today(page) - timedelta(days=1))
    complains("last-day", SAID["last-before"])
    write(page, "last", today(page) + timedelta(days=MOST + 1))
    complains("last-day", SAID["last-late"].format(most=MOST))
    write(page, "last", today(page) + timedelta(days=MOST))
    write(page, "first", today(page) - timedelta(days=1))
    complains("first-day", SAID["first-over"])
    write(page, "first", today(page))
    make(page)
    expect(sheet(page).get_by_text(SAID["made"])).to_be_visible()
    field(page, "title").fill("Tea")
    expect(sheet(page).get_by_text(SAID["made"])).to_have_count(0)


def test_a_day_that_is_none_is_said_and_no_file_is_made(page):
    opened(page)
    field(page, "time").fill("07:05")
    field(page, "last-month").fill("13")
    make(page)  # the button is still under the mouse, although the sentence came when the field was left
    expect(sheet(page).get_by_role("alert").filter(has_text=GUIDE.words["exercise"]["date-month"])).to_be_visible()
    expect(field(page, "last-day")).to_be_focused()
    expect(sheet(page).get_by_role("button", name=SAVE)).to_have_count(0)


def test_with_the_keyboard_alone_from_the_top_to_the_saved_file(page):
    page.evaluate(AT_THE_TOP)
    summary = sheet(page).locator("summary")
    page.locator("[data-exercise]").last.scroll_into_view_if_needed()
    summary.evaluate("(one) => one.closest('section').previousElementSibling?.scrollIntoView()")
    tab_to(page, summary)
    assert not page.evaluate(WHERE)["covered"]
    page.keyboard.press("Enter")
    tab_to(page, field(page, "title"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Tea")
    tab_to(page, field(page, "time"))
    page.keyboard.type("0815AM")
    expect(field(page, "time")).to_have_value("08:15")
    tab_to(page, sheet(page).get_by_role("radio", name=SAID["often-weekly"]))
    page.keyboard.press("ArrowDown")
    expect(sheet(page).get_by_role("radio", name=SAID["often-twice"])).to_be_checked()
    tab_to(page, sheet(page).get_by_role("button", name=SAID["make"]))
    assert not page.evaluate(WHERE)["covered"]
    page.keyboard.press("Enter")
    expect(sheet(page).get_by_role("button", name=SAVE)).to_be_focused()
    name, event = saved(page, lambda: page.keyboard.press("Enter"))
    assert (name, event["summary"], event.start.strftime("%H:%M"), len(event["rrule"]["byday"])) == ("note.ics", "Tea", "08:15", 2)


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_with_a_complaint_and_with_a_file(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    opened(page)

    def clean():
        page.evaluate("scrollTo(0, 0)")  # what the header, which stays, covers elsewhere is only to be scrolled
        assert faults(page) == []
        assert page.evaluate(CUT) == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        assert field(page, "time").evaluate("(one) => one.getBoundingClientRect().height") >= SMALLEST
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")

    make(page)
    expect(sheet(page).get_by_role("alert").filter(has_text=SAID["time-wrong"])).to_be_visible()
    clean()
    field(page, "time").fill("18:30")
    make(page)
    expect(sheet(page).get_by_text(SAID["made"])).to_be_visible()
    clean()
    page.emulate_media(color_scheme="light")


@pytest.mark.thorough
def test_in_jupyterlab_the_same_file_is_made(chromium, home):
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = opened(run_all(reader, "00-start.ipynb"))
        field(page, "time").fill("18:30")
        make(page)
        button = sheet(page).get_by_role("button", name=SAVE)
        expect(button).to_be_visible()
        name, event = saved(page, button.click)
        assert (name, event["summary"]) == ("note.ics", "Note")
        page.close(run_before_unload=True)
