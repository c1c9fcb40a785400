"""Taking connections so that nobody who merely opens many of them stops the room: so many of one address, so many in all, none for ever."""

import errno
import logging
import socket
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.iostream import IOStream

from newsoil.server.room.lan import is_here

LONGEST_BODY, LONGEST_HEADERS = 8192, 16_384
"""Bytes of a request."""

IDLE_SECONDS, BODY_SECONDS = 30, 10
"""How long a connection may ask for nothing, and how long what it sends may take. The lines of pages are none of these."""

UNREAD = 1_000_000
"""Bytes that wait for one connection to be read. A console that is told of 300 phones is 30 kB; whoever has left more than thirty of these
unread is asleep, or does not mean to read. Its connection ends, and a page that wakes up comes back."""

OF_ONE = 200
"""Connections of one address. A phone has its line, and a few more at its start. A router that hides a whole group is one address."""

FILES, OTHER_FILES = 8192, 40
"""Files that the system is asked for, where it gives as many; and those of them that are kept for the disk and all else."""

OF_SELECT = 512
"""What Windows can wait for at once."""

YIELDS_AFTER = 1
"""Second for which a new connection is left in peace, though it has not asked for anything and others wait."""

REST_SECONDS = 0.5
"""How long none is taken when the system gives no more."""

AT_ONCE = 128
"""Connections that are taken in one go."""

_NO_MORE = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)

_log = logging.getLogger(__name__)


def files_to_open() -> int:
    """As many files as this process may have open, after asking for more."""
    if sys.platform == "win32":
        return OF_SELECT
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return FILES if soft == resource.RLIM_INFINITY else soft
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (ValueError, OSError):  # macOS has a limit beside the one that it tells
        return soft
    return wanted


class RoomListener(HTTPServer):
    """The room's HTTP server. Where there are too many connections, the oldest that is no line of a page and waits for nothing yields.

    `counts` says whether connections of an address are counted: not those of this computer, and of a proxy only all together.
    """

    def initialize(self, app: Any, *, counts: Callable[[str], bool] = lambda address: not is_here(address), **options: Any) -> None:  # type: ignore[override]
        """Make it for an application."""
        super().initialize(
            app,
            max_body_size=LONGEST_BODY,
            max_header_size=LONGEST_HEADERS,
            idle_connection_timeout=IDLE_SECONDS,
            body_timeout=BODY_SECONDS,
            **options,
        )
        self._counts, self._most = counts, max(files_to_open() - OTHER_FILES, 16)
        self._open: dict[IOStream, tuple[str, float]] = {}
        self._said = False

    def add_sockets(self, sockets: Iterable[socket.socket]) -> None:
        """Take what comes to these sockets, and rest where the system gives no more: tornado would ask it again at once, for ever."""
        for one in sockets:
            self._sockets[one.fileno()] = one
            self._wait_at(one)

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Serve one connection, or end it where there are too many."""
        where = str(address[0])
        self._open = {one: known for one, known in self._open.items() if not one.closed()}
        of_it = [one for one, (its, _) in self._open.items() if its == where] if self._counts(where) else []
        if (len(of_it) >= OF_ONE and not self._one_yields(of_it)) or (len(self._open) >= self._most and not self._one_yields(self._open)):
            self._say()
            stream.close()
            return
        stream.max_write_buffer_size = UNREAD
        self._open[stream] = (where, time.monotonic())
        super().handle_stream(stream, address)

    def _one_yields(self, among: Iterable[IOStream]) -> bool:
        """End the oldest connection that is no line; whether there was one. A browser opens it again when it needs it."""
        waiting = {one.stream for one in self._connections}
        now = time.monotonic()
        for one in among:
            if one in waiting and now - self._open[one][1] >= YIELDS_AFTER:
                one.close()
                return True
        return False

    def _wait_at(self, one: socket.socket) -> None:
        loop = IOLoop.current()
        loop.add_handler(one, self._take, IOLoop.READ)
        self._handlers[one.fileno()] = lambda: loop.remove_handler(one)

    def _take(self, one: socket.socket, _: int) -> None:
        for _number in range(AT_ONCE):
            try:
                connection, address = one.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in _NO_MORE:
                    raise
                self._rest(one)
                return
            self._handle_connection(connection, address)

    def _rest(self, one: socket.socket) -> None:
        self._say()
        self._handlers.pop(one.fileno())()
        again = IOLoop.current().call_later(REST_SECONDS, self._wait_at, one)
        self._handlers[one.fileno()] = lambda: IOLoop.current().remove_timeout(again)

    def _say(self) -> None:
        """Say once that there are too many; who they are is said to nobody."""
        if not self._said:
            self._said = True
            _log.warning("More connections come to the room than it can hold. It takes new ones as others end.")
