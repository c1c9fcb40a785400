"""A real Chromium prints it: every word is on the paper, on A4 and on Letter, and nothing stands alone at the foot of a page."""

import io
import re
import unicodedata
from functools import cache

import pypdf
import pytest

from newsoil.takeout import offers, to_handout, to_packet, to_print

pytestmark = pytest.mark.browser

WIDTHS = {"A4": 210, "Letter": 216}
MARGINS = 36
PIXELS = 96 / 25.4
ENDLESS = "Donau" * 90


@pytest.fixture(scope="module", params=["A4", pytest.param("Letter", marks=pytest.mark.thorough)])
def size(request):
    return request.param


@pytest.fixture(scope="module")
def printed(chromium, size):
    """Prints HTML and gives the text of each page; the same HTML is printed once."""

    @cache
    def pages_of(html):
        page = chromium.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.set_content(html.decode())
        pdf = page.pdf(format=size)
        assert asked == []
        page.close()
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]

    return pages_of


@pytest.fixture(scope="module")
def wide(chromium, size):
    """How much wider than the paper a page would be."""

    def excess(html):
        width = int((WIDTHS[size] - MARGINS) * PIXELS)
        page = chromium.new_page(viewport={"width": width, "height": 900})
        page.emulate_media(media="print")
        page.set_content(html.decode())
        found = page.evaluate("document.documentElement.scrollWidth") - width
        page.close()
        return found

    return excess


@pytest.fixture(scope="module")
def long(journal, note):
    """A journal whose every word is there once, with a word that no line holds, and a list that no page holds."""
    numbers = iter(range(10**6))

    def some(count):
        return " ".join(f"w{next(numbers):05}x" for _ in range(count))

    pages = [note("journal", f"2026-10-{day:02}", text="\n\n".join(some(90) for _ in range(8))) for day in range(1, 13)]
    moments = [note("trigger", f"2026-11-{day:02}", event=some(9), before=day % 11, type=["silence", some(2)]) for day in range(1, 29)]
    lines = [{"id": f"r{number}", "line": some(12), "share": "yes"} for number in range(60)]
    odd = note("journal", "2026-11-01", text=f"{some(3)} {ENDLESS} {some(3)}", entry={"tags": (ENDLESS,)})
    return journal(*pages, odd, *moments, note("my-roadmap", why=some(5), secure=lines, please=[{"id": "r", "line": ENDLESS}]))


def bare(text):
    """Text without white space and ligatures, since lines break where they like."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_every_word_of_a_long_journal_is_on_the_paper(long, guide, printed, wide):
    html = to_print(long, guide)
    paper = bare("".join(printed(html)))
    written = re.findall(r"w\d{5}x", html.decode())
    assert len(written) > 9000
    assert [word for word in written if paper.count(word) != 1] == []
    assert paper.count(ENDLESS) == 3
    assert wide(html) <= 0


def test_every_page_says_which_it_is_and_what_this_is_not(long, guide, printed):
    pages = printed(to_print(long, guide))
    says = bare(guide.words["takeout"]["what-this-is-not"])
    for number, page in enumerate(pages, 1):
        assert says in bare(page)
        assert f"Page{number}of{len(pages)}" in bare(page)


def test_no_heading_and_no_question_stands_alone_at_the_foot_of_a_page(long, guide, printed):
    footer = bare(guide.words["takeout"]["what-this-is-not"])
    heads = {bare(exercise.title) for exercise in guide.exercises} | {
        bare(prompt.label) for exercise in guide.exercises for prompt in exercise.prompts if isinstance(prompt.label, str)
    }
    for page in printed(to_print(long, guide)):
        lines = [bare(line) for line in page.splitlines() if bare(line)]
        content = [line for line in lines if line not in footer and not re.fullmatch(r"Page\d+of\d+", line)]
        assert content[-1] not in heads
        assert not re.fullmatch(r"\d+(October|November)2026", content[-1])


def test_every_exercise_begins_on_a_sheet_of_its_own_and_is_whole(guide, printed, wide):
    html = to_handout(guide, advice=False)
    says = bare(guide.words["takeout"]["what-this-is-not"])
    pages = [re.sub(r"Page\d+of\d+", "", bare(page)).replace(says, "") for page in printed(html)]
    firsts = [next((exercise.id for exercise in guide.exercises if page.startswith(bare(exercise.title))), None) for page in pages]
    assert [first for first in firsts if first] == [exercise.id for exercise in guide.exercises]
    paper = "".join(pages)
    for exercise in guide.exercises:
        for prompt in exercise.prompts:
            label = prompt.label if isinstance(prompt.label, str) else prompt.label.otherwise
            assert bare(label) in paper
            assert all(
                bare(option.label if isinstance(option.label, str) else option.label.otherwise) in paper
                for option in getattr(prompt, "options", ())
            )
    assert wide(html) <= 0


def test_large_print_is_as_complete_as_the_usual(long, guide, printed, wide):
    html = to_print(long, guide, large=True)
    pages = printed(html)
    paper = bare("".join(pages))
    assert [word for word in re.findall(r"w\d{5}x", html.decode()) if paper.count(word) != 1] == []
    assert len(pages) > 1.3 * len(printed(to_print(long, guide)))
    assert wide(html) <= 0
    assert wide(to_handout(guide, large=True)) <= 0


def test_a_packet_prints_whole(long, guide, printed, wide):
    ticks = [offer.tick for offer in offers(long, guide, "ally")]
    packet = to_packet(long, guide, "ally", ticks, note=f"Hello {ENDLESS}")
    paper = bare("".join(printed(packet.print)))
    assert [word for word in re.findall(r"w\d{5}x", packet.print.decode()) if word not in paper] == []
    assert wide(packet.print) <= 0
