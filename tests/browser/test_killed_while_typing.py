"""Kernel and server are killed at random moments while a person types: what the page said to be saved is on disk, the rest follows."""

import random
import signal
import threading

import pytest
from playwright.sync_api import expect

from conftest import entries, reading, ready
from fault_table import MANY, times
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.guide.prompt import LONGEST_TEXT
from servers import end, reached, running

SAID = {name: words for group in ("save", "shell") for name, words in read_guide(guide_folder()).words[group].items()}
STAGE, EXERCISE, PROMPT = "after-trust-was-hurt", "journal", "text"
RUNS = times(1, 50)
WORDS = ["I", "slept", "well", "and", "then", "I", "went", "out", "to", "look", "at", "the", "river"]
PAUSE = 260
"""Milliseconds between two words, in which the page sends what was typed: it waits 200 for the next key."""
TYPING = len(WORDS) * 0.3
"""Seconds that the words take, about."""
BACK_WITHIN = 90

LISTEN = """() => {
  window.said = [];
  newsoil.outbox.addEventListener("saved", (event) => {
    if (event.detail.edit.prompt === "%s") window.said.push(event.detail.edit.value);
  });
}"""


def kill_kernels(server):
    server.kill_kernels()


def kill_server(server):
    server.process.kill()


def kill_both(server):
    kernels = server.kernels()
    server.process.kill()
    for pid in kernels:
        end(pid)


WAYS = [kill_both, kill_kernels, kill_server]


def field(page):
    return prompt_on(page, EXERCISE, PROMPT).locator("textarea")


def written(server):
    """The words of all notes on disk, in order."""
    return [entry["answers"].get(PROMPT, "") for entry in entries(server.home) if entry["exercise"] == EXERCISE]


def type_on(page, run):
    """A run's words, one after the other, as a person types them."""
    for word in (f"{run}:", *WORDS):
        field(page).press_sequentially(f"{word} ", delay=6)
        page.wait_for_timeout(PAUSE)
    return " ".join((f"{run}:", *WORDS, ""))


def new_note(page):
    """Put the note that is there aside and begin another."""
    again = page.get_by_role("button", name="Write another", exact=True)
    if not again.count() and field(page).input_value():
        exercise_on(page, EXERCISE).get_by_role("button", name="Done for now", exact=True).click()
    if again.count() or not field(page).count():
        again.click()
    expect(field(page)).to_have_value("")


@pytest.mark.tries("killed-in-browser")
def test_whatever_is_killed_while_somebody_types_what_was_said_to_be_saved_is_on_disk_and_the_rest_follows(chromium, tmp_path, tried):
    dice, words, heard = random.Random("killed in the browser"), [], 0  # noqa: S311 - a repeatable one is wanted
    with running("app", tmp_path / "home", NEWSOIL_POOL="1") as server:
        for run in range(RUNS):
            with reading(chromium, server) as reader:
                page = reader.open(STAGE)
                new_note(page)
                page.evaluate(LISTEN % PROMPT)
                killer = threading.Timer(dice.uniform(0, TYPING), WAYS[run % len(WAYS)], [server])
                killer.start()
                text = type_on(page, run)
                killer.join()
                said = page.evaluate("window.said")
                on_disk, heard = written(server), heard + len(said)
                for one in said:
                    assert any(note.startswith(one) for note in on_disk), f"the page said that it saved “{one}”"
                if server.process.poll() is not None:
                    assert server.process.returncode == -signal.SIGKILL
                    server.start()
                expect(field(page)).to_have_value(text)
                words.append(text)
                reached(lambda text=text: text in written(server), within=BACK_WITHIN)
                settled(page)
                expect(exercise_on(page, EXERCISE).get_by_text(SAID["not-saved"])).to_have_count(0)
                tried()
        assert sorted(written(server)) == sorted(words)
        assert heard or not MANY, "no page ever said that something is saved"
        with reading(chromium, server) as reader:
            page = reader.open(STAGE)
            ready(page, STAGE)
            expect(field(page)).to_have_value(words[-1])


@pytest.mark.tries("megabyte")
def test_a_megabyte_that_is_pasted_is_saved_and_more_is_said_to_be_unsaved_and_stays_on_the_page(chromium, app, tried):
    with reading(chromium, app) as reader:
        page = reader.open(STAGE)
        field(page).fill("a" * LONGEST_TEXT)
        reached(lambda: written(app) == ["a" * LONGEST_TEXT])
        settled(page)
        field(page).fill("a" * LONGEST_TEXT + "!")
        alert = exercise_on(page, EXERCISE).get_by_role("alert").filter(has_text=SAID["not-saved"])
        expect(alert).to_be_visible()
        expect(alert).to_contain_text(f"{LONGEST_TEXT} characters")
        assert field(page).evaluate("(field) => field.value.length") == LONGEST_TEXT + 1
        assert written(app) == ["a" * LONGEST_TEXT]
        field(page).fill("before and after")
        reached(lambda: written(app) == ["before and after"])
        settled(page)
        expect(alert).to_have_count(0)
        tried()
