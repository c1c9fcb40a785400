"""A room that is served, and who comes in."""

from contextlib import asynccontextmanager

from benchmarks.room_client import Browser
from tornado.testing import bind_unused_port

from newsoil.server.room.serve import RoomServer


@asynccontextmanager
async def served(meeting):
    """A room on a port of its own."""
    socket, port = bind_unused_port()
    socket.close()
    server = RoomServer(meeting, port, ())
    server.listen()
    try:
        yield server
    finally:
        await server.close()


async def phone(server):
    """A phone that has joined and is connected."""
    browser = await Browser.joined(server.port, server.meeting.room.code)
    return browser, await browser.line("phone")


async def console(server):
    """A facilitator's console that is connected."""
    browser = Browser(server.port)
    assert (await browser.ask("/enter", {"key": server.meeting.room.keys["facilitator"]})).code == 200
    return browser, await browser.line("console")
