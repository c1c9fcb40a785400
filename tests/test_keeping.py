"""Commands that keep a journal: what they do, what they say, and that a passphrase stands nowhere."""

import getpass
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsoil import asking, cli, keeping
from newsoil._errors import BadStart, NotUnsealed
from newsoil.journal import Edit, Store, slow, to_json
from newsoil.journal.recovery import read_recovery_key
from newsoil.journal.restore import is_sealed_backup

PHRASE = "four words of soil"
CANARY = "kanarienvogel"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Sealing that does not take its time."""
    from newsoil.journal import rekeying, sealing

    cheap = slow.Cost(memory=32, passes=1, lanes=1)
    monkeypatch.setattr(sealing.seal, "__defaults__", (cheap,))
    monkeypatch.setattr(rekeying.change_passphrase, "__defaults__", ("passphrase", cheap))


@pytest.fixture
def written(home, store, page):
    store.record(page()(CANARY))
    store.record(page("two")("later", entry="e2", made_at="2026-12-01T10:00:00+01:00"))
    return home


@pytest.fixture
def phrase(tmp_path):
    """Makes a file with a passphrase, and names it."""

    def file(text=PHRASE, name="phrase"):
        (tmp_path / name).write_text(f"{text}\n")
        return f"{tmp_path / name}"

    return file


@pytest.fixture
def typed(monkeypatch):
    """A person at the terminal who types these, one after the other."""

    def answers(*words):
        left = list(words)
        monkeypatch.setattr(getpass, "getpass", lambda _: left.pop(0))
        return left

    return answers


def do(home, *arguments):
    return cli.run([*arguments, "--home", str(home)])


def words(home):
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_notes_are_sealed_exported_and_unsealed_by_commands(written, phrase, capsysbinary, store):
    before = to_json(store.load())
    assert do(written, "seal", "--passphrase-file", phrase()) == 0
    key = capsysbinary.readouterr().out.decode().strip()
    assert read_recovery_key(key)
    assert CANARY.encode() not in words(written)
    assert do(written, "export", "--passphrase-file", phrase()) == 0
    assert capsysbinary.readouterr().out == before
    assert do(written, "export", "--recovery", "--passphrase-file", phrase(key, "key")) == 0
    assert capsysbinary.readouterr().out == before
    assert do(written, "unseal", "--passphrase-file", phrase()) == 0
    assert to_json(Store(written).load()) == before


def test_a_wrong_passphrase_is_one_sentence_and_changes_nothing(written, phrase):
    do(written, "seal", "--passphrase-file", phrase())
    with pytest.raises(NotUnsealed, match="not the passphrase"):
        do(written, "unseal", "--passphrase-file", phrase("not this one"))
    assert Store(written).is_sealed


def test_a_new_passphrase_is_typed_twice_and_must_be_the_same(written, typed):
    typed(PHRASE, "another one of them")
    with pytest.raises(BadStart, match="not the same"):
        do(written, "seal")
    assert not Store(written).is_sealed
    typed(PHRASE, PHRASE)
    assert do(written, "seal") == 0
    assert typed(PHRASE, "new words for it", "new words for it") is not None
    assert do(written, "passphrase") == 0
    Store(written).unseal("new words for it")


def test_a_new_recovery_key_takes_the_place_of_the_old_one(written, phrase, capsys):
    do(written, "seal", "--passphrase-file", phrase())
    old = capsys.readouterr().out.strip()
    assert do(written, "recovery-key", "--passphrase-file", phrase()) == 0
    Store(written).unseal(capsys.readouterr().out.strip(), "recovery")
    with pytest.raises(NotUnsealed):
        Store(written).unseal(old, "recovery")


@pytest.mark.parametrize("command", ["passphrase", "recovery-key"])
def test_what_is_not_sealed_has_no_passphrase(written, phrase, command):
    with pytest.raises(BadStart, match="not sealed"):
        do(written, command, "--passphrase-file", phrase())


@pytest.mark.parametrize("is_sealed", [False, True])
def test_a_backup_is_one_file_and_brings_back_what_is_gone(written, tmp_path, phrase, is_sealed, capsys):
    before = to_json(Store(written).load())
    if is_sealed:
        do(written, "seal", "--passphrase-file", phrase())
    assert do(written, "backup", str(tmp_path / "copy"), "--passphrase-file", phrase()) == 0
    assert (CANARY.encode() in (tmp_path / "copy").read_bytes()) != is_sealed
    new = tmp_path / "new"
    new.mkdir()
    assert do(new, "restore", "--yes", str(tmp_path / "copy"), "--passphrase-file", phrase()) == 0
    assert "2 new notes, 0 that add" in capsys.readouterr().err
    assert to_json(Store(new).load()) == before


def test_a_restore_says_numbers_first_and_changes_nothing_unless_the_person_agrees(written, tmp_path, monkeypatch, capsys):
    do(written, "backup", str(tmp_path / "copy"))
    document = json.loads((tmp_path / "copy").read_bytes())
    document["entries"][0]["id"] = "e9"
    (tmp_path / "copy").write_text(json.dumps(document))
    before = to_json(Store(written).load())
    for answer in ("", "n", "later"):
        monkeypatch.setattr("builtins.input", lambda _, answer=answer: answer)
        assert do(written, "restore", str(tmp_path / "copy")) == keeping.NOT_ALL
        assert "1 new notes, 0 that add to one that is there, 1 that are there already." in capsys.readouterr().err
        assert to_json(Store(written).load()) == before
    monkeypatch.setattr("builtins.input", lambda _: "y")
    assert do(written, "restore", str(tmp_path / "copy")) == 0
    assert len(Store(written).load().entries) == 3


def test_a_file_that_cannot_be_read_is_one_sentence(written, tmp_path):
    for arguments in (["restore", str(tmp_path / "none")], ["seal", "--passphrase-file", str(tmp_path / "none")]):
        with pytest.raises(BadStart, match="could not be read"):
            do(written, *arguments)


def test_without_a_terminal_a_passphrase_is_not_asked_for_in_sight(written):
    command = [sys.executable, "-m", "newsoil.cli", "seal", "--home", str(written)]
    done = subprocess.run(command, check=False, input=b"secret words\n", capture_output=True, start_new_session=True)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["There is no terminal to ask for the passphrase. Give it with --passphrase-file."]
    assert not Store(written).is_sealed


def test_a_passphrase_comes_by_a_descriptor_too(written, store):
    before = to_json(store.load())
    read, write = os.pipe()
    os.write(write, f"{PHRASE}\n".encode())
    os.close(write)
    command = [sys.executable, "-m", "newsoil.cli", "seal", "--home", str(written), "--passphrase-file", f"/dev/fd/{read}"]
    assert subprocess.run(command, check=False, pass_fds=[read], capture_output=True).returncode == 0
    store.unseal(PHRASE)
    assert to_json(store.load()) == before


def test_there_is_no_option_and_no_variable_for_a_passphrase_itself(written):
    for option in ("--passphrase", "--secret"):
        with pytest.raises(BadStart):
            do(written, "seal", option, PHRASE)
    assert "os.environ" not in Path(asking.__file__).read_text("utf-8")


def test_two_people_share_one_computer_as_the_readme_says(tmp_path, phrase, capsys):
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    section = readme.partition("### Two people, one computer")[2].partition("\n## ")[0]
    assert "newsoil seal --home ~/notes-one" in section
    assert "newsoil backup FILE --home ~/notes-one" in section
    times = dict.fromkeys(("made_at", "at"), "2026-11-23T10:00:00+01:00")
    homes, secrets = [tmp_path / "notes-one", tmp_path / "notes-two"], ["four words of soil", "four other words"]
    for number, (home, secret) in enumerate(zip(homes, secrets, strict=True)):
        assert cli.run(["seal", "--home", str(home), "--passphrase-file", phrase(secret, f"phrase-{number}")]) == 0
        store = Store(home)
        store.unseal(secret)
        store.record(Edit(page="p", seq=1, exercise="journal", entry="e1", **times, act="answer", prompt="text", value=CANARY))
        assert not any(CANARY.encode() in path.read_bytes() for path in home.rglob("*") if path.is_file())
    keys = [line for line in capsys.readouterr().out.splitlines() if line]
    assert len(set(keys)) == len(homes)
    for home, others in zip(homes, secrets[::-1], strict=True):
        with pytest.raises(NotUnsealed):
            Store(home).unseal(others)
    assert cli.run(["backup", str(tmp_path / "copy"), "--home", str(homes[0]), "--passphrase-file", phrase(secrets[0])]) == 0
    assert is_sealed_backup((tmp_path / "copy").read_bytes())
