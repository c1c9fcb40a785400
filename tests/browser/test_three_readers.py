"""Three readers walk through every stage: each reads the texts that are theirs, and none of those for the others."""

import re
from functools import cache

import pytest
from playwright.sync_api import expect

from conftest import go, ready
from filling import kind, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import Situation, Variants, read_guide
from newsoil.guide.visible import Reader, said_by_exercise

GUIDE = read_guide(guide_folder())
SEEN = re.compile(r", (lead|after|label|hint|note)$")
"""Places of texts that stand on the page from the start."""

FOLDED = re.compile(r", (card|group|question|part|column) ")
"""Places of texts within cards, cells, parts and questions of the day, not all of which stand there at once."""

ALL_WORDS = (
    "() => Object.fromEntries([...document.querySelectorAll('main [data-exercise]')].map((one) => [one.dataset.exercise, one.innerText]))"
)
"""What each exercise of a stage says, in one look: three walks through all stages have to be light enough for every day."""


def plain(text):
    return " ".join(text.split())


def texts(exercise, reader):
    return _texts(exercise.id, reader)


@cache
def _texts(name, reader):
    """What a reader meets of an exercise at once: its words before and after, its questions and the options that are open.

    Links lead nowhere yet, so nothing of them is asked.
    """
    exercise = GUIDE.exercise(name)
    links = tuple(f"exercise {exercise.id}, prompt {prompt.id}," for prompt in exercise.prompts if kind(prompt) == "link")
    apart = (*links, *_behind_more_words(exercise))
    return {
        plain(part)
        for where, text in said_by_exercise(exercise, reader)
        if SEEN.search(where) and not where.startswith(apart or "-") and not FOLDED.search(where)
        for part in text.split("\n\n")
    }


def _behind_more_words(exercise):
    """Where the options stand that a button opens."""
    folded = [(prompt.id, prompt.options[prompt.more :]) for prompt in exercise.prompts if kind(prompt) == "choices" and prompt.more]
    return [f"exercise {exercise.id}, prompt {prompt}, option {option.id}," for prompt, options in folded for option in options]


@pytest.mark.parametrize("situation", list(Situation), ids=lambda situation: situation)
def test_each_reader_sees_the_texts_that_fit_on_every_stage(open_page, situation):
    """One page for the three: whoever changes what they said reads the texts that fit now, those between exercises too."""
    page = open_page
    go(page, "start")
    prompt_on(page, "where-am-i-now", "situation").get_by_role("radio").nth(list(Situation).index(situation)).check()
    settled(page)
    page.reload()
    ready(page, "start")
    for stage in GUIDE.stages:
        go(page, stage.id)
        words = {name: plain(said) for name, said in page.evaluate(ALL_WORDS).items()}
        for exercise in (one for one in GUIDE.shown if one.stage == stage.id and one.id != "where-am-i-now"):
            mine = texts(exercise, Reader(situation))
            assert [text for text in mine if text not in words[exercise.id]] == [], exercise.id
            others = {text for other in Situation for text in texts(exercise, Reader(other))} - mine
            assert [text for text in others if text in words[exercise.id] and not any(text in own for own in mine)] == [], exercise.id
        for aside in (one for one in GUIDE.asides if one.stage == stage.id):
            expect(page.locator(f'[data-aside="{aside.id}"]')).to_have_text(plain(Reader(situation).reads(aside.text)), use_inner_text=True)
        if situation == Situation.ON_MY_OWN:
            asked = page.locator(".ns-q, .ns-row").all_inner_texts()
            assert [text for text in asked if "my partner" in text.lower()] == [], stage.id


def test_the_guide_has_texts_for_each_of_the_three():
    """Options among them, and an aside on each stage that tells situations apart."""
    for situation in Situation:
        other = Reader(next(one for one in Situation if one != situation))
        assert [aside for aside in GUIDE.asides if Reader(situation).reads(aside.text) == other.reads(aside.text)] == []
    marked = [option.label for exercise in GUIDE.shown for prompt in exercise.prompts for option in getattr(prompt, "options", ())]
    assert any(isinstance(label, Variants) and label.on_my_own for label in marked)
    forms = [text for exercise in GUIDE.shown for text in (exercise.lead, exercise.after) if isinstance(text, Variants)]
    for name in ("new_partner", "same_partner", "on_my_own"):
        labels = [prompt.label for exercise in GUIDE.shown for prompt in exercise.prompts if isinstance(prompt.label, Variants)]
        assert any(getattr(text, name) for text in (*forms, *labels)), name
