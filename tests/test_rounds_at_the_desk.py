"""What a page hears when a theme comes back with the note that it sent, and what it does not."""

import itertools
import logging

import msgspec
import pytest

from newsoil import saved_with as module
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import MemoryStore, Store

GUIDE = read_guide(guide_folder())


def writer(desk):
    """A page that sends edits: of the note of so many days after the first."""
    numbers = itertools.count(1)

    def write(day, value, prompt="tags", **fields):
        times = dict.fromkeys(("made_at", "at"), f"2026-11-{10 + day}T10:00:00.000+01:00")
        base = {"kind": "edit", "page": "p1", "seq": next(numbers), "exercise": "journal", "entry": f"e{day}", "act": "answer"}
        return desk.save({**base, "prompt": prompt, "value": value, **times, **fields})

    return write


@pytest.fixture(params=["disk", "memory"])
def desk(request, store):
    return Desk(GUIDE, store) if request.param == "disk" else Desk(GUIDE, MemoryStore(), None, "try")


@pytest.fixture
def write(desk):
    return writer(desk)


def test_the_third_note_on_a_theme_is_told_with_each_of_its_edits_and_no_other_is(write):
    assert [write(day, ["money"]).get("rounds") for day in range(4)] == [None, None, ["money"], None]
    write(2, ["money"], seq=90)
    assert write(2, "words", "text", seq=91).get("rounds") is None, "another note on it came after"


def test_each_word_that_goes_into_it_says_it_and_one_that_takes_it_off_the_theme_does_not(write):
    for day in range(3):
        write(day, ["money"])
    assert write(2, "words", "text")["rounds"] == ["money"]
    assert write(2, "done", "", act="status")["rounds"] == ["money"]
    assert "rounds" not in write(2, ["money", "decision"])
    assert write(2, ["money"])["rounds"] == ["money"]
    assert "rounds" not in write(2, None)
    assert "rounds" not in write(2, True, "", act="delete")


def test_a_next_step_in_another_exercise_begins_anew(write):
    for day in range(2):
        write(day, ["money"])
    write(1, "path", "next-step", exercise="loop-or-path", entry="loop")
    assert "rounds" not in write(2, ["money"])


def test_whoever_wants_nothing_of_it_has_nothing_looked_at(desk, write, monkeypatch):
    desk.change_settings({"rounds": "off"})
    monkeypatch.setattr(module, "going_round", lambda *_: pytest.fail("it was looked at"))
    for day in range(3):
        assert "rounds" not in write(day, ["money"])
    monkeypatch.undo()
    desk.change_settings({"rounds": "on"})
    assert write(2, "words", "text")["rounds"] == ["money"]


def test_notes_without_a_tag_are_not_looked_at(write, monkeypatch):
    monkeypatch.setattr(module, "going_round", lambda *_: pytest.fail("it was looked at"))
    assert write(0, "words", "text")["kind"] == "saved"


def test_whatever_becomes_of_it_a_note_that_is_saved_is_said_to_be(store, caplog):
    write = writer(Desk(msgspec.structs.replace(GUIDE, numbers=()), store))
    with caplog.at_level(logging.DEBUG):
        assert [write(day, ["secret"])["kind"] for day in range(3)] == ["saved"] * 3
    assert "BadContent" in caplog.text
    assert "secret" not in caplog.text


def test_nothing_is_written_because_of_it(tmp_path):
    """Notes that go round, and the same ones where nothing of it is wanted, are the same files."""
    kept = []
    for setting in ("on", "off"):
        desk = Desk(GUIDE, Store(tmp_path / setting))
        desk.change_settings({"rounds": setting, "told": True})
        write = writer(desk)
        replies = [write(day, ["money"]) for day in range(3)]
        assert ("rounds" in replies[-1]) is (setting == "on")
        home = tmp_path / setting
        kept.append({path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*.*") if path.name != "settings.json"})
    assert kept[0] == kept[1]
    assert kept[0]
