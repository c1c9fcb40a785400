"""What browsers may say to the room: each message by its name, with nothing in it that is not named here. Anything else is refused."""

from typing import Annotated, Literal, TypeVar

import msgspec

from newsoil.workshop.parking import NoteId
from newsoil.workshop.seats import Pace, Word
from newsoil.workshop.support_list import SupportList

LONGEST = 4096
"""Bytes of a phone's message. The longest is a parked note."""

LONGEST_OF_FACILITATORS = 32_768
"""Bytes of a console's message. The longest is a list of help."""

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
_Minutes = Annotated[int, msgspec.Meta(ge=1, le=60)]
Kind = TypeVar("Kind")

_Number = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """Any of them. `n` is the number under which its sender waits for an answer."""

    n: _Number


# Of a phone


class Paced(Message, frozen=True, tag="pace"):
    """Ready, or more time."""

    block: _Name
    pace: Pace


class Answered(Message, frozen=True, tag="answer"):
    """An answer to the pulse."""

    block: _Name
    choice: _Name


class Parked(Message, frozen=True, tag="park"):
    """A note for the parking lot."""

    note: NoteId
    text: str
    """How long it may be is said by the lot, in a sentence: a text that is too long is still a note."""


class WordAsked(Message, frozen=True, tag="word"):
    """A word at the break, please."""

    word: Word


class Left(Message, frozen=True, tag="leave"):
    """Somebody leaves the room on purpose."""


OfPhone = Paced | Answered | Parked | WordAsked | Left


# Of a facilitator


class Asked(Message, frozen=True, kw_only=True):
    """Any of a facilitator's. A page sends it again when it got no answer, and what was done before is not done twice."""

    once: Annotated[str, msgspec.Meta(max_length=40)] = ""
    """Its own name, made by the page."""


class Plain(Asked, frozen=True, tag="do"):
    """What needs nothing but its name."""

    act: Literal["start", "hold", "resume", "pause", "go-on", "open-pulse", "close-pulse", "new-code", "new-keys", "end"]


class Moved(Asked, frozen=True, tag="move"):
    """The group goes to a block."""

    block: _Name


class Lengthened(Asked, frozen=True, tag="longer"):
    """More time for the block, in minutes."""

    minutes: _Minutes


class Quieted(Asked, frozen=True, tag="quiet"):
    """The time that is left, in minutes, from now on."""

    minutes: _Minutes


class NoteMoved(Asked, frozen=True, tag="note"):
    """What becomes of a parked note."""

    note: NoteId
    to: Literal["new", "talked", "outside", "delete", "keep", "do-not-keep"]


class SeatChanged(Asked, frozen=True, tag="seat"):
    """A phone is taken out of the room, or its wish for a word was heard. `seat` is the name of the seat."""

    seat: _Name
    to: Literal["remove", "heard"]


class Checked(Asked, frozen=True, tag="check"):
    """One thing that is seen to before a meeting begins."""

    check: _Name
    done: bool


class Present(Asked, frozen=True, tag="present"):
    """A line of the list of who came: initials or a nickname, and how. It has no seat."""

    who: Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"\S")]
    came: Literal["present", "late", "left-early", "not-here", "remove"]


class PlanChosen(Asked, frozen=True, tag="plan"):
    """The meeting that is held, before it begins: one of a programme, or a plan by itself."""

    plan: _Name
    programme: Annotated[str, msgspec.Meta(max_length=80)] = ""


class SupportFilled(Asked, frozen=True, tag="support"):
    """The local list of help, as it was filled in on the console."""

    found: SupportList


OfFacilitator = PlanChosen | SupportFilled | Checked | Plain | Moved | Lengthened | Quieted | NoteMoved | SeatChanged | Present

_of_phone = msgspec.json.Decoder(OfPhone)
_of_facilitator = msgspec.json.Decoder(OfFacilitator)


def of_phone(sent: str | bytes) -> OfPhone | None:
    """A phone's message, or `None` where it is none."""
    return _read(_of_phone, sent)


def of_facilitator(sent: str | bytes) -> OfFacilitator | None:
    """A facilitator's message, or `None` where it is none."""
    return _read(_of_facilitator, sent)


def _read(decoder: "msgspec.json.Decoder[Kind]", sent: str | bytes) -> Kind | None:
    try:
        return decoder.decode(sent)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
