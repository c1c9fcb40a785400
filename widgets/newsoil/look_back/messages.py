"""What the look-back page may ask, checked to the last value: a page's messages are a public door."""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from newsoil._address import Ask
from newsoil._errors import BadAnswer

LONGEST_QUESTION = 200
"""Characters that can be looked for at once: a long sentence (ours)."""

MOST = 10_000
"""Notes that a page may list at once."""

Id = Annotated[str, msgspec.Meta(max_length=100)]
Count = Annotated[int, msgspec.Meta(ge=0, le=MOST)]


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """One message. `ask` is said again with the answer."""

    ask: Ask


class Hello(_Message, frozen=True, tag="hello"):
    """What is there to look at? Nothing of any note is told."""

    at: str


class Moment(_Message, frozen=True, tag="moment"):
    """A kind or a hard moment: the newest, or the one after so many."""

    mood: Literal["kind", "hard"]
    after: Count = 0


class Month(_Message, frozen=True, tag="month"):
    """The days of a month."""

    month: Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{4}-(0[1-9]|1[0-2])\Z")]


class Day(_Message, frozen=True, tag="day"):
    """What is noted on a day."""

    day: date


class Find(_Message, frozen=True, tag="find"):
    """Notes with these words, narrowed by what else is given; so many of them."""

    words: Annotated[str, msgspec.Meta(max_length=LONGEST_QUESTION)] = ""
    stage: Id = ""
    exercise: Id = ""
    tag: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    first: date | None = None
    last: date | None = None
    most: Annotated[int, msgspec.Meta(ge=1, le=MOST)] = 20


class Note(_Message, frozen=True, tag="note"):
    """One note, whole."""

    entry: Id


class Bricks(_Message, frozen=True, tag="bricks"):
    """What this trust rests on."""


Message = Hello | Moment | Month | Day | Find | Note | Bricks

_HOSTILE = (msgspec.ValidationError, TypeError, ValueError, LookupError, AttributeError, RecursionError)
"""What odd values raise where nobody thought of them; each means that the page itself did not send them."""


def message_of(raw: Any) -> Message:
    """The message that a page sent. Raises `BadAnswer`."""
    try:
        message: Message = msgspec.convert(raw, type=Message)
    except _HOSTILE as error:
        raise BadAnswer("This page and the workbook are of different versions. Load the page again.") from error
    return message
