"""Notes that come back: from a file, after a look; from an earlier day; from the trash."""

import json

import pytest

from newsoil.journal import Store, to_json
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.restore import write_backup
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost

NOW = "2026-11-25T09:00:00.000+01:00"
ALL = {"at": NOW, "what": "everything", "sure": "yes"}


def numbers(looked):
    return {name: looked[name] for name in ("new", "changed", "same", "refused")}


@pytest.mark.usefixtures("some")
def test_what_was_taken_out_and_erased_comes_back_byte_for_byte(ask, desk):
    before = to_json(desk.store.load())
    _, copy = ask.file("copy", format="json")
    assert ask("erase", **ALL)["kind"] == "erased"
    assert desk.store.load().entries == ()
    looked = ask.read(copy)
    assert (looked["kind"], numbers(looked)) == ("looked", {"new": 5, "changed": 0, "same": 0, "refused": 0})
    assert desk.store.load().entries == (), "looking changes nothing"
    assert ask("bring-in", at=NOW)["new"] == 5
    assert to_json(desk.store.load()) == before


@pytest.mark.usefixtures("some")
def test_bringing_in_twice_doubles_nothing(ask, desk):
    _, copy = ask.file("copy", format="json")
    before = to_json(desk.store.load())
    for _ in range(2):
        assert numbers(ask.read(copy)) == {"new": 0, "changed": 0, "same": 5, "refused": 0}
        ask("bring-in", at=NOW)
    assert to_json(desk.store.load()) == before


def test_a_look_says_of_which_exercises_the_notes_are_and_from_when_to_when_and_no_word_of_them(ask, desk, some):
    _, copy = ask.file("copy", format="json")
    looked = ask.read(copy)
    titles = {name: desk.guide.exercise(name).title for name in ("journal", "small-wins", "what-am-i-afraid-of")}
    assert looked["exercises"][0] == {"title": titles["journal"], "notes": 3}, "those with most notes first"
    assert {one["title"]: one["notes"] for one in looked["exercises"][1:]} == dict.fromkeys(list(titles.values())[1:], 1)
    assert (looked["first"], looked["last"]) == ("2026-10-05", "2026-11-23")
    assert "marks" not in str(looked)


def test_bringing_in_says_how_far_it_is_and_words_that_are_typed_meanwhile_are_kept(ask, desk, write, some, monkeypatch):
    _, copy = ask.file("copy", format="json")
    ask("erase", **ALL)
    ask.read(copy)
    replies, say = [], ask.said.append

    def hear(message):
        say(message)
        if message["kind"] == "progress" and not replies:
            replies.append(None)
            replies[0] = write("small-wins", "win", "Typed meanwhile.", "w2", made_at=NOW, at=NOW)

    monkeypatch.setattr(ask.notes._errands, "_say", hear)
    ask("bring-in", at=NOW)
    far = [(one["step"], one["done"], one["of"]) for one in ask.said if one["kind"] == "progress"]
    assert (far[-1], ("compare", 5, 5) in far) == (("bring", 2, 2), True)
    assert replies[0]["kind"] == "waits"
    assert {entry.id for entry in desk.store.load().entries} == {"j1", "j2", "j3", "w1", "f1", "w2"}


def test_a_look_says_what_is_new_changed_the_same_and_cannot_be_read(ask, write, desk):
    write("journal", "text", "as it was", "j1")
    write("journal", "text", "stays", "j2")
    document = json.loads(to_json(desk.store.load()))
    document["entries"][0]["answers"]["text"] = "other words"
    document["entries"][0]["changed_at"] = NOW
    document["entries"].append({**document["entries"][1], "id": "j9"})
    document["entries"].append({"id": "broken"})
    looked = ask.read(json.dumps(document).encode())
    assert numbers(looked) == {"new": 1, "changed": 1, "same": 1, "refused": 1}
    assert looked["sentences"][0].startswith("Note 4 of the file")
    assert looked["exercises"] == [{"title": desk.guide.exercise("journal").title, "notes": 3}]
    assert (looked["first"], looked["last"]) == ("2026-11-23", "2026-11-23")
    ask("bring-in", at=NOW)
    (changed,) = [entry for entry in desk.store.load().entries if entry.id == "j1"]
    assert (changed.answers, [former.answers for former in changed.earlier]) == ({"text": "other words"}, [{"text": "as it was"}])


@pytest.mark.parametrize("content", [b"", b"no export", b'{"format": "newsoil-entries", "schema_version": 99, "entries": []}'])
def test_a_file_that_is_no_copy_is_refused_in_a_sentence(ask, content):
    refused = ask.read(content)
    assert refused["kind"] == "refused"
    assert refused["sentence"].startswith("This file")
    assert ask("bring-in", at=NOW)["kind"] == "refused"


def test_a_file_comes_in_parts_in_any_order_and_one_that_is_missing_is_noticed(ask, some, desk):
    copy = to_json(desk.store.load())
    half = len(copy) // 2
    for number, part in ((1, copy[half:]), (0, copy[:half]), (1, copy[half:])):
        ask.notes.answer({"kind": "give", "ask": "file", "part": number, "content": part})
    assert ask("read", file="file", parts=3)["kind"] == "refused"
    assert ask("read", file="other", parts=2)["kind"] == "refused"
    assert numbers(ask("read", file="file", parts=2))["same"] == 5


def test_a_sealed_backup_asks_for_its_passphrase(ask, tmp_path, page):
    sealed = Store(tmp_path / "elsewhere")
    sealed.record(page()("a sealed word"))
    key = new_recovery_key()
    seal(sealed, "four words of soil", key, Cost(memory=32, passes=1, lanes=1))
    sealed.unseal("four words of soil")
    write_backup(sealed, tmp_path / "backup")
    file, parts = ask.give((tmp_path / "backup").read_bytes())
    assert ask("read", file=file, parts=parts)["kind"] == "sealed"
    assert ask("read", file=file, parts=parts, secret="not it")["kind"] == "refused"  # noqa: S106 - a wrong one
    assert numbers(ask("read", file=file, parts=parts, secret="four words of soil"))["new"] == 1  # noqa: S106 - of a test
    assert numbers(ask("read", file=file, parts=parts, secret=key, by="recovery"))["new"] == 1
    assert ask("bring-in", at=NOW)["new"] == 1


def test_an_earlier_day_is_looked_at_and_what_it_has_more_comes_back(ask, write, desk, home):
    write("journal", "text", "of the first day", "j1", "2026-11-20")
    write("journal", "text", "of the second day", "j2", "2026-11-21")
    (home / "journals" / "mine" / "entries" / "2026-11.json").unlink()
    assert ask("days")["days"] == ["2026-11-21"]
    assert numbers(ask("look", day="2026-11-21")) == {"new": 1, "changed": 0, "same": 0, "refused": 0}
    assert ask("bring-in", at=NOW)["new"] == 1
    assert [entry.answers["text"] for entry in desk.store.load().entries] == ["of the first day"]


def test_without_a_backup_there_is_no_day(ask):
    assert ask("days")["days"] == []


@pytest.mark.usefixtures("some")
def test_a_deleted_note_is_shown_when_asked_for_and_brought_back(ask, desk):
    assert ask("peek", entry="j3")["words"] == "A page to throw away."
    assert ask("peek", entry="j1")["words"] == "", "only what lies in the trash"
    assert ask("bring-back", at=NOW, entry="j3")["kind"] == "back"
    assert "j3" in {entry.id for entry in desk.store.load().of("journal")}
    assert ask("bring-back", at=NOW, entry="never")["kind"] == "refused"


@pytest.mark.usefixtures("some")
def test_whatever_comes_back_the_open_pages_hear_of_it(ask, desk):
    heard = []
    desk.when_others_are_there(lambda: heard.append(len(desk.store.load().entries)))
    ask("bring-back", at=NOW, entry="j3")
    _, copy = ask.file("copy", format="json")
    ask("erase", **ALL)
    ask.read(copy)
    ask("bring-in", at=NOW)
    assert heard == [5, 0, 5]
