"""The time that a block has left. It counts by a clock that nobody can set (`time.monotonic`), in seconds."""

from typing import Self

import msgspec


class Countdown(msgspec.Struct, frozen=True, kw_only=True):
    """A length of time that runs down, or is held. Each change makes a new one."""

    left_then: float
    """Seconds that were left at `since`."""
    since: float
    """The clock's seconds at its last change."""
    runs: bool = True

    def left(self, now: float) -> float:
        """Seconds that are left; below zero, how long the time has been over."""
        return self.left_then - (now - self.since) * self.runs

    def held(self, now: float) -> Self:
        """The same, standing still."""
        return msgspec.structs.replace(self, left_then=self.left(now), since=now, runs=False)

    def resumed(self, now: float) -> Self:
        """The same, running."""
        return msgspec.structs.replace(self, left_then=self.left(now), since=now, runs=True)

    def longer(self, seconds: float, now: float) -> Self:
        """With so many seconds more. Where the time was over they count from now, for they are to be used."""
        return msgspec.structs.replace(self, left_then=max(self.left(now), 0) + seconds, since=now)


def turn(elapsed: float, turns: int, turn_seconds: float) -> int:
    """Whose turn it is after so many seconds, counted from 1; 0 when all turns are over."""
    at = int(max(elapsed, 0) // turn_seconds) + 1
    return at if at <= turns else 0
