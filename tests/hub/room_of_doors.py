"""A room with nothing in it but its door, which is the hub's: a page for all in it, one for whoever leads, and a socket."""

import asyncio
import os
import secrets

from tornado import web, websocket

from newsoil.hub.room_door import HubDoor
from newsoil.hub.room_service import listen
from newsoil.server.door import DOOR, Guarded


class Page(Guarded):
    def get(self):
        self.write({"role": self.guest.role, "mark": self.guest.mark})


class Leading(Page):
    admits = frozenset({"facilitator"})


class Line(Guarded, websocket.WebSocketHandler):
    def open(self):
        self.write_message(self.guest.role)


if __name__ == "__main__":
    door, prefix = HubDoor(), os.environ["JUPYTERHUB_SERVICE_PREFIX"]
    addresses = [*door.addresses(), (f"{prefix}facilitate", Leading), (f"{prefix}line", Line), (prefix, Page)]
    asyncio.run(listen(web.Application(addresses, cookie_secret=secrets.token_bytes(32), **{DOOR: door})))
