"""The warm process: it has imported what a kernel needs, and forks one whenever the server asks.

`python -m newsoil.server.warm.process <its end of a socket> <a pidfd of the server> <modules...>`

Both descriptors are inherited from the server. Nobody else has the other end of the socket, and nothing of it lies on disk. The process
is one loop without threads, handlers or timers, because a fork takes along only the thread that forks, and locks as they are.

On the socket the server sends one message for each kernel it wants: what the kernel is to be, as JSON, and one end of a line that
belongs to this kernel alone. On that line
1. the warm process says which process the kernel is, with a pidfd of it, or why there is none,
2. the server says `GO`. Without it the kernel ends: whoever did not hear of it has started another in its place by now,
3. the warm process says how the kernel ended.
"""

import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import sys
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from newsoil.server.warm.forked import Order, run_kernel
from newsoil.server.warm.running import GO, READY

LONGEST_REASON = 1000
"""Bytes of the reason why there is no warm process, at most."""

LONGEST = 1 << 20
"""More bytes than a message can have: the system's buffer for a socket is smaller."""

KERNEL_MODULES = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "IPython.core.completer",
    "comm",
    # what these import only when a kernel begins
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "encodings.idna",
    "ipykernel.debugger",
    "pdb",
    "psutil",
    "sqlite3",
    "tornado.platform.asyncio",
)
"""What every kernel needs, whatever notebook it is for."""


class Kernel(NamedTuple):
    """A forked kernel: its process, and the line on which its server hears of it."""

    pid: int
    pidfd: int
    line: socket.socket


def threads() -> int:
    """How many threads this process has, those of libraries included, which `threading` does not know."""
    return len(list(Path("/proc/self/task").iterdir()))


class WarmProcess:
    """Forks kernels until its server is gone."""

    def __init__(self, control: socket.socket, server: int) -> None:
        self._control, self._server = control, server
        self._kernels: set[Kernel] = set()
        self._selector = selectors.DefaultSelector()
        self._selector.register(control, selectors.EVENT_READ)
        self._selector.register(server, selectors.EVENT_READ)  # besides the socket, whose other end a fork of the server could hold

    def serve(self) -> Order | None:
        """Fork kernels. Returns None when the server is gone, and in each forked kernel what it is to be."""
        while True:
            for key, _ in self._selector.select():
                if isinstance(key.data, Kernel):
                    self._bury(key.data)
                    continue
                message, line = self._next() if key.fileobj is self._control else (b"", None)
                if not message:
                    return None
                if line and (order := self._answer(message, line)):
                    return order

    def _next(self) -> tuple[bytes, socket.socket | None]:
        """The next message and the line that came with it; no bytes when the server is gone."""
        try:
            message, descriptors, _, _ = socket.recv_fds(self._control, LONGEST, 1, socket.MSG_CMSG_CLOEXEC)
        except ConnectionError:
            return b"", None
        return message, socket.socket(fileno=descriptors[0]) if descriptors else None

    def _answer(self, message: bytes, line: socket.socket) -> Order | None:
        """Fork a kernel and say so, or say why not. Returns only in the kernel: what it is to be."""
        try:
            order = Order(**json.loads(message))
            if (count := threads()) != 1:
                raise ChildProcessError(f"a fork would lose {count - 1} of {count} threads")
            pid = os.fork()
            if pid:
                self._keep(pid, line)
        except (OSError, TypeError, ValueError) as refusal:
            with line, contextlib.suppress(OSError):
                line.send(json.dumps({"refused": str(refusal)}).encode())
            return None
        return None if pid else self._begin(order, line)

    def _keep(self, pid: int, line: socket.socket) -> None:
        """Tell the server of its kernel, and watch for its end.

        Raises:
            OSError: it cannot be watched, for there are too many open files. It has ended.
        """
        try:
            kernel = Kernel(pid, os.pidfd_open(pid), line)
        except OSError:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise
        self._kernels.add(kernel)
        self._selector.register(kernel.pidfd, selectors.EVENT_READ, kernel)
        with contextlib.suppress(OSError):  # the server no longer listens: then the kernel hears no GO either, and ends
            socket.send_fds(line, [json.dumps({"pid": pid}).encode()], [kernel.pidfd])

    def _bury(self, kernel: Kernel) -> None:
        """Take leave of a kernel that ended, so that it does not stay behind as a zombie, and say how it ended."""
        self._selector.unregister(kernel.pidfd)
        self._kernels.discard(kernel)
        _, status = os.waitpid(kernel.pid, 0)
        with contextlib.suppress(OSError):  # nobody may want to know any more
            kernel.line.send(str(os.waitstatus_to_exitcode(status)).encode())
        kernel.line.close()
        os.close(kernel.pidfd)

    def _begin(self, order: Order, line: socket.socket) -> Order:
        """In the kernel: leave the warm process behind, and wait until the server has heard of this kernel."""
        os.setsid()
        self._selector.close()
        self._control.close()
        for other in self._kernels:
            other.line.close()
            os.close(other.pidfd)
        with line, contextlib.suppress(OSError):
            if line.recv(len(GO)) == GO:
                return order
        os._exit(1)


def warm_up(modules: list[str]) -> dict[str, str]:
    """Import what kernels need, and return the variables that this added to the environment.

    Garbage is not collected: it would leave holes, and kernels that fill them no longer share that memory.
    """
    gc.disable()
    before = dict(os.environ)
    for name in (*KERNEL_MODULES, *modules):
        import_module(name)
    if (count := threads()) != 1:
        raise ChildProcessError(f"importing started {count - 1} threads")
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()
    return {name: value for name, value in os.environ.items() if before.get(name) != value}


def main(control: str, server: str, *modules: str) -> None:
    """Import, then fork until the server is gone. In a kernel this returns when the kernel has ended."""
    for descriptor in (control, server):
        os.set_inheritable(int(descriptor), False)  # what kernels start has no part in this
    with contextlib.suppress(ValueError):
        sys.path.remove(str(Path.cwd()))  # an ordinary kernel is started without it too, and looks in its own folder later
    with socket.socket(fileno=int(control)) as line:
        try:
            added = warm_up(list(modules))
        except Exception as reason:  # noqa: BLE001 - whatever it is, the server has to hear of it and starts ordinary kernels
            line.send(f"{type(reason).__name__}: {reason}".encode()[:LONGEST_REASON])
            return
        line.send(READY)
        order = WarmProcess(line, int(server)).serve()
    if order:
        run_kernel(order, int(server), added)


if __name__ == "__main__":
    main(*sys.argv[1:])
