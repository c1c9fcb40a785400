"""Eight invented people for a rehearsal. They do what phones do and know nothing more than phones; each at a pace of its own."""

import json
import random
from typing import Any

from newsoil.workshop.meeting import Meeting
from newsoil.workshop.parking import MOST
from newsoil.workshop.plan import Kind

PEOPLE = 8

STEP_SECONDS = 2.0
"""Seconds between two looks of everybody at their phones."""

_READY, _MORE, _ANSWERS, _PARKS, _ASKS = 0.12, 0.03, 0.25, 0.01, 0.004
"""How likely it is that somebody does something at one look: says that they are ready, asks for more time, answers, parks a note, wants a
word. Ours: quiet enough to try the console, and lively enough to see it move."""

_PACED: tuple[Kind, ...] = ("silent", "pairs", "threes", "all")


class Simulated:
    """The people of one rehearsal. `chance` can be one that always falls the same way."""

    def __init__(self, meeting: Meeting, chance: random.Random | None = None) -> None:
        self._meeting, self._chance = meeting, chance or random.Random()  # noqa: S311 - nobody has to be unable to guess it
        self._seats = [f"invented-{number}" for number in range(PEOPLE)]
        self._notes = list(meeting.words.words.get("rehearsal", {}).values())
        self._n = 0

    def come(self) -> None:
        """Sit down."""
        for seat in self._seats:
            self._meeting.room.seats.connect(seat)

    def step(self) -> bool:
        """Look at the phones once. Says whether anybody did anything."""
        room = self._meeting.room
        if room.ended or room.started is None or room.paused:
            return False
        here = [seat for seat in self._seats if seat not in room.seats.removed]
        return sum(self._look(seat) for seat in here) > 0

    def _look(self, seat: str) -> bool:
        room, block = self._meeting.room, self._meeting.room.block
        if (pulse := room.pulses.open) and block.pulse and not pulse.has_answered(seat) and self._falls(_ANSWERS):
            return self._says(seat, kind="answer", block=block.id, choice=self._chance.choice(block.pulse.choices).id)
        if block.kind in _PACED and not room.seats.get(seat).pace and self._falls(_READY):
            return self._says(seat, kind="pace", block=block.id, pace="more" if self._falls(_MORE / _READY) else "ready")
        if self._notes and self._falls(_PARKS):
            note = f"invented-{self._chance.randrange(10**8, 10**9)}"
            return len(room.parking.notes) < MOST and self._says(seat, kind="park", note=note, text=self._notes.pop())
        if not room.seats.get(seat).word and self._falls(_ASKS):
            return self._says(seat, kind="word", word=self._chance.choice(("somebody", "named")))
        return False

    def _falls(self, likely: float) -> bool:
        return self._chance.random() < likely

    def _says(self, seat: str, **message: Any) -> bool:
        self._n += 1
        reply = self._meeting.phone_says(seat, json.dumps({"n": self._n, **message}))
        return reply is not None and reply["kind"] == "done"
