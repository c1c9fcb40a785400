"""Kernels that end when their page is left, and not before the last words are on disk."""

import asyncio
import contextlib
import os
from collections.abc import Iterable
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_core.paths import jupyter_path
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from newsoil.server.answering import answered
from newsoil.server.surroundings import kernel_environment

ON_THE_WAY = 0.5
"""Seconds in which a last edit gets from the server's socket to the kernel's queue; on loopback it takes about a millisecond."""

WRITTEN = 10.0
"""Seconds to wait for a kernel that is still at work, such as one that is importing pandas, before it is ended all the same."""


NO_HISTORY = "--HistoryManager.enabled=False"
"""Argument of a kernel: what runs in it is our own, and a record of it on the disk is of use to nobody but a snooper."""

BELOW = len("/voila_12345678/kernel-12345678-1234-1234-1234-123456789012-ipc-5")
"""Characters of a socket's path below the folder of the server's kernels."""

VISITOR: ContextVar[str] = ContextVar("VISITOR", default="")
"""For whom a page is being made: the kernel that is started for it is this visitor's."""


def encryption() -> str:
    """The policy for the line between server and kernel: encrypted wherever this build of ZeroMQ can."""
    return "auto" if zmq.has("curve") else "disabled"


def transport(folder: Path) -> str:
    """What the line between server and kernel is, for a server that keeps the files of its kernels below `folder`.

    Encrypted, it goes over loopback. Where it cannot be encrypted, every account of the computer could listen there: then it is a
    socket in a folder of the person's own, if the system has such and can name them there.
    """
    longest = getattr(zmq, "IPC_PATH_MAX_LEN", 0)
    can = zmq.has("ipc") and len(str(folder)) + BELOW <= longest
    return "ipc" if can and not zmq.has("curve") else "tcp"


class KernelSpecs(KernelSpecManager):
    """Looks for kernels where Jupyter keeps them. To look in IPython's folder of old would make that folder, in the person's own."""

    def _kernel_dirs_default(self) -> list[str]:
        return list(jupyter_path("kernels"))


class PatientKernelManager(AsyncMappingKernelManager):
    """Ends a kernel only after it has worked off what the page sent before it was left, and knows whose each kernel is.

    A page that is closed sends its last edit and then "this tab is closed". The edit goes to the kernel's shell, the end goes to its
    control channel, which is served first: without a wait the last word can lose that race.
    """

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)  # type: ignore[no-untyped-call] # the base carries no types
        self._ending: set[str] = set()
        self.kept: set[str] = set()
        """Kernels of pages that wait for a visitor: nobody is connected to them, and they are not to end by idle time."""
        self._visitors: dict[str, str] = {}

    async def start_kernel(self, **options: Any) -> str:  # type: ignore[override] # the base says so too
        """Start a kernel for the visitor of this context, if there is one, with a clean environment. It leaves no history behind."""
        environment = kernel_environment(os.environ if options.get("env") is None else options["env"])
        arguments = [*options.get("extra_arguments", ()), NO_HISTORY]
        kernel: str = await super().start_kernel(**{**options, "env": environment, "extra_arguments": arguments})
        if visitor := VISITOR.get():
            self.bind(kernel, visitor)
        return kernel

    def bind(self, kernel_id: str, visitor: str) -> None:
        """Let a kernel be this visitor's, and nobody else's."""
        self._visitors[kernel_id] = visitor

    def is_of(self, kernel_id: str, visitor: str) -> bool:
        """Whether a kernel is this visitor's: a kernel that waits for one is nobody's yet."""
        return bool(visitor) and self._visitors.get(kernel_id) == visitor

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget a kernel that has ended."""
        self._visitors.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    async def shutdown_kernel(self, kernel_id: str, *args: Any, **options: Any) -> None:  # type: ignore[override] # the base says so too
        """Let the kernel finish what is on its way to it, then end it. With `now`, end it at once.

        A page says twice that it is left; the second time there is nothing left to do.
        """
        if not options.get("now") and not options.get("restart"):
            if kernel_id in self._ending or kernel_id not in self:
                return
            self._ending.add(kernel_id)
            await asyncio.sleep(ON_THE_WAY)
            with contextlib.suppress(Exception):  # whatever goes wrong in asking, the kernel is to end
                await asyncio.wait_for(self._answered(kernel_id), WRITTEN)
            self._ending.discard(kernel_id)
        if kernel_id in self:
            await super().shutdown_kernel(kernel_id, *args, **options)  # type: ignore[no-untyped-call] # the base carries no types

    async def lives(self, kernel_id: str) -> bool:
        """Whether the kernel is there and has not ended, by whatever hand."""
        kernel: Any = self.get_kernel(kernel_id) if kernel_id in self else None
        return kernel is not None and bool(await kernel.is_alive())

    def hand_out(self, kernel_id: str) -> None:
        """Let the kernel be a page's from now on: its idle time begins."""
        self.kept.discard(kernel_id)
        kernel: Any = self.get_kernel(kernel_id)
        kernel.last_activity = utcnow()

    async def discard(self, kernel_id: str) -> None:
        """End a kernel that no page will have; one that has ended already is only forgotten."""
        self.kept.discard(kernel_id)
        with contextlib.suppress(Exception):  # it may be half started or half gone
            await self.shutdown_kernel(kernel_id, now=True)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that nobody is connected to and that has been idle for long, unless its page still waits for a visitor."""
        if kernel_id not in self.kept:
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call] # the base carries no types

    async def tell(self, kernel_id: str, contents: list[dict[str, Any]]) -> None:
        """Give a kernel messages for its widgets in the name of a page that is gone, and wait until it has worked them off.

        Raises:
            TimeoutError: the kernel does not answer.
        """
        await asyncio.wait_for(self._answered(kernel_id, contents), WRITTEN)

    async def _answered(self, kernel_id: str, contents: Iterable[dict[str, Any]] = ()) -> None:
        await answered(self.get_kernel(kernel_id), contents)
