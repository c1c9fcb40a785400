"""A disk that refuses, or a kernel that is killed: the old entry is whole, and what was refused is taken when it is sent again."""

import errno
import os
import signal

import pytest

from newsoil._errors import NotSaved
from newsoil.journal import Store, files
from reading_back import earlier, on_disk, only


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "listdir"])
def test_a_refused_edit_is_written_when_it_is_sent_again(store, page, fail, call):
    one = page()
    store.record(one("a"))
    again = one("ab", was="a")
    mend = fail(call, number=None)
    with pytest.raises(NotSaved):
        store.record(again)
    mend()
    assert only(store).answers == {"text": "a"}
    assert store.record(again).answers == {"text": "ab"}
    assert on_disk(store)["e1"]["answers"] == {"text": "ab"}


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("number", range(1, 10))
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "listdir", "mkdir", "stat"])
def test_whichever_call_fails_an_edit_is_either_on_disk_or_refused_and_then_taken(home, page, fail, call, number):
    one = page()
    Store(home).record(one("a"))
    edit = one("ab", was="a")
    mend = fail(call, errno.EIO, number=number)
    try:
        Store(home).record(edit)
    except NotSaved:
        mend()
        assert only(Store(home)).answers in ({"text": "a"}, {"text": "ab"})
        Store(home).record(edit)
    mend()
    assert only(Store(home)).answers == {"text": "ab"}
    assert earlier(only(Store(home))) in ([], [{"text": "a"}]), "a month that could not be read went on beside it"


def test_an_edit_whose_folder_was_never_settled_is_settled_before_it_is_acknowledged(store, home, page, fail, monkeypatch):
    edit = page()("a")
    store.record(page("two")("b", entry="e2"))
    mend = fail("fsync", errno.EIO, number=2)
    with pytest.raises(NotSaved):
        store.record(edit)
    mend()
    settled, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(os.fstat(handle).st_ino) or real(handle))
    Store(home).record(edit)
    assert settled == [(store.entries / "2026-11.json").stat().st_ino, store.entries.stat().st_ino]


def test_a_folder_that_nobody_may_write_in_refuses_and_loses_nothing(store, page, fail):
    store.record(page()("a"))
    before = (store.entries / "2026-11.json").read_bytes()
    fail("open", errno.EROFS, number=None, when=lambda path, flags, *_: flags & (os.O_WRONLY | os.O_RDWR))
    with pytest.raises(NotSaved, match="Read-only file system"):
        store.record(page("two")("b"))
    assert only(store).answers == {"text": "a"}
    assert (store.entries / "2026-11.json").read_bytes() == before


def test_a_month_is_not_continued_beside_a_file_for_a_passing_trouble(store, page, fail):
    one = page()
    store.record(one("a"))
    mend = fail("open", errno.EMFILE, number=None, when=lambda path, *_: str(path).endswith("2026-11.json"))
    with pytest.raises(NotSaved):
        store.record(one("ab", was="a"))
    mend()
    assert [path.name for path in store.entries.iterdir()] == ["2026-11.json"]


def test_a_hanging_page_makes_a_refusal_and_nothing_is_lost(store, page, monkeypatch):
    one = page()
    store.record(one("a"))
    edit = one("ab", was="a")
    monkeypatch.setattr(files, "LOCK_SECONDS", 0)
    with files.locked(store.folder), pytest.raises(NotSaved, match="Another page"):
        store.record(edit)
    assert store.record(edit).answers == {"text": "ab"}


def test_what_a_crash_left_half_written_is_cleared_by_the_next_edit(store, home, page):
    one = page()
    store.record(one("a"))
    (store.entries / ".2026-11.json.0a1b2c3d.draft").write_bytes(b'{"entries": ["half')
    Store(home).record(one("ab", was="a"))
    assert [path.name for path in store.entries.iterdir()] == ["2026-11.json"]


def dies_at(number, act):
    """Do `act` in a child that is killed at its `number`th call to the disk. Returns whether it was killed."""
    child = os.fork()
    if not child:
        count = 0

        def counted(real):
            def call(*args, **named):
                nonlocal count
                count += 1
                if count == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*args, **named)

            return call

        for name in ("open", "write", "fsync", "close", "replace", "unlink", "listdir", "stat"):
            setattr(os, name, counted(getattr(os, name)))
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")
def test_a_kernel_that_is_killed_anywhere_keeps_the_old_entry_or_the_new_and_frees_the_lock(home, page, monkeypatch, tried):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0)
    one, number, was = page(), 0, "0"
    Store(home).record(one(was))
    killed = True
    while killed:
        number += 1
        edit = one(str(number), was=was)
        killed = dies_at(number, lambda edit=edit: Store(home).record(edit))
        tried(killed)
        journal = Store(home).load()
        assert journal.unreadable == ()
        assert journal.entries[0].answers["text"] in (was, str(number))
        after = Store(home).record(edit)
        assert (after.answers, after.earlier) == ({"text": str(number)}, ())
        was = str(number)
    assert number > 10
    assert [path.name for path in Store(home).entries.iterdir()] == ["2026-11.json"]
