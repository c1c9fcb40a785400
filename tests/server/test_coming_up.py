"""A kernel comes up though one of its ports was taken between being chosen and being used."""

import asyncio
import socket

import pytest

from newsoil.server import coming_up
from newsoil.server.coming_up import PORTS, TRIES
from newsoil.server.warm.asking import possible
from newsoil.server.warm.provisioner import WarmProvisioner
from servers import in_a_loop
from warm_rooms import a_room, until

pytestmark = pytest.mark.usefixtures("own_warm_process", "own_factory", "own_folder", "patience")

WAYS = [pytest.param("1", marks=pytest.mark.skipif(not possible(), reason="kernels are forked on Linux alone")), "0"]


@pytest.fixture
def taken(monkeypatch):
    """The port that the next kernel is to listen at first; somebody else has it already."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port, find = other.getsockname()[1], coming_up.LocalPortCache.find_available_port
        left = [port]
        monkeypatch.setattr(coming_up.LocalPortCache, "find_available_port", lambda cache, ip: left.pop() if left else find(cache, ip))
        yield port


@pytest.mark.parametrize("warm", WAYS)
def test_a_kernel_whose_port_is_taken_is_started_at_another(monkeypatch, taken, warm):
    monkeypatch.setenv("NEWSOIL_WARM", warm)

    async def started():
        async with a_room() as room:
            kernel = await room.start()
            manager = room.manager.get_kernel(kernel)
            return await room.ask(kernel, "6 * 7"), [getattr(manager, port) for port in PORTS], manager.provisioner.connection_info

    answer, ports, known = in_a_loop(started())
    assert answer == 42
    assert taken not in ports
    assert [known[port] for port in PORTS] == ports


@pytest.mark.parametrize("warm", WAYS)
def test_a_kernel_that_ends_for_another_reason_is_not_started_for_ever(monkeypatch, warm):
    monkeypatch.setenv("NEWSOIL_WARM", warm)
    starts = []
    launch = WarmProvisioner._launch

    async def broken(self, cmd, kwargs):
        starts.append(self)
        await launch(self, [*cmd, "--no-such-setting"], kwargs)

    monkeypatch.setattr(WarmProvisioner, "_launch", broken)

    async def started():
        async with a_room() as room:
            kernel = await room.manager.start_kernel(kernel_name="python3")
            room.manager.get_kernel(kernel).stop_restarter()
            await until(lambda: room.of(kernel).process.poll() is not None)

    in_a_loop(started())
    assert len(starts) == TRIES


def test_a_kernel_that_nobody_waits_for_any_more_is_ended(monkeypatch):
    monkeypatch.setenv("NEWSOIL_WARM", "0")
    launch = WarmProvisioner._launch

    async def cancelled():
        processes = []

        async def launched(self, cmd, kwargs):
            await launch(self, cmd, kwargs)
            processes.append(self.process)
            start.cancel()

        monkeypatch.setattr(WarmProvisioner, "_launch", launched)
        async with a_room() as room:
            start = asyncio.ensure_future(room.manager.start_kernel(kernel_name="python3"))
            with pytest.raises(asyncio.CancelledError):
                await start
        return processes

    (process,) = in_a_loop(cancelled())
    assert process.wait(20) is not None
