"""How far long work of a command is, as one line of a terminal that is written over; where nobody looks, nothing is said."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from newsoil.journal.steps import Steps, untold

EVERY = 0.2
"""Seconds between two looks of the line."""

SAYS = {
    "key": "Making a key from the passphrase",
    "seal": "Sealing",
    "check": "Checking that the notes can be opened",
    "clear": "Erasing the files that are not sealed",
    "let-in": "Putting in what came meanwhile",
    "load": "Reading the notes",
    "write": "Writing the file",
    "make": "Making the copy",
    "open": "Taking the seal off",
    "read": "Reading the file",
    "back-up": "Making a backup first",
    "compare": "Looking at each note",
    "bring": "Bringing the notes in",
}
"""What is said of each step."""

_WIDTH = 60


@contextmanager
def line_of_progress() -> Iterator[Steps]:
    """What long work is to tell. The line is gone at the end, as if it had never been."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield untold
        return
    said = 0.0

    def tell(done: int, of: int, step: str = "", /) -> None:
        nonlocal said
        if time.monotonic() - said >= EVERY:
            said = time.monotonic()
            far = f": {done} of {of}" if of > 1 else ""
            _write(f"\r{SAYS.get(step, '')}{far}".ljust(_WIDTH))

    try:
        yield tell
    finally:
        if said:
            _write("\r" + " " * _WIDTH + "\r")


def _write(line: str) -> None:
    sys.stderr.write(line)
    sys.stderr.flush()
