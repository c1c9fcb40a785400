"""Three ways to keep notes: asked at the first start, and changed later."""

import json
import re

import pytest
from playwright.sync_api import expect

from canary import CANARY, holding
from conftest import entries, go, reading, ready
from filling import prompt_on, settled
from newsoil.journal import Settings, Store, read_settings
from servers import reached, standing
from test_accessibility import CUT, SMALLEST, TOO_SMALL, faults
from visits import EXERCISE, KEEPING, PROMPT, SAID, SAVE, STAGE, begin, close, field, made, renewed, taken


@pytest.fixture
def at_home(tmp_path):
    """A first start on a person's own computer."""
    with standing(made(tmp_path)) as server:
        yield server


# ---- the first start ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["visitor", "try"])
def test_whoever_wants_nothing_kept_at_the_first_start_leaves_nothing_at_home(chromium, at_home, tmp_path, way):
    with reading(chromium, at_home) as reader:
        page = begin(reader, STAGE, way)
        field(page).fill(CANARY)
        settled(page)
        expect(prompt_on(page, EXERCISE, PROMPT).get_by_role("status")).to_have_text(SAVE["kept-open"])
        go(page, "signs-in-me")
        close(page)
        reached(lambda: len(at_home.kernels()) == 2, within=30)
        assert not (at_home.home / "journals").exists()
        assert holding(tmp_path, CANARY) == []
        again = reader.page()
        expect(again.locator("#ns-keep")).to_be_visible(timeout=20_000)


def test_whoever_wants_notes_kept_here_is_asked_once(chromium, at_home):
    with reading(chromium, at_home) as reader:
        page = reader.page(STAGE)
        expect(page.locator("#ns-keep")).to_be_visible(timeout=20_000)
        expect(page.locator("#ns-keep h2")).to_be_focused()
        assert not (at_home.home / "journals").exists()
        page.get_by_role("button", name=KEEPING["here"]).click()
        page.locator("#ns-leaving button").click()
        reached(lambda: page.evaluate("document.documentElement.dataset.keep") == "here")
        ready(page, STAGE)
        expect(page.locator("#ns-visit")).to_be_hidden()
        reached(
            lambda: not page.evaluate("document.getElementById('page').inert")
        )  # the stage is drawn anew once it is known where notes are
        ready(page, STAGE)
        field(page).fill("a word")
        expect(prompt_on(page, EXERCISE, PROMPT).get_by_role("status")).to_have_text(re.compile("^Saved at"), timeout=20_000)
        reached(lambda: read_settings(Store(at_home.home).folder) == Settings(told=True, stage=STAGE))
        assert [entry["answers"] for entry in entries(at_home.home)] == [{PROMPT: "a word"}]
        page.reload()
        ready(page, STAGE)
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(field(page)).to_have_value("a word")


def test_what_is_typed_while_the_kernel_has_not_heard_where_notes_are_is_saved_and_stays_to_be_seen(chromium, at_home):
    with reading(chromium, at_home) as reader:
        page = reader.page(STAGE)
        expect(page.locator("#ns-keep")).to_be_visible(timeout=20_000)
        ready(page, STAGE)
        with at_home.kernels_asleep():
            page.get_by_role("button", name=KEEPING["here"]).click()
            page.locator("#ns-leaving button").click()
            assert page.evaluate("document.getElementById('page').inert"), "the stage is about to be drawn anew"
            reached(lambda: not page.evaluate("document.getElementById('page').inert"))
            field(page).press_sequentially("typed meanwhile")
        reached(lambda: [entry["answers"] for entry in entries(at_home.home)] == [{PROMPT: "typed meanwhile"}], within=30)
        expect(field(page)).to_have_value("typed meanwhile")
        expect(page.locator(f"[data-exercise={EXERCISE}]")).to_have_count(1)


def test_a_question_that_is_waved_away_keeps_nothing(chromium, at_home):
    with reading(chromium, at_home) as reader:
        page = reader.page("start")
        expect(page.locator("#ns-keep")).to_be_visible(timeout=20_000)
        page.keyboard.press("Escape")
        page.locator("#ns-leaving button").click()
        ready(page, "start")
        expect(page.locator("#ns-visit")).to_contain_text(KEEPING["trying"])
        assert not (at_home.home / "journals").exists()


def test_notes_that_were_tried_out_are_kept_here_after_a_yes(chromium, at_home):
    with reading(chromium, at_home) as reader:
        page = begin(reader, STAGE, "try")
        field(page).fill("tried out")
        settled(page)
        page.get_by_role("button", name=KEEPING["keep"]).click()
        page.locator("#ns-keep button[value=here]").click()
        page.locator("#ns-carry button[value='']").click()
        expect(page.locator("#ns-carry")).to_be_hidden()
        assert entries(at_home.home) == []
        page.get_by_role("button", name=KEEPING["keep"]).click()
        page.locator("#ns-keep button[value=here]").click()
        page.get_by_role("button", name=KEEPING["carry-yes"]).click()
        expect(page.locator("#ns-visit")).to_be_hidden()
        reached(lambda: [entry["answers"] for entry in entries(at_home.home)] == [{PROMPT: "tried out"}])
        ready(page, STAGE)
        field(page).fill("tried out and kept")
        settled(page)
        assert [entry["answers"] for entry in entries(at_home.home)] == [{PROMPT: "tried out and kept"}]


def test_from_here_to_a_visit_notes_that_are_there_stay_and_are_not_shown(chromium, at_home):
    with reading(chromium, at_home) as reader:
        page = begin(reader, STAGE, "here")
        field(page).fill("kept before")
        settled(page)
        page.evaluate("document.querySelector('.ns-looks').open = true")
        page.get_by_role("button", name=KEEPING["change"]).click()
        expect(page.locator("#ns-keep")).to_contain_text(KEEPING["stays"])
        page.locator("#ns-keep button[value=visitor]").click()
        expect(page.locator("#ns-visit")).to_contain_text(KEEPING["nothing"])
        ready(page, STAGE)
        expect(field(page)).to_have_value("")
        field(page).fill("a visitor’s word")
        settled(page)
        assert [entry["answers"] for entry in entries(at_home.home)] == [{PROMPT: "kept before"}]
        page.reload()
        ready(page, STAGE)
        expect(field(page)).to_have_value("kept before")


@pytest.mark.client
def test_a_visitor_s_page_at_a_person_s_own_app_goes_on_in_memory_when_its_kernel_is_gone(chromium, at_home):
    """The kernel that takes over would begin with the disk: not one word of the visit may reach it."""
    with reading(chromium, at_home) as reader:
        page = begin(reader, STAGE, "visitor")
        field(page).fill("the second note")
        settled(page)
        kernel = page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
        at_home.kill_kernels()
        renewed(page, kernel, " and more")
        expect(prompt_on(page, EXERCISE, PROMPT)).to_be_visible()
        assert json.loads(taken(page)[1])["entries"][0]["answers"] == {PROMPT: "the second note and more"}
        assert not (at_home.home / "journals").exists()


# ---- for everyone ---------------------------------------------------------------------------------------------------

TARGETS = """() => [...document.querySelectorAll("#ns-keep :is(.ns-way, [data-back])")]
    .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)"""


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_everyone_can_choose_and_read_where_notes_are(chromium, at_home, width):
    with reading(chromium, at_home, viewport={"width": width, "height": 800}) as reader:
        page = reader.page()
        expect(page.locator("#ns-keep")).to_be_visible(timeout=20_000)
        for way in ("sealed", "here", "visitor", "try"):
            expect(page.locator("#ns-keep").get_by_role("button", name=KEEPING[way])).to_be_visible()
        assert faults(page) == []
        assert min(page.evaluate(TARGETS)) >= SMALLEST
        assert page.evaluate("(() => { const keep = document.getElementById('ns-keep'); return keep.scrollWidth <= keep.clientWidth; })()")
        page.get_by_role("button", name=KEEPING["visitor"]).press("Enter")
        page.locator("#ns-leaving button").click()
        ready(page, "start")
        reached(lambda: not page.evaluate("document.getElementById('page').inert"))
        assert faults(page) == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_help_and_the_way_out_are_one_press_away_from_the_first_question_too(chromium, at_home):
    with reading(chromium, at_home) as reader:
        page = reader.page(STAGE)
        question = page.locator("#ns-keep")
        expect(question.get_by_role("link", name=SAID["shell"]["leave"])).to_be_visible(timeout=20_000)
        question.get_by_role("link", name=SAID["shell"]["help"]).click()
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(page.locator("#support")).to_be_focused()
        ready(page, STAGE)
        assert not (at_home.home / "journals").exists()
