"""What tests of faults share: edits, journals in three states, children that break things, and a fence around a folder."""

import ctypes
import itertools
import json
import os
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsoil._errors import NewSoilError
from newsoil.journal import Edit, Store
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost

PHRASE = "four words of soil"
CHEAP = Cost(memory=32, passes=1, lanes=1)
RECOVERY = new_recovery_key()
MADE_AT = "2026-11-23T10:00:00+01:00"

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")


def edit(value=None, seq=1, **others):
    """An edit of one page, every second a new one."""
    at = f"2026-11-23T{10 + seq // 3600:02}:{seq // 60 % 60:02}:{seq % 60:02}+01:00"
    known = {"page": "page-one", "exercise": "journal", "entry": "e1", "made_at": MADE_AT, "at": at, "act": "answer", "prompt": "text"}
    return Edit(**{**known, "seq": seq, "value": value, **others})


STATES = ("plain", "open", "locked")
"""A journal is plain, or sealed and open, or sealed and locked, when it takes edits unread."""


def in_state(home, state):
    """A journal in one of the three states."""
    store = Store(home)
    if state != "plain":
        seal(store, PHRASE, RECOVERY, CHEAP)
    if state == "locked":
        store.lock()
    return store


def opened(home):
    """The journal as a kernel that has just started finds it, unsealed if it is sealed."""
    store = Store(home)
    if store.is_sealed:
        store.unseal(PHRASE)
    return store


def only(home):
    """The one entry of a journal, in which everything can be read."""
    journal = opened(home).load()
    assert journal.unreadable == ()
    (entry,) = journal.entries
    return entry


def drafts(home):
    """Everything half written under a folder."""
    return sorted(home.rglob("*.draft"))


def tree(folder):
    """All files under a folder, with what is in them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# ---- children ----------------------------------------------------------------------------------------------------------


def in_a_child(act):
    """What `act` returns, as JSON, done in a process of its own: it may give up rights, and mount disks that nobody else sees.

    What fails there fails here; `pytest.skip` there skips here.
    """
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(read)
            said = {"returned": act()}
        except pytest.skip.Exception as skipped:
            said = {"skipped": skipped.msg}
        except BaseException:  # noqa: BLE001 - it goes to the parent
            said = {"failed": traceback.format_exc()}
        with os.fdopen(write, "w", encoding="utf-8") as pipe:
            json.dump(said, pipe)
            pipe.flush()
            os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        said = json.loads(pipe.read() or '{"failed": "the child died"}')
    os.waitpid(child, 0)
    if "skipped" in said:
        pytest.skip(said["skipped"])
    assert "failed" not in said, said["failed"]
    return said["returned"]


_NEW_MOUNTS, _NEW_USERS, _READ_ONLY, _AGAIN, _PRIVATE = 0x20000, 0x10000000, 1, 32, (1 << 18) | 16384


def mount_disk(place, size):
    """A disk of so many bytes at a place, for this process and its children alone. Skips where the system does not allow it."""
    libc = ctypes.CDLL(None, use_errno=True)
    user = os.geteuid()
    if not hasattr(libc, "unshare") or libc.unshare(_NEW_MOUNTS | (_NEW_USERS if user else 0)):
        pytest.skip("the system lets nobody mount a small disk")
    if user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
    libc.mount(None, b"/", None, _PRIVATE, None)
    if libc.mount(b"small", os.fsencode(place), b"tmpfs", 0, f"size={size}".encode()):
        pytest.skip("the system lets nobody mount a small disk")


def make_read_only(place, *, read_only=True):
    """Let a disk that was mounted here be read-only, or not."""
    assert not ctypes.CDLL(None).mount(b"small", os.fsencode(place), b"tmpfs", _AGAIN | (_READ_ONLY if read_only else 0), None)


# ---- a fence -----------------------------------------------------------------------------------------------------------

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PLACES = {
    "os.mkdir": (0,),
    "os.rename": (0, 1),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.link": (0, 1),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.utime": (0,),
    "shutil.rmtree": (0,),
}
_fenced: list[Path] = []
_outside: list[str] = []


def _watch(event, arguments):
    if not _fenced or (event != "open" and event not in _PLACES):
        return
    if event == "open" and not (arguments[2] or 0) & _WRITING:
        return
    if event in ("os.remove", "os.rmdir") and arguments[-1] not in (-1, None):
        return  # by a descriptor of a folder, as rmtree does, which was looked at by its own name
    for place in [arguments[0]] if event == "open" else [arguments[number] for number in _PLACES[event]]:
        if isinstance(place, str | bytes | os.PathLike):
            path = Path(os.path.realpath(os.fsdecode(place)))
            if not path.is_relative_to(_fenced[0]) and path.parent.name != "__pycache__" and path.name not in ("null", "__pycache__"):
                _outside.append(f"{event} {path}")


sys.addaudithook(_watch)


@contextmanager
def fence(folder):
    """Fails when this process writes, makes, renames or removes anything outside a folder meanwhile."""
    _fenced.append(Path(os.path.realpath(folder)))
    _outside.clear()
    try:
        yield
    finally:
        _fenced.pop()
    assert not _outside, f"outside {folder}: {', '.join(_outside)}"


def said(act, *arguments):
    """What an act returns, or the error of New Soil's own that it raises; any other one fails the test."""
    try:
        return act(*arguments)
    except NewSoilError as error:
        came = error
    assert str(came)
    return came


def steps(length, most):
    """All numbers below a length, or about `most` of them, evenly spread, with the last."""
    return sorted({*range(0, length, max(1, length // most)), length - 1})


def numbered():
    """Edits of one page to one prompt, each with the words of the one before and more."""
    words = ""
    for seq in itertools.count(1):
        was, words = words, f"{words} {seq}".strip()
        yield edit(words, seq, was=was or None)
