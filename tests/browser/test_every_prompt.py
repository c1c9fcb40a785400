"""Every prompt of every exercise: answered in the app, it is on disk and comes back, whatever ends the page or the server."""

import json
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest

from conftest import entries, go, reading, ready
from filling import ANSWERS, answer_all, exercise_on, held, kind, prompt_on, see_differently, settled, shown, targets_first
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from servers import running

GUIDE = read_guide(guide_folder())
EXERCISES = targets_first(GUIDE)


def stage_of(page, exercise):
    """The stage of an exercise, with its links as they are now."""
    if page.locator("main").get_attribute("data-stage") != exercise.stage:
        go(page, exercise.stage)
    if any(kind(prompt) == "link" for prompt in exercise.prompts):
        page.reload()
        ready(page, exercise.stage)
    see_differently(page)


@pytest.fixture(scope="module")
def filled(chromium, tmp_path_factory):
    """An app in which one person answered everything, and what they answered."""
    home = tmp_path_factory.mktemp("filled") / "home"
    with running("app", home) as server, reading(chromium, server) as reader:
        page = reader.open(GUIDE.stages[0].id)
        fresh, told, said = {}, {}, {}
        for exercise in EXERCISES:
            stage_of(page, exercise)
            fresh[exercise.id] = shown(exercise_on(page, exercise.id))
            told[exercise.id] = answer_all(page, exercise)
            said[exercise.id] = shown(exercise_on(page, exercise.id))
        yield SimpleNamespace(home=home, server=server, reader=reader, page=page, fresh=fresh, told=told, said=said)


def all_as_told(filled):
    """Every answer on disk is the one that was given."""
    found = {entry["exercise"]: entry for entry in entries(filled.home)}
    assert len(entries(filled.home)) == len(EXERCISES)
    for exercise in EXERCISES:
        for prompt in exercise.prompts:
            expected = filled.told[exercise.id][prompt.id]
            if kind(prompt) == "link":
                expected = found[prompt.to]["id"]
            assert held(found[exercise.id], prompt) == expected, f"{exercise.id} {prompt.id}"


def all_shown(filled, page):
    """Every answer stands on the page as it was given, on every stage."""
    for exercise in EXERCISES:
        if page.locator("main").get_attribute("data-stage") != exercise.stage:
            go(page, exercise.stage)
        see_differently(page)
        assert shown(exercise_on(page, exercise.id)) == filled.said[exercise.id], exercise.id


def test_nothing_is_chosen_or_written_on_a_fresh_page(filled):
    for exercise, inputs in filled.fresh.items():
        assert set(inputs) <= {"", False}, exercise


def test_every_kind_of_prompt_is_in_the_guide(filled):
    asked = {kind(prompt) for exercise in EXERCISES for prompt in exercise.prompts}
    assert asked == set(ANSWERS)


def test_every_answer_is_on_disk_as_it_was_given(filled):
    all_as_told(filled)


def test_every_answer_is_there_again_on_another_stage_and_back(filled):
    all_shown(filled, filled.page)


def test_every_answer_is_there_again_after_a_reload(filled):
    filled.page.reload()
    ready(filled.page, filled.page.evaluate("location.hash.slice(2)"))
    see_differently(filled.page)  # the button is beside the answers that speak of danger, and not on every stage
    all_shown(filled, filled.page)


def test_looking_at_every_stage_again_changes_nothing_on_disk(filled):
    before = entries(filled.home)
    all_shown(filled, filled.page)
    assert entries(filled.home) == before


def test_export_prints_every_answer(filled):
    done = subprocess.run([sys.executable, "-m", "newsoil.cli", "export", "--home", str(filled.home)], capture_output=True, check=True)
    document = json.loads(done.stdout)
    assert document["format"] == "newsoil-entries"
    assert document["entries"] == sorted(entries(filled.home), key=lambda entry: (entry["made_at"], entry["id"]))
    assert not done.stderr


def test_every_answer_is_there_after_the_server_was_killed_and_started_again(filled):
    filled.page.goto(f"http://127.0.0.1:{filled.server.port}/#/{EXERCISES[0].stage}")
    ready(filled.page, EXERCISES[0].stage)
    place = next(prompt_on(filled.page, EXERCISES[0].id, prompt.id) for prompt in EXERCISES[0].prompts if kind(prompt) == "text").locator(
        "textarea"
    )
    whole = place.input_value()
    place.fill("for a moment")
    place.fill(whole)
    settled(filled.page)
    filled.server.stop(signal.SIGKILL)
    all_as_told(filled)
    filled.server.start()
    with reading(filled.reader.context.browser, filled.server) as again:
        all_shown(filled, again.open(GUIDE.stages[0].id))
    all_as_told(filled)
