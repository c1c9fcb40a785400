"""The line of a terminal that says how far a command is: there while it works, gone afterwards, and never where nobody looks."""

import io
from types import SimpleNamespace

import pytest

from newsoil import at_terminal
from newsoil.at_terminal import SAYS, line_of_progress
from newsoil.journal import Store, to_json
from newsoil.journal.document import read_document
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.restore import merge
from newsoil.journal.sealing import remove_seal, seal
from newsoil.journal.slow import Cost


class Terminal(io.StringIO):
    def isatty(self):
        return True

    def shows(self):
        """What stands on the line in the end."""
        line = ""
        for part in self.getvalue().split("\r"):
            line = part + line[len(part) :]
        return line


@pytest.fixture
def terminal(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(at_terminal, "sys", SimpleNamespace(stderr=terminal))  # pytest has a standard error of its own in each phase
    monkeypatch.setattr(at_terminal, "EVERY", 0)
    return terminal


def test_the_line_says_step_and_number_and_is_gone_in_the_end(terminal):
    with line_of_progress() as tell:
        tell(0, 1, "key")
        assert terminal.shows().strip() == SAYS["key"]
        tell(37, 240, "seal")
        assert terminal.shows().strip() == f"{SAYS['seal']}: 37 of 240"
    assert terminal.shows().strip() == ""


def test_an_interruption_takes_the_line_away_too(terminal):
    with pytest.raises(KeyboardInterrupt), line_of_progress() as tell:
        interrupt(tell)
    assert terminal.shows().strip() == ""


def interrupt(tell):
    tell(1, 2, "seal")
    raise KeyboardInterrupt


def test_where_nobody_looks_nothing_is_said(capsys):
    with line_of_progress() as tell:
        tell(1, 2, "seal")
    assert capsys.readouterr() == ("", "")


def test_every_step_of_a_command_has_its_words(home, page):
    steps, store = set(), Store(home)
    tell = lambda _done, _of, step="": steps.add(step)  # noqa: E731 - what the command would hear
    store.record(page()("a"))
    document = read_document(to_json(store.load()), tell)
    merge(store, document, "2026-11-24", tell)
    seal(store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1), tell=tell)
    remove_seal(store, tell)
    assert steps == set(SAYS)
