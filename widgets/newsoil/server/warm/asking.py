"""Asking a warm process for kernels: it is started when it is first needed, once, and anew when it has died."""

import asyncio
import os
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

from newsoil.server.warm.kernel import ForkedKernel
from newsoil.server.warm.running import ANSWER_SECONDS, NotWarm, Running, at_start


class Asker:
    """Asks the one warm process of this server that has imported `modules`.

    Everything is done in one thread of its own. So however many ask at once, one warm process is started, and the server, which waits for
    no more than a future, goes on answering pages.
    """

    def __init__(self, modules: tuple[str, ...]) -> None:
        self._modules = modules
        self._running: Running | None = None
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

    def _ready(self) -> Running:
        """The running warm process. What did not start once is not tried again: every page would have to wait for it."""
        if self._given_up:
            raise NotWarm(self._given_up)
        if self._running and not self._running.alive():
            self._end()
        if not self._running:
            try:
                self._running = Running(self._modules)
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
