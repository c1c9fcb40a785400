"""What answers come to, in the page: the answers that made it, where it comes from, and the person's own view of it."""

import pytest
from playwright.sync_api import expect

from conftest import go
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_as, read_guide
from test_offer import DANGER, looked_at

GUIDE = read_guide(guide_folder())
SAID = GUIDE.words["exercise"]


@pytest.fixture
def sorter(open_page):
    """The setback sorter with a red flag noted."""
    go(open_page, "seeing-change")
    prompt_on(open_page, "setback-sorter", "flags").get_by_role("checkbox").first.check()
    return exercise_on(open_page, "setback-sorter")


def test_a_result_names_the_answers_that_made_it_and_where_it_comes_from(open_page, sorter):
    result = sorter.locator(".ns-decided")
    expect(result).to_have_attribute("data-result", "red-flag")
    why = result.locator(".ns-why")
    expect(why.locator("dl")).to_be_hidden()
    why.locator("summary").click()
    flags = next(prompt for prompt in GUIDE.exercise("setback-sorter").prompts if prompt.id == "flags")
    expect(why.locator("dd")).to_have_text([str(flags.options[0].label)])
    expect(why).to_contain_text(SAID["decided-not"])


def test_it_can_be_seen_differently_and_that_is_what_is_shown(open_page, sorter):
    view = prompt_on(open_page, "setback-sorter", "see-it")
    other = view.get_by_role("radio").last
    other.check()
    expect(sorter.locator(".ns-decided-own")).to_be_visible()
    settled(open_page)
    sorter.get_by_role("button", name=SAID["done"], exact=True).click()
    expect(sorter.locator(".ns-decided-own")).to_be_visible()


def test_two_people_answer_unseen_and_nothing_of_it_leaves_the_page(open_page, shared_app):
    go(open_page, "safe-together")
    place = prompt_on(open_page, "two-answers", "both")
    place.get_by_role("button").nth(2).click()
    place.locator("textarea").fill("canary-first")
    place.get_by_role("button", name=SAID["both-hide"], exact=True).click()
    assert "canary-first" not in open_page.content()
    expect(place.locator("textarea")).to_have_value("")
    place.get_by_role("button", name=SAID["both-hide-last"], exact=True).click()
    place.get_by_role("button", name=SAID["both-show"], exact=True).click()
    expect(place.locator(".ns-version-words")).to_have_text(["canary-first", SAID["left-blank"]])
    settled(open_page)
    written = [path for path in shared_app.home.rglob("*") if path.is_file() and b"canary-first" in path.read_bytes()]
    assert written == []


def another_question(page):
    """Both begin once more, with the first question."""
    go(page, "safe-together")
    place = prompt_on(page, "two-answers", "both")
    expect(place.get_by_role("button").first).to_be_visible()
    again = place.get_by_role("button", name=SAID["both-again"], exact=True)
    if again.count():  # one was answered before
        again.click()
    place.get_by_role("button").first.click()
    return place


def test_a_card_of_help_is_for_whoever_wrote_and_not_for_the_other(open_page):
    place = another_question(open_page)
    place.locator("textarea").press_sequentially(DANGER)
    card = open_page.locator(".ns-offer")
    expect(card).to_be_visible()
    place.get_by_role("button", name=SAID["both-hide"], exact=True).click()
    expect(card).to_have_count(0)
    place.locator("textarea").press_sequentially("A quiet week.")
    looked_at(open_page)
    expect(card).to_have_count(0)
    place.get_by_role("button", name=SAID["both-hide-last"], exact=True).click()
    place.get_by_role("button", name=SAID["both-again"], exact=True).click()
    place.get_by_role("button").first.click()
    place.get_by_role("button", name=SAID["both-hide"], exact=True).click()
    place.get_by_role("button", name=SAID["both-hide-last"], exact=True).click()
    place.get_by_role("button", name=SAID["both-show"], exact=True).click()


def test_a_turn_is_not_lost_when_something_is_said_at_the_gate(open_page):
    place = another_question(open_page)
    place.locator("textarea").fill("still here")
    place.get_by_role("button", name=SAID["both-hide"], exact=True).click()
    exercise_on(open_page, "safe-for-two").locator(".ns-gate").get_by_label(GUIDE.gate.none).click()
    expect(exercise_on(open_page, "two-answers").locator(".ns-gate-said")).to_be_visible()
    place.get_by_role("button", name=SAID["both-hide-last"], exact=True).click()
    place.get_by_role("button", name=SAID["both-show"], exact=True).click()
    expect(place.locator(".ns-version-words").first).to_have_text("still here")


def test_a_question_that_was_answered_twice_is_read_again_by_its_words(open_page):
    place = another_question(open_page)
    for name in ("both-hide", "both-hide-last", "both-show"):
        place.get_by_role("button", name=SAID[name], exact=True).click()
    settled(open_page)
    sheet = exercise_on(open_page, "two-answers")
    sheet.get_by_role("button", name=SAID["done"], exact=True).click()
    question = GUIDE.exercise("two-answers").prompts[0].questions[0].label
    expect(sheet.locator(".ns-review dd").first).to_have_text(question.otherwise)


def test_whoever_is_on_their_own_answers_twice_themselves(reader, home):
    """The words of each turn speak of one person, and what was written is on the page alone."""
    page = reader.open("start")
    prompt_on(page, "where-am-i-now", "situation").get_by_role("radio").nth(2).check()
    settled(page)
    page.reload()
    go(page, "safe-together")
    both = GUIDE.exercise("two-answers").prompts[0]
    place = prompt_on(page, "two-answers", "both")
    expect(place).to_contain_text(both.alone["not-kept"])
    place.get_by_role("button", name=both.questions[0].label.on_my_own, exact=True).click()
    place.get_by_label(both.alone["first"]).fill("canary-today")
    place.get_by_role("button", name=both.alone["hide"], exact=True).click()
    place.get_by_label(both.alone["second"]).fill("A garden.")
    place.get_by_role("button", name=SAID["both-hide-last"], exact=True).click()
    expect(place).to_contain_text(both.alone["ready"])
    place.get_by_role("button", name=SAID["both-show"], exact=True).click()
    expect(place.locator(".ns-pair .ns-meta")).to_have_text([both.alone["one"], both.alone["other"]])
    settled(page)
    expect(place.locator(".ns-under").get_by_role("status")).to_be_empty()  # it is not saved, so nothing says that it is
    prompt_on(page, "two-answers", "take-along").locator("textarea").fill("Soil for a garden.")
    settled(page)
    assert not [path for path in home.rglob("*") if path.is_file() and b"canary-today" in path.read_bytes()]


def test_everybody_can_answer_twice_themselves_and_go_back_to_two(open_page, shared_app):
    """With the words for one person, and nothing that was written is kept."""
    go(open_page, "safe-together")
    both, sheet = GUIDE.exercise("two-answers").prompts[0], exercise_on(open_page, "two-answers")
    if sheet.get_by_role("button", name=SAID["write-another"], exact=True).is_visible():
        sheet.get_by_role("button", name=SAID["write-another"], exact=True).click()
    place, question = prompt_on(open_page, "two-answers", "both"), both.questions[0].label
    expect(place).to_contain_text(SAID["both-not-kept"])
    place.get_by_role("button", name=SAID["both-alone"], exact=True).click()
    expect(place.get_by_role("button", name=SAID["both-two"], exact=True)).to_be_focused()
    expect(place).to_contain_text(both.alone["not-kept"])
    place.get_by_role("button", name=question.on_my_own, exact=True).click()
    place.get_by_label(both.alone["first"]).fill("canary-alone")
    place.get_by_role("button", name=both.alone["hide"], exact=True).click()
    place.get_by_label(both.alone["second"]).fill("A garden.")
    place.get_by_role("button", name=SAID["both-hide-last"], exact=True).click()
    place.get_by_role("button", name=SAID["both-show"], exact=True).click()
    expect(place.locator(".ns-pair .ns-meta")).to_have_text([both.alone["one"], both.alone["other"]])
    settled(open_page)
    assert not [path for path in shared_app.home.rglob("*") if path.is_file() and b"canary-alone" in path.read_bytes()]
    place.get_by_role("button", name=both.alone["again"], exact=True).click()
    place.get_by_role("button", name=SAID["both-two"], exact=True).click()
    expect(place).to_contain_text(SAID["both-not-kept"])
    expect(place.get_by_role("button", name=question.otherwise, exact=True)).to_be_visible()


def strong_alarm(page, strength):
    """One more note of an alarm; what it comes to."""
    sheet = exercise_on(page, "trigger")
    prompt_on(page, "trigger", "before").get_by_role("radio", name=strength, exact=True).check(force=True)
    settled(page)
    return sheet.locator(".ns-decided")


def another_alarm(page):
    sheet = exercise_on(page, "trigger")
    sheet.get_by_role("button", name=SAID["done"], exact=True).click()
    sheet.get_by_role("button", name=SAID["write-another"], exact=True).click()


def test_after_three_strong_alarms_an_outside_view_is_offered_and_below_the_line_nothing_is_said(open_page):
    go(open_page, "day-by-day")
    expect(strong_alarm(open_page, "7")).to_have_count(0)
    for result in ("strong", "strong", "often-strong"):
        another_alarm(open_page)
        expect(strong_alarm(open_page, "9")).to_have_attribute("data-result", result)
    offer = exercise_on(open_page, "trigger").locator(".ns-decided")
    outside = GUIDE.decision("trigger").result("often-strong").next[0]
    expect(offer.get_by_role("link", name=str(outside.says))).to_be_visible()
    offer.locator(".ns-why summary").click()
    expect(offer.locator(".ns-why")).to_contain_text("14 days")


@pytest.mark.parametrize(("at", "result"), [(0, "echo"), (1, "now"), (2, "unknown")])
def test_what_an_alarm_was_about_leads_on(open_page, at, result):
    """Each of the three has steps of its own, and an answer that is taken back takes them with it."""
    go(open_page, "day-by-day")
    prompt_on(open_page, "trigger", "event").locator("textarea").fill("A late reply.")
    settled(open_page)
    another_alarm(open_page)
    about = prompt_on(open_page, "trigger", "kind")
    about.get_by_role("radio").nth(at).check()
    settled(open_page)
    offer = exercise_on(open_page, "trigger").locator(".ns-decided")
    expect(offer).to_have_attribute("data-result", result)
    for step in (step for step in GUIDE.decision("trigger").result(result).next if step.exercise):
        expect(offer.get_by_role("link", name=read_as(step.says, None), exact=True)).to_be_visible()
    about.get_by_role("button", name=SAID["clear"], exact=True).click()
    settled(open_page)
    expect(offer).to_have_count(0)


def test_two_versions_are_read_side_by_side(open_page):
    go(open_page, "start")
    sheet = exercise_on(open_page, "glass-or-seed")
    for words in ("asking early", "keeping Sundays"):
        prompt_on(open_page, "glass-or-seed", "seed").locator("textarea").fill(words)
        settled(open_page)
        sheet.get_by_role("button", name=SAID["done"], exact=True).click()
        if words == "asking early":
            sheet.get_by_role("button", name=SAID["new-version"], exact=True).click()
    sheet.locator(".ns-versions summary").click()
    expect(sheet.locator(".ns-versions .ns-version-words")).to_have_text(["asking early", "keeping Sundays"])


def test_what_it_offers_is_one_click_away_wherever_it_is(open_page):
    """A talk that began heated and ended so offers a tool for right now, and an exercise of another stage."""
    tool, elsewhere, _ = GUIDE.decision("hard-talk").result("still-heated").next
    go(open_page, GUIDE.exercise("hard-talk").stage)
    for moment in ("start", "end"):
        prompt_on(open_page, "hard-talk", moment).get_by_role("radio", name="9", exact=True).check(force=True)
    result = exercise_on(open_page, "hard-talk").locator(".ns-decided")
    offer = result.get_by_role("button", name=str(tool.says))
    offer.click()
    expect(open_page.get_by_role("dialog", name=GUIDE.words["right-now-tools"][tool.tool])).to_be_visible()
    open_page.keyboard.press("Escape")
    expect(offer).to_be_focused()
    result.get_by_role("link", name=str(elsewhere.says)).click()
    expect(exercise_on(open_page, elsewhere.exercise).locator("h2").first).to_be_focused()


def test_a_very_strong_feeling_brings_a_way_to_steady_oneself_first(open_page):
    go(open_page, "after-trust-was-hurt")
    strengths = prompt_on(open_page, "which-rule-changed", "how-strong").locator(".ns-record").first
    strengths.get_by_role("textbox").fill("hurt")
    result = exercise_on(open_page, "which-rule-changed").locator(".ns-decided")
    strengths.get_by_role("radio", name="Strong", exact=True).check()
    settled(open_page)
    expect(result).to_have_count(0)
    strengths.get_by_role("radio", name="Very strong", exact=True).check()
    steady, _ = GUIDE.decision("which-rule-changed").result("very-strong").next
    result.get_by_role("button", name=str(steady.says)).click()
    expect(open_page.get_by_role("dialog", name=GUIDE.words["right-now-tools"][steady.tool])).to_be_visible()
    open_page.keyboard.press("Escape")
    settled(open_page)
