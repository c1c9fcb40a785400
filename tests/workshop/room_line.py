"""A room that is served, and browsers without a screen: they keep cookies, come in, and hold a connection."""

import asyncio
import json
from contextlib import asynccontextmanager

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.testing import bind_unused_port
from tornado.websocket import websocket_connect

from newsoil.server.room.serve import RoomServer

WAIT = 5


class Browser:
    """One browser. `cookies` are those that it was given."""

    def __init__(self, port, cookies=""):
        self.port, self.cookies = port, cookies

    async def ask(self, path, body=None, **headers):
        """The answer to a request, whatever its status."""
        method, sent = ("GET", None) if body is None else ("POST", json.dumps(body) if isinstance(body, dict) else body)
        own = {
            "Content-Type": "application/json",
            "Cookie": self.cookies,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        request = HTTPRequest(f"http://127.0.0.1:{self.port}{path}", method=method, body=sent, headers=own)
        answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        for cookie in answer.headers.get_list("Set-Cookie"):
            self.cookies = f"{self.cookies}; {cookie.split(';')[0]}".strip("; ")
        return answer

    async def line(self, page, **headers):
        """A connection. Raises `HTTPClientError` where none is given."""
        own = {"Cookie": self.cookies, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return Connection(await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{self.port}/line/{page}", headers=own)))

    async def refused(self, page, **headers):
        """The status with which a connection is refused."""
        try:
            await self.line(page, **headers)
        except HTTPClientError as error:
            return error.code
        return None


class Connection:
    """One connection, and what it was told last."""

    def __init__(self, socket):
        self.socket, self.room, self.own, self._n = socket, {}, {}, 0

    async def hear(self):
        """The next message; `None` when the connection has ended."""
        said = await asyncio.wait_for(self.socket.read_message(), WAIT)
        if said is None:
            return None
        message = json.loads(said)
        if message["kind"] == "room":
            self.room = message
        if message["kind"] == "yours":
            self.own = message
        return message

    async def say(self, **message):
        """Say something, and what became of it."""
        self._n += 1
        await self.socket.write_message(json.dumps({"n": self._n, **message}))
        while (heard := await self.hear()) is not None:
            if heard.get("n") == self._n:
                return heard
        return None

    async def until(self, fits):
        """Hear until the room is so. Raises `TimeoutError` where it never is."""
        while not (self.room and fits(self.room)):
            assert await self.hear() is not None, "the connection has ended"
        return self.room


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
    browser = Browser(server.port)
    assert (await browser.ask("/join", {"code": server.meeting.room.code})).code == 200
    return browser, await browser.line("phone")


async def console(server):
    """A facilitator's console that is connected."""
    browser = Browser(server.port)
    assert (await browser.ask("/enter", {"key": server.meeting.room.keys["facilitator"]})).code == 200
    return browser, await browser.line("console")
