"""The door of a room on a hub: the hub says who somebody is and what they may; the code of the meeting is still asked for.

What keys say on one laptop, roles say here. A facilitator gets no seat, so none can answer a pulse; a person has one seat, from however
many windows they come.
"""

import hmac
from typing import Any, Literal

from jupyterhub.services.auth import HubOAuth
from tornado.httputil import url_concat
from tornado.web import HTTPError, RequestHandler

from newsoil.server.elsewhere import is_from_elsewhere
from newsoil.server.room.door import CodeDoor
from newsoil.workshop.refused import Refused
from newsoil.workshop.room import Room

TAKE_PART, FACILITATE = "custom:room:take-part", "custom:room:facilitate"
"""The hub's scopes for the two roles, as `deploy/jupyterhub/jupyterhub_config.py` defines them. The second holds the first."""

LEADING = ("console", "screen")
"""Pages that a facilitator alone opens."""

Role = Literal["facilitator", "participant", ""]


class HubDoor(CodeDoor):
    """Asks the hub, by the cookie that it gave this room for a person, or by a token of theirs.

    `hub` is what speaks with the hub; the one of this process unless another is given.
    """

    def __init__(self, room: Room, hub: Any = None) -> None:
        super().__init__(room)
        self._hub = hub if hub is not None else HubOAuth.instance()

    async def meet(self, handler: RequestHandler) -> None:
        """Ask the hub. A page leads whoever is not known to the hub; else, and for what a page elsewhere asks, it is 403."""
        if is_from_elsewhere(handler):
            raise HTTPError(403)
        known = await self._hub.get_user(handler, sync=False)
        role = self._role_of(known)
        handler.newsoil_role = role  # type: ignore[attr-defined] # of this request alone
        handler.newsoil_person = self._mark(known["name"]) if role else ""  # type: ignore[attr-defined]
        page = getattr(handler, "page", None)
        if known is None and page and handler.request.method == "GET":
            self._lead_in(handler)
        elif not role or (page in LEADING and role != "facilitator"):
            raise HTTPError(403)

    def seat(self, handler: RequestHandler) -> str | None:
        """The seat that this person took with the code, in the browser in which they did. A facilitator has none."""
        seat = super().seat(handler)
        return seat if _role(handler) == "participant" and seat in self._seats(handler) else None

    def holds(self, handler: RequestHandler, role: str) -> bool:  # noqa: ARG002 - whoever leads has the screen too
        """Whether whoever asks leads the room."""
        return _role(handler) == "facilitator"

    async def join(self, handler: RequestHandler, code: str) -> None:
        """Give a participant their seat. Raises `Refused` where the code is none, or where it is a facilitator."""
        if _role(handler) != "participant":
            raise Refused("not-in-the-room")
        await super().join(handler, code)

    def enter(self, handler: RequestHandler, key: str) -> None:  # noqa: ARG002 - there are no keys
        """Nobody needs a key here. Raises `Refused` for whoever does not lead."""
        if not self.holds(handler, "facilitator"):
            raise Refused("no-key")

    def stay(self, handler: RequestHandler) -> None:
        """Nobody came in with a key, so none is out when it changes."""

    def _role_of(self, known: dict[str, Any] | None) -> Role:
        """The role of somebody by their scopes. A service of the hub has none."""
        if known is None or known.get("kind") != "user" or not self._hub.check_scopes(self._hub.access_scopes, known):
            return ""
        return "facilitator" if FACILITATE in known["scopes"] else "participant" if TAKE_PART in known["scopes"] else ""

    def _mark(self, of: str) -> str:
        """What stands for something in this room, and means nothing once the room and its secret are gone."""
        return hmac.new(self._room.secret.encode(), of.encode(), "sha256").hexdigest()[:32]

    def _who(self, handler: RequestHandler) -> str:
        """The person: many come by one address here."""
        person: str = handler.newsoil_person  # type: ignore[attr-defined] # as `meet` has left it
        return person

    def _seats(self, handler: RequestHandler) -> list[str]:
        """The seats that a person can have: the first, and after each that was taken from them another."""
        person = self._who(handler)
        seats = [self._mark(f"{person} 0")]
        while seats[-1] in self._room.seats.removed:
            seats.append(self._mark(f"{person} {len(seats)}"))
        return seats

    def _new_seat(self, handler: RequestHandler) -> str:
        return self._seats(handler)[-1]

    def _lead_in(self, handler: RequestHandler) -> None:
        """Lead a browser to the hub, which leads it back to where it wanted to go."""
        verifier, challenge, method = self._hub.generate_pkce_code_challenge()
        state = self._hub.set_state_cookie(handler, next_url=handler.request.uri, code_verifier=verifier)
        asked = {"state": state, "code_challenge": challenge, "code_challenge_method": method}
        handler.redirect(url_concat(self._hub.login_url, asked))


def _role(handler: RequestHandler) -> Role:
    role: Role = getattr(handler, "newsoil_role", "")
    return role
