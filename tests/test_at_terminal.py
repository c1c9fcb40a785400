"""The line of a terminal that says how far a command is: there while it works, gone afterwards, and never where nobody looks."""

import io
from types import SimpleNamespace

import pytest

from newsoil import at_terminal, cli
from newsoil.at_terminal import SAYS, line_of_progress
from newsoil.journal import Store, rekeying, to_json
from newsoil.journal.document import read_document
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.restore import merge, write_backup
from newsoil.journal.sealing import remove_seal, seal
from newsoil.journal.slow import Cost

PHRASE = "four words of soil"


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


def test_every_step_of_a_command_has_its_words(home, page, tmp_path):
    steps, store, type_on = set(), Store(home), page()
    tell = lambda _done, _of, step="": steps.add(step)  # noqa: E731 - what the command would hear
    store.record(type_on("a"))
    document = read_document(to_json(store.load()), tell)
    merge(store, document, "2026-11-24", tell)
    seal(store, PHRASE, new_recovery_key(), Cost(memory=32, passes=1, lanes=1), tell=tell)
    store.lock()
    store.take(type_on("ab"))
    store.unseal(PHRASE, tell=tell)
    write_backup(store, tmp_path / "copy", tell)
    remove_seal(store, tell)
    assert steps | {"make"} == set(SAYS)  # a copy in words is told of by the command itself


@pytest.fixture
def waiting(home, page, tmp_path, monkeypatch):
    """Locked notes with a word that waits, in a folder with a backup and the passphrase."""
    store, type_on, cheap = Store(home), page(), Cost(memory=32, passes=1, lanes=1)
    monkeypatch.setattr(rekeying.change_passphrase, "__defaults__", ("passphrase", cheap))
    store.record(type_on("a"))
    seal(store, PHRASE, new_recovery_key(), cheap)
    write_backup(store, tmp_path / "backup")
    store.lock()
    store.take(type_on("ab"))
    (tmp_path / "phrase").write_text(PHRASE)
    monkeypatch.chdir(tmp_path)
    return home


@pytest.mark.parametrize(
    ("command", "steps"),
    [
        (("backup", "copy"), {"key", "let-in", "load", "write"}),
        (("export", "--out", "copy"), {"key", "let-in", "load"}),
        (("export", "--format", "markdown", "--out", "copy"), {"key", "let-in", "load", "make"}),
        (("export", "--format", "csv", "--out", "tables"), {"key", "let-in", "load", "make"}),
        (("restore", "--yes", "backup"), {"key", "let-in", "load", "read", "compare", "back-up", "bring"}),
        (("unseal",), {"key", "let-in", "open"}),
        (("passphrase", "--new-passphrase-file", "phrase"), {"key"}),
        (("recovery-key",), {"key"}),
    ],
    ids=lambda one: " ".join(one[:3]) if isinstance(one, tuple) else "",
)
def test_a_command_that_opens_sealed_notes_says_what_it_does_all_the_while(waiting, terminal, command, steps):
    assert cli.run([*command, "--passphrase-file", "phrase", "--home", str(waiting)]) == 0
    shown = terminal.getvalue()
    assert {step for step, words in SAYS.items() if f"\r{words}" in shown} == steps
    assert terminal.shows().strip() == ""
