"""Whatever a page sends, it gets a sentence or an answer, and nothing is done by half."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost
from newsoil.your_notes import your_notes
from newsoil.your_notes.messages import LARGEST, PIECE

NOW = "2026-11-25T09:00:00.000+01:00"
KINDS = ["hello", "copy", "sheets", "offers", "share", "take", "taken", "give", "read", "bring-in", "peek", "bring-back", "days", "look"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"kind": "hello"},
        {"kind": "hello", "ask": "a", "at": "now"},
        {"kind": "hello", "ask": "a" * 101, "at": NOW},
        {"kind": "no such kind", "ask": "a"},
        {"kind": ["copy"], "ask": "a"},
        {"kind": "copy", "ask": "a", "at": NOW, "format": "docx"},
        {"kind": "copy", "ask": "a", "at": NOW, "format": "json", "first": "yesterday"},
        {"kind": "copy", "ask": "a", "at": NOW, "format": "json", "path": "/etc"},
        {"kind": "give", "ask": "a", "part": LARGEST // PIECE, "content": b""},
        {"kind": "give", "ask": "a", "part": 0, "content": b"x" * (PIECE + 1)},
        {"kind": "give", "ask": "a", "part": -1, "content": b""},
        {"kind": "read", "ask": "a", "file": "f", "parts": 10**9},
        {"kind": "look", "ask": "a", "day": "../../settings"},
        {"kind": "share", "ask": "a", "at": NOW, "recipient": "ally", "form": "print", "ticks": [{"entry": "e"}]},
    ],
)
def test_odd_messages_are_refused_in_a_sentence(ask, message):
    reply = ask.notes.answer(message)
    assert (reply["kind"], reply["sentence"][-1]) == ("refused", ".")
    assert ask.said == []


@given(
    kind=st.sampled_from(KINDS),
    fields=st.dictionaries(st.sampled_from(["at", "format", "recipient", "part", "ticks", "day", "entry"]), ANYTHING),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_a_page_can_send_makes_an_error(ask, kind, fields):
    ask.notes.answer({"kind": kind, "ask": "a", **fields})
    for one in ask.said:
        json.dumps({name: value for name, value in one.items() if name != "content"})


def test_an_error_that_nobody_thought_of_is_told_without_its_words(ask, desk, monkeypatch):
    def breaking(*_, **__):
        raise RuntimeError("a secret word")

    monkeypatch.setattr("newsoil.your_notes.answering.copy_of", breaking)
    refused = ask("copy", at=NOW, format="json")
    assert (refused["kind"], "RuntimeError" in refused["sentence"], "secret" in refused["sentence"]) == ("refused", True, False)


def test_while_the_notes_are_locked_the_page_is_told_so_and_nothing_else(ask, desk, some):
    seal(desk.store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    desk.store.lock()
    for kind, fields in (("hello", {"at": NOW}), ("copy", {"at": NOW, "format": "json"}), ("days", {}), ("peek", {"entry": "j3"})):
        assert ask(kind, **fields)["kind"] == "locked"
    desk.unseal("four words of soil")
    assert len(ask("hello", at=NOW)["exercises"]) == 3


def test_no_word_of_a_note_is_in_what_a_notebook_would_keep(desk, some):
    widget = your_notes(desk)
    sent = []
    widget.send = lambda content, buffers=None: sent.append((content, buffers))
    widget._handle_custom_msg({"kind": "hello", "ask": "a", "at": NOW}, [])
    state = {name: value for name, value in widget.get_state().items() if name != "layout"}
    assert "page of mine" not in json.dumps(state, default=str)
    assert [content["kind"] for content, _ in sent] == ["show"]


def test_files_travel_beside_the_message(desk, some):
    widget = your_notes(desk)
    sent = []
    widget.send = lambda content, buffers=None: sent.append((content, buffers))
    widget._handle_custom_msg({"kind": "give", "ask": "f", "part": 0, "content": "not this"}, [memoryview(b"no export")])
    assert sent == [({"kind": "got", "ask": "f", "part": 0}, None)]
    widget.say({"kind": "part", "ask": "f", "part": 0, "content": b"bytes"})
    assert sent[-1] == ({"kind": "part", "ask": "f", "part": 0}, [b"bytes"])
