"""A real Chromium prints a meeting: the paper says what the page says, nothing is cut, and all that is read is 12 points or larger."""

import io
import re
import unicodedata
from collections import Counter
from datetime import date, time

import pypdf
import pytest

from newsoil._paths import guide_folder, programme_folder
from newsoil.guide import read_guide
from newsoil.takeout.afterwards import to_between, to_catch_up, to_lists, to_recap
from newsoil.takeout.evening import evening_of, plans_of, words_of
from newsoil.takeout.meeting import to_leader_sheets, to_meeting_handout
from newsoil.workshop.board import Held
from newsoil.workshop.programme import read_programmes

pytestmark = pytest.mark.browser

WIDTHS = {"A4": 595, "letter": 612}
DAY = date(2026, 11, 30)
MARGINS = 36
PIXELS = 96 / 25.4
SMALL = """() => [...document.querySelectorAll("main *, footer")].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && parseFloat(getComputedStyle(one).fontSize) < 16
).map((one) => one.textContent.trim())"""
NARROW = """() => [...document.querySelectorAll("main *")].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth
    && getComputedStyle(one).display !== "inline").map((one) => one.textContent.trim())"""

COLOURS = """() => [...new Set([...document.querySelectorAll("main p, main li, main h2, main h3, main td")]
    .map((one) => getComputedStyle(one).color))]"""


@pytest.fixture(scope="module", params=["starting-safely", "on-my-own-side", pytest.param("taster", marks=pytest.mark.thorough)])
def evening(request, tmp_path_factory):
    content, shelf = words_of(programme_folder()), tmp_path_factory.mktemp("shelf")
    programmes, _ = plans_of(programme_folder(), shelf, content)
    return evening_of(programmes, request.param, content, shelf, DAY)


@pytest.fixture(scope="module", params=["A4", "letter"])
def size(request):
    return request.param


def papers(evening, size):
    """Everything that is printed of a meeting, by its name."""
    guide, content, plan = read_guide(guide_folder()), evening.content, evening.plan
    held = Held(name="2026-11-30", day=DAY, status="over", plan=plan, place=evening.place)
    return {
        "handout": lambda: to_meeting_handout(guide, evening, size=size),
        "leader": lambda: to_leader_sheets(guide, evening, size=size, begins=time(18, 30)),
        "recap": lambda: to_recap(guide, content, held, size=size),
        "between": lambda: to_between(guide, content, plan, size=size),
        "catch-up": lambda: to_catch_up(guide, content, plan, size=size),
        "lists": lambda: to_lists(guide, content, ("intake", "safety-talk", "remote-intake", "remote-rooms"), size=size),
    }


@pytest.fixture(scope="module", params=["handout", "leader", "recap", "between", "catch-up", "lists"])
def html(request, evening, size):
    return papers(evening, size)[request.param]().decode()


@pytest.fixture(scope="module")
def page(chromium, html, size):
    made = chromium.new_page(viewport={"width": int((WIDTHS[size] / 72 * 25.4 - MARGINS) * PIXELS), "height": 900})
    made.emulate_media(media="print")
    made.set_content(html)
    yield made
    made.close()


def bare(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_the_text_of_the_paper_is_the_text_of_the_page(page, size):
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {round(float(one.mediabox.width)) for one in pdf.pages} == {WIDTHS[size]}
    foot = bare(page.inner_text("footer"))
    sheets = [bare(one.extract_text()) for one in pdf.pages]
    assert all(foot in sheet and f"Page{number}of{len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1))
    paper = "".join(re.sub(r"Page\d+of\d+", "", sheet).replace(foot, "", 1) for sheet in sheets)
    for head in map(bare, page.evaluate("[...document.querySelectorAll('thead')].map((one) => one.textContent)")):
        paper = head.join(paper.split(head, 1)).replace(head, "", paper.count(head) - 1)  # a table that goes on has its head again
    numbers = page.evaluate("[...document.querySelectorAll('ol')].map((list) => list.children.length)")
    marks = "".join(f"{number}." for length in numbers for number in range(1, length + 1))
    missing = Counter(bare(page.evaluate("document.body.textContent"))) + Counter(marks)
    missing.subtract(Counter(paper))
    assert {sign: count for sign, count in missing.items() if count} == {}


def test_nothing_is_wider_than_the_paper(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert page.evaluate(NARROW) == []


def test_all_that_is_read_is_twelve_points_or_larger(page):
    assert page.evaluate(SMALL) == []


def test_it_is_black_on_white(page):
    assert page.evaluate(COLOURS) == ["rgb(0, 0, 0)"]
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


def test_cards_for_hard_moments_are_one_sheet_each(page, html, evening):
    sheets = [bare(one.extract_text()) for one in pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    for name in ("distress", "drop-out") if '<ol class="large-steps">' in html else ():
        steps = evening.content.checks(name)
        assert sum(all(bare(item.says) in sheet for item in steps.item) and bare(steps.title) in sheet for sheet in sheets) == 1


@pytest.mark.parametrize("name", [*read_programmes(programme_folder()).programmes[0].meetings])
def test_what_a_meeting_was_about_is_one_page(chromium, name, size):
    held = Held(name="2026-11-30", day=DAY, status="over", plan=read_programmes(programme_folder()).plan(name))
    page = chromium.new_page()
    page.set_content(to_recap(read_guide(guide_folder()), words_of(programme_folder()), held, size=size).decode())
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
    page.close()
