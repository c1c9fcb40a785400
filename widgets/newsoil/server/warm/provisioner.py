"""What jupyter_client starts kernels with: a fork of the warm process where that is possible, else as ever."""

import os
import sys
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import List, Unicode

from newsoil.server.coming_up import TRIES, came_up, take_other_ports
from newsoil.server.warm.asking import asker, possible
from newsoil.server.warm.running import NotWarm

MODULES = ("ipywidgets", "anywidget", "newsoil.player", "newsoil.page", "newsoil.looking", "newsoil.progress.charts", "tomllib")
"""What the workbook's page needs in its kernel. pandas is not among it: it is imported when somebody asks for a frame."""

KERNEL = (sys.executable, "-m", "ipykernel_launcher")
"""How the command begins that starts a kernel of this Python."""

UNDERSTOOD = {"cwd", "env", "extra_arguments", "independent", "kernel_id"}
"""What a start may ask for. Whoever asks for more, such as output into a file, gets an ordinary kernel."""


class WarmProvisioner(LocalProvisioner):
    """Forks kernels from one warm process, and starts an ordinary kernel whenever there is any doubt.

    All kernels of a server come from one process, so they are for the eyes of one person: see decision 6. `NEWSOIL_WARM=0` in the
    environment turns it off.
    """

    process: Any = None
    modules = List(Unicode(), list(MODULES), help="What the warm process imports besides ipykernel.").tag(config=True)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel, forked or ordinary; whoever asked cannot tell the difference.

        One that ended because a port of it was taken meanwhile is started again at others.
        """
        for _again in range(TRIES - 1):
            await self._launch(cmd, kwargs)
            if not self._has_ports or await self._came_up():
                return self.connection_info
            self.log.debug("A kernel ended before it answered; it is started again at other ports.")
            take_other_ports(self, str(kwargs.get("env", {}).get("JPY_SESSION_NAME", "")))
        await self._launch(cmd, kwargs)
        return self.connection_info

    async def _launch(self, cmd: list[str], kwargs: dict[str, Any]) -> None:
        try:
            await self._fork(cmd, kwargs)
        except NotWarm as reason:
            self.log.debug("Starting an ordinary kernel: %s", reason)
            await super().launch_kernel(cmd, **kwargs)

    @property
    def _has_ports(self) -> bool:
        """Whether the kernel listens at ports, which anybody may take, and somebody is there to choose others."""
        return self.parent is not None and self.parent.transport == "tcp"

    async def _came_up(self) -> bool:
        try:
            return await came_up(self)
        except BaseException:
            self.process.kill()  # nobody will know of it
            raise

    async def _fork(self, cmd: list[str], kwargs: dict[str, Any]) -> None:
        """Be the provisioner of a forked kernel.

        Raises:
            NotWarm: it has to be an ordinary one.
        """
        env, cwd = _surroundings(kwargs)
        if doubt := _doubt(cmd, kwargs, env, cwd):
            raise NotWarm(doubt)
        self.process = await asker(tuple(self.modules)).fork(cmd[len(KERNEL) :], env, str(cwd))
        self.pid = self.pgid = self.process.pid
        self.cwd = cwd


def _surroundings(kwargs: dict[str, Any]) -> tuple[dict[str, str], Path]:
    """The environment and the folder that a kernel is to have; the server's own where nothing is said."""
    env = dict(os.environ if kwargs.get("env") is None else kwargs["env"])
    env["JPY_PARENT_PID"] = str(os.getpid())  # as every kernel has it
    return env, Path(kwargs.get("cwd") or Path.cwd()).absolute()


def _doubt(cmd: list[str], kwargs: dict[str, Any], env: dict[str, str], cwd: Path) -> str:
    """Why this kernel cannot be forked, empty if it can."""
    doubts = {
        "this system cannot": not possible(),
        "it is turned off": env.get("NEWSOIL_WARM") == "0",
        "not this Python's own kernel": tuple(cmd[: len(KERNEL)]) != KERNEL,
        "the start asks for more": bool(kwargs.get("independent")) or not kwargs.keys() <= UNDERSTOOD,
        "no such folder": not cwd.is_dir(),
    }
    return next((reason for reason, holds in doubts.items() if holds), "")


async def warm_up(modules: tuple[str, ...] = MODULES) -> bool:
    """Start the warm process before the first kernel is wanted, and say whether there is one. To be called once the environment is set."""
    if not possible() or os.environ.get("NEWSOIL_WARM") == "0":
        return False
    try:
        await asker(modules).warm_up()
    except NotWarm:
        return False
    return True
