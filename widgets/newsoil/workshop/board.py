"""The meetings that a facilitator's shelf holds: which there were, what is in them, and wiping them. A log lies apart from its meeting."""

import re
import shutil
from datetime import date
from pathlib import Path
from time import time
from typing import Literal

import msgspec

from newsoil._errors import BadContent, NewSoilError, NotSaved
from newsoil.workshop.kept_room import read_kept
from newsoil.workshop.plan import Plan
from newsoil.workshop.traces import PLAN, is_going_on

LOGS = "logs"

Status = Literal["over", "open", "unreadable"]
"""It has ended; it goes on, or was broken off; its files cannot be read."""

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(-\d+)?")


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting as its folder tells it."""

    name: str
    """That of its folder, which begins with its day."""
    day: date
    status: Status
    plan: Plan | None = None
    place: str = ""
    """Which meeting of a programme it was, in words."""


class _Left(msgspec.Struct, frozen=True, kw_only=True):
    """The plan as an ended meeting leaves it."""

    plan: Plan
    meeting: str = ""


def meetings(shelf: Path) -> tuple[Held, ...]:
    """All meetings, the newest first."""
    found = ((folder, _NAME.fullmatch(folder.name)) for folder in shelf.glob("*/"))
    held = [_held(folder, date.fromisoformat(name[1])) for folder, name in found if name and _is_day(name[1])]
    return tuple(sorted(held, key=lambda one: (one.day, len(one.name), one.name), reverse=True))


def meeting(shelf: Path, name: str) -> Held:
    """One of them. Raises `BadContent` when there is none."""
    for one in meetings(shelf):
        if one.name == name:
            return one
    raise BadContent("This meeting is not there any more. Load the page again.")


def log_of(shelf: Path, name: str) -> Path:
    """Where the log of a meeting lies: not in its folder, of which ending it deletes all but what a meeting leaves."""
    return shelf / LOGS / f"{name}.json"


def wipe_meeting(shelf: Path, name: str) -> None:
    """Delete a meeting with its log.

    Raises:
        BadContent: there is none, or it still goes on.
        NotSaved: the disk refused; what is left can be wiped again.
    """
    held = meeting(shelf, name)
    if _goes_on(shelf / held.name):
        raise BadContent("This meeting is still going on. End it on the console first.")
    try:
        log_of(shelf, held.name).unlink(missing_ok=True)
        shutil.rmtree(shelf / held.name)
    except OSError as error:
        raise NotSaved(f"{error.filename} could not be deleted ({error.strerror}). Delete it by hand.") from error


def wipe_everything(shelf: Path) -> None:
    """Delete the whole shelf: meetings, logs, plans of one's own, agreement, support list, ticks. Raises as `wipe_meeting` does."""
    if any(_goes_on(shelf / one.name) for one in meetings(shelf)):
        raise BadContent("A meeting is still going on. End it on the console first.")
    try:
        if shelf.is_dir():
            shutil.rmtree(shelf)
    except OSError as error:
        raise NotSaved(f"{error.filename} could not be deleted ({error.strerror}). Delete it by hand.") from error


def _goes_on(folder: Path) -> bool:
    """Whether people may be in its room now: its code lets them in. A room that cannot be read is taken for none."""
    try:
        kept = read_kept(folder)
    except NewSoilError:
        return False
    return kept is not None and kept.until > time()


def _held(folder: Path, day: date) -> Held:
    going_on = is_going_on(folder)
    try:
        kept = read_kept(folder) if going_on else None
        left = msgspec.json.decode((folder / PLAN).read_bytes(), type=_Left) if kept is None else None
    except (NewSoilError, OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Held(name=folder.name, day=day, status="unreadable")
    if kept is not None:
        return Held(name=folder.name, day=day, status="open", plan=kept.plan, place=kept.meeting)
    return Held(name=folder.name, day=day, status="over", plan=left.plan if left else None, place=left.meeting if left else "")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
