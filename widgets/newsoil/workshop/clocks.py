"""The clocks of a room, and the time of a block across a break: by the clock on the wall, for after a crash no other is known."""

import time
from collections.abc import Callable

import msgspec

from newsoil.workshop.codes import HOURS
from newsoil.workshop.countdown import Countdown
from newsoil.workshop.kept_room import KeptTime


class Clocks(msgspec.Struct, frozen=True, kw_only=True):
    """The two clocks: one counts evenly and cannot be set, the other is that on the wall. Both in seconds."""

    steady: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


def time_kept(left: Countdown | None, clocks: Clocks) -> KeptTime | None:
    """What is written down of the time that a block has left; nothing before the meeting begins."""
    return KeptTime(left=left.left(clocks.steady()), at=clocks.wall(), runs=left.runs) if left else None


def time_after_a_break(kept: KeptTime | None, clocks: Clocks) -> Countdown | None:
    """The time of a room that was broken off: what passed meanwhile is gone, as far as the clock on the wall can be believed."""
    if kept is None:
        return None
    passed = max(clocks.wall() - kept.at, 0) if kept.runs else 0
    return Countdown(left_then=kept.left - min(passed, HOURS * 3600), since=clocks.steady(), runs=kept.runs)
