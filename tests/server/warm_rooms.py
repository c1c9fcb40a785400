"""What tests of forked kernels share: kernels with their clients, looks at processes, and the marks that keep tests apart."""

import asyncio
import json
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from traitlets.config import Config

from newsoil.server.kernels import PatientKernelManager, encryption
from newsoil.server.warm.asking import possible
from newsoil.server.warm.kernel import ForkedKernel
from newsoil.server.warm.provisioner import MODULES

PATIENCE = 60


def in_a_loop(work):
    """What `work` returns, run in a thread of its own: the browser that other tests opened has a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result(240)


def settings(modules=MODULES, name="newsoil-warm"):
    config = Config()
    config.KernelManager.transport_encryption = encryption()
    config.KernelProvisionerFactory.default_provisioner_name = name
    config.WarmProvisioner.modules = list(modules)
    return config


WARM = [
    pytest.mark.skipif(not possible(), reason="kernels are forked on Linux alone"),
    pytest.mark.usefixtures("own_warm_process", "own_factory", "own_folder", "patience"),
]
"""The marks of a file whose tests fork kernels."""


class Room:
    """A kernel manager, its kernels, and a client of each."""

    def __init__(self, config):
        self.manager, self.clients = PatientKernelManager(config=config), {}

    async def start(self, **options):
        kernel = await self.manager.start_kernel(kernel_name="python3", **options)
        await self.connect(kernel)
        return kernel

    async def connect(self, kernel):
        if kernel in self.clients:
            self.clients.pop(kernel).stop_channels()
        client = self.clients[kernel] = self.manager.get_kernel(kernel).client()
        client.start_channels()
        await client.wait_for_ready(timeout=PATIENCE)

    def of(self, kernel):
        return self.manager.get_kernel(kernel).provisioner

    async def ask(self, kernel, expression, before=""):
        """The value of an expression in a kernel."""
        printed = []

        def hear(message):
            printed.append(message["content"].get("text", "") if message["content"].get("name") == "stdout" else "")

        code = f"{before}\nimport json\nprint(json.dumps({expression}))"
        reply = await self.clients[kernel].execute_interactive(code, output_hook=hear, timeout=PATIENCE)
        assert reply["content"]["status"] == "ok", reply["content"]
        return json.loads("".join(printed))

    async def leave(self):
        for client in self.clients.values():
            client.stop_channels()
        for kernel in list(self.manager.list_kernel_ids()):
            await self.manager.shutdown_kernel(kernel, now=True)


@asynccontextmanager
async def a_room(*args, **options):
    room = Room(settings(*args, **options))
    try:
        yield room
    finally:
        await room.leave()


async def until(fact):
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < end, "it never came to be"
        await asyncio.sleep(0.02)


def exists(pid):
    """Whether a process lives; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def in_the_table(pid):
    """Whether the system knows a process, be it as a zombie."""
    return Path(f"/proc/{pid}").exists()


async def is_forked(room, kernel):
    """Whether a kernel was forked, by what it says itself: an ordinary one has imported nothing of ours."""
    imported = await room.ask(kernel, "'newsoil.player' in sys.modules", "import sys")
    assert isinstance(room.of(kernel).process, ForkedKernel if imported else subprocess.Popen)
    return imported


async def start_ordinary(modules=MODULES, **options):
    """Whether a kernel that is started like this is an ordinary one."""
    async with a_room(modules) as room:
        return not await is_forked(room, await room.start(**options))
