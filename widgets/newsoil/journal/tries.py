"""How long to wait between wrong passphrases: longer each time, never for ever, and nothing is lost by it.

The count stands in the sealed folder, so that a new process goes on counting; the time is each process's own. This slows down a person
at this computer. Somebody with a copy of the folder is slowed down by the key derivation alone.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from pathlib import Path

from newsoil._errors import NotSaved, NotUnsealed
from newsoil.journal.files import read_bytes, write
from newsoil.journal.keyfile import STAMP

FREE = 3
"""Wrong passphrases that cost no waiting: everybody mistypes (ours)."""

LONGEST = 60
"""Seconds to wait at most: nobody in need is to be kept from their own words for longer (ours)."""

_MOST = 1000
"""Wrong passphrases that are counted."""


class Tries:
    """The wrong passphrases for one journal. `clock` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since = clock()
        self._count = 0

    def check(self, sealed: Path) -> None:
        """Raises `NotUnsealed`, which says for how long, while it is too soon for another try."""
        wait = pause(self._counted(sealed)) - (self._clock() - self._since)
        if wait > 0:
            raise NotUnsealed(f"Wait {ceil(wait)} seconds before the next try. What you wrote is safe.", wait)

    def failed(self, sealed: Path) -> None:
        """Count a wrong passphrase; a disk that takes no count does not matter while this process lives."""
        self._count, self._since = min(self._counted(sealed) + 1, _MOST), self._clock()
        with suppress(NotSaved):
            write(sealed / "tries", str(self._count).encode(), STAMP)

    def passed(self, sealed: Path) -> None:
        """Forget the wrong ones."""
        self._count = 0
        with suppress(OSError):
            (sealed / "tries").unlink()

    def _counted(self, sealed: Path) -> int:
        """The count: what this process knows, or the disk, whichever is more."""
        try:
            known = read_bytes(sealed / "tries")
        except OSError:
            known = b""
        return max(self._count, min(int(known), _MOST) if known.isdigit() and len(known) <= len(str(_MOST)) else 0)


def pause(count: int) -> float:
    """Seconds to wait after this many wrong passphrases: none for the first, then one, two, four, up to a minute."""
    return 0.0 if count <= FREE else float(min(2 ** (count - FREE - 1), LONGEST))
