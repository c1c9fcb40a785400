"""Files on their way between kernel and page, in pieces: what was made here, and what a person chose there."""

from typing import Any

import msgspec

from newsoil._errors import BadAnswer
from newsoil.your_notes.messages import PIECE


class Made(msgspec.Struct, frozen=True):
    """A file that was made: a name that says nothing of what is in it, and its bytes."""

    name: str
    content: bytes
    shown: bytes = b""
    """What the page shows in its place, where the file itself cannot be read. It travels before it, so that the two are of one moment."""


class Pieces:
    """The last file that was made, until the page has it, and the parts of one that the person chose. Kept in memory alone."""

    def __init__(self) -> None:
        self._made: tuple[str, bytes] | None = None
        self._given: tuple[str, dict[int, bytes]] = ("", {})

    def keep(self, ask: str, made: Made) -> dict[str, Any]:
        """Keep a file for the page to take, and say what it is."""
        self._made = (ask, made.shown + made.content)
        size = len(self._made[1])
        return {"kind": "made", "name": made.name, "size": size, "shown": len(made.shown), "parts": -(-size // PIECE)}

    def part(self, ask: str, number: int) -> dict[str, Any]:
        """One part of the file that was made. Raises `BadAnswer` when it is there no more."""
        if self._made is None or self._made[0] != ask:
            raise BadAnswer("This file is not there any more. Make it again.")
        content = self._made[1][number * PIECE : (number + 1) * PIECE]
        return {"kind": "part", "ask": ask, "part": number, "content": content}

    def forget(self, ask: str) -> None:
        """The page has the file."""
        if self._made and self._made[0] == ask:
            self._made = None

    def take(self, ask: str, number: int, content: bytes) -> dict[str, Any]:
        """Take one part of a file that the person chose; another file's parts are let go."""
        if self._given[0] != ask:
            self._given = (ask, {})
        self._given[1][number] = content
        return {"kind": "got", "ask": ask, "part": number}

    def whole(self, ask: str, parts: int) -> bytes:
        """The whole file that the person chose. Raises `BadAnswer` when parts are missing."""
        name, given = self._given
        if parts and (name != ask or set(given) != set(range(parts))):
            raise BadAnswer("The file did not arrive whole. Choose it again.")
        return b"".join(given[number] for number in range(parts))

    def let_go(self) -> None:
        """The file that the person chose is not needed any more."""
        self._given = ("", {})
