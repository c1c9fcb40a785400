"""Who somebody is to the room: a phone that has joined, a facilitator, the screen on the wall, or nobody."""

import asyncio
import hashlib
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import NoReturn, Protocol

from tornado.web import RequestHandler

from newsoil.server.room.guesses import FREE, Guesses, InAMinute
from newsoil.server.room.lan import is_here
from newsoil.workshop.codes import HOURS, fits
from newsoil.workshop.refused import Refused
from newsoil.workshop.room import ROLES, Room

SEAT, KEY = "newsoil_seat", "newsoil_key"

NEW_SEATS = 60
"""Seats that one address is given within a minute; this computer may have more. A group behind one router is in within that time."""

_DAYS = HOURS / 24

_PARTS = 3
"""Of the cookie of whoever came in with a key."""


class Door(Protocol):
    """Says who somebody is. A room on one laptop goes by codes and keys, one on a hub by the hub's own sign-in."""

    async def meet(self, handler: RequestHandler) -> None:
        """Find out who asks, before anything is answered; all else is asked after this. It may answer itself."""

    def seat(self, handler: RequestHandler) -> str | None:
        """The seat of the phone that asks; `None` where it has not joined."""

    def holds(self, handler: RequestHandler, role: str) -> bool:
        """Whether whoever asks is a facilitator, or the screen."""

    async def join(self, handler: RequestHandler, code: str) -> None:
        """Give the browser that asks a seat. Raises `Refused` where the code is none."""

    def enter(self, handler: RequestHandler, key: str) -> None:
        """Let a facilitator, or the screen, in. Raises `Refused` where the key is none."""

    def stay(self, handler: RequestHandler) -> None:
        """Let whoever asks stay in though the keys are others now, until this process ends."""

    def leave(self, handler: RequestHandler) -> None:
        """Take the seat from the browser that asks."""


class CodeDoor:
    """A room on one laptop. Seats are signed cookies, so a phone comes back after a crash though no list of seats was written."""

    def __init__(
        self, room: Room, now: Callable[[], float] = time.monotonic, wait: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._room = room
        self._guesses, self._wrong_keys, self._new_seats = Guesses(now, wait), InAMinute(now), InAMinute(now)
        self._staying: set[str] = set()

    async def meet(self, handler: RequestHandler) -> None:
        """Nobody has to be asked: who somebody is stands in their cookies."""

    def seat(self, handler: RequestHandler) -> str | None:
        """The seat in the cookie that this room has signed."""
        signed = handler.get_signed_cookie(SEAT, max_age_days=_DAYS)
        return signed.decode() if signed else None

    def holds(self, handler: RequestHandler, role: str) -> bool:
        """Whether the browser has come in with this role's key. A facilitator may see the screen, too."""
        said = self._came_with(handler)
        return said[:1] in ([role], [ROLES[0]]) and (said[1] == self._mark_of_key(said[0]) or said[2] in self._staying)

    async def join(self, handler: RequestHandler, code: str) -> None:
        """Take the code, and sign a seat; whoever has one keeps it. Whoever sends many wrong ones waits."""
        who = self._who(handler)
        await self._guesses.turn(who)
        if not fits(code, self._room.code):
            self._guesses.was_wrong(who)
            raise Refused("wrong-code")
        if not self._room.is_open():
            raise Refused("code-over")
        seat = self.seat(handler)
        if seat is None or seat in self._room.seats.removed:
            if self._new_seats[who] >= NEW_SEATS and not is_here(who):
                raise Refused("too-many-seats")
            self._new_seats.add(who)
            self._sign(handler, SEAT, self._new_seat(handler))

    def enter(self, handler: RequestHandler, key: str) -> None:
        """Take the key of a role, and sign it. A right one never waits: nobody guesses 192 bits."""
        role = next((role for role in ROLES if secrets.compare_digest(key.encode(), self._room.keys[role].encode())), None)
        if role is None:
            self._refuse_key(self._who(handler))
        elif role == ROLES[0] or not self.holds(handler, ROLES[0]):  # the screen's key takes nothing from a facilitator
            self._sign(handler, KEY, f"{role} {self._mark_of_key(role)} {secrets.token_hex(8)}")

    def stay(self, handler: RequestHandler) -> None:
        """Know this browser by the last part of its cookie, which no other has."""
        self._staying.update(self._came_with(handler)[2:])

    def leave(self, handler: RequestHandler) -> None:
        """Forget the seat in this browser."""
        handler.clear_cookie(SEAT, path=handler.settings["base"], samesite="Strict", httponly=True)

    def _who(self, handler: RequestHandler) -> str:
        """By what those are told apart who try codes: their address."""
        return handler.request.remote_ip or ""

    def _new_seat(self, handler: RequestHandler) -> str:  # noqa: ARG002 - whose browser it is says nothing here
        return secrets.token_hex(16)

    def _sign(self, handler: RequestHandler, name: str, value: str) -> None:
        handler.set_signed_cookie(name, value, expires_days=None, path=handler.settings["base"], httponly=True, samesite="Strict")

    def _came_with(self, handler: RequestHandler) -> list[str]:
        """The role in the browser's cookie, the mark of the key with which it came in, and what it alone has; nothing where it has none."""
        signed = handler.get_signed_cookie(KEY, max_age_days=_DAYS)
        said = signed.decode().split() if signed else []
        return said if len(said) == _PARTS else []

    def _mark_of_key(self, role: str) -> str:
        """What changes with a key, and does not tell it."""
        return hashlib.sha256(self._room.keys[role].encode()).hexdigest()[:16]

    def _refuse_key(self, who: str) -> NoReturn:
        if self._wrong_keys[who] >= FREE:
            raise Refused("too-many-codes")
        self._wrong_keys.add(who)
        raise Refused("wrong-key")
