"""“Right now” in JupyterLab: beside a notebook's door, and where a result offers one of its tools."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import entries, reading
from filling import exercise_on, prompt_on
from lab_pages import run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from right_now_pages import GIVEN, SILENT_WITHIN, TOO_SMALL, TOOLS, WORDS, button, dialog, press, shut, walk
from servers import running
from test_accessibility import RULES, SMALLEST

GUIDE = read_guide(guide_folder())
SHELL = GUIDE.words["shell"]


def test_in_a_notebook_two_actions_lead_to_a_running_tool_and_a_note_is_written(chromium, home):
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = run_all(reader, "06-day-by-day.ipynb")
        walk(page, "trigger", GIVEN["trigger"])
        press(page, "note")
        found = Axe().run(page, context=".ns-now", options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
        assert found == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        press(page, "note-write")
        expect(dialog(page).get_by_text(WORDS["noted"].format(exercise=TOOLS["trigger"]["exercise"]))).to_be_visible(timeout=20_000)
        (entry,) = entries(home)
        assert (entry["exercise"], entry["status"]) == ("trigger", "done")
        expect(exercise_on(page, "trigger").locator("[data-entry]")).to_have_count(1)
        for _ in range(3):
            page.keyboard.press("Shift")
        expect(page.locator(".ns-cover")).to_be_visible()
        page.locator(".ns-cover button").click()
        expect(dialog(page)).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog(page)).to_have_count(0)
        expect(button(page)).to_be_focused()
        assert reader.elsewhere == []


@pytest.mark.thorough
def test_in_a_notebook_whose_kernel_is_gone_it_works_and_leads_to_help(chromium, home):
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = run_all(reader, "01-after-trust-was-hurt.ipynb")
        server.kill_kernels()
        walk(page, "urge", GIVEN["urge"])
        expect(shut(page)).to_be_visible(timeout=SILENT_WITHIN)
        press(page, "note")
        expect(dialog(page).get_by_role("button", name=WORDS["note-write"])).to_be_hidden()
        dialog(page).get_by_role("button", name=SHELL["help"], exact=True).click()
        expect(page.locator(".ns-help")).to_be_visible()  # JupyterLab says in a dialog of its own that the kernel died, and holds the focus
        assert entries(home) == []


@pytest.mark.thorough
def test_what_a_result_offers_opens_in_its_notebook(chromium, home):
    tool = GUIDE.decision("hard-talk").result("still-heated").next[0]
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = run_all(reader, "07-seeing-change.ipynb")
        for moment in ("start", "end"):
            prompt_on(page, "hard-talk", moment).get_by_role("radio", name="9", exact=True).check(force=True)
        offer = exercise_on(page, "hard-talk").locator(".ns-decided").get_by_role("button", name=str(tool.says))
        offer.click()
        expect(page.get_by_role("dialog", name=TOOLS[tool.tool]["title"])).to_be_visible()
        page.keyboard.press("Escape")
        expect(offer).to_be_focused()
