"""Kernels that end when their page is left, and not before the last words are on disk."""

import asyncio
import contextlib
from typing import Any

import zmq
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

ON_THE_WAY = 0.5
"""Seconds in which a last edit gets from the server's socket to the kernel's queue; on loopback it takes about a millisecond."""

WRITTEN = 10.0
"""Seconds to wait for a kernel that is still at work, such as one that is importing pandas, before it is ended all the same."""


def encryption() -> str:
    """The policy for the line between server and kernel: encrypted wherever this build of ZeroMQ can."""
    return "auto" if zmq.has("curve") else "disabled"


class PatientKernelManager(AsyncMappingKernelManager):
    """Ends a kernel only after it has worked off what the page sent before it was left.

    A page that is closed sends its last edit and then "this tab is closed". The edit goes to the kernel's shell, the end goes to its
    control channel, which is served first: without a wait the last word can lose that race.
    """

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)  # type: ignore[no-untyped-call] # the base carries no types
        self._ending: set[str] = set()
        self.kept: set[str] = set()
        """Kernels of pages that wait for a visitor: nobody is connected to them, and they are not to end by idle time."""

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

    async def _answered(self, kernel_id: str) -> None:
        """Wait until the kernel's shell answers: then it has worked off what came before."""
        client: Any = self.get_kernel(kernel_id).client()
        client.start_channels(shell=True, iopub=False, stdin=False, hb=False, control=False)  # noqa: S604 - a channel, no shell
        try:
            client.kernel_info()
            await client.get_shell_msg()
        finally:
            client.stop_channels()
