"""The process that saves is killed at random moments: what it said to be saved is there, and what it left half written is cleared."""

import itertools
import os
import random
import select
import signal

import pytest

from breaking import CHEAP, PHRASE, RECOVERY, STATES, drafts, edit, needs_fork, opened
from fault_table import MANY, times
from newsoil.journal import Store
from newsoil.journal.sealing import seal

pytestmark = [pytest.mark.tries("killed"), needs_fork]

RUNS = times(5, 334)
HOMES = 20
"""Runs on one journal, so that a process finds what the one before it left; then a new one."""
LATEST = 0.006
"""Seconds at most between an answer and the kill: saving takes one to four thousandths."""
MOST_ANSWERS = 12
OPENS = 0.04
"""Seconds at most between a fork and the kill of a process that opens notes: with what waits in these tests it takes some hundredths."""
WAIT = 60
"""Edits that wait in each inbox that is opened."""


def nth(run, number):
    """The edit that run number so-and-so types as its so-and-so-manieth: two questions of a note in turn, then it is done."""
    note, step = divmod(number - 1, 6)
    month, day = 1 + run % 12, 1 + run % 28
    base = {
        "page": f"page-{run}",
        "entry": f"note-{run}-{note}",
        "made_at": f"2026-{month:02}-{day:02}T10:00:00+01:00",
        "at": f"2026-{month:02}-{day:02}T10:{number // 60 % 60:02}:{number % 60:02}+01:00",
    }
    if step == 5:
        return edit("done", number, **base, act="status", prompt="")
    words = f"{run} {number} Grüße 🌱 " * (1, 40, 400)[note % 3]
    return edit(words, number, **base, prompt=("text", "wish")[step % 2])


def type_on(store, run, answers):
    """Type without end, and tell of every edit that is saved; choose settings now and then."""
    for number in itertools.count(1):
        store.take(nth(run, number))
        os.write(answers, number.to_bytes(4, "big"))
        if number % 5 == 0 and not store.is_locked:
            store.change_settings({"stage": f"stage-{run}-{number}"})


def killed_while_typing(store, run, dice):
    """How many edits a process said to be saved before it was killed."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            type_on(store, run, write)
        finally:
            os._exit(1)
    os.close(write)
    heard = b""
    for _ in range(dice.randint(0, MOST_ANSWERS)):
        heard += os.read(read, 4)
    select.select([], [], [], dice.uniform(0, LATEST))
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL, "the process ended by itself"
    while more := os.read(read, 4096):
        heard += more
    os.close(read)
    return int.from_bytes(heard[-4:], "big")


def check(journal, run, saved):
    """Everything up to number `saved` is in the journal; the one after it may be, since it was under way."""
    assert journal.unreadable == ()
    entries = {entry.id: entry for entry in journal.entries}
    newest = {}
    for number in range(1, saved + 1):
        one = nth(run, number)
        newest[one.entry, one.act, one.prompt] = one
    under_way = nth(run, saved + 1)
    for one in newest.values():
        kept = entries[one.entry]
        allowed = [one.value] + [under_way.value] * ((one.entry, one.act, one.prompt) == (under_way.entry, under_way.act, under_way.prompt))
        assert (kept.status if one.act == "status" else kept.answers[one.prompt]) in allowed, one
        assert kept.earlier == ()


def new_home(folder, number, state):
    home = folder / f"home-{number}"
    home.mkdir()
    if state != "plain":
        seal(Store(home), PHRASE, RECOVERY, CHEAP)
    return home


def warmed(home, state):
    """The store of a kernel that is about to be forked; a locked one has no key."""
    return Store(home) if state == "locked" else opened(home)


@pytest.mark.parametrize("state", STATES)
def test_what_a_killed_process_said_to_be_saved_is_there_and_what_it_left_half_written_is_cleared(tmp_path, state, tried):
    dice, done, left = random.Random(f"killed {state}"), {}, 0  # noqa: S311 - a repeatable one is wanted
    for run in range(RUNS):
        if run % HOMES == 0:
            home, done = new_home(tmp_path, run // HOMES, state), {}
        done[run] = killed_while_typing(warmed(home, state), run, dice)
        left += bool(drafts(home))
        store = opened(home)
        journal = store.load()
        for other, saved in done.items():
            check(journal, other, saved)
        again = nth(run, done[run] + 1)
        store.record(again)
        check(store.load(), run, done[run] + 1)
        done[run] += 1
        assert drafts(home) == []
        tried()
    assert left or not MANY, "no process was killed while it wrote"


def killed_while_opening(home, dice):
    """Kill a process that opens the notes, unless it is through before."""
    child = os.fork()
    if not child:
        try:
            opened(home)
        finally:
            os._exit(1)
    select.select([], [], [], dice.uniform(0, OPENS))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_wherever_a_process_is_killed_that_opens_notes_every_word_that_waited_is_in_them_once(tmp_path, tried):
    dice, halfway = random.Random("killed while opening"), 0  # noqa: S311 - a repeatable one is wanted
    home = new_home(tmp_path, 0, "locked")
    for run in range(RUNS):
        locked = Store(home)
        for number in range(1, WAIT + 1):
            assert locked.take(nth(run, number)) is None
        inbox = locked.folder / "sealed" / "inbox"
        for _ in range(dice.randint(1, 4)):
            killed_while_opening(home, dice)
            halfway += 0 < len([path for path in inbox.iterdir() if path.name.isdigit()]) < WAIT
        store = opened(home)
        check(store.load(), run, WAIT)
        assert (list(inbox.iterdir()), drafts(home)) == ([], [])
        tried()
    assert halfway or not MANY, "no process was killed while it put in what waited"
