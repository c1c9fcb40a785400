"""What a screen reader is told: one of each kind of prompt, a note, a chart, the page around them."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from conftest import go, reading
from filling import exercise_on, prompt_on, unfold_notes
from newsoil._paths import guide_folder
from newsoil.guide import read_as, read_guide

GUIDE = read_guide(guide_folder())
SAID, SHELL = GUIDE.words["exercise"], GUIDE.words["shell"]

SPOKEN = {
    ("one-good-decision", "decision"): """
        - paragraph: {hint}
        - textbox "{label}"
        - button "{skip}"
        - status
    """,
    ("four-signs", "looked-for"): """
        - textbox "{label}"
        - button "{skip}"
        - status
    """,
    ("four-signs", "holding-back"): """
        - group "{label}":
          - paragraph: {hint}
          - radio "Never"
          - radio "Rarely"
          - radio "Sometimes"
          - radio "Often"
          - radio "Almost always"
          - button "{skip}"
          - status
    """,
    ("one-good-decision", "self-trust"): """
        - group "{label}":
          - radio /^0 ?, not at all$/
          - radio "1"
          - radio "4"
          - radio /^5 ?, somewhat$/
          - radio "6"
          - radio "9"
          - radio /^10 ?, fully$/
          - button "{skip}"
          - status
    """,
    ("what-am-i-afraid-of", "about-now"): """
        - group "{label}":
          - radio /^An echo/
          - radio /^Now/
          - radio /^Both/
          - paragraph: {or}
          - radio "I don’t know yet"
          - button "{skip}"
          - status
    """,
    ("what-am-i-afraid-of", "journal-note"): """
        - group "{label}":
          - radio /Saturday 14 November/
          - button "{skip}"
          - status
    """,
    ("trigger", "type"): """
        - group "{label}":
          - checkbox "A late reply"
          - button "{more-words}"
          - textbox "A word of your own"
          - button "{add}"
          - button "{skip}"
          - status
    """,
    ("promises", "said-on"): """
        - group "{label}":
          - textbox "{day}"
          - textbox "{month}"
          - textbox "{year}"
          - button "{today}"
          - button "{yesterday}"
          - alert
          - button "{skip}"
          - status
    """,
    ("my-roadmap", "sensitive"): """
        - group "{label}":
          - list:
            - listitem:
              - group "line 1":
                - textbox "One line"
                - group "Would you share this line?":
                  - radio "Would share"
                  - radio "Keep to myself"
                  - radio "Not sure yet"
                - button "{remove} line 1"
          - button "Add a line"
          - button "{clear}"
          - status
    """,
}


@pytest.fixture(scope="module")
def page(chromium, lived_in):
    with reading(chromium, lived_in) as reader:
        yield reader.open("start")


@pytest.mark.parametrize(("exercise", "prompt"), SPOKEN)
def test_a_prompt_is_spoken_with_its_question_and_its_state(page, exercise, prompt):
    go(page, GUIDE.exercise(exercise).stage)
    asked = next(one for one in GUIDE.exercise(exercise).prompts if one.id == prompt)
    if exercise == "my-roadmap" and not prompt_on(page, exercise, prompt).count():
        exercise_on(page, exercise).get_by_role("button", name=SAID["change"], exact=True).first.click()
    words = {**SAID, "label": read_as(asked.label, None), "hint": read_as(asked.hint, None)}
    expect(prompt_on(page, exercise, prompt)).to_match_aria_snapshot(SPOKEN[exercise, prompt].format(**words))


def test_a_note_is_spoken_with_its_day(page):
    go(page, "signs-in-me")
    unfold_notes(exercise_on(page, "one-good-decision"))
    expect(exercise_on(page, "one-good-decision").locator("li").first).to_match_aria_snapshot("""
        - paragraph: /\\w+/
        - paragraph: /\\d+ November/
        - group: /the note of \\w+ \\d+ November/
        - button /^Change the note of/
        - button /^Delete the note of/
    """)


def test_a_chart_is_spoken_as_a_finding_a_picture_with_words_and_a_table(page):
    go(page, "seeing-change")
    chart = page.locator("[data-chart]")
    expect(chart.locator("h3")).to_be_visible(timeout=20_000)
    chart.locator("summary").click()
    expect(chart).to_match_aria_snapshot("""
        - figure:
          - heading [level=3]
          - paragraph: /Weekly check-in/
          - img /Dot charts, \\d+ weeks with a check-in/
          - paragraph
          - group:
            - region:
              - table:
                - caption
    """)
    assert chart.get_by_role("columnheader").count() >= 6
    assert chart.get_by_role("rowheader").count() >= 8


def test_the_page_has_its_landmarks_and_one_heading_at_the_top(page):
    go(page, "start")
    expect(page.locator("body")).to_match_aria_snapshot(f"""
        - banner:
          - link "{SHELL["leave"]}"
          - link "{SHELL["skip"]}"
          - link "{SHELL["skip-help"]}"
          - link "{SHELL["name"]}"
          - group "{SHELL["tools"]}":
            - link "{SHELL["help"]}"
            - button "{GUIDE.words["right-now"]["title"]}"
        - navigation "{SHELL["stages"]}":
          - list
        - main:
          - heading [level=1]
          - 'navigation "{SHELL["next"].format(title=GUIDE.stages[1].title)}"':
            - link
            - paragraph:
              - button "{SHELL["all-stages"]}"
        - contentinfo:
          - heading [level=2]
    """)
    assert page.locator("html").get_attribute("lang") == "en"
    for stage in GUIDE.stages:
        go(page, stage.id)
        levels = page.locator("main :is(h1, h2, h3, h4)").evaluate_all(
            "(all) => all.filter((one) => one.checkVisibility()).map((one) => +one.tagName[1])"
        )
        assert levels.count(1) == 1, stage.id
        assert all(after <= before + 1 for before, after in pairwise(levels)), (stage.id, levels)


def test_saving_is_spoken_once_and_not_at_every_key(chromium, shared_app):
    with reading(chromium, shared_app) as reader:
        page = reader.open("signs-in-me")
        place = prompt_on(page, "four-signs", "example")
        status = place.get_by_role("status")
        place.locator("textarea").press_sequentially("one")
        expect(status).to_contain_text("Saved at")
        expect(status).to_have_attribute("aria-live", "polite")
        place.locator("textarea").press_sequentially(" two")
        expect(status).to_be_empty()
        expect(status).to_contain_text("Saved at")
        expect(status).to_have_attribute("aria-live", "off")
