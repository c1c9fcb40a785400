"""The room's pages, and coming in. Each page is one small document; everything that changes comes by its connection."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup
from tornado.web import HTTPError, RequestHandler

from newsoil.server.room.door import Door
from newsoil.server.room.files import version
from newsoil.server.room.lines import Lines
from newsoil.workshop.refused import Refused
from newsoil.workshop.room import ROLES

PAGES = Path(__file__).parent / "pages"

TEMPLATES = Environment(
    loader=FileSystemLoader([PAGES, Path(__file__).parents[1] / "jupyter" / "voila" / "templates" / "newsoil"]),
    autoescape=select_autoescape(["html"]),
    trim_blocks=True,
    lstrip_blocks=True,
)
"""The room's own pages, and the logo of the app's."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' {sockets}; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
"""What a page of the room may load and speak to: this server alone. For older Safari `'self'` is no socket, so they are named."""

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_LONGEST_BODY = 1024

_log = logging.getLogger(__name__)


def _files(base: str = "") -> str:
    """Where a page finds its script and its style: beside it, or from `base` where it may lie anywhere."""
    return f"{base}room/{version()}/"


class RoomHandler(RequestHandler):
    """What all of them share."""

    def initialize(self, lines: Lines, door: Door) -> None:
        """Get the room, and whoever says who somebody is."""
        self.lines, self.door = lines, door
        self.room, self.words = lines.meeting.room, lines.meeting.words

    async def prepare(self) -> None:
        """Find out who asks."""
        await self.door.meet(self)

    def set_default_headers(self) -> None:
        """Keep nothing, and load nothing from elsewhere."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        host = self.request.host
        self.set_header("Content-Security-Policy", POLICY.format(sockets=f"ws://{host} wss://{host}"))

    def log_exception(self, kind: type[BaseException] | None, *_: Any) -> None:
        """Say what went wrong, without whom it happened to: tornado would name the address."""
        if kind is not None and not issubclass(kind, HTTPError):
            _log.error("The room could not answer (%s).", kind.__name__)

    def write_error(self, status_code: int, **_: Any) -> None:
        """One plain sentence for what cannot be had."""
        self.set_status(status_code)
        base, words = self.settings["base"], self.words.words["shared"]
        self.finish(TEMPLATES.get_template("no.html").render(language=self.words.language, words=words, base=base, files=_files(base)))


class NotHere(RoomHandler):
    """Any other address."""

    async def prepare(self) -> None:
        """There is nothing."""
        raise HTTPError(404)


class Page(RoomHandler):
    """One page. It is the same for everybody, and says nothing of the room: that comes by the connection, to those who are let in."""

    def initialize(self, lines: Lines, door: Door, page: str, more: Callable[[], dict[str, Any]] | None = None) -> None:  # type: ignore[override]
        """`more` is what the page is given beside its words."""
        super().initialize(lines, door)
        self.page, self.more = page, more

    def get(self) -> None:
        """The document."""
        role = {"console": "facilitator"}.get(self.page, self.page)
        inside = self.door.seat(self) is not None if role == "phone" else self.door.holds(self, role)
        given = {"words": {**self.words.words["shared"], **self.words.words["pulse"], **self.words.words[self.page]}, "inside": inside}
        if self.request.remote_ip not in ("127.0.0.1", "::1", self.request.host_name):  # by its own address, this computer comes from there
            self.lines.was_reached()
        if self.more and (inside or role == "phone"):
            given |= self.more()
        self.finish(
            TEMPLATES.get_template(f"{self.page}.html").render(
                language=self.words.language,
                words=given["words"],
                files=_files(),
                given=Markup(json.dumps(given, ensure_ascii=False).replace("<", "\\u003c")),  # noqa: S704 - JSON in which no tag can begin
                page=self.page,
            )
        )


class Coming(RoomHandler):
    """Coming in with a code or a key, and leaving. A page of another site can send neither: browsers ask first, and get no answer."""

    def initialize(self, lines: Lines, door: Door, what: str) -> None:  # type: ignore[override]
        """`what` is `join`, `enter` or `leave`."""
        super().initialize(lines, door)
        self.what = what

    async def post(self) -> None:
        """Let somebody in, or say why not."""
        if self.request.headers.get("Content-Type", "").split(";")[0] != "application/json" or len(self.request.body) > _LONGEST_BODY:
            raise HTTPError(400)
        try:
            said = msgspec.json.decode(self.request.body, type=dict[str, str])
        except (msgspec.DecodeError, UnicodeError):
            raise HTTPError(400) from None
        try:
            await self._do(said)
        except Refused as refused:
            self.set_status(403)
            self.finish({"reason": refused.reason, "says": self.words.refused(refused.reason)})
            return
        self.finish({})

    async def _do(self, said: dict[str, str]) -> None:
        if self.what == "join" and not self.lines.meeting.rehearsal and self.door.holds(self, ROLES[0]):
            raise Refused("leads-here")
        if self.what == "join":
            await self.door.join(self, said.get("code", ""))
        elif self.what == "enter":
            self.door.enter(self, said.get("key", ""))
        else:
            if seat := self.door.seat(self):
                self.room.seats.leave(seat)
                self.lines.close(seat, 1000)
            self.door.leave(self)
            self.lines.changed()
