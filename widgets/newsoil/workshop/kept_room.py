"""What of a room is on the disk while a meeting goes on, so that a laptop that crashes costs the group a minute and nothing else.

No seat that is in the room is in it, nothing that a phone said but parked notes, and of a pulse only that it was open, or its three words.
"""

from pathlib import Path
from typing import Literal

import msgspec

from newsoil._errors import Damaged, NotSaved
from newsoil.journal.files import write
from newsoil.workshop.parking import ParkedNote
from newsoil.workshop.plan import Plan
from newsoil.workshop.pulse import Word

FILE = "room.json"

PulseEnd = Literal["open", "released", "few", "void"]
"""What became of a pulse: it is open; its words are there; too few answered; the group went on, or the room broke, while it was open."""


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one pulse. `words` are those of its bands, in their order."""

    block: str
    ended: PulseEnd
    words: tuple[Word, ...] = ()


class KeptTime(msgspec.Struct, frozen=True, kw_only=True):
    """The time of a block by the clock on the wall: after a crash no other is known."""

    left: float
    at: float
    runs: bool


class KeptRoom(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting as it is on the disk."""

    format: Literal["newsoil-room"] = "newsoil-room"
    schema_version: Literal[1] = 1
    id: str = ""
    """Chance, by which a phone knows its own meeting again. It opens nothing, and says nothing elsewhere."""
    code: str
    until: float
    """When the code dies, in seconds since 1970."""
    secret: str
    """What signs the seats of phones, so that they come back after a crash though nobody wrote them down."""
    keys: dict[str, str]
    """The keys of facilitators and of the screen, by their role."""
    plan: Plan
    meeting: str = ""
    """Which one of how many it is, as it is shown."""
    at_least: Literal[5, 7, 10] = 5
    strong: bool = False
    checked: tuple[str, ...] = ()
    """What facilitators have seen to before the meeting, by its name in the words."""
    started: float | None = None
    place: int = 0
    time: KeptTime | None = None
    paused: bool = False
    removed: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()
    parked: tuple[ParkedNote, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no room has written."""
        blocks = {block.id for block in self.plan.block}
        if not 0 <= self.place < len(self.plan.block) or any(one.block not in blocks for one in self.releases):
            raise ValueError("it names a block that its plan does not have")


def keep(folder: Path, kept: KeptRoom) -> None:
    """Write it in place of the one before. Raises `NotSaved` when the disk refuses; the one before is whole then."""
    write(folder / FILE, msgspec.json.format(msgspec.json.encode(kept), indent=1))


def read_kept(folder: Path) -> KeptRoom | None:
    """The meeting that was going on, if one was.

    Raises:
        Damaged: there is a file, and it is none of ours or not whole. It is left as it is.
        NotSaved: it cannot be read.
    """
    path = folder / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeptRoom)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotSaved(f"{path} could not be read ({error.strerror}). Check who may read it, and start again.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged(f"{path} is not a room that New Soil wrote ({error}). Move it elsewhere to begin a new meeting.") from error
