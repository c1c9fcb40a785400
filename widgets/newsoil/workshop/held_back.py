"""What phones have put down and facilitators are not shown yet, so that in a circle nobody sees whose thumb has just moved."""

import secrets
from collections.abc import Callable
from typing import Literal

import msgspec

SOONEST, LATEST = 20.0, 90.0
"""Seconds after which something is shown at the soonest, and at the latest. Which of them is left to chance."""

What = tuple[Literal["note", "word"], str]
"""A note by its id, or the wish for a word of a seat."""


class _Waits(msgspec.Struct, frozen=True, kw_only=True):
    since: float
    until: float


class HeldBack:
    """All of it. It lives in memory alone: what was on the disk before a crash is shown at once after it."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._waits: dict[What, _Waits] = {}

    def hold(self, what: What) -> None:
        """Hold it back for a while, from now on."""
        now = self._now()
        self._waits[what] = _Waits(since=now, until=now + secrets.SystemRandom().uniform(SOONEST, LATEST))

    def forget(self, what: What) -> None:
        """It was taken back before anybody was shown it."""
        self._waits.pop(what, None)

    def show(self) -> bool:
        """Show all of it from now on: the group moves, and everybody looks at their phones. Says whether there was any."""
        any_waits = bool(self._waits)
        self._waits.clear()
        return any_waits

    def waiting(self) -> frozenset[What]:
        """What is not shown now. When the time of one has come, others that have waited long enough are shown with it."""
        now = self._now()
        if any(one.until <= now for one in self._waits.values()):
            self._waits = {what: one for what, one in self._waits.items() if now - one.since < SOONEST}
        return frozenset(self._waits)
