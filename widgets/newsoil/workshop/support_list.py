"""The local list of help that a facilitator fills in: who answers here, and on which day somebody checked that they do.

A meeting does not begin without it. It is handed to everyone, so that whoever needs it is not marked by taking it.
"""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from newsoil._errors import BadContent
from newsoil.guide.reading import read_toml
from newsoil.guide.support import CHECKED_WITHIN, Line
from newsoil.journal.files import write

FILE = "support.toml"

Problem = Literal["missing", "empty", "unchecked", "old", ""]
"""What is wrong with a list: there is none; it is empty; it has no day; it was checked too long ago. The first three keep a meeting from
beginning."""

BLOCKS: tuple[Problem, ...] = ("missing", "empty", "unchecked")


class SupportList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The list of one place."""

    format_version: Literal[1] = 1
    place: str = ""
    """The town or district that it is for."""
    checked_on: date | None = None
    line: tuple[Line, ...] = ()
    emergency: Annotated[str, msgspec.Meta(max_length=200)] = ""
    """What to do when somebody is in danger now, at this place: the number, the door, who goes along."""

    def problem(self, today: date) -> Problem:
        """What keeps it from being used, or from being trusted. A day that is still to come counts as none."""
        if not self.line:
            return "empty"
        if self.checked_on is None or self.checked_on > today:
            return "unchecked"
        return "old" if (today - self.checked_on).days > CHECKED_WITHIN else ""


def read_list(folder: Path) -> SupportList | None:
    """The list in a folder; `None` where there is none. Raises `BadContent` where it cannot be read or does not fit."""
    path = folder / FILE
    return read_toml(path, SupportList) if path.is_file() else None


def keep_list(folder: Path, found: SupportList) -> None:
    """Write a list in place of the one before. Raises `NotSaved` when the disk refuses."""
    from tomlkit import dumps

    write(folder / FILE, dumps(_bare(found)).encode())


def problem_of(folder: Path, today: date) -> Problem:
    """What is wrong with the list in a folder; one that cannot be read counts as none."""
    try:
        found = read_list(folder)
    except BadContent:
        return "missing"
    return found.problem(today) if found else "missing"


def _bare(found: SupportList) -> dict[str, object]:
    """What has a value: TOML knows no nothing."""
    rows = [{key: value for key, value in msgspec.to_builtins(line).items() if value} for line in found.line]
    head = {"format_version": 1, "place": found.place, "emergency": found.emergency, "line": rows}
    return head | ({"checked_on": found.checked_on} if found.checked_on else {})
