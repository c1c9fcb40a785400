"""The room as a service that the hub starts and stops: `python -m newsoil.hub.room_service`.

The seam to the room: `newsoil.server.room` has `application(door, prefix)`, which gives a Tornado application whose addresses begin with
`prefix`, whose handlers are `Guarded` and whose setting `DOOR` is the door; the door's own addresses are among them, and it has a
`cookie_secret` of its own for as long as it runs. Everything else, such as plans, pulses and what is written, is the room's.
"""

import asyncio
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from newsoil._errors import BadStart, NewSoilError
from newsoil.hub.room_door import HubDoor

ROOM = "newsoil.server.room"


async def listen(application: Any) -> None:
    """Serve a room where the hub said, until the process is ended."""
    address = urlsplit(os.environ.get("JUPYTERHUB_SERVICE_URL", ""))
    application.listen(address.port, address.hostname or "", xheaders=True)
    await asyncio.Event().wait()


def serve() -> None:
    """Serve the room of this hub.

    Raises:
        BadStart: it was not a hub that started it, or there is no room in this New Soil.
    """
    prefix = os.environ.get("JUPYTERHUB_SERVICE_PREFIX", "")
    if not prefix:
        raise BadStart("This is started by a JupyterHub, as its service “room”.")
    if find_spec(ROOM) is None:
        raise BadStart("This New Soil has no room yet. Take the service “room” out of the hub's configuration.")
    asyncio.run(listen(import_module(ROOM).application(HubDoor(), prefix)))


if __name__ == "__main__":
    try:
        serve()
    except NewSoilError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command prints
        raise SystemExit(2) from error
