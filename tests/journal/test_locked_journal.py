"""A locked journal: what is typed is kept unread, nobody reads anything, and it locks by itself."""

import json
import os

import pytest

from newsoil._errors import Locked, NotSaved, NotSealed
from newsoil.journal.sealing import remove_seal
from newsoil.journal.standing import IDLE
from seals import CANARY, PHRASE, again, bytes_of, opened


def test_what_is_typed_while_the_journal_is_locked_is_kept_sealed_and_there_after_unsealing(sealed, page, home):
    sealed.lock()
    one = page("six")
    for word in ("a", "ab", f"ab {CANARY}"):
        assert sealed.take(one(word, entry="e9")) is None
    assert again(sealed).take(page("seven")("from elsewhere", entry="e10")) is None
    assert CANARY.encode() not in bytes_of(home)
    assert sealed.load().entries == ()
    entries = {entry.id: entry for entry in opened(sealed).load().entries}
    assert (entries["e9"].answers, entries["e9"].earlier) == ({"text": f"ab {CANARY}"}, ())
    assert entries["e10"].answers == {"text": "from elsewhere"}
    assert list((sealed.folder / "sealed" / "inbox").iterdir()) == []


def test_an_edit_that_a_page_sends_again_while_locked_is_kept_once(sealed, page):
    sealed.lock()
    edit = page("six")("b", entry="e9")
    for _ in range(5):
        sealed.take(edit)
    assert len(list((sealed.folder / "sealed" / "inbox").iterdir())) == 1


def test_what_another_kernel_took_while_locked_is_seen_by_the_one_that_has_the_journal_open(sealed, page):
    again(sealed).take(page("six")("b", entry="e9"))
    assert "e9" in {entry.id for entry in sealed.load().entries}


def test_an_edit_is_kept_only_when_it_is_settled_on_disk(sealed, page, monkeypatch, fail):
    sealed.lock()
    mend = fail("fsync", number=None)
    edit = page("six")("b", entry="e9")
    with pytest.raises(NotSaved):
        sealed.take(edit)
    mend()
    settled, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(handle) or real(handle))
    sealed.take(edit)
    assert len(settled) >= 2
    assert "e9" in {entry.id for entry in opened(sealed).load().entries}


def test_locking_overwrites_the_key_and_forgets_what_was_read(sealed):
    keys = sealed.door._keys
    sealed.load()
    sealed.lock()
    assert bytes(keys.data) == bytes(keys._names) == bytes(keys._content) == bytes(32)
    assert sealed.is_locked
    assert sealed._reader._read == {}


def test_an_open_journal_that_nobody_uses_is_locked_and_one_that_is_used_is_not(sealed, page, clock):
    store = again(sealed, clock=clock)
    assert not store.lock_when_idle()
    store.unseal(PHRASE)
    clock.now += IDLE - 1
    assert not store.lock_when_idle()
    store.record(page("six")("b"))
    clock.now += IDLE - 1
    assert not store.lock_when_idle()
    store.use()
    clock.now += IDLE
    assert store.lock_when_idle()
    assert store.is_locked
    assert not store.lock_when_idle()


def test_a_plain_journal_is_never_locked_for_idleness(written):
    assert not written.lock_when_idle(0)


def test_nothing_is_sealed_with_a_key_that_was_overwritten_while_an_edit_was_under_way(sealed, page, monkeypatch):
    from newsoil.journal import recording

    def lock_and_hear(heard, edit):
        sealed.lock()
        return {**heard, f"{edit.page} {edit.entry} answer/text": edit.seq}

    edit = page("six")("b", entry="e9")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(recording, "hear", lock_and_hear)
        with pytest.raises(Locked):
            sealed.record(edit)
    assert sealed.take(edit) is None
    assert "e9" in {entry.id for entry in opened(sealed).load().entries}
    assert opened(sealed).load().unreadable == ()


def test_plain_files_that_somebody_puts_beside_a_sealed_journal_are_taken_in_and_erased_and_none_of_their_words_is_lost(sealed, home):
    sealed.entries.mkdir()
    at = "2026-11-01T10:00:00+01:00"
    entry = {
        "id": "e8",
        "exercise": "journal",
        "exercise_version": 1,
        "made_at": at,
        "changed_at": at,
        "answers": {"text": f"{CANARY} back"},
    }
    document = {"format": "newsoil-entries", "schema_version": 1, "entries": [entry]}
    (sealed.entries / "2026-11.json").write_text(json.dumps(document))
    (sealed.entries / "2026-09.json").write_text(json.dumps(document | {"entries": [entry | {"id": "e1", "exercise": "another"}]}))
    (sealed.entries / "2026-10.json").write_text("{")
    other = opened(sealed)
    assert "e8" in {entry.id for entry in other.load().entries}
    assert sorted(path.name for path in sealed.entries.iterdir()) == ["2026-09.json", "2026-10.json"]
    assert len(other.load().unreadable) == 2
    with pytest.raises(NotSealed, match="The seal stays on"):
        remove_seal(other)


def test_private_settings_are_not_known_before_unsealing_and_cannot_be_changed(sealed):
    sealed.lock()
    assert (sealed.settings().theme, sealed.settings().country) == ("dark", "DE")
    assert (sealed.settings().stage, sealed.settings().partner) == ("", "")
    with pytest.raises(Locked):
        sealed.change_settings({"stage": "somewhere"})
    sealed.change_settings({"theme": "light"})
    other = opened(sealed)
    assert (other.settings().theme, other.settings().partner) == ("light", CANARY)
    other.change_settings({"stage": f"{CANARY}-2"})
    assert opened(sealed).settings().stage == f"{CANARY}-2"
    assert CANARY.encode() not in bytes_of(sealed.folder)


def test_a_damaged_edit_in_the_inbox_is_named_and_left_and_the_others_are_taken(sealed, page):
    sealed.lock()
    sealed.take(page("six")("b", entry="e8"))
    sealed.take(page("seven")("c", entry="e9"))
    path = min((sealed.folder / "sealed" / "inbox").iterdir())
    path.write_bytes(path.read_bytes()[:-1])
    other = opened(sealed)
    assert [path.name in sentence for sentence in other.load().unreadable] == [True]
    assert {"e9"} <= {entry.id for entry in other.load().entries}
    assert path.exists()


def test_an_inbox_key_that_was_changed_is_put_right_by_unsealing(sealed):
    path = sealed.folder / "sealed" / "key.json"
    whole = path.read_bytes()
    document = json.loads(whole)
    path.write_text(json.dumps(document | {"inbox": document["recovery"][:43] + "="}))
    opened(sealed)
    assert path.read_bytes() == whole
