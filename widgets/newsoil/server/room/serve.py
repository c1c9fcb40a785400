"""Serving a room on this laptop, for phones in the same network, until the process is ended."""

import asyncio
import contextlib
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from tornado.ioloop import PeriodicCallback
from tornado.web import Application

from newsoil._errors import BadStart
from newsoil.server.exits import EXITS
from newsoil.server.room.application import application, for_hosts
from newsoil.server.room.door import CodeDoor, Door
from newsoil.server.room.help_given import help_given
from newsoil.server.room.lan import own_addresses, picture
from newsoil.server.room.lines import Lines
from newsoil.server.room.listening import RoomListener
from newsoil.workshop.codes import spaced
from newsoil.workshop.meeting import Meeting
from newsoil.workshop.simulated import STEP_SECONDS, Simulated

HERE = "127.0.0.1"


class RoomServer:
    """One room on one port. On a hub (`newsoil.hub`) its address, its door and who reaches it are others."""

    base = "/"
    behind_a_proxy = False

    def __init__(self, meeting: Meeting, port: int, addresses: tuple[str, ...], support: Path | None = None) -> None:
        self.meeting, self.port, self.addresses, self._support = meeting, port, addresses, support
        self.lines = Lines(meeting)
        given = {"phone": self._for_phone, "console": self._for_console, "screen": self._for_screen}
        app = self.answering(application(self.lines, self.door(), base=self.base, given=given))
        of_proxies = {"xheaders": True, "counts": lambda _: False} if self.behind_a_proxy else {}
        self._server = RoomListener(app, **of_proxies)

    def door(self) -> Door:
        """What says who somebody is."""
        return CodeDoor(self.meeting.room)

    def answering(self, app: Application) -> Any:
        """The application for the requests that are meant for it: here those that call this computer by a name of its own."""
        return for_hosts(app, (HERE, "localhost", *self.addresses))

    @property
    def join(self) -> str:
        """The address that phones open, without the code."""
        return f"http://{self.addresses[0] if self.addresses else HERE}:{self.port}/"

    def key(self, page: str, role: str, host: str = HERE) -> str:
        """The address of a page with the key of its role. The key stands behind `#`: no server and no log ever sees it."""
        return f"http://{host}:{self.port}/{page}#{self.meeting.room.keys[role]}"

    def listen(self) -> None:
        """Take connections, here and from the networks around. Raises `BadStart` where the port is taken."""
        try:
            for address in (HERE, *self.addresses):
                self._server.listen(self.port, address)
        except OSError as error:
            raise BadStart(f"The port {self.port} cannot be used ({error.strerror}). Choose another with --port.") from error

    async def run(self) -> None:
        """Serve until the process is asked to end."""
        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        for one in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows has no such signals in a loop; it raises KeyboardInterrupt
                loop.add_signal_handler(one, over.set)
        watching = [self.lines.watch(), *self._invented()]
        await over.wait()
        for callback in watching:
            callback.stop()
        await self.close()

    async def close(self) -> None:
        """Take no more connections, and end those that are open."""
        self._server.stop()
        self.lines.close_all()
        await self._server.close_all_connections()

    def _invented(self) -> list[PeriodicCallback]:
        """In a rehearsal: people who are there from the beginning."""
        if not self.meeting.rehearsal:
            return []
        people = Simulated(self.meeting)
        people.come()
        moving = PeriodicCallback(lambda: self.lines.changed() if people.step() else None, STEP_SECONDS * 1000)
        moving.start()
        return [moving]

    def _for_phone(self) -> dict[str, Any]:
        """What a phone knows without its connection: whom to ask for help, and where leaving quickly leads."""
        language = self.meeting.words.language
        return {**help_given(self.meeting.support_list(), self._support, language), "exit": next(iter(EXITS.values()))}

    def _for_screen(self) -> dict[str, Any]:
        """How phones come in."""
        code = spaced(self.meeting.room.code)
        return {"address": self.join, "qr": picture(f"{self.join}#{self.meeting.room.code}"), "code": code, "near": bool(self.addresses)}

    def _for_console(self) -> dict[str, Any]:
        """What the console needs beside the room: plans to choose from, ways in for others, where a meeting leaves what it leaves."""
        programmes, host = self.meeting.programmes, self.addresses[0] if self.addresses else HERE
        return {
            **self._for_screen(),
            "second": self.key("lead", "facilitator", host),
            "second_qr": picture(self.key("lead", "facilitator", host)),
            "wall": self.key("screen", "screen", host),
            "addresses": self.addresses,
            "folder": str(self.meeting.folder or ""),
            "cards": msgspec.to_builtins(self.meeting.words.cards),
            "programmes": [
                {"id": one.id, "title": one.title, "about": one.about, "meetings": [self._named(plan, one.id) for plan in one.meetings]}
                for one in programmes.programmes
            ],
        }

    def _named(self, plan: str, programme: str) -> dict[str, str]:
        return {"id": plan, "title": self.meeting.programmes.plan(plan).title, "meeting": self.meeting.called(plan, programme)}


def serve_room(meeting: Meeting, port: int, *, only_here: bool, support: Path, greet: Callable[[str, str], None]) -> None:
    """Serve a meeting until the process is ended. `greet` is told where the console is, and where phones come in."""

    async def serve() -> None:
        server = RoomServer(meeting, port, () if only_here else own_addresses(), support)
        server.listen()
        greet(server.key("lead", "facilitator"), server.join)
        await server.run()

    asyncio.run(serve())
