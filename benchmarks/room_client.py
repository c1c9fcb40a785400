"""Browsers without a screen: they keep cookies, come into a room, and hold a connection. The tests of the room use them, too."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Self

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

WAIT = 20.0
"""Seconds after which nothing is expected to come any more."""

View = dict[str, Any]


class Connection:
    """One connection, and what it was told last."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        self.socket = socket
        self.room: View = {}
        self.own: View = {}
        self._n = 0

    async def hear(self) -> View | None:
        """The next message; `None` when the connection has ended."""
        said = await asyncio.wait_for(self.socket.read_message(), WAIT)  # type: ignore[arg-type] # a future that can be awaited
        if said is None:
            return None
        message: View = json.loads(said)
        if message["kind"] == "room":
            self.room = message
        if message["kind"] == "yours":
            self.own = message
        return message

    async def say(self, **message: Any) -> View | None:
        """Say something, and what became of it; `None` when the connection has ended."""
        self._n += 1
        await self.socket.write_message(json.dumps({"n": self._n, **message}))
        while (heard := await self.hear()) is not None:
            if heard.get("n") == self._n:
                return heard
        return None

    async def begin(self, support: View) -> View | None:
        """As a console: fill in the list of help, see to everything, and begin the meeting. What became of that."""
        await self.until(lambda _: True)
        await self.say(kind="support", found=support)
        for check in self.room["checks"]:
            await self.say(kind="check", check=check["id"], done=True)
        return await self.say(kind="do", act="start")

    async def until(self, fits: Callable[[View], bool]) -> View:
        """Hear until the room is so.

        Raises:
            ConnectionError: the connection has ended.
            TimeoutError: it never was.
        """
        while not (self.room and fits(self.room)):
            if await self.hear() is None:
                raise ConnectionError("The connection has ended.")
        return self.room


class Browser:
    """One browser. `cookies` are those that it was given."""

    def __init__(self, port: int, cookies: str = "") -> None:
        self.port, self.cookies = port, cookies

    @classmethod
    async def joined(cls, port: int, code: str) -> Self:
        """A browser that has come in with a code."""
        browser = cls(port)
        if (await browser.ask("/join", {"code": code})).code != 200:
            raise ConnectionError("The room did not take the code.")
        return browser

    async def ask(self, path: str, body: View | str | None = None, **headers: str) -> HTTPResponse:
        """The answer to a request, whatever its status."""
        method, sent = ("GET", None) if body is None else ("POST", json.dumps(body) if isinstance(body, dict) else body)
        own = {"Content-Type": "application/json", "Cookie": self.cookies, **_named(headers)}
        request = HTTPRequest(f"http://127.0.0.1:{self.port}{path}", method=method, body=sent, headers=own)
        answer = await AsyncHTTPClient().fetch(request, raise_error=False)
        for cookie in answer.headers.get_list("Set-Cookie"):
            self.cookies = f"{self.cookies}; {cookie.split(';')[0]}".strip("; ")
        return answer

    async def line(self, page: str, **headers: str) -> Connection:
        """A connection. Raises `HTTPClientError` where none is given."""
        own = {"Cookie": self.cookies, **_named(headers)}
        return Connection(await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{self.port}/line/{page}", headers=own)))

    async def refused(self, page: str, **headers: str) -> int | None:
        """The status with which a connection is refused; `None` where it is given."""
        try:
            await self.line(page, **headers)
        except HTTPClientError as error:
            return error.code
        return None


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
