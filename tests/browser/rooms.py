"""A room for browser tests: the real server, and whoever else is in it."""

import json
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

from newsoil._paths import programme_folder
from newsoil.guide.support import Line
from newsoil.workshop.support_list import SupportList, keep_list
from newsoil.workshop.words import read_words
from servers import Server, free_port, in_a_loop, standing

CHECKS = read_words(programme_folder()).words["checks"]

SETTLED = 700
"""Milliseconds after which a button listens again (600, `console-live.js`). Nothing shows when it does, for nothing has to: nobody sees the
moment in which a second press would be too many."""

HELP = Line(name="Advice by the river", kind="domestic-abuse", number="01632 960 001", source="https://example.org/")


class RoomProcess(Server):
    """`newsoil workshop`, for this computer alone, with its list of help filled in."""

    @cached_property
    def cookies(self) -> list[str]:
        """Those of phones that have not answered."""
        return []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def kept(self) -> dict:
        """The room as it is on the disk."""
        return json.loads(next(iter(self.home.glob("workshops/*/room.json"))).read_text("utf-8"))

    @property
    def link(self) -> str:
        return f"{self.address}#{self.kept['code']}"

    @property
    def wall(self) -> str:
        return f"{self.address}screen#{self.kept['keys']['screen']}"

    def of_kind(self, kind: str) -> str:
        """The first block of a kind."""
        return next(block["id"] for block in self.kept["plan"]["block"] if block["kind"] == kind)

    def lead(self, *acts: dict | str) -> dict:
        """Do as a facilitator what is asked, one after the other; the console's view afterwards. A text is the name of a plain act."""
        return in_a_loop(self._lead([{"kind": "do", "act": act} if isinstance(act, str) else act for act in acts]))

    def move(self, kind: str) -> dict:
        return self.lead({"kind": "move", "block": self.of_kind(kind)})

    def company(self, people: int, choice: str = "") -> None:
        """So many more phones, which count as here although nobody looks at them. With a choice, so many of these answer.

        A question takes no answer of phones that came after it was opened.
        """
        in_a_loop(self._company(people, choice))

    def begin(self) -> dict:
        """Everything is seen to, and the meeting begins."""
        return self.lead(*({"kind": "check", "check": name, "done": True} for name in CHECKS), "start")

    async def _lead(self, acts: list[dict]) -> dict:
        line = await self._line("enter", {"key": self.kept["keys"]["facilitator"]}, "console")
        for number, act in enumerate(acts):
            await line.write_message(json.dumps({**act, "n": number}))
            while (heard := json.loads(await line.read_message())).get("n") != number:
                pass
            assert heard["kind"] == "done", heard
        line.close()
        line = (
            await self._line("enter", {"key": self.kept["keys"]["facilitator"]}, "console")
            if acts[-1] != {"kind": "do", "act": "end"}
            else None
        )
        view = json.loads(await line.read_message()) if line else {}
        if line:
            line.close()
        return view

    async def _company(self, people: int, choice: str) -> None:
        for _ in range(people):
            if not choice:
                cookie = await self._cookie("join", {"code": self.kept["code"]})
                self.cookies.append(cookie)
                (await self._connected(cookie, "phone")).close()
                continue
            line = await self._connected(self.cookies.pop(0), "phone")
            block = json.loads(await line.read_message())["block"]["id"]
            await line.write_message(json.dumps({"kind": "answer", "block": block, "choice": choice, "n": 1}))
            while (heard := json.loads(await line.read_message())).get("n") != 1:
                pass
            assert heard["kind"] == "done", heard
            line.close()

    async def _line(self, door: str, says: dict, what: str):
        return await self._connected(await self._cookie(door, says), what)

    async def _cookie(self, door: str, says: dict) -> str:
        asked = HTTPRequest(f"{self.address}{door}", "POST", {"Content-Type": "application/json"}, json.dumps(says))
        let_in = await AsyncHTTPClient().fetch(asked)
        return let_in.headers["Set-Cookie"].split(";")[0]

    async def _connected(self, cookie: str, what: str):
        return await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{self.port}/line/{what}", headers={"Cookie": cookie}))


@contextmanager
def meeting(home: Path, *options: str):
    """A room in a home of its own."""
    keep_list(home / "workshops", SupportList(place="Riverside", checked_on=date.today(), line=(HELP,)))  # noqa: DTZ011
    with standing(RoomProcess("workshop", home, free_port(), options=["--only-here", *options])) as room:
        yield room
