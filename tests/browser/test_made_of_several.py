"""Prompts whose answer is made of several things: a ladder, cards to sort, a sentence of parts, a question for the day."""

import json
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import entries, reading, ready
from filling import answer, held, prompt_on, settled
from newsoil._paths import WORKBOOK, shipped_guide
from newsoil.guide import read_guide
from servers import running

CONTENT = """

[[exercise]]
id = "several"
title = "Made of several"
stage = "start"
kind = "one-off"
minutes = "about ten minutes"
rhythm = "once"
ours = "It is for tests."
label = "wish"

[[exercise.prompts]]
kind = "ladder"
id = "topics"
label = "How tender is each thing?"
add = "Add a thing"
steps = ["Light", "In the middle", "Tender"]
columns = [
    { kind = "short-text", id = "topic", label = "In a few words" },
    { kind = "choice", id = "mood", label = "How is it?", options = [{ id = "warm", label = "Warm" }, { id = "cool", label = "Cool" }] },
]

[[exercise.prompts]]
kind = "sorter"
id = "cards"
label = "Where does each card belong?"
own = "Add a card"
cards = [{ id = "truth", label = "Being told the truth" }, { id = "guess", label = "Someone who guesses", note = "Before I say it" }]
groups = [{ id = "fair", label = "Fair to expect" }, { id = "nice", label = "Nice to have" }, { id = "nobody", label = "Nobody can" }]

[[exercise.prompts]]
kind = "sentence"
id = "wish"
label = "How could you say it?"
parts = [
    { id = "feel", before = "I feel", label = "a feeling" },
    { id = "when", before = "when", label = "what happened", hint = "As a camera would see it." },
    { id = "ask", before = ". I would like", label = "a wish" },
]
blame = ["you never", "that you"]
blame-first = ["you"]
blame-hint = "This could be heard as blame. You can leave it."

[[exercise.prompts]]
kind = "question"
id = "today"
label = "A question for today"
questions = [{ id = "calm", label = "When were you calm?" }, { id = "kind", label = "What was kind?" }]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A guide of its own: the shipped one, with one exercise more."""
    folder = tmp_path_factory.mktemp("guide") / "guide"
    shutil.copytree(shipped_guide(), folder)
    (folder / "exercises-several.toml").write_text("format_version = 1\n" + CONTENT, "utf-8")
    notebook = json.loads((WORKBOOK / "00-start.ipynb").read_text("utf-8"))
    cell = next(cell for cell in notebook["cells"] if "page.exercise" in "".join(cell["source"]))
    cell["source"] = ['page.exercise("several")']
    (folder / "workbook").mkdir()
    (folder / "workbook" / "00-start.ipynb").write_text(json.dumps(notebook), "utf-8")
    return folder


@pytest.fixture(scope="module")
def place(chromium, folder, tmp_path_factory):
    """The page of that guide, and where its notes are."""
    home = tmp_path_factory.mktemp("several") / "home"
    with running("app", home, NEWSOIL_GUIDE=str(folder)) as server, reading(chromium, server) as reader:
        page = reader.open("start")
        page.home, page.errors = home, reader.errors
        yield page


@pytest.fixture
def on(place):
    """One prompt of the exercise, emptied."""

    def prompt(name):
        found = prompt_on(place, "several", name)
        clear = found.get_by_role("button", name="Clear my answer")
        if clear.is_visible():
            clear.click()
        return found

    return prompt


def kept(page, prompt):
    """What is on disk for a prompt."""
    settled(page)
    return entries(page.home)[-1]["answers"].get(prompt)


def test_a_thing_on_a_ladder_is_moved_by_buttons_that_say_what_they_move(place, on):
    ladder = on("topics")
    expect(ladder.locator(".ns-step")).to_have_text(["Light", "In the middle", "Tender"])
    ladder.get_by_role("button", name="Add a thing (In the middle)").click()
    place.keyboard.type("An old friendship")
    lighter = ladder.get_by_role("button", name="Move ‘An old friendship’ to a lighter step")
    ladder.get_by_role("button", name="Move ‘An old friendship’ to a more tender step").click()
    expect(lighter).to_be_focused()  # the way on has an end; the way back is there
    expect(ladder.get_by_role("button", name="to a more tender step")).to_have_count(0)
    expect(ladder.get_by_role("list", name="Tender").get_by_role("textbox")).to_have_value("An old friendship")
    assert kept(place, "topics")[0]["step"] == 3
    lighter.press("Enter")
    expect(lighter).to_be_focused()
    assert kept(place, "topics")[0]["step"] == 2
    ladder.get_by_role("button", name="Remove ‘An old friendship’").click()
    expect(ladder.get_by_role("button", name="Add a thing (In the middle)")).to_be_focused()
    assert kept(place, "topics") is None


def test_a_sorted_card_stays_where_it_is_and_the_groups_are_told_below(place, on):
    sorter = on("cards")
    expect(sorter.get_by_text("Not sorted yet")).to_have_count(0)
    expect(sorter.locator("dl")).to_have_count(0)
    cards = sorter.locator("[data-card]")
    where = "(cards) => cards.map((card) => [card.offsetTop, card.offsetHeight])"
    before = cards.evaluate_all(where)
    cards.nth(0).get_by_role("radio", name="Nice to have").check()
    cards.nth(1).get_by_role("radio", name="Nobody can").check()
    assert cards.evaluate_all(where) == before
    expect(sorter.locator("dl")).to_contain_text("Being told the truth")
    expect(sorter.get_by_text("Not sorted yet")).to_have_count(0)
    cards.nth(1).get_by_role("button", name="Put back ‘Someone who guesses’").click()
    expect(cards.nth(1).get_by_role("radio").first).to_be_focused()
    expect(sorter.get_by_text("Not sorted yet: 1")).to_be_visible()
    assert kept(place, "cards") == [{"id": "truth", "group": "nice"}]


def test_a_card_of_one_s_own_is_kept_before_it_is_sorted_and_can_be_taken_away(place, on):
    sorter = on("cards")
    sorter.get_by_role("button", name="Add a card").click()
    place.keyboard.type("A call on Sundays")
    assert [(card["group"], card["text"]) for card in kept(place, "cards")] == [("", "A call on Sundays")]
    own = sorter.get_by_role("group", name="A call on Sundays")
    own.get_by_role("radio", name="Fair to expect").check()
    expect(sorter.locator("dl")).to_contain_text("A call on Sundays")
    assert kept(place, "cards")[0]["group"] == "fair"
    sorter.get_by_role("button", name="Remove ‘A call on Sundays’").click()
    assert kept(place, "cards") is None


def test_a_sentence_is_read_as_one_after_a_pause_and_blame_brings_a_hint_alone(place, on):
    sentence = on("wish")
    said, soft = sentence.locator("output"), sentence.get_by_text("This could be heard as blame.")
    expect(said).to_be_empty()
    sentence.get_by_role("textbox").nth(1).fill("you never call")
    expect(said).to_be_empty(timeout=1)
    expect(said).to_have_text("I feel … when you never call. I would like …")
    expect(soft).to_be_visible()
    assert kept(place, "wish") == {"when": "you never call"}
    sentence.get_by_role("textbox").nth(1).fill("the phone is silent")
    sentence.get_by_role("textbox").nth(0).fill("tense")
    expect(said).to_have_text("I feel tense when the phone is silent. I would like …")
    expect(soft).to_be_hidden()


def test_a_phrase_of_blame_is_found_across_two_parts_and_not_within_a_word(place, on):
    sentence = on("wish")
    for words, is_blame in (("that YOU  are late", True), ("that youth is short", False), ("“you never”", True), ("You, again", True)):
        sentence.get_by_role("textbox").nth(0).fill(words)
        expect(sentence.locator("output")).to_contain_text(words.split()[-1])
        expect(sentence.get_by_text("This could be heard as blame.")).to_be_visible(visible=is_blame)


def test_the_question_is_the_same_all_day_and_stays_with_what_is_written_about_it(place, on):
    today = on("today")
    another, asked = today.get_by_role("button", name="Another question"), today.locator(".ns-asked")
    first = asked.inner_text()
    another.click()
    expect(asked).not_to_have_text(first)
    other = asked.inner_text()
    place.reload()
    ready(place, "start")
    expect(asked).to_have_text(first)
    another.click()
    today.get_by_role("textbox", name=other).fill("A walk.")
    expect(another).to_be_hidden()
    ids = {"When were you calm?": "calm", "What was kind?": "kind"}
    assert kept(place, "today") == {"question": ids[other], "text": "A walk."}
    place.reload()
    ready(place, "start")
    expect(asked).to_have_text(other)
    expect(another).to_be_hidden()


def test_all_of_it_comes_back_as_it_was_given_and_everyone_can_use_it(place, on, folder):
    exercise = read_guide(folder).exercise("several")
    told = {prompt.id: answer(on(prompt.id), prompt, prompt.id) for prompt in exercise.prompts}
    settled(place)
    place.reload()
    ready(place, "start")
    (entry,) = [entry for entry in entries(place.home) if entry["exercise"] == "several"]
    for prompt in exercise.prompts:
        assert held(entry, prompt) == told[prompt.id]
    expect(on_again(place, "wish").locator("output")).to_contain_text("I feel wish, feel when wish, when.")
    for width, scheme in ((1280, "light"), (390, "dark"), (320, "light")):
        place.set_viewport_size({"width": width, "height": 900})
        place.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = Axe().run(place, context="[data-exercise=several]", options={"resultTypes": ["violations"]}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
        assert place.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert place.errors == [], "\n".join(place.errors)


def on_again(page, prompt):
    """A prompt as it is."""
    return prompt_on(page, "several", prompt)


def test_what_was_written_is_read_again_in_words(place):
    place.locator('[data-exercise="several"]').get_by_role("button", name="Done for now").click()
    review = place.locator('[data-exercise="several"] .ns-review')
    expect(review).to_contain_text("Light: topics 1: “a few words”")
    expect(review).to_contain_text("Fair to expect: Being told the truth")
    expect(review).to_contain_text("Nobody can: cards, my own")
    expect(review).to_contain_text("I feel wish, feel when wish, when. I would like wish, ask.")
    expect(review).to_contain_text("today")
    settled(place)


def test_cards_of_earlier_notes_are_offered_again_and_are_no_answer_until_they_are_sorted(place):
    place.reload()
    ready(place, "start")
    place.get_by_role("button", name="Write a new version").click()
    sorter = prompt_on(place, "several", "cards")
    own = sorter.get_by_role("group", name="cards, my own")
    sorter.get_by_role("radio", name="Fair to expect").first.check()
    expect(sorter.get_by_text("Not sorted yet: 2")).to_be_visible()
    assert kept(place, "cards") == [{"id": "truth", "group": "fair"}]
    own.get_by_role("radio", name="Nice to have").check()
    assert [(card["group"], card.get("text")) for card in kept(place, "cards")] == [("fair", None), ("nice", "cards, my own")]
