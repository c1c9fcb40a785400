"""Nothing that a person wrote is ever lost: the store, tried with a disk that fails and with files that others damaged."""

import errno
import json
import os

import pytest

from newsoil._errors import NotSaved
from newsoil.journal import Edit, Store

TIME = "2026-11-23T10:00:00.000+01:00"


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def edit(value, seq=1, **others):
    known = {"page": "page-one", "exercise": "journal", "entry": "note-one", "made_at": TIME, "at": TIME, "act": "answer", "prompt": "text"}
    return Edit(**{**known, "seq": seq, "value": value, **others})


def on_disk(tmp_path):
    files = sorted(tmp_path.glob("journals/*/entries/2*.json"))
    return {file.name: [entry["answers"] for entry in json.loads(file.read_text("utf-8"))["entries"]] for file in files}


def test_an_answer_is_in_the_file_of_its_month(store, tmp_path):
    store.record(edit("a word"))
    assert on_disk(tmp_path) == {"2026-11.json": [{"text": "a word"}]}


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_refuses_keeps_the_old_words_and_the_next_try_saves(store, tmp_path, monkeypatch, call):
    store.record(edit("the old word"))

    def refuse(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, call, refuse)
        if call == "replace":
            broken.setattr("pathlib.Path.replace", refuse)
        with pytest.raises(NotSaved, match="No space left"):
            store.record(edit("the new word", seq=2))
        assert on_disk(tmp_path) in ({"2026-11.json": [{"text": "the old word"}]}, {"2026-11.json": [{"text": "the new word"}]})
    store.record(edit("the new word", seq=2))
    assert on_disk(tmp_path) == {"2026-11.json": [{"text": "the new word"}]}


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b'{"format": "newsoil-entries", "schema_version": 99, "entries": []}'])
def test_a_file_that_cannot_be_used_is_left_as_it_is_and_the_month_goes_on_beside_it(store, tmp_path, damage):
    store.record(edit("before"))
    month = tmp_path / "journals" / "mine" / "entries" / "2026-11.json"
    month.write_bytes(damage)
    again = Store(tmp_path)
    again.record(edit("after", entry="note-two"))
    assert month.read_bytes() == damage
    assert [entry.answers for entry in again.load().entries] == [{"text": "after"}]
    assert str(month) in again.load().unreadable[0]
    assert (month.parent / "2026-11.2.json").exists()


def test_two_pages_keep_each_others_answers(tmp_path):
    Store(tmp_path).record(edit("one"))
    Store(tmp_path).record(edit(["fear"], page="page-two", prompt="tags", place="tags"))
    entry = Store(tmp_path).load().entries[0]
    assert (entry.answers, entry.tags) == ({"text": "one"}, ("fear",))


def test_when_two_pages_change_one_prompt_the_loser_is_kept_in_earlier(tmp_path):
    Store(tmp_path).record(edit("from the first page"))
    Store(tmp_path).record(edit("from the second page", page="page-two"))
    entry = Store(tmp_path).load().entries[0]
    assert entry.answers == {"text": "from the second page"}
    assert [former.answers for former in entry.earlier] == [{"text": "from the first page"}]


def test_going_on_typing_adds_nothing_to_earlier(store):
    for seq, words in enumerate(["I", "I fel", "I felt", "I felt well"], start=1):
        entry = store.record(edit(words, seq=seq))
    assert entry.earlier == ()


def test_an_old_message_that_comes_late_changes_nothing(store):
    store.record(edit("first", seq=1))
    store.record(edit("second", seq=2))
    assert store.record(edit("first", seq=1)).answers == {"text": "second"}


def test_files_and_folders_are_their_owners_alone(store, tmp_path):
    if os.name == "nt":
        return
    store.record(edit("a word"))
    for path in (tmp_path / "journals").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
