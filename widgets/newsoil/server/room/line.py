"""One connection of a page to the room. Who it is, is known before it opens: a stranger gets 403 and no connection at all."""

import logging
import time
from collections import deque
from typing import Any

from tornado.web import HTTPError
from tornado.websocket import WebSocketHandler

from newsoil.server.room.door import Door
from newsoil.server.room.lines import Lines
from newsoil.workshop.messages import LONGEST, LONGEST_OF_FACILITATORS
from newsoil.workshop.refused import Refused

_log = logging.getLogger(__name__)

MANY, WITHIN = 60, 10
"""Messages that one connection may send within so many seconds. A person who presses as fast as they can sends about fifty."""

NOT_ONE_OF_OURS, REMOVED, TOO_MANY, OVER = 4400, 4403, 4429, 4410
"""Why a connection was ended by the room; a page that reads one of these does not come back by itself, but for `TOO_MANY`."""


class Line(WebSocketHandler):
    """What all connections share."""

    role = ""
    longest = LONGEST

    def initialize(self, lines: Lines, door: Door) -> None:
        """Get the room, and whoever says who somebody is."""
        self.lines, self.door = lines, door
        self.room, self.meeting = lines.meeting.room, lines.meeting
        self._sent: deque[float] = deque(maxlen=MANY)

    async def prepare(self) -> None:
        """Refuse strangers before the connection is one.

        A browser does not tell its page why it got no connection. So the page asks once more without one, and reads the reason.
        """
        self.set_header("Cache-Control", "no-store")
        await self.door.meet(self)
        try:
            self.let_in()
        except Refused as refused:
            self.set_status(403)
            self.finish({"reason": refused.reason, "says": self.meeting.words.refused(refused.reason)})

    def let_in(self) -> None:
        """See who asks. Raises `Refused` where they may not have this connection."""
        if not self.door.holds(self, self.role):
            raise Refused("no-key")

    def log_exception(self, kind: type[BaseException] | None, *_: Any) -> None:
        """Say what went wrong, without whom it happened to or what was said: tornado would name the address."""
        if kind is not None and not issubclass(kind, HTTPError):
            _log.error("A connection of the room broke (%s).", kind.__name__)

    def get_compression_options(self) -> dict[str, Any] | None:
        """None: what is secret and what somebody chose never share one packed stream."""
        return None

    def on_message(self, message: str | bytes) -> None:
        """Do what was asked, and say what became of it. Too many messages, or one that is none, end the connection."""
        if self._is_flooding():
            self.close(TOO_MANY)
            return
        reply = self.said(message) if len(message) <= self.longest else None
        if reply is None:
            self.close(NOT_ONE_OF_OURS)
            return
        self.lines.say(self, reply)
        self.lines.changed()

    def said(self, message: str | bytes) -> dict[str, Any] | None:
        """The reply, or `None` where the message is none of this role's."""
        raise NotImplementedError

    def _is_flooding(self) -> bool:
        now = time.monotonic()
        full = len(self._sent) == MANY and now - self._sent[0] < WITHIN
        self._sent.append(now)
        return full


class PhoneLine(Line):
    """Of a participant's phone."""

    role = "phone"

    def let_in(self) -> None:
        """Take its seat. Raises `Refused` where it has none, it was taken from it, or the room is full."""
        seat = self.door.seat(self)
        if seat is None:
            raise Refused("not-in-the-room")
        self.room.seats.may_come(seat)
        self.seat = seat

    def open(self, *_: str) -> None:
        """Sit down."""
        self.lines.phones[self] = self.seat
        self.room.seats.connect(self.seat)
        self.lines.greet(self, self.role)
        self.lines.changed()

    def said(self, message: str | bytes) -> dict[str, Any] | None:
        """Do what the phone asks, for its own seat."""
        reply = self.meeting.phone_says(self.seat, message)
        self.lines.tell_own(self.seat)
        return reply

    def on_close(self) -> None:
        """It is gone, for a moment or for good."""
        if self.lines.phones.pop(self, None):
            self.room.seats.disconnect(self.seat)
            self.lines.changed()


class FacilitatorLine(Line):
    """Of a console. There may be a few: a second facilitator sees and does the same."""

    role = "facilitator"
    longest = LONGEST_OF_FACILITATORS

    def open(self, *_: str) -> None:
        """Show the room."""
        self.lines.facilitators.add(self)
        self.lines.greet(self, self.role)
        self.lines.changed()

    def said(self, message: str | bytes) -> dict[str, Any] | None:
        """Do what the facilitator asks, and end the connections of phones that are out of the room."""
        asked, keys = {seat.id for seat in self.room.seats if seat.word}, self.room.keys
        reply = self.meeting.facilitator_says(message)
        for seat in [one for one in set(self.lines.phones.values()) if one in self.room.seats.removed]:
            self.lines.close(seat, REMOVED)
        if self.room.keys != keys:
            self._end_others()
        for heard in [seat.id for seat in self.room.seats if seat.id in asked and not seat.word]:
            self.lines.tell_own(heard)
        return reply

    def _end_others(self) -> None:
        """The keys are others now. Whoever came in with the old ones is out, but for whoever asked for it."""
        self.door.stay(self)
        for role, lines in (("facilitator", self.lines.facilitators), ("screen", self.lines.screens)):
            for line in [one for one in lines if not self.door.holds(one, role)]:
                line.close(REMOVED)

    def on_close(self) -> None:
        """One console less."""
        self.lines.facilitators.discard(self)
        self.lines.changed()


class ScreenLine(Line):
    """Of the screen on the wall. It says nothing."""

    role = "screen"

    def open(self, *_: str) -> None:
        """Show the room."""
        self.lines.screens.add(self)
        self.lines.greet(self, self.role)

    def said(self, message: str | bytes) -> dict[str, Any] | None:  # noqa: ARG002 - whatever it is
        """There is nothing that a screen says."""
        return None

    def on_close(self) -> None:
        """One screen less."""
        self.lines.screens.discard(self)
