"""What becomes of a note: saved, done for now, changed, skipped, cleared, deleted and brought back, written anew."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from conftest import entries, go, reading, ready
from filling import exercise_on, kind, prompt_on, says_saved, settled, unfold_notes
from newsoil._paths import guide_folder
from newsoil.desk import SHOWN
from newsoil.guide import read_as, read_guide

GUIDE = read_guide(guide_folder())
SAID = GUIDE.words["exercise"]


@pytest.fixture
def turn_to(open_page, shared_app):
    """Turn to an exercise: its page, its sheet, and a look at its entries on disk."""

    def turn(name):
        go(open_page, GUIDE.exercise(name).stage)
        return open_page, exercise_on(open_page, name), lambda: [entry for entry in entries(shared_app.home) if entry["exercise"] == name]

    return turn


def press(sheet, name):
    """Press a button by the words that are seen on it; what follows them is for those who do not see where it stands."""
    sheet.get_by_role("button", name=re.compile(f"^{re.escape(SAID[name])}( {SAID['note-of'].split('{')[0]}|$)")).click()


def written(sheet, prompt):
    return sheet.locator(f'[data-prompt="{prompt}"] textarea').first


def test_the_page_says_beside_an_answer_when_it_was_saved(turn_to):
    page, sheet, on_disk = turn_to("four-signs")
    written(sheet, "example").press_sequentially("I said what I thought.")
    says_saved(page, "four-signs", "example")
    assert [entry["answers"] for entry in on_disk()] == [{"example": "I said what I thought."}]
    expect(sheet.locator("header")).to_contain_text(SAID["in-progress"])


def test_a_date_may_be_a_month_or_a_year_alone_and_a_wrong_one_is_named_and_not_kept(turn_to):
    page, _, on_disk = turn_to("promises")
    when = prompt_on(page, "promises", "said-on")
    problem = when.locator(".ns-problem")

    def give(day, month, year):
        for part, value in (("day", day), ("month", month), ("year", year)):
            when.locator(f'input[id$="-{part}"]').fill(value)
        when.get_by_label(SAID["year"]).press("Tab")
        page.locator("h1").click()
        settled(page)
        return on_disk()[0]["answers"].get("said-on") if on_disk() else None

    for wrong, sentence in (
        (("", "13", "2026"), "date-month"),
        (("31", "2", "2026"), "date-day"),
        (("", "3", "26"), "date-year"),
        (("1", "", "2026"), "date-month"),
    ):
        assert give("", "", "") is None
        assert give(*wrong) is None
        expect(problem).to_have_text(SAID[sentence])
    assert give("", "", "2024") == "2024"
    expect(problem).to_be_empty()
    assert give("", "9", "2024") == "2024-09"
    assert give("29", "2", "2024") == "2024-02-29"
    assert give("", "14", "2024") == "2024-02", "the last date that was one is kept"
    expect(problem).to_have_text(SAID["date-month"])
    press(when, "yesterday")
    expect(problem).to_be_empty()
    settled(page)
    assert on_disk()[0]["answers"]["said-on"] in {str(datetime.now().astimezone().date() - timedelta(days=back)) for back in (0, 1, 2)}


def test_clearing_a_wrong_date_clears_its_sentence_too(turn_to):
    page, _, on_disk = turn_to("promises")
    when = prompt_on(page, "promises", "said-on")
    press(when, "today")
    when.get_by_label(SAID["month"], exact=True).fill("13")
    page.locator("h1").click()
    expect(when.locator(".ns-problem")).to_have_text(SAID["date-month"])
    press(when, "clear")
    expect(when.locator(".ns-problem")).to_be_empty()
    settled(page)
    assert all("said-on" not in entry["answers"] for entry in on_disk())


def test_done_for_now_lists_the_note_and_another_can_be_written(turn_to):
    page, sheet, on_disk = turn_to("journal")
    written(sheet, "text").fill("The first note.")
    press(sheet, "done")
    expect(sheet).to_contain_text(SAID["thank-you"])
    expect(sheet).to_contain_text(GUIDE.exercise("journal").settle)
    expect(sheet.locator(".ns-rest")).to_be_focused()
    expect(sheet.locator(".ns-own-words")).to_have_text(["The first note."])
    press(sheet, "write-another")
    expect(written(sheet, "text")).to_be_focused()
    expect(written(sheet, "text")).to_have_value("")
    written(sheet, "text").fill("The second note.")
    settled(page)
    assert [(entry["answers"]["text"], entry["status"]) for entry in on_disk()] == [
        ("The first note.", "done"),
        ("The second note.", "draft"),
    ]


def test_what_is_said_about_danger_stays_when_the_form_is_gone_with_the_way_to_help_beside_it(turn_to):
    page, sheet, _ = turn_to("weekly-check-in")
    said = read_as(GUIDE.exercise("weekly-check-in").after, None).split("\n\n")
    help_ = GUIDE.words["shell"]["help"]
    assert any(help_ in paragraph for paragraph in said)
    sheet.get_by_role("radio").first.check()
    press(sheet, "done")
    for paragraph in said:
        expect(sheet.get_by_text(paragraph)).to_be_visible()
    page.reload()
    ready(page, GUIDE.exercise("weekly-check-in").stage)
    expect(sheet.get_by_text(said[0])).to_be_visible()
    press(sheet, "not-today")
    sheet.get_by_role("link", name=help_, exact=True).click()
    expect(page.locator("#support h2").first).to_be_in_viewport()
    page.get_by_role("button", name=GUIDE.words["shell"]["back-where"]).click()
    expect(sheet.get_by_role("link", name=help_, exact=True)).to_be_in_viewport()


def test_a_question_that_links_to_another_note_is_asked_once_there_is_one(turn_to):
    page, _, _ = turn_to("trigger")
    link = next(prompt for prompt in GUIDE.exercise("trigger").prompts if kind(prompt) == "link")
    expect(prompt_on(page, "trigger", link.id)).to_have_count(0)
    page, _, _ = turn_to(link.to)
    first = next(prompt for prompt in GUIDE.exercise(link.to).prompts if kind(prompt) == "text")
    prompt_on(page, link.to, first.id).locator("textarea").fill("That it happens again.")
    settled(page)
    page, _, _ = turn_to("trigger")
    expect(prompt_on(page, "trigger", link.id).get_by_role("radio")).to_have_count(1)


def test_more_words_are_shown_and_put_away_again(turn_to):
    page, _, _ = turn_to("trigger")
    words = prompt_on(page, "trigger", "type")
    few = words.get_by_role("checkbox").count()
    press(words, "more-words")
    assert words.get_by_role("checkbox").count() > few
    press(words, "fewer-words")
    assert words.get_by_role("checkbox").count() == few
    expect(words.get_by_role("button", name=SAID["more-words"])).to_have_attribute("aria-expanded", "false")


def test_a_done_note_that_is_changed_keeps_what_was_there_once(turn_to):
    page, sheet, on_disk = turn_to("small-wins")
    written(sheet, "win").fill("A calm evening.")
    press(sheet, "done")
    settled(page)
    press(sheet, "change")
    expect(written(sheet, "win")).to_have_value("A calm evening.")
    expect(written(sheet, "win")).to_be_focused()
    for word in ("A calm", "A calm evening", "A calm evening and a walk."):
        written(sheet, "win").fill(word)
        settled(page)
    expect(sheet.locator("header")).to_contain_text(SAID["in-progress"])
    (entry,) = on_disk()
    assert (entry["answers"], entry["status"]) == ({"win": "A calm evening and a walk."}, "draft")
    assert [former["answers"] for former in entry["earlier"]] == [{"win": "A calm evening."}]
    press(sheet, "done")
    settled(page)
    sheet.locator(".ns-entry summary").click()
    expect(sheet.locator(".ns-review")).to_contain_text("A calm evening and a walk.")
    expect(sheet.locator(".ns-review")).to_contain_text(SAID["before"])
    assert on_disk()[0]["status"] == "done"


def test_a_deleted_note_can_be_brought_back(turn_to):
    page, sheet, on_disk = turn_to("kinder-words")
    written(sheet, "kinder").fill("It makes sense that you are tired.")
    press(sheet, "done")
    settled(page)
    press(sheet, "delete")
    expect(sheet.locator(".ns-entry")).to_contain_text(SAID["deleted"])
    expect(sheet.get_by_role("button", name=SAID["undo"])).to_be_focused()
    settled(page)
    assert on_disk()[0]["deleted_at"]
    press(sheet, "undo")
    expect(sheet.locator(".ns-own-words")).to_have_text("It makes sense that you are tired.")
    expect(sheet.locator(".ns-entry summary")).to_be_focused()
    settled(page)
    assert on_disk()[0]["deleted_at"] is None
    press(sheet, "delete")
    settled(page)
    page.reload()
    ready(page, GUIDE.exercise("kinder-words").stage)
    expect(sheet.locator(".ns-entry")).to_have_count(0)
    assert on_disk()[0]["answers"]["kinder"] == "It makes sense that you are tired."


def test_not_today_is_a_full_answer_and_can_be_taken_back(turn_to):
    page, sheet, on_disk = turn_to("urge")
    press(sheet, "not-today")
    expect(sheet).to_contain_text(SAID["not-today-fine"])
    settled(page)
    assert [(entry["status"], entry["answers"]) for entry in on_disk()] == [("not-today", {})]
    page.reload()
    ready(page, GUIDE.exercise("urge").stage)
    expect(sheet).to_contain_text(SAID["not-today-fine"])
    press(sheet, "open-again")
    written(sheet, "underneath").fill("Being alone.")
    press(sheet, "done")
    settled(page)
    page.reload()
    ready(page, GUIDE.exercise("urge").stage)
    expect(written(sheet, "underneath")).to_have_value("")
    expect(sheet.locator(".ns-own-words")).to_have_text("Being alone.")


def test_a_question_that_is_declined_for_the_day_stays_so_and_loses_no_word(turn_to):
    page, sheet, on_disk = turn_to("question-of-the-day")
    written(sheet, "answer").fill("Half a thought")
    settled(page)
    press(sheet, "not-today")
    settled(page)
    page.reload()
    ready(page, GUIDE.exercise("question-of-the-day").stage)
    expect(sheet).to_contain_text(SAID["not-today-fine"])
    assert sorted(entry["status"] for entry in on_disk()) == ["draft", "not-today"]
    press(sheet, "open-again")
    expect(written(sheet, "answer")).to_have_value("Half a thought")


def test_rest_is_an_entry_of_its_own_and_holds_until_something_is_written(turn_to):
    page, sheet, on_disk = turn_to("three-needs")
    press(sheet, "rest")
    expect(sheet.locator(".ns-rest")).to_be_focused()
    expect(sheet).to_contain_text(SAID["rest-fine"])
    settled(page)
    assert [(entry["status"], entry["answers"]) for entry in on_disk()] == [("rest", {})]
    page.reload()
    ready(page, GUIDE.exercise("three-needs").stage)
    expect(sheet).to_contain_text(SAID["rest-fine"])
    expect(sheet.locator(".ns-entry")).to_have_count(0)
    press(sheet, "open-again")
    written(sheet, "patience-note").fill("A slow morning.")
    settled(page)
    page.reload()
    ready(page, GUIDE.exercise("three-needs").stage)
    expect(written(sheet, "patience-note")).to_have_value("A slow morning.")
    assert sorted(entry["status"] for entry in on_disk()) == ["draft", "rest"]


def test_what_is_practised_is_said_beside_the_exercise_and_in_the_list(turn_to):
    page, _, _ = turn_to("practices-and-pace")
    boxes = prompt_on(page, "practices-and-pace", "practices")
    chosen, other = (boxes.locator(f'input[value="{name}"]') for name in ("weather", "small-wins"))
    chosen.check(force=True)
    other.check(force=True)
    settled(page)
    go(page, "on-my-own-side")
    expect(exercise_on(page, "weather").locator("header .ns-meta")).to_contain_text(SAID["practice-of-two"])
    expect(exercise_on(page, "brave-step").locator("header .ns-meta")).not_to_contain_text(SAID["practice-of-two"])
    rows = page.locator("[data-tasks] .ns-task .ns-meta")
    go(page, "all-exercises")
    expect(rows.filter(has_text=SAID["practice-of-two"])).to_have_count(2)
    go(page, "start")
    other.uncheck(force=True)
    settled(page)
    go(page, "all-exercises")
    expect(rows.filter(has_text=SAID["practice-of-two"])).to_have_count(0)
    expect(rows.filter(has_text=SAID["practice"])).to_have_count(1)


def test_a_one_off_is_read_again_changed_and_written_anew(turn_to):
    page, sheet, on_disk = turn_to("my-roadmap")
    written(sheet, "why").fill("I would like us to understand each other.")
    press(sheet, "done")
    expect(sheet.locator(".ns-review").first).to_contain_text("I would like us to understand each other.")
    expect(sheet).to_contain_text(SAID["thank-you"])
    settled(page)
    page.reload()
    ready(page, GUIDE.exercise("my-roadmap").stage)
    expect(sheet.locator(".ns-review").first).to_contain_text("I would like us to understand each other.")
    expect(sheet.locator(".ns-rest")).to_have_text(re.compile(SAID["note-of"].split("{")[0]))
    expect(sheet).not_to_contain_text(SAID["thank-you"])
    press(sheet, "change")
    expect(written(sheet, "why")).to_have_value("I would like us to understand each other.")
    press(sheet, "done")
    press(sheet, "new-version")
    expect(written(sheet, "why")).to_have_value("")
    written(sheet, "why").fill("I would like more quiet.")
    settled(page)
    assert [entry["answers"]["why"] for entry in on_disk()] == ["I would like us to understand each other.", "I would like more quiet."]
    page.reload()
    ready(page, GUIDE.exercise("my-roadmap").stage)
    expect(written(sheet, "why")).to_have_value("I would like more quiet.")
    expect(sheet.locator(".ns-own-words")).to_have_text("I would like us to understand each other.")


def test_a_prompt_can_be_skipped_answered_after_all_and_cleared(turn_to):
    page, _, on_disk = turn_to("one-good-decision")
    trust = prompt_on(page, "one-good-decision", "self-trust")
    press(trust, "skip")
    expect(trust.get_by_role("radio").first).to_be_hidden()
    expect(trust).to_contain_text(SAID["skipped"])
    settled(page)
    assert on_disk()[0]["skipped"] == ["self-trust"]
    page.reload()
    ready(page, GUIDE.exercise("one-good-decision").stage)
    expect(trust).to_contain_text(SAID["skipped"])
    press(trust, "answer-it")
    trust.get_by_role("radio").nth(7).check()
    settled(page)
    assert (on_disk()[0]["skipped"], on_disk()[0]["answers"]) == ([], {"self-trust": 7})
    press(trust, "clear")
    settled(page)
    assert on_disk()[0]["answers"] == {}
    expect(exercise_on(page, "one-good-decision").locator("header")).not_to_contain_text(SAID["in-progress"])
    expect(trust.locator(":checked")).to_have_count(0)
    expect(trust.get_by_role("button", name=SAID["skip"])).to_be_focused()


def test_an_own_word_that_is_only_half_typed_is_kept_and_a_row_goes_without_its_neighbours(turn_to):
    page, _, on_disk = turn_to("trigger")
    prompt_on(page, "trigger", "feeling").locator("textarea").press_sequentially("unea")
    settled(page)
    assert on_disk()[0]["answers"]["feeling"] == ["unea"]
    page, _, on_disk = turn_to("my-roadmap")
    rows = prompt_on(page, "my-roadmap", "secure")
    for line in ("one", "two", "three"):
        rows.get_by_role("button", name="Add a line").click()
        expect(rows.locator(".ns-record textarea").last).to_be_focused()
        rows.locator(".ns-record textarea").last.fill(line)
    rows.get_by_role("button", name=f"{SAID['remove']} line 2").click()
    expect(rows.locator(".ns-record textarea").nth(1)).to_have_value("three")
    settled(page)
    assert [row["line"] for row in on_disk()[-1]["answers"]["secure"]] == ["one", "three"]


def test_a_list_has_a_first_line_to_write_in_and_one_that_is_empty_is_not_added_to(turn_to):
    page, _, on_disk = turn_to("my-roadmap")
    rows, before = prompt_on(page, "my-roadmap", "please"), on_disk()
    expect(rows.locator(".ns-record")).to_have_count(1)
    expect(rows.get_by_role("button", name=SAID["remove"])).to_have_count(0)
    rows.get_by_role("button", name="Add a line").click()
    expect(rows.locator(".ns-record")).to_have_count(1)
    expect(rows.locator("textarea")).to_be_focused()
    assert on_disk() == before
    page.keyboard.type("Ask me first.")
    expect(rows.get_by_role("button", name=SAID["remove"])).to_be_visible()
    rows.get_by_role("button", name=SAID["remove"]).click()
    expect(rows.locator("textarea")).to_have_value("")
    settled(page)
    assert all("please" not in entry["answers"] for entry in on_disk())


def test_where_there_are_many_cards_a_few_come_first(turn_to):
    page, _, _ = turn_to("what-trust-looks-like")
    cards = prompt_on(page, "what-trust-looks-like", "cards")
    all_of_them = cards.locator("[data-card]").count()
    expect(cards.locator("[data-card]:visible")).to_have_count(8)
    cards.get_by_role("button", name=SAID["more-cards"]).click()
    expect(cards.locator("[data-card]:visible")).to_have_count(all_of_them)
    expect(cards.locator("[data-card]").nth(8).get_by_role("radio").first).to_be_focused()
    cards.locator("[data-card]").last.get_by_role("radio").first.check()
    settled(page)
    page.reload()
    ready(page, GUIDE.exercise("what-trust-looks-like").stage)
    expect(cards.locator("[data-card]:visible")).to_have_count(all_of_them)


def test_the_situation_that_a_person_names_changes_the_words_of_other_stages(turn_to):
    page, _, on_disk = turn_to("where-am-i-now")
    situation = prompt_on(page, "where-am-i-now", "situation")
    situation.get_by_role("radio").nth(2).check()
    settled(page)
    aside = next(aside for aside in GUIDE.aside("after-trust-was-hurt-aside").text.forms() if aside.startswith("On your own"))
    page.click('nav [data-stage="after-trust-was-hurt"]')
    expect(page.locator("[data-aside]")).to_have_text(aside)
    assert on_disk()[0]["answers"] == {"situation": "on-my-own"}


def test_a_file_that_cannot_be_read_is_named_and_left_as_it_is(chromium, app, home):
    folder = home / "journals" / "mine" / "entries"
    folder.mkdir(parents=True)
    (folder / "2026-01.json").write_text('{"format": "newsoil-entries", "schema_version": 1, "entr')
    with reading(chromium, app) as reader:
        page = reader.open("signs-in-me")
        expect(page.get_by_text("2026-01.json is damaged and could not be read.")).to_have_count(1)
        expect(page.get_by_text("2026-01.json is damaged and could not be read.")).to_be_visible()
    assert (folder / "2026-01.json").read_text().endswith('"entr')


def test_earlier_notes_are_folded_and_shown_when_they_are_asked_for(chromium, lived_in):
    noted = [entry for entry in entries(lived_in.home) if entry["exercise"] == "one-good-decision" and not entry["deleted_at"]]
    with reading(chromium, lived_in) as reader:
        page = reader.open("signs-in-me")
        listed = exercise_on(page, "one-good-decision").locator(".ns-entry")
        few = listed.count()
        assert few in (SHOWN - 1, SHOWN), "one may be in the form, in progress"
        expect(listed.first).not_to_be_visible()
        unfold_notes(exercise_on(page, "one-good-decision"))
        expect(listed.first).to_be_visible()
        exercise_on(page, "one-good-decision").get_by_role("button", name=SAID["older"].format(more=len(noted) - SHOWN)).click()
        expect(listed).to_have_count(few + len(noted) - SHOWN)
