"""There is an ordinary kernel wherever a forked one cannot be had."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsoil.server.warm import provisioner, running
from newsoil.server.warm.asking import asker
from newsoil.server.warm.provisioner import MODULES, warm_up
from newsoil.server.warm.running import NotWarm
from warm_rooms import (
    WARM,
    exists,
    in_a_loop,
    start_ordinary,
    until,
)

pytestmark = WARM


def test_it_can_be_turned_off(monkeypatch):
    monkeypatch.setenv("NEWSOIL_WARM", "0")
    assert in_a_loop(start_ordinary()) is True
    assert in_a_loop(warm_up()) is False


def test_a_system_without_it_gets_ordinary_kernels(monkeypatch):
    monkeypatch.setattr(provisioner, "possible", lambda: False)
    assert in_a_loop(start_ordinary()) is True
    assert in_a_loop(warm_up()) is False


@pytest.mark.parametrize(
    "options",
    [
        {"env": {**os.environ, "PYTHONUTF8": "1"}},
        {"env": {**os.environ, "PYTHONPATH": "/elsewhere"}},
        {"env": {**os.environ, "NEWSOIL_SERVED": "/elsewhere/"}},
        {"env": {**os.environ, "JUPYTER_HUGE": "x" * 120_000, "JUPYTER_HUGER": "y" * 120_000}},
        {"independent": True},
        {"stderr": subprocess.DEVNULL},
    ],
    ids=["utf-8", "path", "served", "huge", "independent", "output"],
)
def test_a_kernel_that_cannot_be_forked_is_started(options):
    assert in_a_loop(start_ordinary(**options)) is True


@pytest.mark.parametrize(
    "command", [["/usr/bin/python", "-m", "ipykernel_launcher"], [sys.executable, "-Xutf8", "-m", "ipykernel_launcher"]]
)
def test_another_kernels_command_is_not_forked(command, tmp_path):
    env = dict(os.environ)
    assert provisioner._doubt([*command, "-f", "file"], {}, env, tmp_path)
    assert not provisioner._doubt([*provisioner.KERNEL, "-f", "file"], {}, env, tmp_path)


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        ("import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()", "thread"),
        ("raise RuntimeError('broken')", "RuntimeError: broken"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "died"),
        ("import os\nos._exit(0)", "died"),
    ],
    ids=["threads", "broken", "killed", "ends"],
)
def test_a_warm_process_that_cannot_be_had_is_tried_once(module, reason, tmp_path, monkeypatch):
    name = f"warm_test_{reason.split()[0].strip(':').lower()}_{len(module)}"
    (tmp_path / f"{name}.py").write_text(module)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert in_a_loop(start_ordinary((name,))) is True
    monkeypatch.setattr(running, "_start", None)
    with pytest.raises(NotWarm, match=reason):
        in_a_loop(asker((name,)).warm_up())


def test_a_thread_that_starts_later_is_noticed_before_the_fork(tmp_path, monkeypatch):
    later = "import signal, threading\nsignal.signal(signal.SIGUSR1, lambda *_: threading.Thread(target=threading.Event().wait).start())"
    (tmp_path / "warm_test_later.py").write_text(later)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    async def later():
        ours = asker(("warm_test_later",))
        await ours.warm_up()
        os.kill(ours.pid, signal.SIGUSR1)
        await until(lambda: len(list(Path(f"/proc/{ours.pid}/task").iterdir())) == 2)
        with pytest.raises(NotWarm, match="threads"):
            await ours.fork(["-f", "nowhere.json"], os.environ, "/")
        assert await start_ordinary(("warm_test_later",)) is True
        await ours.cool_down()

    in_a_loop(later())


def test_a_warm_process_that_does_not_answer_is_given_up_and_started_anew(monkeypatch):
    monkeypatch.setattr(running, "ANSWER_SECONDS", 2.0)

    async def hung():
        await asker(MODULES).cool_down()
        await warm_up()
        stopped = asker(MODULES).pid
        os.kill(stopped, signal.SIGSTOP)
        ordinary = await start_ordinary()
        await until(lambda: not exists(stopped))
        return ordinary, await start_ordinary()

    assert in_a_loop(hung()) == (True, False)
