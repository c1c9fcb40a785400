"""What is erased is nowhere any more, and what is deleted can be brought back for thirty days."""

import errno
import os
from datetime import UTC, datetime

import pytest

from newsoil._errors import Locked, NotSaved
from newsoil.journal import Store
from newsoil.journal.erasing import Erased, empty_trash, erase_entry, erase_everything, erase_exercise
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.shelf import read_since
from newsoil.journal.slow import Cost
from newsoil.journal.trash import trash

PHRASE = "four words of soil"
CHEAP = Cost(memory=32, passes=1, lanes=1)
CANARY = "kanarienvogel"
OTHER = "amsel"


def again(store):
    other = Store(store.folder.parent.parent, store.folder.name)
    if other.is_sealed:
        other.unseal(PHRASE)
    return other


@pytest.fixture(params=["plain", "sealed"])
def either(store, page, request):
    """A journal with one entry that is to go everywhere it can be, and another that stays; plain, and sealed."""
    if request.param == "sealed":
        seal(store, PHRASE, new_recovery_key(), CHEAP)
    one = page("page-one")
    kinds = {"exercise": f"{CANARY}-exercise", "entry": "gone"}
    store.record(one(f"{CANARY} first", **kinds))
    store.record(one("done", "", act="status", **kinds))
    store.record(one(f"{CANARY} second", was=f"{CANARY} first", **kinds))
    store.record(one([CANARY], "tags", place="tags", **kinds))
    store.record(page("two")(OTHER, entry="stays"))
    for day in (24, 25, 26):
        again(store).record(page(f"page-{day}")(f"{CANARY} {day}", at=f"2026-11-{day}T10:00:00+01:00", **kinds))
    (store.entries / ".2026-11.json.0a1b2c3d.draft").parent.mkdir(parents=True, exist_ok=True)
    return again(store)


def bytes_of(folder):
    return b"".join(path.read_bytes() + str(path.relative_to(folder)).encode() for path in sorted(folder.rglob("*")) if path.is_file())


def much_later():
    return datetime(2100, 1, 1, tzinfo=UTC)


def words_in(store):
    """All that a person with the passphrase finds: files as they are, and what sealed ones hold."""
    found = bytes_of(store.folder)
    with store.held() as shelf:
        for path in shelf.root.rglob("*"):
            if path.is_file() and shelf.is_sealed and len(path.name) == 32:
                found += shelf.form.unwrap(path.name, path.read_bytes())[1]
    return found


def test_what_is_looked_for_would_be_found(either):
    assert CANARY.encode() in words_in(either)
    assert (CANARY.encode() in bytes_of(either.folder)) != either.is_sealed


@pytest.mark.parametrize("erase", [lambda store: erase_entry(store, "gone"), lambda store: erase_exercise(store, f"{CANARY}-exercise")])
def test_what_is_erased_is_in_no_month_backup_draft_or_inbox(either, page, erase):
    folder = either.folder / "sealed" if either.is_sealed else either.folder
    for place in ("entries", "backups"):
        (folder / place / ".x.0a1b2c3d.draft").write_bytes(CANARY.encode())
    (folder / "backups" / ".unfinished.draft").mkdir()
    (folder / "backups" / ".unfinished.draft" / "2026-11.json").write_bytes(CANARY.encode())
    if either.is_sealed:
        either.lock()
        either.take(page("late")(f"{CANARY} late", entry="gone", exercise=f"{CANARY}-exercise"))
        either.unseal(PHRASE)
    erased = erase(either)
    assert (erased.entries, erased.left) == (1, ())
    found = words_in(either)
    assert CANARY.encode() not in found
    assert b" gone " not in found
    assert OTHER.encode() in found
    assert [entry.id for entry in again(either).load().entries] == ["stays"]


def test_erasing_what_is_only_in_a_backup_erases_it_there(store, page):
    store.record(page()(CANARY))
    again(store).record(page("two")("b", "wish", at="2026-11-24T10:00:00+01:00"))
    (store.entries / "2026-11.json").unlink()
    assert erase_entry(store, "e1").entries == 1
    assert CANARY.encode() not in bytes_of(store.folder)


def test_a_month_with_nothing_left_in_it_has_no_file_any_more(store, page):
    store.record(page()("a", made_at="2026-10-01T10:00:00+02:00"))
    again(store).record(page("two")("b", entry="e2", at="2026-11-24T10:00:00+01:00"))
    erase_entry(store, "e1")
    assert [path.name for path in store.folder.rglob("2026-1*.json")] == ["2026-11.json"]


def test_a_file_that_cannot_be_looked_into_is_named_because_it_may_hold_what_was_to_go(either):
    folder = either.folder / "sealed" / "entries" if either.is_sealed else either.entries
    label = "a" * 32 if either.is_sealed else "2026-10.json"
    (folder / label).write_bytes(b"{")
    erased = erase_entry(either, "gone")
    assert [str(folder / label) in sentence for sentence in erased.left] == [True]
    assert (folder / label).read_bytes() == b"{"


@pytest.mark.parametrize("is_open", [True, False])
def test_erasing_everything_leaves_nothing_and_needs_no_passphrase(either, is_open, page):
    either.change_settings({"partner": CANARY})
    (either.folder / "settings.damaged.json").write_text(CANARY)
    (either.folder / "sealing").mkdir()
    (either.folder / "sealing" / "x").write_text(CANARY)
    if not is_open:
        either.lock()
    erase_everything(either)
    assert [path.name for path in either.folder.iterdir()] == [".lock"]
    assert not either.is_sealed
    either.record(page("new")("a new beginning"))
    assert len(either.load().entries) == 1


def test_a_locked_journal_erases_no_single_entry(store, page):
    store.record(page()("a"))
    seal(store, PHRASE, new_recovery_key(), CHEAP)
    store.lock()
    with pytest.raises(Locked):
        erase_entry(store, "e1")


@pytest.mark.parametrize("call", ["write", "replace", "fsync", "listdir"])
def test_a_disk_that_refuses_to_erase_is_told_and_the_next_try_erases(either, fail, call):
    mend = fail(call, errno.EROFS, number=None, when=lambda path, *_: ".lock" not in str(path))
    with pytest.raises(NotSaved):
        erase_entry(either, "gone")
    mend()
    assert OTHER.encode() in words_in(either)
    erase_entry(either, "gone")
    assert CANARY.encode() not in words_in(either)


def test_what_is_deleted_can_be_brought_back_and_after_thirty_days_is_gone_everywhere(either, page):
    one = page("hand")
    kinds = {"exercise": f"{CANARY}-exercise", "entry": "gone"}
    either.record(one(True, "", act="delete", at="2026-11-26T12:00:00+01:00", **kinds))
    assert [entry.id for entry in trash(either.load())] == ["gone"]
    empty_trash(either, "2026-12-26T11:00:00+01:00", much_later)
    assert [entry.id for entry in trash(either.load())] == ["gone"]
    assert either.record(one(False, "", act="delete", at="2026-12-26T11:30:00+01:00", **kinds)).deleted_at is None
    empty_trash(either, "2027-12-26T11:00:00+01:00", much_later)
    assert "gone" in {entry.id for entry in either.load().entries}
    either.record(one(True, "", act="delete", at="2027-11-26T12:00:00+01:00", **kinds))
    assert empty_trash(either, "2099-01-01T00:00:00+01:00", lambda: datetime(2027, 12, 1, tzinfo=UTC)).entries == 0
    assert empty_trash(either, "2027-12-26T12:00:01+01:00", much_later).entries == 1
    assert CANARY.encode() not in words_in(either)
    assert [entry.id for entry in either.load().entries] == ["stays"]


def test_an_empty_trash_writes_nothing(either):
    before = {path: path.stat().st_mtime_ns for path in either.folder.rglob("*") if path.is_file()}
    assert empty_trash(either, "2030-01-01T00:00:00+01:00", much_later) == Erased()
    assert {path: path.stat().st_mtime_ns for path in either.folder.rglob("*") if path.is_file()} == before


# ---- whoever read it before --------------------------------------------------------------------------------------------


@pytest.fixture
def plain(store, page):
    store.record(page()("a word"))
    store.record(page("two")(OTHER, entry="stays"))
    os.utime(store.folder.parent, (1, 1))
    return store


def test_whoever_read_a_journal_can_tell_that_something_was_erased_from_it_and_edits_look_the_same(plain, page):
    before = read_since(plain.folder)
    for day in (24, 25):
        again(plain).record(page(f"page-{day}")("another word", at=f"2026-11-{day}T10:00:00+01:00"))
    plain.change_settings({"theme": "dark"})
    erase_entry(plain, "nobody's")
    assert read_since(plain.folder) == before, "all that was read is there"
    erase_entry(plain, "e1")
    assert read_since(plain.folder) not in (before, None)
    erase_everything(plain)
    assert read_since(plain.folder) is None, "there is nothing to read"


def test_whoever_read_a_journal_can_tell_that_it_was_sealed(plain):
    seal(plain, PHRASE, new_recovery_key(), CHEAP)
    assert read_since(plain.folder) is None
    before = plain.folder.parent.stat().st_mtime_ns
    erase_entry(plain, "e1")
    assert plain.folder.parent.stat().st_mtime_ns == before, "when something was erased from sealed notes is nobody's business"


def test_where_there_are_no_notes_nobody_has_read_any(store):
    assert read_since(store.folder) is None
