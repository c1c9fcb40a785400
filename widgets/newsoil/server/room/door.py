"""Who somebody is to the room: a phone that has joined, a facilitator, the screen on the wall, or nobody."""

import secrets
import time
from collections import Counter
from collections.abc import Callable
from typing import Protocol

from tornado.web import RequestHandler

from newsoil.workshop.codes import HOURS, fits
from newsoil.workshop.refused import Refused
from newsoil.workshop.room import ROLES, Room

SEAT, KEY = "newsoil_seat", "newsoil_key"

WRONG_CODES, WITHIN = 12, 60
"""Wrong codes or keys that one address may send within so many seconds. Addresses are counted in memory for this long, written nowhere."""

_DAYS = HOURS / 24


class Door(Protocol):
    """Says who somebody is. A room on one laptop goes by codes and keys, one on a hub by the hub's own sign-in."""

    async def meet(self, handler: RequestHandler) -> None:
        """Find out who asks, before anything is answered; all else is asked after this. It may answer itself."""

    def seat(self, handler: RequestHandler) -> str | None:
        """The seat of the phone that asks; `None` where it has not joined."""

    def holds(self, handler: RequestHandler, role: str) -> bool:
        """Whether whoever asks is a facilitator, or the screen."""

    def join(self, handler: RequestHandler, code: str) -> None:
        """Give the browser that asks a seat. Raises `Refused` where the code is none."""

    def enter(self, handler: RequestHandler, key: str) -> None:
        """Let a facilitator, or the screen, in. Raises `Refused` where the key is none."""

    def leave(self, handler: RequestHandler) -> None:
        """Take the seat from the browser that asks."""


class CodeDoor:
    """A room on one laptop. Seats are signed cookies, so a phone comes back after a crash though no list of seats was written."""

    def __init__(self, room: Room, now: Callable[[], float] = time.monotonic) -> None:
        self._room, self._now = room, now
        self._wrong: Counter[str] = Counter()
        self._since = now()

    async def meet(self, handler: RequestHandler) -> None:
        """Nobody has to be asked: who somebody is stands in their cookies."""

    def seat(self, handler: RequestHandler) -> str | None:
        """The seat in the cookie that this room has signed."""
        signed = handler.get_signed_cookie(SEAT, max_age_days=_DAYS)
        return signed.decode() if signed else None

    def holds(self, handler: RequestHandler, role: str) -> bool:
        """Whether the browser has come in with this role's key. A facilitator may see the screen, too."""
        signed = handler.get_signed_cookie(KEY, max_age_days=_DAYS)
        return signed is not None and signed.decode() in {role, ROLES[0]}

    def join(self, handler: RequestHandler, code: str) -> None:
        """Take the code, and sign a seat; whoever has one keeps it."""
        self._check(handler, "wrong-code", is_right=fits(code, self._room.code))
        if not self._room.is_open():
            raise Refused("code-over")
        seat = self.seat(handler)
        if seat is None or seat in self._room.seats.removed:
            self._sign(handler, SEAT, self._new_seat(handler))

    def enter(self, handler: RequestHandler, key: str) -> None:
        """Take the key of a role, and sign it."""
        role = next((role for role in ROLES if secrets.compare_digest(key.encode(), self._room.keys[role].encode())), None)
        self._check(handler, "wrong-key", is_right=role is not None)
        if role and not (role != ROLES[0] and self.holds(handler, ROLES[0])):  # the screen's key takes nothing from a facilitator
            self._sign(handler, KEY, role)

    def leave(self, handler: RequestHandler) -> None:
        """Forget the seat in this browser."""
        handler.clear_cookie(SEAT, path=handler.settings["base"], samesite="Strict", httponly=True)

    def _new_seat(self, handler: RequestHandler) -> str:  # noqa: ARG002 - whose browser it is says nothing here
        return secrets.token_hex(16)

    def _sign(self, handler: RequestHandler, name: str, value: str) -> None:
        handler.set_signed_cookie(name, value, expires_days=None, path=handler.settings["base"], httponly=True, samesite="Strict")

    def _check(self, handler: RequestHandler, otherwise: str, *, is_right: bool) -> None:
        """Let a right code by. Wrong ones are counted, for so long; whoever sends many waits, with a right one too."""
        if self._now() - self._since > WITHIN:
            self._wrong.clear()
            self._since = self._now()
        address = handler.request.remote_ip or ""
        if self._wrong[address] >= WRONG_CODES:
            raise Refused("too-many-codes")
        if not is_right:
            self._wrong[address] += 1
            raise Refused(otherwise)
