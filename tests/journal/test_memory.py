"""A journal in memory does what one on disk does, edit by edit, and no part of it is ever on a disk."""

import builtins
import os
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsoil._errors import BadAnswer, NotSaved
from newsoil.journal import Edit, Entry, MemoryStore, Settings, Store, to_json
from newsoil.journal.document import Document, read_document
from newsoil.journal.restore import merge

MONTHS = ["2026-10-31T23:59:59+02:00", "2026-11-01T00:00:00+01:00", "2026-11-23T10:00:00.5Z"]
PLACES = {"text": "answers", "wish": "answers", "tags": "tags", "for-date": "for_date", "fear": "links"}
VALUES = {
    "answers": [None, "", "a", "b 🌱", 3, 0.5, ["x", {"id": "r", "what": "milk"}]],
    "tags": [None, [], ["x"], ["x", "y"]],
    "for_date": [None, "2026", "2026-11-23"],
    "links": [None, "e1", "e2"],
}

words = st.sampled_from(sorted(PLACES)).flatmap(
    lambda prompt: st.fixed_dictionaries(
        {
            "act": st.just("answer"),
            "prompt": st.just(prompt),
            "place": st.just(PLACES[prompt]),
            "value": st.sampled_from(VALUES[PLACES[prompt]]),
            "was": st.sampled_from(VALUES[PLACES[prompt]]),
        }
    )
)
marks = st.one_of(
    st.fixed_dictionaries({"act": st.just("skip"), "prompt": st.sampled_from(["text", "wish"]), "value": st.booleans()}),
    st.fixed_dictionaries({"act": st.just("status"), "value": st.sampled_from(["draft", "done", "not-today", "rest"])}),
    st.fixed_dictionaries({"act": st.just("delete"), "value": st.booleans()}),
)
steps = st.fixed_dictionaries(
    {
        "page": st.sampled_from(["p1", "p2"]),
        "seq": st.integers(1, 12),
        "exercise": st.sampled_from(["journal", "journal", "journal", "fears"]),
        "entry": st.sampled_from(["e1", "e2", "e3"]),
        "made_at": st.sampled_from(MONTHS),
        "at": st.integers(0, 59).map(lambda minute: f"2026-11-23T11:{minute:02}:00+01:00"),
        "what": words | marks,
    }
)


def edit_of(step):
    return Edit(**{name: value for name, value in step.items() if name != "what"}, **step["what"])


def done(store, edit):
    """What a store says to an edit: the entry, or the sentence of a refusal."""
    try:
        return store.record(edit)
    except BadAnswer as error:
        return str(error)


@given(st.lists(steps, max_size=25))
@settings(max_examples=150)
def test_any_edits_give_the_same_journal_in_memory_as_on_disk(all_steps):
    with tempfile.TemporaryDirectory() as home:
        disk, memory = Store(Path(home)), MemoryStore()
        for step in all_steps:
            assert done(memory, edit_of(step)) == done(disk, edit_of(step))
            assert to_json(memory.load()) == to_json(disk.load())
        assert [entry.id for entry in memory.load().of("journal")] == [entry.id for entry in disk.load().of("journal")]


@given(st.lists(steps, max_size=12), st.lists(steps, max_size=12))
@settings(max_examples=80)
def test_a_file_that_is_brought_gives_the_same_journal_in_memory_as_on_disk(here, elsewhere):
    are_the_same_after_bringing(here, elsewhere)


def test_a_note_that_lies_in_two_months_is_brought_to_the_same_one_in_memory_as_on_disk():
    note = {"page": "p1", "seq": 1, "exercise": "journal", "entry": "e3", "made_at": MONTHS[0], "at": "2026-11-23T11:00:00+01:00"}
    link = {"act": "answer", "prompt": "fear", "place": "links", "was": None}
    here = [
        note | {"at": "2026-11-23T11:01:00+01:00", "what": {"act": "skip", "prompt": "text", "value": False}},
        note | {"what": link | {"value": "e2"}},
        note | {"made_at": MONTHS[1], "what": {"act": "status", "value": "draft"}},
    ]
    are_the_same_after_bringing(here, [note | {"what": link | {"value": "e1"}}])


def test_a_month_that_was_written_after_a_later_one_comes_before_it_in_memory_too():
    note = {"page": "p1", "seq": 1, "exercise": "journal", "entry": "e1", "made_at": MONTHS[0], "at": "2026-11-23T11:00:00+01:00"}
    link = {"act": "answer", "prompt": "fear", "place": "links", "was": None}
    here = [
        note | {"made_at": MONTHS[1], "what": link | {"value": None}},
        note | {"what": {"act": "skip", "prompt": "text", "value": False}},
        note | {"at": "2026-11-23T11:01:00+01:00", "what": link | {"value": "e1"}},
    ]
    day = {"act": "answer", "prompt": "for-date", "place": "for_date", "value": "2026", "was": None}
    are_the_same_after_bringing(here, [note | {"what": day}])


def are_the_same_after_bringing(here, elsewhere):
    """That a file with the notes of `elsewhere`, brought twice, gives one journal on disk and in memory."""
    with tempfile.TemporaryDirectory() as home:
        disk, memory, other = Store(Path(home)), MemoryStore(), MemoryStore()
        for store, all_steps in ((disk, here), (memory, here), (other, elsewhere)):
            for step in all_steps:
                done(store, edit_of(step))
        document = read_document(to_json(other.load()))
        assert memory.bring(document) == merge(disk, document, "2026-11-23")
        assert to_json(memory.load()) == to_json(disk.load())
        assert memory.bring(document).changed == merge(disk, document, "2026-11-24").changed
        assert to_json(memory.load()) == to_json(disk.load())


@given(st.lists(steps, min_size=1, max_size=20))
@settings(max_examples=60)
def test_what_is_taken_away_and_brought_back_is_the_same_to_the_last_byte(all_steps):
    first, second = MemoryStore(), MemoryStore()
    for step in all_steps:
        done(first, edit_of(step))
    taken = to_json(first.load())
    second.bring(read_document(taken))
    assert to_json(second.load()) == taken


@pytest.fixture
def memory():
    return MemoryStore()


def test_nothing_is_opened_made_or_locked_whatever_is_done(memory, page, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a disk was touched")

    for module, names in ((os, ("open", "mkdir", "makedirs", "replace", "stat", "listdir", "scandir")), (builtins, ("open",))):
        for name in names:
            monkeypatch.setattr(module, name, refuse)
    writer = page()
    memory.record(writer("a word"))
    memory.take(writer("another", prompt="wish"))
    memory.change_settings({"theme": "dark"})
    document = read_document(to_json(memory.load()))
    memory.bring(document)
    memory.hold(document)
    memory.use(), memory.lock(), memory.lock_when_idle()
    assert (memory.is_sealed, memory.is_locked, memory.settings().theme) == (False, False, "dark")


def test_while_nothing_changes_the_journal_is_the_same_and_a_word_changes_its_month_alone(memory, page):
    writer = page()
    memory.record(writer("october", entry="e0", made_at="2026-10-01T10:00:00+01:00"))
    memory.record(writer("november"))
    before = memory.load()
    assert memory.load() is before
    memory.record(writer("november, too"))
    after = memory.load()
    assert after is not before
    assert after.parts[0] is before.parts[0]


def test_an_edit_that_comes_twice_is_recorded_once(memory, page):
    edit = page()("a word")
    entry = memory.record(edit)
    before = memory.load()
    assert memory.record(edit) == entry
    assert memory.load() is before


def test_what_nobody_may_change_from_outside_is_a_copy(memory, page):
    value = ["x"]
    memory.record(page()(value, prompt="rows"))
    value.append("y")
    assert memory.load().entries[0].answers == {"rows": ["x"]}


def test_settings_are_kept_and_a_wrong_one_changes_nothing(memory):
    memory.change_settings({"theme": "dark", "no-such": 1})
    with pytest.raises(NotSaved):
        memory.change_settings({"theme": "pink"})
    assert memory.settings() == Settings(theme="dark")


def test_notes_that_are_held_for_a_page_are_as_the_page_has_them(memory, page):
    writer = page()
    for value in ("one", "two"):
        memory.record(writer(value))
    (mine,) = memory.load().entries
    newer = msgspec.structs.replace(mine, answers={"wish": "three"}, changed_at="2026-11-23T12:00:00+01:00")
    memory.hold(Document((newer,)))
    assert memory.load().entries == (newer,), "what was cleared stays cleared, and nothing is put into `earlier`"
    older = msgspec.structs.replace(newer, answers={}, changed_at="2026-11-23T09:00:00+01:00")
    memory.hold(Document((older,)))
    assert memory.load().entries == (newer,)
    other = Entry(id="e1", exercise="fears", exercise_version=1, made_at=newer.made_at, changed_at="2027-01-01T00:00:00Z")
    memory.hold(Document((other,)))
    assert memory.load().entries == (newer,), "a note of another exercise takes no other's place"
