"""All addresses of a room, as one tornado application. It writes no log of who asked for what: an address and a time would be a trace."""

from collections.abc import Callable, Iterable
from typing import Any

from tornado.routing import HostMatches, Rule, RuleRouter
from tornado.web import Application, RequestHandler

from newsoil.server.room.door import Door
from newsoil.server.room.files import RoomFile
from newsoil.server.room.line import FacilitatorLine, PhoneLine, ScreenLine
from newsoil.server.room.lines import Lines
from newsoil.server.room.pages import Coming, NotHere, Page
from newsoil.workshop.messages import LONGEST_OF_FACILITATORS

PING_SECONDS = 20
"""Seconds between two questions whether a phone is still there."""

More = Callable[[], dict[str, Any]]


def application(lines: Lines, door: Door, *, base: str = "/", given: dict[str, More] | None = None) -> Application:
    """The room's application under the address `base`. `given` is what pages get beside their words, by their name."""
    shared = {"lines": lines, "door": door}
    more = given or {}
    handlers: list[Any] = [
        (base, Page, {**shared, "page": "phone", "more": more.get("phone")}),
        (f"{base}lead", Page, {**shared, "page": "console", "more": more.get("console")}),
        (f"{base}screen", Page, {**shared, "page": "screen", "more": more.get("screen")}),
        *((f"{base}{what}", Coming, {**shared, "what": what}) for what in ("join", "enter", "leave")),
        (f"{base}line/phone", PhoneLine, shared),
        (f"{base}line/console", FacilitatorLine, shared),
        (f"{base}line/screen", ScreenLine, shared),
        (f"{base}room/([0-9a-f]+)/([a-z.]+)", RoomFile),
    ]
    return Application(
        handlers,
        base=base,
        cookie_secret=lines.meeting.room.secret,
        log_function=_nothing,
        compress_response=True,
        websocket_ping_interval=PING_SECONDS,
        websocket_max_message_size=LONGEST_OF_FACILITATORS,
        default_handler_class=NotHere,
        default_handler_args=shared,
    )


def for_hosts(app: Application, hosts: Iterable[str]) -> RuleRouter:
    """The application for requests that name one of these hosts. To a page that another name leads to here it is not there."""
    return RuleRouter([Rule(HostMatches(rf"^{_escaped(host)}$"), app) for host in hosts])


def _escaped(host: str) -> str:
    return host.replace(".", r"\.")


def _nothing(_: RequestHandler) -> None:
    """What is written of a request."""
