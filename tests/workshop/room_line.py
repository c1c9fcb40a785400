"""A room that is served, and who comes in."""

from contextlib import asynccontextmanager

from benchmarks.room_client import Browser
from held_meeting import LIST
from tornado.testing import bind_unused_port

from newsoil.server.room.serve import RoomServer
from servers import in_a_loop


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


def room(test):
    """A test of a room that is served."""

    def run(meeting):
        async def whole():
            async with served(meeting) as server:
                await test(server)

        in_a_loop(whole())

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return run


async def started(server):
    """A console of a meeting that has begun."""
    browser, line = await console(server)
    assert (await line.begin(LIST))["kind"] == "done"
    return browser, line


async def phones(server, number):
    return [await phone(server) for _ in range(number)]


async def ends(line):
    """The code with which a line ends."""
    while await line.hear() is not None:
        pass
    return line.socket.close_code
