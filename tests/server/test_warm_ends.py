"""Forked kernels hear signals and end as ordinary ones do, and nothing is left of them."""

import asyncio
import os
import signal
from threading import Event

import pytest

from newsoil.server.warm import kernel as kernel_module
from newsoil.server.warm import running
from newsoil.server.warm.asking import asker
from newsoil.server.warm.provisioner import MODULES
from warm_rooms import (
    PATIENCE,
    WARM,
    a_room,
    exists,
    in_a_loop,
    in_the_table,
    is_forked,
    until,
)

pytestmark = WARM


def test_a_forked_kernel_can_be_interrupted():
    async def interrupted():
        async with a_room() as room:
            kernel = await room.start()
            client = room.clients[kernel]
            work = "print('begun', flush=True)\nimport time\ntime.sleep(600)"
            sent = client.execute(work, stop_on_error=False)  # else what comes in the next moment is turned away with it
            while (await client.get_iopub_msg(timeout=PATIENCE))["content"].get("text") != "begun\n":
                pass
            await room.manager.interrupt_kernel(kernel)
            while (reply := await client.get_shell_msg(timeout=PATIENCE))["parent_header"].get("msg_id") != sent:
                pass
            return reply["content"]["ename"], await room.ask(kernel, "1 + 1")

    assert in_a_loop(interrupted()) == ("KeyboardInterrupt", 2)


def test_a_forked_kernel_can_be_restarted():
    async def restarted():
        async with a_room() as room:
            kernel = await room.start()
            await room.ask(kernel, "kept", "kept = 1")
            first = room.of(kernel).pid
            await room.manager.restart_kernel(kernel)
            await room.connect(kernel)
            assert await is_forked(room, kernel)
            return await room.ask(kernel, "'kept' in globals()"), room.of(kernel).pid != first, exists(first)

    assert in_a_loop(restarted()) == (False, True, False)


def test_a_forked_kernel_ends_in_order_when_it_is_told_to(tmp_path):
    mark = tmp_path / "mark"

    async def ended():
        async with a_room() as room:
            kernel = await room.start()
            process = room.of(kernel).process
            await room.ask(kernel, "0", f"import atexit, pathlib; atexit.register(pathlib.Path({str(mark)!r}).touch)")
            await room.manager.shutdown_kernel(kernel)
            return process.poll(), exists(process.pid), kernel in room.manager

    assert in_a_loop(ended()) == (0, False, False)
    assert mark.exists(), "what was to be done at the end was not done"


def test_a_killed_kernel_is_noticed_and_started_again():
    async def noticed():
        async with a_room() as room:
            kernel = await room.start()
            process = room.of(kernel).process
            os.kill(process.pid, signal.SIGKILL)
            await until(lambda: process.poll() is not None)
            await until(lambda: room.of(kernel).pid != process.pid and room.of(kernel).process)
            await room.connect(kernel)
            assert await is_forked(room, kernel)
            await until(lambda: not in_the_table(process.pid))  # not even as a zombie
            return process.poll(), process.wait()

    assert in_a_loop(noticed()) == (-signal.SIGKILL, -signal.SIGKILL)


def test_a_zombie_does_not_count_as_alive(monkeypatch):
    monkeypatch.setattr(kernel_module, "STATUS_SECONDS", 0.1)

    async def noticed():
        async with a_room() as room:
            kernel = await room.start()
            process, warm = room.of(kernel).process, asker(MODULES).pid
            os.kill(warm, signal.SIGSTOP)  # so that nobody buries the kernel
            try:
                os.kill(process.pid, signal.SIGKILL)
                await until(lambda: process.poll() is not None)
                return in_the_table(process.pid), process.poll()
            finally:
                os.kill(warm, signal.SIGCONT)

    assert in_a_loop(noticed()) == (True, kernel_module.UNKNOWN)


def test_signals_to_a_kernel_that_ended_harm_nobody():
    async def harmless():
        async with a_room() as room:
            kernel = await room.start()
            process = room.of(kernel).process
            process.terminate()
            await until(lambda: process.poll() is not None)
            process.kill()
            process.send_signal(signal.SIGINT)
            return process.returncode

    assert in_a_loop(harmless()) == -signal.SIGTERM


def test_a_kernel_that_nobody_waits_for_any_more_ends(tmp_path, monkeypatch):
    begun, gate, made, real = Event(), Event(), [], running.Running.fork

    def slow(*args):
        begun.set()
        gate.wait(PATIENCE)
        made.append(real(*args))
        return made[0]

    monkeypatch.setattr(running.Running, "fork", slow)

    async def left():
        task = asyncio.create_task(asker(MODULES).fork(["-f", str(tmp_path / "nowhere.json")], os.environ, "/"))
        await until(begun.is_set)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.set()
        await until(lambda: made and not exists(made[0].pid))

    in_a_loop(left())
