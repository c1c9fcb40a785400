"""The safety gate in the page: it never stops anybody, a yes leaves out what is for two, and it is kept only where that is ticked."""

import re

import pytest
from playwright.sync_api import expect

from conftest import entries, go, ready
from filling import exercise_on, prompt_on, settled, unfold_notes
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import ChoicesPrompt, read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.guide.tasks import tasks_of
from newsoil.guide.visible import Reader, said_by_exercise

GUIDE = read_guide(guide_folder())
GATE = GUIDE.gate
SAID = GUIDE.words["exercise"]
ITEMS = next(prompt for prompt in GUIDE.exercise(GATE.exercise).prompts if isinstance(prompt, ChoicesPrompt)).options
GATED = [exercise for exercise in GUIDE.shown if exercise.gate]
FOR_TWO = "conversation-card"


def gate_on(page, exercise=FOR_TWO):
    """The gate of an exercise, opened: on a page with several, only the first stands open."""
    gate = exercise_on(page, exercise).locator(".ns-gate")
    if gate.locator("details:not([open])").count():
        gate.locator("summary").click()
    return gate


def afresh(page, stage="safe-together"):
    """The page newly loaded: nothing was said at its gate."""
    go(page, stage)
    page.reload()
    ready(page, stage)


NOTES_ASKED = """() => {
    const send = WebSocket.prototype.send;
    globalThis.asked = 0;
    WebSocket.prototype.send = function (data) {
        const said = typeof data === 'string' ? data : new TextDecoder().decode(data);
        if (/"kind":"(more|hello)"/.test(said)) asked++;
        return send.call(this, data);
    };
}"""
"""Count how often exercises ask for their notes."""


def heard(page):
    """Wait until the exercises of the stage have asked what is new, and were answered: a kernel answers one after the other."""
    page.wait_for_function("() => asked >= document.querySelectorAll('main [data-exercise]').length", timeout=20_000)
    page.evaluate("newsoil.ask({ kind: 'take-file' })")
    page.evaluate("asked = 0")


def seen(page, exercise):
    return " ".join(exercise_on(page, exercise).inner_text().split())


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_any_single_yes_leaves_out_what_is_for_two(open_page, item):
    afresh(open_page)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()
    gate_on(open_page).get_by_label(item.label).check()
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_have_count(0)
    expect(gate_on(open_page).get_by_role("heading", name=GATE.yes_title)).to_be_visible()
    expect(gate_on(open_page).locator(".ns-btn-help")).to_be_visible()


@pytest.mark.parametrize("answer", ["none", "rather_not"])
def test_a_no_and_no_answer_leave_everything_where_it_is(open_page, answer):
    afresh(open_page)
    gate_on(open_page).get_by_label(getattr(GATE, answer)).click()
    expect(gate_on(open_page)).to_have_class(re.compile("ns-gate-said"))
    for prompt in GUIDE.exercise(FOR_TWO).prompts:
        expect(prompt_on(open_page, FOR_TWO, prompt.id)).to_be_visible()
    gate_on(open_page).get_by_role("button", name=GATE.change).click()
    expect(gate_on(open_page).get_by_label(ITEMS[0].label)).to_be_visible()


def test_a_yes_holds_on_every_page_until_the_page_is_closed_and_the_texts_are_those_for_whoever_is_afraid(open_page):
    afresh(open_page)
    gate_on(open_page).get_by_label(ITEMS[0].label).check()
    for exercise in GATED:
        go(open_page, exercise.stage)
        words = seen(open_page, exercise.id)
        here = [" ".join(text.split()) for _, text in said_by_exercise(exercise, Reader(afraid=True))]
        gone = [" ".join(text.split()) for where, text in said_by_exercise(exercise, Reader()) if where.endswith((", after", ", lead"))]
        gone = [part for text in gone for part in [text] if part not in here]
        assert [text for text in gone if text in words] == [], exercise.id
        for prompt in exercise.prompts:
            if prompt.together:
                expect(prompt_on(open_page, exercise.id, prompt.id)).to_have_count(0)
            else:
                # a link is asked only where there is something to link to
                expect(prompt_on(open_page, exercise.id, prompt.id)).to_have_count(0 if prompt.__struct_config__.tag == "link" else 1)
            for option in getattr(prompt, "options", ()):
                if option.together:
                    expect(prompt_on(open_page, exercise.id, prompt.id).locator(f'input[value="{option.id}"]')).to_have_count(0)
    afresh(open_page)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()


def test_an_aside_reads_as_for_whoever_is_afraid_after_a_yes(open_page):
    afresh(open_page)
    said = open_page.locator('[data-aside="safe-together-aside"]')
    text = GUIDE.aside("safe-together-aside").text
    expect(said).to_have_text(text.otherwise)
    gate_on(open_page).get_by_label(ITEMS[0].label).check()
    expect(said).to_have_text(text.afraid)
    go(open_page, "what-to-tell")
    expect(open_page.locator('[data-aside="what-to-tell-aside"]')).to_have_text(GUIDE.aside("what-to-tell-aside").text.afraid)
    go(open_page, "safe-together")
    gate_on(open_page).get_by_role("button", name=GATE.change).click()
    expect(said).to_have_text(text.otherwise)


def test_prose_that_points_to_a_partner_is_not_seen_after_a_yes_on_any_stage(open_page):
    marked = {stage.id: [cell for cell in read_notebook(WORKBOOK / stage.notebook).cells if cell.is_for_two] for stage in GUIDE.stages}
    afresh(open_page)
    caveat = open_page.get_by_role("heading", name="For everyone: if there is fear")
    for_two = open_page.locator("main .ns-together")
    assert for_two.evaluate_all("(parts) => parts.every((part) => part.checkVisibility())")
    gate_on(open_page).get_by_label(ITEMS[0].label).check()
    expect(open_page.get_by_role("heading", name="Talking about a fear")).to_be_hidden()
    expect(caveat).to_be_visible()
    for stage, cells in marked.items():
        go(open_page, stage)
        expect(for_two).to_have_count(len(cells))
        assert not for_two.evaluate_all("(parts) => parts.some((part) => part.checkVisibility())"), stage
        assert not re.search(
            r"couples counselling is one way|can be couples counselling|tell your partner", open_page.locator("main").inner_text()
        )
    go(open_page, "safe-together")
    gate_on(open_page).get_by_role("button", name=GATE.change).click()
    expect(open_page.get_by_role("heading", name="Talking about a fear")).to_be_visible()


def test_nothing_of_the_gate_is_written_unless_keep_is_ticked(open_page, shared_app):
    afresh(open_page)
    before = entries(shared_app.home)
    gate_on(open_page).get_by_label(ITEMS[1].label).check()
    gate_on(open_page).get_by_label(ITEMS[3].label).check()
    settled(open_page)
    assert entries(shared_app.home) == before
    gate_on(open_page).get_by_label(GATE.keep).check()
    settled(open_page)
    (kept,) = [entry for entry in entries(shared_app.home) if entry["exercise"] == GATE.exercise]
    assert kept["answers"] == {GATE.items: [ITEMS[1].id, ITEMS[3].id]}
    afresh(open_page, "after-trust-was-hurt")  # a stage without a gate: what was kept holds there too
    expect(open_page.locator("html")).to_have_attribute("data-afraid", "")
    expect(open_page.locator("main .ns-together").first).to_be_hidden()
    afresh(open_page)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_have_count(0)
    gate_on(open_page).get_by_label(GATE.keep).uncheck()
    settled(open_page)
    assert [entry["deleted_at"] is not None for entry in entries(shared_app.home) if entry["exercise"] == GATE.exercise] == [True]
    afresh(open_page)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()


def test_a_kept_yes_that_is_taken_back_stays_so_on_stages_that_were_open(open_page, shared_app):
    afresh(open_page)
    gate_on(open_page).get_by_label(ITEMS[0].label).check()
    gate_on(open_page).get_by_label(GATE.keep).check()
    settled(open_page)
    afresh(open_page)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_have_count(0)
    go(open_page, "what-to-tell")
    go(open_page, "safe-together")
    gate_on(open_page).get_by_role("button", name=GATE.change).click()
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()
    settled(open_page)
    open_page.evaluate(NOTES_ASKED)
    for stage in ("what-to-tell", "safe-together"):
        go(open_page, stage)
        heard(open_page)
        assert not open_page.evaluate("document.documentElement.hasAttribute('data-afraid')"), stage
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()
    settled(open_page)
    kept = [entry for entry in entries(shared_app.home) if entry["exercise"] == GATE.exercise and not entry["deleted_at"]]
    assert [entry["answers"].get(GATE.items) for entry in kept] == [None]


def test_an_answer_of_danger_leaves_out_what_is_for_two_in_its_exercise(open_page):
    afresh(open_page)
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_be_visible()
    prompt_on(open_page, "safe-for-two", "afraid").get_by_role("radio").nth(2).check()
    result = exercise_on(open_page, "safe-for-two").locator(".ns-decided")
    expect(result).to_have_attribute("data-result", "danger")
    expect(result.locator(".ns-btn-help")).to_be_visible()
    expect(result.locator(".ns-next")).to_have_count(0)
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_have_count(0)
    expect(prompt_on(open_page, "safe-for-two", "afraid").get_by_role("radio").nth(2)).to_be_focused()
    prompt_on(open_page, "safe-for-two", "afraid").get_by_role("radio").nth(0).check()
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_be_visible()


def where_from(page, exercise, result):
    """“Where this comes from” of a result, opened."""
    decided = exercise_on(page, exercise).locator(".ns-decided")
    expect(decided).to_have_attribute("data-result", result)
    settled(page)  # what is saved draws the result anew
    decided.locator(".ns-why summary").click()
    expect(decided.get_by_text(SAID["decided-not"])).to_be_visible()
    return decided.locator(".ns-why")


def test_where_a_result_comes_from_cites_the_guide_until_a_yes_and_never_under_danger(reader):
    page = reader.open("seeing-change")
    for one in ("set-off", "old-anxiety", "committed"):
        prompt_on(page, "setback-sorter", "normal").locator(f'input[value="{one}"]').check()
    rule = next(rule for rule in GUIDE.decision("setback-sorter").rules if rule.result == "normal")
    (passage,) = [passage.says for passage in GUIDE.passages if passage.id in rule.passages]
    why = where_from(page, "setback-sorter", "normal")
    expect(why).to_contain_text(passage)
    expect(why).to_contain_text(rule.ours.otherwise)
    gate_on(page, "setback-sorter").get_by_label(ITEMS[0].label).check()
    why = where_from(page, "setback-sorter", "normal")
    expect(why).to_contain_text(rule.ours.afraid)
    expect(why).not_to_contain_text(passage)
    gate_on(page, "setback-sorter").get_by_role("button", name=GATE.change).click()
    expect(where_from(page, "setback-sorter", "normal")).to_contain_text(passage)
    go(page, "what-to-tell")
    prompt_on(page, "what-i-did-not-say", "reason").get_by_label("I was afraid of how they would react").check()
    why = where_from(page, "what-i-did-not-say", "danger")
    expect(why).to_contain_text(GUIDE.decision("what-i-did-not-say").rules[0].ours)
    assert [passage.id for passage in GUIDE.passages if passage.says in why.inner_text()] == []


def how_often_afraid(page, often):
    """Answer “I am afraid” in “Safe for two”: 0 is never, and all others speak of danger."""
    prompt_on(page, "safe-for-two", "afraid").get_by_role("radio").nth(often).check()


def test_an_answer_of_danger_counts_on_the_whole_page_until_it_is_seen_differently(open_page, shared_app):
    afresh(open_page)
    text = GUIDE.aside("safe-together-aside").text
    how_often_afraid(open_page, 1)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_have_count(0)
    expect(open_page.locator('[data-aside="safe-together-aside"]')).to_have_text(text.afraid)
    expect(gate_on(open_page)).to_contain_text(f"“{GUIDE.exercise('safe-for-two').title}”")
    expect(gate_on(open_page).locator(".ns-btn-help")).to_be_visible()
    expect(gate_on(open_page).get_by_label(GATE.none)).to_have_count(0)
    go(open_page, "all-exercises")
    expect(open_page.locator(f'[data-tasks] [data-task="{FOR_TWO}"]')).to_be_hidden()
    go(open_page, "what-to-tell")
    expect(prompt_on(open_page, "i-statement", "said")).to_have_count(0)
    gate_on(open_page, "i-statement").get_by_role("button", name=GATE.differently).click()
    expect(prompt_on(open_page, "i-statement", "said")).to_be_visible()
    expect(gate_on(open_page, "i-statement").get_by_label(ITEMS[0].label)).to_be_visible()
    go(open_page, "safe-together")
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()
    expect(exercise_on(open_page, "safe-for-two").locator(".ns-decided")).to_have_attribute("data-result", "danger")
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_have_count(0)  # its own answers still say so
    how_often_afraid(open_page, 0)
    how_often_afraid(open_page, 4)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_have_count(0)  # given anew, it counts again
    how_often_afraid(open_page, 0)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()
    settled(open_page)
    assert {entry["answers"].get("afraid") for entry in entries(shared_app.home) if entry["exercise"] == "safe-for-two"} == {1}


def test_of_an_answer_of_danger_nothing_more_is_kept_than_the_note_and_it_ends_with_the_page(open_page, shared_app):
    afresh(open_page)
    before = {entry["id"] for entry in entries(shared_app.home)}
    prompt_on(open_page, FOR_TWO, "met").get_by_label("Used against me").check()
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_have_count(0)
    settled(open_page)
    (note,) = [entry for entry in entries(shared_app.home) if entry["id"] not in before]
    assert (note["exercise"], note["answers"], note["tags"], note["links"]) == (FOR_TWO, {"met": "against"}, [], {})
    exercise_on(open_page, FOR_TWO).get_by_role("button", name=SAID["done"], exact=True).click()
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_have_count(0)
    settled(open_page)
    afresh(open_page)
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_be_visible()
    old = exercise_on(open_page, FOR_TWO).locator(f'[data-entry="{note["id"]}"]')
    unfold_notes(exercise_on(open_page, FOR_TWO))
    old.get_by_role("button", name=re.compile(f"^{SAID['delete']}")).click()
    settled(open_page)
    expect(prompt_on(open_page, "safe-for-two", "would-tell")).to_be_visible()  # whoever deletes an old note has not said it anew


def test_a_draft_that_speaks_of_danger_counts_again_when_its_page_is_opened_anew(open_page):
    afresh(open_page)
    how_often_afraid(open_page, 2)
    settled(open_page)
    afresh(open_page)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_have_count(0)
    how_often_afraid(open_page, 0)
    expect(prompt_on(open_page, FOR_TWO, "topic")).to_be_visible()
    settled(open_page)


def test_how_a_setback_is_seen_does_not_end_it_and_seeing_it_differently_does(open_page):
    afresh(open_page, "seeing-change")
    prompt_on(open_page, "setback-sorter", "safety").get_by_role("checkbox").first.check()
    expect(prompt_on(open_page, "hard-talk", "say-next")).to_have_count(0)
    prompt_on(open_page, "setback-sorter", "see-it").get_by_role("radio").first.check()
    settled(open_page)
    expect(prompt_on(open_page, "hard-talk", "say-next")).to_have_count(0)
    gate_on(open_page, "setback-sorter").get_by_role("button", name=GATE.differently).click()
    expect(prompt_on(open_page, "hard-talk", "say-next")).to_be_visible()
    expect(exercise_on(open_page, "setback-sorter").locator(".ns-decided .ns-btn-help")).to_be_visible()
    prompt_on(open_page, "setback-sorter", "safety").get_by_role("checkbox").first.uncheck()
    settled(open_page)


def test_after_a_yes_the_list_leaves_out_what_is_for_two_but_for_what_leads_to_a_note(open_page):
    for_two = [task.id for stage in tasks_of(GUIDE) for task in stage.tasks if task.for_two]
    written = "our-agreements"
    rows = {name: open_page.locator(f'[data-tasks] [data-task="{name}"]') for name in for_two}
    afresh(open_page, GUIDE.exercise(written).stage)
    prompt_on(open_page, written, "pause-word").locator("textarea, input").first.fill("Harbour")
    settled(open_page)
    go(open_page, "all-exercises")
    for one in rows.values():
        expect(one).to_be_visible()
    go(open_page, "safe-together")
    gate_on(open_page).get_by_label(ITEMS[0].label).check()
    go(open_page, "all-exercises")
    for name, one in rows.items():
        expect(one).to_be_visible(visible=name == written)
    go(open_page, "safe-together")
    gate_on(open_page).get_by_role("button", name=GATE.change).click()
    go(open_page, "all-exercises")
    for one in rows.values():
        expect(one).to_be_visible()
