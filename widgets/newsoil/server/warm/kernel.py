"""A forked kernel, as jupyter_client knows processes."""

import contextlib
import os
import select
import signal
import socket
import weakref

STATUS_SECONDS = 0.2
"""The warm process says this soon how a kernel ended, or it will not be waited for."""

UNKNOWN = 1
"""The exit status of a kernel that nobody could tell: the warm process ended before it."""


class ForkedKernel:
    """A forked kernel, as jupyter_client knows processes: like `subprocess.Popen`, though it is the child of another process."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, pidfd: int, line: socket.socket) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._pidfd, self._line = pidfd, line
        self._ended = select.poll()  # `select.select` knows no descriptors above 1023, and a server can have so many
        self._ended.register(pidfd, select.POLLIN)
        self._close = weakref.finalize(self, os.close, pidfd)

    def poll(self) -> int | None:
        """None while the kernel lives, then its exit status: 1 if nobody knows it. A zombie does not live."""
        return self.wait(0) if self.returncode is None else self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait for the end of the kernel; None if it still lives after `timeout` seconds."""
        if self.returncode is None and self._ended.poll(None if timeout is None else timeout * 1000):
            self.returncode = self._status()
            self._close()
            self._line.close()
        return self.returncode

    def _status(self) -> int:
        """What the warm process says about the end."""
        self._line.settimeout(STATUS_SECONDS)
        with contextlib.suppress(OSError, ValueError):
            return int(self._line.recv(16))
        return UNKNOWN

    def send_signal(self, number: int) -> None:
        """Send the kernel a signal; nothing happens if it has ended, and no other process can be meant."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, number)

    def kill(self) -> None:
        """End the kernel at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)
