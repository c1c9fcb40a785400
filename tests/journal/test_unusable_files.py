"""Files that cannot be used: they stay byte for byte, are named, and the month goes on beside them."""

import errno
import json

import pytest

from newsoil.journal import Store
from reading_back import earlier, long_ago, on_disk, only

SPOILT = {
    "damaged": b'{"format": "newsoil-entries", "schema_version": 1, "entr',
    "newer": b'{"format": "newsoil-entries", "schema_version": 2, "pages": []}',
    "empty": b"",
    "very deep": b"[" * 200_000,
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT.keys())
def test_a_file_that_cannot_be_used_stays_byte_for_byte_and_the_month_goes_on_beside_it(store, page, spoilt):
    one = page()
    store.record(one("a"))
    for number, name in ((2, "2026-11.json"), (3, "2026-11.2.json")):
        (store.entries / name).write_bytes(spoilt)
        store.record(one(f"b{number}", entry=f"e{number}"))
        assert list(on_disk(store, f"2026-11.{number}.json")) == [f"e{number}"]
        assert (store.entries / name).read_bytes() == spoilt
    store.record(one("c", entry="e4"))
    assert [entry.id for entry in store.load().entries] == ["e3", "e4"]
    assert [sentence.partition(" ")[0] for sentence in store.load().unreadable] == [
        str(store.entries / name) for name in ("2026-11.json", "2026-11.2.json")
    ]
    assert {path.name for path in store.entries.iterdir()} == {"2026-11.json", "2026-11.2.json", "2026-11.3.json"}


def test_a_folder_in_place_of_a_file_stays_and_the_month_goes_on_beside_it(store, page):
    (store.entries / "2026-11.json").mkdir(parents=True)
    store.record(page()("a"))
    assert list(on_disk(store, "2026-11.2.json")) == ["e1"]
    assert len(store.load().unreadable) == 1


def test_a_file_that_nobody_may_read_comes_back_when_it_may_be_read_again(store, page, fail):
    one = page()
    store.record(one("a"))
    long_ago(store.entries / "2026-11.json")
    mend = fail("open", errno.EACCES, number=None, when=lambda path, *_: str(path).endswith("2026-11.json"))
    kept = Store(store.folder.parent.parent)
    assert kept.load().entries == ()
    assert "(Permission denied)" in kept.load().unreadable[0]
    store.record(one("b", entry="e2"))
    mend()
    assert [entry.answers for entry in kept.load().entries] == [{"text": "a"}, {"text": "b"}]
    assert kept.load().unreadable == ()


def test_a_folder_that_cannot_be_looked_into_is_named_and_not_taken_for_an_empty_journal(store, page, fail):
    store.record(page()("a"))
    fail("listdir", errno.EACCES, number=None)
    assert store.load().entries == ()
    assert store.load().unreadable == (f"{store.entries} could not be read (Permission denied). Check who may read it.",)


def test_an_edit_to_an_entry_of_a_damaged_month_is_kept_and_joined_when_the_file_is_repaired(store, page):
    one = page()
    store.record(one("a", "text"))
    store.record(one(["calm"], "tags", place="tags"))
    store.record(one("f1", "fear", place="links"))
    whole = (store.entries / "2026-11.json").read_bytes()
    (store.entries / "2026-11.json").write_bytes(whole[:-20])
    store.record(one("ab", "text", was="a"))
    store.record(one("w", "wish"))
    assert only(store).answers == {"text": "ab", "wish": "w"}
    (store.entries / "2026-11.json").write_bytes(whole)
    entry = only(store)
    assert (entry.answers, entry.links, entry.tags) == ({"text": "ab", "wish": "w"}, {"fear": "f1"}, ("calm",))
    assert earlier(entry) == [{"text": "a", "fear": "f1", "tags": ["calm"]}]


def test_an_answer_that_is_cleared_after_a_repair_does_not_come_back(store, page):
    one = page()
    store.record(one("a", "text"))
    whole = (store.entries / "2026-11.json").read_bytes()
    (store.entries / "2026-11.json").write_bytes(b"")
    store.record(one("w", "wish"))
    (store.entries / "2026-11.json").write_bytes(whole)
    assert only(store).answers == {"text": "a", "wish": "w"}
    store.record(one(None, "text", was="a"))
    assert (only(store).answers, earlier(only(store))) == ({"wish": "w"}, [{"text": "a"}])
    assert (store.entries / "2026-11.json").read_bytes() == whole


def test_of_two_copies_the_one_that_was_changed_later_is_the_newer_in_whatever_zone(store, page):
    one = page()
    store.record(one("newer", at="2026-11-23T10:00:00-05:00"))
    path = store.entries / "2026-11.json"
    whole = path.read_bytes()
    path.write_bytes(b"")
    store.record(one("older", at="2026-11-23T12:00:00+01:00"))
    path.write_bytes(whole)
    assert (only(store).answers, earlier(only(store))) == ({"text": "newer"}, [{"text": "older"}])


def test_the_entries_of_a_month_that_went_on_beside_a_repaired_file_come_in_order(store, page):
    one = page()
    for day in ("10", "20"):
        store.record(one("a", entry=f"e{day}", made_at=f"2026-11-{day}T10:00:00+01:00"))
    whole = (store.entries / "2026-11.json").read_bytes()
    (store.entries / "2026-11.json").write_bytes(b"")
    for day in ("05", "15", "25"):
        store.record(one("a", entry=f"e{day}", made_at=f"2026-11-{day}T10:00:00+01:00"))
    (store.entries / "2026-11.json").write_bytes(whole)
    assert [entry.id for entry in store.load().entries] == ["e05", "e10", "e15", "e20", "e25"]


def test_an_entry_that_stands_twice_in_a_file_keeps_both_copies_words(store, page):
    one = page()
    store.record(one("a", "text"))
    path = store.entries / "2026-11.json"
    document = json.loads(path.read_text("utf-8"))
    copy = document["entries"][0] | {"answers": {"text": "b"}, "changed_at": "2026-11-23T10:59:00+01:00"}
    path.write_text(json.dumps(document | {"entries": [*document["entries"], copy]}))
    store.record(one("w", "wish"))
    assert (only(store).answers, earlier(only(store))) == ({"text": "b", "wish": "w"}, [{"text": "a"}])
