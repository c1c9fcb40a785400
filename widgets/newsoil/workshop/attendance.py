"""Who came: initials or nicknames that a facilitator writes. It knows no seat, no phone and no answer, and has no field to join them by."""

from pathlib import Path
from typing import Literal

import msgspec

from newsoil._errors import Damaged, NotSaved
from newsoil.journal.files import write
from newsoil.workshop.refused import Refused

FILE = "attendance.json"

Came = Literal["present", "late", "left-early", "not-here"]

MOST = 60
"""Lines of a list. A group is six to ten people, and a list that a facilitator fills in by hand is no register."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One person as a facilitator calls them, and how they came."""

    who: str
    came: Came


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """The list on the disk."""

    format: Literal["newsoil-attendance"] = "newsoil-attendance"
    schema_version: Literal[1] = 1
    people: tuple[Line, ...] = ()


class Attendance:
    """The list of one meeting, in the order of the alphabet: when somebody came is not in it."""

    def __init__(self, people: tuple[Line, ...] = ()) -> None:
        self._came = {one.who: one.came for one in people}

    @property
    def people(self) -> tuple[Line, ...]:
        """All lines."""
        return tuple(Line(who=who, came=self._came[who]) for who in sorted(self._came, key=str.casefold))

    def note(self, who: str, came: Came | Literal["remove"]) -> None:
        """Write a line, or take it out. Raises `Refused` where the list is full."""
        name = who.strip()
        if came == "remove":
            self._came.pop(name, None)
        elif name not in self._came and len(self._came) >= MOST:
            raise Refused("list-full")
        else:
            self._came[name] = came

    def keep(self, folder: Path) -> None:
        """Write the list. Raises `NotSaved` when the disk refuses."""
        write(folder / FILE, msgspec.json.format(msgspec.json.encode(_File(people=self.people)), indent=1))


def read_attendance(folder: Path) -> Attendance:
    """The list of a meeting; an empty one where there is none. Raises `Damaged` or `NotSaved` as `read_kept` does."""
    path = folder / FILE
    try:
        return Attendance(msgspec.json.decode(path.read_bytes(), type=_File).people)
    except FileNotFoundError:
        return Attendance()
    except OSError as error:
        raise NotSaved(f"{path} could not be read ({error.strerror}). Check who may read it, and start again.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged(f"{path} is no list of New Soil ({error}). Move it elsewhere to begin a new one.") from error
