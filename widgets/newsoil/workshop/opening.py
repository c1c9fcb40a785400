"""Opening a room: a new one in a folder of its own, or the one that was broken off."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from newsoil.journal.files import make_private
from newsoil.workshop.alone import alone
from newsoil.workshop.expired import clear_drafts, end_expired
from newsoil.workshop.kept_room import read_kept
from newsoil.workshop.meeting import Meeting
from newsoil.workshop.programme import Programmes
from newsoil.workshop.pulse import AT_LEAST
from newsoil.workshop.room import Room
from newsoil.workshop.traces import is_going_on
from newsoil.workshop.words import RoomWords


@contextmanager
def opened(  # noqa: PLR0913 - each is one choice of a facilitator
    shelf: Path,
    programmes: Programmes,
    words: RoomWords,
    *,
    rehearsal: bool = False,
    at_least: int = AT_LEAST,
    strong: bool = False,
) -> Iterator[Meeting]:
    """The meeting of this process, which alone has the rooms of `shelf` meanwhile.

    What a crash left half written goes, and rooms that nobody ended are ended. A rehearsal touches nothing.

    Raises:
        BadStart: another process has a room open.
        Damaged, NotSaved: as `open_meeting` says.
    """
    settings = {"rehearsal": rehearsal, "at_least": at_least, "strong": strong}
    if rehearsal:
        yield open_meeting(shelf, programmes, words, **settings)  # type: ignore[arg-type] # the settings of this very function
        return
    with alone(shelf):
        clear_drafts(shelf)
        end_expired(shelf)
        yield open_meeting(shelf, programmes, words, **settings)  # type: ignore[arg-type] # as above


def open_meeting(  # noqa: PLR0913 - each is one choice of a facilitator
    shelf: Path,
    programmes: Programmes,
    words: RoomWords,
    *,
    rehearsal: bool = False,
    at_least: int = AT_LEAST,
    strong: bool = False,
    today: date | None = None,
) -> Meeting:
    """The meeting that was broken off in one of the folders of `shelf`, or a new one.

    One whose code has died meanwhile is ended first, and leaves what a meeting leaves. A rehearsal reads and writes nothing.

    Raises:
        Damaged: a room was broken off, and what is on the disk is none.
        NotSaved: the disk refused.
    """
    programme = programmes.programmes[0]
    fresh = Room.new(programmes.plan(programme.meetings[0]), words.names, at_least=at_least, strong=strong)
    if rehearsal:
        meeting = Meeting(fresh, words, programmes, None)
    elif going_on := _broken_off(shelf, programmes, words, at_least=at_least, strong=strong):
        return going_on
    else:
        meeting = Meeting(fresh, words, programmes, _new_folder(shelf, today or date.today()))  # noqa: DTZ011 - the facilitator's own day
    meeting.choose(programme.meetings[0], programme.id)
    meeting.keep()
    return meeting


def _broken_off(shelf: Path, programmes: Programmes, words: RoomWords, *, at_least: int, strong: bool) -> Meeting | None:
    """The newest meeting that goes on, with the stricter of its settings and those that are asked for now; older ones are ended."""
    folders = [folder for folder in sorted(shelf.glob("*/")) if is_going_on(folder)]
    kept = [(folder, read_kept(folder)) for folder in folders]
    found = [Meeting(Room(one, words.names), words, programmes, folder) for folder, one in kept if one]
    going_on = found.pop() if found and found[-1].room.is_open() else None
    for over in found:
        over.end()
    if going_on is not None:
        going_on.room.pulses.be_stricter(at_least=at_least, strong=strong)
        going_on.keep()
    return going_on


def _new_folder(shelf: Path, today: date) -> Path:
    """A folder for a meeting of this day; its name says the day and nothing else."""
    number = 1
    while (folder := shelf / (f"{today:%Y-%m-%d}" + (f"-{number}" if number > 1 else ""))).exists():
        number += 1
    make_private(folder)
    return folder
