"""Passes bytes between a browser and a server, and counts them as they are on the line: packed, with heads and frames."""

import contextlib
import socket
import threading
from typing import Self


class Relay:
    """Listens on a port of its own for as long as it is entered."""

    def __init__(self, port: int) -> None:
        self.target = port
        self.passed = 0
        """Bytes in both directions."""
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self._lines: list[socket.socket] = []
        self._count = threading.Lock()

    def __enter__(self) -> Self:
        threading.Thread(target=self._welcome, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for line in [self._door, *self._lines]:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _welcome(self) -> None:
        with contextlib.suppress(OSError):  # the door is shut
            while True:
                guest, _ = self._door.accept()
                host = socket.create_connection(("127.0.0.1", self.target))
                self._lines += [guest, host]
                for one, other in ((guest, host), (host, guest)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while content := one.recv(1 << 16):
                with self._count:
                    self.passed += len(content)
                other.sendall(content)
            other.shutdown(socket.SHUT_WR)
