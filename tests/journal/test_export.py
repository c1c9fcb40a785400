"""The journal as one document holds every entry, word for word, and nothing about pages."""

import json

from hypothesis import given
from hypothesis import strategies as st

from newsoil.journal import Entry, Former, Journal, Store, to_json
from newsoil.journal.months import encode, read

words = st.text(st.characters(exclude_categories=["Cs"]))
values = words | st.integers(0, 10) | st.lists(words, max_size=3) | st.lists(st.fixed_dictionaries({"id": words, "a": words}), max_size=2)
times = st.datetimes().map(lambda at: f"{at.replace(microsecond=0).isoformat()}+13:45")
answers = st.dictionaries(words, values, max_size=4)
entries = st.builds(
    Entry,
    id=words,
    exercise=words,
    exercise_version=st.integers(1, 9),
    made_at=times,
    changed_at=times,
    for_date=st.none() | st.just("2026-11"),
    status=st.sampled_from(["draft", "done", "not-today", "rest"]),
    answers=answers,
    links=st.dictionaries(words, words, max_size=2),
    tags=st.lists(words, max_size=3).map(tuple),
    skipped=st.lists(words, max_size=3).map(tuple),
    earlier=st.lists(st.builds(Former, at=times, answers=answers), max_size=2).map(tuple),
    deleted_at=st.none() | times,
)


@given(entries)
def test_an_entry_reads_as_it_was_exported(entry):
    document = json.loads(to_json(Journal(entries=(entry,))).decode("utf-8"))
    assert (document["format"], document["schema_version"]) == ("newsoil-entries", 1)
    (exported,) = document["entries"]
    assert exported["answers"] == entry.answers
    assert exported["earlier"] == [{"at": former.at, "answers": former.answers} for former in entry.earlier]
    assert (exported["links"], tuple(exported["tags"]), exported["deleted_at"]) == (entry.links, entry.tags, entry.deleted_at)


@given(st.lists(entries, max_size=4, unique_by=lambda entry: entry.id))
def test_what_a_month_holds_reads_as_it_was_written(tmp_path_factory, listed):
    path = tmp_path_factory.getbasetemp() / "2026-11.json"
    path.write_bytes(encode(tuple(listed), {}))
    assert sorted(read(path).entries, key=lambda entry: entry.id) == sorted(listed, key=lambda entry: entry.id)


def test_an_export_holds_deleted_entries_and_former_answers_and_nothing_about_pages(store, home, page):
    one = page()
    store.record(one("a"))
    store.record(page("two")("b"))
    store.record(one(True, "", act="delete"))
    raw = to_json(Store(home).load())
    (entry,) = json.loads(raw)["entries"]
    assert entry["deleted_at"]
    assert [former["answers"] for former in entry["earlier"]] == [{"text": "a"}]
    assert b"heard" not in raw


def test_an_empty_journal_is_an_empty_document():
    assert json.loads(to_json(Journal())) == {"format": "newsoil-entries", "schema_version": 1, "entries": []}
