"""What a meeting leaves on the disk when it has ended: the plan, who came, the words of its pulses, notes that were to be kept.

`docs/decisions/2026-11-30-30-the-room.md` says why each is kept; the tests list a folder after a whole meeting and find these files alone.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from newsoil._errors import NotSaved
from newsoil.journal.files import write
from newsoil.workshop.attendance import FILE as ATTENDANCE
from newsoil.workshop.attendance import Attendance
from newsoil.workshop.kept_room import FILE as ROOM
from newsoil.workshop.kept_room import Release
from newsoil.workshop.plan import Plan, PulseQuestion
from newsoil.workshop.room import Room

PLAN, PULSES, PARKED = "plan.json", "pulses.json", "parked.json"

LEFT = (PLAN, ATTENDANCE, PULSES, PARKED)
"""The only files of a meeting that has ended."""


def leave(folder: Path, room: Room, attendance: Attendance) -> None:
    """Write what is kept, then delete everything else of the meeting, its drafts among it.

    Raises:
        NotSaved: the disk refused; what was not deleted yet is still there, and this can be asked again.
    """
    _write(folder / PLAN, "newsoil-plan", plan=room.plan, meeting=room.meeting)
    _write(folder / PULSES, "newsoil-pulses", pulses=[one for one in room.pulses if one.ended == "released"])
    _write(folder / PARKED, "newsoil-parked", notes=room.parking.kept())
    attendance.keep(folder)
    _delete_all_else(folder)


def _write(path: Path, kind: str, **fields: Any) -> None:
    write(path, msgspec.json.format(msgspec.json.encode({"format": kind, "schema_version": 1, **fields}), indent=1))


def _delete_all_else(folder: Path) -> None:
    try:
        for path in sorted(folder.iterdir()):
            if path.name not in LEFT and path.is_file():
                path.unlink()
    except OSError as error:
        raise NotSaved(f"{error.filename} could not be deleted ({error.strerror}). Delete it by hand, or end the meeting again.") from error


def told_on(shelf: Path, day: date, but: Path) -> tuple[PulseQuestion, ...]:
    """The questions whose words other meetings of a day were told."""
    folders = [folder for folder in sorted(shelf.glob(f"{day:%Y-%m-%d}*/")) if folder != but]
    return tuple(one for folder in folders for one in _told_in(folder))


def _told_in(folder: Path) -> Iterator[PulseQuestion]:
    """Those of one meeting; a file that is not whole tells of none."""
    try:
        plan = msgspec.json.decode((folder / PLAN).read_bytes(), type=_Plan).plan
        told = msgspec.json.decode((folder / PULSES).read_bytes(), type=_Pulses).pulses
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return
    for block in plan.block:
        if block.pulse and any(one.block == block.id for one in told):
            yield block.pulse


class _Plan(msgspec.Struct, frozen=True):
    plan: Plan


class _Pulses(msgspec.Struct, frozen=True):
    pulses: tuple[Release, ...]


def is_going_on(folder: Path) -> bool:
    """Whether a folder holds a meeting that has not ended."""
    return (folder / ROOM).is_file()
