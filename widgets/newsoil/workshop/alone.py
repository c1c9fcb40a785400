"""One process for the rooms of a shelf: a second would write over what the first has said to be safe, and could ask a question again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from newsoil._errors import BadStart
from newsoil.journal.files import make_private

LOCK = ".lock"
"""An empty file beside the folders of meetings. The system forgets the lock with the process, however that ends."""


@contextmanager
def alone(shelf: Path) -> Iterator[None]:
    """Be the one that has a room open. Raises `BadStart` when another process is."""
    make_private(shelf)
    lock = FileLock(shelf / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BadStart(
            "A room is open already, in another window on this computer. Go on there, or end it there. To try something out: --rehearsal"
        ) from None
    try:
        yield
    finally:
        lock.release()
