"""The room as a service that the hub starts and stops: `python -m newsoil.hub.room_service`.

It is the room of `newsoil workshop` behind another door (`room_door`). It has no scope over anybody's server. When its meeting is over it
ends, and the hub starts it again with the next one.
"""

import asyncio
import os
import signal
import sys
from urllib.parse import urlsplit

from jupyterhub.services.auth import HubOAuthCallbackHandler
from msgspec.structs import replace
from tornado.ioloop import PeriodicCallback
from tornado.web import Application

from newsoil._errors import BadStart, NewSoilError
from newsoil._paths import WORKSHOPS, home_folder, programme_folder, support_folder
from newsoil.guide.whereabouts import said_there
from newsoil.hub.room_door import HubDoor
from newsoil.server.room.serve import RoomServer
from newsoil.workshop.meeting import Meeting
from newsoil.workshop.opening import opened
from newsoil.workshop.programme import read_programmes
from newsoil.workshop.words import read_words

LOOKED_AT_MS = 60_000
"""Milliseconds between two looks whether the meeting is over and everybody has gone."""


class HubRoom(RoomServer):
    """One room, at the address that the hub gives it."""

    behind_a_proxy = True

    def __init__(self, meeting: Meeting, base: str, public: str) -> None:
        self.base, self._public = base, public
        super().__init__(meeting, 0, (), support_folder())

    @property
    def join(self) -> str:
        """The address that participants open, without the code."""
        return self._public

    def key(self, page: str, role: str, host: str = "") -> str:  # noqa: ARG002 - the role of whoever opens it is the hub's to say
        """The address of a page. It has no key: the hub knows who may open it."""
        return f"{self.join}{page}"

    def door(self) -> HubDoor:
        """The hub's word."""
        return HubDoor(self.meeting.room)

    def answering(self, app: Application) -> Application:
        """All that comes by the hub's proxy, and the way back from the hub.

        The hub's own guard against forged requests would refuse the room's pages, which do not know it. The room has one of its own: it
        takes JSON, which no form sends, and from pages of its own host alone.
        """
        app.settings["disable_check_xsrf"] = True
        app.add_handlers(".*", [(f"{self.base}oauth_callback", HubOAuthCallbackHandler)])
        return app

    def _for_screen(self) -> dict[str, object]:
        """How people come in: whoever reaches the hub reaches the room."""
        return {**super()._for_screen(), "near": True}

    def listen_at(self, address: str) -> None:
        """Listen where the hub said."""
        where = urlsplit(address)
        self._server.listen(where.port or 0, where.hostname or "")

    def end_after_the_meeting(self) -> None:
        """End this process when the meeting is over and the last page is closed."""
        somebody = self.lines.phones or self.lines.facilitators or self.lines.screens
        if not self.meeting.room.is_open() and not somebody:
            signal.raise_signal(signal.SIGTERM)


async def _run(room: HubRoom, address: str) -> None:
    room.listen_at(address)
    watching = PeriodicCallback(room.end_after_the_meeting, LOOKED_AT_MS)
    watching.start()
    await room.run()


def serve() -> None:
    """Serve the room of this hub.

    Raises:
        BadStart: it was not a hub that started it.
    """
    address, base = (os.environ.get(f"JUPYTERHUB_SERVICE_{name}", "") for name in ("URL", "PREFIX"))
    if not (address and base):
        raise BadStart("This is started by a JupyterHub, as its service “room”. For a room on this computer: newsoil workshop")
    programme = programme_folder()
    words = read_words(programme)
    there = replace(words, words=said_there(words.words))
    with opened(home_folder() / WORKSHOPS, read_programmes(programme), there) as meeting:
        room = HubRoom(meeting, base, os.environ.get("JUPYTERHUB_PUBLIC_URL", base))
        asyncio.run(_run(room, address))


if __name__ == "__main__":
    try:
        serve()
    except NewSoilError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command prints
        raise SystemExit(2) from error
