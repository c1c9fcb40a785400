"""Disks that are full, read-only, or held by another program: the old words stay, the new ones are refused and taken later."""

import errno
import itertools
import os
import signal
import stat
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from breaking import STATES, drafts, edit, in_a_child, in_state, make_read_only, mount_disk, needs_fork, numbered, only, opened, said, steps
from fault_table import times
from newsoil._errors import NewSoilError, NotSaved
from newsoil.journal import Store, files

NOBODY = 65534
linux_alone = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone can do this")


# ---- full --------------------------------------------------------------------------------------------------------------


@contextmanager
def full_from(number, call):
    """`call` of `os` fails from its `number`th time on, as on a disk that stays full. Yields how often it failed."""
    real, count, failed = getattr(os, call), itertools.count(1), []

    def failing(*args, **named):
        if next(count) >= number and not (call == "open" and not args[1] & (os.O_WRONLY | os.O_RDWR)):
            failed.append(call)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*args, **named)

    setattr(os, call, failing)
    try:
        yield failed
    finally:
        setattr(os, call, real)


@pytest.mark.tries("disk-full-call")
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "mkdir"])
@pytest.mark.parametrize("state", STATES)
def test_a_disk_that_is_full_from_any_call_on_keeps_the_old_words_and_takes_the_new_ones_later(tmp_path, state, call, tried):
    for number in itertools.count(1):
        home = tmp_path / str(number)
        store = in_state(home, state)
        if call != "mkdir":
            store.take(edit("old"))
        new = edit("old and new", 2, was="old", at="2026-11-24T10:00:00+01:00")
        with full_from(number, call) as failed:
            refused = is_refused(store, new, "No space left")
        was = {"text": "old"} if call != "mkdir" else {}
        now = opened(home).load()
        assert now.unreadable == ()
        assert [entry.answers for entry in now.entries] in ([was] if was else [], [{"text": "old and new"}])
        if not refused:
            assert only(home).answers == {"text": "old and new"}, "it was said to be saved"
        store.take(new)
        assert only(home).answers == {"text": "old and new"}
        opened(home).record(edit("and on", 3, prompt="wish"))
        assert drafts(home / "journals") == []
        tried(len(failed) > 0)
        if not failed:
            assert number > 1
            return


@pytest.mark.tries("disk-full")
@needs_fork
@linux_alone
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("size", [64, 128, 256])
def test_on_a_real_disk_that_is_full_nothing_is_lost_and_there_is_a_way_on(tmp_path, state, size, tried):
    def act():
        mount_disk(tmp_path, size * 1024)
        home, filler = tmp_path / "home", tmp_path / "a film"
        store = in_state(home, state)
        filler.write_bytes(bytes(size * 256))
        saved, refused, words = [], 0, numbered()
        for number, new in enumerate(itertools.islice(words, times(20, 150))):
            if is_refused(store, new, "No space left"):
                refused += 1
                if state != "locked":  # which holds its edits unread until it is opened, and then needs room for them
                    _check(home, saved, new)
            else:
                saved.append(new)
            if number > times(10, 50):
                _fill(filler)
        assert refused, "the disk was never full"
        filler.unlink()
        _check(home, saved, new)
        store.take(new)
        assert only(home).answers["text"] == new.value
        return refused

    tried(in_a_child(act))


def _fill(filler):
    """Let another file take all that is left of the disk."""
    handle = os.open(filler, os.O_WRONLY | os.O_APPEND)
    with suppress(OSError):
        while os.write(handle, bytes(4096)):
            pass
    os.close(handle)


def is_refused(store, new, reason):
    """Whether an edit is refused, and for this reason alone."""
    came = said(store.take, new)
    assert not isinstance(came, NewSoilError) or (isinstance(came, NotSaved) and reason in str(came))
    return isinstance(came, NotSaved)


def _check(home, saved, new):
    """The last saved words are there, or those of the edit that was refused last: its folder alone could not be settled."""
    store = opened(home)
    journal = store.load()
    assert journal.unreadable == ()
    assert [entry.answers["text"] for entry in journal.entries] in ([one.value] for one in [*saved[-1:], new])


@pytest.mark.tries("file-too-large")
@needs_fork
@linux_alone
@pytest.mark.parametrize("state", STATES)
def test_a_file_that_may_not_be_as_long_as_it_should_is_written_whole_or_not_at_all(tmp_path, state, tried):
    def act():
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        home = tmp_path / "home"
        store = in_state(home, state)
        edits = numbered()
        store.take(next(edits))
        length, refused = max(path.stat().st_size for path in (home / "journals").rglob("*") if path.is_file()), 0
        saved = edit("1")
        for most in steps(length, times(12, 600)):
            new = next(edits)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
            is_whole = not is_refused(store, new, "File too large")
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            saved, refused = (new, refused) if is_whole else (saved, refused + 1)
            assert drafts(home / "journals") == []
            if state != "locked":
                assert only(home).answers["text"] == saved.value
        store.take(new)
        assert only(home).answers["text"] == new.value
        return refused

    refused = in_a_child(act)
    assert refused > 3
    tried(refused)


# ---- read-only ---------------------------------------------------------------------------------------------------------


@pytest.mark.tries("read-only")
@needs_fork
@linux_alone
@pytest.mark.parametrize("state", STATES)
def test_a_read_only_disk_refuses_and_loses_nothing(tmp_path, state, tried):
    def act():
        mount_disk(tmp_path, 2**20)
        home = tmp_path / "home"
        store = in_state(home, state)
        edits = numbered()
        for _ in range(times(3, 50)):
            saved = next(edits)
            store.take(saved)
            new = next(edits)
            make_read_only(tmp_path)
            with pytest.raises(NotSaved, match="Read-only file system"):
                store.take(new)
            if state != "locked":
                assert only(home).answers["text"] == saved.value
            make_read_only(tmp_path, read_only=False)
            store.take(new)
            assert only(home).answers["text"] == new.value
        return times(3, 50)

    tried(in_a_child(act))


PARTS = {
    "home": lambda home: [home],
    "journal": lambda home: [home / "journals" / "mine"],
    "everything": lambda home: [home, *home.rglob("*")],
    "files": lambda home: [path for path in home.rglob("*") if path.is_file()],
}


@pytest.mark.tries("read-only")
@needs_fork
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
@pytest.mark.parametrize("state", STATES)
def test_a_folder_that_only_others_may_write_in_refuses_or_takes_and_loses_nothing(state, part, tried):
    """Files that are read-only in a folder that is not are replaced like any other: that is no refusal."""

    def act(place):
        if not os.geteuid():  # the superuser may write everywhere
            os.setgroups([])
            os.chown(place, NOBODY, NOBODY)
            os.setuid(NOBODY)
        home = place / "home"
        store, first = in_state(home, state), edit("old")
        store.take(first)
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in part(home)}
        for path, mode in modes.items():
            path.chmod(mode & 0o555)
        new = edit("old and new", 2, was="old")
        refused = is_refused(store, new, "Permission denied")
        for path, mode in modes.items():
            if path.exists():
                path.chmod(mode)
        assert only(home).answers["text"] == ("old" if refused else "old and new")
        store.take(new)
        assert only(home).answers["text"] == "old and new"

    with tempfile.TemporaryDirectory() as place:
        in_a_child(lambda: act(Path(place)))
    tried()


# ---- held by another program -------------------------------------------------------------------------------------------


HOLD = """
import sys
held = [open(path, "rb") for path in sys.argv[1:]]
try:
    import fcntl
    [fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB) for file in held]
except ImportError:
    pass
before = [file.read() for file in held]
print("held", flush=True)
sys.stdin.readline()
[file.seek(0) for file in held]
print("whole" if [file.read() for file in held] == before else "changed", flush=True)
"""


@contextmanager
def another_program(*paths):
    """A program that has opened and locked files, and says in the end whether they were whole for it all the time."""
    command = [sys.executable, "-c", HOLD, *map(str, paths)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        if process.poll() is None:
            assert process.communicate("let go\n")[0] == "whole\n"


@pytest.mark.tries("held")
@pytest.mark.skipif(os.name == "nt", reason="Windows refuses where others let both work")
@pytest.mark.parametrize("state", STATES)
def test_files_that_another_program_has_open_are_replaced_and_stay_whole_for_it(tmp_path, state, tried):
    store = in_state(tmp_path, state)
    store.take(edit("old"))
    files_now = [path for path in (tmp_path / "journals").rglob("*") if path.is_file() and path.name != ".lock"]
    assert files_now
    with another_program(*files_now):
        store.take(edit("old and new", 2, was="old"))
        assert only(tmp_path).answers == {"text": "old and new"}
        store.change_settings({"theme": "dark"})
    tried(len(files_now))


@pytest.mark.tries("held")
@pytest.mark.skipif(os.name == "nt", reason="Windows has locks of another kind")
@pytest.mark.parametrize("state", STATES)
def test_a_lock_that_another_program_holds_is_a_refusal_until_it_lets_go_or_dies(tmp_path, state, monkeypatch, tried):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
    store = in_state(tmp_path, state)
    edits = numbered()
    for kill in (True, False) * times(1, 10):
        store.take(saved := next(edits))
        with another_program(store.folder / ".lock") as program:
            for _ in range(2):
                with pytest.raises(NotSaved, match="Another page of New Soil"):
                    store.take(new := next(edits))
                tried()
            if kill:
                program.kill()
                program.wait()
        store.take(new)
        assert only(tmp_path).answers["text"] == new.value != saved.value


@pytest.mark.tries("held")
@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY])
@pytest.mark.parametrize("state", STATES)
def test_a_file_that_cannot_be_replaced_while_another_program_looks_at_it_is_replaced_later(tmp_path, state, code, monkeypatch, tried):
    """As Windows does it: whoever has a file open without sharing it, a scanner or a copier, lets nobody replace it."""
    store = in_state(tmp_path, state)
    store.take(edit("old"))
    new = edit("old and new", 2, was="old")

    def held(*args, **named):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", held)
        for _ in range(3):
            with pytest.raises(NotSaved):
                store.take(new)
            tried()
    assert only(tmp_path).answers == {"text": "old"}
    Store(tmp_path).take(new) if state == "plain" else store.take(new)
    assert only(tmp_path).answers == {"text": "old and new"}
    assert drafts(tmp_path / "journals") == []
