"""Files are written whole or not at all, for their owner alone, and what cannot be read is left as it is."""

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newsoil._errors import NotSaved
from newsoil.journal import files
from newsoil.journal.files import clear_drafts, locked, make_private, settle, write
from newsoil.journal.months import encode, month_files, next_file, read

MONTH = encode((), {})
HOLD = "import sys, filelock; lock = filelock.FileLock(sys.argv[1]); lock.acquire(); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "entries" / "2026-11.json"
    write(target, b"old")
    return target


def drafts(path):
    return list(path.parent.glob(".*.draft"))


def test_a_file_is_drafted_settled_put_in_place_and_its_name_settled_in_this_order(path, monkeypatch):
    calls = []
    for name in ("write", "fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *args, name=name, real=real: calls.append(name) or real(*args))
    write(path, b"new")
    assert calls == ["write", "fsync", "replace", "fsync"]
    assert path.read_bytes() == b"new"


def test_new_folders_are_settled_too(tmp_path, monkeypatch):
    settled, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(os.fstat(handle).st_ino) or real(handle))
    make_private(tmp_path / "a" / "b")
    assert settled == [tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino]


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_a_disk_that_refuses_leaves_the_old_file_whole_and_no_draft(path, fail, call, code):
    fail(call, code)
    with pytest.raises(NotSaved, match=os.strerror(code)):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert drafts(path) == []


def test_a_folder_that_cannot_be_settled_is_not_called_saved(path, fail):
    fail("fsync", errno.EIO, number=2)
    with pytest.raises(NotSaved):
        write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_disk_that_knows_no_settling_of_folders_still_takes_notes(path, fail):
    fail("fsync", errno.EINVAL, number=2)
    write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_file_that_cannot_be_settled_is_never_excused(path, fail):
    fail("fsync", errno.EINVAL, number=1)
    with pytest.raises(NotSaved):
        write(path, b"new")
    assert path.read_bytes() == b"old"


def test_settling_a_file_that_knows_no_settling_is_never_excused(path, fail):
    fail("fsync", errno.EINVAL, number=1)
    with pytest.raises(NotSaved):
        settle(path)


@pytest.mark.parametrize("number", [1, 2])
def test_settling_what_is_there_fails_as_loudly_as_writing_it(path, fail, number):
    fail("fsync", errno.EIO, number=number)
    with pytest.raises(NotSaved):
        settle(path)


def test_a_refusal_stays_a_refusal_when_the_draft_cannot_be_removed_either(path, fail):
    fail("replace", errno.EIO)
    fail("unlink", errno.EIO, number=None)
    with pytest.raises(NotSaved):
        write(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_disk_that_takes_a_little_at_a_time_gets_all(path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: real(handle, content[:7]))
    write(path, b"words " * 500)
    assert path.read_bytes() == b"words " * 500


def test_an_interrupt_leaves_the_old_file_whole_and_no_draft(path, monkeypatch):
    def interrupted(handle):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write(path, b"new")
    assert path.read_bytes() == b"old"
    assert drafts(path) == []


def test_a_full_disk_of_the_system_itself_is_told_as_such(tmp_path):
    code = (
        "import resource, signal, sys; from pathlib import Path; from newsoil.journal.files import write;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "write(Path(sys.argv[1]), b'x' * 2000)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.json")], capture_output=True, text=True, check=False)
    assert f"newsoil._errors.NotSaved: The folder {tmp_path} did not take the note (File too large)." in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_files_and_new_folders_are_for_their_owner_alone_whatever_the_mask(tmp_path):
    before = os.umask(0)
    try:
        write(tmp_path / "journals" / "mine" / "entries" / "2026-11.json", b"words")
    finally:
        os.umask(before)
    found = {place.name: stat.S_IMODE(place.stat().st_mode) for place in (tmp_path / "journals").rglob("*")}
    assert found == {"mine": 0o700, "entries": 0o700, "2026-11.json": 0o600}
    assert stat.S_IMODE((tmp_path / "journals").stat().st_mode) == 0o700


def test_a_file_in_place_of_a_folder_is_a_refusal(tmp_path):
    (tmp_path / "journals").write_bytes(b"a file")
    with pytest.raises(NotSaved, match="Not a directory"):
        write(tmp_path / "journals" / "mine" / "a.json", b"words")
    assert (tmp_path / "journals").read_bytes() == b"a file"


def test_a_home_behind_a_link_is_a_home(tmp_path):
    (tmp_path / "disk").mkdir()
    (tmp_path / "home").symlink_to(tmp_path / "disk", target_is_directory=True)
    write(tmp_path / "home" / "entries" / "a.json", b"words")
    assert (tmp_path / "disk" / "entries" / "a.json").read_bytes() == b"words"


def test_drafts_of_a_crash_are_removed_and_nothing_else_is(path):
    keep = path.parent / "2026-11.json.draft"
    keep.write_bytes(b"not ours")
    (path.parent / ".2026-11.json.0a1b2c3d.draft").write_bytes(b"half")
    clear_drafts(path.parent)
    assert {place.name for place in path.parent.iterdir()} == {path.name, keep.name}


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock of a folder and does not let go."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / ".lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_lock_that_another_process_holds_is_a_refusal_in_the_end(tmp_path, holder, monkeypatch):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0)
    with pytest.raises(NotSaved, match="Another page of New Soil has been writing"), locked(tmp_path):
        pass
    holder.communicate("")
    with locked(tmp_path):
        pass


def test_a_lock_whose_holder_was_killed_is_free(tmp_path, holder, monkeypatch):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0)
    holder.kill()
    holder.wait()
    with locked(tmp_path):
        pass


def test_a_lock_is_made_for_its_owner_alone_and_freed_after_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0)
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        _ = 1 / 0
    with locked(tmp_path):
        assert stat.S_IMODE((tmp_path / ".lock").stat().st_mode) == 0o600


def test_a_folder_that_takes_no_lock_is_a_refusal(tmp_path):
    (tmp_path / ".lock").mkdir()
    with pytest.raises(NotSaved, match="cannot be written to"), locked(tmp_path):
        pass


def test_the_files_of_a_month_come_in_order_and_others_do_not_come(tmp_path):
    names = ["2026-11.json", "2026-11.2.json", "2026-11.3.json", "2026-11.10.json", "2026-12.json"]
    for name in (
        *reversed(names),
        "2026-11.json.bak",
        "2026-1.json",
        ".2026-11.json.1.draft",
        "notes.json",
        "٢٠٢٦-11.json",
        "2026-11.x.json",
    ):
        (tmp_path / name).touch()
    assert [path.name for path in month_files(tmp_path)] == names
    assert [path.name for path in month_files(tmp_path, "2026-11")] == names[:4]
    assert next_file(tmp_path, "2026-11", month_files(tmp_path, "2026-11")).name == "2026-11.4.json"
    assert next_file(tmp_path, "2027-01", []).name == "2027-01.json"


def test_a_folder_that_is_not_there_holds_no_files_and_a_file_in_its_place_is_an_error(tmp_path):
    assert month_files(tmp_path / "none") == []
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        month_files(tmp_path / "file")


NEWER = json.dumps({"format": "newsoil-entries", "schema_version": 2, "books": [{"new": True}]}).encode()
ENTRY = {
    "id": "e",
    "exercise": "x",
    "exercise_version": 1,
    "made_at": "2026-11-23T10:00:00+01:00",
    "changed_at": "2026-11-23T10:00:00+01:00",
}


def month_of(**changes):
    return json.dumps({"format": "newsoil-entries", "schema_version": 1, "entries": [ENTRY | changes]}).encode()


DAMAGED = {
    "empty": b"",
    "cut": MONTH[:-9],
    "a byte-order mark": b"\xef\xbb\xbf" + MONTH,
    "not UTF-8": MONTH.replace(b"newsoil", b"news\xff\xfel"),
    "UTF-16": MONTH.decode().encode("utf-16"),
    "zeros": bytes(4096),
    "not JSON": b"My notes",
    "a list": b"[]",
    "another format": MONTH.replace(b"newsoil", b"othersoil"),
    "no version": b'{"format": "newsoil-entries", "entries": []}',
    "version nought": MONTH.replace(b": 1", b": 0"),
    "an unknown field": MONTH.replace(b'"entries"', b'"more": 1, "entries"'),
    "an entry with an unknown field": month_of(mood=3),
    "an entry with an unknown status": month_of(status="lost"),
    "an entry made at no time": month_of(made_at="2026-11-31T10:00:00+01:00"),
    "an entry changed at no time": month_of(changed_at="yesterday"),
    "very deep": b'{"format": "newsoil-entries", "schema_version": 1, "entries": ' + b"[" * 200_000,
    "very deep in an answer": month_of(answers={"text": 0}).replace(b'"text": 0', b'"text": ' + b"[" * 200_000 + b"]" * 200_000),
    "a huge number": MONTH.replace(b": 1", b": 1e999"),
    "nonsense after the end": MONTH + b"}",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_a_sentence_and_stays_as_it_is(tmp_path, content):
    path = tmp_path / "2026-11.json"
    path.write_bytes(content)
    file = read(path)
    assert (file.entries, file.passing) == ((), False)
    assert file.unreadable == f"{path} is damaged and could not be read. It is left as it is. New notes go to a file beside it."
    assert path.read_bytes() == content


@pytest.mark.parametrize("version", [b"2", b"7", b"99999999999999999999999999"])
def test_a_file_of_a_newer_new_soil_is_a_sentence_of_its_own(tmp_path, version):
    path = tmp_path / "2026-11.json"
    path.write_bytes(NEWER.replace(b": 2", b": " + version))
    assert read(path).unreadable == f"{path} was written by a newer New Soil. It is left as it is. Update New Soil to read it."


def directory(path):
    path.mkdir()


def link_to_itself(path):
    path.symlink_to(path.name)


def link_to_nothing(path):
    path.symlink_to("gone")


@pytest.mark.parametrize("put", [directory, link_to_itself, link_to_nothing])
def test_what_is_no_file_is_a_sentence(tmp_path, put):
    path = tmp_path / "2026-11.json"
    put(path)
    assert "could not be read" in read(path).unreadable
    assert not read(path).passing


def test_a_file_that_nobody_may_read_is_a_sentence(tmp_path, fail):
    (tmp_path / "2026-11.json").write_bytes(MONTH)
    fail("open", errno.EACCES)
    assert "(Permission denied)" in read(tmp_path / "2026-11.json").unreadable


@pytest.mark.parametrize("code", [errno.EMFILE, errno.ENOMEM, errno.ESTALE])
def test_a_passing_trouble_of_the_system_is_known_as_passing(tmp_path, fail, code):
    (tmp_path / "2026-11.json").write_bytes(MONTH)
    fail("open", code)
    assert read(tmp_path / "2026-11.json").passing


def test_reading_leaves_no_file_open(tmp_path):
    (tmp_path / "2026-11.json").mkdir()
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    for _ in range(20):
        read(tmp_path / "2026-11.json")
    assert not before or len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_month_reads_as_it_was_written(tmp_path):
    (tmp_path / "2026-11.json").write_bytes(month_of(answers={"text": "Grüße, 你好 🌱 \u2028 \u0000"}))
    file = read(tmp_path / "2026-11.json")
    (tmp_path / "again.json").write_bytes(encode(file.entries, {"p e answer/text": 3}))
    again = read(tmp_path / "again.json")
    assert (again.entries, again.heard) == (file.entries, {"p e answer/text": 3})
    assert encode(again.entries, again.heard) == (tmp_path / "again.json").read_bytes()
    assert json.loads((tmp_path / "again.json").read_text("utf-8"))["entries"][0]["answers"]["text"] == "Grüße, 你好 🌱 \u2028 \u0000"
