"""Kernels forked from a warm process are as ordinary kernels are, and there is an ordinary one wherever they cannot be had."""

import asyncio
import errno
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory
from traitlets.config import Config

from newsoil.server.kernels import PatientKernelManager, encryption
from newsoil.server.warm import WarmProvisioner, asking, provisioner
from newsoil.server.warm.asking import ForkedKernel, NotWarm, asker, possible
from newsoil.server.warm.provisioner import MODULES, warm_up

pytestmark = pytest.mark.skipif(not possible(), reason="kernels are forked on Linux alone")

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


@pytest.fixture(scope="module", autouse=True)
def own_warm_process():
    """No warm process of other tests is used, and none is left to them."""
    in_a_loop(asker(MODULES).cool_down())
    yield
    in_a_loop(asker(MODULES).cool_down())


@pytest.fixture(autouse=True)
def own_factory():
    """jupyter_client reads once for a whole process which provisioner is wanted."""
    KernelProvisionerFactory.clear_instance()
    yield
    KernelProvisionerFactory.clear_instance()


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """A manager without a server writes the files of its kernels where it is, and a killed kernel leaves its own behind."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """However busy the computer is, the warm process has time to say how a kernel ended."""
    monkeypatch.setattr(asking, "STATUS_SECONDS", PATIENCE)


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


# As an ordinary kernel


def test_the_setting_chooses_the_provisioner():
    async def chosen(name):
        KernelProvisionerFactory.clear_instance()
        async with a_room(name=name) as room:
            kernel = await room.start()
            return type(room.of(kernel)) is WarmProvisioner, await is_forked(room, kernel)

    assert in_a_loop(chosen("newsoil-warm")) == (True, True)
    assert in_a_loop(chosen("local-provisioner")) == (False, False)


def test_a_forked_kernel_has_imported_what_the_page_needs_and_nothing_heavier():
    async def imported():
        async with a_room() as room:
            kernel = await room.start()
            return await room.ask(kernel, "sorted(sys.modules)", "import sys")

    modules = in_a_loop(imported())
    assert {*MODULES, "ipykernel.ipkernel"} <= {*modules}
    assert not {"pandas", "plotly", "numpy"} & {*modules}


def test_a_forked_kernel_looks_as_an_ordinary_one_does():
    seen = """
import os, signal, sys, threading
looks = {
    "argv": [os.path.basename(sys.argv[0]), sys.argv[1]],
    "path": sys.path,
    "parent": os.environ["JPY_PARENT_PID"],
    "env": sorted(os.environ),
    "own session": os.getsid(0) == os.getpgid(0) == os.getpid(),
    "interrupt": str(signal.getsignal(signal.SIGINT)),
    "terminate": str(signal.getsignal(signal.SIGTERM)),
    "children": str(signal.getsignal(signal.SIGCHLD)),
    "stdin": os.read(0, 1).decode(),
    "comms": type(get_ipython().kernel.comm_manager).__module__,
    "one comm manager": __import__("comm").get_comm_manager() is get_ipython().kernel.comm_manager,
    "garbage": __import__("gc").isenabled(),
    "main": sys.modules["__main__"].__dict__ is globals(),
}
"""

    async def looks(name):
        KernelProvisionerFactory.clear_instance()
        async with a_room(name=name) as room:
            return await room.ask(await room.start(), "looks", seen)

    forked, ordinary = in_a_loop(looks("newsoil-warm")), in_a_loop(looks("local-provisioner"))
    assert forked == ordinary
    assert forked["own session"] is forked["one comm manager"] is True


def test_the_line_to_a_forked_kernel_is_encrypted():
    if encryption() == "disabled":
        pytest.skip("this build of ZeroMQ cannot")

    async def keys():
        async with a_room() as room:
            kernel = await room.start()
            of_the_manager = room.manager.get_kernel(kernel).curve_publickey.decode()
            app = "get_ipython().kernel.parent.curve_publickey.decode()"
            return of_the_manager, await room.ask(kernel, app), await is_forked(room, kernel)

    of_the_manager, of_the_kernel, forked = in_a_loop(keys())
    assert of_the_manager == of_the_kernel
    assert forked


def test_a_page_gets_the_widgets_of_a_forked_kernel():
    async def states():
        async with a_room() as room:
            kernel = await room.start()
            await room.ask(kernel, "w.value", "import ipywidgets\nw = ipywidgets.IntSlider(7)")
            client = room.clients[kernel]
            opened = {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}}
            client.shell_channel.send(client.session.msg("comm_open", opened, metadata={"version": "1.0.0"}))
            asked = {"comm_id": "control", "data": {"method": "request_states"}}
            client.shell_channel.send(client.session.msg("comm_msg", asked))
            while True:
                message = await client.get_iopub_msg(timeout=PATIENCE)
                if message["msg_type"] == "comm_msg" and message["content"]["comm_id"] == "control":
                    return message["content"]["data"]

    answer = in_a_loop(states())
    assert answer["method"] == "update_states"
    assert 7 in [state["state"].get("value") for state in answer["states"].values()]


def test_a_page_can_make_a_widget_in_a_forked_kernel():
    async def made():
        async with a_room() as room:
            kernel = await room.start()
            client = room.clients[kernel]
            state = {"_model_module": "@jupyter-widgets/controls", "_model_name": "IntSliderModel", "_model_module_version": "2.0.0"}
            view = {"_view_module": "@jupyter-widgets/controls", "_view_name": "IntSliderView", "_view_module_version": "2.0.0"}
            data = {"state": {**state, **view, "value": 3}, "buffer_paths": []}
            opened = {"comm_id": "made", "target_name": "jupyter.widget", "data": data}
            client.shell_channel.send(client.session.msg("comm_open", opened, metadata={"version": "2.0.0"}))
            return await room.ask(
                kernel, "[w.value for w in Widget.widgets.values() if w.model_id == 'made']", "from ipywidgets import Widget"
            )

    assert in_a_loop(made()) == [3]


def test_two_forked_kernels_share_no_chance_no_environment_and_no_folder(tmp_path, monkeypatch):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()

    async def both():
        async with a_room() as room:
            kernels = [await room.start(cwd=str(folder), env={**os.environ, "JUPYTER_WHOSE": folder.name}) for folder in folders]
            monkeypatch.setenv("JUPYTER_ONLY_THE_SERVERS", "1")
            seen = "os.environ.get('JUPYTER_WHOSE'), os.getcwd(), 'JUPYTER_ONLY_THE_SERVERS' in os.environ"
            asked = f"random.random(), uuid.uuid4().hex, {seen}, os.getpid()"
            told = [await room.ask(kernel, f"[{asked}]", "import os, random, uuid") for kernel in kernels]
            assert all([await is_forked(room, kernel) for kernel in kernels])
            return told

    one, two = in_a_loop(both())
    assert not {one[0], one[1], one[5]} & {two[0], two[1], two[5]}
    assert [one[2], two[2]] == ["one", "two"]
    assert [one[3], two[3]] == [str(folder) for folder in folders]
    assert one[4] is two[4] is False


def test_a_forked_kernel_holds_nothing_of_the_warm_process_or_of_other_kernels():
    async def held():
        async with a_room() as room:
            kernels = [await room.start() for _ in range(3)]
            asked = (
                "[os.readlink(f'/proc/self/fd/{file}') for file in os.listdir('/proc/self/fd') if os.path.exists(f'/proc/self/fd/{file}')]"
            )
            return await room.ask(kernels[-1], f"{asked}", "import os")

    assert sum("pidfd" in link for link in in_a_loop(held())) == 1, "it watches the server and nobody else"


# Signals and ends


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
    monkeypatch.setattr(asking, "STATUS_SECONDS", 0.1)

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

    assert in_a_loop(noticed()) == (True, asking.UNKNOWN)


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
    begun, gate, made, real = Event(), Event(), [], asking._Running.fork

    def slow(*args):
        begun.set()
        gate.wait(PATIENCE)
        made.append(real(*args))
        return made[0]

    monkeypatch.setattr(asking._Running, "fork", slow)

    async def left():
        task = asyncio.create_task(asker(MODULES).fork(["-f", str(tmp_path / "nowhere.json")], os.environ, "/"))
        await until(begun.is_set)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.set()
        await until(lambda: made and not exists(made[0].pid))

    in_a_loop(left())


# The warm process


def test_many_at_once_start_one_warm_process(tmp_path, monkeypatch):
    started, real = [], asking._start

    def counted(*args):
        started.append(args)
        return real(*args)

    monkeypatch.setattr(asking, "_start", counted)

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
            patch.setattr(asking.socket, "socketpair", full)
            with pytest.raises(NotWarm, match="open files"):
                await asker(MODULES).fork([], os.environ, "/")
        with monkeypatch.context() as patch:
            patch.setattr(asking.socket, "recv_fds", lambda *_: (b'{"pid": 0}', [], 0, None))
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


# Ordinary kernels


async def start_ordinary(modules=MODULES, **options):
    """Whether a kernel that is started like this is an ordinary one."""
    async with a_room(modules) as room:
        return not await is_forked(room, await room.start(**options))


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
    monkeypatch.setattr(asking, "_start", None)
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
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 2.0)

    async def hung():
        await asker(MODULES).cool_down()
        await warm_up()
        stopped = asker(MODULES).pid
        os.kill(stopped, signal.SIGSTOP)
        ordinary = await start_ordinary()
        await until(lambda: not exists(stopped))
        return ordinary, await start_ordinary()

    assert in_a_loop(hung()) == (True, False)
