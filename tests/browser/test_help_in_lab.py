"""“Help now” in JupyterLab: one press on every notebook, with the kernel gone and the notes locked too; the country is chosen by hand."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import reading, thorough
from lab_pages import run_all
from newsoil._paths import WORKBOOK, guide_folder, support_folder
from newsoil.guide import read_guide, read_support
from newsoil.journal import Store, read_settings
from servers import reached, running
from test_accessibility import RULES

GUIDE = read_guide(guide_folder())
WORDS, SAID = GUIDE.words["support"], GUIDE.words["lines"]
GB = next(country for country in read_support(support_folder()).countries if country.code == "gb")


def test_every_notebook_of_a_stage_has_a_door_with_help():
    for stage in GUIDE.stages:
        (path,) = WORKBOOK.glob(f"[0-9][0-9]-{stage.id}.ipynb")
        cells = json.loads(path.read_text("utf-8"))["cells"]
        assert any("page.door()" in "".join(cell["source"]) for cell in cells), path.name


@pytest.mark.parametrize("way", [thorough("plain"), "kernel gone"])
def test_one_press_shows_the_lines_of_the_country_that_somebody_chose(chromium, home, way):
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = run_all(reader, "01-after-trust-was-hurt.ipynb")
        if way == "kernel gone":
            server.kill_kernels()
        panel = page.locator(".ns-help")
        expect(panel).to_be_hidden()
        page.get_by_role("button", name=WORDS["title"], exact=True).click()
        expect(panel.get_by_role("heading", name=WORDS["title"])).to_be_focused()
        expect(panel).to_contain_text(WORDS["now-1"])
        panel.get_by_label(SAID["country"]).select_option("gb")
        for line in GB.lines:
            expect(panel.get_by_text(line.name, exact=True)).to_be_visible()
        expect(panel.get_by_text(SAID["unchecked"]).first).to_be_visible()
        assert panel.locator("a[href^='tel:']").first.get_attribute("href") == "tel:999"
        if way == "plain":
            reached(lambda: read_settings(Store(home).folder).country == "gb")
            found = Axe().run(page, context=".ns-help", options={"runOnly": RULES, "resultTypes": ["violations"]})
            assert found.response["violations"] == []
        page.get_by_role("button", name=WORDS["title"], exact=True).click()
        expect(panel).to_be_hidden()
        assert reader.elsewhere == []


@pytest.mark.thorough
def test_what_names_the_way_to_help_opens_it_in_its_notebook(chromium, home):
    with running("lab", home) as server, reading(chromium, server) as reader:
        page = run_all(reader, "04-safe-together.ipynb")
        gate = page.locator('[data-exercise="conversation-card"] .ns-gate')
        if gate.locator("details:not([open])").count():
            gate.locator("summary").click()
        gate.get_by_role("checkbox").first.check()
        gate.get_by_role("link", name=WORDS["title"], exact=True).click()
        expect(page.locator(".ns-help").get_by_role("heading", name=WORDS["title"])).to_be_focused()
        expect(page.get_by_role("button", name=WORDS["title"], exact=True)).to_have_attribute("aria-expanded", "true")
