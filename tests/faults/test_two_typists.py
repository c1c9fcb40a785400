"""Two processes write to one journal for a long time."""

import os

import pytest

from breaking import edit, needs_fork, opened
from fault_table import times
from newsoil.journal import Store

pytestmark = [pytest.mark.tries("two-writers"), needs_fork]

EDITS = times(150, 10_000)
"""Of each of the two."""
NOTES_A_MONTH, EDITS_A_NOTE = 20, 10


def nth(name, number):
    """Ten edits of a note: nine of its own prompts, and one of a note that both write in."""
    note, step = divmod(number, EDITS_A_NOTE)
    month, page = note // NOTES_A_MONTH, f"{name}-{note}"
    made = f"{2000 + month // 12}-{month % 12 + 1:02}-01T10:00:00+01:00"
    base = {"page": page, "made_at": made, "at": f"{made[:14]}{number // 60 % 60:02}:{number % 60:02}+01:00"}
    shared = step == EDITS_A_NOTE - 1
    return edit(f"{name} {number}", step + 1, **base, entry=f"both-{month}" if shared else page, prompt=f"{name}-{number}")


def write_all(home, name):
    store = Store(home)
    for number in range(EDITS):
        store.record(nth(name, number))


def test_two_processes_that_write_at_once_lose_no_edit(tmp_path, tried):
    children = []
    for name in "ab":
        child = os.fork()
        if not child:
            try:
                write_all(tmp_path, name)
                os._exit(0)
            finally:
                os._exit(1)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    journal = opened(tmp_path).load()
    assert journal.unreadable == ()
    found = {(entry.id, prompt, value) for entry in journal.entries for prompt, value in entry.answers.items()}
    assert found == {(one.entry, one.prompt, one.value) for name in "ab" for number in range(EDITS) for one in [nth(name, number)]}
    assert all(entry.earlier == () for entry in journal.entries)
    tried(2 * EDITS)
