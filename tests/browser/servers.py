"""The real servers for browser tests: started as a person would, ended by id."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import randbelow
from typing import Any, TypeVar

from newsoil.journal import Store, change_settings
from newsoil.server.cookies import mark_of, own

V1 = "v1.kernel.websocket.jupyter.org"
"""The subprotocol of a kernel's socket that frames binary parts well; the app speaks no other."""

WARM = "newsoil.server.warm"
"""The module of the process that kernels are forked from."""

STARTS_WITHIN = 60
"""Seconds a server may take to answer on a busy machine."""


def free_port() -> int:
    """A port that nobody has now, and that is given to nobody who asks the system for any: kernels and other workers' servers do."""
    for _ in range(1000):
        port = 20_000 + randbelow(12_000)  # systems give out higher ones
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("There is no free port between 20000 and 32000.")


@dataclass
class Server:
    """A running `newsoil app` or `newsoil lab`."""

    command: str
    home: Path
    port: int
    token: str = "t0ken"  # noqa: S105 - of a server that lives as long as a test
    options: list[str] = field(default_factory=list)
    python: str | Path = sys.executable
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen | None = None
    told: bool = True
    """Whether the person has read what leaving quickly does. Else the app's first page asks how notes are kept, and tells."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    def cookie(self, name: str) -> str:
        """What one of its own cookies is called, which no other journal's is."""
        return own(name, mark_of(self.home))

    def arguments(self) -> list[str]:
        token = [] if self.command == "workshop" else ["--token", self.token]
        options = ["--home", str(self.home), "--port", str(self.port), *token, "--no-browser", *self.options]
        return [str(self.python), "-m", "newsoil.cli", self.command, *options]

    def start(self) -> None:
        environment = {name: value for name, value in os.environ.items() if name not in ("NEWSOIL_HOME", "JUPYTER_PATH")}
        self.log = self.home.parent / f"{self.command}-{self.port}.log"
        if self.told and self.command == "app":
            change_settings(Store(self.home).folder, {"told": True})
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.arguments(), stdout=log, stderr=log, env={**environment, **self.environment})
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                select_nothing(0.1)
        raise AssertionError(f"the server did not start: {self.log.read_text()[-2000:]}")

    def kernels(self) -> list[int]:
        """The process ids of the kernels that this server started, by itself or by its warm process."""
        listing = subprocess.run(["ps", "-eo", "pid=,ppid=,stat=,args="], capture_output=True, text=True, check=True).stdout  # noqa: S607
        rows = [
            (int(pid), int(parent), line)
            for pid, parent, stat, line in (row.split(None, 3) for row in listing.splitlines())
            if stat[0] != "Z"
        ]
        ours = [(pid, line) for pid, parent, line in rows if parent == self.process.pid]
        warm = {pid for pid, line in ours if WARM in line}
        return [pid for pid, line in ours if "ipykernel" in line] + [pid for pid, parent, _ in rows if parent in warm]

    def kill_kernels(self) -> None:
        for pid in self.kernels():
            os.kill(pid, signal.SIGKILL)

    @contextmanager
    def kernels_asleep(self) -> Iterator[None]:
        """The kernels answer nothing meanwhile; the server does."""
        asleep = self.kernels()
        for pid in asleep:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in asleep:
                os.kill(pid, signal.SIGCONT)

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """The server answers nothing meanwhile, as a computer that hangs."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def stop(self, how: int = signal.SIGTERM) -> None:
        kernels = self.kernels()
        self.process.send_signal(how)
        self.process.wait(20)
        for pid in kernels:
            end(pid)


class Opening(Server):
    """A server that opens a browser by itself, as it does for a person; the browser here does nothing."""

    def arguments(self) -> list[str]:
        return [one for one in super().arguments() if one != "--no-browser"]


NO_BROWSER = {"BROWSER": f"{sys.executable} --version %s"}
"""The environment in which a browser that is opened does nothing."""


def end(pid: int) -> None:
    """End a process that may be gone already."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def select_nothing(seconds: float) -> None:
    """Give the other side a moment between two looks."""
    import select

    select.select([], [], [], seconds)


def reached(condition, within: float = 10.0, every: float = 0.05):
    """What `condition` returns once that is true, looked at again and again; fails after `within` seconds."""
    deadline = time.monotonic() + within
    while not (result := condition()):
        assert time.monotonic() < deadline, f"not reached within {within} s: {condition}"
        select_nothing(every)
    return result


def in_a_loop(work: Coroutine) -> Any:
    """What `work` returns, run in a thread of its own: the browser that other tests opened has a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result(120)


S = TypeVar("S", bound=Server)


@contextmanager
def running(command: str, home: Path, **environment: str) -> Iterator[Server]:
    home.mkdir(parents=True, exist_ok=True)
    with standing(Server(command, home, free_port(), environment=environment)) as server:
        yield server


@contextmanager
def standing(server: S) -> Iterator[S]:
    """A server that a test has made, started, and killed if the test has not stopped it: that takes no second of each test."""
    server.start()
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop(signal.SIGKILL)


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - loopback
        return answer.read()
