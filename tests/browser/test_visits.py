"""People come, write, and leave in every way there is: what was said to be saved is on disk, and no kernel is left behind.

Ten visits, each left in another way, in every run of the tests; a hundred with `make faults`.
"""

import itertools
import os
import signal
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from conftest import entries, reading, ready
from filling import exercise_on, prompt_on, says_saved, settled
from proxy import between
from servers import reached, running

STAGE, EXERCISE, PROMPT = "after-trust-was-hurt", "journal", "text"
IDLE_SECONDS, POOL = 3, 1
CULLED_WITHIN = 40
"""Seconds: the server notices a dead line by its pings, then the idle time runs, then the next look at idle kernels is due."""


def close_as_people_do(page, **_):
    page.close(run_before_unload=True)


def close_at_once(page, **_):
    page.close()


def quit_the_browser_window(page, **_):
    page.context.close()


def load_again_and_close(page, **_):
    page.reload()
    ready(page, STAGE)
    page.close(run_before_unload=True)


def go_elsewhere(page, **_):
    page.goto("about:blank")


def go_back(page, **_):
    page.go_back(wait_until="commit")


def open_another_stage_and_close(page, **_):
    page.evaluate("location.hash = '#/questions'")
    page.close(run_before_unload=True)


def crash(page, **_):
    try:
        page.goto("chrome://crash", timeout=3000)
    except Error:
        return


def lose_the_network(page, line, **_):
    line.freeze()
    page.close(run_before_unload=True)
    line.thaw()


def lose_the_kernel(page, server, **_):
    for pid in server.kernels():
        with suppress(ProcessLookupError):  # one of another visit ended meanwhile
            os.kill(pid, signal.SIGKILL)
    page.close(run_before_unload=True)


WAYS: list[Callable] = [
    close_as_people_do,
    close_at_once,
    quit_the_browser_window,
    load_again_and_close,
    go_elsewhere,
    go_back,
    open_another_stage_and_close,
    crash,
    lose_the_network,
    lose_the_kernel,
]


def visit(chromium, server, line, leave, words):
    """Open the app, write a note, see it saved, and leave."""
    with reading(chromium, server, line.port) as reader:
        page = reader.page()
        page.goto(f"http://127.0.0.1:{line.port}/#/{STAGE}")
        ready(page, STAGE)
        sheet = exercise_on(page, EXERCISE)
        again = sheet.get_by_role("button", name="Write another", exact=True)
        if again.count():
            again.click()
        prompt_on(page, EXERCISE, PROMPT).locator("textarea").fill(words)
        says_saved(page, EXERCISE, PROMPT)
        sheet.get_by_role("button", name="Done for now", exact=True).click()
        expect(again).to_be_visible()
        settled(page)
        leave(page=page, line=line, server=server)


@pytest.mark.parametrize("rounds", [pytest.param(1, id="ten"), pytest.param(10, id="a-hundred", marks=pytest.mark.faults)])
def test_no_word_is_lost_and_no_kernel_is_left_by_visits_that_end_in_ten_ways(chromium, tmp_path, rounds):
    switches = {"NEWSOIL_IDLE_SECONDS": str(IDLE_SECONDS), "NEWSOIL_POOL": str(POOL)}
    with running("app", tmp_path / "home", **switches) as server, between(server.port) as line:
        said = []
        for round_, leave in itertools.product(range(rounds), WAYS):
            said.append(f"{leave.__name__}, round {round_ + 1}")
            visit(chromium, server, line, leave, said[-1])
        kept = [entry["answers"].get(PROMPT) for entry in entries(server.home) if entry["exercise"] == EXERCISE]
        assert sorted(kept) == sorted(said)
        reached(lambda: len(server.kernels()) <= POOL, within=CULLED_WITHIN)
