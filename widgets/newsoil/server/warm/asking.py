"""Asking a warm process for kernels: it is started when it is first needed, once, and anew when it has died."""

import asyncio
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import weakref
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

from newsoil.server.surroundings import kernel_environment

START_SECONDS = 15.0
"""A warm process that has not imported everything after this long is given up."""

ANSWER_SECONDS = 4.0
"""A warm process that has not forked a kernel after this long is given up."""

STATUS_SECONDS = 0.2
"""The warm process says this soon how a kernel ended, or it will not be waited for."""

UNKNOWN = 1
"""The exit status of a kernel that nobody could tell: the warm process ended before it."""

READY = b"ready"
"""What the warm process says once it can fork."""

GO = b"go"
"""What a new kernel hears from the server before it begins."""

NEEDED = ("HOME", "PATH", "TMPDIR", "TZ", "VIRTUAL_ENV")
"""What the warm process gets of the server's environment, besides `AT_START`. Tokens and the journal's folder are no business of it."""

AT_START = ("LANG", "LC_", "LD_", "NEWSOIL_", "PYTHON")
"""How variables begin that count when Python starts or our modules are imported: a kernel that wants others cannot be forked."""

NOT_AT_START = ("NEWSOIL_HOME", "NEWSOIL_WARM")
"""Variables of ours that are read later."""


class NotWarm(Exception):
    """No kernel can be had from a warm process: an ordinary one has to be started. The message says why, for a log."""


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


class _Running:
    """One running warm process."""

    def __init__(self, modules: tuple[str, ...]) -> None:
        """Start it and wait until it is ready.

        Raises:
            NotWarm: it will not be.
        """
        self.at_start = at_start(os.environ)
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = _start(theirs, modules, self.at_start)
        self._control.settimeout(START_SECONDS)
        try:
            word = self._control.recv(1024)
        except OSError as error:
            word = str(error).encode()
        if word != READY:
            self.end()
            raise NotWarm(word.decode(errors="replace") or "the warm process died")
        self._control.settimeout(ANSWER_SECONDS)

    def alive(self) -> bool:
        """Whether it can be asked."""
        return self.process.poll() is None

    def end(self) -> None:
        """End it; its kernels go on."""
        self._control.close()
        self.process.kill()
        self.process.wait()

    def fork(self, order: Mapping[str, Any]) -> ForkedKernel:
        """Ask for a kernel.

        Raises:
            NotWarm: there is none, and none will come of this.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(ANSWER_SECONDS)
        try:
            with theirs:
                socket.send_fds(self._control, [json.dumps(order).encode()], [theirs.fileno()])
            kernel = _introduced(ours)
            ours.send(GO)
        except TimeoutError as error:
            self.end()
            ours.close()
            raise NotWarm("the warm process does not answer") from error
        except (NotWarm, OSError, LookupError) as error:  # a pidfd that did not arrive: this server has too many open files
            ours.close()
            raise NotWarm(str(error)) from error
        return kernel


def _introduced(line: socket.socket) -> ForkedKernel:
    """The kernel that the warm process speaks of on its line.

    Raises:
        NotWarm: it says why there is none, or nothing more.
    """
    word, descriptors, _, _ = socket.recv_fds(line, 4096, 1, socket.MSG_CMSG_CLOEXEC)
    answer = json.loads(word or b'{"refused": "the warm process died"}')
    if "refused" in answer:
        raise NotWarm(answer["refused"])
    return ForkedKernel(answer["pid"], descriptors[0], line)


def _start(control: socket.socket, modules: tuple[str, ...], variables: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start the program, in a session of its own: Ctrl-C at the server's terminal is not meant for it."""
    env = {name: os.environ[name] for name in NEEDED if name in os.environ} | dict(variables)
    if paths := env.get("PYTHONPATH"):
        env["PYTHONPATH"] = os.pathsep.join(str(Path(path).absolute()) for path in paths.split(os.pathsep))
    env["OPENBLAS_NUM_THREADS"] = "1"  # it would start threads as soon as numpy is imported, and none can be taken along
    env["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # debugpy would warn of frozen modules, on the server's terminal
    server = os.pidfd_open(os.getpid())
    try:
        return subprocess.Popen(  # noqa: S603 - this Python and our own module
            [sys.executable, "-m", "newsoil.server.warm.process", str(control.fileno()), str(server), *modules],
            stdin=subprocess.DEVNULL,
            pass_fds=(control.fileno(), server),
            start_new_session=True,
            cwd="/",  # Python would import what lies in the server's folder before what is installed
            env=env,
        )
    finally:
        os.close(server)


def at_start(env: Mapping[str, str]) -> dict[str, str]:
    """The variables that a process cannot change for itself after it has started, as far as kernels get them."""
    return {name: value for name, value in kernel_environment(env).items() if name.startswith(AT_START) and name not in NOT_AT_START}


class Asker:
    """Asks the one warm process of this server that has imported `modules`.

    Everything is done in one thread of its own. So however many ask at once, one warm process is started, and the server, which waits for
    no more than a future, goes on answering pages.
    """

    def __init__(self, modules: tuple[str, ...]) -> None:
        self._modules = modules
        self._running: _Running | None = None
        self._given_up = ""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="warm-kernels")

    async def warm_up(self) -> None:
        """Start the warm process, if it is not running.

        Raises:
            NotWarm: it cannot be had here.
        """
        await asyncio.wrap_future(self._thread.submit(self._ready))

    async def fork(self, argv: list[str], env: Mapping[str, str], cwd: str) -> ForkedKernel:
        """A new kernel with these arguments, this environment and no other, in this folder.

        Raises:
            NotWarm: an ordinary kernel has to be started.
        """
        asked = self._thread.submit(self._fork, argv, env, cwd)
        try:
            return await asyncio.wrap_future(asked)
        except asyncio.CancelledError:
            asked.add_done_callback(_unwanted)
            raise

    async def cool_down(self) -> None:
        """End the warm process. Its kernels go on, and who asks next starts it anew."""
        await asyncio.wrap_future(self._thread.submit(self._end))

    @property
    def pid(self) -> int | None:
        """Which process it is, None if there is none."""
        return self._running.process.pid if self._running and self._running.alive() else None

    def _ready(self) -> _Running:
        """The running warm process. What did not start once is not tried again: every page would have to wait for it."""
        if self._given_up:
            raise NotWarm(self._given_up)
        if self._running and not self._running.alive():
            self._end()
        if not self._running:
            try:
                self._running = _Running(self._modules)
            except (NotWarm, OSError) as error:
                self._given_up = str(error)
                raise NotWarm(self._given_up) from error
        return self._running

    def _fork(self, argv: list[str], env: Mapping[str, str], cwd: str) -> ForkedKernel:
        running = self._ready()
        if at_start(env) != running.at_start:
            raise NotWarm("the kernel wants another Python environment")
        try:
            return running.fork({"argv": argv, "env": dict(env), "cwd": cwd, "server": os.getpid()})
        except OSError as error:
            raise NotWarm(str(error)) from error

    def _end(self) -> None:
        if self._running:
            self._running.end()
        self._running = None


def _unwanted(asked: Any) -> None:
    """End a kernel that came after nobody waited for it any more."""
    if not asked.cancelled() and not asked.exception():
        asked.result().kill()
        asked.result().wait(ANSWER_SECONDS)


_askers: dict[tuple[str, ...], Asker] = {}
_lock = Lock()


def asker(modules: tuple[str, ...]) -> Asker:
    """The one asker of this server for these modules."""
    with _lock:
        return _askers.setdefault(modules, Asker(modules))


def possible() -> bool:
    """Whether this system can do it: Linux, whose processes have descriptors and lists of their threads."""
    return sys.platform == "linux" and hasattr(os, "fork") and hasattr(os, "pidfd_open") and Path("/proc/self/task").is_dir()
