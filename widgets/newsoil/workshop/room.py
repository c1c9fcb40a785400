"""One meeting while it goes on: where the group is, how long, who is here, what was parked. It knows no browser and no network.

Nothing in it is an answer of a person: writing happens on paper, and a pulse never knows whose answer is whose.
"""

import copy
from collections.abc import Sequence
from typing import Any

from newsoil.workshop.clocks import Clocks, time_after_a_break, time_kept
from newsoil.workshop.codes import HOURS, new_code, new_key
from newsoil.workshop.countdown import Countdown
from newsoil.workshop.held_back import HeldBack
from newsoil.workshop.kept_room import KeptRoom
from newsoil.workshop.plan import Block, Plan
from newsoil.workshop.pulse import AT_LEAST
from newsoil.workshop.pulses import Pulses
from newsoil.workshop.refused import Refused
from newsoil.workshop.seats import Pace, Seats, Word
from newsoil.workshop.shared_parking import SharedParking

MINUTE = 60.0

ROLES = ("facilitator", "screen")
"""Those who come in with a key and not with the code."""


class Room:
    """A meeting. Whoever holds it writes `kept()` to the disk after each change."""

    def __init__(self, kept: KeptRoom, names: Sequence[str], clocks: Clocks | None = None) -> None:
        self.clocks = clocks or Clocks()
        self.id = kept.id or new_key()
        self.code, self.until, self.secret, self.keys = kept.code, kept.until, kept.secret, dict(kept.keys)
        self.plan, self.meeting = kept.plan, kept.meeting
        self.started, self.place, self.paused = kept.started, kept.place, kept.paused
        self.checked = set(kept.checked)
        self.seats = Seats(names, self.clocks.steady, kept.removed)
        self.parking = SharedParking(kept.parked)
        self.held_back = HeldBack(self.clocks.steady)
        self.pulses = Pulses(kept.releases, at_least=kept.at_least, strong=kept.strong)
        self.time = time_after_a_break(kept.time, self.clocks)
        self.ended = False
        self._began = self._now() - (self.clocks.wall() - (kept.started or 0))

    @classmethod
    def new(  # noqa: PLR0913 - each is one choice of a facilitator
        cls,
        plan: Plan,
        names: Sequence[str],
        *,
        meeting: str = "",
        at_least: int = AT_LEAST,
        strong: bool = False,
        clocks: Clocks | None = None,
    ) -> "Room":
        """A room for a meeting that has not begun."""
        wall = (clocks or Clocks()).wall()
        keys = {role: new_key() for role in ROLES}
        fresh = {"code": new_code(), "until": wall + HOURS * 3600, "secret": new_key(), "keys": keys}
        return cls(KeptRoom(plan=plan, meeting=meeting, at_least=at_least, strong=strong, **fresh), names, clocks)  # type: ignore[arg-type]

    def kept(self) -> KeptRoom:
        """What of it is written down."""
        return KeptRoom(
            id=self.id,
            code=self.code,
            until=self.until,
            secret=self.secret,
            keys=self.keys,
            plan=self.plan,
            meeting=self.meeting,
            at_least=self.pulses.at_least,  # type: ignore[arg-type] # a pulse takes no other
            strong=self.pulses.strong,
            checked=tuple(sorted(self.checked)),
            started=self.started,
            place=self.place,
            time=time_kept(self.time, self.clocks),
            paused=self.paused,
            removed=tuple(sorted(self.seats.removed.marks)),
            releases=tuple(self.pulses),
            parked=self.parking.notes,
        )

    # Coming in

    def is_open(self) -> bool:
        """Whether its code still lets anybody in."""
        return not self.ended and self.clocks.wall() < self.until

    def change_code(self) -> None:
        """Another code; whoever is in stays in."""
        self._check_running(started=False)
        self.code = new_code()

    def change_keys(self) -> None:
        """Other keys for facilitators and the screen. Who has come in with the old ones is out; the door knows who asked for it."""
        self._check_running(started=False)
        self.keys = {role: new_key() for role in ROLES}

    # The group's way

    @property
    def block(self) -> Block:
        """Where the group is."""
        return self.plan.block[self.place]

    def choose(self, plan: Plan, meeting: str) -> None:
        """Take another plan. Raises `Refused` where the meeting has begun."""
        self._check_running(started=False)
        if self.started is not None:
            raise Refused("started-before")
        self.plan, self.meeting, self.place = plan, meeting, 0

    def start(self) -> None:
        """Begin. Raises `Refused` where it has begun."""
        self._check_running(started=False)
        if self.started is not None:
            raise Refused("started-before")
        self.started, self._began = self.clocks.wall(), self._now()
        self._enter(0)

    def move(self, block: str) -> None:
        """Take the group to a block. A pulse that is open there ends: what it would have said is void.

        Raises:
            Refused: the meeting has not begun or is over, or there is no such block.
        """
        self._check_running()
        try:
            place = self.plan.place(block)
        except KeyError:
            raise Refused("no-such-block") from None
        if place != self.place:
            self._enter(place)

    def hold(self, *, on: bool) -> None:
        """Stop the time of the block, or let it run."""
        self._check_running()
        self.time = self._timed().held(self._now()) if on else self._timed().resumed(self._now())

    def longer(self, minutes: float) -> None:
        """Give the block more time."""
        self._check_running()
        self.time = self._timed().longer(minutes * MINUTE, self._now())

    def quiet(self, minutes: float) -> None:
        """Set the time that is left, from now on."""
        self._check_running()
        self.time = Countdown(left_then=minutes * MINUTE, since=self._now())

    def pause(self, *, on: bool) -> None:
        """Pause the whole group: its time stands still, and every phone and the screen say so."""
        self._check_running()
        self.paused = on
        self.hold(on=on)

    def behind(self) -> float:
        """Seconds by which the group is behind its plan; below zero, ahead. A block that is not over is as long as planned."""
        if self.started is None or self.time is None:
            return 0
        planned = self.plan.starts()[self.place] * MINUTE + self.block.minutes * MINUTE
        return (self._now() - self._began) + max(self.time.left(self._now()), 0) - planned

    # The pulse

    def open_pulse(self) -> None:
        """Ask the question of the block. Raises `Refused` as `Pulses.ask` does."""
        self._check_running()
        self.pulses.ask(self.block, self.seats, self._now())

    def answer(self, seat: str, block: str, choice: str) -> None:
        """Take one answer. Raises `Refused` as `Pulses.answer` does, and where the group is at another block."""
        self._check_running()
        self.seats.get(seat)
        if block != self.block.id:
            raise Refused("pulse-closed")
        self.pulses.answer(seat, self.block, choice)

    def close_pulse(self) -> None:
        """End the question, and say what it came to. Raises `Refused` as `Pulses.close` does."""
        self._check_running()
        self.pulses.close(self.seats.here(), self._now())

    # What phones say

    def say(self, seat: str, block: str, pace: Pace) -> None:
        """Ready, or more time, of a block. What was said of another is late and says nothing."""
        self._check_running()
        one = self.seats.get(seat)
        if block == self.block.id:
            one.pace = pace

    def park(self, seat: str, name: str, text: str) -> None:
        """Put a note down.

        Raises:
            Refused: the meeting is over, the seat is none, fewer than five are here (A9), so a note would be somebody's; or as
                `SharedParking.put_from` says.
        """
        if self.ended:
            raise Refused("over")
        self.seats.get(seat)
        if self.seats.here() < AT_LEAST:
            raise Refused("too-few-to-park")
        if self.parking.put_from(seat, name, text):
            self.held_back.hold(("note", name))

    def ask_for_word(self, seat: str, word: Word) -> None:
        """Ask for a word at the break, with the seat's name or without, or take it back."""
        if self.ended:
            raise Refused("over")
        one = self.seats.get(seat)
        if word == one.word:
            return
        one.word = word
        if word:
            self.held_back.hold(("word", seat))
        else:
            self.held_back.forget(("word", seat))

    def end(self) -> None:
        """The meeting is over. A pulse that is open is void, and its code lets nobody in. It can be said again, for a disk may refuse."""
        self.pulses.void()
        self.ended = True

    # Taking a change back

    def memory(self) -> dict[str, Any]:
        """Everything that a change can change, as it is now."""
        return copy.deepcopy({name: value for name, value in vars(self).items() if name != "clocks"})

    def recall(self, memory: dict[str, Any]) -> None:
        """Be as it was: what could not be written down has not happened."""
        vars(self).update(memory)

    # Inside

    def _now(self) -> float:
        return self.clocks.steady()

    def _enter(self, place: int) -> None:
        self.pulses.void()
        self.held_back.show()
        self.place = place
        self.paused = False
        self.seats.forget_paces()
        self.time = Countdown(left_then=self.block.minutes * MINUTE, since=self._now())

    def _timed(self) -> Countdown:
        return self.time or Countdown(left_then=self.block.minutes * MINUTE, since=self._now(), runs=False)

    def _check_running(self, *, started: bool = True) -> None:
        if self.ended:
            raise Refused("over")
        if started and self.started is None:
            raise Refused("not-started")
