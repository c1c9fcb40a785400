"""Who comes to a room: whoever leads it, whoever takes part, or nobody. A code may tell that, or a hub; a room need not know which.

A room is given a door (`Door`) and asks nothing else; its handlers begin with `Guarded`.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Protocol

from tornado import web, websocket
from tornado.web import RequestHandler

Role = Literal["facilitator", "participant"]

DOOR = "newsoil_door"
"""The setting of a room's application that holds its door."""


@dataclass(frozen=True)
class Guest:
    """Somebody in a room, without a name: `mark` is the same in all windows of one person, and means nothing once the room is closed."""

    role: Role
    mark: str


class Door(Protocol):
    """How a room knows who comes."""

    async def who(self, handler: RequestHandler) -> Guest | None:
        """Who makes this request; `None` is nobody whom the room knows."""

    def lead_in(self, handler: RequestHandler) -> None:
        """Answer a page that nobody known asked for: show the way in."""

    def addresses(self) -> list[Any]:
        """What the door itself answers below the room's address, as Tornado takes it."""


class Guarded(RequestHandler):
    """A handler that answers those in `admits`. Whoever is not known is led in where they wanted a page, and refused anything else.

    A socket is refused before it opens: `prepare` comes before the handshake.
    """

    admits: ClassVar[frozenset[Role]] = frozenset({"facilitator", "participant"})
    guest: Guest

    async def prepare(self) -> None:
        """Find out who it is. Raises `HTTPError`, 403, for those who may not."""
        door: Door = self.settings[DOOR]
        guest = await door.who(self)
        if guest is not None and guest.role in self.admits:
            self.guest = guest
        elif guest is None and self.request.method == "GET" and not isinstance(self, websocket.WebSocketHandler):
            door.lead_in(self)
        else:
            raise web.HTTPError(403)
