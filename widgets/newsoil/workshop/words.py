"""What the room says: every word of its pages, read from four files of the programme's folder."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from newsoil._errors import BadContent
from newsoil._paths import programme_folder
from newsoil.guide.reading import read_toml
from newsoil.workshop.facilitation import FILE as FACILITATION
from newsoil.workshop.facilitation import CheckList, read_facilitation

FILES = ("room.toml", "console.toml", "checks.toml", "rehearsal.toml")
"""What participants read, what facilitators read, what they see to before a meeting, and what the people of a rehearsal say."""

ENOUGH = 12
"""Names for seats. A group is six to ten people."""

CARDS = ("distress", "drop-out")

_Words = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]


class RoomWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of them."""

    format_version: Literal[1]
    language: _Words
    names: tuple[_Words, ...] = ()
    """Names that seats are given."""
    cards: dict[str, CheckList] = {}
    """Lists for a hard moment, the same on the console as on paper: `distress`, and `drop-out` for when somebody has gone."""
    words: dict[str, dict[str, _Words]]
    """By the page or part that says them: `phone`, `console`, `screen`, `pulse`, `refused` and others."""

    def refused(self, reason: str) -> str:
        """The sentence for what was not done."""
        said = self.words["refused"]
        return said.get(reason, said["otherwise"])


def read_words(folder: Path) -> RoomWords:
    """The words in a folder. Raises `BadContent` where they cannot be read or do not fit."""
    first, *others = (read_toml(folder / name, RoomWords) for name in FILES)
    if len(first.names) < ENOUGH:
        raise BadContent(f"{folder / FILES[0]}: a room needs {ENOUGH} `names` for its seats at least, and here are {len(first.names)}.")
    words = {name: table for one in (first, *others) for name, table in one.words.items()}
    content = read_facilitation(folder if (folder / FACILITATION).is_file() else programme_folder())
    return msgspec.structs.replace(first, words=words, cards={name: content.checks(name) for name in CARDS})
