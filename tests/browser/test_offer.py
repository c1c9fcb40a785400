"""Beside words that sound like danger stands where help is: for whoever writes them, in this page alone, until they close it."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import LOOKS, entries, go, reading, ready
from filling import prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Store, read_settings
from newsoil.prompts.esm import esm
from servers import reached, running

GUIDE = read_guide(guide_folder())
WORDS, SHELL = GUIDE.words["acute"], GUIDE.words["shell"]
STAGE, EXERCISE, PROMPT = "after-trust-was-hurt", "journal", "text"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DANGER = "Tonight I want to die, and nobody knows."
CHANGING = ("id", "answers", "made_at", "changed_at", "for_date")
"""What differs between any two notes."""
CALM = "Tonight I want to rest, and nobody minds"
PAUSE = int(re.search(r"AFTER_TYPING = (\d+)", esm("offer-in-lab"))[1])
"""Milliseconds without a key after which the page looks at a text."""
KIND = re.compile(rb'"kind":\s*"([\w-]+)"')


@pytest.fixture
def page(reader):
    return reader.open(STAGE)


def field(page):
    return prompt_on(page, EXERCISE, PROMPT).locator("textarea")


def card(page):
    return page.get_by_role("group", name=WORDS["title"])


def looked_at(page):
    """Wait until what was typed has been looked at: a timer of the page as long as its own, and begun later, ends later."""
    page.evaluate("(after) => new Promise((done) => setTimeout(done, after))", PAUSE)


def test_a_card_stands_beside_the_words_and_the_writing_goes_on(page):
    field(page).press_sequentially(DANGER)
    expect(card(page)).to_be_visible()
    for line in (WORDS["now"], WORDS["maybe"], WORDS["unseen"], WORDS["off"]):
        expect(card(page).get_by_role("status")).to_contain_text(line)
    expect(field(page)).to_be_focused()
    page.keyboard.type(" I go on writing.")
    expect(field(page)).to_have_value(f"{DANGER} I go on writing.")
    assert card(page).evaluate("(card) => card.previousElementSibling.dataset.prompt") == PROMPT
    assert page.locator("dialog[open]").count() == 0


def test_it_leads_to_help_and_back_to_the_words(page):
    field(page).fill(DANGER)
    card(page).get_by_role("link", name=SHELL["help"]).click()
    expect(page.locator("#support h2").first).to_be_in_viewport()
    page.get_by_role("button", name=SHELL["back-where"]).click()
    expect(field(page)).to_be_in_viewport()


def test_once_closed_it_stays_away_for_this_page_and_the_words_have_the_focus(page):
    field(page).fill(DANGER)
    card(page).get_by_role("button", name=WORDS["close"]).click()
    expect(card(page)).to_have_count(0)
    expect(field(page)).to_be_focused()
    go(page, "signs-in-me")
    prompt_on(page, "one-good-decision", "decision").locator("textarea").fill(DANGER)
    go(page, STAGE)
    field(page).fill(f"{DANGER} Still.")
    looked_at(page)
    expect(card(page)).to_have_count(0)


def test_a_saying_brings_no_card_and_one_goes_when_the_words_go(page):
    field(page).fill("I could have died of shame, and I was killing time.")
    looked_at(page)
    expect(card(page)).to_have_count(0)
    field(page).fill(DANGER)
    expect(card(page)).to_be_visible()
    field(page).fill("Tonight I want to sleep.")
    expect(card(page)).to_have_count(0)
    field(page).fill(DANGER)
    expect(card(page)).to_be_visible()


def test_it_can_be_switched_off_and_that_is_kept(page, home):
    field(page).fill(DANGER)
    expect(card(page)).to_be_visible()
    page.locator(".ns-looks").evaluate("(looks) => { looks.open = true; }")
    page.locator('.ns-settings input[name="acute"][value="off"]').check()
    expect(card(page)).to_have_count(0)
    reached(lambda: read_settings(Store(home).folder).acute == "off")
    settled(page)
    page.reload()
    ready(page, STAGE)
    expect(page.locator('.ns-settings input[name="acute"][value="off"]')).to_be_checked()
    field(page).fill(f"{DANGER} Again.")
    looked_at(page)
    expect(card(page)).to_have_count(0)


def test_with_the_kernel_gone_it_comes_all_the_same(page, app):
    app.kill_kernels()
    field(page).fill(DANGER)
    expect(card(page)).to_be_visible()


def kinds_of(frames):
    """What was sent, without the beat of the page, which comes by the clock and whatever somebody writes."""
    return {kind.decode() for frame in frames for kind in KIND.findall(frame if isinstance(frame, bytes) else frame.encode())} - {"ping"}


LOOKS_AT_KERNEL = re.compile(r"/api/kernels/[\w-]+\?\d+$")
"""What Voilà's own front end asks every ten seconds, whatever is written: whether its kernel is there. The number is the time."""

FETCHED = "performance.now() - Math.max(...performance.getEntriesByType('resource').map((one) => one.responseEnd)) > 1500"
"""What the next stage needs is fetched while a person reads: true once nothing has been asked for in a while."""


def written(chromium, home, words):
    """A note is written, and the card, if one comes, is seen and closed: what was sent until then and afterwards, and what was kept."""
    frames, asked = [], []
    with running("app", home) as server, reading(chromium, server) as reader:
        page = reader.context.new_page()
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(frame)))  # noqa: PLW0108 - Playwright marks its handlers
        page.goto(server.address + f"#/{STAGE}")
        ready(page, STAGE)
        reached(lambda: page.evaluate(FETCHED), within=30)
        page.on("request", lambda request: None if LOOKS_AT_KERNEL.search(request.url) else asked.append(request.url))
        frames.clear()
        field(page).fill(words)
        settled(page)
        sent = kinds_of(frames)
        frames.clear()
        if words == DANGER:
            card(page).get_by_role("button", name=WORDS["close"]).click()
        looked_at(page)
        stored = page.evaluate("[{ ...localStorage }, { ...sessionStorage }]")
        stored.append(sorted(cookie["name"].rstrip("0123456789") for cookie in page.context.cookies()))
        server.stop()  # as a person ends it: a killed one leaves files with names that are different each time
    (entry,) = entries(home)
    assert entry["answers"] == {PROMPT: words}
    return sent, kinds_of(frames), asked, stored, {name: value for name, value in entry.items() if name not in CHANGING}


def test_nothing_that_leaves_the_page_and_nothing_that_is_kept_tells_of_it(chromium, tmp_path):
    calm, danger = (written(chromium, tmp_path / name / "home", words) for name, words in (("calm", CALM), ("danger", DANGER)))
    assert danger == calm
    sent, afterwards, asked, stored, entry = danger
    assert (sent >= {"edit"}, afterwards, asked, stored[:2]) == (True, set(), [], [{}, {}])
    assert (entry["tags"], entry["status"]) == ([], "draft")
    kept = {home: sorted(str(file.relative_to(home)) for file in home.rglob("*") if file.is_file()) for home in tmp_path.glob("*/home")}
    names, others = ({name for name in names if "/entries/" not in name} for names in kept.values())
    assert names == others
    for home in kept:
        settings = next(home.glob("journals/*/settings.json")).read_bytes()
        assert settings == next((tmp_path / "calm").glob("home/journals/*/settings.json")).read_bytes()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_the_card_and_its_buttons_are_large_enough(page, scheme, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    field(page).fill(DANGER)
    expect(card(page).get_by_role("status")).to_contain_text(WORDS["now"])
    page.evaluate("scrollTo(0, 0)")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    for control in card(page).locator("a, button").all():
        assert control.bounding_box()["height"] >= 44
