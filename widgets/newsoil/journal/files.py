"""Writing and reading whole files so that a crash, a full disk or a second writer costs nothing that was there before."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from newsoil._errors import Busy, NotSaved

LOCK_SECONDS = 5
"""How long to wait for another page's write, in seconds; a write takes milliseconds, so this is a page that hangs or does long work."""

EDIT_SECONDS = 2
"""How long a page's edit waits for it: its kernel answers nobody meanwhile, and the page takes a kernel that is silent longer for lost."""

OF_SYSTEMS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What systems put into folders; it holds no words."""

_POLL_SECONDS = 0.01

_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP)
"""What a file system says that has no way to settle a folder: some network shares. Then the replaced file is all that can be had."""


def write(path: Path, content: bytes, stamp: int | None = None) -> None:
    """Put a whole file in place of the old one, or leave the old one whole: draft, fsync, replace, fsync the folder.

    `stamp` is the time of change that the file is to show, in nanoseconds; without it, the true one.

    Raises:
        NotSaved: the disk refused. The old file is whole, or, when only the folder could not be settled, the new one is.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.draft")
    try:
        make_private(path.parent)
        write_new(draft, content, stamp)
        draft.replace(path)
        sync(path.parent)
    except OSError as error:
        raise NotSaved(f"The folder {path.parent} did not take the note ({error.strerror}).") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def settle(path: Path) -> None:
    """Make sure that what a file holds now survives a power cut: whoever put it there may have died before its last step.

    Raises:
        NotSaved: the disk refused.
    """
    try:
        sync(path)
        sync(path.parent)
    except OSError as error:
        raise NotSaved(f"The folder {path.parent} did not take the note ({error.strerror}).") from error


def read_bytes(path: Path) -> bytes:
    """All bytes of a file. Raises `OSError`."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def make_private(folder: Path) -> None:
    """The folder, and every folder above it that is new, for its owner alone; their names outlive a power cut. Raises `OSError`."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
        with suppress(PermissionError):  # a folder above may be for going through only
            sync(place.parent)


@contextmanager
def locked(folder: Path, *, briefly: bool = False) -> Iterator[None]:
    """One writer at a time in a folder, in this process and among all others.

    Raises:
        Busy: another one has been writing for `LOCK_SECONDS`, or for `EDIT_SECONDS` where the wait is to be brief.
        NotSaved: the folder takes no lock.
    """
    seconds = min(EDIT_SECONDS, LOCK_SECONDS) if briefly else LOCK_SECONDS
    lock = FileLock(folder / ".lock", timeout=seconds, mode=0o600, poll_interval=_POLL_SECONDS)
    try:
        make_private(folder)
        lock.acquire()
    except Timeout as error:
        raise Busy(f"Another page of New Soil has been writing to {folder} for more than {seconds} seconds.") from error
    except OSError as error:
        raise NotSaved(f"The folder {folder} cannot be written to ({error.strerror}).") from error
    try:
        yield
    finally:
        with suppress(OSError):  # the lock goes with its file handle, and what was written stays written
            lock.release()


def clear_drafts(folder: Path) -> None:
    """Remove what a crash left half written in a locked folder: nobody was told that it is saved, and it is someone's words."""
    for draft in folder.glob(".*.draft"):
        with suppress(OSError):
            draft.unlink()


def write_new(path: Path, content: bytes, stamp: int | None = None) -> None:
    """Put content into a file that is not there yet and settle it; its name is settled with its folder. Raises `OSError`."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if stamp is not None:
            os.utime(path, ns=(stamp, stamp))
        os.fsync(handle)
    finally:
        os.close(handle)


def sync(place: Path) -> None:
    """Settle a file, or the names in a folder; Windows has no such call for what is only read, and needs none. Raises `OSError`."""
    if os.name == "nt":
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC or not place.is_dir():
            raise
    finally:
        os.close(handle)
