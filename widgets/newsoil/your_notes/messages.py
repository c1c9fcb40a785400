"""What the page “Your notes” may send, checked to the last value: a page's messages are a public door."""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from newsoil._address import MOST_EDITS, Ask
from newsoil._errors import BadAnswer
from newsoil.journal import By
from newsoil.journal.recording import is_time
from newsoil.takeout import Tick

PIECE = 2**20
"""Bytes of a file in one message: servers of Jupyter take ten times that."""

LARGEST = 64 * 2**20
"""Bytes of a file that the page takes: some five times a full ten-year journal (ours)."""

LONGEST_NOTE = 100_000
"""Characters of what a person adds to a packet: a long letter ten times over (ours)."""

MOST_TICKS = 100_000
"""Answers in one packet; a ten-year journal has about as many notes (ours)."""

_WHOLE = r"\A[^\ud800-\udfff]*\Z"
"""Letters that a file can keep: no half ones."""

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern=_WHOLE)]
Ids = Annotated[tuple[Id, ...], msgspec.Meta(max_length=1000)]
Number = Annotated[int, msgspec.Meta(ge=0, lt=LARGEST // PIECE)]
Words = Annotated[str, msgspec.Meta(max_length=LONGEST_NOTE, pattern=_WHOLE)]
Secret = Annotated[str, msgspec.Meta(max_length=10_000)]


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """One message. `ask` is new for each thing that is asked, so that one that comes twice is known."""

    ask: Ask


class Hello(_Message, frozen=True, tag="hello"):
    """What is there? `at` is the time of the page's clock."""

    at: str


class Copy(_Message, frozen=True, tag="copy"):
    """Make a copy of notes."""

    at: str
    format: Literal["json", "csv", "markdown", "print"]
    exercises: Ids = ()
    first: date | None = None
    last: date | None = None
    advice: bool = True
    large: bool = False


class Sheets(_Message, frozen=True, tag="sheets"):
    """Make blank sheets."""

    at: str
    exercises: Ids = ()
    advice: bool = True
    large: bool = False


class Offers(_Message, frozen=True, tag="offers"):
    """What can a recipient be given? Of one exercise, with so many notes; or, without an exercise, of which exercises."""

    recipient: Id
    exercise: Annotated[str, msgspec.Meta(max_length=100, pattern=_WHOLE)] = ""
    most: Annotated[int, msgspec.Meta(ge=1, le=10_000)] = 10


class Share(_Message, frozen=True, tag="share"):
    """Make a packet of what was ticked. With a `passphrase` the file is locked; it is in no reply."""

    at: str
    recipient: Id
    form: Literal["print", "markdown"]
    ticks: Annotated[tuple[Tick, ...], msgspec.Meta(max_length=MOST_TICKS)]
    opened: Annotated[tuple[Tick, ...], msgspec.Meta(max_length=MOST_TICKS)] = ()
    note: Words = ""
    passphrase: Secret = ""
    until: date | None = None
    days: bool = False


class Take(_Message, frozen=True, tag="take"):
    """Give one part of the file that `ask` made."""

    part: Number


class Taken(_Message, frozen=True, tag="taken"):
    """The page has the whole file: it can be forgotten."""


class Give(_Message, frozen=True, tag="give"):
    """One part of a file that the person chose."""

    part: Number
    content: bytes


class Read(_Message, frozen=True, tag="read"):
    """All parts of the file `file` are there: what would it bring? `secret` opens a sealed backup."""

    file: Ask
    parts: Annotated[int, msgspec.Meta(ge=0, le=LARGEST // PIECE)]
    secret: Secret = ""
    by: By = "passphrase"


class BringIn(_Message, frozen=True, tag="bring-in"):
    """Bring in what was looked at last: a file, or the backup of a day."""

    at: str


class Peek(_Message, frozen=True, tag="peek"):
    """The first words of a deleted note."""

    entry: Id


class BringBack(_Message, frozen=True, tag="bring-back"):
    """Take a note out of the trash."""

    at: str
    entry: Id


class Erase(_Message, frozen=True, tag="erase"):
    """Erase for good: one deleted note (`of` its id), all deleted notes, those of an exercise (`of` its id), or everything.

    `sure` is the person's yes; without it no such message is taken. `seq` is the number of the last edit that this page, `page`, has made:
    what comes of it later with that number or a smaller one is from before.
    """

    at: str
    what: Literal["note", "trash", "exercise", "everything"]
    sure: Literal["yes"]
    of: Annotated[str, msgspec.Meta(max_length=100)] = ""
    page: Annotated[str, msgspec.Meta(max_length=100)] = ""
    seq: Annotated[int, msgspec.Meta(ge=0, le=MOST_EDITS)] = 0


class Days(_Message, frozen=True, tag="days"):
    """Of which days are there backups?"""


class Look(_Message, frozen=True, tag="look"):
    """What would the backup of a day bring back?"""

    day: date


Message = (
    Hello | Copy | Sheets | Offers | Share | Take | Taken | Give | Read | BringIn | Peek | BringBack | Erase | Days | Look
)  # fmt: skip

_HOSTILE = (msgspec.ValidationError, TypeError, ValueError, LookupError, AttributeError, RecursionError)
"""What odd values raise where nobody thought of them; each means that the page itself did not send them."""


def message_of(raw: Any) -> Message:
    """The message that a page sent. Raises `BadAnswer`."""
    try:
        message: Message = msgspec.convert(raw, type=Message)
        is_whole = len(getattr(message, "content", b"")) <= PIECE and is_time(getattr(message, "at", "2026-11-23T10:00:00Z"))
    except _HOSTILE as error:
        raise BadAnswer("This page and the workbook are of different versions. Load the page again.") from error
    if not is_whole:
        raise BadAnswer("This page sent something that it cannot send. Load it again.")
    return message
