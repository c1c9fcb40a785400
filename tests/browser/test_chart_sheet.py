"""The words of a chart's sheet: paragraphs below the picture, the way to help, and where a heading may break."""

import json
from datetime import date

import pytest

from chart_gallery import DRAW, FILLED, PAGE, WIDE, drawn_of
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.prompts.esm import css, esm

GUIDE = read_guide(guide_folder())
HELP = '<header><a class="ns-btn ns-btn-help" href="#support" data-jump="support">Help now</a></header><div class="row">'


@pytest.fixture
def sheet(chromium):
    """The sheet of a chart of so many notes, on a phone; `header`: the page has a way to help."""
    page = chromium.new_page(viewport={"width": 390, "height": 900}, reduced_motion="reduce")

    def of(name, n, *, header=True):
        content = PAGE % (css("tokens", "base", "chart"), WIDE)
        page.set_content(content.replace('<div class="row">', HELP) if header else content)
        page.evaluate("globalThis.newsoil = { plotly: new Promise(() => {}) }")
        page.evaluate(DRAW, [esm("chart"), [json.loads(drawn_of(GUIDE, name, FILLED[name](n), date(2026, 11, 23)))], GUIDE.words["chart"]])
        page.wait_for_selector(".ns-chart h3")
        return page.locator(".ns-chart")

    yield of
    page.close()


def test_what_is_about_safety_is_a_paragraph_that_leads_to_help(sheet):
    chart = sheet("setbacks", 7)
    about, safety, note = chart.locator(".ns-say").all()
    assert about.inner_text().startswith("As you see them:")
    assert safety.inner_text().startswith("What is about your safety is not counted")
    assert safety.locator("a").all_inner_texts() == ["“Help now”"]
    assert safety.locator("a").get_attribute("data-jump") == "support"
    assert note.locator("a").count() == 0


def test_where_a_page_has_no_way_to_help_the_words_stand_alone(sheet):
    chart = sheet("setbacks", 7, header=False)
    assert chart.locator("a").count() == 0
    assert "“Help now” says whom to ask." in chart.inner_text()


def test_one_setback_is_told_on_a_line_of_its_own(sheet):
    assert sheet("setbacks", 1).locator(".ns-say").first.inner_text() == "18\u00a0November, usual setback: “The plan was changed again”."


@pytest.mark.parametrize("n", [1, 3, 7, 12, 60])
def test_no_line_of_a_heading_ends_within_a_word(sheet, n):
    words = sheet("weekly-check-in", n).locator("h3 .ns-one-piece")
    assert words.all_inner_texts() == [words.all_inner_texts()[0]]
    assert words.evaluate("(word) => word.getClientRects().length") == 1
