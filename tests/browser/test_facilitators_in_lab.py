"""The facilitator's notebooks in JupyterLab: what is written is on the disk, limits stay, plans are re-timed, deleting asks first."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import reading
from lab_pages import run_all
from newsoil._paths import programme_folder
from newsoil.takeout.evening import words_of
from newsoil.workshop.attendance import Attendance
from newsoil.workshop.own_plans import read_own_plans
from newsoil.workshop.programme import read_programmes
from newsoil.workshop.room import Room
from newsoil.workshop.traces import leave
from newsoil.workshop.words import read_words
from servers import reached, running

pytestmark = pytest.mark.browser

CONTENT = words_of(programme_folder())
SAY = CONTENT.words


@pytest.fixture
def at_lab(chromium, home):
    with running("lab", home) as server, reading(chromium, server) as reader:
        yield reader


def kept(path):
    return json.loads(path.read_text("utf-8"))["answers"] if path.is_file() else {}


def hindrances(page):
    """What axe finds on the sheets."""
    return [found["id"] for found in Axe().run(page, context=".ns-fac").response["violations"]]


def test_an_agreement_is_written_down_and_its_limits_have_no_way_out(at_lab, home):
    page = run_all(at_lab, "facilitate/1-prepare.ipynb")
    form = page.locator("[data-form=agreement]")
    limits = form.locator(".ns-fac-part").first
    expect(limits.get_by_role("listitem")).to_have_count(len(CONTENT.limit))
    expect(limits.locator("button, input, textarea")).to_have_count(0)
    form.get_by_label(SAY["agreement"]["here"]).fill("We ask our organisation first.")
    rows = form.locator(".ns-fac-row")
    rows.first.get_by_role("button").click()
    form.get_by_role("button", name=SAY["form"]["add"]).click()
    rows.last.locator("textarea").fill("We drink tea.")
    path = home / "workshops" / "agreement.json"
    reached(lambda: kept(path).get("clauses", [{}])[-1].get("says") == "We drink tea.")
    expect(form.locator(".ns-status")).to_contain_text("Saved at")
    assert kept(path)["here"] == "We ask our organisation first."
    assert [row["says"] for row in kept(path)["clauses"][:-1]] == [one.says for one in CONTENT.clause[1:]]
    page.get_by_label(CONTENT.checks("before").item[0].says).check()
    reached(lambda: kept(home / "workshops" / "ticks.json") == {"before.two": True})
    assert hindrances(page) == []
    assert (at_lab.elsewhere, at_lab.errors) == ([], [])
    page.close(run_before_unload=True)


def test_a_copied_plan_is_retimed_and_refuses_what_does_not_fit(at_lab, home):
    page = run_all(at_lab, "facilitate/2-plan.ipynb")
    sheet, plans = page.locator("[data-plans]"), SAY["plans"]
    sheet.get_by_role("button", name=plans["copy"]).click()
    sheet.get_by_label(plans["copy-title"]).fill("Our evening")
    sheet.locator(".ns-fac-copy").get_by_role("button").click()
    expect(sheet.locator("[data-plan=own-our-evening]")).to_be_visible()
    starts = sheet.locator("tbody tr td:first-child")
    minutes = sheet.get_by_label("Minutes of “Arriving”")
    minutes.fill("9")
    minutes.press("Tab")
    expect(starts).to_have_text(["0", "9", "19", "34", "39", "49", "57", "65", "74", "79", "87"])
    short = sheet.get_by_label("Minutes of “Pairs”")
    short.fill("3")
    short.press("Tab")
    expect(sheet.get_by_text("“Pairs”: 2 turns of 4 minutes are longer than its 3 minutes")).to_be_visible()
    sheet.get_by_text(plans["open-block"].format(title="Our agreement")).click()
    sheet.locator("details[open]").get_by_label(plans["question"]).fill("What do we need?")
    shelf = home / "workshops"
    reached(lambda: read_own_plans(shelf)[0]["own-our-evening"].block[2].question == "What do we need?")
    assert [block.minutes for block in read_own_plans(shelf)[0]["own-our-evening"].block][:7] == [9, 10, 15, 5, 10, 8, 8]
    with page.expect_download() as download:
        sheet.get_by_role("button", name=plans["print-handout"]).click()
        sheet.get_by_role("button", name=SAY["form"]["save-file"]).click()
    assert "What do we need?" in download.value.path().read_text("utf-8")
    assert hindrances(page) == []
    assert (at_lab.elsewhere, at_lab.errors) == ([], [])
    page.close(run_before_unload=True)


def test_a_log_is_kept_and_a_meeting_goes_after_a_question(at_lab, home):
    folder = home / "workshops" / "2026-11-02"
    folder.mkdir(parents=True)
    room = Room.new(read_programmes(programme_folder()).plan("taster"), read_words(programme_folder()).names)
    room.end()
    leave(folder, room, Attendance())
    page = run_all(at_lab, "facilitate/4-after.ipynb")
    sheet, says = page.locator("[data-meetings]"), SAY["meetings"]
    expect(sheet.get_by_role("listitem").first).to_contain_text("2 November 2026")
    sheet.get_by_label(CONTENT.log[0].asks).fill("The tea.")
    log = home / "workshops" / "logs" / "2026-11-02.json"
    reached(lambda: kept(log) == {"worked": "The tea."})
    sheet.get_by_role("button", name=says["wipe"]).click()
    sheet.get_by_role("button", name=SAY["form"]["sure-no"]).click()
    assert folder.is_dir()
    sheet.get_by_role("button", name=says["wipe"]).click()
    expect(sheet.get_by_text(says["wipe-sure"])).to_be_visible()
    sheet.get_by_role("button", name=SAY["form"]["sure-yes"]).click()
    expect(sheet.get_by_text(says["wiped"])).to_be_visible()
    assert not folder.exists()
    assert not log.exists()
    assert hindrances(page) == []
    assert (at_lab.elsewhere, at_lab.errors) == ([], [])
    page.close(run_before_unload=True)
