"""The warm process: one for many, with one thread, gone with its server."""

import asyncio
import errno
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsoil.server.warm import running
from newsoil.server.warm.asking import asker
from newsoil.server.warm.provisioner import MODULES, warm_up
from newsoil.server.warm.running import NotWarm
from warm_rooms import (
    PATIENCE,
    WARM,
    a_room,
    exists,
    in_a_loop,
    is_forked,
    until,
)

pytestmark = WARM


def test_many_at_once_start_one_warm_process(tmp_path, monkeypatch):
    started, real = [], running._start

    def counted(*args):
        started.append(args)
        return real(*args)

    monkeypatch.setattr(running, "_start", counted)

    async def many():
        await asker(MODULES).cool_down()
        forks = [asker(MODULES).fork(["-f", str(tmp_path / "nowhere.json")], os.environ, "/") for _ in range(8)]
        kernels = await asyncio.gather(warm_up(), *forks)
        for kernel in kernels[1:]:
            kernel.kill()
            await until(lambda kernel=kernel: kernel.poll() is not None)
        return len({kernel.pid for kernel in kernels[1:]})

    with ThreadPoolExecutor(3) as threads:
        in_a_loop(asker(MODULES).cool_down())
        started.clear()
        works = [threads.submit(asyncio.run, work()) for work in (warm_up, warm_up, warm_up)]
        assert [work.result(PATIENCE) for work in works] == [True] * 3
    assert len(started) == 1
    assert in_a_loop(many()) == 8
    assert len(started) == 2


def test_the_warm_process_has_one_thread_and_no_business_with_tokens_or_journals(monkeypatch):
    monkeypatch.setenv("JUPYTER_TOKEN", "a-token")
    monkeypatch.setenv("NEWSOIL_HOME", "/the/journal")

    async def started():
        await asker(MODULES).cool_down()
        assert await warm_up() is True
        warm = Path(f"/proc/{asker(MODULES).pid}")
        return (warm / "environ").read_bytes(), len(list((warm / "task").iterdir()))

    environment, threads = in_a_loop(started())
    assert b"a-token" not in environment
    assert b"/the/journal" not in environment
    assert threads == 1


def test_a_server_with_too_many_open_files_starts_ordinary_kernels(monkeypatch):
    def full(*_):
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    async def refused():
        await warm_up()
        with monkeypatch.context() as patch:
            patch.setattr(running.socket, "socketpair", full)
            with pytest.raises(NotWarm, match="open files"):
                await asker(MODULES).fork([], os.environ, "/")
        with monkeypatch.context() as patch:
            patch.setattr(running.socket, "recv_fds", lambda *_: (b'{"pid": 0}', [], 0, None))
            with pytest.raises(NotWarm):
                await asker(MODULES).fork([], os.environ, "/")

    in_a_loop(refused())


def test_the_warm_process_outlives_a_kernel_that_crashes():
    async def outlived():
        async with a_room() as room:
            kernel = await room.start()
            warm, process = asker(MODULES).pid, room.of(kernel).process
            room.clients[kernel].execute("import ctypes; ctypes.string_at(0)")
            await until(lambda: process.poll() is not None)
            another = await room.start()
            assert await is_forked(room, another)
            return process.poll(), asker(MODULES).pid == warm

    assert in_a_loop(outlived()) == (-signal.SIGSEGV, True)


def test_kernels_outlive_the_warm_process_and_the_next_kernel_gets_a_new_one():
    async def outlived():
        async with a_room() as room:
            kernel = await room.start()
            warm, process = asker(MODULES).pid, room.of(kernel).process
            os.kill(warm, signal.SIGKILL)
            await until(lambda: not exists(warm))
            assert await room.ask(kernel, "2 + 2") == 4
            another = await room.start()
            assert await is_forked(room, another)
            assert asker(MODULES).pid not in {warm, None}
            await room.manager.shutdown_kernel(kernel, now=True)
            return process.poll() is not None and not exists(process.pid)

    assert in_a_loop(outlived()) is True


SERVER = """
import asyncio, json, sys
from traitlets.config import Config
from newsoil.server.kernels import PatientKernelManager, encryption
from newsoil.server.warm.asking import asker
from newsoil.server.warm.provisioner import MODULES

async def serve():
    config = Config()
    config.KernelManager.transport_encryption = encryption()
    config.KernelProvisionerFactory.default_provisioner_name = "newsoil-warm"
    manager = PatientKernelManager(config=config)
    kernels = [await manager.start_kernel(kernel_name="python3") for _ in range(2)]
    for kernel in kernels:
        client = manager.get_kernel(kernel).client()
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        client.execute("import time\\nwhile True: time.sleep(600)")
    print(json.dumps([asker(MODULES).pid, *(manager.get_kernel(kernel).provisioner.pid for kernel in kernels)]), flush=True)
    if sys.argv[1] == "wait":
        await asyncio.sleep(600)

asyncio.run(serve())
"""


@pytest.mark.parametrize("way", [signal.SIGKILL, "by itself"])
def test_nothing_is_left_of_a_server_that_is_gone(tmp_path, way):
    rooms = {name: tmp_path / name for name in ("TMPDIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    for room in rooms.values():
        room.mkdir()
    env = {**os.environ, **{name: str(room) for name, room in rooms.items()}}
    argument = "end" if way == "by itself" else "wait"
    with subprocess.Popen([sys.executable, "-c", SERVER, argument], stdout=subprocess.PIPE, env=env, cwd=tmp_path) as server:
        processes = json.loads(server.stdout.readline())
        if argument == "wait":
            assert all(exists(pid) for pid in processes)
            server.send_signal(way)
        server.wait(PATIENCE)
    assert len(set(processes)) == 3
    in_a_loop(until(lambda: not any(exists(pid) for pid in processes)))
    assert list(rooms["TMPDIR"].iterdir()) == []
