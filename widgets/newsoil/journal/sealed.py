"""The sealed form of a journal's files, and the keys that it takes while a journal is open.

Whoever copies the folder sees: how many files there are and in which size class (one file a month, one a day of backup), that there is
an inbox and how many edits wait in it, how many wrong passphrases were tried, the times of change of the folders and so of the last
word that was written, and the settings that have to be known before unsealing (language, country, looks, exit page). Files themselves
show a time of change that is always the same; a file system also keeps times that a program cannot set.
"""

import hmac
import re
from pathlib import Path
from typing import TypeVar

from newsoil._errors import Locked
from newsoil.journal.cipher import HEAD, NONCE, subkey, unwrap, wrap
from newsoil.journal.forms import Mark, name_of
from newsoil.journal.keyfile import STAMP

_Made = TypeVar("_Made")

_LABEL = re.compile(r"[0-9a-f]{32}")


class Keys:
    """What opens one journal, in memory. `wipe` overwrites it, as far as Python keeps no copies."""

    def __init__(self, journal: str, data: bytearray) -> None:
        self.journal = journal
        self.data = data
        self._content = subkey(data, "content")
        self._names = subkey(data, "names")
        self._is_wiped = False

    def wipe(self) -> None:
        """Overwrite the keys. The cipher's own short-lived copies, swapped memory and core dumps are out of reach."""
        self._is_wiped = True
        for key in (self.data, self._names, self._content):
            key[:] = bytes(len(key))

    def copy(self) -> "Keys":
        """The same keys once more, for work that has to come to its end whoever locks the journal meanwhile. Raises `Locked` once wiped."""
        return self._usable(Keys(self.journal, bytearray(self.data)))

    def label(self, name: str) -> str:
        """Half of HMAC-SHA256 over a name, as hexadecimal: 128 bits, so no two names share a label. Raises `Locked` once wiped."""
        label = hmac.digest(bytes(self._names), name.encode(), "sha256")[:16].hex()
        return self._usable(label)

    def content(self, place: str) -> bytearray:
        """The key for the content of one place. Raises `Locked` once wiped."""
        return self._usable(subkey(self._content, f"place {place}"))

    def _usable(self, made: _Made) -> _Made:
        """What was made, unless the keys were overwritten meanwhile, by another thread: nothing may ever be sealed with an empty key."""
        if self._is_wiped:
            raise Locked("This journal was locked a moment ago.")
        return made


class Sealed:
    """Files of one sealed journal, called by a keyed sum of their name, since a month in a name is a date."""

    stamp = STAMP

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def label(self, name: str) -> str:
        """A keyed sum of the name."""
        return self._keys.label(name)

    def listed(self, labels: list[str], month: str = "") -> list[str]:
        """The files of a month, in order; the files of all months in none that says anything."""
        if not month:
            return sorted(label for label in labels if _LABEL.fullmatch(label))
        there = set(labels)
        return [label for number in range(1, len(labels) + 2) if (label := self.label(name_of(month, number))) in there]

    def wrap(self, name: str, content: bytes) -> bytes:
        """Name and content, sealed for the place that the name gives."""
        place = self._place(self.label(name))
        return wrap(self._keys.content(place), place, name.encode() + b"\n" + content)

    def unwrap(self, label: str, raw: bytes) -> tuple[str, bytes]:
        """Name and content of a sealed file. Raises `Damaged` or `Newer`."""
        place = self._place(label)
        name, _, content = unwrap(self._keys.content(place), place, raw).partition(b"\n")
        return name.decode(), content

    def mark(self, path: Path) -> Mark | None:
        """The nonce, which is new with every writing. Raises `OSError`."""
        with path.open("rb") as file:
            return file.read(len(HEAD) + NONCE)

    def _place(self, label: str) -> str:
        return f"{self._keys.journal}/{label}"


def wrap_alone(keys: Keys, content: bytes) -> bytes:
    """Content sealed for a file that is kept elsewhere."""
    place = f"{keys.journal}/backup"
    return wrap(keys.content(place), place, content)


def unwrap_alone(keys: Keys, raw: bytes) -> bytes:
    """The content of a file that was kept elsewhere. Raises `Damaged` or `Newer`."""
    place = f"{keys.journal}/backup"
    return unwrap(keys.content(place), place, raw)
