"""Rooms that nobody ended: what is to be deleted at the end goes once their code has died, whenever the shelf is opened."""

from contextlib import suppress
from pathlib import Path
from time import time

from newsoil._errors import NewSoilError
from newsoil.workshop.attendance import read_attendance
from newsoil.workshop.codes import HOURS
from newsoil.workshop.kept_room import FILE, read_kept
from newsoil.workshop.room import Room
from newsoil.workshop.traces import leave


def end_expired(shelf: Path) -> None:
    """End each meeting whose code has died, and that did not begin within as many hours; it leaves what a meeting leaves.

    One that began late may still go on in another process. What cannot be read, or what the disk refuses, stays as it is: the board says
    that the one cannot be read, and the other is ended the next time.
    """
    for folder in sorted(shelf.glob("*/")):
        with suppress(NewSoilError):
            kept = read_kept(folder)
            if kept is not None and max(kept.until, (kept.started or 0) + HOURS * 3600) <= time():
                room, attendance = Room(kept, ()), read_attendance(folder)
                room.end()
                leave(folder, room, attendance)


def clear_drafts(shelf: Path) -> None:
    """Remove what a crash left half written of rooms: keys and notes are in it. No room is being written when this is asked."""
    for draft in shelf.glob(f"*/.{FILE}.*.draft"):
        with suppress(OSError):
            draft.unlink()
