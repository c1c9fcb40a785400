"""A line between the browser and the server that can fall silent and can break, as a real one does."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PIECE = 65536
BREAK = struct.pack("ii", 1, 0)
"""Linger for no time: closing such a socket resets the connection."""


class Line:
    """One connection: two sockets and the bytes between them."""

    def __init__(self, near: socket.socket, far: socket.socket) -> None:
        self.near, self.far = near, far
        self.websocket = False

    def cut(self) -> None:
        """Reset both ends."""
        for end in (self.near, self.far):
            with suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, BREAK)
                end.shutdown(socket.SHUT_RD)
            end.close()


class Proxy:
    """Carries bytes from a port of its own to the server's.

    While it is frozen, bytes are swallowed in both directions and nobody is told: neither end can know, as when a computer sleeps or a
    network changes. A frozen line stays deaf until it is cut, since a websocket with a hole in it is of no use to anyone.
    """

    def __init__(self, port: int) -> None:
        self._server = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.lines: list[Line] = []
        self._deaf: set[Line] = set()
        self._frozen = False
        threading.Thread(target=self._accept, daemon=True).start()

    def freeze(self) -> None:
        """Swallow everything, on lines that are open and on new ones."""
        self._frozen = True

    def freeze_websockets(self) -> None:
        """Swallow what the open websockets carry; pages and new lines go through."""
        self._deaf |= {line for line in self.lines if line.websocket}

    def thaw(self) -> None:
        """Carry bytes again, and reset what was frozen."""
        self._frozen = False
        self.cut()

    def cut(self) -> None:
        """Reset every line that is open."""
        for line in self.lines[:]:
            line.cut()

    def cut_websockets(self) -> None:
        """Reset the websockets alone."""
        for line in self.lines[:]:
            if line.websocket:
                line.cut()

    def close(self) -> None:
        """End the proxy and all its lines."""
        self._listening.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
                line = Line(near, socket.create_connection(("127.0.0.1", self._server)))
            except ConnectionRefusedError:
                near.close()
            except OSError:
                return
            else:
                self.lines.append(line)
                for ends in ((line.near, line.far), (line.far, line.near)):
                    threading.Thread(target=self._carry, args=(line, *ends), daemon=True).start()

    def _carry(self, line: Line, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                line.websocket |= b"upgrade: websocket" in piece[:4096].lower()
                if self._frozen:
                    self._deaf.add(line)
                if line not in self._deaf:
                    target.sendall(piece)
        if line not in self._deaf:
            self._end(line)

    def _end(self, line: Line) -> None:
        for end in (line.near, line.far):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        with suppress(ValueError):
            self.lines.remove(line)


@contextmanager
def between(port: int) -> Iterator[Proxy]:
    """A proxy before the server on this port."""
    proxy = Proxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
