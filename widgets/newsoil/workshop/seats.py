"""Who is in the room: seats, each a phone. A seat has a name of a plant and no person's; what it says is not passed on with its name."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Literal

import msgspec

from newsoil.workshop.refused import Refused

Pace = Literal["", "ready", "more"]
"""What somebody says of the block: ready, or more time; nothing, if they have not said."""

MOST = 1200
"""Seats that a room has. A group is six to ten people, a lecture a few hundred; the number keeps a flood of joins from filling
the memory."""

STILL_HERE = 120
"""Seconds for which a phone that has lost its connection counts as here. Screens go dark while people write."""

Word = Literal["", "somebody", "named"]
"""Whether a seat has asked for a word at the break, and whether with its name."""


class Seat(msgspec.Struct, kw_only=True):
    """One phone in the room."""

    id: str
    name: str
    lines: int = 0
    """Connections that are open; a phone that changes networks has two for a moment."""
    gone_at: float | None = None
    """The clock's seconds when the last of them closed."""
    pace: Pace = ""
    word: Word = ""


class Removed:
    """Seats that were taken out of the room, each by its checksum: what lets a phone in is written nowhere."""

    def __init__(self, marks: Sequence[str]) -> None:
        self.marks = set(marks)

    def __contains__(self, seat: str) -> bool:
        """Whether this seat was taken out."""
        return self._mark(seat) in self.marks

    def add(self, seat: str) -> None:
        """Take it out."""
        self.marks.add(self._mark(seat))

    @staticmethod
    def _mark(seat: str) -> str:
        return sha256(seat.encode()).hexdigest()


class Seats:
    """All of them. `names` are those that seats are given; when they are used up, they get a number."""

    def __init__(self, names: Sequence[str], now: Callable[[], float], removed: Sequence[str] = ()) -> None:
        self._names, self._now = list(names), now
        self._seats: dict[str, Seat] = {}
        self.removed = Removed(removed)

    def __iter__(self) -> Iterator[Seat]:
        """Every seat that was taken, whether its phone is here or not."""
        return iter(self._seats.values())

    def __len__(self) -> int:
        """How many seats were taken."""
        return len(self._seats)

    def here(self) -> int:
        """How many are in the room: phones that are connected, or were a moment ago."""
        return sum(self._is_here(seat) for seat in self)

    def connected(self) -> int:
        """How many phones are connected right now."""
        return sum(seat.lines > 0 for seat in self)

    def take(self, seat: str) -> Seat:
        """A seat for a phone that has joined, the same one as before where it has had one.

        Raises:
            Refused: it was removed, or the room is full.
        """
        if seat in self.removed:
            raise Refused("removed")
        if seat not in self._seats:
            if len(self) >= MOST and not self._forget_one():
                raise Refused("full")
            self._seats[seat] = Seat(id=seat, name=self._free_name())
        return self._seats[seat]

    def may_come(self, seat: str) -> None:
        """Raises `Refused` as `take` does. A phone sits down when its connection stands, and is counted from then on."""
        if seat in self.removed:
            raise Refused("removed")
        if seat not in self._seats and len(self) >= MOST and all(self._is_here(one) for one in self):
            raise Refused("full")

    def get(self, seat: str) -> Seat:
        """A seat that was taken. Raises `Refused` where there is none."""
        if seat not in self._seats:
            raise Refused("not-in-the-room")
        return self._seats[seat]

    def named(self, name: str) -> Seat:
        """The seat with this name. Raises `Refused` where there is none."""
        for seat in self:
            if seat.name == name:
                return seat
        raise Refused("not-in-the-room")

    def connect(self, seat: str) -> None:
        """One more connection of this seat."""
        one = self.take(seat)
        one.lines += 1
        one.gone_at = None

    def disconnect(self, seat: str) -> None:
        """One connection less. What it said stays."""
        if one := self._seats.get(seat):
            one.lines = max(one.lines - 1, 0)
            one.gone_at = self._now() if not one.lines else None

    def leave(self, seat: str) -> None:
        """Somebody leaves the room on purpose."""
        self._seats.pop(seat, None)

    def remove(self, seat: str) -> None:
        """A facilitator takes a phone out of the room; it cannot come back with the same seat."""
        self.get(seat)
        self.removed.add(seat)
        self._seats.pop(seat)

    def paces(self) -> tuple[int, int]:
        """How many are ready, and how many want more time; of those who are here."""
        said = [seat.pace for seat in self if self._is_here(seat)]
        return said.count("ready"), said.count("more")

    def forget_paces(self) -> None:
        """A new block begins, and nobody has said anything of it."""
        for seat in self:
            seat.pace = ""

    def _is_here(self, seat: Seat) -> bool:
        return seat.lines > 0 or (seat.gone_at is not None and self._now() - seat.gone_at < STILL_HERE)

    def _forget_one(self) -> bool:
        """Give up the seat that has been empty the longest, if one is."""
        empty = [seat for seat in self if not self._is_here(seat)]
        if empty:
            self._seats.pop(min(empty, key=lambda seat: seat.gone_at or 0).id)
        return bool(empty)

    def _free_name(self) -> str:
        """A name that no seat has. Which one is left to chance, so that it does not tell in what order people came."""
        used = {seat.name for seat in self}
        round_ = 1
        while True:
            free = [name for one in self._names if (name := one if round_ == 1 else f"{one} {round_}") not in used]
            if free:
                return secrets.choice(free)
            round_ += 1
