"""All connections of a room, and telling them what has changed: at once for one change, in one go for many."""

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.iostream import StreamBufferFullError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from newsoil.workshop.meeting import Meeting
from newsoil.workshop.views import for_facilitator, for_phones, for_screen, yours

TOGETHER = 0.06
"""Seconds for which changes are gathered before pages are told. A person does not notice it, and three hundred phones that say “ready” at
once are told of it together."""

LOOKED_AT_MS = 10_000
"""Milliseconds between two looks for what changes by itself: phones that stay away, a code that is over."""

View = dict[str, Any]


class Lines:
    """Connections by their role."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.phones: dict[WebSocketHandler, str] = {}
        self.facilitators: set[WebSocketHandler] = set()
        self.screens: set[WebSocketHandler] = set()
        self.reached = False
        """Whether a device other than this computer has ever opened a page: then phones get here."""
        self._told: dict[str, View] = {}
        self._going_to_tell = False
        self._tasks: set[asyncio.Future[None]] = set()

    def watch(self) -> PeriodicCallback:
        """Look for what changes by itself, from now on."""
        looking = PeriodicCallback(self._tell, LOOKED_AT_MS)
        looking.start()
        return looking

    def was_reached(self) -> None:
        """A device other than this computer has opened a page."""
        if not self.reached:
            self.reached = True
            self.changed()

    def changed(self) -> None:
        """Something has changed: all are told soon."""
        if not self._going_to_tell:
            self._going_to_tell = True
            IOLoop.current().call_later(TOGETHER, self._tell)

    def greet(self, line: WebSocketHandler, role: str) -> None:
        """Tell a new connection everything."""
        self.say(line, self._view(role))
        if role == "phone":
            self.tell_own(self.phones[line])

    def tell_own(self, seat: str) -> None:
        """Tell a phone of itself, on all its connections."""
        if all(one.id != seat for one in self.meeting.room.seats):
            return
        own = yours(self.meeting.room, self.meeting.room.seats.get(seat))
        for line, its in list(self.phones.items()):
            if its == seat:
                self.say(line, own)

    def close(self, seat: str, code: int) -> None:
        """End all connections of a seat."""
        for line, its in list(self.phones.items()):
            if its == seat:
                line.close(code)

    def close_all(self) -> None:
        """End every connection; pages will try to come back."""
        for line in (*self.phones, *self.facilitators, *self.screens):
            line.close(1001)

    def say(self, line: WebSocketHandler, said: View | str) -> None:
        """Send one message. Who has just gone away hears nothing, and asks again when it is back. Who reads nothing for long is ended."""
        try:
            sent = line.write_message(said if isinstance(said, str) else json.dumps(said, ensure_ascii=False, separators=(",", ":")))
        except WebSocketClosedError:
            return
        except StreamBufferFullError:
            line.ws_connection.stream.close()  # type: ignore[union-attr] # it has one, or it could not have written
            return
        self._tasks.add(sent)
        sent.add_done_callback(self._forget)

    def _forget(self, sent: "asyncio.Future[None]") -> None:
        self._tasks.discard(sent)
        sent.exception()  # it has gone away meanwhile: as above

    def _tell(self) -> None:
        """Tell every page what it does not know yet. What only runs down by itself, each page counts for itself."""
        self._going_to_tell = False
        for role, lines in self._by_role():
            view = self._view(role)
            if lines and _untimed(view) != _untimed(self._told.get(role, {})):
                text = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
                for line in list(lines):
                    self.say(line, text)
            self._told[role] = view

    def _by_role(self) -> Iterator[tuple[str, Any]]:
        yield "phone", self.phones
        yield "facilitator", self.facilitators
        yield "screen", self.screens

    def _view(self, role: str) -> View:
        meeting = self.meeting
        if role == "facilitator":
            told = for_facilitator(meeting.room, meeting.words, meeting.attendance)
            return told | {
                "support": meeting.support(),
                "help": msgspec.to_builtins(meeting.support_list()),
                "rehearsal": meeting.rehearsal,
                "consoles": len(self.facilitators),
                "reached": self.reached,
            }
        make: Callable[..., View] = for_phones if role == "phone" else for_screen
        return make(meeting.room, meeting.words) | {"rehearsal": meeting.rehearsal}


def _untimed(view: View) -> View:
    """A view without what runs down by itself. `changes` says when somebody changed it."""
    return {key: value for key, value in view.items() if key not in ("time", "behind", "clock")}
